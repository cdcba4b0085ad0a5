"""The base of every form: Indonesian messages, text cleaned and refusals shown in one place."""

from __future__ import annotations

import re
import unicodedata
from types import TracebackType
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, IntegerField, ValidationError

from kinerja.domain.kesalahan import Kesalahan, TidakBerwenang, TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.web.galat import status_untuk
from kinerja.web.pesan_formulir import PesanIndonesia

WAJIB = "Wajib diisi."
_ARAH = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BOLEH = frozenset("\n\t")
_BULAT = re.compile(r"-?[0-9]{1,9}")


def bersih(teks: Any) -> Any:
    """NFC with \\n line ends; refuses control characters and characters that turn the reading direction."""
    if not isinstance(teks, str):
        return teks
    rapi = unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n"))
    for huruf in rapi:
        if huruf in _ARAH or (unicodedata.category(huruf) in ("Cc", "Cs") and huruf not in _BOLEH):
            raise ValidationError("Ada tanda tak terlihat dalam teks ini; ketik ulang bagian itu.")
    return rapi


def periksa_teks(_form: Any, medan: Field) -> None:
    """Validator put on every text field by ``Formulir``."""
    medan.data = bersih(medan.data)


def periksa_bulat(_form: Any, medan: Field) -> None:
    """Validator put on every whole number: Python's own reading takes "1_0" and digits of other scripts."""
    if not _BULAT.fullmatch(str(medan.raw_data[0]).strip() if medan.raw_data else "0"):
        raise ValidationError(medan.gettext("Not a valid integer value."))


class Formulir(FlaskForm):  # type: ignore[misc]
    """FlaskForm in Indonesian. ``salahkan`` puts a domain error beside its field, or on top of the form.

    ``status`` is that of the page that shows the form: 200, or 422 and the like when it comes back.
    """

    class Meta:
        locales = ("id",)

        def get_translations(self, _form: Any) -> PesanIndonesia:
            return PesanIndonesia()

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.salah_umum: list[str] = []
        self.status = 422 if self.is_submitted() else 200

    def validate(self, extra_validators: Any = None) -> bool:
        tambahan = dict(extra_validators or {})
        for medan in self:
            if isinstance(medan.data, str) and medan.type not in ("CSRFTokenField", "PasswordField"):
                tambahan.setdefault(medan.short_name, []).append(periksa_teks)
            elif isinstance(medan, IntegerField):
                tambahan.setdefault(medan.short_name, []).append(periksa_bulat)
        return bool(super().validate(extra_validators=tambahan))

    def menerima(self) -> Penerimaan:
        """``with form.menerima():`` around the act: a refusal undoes it and is shown on this form."""
        return Penerimaan(self)

    def salahkan(self, salah: Kesalahan) -> None:
        if salah.medan and salah.medan in self:
            medan = self[salah.medan]
            medan.errors = [*medan.errors, salah.pesan]
        else:
            self.salah_umum.append(salah.pesan)

    @property
    def ringkasan(self) -> list[tuple[str, str]]:
        """(field id or "", message) of every error, for the summary on top."""
        hasil = [("", pesan) for pesan in self.salah_umum]
        for medan in self:
            hasil.extend((medan.id, f"{medan.label.text}: {p}") for p in medan.errors if isinstance(p, str))
        return hasil


class Penerimaan:
    """Around an act and its commit: after a Kesalahan nothing is written and the form says why.

    What the person may not do or see at all passes on to the error page.
    """

    def __init__(self, form: Formulir) -> None:
        self._form = form

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, _jenis: type[BaseException] | None, salah: BaseException | None, _jejak: TracebackType | None
    ) -> bool:
        if not isinstance(salah, Kesalahan) or isinstance(salah, TidakBerwenang | TidakDitemukan):
            return False
        db.session.rollback()
        for satu in salah.semua:
            self._form.salahkan(satu)
        self._form.status = status_untuk(salah)
        return True

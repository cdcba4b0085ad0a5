"""The form field for recipients: a tick for each post, and a due date of its own where one is wanted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wtforms import Field, ValidationError

from kinerja.models.basis_data import db
from kinerja.models.pegawai import penugasan_berlaku
from kinerja.web.jam import hari_ini

BELUM_ADA_PEJABAT = "Jabatan ini belum ada pejabatnya hari ini."


@dataclass(frozen=True)
class Calon:
    """A post that may be chosen; ``pejabat`` empty: nobody holds it today. ``unit`` where that says more."""

    jabatan_id: int
    jabatan: str
    pejabat: str
    unit: str = ""


@dataclass(frozen=True)
class Baris:
    """A line of the field as drawn."""

    calon: Calon
    dipilih: bool
    tenggat: str


class PenerimaField(Field):  # type: ignore[misc]
    """``data`` is [(jabatan_id, due date or None)] after validation. The view sets ``calon`` first, and
    ``pilih_dahulu`` (post ids ticked in an empty form)."""

    calon: Sequence[Calon] = ()
    pilih_dahulu: Collection[int] = ()

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Keep what was sent as text, so that it can be shown again as typed."""
        self.process_errors: list[str] = []
        self.data: list[tuple[int, date | None]] = []
        self.terkirim: list[str] | None = None
        self.tanggal: dict[str, str] = {}
        if formdata:
            awalan = f"{self.name}-tenggat-"
            self.terkirim = formdata.getlist(self.name)
            self.tanggal = {
                kunci.removeprefix(awalan): nilai
                for kunci, nilai in formdata.items()
                if kunci.startswith(awalan)
            }

    def pre_validate(self, form: Any) -> None:
        """Posts of the list only, at least one, dates that are dates and not past."""
        boleh = {str(c.jabatan_id): c for c in self.calon}
        terpilih = list(dict.fromkeys(self.terkirim or ()))
        if not terpilih:
            raise ValidationError("Pilih paling sedikit satu penerima.")
        if not set(terpilih) <= set(boleh):
            raise ValidationError("Pilih penerima dari daftar.")
        self.data = [(boleh[p].jabatan_id, self._tenggat(p, boleh[p].jabatan)) for p in terpilih]

    def _tenggat(self, kunci: str, jabatan: str) -> date | None:
        teks = self.tanggal.get(kunci, "").strip()
        if not teks:
            return None
        try:
            hari = date.fromisoformat(teks)
        except ValueError:
            raise ValidationError(f"Tenggat {jabatan}: isi tanggal dengan benar.") from None
        if hari < hari_ini():
            raise ValidationError(f"Tenggat {jabatan} sudah lewat.")
        return hari

    def dengan_tenggat(self, umum: date | None) -> list[tuple[int, date | None]]:
        """The recipients, each with its own due date or else the common one."""
        return [(jabatan_id, tenggat or umum) for jabatan_id, tenggat in self.data]

    @property
    def baris(self) -> list[Baris]:
        awal = {str(j) for j in self.pilih_dahulu}
        dipilih = awal if self.terkirim is None else set(self.terkirim)
        return [
            Baris(c, str(c.jabatan_id) in dipilih, self.tanggal.get(str(c.jabatan_id), ""))
            for c in self.calon
        ]


def pejabat_kini() -> Mapping[int, str]:
    """Post → who holds it today."""
    hasil: dict[int, str] = {}
    for p in db.session.execute(penugasan_berlaku(hari_ini())).scalars():
        hasil.setdefault(p.jabatan_id, p.pegawai.nama)
    return hasil

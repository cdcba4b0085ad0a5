"""For the page of a document: its class and how long it is kept, where its paper stands, its versions."""

from __future__ import annotations

from typing import Any

from wtforms import HiddenField, StringField
from wtforms.validators import InputRequired, Length

from kinerja.domain.retensi import NAMA_NASIB, NAMA_RETENSI
from kinerja.models.basis_data import db
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.operations.arsip import PANJANG_RAK
from kinerja.operations.dokumen.versi import versi_dokumen
from kinerja.operations.rak import boleh_pindah, riwayat_rak
from kinerja.operations.retensi import semua_kelas, simpan_dokumen
from kinerja.web.akses import pelaku
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import hari_ini


class FormRak(Formulir):
    """``semula``: the place the page showed, so that nobody overwrites a move he has not seen."""

    lokasi_rak = StringField("Tempat lembar asli", [InputRequired(WAJIB), Length(max=PANJANG_RAK)])
    semula = HiddenField()


def konteks_simpan(dokumen: Dokumen, berlaku: Arsip | None, form: FormRak | None = None) -> dict[str, Any]:
    """For templates/arsip/_simpan.html and _versi.html."""
    kertas = berlaku if berlaku is not None and berlaku.cara == "basah" else None
    isi = {"lokasi_rak": kertas.lokasi_rak, "semula": kertas.lokasi_rak} if kertas else {}
    return {
        "simpan": simpan_dokumen(dokumen, semua_kelas(db.session()), hari_ini()),
        "nama_nasib": NAMA_NASIB,
        "nama_retensi": NAMA_RETENSI,
        "kertas": kertas,
        "riwayat_rak": riwayat_rak(db.session(), kertas) if kertas else [],
        "boleh_pindah": kertas is not None and boleh_pindah(pelaku()),
        "form_rak": form or FormRak(formdata=None, data=isi),
        "versi": versi_dokumen(db.session(), dokumen),
    }

"""Office settings: one page, one save, a preview of the letterhead while typing."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.documents.kantor_dari import kop_dari
from kinerja.domain.aturan import kalimat_aturan
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.sop import Sop
from kinerja.models.basis_data import db
from kinerja.models.kantor import Kantor, kantor
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.operations import kantor as verba
from kinerja.operations.kantor_aturan import aturan_kantor
from kinerja.operations.lembar_sop import sop_dari
from kinerja.sop import PENGUMPULAN_DATA_KINERJA
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.kantor.formulir import BAGIAN_KOP, FormKantor, contoh_nomor, form_kantor, isian
from kinerja.web.kantor.perhitungan import TINGKAT
from kinerja.web.respond import pindah, respond

bp = Blueprint("kantor", __name__, url_prefix="/kantor")
PANJANG_PRATINJAU = 200


def _lembar() -> Sop:
    lembar: LembarSop = db.session.execute(lembar_terbaru(PENGUMPULAN_DATA_KINERJA)).scalar_one()
    return sop_dari(lembar)


def _pratinjau(office: Kantor, ketikan: dict[str, str]) -> dict[str, Any]:
    """Letterhead and an example number from what is typed, else from what is saved."""

    def nilai(nama: str) -> str:
        return str(ketikan.get(nama, getattr(office, nama)))[:PANJANG_PRATINJAU]

    return {
        "kop": kop_dari(Kantor(**{nama: nilai(nama) for nama in BAGIAN_KOP})),
        "nomor_contoh": contoh_nomor(nilai("pola_nomor"), nilai("kode_unit"), hari_ini().year),
    }


def _halaman(form: FormKantor | None, status: int, ketikan: dict[str, str]) -> Response:
    office = kantor(db.session())
    baris = verba.baris_tenggat(office, _lembar())
    return respond(
        "kantor/tampil.html",
        "kantor/_kop.html" if form is None else None,
        status=status,
        form=form or form_kantor(baris, office),
        baris=baris,
        medan_tenggat=verba.medan_tenggat,
        tersimpan_pada=office.disimpan_pada,
        tenggat_contoh=office.tenggat is None,
        tingkat=TINGKAT,
        aturan=kalimat_aturan(aturan_kantor(office)),
        boleh_ubah=verba.boleh_atur_kantor(db.session(), pelaku(), hari_ini()),
        **_pratinjau(office, ketikan),
    )


@bp.get("/")
@perlu(Wewenang.ATUR_KANTOR, Wewenang.ATUR_ORANG)
def tampil() -> Response:
    """The settings; as a fragment the preview of what is being typed."""
    return _halaman(None, 200, request.args.to_dict())


@bp.post("/")
@perlu(Wewenang.ATUR_KANTOR, Wewenang.ATUR_ORANG)
def simpan() -> Response:
    """Save everything, with one line in the record."""
    office = db.session.execute(select(Kantor)).scalar_one()
    baris = verba.baris_tenggat(office, _lembar())
    form = form_kantor(baris)
    if form.validate():
        with form.menerima():
            digeser = verba.simpan_kantor(db.session(), isian(form, baris), pelaku(), sekarang())
            db.session.commit()
            flash("Pengaturan kantor tersimpan.", "sukses")
            if digeser:
                flash(f"Tenggat {digeser} langkah yang belum terbuka dihitung ulang.", "info")
            return pindah(url_for("kantor.tampil"))
    return _halaman(form, form.status, request.form.to_dict())

"""Bukti of an indicator: taking files in, and marking a wrong one."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import MasukanSalah, TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.operations.berkas import catat_berkas
from kinerja.operations.realisasi import bukti as realisasi_bukti
from kinerja.operations.realisasi.hak import pastikan_boleh_isi
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import sekarang
from kinerja.web.realisasi.formulir import FormBukti, FormCabut
from kinerja.web.realisasi.halaman import alamat, cari_indikator, konteks_isian
from kinerja.web.respond import respond, tersimpan
from kinerja.web.unggahan import unggahan_banyak

bp = Blueprint("bukti", __name__, url_prefix="/realisasi")


@bp.post("/<nomor:periode_id>/indikator/<nomor:identitas>/bukti")
@perlu(Wewenang.ISI_REALISASI)
def unggah(periode_id: int, identitas: int) -> Response:
    """Take in files as bukti; looked at and stored first, rows written after."""
    periode, isian, _ = cari_indikator(periode_id, identitas)
    form = FormBukti(prefix=f"b{identitas}")
    with form.menerima():
        pastikan_boleh_isi(db.session(), periode, isian.unit.id, pelaku(), identitas)
        if not form.validate():
            raise MasukanSalah("Pilih berkasnya dahulu.", "bukti")
        kiriman = unggahan_banyak(form.bukti)
        berkas = [
            catat_berkas(db.session(), satu.tersimpan, satu.nama, satu.jenis, pelaku(), sekarang())
            for satu in kiriman
        ]
        realisasi_bukti.tambah_bukti(db.session(), periode_id, identitas, berkas, "", pelaku(), sekarang())
        db.session.commit()
        periode, isian, i = cari_indikator(periode_id, identitas)
        return tersimpan(
            alamat(periode_id, isian.unit.id, f"bukti-{identitas}"),
            "realisasi/_bukti.html",
            **konteks_isian(periode, isian, baru=identitas),
            i=i,
        )
    periode, isian, i = cari_indikator(periode_id, identitas)
    konteks = konteks_isian(periode, isian, form_bukti={identitas: form})
    return respond("realisasi/isi.html", "realisasi/_bukti.html", status=form.status, **konteks, i=i)


@bp.post("/<nomor:periode_id>/indikator/<nomor:identitas>/bukti/<nomor:bukti_id>/pencabutan")
@perlu(Wewenang.ISI_REALISASI)
def cabut(periode_id: int, identitas: int, bukti_id: int) -> Response:
    """Mark a wrong bukti; it stays on record."""
    _, _, i = cari_indikator(periode_id, identitas)
    if bukti_id not in {b.id for b in (*i.bukti, *i.bukti_dicabut)}:
        raise TidakDitemukan("Bukti itu tidak ada.")
    form = FormCabut(prefix=f"c{bukti_id}")
    if form.validate():
        with form.menerima():
            realisasi_bukti.cabut_bukti(
                db.session(), periode_id, bukti_id, form.alasan.data or "", pelaku(), sekarang()
            )
            db.session.commit()
            periode, isian, i = cari_indikator(periode_id, identitas)
            return tersimpan(
                alamat(periode_id, isian.unit.id, f"bukti-{identitas}"),
                "realisasi/_bukti.html",
                **konteks_isian(periode, isian, baru=identitas),
                i=i,
            )
    periode, isian, i = cari_indikator(periode_id, identitas)
    konteks = konteks_isian(periode, isian, form_cabut={bukti_id: form})
    return respond("realisasi/isi.html", "realisasi/_bukti.html", status=form.status, **konteks, i=i)

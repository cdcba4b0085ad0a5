"""Filling in Excel: the sheet as a download, the filled one back, its preview, all of it or nothing."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import Blueprint, flash, send_file, url_for
from werkzeug.wrappers import Response

from kinerja.documents.xlsx.baku import MEDIA
from kinerja.documents.xlsx.isian import PETUNJUK_PK, PETUNJUK_REALISASI, tulis_isian
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import Kesalahan, TidakBerwenang, TidakDitemukan
from kinerja.domain.lembar_banding import NAMA_BUKU
from kinerja.domain.lembar_isian import JenisBuku
from kinerja.models.basis_data import db, lepas
from kinerja.models.impor import Impor
from kinerja.operations.impor import verba
from kinerja.operations.impor.sumber import Sumber
from kinerja.operations.realisasi.cari import triwulan
from kinerja.web.akses import masuk, pelaku, perlu
from kinerja.web.excel_unggah import FormUnggah
from kinerja.web.formulir import Formulir
from kinerja.web.galat import status_untuk
from kinerja.web.jam import kantor_kini, sekarang
from kinerja.web.respond import pindah, respond

_PETUNJUK = {JenisBuku.REALISASI: PETUNJUK_REALISASI, JenisBuku.PERJANJIAN_KINERJA: PETUNJUK_PK}
bp = Blueprint("excel", __name__, url_prefix="/excel")


def _realisasi(periode_id: int, unit_id: int) -> Sumber:
    periode = triwulan(db.session(), periode_id)
    return Sumber(JenisBuku.REALISASI, periode.tahun, periode.id, unit_id)


def _asal(sumber: Sumber) -> tuple[str, str]:
    """Where the data stand in kinerja: the page's name and address."""
    if sumber.jenis is JenisBuku.REALISASI:
        return "Realisasi", url_for("realisasi.isi", periode_id=sumber.periode_id, unit=sumber.unit_id)
    if sumber.jenis is JenisBuku.RENCANA_AKSI:
        return "Rencana aksi", url_for("rencana_aksi.tampil", tahun=sumber.tahun, unit=sumber.unit_id)
    return "Perjanjian Kinerja", url_for("perjanjian_kinerja.tampil", tahun=sumber.tahun)


def _alamat(sumber: Sumber, templat: bool = False) -> str:
    titik = f"excel.{sumber.jenis}{'_lembar' if templat else ''}"
    argumen: dict[str, Any] = {"tahun": sumber.tahun, "unit_id": sumber.unit_id}
    if sumber.jenis is JenisBuku.REALISASI:
        argumen = {"periode_id": sumber.periode_id, "unit_id": sumber.unit_id}
    elif sumber.jenis is JenisBuku.PERJANJIAN_KINERJA:
        argumen.pop("unit_id")
    return url_for(titik, **argumen)


def _halaman(sumber: Sumber, form: FormUnggah | None = None, status: int = 200) -> Response:
    sesi = db.session()
    nama, url = _asal(sumber)
    return respond(
        "excel/isi.html",
        status=status,
        judul=verba.buku(sesi, sumber, pelaku()).judul,
        asal=nama,
        asal_url=url,
        url=_alamat(sumber),
        lembar_url=_alamat(sumber, templat=True),
        halangan=verba.halangan(sesi, sumber, pelaku()),
        form=form or FormUnggah(formdata=None),
    )


def _lembar(sumber: Sumber) -> Response:
    """The workbook as a download."""
    buku = verba.buku(db.session(), sumber, pelaku())
    pada = sekarang()
    office = kantor_kini()
    nama_kantor = f"Kecamatan {office.kecamatan}" if office else "kinerja"
    lepas(db.session())
    isi = tulis_isian(buku, nama_kantor, pada, _PETUNJUK.get(sumber.jenis, ()))
    return send_file(
        BytesIO(isi), mimetype=MEDIA, as_attachment=True, download_name=f"{buku.judul}.xlsx", max_age=0
    )


def _unggah(sumber: Sumber) -> Response:
    """Read, compare, try; then the preview. A file that cannot be taken is told beside the field."""
    verba.buku(db.session(), sumber, pelaku())
    form = FormUnggah()
    if form.validate():
        with form.menerima():
            terbaca = form.terima()
            impor = verba.periksa(
                db.session(), sumber, terbaca.lembar, terbaca.nama, terbaca.sha256, pelaku(), sekarang()
            )
            db.session.commit()
            return pindah(url_for("excel.pratinjau", impor_id=impor.id))
    return _halaman(sumber, form, form.status)


@bp.get("/realisasi/<nomor:periode_id>/unit/<nomor:unit_id>")
@perlu(Wewenang.ISI_REALISASI)
def realisasi(periode_id: int, unit_id: int) -> Response:
    """The own unit's figures of a triwulan."""
    return _halaman(_realisasi(periode_id, unit_id))


@bp.get("/realisasi/<nomor:periode_id>/unit/<nomor:unit_id>/lembar.xlsx")
@perlu(Wewenang.ISI_REALISASI)
def realisasi_lembar(periode_id: int, unit_id: int) -> Response:
    return _lembar(_realisasi(periode_id, unit_id))


@bp.post("/realisasi/<nomor:periode_id>/unit/<nomor:unit_id>")
@perlu(Wewenang.ISI_REALISASI)
def unggah_realisasi(periode_id: int, unit_id: int) -> Response:
    return _unggah(_realisasi(periode_id, unit_id))


@bp.get("/rencana-aksi/<nomor:tahun>/unit/<nomor:unit_id>")
@perlu(Wewenang.KIRIM_REALISASI)
def rencana_aksi(tahun: int, unit_id: int) -> Response:
    """A unit's rencana aksi of a year."""
    return _halaman(Sumber(JenisBuku.RENCANA_AKSI, tahun, 0, unit_id))


@bp.get("/rencana-aksi/<nomor:tahun>/unit/<nomor:unit_id>/lembar.xlsx")
@perlu(Wewenang.KIRIM_REALISASI)
def rencana_aksi_lembar(tahun: int, unit_id: int) -> Response:
    return _lembar(Sumber(JenisBuku.RENCANA_AKSI, tahun, 0, unit_id))


@bp.post("/rencana-aksi/<nomor:tahun>/unit/<nomor:unit_id>")
@perlu(Wewenang.KIRIM_REALISASI)
def unggah_rencana_aksi(tahun: int, unit_id: int) -> Response:
    return _unggah(Sumber(JenisBuku.RENCANA_AKSI, tahun, 0, unit_id))


@bp.get("/perjanjian-kinerja/<nomor:tahun>")
@perlu(Wewenang.TULIS_PK)
def perjanjian_kinerja(tahun: int) -> Response:
    """The draft of a year's Perjanjian Kinerja."""
    return _halaman(Sumber(JenisBuku.PERJANJIAN_KINERJA, tahun))


@bp.get("/perjanjian-kinerja/<nomor:tahun>/lembar.xlsx")
@perlu(Wewenang.TULIS_PK)
def perjanjian_kinerja_lembar(tahun: int) -> Response:
    return _lembar(Sumber(JenisBuku.PERJANJIAN_KINERJA, tahun))


@bp.post("/perjanjian-kinerja/<nomor:tahun>")
@perlu(Wewenang.TULIS_PK)
def unggah_perjanjian_kinerja(tahun: int) -> Response:
    return _unggah(Sumber(JenisBuku.PERJANJIAN_KINERJA, tahun))


def _pratinjau(impor: Impor, form: Formulir | None = None, status: int = 200) -> Response:
    sumber = verba.sumber_dari(impor)
    nama, url = _asal(sumber)
    return respond(
        "excel/pratinjau.html",
        status=status,
        impor=impor,
        jenis=NAMA_BUKU[sumber.jenis],
        perubahan=verba.perubahan_dari(impor),
        baris_baru=verba.jumlah_baris_baru(verba.perubahan_dari(impor)),
        salah=verba.salah_dari(impor),
        asal=nama,
        asal_url=url,
        unggah_url=_alamat(sumber),
        form=form or Formulir(formdata=None),
    )


@bp.get("/impor/<nomor:impor_id>")
@masuk
def pratinjau(impor_id: int) -> Response:
    """What the uploaded workbook would change, cell by cell; only for who uploaded it."""
    return _pratinjau(verba.ambil(db.session(), impor_id, pelaku()))


@bp.post("/impor/<nomor:impor_id>/penerapan")
@masuk
def terapkan(impor_id: int) -> Response:
    """All changes at once."""
    impor = verba.ambil(db.session(), impor_id, pelaku())
    form = Formulir()
    try:
        verba.terapkan(db.session(), impor_id, pelaku(), sekarang())
        db.session.commit()
    except (TidakBerwenang, TidakDitemukan):
        raise
    except Kesalahan as salah:
        db.session.rollback()
        form.salahkan(salah)
        return _pratinjau(verba.ambil(db.session(), impor_id, pelaku()), form, status_untuk(salah))
    perubahan = verba.perubahan_dari(impor)
    baru = verba.jumlah_baris_baru(perubahan)
    tambahan = f", {baru} baris baru di antaranya," if baru else ""
    flash(f"{len(perubahan)} sel{tambahan} dari “{impor.nama_berkas}” diterapkan.", "sukses")
    return pindah(_asal(verba.sumber_dari(impor))[1])

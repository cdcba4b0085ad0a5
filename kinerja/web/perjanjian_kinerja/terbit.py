"""The Perjanjian Kinerja on paper: a print of any version, and issuing an approved one with its number."""

from __future__ import annotations

from io import BytesIO

from flask import flash, request, send_file, url_for
from werkzeug.wrappers import Response

from kinerja.documents.cetak import HasilCetak, cetak
from kinerja.documents.perjanjian_kinerja.dari import perjanjian_kinerja_dari
from kinerja.documents.perjanjian_kinerja.naskah import TEMPLAT
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db, lepas
from kinerja.models.kantor import kantor
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.operations.dokumen import pk as verba
from kinerja.operations.perjanjian_kinerja.verba import ambil_pk
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.perjanjian_kinerja.form import FormSetuju
from kinerja.web.perjanjian_kinerja.halaman import bp, konteks, tampilkan
from kinerja.web.respond import pindah
from kinerja.web.terbit import simpan_cetakan


def versi_diminta() -> int | None:
    """``?versi=2`` of the address or of the form, or None."""
    teks = request.values.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 else None


def cetak_pk(pk: PerjanjianKinerja, *, nomor: str = "", kode: str = "") -> HasilCetak:
    """Print a version with all under it loaded; marked while it is not approved.

    Nothing may have been written in the running transaction: it ends here, before the slow rendering.
    """
    data = perjanjian_kinerja_dari(pk, kantor(db.session()), nomor=nomor, kode=kode)
    bertanggal = pk.disetujui_pada or pk.dibuat_pada
    lepas(db.session())
    return cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=bertanggal)


@bp.get("/<nomor:tahun>/pdf")
@perlu(Wewenang.BACA)
def pdf(tahun: int) -> Response:
    """Pernyataan, lampiran and rencana aksi of a version as a download; marked while not approved."""
    pk = konteks(tahun, versi_diminta())["pk"]
    if pk is None:
        raise TidakDitemukan(f"Perjanjian Kinerja {tahun} belum dibuat.")
    nama = f"{pk.nama}.pdf"
    return send_file(
        BytesIO(cetak_pk(pk).pdf), mimetype="application/pdf", as_attachment=True, download_name=nama
    )


@bp.post("/<nomor:tahun>/dokumen")
@perlu(Wewenang.TULIS_PK)
def terbitkan(tahun: int) -> Response:
    """Print an approved version with its number, store it, write its row; the print is between two
    transactions, and the second one checks that nothing changed meanwhile.
    """
    sesi, versi, form = db.session(), versi_diminta() or 1, FormSetuju()
    if form.validate():
        with form.menerima():
            rencana = verba.calon_pk(sesi, tahun, versi, pelaku(), hari_ini())
            hasil = cetak_pk(ambil_pk(sesi, tahun, versi), nomor=rencana.nomor, kode=rencana.kode)
            berkas = simpan_cetakan(hasil, rencana.judul)
            dokumen = verba.terbitkan_pk(
                sesi, tahun, versi, rencana, berkas, hasil.halaman, pelaku(), sekarang(), hasil.teks
            )
            db.session.commit()
            flash(f"{dokumen.judul} terbit dengan nomor {dokumen.nomor}.", "sukses")
            return pindah(url_for("perjanjian_kinerja.tampil", tahun=tahun, versi=versi))
    return tampilkan(tahun, versi, status=form.status, form_tindakan=form)

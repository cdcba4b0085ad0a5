"""A revision of the SOP sheet on paper: its print, and issuing a ratified one with its number."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from flask import flash, send_file, url_for
from werkzeug.wrappers import Response

from kinerja.documents.lembar_sop.naskah import cetak_lembar_sop
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import Kesalahan, TidakBerwenang, TidakDitemukan
from kinerja.domain.sop import Sop
from kinerja.models.basis_data import db, lepas
from kinerja.models.lembar_sop import LembarSop
from kinerja.operations.dokumen import sop as verba
from kinerja.operations.lembar_sop import sop_dari
from kinerja.web.akses import masuk, pelaku, perlu
from kinerja.web.galat import status_untuk
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.respond import pindah
from kinerja.web.sop.alamat import bp
from kinerja.web.sop.halaman import cari_lembar, halaman, terbaru
from kinerja.web.terbit import simpan_cetakan


@bp.get("/sop.pdf")
@masuk
def unduh() -> Response:
    """The newest revision on paper."""
    return _cetak(terbaru())


@bp.get("/sop/lembar/<nomor:lembar_id>.pdf")
@masuk
def unduh_lembar(lembar_id: int) -> Response:
    """One revision on paper."""
    return _cetak(cari_lembar(lembar_id))


def _siap(lembar: LembarSop) -> tuple[Sop, datetime, int]:
    """What a print needs. The running transaction ends here, before the slow rendering."""
    siap = (sop_dari(lembar), lembar.dimuat_pada, lembar.revisi)
    lepas(db.session())
    return siap


def _cetak(lembar: LembarSop) -> Response:
    nama = f"{verba.judul_lembar(lembar)}.pdf"
    sop, dimuat_pada, revisi = _siap(lembar)
    hasil = cetak_lembar_sop(sop, bertanggal=dimuat_pada, revisi=revisi)
    return send_file(BytesIO(hasil.pdf), mimetype="application/pdf", as_attachment=True, download_name=nama)


@bp.post("/sop/lembar/<nomor:lembar_id>/dokumen")
@perlu(Wewenang.ATUR_KANTOR)
def terbitkan(lembar_id: int) -> Response:
    """Print a ratified revision with its number, without the page of remarks; store it, write its row.

    The print is between two transactions; the second one checks that the number is still the next.
    """
    sesi, lembar = db.session(), cari_lembar(lembar_id)
    try:
        rencana = verba.calon_lembar(sesi, lembar_id, pelaku(), hari_ini())
        sop, dimuat_pada, revisi = _siap(lembar)
        hasil = cetak_lembar_sop(
            sop,
            dengan_catatan=False,
            bertanggal=dimuat_pada,
            revisi=revisi,
            nomor=rencana.nomor,
            kode=rencana.kode,
        )
        berkas = simpan_cetakan(hasil, rencana.judul)
        dokumen = verba.terbitkan_lembar(
            sesi, lembar_id, rencana, berkas, hasil.halaman, pelaku(), sekarang(), hasil.teks
        )
        db.session.commit()
        flash(f"{dokumen.judul} terbit dengan nomor {dokumen.nomor}.", "sukses")
        return pindah(url_for("sop.lembar", lembar_id=lembar_id))
    except (TidakBerwenang, TidakDitemukan):
        raise
    except Kesalahan as salah:
        db.session.rollback()
        return halaman(cari_lembar(lembar_id), status_untuk(salah), salah.pesan)

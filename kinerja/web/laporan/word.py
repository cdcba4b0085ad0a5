"""A report as a Word file, for offices that finish there."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.wrappers import Response

from kinerja.documents.laporan.docx import JENIS_DOCX, laporan_docx
from kinerja.domain.jabatan import Wewenang
from kinerja.models.basis_data import db
from kinerja.operations.dokumen.terbit import dokumen_laporan
from kinerja.operations.laporan.verba import laporan_kini, laporan_versi
from kinerja.web.akses import perlu
from kinerja.web.laporan.pdf import siap_cetak
from kinerja.web.laporan.rute import cari_periode, versi_diminta

bp = Blueprint("laporan_word", __name__, url_prefix="/laporan")


@bp.get("/<nomor:periode_id>/laporan.docx")
@perlu(Wewenang.BACA)
def unduh(periode_id: int) -> Response:
    """The newest version, or that of ``?versi=``: marked as a draft, until it was issued under a number.

    One that was issued and then cancelled keeps the mark.
    """
    periode = cari_periode(periode_id)
    versi, kata = versi_diminta()
    sesi = db.session()
    laporan = laporan_kini(sesi, periode_id) if versi is None else laporan_versi(sesi, periode_id, versi)
    terbit = dokumen_laporan(sesi, laporan) if laporan and not laporan.dibatalkan else None
    nama = f"{'' if terbit else 'Draf '}Laporan {periode.nama}{kata}.docx"
    if terbit:
        data, bertanggal = siap_cetak(
            periode_id, nomor=terbit.nomor, kode=terbit.kode, tanggal=terbit.tanggal, versi=versi
        )
    else:
        data, bertanggal = siap_cetak(periode_id, draf=True, versi=versi)
    jawab = Response(laporan_docx(data, bertanggal), mimetype=JENIS_DOCX)
    jawab.headers.set("Content-Disposition", "attachment", filename=nama)
    return jawab

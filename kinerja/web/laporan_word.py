"""A report as a Word file, for offices that finish there."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.wrappers import Response

from kinerja.documents.laporan_docx import JENIS_DOCX, laporan_docx
from kinerja.domain.jabatan import Wewenang
from kinerja.models.basis_data import db
from kinerja.operations.dokumen import dokumen_laporan
from kinerja.operations.laporan import laporan_kini
from kinerja.web.akses import perlu
from kinerja.web.laporan import cari_periode
from kinerja.web.laporan_pdf import siap_cetak

bp = Blueprint("laporan_word", __name__, url_prefix="/laporan")


@bp.get("/<nomor:periode_id>/laporan.docx")
@perlu(Wewenang.BACA)
def unduh(periode_id: int) -> Response:
    """The newest version: marked as a draft, until it was issued under a number and a date."""
    periode = cari_periode(periode_id)
    laporan = laporan_kini(db.session(), periode_id)
    terbit = dokumen_laporan(db.session(), laporan) if laporan else None
    nama = f"Laporan {periode.nama}.docx" if terbit else f"Draf Laporan {periode.nama}.docx"
    if terbit:
        data, bertanggal = siap_cetak(
            periode_id, nomor=terbit.nomor, kode=terbit.kode, tanggal=terbit.tanggal
        )
    else:
        data, bertanggal = siap_cetak(periode_id, draf=True)
    jawab = Response(laporan_docx(data, bertanggal), mimetype=JENIS_DOCX)
    jawab.headers.set("Content-Disposition", "attachment", filename=nama)
    return jawab

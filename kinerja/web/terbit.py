"""What every issuing has in common: the finished PDF goes into the store, then its row is written."""

from __future__ import annotations

import io

from flask import current_app

from kinerja.archive import gudang
from kinerja.archive.jenis_berkas import JenisBerkas
from kinerja.documents.cetak import HasilCetak
from kinerja.models.basis_data import db
from kinerja.models.berkas import Berkas
from kinerja.operations.berkas import catat_berkas
from kinerja.web.akses import pelaku
from kinerja.web.jam import sekarang


def simpan_cetakan(hasil: HasilCetak, nama: str) -> Berkas:
    """Store a printed document; the row of the file is not committed.

    Called after the rendering, outside a transaction: the one that begins with this row also writes the
    document and its audit row, and is committed by the view.
    """
    tersimpan = gudang.simpan(
        current_app.config["DATA"], io.BytesIO(hasil.pdf), current_app.config["MAX_CONTENT_LENGTH"]
    )
    return catat_berkas(db.session(), tersimpan, f"{nama}.pdf", JenisBerkas.PDF, pelaku(), sekarang())

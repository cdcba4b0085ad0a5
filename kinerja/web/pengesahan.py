"""Pengesahan: issue the final PDF. The signed one comes back through ``web.pindai`` and closes the period."""

from __future__ import annotations

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Peran
from kinerja.domain.kesalahan import Kesalahan, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.operations.dokumen import terbit as verba
from kinerja.operations.penandatangan import penanda
from kinerja.web.akses import masuk, pelaku
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.laporan.pdf import cetak_laporan
from kinerja.web.respond import pindah, respond
from kinerja.web.terbit import simpan_cetakan
from kinerja.web.tugas import cari, konteks

bp = Blueprint("pengesahan", __name__, url_prefix="/tugas")


@bp.post("/<nomor:tugas_id>/dokumen")
@masuk
def terbitkan(tugas_id: int) -> Response:
    """Render the frozen report with its number, store it, write its row.

    The render takes a second or more, so it happens between two transactions; the second one checks that
    the number printed is still the next.
    """
    tugas = cari(tugas_id)
    if tugas.langkah is not None:
        raise TidakDitemukan("Dokumen diterbitkan dari langkah pengesahan.")
    status = 422
    try:
        verba.boleh_terbit(pelaku(), tugas)
        rencana = verba.calon(db.session(), tugas, pelaku(), sekarang(), hari_ini())
        penanda_tangan = penanda(db.session(), Peran.CAMAT, hari_ini())
        hasil = cetak_laporan(
            tugas.periode_id, nomor=rencana.nomor, kode=rencana.kode, tanggal=rencana.tanggal
        )
        berkas = simpan_cetakan(hasil, rencana.judul)
        dokumen = verba.terbitkan(
            db.session(),
            tugas_id,
            rencana,
            berkas,
            hasil.halaman,
            pelaku(),
            sekarang(),
            penanda_tangan,
            hasil.teks,
        )
        db.session.commit()
        flash(f"PDF final terbit dengan nomor {dokumen.nomor}.", "sukses")
        return pindah(url_for("tugas.tampil", tugas_id=tugas_id))
    except (TidakBerwenang, TidakDitemukan):
        raise
    except Kesalahan as salah:
        db.session.rollback()
        status = 409 if isinstance(salah, SudahDikerjakan) else 422
        pesan = salah.pesan
    return respond(
        "tugas/tampil.html", "tugas/_tugas.html", status=status, **konteks(cari(tugas_id)), galat_terbit=pesan
    )

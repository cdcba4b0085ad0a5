"""Sending the request for data of step 1, from that step's page."""

from __future__ import annotations

from flask import flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.operations.disposisi.permintaan import tugas_permintaan
from kinerja.operations.disposisi.verba import buat_disposisi
from kinerja.web.akses import pelaku, perlu
from kinerja.web.disposisi.alamat import bp
from kinerja.web.jam import sekarang
from kinerja.web.langkah.kumpulkan import form_permintaan
from kinerja.web.respond import pindah, respond
from kinerja.web.tugas import cari, cari_milik, konteks


@bp.post("/permintaan/<nomor:tugas_id>")
@perlu(Wewenang.BUAT_DISPOSISI)
def minta(tugas_id: int) -> Response:
    """One disposisi with a branch for each unit ticked; may be sent again for units forgotten."""
    tugas = cari(tugas_id)
    asal = tugas_permintaan(db.session(), tugas.periode_id)
    if asal is None or asal.id != tugas.id:
        raise TidakDitemukan("Langkah ini tidak meminta data.")
    tugas = cari_milik(tugas_id)
    form = form_permintaan(tugas)
    if form.validate():
        with form.menerima():
            disposisi = buat_disposisi(db.session(), pelaku(), sekarang(), tugas=tugas, **form.isi())
            db.session.commit()
            jumlah = len(disposisi.cabang)
            flash(f"Disposisi nomor agenda {disposisi.nomor_agenda} terkirim kepada {jumlah} unit.", "sukses")
            return pindah(url_for("tugas.tampil", tugas_id=tugas_id))
    isi = {**konteks(cari(tugas_id)), "form_permintaan": form}
    return respond("tugas/tampil.html", "tugas/_tugas.html", status=form.status, **isi)

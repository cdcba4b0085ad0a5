"""Electronic signatures: the roots the office trusts, and looking at an archived file once more."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, current_app, flash, url_for
from werkzeug.wrappers import Response

from kinerja.archive import gudang
from kinerja.archive.akar_tepercaya import FOLDER, akar_rusak, akar_tepercaya
from kinerja.archive.gudang import BerkasHilang
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.documents.tanda_tangan.periksa import periksa_ttd
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import SudahDikerjakan
from kinerja.models.basis_data import db, lepas
from kinerja.operations import periksa_ttd as verba
from kinerja.web.akses import pelaku, perlu
from kinerja.web.arsip.rute import cari_dokumen
from kinerja.web.jam import sekarang
from kinerja.web.respond import pindah, respond

bp = Blueprint("tanda_tangan", __name__)

SEGERA_HABIS = timedelta(days=90)
HILANG = "Berkas arsip ini tidak terbaca. Minta admin menjalankan pemeriksaan arsip."


@bp.get("/akar-tepercaya/")
@perlu(Wewenang.BACA, Wewenang.ATUR_ORANG)
def tampil() -> Response:
    """The certificates in ``trust/`` of the data folder; how to add one on the server."""
    data, kini = current_app.config["DATA"], sekarang()
    return respond(
        "tanda_tangan/tampil.html",
        akar=akar_tepercaya(data),
        rusak=akar_rusak(data),
        folder=FOLDER,
        kini=kini,
        segera=kini + SEGERA_HABIS,
    )


@bp.post("/arsip/<nomor:dokumen_id>/tanda-tangan")
@perlu(Wewenang.UNGGAH_TERTANDA, Wewenang.ATUR_KANTOR)
def periksa_ulang(dokumen_id: int) -> Response:
    """Judge the archived TTE file once more; the verdict is put beside those there are."""
    dokumen = cari_dokumen(dokumen_id)
    berlaku = next((a for a in reversed(dokumen.arsip) if a.diganti_oleh_id is None), None)
    if berlaku is None or berlaku.cara != "tte":
        raise SudahDikerjakan("Dokumen ini tidak diarsipkan dengan tanda tangan elektronik.")
    sha256, data, pada = berlaku.berkas.sha256, current_app.config["DATA"], sekarang()
    lepas(db.session())
    try:
        with gudang.buka(data, sha256) as aliran:
            isi = aliran.read()
        hasil = periksa_ttd(isi, [satu.der for satu in akar_tepercaya(data)], pada=pada)
    except (BerkasHilang, PratinjauGagal) as salah:
        flash(salah.pesan if isinstance(salah, PratinjauGagal) else HILANG, "awas")
        return pindah(url_for("arsip.dokumen", dokumen_id=dokumen_id))
    verba.periksa_ulang(db.session(), berlaku, dokumen, hasil, pelaku(), pada)
    db.session.commit()
    flash(f"Tanda tangan diperiksa ulang: {hasil.verdict}.", "sukses")
    return pindah(url_for("arsip.dokumen", dokumen_id=dokumen_id, _anchor="tanda-tangan"))

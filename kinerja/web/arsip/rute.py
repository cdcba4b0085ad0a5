"""The archive: issued documents with their numbers, the signed PDFs that came back, and their download."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.nomor import NAMA_JENIS
from kinerja.models.basis_data import db
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.operations import arsip as verba
from kinerja.operations.arsip_daftar import daftar_dokumen
from kinerja.operations.laporan.beda import Perubahan, laporan_beku, perubahan
from kinerja.operations.laporan.revisi import keputusan, pengganti
from kinerja.operations.pindaian.dokumen import boleh_terima
from kinerja.operations.pindaian.lihat import menunggu_dokumen
from kinerja.operations.pindaian.tutup import penutup_milik
from kinerja.web.akses import pelaku, perlu
from kinerja.web.arsip.asal import konteks_asal
from kinerja.web.arsip.simpan import FormRak, konteks_simpan
from kinerja.web.arsip.verdict import verdict_tampil
from kinerja.web.respond import respond

bp = Blueprint("arsip", __name__, url_prefix="/arsip")


def dokumen_batal() -> set[int]:
    """The ids of documents issued for a revision that was cancelled."""
    return set(db.session.execute(verba.dokumen_batal()).scalars())


def cari_dokumen(dokumen_id: int) -> Dokumen:
    """An issued document with its files, or TidakDitemukan."""
    pilih = daftar_dokumen().where(Dokumen.id == dokumen_id)
    dokumen = db.session.execute(pilih).unique().scalar_one_or_none()
    if dokumen is None:
        raise TidakDitemukan("Dokumen itu tidak ada.")
    return dokumen


def _perubahan(dokumen: Dokumen) -> tuple[Perubahan, Laporan] | None:
    """What changed since, where this document is the newest final report; and the decision about it."""
    laporan = db.session.get(Laporan, dokumen.laporan_id) if dokumen.laporan_id else None
    if laporan is None or dokumen.periode is None:
        return None
    terbaru = laporan_beku(db.session(), laporan.periode_id)
    if terbaru is None or terbaru.id != laporan.id:
        return None
    return perubahan(db.session(), dokumen.periode, laporan), laporan


def konteks(dokumen: Dokumen, form_rak: FormRak | None = None) -> dict[str, Any]:
    """Everything the page of a document shows."""
    berlaku = [a for a in dokumen.arsip if a.diganti_oleh_id is None]
    ubah = _perubahan(dokumen)
    terima = boleh_terima(db.session(), pelaku(), dokumen)
    beda = ubah[0].beda if ubah else ()
    return {
        **konteks_asal(dokumen),
        "dokumen": dokumen,
        "berlaku": berlaku[-1] if berlaku else None,
        "lama": [a for a in dokumen.arsip if a.diganti_oleh_id is not None],
        "pengganti": pengganti(db.session(), dokumen),
        "beda": beda,
        "putusan": keputusan(db.session(), ubah[1], ubah[0].digest) if ubah and beda else None,
        "batal": dokumen.id in dokumen_batal(),
        "cara": verba.CARA,
        "nama_jenis": NAMA_JENIS,
        "boleh_terima": terima,
        "menunggu": menunggu_dokumen(db.session(), dokumen.id) if terima else [],
        "penutup": penutup_milik(db.session(), dokumen, pelaku()),
        **konteks_simpan(dokumen, berlaku[-1] if berlaku else None, form_rak),
        **verdict_tampil(db.session(), berlaku[-1] if berlaku else None),
    }


@bp.get("/<nomor:dokumen_id>")
@perlu(Wewenang.BACA)
def dokumen(dokumen_id: int) -> Response:
    """One document: number, code, sha256, signer, and every PDF received for it."""
    return respond("arsip/dokumen.html", **konteks(cari_dokumen(dokumen_id)))

"""Is what a document was printed from still what is stored, and does its audit row say the same?"""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_lengkap
from kinerja.operations.dokumen.digest import digest_laporan, digest_pk, digest_surat
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.surat_keluar_lihat import isian_surat, surat_jalan


@dataclass(frozen=True)
class DataCetak:
    """``sama``: the data stored now give the digest. ``tetap``: they never change, so they must.

    ``tercatat``: number, code, digest and sha256 stand in the audit row of the issuing just so.
    """

    digest: str
    sama: bool
    tetap: bool
    tercatat: bool


def data_cetak(sesi: Session, dokumen: Dokumen) -> DataCetak | None:
    """The check of one document; None for one issued before 0.3, which has no digest."""
    if not dokumen.digest:
        return None
    tetap = dokumen.laporan_id is not None or dokumen.lembar_sop_id is not None
    sama = _digest_kini(sesi, dokumen) == dokumen.digest
    return DataCetak(dokumen.digest, sama, tetap, _tercatat(sesi, dokumen))


def _digest_kini(sesi: Session, dokumen: Dokumen) -> str | None:
    """The digest of the data as stored now; None where they are gone."""
    if dokumen.laporan_id is not None:
        laporan = sesi.get(Laporan, dokumen.laporan_id)
        return digest_laporan(laporan) if laporan else None
    if dokumen.lembar_sop_id is not None:
        lembar = sesi.get(LembarSop, dokumen.lembar_sop_id)
        return sop_dari(lembar).digest() if lembar else None
    if dokumen.perjanjian_kinerja_id is not None:
        pilih = pk_lengkap().where(PerjanjianKinerja.id == dokumen.perjanjian_kinerja_id)
        pk = sesi.execute(pilih).scalar_one_or_none()
        return digest_pk(pk) if pk else None
    surat = surat_jalan(sesi, dokumen.periode_id) if dokumen.periode_id is not None else None
    return digest_surat(isian_surat(surat)) if surat else None


def _tercatat(sesi: Session, dokumen: Dokumen) -> bool:
    sesudah = sesi.execute(
        select(Catatan.sesudah)
        .where(Catatan.tindakan == "terbitkan", Catatan.objek == f"dokumen:{dokumen.id}")
        .order_by(Catatan.seq)
        .limit(1)
    ).scalar_one_or_none()
    if sesudah is None:
        return False
    isi = json.loads(sesudah)
    harapan = {
        "nomor": dokumen.nomor,
        "kode": dokumen.kode,
        "digest": dokumen.digest,
        "sha256": sesi.get_one(Berkas, dokumen.berkas_id).sha256,
    }
    return all(isi.get(kunci) == nilai for kunci, nilai in harapan.items())

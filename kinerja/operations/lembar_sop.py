"""The running sheet: put into the database once, read back as the pure ``Sop``."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.sop import Sop
from kinerja.domain.sop_baca import dari_json
from kinerja.models.basis_data import json_kanonik
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.operations.catatan import catat


def muat_lembar(
    sesi: Session,
    kode: str,
    sop: Sop,
    oleh: Pelaku | None,
    pada: datetime,
    alasan: str = "",
    jabatan: str = "",
) -> LembarSop:
    """Store a sheet as its next revision; the same content again is the revision already there.

    ``jabatan`` is the post under which ``oleh`` does it, ``alasan`` why; both stand on the revision.
    """
    lama = sesi.execute(lembar_terbaru(kode)).scalar_one_or_none()
    if lama is not None and lama.digest == sop.digest():
        return lama
    baru = LembarSop(
        kode=kode,
        revisi=1 if lama is None else lama.revisi + 1,
        nama=sop.nama,
        digest=sop.digest(),
        isi=sop.ke_dict(),
        dimuat_pada=pada,
        alasan=alasan,
        disahkan_oleh_id=oleh.pegawai_id if oleh else None,
        disahkan_oleh_nama=oleh.nama if oleh else "",
        disahkan_oleh_jabatan=jabatan,
    )
    sesi.add(baru)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "sahkan_sop" if lama else "muat_sop",
        f"lembar_sop:{baru.id}",
        f"SOP {sop.nama} revisi {baru.revisi} {'disahkan: ' + alasan if lama else 'dimuat.'}",
        sebelum={"revisi": lama.revisi, "digest": lama.digest} if lama else None,
        sesudah={"digest": baru.digest, "nomor": sop.identitas.nomor, "alasan": alasan},
        jabatan=jabatan or None,
    )
    return baru


def sop_dari(lembar: LembarSop) -> Sop:
    """The pure sheet of a revision (kept in memory by its digest)."""
    return _baca(lembar.digest, json_kanonik(lembar.isi))


@lru_cache(maxsize=32)
def _baca(_digest: str, isi: str) -> Sop:
    return dari_json(isi)

"""Keeping verdicts on electronic signatures: the one at receipt for good, later ones beside it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.tanda_tangan import HasilTtd
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.operations.catatan import catat


def catat_verdict(
    sesi: Session, berkas: Berkas, hasil: HasilTtd, oleh_nama: str, pada: datetime, *, ulang: bool = False
) -> PeriksaTtd:
    """Write the row; the act it belongs to (receiving, checking again) writes the audit row."""
    baris = PeriksaTtd(
        berkas_id=berkas.id,
        ulang=ulang,
        pada=pada,
        oleh_nama=oleh_nama,
        verdict=str(hasil.verdict),
        hasil=hasil.ke_data(),
    )
    sesi.add(baris)
    sesi.flush()
    return baris


def verdict_berkas(sesi: Session, berkas_id: int) -> list[PeriksaTtd]:
    """Every verdict on a file, the one at receipt first."""
    return list(
        sesi.execute(
            select(PeriksaTtd).where(PeriksaTtd.berkas_id == berkas_id).order_by(PeriksaTtd.id)
        ).scalars()
    )


def periksa_ulang(
    sesi: Session, arsip: Arsip, dokumen: Dokumen, hasil: HasilTtd, oleh: Pelaku, pada: datetime
) -> PeriksaTtd:
    """Put a further verdict beside the first, with its audit row."""
    baris = catat_verdict(sesi, arsip.berkas, hasil, oleh.nama, pada, ulang=True)
    catat(
        sesi,
        oleh,
        pada,
        "periksa_ttd",
        f"arsip:{arsip.id}",
        f"Tanda tangan elektronik {dokumen.judul} ({dokumen.nomor}) diperiksa ulang: {hasil.verdict}.",
        sesudah={"verdict": str(hasil.verdict), "sha256": arsip.berkas.sha256, "akar": list(hasil.akar)},
    )
    return baris

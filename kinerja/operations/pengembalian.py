"""Sending a step back to an earlier one of its period; all input of both stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.models.tugas import Pengembalian, Tugas, tugas_periode
from kinerja.operations.catatan import catat
from kinerja.operations.laporan.verba import cairkan
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.sekali.alur import atur_tenggat
from kinerja.operations.sel_kembali import tandai
from kinerja.operations.tugas import PANJANG_CATATAN, ambil, buka, pastikan_dapat_dikerjakan


def tujuan_kembali(sesi: Session, tugas: Tugas) -> tuple[Tugas, ...]:
    """The completed earlier steps of the same period a step may be sent back to, nearest first."""
    if tugas.periode.ditutup_pada is not None:
        return ()  # a revision is mended in the revision itself (operations.revisi)
    semua = sesi.execute(tugas_periode(tugas.periode_id)).scalars().all()
    nomor = tugas.langkah if tugas.langkah is not None else float("inf")
    return tuple(
        t
        for t in reversed(semua)
        if t.langkah is not None and t.langkah < nomor and t.penyelesaian_id is not None
    )


def kembalikan(
    sesi: Session,
    tugas_id: int,
    ke_kunci: str,
    oleh: Pelaku,
    pada: datetime,
    alasan: str,
    sel: Sequence[str] = (),
) -> Pengembalian:
    """Send an open step back to an earlier one of its period; every step from there on is done again.

    All earlier input stays: the completions remain as rows, only the pointers are taken away. ``sel`` are
    the marks of the very cells to mend (operations.sel_kembali); none: the whole step.
    """
    tugas = ambil(sesi, tugas_id, kunci=True)
    jabatan = pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    if not alasan.strip():
        raise MasukanSalah("Tuliskan alasan pengembalian.", "alasan")
    if len(alasan) > PANJANG_CATATAN:
        raise MasukanSalah(f"Alasan paling panjang {PANJANG_CATATAN} tanda.", "alasan")
    boleh = tujuan_kembali(sesi, tugas)
    tujuan = next((t for t in boleh if t.kunci == ke_kunci), None)
    if tujuan is None:
        raise MasukanSalah("Pilih langkah yang dituju.", "ke")
    ditandai = tandai(sesi, tujuan, sel)
    for lain in boleh:
        if lain.langkah is not None and tujuan.langkah is not None and lain.langkah > tujuan.langkah:
            _tutup_kembali(lain)
    _tutup_kembali(tugas)
    buka(tujuan, pada)
    atur_tenggat(sesi, sop_dari(tugas.periode.lembar_sop), tugas.periode, tujuan, pada)
    kembali = Pengembalian(
        dari_id=tugas.id,
        ke_id=tujuan.id,
        oleh_id=oleh.pegawai_id,
        oleh_nama=oleh.nama,
        jabatan_nama=jabatan.nama_lengkap,
        pada=pada,
        alasan=alasan.strip(),
        sel=ditandai,
    )
    sesi.add(kembali)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "kembalikan",
        f"tugas:{tujuan.id}",
        f"{tugas.periode.nama}: {tugas.nama} dikembalikan ke langkah {tujuan.langkah}. "
        f"Alasan: {alasan.strip()}",
        sesudah={
            "dari": tugas.id,
            "ke": tujuan.id,
            "pengembalian": kembali.id,
            **({"sel": [s["tanda"] for s in ditandai]} if ditandai else {}),
        },
        jabatan=jabatan.nama_lengkap,
    )
    if tugas.langkah is None:
        cairkan(sesi, tugas.periode, oleh, pada)  # Pengesahan: the frozen report gets a version to work on
    return kembali


def _tutup_kembali(tugas: Tugas) -> None:
    """A step that has to wait again for one before it."""
    tugas.dibuka_pada = None
    tugas.pertama_dilihat_pada = None
    tugas.penyelesaian_id = None

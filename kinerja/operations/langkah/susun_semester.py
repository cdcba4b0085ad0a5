"""Step 7: compose the semester report and pass its draft to the Sekretaris; semester II opens the year."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.naskah import Naskah
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.langkah.olah import draf_terkini
from kinerja.operations.langkah.susun import koreksi, narasi_wajib
from kinerja.operations.laporan.verba import laporan_kini, tahunan_ikut


def hasil(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    return (
        draf_terkini(sesi, tugas),
        narasi_wajib(sesi, tugas),
        *koreksi(sesi, tugas),
        *_tahunan(sesi, tugas),
        _lembar_disposisi(sesi, tugas),
    )


def _tahunan(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    tahunan = tahunan_ikut(sesi, tugas.periode)
    if tahunan is None:
        return ()
    ada = laporan_kini(sesi, tahunan.id) is not None
    pesan = "Bab II dan tabel Bab III sudah terisi angka" if ada else "Dibuka bersama saat angka diolah"
    return (Butir("Draf laporan tahunan", ada, pesan, ("laporan", tahunan.id)),)


def _lembar_disposisi(sesi: Session, tugas: Tugas) -> Butir:
    lembar = disposisi_penyampaian(sesi, tugas)
    label = Naskah.LEMBAR_DISPOSISI.label
    if lembar is None:
        return Butir(label, False, "Draf belum disampaikan kepada Sekretaris.", ("tugas", tugas.id))
    return Butir(label, True, f"Nomor agenda {lembar.nomor_agenda}", ("disposisi", lembar.id))


def disposisi_penyampaian(sesi: Session, tugas: Tugas) -> Disposisi | None:
    """The newest slip of this step that still has a branch in force."""
    return sesi.execute(
        select(Disposisi)
        .where(
            Disposisi.tugas_id == tugas.id,
            Disposisi.id.in_(
                select(CabangDisposisi.disposisi_id).where(CabangDisposisi.dibatalkan_pada.is_(None))
            ),
        )
        .order_by(Disposisi.id.desc())
        .limit(1)
    ).scalar_one_or_none()

"""The lists of disposisi: what came to a person's posts, what they gave, what they may see."""

from __future__ import annotations

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.jabatan import Pelaku
from kinerja.models.disposisi import CabangDisposisi, Disposisi, cabang_terbuka
from kinerja.models.tugas import Tugas
from kinerja.operations.disposisi.lihat import cabang_untuk, terlihat

PER_HALAMAN = 50


def masuk_terbuka(sesi: Session, oleh: Pelaku) -> list[CabangDisposisi]:
    """Open branches of the person's posts, soonest due first."""
    pilih = (
        cabang_terbuka(oleh.jabatan_id)
        .where(cabang_untuk(oleh))
        .options(joinedload(CabangDisposisi.penyelesaian))
    )
    return list(sesi.execute(pilih).scalars())


def masuk_selesai(sesi: Session, oleh: Pelaku, sebelum: int | None = None) -> list[CabangDisposisi]:
    """Ended branches of the person's posts, newest first; one more than a page where there are more."""
    pilih = (
        select(CabangDisposisi)
        .options(
            joinedload(CabangDisposisi.disposisi),
            joinedload(CabangDisposisi.penerima),
            joinedload(CabangDisposisi.penyelesaian),
        )
        .where(cabang_untuk(oleh), CabangDisposisi.penyelesaian_id.is_not(None))
        .order_by(CabangDisposisi.id.desc())
        .limit(PER_HALAMAN + 1)
    )
    if sebelum is not None:
        pilih = pilih.where(CabangDisposisi.id < sebelum)
    return list(sesi.execute(pilih).scalars())


def keluar(sesi: Session, oleh: Pelaku, sebelum: int | None = None) -> list[Disposisi]:
    """What the person's posts gave, newest first."""
    pilih = _lengkap(sebelum).where(Disposisi.pemberi_jabatan_id.in_(oleh.jabatan_id), terlihat(oleh))
    return list(sesi.execute(pilih).scalars())


def semua(
    sesi: Session, oleh: Pelaku, sebelum: int | None = None, periode_id: int | None = None
) -> list[Disposisi]:
    """All the person may see, newest first; of one period: those its steps put out."""
    pilih = _lengkap(sebelum).where(terlihat(oleh))
    if periode_id is not None:
        pilih = pilih.where(Disposisi.tugas_id.in_(select(Tugas.id).where(Tugas.periode_id == periode_id)))
    return list(sesi.execute(pilih).scalars())


def _lengkap(sebelum: int | None) -> Select[Disposisi]:
    pilih = (
        select(Disposisi)
        .options(
            selectinload(Disposisi.cabang).options(
                joinedload(CabangDisposisi.penerima), joinedload(CabangDisposisi.penyelesaian)
            )
        )
        .order_by(Disposisi.id.desc())
        .limit(PER_HALAMAN + 1)
    )
    return pilih if sebelum is None else pilih.where(Disposisi.id < sebelum)

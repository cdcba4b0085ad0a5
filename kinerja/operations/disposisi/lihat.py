"""Who sees which disposisi (domain.md §5), and finding one through that."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlalchemy.orm import Session, aliased, joinedload, selectinload
from sqlalchemy.orm.util import identity_key

from kinerja.domain.disposisi import Sifat
from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.tugas import Tugas, milik


@lru_cache(maxsize=256)
def terlihat(pelaku: Pelaku) -> ColumnElement[bool]:
    """Giver, recipients (a cancelled branch no longer counts), Camat and Sekretaris; a step's disposisi that
    is not Rahasia also the holders of the steps of that period. What is Rahasia stays with the holder of a
    delegated post."""
    if pelaku.boleh(Wewenang.LIHAT_RAHASIA):
        return true()
    penerima = (
        select(CabangDisposisi.disposisi_id)
        .where(cabang_untuk(pelaku), CabangDisposisi.dibatalkan_pada.is_(None))
        .correlate(None)
    )
    asal = aliased(Tugas)
    pelaksana = (
        select(asal.id).join(Tugas, Tugas.periode_id == asal.periode_id).where(milik(pelaku)).correlate(None)
    )
    return or_(
        Disposisi.pemberi_jabatan_id.in_(_sendiri(pelaku)),
        and_(
            Disposisi.pemberi_jabatan_id.in_(pelaku.jabatan_id),
            or_(Disposisi.sifat != Sifat.RAHASIA, Disposisi.pemberi_id == pelaku.pegawai_id),
        ),
        Disposisi.id.in_(penerima),
        and_(Disposisi.sifat != Sifat.RAHASIA, Disposisi.tugas_id.in_(pelaksana)),
    )


@lru_cache(maxsize=256)
def cabang_untuk(pelaku: Pelaku) -> ColumnElement[bool]:
    """The branches of the person's posts; of a post only stood in for, those that are not Rahasia."""
    sendiri = _sendiri(pelaku)
    if sendiri == pelaku.jabatan_id:
        return CabangDisposisi.penerima_id.in_(sendiri)
    terbuka = select(Disposisi.id).where(Disposisi.sifat != Sifat.RAHASIA).correlate(None)
    return or_(
        CabangDisposisi.penerima_id.in_(sendiri),
        and_(CabangDisposisi.penerima_id.in_(pelaku.jabatan_id), CabangDisposisi.disposisi_id.in_(terbuka)),
    )


def _sendiri(pelaku: Pelaku) -> frozenset[int]:
    return frozenset(j.id for j in pelaku.jabatan_sendiri)


def ambil(sesi: Session, disposisi_id: int, oleh: Pelaku) -> Disposisi:
    """The slip with its branches, recipients and replies, if the person may see it."""
    disposisi = sesi.execute(
        select(Disposisi)
        .options(
            selectinload(Disposisi.cabang).options(
                joinedload(CabangDisposisi.penerima), joinedload(CabangDisposisi.penyelesaian)
            )
        )
        .where(Disposisi.id == disposisi_id, terlihat(oleh))
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()
    if disposisi is None:
        raise TidakDitemukan("Disposisi itu tidak ada, atau bukan untuk Anda.")
    return disposisi


def ambil_cabang(sesi: Session, cabang_id: int, oleh: Pelaku, kunci: bool = False) -> CabangDisposisi:
    """A branch with slip, recipient and reply, if the person may see the slip.

    ``kunci`` locks the row and reads anew what another may have changed.
    """
    if kunci:
        _kunci(sesi, cabang_id)
    cabang = sesi.execute(
        select(CabangDisposisi)
        .join(CabangDisposisi.disposisi)
        .options(
            joinedload(CabangDisposisi.disposisi),
            joinedload(CabangDisposisi.penerima),
            joinedload(CabangDisposisi.penyelesaian),
        )
        .where(CabangDisposisi.id == cabang_id, terlihat(oleh))
    ).scalar_one_or_none()
    if cabang is None:
        raise TidakDitemukan("Disposisi itu tidak ada, atau bukan untuk Anda.")
    return cabang


def _kunci(sesi: Session, cabang_id: int) -> None:
    sesi.execute(select(CabangDisposisi.id).where(CabangDisposisi.id == cabang_id).with_for_update())
    lama = sesi.identity_map.get(identity_key(CabangDisposisi, cabang_id))
    if lama is not None:
        sesi.flush()
        berubah = ["penyelesaian_id", "penyelesaian", "dibatalkan_pada", "dibaca_pada", "diingatkan_pada"]
        sesi.expire(lama, berubah)


def lihat(cabang: CabangDisposisi, oleh: Pelaku, pada: datetime) -> bool:
    """Mark an open branch as read at its holder's first look (not an official act); True the first time."""
    if cabang.dibaca_pada is not None or cabang.dibatalkan_pada is not None:
        return False
    if cabang.penerima_id not in oleh.jabatan_id:
        return False
    cabang.dibaca_pada, cabang.dibaca_oleh_nama = pada, oleh.nama
    return True

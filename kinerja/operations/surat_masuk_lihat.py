"""Who sees which incoming letter, finding one through that, the agenda book."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, or_, select, true
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.disposisi import Sifat
from kinerja.domain.jabatan import Jabatan as JabatanMurni
from kinerja.domain.jabatan import Pelaku, Peran, Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.surat_masuk import PENERIMA_SURAT
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.jabatan import Jabatan
from kinerja.models.surat import SuratMasuk
from kinerja.operations.disposisi.lihat import cabang_untuk
from kinerja.operations.disposisi.lihat import terlihat as disposisi_terlihat

PER_HALAMAN = 50
KEADAAN = ("menunggu", "selesai", "batal")


@lru_cache(maxsize=256)
def terlihat(pelaku: Pelaku) -> ColumnElement[bool]:
    """The agenda book is open to every post; a Rahasia letter only to who wrote it down, the post it is for,
    who got a disposisi about it, Camat and Sekretaris. It stays with the holder of a delegated post."""
    if pelaku.boleh(Wewenang.LIHAT_RAHASIA):
        return true()
    sendiri = frozenset(j.id for j in pelaku.jabatan_sendiri)
    penerima = (
        select(Disposisi.surat_masuk_id)
        .join(CabangDisposisi, CabangDisposisi.disposisi_id == Disposisi.id)
        .where(
            Disposisi.surat_masuk_id.is_not(None),
            CabangDisposisi.dibatalkan_pada.is_(None),
            cabang_untuk(pelaku),
        )
        .correlate(None)
    )
    return or_(
        SuratMasuk.sifat != Sifat.RAHASIA,
        SuratMasuk.dicatat_oleh_id == pelaku.pegawai_id,
        SuratMasuk.untuk_id.in_(sendiri),
        SuratMasuk.id.in_(penerima),
    )


def ambil(sesi: Session, surat_id: int, oleh: Pelaku, kunci: bool = False) -> SuratMasuk:
    """The letter with its scan, if the person may see it; ``kunci`` locks the row and reads it anew."""
    pilih = (
        select(SuratMasuk)
        .options(joinedload(SuratMasuk.berkas))
        .where(SuratMasuk.id == surat_id, terlihat(oleh))
        .execution_options(populate_existing=True)
    )
    if kunci:
        pilih = pilih.with_for_update(of=SuratMasuk)
    surat = sesi.execute(pilih).scalar_one_or_none()
    if surat is None:
        raise TidakDitemukan("Surat itu tidak ada, atau bukan untuk Anda.")
    return surat


def daftar(
    sesi: Session, oleh: Pelaku, cari: str = "", keadaan: str = "", sebelum: int | None = None
) -> list[SuratMasuk]:
    """What the person may see, newest first, one more than a page where there are more.

    ``cari`` looks into sender, number and hal; ``keadaan`` is one of KEADAAN.
    """
    pilih = select(SuratMasuk).where(terlihat(oleh)).order_by(SuratMasuk.id.desc()).limit(PER_HALAMAN + 1)
    for kata in cari.split()[:8]:
        medan = (SuratMasuk.surat_dari, SuratMasuk.nomor_surat, SuratMasuk.hal)
        pilih = pilih.where(or_(*(m.icontains(kata, autoescape=True) for m in medan)))
    if keadaan in KEADAAN:
        batal = SuratMasuk.dibatalkan_pada.is_(None)
        syarat = {
            "menunggu": (batal, SuratMasuk.selesai_pada.is_(None)),
            "selesai": (batal, SuratMasuk.selesai_pada.is_not(None)),
            "batal": (SuratMasuk.dibatalkan_pada.is_not(None),),
        }
        pilih = pilih.where(*syarat[keadaan])
    if sebelum is not None:
        pilih = pilih.where(SuratMasuk.id < sebelum)
    return list(sesi.execute(pilih).scalars())


def agenda_bulan(sesi: Session, oleh: Pelaku, tahun: int, bulan: int) -> list[SuratMasuk]:
    """The agenda book of a month by day of receipt, in the order of its numbers."""
    awal = date(tahun, bulan, 1)
    akhir = date(tahun + bulan // 12, bulan % 12 + 1, 1)
    pilih = (
        select(SuratMasuk)
        .where(terlihat(oleh), SuratMasuk.diterima >= awal, SuratMasuk.diterima < akhir)
        .order_by(SuratMasuk.tahun, SuratMasuk.nomor_agenda)
    )
    return list(sesi.execute(pilih).scalars())


@lru_cache(maxsize=256)
def menunggu(oleh: Pelaku) -> Select[SuratMasuk]:
    """The letters that wait for one of the person's posts to decide."""
    return (
        select(SuratMasuk)
        .where(
            SuratMasuk.untuk_id.in_(oleh.jabatan_id),
            SuratMasuk.selesai_pada.is_(None),
            SuratMasuk.dibatalkan_pada.is_(None),
            terlihat(oleh),
        )
        .order_by(SuratMasuk.id)
    )


def disposisi_surat(sesi: Session, surat: SuratMasuk, oleh: Pelaku) -> list[Disposisi]:
    """What came of a letter, as far as the person may see it; branches, recipients and replies loaded."""
    pilih = (
        select(Disposisi)
        .options(
            selectinload(Disposisi.cabang).options(
                joinedload(CabangDisposisi.penerima), joinedload(CabangDisposisi.penyelesaian)
            )
        )
        .where(Disposisi.surat_masuk_id == surat.id, disposisi_terlihat(oleh))
        .order_by(Disposisi.id)
    )
    return list(sesi.execute(pilih).scalars())


def pemutus(surat: SuratMasuk, oleh: Pelaku) -> JabatanMurni | None:
    """The held post that decides about this letter, or None."""
    return next((j for j in oleh.jabatan if j.id == surat.untuk_id), None)


def pencatat(sesi: Session, oleh: Pelaku) -> JabatanMurni | None:
    """The held post that keeps the agenda book: the Kasubag Umum, or a Staf of that unit; None for others."""
    kepala = next((j for j in oleh.jabatan if j.peran is Peran.KASUBAG_UMUM), None)
    if kepala is not None:
        return kepala
    staf = [j for j in oleh.jabatan if j.peran is Peran.STAF and j.unit_id is not None]
    if not staf:
        return None
    pilih = select(Jabatan.unit_id).where(Jabatan.peran == Peran.KASUBAG_UMUM, Jabatan.aktif)
    unit = set(sesi.execute(pilih).scalars())
    return next((j for j in staf if j.unit_id in unit), None)


def calon_penerima(sesi: Session) -> list[Jabatan]:
    """The posts a letter can be put forward to, the Camat first."""
    semua = sesi.execute(select(Jabatan).where(Jabatan.aktif, Jabatan.peran.in_(PENERIMA_SURAT))).scalars()
    return sorted(semua, key=lambda j: (PENERIMA_SURAT.index(j.peran), j.id))

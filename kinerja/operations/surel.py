"""The outbox of e-mail: written with the notice it tells of, kept until it was sent or given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.pemberitahuan import Kabar
from kinerja.domain.surel import MAKS_PERCOBAAN, jeda, surel_rapi
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai
from kinerja.models.pemberitahuan import Pemberitahuan, SurelKeluar
from kinerja.models.surat import SuratMasuk
from kinerja.operations.catatan import catat
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.orang import pelaku_dari
from kinerja.operations.pemberitahuan import baris, belum_dibaca

SEGAR = timedelta(days=3)  # older events are on the bell only: no flood on the day mail is switched on
_PANJANG_GALAT = 300


@dataclass(frozen=True)
class Rencana:
    """A notice to be mailed, and to whom."""

    pegawai_id: int
    kepada: str
    kabar: Kabar


def rencana(sesi: Session, pada: datetime, hari: date) -> list[Rencana]:
    """Unread notices of the last days that were not mailed yet. Reads only."""
    office = kantor(sesi)
    hasil = []
    pilih = select(Pegawai).where(Pegawai.aktif, Pegawai.surel != "").order_by(Pegawai.id)
    for orang in sesi.execute(pilih).scalars().all():
        pelaku = pelaku_dari(sesi, orang, hari)
        belum = belum_dibaca(sesi, pelaku, isi_kotak(sesi, pelaku, pada), pada, office)
        segar = [k for k in belum if k.pada >= pada - SEGAR]
        ada = _ada(sesi, orang.id, segar)
        hasil += [
            Rencana(orang.id, orang.surel, k) for k in _berisi(sesi, [k for k in segar if k.kunci not in ada])
        ]
    return hasil


def _ada(sesi: Session, pegawai_id: int, kabar: Sequence[Kabar]) -> set[str]:
    pilih = select(Pemberitahuan.kunci).where(
        Pemberitahuan.pegawai_id == pegawai_id, Pemberitahuan.kunci.in_([k.kunci for k in kabar])
    )
    return set(sesi.execute(pilih).scalars()) if kabar else set()


def _berisi(sesi: Session, kabar: Sequence[Kabar]) -> list[Kabar]:
    """What the mail says: the whole title, unless it may quote what is Rahasia."""
    cabang = [k.tempat[1] for k in kabar if k.tempat[0] == "cabang"]
    surat = [k.tempat[1] for k in kabar if k.tempat[0] == "surat_masuk"]
    boleh: set[tuple[str, int]] = set()
    if cabang:
        pilih = (
            select(CabangDisposisi.id)
            .join(Disposisi, Disposisi.id == CabangDisposisi.disposisi_id)
            .where(CabangDisposisi.id.in_(cabang), Disposisi.sifat != Sifat.RAHASIA)
        )
        boleh |= {("cabang", nomor) for nomor in sesi.execute(pilih).scalars()}
    if surat:
        terbuka = select(SuratMasuk.id).where(SuratMasuk.id.in_(surat), SuratMasuk.sifat != Sifat.RAHASIA)
        boleh |= {("surat_masuk", nomor) for nomor in sesi.execute(terbuka).scalars()}
    return [replace(k, surel=k.judul) if _terbuka(k, boleh) else k for k in kabar]


def _terbuka(kabar: Kabar, boleh: set[tuple[str, int]]) -> bool:
    if kabar.tempat[0] in ("cabang", "surat_masuk"):
        return kabar.tempat in boleh
    return kabar.kerja


def antrekan(sesi: Session, semua: Sequence[Rencana], pada: datetime, alamat: str) -> int:
    """Write notices and mails together; ``alamat``: where kinerja is reached. Returns how many."""
    jumlah = 0
    for satu in semua:
        if _ada(sesi, satu.pegawai_id, [satu.kabar]):
            continue  # read, or mailed, since it was planned
        kata = " ".join(satu.kabar.surel.split())
        sesi.add(baris(satu.kabar, satu.pegawai_id))
        sesi.add(
            SurelKeluar(
                kunci=f"{satu.pegawai_id}:{satu.kabar.kunci}",
                kepada=satu.kepada,
                perihal=f"kinerja: {kata}"[:200],
                isi=f"{kata}\n{alamat.rstrip('/')}/pemberitahuan\n",
                dibuat_pada=pada,
                coba_lagi_pada=pada,
            )
        )
        sesi.flush()
        jumlah += 1
    return jumlah


_MENUNGGU = (SurelKeluar.terkirim_pada.is_(None), SurelKeluar.gagal_pada.is_(None))


def siap(sesi: Session, kini: datetime) -> int | None:
    """The id of the mail whose turn it is, or None."""
    pilih = (
        select(SurelKeluar.id)
        .where(*_MENUNGGU, SurelKeluar.coba_lagi_pada <= kini)
        .order_by(SurelKeluar.coba_lagi_pada, SurelKeluar.id)
        .limit(1)
    )
    return sesi.execute(pilih).scalar_one_or_none()


def klaim(sesi: Session, surel_id: int, kini: datetime) -> SurelKeluar | None:
    """Take a mail for one attempt; None when another sender was first.

    The attempt counts from here on, and the next is set: a sender that dies in between delays the mail only.
    """
    surel = sesi.execute(
        select(SurelKeluar)
        .where(SurelKeluar.id == surel_id, *_MENUNGGU, SurelKeluar.coba_lagi_pada <= kini)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()
    if surel is not None:
        surel.percobaan += 1
        surel.coba_lagi_pada = kini + jeda(surel.percobaan)
        sesi.flush()
    return surel


def terkirim(sesi: Session, surel_id: int, kini: datetime) -> None:
    surel = sesi.get_one(SurelKeluar, surel_id)
    surel.terkirim_pada, surel.galat = kini, ""
    sesi.flush()


def gagal(sesi: Session, surel_id: int, galat: str, kini: datetime, tetap: bool = False) -> None:
    """Keep why; given up after the last attempt, or at once when the address is refused for good."""
    surel = sesi.get_one(SurelKeluar, surel_id)
    surel.galat = " ".join(galat.split())[:_PANJANG_GALAT]
    if tetap or surel.percobaan >= MAKS_PERCOBAAN:
        surel.gagal_pada = kini
    sesi.flush()


def daftar_surel(sesi: Session, jumlah: int = 100) -> tuple[list[SurelKeluar], dict[str, int]]:
    """What was not sent (given up first, then waiting), and the counts by state."""
    belum = (
        select(SurelKeluar)
        .where(SurelKeluar.terkirim_pada.is_(None))
        .order_by(SurelKeluar.gagal_pada.is_(None), SurelKeluar.id.desc())
        .limit(jumlah)
    )
    kirim, batal, semua = sesi.execute(
        select(
            func.count(SurelKeluar.terkirim_pada),
            func.count(SurelKeluar.gagal_pada),
            func.count(SurelKeluar.id),
        )
    ).one()
    return list(sesi.execute(belum).scalars()), {
        "terkirim": kirim,
        "gagal": batal,
        "menunggu": semua - kirim - batal,
    }


def kirim_lagi(sesi: Session, surel_id: int, oleh: Pelaku, kini: datetime) -> SurelKeluar:
    """Begin anew with a mail that was given up, or let one that waits go now."""
    if not oleh.boleh(Wewenang.ATUR_ORANG):
        raise TidakBerwenang("Antrean surel diatur oleh admin sistem.")
    surel = sesi.execute(
        select(SurelKeluar).where(SurelKeluar.id == surel_id).with_for_update()
    ).scalar_one_or_none()
    if surel is None:
        raise TidakDitemukan("Surel itu tidak ada.")
    if surel.terkirim_pada is not None:
        raise SudahDikerjakan("Surel itu sudah terkirim.")
    surel.gagal_pada, surel.percobaan, surel.coba_lagi_pada = None, 0, kini
    pegawai_id = int(surel.kunci.partition(":")[0])
    surel.kepada = sesi.get_one(Pegawai, pegawai_id).surel or surel.kepada  # a corrected address
    sesi.flush()
    return surel


def ubah_surel(sesi: Session, pegawai_id: int, surel: str, oleh: Pelaku, pada: datetime) -> Pegawai:
    """Set where a person's notices are mailed to; empty: nowhere. By the person or the admin."""
    if pegawai_id != oleh.pegawai_id and not oleh.boleh(Wewenang.ATUR_ORANG):
        raise TidakBerwenang("Alamat surel diubah oleh pemiliknya atau admin sistem.")
    pegawai = sesi.get(Pegawai, pegawai_id)
    if pegawai is None:
        raise TidakDitemukan("Pegawai itu tidak ada.")
    rapi = surel_rapi(surel)
    if rapi != pegawai.surel:
        sebelum, pegawai.surel = pegawai.surel, rapi
        sesi.execute(
            update(SurelKeluar)
            .where(SurelKeluar.kunci.like(f"{pegawai_id}:%"), *_MENUNGGU)
            .values(**({"kepada": rapi} if rapi else {"gagal_pada": pada, "galat": "Alamatnya dihapus."}))
        )
        catat(
            sesi,
            oleh,
            pada,
            "ubah_surel",
            f"pegawai:{pegawai.id}",
            f"Alamat surel {pegawai.nama} diubah.",
            sebelum={"surel": sebelum},
            sesudah={"surel": rapi},
        )
    sesi.flush()
    return pegawai

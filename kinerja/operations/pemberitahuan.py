"""Notices of a person. Those about work are read off the inbox itself, so that both always agree.

A row is kept of what the person has read and of what was mailed, never of what merely waits.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.pemberitahuan import Kabar, Peristiwa, peristiwa_terbaru
from kinerja.domain.periode import tanggal_panjang
from kinerja.models.kantor import Kantor
from kinerja.models.pemberitahuan import Pemberitahuan
from kinerja.models.tugas import Pengembalian
from kinerja.operations.butir import ButirKotak
from kinerja.operations.kalender import libur
from kinerja.operations.pemberitahuan_lain import kabar_lain

_BARU = {
    "langkah": "Tugas baru",
    "disposisi": "Disposisi",
    "surat_masuk": "Surat masuk",
    "revisi": "Angka berubah",
}


def kabar_kotak(butir: Sequence[ButirKotak], pada: datetime, office: Kantor) -> list[Kabar]:
    """One notice a line of the inbox: the newest event of that work."""
    return [_kabar(b, pada, office) for b in butir]


def _kabar(b: ButirKotak, pada: datetime, office: Kantor) -> Kabar:
    tutup = libur(office, b.tenggat.year - 1) if b.tenggat else frozenset()
    apa, saat = peristiwa_terbaru(
        b.sejak, b.tenggat, b.dikembalikan, b.diingatkan_pada, pada, tutup, office.zona
    )
    asal = f"{b.jenis}:{b.tempat[0]}:{b.tempat[1]}"
    if b.sejak != pada:  # else the work has no beginning of its own
        asal += f":{b.sejak.isoformat()}"
    if apa in (Peristiwa.DEKAT, Peristiwa.LEWAT):
        asal += f":{apa}:{b.tenggat}"
    elif apa is Peristiwa.INGAT:
        asal += f":{apa}:{saat.isoformat()}"
    kata = _kata(b, apa)
    return Kabar(
        asal,
        apa,
        f"{kata}: {b.judul}",
        b.keterangan + (f" · delegasi dari {b.delegasi_dari}" if b.delegasi_dari else ""),
        b.tempat,
        saat,
        surel=kata,
    )


def _kata(b: ButirKotak, apa: Peristiwa) -> str:
    if apa is Peristiwa.INGAT:
        return f"Diingatkan oleh {b.diingatkan_oleh}" if b.diingatkan_oleh else "Diingatkan"
    if b.tenggat is not None and apa is Peristiwa.LEWAT:
        return f"Terlambat, tenggatnya {tanggal_panjang(b.tenggat)}"
    if b.tenggat is not None and apa is Peristiwa.DEKAT:
        return f"Tenggat {tanggal_panjang(b.tenggat)} sudah dekat"
    kata = "Dikembalikan" if apa is Peristiwa.KEMBALI else _BARU.get(b.jenis, "Menunggu Anda")
    return kata + (f" (tenggat {tanggal_panjang(b.tenggat)})" if b.tenggat is not None else "")


def belum_dibaca(
    sesi: Session, pelaku: Pelaku, butir: Sequence[ButirKotak], pada: datetime, office: Kantor
) -> list[Kabar]:
    """What the bell counts and its list shows, newest first. ``butir``: the person's inbox at ``pada``."""
    semua = {k.kunci: k for k in [*kabar_kotak(butir, pada, office), *kabar_lain(sesi, pelaku, pada)]}
    terbaca = _terbaca(sesi, pelaku.pegawai_id, semua)
    return sorted(
        (k for k in semua.values() if k.kunci not in terbaca), key=lambda k: (k.pada, k.kunci), reverse=True
    )


def _terbaca(sesi: Session, pegawai_id: int, kunci: Collection[str]) -> set[str]:
    if not kunci:
        return set()
    pilih = select(Pemberitahuan.kunci).where(
        Pemberitahuan.pegawai_id == pegawai_id,
        Pemberitahuan.kunci.in_(kunci),
        Pemberitahuan.dibaca_pada.is_not(None),
    )
    return set(sesi.execute(pilih).scalars())


def alasan_kembali(sesi: Session, kabar: Sequence[Kabar]) -> dict[str, str]:
    """Why a step came back, by the key of its notice."""
    tugas = {
        k.tempat[1]: k.kunci for k in kabar if k.peristiwa is Peristiwa.KEMBALI and k.tempat[0] == "tugas"
    }
    if not tugas:
        return {}
    pilih = (
        select(Pengembalian.ke_id, Pengembalian.alasan)
        .where(Pengembalian.ke_id.in_(tugas))
        .order_by(Pengembalian.id)
    )
    return {tugas[ke_id]: alasan for ke_id, alasan in sesi.execute(pilih)}


def tandai(
    sesi: Session, pelaku: Pelaku, belum: Sequence[Kabar], kunci: Collection[str], pada: datetime
) -> list[Kabar]:
    """Keep as read those of ``belum`` whose key is named; what is gone by now is passed over."""
    dipilih = [k for k in belum if k.kunci in set(kunci)]
    alasan = alasan_kembali(sesi, dipilih)
    ada = {
        b.kunci: b
        for b in sesi.execute(
            select(Pemberitahuan)
            .where(
                Pemberitahuan.pegawai_id == pelaku.pegawai_id,
                Pemberitahuan.kunci.in_([k.kunci for k in dipilih]),
            )
            .with_for_update()
        ).scalars()
    }
    for k in dipilih:
        if k.kunci not in ada:
            ada[k.kunci] = baris(k, pelaku.pegawai_id, alasan.get(k.kunci))
            sesi.add(ada[k.kunci])
        ada[k.kunci].dibaca_pada = pada
    sesi.flush()
    return dipilih


def baris(kabar: Kabar, pegawai_id: int, alasan: str | None = None) -> Pemberitahuan:
    """The row of a notice, not read yet."""
    return Pemberitahuan(
        pegawai_id=pegawai_id,
        kunci=kabar.kunci,
        jenis=kabar.peristiwa.value,
        judul=kabar.judul,
        keterangan=f"{kabar.keterangan} · Alasan: {alasan}" if alasan else kabar.keterangan,
        tempat=list(kabar.tempat),
        pada=kabar.pada,
    )


def terbaca(sesi: Session, pegawai_id: int, jumlah: int, sebelum: int | None = None) -> list[Pemberitahuan]:
    """Notices read before, the newest first; ``sebelum``: only older rows than this id."""
    pilih = (
        select(Pemberitahuan)
        .where(Pemberitahuan.pegawai_id == pegawai_id, Pemberitahuan.dibaca_pada.is_not(None))
        .order_by(Pemberitahuan.id.desc())
        .limit(jumlah)
    )
    if sebelum is not None:
        pilih = pilih.where(Pemberitahuan.id < sebelum)
    return list(sesi.execute(pilih).scalars())


def cari_terbaca(sesi: Session, pegawai_id: int, kunci: str) -> Pemberitahuan | None:
    pilih = select(Pemberitahuan).where(Pemberitahuan.pegawai_id == pegawai_id, Pemberitahuan.kunci == kunci)
    return sesi.execute(pilih).scalar_one_or_none()

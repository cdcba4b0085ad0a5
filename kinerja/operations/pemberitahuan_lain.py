"""Notices that ask for nothing: answers to one's disposisi, one taken back, koreksi and what became of them;
and what the last check of the archive found.

All in one statement: it runs with every page. Told to persons, not posts: to who gave, asked, corrected.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    SelectBase,
    String,
    bindparam,
    case,
    false,
    func,
    literal,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.domain.jabatan import Pelaku, Peran
from kinerja.domain.pemberitahuan import UMUR_KABAR, Kabar, Peristiwa
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.periode import Periode as PeriodeMurni
from kinerja.domain.sosialisasi import Jawaban
from kinerja.models.basis_data import Waktu
from kinerja.models.disposisi import CabangDisposisi, Disposisi, PenyelesaianCabang
from kinerja.models.laporan import Koreksi, Sosialisasi, Tanggapan
from kinerja.models.pemeriksaan import PeriksaArsip
from kinerja.models.periode import Periode
from kinerja.operations.disposisi.lihat import terlihat
from kinerja.operations.periksa_arsip import PEMBACA

_DAFTAR = ("pemberitahuan", 0)
_PADA, _SEJAK, _DIJAWAB_SEJAK = (bindparam(nama, type_=Waktu) for nama in ("pada", "sejak", "dijawab_sejak"))


def kabar_lain(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[Kabar]:
    """In no order; nothing older than ``UMUR_KABAR``."""
    waktu = {"pada": pada, "sejak": pada - UMUR_KABAR, "dijawab_sejak": pada - 3 * UMUR_KABAR}
    semua: Sequence[Any] = sesi.execute(_semua(pelaku), waktu).all()
    return [_kabar(*satu) for satu in semua]


@lru_cache(maxsize=256)
def _semua(pelaku: Pelaku) -> CompoundSelect[Any]:
    """The statement for one person; put together once, as it depends on their posts only."""
    pilih = [_jawaban(pelaku), _batal(pelaku), _tindak_lanjut(pelaku)]
    if pelaku.sebagai(Peran.KASUBAG_PERENCANAAN) is not None:
        pilih.append(_koreksi(pelaku))
    if any(pelaku.boleh(satu) for satu in PEMBACA):
        pilih.append(_kerusakan())
    return union_all(*pilih)


def _kabar(
    jenis: str, nomor: int, tempat_id: int, saat: datetime, hal: str, siapa: str, tahun: int, ke: int
) -> Kabar:
    apa = Peristiwa(jenis)
    kunci = f"{jenis}:{nomor}"
    if apa is Peristiwa.JAWAB:
        kata = f"Disposisi dijawab {siapa}"
        return Kabar(
            kunci, apa, f"{kata}: {hal}", "Buka untuk membaca jawabannya",
            ("disposisi", tempat_id), saat, False, kata,
        )  # fmt: skip
    if apa is Peristiwa.BATAL:
        kata = "Disposisi dibatalkan"
        return Kabar(kunci, apa, f"{kata}: {hal}", "Tidak perlu dikerjakan lagi", _DAFTAR, saat, False, kata)
    if apa is Peristiwa.RUSAK:
        judul, keterangan = (
            "Pemeriksaan arsip menemukan kerusakan",
            "Buka untuk melihat apa yang harus dilakukan",
        )
        return Kabar(kunci, apa, judul, keterangan, ("pemeriksaan", 0), saat, False, judul)
    laporan = f"laporan {PeriodeMurni(tahun, JenisPeriode(hal), ke).nama}"
    if apa is Peristiwa.KOREKSI:
        judul, keterangan = f"Koreksi dari {siapa}: {laporan}", "Ditindaklanjuti sebelum draf disahkan"
    else:
        judul, keterangan = f"Koreksi Anda ditindaklanjuti: {laporan}", "Buka untuk melihat laporannya"
    return Kabar(kunci, apa, judul, keterangan, ("laporan", tempat_id), saat, False, judul)


def _jawaban(pelaku: Pelaku) -> SelectBase:
    """A branch this person gave or forwarded was finished by another."""
    return (
        select(
            literal(Peristiwa.JAWAB.value),
            PenyelesaianCabang.id,
            Disposisi.id,
            PenyelesaianCabang.pada,
            Disposisi.hal,
            PenyelesaianCabang.jabatan_nama,
            literal(0),
            literal(0),
        )
        .join(CabangDisposisi, CabangDisposisi.penyelesaian_id == PenyelesaianCabang.id)
        .join(Disposisi, Disposisi.id == CabangDisposisi.disposisi_id)
        .where(
            PenyelesaianCabang.pada >= _SEJAK,
            PenyelesaianCabang.pada <= _PADA,
            PenyelesaianCabang.oleh_id != pelaku.pegawai_id,
            func.coalesce(CabangDisposisi.diteruskan_oleh_id, Disposisi.pemberi_id) == pelaku.pegawai_id,
            terlihat(pelaku),
        )
    )


def _batal(pelaku: Pelaku) -> SelectBase:
    """A branch to a post of this person was taken back; what is Rahasia is not named."""
    sendiri = [j.id for j in pelaku.jabatan_sendiri]
    return (
        select(
            literal(Peristiwa.BATAL.value),
            CabangDisposisi.id,
            Disposisi.id,
            CabangDisposisi.dibatalkan_pada,
            case((Disposisi.sifat == Sifat.RAHASIA, "sifatnya rahasia"), else_=Disposisi.hal),
            literal("", String),
            literal(0),
            literal(0),
        )
        .join(Disposisi, Disposisi.id == CabangDisposisi.disposisi_id)
        .where(
            CabangDisposisi.dibatalkan_pada >= _SEJAK,
            CabangDisposisi.dibatalkan_pada <= _PADA,
            CabangDisposisi.penerima_id.in_(sendiri) if sendiri else false(),
        )
    )


def _koreksi(pelaku: Pelaku) -> SelectBase:
    """Another asked for corrections of a draft this person composes."""
    return (
        select(
            literal(Peristiwa.KOREKSI.value),
            Tanggapan.id,
            Periode.id,
            Tanggapan.dijawab_pada,
            type_coerce(Periode.jenis, String),
            Tanggapan.dijawab_oleh_nama,
            Periode.tahun,
            Periode.ke,
        )
        .join(Sosialisasi, Sosialisasi.id == Tanggapan.sosialisasi_id)
        .join(Periode, Periode.id == Sosialisasi.periode_id)
        .where(
            Tanggapan.jawaban == Jawaban.KOREKSI.value,
            Tanggapan.dijawab_pada >= _SEJAK,
            Tanggapan.dijawab_pada <= _PADA,
            Tanggapan.dijawab_oleh_id != pelaku.pegawai_id,
        )
    )


def _tindak_lanjut(pelaku: Pelaku) -> SelectBase:
    """Every correction of one answer of this person was followed up, the last one by another."""
    selesai = func.max(Koreksi.ditindaklanjuti_pada)
    return (
        select(
            literal(Peristiwa.LANJUT.value),
            Tanggapan.id,
            Periode.id,
            selesai,
            type_coerce(Periode.jenis, String),
            literal("", String),
            Periode.tahun,
            Periode.ke,
        )
        .join(Koreksi, Koreksi.tanggapan_id == Tanggapan.id)
        .join(Periode, Periode.id == Koreksi.periode_id)
        .where(Tanggapan.dijawab_oleh_id == pelaku.pegawai_id, Tanggapan.dijawab_pada >= _DIJAWAB_SEJAK)
        .group_by(Tanggapan.id, Periode.id, Periode.jenis, Periode.tahun, Periode.ke)
        .having(
            func.count(Koreksi.id) == func.count(Koreksi.ditindaklanjuti_pada),
            selesai >= _SEJAK,
            selesai <= _PADA,
        )
    )


def _kerusakan() -> SelectBase:
    """The last check of the archive that came to its end, if it found faults."""
    akhir = select(func.max(PeriksaArsip.id)).where(PeriksaArsip.selesai_pada.is_not(None))
    return select(
        literal(Peristiwa.RUSAK.value),
        PeriksaArsip.id,
        literal(0),
        PeriksaArsip.selesai_pada,
        literal("", String),
        literal("", String),
        literal(0),
        literal(0),
    ).where(
        PeriksaArsip.id == akhir.scalar_subquery(),
        PeriksaArsip.rusak != [],
        PeriksaArsip.selesai_pada >= _SEJAK,
        PeriksaArsip.selesai_pada <= _PADA,
    )

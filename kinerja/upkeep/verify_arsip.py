"""Every file of the store against its row, in one walk along the names of both: time linear, memory flat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.archive.gudang import berkas_biasa, hitung_sha256, jalur, nama_di, semua
from kinerja.domain.keutuhan import JenisTemuan, Temuan
from kinerja.models.basis_data import lepas
from kinerja.models.berkas import Berkas
from kinerja.models.disposisi import CabangDisposisi, Disposisi, PenyelesaianCabang
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.surat import SuratMasuk
from kinerja.upkeep.bertahap import SEKALI, bertahap


@dataclass
class Kemajuan:
    """How far a check is: files and bytes read, of so many files."""

    berkas: int = 0
    bita: int = 0
    jumlah: int = 0


def diam(_kemajuan: Kemajuan) -> None:
    """Nobody listens."""


class BarisBerkas(NamedTuple):
    """One content the database knows: the sizes its rows give it (the same, if none was touched)."""

    sha256: str
    kecil: int
    besar: int


def baris_berkas(sesi: Session) -> Iterator[list[BarisBerkas]]:
    """Every content once, in the order of its name, in pieces."""
    pilih = select(Berkas.sha256, func.min(Berkas.ukuran), func.max(Berkas.ukuran)).group_by(Berkas.sha256)
    for bagian in bertahap(sesi, pilih, Berkas.sha256):
        yield [BarisBerkas(*satu) for satu in bagian]


def jumlah_berkas(sesi: Session) -> int:
    """How many contents the database knows."""
    hasil = sesi.execute(select(func.count(Berkas.sha256.distinct()))).scalar_one()
    lepas(sesi)
    return hasil


def periksa_isi(data: Path, baris: BarisBerkas) -> tuple[JenisTemuan | None, int]:
    """What is wrong with one file, and how many bytes were read."""
    try:
        tempat = jalur(data, baris.sha256)
    except (TypeError, ValueError):  # the row no longer names a sha256
        return JenisTemuan.ISI, 0
    try:
        if not berkas_biasa(tempat):
            return (JenisTemuan.TAK_TERBACA if tempat.exists() else JenisTemuan.HILANG), 0
        ukuran = tempat.stat().st_size
        if not baris.kecil == baris.besar == ukuran:
            return JenisTemuan.UKURAN, 0
        return (None if hitung_sha256(tempat) == baris.sha256 else JenisTemuan.ISI), ukuran
    except OSError:
        return JenisTemuan.TAK_TERBACA, 0


class PeriksaBerkas:
    """The walk. ``rusak`` yields what is broken; ``yatim``, asked afterwards, files without a row."""

    def __init__(self, sesi: Session, data: Path, lapor: Callable[[Kemajuan], None] = diam) -> None:
        self._sesi, self._data, self._lapor = sesi, data, lapor
        self._disk = ((nama_di(data, satu), satu) for satu in semua(data))
        self._kini = next(self._disk, None)
        self._yatim, self._contoh = 0, ""
        self._asing, self._contoh_asing = 0, ""
        self.kemajuan = Kemajuan(jumlah=jumlah_berkas(sesi))

    def rusak(self) -> Iterator[Temuan]:
        for bagian in baris_berkas(self._sesi):
            tanpa_baris: list[str] = []
            for baris in bagian:
                tanpa_baris += self._lewati(baris.sha256)
                jenis, bita = periksa_isi(self._data, baris)
                self.kemajuan.berkas += 1
                self.kemajuan.bita += bita
                self._lapor(self.kemajuan)
                if jenis is not None:
                    yield self._temuan(jenis, baris)
            self._catat_yatim(tanpa_baris)
        while sisa := self._lewati(None):
            self._catat_yatim(sisa)

    def _lewati(self, sampai: str | None) -> list[str]:
        """Names on the disk before this one (at most a piece at the end); the disk then stands after it."""
        hasil: list[str] = []
        while self._kini is not None and (sampai is None or self._kini[0] <= sampai):
            nama, tempat = self._kini
            if not nama:
                self._asing += 1
                self._contoh_asing = self._contoh_asing or str(tempat.relative_to(self._data))
            elif nama != sampai:
                hasil.append(nama)
            self._kini = next(self._disk, None)
            if sampai is None and len(hasil) >= SEKALI:
                break
        return hasil

    def _catat_yatim(self, nama: list[str]) -> None:
        """Those that got no row meanwhile: a file is stored before its row is written."""
        ada: set[str] = set()
        for awal in range(0, len(nama), SEKALI):
            pilih = select(Berkas.sha256).where(Berkas.sha256.in_(nama[awal : awal + SEKALI]))
            ada.update(self._sesi.execute(pilih).scalars())
            lepas(self._sesi)
        for satu in nama:
            if satu not in ada:
                self._yatim += 1
                self._contoh = self._contoh or satu

    def yatim(self) -> Iterator[Temuan]:
        """Files without a row, left by a crash between file and row; and strangers in the folder."""
        if self._yatim:
            pesan = f"{self._yatim} berkas di gudang tanpa baris basis data, misalnya yang pertama"
            yield Temuan(JenisTemuan.YATIM, pesan, self._contoh)
        if self._asing:
            pesan = f"{self._asing} berkas asing di folder arsip, misalnya {self._contoh_asing}"
            yield Temuan(JenisTemuan.YATIM, pesan)

    def _temuan(self, jenis: JenisTemuan, baris: BarisBerkas) -> Temuan:
        return Temuan(jenis, _PESAN[jenis].format(sebutan(self._sesi, baris.sha256)), baris.sha256)


_PESAN = {
    JenisTemuan.HILANG: "{} hilang",
    JenisTemuan.TAK_TERBACA: "{} tidak dapat dibaca",
    JenisTemuan.UKURAN: "ukuran {} berubah",
    JenisTemuan.ISI: "isi {} berubah",
}


def sebutan(sesi: Session, sha256: str) -> str:
    """What a file is to people. Never the name of a letter's file: letters may be secret, numbers are not."""
    hasil = _sebutan(sesi, sha256)
    lepas(sesi)
    return hasil


def _sebutan(sesi: Session, sha256: str) -> str:
    untuk = Berkas.sha256 == sha256
    if nomor := sesi.execute(select(Dokumen.nomor).join(Dokumen.berkas).where(untuk)).scalar():
        return f"berkas dokumen {nomor}"
    tertanda = select(Dokumen.nomor).join(Dokumen.arsip).join(Arsip.berkas).where(untuk)
    if nomor := sesi.execute(tertanda).scalar():
        return f"PDF tertanda dokumen {nomor}"
    surat = select(SuratMasuk.nomor_agenda, SuratMasuk.tahun).join(SuratMasuk.berkas).where(untuk)
    if agenda := sesi.execute(surat).first():
        return "berkas surat masuk agenda {}/{}".format(*agenda)
    balasan = (
        select(Disposisi.nomor_agenda, Disposisi.tahun)
        .join(CabangDisposisi, CabangDisposisi.disposisi_id == Disposisi.id)
        .join(PenyelesaianCabang, PenyelesaianCabang.cabang_id == CabangDisposisi.id)
        .join(Berkas, Berkas.id == PenyelesaianCabang.berkas_id)
        .where(untuk)
    )
    if agenda := sesi.execute(balasan).first():
        return "berkas balasan disposisi agenda {}/{}".format(*agenda)
    nama = sesi.execute(select(Berkas.nama).where(untuk).order_by(Berkas.id).limit(1)).scalar_one()
    return f"berkas “{nama}”"

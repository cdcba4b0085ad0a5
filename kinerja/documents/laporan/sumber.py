"""The annex "Sumber angka": behind every figure its triwulan, the person, the day, and the bukti."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from kinerja.documents.blok import Baris, Blok, Keterangan, Kolom, Tabel
from kinerja.documents.laporan import kata
from kinerja.documents.tanggal import tulis_tanggal
from kinerja.domain.angka import tulis_angka
from kinerja.domain.laporan_isi import BarisIndikator, IsiLaporan
from kinerja.domain.masa import ROMAWI
from kinerja.domain.rujukan import AsalIndikator, AsalRealisasi, Rujukan
from kinerja.domain.target import tulis_realisasi

BELUM = "belum diisi"


def sumber_angka(isi: IsiLaporan, sumber: Rujukan | None, zona: int = 7) -> list[Blok]:
    """A table of indikator and one of money, for the triwulan up to the end of the report's span."""
    if sumber is None or not sumber.indikator:
        return []
    kolom = (
        Kolom("No", 7, "tengah"),
        Kolom("Indikator", 26),
        Kolom("Triwulan", 9, "tengah"),
        Kolom("Realisasi", 14, "tengah"),
        Kolom("Diisi oleh, tanggal", 20),
        Kolom("Bukti (nama berkas, sidik)", 24),
    )
    dikenal = {i.id: i for s in isi.sasaran for i in s.indikator}
    baris = [b for satu in sumber.indikator for b in _indikator(satu, dikenal.get(satu.id), isi, zona)]
    hasil: list[Blok] = [Tabel(kolom, tuple(baris), judul="Sumber angka realisasi", rapat=True)]
    uang = list(_uang(sumber, isi, zona))
    if uang:
        hasil.append(Tabel(_KOLOM_UANG, tuple(uang), judul="Sumber angka realisasi anggaran", rapat=True))
    return [*hasil, Keterangan(tuple(_catatan(sumber)))]


_KOLOM_UANG = (
    Kolom("No", 7, "tengah"),
    Kolom("Program", 39),
    Kolom("Triwulan", 10, "tengah"),
    Kolom("Realisasi (Rp)", 20, "kanan"),
    Kolom("Diisi oleh, tanggal", 24),
)


def _catatan(sumber: Rujukan) -> Iterator[str]:
    yield (
        "Sidik adalah awal sidik sha256 berkas bukti; berkasnya tersimpan di aplikasi dan tidak berubah "
        "selama sidiknya sama."
    )
    if sumber.berbeda:
        yield (
            f"Laporan {', '.join(sumber.berbeda)} yang sudah disahkan memuat angka lain; laporan ini memakai "
            "data sesudah perbaikan."
        )


def _indikator(
    satu: AsalIndikator, kartu: BarisIndikator | None, isi: IsiLaporan, zona: int
) -> Iterator[Baris]:
    for urut, ke in enumerate(isi.masa_utama.triwulan):
        asal = satu.pada(ke)
        awal = (satu.nomor, satu.uraian) if urut == 0 else ("", "")
        nilai, siapa, bukti = BELUM, kata.KOSONG, kata.KOSONG
        if asal is not None and (asal.na or asal.nilai):
            nilai, siapa = _nilai(asal, kartu), _siapa(asal.oleh, asal.pada, zona)
            tanpa = kata.KOSONG if asal.na else "tidak ada bukti"
            bukti = "; ".join(f"{b.nama} ({b.sidik})" for b in asal.bukti) or tanpa
        yield Baris((*awal, ROMAWI[ke - 1], nilai, siapa, bukti), sambung=2 if urut else 0)


def _nilai(asal: AsalRealisasi, kartu: BarisIndikator | None) -> str:
    if asal.na:
        return f"n/a: {asal.alasan_na}" if asal.alasan_na else "n/a"
    nilai = tulis_realisasi(asal.nilai, kartu.jenis_target) if kartu else str(asal.nilai)
    if asal.pembilang is None or asal.penyebut is None:
        return nilai
    return f"{nilai} ({_bagian(asal.pembilang)} dari {_bagian(asal.penyebut)})"


def _bagian(teks: str) -> str:
    return tulis_angka(Decimal(teks), None)


def _siapa(oleh: str, pada: str, zona: int) -> str:
    setempat = datetime.fromisoformat(pada).astimezone(timezone(timedelta(hours=zona)))
    return f"{oleh}, {tulis_tanggal(setempat.date())}"


def _uang(sumber: Rujukan, isi: IsiLaporan, zona: int) -> Iterator[Baris]:
    for satu in sumber.program:
        for urut, ke in enumerate(isi.masa_utama.triwulan):
            asal = satu.pada(ke)
            awal = (satu.nomor, satu.nama) if urut == 0 else ("", "")
            sambung = 2 if urut else 0
            if asal is None or asal.nilai is None:
                yield Baris((*awal, ROMAWI[ke - 1], BELUM, kata.KOSONG), sambung=sambung)
            else:
                siapa = _siapa(asal.oleh, asal.pada, zona)
                yield Baris((*awal, ROMAWI[ke - 1], kata.uang(Decimal(asal.nilai)), siapa), sambung=sambung)

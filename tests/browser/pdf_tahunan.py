"""The figures of the yearly PDF, read back and held against the hand-worked table."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from tests.browser.kantor_hidup import Setahun

KEPALA = re.compile(r"^LAPORAN KINERJA TAHUN \d+ · Nomor .*\n\s*Halaman \d+ dari \d+")
ROMAWI = ("I", "II", "III", "IV")
# What looks like a worked-out figure: a percentage, an amount of money, a difference.
ANGKA = re.compile(r"[\d.]*\d,\d\d%|(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])|poinpersen")


def baca(pdf: bytes) -> str:
    """All the text without running heads and without any white space, for cells wrap as they like."""
    teks = (KEPALA.sub("", h.extract_text()) for h in PdfReader(io.BytesIO(pdf)).pages)
    return "".join("".join(teks).split())


def bandingkan(pdf: bytes, data: Setahun) -> None:
    """Every row of every table stands there, in order, cell by cell; no other figure does."""
    teks, sisa, di = baca(pdf), [], 0
    for baris in _semua_baris(data):
        rapat = "".join("".join(baris).split())
        ke = teks.find(rapat, di)
        assert ke >= 0, f"tidak tercetak: {baris}, melainkan {teks[di : di + 300]}"
        sisa.append(teks[di:ke])
        di = ke + len(rapat)
    sisa.append(teks[di:])
    lebih = [cocok for satu in sisa for cocok in ANGKA.findall(satu)]
    assert lebih == [], f"angka yang tidak ada dalam tabel: {lebih}"


Baris = tuple[str, ...]
Isi = dict[str, Any]


def _semua_baris(data: Setahun) -> Iterator[Baris]:
    yield ("Bab II Perencanaan Kinerja".upper(), "Ringkasan Perjanjian Kinerja", "Laporan ini memakai")
    yield from _perjanjian(data, bernomor=True)
    for s in data.sasaran:
        yield from _analisis(data, s)
    yield ("B. Realisasi Anggaran", "Penjelasan realisasi anggaran")
    for urut, p in enumerate(data.program, start=1):
        yield (str(urut), p["nama"], "(APBD)", p["pagu"], *p["semester"], *p["cetak"])
    j = data.jumlah
    yield ("Jumlah", j["pagu"], *j["semester"], j["realisasi"], j["serapan"])
    yield ("BAB IV PENUTUP",)
    for s in data.sasaran:
        jumlah = str(len(s["indikator"]))
        yield (s["nomor"], s["uraian"], s["capaian"], s["predikat"], jumlah, "dari", jumlah)
    yield from (_batang(i) for i in data.indikator)
    yield from _gambar(data)
    yield ("LAMPIRAN", "Perjanjian Kinerja")
    yield from _perjanjian(data, bernomor=False)
    yield ("Capaian kinerja per triwulan",)
    for i in data.indikator:
        triwulan = (sel for tw in i["cetak_tw"] for sel in tw)
        yield (i["nomor"], i["uraian"], i["satuan"], *triwulan, *i["cetak_tahun"])
    yield from _sumber(data)


def _gambar(data: Setahun) -> Iterator[Baris]:
    """The drawings of the whole office: capaian, its course over the triwulan, money beside it."""
    yield ("Capaian per sasaran, Tahun",)
    for s in data.sasaran:
        yield (f"Sasaran {s['nomor']}", s["capaian"])
    yield ("Perkembangan capaian sasaran antartriwulan",)
    for s in data.sasaran:
        titik = zip(ROMAWI, s["capaian_tw"], strict=True)
        yield (f"Sasaran {s['nomor']}", *(f"TW {romawi} {capaian}" for romawi, capaian in titik))
    yield ("Capaian kinerja dan serapan anggaran, Tahun",)
    for s in data.sasaran:
        yield (f"Sasaran {s['nomor']}", s["capaian"], s["serapan"])


def _sumber(data: Setahun) -> Iterator[Baris]:
    """The annex of sources: every realisasi as it was typed, by triwulan, then the money."""
    yield ("Sumber angka", "Sumber angka realisasi")
    for i in data.indikator:
        yield (i["nomor"], i["uraian"])
        yield from ((romawi, tw[1]) for romawi, tw in zip(ROMAWI, i["cetak_tw"], strict=True))
    yield ("Sumber angka realisasi anggaran",)
    for p in data.program:
        yield (p["nama"],)
        yield from ((romawi, rupiah(teks)) for romawi, teks in zip(ROMAWI, p["ketik"], strict=True))


def rupiah(teks: str) -> str:
    """What somebody typed as money, as it is printed in a table."""
    return f"{int(teks.removeprefix('Rp').replace('.', '')):,}".replace(",", ".")


def _perjanjian(data: Setahun, bernomor: bool) -> Iterator[Baris]:
    """The PK as Bab II prints it (a number a row) and as the annex does (a number a sasaran)."""
    for s in data.sasaran:
        for ke, i in enumerate(s["indikator"]):
            nomor = i["nomor"] if bernomor else "" if ke else s["nomor"]
            yield (nomor, "" if ke else s["uraian"], i["uraian"], i["satuan"], i["target"])
    for urut, p in enumerate(data.program, start=1):
        yield (str(urut), p["nama"], p["pagu"], "APBD")
    yield ("Jumlah", data.jumlah["pagu"])


def _analisis(data: Setahun, s: Isi) -> Iterator[Baris]:
    """Bab III.A of one sasaran: figures, bars, renstra, efficiency, programs."""
    yield (f"Sasaran {s['nomor']}. {s['uraian']}", "1. Target dan realisasi tahun ini")
    for i in s["indikator"]:
        yield (i["nomor"], i["uraian"], i["satuan"], *i["cetak_tahun"], i["predikat"])
    yield ("Capaian sasaran", s["capaian"], s["predikat"])
    yield from (_batang(i) for i in s["indikator"])
    yield ("3. Sampai tahun ini dibandingkan target jangka menengah (Renstra)",)
    for i in s["indikator"]:
        if "renstra" in i:
            yield (i["nomor"], i["uraian"], i["satuan"], *i["renstra"])
    yield ("6. Efisiensi penggunaan sumber daya",)
    yield (s["capaian"], s["serapan"], s["selisih"], s["simpulan"])
    yield ("7. Program dan kegiatan yang menunjang atau menghambat",)
    for urut, p in enumerate(data.program, start=1):
        if p in s["program"]:
            yield (str(urut), p["nama"], p["pagu"], *p["cetak"])


def _batang(i: Isi) -> Baris:
    """A bar of the chart with its figure."""
    return (i["nomor"], i["uraian"], i["cetak_tahun"][2])

"""The triwulan and the semester report, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from string import ascii_uppercase

from kinerja.documents.blok import Alinea, Blok, Daftar, HalamanBaru, Judul, TandaTangan
from kinerja.documents.laporan import lampiran, tabel
from kinerja.documents.laporan import tabel_monev as monev
from kinerja.documents.laporan.gambar import gambar_laporan
from kinerja.documents.laporan.naskah import Pelengkap
from kinerja.documents.laporan.uraian import uraian_sasaran
from kinerja.domain.laporan_isi import IsiLaporan, JenisLaporan
from kinerja.domain.masa import Masa
from kinerja.domain.narasi import Angka, Bagian, bagian_narasi


def judul_berkala(isi: IsiLaporan) -> tuple[str, ...]:
    """``LAPORAN KINERJA TRIWULAN III`` / ``TAHUN 2025``."""
    return (f"LAPORAN KINERJA {isi.masa_utama.label}".upper(), f"TAHUN {isi.tahun}")


def susun_berkala(isi: IsiLaporan, lengkap: Pelengkap) -> Iterator[Blok]:
    """All blocks of the report, signature and annexes included."""
    bagian = bagian_narasi(isi)
    umum = [b for b in bagian if not b.sasaran]
    huruf = iter(ascii_uppercase)

    yield Judul(f"{next(huruf)}. Dasar")
    yield Daftar((*lengkap.dasar, f"{isi.versi_pk}."))
    awal = [b for b in umum if b.angka is Angka.RINGKASAN or b.kelompok == "Ringkasan"]
    yield from _kelompok(isi, lengkap, awal, huruf)

    yield HalamanBaru("tidur")
    yield Judul(f"{next(huruf)}. Capaian kinerja per sasaran")
    buat = tabel.capaian_triwulan if isi.jenis is JenisLaporan.TRIWULAN else tabel.capaian_semester
    for sasaran in isi.sasaran:
        yield buat(isi, sasaran)
        yield tabel.cara_menghitung(sasaran)
        yield from monev.pelaksanaan(isi, sasaran)

    yield HalamanBaru("tegak")
    yield Judul(f"{next(huruf)}. Penjelasan capaian")
    yield from _penjelasan(isi, lengkap, bagian)
    yield from _kelompok(isi, lengkap, [b for b in umum if b not in awal], huruf)
    yield Judul(f"{next(huruf)}. Tanggapan atasan")
    yield from monev.tanggapan(lengkap.tanggapan_atasan)
    yield TandaTangan(lengkap.penandatangan)
    yield from lampiran.lampiran_berkala(isi, lengkap)


def _penjelasan(isi: IsiLaporan, lengkap: Pelengkap, bagian: tuple[Bagian, ...]) -> Iterator[Blok]:
    """Per sasaran: what people wrote about it, then what its units wrote."""
    semester = isi.jenis is JenisLaporan.SEMESTER
    for sasaran in isi.sasaran:
        yield Judul(tabel.judul_sasaran(sasaran), 3)
        for satu in (b for b in bagian if b.sasaran == sasaran.nomor):
            yield Judul(satu.judul, 4)
            yield Alinea(lengkap.narasi.get(satu.kunci, ""), kosong="Belum ada uraian.")
        yield from uraian_sasaran(sasaran, sebut_triwulan=semester)


def _kelompok(
    isi: IsiLaporan, lengkap: Pelengkap, bagian: list[Bagian], huruf: Iterator[str]
) -> Iterator[Blok]:
    """Sections under their common heading; an optional one without text and figures is left out."""
    for nama, anggota in groupby(bagian, key=lambda b: b.kelompok):
        isinya: list[Blok] = []
        daftar = list(anggota)
        for satu in daftar:
            isinya.extend(_bagian(isi, lengkap, satu, bersubjudul=satu.judul != nama and len(daftar) > 1))
        if isinya:
            yield Judul(f"{next(huruf)}. {nama}")
            yield from isinya


def _bagian(isi: IsiLaporan, lengkap: Pelengkap, bagian: Bagian, *, bersubjudul: bool) -> Iterator[Blok]:
    teks = lengkap.narasi.get(bagian.kunci, "")
    angka = _angka(isi, bagian.angka)
    if not teks.strip() and not angka and not bagian.wajib:
        return
    if bersubjudul:
        yield Judul(bagian.judul, 3)
    yield from angka
    yield Alinea(teks, kosong="Belum ada uraian." if bagian.wajib else "")


def _angka(isi: IsiLaporan, angka: Angka) -> list[Blok]:
    if angka is Angka.RINGKASAN:
        return [*tabel.ringkasan(isi), *gambar_laporan(isi)]
    if angka is Angka.ANGGARAN:
        masa: tuple[Masa, ...] = isi.masa
        return [tabel.anggaran(isi, masa), *tabel.belum_diisi(isi, masa[-1])]
    return []

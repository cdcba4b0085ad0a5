"""The annexes of reports: findings, pembagian tugas, hasil koreksi, the PK, capaian per triwulan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kinerja.documents.blok import (
    Alinea,
    Baris,
    Blok,
    Daftar,
    HalamanBaru,
    Judul,
    Keterangan,
    Kolom,
    Tabel,
    Uraian,
)
from kinerja.documents.laporan import kata
from kinerja.documents.laporan.naskah import KoreksiCetak, Pelengkap, TemuanCetak
from kinerja.documents.laporan.reviu import reviu_mandiri
from kinerja.documents.laporan.sumber import sumber_angka
from kinerja.documents.laporan.tabel import judul_sasaran
from kinerja.documents.perjanjian_kinerja.naskah import PerjanjianKinerja
from kinerja.documents.perjanjian_kinerja.tabel import tabel_program, tabel_sasaran
from kinerja.domain.laporan_isi import BarisSasaran, IsiLaporan
from kinerja.domain.masa import Masa
from kinerja.domain.pemeriksaan import TingkatTemuan


def lampiran_berkala(isi: IsiLaporan, lengkap: Pelengkap) -> Iterator[Blok]:
    """Annexes of a triwulan or semester report; one that is empty is left out."""
    yield from _lampiran(
        [
            ("Catatan pembagian tugas", pembagian_tugas(lengkap)),
            ("Hasil koreksi", hasil_koreksi(lengkap.koreksi)),
            ("Hasil pemeriksaan data dan penjelasannya", temuan(lengkap.temuan)),
            ("Reviu mandiri", reviu_mandiri(lengkap.reviu)),
            ("Sumber angka", sumber_angka(isi, lengkap.sumber, lengkap.zona)),
            ("Revisi laporan", revisi(lengkap.revisi)),
        ]
    )
    yield from _jangkar(lengkap)


def lampiran_tahunan(isi: IsiLaporan, lengkap: Pelengkap) -> Iterator[Blok]:
    """Annexes of the yearly report: the PK, capaian per triwulan, then the rest."""
    yield HalamanBaru("tegak")
    yield Judul("LAMPIRAN", 1)
    if lengkap.pk is not None:
        yield Judul("Perjanjian Kinerja", 2)
        yield from perjanjian(lengkap.pk)
    yield HalamanBaru("tidur")
    yield Judul("Capaian kinerja per triwulan", 2)
    for sasaran in isi.sasaran:
        yield capaian_setahun(sasaran)
    yield from _lampiran(
        [
            ("Hasil koreksi", hasil_koreksi(lengkap.koreksi)),
            ("Hasil pemeriksaan data dan penjelasannya", temuan(lengkap.temuan)),
            ("Reviu mandiri", reviu_mandiri(lengkap.reviu)),
            ("Sumber angka", sumber_angka(isi, lengkap.sumber, lengkap.zona)),
            ("Revisi laporan", revisi(lengkap.revisi)),
        ],
        tingkat=2,
    )
    yield from _jangkar(lengkap)


def _lampiran(daftar: list[tuple[str, list[Blok]]], tingkat: int = 2) -> Iterator[Blok]:
    ada = [(judul, isi) for judul, isi in daftar if isi]
    if ada:
        yield HalamanBaru("tegak")
    for nomor, (judul, isi) in enumerate(ada, start=1):
        yield Judul(f"Lampiran {nomor}. {judul}", tingkat)
        yield from isi


def _jangkar(lengkap: Pelengkap) -> Iterator[Blok]:
    if lengkap.jangkar:
        yield Keterangan((f"Jangkar catatan saat laporan dibekukan: {lengkap.jangkar}",))


def temuan(daftar: tuple[TemuanCetak, ...]) -> list[Blok]:
    """Each finding with its explanation, as paragraphs: an explanation may be long."""
    hasil: list[Blok] = []
    for nomor, satu in enumerate(daftar, start=1):
        hasil.append(Uraian(f"{nomor} ({satu.tingkat})" if satu.tingkat else f"{nomor}", satu.pesan))
        siapa = ", ".join(teks for teks in (satu.oleh, satu.pada) if teks)
        if satu.penjelasan or satu.tingkat != TingkatTemuan.CATATAN.label:
            label = f"Penjelasan ({siapa})" if siapa else "Penjelasan"
            hasil.append(Uraian(label, satu.penjelasan or "belum dijelaskan"))
    return hasil


def revisi(kalimat: tuple[str, ...]) -> list[Blok]:
    """What this report revises and why (three sentences), then each changed figure as a numbered list."""
    angka = (Daftar(kalimat[3:]),) if kalimat[3:] else ()
    return [*(Alinea(satu) for satu in kalimat[:3]), *angka]


def hasil_koreksi(daftar: tuple[KoreksiCetak, ...]) -> list[Blok]:
    """What was asked for, by whom, and what was done."""
    if not daftar:
        return []
    kolom = (
        Kolom("No", 6, "tengah"),
        Kolom("Bagian", 16),
        Kolom("Koreksi", 34),
        Kolom("Dari", 16),
        Kolom("Tindak lanjut", 28),
    )
    baris = (
        Baris((str(n), k.bagian, k.uraian, k.oleh, k.tindak_lanjut or "belum ditindaklanjuti"))
        for n, k in enumerate(daftar, start=1)
    )
    return [Tabel(kolom, tuple(baris))]


def pembagian_tugas(lengkap: Pelengkap) -> list[Blok]:
    """Who does what for the semester report (SOP step 6)."""
    if not lengkap.pembagian_tugas:
        return []
    kolom = (Kolom("No", 6, "tengah"), Kolom("Unit", 28), Kolom("Tugas", 48), Kolom("Tenggat", 18, "tengah"))
    baris = (
        Baris((str(n), b.unit, b.uraian, b.tenggat or kata.KOSONG))
        for n, b in enumerate(lengkap.pembagian_tugas, start=1)
    )
    return [Tabel(kolom, tuple(baris))]


def perjanjian(pk: PerjanjianKinerja) -> list[Blok]:
    """The lampiran of the PK: sasaran, indikator and targets, then programs."""
    return [replace(tabel_sasaran(pk), judul=pk.nama), tabel_program(pk)]


def capaian_setahun(sasaran: BarisSasaran) -> Tabel:
    """Target, realisasi and capaian of the four triwulan and the year, for a page lying on its side."""
    masa = (Masa.TW1, Masa.TW2, Masa.TW3, Masa.TW4, Masa.TAHUN)
    lebar = {"Target": 4.4, "Realisasi": 5.5, "Capaian": 6.4}
    kolom = (
        Kolom("No", 3, "tengah"),
        Kolom("Indikator Kinerja", 10.5),
        Kolom("Satuan", 5, "tengah"),
        *(Kolom(n, w, "tengah", m.label) for m in masa for n, w in lebar.items()),
    )
    baris = []
    for i in sasaran.indikator:
        sel = [i.nomor, i.uraian, i.satuan]
        for m in masa:
            u = i.pada(m)
            sel += [kata.target(u.target, i), kata.realisasi(u, i), kata.capaian(u.capaian)]
        baris.append(Baris(tuple(sel)))
    return Tabel(kolom, tuple(baris), judul=judul_sasaran(sasaran), rapat=True)

"""Evaluasi SOP as sheets: minutes as numbers, so that the office can reckon on."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.documents.evaluasi import sel_evaluasi
from kinerja.documents.xlsx.tabel import PEMBULATAN, Isi, Tabel
from kinerja.domain.evaluasi import BELUM, BELUM_SELESAI, TANPA_LIHAT, TANPA_NORMA, Nisbah
from kinerja.domain.lembar_isian import JenisKolom, Kolom
from kinerja.operations.evaluasi import BarisEvaluasi, EvaluasiLembar

_ANGKA, _PERSEN = JenisKolom.ANGKA, JenisKolom.PERSEN
_KOLOM = (
    Kolom("Langkah", _ANGKA, lebar=9),
    Kolom("Kegiatan", lebar=48),
    Kolom("Pelaksana", lebar=34),
    Kolom("Dikerjakan (kali)", _ANGKA),
    Kolom("Norma (menit)", _ANGKA),
    Kolom("Pengerjaan median (menit kerja)", _ANGKA, lebar=18),
    Kolom("Pengerjaan terlama (menit kerja)", _ANGKA, lebar=18),
    Kolom("Periode terlama", lebar=22),
    Kolom("Menunggu median (menit kerja)", _ANGKA, lebar=18),
    Kolom("Tepat waktu", _PERSEN),
    Kolom("Selesai", _ANGKA, lebar=10),
    Kolom("Terlambat dan belum selesai", _ANGKA),
    Kolom("Dikembalikan (kali)", _ANGKA),
    Kolom("Sekali jadi", _PERSEN),
    Kolom("Yang menonjol", lebar=70),
)


def tabel_evaluasi(semua: Sequence[EvaluasiLembar], sehari: int) -> list[Tabel]:
    """A sheet for each revision."""
    hasil = []
    for e in semua:
        judul = f"SOP {e.lembar.nama}, revisi {e.lembar.revisi}"
        baris = [_baris(b, sehari) for b in e.baris]
        hasil.append(Tabel(judul, judul, _KOLOM, baris, catatan=(PEMBULATAN,)))
    return hasil


def _baris(b: BarisEvaluasi, sehari: int) -> Sequence[Isi]:
    n = b.nilai
    kata = sel_evaluasi(b.langkah.nomor, b.langkah.kegiatan, b.pelaksana, n, sehari, b.diragukan)
    return (
        b.langkah.nomor,
        b.langkah.kegiatan,
        b.pelaksana,
        n.kali,
        n.norma or TANPA_NORMA,
        BELUM if n.median is None else n.median,
        n.terburuk.menit if n.terburuk else BELUM,
        n.terburuk.periode if n.terburuk else BELUM,
        n.menunggu if n.menunggu is not None else TANPA_LIHAT if n.kali else BELUM,
        _persen(n.tepat, BELUM_SELESAI if n.kali else BELUM),
        n.tepat.dari,
        n.terlambat,
        n.kembali,
        _persen(n.sekali_jadi, BELUM),
        kata.peringatan,
    )


def _persen(n: Nisbah, kosong: str) -> Isi:
    return kosong if n.persen is None else n.persen

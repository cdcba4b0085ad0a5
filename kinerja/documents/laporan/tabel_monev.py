"""The monev columns besides the capaian: kegiatan, penanggung jawab, bukti, program, money (domain.md §4).

What units and superiors wrote stands outside these tables: narrative never sits in a cell.
"""

from __future__ import annotations

from dataclasses import replace

from kinerja.documents.blok import Baris, Blok, Keterangan, Kolom, Tabel, Uraian
from kinerja.documents.laporan import kata
from kinerja.documents.laporan.tabel import tabel_anggaran
from kinerja.domain.laporan_isi import BarisIndikator, BarisSasaran, IsiLaporan

TANPA_TANGGAPAN = "Belum ada tanggapan atasan yang tercatat."
TANPA_PROGRAM = "Tidak ada program di bawah sasaran ini."


def pelaksanaan(isi: IsiLaporan, sasaran: BarisSasaran) -> list[Blok]:
    """Who does what for each indikator with how many files of bukti; then the programs and their money."""
    kolom = (
        Kolom("No", 4, "tengah"),
        Kolom("Indikator Kinerja", 30),
        Kolom("Kegiatan", 36),
        Kolom("Penanggung jawab", 20),
        Kolom("Bukti", 10, "tengah"),
    )
    baris = tuple(_baris(i) for i in sasaran.indikator)
    hasil: list[Blok] = [Tabel(kolom, baris, judul="Kegiatan, penanggung jawab, dan bukti", rapat=True)]
    if not sasaran.program:
        return [*hasil, Keterangan((TANPA_PROGRAM,))]
    uang = tabel_anggaran(sasaran.program, sasaran.anggaran_pada, isi.masa, judul="Program dan anggaran")
    return [*hasil, replace(uang, rapat=True)]


def _baris(i: BarisIndikator) -> Baris:
    bukti = sum(u.jumlah_bukti for u in i.uraian_triwulan)
    kegiatan = "; ".join(i.kegiatan) or kata.KOSONG
    jumlah = f"{bukti} berkas" if bukti else "belum ada"
    return Baris((i.nomor, i.uraian, kegiatan, i.penanggung_jawab, jumlah))


def tanggapan(daftar: tuple[tuple[str, str], ...]) -> list[Blok]:
    """What superiors asked for: (post, words)."""
    if not daftar:
        return [Keterangan((TANPA_TANGGAPAN,))]
    return [Uraian(jabatan, teks) for jabatan, teks in daftar]

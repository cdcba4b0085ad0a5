"""The lampiran of the PK as tables: sasaran with their indikator, then programs."""

from __future__ import annotations

from kinerja.documents.blok import Baris, Kolom, Tabel
from kinerja.documents.perjanjian_kinerja.naskah import PerjanjianKinerja

_KOLOM_SASARAN = (
    Kolom("No", 6, "tengah"),
    Kolom("Sasaran Strategis", 32),
    Kolom("Indikator Kinerja", 36),
    Kolom("Satuan", 12, "tengah"),
    Kolom("Target", 14, "tengah"),
)
_KOLOM_PROGRAM = (
    Kolom("No", 6, "tengah"),
    Kolom("Program", 46),
    Kolom("Anggaran (Rp)", 24, "kanan"),
    Kolom("Keterangan", 24),
)


def tabel_sasaran(pk: PerjanjianKinerja) -> Tabel:
    """A row an indikator; number and sasaran stand in the first row of theirs."""
    baris = []
    for nomor, sasaran in enumerate(pk.sasaran, start=1):
        awal = (str(nomor), sasaran.uraian)
        if not sasaran.indikator:
            baris.append(Baris((*awal, "Belum ada indikator.", "", "")))
        for urut, i in enumerate(sasaran.indikator):
            sel = (*(("", "") if urut else awal), i.uraian, i.satuan, i.target)
            baris.append(Baris(sel, sambung=2 if urut else 0))
    return Tabel(_KOLOM_SASARAN, tuple(baris))


def tabel_program(pk: PerjanjianKinerja) -> Tabel:
    """A row a program and the sum below."""
    baris = (Baris((str(n), p.nama, p.anggaran, p.keterangan)) for n, p in enumerate(pk.program, start=1))
    return Tabel(_KOLOM_PROGRAM, (*baris, Baris(("", "Jumlah", pk.jumlah_anggaran, ""), jumlah=True)))

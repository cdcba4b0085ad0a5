"""A Perjanjian Kinerja of the example office."""

from __future__ import annotations

from typing import Any

from kinerja.documents.kantor import Penandatangan
from kinerja.documents.perjanjian_kinerja.naskah import (
    BarisAksi,
    IndikatorPK,
    PerjanjianKinerja,
    ProgramPK,
    SasaranPK,
)
from tests.documents.contoh import CAMAT, KANTOR

INDIKATOR = (
    ("Persentase nagari dengan tata kelola pemerintahan baik", "%", "80,00"),
    ("Persentase nagari yang mengelola keuangan tepat waktu", "%", "95,00"),
    ("Nilai SAKIP kecamatan", "Predikat", "BB"),
    ("Gangguan ketenteraman dan ketertiban umum", "Kejadian", "12"),
)


def pk(**ubah: Any) -> PerjanjianKinerja:
    """Two sasaran with two indikator each, two programs, four activities."""
    baris = tuple(IndikatorPK(*i) for i in INDIKATOR)
    isi: dict[str, Any] = {
        "kantor": KANTOR,
        "tahun": 2025,
        "versi": 1,
        "pihak_pertama": CAMAT,
        "pihak_kedua": Penandatangan("Bupati Pesisir Selatan", "CONTOH BUPATI, S.H."),
        "sasaran": (
            SasaranPK("Meningkatnya kualitas tata kelola pemerintahan nagari", baris[:2]),
            SasaranPK("Meningkatnya akuntabilitas kinerja dan ketertiban umum di kecamatan", baris[2:]),
        ),
        "program": (
            ProgramPK("Program Pembinaan dan Pengawasan Pemerintahan Desa", "350.000.000", "APBD (DAU)"),
            ProgramPK("Program Penunjang Urusan Pemerintahan Daerah", "1.900.000.000", "APBD (DAU)"),
        ),
        "jumlah_anggaran": "2.250.000.000",
        "aksi": tuple(
            BarisAksi(
                i[0],
                f"Pembinaan ke-{n} terhadap nagari",
                ("5 nagari", "6 nagari", "6 nagari", "6 nagari"),
                "Kasi Pemerintahan",
            )
            for n, i in enumerate(INDIKATOR, 1)
        ),
        "kode": "PK25-00J7",
    }
    return PerjanjianKinerja(**{**isi, **ubah})

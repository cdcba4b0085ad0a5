"""The tables. Importing this package makes every one known to the metadata."""

from kinerja.models import (
    berkas,
    catatan,
    disposisi,
    dokumen,
    draf,
    impor,
    jabatan,
    kantor,
    laporan,
    lembar_sop,
    pegawai,
    periode,
    perjanjian_kinerja,
    realisasi,
    sesi,
    tugas,
)
from kinerja.models.basis_data import db

__all__ = [
    "berkas",
    "catatan",
    "db",
    "disposisi",
    "dokumen",
    "draf",
    "impor",
    "jabatan",
    "kantor",
    "laporan",
    "lembar_sop",
    "pegawai",
    "periode",
    "perjanjian_kinerja",
    "realisasi",
    "sesi",
    "tugas",
]

"""The fixed cast of the tests: an office with five Kasi, two Staf, and one person a post."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku, Peran
from kinerja.models.jabatan import Jabatan
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.pegawai import Pegawai
from kinerja.operations.orang import buat_pegawai, hash_sandi, pelaku_dari
from kinerja.operations.pemasangan import pasang
from kinerja.operations.periode import buka_tahun
from kinerja.operations.struktur import buat_jabatan, buat_unit, tugaskan
from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat

TAHUN = 2026
SANDI = "jeruk nipis di tepi pantai"
AWAL = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)

# login name → (nama jabatan, peran, unit, login name of the superior's post)
PEMERAN: dict[str, tuple[str, Peran, str | None, str | None]] = {
    "admin": ("Admin sistem", Peran.ADMIN, None, None),
    "camat": ("Camat", Peran.CAMAT, None, None),
    "sekretaris": ("Sekretaris", Peran.SEKRETARIS, None, "camat"),
    "kasubag_umum": (
        "Kasubag Umum dan Kepegawaian",
        Peran.KASUBAG_UMUM,
        "Subbag Umum dan Kepegawaian",
        "sekretaris",
    ),
    "kasubag_perencanaan": (
        "Kasubag Perencanaan Keuangan dan Pelaporan",
        Peran.KASUBAG_PERENCANAAN,
        "Subbag Perencanaan Keuangan dan Pelaporan",
        "sekretaris",
    ),
    "kasi_pemerintahan": ("Kasi Pemerintahan", Peran.KASI, "Seksi Pemerintahan", "camat"),
    "kasi_pmd": ("Kasi Pemberdayaan Masyarakat", Peran.KASI, "Seksi Pemberdayaan Masyarakat", "camat"),
    "kasi_trantib": (
        "Kasi Ketenteraman dan Ketertiban Umum",
        Peran.KASI,
        "Seksi Ketenteraman dan Ketertiban Umum",
        "camat",
    ),
    "kasi_kesos": ("Kasi Kesejahteraan Sosial", Peran.KASI, "Seksi Kesejahteraan Sosial", "camat"),
    "kasi_pelayanan": ("Kasi Pelayanan Umum", Peran.KASI, "Seksi Pelayanan Umum", "camat"),
    "staf_perencanaan": (
        "Staf Perencanaan",
        Peran.STAF,
        "Subbag Perencanaan Keuangan dan Pelaporan",
        "kasubag_perencanaan",
    ),
    "staf_pelayanan": ("Staf Pelayanan", Peran.STAF, "Seksi Pelayanan Umum", "kasi_pelayanan"),
}


def bangun(sesi: Session, buka: int | None = TAHUN, sandi: str = SANDI) -> None:
    """Fill an empty database: sheet, posts, people with one password, the year opened."""
    kantor = pasang(sesi, muat(), PENGUMPULAN_DATA_KINERJA, AWAL)
    kantor.kabupaten, kantor.kecamatan, kantor.ibu_kota = "Pesisir Selatan", "Koto XI Tarusan", "Tarusan"
    kantor.kode_unit, kantor.disimpan_pada = "CMT-TRS", AWAL
    sari = hash_sandi(sandi)
    unit: dict[str, int] = {}
    jabatan: dict[str, Jabatan] = {}
    for nama_pengguna, (nama, peran, nama_unit, atasan) in PEMERAN.items():
        if nama_unit and nama_unit not in unit:
            unit[nama_unit] = buat_unit(sesi, nama_unit, None, AWAL).id
        jabatan[nama_pengguna] = buat_jabatan(
            sesi,
            nama,
            peran,
            None,
            AWAL,
            unit[nama_unit] if nama_unit else None,
            jabatan[atasan].id if atasan else None,
        )
        orang = buat_pegawai(sesi, f"{nama} Uji", nama_pengguna, None, AWAL)
        orang.sandi = sari
        tugaskan(sesi, orang, jabatan[nama_pengguna], date(2020, 1, 1), None, AWAL)
    if buka is not None:
        lembar = sesi.execute(select(LembarSop)).scalar_one()
        buka_tahun(sesi, lembar, buka, orang_uji(sesi, "kasubag_umum"), AWAL)
    sesi.flush()


def orang_uji(sesi: Session, nama_pengguna: str, hari: date = date(2026, 1, 5)) -> Pelaku:
    """One of the cast, as the domain knows them."""
    pegawai = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama_pengguna)).scalar_one()
    return pelaku_dari(sesi, pegawai, hari)

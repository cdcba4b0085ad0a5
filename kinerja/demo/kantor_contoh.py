"""The example office: made-up people in the usual posts of a kecamatan.

Only the Camat's name and NIP are real print: they stand on the SOP sheet's signature line, 17 digits and all.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Peran
from kinerja.models.jabatan import Jabatan
from kinerja.models.kantor import Kantor
from kinerja.operations.orang import buat_pegawai, hash_sandi
from kinerja.operations.struktur import buat_jabatan, buat_unit, tugaskan

MULAI_TUGAS = date(2020, 1, 2)
DASAR = "821.2/1/BKPSDM-2020 (contoh)"

# login name: (jabatan, peran, unit, login name of the superior, nama, NIP, pangkat)
PEMERAN: dict[str, tuple[str, Peran, str | None, str | None, str, str, str]] = {
    "camat": (
        "Camat Koto XI Tarusan", Peran.CAMAT, None, None,
        "NURIA NI, SE, M.Si.", "19690241990032002", "Pembina Tingkat I (IV/b)",
    ),
    "sekretaris": (
        "Sekretaris", Peran.SEKRETARIS, None, "camat",
        "Afdal Contoh, S.Sos.", "197503142001121004", "Pembina (IV/a)",
    ),
    "umum": (
        "Kasubag Umum dan Kepegawaian", Peran.KASUBAG_UMUM, "Subbag Umum dan Kepegawaian", "sekretaris",
        "Rina Contoh, S.AP.", "198106222006042011", "Penata Tingkat I (III/d)",
    ),
    "perencanaan": (
        "Kasubag Perencanaan Keuangan dan Pelaporan", Peran.KASUBAG_PERENCANAAN,
        "Subbag Perencanaan Keuangan dan Pelaporan", "sekretaris",
        "Hendri Contoh, SE", "198009172005011007", "Penata Tingkat I (III/d)",
    ),
    "pemerintahan": (
        "Kasi Pemerintahan", Peran.KASI, "Seksi Pemerintahan", "camat",
        "Yusmardi Contoh, S.IP.", "197811052003121006", "Penata Tingkat I (III/d)",
    ),
    "pemberdayaan": (
        "Kasi Pemberdayaan Masyarakat", Peran.KASI, "Seksi Pemberdayaan Masyarakat", "camat",
        "Desmawati Contoh, S.Pd.", "198202182007012009", "Penata (III/c)",
    ),
    "trantib": (
        "Kasi Ketenteraman dan Ketertiban Umum", Peran.KASI, "Seksi Ketenteraman dan Ketertiban Umum", "camat",
        "Zulkifli Contoh, SH", "197907302006041008", "Penata (III/c)",
    ),
    "kesos": (
        "Kasi Kesejahteraan Sosial", Peran.KASI, "Seksi Kesejahteraan Sosial", "camat",
        "Nelfita Contoh, S.Sos.", "198304112009022005", "Penata (III/c)",
    ),
    "pelayanan": (
        "Kasi Pelayanan Umum", Peran.KASI, "Seksi Pelayanan Umum", "camat",
        "Rahmat Contoh, S.Kom.", "198512092010011012", "Penata (III/c)",
    ),
    "staf.perencanaan": (
        "Staf Perencanaan", Peran.STAF, "Subbag Perencanaan Keuangan dan Pelaporan", "perencanaan",
        "Fitri Contoh, A.Md.", "199203252019032014", "Pengatur (II/c)",
    ),
    "staf.pelayanan": (
        "Staf Pelayanan", Peran.STAF, "Seksi Pelayanan Umum", "pelayanan",
        "Andri Contoh", "199008172015031003", "Pengatur (II/c)",
    ),
    "admin": ("Admin sistem", Peran.ADMIN, None, None, "Budi Contoh, S.Kom.", "", ""),
}  # fmt: skip


def isi_kantor(office: Kantor, pada: datetime) -> None:
    """Letterhead and settings; the address says that this is an example."""
    office.kabupaten, office.kecamatan, office.ibu_kota = "Pesisir Selatan", "Koto XI Tarusan", "Tarusan"
    office.alamat = "Jalan Contoh Nomor 1 Tarusan (kantor contoh)"
    office.telepon, office.kode_pos = "(0756) 000000", "25654"
    office.laman, office.pos_el = "kotoxitarusan.contoh", "kecamatan@kotoxitarusan.contoh"
    office.jabatan_atasan, office.nama_atasan = "Bupati Pesisir Selatan", "(nama Bupati, contoh)"
    office.kode_unit, office.disimpan_pada = "CMT-TRS", pada


def isi_orang(sesi: Session, sandi: str, pada: datetime) -> None:
    """Units, posts, people with one password, and who holds what."""
    unit: dict[str, int] = {}
    jabatan: dict[str, Jabatan] = {}
    sari = hash_sandi(sandi)
    for masuk, (nama_jabatan, peran, nama_unit, atasan, nama, nip, pangkat) in PEMERAN.items():
        if nama_unit and nama_unit not in unit:
            unit[nama_unit] = buat_unit(sesi, nama_unit, None, pada).id
        jabatan[masuk] = buat_jabatan(
            sesi,
            nama_jabatan,
            peran,
            None,
            pada,
            unit[nama_unit] if nama_unit else None,
            jabatan[atasan].id if atasan else None,
        )
        orang = buat_pegawai(sesi, nama, masuk, None, pada, nip, pangkat, contoh=True)
        orang.sandi = sari
        tugaskan(sesi, orang, jabatan[masuk], MULAI_TUGAS, None, pada, dasar=DASAR)

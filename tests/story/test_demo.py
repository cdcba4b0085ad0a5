"""The example office, filled once by the command itself and looked at from all sides."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import select

from kinerja import create_app
from kinerja.archive.gudang import jalur
from kinerja.cli import main
from kinerja.demo import tahun_contoh
from kinerja.demo.kantor_contoh import PEMERAN
from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai
from kinerja.models.periode import periode_satu
from kinerja.models.pindaian import Pindaian
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.orang import pelaku_dari
from kinerja.operations.retensi import jatuh_tempo
from kinerja.operations.struktur import buat_unit
from kinerja.upkeep.verify import periksa

pytestmark = pytest.mark.lambat
TAHUN = 2026
HARI = date(TAHUN, 10, 10)


def jalankan(*kata: str):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(main, list(kata))


@pytest.fixture(scope="module")
def isi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as the command leaves it; tests copy it before they change anything."""
    folder = tmp_path_factory.mktemp("contoh") / "demo"
    hasil = jalankan("demo", "--data", str(folder), "--tahun", str(TAHUN), "--no-serve")
    assert hasil.exit_code == 0, hasil.output
    return folder


@pytest.fixture
def contoh(isi: Path, tmp_path: Path) -> Iterator[Flask]:
    folder = shutil.copytree(isi, tmp_path / "demo")
    app = create_app(folder)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_every_role_has_something_in_its_inbox(contoh: Flask) -> None:
    office = kantor(db.session())
    assert office.contoh and office.tanggal_contoh == HARI
    pada = datetime.combine(HARI, time(9), timezone(timedelta(hours=7))).astimezone(UTC)
    for nama in PEMERAN:
        orang = db.session.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama)).scalar_one()
        if nama not in ("pemerintahan", "kesos"):  # those two have sent their data already
            assert isi_kotak(db.session(), pelaku_dari(db.session(), orang, HARI), pada), nama


def test_closed_periods_lie_behind_it_with_their_signed_pdfs(contoh: Flask) -> None:
    sesi = db.session()
    for ke in (1, 2):
        periode = sesi.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, ke)).scalar_one()
        assert periode.ditutup_pada is not None
    dokumen = (
        sesi.execute(select(Dokumen).where(Dokumen.tahun == TAHUN).order_by(Dokumen.urut)).scalars().all()
    )
    assert [d.judul for d in dokumen] == [
        "Perjanjian Kinerja 2026",
        "Laporan Kinerja Triwulan I 2026",
        "Laporan Kinerja Triwulan II 2026",
        "Laporan Kinerja Semester I 2026",
    ]
    kolom = (Dokumen.judul, Arsip.lokasi_rak, Arsip.dibandingkan_oleh_nama)
    diarsipkan = sesi.execute(select(*kolom).join(Arsip).order_by(Arsip.id)).all()
    assert [tuple(satu) for satu in diarsipkan] == [
        ("Penyampaian laporan kinerja Triwulan I 2023", "Lemari 1, boks Surat 2023", ""),
        ("Penyampaian laporan kinerja Triwulan II 2023", "Lemari 1, boks Surat 2023", ""),
        ("Laporan Kinerja Triwulan I 2026", "Lemari 2, map Laporan 2026", "Hendri Contoh, SE"),
        ("Laporan Kinerja Triwulan II 2026", "Lemari 2, map Laporan 2026", "Hendri Contoh, SE"),
    ]


def test_old_letters_are_due(contoh: Flask) -> None:
    sesi = db.session()
    habis, jumlah = jatuh_tempo(sesi, HARI)
    assert jumlah == 2
    assert {d.judul for d, _ in habis} == {
        "Penyampaian laporan kinerja Triwulan I 2023",
        "Penyampaian laporan kinerja Triwulan II 2023",
    }


def test_a_signed_paper_lies_on_the_scanner_with_every_code_read(contoh: Flask) -> None:
    pilih = select(Pindaian, Dokumen).join(Dokumen, Dokumen.id == Pindaian.dokumen_id)
    ((pindaian, dokumen),) = db.session.execute(pilih.where(Pindaian.keadaan == "putusan")).all()
    assert (dokumen.judul, pindaian.asal, pindaian.cara) == ("Perjanjian Kinerja 2026", "folder", "basah")
    assert [(k["kode"], k["halaman"]) for k in pindaian.kode] == [
        (dokumen.kode, ke) for ke in range(1, dokumen.halaman + 1)
    ]


CAPAIAN_1_1 = "99,38%"  # 16 of 23 nagari = 69,565…%; of the target 70


def test_the_printed_report_carries_number_names_and_figures(contoh: Flask) -> None:
    sesi = db.session()
    dokumen = sesi.execute(select(Dokumen).where(Dokumen.tahun == TAHUN, Dokumen.urut == 2)).scalar_one()
    berkas = jalur(contoh.config["DATA"], _sha(dokumen))
    teks = " ".join("".join(h.extract_text() for h in PdfReader(berkas).pages).split())
    for kata in (dokumen.nomor, dokumen.kode, "NURIA NI, SE, M.Si.", "19690241990032002", CAPAIAN_1_1):
        assert kata in teks, kata


def _sha(dokumen: Dokumen) -> str:
    from kinerja.models.berkas import Berkas

    return db.session.get_one(Berkas, dokumen.berkas_id).sha256


def test_the_example_is_whole(contoh: Flask) -> None:
    assert periksa(db.session(), contoh.config["DATA"]).rusak == []


def test_a_second_run_keeps_what_was_typed(contoh: Flask) -> None:
    from kinerja.models.basis_data import menulis

    menulis.set(True)
    buat_unit(db.session(), "Unit yang diketik", None, datetime(TAHUN, 10, 10, tzinfo=UTC))
    db.session.commit()
    menulis.set(False)
    hasil = jalankan("demo", "--data", str(contoh.config["DATA"]), "--no-serve")
    assert hasil.exit_code == 0, hasil.output
    assert "Mengisi" not in hasil.output
    from kinerja.models.jabatan import Unit

    assert db.session.execute(select(Unit).where(Unit.nama == "Unit yang diketik")).scalar_one()


def test_a_real_office_is_refused(tmp_path: Path) -> None:
    assert jalankan("init", "--data", str(tmp_path)).exit_code == 0
    hasil = jalankan("demo", "--data", str(tmp_path), "--no-serve")
    assert hasil.exit_code == 1
    assert "bukan kantor contoh" in hasil.output
    assert jalankan("verify", "--data", str(tmp_path)).output.endswith("utuh\n")


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "penting.txt").write_text("jangan hilang")
    hasil = jalankan("demo", "--data", str(tmp_path), "--no-serve")
    assert hasil.exit_code == 1
    assert "berkas lain" in hasil.output
    assert (tmp_path / "penting.txt").read_text() == "jangan hilang"


@pytest.mark.parametrize(
    ("kini", "tahun"),
    [
        (date(2026, 10, 9), 2025),
        (date(2026, 10, 10), 2026),
        (date(2026, 12, 31), 2026),
        (date(2027, 1, 1), 2026),
    ],
)
def test_the_year_is_the_one_of_the_latest_tenth_of_october(kini: date, tahun: int) -> None:
    assert tahun_contoh(kini) == tahun

"""The bench of the archive: a made-up archive is a whole one, its bars judge by ratios; nothing is timed here."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from kinerja.archive.gudang import semua
from kinerja.bench import anak_arsip
from kinerja.bench import arsip as bench
from kinerja.bench.laporan_arsip import bagian_arsip
from kinerja.bench.tanya_arsip import alamat_halaman, semua_tanya
from kinerja.cli import main
from kinerja.models import db
from kinerja.models.dokumen import Dokumen
from kinerja.operations.cari import cari
from kinerja.upkeep.verify import periksa

JUMLAH = 24


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A made-up archive of two dozen documents."""
    hasil = tmp_path_factory.mktemp("arsip")
    assert anak_arsip.langkah_bangun(hasil, JUMLAH) == {}
    yield hasil
    with anak_arsip.aplikasi(hasil).app_context():
        db.engine.dispose()


def test_a_made_up_archive_is_whole_numbered_without_gaps_and_each_file_its_own(folder: Path) -> None:
    with anak_arsip.aplikasi(folder).app_context():
        hasil = periksa(db.session(), folder)
        dokumen = db.session.execute(select(Dokumen).order_by(Dokumen.id)).scalars().all()
        db.engine.dispose()
    assert hasil.rusak == [] and hasil.catatan == []
    assert hasil.berkas == 2 * JUMLAH == len(list(semua(folder)))
    assert len({d.kode for d in dokumen}) == JUMLAH
    assert {d.tahun for d in dokumen} == set(range(2017, 2027))
    assert any("Triwulan" in d.judul for d in dokumen) and any("Undangan" in d.judul for d in dokumen)


def test_the_queries_are_of_every_kind_and_most_find_something(folder: Path) -> None:
    with anak_arsip.aplikasi(folder).app_context():
        tanya = semua_tanya(db.session(), random.Random(1), 36)
        kena = [cari(db.session(), t.kata, tahun=t.tahun, jenis=t.jenis).jumlah for t in tanya]
        sama = [anak_arsip._like(t) for t in tanya if "/" not in t.kata and not t.kata[:1].isdigit()]
        alamat = alamat_halaman(db.session(), random.Random(1), 12)
        db.engine.dispose()
    assert sum(n > 0 for n in kena) > len(kena) / 2 and 0 in kena
    assert any(sama)
    assert len(alamat) == 12 and any("cari=" in a for a in alamat) and any("keadaan=" in a for a in alamat)


def test_every_step_gives_its_figures_and_every_flipped_bit_is_named(folder: Path) -> None:
    nilai = anak_arsip.langkah_periksa(folder, JUMLAH)
    assert nilai["berkas"] == 2 * JUMLAH and set(nilai) >= {"verify", "verify_jam", "sha", "bita", "memori"}
    assert set(anak_arsip.langkah_cari(folder, JUMLAH)) == {"cari_p50", "cari_p95", "like_p50", "like_p95"}
    assert set(anak_arsip.langkah_halaman(folder, JUMLAH)) == {"halaman_p50", "halaman_p95"}
    assert anak_arsip.langkah_balik(folder, JUMLAH) == {"dibalik": 12, "luput": 0, "keliru": 0}


def hasil(pangkat: float = 1.0, luput: int = 0, cari_ms: float = 5.0) -> bench.Hasil:
    """Made-up measurements: verify n^pangkat."""
    return {
        n: {
            "berkas": 2 * n,
            "bita": 7000 * n,
            "verify": 0.5 * (n / 1000) ** pangkat,
            "verify_jam": 1.0,
            "sha": 0.2 * n / 1000,
            "memori": 5.0,
            "cari_p50": 3.0,
            "cari_p95": cari_ms,
            "like_p50": 10.0,
            "like_p95": 40.0,
            "halaman_p50": 20.0,
            "halaman_p95": 30.0,
            "dibalik": 12,
            "luput": luput,
            "keliru": 0,
        }
        for n in bench.ukuran(10_000)
    }


def test_the_bars_hold_or_fail() -> None:
    assert bench.ukuran(10_000) == (1000, 3000, 10_000)
    assert all(p.lulus for p in bench.palang(hasil()))
    assert not bench.palang(hasil(1.2))[0].lulus
    assert not bench.palang(hasil(luput=1))[-1].lulus
    assert not bench.palang(hasil(cari_ms=50))[3].lulus
    assert bench.p95([float(n) for n in range(1, 101)]) == 95
    assert bench.p95([7.0]) == 7


def test_the_exit_code_is_0_only_when_every_bar_holds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for luput, kode in ((0, 0), (1, 1)):
        monkeypatch.setattr(bench, "ukur_semua", lambda _lapor, _jumlah, luput=luput: hasil(luput=luput))
        jawab = CliRunner().invoke(main, ["bench", "arsip", "--tulis", "--docs", str(tmp_path)])
        assert jawab.exit_code == kode, jawab.output
        assert "| 10000 |" in jawab.output
    tertulis = (tmp_path / "kinerja-terukur.md").read_text(encoding="utf-8")
    assert "**not met**" in tertulis and tertulis.count("## An archive of years") == 1
    assert "met." in bagian_arsip(hasil())


def test_the_steps_run_one_after_another_each_in_a_process_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    jalan: list[tuple[str, int]] = []

    def anak(kerja: str, folder: Path, jumlah: int) -> dict[str, object]:
        assert folder.is_dir()
        jalan.append((kerja, jumlah))
        return {kerja: jumlah}

    monkeypatch.setattr(bench, "_anak", anak)
    semua_hasil = bench.ukur_semua(lambda _baris: None, 100)
    assert jalan == [(kerja, n) for n in (10, 30, 100) for _, kerja in bench.LANGKAH]
    assert semua_hasil[30] == {kerja: 30 for _, kerja in bench.LANGKAH}
    assert {kerja for _, kerja in bench.LANGKAH} == set(anak_arsip.KERJA)

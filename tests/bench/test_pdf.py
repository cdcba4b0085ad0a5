from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner

from kinerja.bench import pdf as bench
from kinerja.bench.anak_pdf import cetak_kami
from kinerja.bench.isi_pdf import KOLOM, isi_uji
from kinerja.bench.laporan_ukur import bagian_pdf, tulis
from kinerja.cli import main


def hasil(kali: float = 1.0, memori: float = 90) -> bench.Hasil:
    """Made-up measurements: by hand n^0.9, ours ``kali`` times that."""
    semua: bench.Hasil = {}
    for n in bench.JUMLAH:
        dasar = 0.3 * (n / 100) ** 0.9
        semua["tangan", n] = bench.Ukuran([dasar], [], 10, 1000, 80)
        semua["kami", n] = bench.Ukuran([dasar * kali], [0.0], 10, 1000, memori)
    semua["polos", 1000] = bench.Ukuran([60.0], [], 90, 1000, 240)
    return semua


def test_the_bars_hold_or_fail_by_the_ratios() -> None:
    assert all(p.lulus for p in bench.palang(hasil(1.5)))
    assert [p.lulus for p in bench.palang(hasil(1.9))] == [False, False, False, True, True]
    assert [p.lulus for p in bench.palang(hasil(1.0, memori=151))][-1] is False
    assert "TIDAK LULUS" in str(bench.palang(hasil(2.0))[0])


def test_reading_back_is_part_of_what_we_cost() -> None:
    semua = hasil(1.0)
    semua["kami", 300].baca = [semua["tangan", 300].cetak]
    assert bench.palang(semua)[1].nilai == pytest.approx(2.0)


def test_the_exit_code_is_0_only_when_every_bar_holds(monkeypatch, tmp_path) -> None:
    for kali, kode in ((1.2, 0), (1.9, 1)):
        monkeypatch.setattr(bench, "ukur_semua", lambda _lapor, kali=kali, **_: hasil(kali))
        jawab = CliRunner().invoke(main, ["bench", "pdf", "--tulis", "--docs", str(tmp_path)])
        assert jawab.exit_code == kode
        assert "| 1000 |" in jawab.output
    assert "**not met**" in (tmp_path / "kinerja-terukur.md").read_text()


def test_a_section_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    tulis(tmp_path, "pdf", "angka kemarin")
    tulis(tmp_path, "lain", "tetap")
    berkas = tulis(tmp_path, "pdf", bagian_pdf(hasil()))
    isi = berkas.read_text()
    assert "angka kemarin" not in isi
    assert "tetap" in isi
    assert isi.count("<!-- pdf -->") == 1


@pytest.mark.lambat
def test_all_three_engines_print_the_same_cells() -> None:
    from kinerja.bench.pdf_polos import cetak_polos
    from kinerja.bench.pdf_tangan import cetak_tangan

    isi = isi_uji(20)
    sel = {"".join(t.split()) for baris in isi.baris for t in baris}
    for pdf in (cetak_kami(isi)[1], cetak_tangan(isi), cetak_polos(isi)):
        halaman = pypdf.PdfReader(io.BytesIO(pdf)).pages
        teks = "".join("".join(p.extract_text() for p in halaman).split())
        assert [s for s in sel if s not in teks] == []
        assert f"Halaman1dari{len(halaman)}" in teks
    assert len(KOLOM) == 12

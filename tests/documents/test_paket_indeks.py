"""The index page of an inspection pack."""

from __future__ import annotations

import lxml.html
import pytest

from kinerja.documents.paket.indeks import KepalaPaket, indeks_html, tulis_ukuran
from kinerja.documents.paket.zip import Butir, Terisi, Tertinggal
from kinerja.domain.paket import Bagian

KEPALA = KepalaPaket("Kecamatan Koto XI Tarusan", 2026, "8 Oktober 2026", 812, "9f" * 32)
JAHAT = "<script>alert(1)</script>"


def _butir(judul: str, bagian: Bagian = Bagian.LAPORAN) -> Butir:
    return Butir(
        bagian, "a", "pdf", judul, lambda: b"", nomor="12/2026", tanggal="1 Mei 2026", penanda="Camat"
    )


def test_every_part_is_there_with_its_files_or_the_words_that_there_are_none() -> None:
    isi = indeks_html(KEPALA, [Terisi(_butir("Laporan I"), "1-laporan/a.pdf", "ab" * 32, 2048)], []).decode()
    halaman = lxml.html.fromstring(isi)
    assert halaman.get("lang") == "id"
    assert [h.text for h in halaman.iter("h2")] == [b.judul for b in Bagian]
    sel = [td.text_content() for td in halaman.xpath("//tbody/tr[1]/td")]
    assert sel == ["1", "Laporan I", "12/2026", "1 Mei 2026", "Camat", "–", "2 kB", "ab" * 32]
    assert halaman.xpath("//tbody//a/@href") == ["1-laporan/a.pdf"]
    assert Bagian.SURAT.kosong in isi and Bagian.LAPORAN.kosong not in isi
    for kata in ("nomor 812", "9f" * 32, "sha256sum -c SHA256SUMS", "--jangkar 7-catatan/jangkar.txt"):
        assert kata in isi


def test_it_needs_nothing_from_outside_and_runs_nothing() -> None:
    halaman = lxml.html.fromstring(indeks_html(KEPALA, [], []))
    assert not halaman.xpath("//script|//link|//img|//iframe|//@style|//@onclick")
    assert "url(" not in halaman.xpath("//style")[0].text and "http" not in halaman.text_content()


def test_secrets_are_said_to_be_left_out_and_never_counted() -> None:
    isi = indeks_html(KEPALA, [], []).decode()
    assert "Surat dan disposisi yang bersifat rahasia tidak disertakan" in isi


def test_what_people_typed_is_text() -> None:
    ada = [Terisi(_butir(JAHAT), "1-laporan/a.pdf", "0" * 64, 1)]
    isi = indeks_html(KEPALA, ada, [Tertinggal(_butir(JAHAT, Bagian.BUKTI), "berkasnya hilang")]).decode()
    assert JAHAT not in isi
    assert isi.count("&lt;script&gt;") == 2
    assert "Tidak dapat disertakan" in isi and "(Bukti realisasi): berkasnya hilang" in isi


@pytest.mark.parametrize(("byte", "kata"), [(1, "1 kB"), (820_400, "820 kB"), (1_440_000, "1,4 MB")])
def test_sizes_are_said_as_file_managers_do(byte: int, kata: str) -> None:
    assert tulis_ukuran(byte) == kata

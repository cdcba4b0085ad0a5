"""What stands together on a page, seen on printed pages."""

from __future__ import annotations

import io

import pypdf
import pytest

from kinerja.documents.blok import Alinea, Baris, Judul, Keterangan, Kolom, Tabel, TandaTangan
from kinerja.documents.cetak import cetak
from kinerja.documents.laporan.naskah import TEMPLAT, Laporan
from tests.documents.contoh import CAMAT, KANTOR

pytestmark = pytest.mark.lambat
KALIMAT = "Kecamatan memusatkan perhatian pada pembinaan nagari dan tertib administrasi. "


def halaman(*blok: object) -> list[str]:
    laporan = Laporan(KANTOR, ("LAPORAN", "UJI"), False, (), tuple(blok), CAMAT.nama, "", "", "", "ab" * 32)
    pdf = cetak(TEMPLAT, laporan).pdf
    return [" ".join(p.extract_text().split()) for p in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def isi(baris: int) -> Tabel:
    return Tabel((Kolom("No", 10), Kolom("Isi", 90)), tuple(Baris((str(n), "x")) for n in range(baris)))


@pytest.mark.parametrize("panjang", range(25, 33))
def test_a_heading_goes_with_its_table_wherever_the_page_ends(panjang) -> None:
    lembar = halaman(Alinea("\n".join([KALIMAT] * panjang)), Judul("Judul tabel"), isi(90))
    tempat = next(n for n, teks in enumerate(lembar) if "Judul tabel" in teks)
    assert "No Isi 0 x" in lembar[tempat]


@pytest.mark.parametrize("panjang", range(20, 30, 2))
def test_a_signature_never_stands_alone_on_a_page(panjang) -> None:
    lembar = halaman(Alinea("\n".join([KALIMAT * 3] * (panjang // 2))), TandaTangan(CAMAT))
    assert CAMAT.nama in lembar[-1]
    assert "tertib administrasi" in lembar[-1]


def test_a_signature_takes_the_last_row_of_a_table_with_it() -> None:
    lembar = [halaman(isi(n), TandaTangan(CAMAT)) for n in (30, 34, 38)]
    for satu in lembar:
        assert " x" in satu[-1].split(CAMAT.tempat_tanggal)[0]


def test_the_footer_counts_pages_and_names_the_data() -> None:
    lembar = halaman(isi(200))
    for n, teks in enumerate(lembar, start=1):
        assert f"Halaman {n} dari {len(lembar)}" in teks
        assert "Data: abab abab abab abab" in teks


@pytest.mark.parametrize("panjang", range(27, 33))
def test_small_print_under_a_heading_goes_with_what_follows_it(panjang) -> None:
    lembar = halaman(
        Alinea("\n".join([KALIMAT] * panjang)),
        Judul("Indikator 1.1", 4),
        Keterangan(("Penanggung jawab: Seksi.",)),
        Alinea("Uraian unit dimulai di sini. " * 20),
    )
    tempat = next(n for n, teks in enumerate(lembar) if "Indikator 1.1" in teks)
    assert "Penanggung jawab: Seksi. Uraian unit dimulai" in lembar[tempat]


@pytest.mark.parametrize("panjang", range(22, 32, 2))
def test_a_heading_over_a_short_signed_text_goes_with_the_signature(panjang) -> None:
    lembar = halaman(
        Alinea("\n".join([KALIMAT] * panjang)),
        Judul("B. Langkah ke depan"),
        Alinea(KALIMAT),
        TandaTangan(CAMAT),
    )
    assert "B. Langkah ke depan" in lembar[-1]
    assert CAMAT.nama in lembar[-1]


@pytest.mark.parametrize("panjang", range(36, 46))
def test_a_closing_note_is_never_alone_on_the_last_page(panjang) -> None:
    catatan = ("Sidik adalah awal sidik sha256 berkas bukti.", "Jangkar catatan: " + "ab" * 32)
    lembar = halaman(Judul("Lampiran 1. Sumber angka"), isi(panjang), Keterangan(catatan))
    assert "Jangkar catatan" in lembar[-1]
    assert "Sidik adalah" in lembar[-1]
    assert f"{panjang - 1} x" in lembar[-1]

"""The SOP sheet on paper says everything the sheet says, in letters that can be read."""

import io
import re

import pypdfium2
import pytest

from kinerja.documents.lembar_sop.naskah import cetak_lembar_sop, lembar_sop
from kinerja.documents.lembar_sop.uraian import uraian
from kinerja.documents.lipat import jumlah_baris
from kinerja.domain.sop_baca import baca_sop
from kinerja.sop import muat

SOP = muat()


def teks_halaman(pdf: bytes) -> list[str]:
    dokumen = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return ["".join(dokumen[n].get_textpage().get_text_range().split()) for n in range(len(dokumen))]


def padat(teks: str) -> str:
    return "".join(teks.split())


@pytest.fixture(scope="module")
def halaman() -> list[str]:
    return teks_halaman(cetak_lembar_sop(SOP).pdf)


def test_identity_block_is_the_first_page(halaman):
    identitas = SOP.identitas
    for teks in (
        identitas.nomor,
        *identitas.kop,
        identitas.nama,
        "08 januari 2025",
        "15 januari 2025",
        "NUBLATI, SE, M.Si",
        "NIP. 1969024199003 2 002",
        "Isntansi",
        *(f"{n}. {satu}" for n, satu in enumerate(identitas.kualifikasi, 1)),
        *identitas.peringatan,
        *identitas.pencatatan,
    ):
        assert padat(teks) in halaman[0]


def test_matrix_and_signature_share_the_second_page(halaman):
    for satu in SOP.langkah_semua:
        for teks in (satu.kegiatan, satu.kelengkapan_tertulis, satu.waktu_tertulis, satu.output_tertulis):
            assert padat(teks) in halaman[1]
    for teks in ("Mulai", "Selesai", "Koto XI Tarusan, 08 Januari 2025", "NURIA NI, SE, M.Si."):
        assert padat(teks) in halaman[1]
    assert padat("Pelaksana langkah 2 sampai 9 pada bagan ini perlu dikonfirmasi kantor.") in halaman[1]


def test_catatan_stand_on_a_page_of_their_own(halaman):
    assert len(halaman) == 3
    assert padat("Halaman ini bukan bagian dari lembar SOP.") in halaman[2]
    assert padat("000.8.3.3") in halaman[2]
    assert padat("Langkah 6 sampai 9") in halaman[2]


def lembar_panjang(banyak: int, kegiatan: str) -> dict:
    """A sheet of many rows in eight columns that goes back from its last row but one to its first."""
    langkah = [
        {
            "nomor": nomor,
            "kegiatan": kegiatan,
            "jenis": "proses",
            "daur": "sekali",
            "pelaksana": f"p{nomor % 8}",
            "berikut": nomor + 1,
        }
        for nomor in range(1, banyak + 1)
    ]
    langkah[0]["jenis"] = "mulai"
    kedua_akhir, akhir = langkah[-2:]
    del kedua_akhir["berikut"], akhir["berikut"]
    kedua_akhir |= {"jenis": "keputusan", "ya": banyak, "tidak": 1}
    akhir["jenis"] = "selesai"
    return {
        "identitas": {"nama": "Contoh", "dasar_hukum": ["Peraturan yang panjang sekali. " * 15] * 20},
        "pelaksana": [
            {"kode": f"p{n}", "nama": "Kasubag Perencanaan Keuangan dan Pelaporan"} for n in range(8)
        ],
        "langkah": langkah,
    }


def test_sheet_of_many_pages_is_whole_and_joined_by_pentagons():
    sop = baca_sop(lembar_panjang(14, "Memeriksa kelengkapan dan kebenaran berkas. " * 6))
    data = lembar_sop(sop)
    assert len(data.halaman) > 1
    assert [bool(satu.sambungan_bawah) for satu in data.halaman] == [True] * (len(data.halaman) - 1) + [False]
    assert [bool(satu.sambungan_atas) for satu in data.halaman] == [False] + [True] * (len(data.halaman) - 1)
    semua = "".join(teks_halaman(cetak_lembar_sop(sop).pdf))
    for ke in range(1, len(data.halaman)):
        assert semua.count(f"A{ke}") == semua.count(f"B{ke}") == 2
    assert semua.count("Memeriksakelengkapandankebenaranberkas.") == 14 * 6
    assert semua.count("Peraturanyangpanjangsekali.") == 20 * 15


def test_no_page_is_wasted_on_a_matrix_that_breaks():
    data = lembar_panjang(14, "Memeriksa berkas")
    data["identitas"] = {"nama": "Contoh"}
    sop = baca_sop(data)
    assert len(lembar_sop(sop).halaman) == 2
    assert cetak_lembar_sop(sop, dengan_catatan=False).halaman == 1 + 2


def test_text_of_a_sheet_is_printed_as_it_is():
    data = SOP.ke_dict()
    data["langkah"][0]["kegiatan"] = "<b>Mengumpulkan</b> & <script>"
    semua = "".join(teks_halaman(cetak_lembar_sop(baca_sop(data)).pdf))
    assert padat("<b>Mengumpulkan</b> & <script>") in semua


@pytest.mark.parametrize(
    ("teks", "baris"), [("", 0), ("satu", 1), ("satu dua", 1), ("kata " * 40, 7), ("x" * 200, 9)]
)
def test_lines_are_counted_by_the_typeface(teks, baris):
    assert jumlah_baris(teks, 100, 8) == baris


def test_same_sheet_gives_the_same_bytes():
    assert cetak_lembar_sop(SOP).sha256 == cetak_lembar_sop(SOP).sha256


def test_item_of_a_list_of_one_has_no_number():
    nomor = {butir.teks: butir.nomor for baris in uraian(SOP.identitas) for butir in baris.kiri + baris.kanan}
    assert nomor["Disimpan sebagai data elektronik dan manual"] == ""
    assert nomor["ATK"] == "2. "
    assert all(re.fullmatch(r"(\d+\. )?", satu) for satu in nomor.values())

"""The evidence of a periode: the sheet with who, since when and how far, on paper."""

import io

import pypdfium2
import pytest

from kinerja.documents.bagan_jalur import jalur
from kinerja.documents.bagan_svg import TERKECIL, Keadaan, Ukuran, svg_cetak
from kinerja.documents.lembar_sop.bukti import BAGIAN_LEBAR, BuktiPeriode, RincianLangkah, kata_baris
from kinerja.documents.lembar_sop.naskah import cetak_lembar_sop, lembar_sop
from kinerja.documents.lipat import lebar_teks, pecah_baris
from kinerja.sop import muat

SOP = muat()
ISI = {
    1: ("Selesai", "Drs. H. Syamsul Bahri <Contoh>, M.Si.", "8 Okt 2026 09.00"),
    2: ("Anda di sini", "Rina Marlina, S.E.", "sejak 8 Okt 2026, 3 hari kerja", "terlambat 2 hari"),
    3: ("Menunggu", "Yoga Pratama, Wati & Ayu Permata Sari, A.Md."),
    4: ("Menunggu", "Rina Marlina, S.E."),
    5: ("Menunggu", "belum ada pejabatnya"),
}
BUKTI = BuktiPeriode(
    periode="Triwulan III 2026",
    revisi=1,
    digest=SOP.digest(),
    dicetak="10 Oktober 2026 pukul 14.05 WIB",
    dicetak_oleh="Rina Marlina, S.E. (Sekretaris)",
    keadaan={1: Keadaan.SELESAI, 2: Keadaan.BERJALAN, **dict.fromkeys((3, 4, 5), Keadaan.MENUNGGU)},
    isi=ISI,
    rincian=tuple(
        RincianLangkah(
            str(n),
            SOP.langkah(n).kegiatan,
            "Staf",
            ISI[n][1],
            ISI[n][0],
            "1 Okt 2026",
            "–",
            "45 menit",
            "5 Okt 2026",
            "",
        )
        for n in ISI
    ),
)


def padat(teks: str) -> str:
    return "".join(teks.split())


@pytest.fixture(scope="module")
def halaman() -> list[str]:
    dokumen = pypdfium2.PdfDocument(io.BytesIO(cetak_lembar_sop(SOP, revisi=1, bukti=BUKTI).pdf))
    return [padat(dokumen[n].get_textpage().get_text_range()) for n in range(len(dokumen))]


def test_every_word_under_the_symbols_and_in_the_table_is_printed(halaman):
    semua = "".join(halaman)
    for isi in ISI.values():
        for satu in isi:
            assert semua.count(padat(satu)) >= 1, satu
    for satu in BUKTI.rincian:
        assert padat(satu.kegiatan) in semua


def test_the_first_page_and_every_foot_tell_periode_revision_moment_and_digest(halaman):
    assert padat(SOP.digest()) in halaman[0]
    assert padat("oleh Rina Marlina, S.E. (Sekretaris)") in halaman[0]
    kaki = padat(f"revisi 1 · Triwulan III 2026 · dicetak {BUKTI.dicetak} · sidik lembar {SOP.digest()[:16]}")
    assert all(kaki in satu for satu in halaman)


def test_the_flow_goes_on_in_lettered_pentagons_where_the_words_need_a_second_page(halaman):
    data = lembar_sop(SOP, bukti=BUKTI)
    assert len(data.halaman) == 2
    assert sum(satu.count("A1") for satu in halaman) == 2
    judul = padat("Kasubag Perencanaan Keuangan dan Pelaporan")
    assert judul in halaman[1] and judul in halaman[2]  # the heads are there on both


def test_lines_fit_their_column_and_nothing_is_lost():
    for nomor, baris in kata_baris(BUKTI, 78).items():
        assert all(
            lebar_teks(satu, TERKECIL, tebal=ke == 0) <= 78 * BAGIAN_LEBAR for ke, satu in enumerate(baris)
        )
        assert padat("".join(baris)) == padat("".join(ISI[nomor]))
    assert kata_baris(None, 78) == {}


@pytest.mark.parametrize("teks", ["", "kata", "a b c " * 20, "x" * 200, "satu " + "y" * 90 + " tiga"])
def test_text_is_broken_at_words_and_long_words_anywhere(teks):
    baris = pecah_baris(teks, 60, 7)
    assert padat("".join(baris)) == padat(teks)
    assert all(lebar_teks(satu, 7) <= 60 for satu in baris)


def test_words_of_people_never_become_markup():
    ukuran = Ukuran(lebar=40, tinggi=22, huruf=7.5)
    svg = svg_cetak(jalur(SOP)[0], 5, 390, 90, ukuran, Keadaan.SELESAI, ("Selesai", "<script>&"))
    assert "&lt;script&gt;&amp;" in svg
    assert "<script" not in svg


def test_the_sheet_without_evidence_is_as_before():
    data = lembar_sop(SOP)
    assert data.bukti is None and len(data.halaman) == 1

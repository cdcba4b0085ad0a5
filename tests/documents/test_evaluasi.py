"""Evaluasi SOP in words and on paper."""

from __future__ import annotations

import pytest

from kinerja.documents.cetak import cetak
from kinerja.documents.evaluasi import (
    TEMPLAT,
    BagianEvaluasi,
    CetakEvaluasi,
    SelEvaluasi,
    gambar_evaluasi,
    sel_evaluasi,
)
from kinerja.domain.evaluasi import FaktaTugas, NilaiLangkah, Pengerjaan, nilai_langkah
from kinerja.sop import muat
from tests.documents.contoh import KANTOR

SEHARI = 450
RAGU = "Dua menit kemungkinan salah ketik."


def nilai(norma: int | None, *menit: int, kembali: int = 0) -> NilaiLangkah:
    tugas = [
        FaktaTugas(
            ke, f"Triwulan {ke} 2026", (Pengerjaan(ke, f"Triwulan {ke} 2026", 30, n),), True, False, kembali
        )
        for ke, n in enumerate(menit, 1)
    ]
    return nilai_langkah(norma, tugas)


def sel(norma: int | None, *menit: int, ragu: str = "", kembali: int = 0) -> SelEvaluasi:
    return sel_evaluasi(3, "Mengolah data", "Staf", nilai(norma, *menit, kembali=kembali), SEHARI, ragu)


def test_a_doubtful_norm_is_said_with_both_figures() -> None:
    assert sel(2, 180, ragu=RAGU).peringatan == (
        "norma 2 menit, median 3 jam: lembar mungkin keliru, lihat Perlu dikonfirmasi pada lembar SOP."
    )
    assert sel(2, 180).peringatan.endswith(": jauh di atas norma, periksa apakah normanya masih sesuai.")
    assert "belum pernah dikerjakan: lembar mungkin keliru" in sel(2, ragu=RAGU).peringatan
    assert sel(2, 3, ragu=RAGU).peringatan.startswith("norma 2 menit, median 3 menit:")
    assert (sel(30, 60).peringatan, sel(30, 60).sorotan) == ("", "2 kali norma")
    assert (sel(None, 60, ragu=RAGU).peringatan, sel(30, 20).sorotan) == ("", "sesuai norma")


def test_figures_in_words() -> None:
    s = sel(30, 45, 125, 1000, kembali=1)
    assert (s.kali, s.norma, s.median) == ("3 kali", "30 menit", "2 jam 5 menit")
    assert s.terburuk == "2 hari kerja 1 jam, Triwulan 3 2026"
    assert (s.menunggu, s.tepat) == ("30 menit", "100% (3 dari 3)")
    assert (s.kembali, s.sekali_jadi) == ("3 kali", "0% (0 dari 3)")
    kosong = sel(None)
    assert {kosong.kali, kosong.median, kosong.terburuk, kosong.menunggu, kosong.tepat, kosong.kembali} == {
        "belum pernah dikerjakan"
    }
    assert kosong.norma == "tidak ada norma waktu pada lembar"


def bagian(judul: str) -> BagianEvaluasi:
    semua = []
    for langkah in muat().langkah_semua:
        n = nilai(langkah.waktu, 20 * langkah.nomor, 3000)
        ragu = langkah.catatan_untuk("waktu_tertulis") or ""
        semua.append((sel_evaluasi(langkah.nomor, langkah.kegiatan, "Sekretaris", n, SEHARI, ragu), n))
    gambar = gambar_evaluasi("Median pengerjaan dan norma", semua)
    return BagianEvaluasi(
        judul, "Dijalankan pada: Triwulan I 2026.", tuple(s for s, _ in semua), gambar, ("x",)
    )


def test_nothing_done_is_no_drawing() -> None:
    n = nilai(30)
    assert gambar_evaluasi("Judul", [(sel(30), n)]) is None


@pytest.mark.lambat
def test_a_sheet_of_nine_steps_is_two_pages_with_its_drawing(baca) -> None:
    data = CetakEvaluasi(KANTOR, 2026, "keadaan 10 Oktober 2026", (bagian("SOP Uji, revisi 1"),), ("Kaki.",))
    pdf = baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf)
    assert len(pdf.halaman) <= 2
    assert "(!) Langkah 3: norma 2 menit" in pdf.teks
    assert "Mengumpulkandatalaporankinerja" in pdf.padat
    assert min(pdf.ukuran) >= 7


@pytest.mark.lambat
def test_two_revisions_are_two_parts(baca) -> None:
    dua = (bagian("SOP Uji, revisi 1"), bagian("SOP Uji, revisi 2"))
    data = CetakEvaluasi(KANTOR, 2026, "keadaan 10 Oktober 2026", dua, ("Kaki.",))
    pdf = baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf)
    bersama = [h for h in pdf.halaman if "revisi 1" in h and "revisi 2" in h]
    assert "revisi 1" in pdf.teks and "revisi 2" in pdf.teks and not bersama

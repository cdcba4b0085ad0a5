"""On the pages: the indicator card, a submission taken back, differences, and moving a triwulan."""

from __future__ import annotations

from tests.web.conftest import KantorPenuh, Masuk


def test_the_card_can_be_read_by_everybody_of_the_office(penuh: KantorPenuh, masuk: Masuk) -> None:
    laman = masuk("kasi_pmd").get(penuh.alamat("/perjanjian-kinerja/indikator/{indikator}/kartu"))
    assert laman.status_code == 200
    assert "Cara menghitung" in laman.text
    assert "Capaian (%) = realisasi ÷ target × 100." in laman.text
    assert masuk("kasi_pmd").get("/perjanjian-kinerja/indikator/999999/kartu").status_code == 404


def test_a_change_shows_its_differences_and_the_triwulan_that_keep_the_old_version(
    penuh: KantorPenuh, masuk: Masuk
) -> None:
    klien = masuk("kasubag_perencanaan")
    assert "Yang berubah dari versi sebelumnya" in klien.get("/perjanjian-kinerja/2024").text
    periode = klien.get("/periode/").text
    assert "Memakai" in periode
    assert "Pakai Perjanjian Kinerja Perubahan ke-1 Tahun 2024" in periode
    assert "Pakai Perjanjian Kinerja Perubahan" not in masuk("kasubag_umum").get("/periode/").text


def test_a_submission_has_a_button_to_take_it_back(penuh: KantorPenuh, masuk: Masuk) -> None:
    alamat = penuh.alamat("/perjanjian-kinerja/{tahun_diajukan}")
    assert "Tarik pengajuan" in masuk("kasubag_perencanaan").get(alamat).text
    assert "Tarik pengajuan" not in masuk("camat").get(alamat).text

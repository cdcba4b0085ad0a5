"""The trail of a report as plain data, without loss, and its digest."""

from __future__ import annotations

import pytest

from kinerja.domain.kesalahan import Kesalahan
from kinerja.domain.rujukan import (
    AsalIndikator,
    AsalProgram,
    AsalRealisasi,
    AsalUang,
    BuktiAsal,
    Rujukan,
    sidik_data,
)

BUKTI = BuktiAsal(5, "daftar hadir.pdf", "ab" * 32, 1200)
ASAL = AsalRealisasi(
    2, "80", False, "", "8", "10", "Budi", "2026-07-02T01:00:00+00:00", "Seksi A", "Ani", "", (BUKTI,)
)
RUJUKAN = Rujukan(
    (AsalIndikator(1, "1.1", "Persentase", "Seksi A", (ASAL,)),),
    (AsalProgram(3, "1", "Program", "Seksi A", (AsalUang(2, "5000", "Budi", "2026-07-02T01:00:00+00:00"),)),),
    ("Triwulan I 2026",),
)


def test_a_trail_is_the_same_after_writing_and_reading():
    assert Rujukan.dari_data(RUJUKAN.ke_data()) == RUJUKAN
    assert sidik_data(RUJUKAN.ke_data()) == sidik_data(Rujukan.dari_data(RUJUKAN.ke_data()).ke_data())


def test_a_figure_is_found_by_its_indikator_program_and_triwulan():
    indikator, program = RUJUKAN.untuk(1), RUJUKAN.uang(3)
    assert indikator is not None and indikator.pada(2) is ASAL and indikator.pada(1) is None
    assert program is not None and program.pada(1) is None
    assert (uang := program.pada(2)) is not None and uang.nilai == "5000"
    assert RUJUKAN.untuk(2) is None and RUJUKAN.uang(1) is None


def test_a_bukti_is_printed_with_the_start_of_its_digest():
    assert BUKTI.sidik == "abababababab"


@pytest.mark.parametrize("rusak", [{}, {"indikator": [{}], "program": [], "berbeda": []}, None])
def test_other_data_are_refused(rusak):
    with pytest.raises(Kesalahan, match="tidak dapat dibaca"):
        Rujukan.dari_data(rusak)


def test_any_change_changes_the_digest():
    data = RUJUKAN.ke_data()
    awal = sidik_data(data)
    data["indikator"][0]["triwulan"][0]["oleh"] = "Orang lain"
    assert sidik_data(data) != awal
    assert sidik_data(None) == sidik_data(None) != sidik_data([])

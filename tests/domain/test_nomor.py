"""Numbers and codes of documents."""

from __future__ import annotations

import pytest

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.nomor import ABJAD_KODE, periksa_pola, tulis_kode, tulis_nomor

POLA = "{klasifikasi}/{urut}/{unit}/{tahun}"


def test_a_number_is_class_serial_unit_and_year() -> None:
    assert tulis_nomor(POLA, "000.7.2.8", 3, "CMT-TRS", 2026) == "000.7.2.8/3/CMT-TRS/2026"


@pytest.mark.parametrize("pola", [POLA, " {urut}-{tahun} ", "SOP/{urut}/{tahun}"])
def test_a_sound_pattern_is_taken_trimmed(pola: str) -> None:
    assert periksa_pola(pola) == pola.strip()


@pytest.mark.parametrize(
    "pola",
    [
        "",
        "{urut}",
        "{tahun}",
        "{urut}/{tahun}/{lain}",
        "{urut",
        "{urut!r}/{tahun}",
        "{urut:>5}/{tahun}",
        "{urut.__class__}/{tahun}",
        "{urut}/{tahun}<b>",
        "{}/{urut}/{tahun}",
    ],
)
def test_an_unsound_pattern_is_refused_beside_its_field(pola: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        periksa_pola(pola)
    assert salah.value.medan == "pola_nomor"


def test_a_code_has_no_letter_that_reads_as_a_digit() -> None:
    kode = tulis_kode(bytes(range(248, 256)))
    assert len(kode) == 9 and kode[4] == "-"
    assert set(kode) <= set(ABJAD_KODE + "-")
    assert not set("ILOU") & set(ABJAD_KODE)

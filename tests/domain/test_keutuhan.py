"""Every kind of finding has its name and says what to do; findings survive being kept as data."""

from __future__ import annotations

import pytest

from kinerja.domain.keutuhan import DAPAT_DIPULIHKAN, NAMA_TEMUAN, SARAN, JenisTemuan, Temuan, rentang


@pytest.mark.parametrize("jenis", JenisTemuan)
def test_every_kind_has_a_name_and_an_advice(jenis: JenisTemuan) -> None:
    assert NAMA_TEMUAN[jenis]
    assert SARAN[jenis].endswith(".")
    assert ("kinerja repair" in SARAN[jenis]) == (jenis in DAPAT_DIPULIHKAN)


def test_a_finding_reads_as_a_line_and_survives_as_data() -> None:
    satu = Temuan(JenisTemuan.HILANG, "berkas dokumen 1 hilang", "ab" * 32)
    assert str(satu) == f"berkas dokumen 1 hilang ({'ab' * 32})"
    assert str(Temuan(JenisTemuan.RANTAI, "rantai catatan kosong")) == "rantai catatan kosong"
    assert satu.ke_data() == {"jenis": "hilang", "pesan": "berkas dokumen 1 hilang", "sha256": "ab" * 32}
    assert Temuan.dari_data(satu.ke_data()) == satu
    assert satu.saran == SARAN[JenisTemuan.HILANG]


def test_stretches_of_numbers_in_words() -> None:
    assert rentang([(3, 3), (7, 9)]) == "3, 7–9"
    assert rentang([(n, n) for n in (1, 3, 5)], paling=2) == "1, 3, dan 1 bagian lain"

"""What the agenda book takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.surat_masuk import IsianSuratMasuk, periksa_surat_masuk

HARI = date(2026, 10, 8)
SURAT = IsianSuratMasuk("Dinas Pendidikan", "Undangan", date(2026, 10, 7), 1, tanggal_surat=date(2026, 10, 5))


def test_a_letter_needs_sender_hal_and_the_day_it_came() -> None:
    periksa_surat_masuk(SURAT, HARI)
    periksa_surat_masuk(replace(SURAT, tanggal_surat=None, diterima=HARI), HARI)


@pytest.mark.parametrize(
    ("ubah", "medan"),
    [
        ({"surat_dari": "  "}, "surat_dari"),
        ({"hal": ""}, "hal"),
        ({"hal": "x" * 501}, "hal"),
        ({"nomor_surat": "x" * 501}, "nomor_surat"),
        ({"ringkasan": "x" * 20_001}, "ringkasan"),
        ({"diterima": date(2026, 10, 9)}, "diterima"),
        ({"tanggal_surat": date(2026, 10, 8)}, "tanggal_surat"),
    ],
)
def test_wrong_input_names_its_field(ubah: dict[str, Any], medan: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        periksa_surat_masuk(replace(SURAT, **ubah), HARI)
    assert salah.value.medan == medan

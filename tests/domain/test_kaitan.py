"""How a returned file is tied to the issued one."""

from __future__ import annotations

import pytest

from kinerja.domain.kaitan import Kaitan, kaitan_byte, kaitan_kode
from kinerja.domain.kode_dokumen import MuatanKode

KODE = "7K2M-9QXB"


def test_only_a_longer_file_with_the_very_bytes_begins_with_the_issued_one() -> None:
    assert kaitan_byte(b"%PDF-a", b"%PDF-a tanda") is Kaitan.DIAWALI
    assert kaitan_byte(b"%PDF-a", b"%PDF-a") is None
    assert kaitan_byte(b"%PDF-a", b"%PDF-b tanda") is None


def lembar(*isi: tuple[str, int] | None) -> list[MuatanKode | None]:
    return [MuatanKode(*satu) if satu else None for satu in isi]


@pytest.mark.parametrize(
    ("terbaca", "tertulis", "harap"),
    [
        (lembar((KODE, 1), (KODE, 2)), [], Kaitan.DITULIS_ULANG),
        (lembar((KODE, 1), None), [], Kaitan.DITULIS_ULANG),
        (lembar(None, None), [KODE], Kaitan.DITULIS_ULANG),
        (lembar(None, None), [], Kaitan.BUKAN),
        (lembar((KODE, 1)), [KODE], Kaitan.BUKAN),
        (lembar((KODE, 2), (KODE, 1)), [], Kaitan.BUKAN),
        (lembar((KODE, 1), ("ABCD-EFGH", 2)), [KODE], Kaitan.BUKAN),
        (lembar((KODE, 1), (KODE, 2)), [KODE, "ABCD-EFGH"], Kaitan.BUKAN),
    ],
)
def test_a_file_written_anew_must_bear_the_code_at_its_places(
    terbaca: list[MuatanKode | None], tertulis: list[str], harap: Kaitan
) -> None:
    assert kaitan_kode(KODE, 2, terbaca, tertulis) is harap


def test_each_tie_has_its_sentence() -> None:
    assert [str(k) for k in Kaitan] == ["diawali dokumen terbit", "ditulis ulang", "bukan dokumen terbit"]
    assert all(k.kalimat for k in Kaitan)

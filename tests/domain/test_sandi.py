"""What a password must be."""

from __future__ import annotations

import pytest

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.sandi import PALING_PANJANG, periksa_sandi


@pytest.mark.parametrize(
    "sandi",
    [
        "jeruk nipis di pantai",
        "x" * 4 + "yzabcdef" * 8,
        "ñandú sawah 7",
        "8f2k1m9q",
        "  spasi ikut dihitung  ",
    ],
)
def test_long_and_uncommon_ones_are_taken_without_other_rules(sandi: str) -> None:
    periksa_sandi(sandi, "camat")


@pytest.mark.parametrize(
    "sandi",
    [
        "",
        "pendek1",
        "kinerja2026",
        "Tarusan!!!",
        "PASSWORD123",
        "12345678",
        "87654321",
        "11112222",
        "abababab",
        "camat2026",
        "x" * (PALING_PANJANG + 1),
    ],
)
def test_short_common_and_own_names_are_refused(sandi: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        periksa_sandi(sandi, "camat")
    assert salah.value.medan == "sandi"


def test_the_own_login_name_is_no_password() -> None:
    with pytest.raises(MasukanSalah, match="nama pengguna"):
        periksa_sandi("nurlela99", "nurlela")
    periksa_sandi("nurlela suka pantai", "nurlela")

"""Where no figure can be shown the reason stands in words: no bare dash in any cell of figures."""

from __future__ import annotations

import re

import pytest

from tests.web.conftest import KantorPenuh, Masuk

SEL = re.compile(r"<(td|dd)\b[^>]*>(.*?)</\1>", re.DOTALL)
TANDA = re.compile(r"<[^>]+>")


@pytest.mark.parametrize(
    ("siapa", "alamat"),
    [
        ("kasi_pelayanan", "/realisasi/{tw3}"),
        ("kasi_pemerintahan", "/realisasi/{tw3}"),
        ("kasubag_perencanaan", "/laporan-progres/{tw3}"),
        ("kasubag_perencanaan", "/perjanjian-kinerja/2026"),
        ("kasubag_perencanaan", "/rencana-aksi/2026"),
        ("kasubag_perencanaan", "/"),
    ],
)
def test_no_cell_holds_a_bare_dash_or_nothing(
    penuh: KantorPenuh, masuk: Masuk, siapa: str, alamat: str
) -> None:
    jawab = masuk(siapa).get(penuh.alamat(alamat), follow_redirects=True)
    assert jawab.status_code == 200
    sel = [TANDA.sub("", isi).strip() for _, isi in SEL.findall(jawab.text)]
    assert [isi for isi in sel if isi in ("–", "—", "-", "n/a")] == []

"""Two revisions beside each other, cell by cell."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_beda import Jejak, beda_sop, kolom_berubah
from kinerja.domain.sop_ubah import Penegas, isi_bagian
from kinerja.sop import muat

SOP = muat()
OLEH = Penegas("Ani", "Sekretaris", date(2026, 10, 8))


def diubah(bagian: str, **isian: Any) -> Any:
    return baca_sop(isi_bagian(SOP.ke_dict(), bagian, isian, OLEH))


def test_equal_sheets_have_no_difference() -> None:
    assert beda_sop(SOP, SOP) == ()
    assert beda_sop(SOP, baca_sop(SOP.ke_dict())) == ()


def test_a_changed_cell_shows_old_and_new_and_the_columns_of_the_matrix() -> None:
    beda = beda_sop(SOP, diubah("langkah.3", waktu=120, waktu_tertulis="2 Jam", pelaksana="sekretaris"))
    pada_lembar = [(b.bagian, b.kolom, b.jejak, b.lama, b.baru) for b in beda if b.pada_lembar]
    assert pada_lembar == [
        ("Langkah 3", "Pelaksana", Jejak.DIUBAH, "Staf", "Sekretaris"),
        ("Langkah 3", "Waktu", Jejak.DIUBAH, "2 Menit", "2 Jam"),
        ("Langkah 3", "Waktu baku yang dipakai", Jejak.DIUBAH, "2 menit", "120 menit"),
    ]
    assert kolom_berubah(beda) == {3: {"alur", "waktu"}}
    assert [b.jejak for b in beda if b.tempat.startswith("konfirmasi.")] == [Jejak.DITAMBAH] * 2
    assert [b.jejak for b in beda if b.tempat.startswith("catatan.")] == [Jejak.DIHAPUS] * 2


def test_steps_and_columns_that_came_or_went_are_told() -> None:
    data = SOP.ke_dict()
    data["langkah"][4]["berikut"] = 10
    data["langkah"].append({**data["langkah"][3], "nomor": 10, "kegiatan": "Menyampaikan", "berikut": 6})
    data["pelaksana"].append({"kode": "camat", "nama": "Camat"})
    beda = beda_sop(SOP, baca_sop(data))
    ditambah = {b.tempat: b.baru for b in beda if b.jejak is Jejak.DITAMBAH}
    assert ditambah["langkah.10.kegiatan"] == "Menyampaikan"
    assert ditambah["pelaksana.camat.nama"] == "Camat"
    kembali = beda_sop(baca_sop(data), SOP)
    assert {b.tempat for b in kembali if b.jejak is Jejak.DIHAPUS} == set(ditambah)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(["kegiatan", "kelengkapan_tertulis", "output_tertulis", "ket_tertulis"]),
    st.integers(1, 9),
    st.text(st.characters(categories=("L", "N", "Zs")), min_size=1, max_size=40).filter(str.strip),
)
def test_the_digest_changes_exactly_when_a_cell_differs(kunci: str, nomor: int, teks: str) -> None:
    baru = diubah(f"langkah.{nomor}", **{kunci: teks})
    assert (baru.digest() == SOP.digest()) == (beda_sop(SOP, baru) == ())

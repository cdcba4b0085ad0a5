"""A sheet as named cells: nothing of it is left out."""

from __future__ import annotations

from pathlib import Path

from kinerja.domain.sop_sel import sel_sop
from kinerja.sop import muat

SOP = muat()


def test_every_cell_of_the_printed_sheet_is_one_of_them() -> None:
    teks = {baris for satu in sel_sop(SOP) for baris in satu.teks.split("\n")}
    seed = (Path(__file__).parents[1] / "data/sop-pengumpulan-data-kinerja.txt").read_text(encoding="utf-8")
    matriks = seed.partition("No\tKegiatan")[2].partition("Koto XI Tarusan, 08")[0].splitlines()[2:]
    for baris in filter(str.strip, matriks):
        for sel in baris.split("\t")[1:]:
            assert sel in ("", "Mulai") or sel in teks, sel


def test_names_are_unique_and_remarks_stand_beside_their_cell() -> None:
    sel = sel_sop(SOP)
    assert len({satu.tempat for satu in sel}) == len(sel)
    menit = next(satu for satu in sel if satu.tempat == "catatan.langkah.3.waktu_tertulis")
    assert (menit.bagian, menit.kolom) == ("Langkah 3", "Catatan: Waktu")
    nip = next(satu for satu in sel if satu.tempat == "catatan.identitas.disahkan_oleh.nip_tertulis")
    assert nip.bagian == "Disahkan Oleh"

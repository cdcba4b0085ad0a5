from __future__ import annotations

from kinerja.documents.huruf import peringatan_tak_tercetak


def test_what_paper_cannot_show_is_named_to_its_author() -> None:
    assert peringatan_tak_tercetak("Uraian biasa – “baik”, ½ dan ≥ 3\nbaris kedua") == ""
    assert peringatan_tak_tercetak("selesai 😀") == (
        "Tanda ini tidak dapat dicetak: “😀” (U+1F600). Hapus atau ganti sebelum laporan dicetak."
    )
    assert " dan 2 lainnya" in peringatan_tak_tercetak("😀😁😂😃😄😅😆")

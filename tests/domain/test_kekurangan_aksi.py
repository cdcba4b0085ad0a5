"""What a rencana aksi still lacks."""

from __future__ import annotations

from kinerja.domain.rencana_aksi import ButirAksi, kekurangan_aksi


def test_a_complete_rencana_aksi_lacks_nothing(buat_indikator):
    butir = ButirAksi(7, "Rapat koordinasi", ("1 rapat", "", "", ""), "Kasi Pemerintahan")
    assert kekurangan_aksi([buat_indikator()], [butir]) == ()
    assert kekurangan_aksi([], []) == ()


def test_each_gap_is_named_with_its_indikator(buat_indikator):
    butir = [
        ButirAksi(7, " ", ("1 rapat", "", "", ""), "Kasi"),
        ButirAksi(7, "Rapat", ("", " ", "", ""), "Kasi"),
        ButirAksi(7, "Rapat", ("", "1", "", ""), ""),
    ]
    assert kekurangan_aksi([buat_indikator(), buat_indikator(id=8, nomor="1.2")], butir) == (
        "Indikator 1.1: ada rencana aksi tanpa kegiatan.",
        "Indikator 1.1: ada rencana aksi tanpa pelaksana.",
        "Indikator 1.1: ada rencana aksi tanpa target triwulan.",
        "Indikator 1.2 belum mempunyai rencana aksi.",
    )

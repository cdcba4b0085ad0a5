from __future__ import annotations

from kinerja.documents.rencana_aksi_tabel import tabel_aksi
from tests.documents.contoh_pk import pk


def test_each_activity_is_a_row_with_its_four_targets() -> None:
    aksi = pk().aksi
    tabel = tabel_aksi(aksi)
    assert len(tabel.baris) == len(aksi) > 0
    assert tabel.baris[0].sel == (
        "1",
        aksi[0].indikator,
        aksi[0].kegiatan,
        *aksi[0].target,
        aksi[0].pelaksana,
    )
    assert [k.judul for k in tabel.kepala[0]] == [
        "No",
        "Indikator Kinerja",
        "Kegiatan",
        "Target",
        "Pelaksana",
    ]

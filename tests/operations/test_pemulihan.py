"""What was put back from a backup is on record."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.pemulihan import catat_pulih
from tests.data_uji_arsip import PADA, pdf_uji, simpan_uji


def test_a_file_put_back_is_an_act_of_the_system(sesi: Session, tmp_path: Path) -> None:
    berkas = simpan_uji(sesi, tmp_path, pdf_uji())
    baris = catat_pulih(sesi, berkas.sha256, "isi berkas berubah", "/media/x", "arsip/rusak/y.1", PADA)
    assert (baris.pelaku_nama, baris.tindakan, baris.objek) == (
        "sistem",
        "pulihkan_berkas",
        f"berkas:{berkas.id}",
    )
    assert baris.uraian.endswith("dikembalikan dari cadangan (isi berkas berubah).")
    assert berkas.sha256 in baris.sesudah and "arsip/rusak/y.1" in baris.sesudah
    assert periksa_rantai(sesi) is None

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja.documents.kantor import Kantor, nip_tercetak
from tests.documents.contoh import CAMAT, KANTOR, SEKRETARIS


@pytest.mark.parametrize(
    ("diketik", "tercetak"),
    [
        ("197001011995031001", "19700101 199503 1 001"),
        ("19700101 199503 1 001", "19700101 199503 1 001"),
        ("19690241990032002", "19690241990032002"),
        ("1969024199003 2 002", "1969024199003 2 002"),
        ("", ""),
    ],
)
def test_nip_is_grouped_only_when_it_has_18_digits(diketik, tercetak) -> None:
    assert nip_tercetak(diketik) == tercetak


def test_jabatan_stands_in_capitals_after_its_prefix() -> None:
    assert CAMAT.baris_jabatan == ("CAMAT KOTO XI TARUSAN,",)
    assert replace(CAMAT, awalan="Plt.").baris_jabatan == ("Plt. CAMAT KOTO XI TARUSAN,",)
    assert SEKRETARIS.baris_jabatan == ("a.n. CAMAT KOTO XI TARUSAN", "SEKRETARIS,")


def test_kop_leaves_out_what_the_office_has_not_filled() -> None:
    assert KANTOR.baris_alamat[0] == "Jalan Raya Padang–Painan, Tarusan, Kode Pos 25654"
    assert Kantor("Pemerintah Kabupaten X", "Kecamatan Y").baris_alamat == ()
    assert Kantor("Pemerintah Kabupaten X", "Kecamatan Y").logo_uri == ""

"""What a sheet must name to run on demand; every fault with its langkah and key."""

from __future__ import annotations

from typing import Any

import pytest

from kinerja.domain.sop import HALAMAN_SURAT, Daur
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_muat import kode_lembar, periksa_muat
from kinerja.domain.sop_salah import SopTidakSah
from kinerja.sop import CONTOH, SURAT_KELUAR, muat, teks_sop
from tests.data_uji_sekali import data_lembar


def salah(isi: dict[str, Any]) -> list[str]:
    with pytest.raises(SopTidakSah) as galat:
        periksa_muat(baca_sop(isi))
    return [str(satu) for satu in galat.value.salah]


@pytest.mark.parametrize("nama", [SURAT_KELUAR, CONTOH])
def test_the_sheets_of_the_package_can_be_loaded(nama: str) -> None:
    sop = muat(teks_sop(nama))
    periksa_muat(sop)
    assert sop.urutan_daur == (Daur.SEKALI,)


def test_surat_keluar_is_an_example_the_office_has_to_confirm() -> None:
    sop = muat(teks_sop(SURAT_KELUAR))
    assert all(satu.dasar == "asumsi" for satu in sop.langkah_semua)
    assert all("perlu dikonfirmasi" in (satu.catatan_untuk("pelaksana") or "") for satu in sop.langkah_semua)
    assert all(satu.waktu and satu.waktu_tertulis and satu.output_tertulis for satu in sop.langkah_semua)
    assert {satu.halaman for satu in sop.langkah_semua} == HALAMAN_SURAT
    putus = sop.langkah(3)
    assert (putus.ya, putus.tidak) == (4, 1)


def test_the_office_sheet_is_refused_for_its_daur_and_pages() -> None:
    with pytest.raises(SopTidakSah) as galat:
        periksa_muat(muat())
    semua = [str(satu) for satu in galat.value.salah]
    assert any(s.startswith("langkah 1, kunci daur:") for s in semua)
    assert any(s.startswith('langkah 3, kunci halaman: "olah"') for s in semua)


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        (lambda i: i["pelaksana"][0].update(kode="lurah"), 'pelaksana[1].kode: "lurah" bukan peran'),
        (lambda i: i["pelaksana"][0].update(kode="admin"), 'pelaksana[1].kode: "admin" bukan peran'),
        (lambda i: i["pelaksana"][1].update(peran=["kasi", "staf"]), "pelaksana[2].peran: lebih dari satu"),
        (lambda i: i["pelaksana"][1].update(peran=["admin"]), "pelaksana[2].peran: pilih di antara camat"),
        (
            lambda i: i["langkah"][0].update(output=["laporan_kinerja"]),
            'langkah 1, kunci output: "laporan_kinerja"',
        ),
        (
            lambda i: i["langkah"][1].update(kelengkapan=["konsep_surat"]),
            "langkah 2, kunci halaman: perlu langkah",
        ),
        (lambda i: i["langkah"][2].update(halaman="surat_arsip"), 'halaman = "surat"'),
        (lambda i: i["identitas"].update(nama="…"), "kunci identitas.nama"),
    ],
)
def test_each_fault_is_said_where_it_is(ubah: Any, kata: str) -> None:
    isi = data_lembar()
    ubah(isi)
    for satu in isi["langkah"]:  # where the kode of a column was changed
        satu["pelaksana"] = isi["pelaksana"][0 if satu["nomor"] != 2 else 1]["kode"]
    assert any(kata in satu for satu in salah(isi)), salah(isi)


def test_a_signed_letter_needs_a_step_that_gave_its_number() -> None:
    isi = data_lembar()
    isi["langkah"][0]["halaman"], isi["langkah"][2]["halaman"] = "surat", "surat_arsip"
    assert any("surat_nomor" in satu for satu in salah(isi))


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("SOP Surat Keluar", "surat-keluar"),
        ("Surat  Keluar", "surat-keluar"),
        ("Pembuatan Pelaksanaan Kegiatan", "pembuatan-pelaksanaan-kegiatan"),
        ("Izin & Cuti (2026)", "izin-cuti-2026"),
        ("…", ""),
    ],
)
def test_the_name_of_a_sheet_gives_its_kode(nama: str, kode: str) -> None:
    assert kode_lembar(nama) == kode


def test_columns_of_several_roles_survive_being_stored() -> None:
    sop = muat(teks_sop(SURAT_KELUAR))
    lagi = baca_sop(sop.ke_dict())
    assert lagi == sop and lagi.digest() == sop.digest()
    assert lagi.pelaksana("pengonsep").peran_semua == ("kasubag_umum", "kasubag_perencanaan", "kasi", "staf")
    assert lagi.pelaksana("camat").peran_semua == ("camat",)

"""The computed list of what an office still misses."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Peran
from kinerja.models.jabatan import jabatan_berperan
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai, pemegang_peran
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.operations import kesiapan
from kinerja.operations.orang_admin import terbitkan_kode
from kinerja.operations.struktur import buat_susunan_lazim
from tests.kantor_uji import TAHUN, orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
HARI = date(2026, 10, 8)


def butir(sesi: Session, label: str) -> kesiapan.ButirSiap:
    return next(b for b in kesiapan.periksa(sesi, HARI, PADA) if b.label == label)


def pegawai(sesi: Session, nama_pengguna: str) -> Pegawai:
    return sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama_pengguna)).scalar_one()


def test_an_office_just_installed_misses_everything(kantor_kosong: Session) -> None:
    semua = kesiapan.periksa(kantor_kosong, HARI, PADA)
    assert [b.label for b in semua] == [
        "Data kantor dan kop surat",
        "Susunan jabatan",
        "Perjanjian Kinerja 2026",
        "Tahun kinerja 2026 dibuka",
    ]
    assert not any(b.ada for b in semua)
    assert kesiapan.kurang(kantor_kosong, HARI) == 4
    assert all(b.oleh and b.tempat and b.keterangan for b in semua)


def test_every_needed_post_becomes_a_line(kantor_kosong: Session) -> None:
    buat_susunan_lazim(kantor_kosong, None, PADA)
    semua = kesiapan.periksa(kantor_kosong, HARI, PADA)
    assert len(semua) == 4 + 10
    assert semua[1].ada
    assert [b.keterangan for b in semua[2:12]] == ["Belum ada pejabatnya."] * 10


def test_missing_posts_are_named(kantor_kosong: Session) -> None:
    buat_susunan_lazim(kantor_kosong, None, PADA)
    kantor_kosong.execute(jabatan_berperan(Peran.SEKRETARIS)).scalar_one().aktif = False
    for j in kantor_kosong.execute(jabatan_berperan(Peran.KASI)).scalars():
        j.aktif = False
    kantor_kosong.flush()
    susunan = next(b for b in kesiapan.periksa(kantor_kosong, HARI) if b.label == "Susunan jabatan")
    assert not susunan.ada
    assert susunan.keterangan == "Belum ada: Sekretaris, paling sedikit satu Kasi."


def test_a_staf_outside_the_planning_subbag_is_not_asked_for(sesi: Session) -> None:
    label = [b.label for b in kesiapan.periksa(sesi, HARI, PADA)]
    assert "Staf Perencanaan" in label and "Staf Pelayanan" not in label


def test_office_data_name_what_is_missing(sesi: Session) -> None:
    kata = butir(sesi, "Data kantor dan kop surat")
    assert not kata.ada
    assert kata.keterangan == "Belum diisi: alamat pada kop, nama atasan."
    office = kantor(sesi)
    office.alamat, office.nama_atasan = "Jl. Raya 1", "Nama Bupati"
    assert butir(sesi, "Data kantor dan kop surat").ada
    office.disimpan_pada = None
    assert not butir(sesi, "Data kantor dan kop surat").ada


def test_a_post_counts_when_its_holder_can_log_in(sesi: Session) -> None:
    orang = pegawai(sesi, "camat")
    assert (butir(sesi, "Camat").ada, butir(sesi, "Camat").keterangan) == (True, orang.nama)
    orang.sandi = None
    sesi.flush()
    assert "terbitkan kode" in butir(sesi, "Camat").keterangan
    terbitkan_kode(sesi, orang.id, orang_uji(sesi, "admin"), PADA, PADA)
    belum = butir(sesi, "Camat")
    assert not belum.ada and belum.oleh == orang.nama and "/kode" in belum.keterangan
    orang.aktif, orang.sandi = False, "x"
    sesi.flush()
    assert "tidak aktif" in butir(sesi, "Camat").keterangan


def test_the_pk_counts_when_it_is_approved(sesi: Session) -> None:
    label = f"Perjanjian Kinerja {TAHUN}"
    assert butir(sesi, label).keterangan == "Belum disusun."
    pk = PerjanjianKinerja(tahun=TAHUN, versi=1, dibuat_pada=PADA)
    sesi.add(pk)
    sesi.flush()
    assert "draf" in butir(sesi, label).keterangan
    pk.diajukan_pada = PADA
    sesi.flush()
    assert "menunggu persetujuan" in butir(sesi, label).keterangan
    pk.disetujui_pada = PADA
    sesi.add(PerjanjianKinerja(tahun=TAHUN, versi=2, dibuat_pada=PADA))
    sesi.flush()
    assert butir(sesi, label).ada  # a change being written does not undo the approved version


def test_the_year_counts_when_it_is_opened(sesi: Session) -> None:
    assert butir(sesi, f"Tahun kinerja {TAHUN} dibuka").ada
    lusa = kesiapan.periksa(sesi, date(2027, 1, 4), PADA)
    assert not next(b for b in lusa if b.label == "Tahun kinerja 2027 dibuka").ada


@pytest.mark.parametrize(
    ("nip", "kata"), [("", "belum diisi"), ("19690241990032002", "ini 17 angka"), ("1969x", "huruf")]
)
def test_an_odd_nip_of_the_camat_warns_and_blocks_nothing(sesi: Session, nip: str, kata: str) -> None:
    camat = sesi.execute(pemegang_peran(Peran.CAMAT, HARI)).scalar_one().pegawai
    camat.nip = nip
    sesi.flush()
    (pesan,) = kesiapan.peringatan(sesi, HARI)
    assert kata in pesan and camat.nama in pesan
    assert butir(sesi, "Camat").ada


def test_a_nip_of_18_digits_warns_nobody(sesi: Session) -> None:
    sesi.execute(pemegang_peran(Peran.CAMAT, HARI)).scalar_one().pegawai.nip = "197003081994031005"
    sesi.flush()
    assert kesiapan.peringatan(sesi, HARI) == ()


@pytest.mark.parametrize(
    ("siapa", "boleh"),
    [
        ("admin", True),
        ("camat", True),
        ("sekretaris", True),
        ("kasubag_umum", True),
        ("kasubag_perencanaan", True),
        ("kasi_pmd", False),
        ("staf_perencanaan", False),
    ],
)
def test_who_sees_the_list(sesi: Session, siapa: str, boleh: bool) -> None:
    assert kesiapan.boleh_menyiapkan(orang_uji(sesi, siapa)) is boleh

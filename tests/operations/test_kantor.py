"""Office settings: who may change them, what is refused, what a change does to due dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Peran
from kinerja.domain.kesalahan import MasukanSalah, TidakBerwenang
from kinerja.domain.mutu_baku import TENGGAT_CONTOH
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.jabatan import jabatan_berperan
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai
from kinerja.models.periode import periode_satu
from kinerja.models.tugas import Tugas
from kinerja.operations import kantor as verba
from kinerja.operations.orang import buat_pegawai, pelaku_dari, tetapkan_sandi
from kinerja.operations.pemasangan import admin_pertama, kode_siapkan
from kinerja.operations.struktur import buat_susunan_lazim, tugaskan
from kinerja.sop import muat
from tests.kantor_uji import SANDI, TAHUN, orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
HARI = date(2026, 10, 8)
ISI = verba.IsianKantor(
    kabupaten=" Pesisir  Selatan ", kecamatan="Koto XI Tarusan", ibu_kota="Tarusan", kode_unit="CMT-TRS"
)


def tugas(sesi: Session, ke: int, kunci: str) -> Tugas:
    periode = sesi.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, ke)).scalar_one()
    pilih = select(Tugas).where(Tugas.periode_id == periode.id, Tugas.kunci == kunci)
    return sesi.execute(pilih).scalar_one()


def catatan_kantor(sesi: Session) -> list[Catatan]:
    return list(sesi.execute(select(Catatan).where(Catatan.tindakan == "atur_kantor")).scalars())


def test_one_save_writes_the_row_and_one_audit_row_with_before_and_after(sesi: Session) -> None:
    verba.simpan_kantor(sesi, replace(ISI, alamat="Jl. Raya 1"), orang_uji(sesi, "sekretaris"), PADA)
    office = kantor(sesi)
    assert (office.kabupaten, office.alamat, office.disimpan_pada) == ("Pesisir Selatan", "Jl. Raya 1", PADA)
    (baris,) = catatan_kantor(sesi)
    assert '"alamat":""' in baris.sebelum and '"alamat":"Jl. Raya 1"' in baris.sesudah
    assert "kabupaten" not in baris.sesudah  # it did not change


@pytest.mark.parametrize("siapa", ["camat", "kasubag_perencanaan", "kasi_pmd", "staf_pelayanan", "admin"])
def test_others_cannot_save(sesi: Session, siapa: str) -> None:
    """The admin neither, as soon as the Sekretaris or Kasubag Umum can log in."""
    with pytest.raises(TidakBerwenang):
        verba.simpan_kantor(sesi, ISI, orang_uji(sesi, siapa), PADA)
    assert catatan_kantor(sesi) == []


def test_the_admin_of_a_new_office_saves_until_somebody_else_can(kantor_kosong: Session) -> None:
    sesi = kantor_kosong
    kode = kode_siapkan(sesi, PADA)
    orang = admin_pertama(sesi, kode, "Admin", "admin", SANDI, PADA, PADA, HARI)
    admin = pelaku_dari(sesi, orang, HARI)
    verba.simpan_kantor(sesi, ISI, admin, PADA)
    buat_susunan_lazim(sesi, admin, PADA)
    sekretaris = buat_pegawai(sesi, "Sekretaris", "sekretaris", admin, PADA)
    jabatan = sesi.execute(jabatan_berperan(Peran.SEKRETARIS)).scalar_one()
    tugaskan(sesi, sekretaris, jabatan, HARI, admin, PADA)
    assert verba.boleh_atur_kantor(sesi, admin, HARI)  # the Sekretaris has no password yet
    tetapkan_sandi(sesi, sekretaris, SANDI, PADA, PADA, None)
    assert not verba.boleh_atur_kantor(sesi, admin, HARI)
    assert verba.boleh_atur_kantor(sesi, pelaku_dari(sesi, sekretaris, HARI), HARI)
    sekretaris.aktif = False
    sesi.flush()
    assert verba.boleh_atur_kantor(sesi, admin, HARI)


@pytest.mark.parametrize(
    ("ubah", "medan"),
    [
        ({"kabupaten": "  "}, "kabupaten"),
        ({"kecamatan": ""}, "kecamatan"),
        ({"ibu_kota": ""}, "ibu_kota"),
        ({"pos_el": "bukan alamat"}, "pos_el"),
        ({"zona": 6}, "zona"),
        ({"atas_nama": "admin"}, "atas_nama"),
        ({"pola_nomor": "{urut}"}, "pola_nomor"),
        ({"kode_unit": ""}, "kode_unit"),
        ({"kode_unit": "CMT{x}"}, "kode_unit"),
        ({"batas_capaian": Decimal(49)}, "batas_capaian"),
        ({"batas_capaian": Decimal(1001)}, "batas_capaian"),
        ({"tenggat": {"triwulan": {"1": -1}}}, "tenggat_triwulan_1"),
        ({"tenggat": {"triwulan": {"1": 251}}}, "tenggat_triwulan_1"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(sesi: Session, ubah: dict[str, Any], medan: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        verba.simpan_kantor(sesi, replace(ISI, **ubah), orang_uji(sesi, "kasubag_umum"), PADA)
    assert salah.value.medan == medan


def test_a_pattern_without_unit_needs_no_unit_code(sesi: Session) -> None:
    isi = replace(ISI, pola_nomor="{urut}/{tahun}", kode_unit="")
    verba.simpan_kantor(sesi, isi, orang_uji(sesi, "kasubag_umum"), PADA)
    assert (kantor(sesi).pola_nomor, kantor(sesi).kode_unit) == ("{urut}/{tahun}", "")


def test_new_due_dates_reach_only_steps_not_opened_yet(sesi: Session) -> None:
    """Triwulan III: step 1 is open and keeps its date, step 2 waits and follows; triwulan IV follows whole."""
    lama = {ke: tugas(sesi, ke, "1").tenggat for ke in (3, 4)}
    baru = {daur: dict(isi) for daur, isi in TENGGAT_CONTOH.items()}
    baru["triwulan"].update({"1": 3, "2": 10})
    digeser = verba.simpan_kantor(sesi, replace(ISI, tenggat=baru), orang_uji(sesi, "kasubag_umum"), PADA)
    assert tugas(sesi, 3, "1").tenggat == lama[3]
    assert tugas(sesi, 3, "2").tenggat == date(2026, 10, 14)  # 10 working days after 30 September
    assert tugas(sesi, 4, "1").tenggat > lama[4]
    assert digeser == 5  # step 2 of four triwulan (none completed) and step 1 of triwulan IV
    assert f'"tenggat_digeser":{digeser}' in catatan_kantor(sesi)[0].sesudah


def test_saving_the_same_again_moves_nothing(sesi: Session) -> None:
    oleh = orang_uji(sesi, "sekretaris")
    verba.simpan_kantor(sesi, ISI, oleh, PADA)
    assert verba.simpan_kantor(sesi, ISI, oleh, PADA) == 0
    assert "tanpa perubahan" in catatan_kantor(sesi)[-1].uraian


def test_every_step_of_the_sheet_has_a_due_date_with_its_example(sesi: Session) -> None:
    office = kantor(sesi)
    office.tenggat = {"triwulan": {"1": 4}}
    baris = {(b.daur, b.kunci): b for b in verba.baris_tenggat(office, muat())}
    assert len(baris) == 9 + 3
    assert (baris["triwulan", "1"].hari, baris["triwulan", "1"].contoh) == (4, 2)
    assert baris["tahunan", "pengesahan"].hari == 0


def test_a_person_without_a_post_changes_nothing(sesi: Session) -> None:
    orang = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == "camat")).scalar_one()
    with pytest.raises(TidakBerwenang):
        verba.simpan_kantor(sesi, ISI, pelaku_dari(sesi, orang, date(2019, 1, 1)), PADA)

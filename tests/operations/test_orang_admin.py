"""What the admin does with people: data, codes, closing a door, sessions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai
from kinerja.models.sesi import KodeSekali, Sesi
from kinerja.operations import orang_admin as verba
from kinerja.operations.orang import SANDI, buat_pegawai, pakai_kode
from kinerja.operations.penugasan import tugaskan
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
HARI = date(2026, 10, 8)


def pegawai(sesi: Session, nama_pengguna: str) -> Pegawai:
    return sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama_pengguna)).scalar_one()


def terakhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def buka(
    sesi: Session, orang: Pegawai, token: str, terlihat: datetime = PADA, mulai: datetime = PADA
) -> Sesi:
    baris = Sesi(token_hash=token, pegawai_id=orang.id, dibuat_pada=mulai, terlihat_pada=terlihat)
    sesi.add(baris)
    sesi.flush()
    return baris


VERBA: list[Callable[[Session, int, object], object]] = [
    lambda s, i, o: verba.ubah_pegawai(s, i, "N", "n", "", "", o, PADA),  # type: ignore[arg-type]
    lambda s, i, o: verba.terbitkan_kode(s, i, o, PADA, PADA),  # type: ignore[arg-type]
    lambda s, i, o: verba.nonaktifkan(s, i, o, PADA, PADA, HARI),  # type: ignore[arg-type]
    lambda s, i, o: verba.aktifkan(s, i, o, PADA),  # type: ignore[arg-type]
    lambda s, i, o: verba.akhiri_sesi(s, i, 1, o, PADA, PADA),  # type: ignore[arg-type]
    lambda s, i, o: verba.akhiri_semua_sesi(s, i, o, PADA, PADA),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("verba_ini", VERBA)
def test_only_the_admin(sesi: Session, verba_ini: Callable[[Session, int, object], object]) -> None:
    with pytest.raises(TidakBerwenang):
        verba_ini(sesi, pegawai(sesi, "camat").id, orang_uji(sesi, "sekretaris"))


@pytest.mark.parametrize("verba_ini", VERBA)
def test_a_person_who_is_not_there(
    sesi: Session, verba_ini: Callable[[Session, int, object], object]
) -> None:
    with pytest.raises(TidakDitemukan):
        verba_ini(sesi, 999, orang_uji(sesi, "admin"))


def test_only_the_admin_registers_people(sesi: Session) -> None:
    with pytest.raises(TidakBerwenang):
        buat_pegawai(sesi, "Orang", "orang", orang_uji(sesi, "sekretaris"), PADA)


def test_data_are_corrected_and_a_nip_of_17_digits_is_kept_as_typed(sesi: Session) -> None:
    orang = pegawai(sesi, "camat")
    verba.ubah_pegawai(
        sesi,
        orang.id,
        " NURIA  NI, SE, M.Si. ",
        "Camat",
        "19690241990032002",
        "Pembina (IV/a)",
        orang_uji(sesi, "admin"),
        PADA,
    )
    assert (orang.nama, orang.nip, orang.nama_pengguna) == (
        "NURIA NI, SE, M.Si.",
        "19690241990032002",
        "camat",
    )
    assert '"nip":""' in terakhir(sesi).sebelum and '"nip":"19690241990032002"' in terakhir(sesi).sesudah
    assert "nama_pengguna" not in terakhir(sesi).sesudah


@pytest.mark.parametrize(
    ("nama", "nama_pengguna", "medan"),
    [("", "camat", "nama"), ("Camat", "sekretaris", "nama_pengguna"), ("Camat", "dua kata", "nama_pengguna")],
)
def test_a_taken_or_impossible_login_name_is_refused(
    sesi: Session, nama: str, nama_pengguna: str, medan: str
) -> None:
    with pytest.raises(MasukanSalah) as salah:
        verba.ubah_pegawai(
            sesi, pegawai(sesi, "camat").id, nama, nama_pengguna, "", "", orang_uji(sesi, "admin"), PADA
        )
    assert salah.value.medan == medan


def test_a_code_is_kept_hashed_for_a_day_and_the_record_does_not_hold_it(sesi: Session) -> None:
    orang = pegawai(sesi, "camat")
    kode = verba.terbitkan_kode(sesi, orang.id, orang_uji(sesi, "admin"), PADA, PADA)
    baris = sesi.execute(select(KodeSekali).where(KodeSekali.pegawai_id == orang.id)).scalar_one()
    assert baris.kedaluwarsa_pada == PADA + timedelta(hours=24)
    assert kode not in baris.kode_hash
    catatan = terakhir(sesi)
    assert (catatan.tindakan, catatan.pelaku_nama) == ("buat_kode", "Admin sistem Uji")
    assert kode not in catatan.uraian + catatan.sebelum + catatan.sesudah
    assert verba.kode_berlaku(sesi, PADA) == {orang.id: PADA + timedelta(hours=24)}
    assert verba.kode_berlaku(sesi, PADA + timedelta(hours=25)) == {}
    with pytest.raises(MasukanSalah):
        pakai_kode(sesi, kode, SANDI, PADA + timedelta(hours=25))


def test_a_new_code_ends_the_one_before(sesi: Session) -> None:
    admin, orang = orang_uji(sesi, "admin"), pegawai(sesi, "camat")
    lama = verba.terbitkan_kode(sesi, orang.id, admin, PADA, PADA)
    verba.terbitkan_kode(sesi, orang.id, admin, PADA, PADA)
    with pytest.raises(MasukanSalah):
        pakai_kode(sesi, lama, SANDI, PADA)


def test_the_admin_gets_no_code_for_himself_and_a_closed_person_none(sesi: Session) -> None:
    admin = orang_uji(sesi, "admin")
    with pytest.raises(MasukanSalah, match="admin lain"):
        verba.terbitkan_kode(sesi, admin.pegawai_id, admin, PADA, PADA)
    orang = pegawai(sesi, "camat")
    orang.aktif = False
    with pytest.raises(MasukanSalah, match="tidak aktif"):
        verba.terbitkan_kode(sesi, orang.id, admin, PADA, PADA)


def test_closing_a_person_ends_sessions_and_codes_and_opening_brings_back_the_password(
    sesi: Session,
) -> None:
    admin, orang = orang_uji(sesi, "admin"), pegawai(sesi, "camat")
    satu, dua = buka(sesi, orang, "satu"), buka(sesi, orang, "dua")
    kode = verba.terbitkan_kode(sesi, orang.id, admin, PADA, PADA)
    sandi = orang.sandi
    verba.nonaktifkan(sesi, orang.id, admin, PADA, PADA, HARI)
    assert not orang.aktif and satu.dicabut_pada == dua.dicabut_pada == PADA
    with pytest.raises(MasukanSalah):
        pakai_kode(sesi, kode, SANDI, PADA)
    assert terakhir(sesi).tindakan == "nonaktifkan_pegawai"
    with pytest.raises(SudahDikerjakan):
        verba.nonaktifkan(sesi, orang.id, admin, PADA, PADA, HARI)
    verba.aktifkan(sesi, orang.id, admin, PADA)
    assert orang.aktif and orang.sandi == sandi
    assert terakhir(sesi).tindakan == "aktifkan_pegawai"
    with pytest.raises(SudahDikerjakan):
        verba.aktifkan(sesi, orang.id, admin, PADA)


def test_the_last_admin_cannot_be_closed(sesi: Session) -> None:
    admin = orang_uji(sesi, "admin")
    with pytest.raises(MasukanSalah, match="selalu ada admin"):
        verba.nonaktifkan(sesi, admin.pegawai_id, admin, PADA, PADA, HARI)
    post = sesi.execute(select(Jabatan).where(Jabatan.nama == "Admin sistem")).scalar_one()
    tugaskan(sesi, pegawai(sesi, "staf_pelayanan"), post, HARI, admin, PADA)
    verba.nonaktifkan(sesi, admin.pegawai_id, orang_uji(sesi, "staf_pelayanan", HARI), PADA, PADA, HARI)
    assert not pegawai(sesi, "admin").aktif


def test_open_sessions_are_those_neither_ended_nor_timed_out(sesi: Session) -> None:
    orang = pegawai(sesi, "camat")
    diam, lama = timedelta(minutes=30), timedelta(hours=12)
    hidup = buka(sesi, orang, "hidup")
    buka(sesi, orang, "diam", terlihat=PADA - timedelta(minutes=31))
    buka(sesi, orang, "lama", mulai=PADA - timedelta(hours=13))
    buka(sesi, orang, "dicabut").dicabut_pada = PADA
    buka(sesi, pegawai(sesi, "sekretaris"), "orang lain")
    assert list(verba.sesi_terbuka(sesi, orang.id, PADA, diam, lama)) == [hidup]


def test_one_session_or_all_are_ended_on_record(sesi: Session) -> None:
    admin, orang = orang_uji(sesi, "admin"), pegawai(sesi, "camat")
    satu, dua, asing = (
        buka(sesi, orang, "satu"),
        buka(sesi, orang, "dua"),
        buka(sesi, pegawai(sesi, "sekretaris"), "asing"),
    )
    verba.akhiri_sesi(sesi, orang.id, satu.id, admin, PADA, PADA)
    assert satu.dicabut_pada == PADA and dua.dicabut_pada is None
    assert terakhir(sesi).tindakan == "akhiri_sesi"
    with pytest.raises(SudahDikerjakan):
        verba.akhiri_sesi(sesi, orang.id, satu.id, admin, PADA, PADA)
    with pytest.raises(TidakDitemukan):
        verba.akhiri_sesi(sesi, orang.id, asing.id, admin, PADA, PADA)
    assert verba.akhiri_semua_sesi(sesi, orang.id, admin, PADA, PADA) == 1
    assert asing.dicabut_pada is None

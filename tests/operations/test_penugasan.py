"""Giving a post and ending it; an admin who can log in always remains."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import JenisPenugasan, Peran
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai, Penugasan, pemegang_peran
from kinerja.operations.penugasan import akhiri_penugasan, tugaskan
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
HARI = date(2026, 10, 8)


def pegawai(sesi: Session, nama_pengguna: str) -> Pegawai:
    return sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama_pengguna)).scalar_one()


def jabatan(sesi: Session, nama: str) -> Jabatan:
    return sesi.execute(select(Jabatan).where(Jabatan.nama == nama)).scalar_one()


def tugas_dari(sesi: Session, nama_pengguna: str) -> Penugasan:
    orang = pegawai(sesi, nama_pengguna)
    return sesi.execute(select(Penugasan).where(Penugasan.pegawai_id == orang.id)).scalar_one()


def terakhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def test_a_plh_stands_beside_the_holder(sesi: Session) -> None:
    admin = orang_uji(sesi, "admin")
    orang, post = pegawai(sesi, "kasubag_umum"), jabatan(sesi, "Sekretaris")
    tugaskan(sesi, orang, post, HARI, admin, PADA, JenisPenugasan.PLH, date(2026, 10, 12))
    nama = [p.pegawai.nama for p in sesi.execute(pemegang_peran(Peran.SEKRETARIS, HARI)).scalars()]
    assert nama == ["Sekretaris Uji", "Kasubag Umum dan Kepegawaian Uji"]
    assert "Plh. Sekretaris" in terakhir(sesi).uraian


@pytest.mark.parametrize("jenis", [JenisPenugasan.DEFINITIF, JenisPenugasan.PLT])
def test_a_held_post_takes_no_second_chief(sesi: Session, jenis: JenisPenugasan) -> None:
    with pytest.raises(MasukanSalah, match="Sekretaris Uji") as salah:
        tugaskan(
            sesi,
            pegawai(sesi, "kasubag_umum"),
            jabatan(sesi, "Sekretaris"),
            HARI,
            orang_uji(sesi, "admin"),
            PADA,
            jenis,
        )
    assert salah.value.medan == "jabatan_id"


def test_a_past_spell_does_not_stand_in_the_way(sesi: Session) -> None:
    """Somebody held the post before 2020, and that may still be recorded."""
    baru = tugaskan(
        sesi,
        pegawai(sesi, "camat"),
        jabatan(sesi, "Sekretaris"),
        date(2018, 1, 1),
        orang_uji(sesi, "admin"),
        PADA,
        selesai=date(2019, 12, 31),
    )
    assert baru.id is not None


def test_several_staf_share_a_post_but_nobody_holds_it_twice(sesi: Session) -> None:
    admin, post = orang_uji(sesi, "admin"), jabatan(sesi, "Staf Pelayanan")
    tugaskan(sesi, pegawai(sesi, "staf_perencanaan"), post, HARI, admin, PADA)
    with pytest.raises(MasukanSalah, match="sudah memegang"):
        tugaskan(sesi, pegawai(sesi, "staf_pelayanan"), post, HARI, admin, PADA)


def test_wrong_dates_closed_people_and_closed_posts_are_refused(sesi: Session) -> None:
    admin = orang_uji(sesi, "admin")
    orang, post = pegawai(sesi, "camat"), jabatan(sesi, "Staf Pelayanan")
    with pytest.raises(MasukanSalah, match="sebelum tanggal mulai"):
        tugaskan(sesi, orang, post, HARI, admin, PADA, selesai=date(2026, 10, 7))
    post.aktif = False
    with pytest.raises(MasukanSalah, match="Jabatan itu tidak aktif"):
        tugaskan(sesi, orang, post, HARI, admin, PADA)
    orang.aktif = False
    with pytest.raises(MasukanSalah, match="Pegawai ini tidak aktif"):
        tugaskan(sesi, orang, jabatan(sesi, "Admin sistem"), HARI, admin, PADA)


def test_only_the_admin_gives_and_ends_posts(sesi: Session) -> None:
    oleh = orang_uji(sesi, "sekretaris")
    with pytest.raises(TidakBerwenang):
        tugaskan(sesi, pegawai(sesi, "camat"), jabatan(sesi, "Staf Pelayanan"), HARI, oleh, PADA)
    with pytest.raises(TidakBerwenang):
        akhiri_penugasan(sesi, tugas_dari(sesi, "camat").id, HARI, oleh, PADA, HARI)


def test_ending_keeps_the_person_until_the_last_day(sesi: Session) -> None:
    p = tugas_dari(sesi, "camat")
    akhiri_penugasan(sesi, p.id, date(2026, 10, 31), orang_uji(sesi, "admin"), PADA, HARI)
    assert sesi.execute(pemegang_peran(Peran.CAMAT, date(2026, 10, 31))).scalars().all() == [p]
    assert sesi.execute(pemegang_peran(Peran.CAMAT, date(2026, 11, 1))).scalars().all() == []
    assert "sampai 31-10-2026" in terakhir(sesi).uraian
    assert '"selesai":null' in terakhir(sesi).sebelum


def test_a_mistaken_assignment_is_cancelled_and_leaves_room(sesi: Session) -> None:
    admin, post = orang_uji(sesi, "admin"), jabatan(sesi, "Staf Pelayanan")
    orang = pegawai(sesi, "camat")
    keliru = tugaskan(sesi, orang, post, HARI, admin, PADA)
    akhiri_penugasan(sesi, keliru.id, date(2026, 10, 7), admin, PADA, HARI)
    assert "dibatalkan" in terakhir(sesi).uraian
    tugaskan(sesi, orang, post, date(2026, 10, 1), admin, PADA)  # from an earlier day, as the SK says


def test_an_end_before_the_start_or_after_the_fact_is_refused(sesi: Session) -> None:
    admin, p = orang_uji(sesi, "admin"), tugas_dari(sesi, "camat")
    with pytest.raises(MasukanSalah) as salah:
        akhiri_penugasan(sesi, p.id, date(2019, 12, 30), admin, PADA, HARI)
    assert salah.value.medan == "selesai"
    akhiri_penugasan(sesi, p.id, date(2026, 10, 7), admin, PADA, HARI)
    with pytest.raises(SudahDikerjakan):
        akhiri_penugasan(sesi, p.id, HARI, admin, PADA, HARI)
    with pytest.raises(TidakDitemukan):
        akhiri_penugasan(sesi, 999, HARI, admin, PADA, HARI)


def test_the_last_admin_cannot_lose_the_post(sesi: Session) -> None:
    admin, p = orang_uji(sesi, "admin"), tugas_dari(sesi, "admin")
    with pytest.raises(MasukanSalah, match="selalu ada admin"):
        akhiri_penugasan(sesi, p.id, date(2030, 1, 1), admin, PADA, HARI)
    kedua = pegawai(sesi, "staf_pelayanan")
    tugaskan(sesi, kedua, jabatan(sesi, "Admin sistem"), HARI, admin, PADA)
    kedua.sandi = None
    sesi.flush()
    with pytest.raises(MasukanSalah):  # a second admin who cannot log in does not count
        akhiri_penugasan(sesi, p.id, HARI, admin, PADA, HARI)
    kedua.sandi = "x"
    sesi.flush()
    akhiri_penugasan(sesi, p.id, HARI, admin, PADA, HARI)
    assert p.selesai == HARI


def test_a_second_admin_for_a_time_only_does_not_count(sesi: Session) -> None:
    admin, p = orang_uji(sesi, "admin"), tugas_dari(sesi, "admin")
    sampai = date(2026, 12, 31)
    post = jabatan(sesi, "Admin sistem")
    tugaskan(sesi, pegawai(sesi, "staf_pelayanan"), post, HARI, admin, PADA, selesai=sampai)
    with pytest.raises(MasukanSalah, match="selalu ada admin"):
        akhiri_penugasan(sesi, p.id, HARI, admin, PADA, HARI)

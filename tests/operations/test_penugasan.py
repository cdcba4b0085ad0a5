"""Giving a post and ending it; an admin who can log in always remains."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import JenisPenugasan, Peran
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai, Penugasan, pemegang_peran
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.orang import pelaku_dari
from kinerja.operations.penugasan import akhiri_penugasan, tugaskan
from kinerja.operations.tugas import pemegang_tugas, selesaikan
from tests.data_uji_disposisi import minta_data, tugas_uji
from tests.data_uji_laporan import bangun_tangan
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


def test_the_sk_is_kept_with_the_assignment_and_in_the_record(sesi: Session) -> None:
    p = tugaskan(
        sesi,
        pegawai(sesi, "camat"),
        jabatan(sesi, "Staf Pelayanan"),
        HARI,
        orang_uji(sesi, "admin"),
        PADA,
        dasar="  800/12/SPT-2026 ",
    )
    assert p.dasar == "800/12/SPT-2026"
    assert "berdasarkan 800/12/SPT-2026." in terakhir(sesi).uraian
    with pytest.raises(MasukanSalah) as salah:
        tugaskan(
            sesi,
            pegawai(sesi, "sekretaris"),
            jabatan(sesi, "Staf Pelayanan"),
            HARI,
            orang_uji(sesi, "admin"),
            PADA,
            dasar="x" * 151,
        )
    assert salah.value.medan == "dasar"


def test_a_plh_needs_a_holder_who_is_away_and_a_vacant_post_takes_a_plt(sesi: Session) -> None:
    admin, post = orang_uji(sesi, "admin"), jabatan(sesi, "Sekretaris")
    akhiri_penugasan(sesi, tugas_dari(sesi, "sekretaris").id, HARI, admin, PADA, HARI)
    orang, lowong = pegawai(sesi, "kasubag_umum"), date(2026, 10, 9)
    with pytest.raises(MasukanSalah, match="pilih Plt") as salah:
        tugaskan(sesi, orang, post, lowong, admin, PADA, JenisPenugasan.PLH)
    assert salah.value.medan == "jenis"
    plt = tugaskan(sesi, orang, post, lowong, admin, PADA, JenisPenugasan.PLT, date(2026, 12, 31))
    with pytest.raises(MasukanSalah, match="Kasubag Umum"):
        tugaskan(sesi, pegawai(sesi, "kasi_kesos"), post, date(2026, 12, 31), admin, PADA)
    baru = tugaskan(sesi, pegawai(sesi, "kasi_kesos"), post, date(2027, 1, 1), admin, PADA)
    assert plt.id != baru.id


def test_one_plh_at_a_time_also_beside_a_plt(sesi: Session) -> None:
    admin, post = orang_uji(sesi, "admin"), jabatan(sesi, "Sekretaris")
    umum, kesos = pegawai(sesi, "kasubag_umum"), pegawai(sesi, "kasi_kesos")
    tugaskan(sesi, umum, post, HARI, admin, PADA, JenisPenugasan.PLH, date(2026, 10, 12))
    with pytest.raises(MasukanSalah, match="sudah ada Plh"):
        tugaskan(sesi, kesos, post, date(2026, 10, 12), admin, PADA, JenisPenugasan.PLH)
    tugaskan(sesi, kesos, post, date(2026, 10, 13), admin, PADA, JenisPenugasan.PLH)


def test_a_plh_admin_alone_does_not_count_as_the_admin_who_remains(sesi: Session) -> None:
    admin, p = orang_uji(sesi, "admin"), tugas_dari(sesi, "admin")
    post = jabatan(sesi, "Admin sistem")
    tugaskan(sesi, pegawai(sesi, "staf_pelayanan"), post, HARI, admin, PADA, JenisPenugasan.PLH)
    for hari_akhir in (HARI, date(2027, 1, 1)):
        with pytest.raises(MasukanSalah, match="selalu ada admin"):
            akhiri_penugasan(sesi, p.id, hari_akhir, admin, PADA, HARI)


def test_an_admin_who_only_starts_later_does_not_count_yet(sesi: Session) -> None:
    admin, p = orang_uji(sesi, "admin"), tugas_dari(sesi, "admin")
    post = jabatan(sesi, "Admin sistem")
    tugaskan(sesi, pegawai(sesi, "staf_pelayanan"), post, date(2026, 10, 20), admin, PADA)
    with pytest.raises(MasukanSalah, match="selalu ada admin"):
        akhiri_penugasan(sesi, p.id, date(2026, 10, 19), admin, PADA, HARI)


def test_of_two_admins_the_one_with_an_end_in_sight_cannot_be_the_only_one_left(sesi: Session) -> None:
    admin, p = orang_uji(sesi, "admin"), tugas_dari(sesi, "admin")
    kedua = tugaskan(sesi, pegawai(sesi, "staf_pelayanan"), jabatan(sesi, "Admin sistem"), HARI, admin, PADA)
    akhiri_penugasan(sesi, p.id, date(2026, 12, 31), admin, PADA, HARI)
    with pytest.raises(MasukanSalah, match="selalu ada admin"):
        akhiri_penugasan(sesi, kedua.id, date(2027, 12, 31), admin, PADA, HARI)


def test_tasks_follow_the_post_from_the_day_the_holder_changes(sesi: Session) -> None:
    """Step 1 of triwulan III waits for the Kasubag Umum: with the old one to the last day, then with the new."""
    admin, post = orang_uji(sesi, "admin"), jabatan(sesi, "Kasubag Umum dan Kepegawaian")
    akhiri_penugasan(sesi, tugas_dari(sesi, "kasubag_umum").id, HARI, admin, PADA, HARI)
    besok = date(2026, 10, 9)
    tugaskan(sesi, pegawai(sesi, "kasi_kesos"), post, besok, admin, PADA)

    def langkah(siapa: str, hari: date) -> int:
        oleh = pelaku_dari(sesi, pegawai(sesi, siapa), hari)
        return sum(b.jenis == "langkah" for b in isi_kotak(sesi, oleh, PADA))

    sebelum = langkah("kasubag_umum", HARI)
    assert sebelum and langkah("kasi_kesos", HARI) == 0
    assert (langkah("kasubag_umum", besok), langkah("kasi_kesos", besok)) == (0, sebelum)


def test_two_posts_have_one_inbox_and_each_act_stands_under_the_right_one(sesi: Session) -> None:
    """The Kasubag Perencanaan as Plh. of the Kasubag Umum: step 1 of one triwulan, step 2 of another."""
    bangun_tangan(sesi)
    admin, post = orang_uji(sesi, "admin"), jabatan(sesi, "Kasubag Umum dan Kepegawaian")
    orang = pegawai(sesi, "kasubag_perencanaan")
    tugaskan(sesi, orang, post, HARI, admin, PADA, JenisPenugasan.PLH, date(2026, 10, 14))
    tugas_uji(sesi, JenisPeriode.TRIWULAN, 2, "2").dibuka_pada = PADA
    sesi.flush()
    oleh = pelaku_dari(sesi, orang, HARI)
    butir = [b for b in isi_kotak(sesi, oleh, PADA) if b.jenis == "langkah"]
    assert len(butir) == len({b.tempat for b in butir}) >= 2
    satu = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    dua = tugas_uji(sesi, JenisPeriode.TRIWULAN, 2, "2")
    assert {("tugas", satu.id), ("tugas", dua.id)} <= {b.tempat for b in butir}
    nama = [j.nama_lengkap for t in (satu, dua) if (j := pemegang_tugas(oleh, t))]
    assert nama == ["Plh. Kasubag Umum dan Kepegawaian", "Kasubag Perencanaan Keuangan dan Pelaporan"]
    minta_data(sesi)  # by the definitive holder, who keeps the inbox during the Plh.
    selesai = selesaikan(sesi, satu.id, oleh, PADA)
    assert (selesai.oleh_nama, selesai.jabatan_nama) == (orang.nama, nama[0])
    assert terakhir(sesi).jabatan_nama == nama[0]


def test_work_both_posts_could_do_stands_once_under_its_first_role(sesi: Session) -> None:
    """Pengesahan is the Kasubag Perencanaan's and the Camat's; one person holds both for a week."""
    admin, orang = orang_uji(sesi, "admin"), pegawai(sesi, "kasubag_perencanaan")
    tugaskan(sesi, orang, jabatan(sesi, "Camat"), HARI, admin, PADA, JenisPenugasan.PLH, date(2026, 10, 14))
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 1, "pengesahan")
    tugas.dibuka_pada = PADA
    sesi.flush()
    oleh = pelaku_dari(sesi, orang, HARI)
    assert [b.tempat for b in isi_kotak(sesi, oleh, PADA)].count(("tugas", tugas.id)) == 1
    jabatan_tugas = pemegang_tugas(oleh, tugas)
    assert jabatan_tugas is not None and jabatan_tugas.peran is Peran.KASUBAG_PERENCANAAN

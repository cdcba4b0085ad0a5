"""The calendar of the office, its own days off, its hours."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jam_kerja import JAM_CONTOH, dari_json
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.models.catatan import Catatan
from kinerja.models.kantor import kantor
from kinerja.operations.hari_libur import hapus_libur, tambah_libur
from kinerja.operations.jam_kantor import simpan_jam_kerja
from kinerja.operations.kalender import daftar_libur, jadwal, kalender_setahun, libur, libur_setempat
from tests.kantor_uji import orang_uji
from tests.operations.test_kantor import tugas

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
JUMAT = date(2026, 10, 2)


def catatan(sesi: Session, tindakan: str) -> list[Catatan]:
    return list(sesi.execute(select(Catatan).where(Catatan.tindakan == tindakan)).scalars())


def test_national_holidays_have_their_indonesian_names(sesi: Session) -> None:
    nama = {satu.hari: satu.nama for satu in daftar_libur(kantor(sesi), 2026)}
    assert nama[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    assert not [n for n in nama.values() if "Day" in n]
    assert any("(perkiraan)" in satu.nama for satu in daftar_libur(kantor(sesi), 2027))


def test_the_months_count_their_working_days(sesi: Session) -> None:
    bulan = list(kalender_setahun(kantor(sesi), 2026))
    assert [b.ke for b in bulan] == list(range(1, 13))
    assert bulan[7].hari_kerja == 19  # 21 weekdays, 17 and 25 August off
    assert [h.hari.day for h in bulan[7].libur] == [17, 25]


def test_a_day_off_has_a_name_and_one_line_in_the_record(sesi: Session) -> None:
    tambah_libur(sesi, JUMAT, " Cuti  bersama uji ", orang_uji(sesi, "kasubag_umum"), PADA)
    office = kantor(sesi)
    assert libur_setempat(office) == {JUMAT: "Cuti bersama uji"}
    assert JUMAT in libur(office, 2026)
    (satu,) = [h for h in daftar_libur(office, 2026) if h.setempat]
    assert (satu.hari, satu.nama) == (JUMAT, "Cuti bersama uji")
    (baris,) = catatan(sesi, "atur_libur")
    assert baris.uraian == "2 Oktober 2026 ditetapkan libur setempat: Cuti bersama uji."
    assert "2026-10-02" in baris.sesudah and "2026-10-02" not in baris.sebelum


def test_a_local_holiday_moves_the_dates_behind_it_but_not_what_runs(sesi: Session) -> None:
    """Triwulan III: step 1 is open and keeps its date, step 2 waits and follows."""
    lama = tugas(sesi, 3, "1").tenggat, tugas(sesi, 3, "2").tenggat
    assert tambah_libur(sesi, JUMAT, "Libur", orang_uji(sesi, "sekretaris"), PADA) > 0
    assert tugas(sesi, 3, "1").tenggat == lama[0]
    assert tugas(sesi, 3, "2").tenggat > lama[1]
    assert hapus_libur(sesi, JUMAT, orang_uji(sesi, "sekretaris"), PADA) > 0
    assert tugas(sesi, 3, "2").tenggat == lama[1]
    assert libur_setempat(kantor(sesi)) == {}
    assert len(catatan(sesi, "atur_libur")) == 2


@pytest.mark.parametrize(
    ("hari", "nama", "medan"),
    [
        (date(2026, 10, 3), "Sabtu", "tanggal"),
        (date(2026, 8, 17), "Sudah nasional", "tanggal"),
        (date(1999, 10, 1), "Lama", "tanggal"),
        (JUMAT, "  ", "nama"),
        (JUMAT, "x" * 121, "nama"),
    ],
)
def test_what_is_no_day_off_is_refused_at_its_field(sesi: Session, hari: date, nama: str, medan: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        tambah_libur(sesi, hari, nama, orang_uji(sesi, "sekretaris"), PADA)
    assert salah.value.medan == medan
    assert catatan(sesi, "atur_libur") == []


def test_a_day_is_put_down_and_taken_back_once(sesi: Session) -> None:
    oleh = orang_uji(sesi, "sekretaris")
    tambah_libur(sesi, JUMAT, "Libur", oleh, PADA)
    with pytest.raises(MasukanSalah, match="sudah libur: Libur"):
        tambah_libur(sesi, JUMAT, "Lagi", oleh, PADA)
    hapus_libur(sesi, JUMAT, oleh, PADA)
    with pytest.raises(SudahDikerjakan):
        hapus_libur(sesi, JUMAT, oleh, PADA)


def test_days_stored_without_a_name_are_still_days_off(sesi: Session) -> None:
    office = kantor(sesi)
    office.libur_lokal = ["2026-10-02"]
    assert libur_setempat(office) == {JUMAT: "Libur setempat"}
    tambah_libur(sesi, date(2026, 10, 5), "Baru", orang_uji(sesi, "sekretaris"), PADA)
    assert office.libur_lokal == [["2026-10-02", "Libur setempat"], ["2026-10-05", "Baru"]]


@pytest.mark.parametrize("siapa", ["camat", "kasubag_perencanaan", "kasi_pmd", "staf_pelayanan", "admin"])
def test_others_set_neither_days_nor_hours(sesi: Session, siapa: str) -> None:
    oleh = orang_uji(sesi, siapa)
    with pytest.raises(TidakBerwenang):
        tambah_libur(sesi, JUMAT, "Libur", oleh, PADA)
    with pytest.raises(TidakBerwenang):
        hapus_libur(sesi, JUMAT, oleh, PADA)
    with pytest.raises(TidakBerwenang):
        simpan_jam_kerja(sesi, JAM_CONTOH, oleh, PADA)


def test_hours_are_saved_with_one_line_in_the_record(sesi: Session) -> None:
    jam = (((480, 720),), *JAM_CONTOH[1:4], ())
    simpan_jam_kerja(sesi, jam, orang_uji(sesi, "sekretaris"), PADA)
    office = kantor(sesi)
    assert dari_json(office.jam_kerja) == jam
    assert jadwal(office, PADA, PADA).jam == jam
    (baris,) = catatan(sesi, "atur_jam_kerja")
    assert "Senin 08.00–12.00;" in baris.uraian and "Jumat tidak bekerja." in baris.uraian
    assert '"jam_kerja":null' in baris.sebelum


def test_a_week_without_hours_is_refused(sesi: Session) -> None:
    with pytest.raises(MasukanSalah):
        simpan_jam_kerja(sesi, ((), (), (), (), ()), orang_uji(sesi, "sekretaris"), PADA)


def test_the_hours_cover_the_holidays_of_all_years_between(sesi: Session) -> None:
    hari = jadwal(kantor(sesi), datetime(2025, 6, 1, tzinfo=UTC), datetime(2027, 6, 1, tzinfo=UTC)).libur
    assert {date(2025, 8, 17), date(2026, 8, 17), date(2027, 6, 1)} <= set(hari)

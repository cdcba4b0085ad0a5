"""Posts, roles and what they may do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja.domain.jabatan import (
    NAMA_PERAN,
    WEWENANG_PERAN,
    Jabatan,
    JenisPenugasan,
    Pelaku,
    Peran,
    Wewenang,
    berlaku,
    peringatan_nip,
    tulis_nip,
    urai_jabatan,
)

KASI = Jabatan(5, "Kasi Pelayanan Umum", Peran.KASI, unit_id=3)
PLH = Jabatan(2, "Sekretaris", Peran.SEKRETARIS, jenis=JenisPenugasan.PLH)


def test_every_role_has_a_name_and_its_wewenang() -> None:
    assert set(NAMA_PERAN) == set(WEWENANG_PERAN) == set(Peran)


def test_the_admin_never_touches_figures_or_steps() -> None:
    assert WEWENANG_PERAN[Peran.ADMIN] == {Wewenang.ATUR_ORANG, Wewenang.BACA_CATATAN}


@pytest.mark.parametrize(
    ("wewenang", "peran"),
    [
        (Wewenang.BACA_CATATAN, {Peran.CAMAT, Peran.SEKRETARIS, Peran.ADMIN}),
        (Wewenang.ATUR_KANTOR, {Peran.SEKRETARIS, Peran.KASUBAG_UMUM}),
        (Wewenang.TULIS_PK, {Peran.KASUBAG_PERENCANAAN}),
        (Wewenang.SETUJUI_PK, {Peran.CAMAT, Peran.SEKRETARIS}),
        (Wewenang.LIHAT_RAHASIA, {Peran.CAMAT, Peran.SEKRETARIS}),
        (Wewenang.LIHAT_RINGKASAN, {Peran.CAMAT, Peran.SEKRETARIS}),
        (Wewenang.KIRIM_REALISASI, {Peran.KASI, Peran.KASUBAG_UMUM, Peran.KASUBAG_PERENCANAAN}),
        (Wewenang.BACA, set(Peran) - {Peran.ADMIN}),
    ],
)
def test_who_may_do_what_as_the_office_says(wewenang: Wewenang, peran: set[Peran]) -> None:
    assert {p for p, w in WEWENANG_PERAN.items() if wewenang in w} == peran


def test_a_person_with_two_posts_may_do_what_either_may() -> None:
    orang = Pelaku(1, "A", (KASI, PLH))
    assert orang.boleh(Wewenang.KIRIM_REALISASI) and orang.boleh(Wewenang.BACA_CATATAN)
    assert not orang.boleh(Wewenang.ATUR_ORANG)
    assert orang.berperan(Peran.CAMAT, Peran.KASI) and not orang.berperan(Peran.CAMAT)
    assert orang.jabatan_id == {5, 2}
    assert orang.unit_id == {3}


def test_a_post_is_found_by_role_and_unit() -> None:
    orang = Pelaku(1, "A", (KASI, PLH))
    assert orang.sebagai(Peran.KASI) is KASI
    assert orang.sebagai(Peran.KASI, 3) is KASI
    assert orang.sebagai(Peran.KASI, 4) is None
    assert orang.sebagai(Peran.STAF) is None


def test_plh_is_written_before_the_post() -> None:
    assert PLH.nama_lengkap == "Plh. Sekretaris"
    assert KASI.nama_lengkap == "Kasi Pelayanan Umum"


@pytest.mark.parametrize(
    ("hari", "harapan"),
    [
        (date(2026, 1, 1), False),
        (date(2026, 1, 2), True),
        (date(2026, 1, 9), True),
        (date(2026, 1, 10), False),
    ],
)
def test_an_assignment_counts_its_first_and_last_day(hari: date, harapan: bool) -> None:
    assert berlaku(date(2026, 1, 2), date(2026, 1, 9), hari) is harapan


def test_an_open_end_goes_on() -> None:
    assert berlaku(date(2020, 1, 1), None, date(2099, 1, 1))


def test_the_nip_of_the_sheet_is_warned_about_never_refused() -> None:
    assert "17 angka" in (peringatan_nip("19690241990032002") or "")
    assert "huruf" in (peringatan_nip("1969O2241990032002") or "")
    assert "huruf" in (peringatan_nip("١٩٦٩") or "")
    assert peringatan_nip("") is None
    assert peringatan_nip("196902 24 199003 2 002") is None


def test_a_nip_is_written_in_its_groups_and_another_length_as_typed() -> None:
    assert tulis_nip("196902241990032002") == "19690224 199003 2 002"
    assert tulis_nip("1969024199003 2 002") == "1969024199003 2 002"


PENGGANTI = Jabatan(2, "Sekretaris", Peran.SEKRETARIS, delegasi_dari="Drs. Contoh, M.Si.")


def test_a_stand_in_is_written_with_the_holder_s_name_and_read_back() -> None:
    assert PENGGANTI.nama_lengkap == "a.n. Sekretaris – delegasi dari Drs. Contoh, M.Si."
    assert urai_jabatan(PENGGANTI.nama_lengkap) == ("", "Sekretaris", "Drs. Contoh, M.Si.")
    lewat_plh = replace(PENGGANTI, jenis=JenisPenugasan.PLH)
    assert urai_jabatan(lewat_plh.nama_lengkap) == ("Plh.", "Sekretaris", "Drs. Contoh, M.Si.")
    for jabatan, harapan in ((PLH, ("Plh.", "Sekretaris", "")), (KASI, ("", "Kasi Pelayanan Umum", ""))):
        assert urai_jabatan(jabatan.nama_lengkap) == harapan


def test_a_stand_in_may_what_the_post_may_but_not_see_what_is_rahasia() -> None:
    orang = Pelaku(1, "A", (KASI, PENGGANTI))
    assert orang.boleh(Wewenang.SETUJUI_PK) and orang.boleh(Wewenang.ATUR_KANTOR)
    assert not orang.boleh(Wewenang.LIHAT_RAHASIA)
    assert orang.jabatan_sendiri == (KASI,)
    assert Pelaku(1, "A", (PLH,)).boleh(Wewenang.LIHAT_RAHASIA)

"""Units and posts: adding, changing, closing; the usual structure of a kecamatan."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Peran
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.susunan import SUSUNAN_LAZIM
from kinerja.models.catatan import Catatan
from kinerja.models.jabatan import Jabatan, Unit
from kinerja.models.pegawai import Penugasan
from kinerja.operations import struktur
from kinerja.operations import unit as unit_verba
from kinerja.operations.penugasan import akhiri_penugasan
from tests.data_uji_disposisi import bebas
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
HARI = date(2026, 10, 8)


def jabatan(sesi: Session, nama: str) -> Jabatan:
    return sesi.execute(select(Jabatan).where(Jabatan.nama == nama)).scalar_one()


def unit(sesi: Session, nama: str) -> Unit:
    return sesi.execute(select(Unit).where(Unit.nama == nama)).scalar_one()


def terakhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def kosongkan(sesi: Session, j: Jabatan) -> None:
    """End whoever holds the post, yesterday."""
    admin = orang_uji(sesi, "admin")
    for p in sesi.execute(select(Penugasan).where(Penugasan.jabatan_id == j.id)).scalars():
        akhiri_penugasan(sesi, p.id, date(2026, 10, 7), admin, PADA, HARI)


def test_a_post_is_added_under_its_superior_with_an_audit_row(sesi: Session) -> None:
    atasan, seksi = jabatan(sesi, "Kasi Pemerintahan"), unit(sesi, "Seksi Pemerintahan")
    baru = struktur.buat_jabatan(
        sesi, "  Staf   Pemerintahan ", Peran.STAF, orang_uji(sesi, "admin"), PADA, seksi.id, atasan.id
    )
    assert (baru.nama, baru.atasan_id, baru.unit_id) == ("Staf Pemerintahan", atasan.id, seksi.id)
    assert (terakhir(sesi).tindakan, terakhir(sesi).objek) == ("tambah_jabatan", f"jabatan:{baru.id}")


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "kasubag_umum", "staf_pelayanan"])
def test_only_the_admin_changes_the_structure(sesi: Session, siapa: str) -> None:
    oleh = orang_uji(sesi, siapa)
    j = jabatan(sesi, "Kasi Pelayanan Umum")
    with pytest.raises(TidakBerwenang):
        struktur.buat_jabatan(sesi, "Lain", Peran.KASI, oleh, PADA, 1)
    with pytest.raises(TidakBerwenang):
        struktur.ubah_jabatan(sesi, j.id, "Lain", j.unit_id, None, oleh, PADA)
    with pytest.raises(TidakBerwenang):
        struktur.nonaktifkan_jabatan(sesi, j.id, oleh, PADA, HARI)
    with pytest.raises(TidakBerwenang):
        struktur.aktifkan_jabatan(sesi, j.id, oleh, PADA)
    with pytest.raises(TidakBerwenang):
        struktur.buat_susunan_lazim(sesi, oleh, PADA)
    for verba in (unit_verba.nonaktifkan_unit, unit_verba.aktifkan_unit):
        with pytest.raises(TidakBerwenang):
            verba(sesi, 1, oleh, PADA)
    with pytest.raises(TidakBerwenang):
        unit_verba.buat_unit(sesi, "Lain", oleh, PADA)
    with pytest.raises(TidakBerwenang):
        unit_verba.ubah_unit(sesi, 1, "Lain", oleh, PADA)


@pytest.mark.parametrize(
    ("nama", "peran", "dengan_unit", "medan"),
    [
        ("", Peran.KASI, True, "nama"),
        ("x" * 151, Peran.KASI, True, "nama"),
        ("CAMAT", Peran.KASI, True, "nama"),
        ("Camat kedua", Peran.CAMAT, False, "peran"),
        ("Kasi baru", Peran.KASI, False, "unit_id"),
        ("Staf baru", Peran.STAF, False, "unit_id"),
        ("Kasi kedua", Peran.KASI, True, "unit_id"),
    ],
)
def test_a_post_that_cannot_be_is_refused_at_its_field(
    sesi: Session, nama: str, peran: Peran, dengan_unit: bool, medan: str
) -> None:
    seksi = unit(sesi, "Seksi Pelayanan Umum").id if dengan_unit else None
    with pytest.raises(MasukanSalah) as salah:
        struktur.buat_jabatan(sesi, nama, peran, orang_uji(sesi, "admin"), PADA, seksi)
    assert salah.value.medan == medan


def test_a_post_is_moved_and_renamed(sesi: Session) -> None:
    j, atasan = jabatan(sesi, "Staf Pelayanan"), jabatan(sesi, "Sekretaris")
    struktur.ubah_jabatan(
        sesi, j.id, "Staf Seksi Pelayanan", j.unit_id, atasan.id, orang_uji(sesi, "admin"), PADA
    )
    assert (j.nama, j.atasan_id) == ("Staf Seksi Pelayanan", atasan.id)
    assert '"nama":"Staf Pelayanan"' in terakhir(sesi).sebelum
    assert '"nama":"Staf Seksi Pelayanan"' in terakhir(sesi).sesudah


def test_a_post_keeps_its_own_name_when_saved_unchanged(sesi: Session) -> None:
    j = jabatan(sesi, "Kasi Pelayanan Umum")
    struktur.ubah_jabatan(sesi, j.id, j.nama, j.unit_id, j.atasan_id, orang_uji(sesi, "admin"), PADA)
    assert terakhir(sesi).tindakan == "ubah_jabatan"


def test_no_post_leads_itself_not_even_through_others(sesi: Session) -> None:
    camat, kasubag = jabatan(sesi, "Camat"), jabatan(sesi, "Kasubag Umum dan Kepegawaian")
    with pytest.raises(MasukanSalah, match="atasan dirinya"):
        struktur.ubah_jabatan(sesi, camat.id, "Camat", None, kasubag.id, orang_uji(sesi, "admin"), PADA)
    with pytest.raises(MasukanSalah, match="atasan dirinya"):
        struktur.ubah_jabatan(sesi, camat.id, "Camat", None, camat.id, orang_uji(sesi, "admin"), PADA)


def test_a_free_post_is_closed_and_opened_again(sesi: Session) -> None:
    j = jabatan(sesi, "Staf Pelayanan")
    kosongkan(sesi, j)
    admin = orang_uji(sesi, "admin")
    struktur.nonaktifkan_jabatan(sesi, j.id, admin, PADA, HARI)
    assert not j.aktif and terakhir(sesi).tindakan == "nonaktifkan_jabatan"
    with pytest.raises(SudahDikerjakan):
        struktur.nonaktifkan_jabatan(sesi, j.id, admin, PADA, HARI)
    struktur.aktifkan_jabatan(sesi, j.id, admin, PADA)
    assert j.aktif and terakhir(sesi).tindakan == "aktifkan_jabatan"
    with pytest.raises(SudahDikerjakan):
        struktur.aktifkan_jabatan(sesi, j.id, admin, PADA)


def test_a_post_in_use_cannot_be_closed(sesi: Session) -> None:
    admin = orang_uji(sesi, "admin")
    with pytest.raises(MasukanSalah, match="masih ada pejabatnya"):
        struktur.nonaktifkan_jabatan(sesi, jabatan(sesi, "Staf Pelayanan").id, admin, PADA, HARI)
    kasi = jabatan(sesi, "Kasi Pelayanan Umum")
    kosongkan(sesi, kasi)
    with pytest.raises(MasukanSalah, match="atasan Staf Pelayanan"):
        struktur.nonaktifkan_jabatan(sesi, kasi.id, admin, PADA, HARI)
    with pytest.raises(MasukanSalah, match="admin sistem"):
        struktur.nonaktifkan_jabatan(sesi, jabatan(sesi, "Admin sistem").id, admin, PADA, HARI)


def test_a_single_role_is_not_opened_twice(sesi: Session) -> None:
    """The old Sekretaris post closed, a new one made: the old one cannot come back beside it."""
    admin = orang_uji(sesi, "admin")
    lama = jabatan(sesi, "Sekretaris")
    lama.aktif = False
    struktur.buat_jabatan(sesi, "Sekretaris Kecamatan", Peran.SEKRETARIS, admin, PADA)
    with pytest.raises(MasukanSalah, match="sudah dipegang"):
        struktur.aktifkan_jabatan(sesi, lama.id, admin, PADA)


def test_a_unit_is_named_closed_and_opened(sesi: Session) -> None:
    admin = orang_uji(sesi, "admin")
    baru = unit_verba.buat_unit(sesi, " Seksi  Ekonomi ", admin, PADA)
    assert baru.nama == "Seksi Ekonomi" and terakhir(sesi).tindakan == "tambah_unit"
    unit_verba.ubah_unit(sesi, baru.id, "Seksi Perekonomian", admin, PADA)
    assert '"nama":"Seksi Ekonomi"' in terakhir(sesi).sebelum
    unit_verba.nonaktifkan_unit(sesi, baru.id, admin, PADA)
    with pytest.raises(SudahDikerjakan):
        unit_verba.nonaktifkan_unit(sesi, baru.id, admin, PADA)
    with pytest.raises(MasukanSalah, match="tidak aktif"):
        struktur.buat_jabatan(sesi, "Kasi Ekonomi", Peran.KASI, admin, PADA, baru.id)
    unit_verba.aktifkan_unit(sesi, baru.id, admin, PADA)
    assert baru.aktif and terakhir(sesi).tindakan == "aktifkan_unit"
    with pytest.raises(SudahDikerjakan):
        unit_verba.aktifkan_unit(sesi, baru.id, admin, PADA)


def test_a_unit_with_posts_cannot_be_closed(sesi: Session) -> None:
    with pytest.raises(MasukanSalah, match="Kasi Pelayanan Umum, Staf Pelayanan"):
        unit_verba.nonaktifkan_unit(
            sesi, unit(sesi, "Seksi Pelayanan Umum").id, orang_uji(sesi, "admin"), PADA
        )


@pytest.mark.parametrize("nama", ["", "seksi pemerintahan"])
def test_a_unit_needs_a_name_of_its_own(sesi: Session, nama: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        unit_verba.buat_unit(sesi, nama, orang_uji(sesi, "admin"), PADA)
    assert salah.value.medan == "nama"


def test_what_is_not_there_is_not_found(sesi: Session) -> None:
    with pytest.raises(TidakDitemukan):
        struktur.ambil_jabatan(sesi, 999)
    with pytest.raises(TidakDitemukan):
        unit_verba.ambil_unit(sesi, 999)


def test_the_usual_structure_is_made_once_for_an_empty_office(sesi: Session) -> None:
    admin = orang_uji(sesi, "admin")
    with pytest.raises(SudahDikerjakan):
        struktur.buat_susunan_lazim(sesi, admin, PADA)


def test_the_usual_structure_fills_an_empty_office(kantor_kosong: Session) -> None:
    sesi = kantor_kosong
    baru = struktur.buat_susunan_lazim(sesi, None, PADA)
    assert [j.nama for j in baru] == [b.nama for b in SUSUNAN_LAZIM]
    kasi = [j for j in baru if j.peran is Peran.KASI]
    assert len(kasi) == 5 and {j.atasan_id for j in kasi} == {jabatan(sesi, "Camat").id}
    staf = next(j for j in baru if j.peran is Peran.STAF)
    perencanaan = next(j for j in baru if j.peran is Peran.KASUBAG_PERENCANAAN)
    assert (staf.unit_id, staf.atasan_id) == (perencanaan.unit_id, perencanaan.id)
    assert sesi.execute(select(func.count()).select_from(Unit)).scalar_one() == 7
    with pytest.raises(SudahDikerjakan):
        struktur.buat_susunan_lazim(sesi, None, PADA)


def test_a_post_with_a_disposisi_waiting_stays_open(sesi: Session) -> None:
    bebas(sesi, "kasi_pelayanan", "staf_pelayanan")
    j = jabatan(sesi, "Staf Pelayanan")
    kosongkan(sesi, j)
    with pytest.raises(MasukanSalah, match="disposisi yang menunggu"):
        struktur.nonaktifkan_jabatan(sesi, j.id, orang_uji(sesi, "admin"), PADA, HARI)


def test_a_closed_post_leads_nobody(sesi: Session) -> None:
    j, kasi = jabatan(sesi, "Staf Pelayanan"), jabatan(sesi, "Kasi Pemerintahan")
    kasi.aktif = False
    with pytest.raises(MasukanSalah) as salah:
        struktur.ubah_jabatan(sesi, j.id, j.nama, j.unit_id, kasi.id, orang_uji(sesi, "admin"), PADA)
    assert salah.value.medan == "atasan_id"

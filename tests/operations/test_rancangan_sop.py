"""A draft of a revision: begun once, changed part by part, never over somebody else's work."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.sop import Dasar
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_tinjau import tinjauan
from kinerja.domain.sop_ubah import salah_sop
from kinerja.models.catatan import Catatan
from kinerja.models.lembar_sop import LembarSop, RancanganSop
from kinerja.operations.rancangan_sop import (
    BagianBerubah,
    IsianSalah,
    buang_rancangan,
    konfirmasi,
    mulai_rancangan,
    sidik_bagian,
    simpan_bagian,
)
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)


def lembar_id(sesi: Session) -> int:
    return sesi.execute(select(LembarSop.id).where(LembarSop.kode == "pengumpulan-data-kinerja")).scalar_one()


def rancangan(sesi: Session, siapa: str = "sekretaris") -> RancanganSop:
    return mulai_rancangan(sesi, lembar_id(sesi), orang_uji(sesi, siapa), PADA)


def ubah(sesi: Session, r: RancanganSop, bagian: str, siapa: str = "sekretaris", **isian: object) -> None:
    simpan_bagian(sesi, r.id, bagian, sidik_bagian(r.isi, bagian), isian, orang_uji(sesi, siapa), PADA)


def test_a_second_official_goes_on_with_the_draft_that_is_open(sesi: Session) -> None:
    satu, dua = rancangan(sesi), rancangan(sesi, "kasubag_umum")
    assert satu.id == dua.id
    assert sesi.execute(select(func.count()).select_from(RancanganSop)).scalar_one() == 1


@pytest.mark.parametrize("siapa", ["camat", "kasubag_perencanaan", "kasi_pmd", "staf_perencanaan", "admin"])
def test_only_the_keepers_of_the_office_may_revise(sesi: Session, siapa: str) -> None:
    with pytest.raises(TidakBerwenang):
        rancangan(sesi, siapa)
    r = rancangan(sesi)
    for coba in (
        lambda: ubah(sesi, r, "langkah.3", siapa, ket_tertulis="x"),
        lambda: konfirmasi(sesi, r.id, "langkah.2.pelaksana", orang_uji(sesi, siapa), PADA),
        lambda: buang_rancangan(sesi, r.id, 1, orang_uji(sesi, siapa), PADA),
    ):
        with pytest.raises(TidakBerwenang):
            coba()
    assert r.versi == 1 and r.dibuang_pada is None


def test_a_confirmed_pelaksana_is_the_offices_word(sesi: Session) -> None:
    r = rancangan(sesi)
    konfirmasi(sesi, r.id, "langkah.2.pelaksana", orang_uji(sesi, "sekretaris"), PADA)
    sop = baca_sop(r.isi)
    assert sop.langkah(2).dasar is Dasar.KONFIRMASI and sop.langkah(2).keyakinan is None
    assert sop.langkah(2).catatan_untuk("pelaksana") is None
    kata = sop.konfirmasi_untuk("langkah.2.pelaksana")
    assert kata is not None
    assert (kata.oleh, kata.jabatan, kata.tanggal.tertulis) == (
        "Sekretaris Uji",
        "Sekretaris",
        "8 Oktober 2026",
    )
    assert "langkah.2.pelaksana" not in {t.tempat for t in tinjauan(sop)}
    with pytest.raises(
        SudahDikerjakan, match=r"Langkah 2, Pelaksana sudah ditegaskan; .* oleh Sekretaris Uji"
    ):
        konfirmasi(sesi, r.id, "langkah.2.pelaksana", orang_uji(sesi, "kasubag_umum"), PADA)


def test_what_the_office_writes_settles_the_doubt(sesi: Session) -> None:
    r = rancangan(sesi)
    ubah(sesi, r, "langkah.3", waktu=20, waktu_tertulis="20 Menit", pelaksana="kasubag_perencanaan")
    satu = baca_sop(r.isi).langkah(3)
    assert (satu.waktu, satu.waktu_tertulis, satu.pelaksana) == (20, "20 Menit", "kasubag_perencanaan")
    assert satu.dasar is Dasar.KONFIRMASI and satu.catatan == ()
    assert r.versi == 2


def test_a_stale_part_is_refused_with_who_and_when_and_another_part_is_not(sesi: Session) -> None:
    r = rancangan(sesi)
    lama3, lama4 = sidik_bagian(r.isi, "langkah.3"), sidik_bagian(r.isi, "langkah.4")
    ubah(sesi, r, "langkah.3", ket_tertulis="Baru")
    umum = orang_uji(sesi, "kasubag_umum")
    with pytest.raises(BagianBerubah, match=r"oleh Sekretaris Uji pukul 09\.00 tanggal 08-10-2026"):
        simpan_bagian(sesi, r.id, "langkah.3", lama3, {"ket_tertulis": "Lain"}, umum, PADA)
    simpan_bagian(sesi, r.id, "langkah.4", lama4, {"ket_tertulis": "Lain"}, umum, PADA)
    sop = baca_sop(r.isi)
    assert (sop.langkah(3).ket_tertulis, sop.langkah(4).ket_tertulis) == ("Baru", "Lain")


def test_what_cannot_stand_on_a_sheet_is_told_by_field(sesi: Session) -> None:
    r = rancangan(sesi)
    with pytest.raises(IsianSalah) as salah:
        ubah(sesi, r, "langkah.3", kegiatan="", ket_tertulis="x" * 201, pelaksana="lurah")
    assert dict(salah.value.per_medan) == {
        "kegiatan": "wajib diisi",
        "ket_tertulis": "paling panjang 200 huruf, ini 201",
        "pelaksana": '"lurah" bukan kode pelaksana di lembar ini; pilih '
        "kasubag_umum, sekretaris, kasubag_perencanaan, kasi, staf",
    }
    with pytest.raises(IsianSalah) as salah:
        ubah(sesi, r, "pelaksana.kasi", nama="")
    assert salah.value.per_medan == (("nama", "wajib diisi"),)
    assert r.versi == 1


def test_arrows_may_be_wrong_while_one_works_on_them(sesi: Session) -> None:
    r = rancangan(sesi)
    ubah(sesi, r, "langkah.1", berikut=3)
    assert [(s.langkah, s.kunci) for s in salah_sop(r.isi)] == [(2, "nomor")]


def test_a_dropped_draft_stays_as_a_row_and_a_new_one_may_begin(sesi: Session) -> None:
    r = rancangan(sesi)
    ubah(sesi, r, "langkah.3", ket_tertulis="Baru")
    umum = orang_uji(sesi, "kasubag_umum")
    with pytest.raises(SudahDikerjakan, match="sesudah halaman Anda dibuka"):
        buang_rancangan(sesi, r.id, 1, umum, PADA)
    buang_rancangan(sesi, r.id, 2, umum, PADA)
    with pytest.raises(SudahDikerjakan, match="sudah dibuang oleh Kasubag Umum dan Kepegawaian Uji"):
        ubah(sesi, r, "langkah.3", ket_tertulis="Lagi")
    assert rancangan(sesi).id != r.id


def test_working_on_a_draft_is_no_official_act(sesi: Session) -> None:
    banyak = sesi.execute(select(func.count()).select_from(Catatan)).scalar_one()
    r = rancangan(sesi)
    konfirmasi(sesi, r.id, "langkah.2.pelaksana", orang_uji(sesi, "sekretaris"), PADA)
    buang_rancangan(sesi, r.id, 2, orang_uji(sesi, "sekretaris"), PADA)
    assert sesi.execute(select(func.count()).select_from(Catatan)).scalar_one() == banyak


def test_unknown_sheets_drafts_and_parts_are_not_found(sesi: Session) -> None:
    r = rancangan(sesi)
    oleh = orang_uji(sesi, "sekretaris")
    for coba in (
        lambda: mulai_rancangan(sesi, 999, oleh, PADA),
        lambda: konfirmasi(sesi, 999, "langkah.2.pelaksana", oleh, PADA),
        lambda: simpan_bagian(sesi, r.id, "langkah.77", "", {}, oleh, PADA),
    ):
        with pytest.raises(TidakDitemukan):
            coba()
    with pytest.raises(SudahDikerjakan):
        konfirmasi(sesi, r.id, "langkah.77.pelaksana", oleh, PADA)

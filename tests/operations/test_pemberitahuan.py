"""Notices of work are those of the inbox; what is read stays read; what is gone is not told."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.domain.pemberitahuan import Kabar, Peristiwa
from kinerja.models.kantor import kantor
from kinerja.models.pemberitahuan import Pemberitahuan
from kinerja.operations import pemberitahuan as verba
from kinerja.operations.disposisi.cabang import batalkan, selesaikan
from kinerja.operations.disposisi.ingatkan import ingatkan
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.periksa_arsip import MINGGUAN, HasilTercatat, catat_selesai, mulai
from tests.conftest import HARI_UJI
from tests.data_uji_disposisi import bebas
from tests.kantor_uji import orang_uji


def kabar(sesi: Session, siapa: str, pada: datetime = HARI_UJI) -> list[Kabar]:
    sesi.flush()
    sesi.expire_all()
    orang = orang_uji(sesi, siapa)
    return verba.belum_dibaca(sesi, orang, isi_kotak(sesi, orang, pada), pada, kantor(sesi))


def jenis(sesi: Session, siapa: str, pada: datetime = HARI_UJI) -> list[str]:
    return [k.peristiwa.value for k in kabar(sesi, siapa, pada)]


def tandai(sesi: Session, siapa: str, pada: datetime = HARI_UJI) -> int:
    belum = kabar(sesi, siapa, pada)
    return len(verba.tandai(sesi, orang_uji(sesi, siapa), belum, [k.kunci for k in belum], pada))


def test_a_disposisi_is_told_once_and_again_only_for_its_next_event(sesi: Session) -> None:
    cabang = bebas(sesi, "camat", "kasi_pmd").cabang[0]
    cabang.tenggat = (HARI_UJI + timedelta(days=12)).date()
    assert "baru" in jenis(sesi, "kasi_pmd")
    tandai(sesi, "kasi_pmd")
    assert jenis(sesi, "kasi_pmd") == []
    ingatkan(sesi, cabang.id, orang_uji(sesi, "camat"), HARI_UJI + timedelta(days=1))
    esok = HARI_UJI + timedelta(days=1, hours=1)
    assert jenis(sesi, "kasi_pmd", esok) == ["ingat"]
    assert "Diingatkan oleh Camat" in kabar(sesi, "kasi_pmd", esok)[0].judul
    tandai(sesi, "kasi_pmd", esok)
    for hari, isi in ((10, ["dekat"]), (13, ["lewat"]), (25, ["lewat"])):
        kini = HARI_UJI + timedelta(days=hari)
        assert [j for j in jenis(sesi, "kasi_pmd", kini) if j in ("dekat", "lewat")][:1] == isi, hari
    lewat = next(k for k in kabar(sesi, "kasi_pmd", kini) if k.tempat == ("cabang", cabang.id))
    assert lewat.judul.startswith("Terlambat, tenggatnya 20 Oktober 2026")


def test_the_giver_is_told_of_the_answer_and_only_the_giver(sesi: Session) -> None:
    cabang = bebas(sesi, "camat", "kasi_pmd").cabang[0]
    selesaikan(sesi, cabang.id, orang_uji(sesi, "kasi_pmd"), HARI_UJI, balasan="Sudah.")
    assert "jawab" in jenis(sesi, "camat")
    assert "jawab" not in jenis(sesi, "kasi_pmd") + jenis(sesi, "sekretaris")
    assert "jawab" not in jenis(sesi, "camat", HARI_UJI + timedelta(days=31))


def test_a_cancelled_branch_leaves_the_inbox_and_is_told_without_what_is_secret(sesi: Session) -> None:
    slip = bebas(sesi, "camat", "kasi_pmd")
    slip.sifat = Sifat.RAHASIA
    batalkan(sesi, slip.cabang[0].id, orang_uji(sesi, "camat"), HARI_UJI)
    baru = kabar(sesi, "kasi_pmd")
    assert not [k for k in baru if k.tempat[0] == "cabang"]
    judul = next(k.judul for k in baru if k.peristiwa.value == "batal")
    assert judul == "Disposisi dibatalkan: sifatnya rahasia"


def test_work_done_by_somebody_else_is_not_told_any_more(sesi: Session) -> None:
    cabang = bebas(sesi, "camat", "kasi_pmd").cabang[0]
    awal = kabar(sesi, "kasi_pmd")
    sesi.add(verba.baris(awal[0], orang_uji(sesi, "kasi_pmd").pegawai_id))
    selesaikan(sesi, cabang.id, orang_uji(sesi, "kasi_pmd"), HARI_UJI, balasan="Sudah.")
    assert not [k for k in kabar(sesi, "kasi_pmd") if k.tempat == ("cabang", cabang.id)]
    assert verba.terbaca(sesi, orang_uji(sesi, "kasi_pmd").pegawai_id, 10) == []


def test_only_what_still_waits_can_be_marked_and_it_is_kept_once(sesi: Session) -> None:
    bebas(sesi, "camat", "kasi_pmd")
    orang, belum = orang_uji(sesi, "kasi_pmd"), kabar(sesi, "kasi_pmd")
    for _ in range(2):
        verba.tandai(sesi, orang, belum, [belum[0].kunci, "tidak-ada"], HARI_UJI)
    rows = sesi.execute(select(Pemberitahuan)).scalars().all()
    assert [(r.kunci, r.dibaca_pada) for r in rows] == [(belum[0].kunci, HARI_UJI)]


@pytest.mark.parametrize("siapa", ["camat", "kasubag_perencanaan", "staf_pelayanan", "admin"])
def test_the_bell_costs_two_statements(sesi: Session, siapa: str) -> None:
    bebas(sesi, "camat", "kasi_pmd")
    orang = orang_uji(sesi, siapa)
    butir, office = isi_kotak(sesi, orang, HARI_UJI), kantor(sesi)
    jalan: list[str] = []

    def hitung(_koneksi: object, _kursor: object, pernyataan: str, *_lain: object) -> None:
        jalan.append(pernyataan)

    mesin = sesi.get_bind()
    event.listen(mesin, "after_cursor_execute", hitung)
    try:
        verba.belum_dibaca(sesi, orang, butir, HARI_UJI, office)
    finally:
        event.remove(mesin, "after_cursor_execute", hitung)
    assert 1 <= len(jalan) <= 2


def test_a_fault_the_last_check_found_rings_for_those_who_see_its_page_until_a_whole_one(
    sesi: Session,
) -> None:
    rusak = HasilTercatat(1, 1, [{"jenis": "hilang", "pesan": "x hilang", "sha256": ""}], [], 0, "")
    utuh = HasilTercatat(1, 1, [], [], 0, "")
    celah = HasilTercatat(1, 1, [], [{"jenis": "celah", "pesan": "nomor 3", "sha256": ""}], 0, "")
    catat_selesai(sesi, rusak, HARI_UJI - timedelta(days=7), 1)
    catat_selesai(sesi, rusak, HARI_UJI, 1)
    mulai(sesi, MINGGUAN, "", HARI_UJI)
    for siapa in ("admin", "camat", "sekretaris", "kasubag_umum", "kasubag_perencanaan"):
        (satu,) = [k for k in kabar(sesi, siapa) if k.peristiwa is Peristiwa.RUSAK]
        assert satu.judul == "Pemeriksaan arsip menemukan kerusakan" and satu.tempat == ("pemeriksaan", 0)
        assert satu.kunci == "rusak:2" and satu.surel == satu.judul
    for siapa in ("kasi_pmd", "staf_pelayanan"):
        assert "rusak" not in jenis(sesi, siapa)
    tandai(sesi, "admin")
    assert "rusak" not in jenis(sesi, "admin") and "rusak" in jenis(sesi, "camat")
    catat_selesai(sesi, celah, HARI_UJI, 1)
    assert "rusak" not in jenis(sesi, "camat"), "what is only worth a look does not ring"
    catat_selesai(sesi, rusak, HARI_UJI, 1)
    assert "rusak" in jenis(sesi, "admin"), "found anew"
    catat_selesai(sesi, utuh, HARI_UJI, 1)
    assert "rusak" not in jenis(sesi, "admin")

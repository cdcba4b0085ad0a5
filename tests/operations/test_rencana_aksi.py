"""Rencana aksi: who writes it, on which version, and what the inbox says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, RencanaAksi
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.perjanjian_kinerja.persetujuan import buat_perubahan
from kinerja.operations.rencana_aksi import (
    PALING_BANYAK,
    IsianAksi,
    hapus_aksi,
    pk_rencana_aksi,
    tambah_aksi,
    tanpa_rencana_aksi,
    ubah_aksi,
)
from tests.data_uji_pk import PELAYANAN, bangun_pk
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 2, 2, 2, 0, tzinfo=UTC)
ISIAN = IsianAksi("Survei kepuasan", "", "1 survei", "", "1 survei", "Kasi Pelayanan Umum")


def milik_pelayanan(pk: PerjanjianKinerja) -> Indikator:
    return next(i for s in pk.sasaran for i in s.indikator if i.unit.nama == PELAYANAN)


@pytest.mark.parametrize("siapa", ["kasi_pelayanan", "kasubag_perencanaan"])
def test_the_head_of_the_unit_and_the_kasubag_write_it(sesi: Session, siapa: str) -> None:
    indikator = milik_pelayanan(bangun_pk(sesi))
    aksi = tambah_aksi(sesi, indikator.id, ISIAN, orang_uji(sesi, siapa), PADA)
    assert (aksi.kegiatan, aksi.target_tw2, aksi.target_tw1) == ("Survei kepuasan", "1 survei", "")
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert (akhir.tindakan, akhir.objek) == ("tambah", f"indikator:{indikator.id}")
    assert "Survei kepuasan" in akhir.sesudah


@pytest.mark.parametrize(
    "siapa", ["camat", "sekretaris", "kasi_pmd", "kasubag_umum", "staf_pelayanan", "admin"]
)
def test_others_do_not_write_it(sesi: Session, siapa: str) -> None:
    indikator = milik_pelayanan(bangun_pk(sesi))
    oleh = orang_uji(sesi, siapa)
    for coba in (
        lambda: tambah_aksi(sesi, indikator.id, ISIAN, oleh, PADA),
        lambda: ubah_aksi(sesi, indikator.rencana_aksi[0].id, ISIAN, oleh, PADA),
        lambda: hapus_aksi(sesi, indikator.rencana_aksi[0].id, oleh, PADA),
    ):
        with pytest.raises(TidakBerwenang):
            coba()


def test_a_change_and_a_removal_keep_what_was_said(sesi: Session) -> None:
    indikator = milik_pelayanan(bangun_pk(sesi))
    kasi = orang_uji(sesi, "kasi_pelayanan")
    aksi = indikator.rencana_aksi[0]
    lama = aksi.kegiatan
    ubah_aksi(sesi, aksi.id, ISIAN, kasi, PADA)
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert lama in akhir.sebelum
    assert aksi.kegiatan == "Survei kepuasan"
    nomor = akhir.seq
    ubah_aksi(sesi, aksi.id, ISIAN, kasi, PADA)
    assert sesi.execute(select(Catatan.seq).order_by(Catatan.seq.desc()).limit(1)).scalar_one() == nomor
    hapus_aksi(sesi, aksi.id, kasi, PADA)
    assert sesi.get(RencanaAksi, aksi.id) is None
    with pytest.raises(TidakDitemukan):
        hapus_aksi(sesi, aksi.id, kasi, PADA)


@pytest.mark.parametrize(
    ("ubah", "medan"),
    [
        ({"kegiatan": "  "}, "kegiatan"),
        ({"pelaksana": ""}, "pelaksana"),
        ({"target_tw2": "", "target_tw4": ""}, "target_tw1"),
        ({"target_tw2": "x" * 201}, "target_tw2"),
    ],
)
def test_an_activity_needs_words_a_target_and_someone_who_does_it(
    sesi: Session, ubah: dict[str, str], medan: str
) -> None:
    indikator = milik_pelayanan(bangun_pk(sesi))
    with pytest.raises(MasukanSalah) as salah:
        tambah_aksi(sesi, indikator.id, replace(ISIAN, **ubah), orang_uji(sesi, "kasi_pelayanan"), PADA)
    assert salah.value.medan == medan


def test_an_indikator_holds_a_bounded_number_of_activities(sesi: Session) -> None:
    indikator = milik_pelayanan(bangun_pk(sesi))
    kasi = orang_uji(sesi, "kasi_pelayanan")
    sesi.add_all(RencanaAksi(indikator_id=indikator.id, kegiatan="x") for _ in range(PALING_BANYAK - 1))
    sesi.flush()
    with pytest.raises(MasukanSalah, match="Paling banyak"):
        tambah_aksi(sesi, indikator.id, ISIAN, kasi, PADA)


def test_it_waits_until_the_pk_is_submitted(sesi: Session) -> None:
    pk = bangun_pk(sesi, setujui=False)
    kasi = orang_uji(sesi, "kasi_pelayanan")
    indikator = milik_pelayanan(pk)
    assert pk_rencana_aksi(sesi, 2026) is None
    with pytest.raises(SudahDikerjakan, match="belum diajukan"):
        tambah_aksi(sesi, indikator.id, ISIAN, kasi, PADA)
    pk.diajukan_pada = PADA
    sesi.flush()
    assert tambah_aksi(sesi, indikator.id, ISIAN, kasi, PADA).indikator_id == indikator.id


def test_while_a_perubahan_is_drafted_units_write_on_the_version_in_force(sesi: Session) -> None:
    pk = bangun_pk(sesi)
    buat_perubahan(sesi, 2026, "anggaran", orang_uji(sesi, "kasubag_perencanaan"), PADA)
    indikator = milik_pelayanan(pk)
    baru = sesi.execute(select(Indikator).where(Indikator.asal_id == indikator.id)).scalar_one()
    kasi = orang_uji(sesi, "kasi_pelayanan")
    assert tambah_aksi(sesi, indikator.id, ISIAN, kasi, PADA).id
    with pytest.raises(SudahDikerjakan, match="Perjanjian Kinerja 2026"):
        tambah_aksi(sesi, baru.id, ISIAN, kasi, PADA)


def test_the_inbox_counts_the_indikator_without_rencana_aksi(sesi: Session) -> None:
    pk = bangun_pk(sesi)
    kasi = orang_uji(sesi, "kasi_pelayanan")
    assert not isi_kotak(sesi, kasi, PADA)
    sesi.execute(delete(RencanaAksi))
    sesi.expire_all()
    (butir,) = isi_kotak(sesi, kasi, PADA)
    assert (butir.judul, butir.tempat) == ("Isi rencana aksi 2026", ("rencana_aksi", 2026))
    assert butir.keterangan.startswith("2 indikator")
    assert butir.sejak == pk.disetujui_pada
    assert not isi_kotak(sesi, orang_uji(sesi, "staf_pelayanan"), PADA)
    assert not isi_kotak(sesi, kasi, datetime(2028, 2, 2, tzinfo=UTC))
    kini = pk_rencana_aksi(sesi, 2026)
    assert kini is not None
    assert len(tanpa_rencana_aksi(kini)) == 8
    assert len(tanpa_rencana_aksi(kini, kasi.unit_id)) == 2

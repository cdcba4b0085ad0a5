"""Incoming letters: numbers, who writes them down, who sees them, what may be decided."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.domain.jabatan import Peran
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.disposisi import Disposisi
from kinerja.models.pegawai import Pegawai
from kinerja.models.surat import SuratMasuk
from kinerja.operations.disposisi.cabang import batalkan, teruskan
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.orang import buat_pegawai, pelaku_dari
from kinerja.operations.penugasan import tugaskan
from kinerja.operations.struktur import buat_jabatan
from kinerja.operations.surat_masuk import (
    arsipkan_surat_masuk,
    batalkan_surat,
    catat_surat,
    disposisikan_surat,
)
from kinerja.operations.surat_masuk_lihat import agenda_bulan, ambil, daftar
from tests.data_uji_disposisi import OKTOBER, TENGGAT, cabang_untuk, jabatan_uji
from tests.data_uji_surat_masuk import isian_uji, surat_uji
from tests.kantor_uji import AWAL, PEMERAN, orang_uji


def catatan_akhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def disposisikan(sesi: Session, surat: SuratMasuk, *kepada: str, siapa: str = "camat") -> Disposisi:
    return disposisikan_surat(
        sesi,
        surat.id,
        orang_uji(sesi, siapa),
        OKTOBER,
        hal=surat.hal,
        sifat=surat.sifat,
        instruksi=["Hadiri/wakili"],
        catatan="",
        penerima=[(jabatan_uji(sesi, k).id, TENGGAT) for k in kepada],
    )


def kotak(sesi: Session, siapa: str) -> list[str]:
    return [b.judul for b in isi_kotak(sesi, orang_uji(sesi, siapa), OKTOBER) if b.jenis == "surat_masuk"]


def pembaca(sesi: Session, surat: SuratMasuk) -> set[str]:
    hasil = set()
    for nama in PEMERAN:
        try:
            ambil(sesi, surat.id, orang_uji(sesi, nama))
        except TidakDitemukan:
            continue
        hasil.add(nama)
    return hasil


def test_a_letter_gets_the_next_number_of_its_year_and_waits_in_the_inbox(sesi: Session) -> None:
    satu, dua = surat_uji(sesi), surat_uji(sesi, untuk_id=jabatan_uji(sesi, "sekretaris").id)
    assert [(s.tahun, s.nomor_agenda) for s in (satu, dua)] == [(2026, 1), (2026, 2)]
    assert satu.dicatat_oleh_nama == "Kasubag Umum dan Kepegawaian Uji"
    assert "agenda 2 tahun 2026 dari Dinas Pendidikan" in catatan_akhir(sesi).uraian
    assert (kotak(sesi, "camat"), len(kotak(sesi, "sekretaris"))) == (["Undangan rapat wajib belajar"], 1)
    assert kotak(sesi, "kasubag_umum") == []


def test_the_year_is_that_of_the_office(sesi: Session) -> None:
    surat_uji(sesi)
    tahun_baru = datetime(2026, 12, 31, 18, 0, tzinfo=UTC)  # 01.00 WIB on 1 January
    surat = catat_surat(sesi, isian_uji(sesi), orang_uji(sesi, "kasubag_umum"), tahun_baru)
    assert (surat.tahun, surat.nomor_agenda) == (2027, 1)


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "kasi_pmd", "staf_pelayanan", "admin"])
def test_only_the_unit_of_the_kasubag_umum_keeps_the_book(sesi: Session, siapa: str) -> None:
    with pytest.raises(TidakBerwenang):
        surat_uji(sesi, siapa)


def test_a_staf_of_that_unit_keeps_it_too(sesi: Session) -> None:
    umum = jabatan_uji(sesi, "kasubag_umum")
    post = buat_jabatan(sesi, "Pengadministrasi Umum", Peran.STAF, None, AWAL, umum.unit_id, umum.id)
    orang = buat_pegawai(sesi, "Staf Umum Uji", "staf_umum", None, AWAL)
    tugaskan(sesi, orang, post, date(2020, 1, 1), None, AWAL)
    pelaku = pelaku_dari(sesi, sesi.get_one(Pegawai, orang.id), date(2026, 10, 8))
    surat = catat_surat(sesi, isian_uji(sesi), pelaku, OKTOBER)
    assert catatan_akhir(sesi).jabatan_nama == "Pengadministrasi Umum"
    assert surat.nomor_agenda == 1


def test_it_is_put_forward_to_camat_or_sekretaris_only(sesi: Session) -> None:
    with pytest.raises(MasukanSalah) as salah:
        surat_uji(sesi, untuk_id=jabatan_uji(sesi, "kasi_pmd").id)
    assert salah.value.medan == "untuk_id"


def test_a_wrong_entry_is_struck_out_and_its_number_stays(sesi: Session) -> None:
    surat = surat_uji(sesi)
    umum = orang_uji(sesi, "kasubag_umum")
    with pytest.raises(MasukanSalah):
        batalkan_surat(sesi, surat.id, " ", umum, OKTOBER)
    batalkan_surat(sesi, surat.id, "Tercatat dua kali.", umum, OKTOBER)
    assert kotak(sesi, "camat") == []
    assert surat_uji(sesi).nomor_agenda == 2
    for verba in (
        lambda: batalkan_surat(sesi, surat.id, "Lagi.", umum, OKTOBER),
        lambda: arsipkan_surat_masuk(sesi, surat.id, "Arsip.", orang_uji(sesi, "camat"), OKTOBER),
        lambda: disposisikan(sesi, surat, "kasi_pmd"),
    ):
        with pytest.raises(SudahDikerjakan, match=r"dibatalkan pukul 09\.00 tanggal 08-10-2026"):
            verba()


def test_the_camat_takes_note_of_it(sesi: Session) -> None:
    surat = surat_uji(sesi)
    with pytest.raises(TidakBerwenang, match="menunggu putusan Camat"):
        arsipkan_surat_masuk(sesi, surat.id, "Maklum.", orang_uji(sesi, "sekretaris"), OKTOBER)
    arsipkan_surat_masuk(sesi, surat.id, "Sudah maklum.", orang_uji(sesi, "camat"), OKTOBER)
    assert (surat.selesai_pada, surat.selesai_catatan) == (OKTOBER, "Sudah maklum.")
    assert catatan_akhir(sesi).tindakan == "arsipkan_surat_masuk"
    assert kotak(sesi, "camat") == []


def test_the_disposisi_carries_the_letter_and_another_may_follow(sesi: Session) -> None:
    surat = surat_uji(sesi)
    d = disposisikan(sesi, surat, "kasi_pmd", "sekretaris")
    assert (d.surat_masuk_id, d.surat_dari, d.nomor_surat) == (surat.id, surat.surat_dari, "005/77/Disdik")
    assert (d.tanggal_surat, d.diterima) == (date(2026, 10, 5), date(2026, 10, 7))
    assert surat.selesai_pada == OKTOBER and kotak(sesi, "camat") == []
    assert disposisikan(sesi, surat, "kasi_kesos").nomor_agenda == d.nomor_agenda + 1
    with pytest.raises(SudahDikerjakan):
        batalkan_surat(sesi, surat.id, "Salah.", orang_uji(sesi, "kasubag_umum"), OKTOBER)


def test_only_the_post_it_is_for_dispositions_it(sesi: Session) -> None:
    surat = surat_uji(sesi, untuk_id=jabatan_uji(sesi, "sekretaris").id)
    with pytest.raises(TidakBerwenang):
        disposisikan(sesi, surat, "kasi_pmd")
    with pytest.raises(MasukanSalah, match="bawahan"):
        disposisikan(sesi, surat, "kasi_pmd", siapa="sekretaris")
    assert disposisikan(sesi, surat, "kasubag_umum", siapa="sekretaris").pemberi_jabatan_nama == "Sekretaris"


def test_the_last_branch_taken_back_brings_the_letter_back(sesi: Session) -> None:
    surat = surat_uji(sesi)
    d = disposisikan(sesi, surat, "kasi_pmd", "kasi_kesos")
    camat = orang_uji(sesi, "camat")
    batalkan(sesi, d.cabang[0].id, camat, OKTOBER)
    assert kotak(sesi, "camat") == []
    batalkan(sesi, d.cabang[1].id, camat, OKTOBER)
    assert kotak(sesi, "camat") == [surat.hal]


def test_a_rahasia_letter_is_seen_by_its_people_only(sesi: Session) -> None:
    surat = surat_uji(sesi, sifat=Sifat.RAHASIA, hal="Pemeriksaan khusus")
    assert "Pemeriksaan" not in catatan_akhir(sesi).uraian
    assert pembaca(sesi, surat) == {"camat", "sekretaris", "kasubag_umum"}
    with pytest.raises(MasukanSalah) as salah:
        disposisikan_surat(
            sesi, surat.id, orang_uji(sesi, "camat"), OKTOBER, hal="x", sifat=Sifat.BIASA, instruksi=[],
            catatan="", penerima=[(jabatan_uji(sesi, "kasi_pelayanan").id, None)],
        )  # fmt: skip
    assert salah.value.medan == "sifat"
    d = disposisikan(sesi, surat, "kasi_pelayanan")
    assert pembaca(sesi, surat) == {"camat", "sekretaris", "kasubag_umum", "kasi_pelayanan"}
    pelayanan = cabang_untuk(d, jabatan_uji(sesi, "kasi_pelayanan"))
    penerima = [(jabatan_uji(sesi, "staf_pelayanan").id, None)]
    teruskan(sesi, pelayanan.id, orang_uji(sesi, "kasi_pelayanan"), OKTOBER, penerima)
    assert "staf_pelayanan" in pembaca(sesi, surat)
    for siapa, jumlah in (("kasi_pmd", 0), ("staf_pelayanan", 1), ("kasubag_umum", 1)):
        oleh = orang_uji(sesi, siapa)
        assert len(daftar(sesi, oleh, "pemeriksaan")) == jumlah
        assert len(agenda_bulan(sesi, oleh, 2026, 10)) == jumlah


def test_the_book_is_searched_by_sender_number_and_hal(sesi: Session) -> None:
    surat_uji(sesi)
    surat_uji(sesi, surat_dari="Kapolsek", nomor_surat="B/12", hal="Pengamanan 100% aman")
    oleh = orang_uji(sesi, "kasi_pmd")
    for cari, dari in (
        ("kapolsek", ["Kapolsek"]),
        ("77/Disdik", ["Dinas Pendidikan Kabupaten"]),
        ("rapat dinas", ["Dinas Pendidikan Kabupaten"]),
        ("100%", ["Kapolsek"]),
        ("tidak ada", []),
        ("", ["Kapolsek", "Dinas Pendidikan Kabupaten"]),
    ):
        assert [s.surat_dari for s in daftar(sesi, oleh, cari)] == dari, cari
    assert len(daftar(sesi, oleh, keadaan="menunggu")) == 2
    assert daftar(sesi, oleh, keadaan="selesai") == daftar(sesi, oleh, keadaan="batal") == []


def test_the_book_of_a_month_goes_by_the_day_of_receipt(sesi: Session) -> None:
    surat_uji(sesi)
    surat_uji(sesi, diterima=date(2026, 9, 30), tanggal_surat=None)
    oleh = orang_uji(sesi, "kasi_pmd")
    assert [s.nomor_agenda for s in agenda_bulan(sesi, oleh, 2026, 10)] == [1]
    assert [s.nomor_agenda for s in agenda_bulan(sesi, oleh, 2026, 9)] == [2]
    assert agenda_bulan(sesi, oleh, 2026, 12) == []

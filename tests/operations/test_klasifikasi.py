"""The schedule is kept by two officials, with what stood before on record."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.kantor import kantor
from kinerja.models.klasifikasi import Klasifikasi
from kinerja.operations.dokumen.terbit import klasifikasi_untuk
from kinerja.operations.klasifikasi import (
    JENIS_BERKELAS,
    IsianKelas,
    atur_jenis,
    hentikan_kelas,
    kelas_jenis,
    tambah_kelas,
    ubah_kelas,
)
from tests.data_uji_arsip import PADA
from tests.data_uji_daftar_arsip import dokumen_jadi, jadwal
from tests.kantor_uji import orang_uji

BARU = IsianKelas("000.5.3", "  Pemeliharaan   arsip ", 2, 3, "permanen", "Perbup 12 Tahun 2024")


@pytest.fixture(autouse=True)
def _jadwal(sesi: Session) -> None:
    jadwal(sesi)


def akhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def test_a_class_is_added_with_its_row(sesi: Session) -> None:
    umum = orang_uji(sesi, "kasubag_umum")
    kelas = tambah_kelas(sesi, BARU, umum, PADA)
    assert (kelas.nama, kelas.aktif, kelas.inaktif, kelas.nasib) == ("Pemeliharaan arsip", 2, 3, "permanen")
    assert (kelas.diubah_pada, kelas.diubah_oleh_nama) == (PADA, umum.nama)
    catatan = akhir(sesi)
    assert (catatan.tindakan, catatan.objek) == ("atur_klasifikasi", "klasifikasi:000.5.3")
    with pytest.raises(MasukanSalah, match="sudah ada"):
        tambah_kelas(sesi, BARU, umum, PADA)


def test_a_change_keeps_what_stood_before_on_record(sesi: Session) -> None:
    isian = IsianKelas("000.7.2.8", "Laporan berkala", 2, 5, "nilai", "Perbup 12 Tahun 2024")
    ubah_kelas(sesi, isian, orang_uji(sesi, "sekretaris"), PADA)
    catatan = akhir(sesi)
    sebelum, sesudah = json.loads(catatan.sebelum), json.loads(catatan.sesudah)
    assert (sebelum["aktif"], sebelum["inaktif"], sebelum["nasib"]) == (1, 1, "musnah")
    assert (sesudah["aktif"], sesudah["inaktif"], sesudah["nasib"]) == (2, 5, "nilai")
    ubah_kelas(sesi, isian, orang_uji(sesi, "sekretaris"), PADA)
    assert akhir(sesi).seq == catatan.seq


@pytest.mark.parametrize(
    ("medan", "nilai"),
    [
        *(("kode", k) for k in ("", "abc", "000.", ".1", "000..1", "0" * 30, "000/1", "٠.١")),
        *(("nama", n) for n in ("", "  ", "x" * 201)),
        *((m, t) for m in ("aktif", "inaktif") for t in (-1, 101)),
        ("nasib", "hapus"),
        *(("sumber", s) for s in ("", "x" * 201)),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(sesi: Session, medan: str, nilai: object) -> None:
    with pytest.raises(MasukanSalah) as salah:
        tambah_kelas(sesi, replace(BARU, **{medan: nilai}), orang_uji(sesi, "kasubag_umum"), PADA)
    assert salah.value.medan == medan
    assert sesi.get(Klasifikasi, BARU.kode) is None


@pytest.mark.parametrize("siapa", ["camat", "kasubag_perencanaan", "kasi_pmd", "staf_pelayanan", "admin"])
def test_others_only_read(sesi: Session, siapa: str) -> None:
    oleh = orang_uji(sesi, siapa)
    for kerja in (
        lambda: tambah_kelas(sesi, BARU, oleh, PADA),
        lambda: ubah_kelas(sesi, replace(BARU, kode="000.5.1"), oleh, PADA),
        lambda: hentikan_kelas(sesi, "000.5.1", oleh, PADA),
        lambda: atur_jenis(sesi, kelas_jenis(sesi), oleh, PADA),
    ):
        with pytest.raises(TidakBerwenang):
            kerja()


def test_a_retired_class_stays_for_its_documents(sesi: Session) -> None:
    umum = orang_uji(sesi, "kasubag_umum")
    dokumen = dokumen_jadi(sesi, 1, kelas="000.5.1")
    kelas = hentikan_kelas(sesi, "000.5.1", umum, PADA)
    assert kelas.dihentikan_pada == PADA and dokumen.klasifikasi == "000.5.1"
    assert sesi.get(Klasifikasi, "000.5.1") is kelas
    with pytest.raises(SudahDikerjakan, match="sudah dihentikan"):
        hentikan_kelas(sesi, "000.5.1", umum, PADA)
    with pytest.raises(MasukanSalah, match="masih dipakai") as salah:
        atur_jenis(sesi, {**kelas_jenis(sesi), "laporan_triwulan": "000.5.1"}, umum, PADA)
    assert salah.value.medan == "laporan_triwulan"
    with pytest.raises(MasukanSalah, match="Laporan Kinerja Triwulan"):
        hentikan_kelas(sesi, "000.7.2.8", umum, PADA)
    with pytest.raises(TidakDitemukan):
        hentikan_kelas(sesi, "999", umum, PADA)


def test_a_kinds_class_counts_for_what_is_issued_from_now_on(sesi: Session) -> None:
    umum = orang_uji(sesi, "kasubag_umum")
    lama = dokumen_jadi(sesi, 1, kelas="000.7.2.8")
    pilihan = {**kelas_jenis(sesi), "laporan_triwulan": "000.5.1"}
    assert set(pilihan) == set(JENIS_BERKELAS)
    assert atur_jenis(sesi, pilihan, umum, PADA) == 1
    assert kantor(sesi).klasifikasi_jenis["laporan_triwulan"] == "000.5.1"
    assert klasifikasi_untuk(sesi, "laporan_triwulan") == "000.5.1"
    assert klasifikasi_untuk(sesi, "laporan_semester") == "000.7.2.8"
    assert lama.klasifikasi == "000.7.2.8"
    catatan = akhir(sesi)
    assert json.loads(catatan.sebelum) == {"laporan_triwulan": "000.7.2.8"}
    assert json.loads(catatan.sesudah) == {"laporan_triwulan": "000.5.1"}
    assert atur_jenis(sesi, pilihan, umum, PADA) == 0
    assert akhir(sesi).seq == catatan.seq

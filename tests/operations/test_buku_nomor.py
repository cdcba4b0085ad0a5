"""The book of numbers shows every number of a year: used, waiting, cancelled, and never given."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import Laporan
from kinerja.operations.dokumen.buku_nomor import BarisBuku, buku_nomor, buku_setahun, tahun_bernomor
from tests.data_uji_arsip import pdf_uji, siap_disahkan, simpan_uji, terbit
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def berkas(sesi: Session, tmp_path: Path) -> Berkas:
    return simpan_uji(sesi, tmp_path, pdf_uji())


def nomori(sesi: Session, berkas: Berkas, *urut: int, tahun: int = 2026) -> list[Dokumen]:
    hasil = [
        Dokumen(
            jenis="surat_keluar",
            judul=f"Undangan {n}",
            klasifikasi="000.1.5",
            tahun=tahun,
            urut=n,
            nomor=f"000.1.5/{n}/CMT-TRS/{tahun}",
            kode=f"{tahun}-{n:04}",
            berkas_id=berkas.id,
            halaman=1,
            tanggal=date(tahun, 3, 2),
            diterbitkan_pada=PADA,
            diterbitkan_oleh_nama="Uji",
        )
        for n in urut
    ]
    sesi.add_all(hasil)
    sesi.flush()
    return hasil


def isi(baris: tuple[BarisBuku, ...]) -> list[tuple[str, str]]:
    return [(b.urut, b.dokumen.judul if b.dokumen else b.keadaan) for b in baris]


def test_numbers_that_were_never_given_are_rows(sesi: Session, berkas: Berkas) -> None:
    nomori(sesi, berkas, 2, 3, 7)
    nomori(sesi, berkas, 1, tahun=2025)
    harapan = [
        ("001", "Tidak terpakai"),
        ("002", "Undangan 2"),
        ("003", "Undangan 3"),
        ("004–006", "Tidak terpakai"),
        ("007", "Undangan 7"),
    ]
    assert isi(buku_nomor(sesi, 2026).baris) == isi(buku_setahun(sesi, 2026)) == harapan
    assert isi(buku_nomor(sesi, 2025).baris) == [("001", "Undangan 1")]
    assert tahun_bernomor(sesi) == [2026, 2025]
    assert buku_nomor(sesi, 2030).baris == ()


def test_a_page_ends_where_the_next_begins_and_no_gap_is_lost(sesi: Session, berkas: Berkas) -> None:
    nomori(sesi, berkas, 1, 2, 5, 6, 9)
    satu = buku_nomor(sesi, 2026, sehalaman=2)
    dua = buku_nomor(sesi, 2026, sesudah=satu.lagi or 0, sehalaman=2)
    tiga = buku_nomor(sesi, 2026, sesudah=dua.lagi or 0, sehalaman=2)
    assert (satu.lagi, dua.lagi, tiga.lagi) == (2, 6, None)
    assert (*satu.baris, *dua.baris, *tiga.baris) == buku_setahun(sesi, 2026)
    assert isi(dua.baris)[0] == ("003–004", "Tidak terpakai")


@pytest.mark.parametrize(
    ("cari", "harapan"),
    [
        ("undangan 7", [("007", "Undangan 7")]),
        ("000.1.5/2/", [("002", "Undangan 2")]),
        ("2026-0007", [("007", "Undangan 7")]),
        ("007", [("007", "Undangan 7")]),
        ("5", [("005", "Tidak terpakai"), ("002", "Undangan 2"), ("007", "Undangan 7")]),
        ("9", []),
        ("0", [("002", "Undangan 2"), ("007", "Undangan 7")]),
        ("99999999999999999999", []),
        ("100%", []),
        ("_", []),
    ],
)
def test_a_search_finds_number_title_and_code(
    sesi: Session, berkas: Berkas, cari: str, harapan: list[tuple[str, str]]
) -> None:
    nomori(sesi, berkas, 2, 7)
    assert isi(buku_nomor(sesi, 2026, cari).baris) == harapan


def test_a_search_has_pages_too(sesi: Session, berkas: Berkas) -> None:
    nomori(sesi, berkas, 1, 2, 3)
    satu = buku_nomor(sesi, 2026, "undangan", sehalaman=2)
    assert (isi(satu.baris), satu.lagi) == ([("001", "Undangan 1"), ("002", "Undangan 2")], 2)
    assert isi(buku_nomor(sesi, 2026, "undangan", sesudah=2).baris) == [("003", "Undangan 3")]


def test_a_cancelled_revision_keeps_its_number_and_says_so(sesi: Session, tmp_path: Path) -> None:
    dokumen = terbit(sesi, tmp_path, siap_disahkan(sesi))
    assert buku_setahun(sesi, 2026)[0].keadaan == "Menunggu tanda tangan"
    sesi.get_one(Laporan, dokumen.laporan_id).versi = -2
    sesi.flush()
    assert buku_setahun(sesi, 2026)[0].keadaan == "Dibatalkan"
    berikut = terbit(sesi, tmp_path, siap_disahkan(sesi, 2))
    assert (dokumen.urut, berikut.urut) == (1, 2)


def test_a_signed_document_says_so(sesi: Session, berkas: Berkas) -> None:
    (dokumen,) = nomori(sesi, berkas, 1)
    sesi.add(
        Arsip(
            dokumen_id=dokumen.id,
            berkas_id=berkas.id,
            halaman=1,
            cara="basah",
            diterima_pada=PADA,
            diterima_oleh_id=orang_uji(sesi, "kasubag_umum").pegawai_id,
            diterima_oleh_nama="Uji",
        )
    )
    sesi.flush()
    sesi.expire(dokumen)
    assert buku_setahun(sesi, 2026)[0].keadaan == "Tertanda, diarsipkan"

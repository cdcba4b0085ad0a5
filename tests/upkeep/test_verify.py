"""A whole office is whole; rows that were changed behind its back are named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from kinerja.archive.gudang import jalur
from kinerja.domain.keutuhan import JenisTemuan, Temuan
from kinerja.domain.sop_baca import baca_sop
from kinerja.models.dokumen import Dokumen
from kinerja.models.lembar_sop import LembarSop
from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat
from kinerja.upkeep import verify
from kinerja.upkeep.verify import periksa
from tests.rusakkan import balik


def test_an_office_with_a_document_is_whole(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    hasil = periksa(sesi, tmp_path)
    assert hasil.rusak == []
    assert hasil.catatan == [] and hasil.utuh
    assert hasil.berkas == 1 and hasil.bita == dokumen.berkas.ukuran
    assert "Arsip: baik" in hasil.baris
    assert hasil.baris[-1].startswith("Kepala rantai: ")


@pytest.mark.parametrize(
    ("perintah", "kata"),
    [
        ("UPDATE lembar_sop SET isi=replace(isi, 'kinerja', 'kerja')", "lembar SOP"),
        ("UPDATE laporan SET digest='0'", "data beku laporan"),
        (
            "UPDATE tugas SET penyelesaian_id=(SELECT id FROM penyelesaian), dibuka_pada='2026-01-01' WHERE id=3",
            "tugas 3",
        ),
        ("UPDATE tugas SET dibuka_pada=NULL WHERE penyelesaian_id IS NOT NULL", "tanpa pernah dibuka"),
    ],
)
def test_changed_rows_are_named(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, perintah: str, kata: str
) -> None:
    sesi.execute(
        text(
            "INSERT INTO penyelesaian (id, tugas_id, oleh_id, oleh_nama, jabatan_id, jabatan_nama, pada, catatan, pengerjaan_menit, koreksi_catatan)"
            " VALUES (1, 1, 1, 'a', 1, 'b', '2026-01-01', '', 1, '')"
        )
    )
    sesi.execute(text("UPDATE tugas SET penyelesaian_id=1, dibuka_pada='2026-01-01' WHERE id=1"))
    assert periksa(sesi, tmp_path).rusak == []
    sesi.execute(text(perintah))
    sesi.expire_all()
    assert any(kata in satu.pesan for satu in periksa(sesi, tmp_path).rusak)


def test_a_broken_chain_is_named(sesi: Session, tmp_path: Path) -> None:
    sesi.execute(text("DROP TRIGGER catatan_tolak_update"))
    sesi.execute(text("UPDATE catatan SET uraian='lain' WHERE seq=2"))
    (satu,) = periksa(sesi, tmp_path).rusak
    assert satu == Temuan(JenisTemuan.RANTAI, "catatan nomor 2 tidak cocok dengan rantainya")


@pytest.mark.parametrize(
    ("perintah", "tabel"),
    [
        ("UPDATE tugas SET periode_id=9999 WHERE id=1", "tugas"),
        (
            "INSERT INTO pindaian (berkas_id, halaman, cara, asal, kode, kaitan, keadaan, alasan, lokasi_rak, "
            "keterangan, diterima_pada, diterima_oleh_nama, diputus_oleh_nama) VALUES (9999, 1, 'basah', 'unggah', "
            "'[]', '', 'putusan', '', '', '', '2026-10-08', 'a', '')",
            "pindaian",
        ),
        ("INSERT INTO lembar_pindaian (pindaian_id, urut, berkas_id) VALUES (9, 1, 9999)", "lembar_pindaian"),
        (
            "INSERT INTO periksa_ttd (berkas_id, ulang, pada, oleh_nama, verdict, hasil) "
            "VALUES (9999, 0, '2026-10-08', 'a', 'sah', '{}')",
            "periksa_ttd",
        ),
    ],
)
def test_a_row_that_points_nowhere_is_named(sesi: Session, tmp_path: Path, perintah: str, tabel: str) -> None:
    koneksi = sesi.connection().connection.driver_connection
    assert koneksi is not None
    sesi.commit()
    koneksi.execute("PRAGMA foreign_keys=OFF")
    try:
        koneksi.execute(perintah)
        rusak = periksa(sesi, tmp_path).rusak
    finally:
        sesi.rollback()
        koneksi.execute("PRAGMA foreign_keys=ON")
    assert rusak and {satu.jenis for satu in rusak} == {JenisTemuan.BASIS_DATA}
    assert any(f"foreign_key_check: tabel {tabel} baris" in satu.pesan for satu in rusak)


@pytest.mark.parametrize(
    ("perintah", "bagian"),
    [
        ("UPDATE laporan SET isi='{'", "Lembar SOP dan laporan beku"),
        ("UPDATE laporan SET isi='[]'", "Lembar SOP dan laporan beku"),
        ("UPDATE laporan SET dibekukan_pada='kemarin'", "Lembar SOP dan laporan beku"),
        ("UPDATE dokumen SET tanggal='kemarin'", "Dokumen dan catatannya"),
        ("UPDATE catatan SET sesudah='{' WHERE tindakan='terbitkan'", "Dokumen dan catatannya"),
        ("UPDATE dokumen SET urut='dua'", "Celah nomor"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_ends_no_other_part(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, perintah: str, bagian: str
) -> None:
    sesi.execute(text("DROP TRIGGER catatan_tolak_update"))
    balik(jalur(tmp_path, dokumen.berkas.sha256))
    sesi.execute(text(perintah))
    sesi.expire_all()
    hasil = periksa(sesi, tmp_path)
    assert any(
        satu.jenis is JenisTemuan.BASIS_DATA
        and satu.pesan.startswith(f"{bagian}: ada yang tidak dapat dibaca, sisanya belum diperiksa (")
        for satu in hasil.rusak
    )
    assert any(satu.jenis is JenisTemuan.ISI for satu in hasil.rusak), "the files are looked at all the same"


def test_a_database_somebody_holds_for_long_is_not_called_broken(
    sesi: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def terkunci(_sesi: Session) -> Iterator[Temuan]:
        raise OperationalError("SELECT", {}, sqlite3.OperationalError("database is locked"))
        yield

    monkeypatch.setattr(verify, "nomor", terkunci)
    with pytest.raises(OperationalError, match="locked"):
        periksa(sesi, tmp_path)


@pytest.mark.parametrize(
    ("kolom", "nilai", "kata"),
    [
        ("narasi", '{"ringkasan":"lain"}', "uraian beku"),
        ("rujukan", '{"indikator":[],"program":[],"berbeda":["x"]}', "sumber angka beku"),
        ("temuan", '[{"pesan":"lain"}]', "temuan beku"),
        ("digest", "0" * 64, "angka beku"),
    ],
)
def test_a_frozen_text_trail_or_finding_that_was_touched_is_named(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, kolom: str, nilai: str, kata: str
) -> None:
    sesi.execute(text(f"UPDATE laporan SET {kolom} = :nilai"), {"nilai": nilai})
    sesi.expire_all()
    assert any(
        satu.pesan.startswith(kata) and satu.jenis is JenisTemuan.BEKU
        for satu in periksa(sesi, tmp_path).rusak
    )


def test_a_freeze_without_its_audit_row_is_named(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    sesi.execute(
        text(
            "INSERT INTO laporan (periode_id, versi, pk_id, isi, digest, narasi, diolah_pada, dibekukan_pada, "
            "revisi_alasan, lampirkan_reviu) SELECT periode_id, 9, pk_id, isi, digest, narasi, diolah_pada, "
            "dibekukan_pada, '', 0 FROM laporan"
        )
    )
    sesi.expire_all()
    assert any("beku tanpa catatan pembekuan" in satu.pesan for satu in periksa(sesi, tmp_path).rusak)


def test_a_sheet_other_than_the_ratified_one_is_named_even_with_a_fitting_digest(
    sesi: Session, tmp_path: Path
) -> None:
    lembar = sesi.execute(select(LembarSop).where(LembarSop.kode == PENGUMPULAN_DATA_KINERJA)).scalar_one()
    data = muat().ke_dict()
    data["langkah"][2]["pelaksana"] = "sekretaris"
    lembar.isi, lembar.digest = data, baca_sop(data).digest()
    sesi.flush()
    kata = "lembar SOP Pengumpulan Data Kinerja revisi 1 bukan yang tercatat saat disahkan"
    assert periksa(sesi, tmp_path).rusak == [Temuan(JenisTemuan.BEKU, kata)]

"""Every kind of damage is named; a whole office is whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from kinerja.archive.gudang import jalur
from kinerja.domain.sop_baca import baca_sop
from kinerja.models.dokumen import Dokumen
from kinerja.models.lembar_sop import LembarSop
from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat
from kinerja.upkeep.verify import periksa
from tests.data_uji_arsip import pdf_uji, siap_disahkan, simpan_uji, terbit


@pytest.fixture
def dokumen(sesi: Session, tmp_path: Path) -> Dokumen:
    baru = terbit(sesi, tmp_path, siap_disahkan(sesi))
    sesi.refresh(baru, ["berkas"])
    return baru


def test_an_office_with_a_document_is_whole(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    hasil = periksa(sesi, tmp_path)
    assert hasil.rusak == []
    assert hasil.catatan == []
    assert "Arsip: baik" in hasil.baris
    assert hasil.baris[-1].startswith("Kepala rantai: ")


def _hapus(berkas: Path) -> None:
    berkas.chmod(0o600)
    berkas.unlink()


def _potong(berkas: Path) -> None:
    berkas.chmod(0o600)
    berkas.write_bytes(berkas.read_bytes()[:-1])


def _balik(berkas: Path) -> None:
    berkas.chmod(0o600)
    isi = bytearray(berkas.read_bytes())
    isi[len(isi) // 2] ^= 1
    berkas.write_bytes(bytes(isi))


@pytest.mark.parametrize(
    ("rusakkan", "kata"), [(_hapus, "hilang"), (_potong, "ukuran"), (_balik, "isi berkas")]
)
def test_a_damaged_file_is_named(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, rusakkan: Callable[[Path], None], kata: str
) -> None:
    sha = dokumen.berkas.sha256
    rusakkan(jalur(tmp_path, sha))
    rusak = periksa(sesi, tmp_path).rusak
    assert len(rusak) == 1
    assert kata in rusak[0] and sha in rusak[0]


def test_a_file_without_a_row_is_noted_but_breaks_nothing(sesi: Session, tmp_path: Path) -> None:
    berkas = simpan_uji(sesi, tmp_path, pdf_uji())
    sesi.delete(berkas)
    sesi.flush()
    hasil = periksa(sesi, tmp_path)
    assert hasil.rusak == []
    assert "1 berkas di gudang tanpa baris" in hasil.catatan[0]


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
        ("UPDATE dokumen SET urut=0", "tanpa nomor"),
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
    assert any(kata in satu for satu in periksa(sesi, tmp_path).rusak)


def test_a_broken_chain_is_named(sesi: Session, tmp_path: Path) -> None:
    sesi.execute(text("DROP TRIGGER catatan_tolak_update"))
    sesi.execute(text("UPDATE catatan SET uraian='lain' WHERE seq=2"))
    assert any("catatan nomor 2" in satu for satu in periksa(sesi, tmp_path).rusak)


def test_a_row_that_points_nowhere_is_named(sesi: Session, tmp_path: Path) -> None:
    sesi.commit()
    sesi.execute(text("PRAGMA defer_foreign_keys=ON"))
    sesi.execute(text("UPDATE tugas SET periode_id=9999 WHERE id=1"))
    assert any("foreign_key_check" in satu for satu in periksa(sesi, tmp_path).rusak)


def test_unused_numbers_are_shown(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    dokumen.urut = 3
    sesi.flush()
    assert periksa(sesi, tmp_path).catatan == ["nomor dokumen 2026 yang tidak terpakai: 1, 2"]


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
    assert any(satu.startswith(kata) for satu in periksa(sesi, tmp_path).rusak)


def test_a_freeze_without_its_audit_row_is_named(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    sesi.execute(
        text(
            "INSERT INTO laporan (periode_id, versi, pk_id, isi, digest, narasi, diolah_pada, dibekukan_pada, "
            "revisi_alasan, lampirkan_reviu) SELECT periode_id, 9, pk_id, isi, digest, narasi, diolah_pada, "
            "dibekukan_pada, '', 0 FROM laporan"
        )
    )
    sesi.expire_all()
    assert any("beku tanpa catatan pembekuan" in satu for satu in periksa(sesi, tmp_path).rusak)


def test_a_sheet_other_than_the_ratified_one_is_named_even_with_a_fitting_digest(
    sesi: Session, tmp_path: Path
) -> None:
    lembar = sesi.execute(select(LembarSop).where(LembarSop.kode == PENGUMPULAN_DATA_KINERJA)).scalar_one()
    data = muat().ke_dict()
    data["langkah"][2]["pelaksana"] = "sekretaris"
    lembar.isi, lembar.digest = data, baca_sop(data).digest()
    sesi.flush()
    assert periksa(sesi, tmp_path).rusak == [
        "lembar SOP Pengumpulan Data Kinerja revisi 1 bukan yang tercatat saat disahkan"
    ]

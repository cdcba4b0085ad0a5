"""Nothing of the archive can be deleted by anyone: no page, no verb, no line of code, not the database."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kinerja.models.dokumen import Dokumen
from kinerja.models.kekal import KEKAL, TETAP
from kinerja.operations.arsip import unggah_tertanda
from tests.data_uji_arsip import PADA, pdf_uji, siap_disahkan, simpan_uji, terbit
from tests.kantor_uji import orang_uji

PAKET = Path(__file__).parents[2] / "kinerja"
NAMA = {model.__name__ for model in KEKAL}
TABEL = {model.__tablename__ for model in KEKAL}
MEMBUANG = re.compile(r"hapus|buang|delete|remove|musnah", re.I)
# What may be thrown away by a page: typing that was never an act, and rows of a draft.
BOLEH_DIBUANG = {
    "draf.buang",
    "kalender.hapus",
    "lembar_muat.buang",
    "perjanjian_kinerja.hapus_indikator",
    "perjanjian_kinerja.hapus_program",
    "perjanjian_kinerja.hapus_sasaran",
    "rencana_aksi.hapus",
    "sop.buang",
}


def test_no_route_throws_away_anything_of_the_archive(_aplikasi: Flask) -> None:
    rute = {a.endpoint for a in _aplikasi.url_map.iter_rules() if MEMBUANG.search(f"{a.endpoint} {a.rule}")}
    assert rute <= BOLEH_DIBUANG


def _dihapus(pohon: ast.AST) -> set[str]:
    """Names in what a file deletes: ``delete(Arsip)``, ``query(Arsip)….delete()``, ``DELETE FROM arsip``."""
    hasil: set[str] = set()
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Call) and ast.unparse(simpul.func).split(".")[-1] == "delete":
            hasil |= {n.id for n in ast.walk(simpul) if isinstance(n, ast.Name)}
            hasil |= {n.attr for n in ast.walk(simpul) if isinstance(n, ast.Attribute)}
        elif isinstance(simpul, ast.Constant) and isinstance(simpul.value, str):
            hasil |= set(re.findall(r"\bDELETE\s+FROM\s+(\w+)", simpul.value, re.I))
    return hasil


def test_no_line_deletes_a_row_of_the_archive() -> None:
    beda = {}
    for jalur in sorted(PAKET.rglob("*.py")):
        salah = _dihapus(ast.parse(jalur.read_text(encoding="utf-8"))) & (NAMA | TABEL)
        if salah:
            beda[jalur.relative_to(PAKET).as_posix()] = salah
    assert not beda


def _membuang_baris(pohon: ast.AST) -> bool:
    return any(
        isinstance(s, ast.Call) and isinstance(s.func, ast.Attribute) and s.func.attr == "delete" and s.args
        for s in ast.walk(pohon)
    )


def test_files_that_speak_of_the_archive_delete_no_row_at_all() -> None:
    """``sesi.delete(baris)`` names no model; where such a row may be at hand there is no delete at all."""
    for jalur in sorted(PAKET.rglob("*.py")):
        isi = jalur.read_text(encoding="utf-8")
        if re.search(r"import .*\b(" + "|".join(NAMA) + r")\b", isi):
            assert not _membuang_baris(ast.parse(isi)), jalur


def test_the_ones_who_look_see_what_they_look_for() -> None:
    assert _dihapus(ast.parse("sesi.execute(delete(Arsip))")) & NAMA
    assert _dihapus(ast.parse("sesi.query(Berkas).delete()")) & NAMA
    assert _dihapus(ast.parse("text('delete from pindaian')")) & TABEL
    assert _membuang_baris(ast.parse("sesi.delete(satu)"))


@pytest.fixture
def dokumen(sesi: Session, tmp_path: Path) -> Dokumen:
    """An issued document with its signed copy."""
    tugas = siap_disahkan(sesi)
    baru = terbit(sesi, tmp_path, tugas)
    berkas = simpan_uji(sesi, tmp_path, pdf_uji(2, "tertanda"))
    unggah_tertanda(sesi, tugas.id, berkas, 2, "basah", "Lemari 2", "", orang_uji(sesi, "camat"), PADA)
    sesi.execute(
        text(
            "INSERT INTO periksa_ttd (berkas_id, ulang, pada, oleh_nama, verdict, hasil) "
            "VALUES (:berkas, 0, '2026-10-08', 'sistem', 'sah', '{}')"
        ),
        {"berkas": berkas.id},
    )
    sesi.execute(
        text(
            "INSERT INTO pindaian (berkas_id, halaman, cara, asal, kode, kaitan, keadaan, alasan, lokasi_rak, "
            "keterangan, diterima_pada, diterima_oleh_nama, diputus_oleh_nama) VALUES "
            "(:berkas, 1, 'basah', 'unggah', '[]', '', 'ditolak', '', '', '', '2026-10-08', 'Umum', '')"
        ),
        {"berkas": berkas.id},
    )
    sesi.execute(
        text("INSERT INTO lembar_pindaian (pindaian_id, urut, berkas_id) VALUES (1, 1, :berkas)"),
        {"berkas": berkas.id},
    )
    return baru


@pytest.mark.parametrize("tabel", sorted(TABEL))
def test_the_database_refuses_to_delete(sesi: Session, dokumen: Dokumen, tabel: str) -> None:
    with pytest.raises(IntegrityError, match=f"{tabel} tidak dapat dihapus"):
        sesi.execute(text(f"DELETE FROM {tabel}"))


@pytest.mark.parametrize(("tabel", "kolom"), [(m.__tablename__, k) for m, isi in TETAP.items() for k in isi])
def test_the_database_refuses_other_bytes(sesi: Session, dokumen: Dokumen, tabel: str, kolom: str) -> None:
    with pytest.raises(IntegrityError, match=f"{tabel} tidak dapat diganti"):
        sesi.execute(text(f"UPDATE {tabel} SET {kolom} = {kolom}"))


def test_the_rest_of_a_row_may_change(sesi: Session, dokumen: Dokumen) -> None:
    sesi.execute(text("UPDATE arsip SET lokasi_rak = 'Boks 7'"))
    sesi.execute(text("UPDATE berkas SET nama = 'lain.pdf'"))

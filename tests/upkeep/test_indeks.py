"""Documents issued before the search are read once, and what fails is tried again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import delete
from sqlalchemy.orm import Session

from kinerja.archive import gudang
from kinerja.domain.kesalahan import Kesalahan
from kinerja.models.dokumen import Dokumen
from kinerja.models.teks_dokumen import TeksDokumen
from kinerja.operations.cari import cari
from kinerja.upkeep.indeks import HasilIndeks, indeks_tertinggal


def jalankan(sesi: Session, data: Path, teks: str | Exception, **lain: bool) -> HasilIndeks:
    @contextmanager
    def buka(_tulis: bool) -> Iterator[Session]:
        yield sesi

    def baca(isi: bytes) -> str:
        assert isi.startswith(b"%PDF-")
        if isinstance(teks, Exception):
            raise teks
        return teks

    return indeks_tertinggal(buka, data, baca, **lain)  # type: ignore[arg-type]


def lupakan(sesi: Session) -> None:
    sesi.execute(delete(TeksDokumen))


def test_a_document_of_before_is_found_afterwards(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    lupakan(sesi)
    assert cari(sesi, "nagari").jumlah == 0
    assert jalankan(sesi, tmp_path, "Nagari Duku") == HasilIndeks(1, 0, ())
    assert [t.dokumen for t in cari(sesi, "nagari").baris] == [dokumen]
    assert jalankan(sesi, tmp_path, "lain") == HasilIndeks(0, 0, ())
    assert jalankan(sesi, tmp_path, "lain", semua=True) == HasilIndeks(1, 0, ())
    assert (cari(sesi, "nagari").jumlah, cari(sesi, "lain").jumlah) == (0, 1)


def test_without_text_it_is_found_by_its_number(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    lupakan(sesi)
    assert jalankan(sesi, tmp_path, " \n") == HasilIndeks(1, 1, ())
    assert cari(sesi, dokumen.nomor).jumlah == 1


def test_what_fails_now_is_left_for_the_next_round(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    lupakan(sesi)
    assert jalankan(sesi, tmp_path, Kesalahan("sibuk")) == HasilIndeks(0, 0, (dokumen.nomor,))
    gudang.jalur(tmp_path, dokumen.berkas.sha256).unlink()
    assert jalankan(sesi, tmp_path, "x") == HasilIndeks(0, 0, (dokumen.nomor,))
    assert sesi.get(TeksDokumen, dokumen.id) is None


def test_it_stops_when_told(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    lupakan(sesi)
    assert jalankan(sesi, tmp_path, "x", cukup=lambda: True) == HasilIndeks(0, 0, ())  # type: ignore[arg-type]

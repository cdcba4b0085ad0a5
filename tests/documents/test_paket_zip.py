"""The zip of an inspection pack: same items, same bytes; what cannot be made is named."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence

from kinerja.documents.paket.zip import DAFTAR, INDEKS, Butir, TakTerambil, Terisi, Tertinggal, tulis_zip
from kinerja.domain.paket import PANJANG_NAMA, Bagian


def butir(nama: str, isi: bytes, akhiran: str = "pdf", bagian: Bagian = Bagian.LAPORAN) -> Butir:
    return Butir(bagian, nama, akhiran, nama, lambda: isi)


def _indeks(ada: Sequence[Terisi], tiada: Sequence[Tertinggal]) -> bytes:
    return "\n".join([*(t.jalur for t in ada), *(t.alasan for t in tiada)]).encode()


def tulis(*semua: Butir, lapor: Callable[[int, str], None] = lambda _n, _k: None) -> bytes:
    aliran = io.BytesIO()
    tulis_zip(aliran, semua, _indeks, 2026, lapor)
    return aliran.getvalue()


def test_the_same_items_give_the_same_bytes() -> None:
    semua = (butir("a", b"satu"), butir("b", b"dua", "csv", Bagian.CATATAN))
    assert tulis(*semua) == tulis(*semua)
    with zipfile.ZipFile(io.BytesIO(tulis(*semua))) as zip_:
        assert {i.date_time for i in zip_.infolist()} == {(2026, 12, 31, 0, 0, 0)}
        assert {i.create_system for i in zip_.infolist()} == {3}
        jenis = {i.filename: i.compress_type for i in zip_.infolist()}
    assert jenis["1-laporan/a.pdf"] == zipfile.ZIP_STORED
    assert jenis["7-catatan/b.csv"] == zipfile.ZIP_DEFLATED


def test_the_list_names_every_file_but_itself_by_its_sha256() -> None:
    with zipfile.ZipFile(io.BytesIO(tulis(butir("a", b"satu"), butir("a", b"lain")))) as zip_:
        baris = dict(reversed(b.split("  ", 1)) for b in zip_.read(DAFTAR).decode().splitlines())
        assert (
            set(baris) == set(zip_.namelist()) - {DAFTAR} == {"1-laporan/a.pdf", "1-laporan/a-2.pdf", INDEKS}
        )
        assert all(hashlib.sha256(zip_.read(nama)).hexdigest() == sidik for nama, sidik in baris.items())


def test_what_cannot_be_taken_is_left_out_and_named() -> None:
    def rusak() -> bytes:
        raise TakTerambil("berkasnya berubah")

    salah = Butir(Bagian.BUKTI, "x", "pdf", "Bukti X", rusak)
    with zipfile.ZipFile(io.BytesIO(tulis(salah, butir("a", b"satu")))) as zip_:
        assert zip_.namelist() == ["1-laporan/a.pdf", INDEKS, DAFTAR]
        assert b"berkasnya berubah" in zip_.read(INDEKS)


def test_hostile_names_never_leave_their_folder() -> None:
    nama = ["../../etc/passwd", "C:\\Windows\\x", "a" * 500, "CON", "x\r\ny", "", "سرّ"]
    with zipfile.ZipFile(io.BytesIO(tulis(*(butir(n, b"1", "../x") for n in nama)))) as zip_:
        semua = [n for n in zip_.namelist() if n not in (INDEKS, DAFTAR)]
    assert len(set(semua)) == len(nama)
    assert all(n.startswith("1-laporan/") and n.count("/") == 1 and len(n) <= PANJANG_NAMA for n in semua)


def test_progress_is_told_before_each_file_and_at_the_index() -> None:
    kabar: list[tuple[int, str]] = []
    tulis(butir("a", b"1"), butir("b", b"2"), lapor=lambda n, k: kabar.append((n, k)))
    assert kabar == [(0, "a"), (1, "b"), (2, "Menulis halaman isi")]

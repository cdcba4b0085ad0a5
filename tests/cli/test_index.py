"""``kinerja index``: an issued document of before the search is found after it."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from kinerja.archive.gudang import jalur, simpan
from kinerja.cli.aplikasi import aplikasi
from kinerja.cli.index import mulai_indeks
from tests.cli.test_perintah import jalankan, tanya
from tests.data_uji_arsip import pdf_uji
from tests.rusakkan import hapus


def _terbit_dahulu(data: Path) -> str:
    """A document row as an older kinerja left it: with its file, without words in the index."""
    sumber = data / "unggahan"
    sumber.write_bytes(pdf_uji(1))
    with sumber.open("rb") as aliran:
        ada = simpan(data, aliran, 100_000)
    sumber.unlink()
    with sqlite3.connect(data / "kinerja.db") as koneksi:
        koneksi.execute(
            "INSERT INTO berkas (id, sha256, ukuran, jenis, nama, diterima_pada) "
            "VALUES (90, ?, ?, 'application/pdf', 'x.pdf', '2026-10-08')",
            (ada.sha256, ada.ukuran),
        )
        koneksi.execute(
            "INSERT INTO dokumen (jenis, judul, klasifikasi, tahun, urut, nomor, kode, berkas_id, halaman, "
            "tanggal, penanda_nama, penanda_jabatan, diterbitkan_pada, diterbitkan_oleh_nama) VALUES "
            "('surat_keluar', 'Undangan rapat', '000.1.5', 2026, 1, '000.1.5/1/CMT/2026', 'ABCD-EFGH', 90, 1, "
            "'2026-10-08', '', '', '2026-10-08', 'Umum')"
        )
    return ada.sha256


def test_old_documents_are_read_once(data: Path) -> None:
    assert jalankan("index", "--data", str(data)).stdout == "0 dokumen dibaca; sekarang dapat dicari.\n"
    _terbit_dahulu(data)
    hasil = jalankan("index", "--data", str(data))
    assert hasil.exit_code == 0
    assert hasil.stdout == (
        "1 dokumen dibaca; sekarang dapat dicari.\n"
        "1 di antaranya tanpa teks: ditemukan menurut judul, nomor, dan nama.\n"
    )
    assert tanya(data, "SELECT rowid FROM cari_dokumen('undangan')") == [(1,)]
    assert jalankan("index", "--data", str(data)).stdout.startswith("0 dokumen")
    assert jalankan("index", "--semua", "--data", str(data)).stdout.startswith("1 dokumen")


def test_the_server_does_it_at_its_start(data: Path) -> None:
    _terbit_dahulu(data)
    utas = mulai_indeks(aplikasi(data))
    try:
        for _ in range(200):
            if ada := tanya(data, "SELECT rowid FROM cari_dokumen('undangan')"):
                break
            time.sleep(0.05)
    finally:
        utas.berhenti()
    assert ada == [(1,)]
    assert not utas.jalan


def test_a_missing_file_is_named_and_no_traceback(data: Path) -> None:
    hapus(jalur(data, _terbit_dahulu(data)))
    hasil = jalankan("index", "--data", str(data))
    assert hasil.exit_code == 1
    assert "tidak terbaca: 000.1.5/1/CMT/2026. Periksa dengan: kinerja verify" in hasil.stdout
    assert "Traceback" not in hasil.output
    assert jalankan("index", "--data", str(data / "tidak-ada")).exit_code == 1

"""``kinerja sop check`` in its own words, whatever it is pointed at."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kinerja.cli.sop import sop
from kinerja.sop import teks_sop


def check(berkas: Path | str) -> Result:
    hasil = CliRunner().invoke(sop, ["check", str(berkas)])
    assert hasil.exception is None or isinstance(hasil.exception, SystemExit)
    return hasil


def tulis(folder: Path, isi: str | bytes) -> Path:
    berkas = folder / "lembar.toml"
    berkas.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    return berkas


def test_office_sheet_is_sah(tmp_path):
    hasil = check(tulis(tmp_path, teks_sop()))
    assert (hasil.exit_code, hasil.output) == (0, "sah: Pengumpulan Data Kinerja, 9 langkah\n")


def test_sheet_saved_by_notepad_is_sah(tmp_path):
    assert check(tulis(tmp_path, b"\xef\xbb\xbf" + teks_sop().replace("\n", "\r\n").encode())).exit_code == 0


def test_fault_names_langkah_and_key(tmp_path):
    hasil = check(tulis(tmp_path, teks_sop().replace("waktu = 2\n", 'waktu = "2"\n')))
    assert hasil.exit_code == 1
    assert "langkah 3, kunci waktu: harus bilangan bulat" in hasil.output


def test_every_fault_is_told(tmp_path):
    teks = teks_sop().replace("waktu = 2\n", "wkt = 2\n").replace('daur = "tahunan"', 'daur = "abad"')
    hasil = check(tulis(tmp_path, teks))
    assert "langkah 3, kunci wkt" in hasil.output
    assert "langkah 9, kunci daur" in hasil.output


def test_syntax_error_tells_its_line(tmp_path):
    hasil = check(tulis(tmp_path, "[identitas]\nnama = x\n"))
    assert hasil.exit_code == 1
    assert "baris 2: nilai tidak dapat dibaca" in hasil.output


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "kunci identitas: wajib diisi"),
        (b"a = 1\n\xff\xfe", "baris 2: bukan tulisan UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "bukan tulisan UTF-8"),
        (b"\x00" * 100, "baris 1"),
        (b"a = " + b"[" * 100_000, "kurung"),
        (b"x" * 3_000_000, "terlalu panjang"),
        (b"langkah = 3\npelaksana = {}\nidentitas = []", "kunci identitas: harus berupa tabel"),
    ],
)
def test_odd_file_is_refused_without_a_traceback(tmp_path, isi, pesan):
    hasil = check(tulis(tmp_path, isi))
    assert hasil.exit_code == 1
    assert pesan in hasil.output
    assert "Traceback" not in hasil.output


def test_missing_file_and_folder_are_refused(tmp_path):
    for tempat in (tmp_path / "tidak-ada.toml", tmp_path, tmp_path / ("x" * 400)):
        hasil = check(tempat)
        assert hasil.exit_code == 1
        assert "tidak sah" in hasil.output

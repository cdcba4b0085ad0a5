"""``kinerja verify-pdf``."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from kinerja.cli import main
from tests.korpus_ttd import baik, polos
from tests.penanda_uji import crl, kunci, p12, penanda, penerbit, tanda_tangani

KINI = datetime.now(UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files to judge by the clock of this machine, with the root as PEM and DER."""
    tempat = tmp_path_factory.mktemp("ttd")
    segar = p12(ke=9, dari=KINI - timedelta(days=2), sampai=KINI + timedelta(days=30))
    (tempat / "baik.pdf").write_bytes(tanda_tangani(polos(), segar))
    (tempat / "berubah.pdf").write_bytes((tempat / "baik.pdf").read_bytes() + b"x")
    (tempat / "polos.pdf").write_bytes(polos())
    (tempat / "kosong.pdf").write_bytes(b"")
    (tempat / "akar.pem").write_bytes(penerbit("Akar Lain", 6).pem + penerbit().pem)
    (tempat / "akar.der").write_bytes(penerbit().der)
    (tempat / "lain.pem").write_bytes(penerbit("Akar Lain", 6).pem)
    (tempat / "bersih.crl").write_bytes(crl(1))
    daftar = x509.load_der_x509_crl(crl(2009, sejak=KINI - timedelta(days=1)))
    (tempat / "cabut.pem").write_bytes(daftar.public_bytes(Encoding.PEM))
    bersih = x509.load_der_x509_crl(crl(1)).public_bytes(Encoding.PEM)
    (tempat / "dua.pem").write_bytes(bersih + daftar.public_bytes(Encoding.PEM))
    asing = penanda("Çamat 漢", kunci(9), sampai=KINI + timedelta(days=30))
    (tempat / "huruf lain.pdf").write_bytes(tanda_tangani(polos(), oleh=asing))
    (tempat / "teks.pem").write_text("bukan sertifikat")
    (tempat / "data" / "trust").mkdir(parents=True)
    (tempat / "data" / "trust" / "akar.pem").write_bytes(penerbit().pem)
    return tempat


def jalankan(folder: Path, *argumen: str) -> Result:
    nama = [str(folder / satu) if "." in satu or satu == "data" else satu for satu in argumen]
    return CliRunner().invoke(main, ["verify-pdf", *nama], catch_exceptions=False)


@pytest.mark.parametrize(
    ("argumen", "kata", "keluar"),
    [
        (("baik.pdf", "--ca", "akar.pem"), "sah", 0),
        (("baik.pdf", "--ca", "lain.pem", "--ca", "akar.der", "--crl", "bersih.crl"), "sah", 0),
        (("baik.pdf", "--data", "data"), "sah", 0),
        (("baik.pdf", "--ca", "akar.der", "--crl", "bersih.crl", "--crl", "cabut.pem"), "tidak dipercaya", 1),
        (("baik.pdf", "--ca", "akar.der", "--crl", "dua.pem"), "tidak dipercaya", 1),
        (("baik.pdf", "--ca", "lain.pem"), "tidak dipercaya", 1),
        (("berubah.pdf", "--ca", "akar.pem"), "berubah", 1),
        (("polos.pdf", "--ca", "akar.pem"), "tanpa tanda tangan", 1),
        (("kosong.pdf", "--ca", "akar.pem"), "rusak", 1),
    ],
)
def test_the_output_begins_with_the_verdict(
    folder: Path, argumen: tuple[str, ...], kata: str, keluar: int
) -> None:
    hasil = jalankan(folder, *argumen)
    assert hasil.exit_code == keluar
    assert hasil.stdout.splitlines()[0] == kata
    data = json.loads(jalankan(folder, *argumen, "--json").stdout)
    assert data["verdict"] == kata


@pytest.mark.parametrize("cara", [(), ("--json",)])
def test_a_name_this_console_cannot_write_is_no_obstacle(folder: Path, cara: tuple[str, ...]) -> None:
    nama = [str(folder / "huruf lain.pdf"), "--ca", str(folder / "akar.der"), *cara]
    hasil = CliRunner(charset="cp1252").invoke(main, ["verify-pdf", *nama])
    assert (hasil.exit_code, hasil.exception) == (0, None)
    assert hasil.stdout.startswith('{"verdict": "sah"' if cara else "sah\n")


def test_it_tells_who_signed_and_that_revocation_was_not_looked_up(folder: Path) -> None:
    keluar = jalankan(folder, "baik.pdf", "--ca", "akar.pem").stdout
    assert "Penandatangan: Drs. CONTOH PENANDA, M.Si." in keluar
    assert "Pencabutan: pencabutan tidak diperiksa (luring)" in keluar


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("tidak-ada.pdf", "--ca", "akar.pem"), "tidak ada atau tidak dapat dibaca"),
        (("baik.pdf", "--ca", "tidak-ada.pem"), "tidak ada atau tidak dapat dibaca"),
        (("data", "--ca", "akar.pem"), "tidak ada atau tidak dapat dibaca"),
        (("baik.pdf", "--ca", "teks.pem"), "Sertifikat teks.pem tidak dapat dibaca"),
        (("baik.pdf", "--ca", "akar.pem", "--crl", "teks.pem"), "Daftar pencabutan tidak dapat dibaca"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    folder: Path, argumen: tuple[str, ...], pesan: str
) -> None:
    hasil = jalankan(folder, *argumen)
    assert hasil.exit_code != 0
    assert pesan in hasil.output
    assert "Traceback" not in hasil.output


def test_without_any_root_it_says_where_to_put_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    hasil = jalankan(folder, "baik.pdf")
    assert (hasil.exit_code, hasil.stdout.splitlines()[0]) == (1, "tidak dipercaya")
    assert "folder trust" in hasil.stdout
    assert baik()

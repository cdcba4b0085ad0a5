"""A wheel, installed elsewhere, serves with its templates and static files."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.lambat
AKAR = Path(__file__).parents[2]


def jalankan(*perintah: str | Path, di: Path) -> str:
    hasil = subprocess.run(
        [str(k) for k in perintah], check=False, cwd=di, capture_output=True, text=True, timeout=300
    )
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    return hasil.stdout


@pytest.fixture(scope="module")
def kinerja(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``kinerja`` command of a venv of its own; its dependencies come from the running one."""
    folder = tmp_path_factory.mktemp("roda")
    jalankan(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, AKAR,
        di=folder,
    )  # fmt: skip
    (roda,) = folder.glob("kinerja-*.whl")
    lingkungan = folder / "venv"
    venv.create(lingkungan, with_pip=False)
    python = lingkungan / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    jalankan(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", roda, di=folder
    )
    situs = Path(sysconfig.get_path("purelib", vars={"base": str(lingkungan), "platbase": str(lingkungan)}))
    (situs / "kebutuhan.pth").write_text(sysconfig.get_path("purelib") + "\n")
    asal = jalankan(python, "-c", "import kinerja; print(kinerja.__file__)", di=folder).strip()
    assert Path(asal).is_relative_to(lingkungan), asal
    return python.with_name("kinerja")


@pytest.fixture
def alamat(kinerja: Path, tmp_path: Path) -> Iterator[str]:
    """``kinerja init`` and ``serve`` in an empty folder far from the checkout."""
    assert "Kode penyiapan: " in jalankan(kinerja, "init", "--data", tmp_path / "data", di=tmp_path)
    with socket.socket() as cari:
        cari.bind(("127.0.0.1", 0))
        port = cari.getsockname()[1]
    proses = subprocess.Popen(
        [str(kinerja), "serve", "--data", "data", "--port", str(port)],
        cwd=tmp_path,
        stderr=subprocess.DEVNULL,
    )
    dasar = f"http://127.0.0.1:{port}"
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{dasar}/masuk", timeout=2).close()
            break
        except OSError:
            time.sleep(0.2)
    yield dasar
    proses.terminate()
    proses.wait(10)


def test_the_installed_wheel_serves_pages_styles_and_htmx(alamat: str) -> None:
    with urllib.request.urlopen(f"{alamat}/masuk", timeout=10) as jawab:
        halaman = jawab.read().decode()
        assert jawab.url.endswith("/siapkan")
    assert "Kode penyiapan" in halaman
    tautan = set(re.findall(r'(?:href|src)="(/[^"#]+\.(?:css|js|svg)[^"]*)"', halaman))
    assert any("htmx" in satu for satu in tautan) and any("kinerja.css" in satu for satu in tautan)
    for satu in tautan:
        with urllib.request.urlopen(alamat + satu, timeout=10) as jawab:
            assert jawab.status == 200 and len(jawab.read()) > 100, satu


def test_the_installed_wheel_prints(kinerja: Path, tmp_path: Path) -> None:
    """The PDF child finds fonts and templates inside the wheel."""
    naskah = (
        "from kinerja.documents.lembar_sop.naskah import cetak_lembar_sop\n"
        "from kinerja.sop import muat\n"
        "print(cetak_lembar_sop(muat()).halaman)\n"
    )
    assert jalankan(kinerja.with_name("python"), "-c", naskah, di=tmp_path).strip() == "3"

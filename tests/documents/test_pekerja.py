from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja.documents.cetak import GagalCetak, cetak
from kinerja.documents.pekerja import Kolam, PekerjaGagal
from tests.documents.contoh import lembar_coba

AKAR = Path(__file__).resolve().parents[2]
BOM = "<html><body><table><tr><td colspan=999999999>x</td></tr></table></body></html>"
PERMINTAAN = {"html": BOM, "penanda": []}


def hidup(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def test_a_child_dies_with_its_parent(tmp_path) -> None:
    catatan = tmp_path / "pid"
    induk = tmp_path / "induk.py"
    induk.write_text(
        "import subprocess, pathlib\n"
        "from kinerja.documents import pekerja\n"
        "asli = subprocess.Popen\n"
        "class Catat(asli):\n"
        "    def __init__(self, *a, **k):\n"
        "        super().__init__(*a, **k)\n"
        f"        pathlib.Path({str(catatan)!r}).write_text(str(self.pid))\n"
        "subprocess.Popen = Catat\n"
        f"pekerja.Kolam().jalankan('cetak', {PERMINTAAN!r})\n"
    )
    proses = subprocess.Popen([sys.executable, str(induk)], env={**os.environ, "PYTHONPATH": str(AKAR)})
    batas = time.monotonic() + 20
    while not (catatan.exists() and catatan.read_text()) and time.monotonic() < batas:
        time.sleep(0.05)
    anak = int(catatan.read_text())
    time.sleep(0.7)  # it is rendering by now
    assert hidup(anak)
    proses.send_signal(signal.SIGKILL)
    proses.wait()
    while hidup(anak) and time.monotonic() < batas:
        time.sleep(0.05)
    assert not hidup(anak)


def test_a_killed_child_is_an_error_not_half_a_document() -> None:
    with pytest.raises(PekerjaGagal) as gagal:
        Kolam().jalankan("cetak", {**PERMINTAAN, "html": BOM}, batas_detik=2)
    assert gagal.value.sebab == "waktu"
    assert gagal.value.kepala == {}


def test_a_program_that_makes_the_app_at_import_is_not_imported_again(tmp_path) -> None:
    """As wsgi.py does: the module has no __main__ guard, and prints."""
    tampil = tmp_path / "wsgi_seperti.py"
    tampil.write_text(
        "print('dimuat', flush=True)\n"
        "from kinerja.documents.cetak import cetak\n"
        "from tests.documents.contoh import lembar_coba\n"
        "print(cetak('coba.html', lembar_coba()).halaman)\n"
    )
    hasil = subprocess.run(
        [sys.executable, str(tampil)],
        env={**os.environ, "PYTHONPATH": str(AKAR)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert hasil.stderr == ""
    assert hasil.stdout.split() == ["dimuat", "2"]


def test_the_child_knows_neither_flask_nor_the_secrets_of_the_environment(monkeypatch) -> None:
    from kinerja.documents import pekerja

    monkeypatch.setenv("KINERJA_SECRET_KEY", "rahasia")
    monkeypatch.setattr(
        pekerja,
        "_PERINTAH",
        pekerja._PERINTAH.replace(
            "utama()",
            "import kinerja.documents.cetak_anak, os; raise SystemExit(str([m for m in sys.modules "
            "if m.startswith(('flask', 'sqlalchemy', 'jinja2'))]) + str('KINERJA_SECRET_KEY' in os.environ))",
            1,
        ),
    )
    with pytest.raises(PekerjaGagal) as gagal:
        Kolam().jalankan("cetak", PERMINTAAN)
    assert "[]False" in gagal.value.rincian


def test_prints_wait_their_turn_and_say_so_when_it_takes_too_long() -> None:
    kolam = Kolam(maks=1, tunggu_detik=0.1)
    with ThreadPoolExecutor(1) as lain:
        pertama = lain.submit(kolam.jalankan, "cetak", PERMINTAAN, batas_detik=2)
        time.sleep(0.3)
        with pytest.raises(GagalCetak, match="Coba lagi sebentar lagi"):
            cetak("coba.html", lembar_coba(), kolam=kolam)
        assert isinstance(pertama.exception(), PekerjaGagal)
    assert cetak("coba.html", lembar_coba(), kolam=kolam).halaman == 2


def test_a_waiting_child_prints_the_same_bytes_and_is_replaced() -> None:
    pada = datetime(2025, 10, 10, 3, 0, tzinfo=UTC)
    dingin = cetak("coba.html", lembar_coba(), bertanggal=pada)
    kolam = Kolam()
    kolam.hangatkan()
    try:
        pertama = kolam._cadangan.proses
        hangat = cetak("coba.html", lembar_coba(), bertanggal=pada, kolam=kolam)
        assert hangat.sha256 == dingin.sha256
        assert pertama.returncode is not None
        kedua = kolam._cadangan.proses
        assert kedua.poll() is None
        kedua.kill()
        kedua.wait()
        assert cetak("coba.html", lembar_coba(), bertanggal=pada, kolam=kolam).sha256 == dingin.sha256
        terakhir = kolam._cadangan.proses
    finally:
        kolam.dinginkan()
    assert terakhir.returncode is not None
    assert kolam._cadangan is None


def test_a_waiting_child_dies_with_its_parent(tmp_path) -> None:
    catatan = tmp_path / "pid"
    induk = tmp_path / "induk.py"
    induk.write_text(
        "import pathlib, time\n"
        "from kinerja.documents.pekerja import Kolam\n"
        "kolam = Kolam()\n"
        "kolam.hangatkan()\n"
        f"pathlib.Path({str(catatan)!r}).write_text(str(kolam._cadangan.proses.pid))\n"
        "time.sleep(60)\n"
    )
    proses = subprocess.Popen([sys.executable, str(induk)], env={**os.environ, "PYTHONPATH": str(AKAR)})
    batas = time.monotonic() + 20
    while not (catatan.exists() and catatan.read_text()) and time.monotonic() < batas:
        time.sleep(0.05)
    anak = int(catatan.read_text())
    time.sleep(0.3)
    assert hidup(anak)
    proses.send_signal(signal.SIGKILL)
    proses.wait()
    while hidup(anak) and time.monotonic() < batas:
        time.sleep(0.05)
    assert not hidup(anak)

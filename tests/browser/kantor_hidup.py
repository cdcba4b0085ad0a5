"""An office on stage: its people at their browsers, its date moved between scenes, its year as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.kantor import kantor
from tests.browser.conftest import Buka, Layanan

SETAHUN = Path(__file__).parents[1] / "data" / "setahun.toml"

# The heads of the units of the cast, as login names.
KEPALA = (
    "kasubag_umum",
    "kasubag_perencanaan",
    "kasi_pemerintahan",
    "kasi_pmd",
    "kasi_trantib",
    "kasi_kesos",
    "kasi_pelayanan",
)


@dataclass
class KantorHidup:
    """``sebagai("camat")`` is that person's own browser, logged in once and kept open."""

    layanan: Layanan
    orang: Buka
    halaman: dict[str, Page] = field(default_factory=dict)

    def sebagai(self, nama: str) -> Page:
        if nama not in self.halaman:
            self.halaman[nama] = self.orang(nama)
        return self.halaman[nama]

    def hari(self, tanggal: str) -> None:
        """Move the office's date: the one thing that is not done in a browser."""
        with self.layanan.app.app_context():
            menulis.set(True)
            kantor(db.session()).tanggal_contoh = date.fromisoformat(tanggal)
            db.session.commit()
            menulis.set(False)


@dataclass(frozen=True)
class Setahun:
    """The table of tests/data/setahun.toml."""

    tahun: int
    sasaran: list[dict[str, Any]]
    jumlah: dict[str, Any]

    @property
    def indikator(self) -> list[dict[str, Any]]:
        return [i for s in self.sasaran for i in s["indikator"]]

    @property
    def program(self) -> list[dict[str, Any]]:
        return [p for s in self.sasaran for p in s["program"]]

    def milik(self, pemilik: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """The indicators and programs of one head of a unit."""
        return (
            [i for i in self.indikator if i["pemilik"] == pemilik],
            [p for p in self.program if p["pemilik"] == pemilik],
        )


def baca_setahun() -> Setahun:
    isi = tomllib.loads(SETAHUN.read_text(encoding="utf-8"))
    return Setahun(isi["tahun"], isi["sasaran"], isi["jumlah"])

"""Workbooks as people (and worse) send them, for tests of the Excel round trip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import openpyxl

from kinerja.documents.xlsx.isian import tulis_isian
from kinerja.domain.lembar_isian import BukuIsian

PADA = datetime(2026, 10, 8, 3, 0, tzinfo=UTC)
LAGI = "xl/worksheets/sheet1.xml"


def lembar_excel(buku: BukuIsian, ubah: Mapping[str, Mapping[str, Any]] | None = None) -> bytes:
    """The workbook as given out; ``ubah``: sheet → address → what somebody typed there, saved by a program."""
    isi = tulis_isian(buku, "Kecamatan Uji", PADA)
    return disunting(isi, ubah) if ubah else isi


def disunting(isi: bytes, ubah: Mapping[str, Mapping[str, Any]]) -> bytes:
    wb = openpyxl.load_workbook(io.BytesIO(isi))
    for nama, sel in ubah.items():
        for alamat, nilai in sel.items():
            wb[nama][alamat].value = nilai
    return tersimpan(wb)


def tersimpan(wb: openpyxl.Workbook) -> bytes:
    keluar = io.BytesIO()
    wb.save(keluar)
    return keluar.getvalue()


def bongkar(isi: bytes, ganti: Mapping[str, Callable[[bytes], bytes] | bytes]) -> bytes:
    """The zip with members changed (a function of the old bytes) or added (bytes)."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            cara = ganti.get(nama)
            data = lama.read(nama)
            baru.writestr(nama, cara(data) if callable(cara) else data if cara is None else cara)
        for nama, cara in ganti.items():
            if nama not in lama.namelist():
                assert isinstance(cara, bytes)
                baru.writestr(nama, cara)
    return keluar.getvalue()


def alamat_sel(buku: BukuIsian, lembar: str, kunci: str, medan: str) -> str:
    """Where a field of a row stands on its sheet."""
    from kinerja.domain.lembar_isian import BARIS_JUDUL, huruf_kolom

    satu = next(s for s in buku.lembar if s.nama == lembar)
    baris = next(ke for ke, b in enumerate(satu.baris) if b.kunci == kunci)
    kolom = next(ke for ke, k in enumerate(satu.kolom) if k.medan == medan)
    return f"{huruf_kolom(kolom + 2)}{BARIS_JUDUL + 1 + baris}"

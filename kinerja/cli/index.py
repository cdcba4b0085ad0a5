"""``kinerja index``: documents issued before there was a search are read, so that they are found too."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.cli.aplikasi import aplikasi, mutakhirkan, pastikan_ada, pilihan_data, tutup

if TYPE_CHECKING:
    from flask import Flask

    from kinerja.upkeep.utas import Utas


@click.command()
@click.option("--semua", is_flag=True, help="Baca ulang semua dokumen, juga yang sudah dapat dicari.")
@pilihan_data
def index(data: Path | None, semua: bool) -> None:
    """Baca dokumen yang belum dapat dicari."""
    from kinerja.documents.teks_pdf import teks_pdf
    from kinerja.upkeep.indeks import indeks_tertinggal
    from kinerja.web.transaksi import pembuka

    pastikan_ada(data)
    app = aplikasi(data)
    mutakhirkan(app)
    try:
        hasil = indeks_tertinggal(pembuka(app), app.config["DATA"], teks_pdf, semua=semua, lapor=_lapor)
    finally:
        tutup(app)
    click.echo(f"{hasil.dibaca} dokumen dibaca; sekarang dapat dicari.")
    if hasil.tanpa_teks:
        click.echo(f"{hasil.tanpa_teks} di antaranya tanpa teks: ditemukan menurut judul, nomor, dan nama.")
    for nomor in hasil.gagal:
        click.echo(f"  tidak terbaca: {nomor}. Periksa dengan: kinerja verify")
    if hasil.gagal:
        raise SystemExit(1)


def _lapor(ke: int, jumlah: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r  {ke} dari {jumlah}" + ("\n" if ke == jumlah else ""))
        sys.stderr.flush()


def mulai_indeks(app: Flask) -> Utas:
    """The thread of ``kinerja serve`` that does the same at its start, and hourly for what failed."""
    from kinerja.documents.teks_pdf import teks_pdf
    from kinerja.upkeep.indeks import DETIK, indeks_tertinggal
    from kinerja.upkeep.utas import Utas
    from kinerja.web.transaksi import pembuka

    buka, data = pembuka(app), app.config["DATA"]
    utas = Utas(
        "kinerja-indeks", lambda: indeks_tertinggal(buka, data, teks_pdf, cukup=lambda: utas.cukup), DETIK
    )
    utas.mulai()
    return utas

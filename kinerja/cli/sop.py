"""``kinerja sop check FILE``: is this SOP sheet fit to run?"""

from __future__ import annotations

from pathlib import Path

import click

from kinerja.domain.sop import Sop
from kinerja.domain.sop_berkas import MAKS_HURUF, baca_teks
from kinerja.domain.sop_salah import SalahSop, SopTidakSah


@click.group()
def sop() -> None:
    """Lembar SOP."""


@sop.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Periksa berkas SOP (TOML); sebutkan langkah dan kunci yang salah."""
    try:
        lembar = _baca(file)
    except SopTidakSah as galat:
        click.echo(f"tidak sah: {click.format_filename(file)}", err=True)
        for salah in galat.salah:
            click.echo(f"  {salah}", err=True)
        raise SystemExit(1) from None
    click.echo(f"sah: {lembar.nama}, {len(lembar.langkah_semua)} langkah")


def _baca(file: Path) -> Sop:
    """Read a sheet from disk; anything that stands in the way is a fault of the sheet."""
    try:
        if not file.is_file():
            raise SopTidakSah([SalahSop(None, "", "berkas tidak ada, atau bukan berkas biasa")])
        with file.open("rb") as sumber:
            mentah = sumber.read(MAKS_HURUF * 4)
    except (OSError, ValueError):
        raise SopTidakSah([SalahSop(None, "", "berkas tidak dapat dibuka")]) from None
    try:
        teks = mentah.decode("utf-8-sig")
    except UnicodeDecodeError as galat:
        baris = mentah.count(b"\n", 0, galat.start) + 1
        raise SopTidakSah([SalahSop(None, "", "bukan tulisan UTF-8", baris)]) from None
    return baca_teks(teks)

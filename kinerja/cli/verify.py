"""``kinerja verify``: exit 0 only when database, audit chain and every file are whole."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from flask import Flask
from sqlalchemy.exc import DatabaseError

from kinerja.cli.aplikasi import pastikan_ada, pilihan_data
from kinerja.cli.kemajuan import BarisKemajuan
from kinerja.cli.terbuka import terbuka

if TYPE_CHECKING:
    from kinerja.upkeep.jangkar import Jangkar
    from kinerja.upkeep.verify import HasilPeriksa


@click.command()
@pilihan_data
@click.option("--json", "sebagai_json", is_flag=True, help="Hasilnya sebagai satu benda JSON.")
@click.option(
    "--jangkar",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Berkas berisi baris “Kepala rantai” dari pemeriksaan dahulu; rantai harus masih memuatnya.",
)
@click.option(
    "--daftar",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Tulis pula daftar semua berkas untuk sha256sum --check ke berkas ini.",
)
@click.option(
    "--tanpa-catat",
    is_flag=True,
    help="Jangan tulis apa pun ke folder data: untuk cadangan dan media yang hanya dapat dibaca.",
)
def verify(
    data: Path | None, sebagai_json: bool, jangkar: Path | None, daftar: str | None, tanpa_catat: bool
) -> None:
    """Periksa keutuhan basis data, rantai catatan dan arsip."""
    pastikan_ada(data)
    try:
        with terbuka(data, tanpa_catat) as (app, catat):
            semua = _jangkar(jangkar)
            awal = time.monotonic()
            hasil = periksa_kantor(app, semua)
            detik = time.monotonic() - awal
            pesan = catat_hasil(app, hasil, detik) if catat else ""
            if daftar is not None:
                _daftar(app, daftar)
    except DatabaseError as salah:
        kata = f"basis data tidak dapat dibaca ({salah.orig})"
        click.echo(json.dumps({"utuh": False, "galat": kata}) if sebagai_json else f"TIDAK UTUH: {kata}.")
        raise SystemExit(1) from None
    if sebagai_json:
        click.echo(json.dumps(_benda(hasil, detik), ensure_ascii=False, indent=2))
    else:
        _tulis(hasil, pesan)
    if not hasil.utuh:
        raise SystemExit(1)


def periksa_kantor(app: Flask, jangkar: tuple[Jangkar, ...] = ()) -> HasilPeriksa:
    """The whole check, with a line of progress on a terminal."""
    from kinerja.models import db
    from kinerja.upkeep.verify import periksa

    layar = BarisKemajuan()
    try:
        with app.app_context():
            return periksa(db.session(), app.config["DATA"], jangkar=jangkar, lapor=layar)
    finally:
        layar.selesai()


def catat_hasil(app: Flask, hasil: HasilPeriksa, detik: float) -> str:
    """Leave the row of this run in the office; a sentence when that could not be."""
    from kinerja.operations.periksa_arsip import catat_selesai
    from kinerja.upkeep.pemeriksa import tercatat
    from kinerja.web.jam import sekarang
    from kinerja.web.transaksi import pembuka

    try:
        with pembuka(app)(True) as sesi:
            catat_selesai(sesi, tercatat(hasil), sekarang(), detik)
    except (DatabaseError, RuntimeError) as salah:
        return f"Hasil ini tidak dapat dicatat pada kantor: {getattr(salah, 'orig', salah)}."
    return ""


def _jangkar(berkas: Path | None) -> tuple[Jangkar, ...]:
    from kinerja.upkeep.jangkar import JangkarSalah, baca_jangkar

    try:
        return baca_jangkar(berkas.read_text(encoding="utf-8", errors="replace")) if berkas else ()
    except (JangkarSalah, OSError) as salah:
        raise click.ClickException(f"{berkas}: {salah}") from None


def _daftar(app: Flask, ke: str) -> None:
    from kinerja.models import db
    from kinerja.upkeep.daftar_sha256 import tulis_daftar

    try:
        with app.app_context(), click.open_file(ke, "w", encoding="utf-8") as aliran:
            jumlah = tulis_daftar(db.session(), aliran)
    except OSError as salah:
        raise click.ClickException(f"Daftar tidak dapat ditulis ke {ke}: {salah.strerror}") from None
    click.echo(f"Daftar {jumlah} berkas ditulis: {ke}", err=True)


def _tulis(hasil: HasilPeriksa, pesan: str) -> None:
    for baris in hasil.baris:
        click.echo(baris)
    if pesan:
        click.echo(pesan, err=True)
    click.echo(f"{hasil.berkas} berkas dibaca, {hasil.bita / 1e6:.1f} MB.".replace(".", ",", 1))
    if hasil.utuh:
        click.echo("utuh")
        return
    for saran in dict.fromkeys(satu.saran for satu in hasil.rusak):
        click.echo(f"Yang harus dilakukan: {saran}")
    click.echo(f"TIDAK UTUH: {len(hasil.rusak)} masalah.")
    sys.stdout.flush()


def _benda(hasil: HasilPeriksa, detik: float) -> dict[str, Any]:
    kepala = hasil.kepala
    return {
        "utuh": hasil.utuh,
        "rusak": [satu.ke_data() for satu in hasil.rusak],
        "catatan": [satu.ke_data() for satu in hasil.catatan],
        "berkas": hasil.berkas,
        "bita": hasil.bita,
        "detik": round(detik, 1),
        "kepala": {"seq": kepala.seq, "hash": kepala.hash} if kepala else None,
    }

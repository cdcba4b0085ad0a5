"""``kinerja repair``: damaged or missing files of the archive are put back from a copy, by their sha256."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
from sqlalchemy.exc import DatabaseError

from kinerja.cli.aplikasi import pastikan_ada, pilihan_data
from kinerja.cli.kemajuan import BarisKemajuan
from kinerja.cli.terbuka import terbuka
from kinerja.cli.verify import catat_hasil, periksa_kantor

if TYPE_CHECKING:
    from flask import Flask

    from kinerja.upkeep.repair import Perbaikan, Rusak


@click.command()
@click.option(
    "--from",
    "dari",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Cadangan, atau folder lain yang berisi salinan berkas itu dengan nama apa pun.",
)
@pilihan_data
def repair(dari: Path, data: Path | None) -> None:
    """Kembalikan berkas arsip yang rusak atau hilang dari cadangan."""
    pastikan_ada(data)
    try:
        with terbuka(data, hanya_baca=False) as (app, dapat):
            if not dapat:
                raise click.ClickException(
                    "Kantor ini dari versi kinerja yang lebih lama. Jalankan dahulu: kinerja serve"
                )
            _sebagai_pemilik(app.config["DATA"])
            utuh = _kerjakan(app, dari.resolve())
    except DatabaseError as salah:
        raise click.ClickException(f"Basis data tidak dapat dibaca: {salah.orig}") from None
    if not utuh:
        raise SystemExit(1)


def _kerjakan(app: Flask, dari: Path) -> bool:
    from kinerja.upkeep.repair import perbaiki
    from kinerja.web.jam import sekarang
    from kinerja.web.transaksi import pembuka

    semua = _cari(app)
    if semua:
        click.echo(f"{len(semua)} berkas rusak atau hilang. Mencarinya di {dari} …")
    else:
        click.echo("Tidak ada berkas yang rusak atau hilang.")

    def jam():  # type: ignore[no-untyped-def]
        with app.app_context():
            return sekarang()

    hasil = perbaiki(pembuka(app), app.config["DATA"], dari, semua, jam, _sebut)
    awal = time.monotonic()
    akhir = periksa_kantor(app)
    pesan = catat_hasil(app, akhir, time.monotonic() - awal)
    if pesan:
        click.echo(pesan, err=True)
    pulih = sum(satu.dari is not None for satu in hasil)
    if pulih:
        click.echo(f"{pulih} berkas dikembalikan. Yang rusak disisihkan di arsip/rusak, tidak dihapus.")
    for satu in akhir.rusak:
        click.echo(f"  - {satu}")
    click.echo("utuh" if akhir.utuh else f"TIDAK UTUH: {len(akhir.rusak)} masalah.")
    return akhir.utuh and not any(satu.sebab for satu in hasil if satu.dari)


def _cari(app: Flask) -> list[Rusak]:
    from kinerja.models import db
    from kinerja.upkeep.repair import cari_rusak

    layar = BarisKemajuan()
    try:
        with app.app_context():
            return cari_rusak(db.session(), app.config["DATA"], layar)
    finally:
        layar.selesai()


def _sebut(satu: Perbaikan) -> None:
    nama = f"{satu.rusak.nama} ({satu.rusak.sha256})"
    if satu.dari is None:
        click.echo(f"  TIDAK kembali: {nama}: {satu.sebab}")
    else:
        click.echo(f"  dikembalikan: {nama} dari {satu.dari}" + (f"; {satu.sebab}" if satu.sebab else ""))


def _sebagai_pemilik(data: Path) -> None:
    """What root puts back the service could not read."""
    if os.name == "posix" and os.geteuid() == 0 and (pemilik := data.stat().st_uid) != 0:
        raise click.ClickException(
            f"Jalankan sebagai pemilik folder data (uid {pemilik}), misalnya dengan: sudo -u kinerja"
        )

"""``kinerja verify``: exit 0 only when database, audit chain and every file are whole."""

from __future__ import annotations

from pathlib import Path

import click
from sqlalchemy.exc import DatabaseError

from kinerja.cli.aplikasi import aplikasi, pastikan_ada, pilihan_data, tutup


@click.command()
@pilihan_data
def verify(data: Path | None) -> None:
    """Periksa keutuhan basis data, rantai catatan dan arsip."""
    from kinerja.models import db
    from kinerja.upkeep.verify import periksa

    pastikan_ada(data)
    app = aplikasi(data)
    try:
        with app.app_context():
            hasil = periksa(db.session(), app.config["DATA"])
    except DatabaseError as salah:
        click.echo(f"TIDAK UTUH: basis data tidak dapat dibaca ({salah.orig}).")
        raise SystemExit(1) from None
    finally:
        tutup(app)
    for baris in hasil.baris:
        click.echo(baris)
    if hasil.rusak:
        click.echo(f"TIDAK UTUH: {len(hasil.rusak)} masalah.")
        raise SystemExit(1)
    click.echo("utuh")

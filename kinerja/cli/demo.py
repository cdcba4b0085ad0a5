"""``kinerja demo``: a filled example office on loopback."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja.cli.aplikasi import aplikasi, mutakhirkan
from kinerja.cli.serve import layani


@click.command()
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("instance/demo"),
    show_default=True,
)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--password", default="contoh-tarusan-2026", show_default=True, help="Kata sandi semua akun contoh."
)
@click.option("--tahun", default=None, type=click.IntRange(2015, 2100), help="Tahun kinerja contoh.")
@click.option("--serve/--no-serve", default=True, help="Layani setelah diisi.")
def demo(data: Path, port: int, password: str, tahun: int | None, serve: bool) -> None:
    """Isi kantor contoh (sekali) dan layani di 127.0.0.1."""
    from kinerja.demo import FolderBukanContoh, isi_contoh

    app = aplikasi(data, {"SANDI_CONTOH": password})
    mutakhirkan(app)
    try:
        isi_contoh(app, password, tahun)
    except FolderBukanContoh as salah:
        raise click.ClickException(str(salah)) from None
    if serve:
        layani(app, "127.0.0.1", port)

"""``kinerja serve``: the office's server, waitress on every system."""

from __future__ import annotations

import socket
from pathlib import Path

import click
from flask import Flask

from kinerja.cli.aplikasi import aplikasi, dalam_transaksi, mutakhirkan, pilihan_data

UTAS = 4


@click.command()
@pilihan_data
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="0.0.0.0 untuk melayani jaringan kantor."
)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(data: Path | None, host: str, port: int) -> None:
    """Layani kantor ini."""
    app = aplikasi(data)
    mutakhirkan(app)
    _pastikan_terpasang(app)
    layani(app, host, port)


def _pastikan_terpasang(app: Flask) -> None:
    from kinerja.models.kantor import kantor_atau_kosong
    from kinerja.operations.pemasangan import ada_admin, kode_siapkan

    def periksa(sesi, kini):  # type: ignore[no-untyped-def]
        if kantor_atau_kosong(sesi) is None:
            return False, None
        return True, None if ada_admin(sesi) else kode_siapkan(sesi, kini)

    terpasang, kode = dalam_transaksi(app, periksa)
    if not terpasang:
        raise click.ClickException("Folder data ini belum disiapkan. Jalankan dahulu: kinerja init")
    if kode:
        click.echo(f"Kode penyiapan (berlaku satu jam): {kode}")


def layani(app: Flask, host: str, port: int) -> None:
    """Serve until stopped; says the address once the port is open."""
    from waitress import create_server

    from kinerja.archive.gudang import bersihkan_tmp

    bersihkan_tmp(app.config["DATA"])  # leftovers of uploads that a crash cut off
    try:
        keluarga = socket.AF_INET6 if ":" in host else socket.AF_INET
        pintu = socket.create_server((host, port), family=keluarga)
        server = create_server(
            app,
            sockets=[pintu],
            threads=UTAS,
            ident="kinerja",
            max_request_body_size=8 * app.config["MAX_CONTENT_LENGTH"],  # below it the app itself answers 413
        )
    except OSError as salah:
        raise click.ClickException(
            f"Port {port} tidak dapat dipakai ({salah.strerror}). Pilih lain dengan --port."
        ) from None
    click.echo(f"kinerja berjalan di http://{host}:{port}/  (Ctrl+C untuk berhenti)")
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()

"""``kinerja serve``: the office's server, waitress on every system."""

from __future__ import annotations

import socket
import time
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from flask import Flask

from kinerja.cli.aplikasi import aplikasi, dalam_transaksi, mutakhirkan, pilihan_data

if TYPE_CHECKING:
    from kinerja.upkeep.utas import Utas

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
    from kinerja.operations.pemasangan import ada_admin, ada_kode_siapkan, kode_siapkan

    def periksa(sesi, kini):  # type: ignore[no-untyped-def]
        if kantor_atau_kosong(sesi) is None:
            raise click.ClickException("Folder data ini belum disiapkan. Jalankan dahulu: kinerja init")
        if ada_admin(sesi):
            return ""
        if ada_kode_siapkan(sesi, kini):
            return "Kode penyiapan yang sudah dicetak masih berlaku. Kode baru: kinerja init"
        return f"Kode penyiapan (berlaku satu jam): {kode_siapkan(sesi, kini)}"

    pesan = dalam_transaksi(app, periksa)
    if pesan:
        click.echo(pesan)


def layani(app: Flask, host: str, port: int) -> None:
    """Serve until stopped; says the address once the port is open."""
    from kinerja.archive.gudang import bersihkan_tmp
    from kinerja.cli.index import mulai_indeks
    from kinerja.documents.cetak import KOLAM

    bersihkan_tmp(app.config["DATA"])  # leftovers of uploads that a crash cut off
    server = buka(app, host, port)
    click.echo(f"kinerja berjalan di http://{host}:{port}/  (Ctrl+C untuk berhenti)")
    KOLAM.hangatkan()
    pekerja = (mulai_surel(app, host, port), mulai_pemeriksa(app), mulai_paket(app), mulai_indeks(app))
    utas = [satu for satu in pekerja if satu is not None]
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()
    finally:
        for satu in utas:
            satu.berhenti()
        KOLAM.dinginkan()


def mulai_surel(app: Flask, host: str, port: int) -> Utas | None:
    """The thread that mails notices, where the office set a mail server."""
    from kinerja.domain.surel import baca_smtp
    from kinerja.upkeep.surel import DETIK, putaran
    from kinerja.upkeep.utas import Utas
    from kinerja.web.jam import hari_ini, sekarang, waktu_nyata
    from kinerja.web.transaksi import pembuka

    if not app.config["SMTP_URL"]:
        return None
    peladen = baca_smtp(app.config["SMTP_URL"])
    nama = socket.gethostname() if host in ("0.0.0.0", "::") else host  # noqa: S104
    alamat = app.config["ALAMAT"] or f"http://{nama}:{port}"

    def jam() -> tuple[datetime, date]:
        with app.app_context():
            return sekarang(), hari_ini()

    pengirim = Utas("kinerja-surel", lambda: putaran(pembuka(app), peladen, alamat, jam, waktu_nyata), DETIK)
    pengirim.mulai()
    return pengirim


def mulai_pemeriksa(app: Flask) -> Utas:
    """The thread of the fixity check: every week, and when somebody asks for one on its page."""
    from kinerja.upkeep.pemeriksa import DETIK, Pemeriksa
    from kinerja.upkeep.utas import Utas
    from kinerja.web.jam import sekarang
    from kinerja.web.transaksi import pembuka

    awal = time.monotonic()

    def jam() -> datetime:
        with app.app_context():
            return sekarang()

    pemeriksa = Pemeriksa(
        pembuka(app),
        app.config["DATA"],
        jam,
        jalan_detik=lambda: time.monotonic() - awal,
        berhenti=lambda: utas.cukup,
    )
    utas = Utas("kinerja-pemeriksa", pemeriksa.putaran, DETIK)
    app.extensions["kinerja_pemeriksa"] = utas
    utas.mulai()
    return utas


def mulai_paket(app: Flask) -> Utas:
    """The thread that makes inspection packs when somebody asks for one on its page."""
    from kinerja.upkeep.utas import Utas
    from kinerja.web.paket.kerja import DETIK, EKSTENSI, bangun_ulang, putaran

    bangun_ulang(app)
    utas = Utas("kinerja-paket", lambda: putaran(app), DETIK)
    app.extensions[EKSTENSI] = utas
    utas.mulai()
    return utas


def buka(app: Flask, host: str, port: int) -> Any:
    """The waitress server, its port open."""
    from waitress import create_server

    try:
        keluarga = socket.AF_INET6 if ":" in host else socket.AF_INET
        pintu = socket.create_server((host, port), family=keluarga)
        return create_server(
            app,
            sockets=[pintu],
            threads=UTAS,
            ident="kinerja",
            clear_untrusted_proxy_headers=not app.config["PROXY"],  # with PROXY, ProxyFix reads them
            max_request_body_size=8 * app.config["MAX_CONTENT_LENGTH"],  # below it the app itself answers 413
        )
    except OSError as salah:
        raise click.ClickException(
            f"Port {port} tidak dapat dipakai ({salah.strerror}). Pilih lain dengan --port."
        ) from None

"""``kinerja demo``: a filled example office on loopback."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import click

from kinerja.cli.aplikasi import aplikasi, dalam_transaksi, mutakhirkan
from kinerja.cli.serve import layani
from kinerja.cli.verify import catat_hasil, periksa_kantor

BASIS = "kinerja.db"
SANDI = "contoh-tarusan"


@click.command()
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("instance/demo"),
    show_default=True,
    help="Folder kantor contoh.",
)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--password", default=SANDI, show_default=True, help="Kata sandi semua akun contoh.")
@click.option("--tahun", default=None, type=click.IntRange(2015, 2100), help="Tahun kinerja contoh.")
@click.option("--serve/--no-serve", default=True, help="Layani setelah diisi.")
def demo(data: Path, port: int, password: str, tahun: int | None, serve: bool) -> None:
    """Isi kantor contoh (sekali) dan layani di 127.0.0.1."""
    from kinerja.demo import FolderBukanContoh, periksa_contoh

    if not (data / BASIS).exists():
        _isi(data, password, tahun)
    app = aplikasi(data, {"SANDI_CONTOH": password})
    mutakhirkan(app)
    try:
        dalam_transaksi(app, lambda sesi, _kini: periksa_contoh(sesi, data))
    except FolderBukanContoh as salah:
        raise click.ClickException(str(salah)) from None
    if serve:
        _sebut_akun(password)
        layani(app, "127.0.0.1", port)


def _sebut_akun(password: str) -> None:
    """The logins, for the one at the console; the login page lists them too."""
    from kinerja.demo.kantor_contoh import PEMERAN

    click.echo(f"Masuk sebagai (kata sandi semuanya: {password}):")
    for nama, (jabatan, *_) in PEMERAN.items():
        click.echo(f"  {nama:<18} {jabatan}")


def _isi(data: Path, password: str, tahun: int | None) -> None:
    """Fill a folder beside ``data`` and give it the name only when it is whole."""
    if data.exists() and any(data.iterdir()):
        raise click.ClickException(f"{data} sudah berisi berkas lain; pilih folder kosong dengan --data.")
    from kinerja.demo import isi_contoh
    from kinerja.models import db
    from kinerja.web.laporan.pdf import cetak_laporan

    awal = datetime.now(UTC)
    sementara = data.with_name(f"{data.name}.sedang-diisi")
    shutil.rmtree(sementara, ignore_errors=True)
    sementara.mkdir(parents=True)
    app = aplikasi(sementara)
    mutakhirkan(app)
    click.echo("Mengisi kantor contoh, perlu kira-kira setengah menit …")
    dalam_transaksi(
        app,
        lambda sesi, _kini: isi_contoh(
            sesi, sementara, password, tahun, cetak_laporan, lambda babak: click.echo(f"  {babak}")
        ),
    )
    click.echo("  memeriksa arsipnya")
    hasil = periksa_kantor(app)
    catat_hasil(app, hasil, 1)
    with app.app_context():
        db.engine.dispose()
    if data.exists():
        data.rmdir()
    sementara.rename(data)
    click.echo(f"Selesai dalam {(datetime.now(UTC) - awal).seconds} detik.")

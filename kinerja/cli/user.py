"""``kinerja user add|reset``: for the one at the server, when nobody can log in any more."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import click
from sqlalchemy.orm import Session

from kinerja.cli.aplikasi import aplikasi, dalam_transaksi, mutakhirkan, pilihan_data
from kinerja.domain.kesalahan import Kesalahan

UMUR_KODE = timedelta(hours=24)


@click.group()
def user() -> None:
    """Pegawai dan kata sandinya."""


@user.command()
@click.argument("nama_pengguna")
@click.option("--nama", required=True, help="Nama lengkap pegawai.")
@pilihan_data
def add(nama_pengguna: str, nama: str, data: Path | None) -> None:
    """Daftarkan pegawai dan cetak kode sekali pakai untuk membuat kata sandinya."""
    from kinerja.operations.orang import SANDI, buat_kode, buat_pegawai

    def kerja(sesi: Session, kini: datetime) -> str:
        pegawai = buat_pegawai(sesi, nama, nama_pengguna, None, kini)
        return buat_kode(sesi, SANDI, pegawai.id, kini, UMUR_KODE)

    _cetak_kode(data, kerja)


@user.command()
@click.argument("nama_pengguna")
@pilihan_data
def reset(nama_pengguna: str, data: Path | None) -> None:
    """Cetak kode sekali pakai untuk membuat kata sandi baru."""
    from kinerja.operations.catatan import catat
    from kinerja.operations.masuk import cari
    from kinerja.operations.orang import SANDI, buat_kode

    def kerja(sesi: Session, kini: datetime) -> str:
        pegawai = cari(sesi, nama_pengguna)
        if pegawai is None:
            raise Kesalahan(f"Tidak ada pegawai dengan nama pengguna {nama_pengguna}.")
        catat(
            sesi,
            None,
            kini,
            "buat_kode",
            f"pegawai:{pegawai.id}",
            f"Kode sandi untuk {pegawai.nama} dibuat di konsol.",
        )
        return buat_kode(sesi, SANDI, pegawai.id, kini, UMUR_KODE)

    _cetak_kode(data, kerja)


def _cetak_kode(data: Path | None, kerja) -> None:  # type: ignore[no-untyped-def]
    app = aplikasi(data)
    mutakhirkan(app)
    try:
        kode = dalam_transaksi(app, kerja)
    except Kesalahan as salah:
        raise click.ClickException(salah.pesan) from None
    click.echo(f"Kode sekali pakai (24 jam): {kode}")
    click.echo("Buka /kode di peramban dan buat kata sandi dengan kode ini.")

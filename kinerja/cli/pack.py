"""``kinerja pack``: the inspection pack of a year as a zip, as the page makes it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from sqlalchemy.exc import DatabaseError

from kinerja.cli.aplikasi import aplikasi, dalam_transaksi, mutakhirkan, pastikan_ada, pilihan_data, tutup

if TYPE_CHECKING:
    from flask import Flask

    from kinerja.web.paket.susun import HasilPaket


@click.command()
@click.argument("tahun", type=click.IntRange(2000, 2999))
@pilihan_data
@click.option(
    "-o",
    "keluaran",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Berkas zip yang ditulis (bawaan: paket-inspeksi-TAHUN.zip di folder ini).",
)
def pack(tahun: int, data: Path | None, keluaran: Path | None) -> None:
    """Buat paket inspeksi TAHUN: satu zip berisi dokumen kinerja setahun. Keluar 0 hanya bila lengkap."""
    from kinerja.documents.paket.indeks import tulis_ukuran

    pastikan_ada(data)
    app = aplikasi(data)
    tujuan = (keluaran or Path(f"paket-inspeksi-{tahun}.zip")).resolve()
    try:
        mutakhirkan(app)
        hasil = _buat(app, tahun, tujuan)
    except DatabaseError as salah:
        raise click.ClickException(f"Basis data tidak dapat dipakai: {salah.orig}") from None
    finally:
        tutup(app)
    click.echo(f"{hasil.jumlah} berkas, {tulis_ukuran(hasil.ukuran)}: {tujuan}")
    click.echo(f"sha256: {hasil.sha256}")
    click.echo(f"Kepala rantai: {hasil.kepala.seq} {hasil.kepala.hash}")
    for satu in hasil.tertinggal:
        click.echo(f"Tidak dapat disertakan: {satu.butir.judul}: {satu.alasan}")
    if hasil.tertinggal:
        raise SystemExit(1)


def _buat(app: Flask, tahun: int, tujuan: Path) -> HasilPaket:
    from kinerja.domain.kesalahan import Kesalahan, SudahDikerjakan
    from kinerja.operations import paket as verba
    from kinerja.web.paket.kerja import buat, saat

    kini = saat(app)

    def minta(sesi, _nyata):  # type: ignore[no-untyped-def]
        paket = verba.minta(sesi, tahun, None, kini)
        verba.maju(sesi, paket.id, 0, 0, "Dibuat lewat baris perintah")
        return paket.id

    try:
        nomor = dalam_transaksi(app, minta)
    except SudahDikerjakan as salah:
        basi = "Bila komputernya mati di tengah pembuatan: jalankan ulang kinerja serve, atau tunggu dua jam."
        raise click.ClickException(f"{salah.pesan} {basi}") from None
    except Kesalahan as salah:
        raise click.ClickException(salah.pesan) from None
    try:
        return buat(app, nomor, tahun, tujuan, _lapor)
    except BaseException as salah:
        dalam_transaksi(app, lambda sesi, _: verba.gagalkan(sesi, nomor, "Terhenti di baris perintah.", kini))
        if isinstance(salah, OSError):
            raise click.ClickException(f"{tujuan} tidak dapat ditulis: {salah.strerror}") from None
        raise


def _lapor(selesai: int, jumlah: int, _kata: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r  berkas {selesai} dari {jumlah}" + ("\n" if selesai == jumlah else ""))
        sys.stderr.flush()

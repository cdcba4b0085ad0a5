"""``kinerja scan``: takes in what a scanner puts into a folder, as the upload page does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import click
from flask import Flask

from kinerja.cli.aplikasi import aplikasi, mutakhirkan, pastikan_ada, pilihan_data, tutup

AKHIRAN = (".pdf", ".jpg", ".jpeg", ".png")
FOTO = AKHIRAN[1:]
SUDAH = "sudah"
TENANG_DETIK = 2.0
"""A file that has not changed for so long is complete; the scanner is still writing any other."""
JEDA_DETIK = 5.0

Rupa = tuple[Path, int, int]  # a file with its size and its time of change (ns)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@pilihan_data
@click.option(
    "--sekali/--tunggu", "sekali", default=True, help="Sekali jalan (bawaan), atau terus menunggu berkas."
)
def scan(folder: Path, data: Path | None, sekali: bool) -> None:
    """Ambil hasil pindai dari FOLDER: PDF dan foto dibaca kodenya dan menunggu dibandingkan.

    Yang diterima dipindah ke FOLDER/sudah. Berkas lain tidak disentuh. Keluar 1 bila ada yang ditolak.
    """
    pastikan_ada(data)
    app = aplikasi(data)
    mutakhirkan(app)
    ditolak: set[Rupa] = set()
    try:
        while True:
            for kelompok in _giliran(folder, ditolak):
                if not _ambil(app, folder, kelompok):
                    ditolak.update(kelompok)
            if sekali:
                break
            time.sleep(JEDA_DETIK)
    except KeyboardInterrupt:
        click.echo("Berhenti.")
    finally:
        menunggu = _menunggu(app)
        tutup(app)
    click.echo(f"{menunggu} berkas menunggu dibandingkan di halaman Unggah dokumen tertanda.")
    if sekali and ditolak:
        raise SystemExit(1)


def _giliran(folder: Path, ditolak: set[Rupa]) -> Iterator[list[Rupa]]:
    """What is complete now and was not refused before: each PDF by itself, all photographs together."""
    semula = {satu for satu in _isi(folder) if satu not in ditolak}
    if not semula:
        return
    time.sleep(TENANG_DETIK)
    tenang = sorted(semula & set(_isi(folder)), key=lambda satu: satu[0].name)
    for berkas, _, _ in sorted(semula - set(tenang)):
        click.echo(f"{berkas.name}: masih ditulis, ditunggu giliran berikutnya.")
    yield from ([satu] for satu in tenang if satu[0].suffix.lower() == ".pdf")
    foto = [satu for satu in tenang if satu[0].suffix.lower() in FOTO]
    if foto:
        yield foto


def _isi(folder: Path) -> Iterator[Rupa]:
    for berkas in folder.iterdir():
        if berkas.suffix.lower() in AKHIRAN and not berkas.is_symlink() and berkas.is_file():
            keadaan = berkas.stat()
            if keadaan.st_size:
                yield berkas, keadaan.st_size, keadaan.st_mtime_ns


def _ambil(app: Flask, folder: Path, kelompok: list[Rupa]) -> bool:
    """Take in one PDF or a set of photographs, in one transaction; False when something was refused."""
    from kinerja.domain.kesalahan import Kesalahan, MasukanSalah
    from kinerja.models import db
    from kinerja.models.basis_data import menulis
    from kinerja.web.jam import sekarang
    from kinerja.web.pindai_lihat import ambil
    from kinerja.web.pindai_masuk import Permintaan, masukkan

    masukan, beres = [], True
    batas = app.config["MAX_CONTENT_LENGTH"]
    for berkas, ukuran, _ in kelompok:
        try:
            if ukuran > batas:
                raise MasukanSalah(f"Berkas terlalu besar: paling besar {batas // (1024 * 1024)} MB.")
            with berkas.open("rb") as aliran:
                masukan.append(ambil(berkas.name, aliran))
        except (MasukanSalah, OSError) as salah:
            beres = False
            click.echo(f"{berkas.name}: tidak diterima. {getattr(salah, 'pesan', 'Tidak dapat dibaca.')}")
    if not masukan:
        return False
    with app.app_context():
        menulis.set(True)
        try:
            minta = Permintaan(None, asal="folder")
            hasil = masukkan(db.session(), app.config["DATA"], batas, masukan, minta, sekarang())
            db.session.commit()
            for satu in hasil:
                click.echo(f"{satu.nama}: {satu.kalimat()}")
            diambil = {nama for h in hasil if h.pindaian or h.sudah_ada for nama in h.sumber}
        except Kesalahan as salah:
            click.echo(f"{', '.join(m.nama for m in masukan)}: tidak diterima. {salah.pesan}")
            return False
        finally:
            db.session.rollback()
            menulis.set(False)
    for berkas, _, _ in kelompok:
        if berkas.name in diambil:
            _pindahkan(berkas, folder / SUDAH)
        else:
            beres = False
    return beres and not any(h.salah and not h.sudah_ada for h in hasil)


def _pindahkan(berkas: Path, tujuan: Path) -> None:
    """Into the folder of what was taken, never over another file."""
    tujuan.mkdir(exist_ok=True)
    baru, ke = tujuan / berkas.name, 1
    while baru.exists():
        ke += 1
        baru = tujuan / f"{berkas.stem} ({ke}){berkas.suffix}"
    berkas.rename(baru)


def _menunggu(app: Flask) -> int:
    from sqlalchemy import func, select

    from kinerja.models import db
    from kinerja.models.pindaian import Pindaian
    from kinerja.operations.pindaian_dokumen import MENUNGGU

    with app.app_context():
        return db.session.execute(
            select(func.count()).select_from(Pindaian).where(Pindaian.keadaan.in_(MENUNGGU))
        ).scalar_one()

"""``kinerja scan``: takes in what a scanner puts into a folder, as the upload page does."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from flask import Flask

from kinerja.cli.aplikasi import aplikasi, mutakhirkan, pastikan_ada, pilihan_data, tutup

AKHIRAN = (".pdf", ".jpg", ".jpeg", ".png")
FOTO = AKHIRAN[1:]
SUDAH = "sudah"
TENANG_DETIK = 2.0
"""A file that has not changed for so long is complete; the scanner is still writing any other."""
TENANG_FOTO_DETIK = 30.0
"""Photographs wait for so long without another one: a scanner that makes one of each page is between two."""
JEDA_DETIK = 5.0
JEDA_GAGAL_DETIK = 60.0

Rupa = tuple[Path, int, int]  # a file with its size and its time of change (ns)
Kelompok = frozenset[Rupa]  # what is taken in together: one PDF, or all photographs


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@pilihan_data
@click.option(
    "--sekali/--tunggu", "sekali", default=True, help="Sekali jalan (bawaan), atau terus menunggu berkas."
)
def scan(folder: Path, data: Path | None, sekali: bool) -> None:
    """Ambil hasil pindai dari FOLDER: PDF dan foto dibaca kodenya dan menunggu dibandingkan.

    Yang diterima dipindah ke FOLDER/sudah. Berkas lain dan folder di dalamnya tidak disentuh. Keluar 1 bila
    ada yang ditolak atau belum dapat disimpan; berkas itu tetap di tempatnya.
    """
    pastikan_ada(data)
    app = aplikasi(data)
    mutakhirkan(app)
    ditolak: set[Kelompok] = set()
    try:
        while True:
            gagal = not _putaran(app, folder, ditolak)
            if sekali:
                break
            time.sleep(JEDA_GAGAL_DETIK if gagal else JEDA_DETIK)
    except KeyboardInterrupt:
        click.echo("Berhenti.")
    finally:
        menunggu = _menunggu(app)
        tutup(app)
    click.echo(f"{menunggu} berkas menunggu dibandingkan di halaman Unggah dokumen tertanda.")
    if sekali and (ditolak or gagal):
        raise SystemExit(1)


def _putaran(app: Flask, folder: Path, ditolak: set[Kelompok]) -> bool:
    """Everything that is complete, once. False where folder, disk or database failed: it is tried again."""
    from sqlalchemy.exc import OperationalError

    try:
        for kelompok in _giliran(folder, ditolak):
            tinggal = _ambil(app, folder, sorted(kelompok))
            if tinggal:
                ditolak.add(frozenset(tinggal))
    except OSError as salah:
        sebab = salah.strerror or str(salah)
        click.echo(f"Terhenti: {sebab} ({salah.filename or folder}). Yang belum diterima tetap di folder.")
        return False
    except OperationalError as salah:
        click.echo(f"Terhenti: basis data sedang tidak dapat ditulis ({salah.orig}). Berkas tetap di folder.")
        return False
    return True


def _giliran(folder: Path, ditolak: set[Kelompok]) -> Iterator[Kelompok]:
    """What is complete now and was not refused like this before: each PDF by itself, then all photographs."""
    semula = _isi(folder)
    if all(satu in ditolak for satu in _kelompok(semula)):
        return
    time.sleep(TENANG_DETIK)
    kini = _isi(folder)
    tenang = semula & kini
    for berkas in sorted({satu[0] for satu in kini - tenang}):
        click.echo(f"{berkas.name}: masih ditulis, ditunggu giliran berikutnya.")
    for kelompok in _kelompok(tenang):
        if kelompok in ditolak:
            continue
        if _foto(kelompok):
            time.sleep(TENANG_FOTO_DETIK)
            if _foto(_isi(folder)) != kelompok:
                click.echo("Foto di folder masih bertambah, ditunggu giliran berikutnya.")
                continue
        yield kelompok


def _kelompok(isi: Kelompok) -> list[Kelompok]:
    foto = _foto(isi)
    return [frozenset({satu}) for satu in sorted(isi - foto)] + ([foto] if foto else [])


def _foto(isi: Kelompok) -> Kelompok:
    return frozenset(satu for satu in isi if satu[0].suffix.lower() in FOTO)


def _isi(folder: Path) -> Kelompok:
    hasil = []
    for berkas in folder.iterdir():
        if berkas.suffix.lower() in AKHIRAN and not berkas.is_symlink() and berkas.is_file():
            try:
                keadaan = berkas.stat()
            except FileNotFoundError:  # taken away since
                continue
            if keadaan.st_size:
                hasil.append((berkas, keadaan.st_size, keadaan.st_mtime_ns))
    return frozenset(hasil)


def _ambil(app: Flask, folder: Path, kelompok: Sequence[Rupa]) -> list[Rupa]:
    """Take in one PDF or a set of photographs, in one transaction; gives those that were refused."""
    from kinerja.domain.kesalahan import Kesalahan, MasukanSalah
    from kinerja.models import db
    from kinerja.models.basis_data import menulis
    from kinerja.web.jam import sekarang
    from kinerja.web.pindai.lihat import ambil
    from kinerja.web.pindai.masuk import Permintaan, masukkan

    masukan = []
    batas = app.config["MAX_CONTENT_LENGTH"]
    for berkas, _, _ in kelompok:
        try:
            with berkas.open("rb") as aliran:
                masukan.append(ambil(berkas.name, aliran, batas))
        except FileNotFoundError:  # another run took it
            continue
        except (MasukanSalah, OSError) as salah:
            click.echo(f"{berkas.name}: tidak diterima. {getattr(salah, 'pesan', 'Tidak dapat dibaca.')}")
    diambil: set[str] = set()
    ditolak: set[str] = set()
    with app.app_context():
        menulis.set(True)
        try:
            minta = Permintaan(None, asal="folder")
            hasil = masukkan(db.session(), app.config["DATA"], batas, masukan, minta, sekarang())
            db.session.commit()
            for satu in hasil:
                click.echo(f"{satu.nama}: {satu.kalimat()}")
            diambil = {nama for h in hasil if h.pindaian or h.sudah_ada for nama in h.sumber}
            ditolak = {nama for h in hasil if h.salah and not h.sudah_ada for nama in h.sumber}
        except Kesalahan as salah:
            click.echo(f"{', '.join(m.nama for m in masukan)}: tidak diterima. {salah.pesan}")
        finally:
            db.session.rollback()
            menulis.set(False)
    for berkas, _, _ in kelompok:
        if berkas.name in diambil:
            _pindahkan(berkas, folder / SUDAH)
    sisa = {berkas for berkas, _, _ in kelompok if berkas.name in ditolak or berkas.exists()}
    return [satu for satu in kelompok if satu[0] in sisa]


def _pindahkan(berkas: Path, tujuan: Path) -> None:
    """Into the folder of what was taken, never over another file; one that another run moved is no fault."""
    tujuan.mkdir(exist_ok=True)
    ke, baru = 1, tujuan / berkas.name
    while True:
        try:
            baru.open("xb").close()  # the name is ours
            break
        except FileExistsError:
            ke += 1
            baru = tujuan / f"{berkas.stem} ({ke}){berkas.suffix}"
    try:
        berkas.replace(baru)
    except FileNotFoundError:
        baru.unlink()
    except OSError:
        baru.unlink()
        raise


def _menunggu(app: Flask) -> int:
    from sqlalchemy import func, select

    from kinerja.models import db
    from kinerja.models.pindaian import Pindaian
    from kinerja.operations.pindaian.dokumen import MENUNGGU

    with app.app_context():
        return db.session.execute(
            select(func.count()).select_from(Pindaian).where(Pindaian.keadaan.in_(MENUNGGU))
        ).scalar_one()

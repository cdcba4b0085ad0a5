"""Ways in which a file of the store goes bad, and rows that the database itself would never let go."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session


def hapus(berkas: Path) -> None:
    """Gone."""
    berkas.unlink()


def potong(berkas: Path) -> None:
    """One byte short."""
    berkas.chmod(0o600)
    berkas.write_bytes(berkas.read_bytes()[:-1])


def balik(berkas: Path, di: float = 0.5) -> None:
    """One bit turned over, that far into the file."""
    berkas.chmod(0o600)
    isi = bytearray(berkas.read_bytes())
    isi[min(len(isi) - 1, int(len(isi) * di))] ^= 1
    berkas.write_bytes(bytes(isi))


def jadi_folder(berkas: Path) -> None:
    """Something stands there that is no file: nothing can be read."""
    berkas.unlink()
    berkas.mkdir()


def jadi_tautan(berkas: Path) -> None:
    """A link to the same bytes outside of the store, where anybody changes them."""
    luar = berkas.parents[3] / f"luar-{berkas.name[:8]}"
    berkas.rename(luar)
    berkas.symlink_to(luar)


def izinkan(sesi: Session, *pelatuk: str) -> None:
    """Take triggers away, as somebody with the database in hand can: ``izinkan(sesi, "arsip_tolak_hapus")``."""
    for nama in pelatuk:
        sesi.execute(text(f"DROP TRIGGER {nama}"))

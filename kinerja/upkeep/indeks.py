"""Documents issued before there was a search get their words: each PDF is read once, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.archive import gudang
from kinerja.domain.kesalahan import Kesalahan
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Dokumen
from kinerja.models.teks_dokumen import TeksDokumen
from kinerja.operations.cari import belum_terindeks, indeks

DETIK = 3600.0
"""Seconds between two rounds of ``kinerja serve``; the first comes at its start."""
Buka = Callable[[bool], AbstractContextManager[Session]]


@dataclass(frozen=True)
class HasilIndeks:
    """``dibaca``: documents read; ``tanpa_teks`` of them have no text layer; ``gagal``: numbers."""

    dibaca: int
    tanpa_teks: int
    gagal: tuple[str, ...]


def indeks_tertinggal(
    buka: Buka,
    data: Path,
    baca: Callable[[bytes], str],
    *,
    semua: bool = False,
    lapor: Callable[[int, int], None] = lambda ke, jumlah: None,
    cukup: Callable[[], bool] = lambda: False,
) -> HasilIndeks:
    """``baca`` gives the text of a PDF. What fails now is left for the next round.

    ``semua`` reads again also what is in the index already. Each document is a transaction of its own and no
    file is read inside one.
    """
    with buka(False) as sesi:
        daftar = _dicari(sesi, semua)
    kosong, gagal, dibaca = 0, [], 0
    for ke, (dokumen_id, nomor, sha256) in enumerate(daftar, 1):
        if cukup():
            break
        try:
            with gudang.buka(data, sha256) as aliran:
                teks = baca(aliran.read())
        except (gudang.BerkasHilang, OSError, Kesalahan):
            gagal.append(nomor)
            continue
        with buka(True) as sesi:
            indeks(sesi, sesi.get_one(Dokumen, dokumen_id), teks)
        dibaca += 1
        kosong += not teks.strip()
        lapor(ke, len(daftar))
    return HasilIndeks(dibaca, kosong, tuple(gagal))


def _dicari(sesi: Session, semua: bool) -> list[tuple[int, str, str]]:
    belum = [(d.id, d.nomor, d.berkas.sha256) for d in belum_terindeks(sesi)]
    if semua:
        ada = (
            select(Dokumen.id, Dokumen.nomor, Berkas.sha256)
            .join(Berkas, Berkas.id == Dokumen.berkas_id)
            .join(TeksDokumen, TeksDokumen.dokumen_id == Dokumen.id)
            .order_by(Dokumen.id)
        )
        belum += [(nomor_id, nomor, sha) for nomor_id, nomor, sha in sesi.execute(ada)]
    return belum

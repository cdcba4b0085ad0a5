"""The audit extract of a year in the inspection pack: a table to read, and lines for a machine.

A row about what is secret keeps its place in the chain – number, time, both hashes – and nothing else.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kinerja.documents.tanggal import tulis_saat
from kinerja.documents.templat import jadikan_html
from kinerja.models.catatan import Catatan

DITAHAN = "Tentang hal yang bersifat rahasia; isinya tidak disertakan."
_RUMUS = ("=", "+", "-", "@", "\t", "\r")
_KOLOM = ("Nomor", "Waktu", "Oleh", "Sebagai", "Tindakan", "Perihal", "Uraian", "Sidik sebelumnya", "Sidik")


@dataclass(frozen=True)
class Petikan:
    """The rows of a year in the order of the chain, and the ids of those whose words stay out."""

    tahun: int
    baris: tuple[Catatan, ...]
    ditahan: frozenset[int]
    kepala: Catatan
    zona: int


def _sel(p: Petikan, b: Catatan) -> tuple[str, ...]:
    waktu = tulis_saat(b.pada, p.zona)
    if b.seq in p.ditahan:
        return (str(b.seq), waktu, "–", "–", "–", "–", DITAHAN, b.prev, b.hash)
    return (
        str(b.seq),
        waktu,
        b.pelaku_nama,
        b.jabatan_nama or "–",
        b.tindakan,
        b.objek,
        b.uraian,
        b.prev,
        b.hash,
    )


def petikan_csv(p: Petikan) -> bytes:
    """With a mark for Excel that it is UTF-8; a cell that would be a formula is text."""
    keluar = io.StringIO()
    tulis = csv.writer(keluar, delimiter=";", lineterminator="\r\n")
    tulis.writerow(_KOLOM)
    for b in p.baris:
        tulis.writerow([f"'{s}" if s.startswith(_RUMUS) else s for s in _sel(p, b)])
    return b"\xef\xbb\xbf" + keluar.getvalue().encode()


def petikan_html(p: Petikan) -> bytes:
    """The same as a page."""
    data = {"tahun": p.tahun, "kolom": _KOLOM[:-2], "baris": [_sel(p, b) for b in p.baris]}
    return jadikan_html("pdf/paket_catatan.html", data).encode()


def petikan_mesin(p: Petikan) -> bytes:
    """A JSON object a line, with every field the hash is made of."""
    return "".join(
        json.dumps(_benda(p, b), ensure_ascii=False, sort_keys=True) + "\n" for b in p.baris
    ).encode()


def _benda(p: Petikan, b: Catatan) -> dict[str, Any]:
    tempat = {"seq": b.seq, "pada": b.pada.strftime("%Y-%m-%dT%H:%M:%SZ"), "prev": b.prev, "hash": b.hash}
    if b.seq in p.ditahan:
        return {**tempat, "ditahan": True}
    nama = ("pelaku_id", "pelaku_nama", "jabatan_nama", "sesi", "tindakan", "objek", "uraian", "sebelum")
    return {**tempat, **{n: getattr(b, n) for n in nama}, "sesudah": b.sesudah}


def jangkar(p: Petikan) -> bytes:
    """What ``kinerja verify --jangkar`` reads: the head of the chain, and both ends of the extract."""
    ujung: Sequence[tuple[str, Catatan]] = [("Kepala rantai", p.kepala)]
    if p.baris:
        ujung = [*ujung, ("Awal petikan", p.baris[0]), ("Akhir petikan", p.baris[-1])]
    return "".join(f"{kata}: {b.seq} {b.hash}\n" for kata, b in ujung).encode()

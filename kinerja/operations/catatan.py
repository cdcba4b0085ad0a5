"""The audit chain: one row per official act, in the act's own transaction."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.models.basis_data import json_kanonik
from kinerja.models.catatan import Catatan

VERSI = "1"
KEJADIAN_AWAL = "pasang"
SEKALI_RANTAI = 500
_BUKAN_NILAINYA = (TypeError, ValueError, AttributeError)
"""What a value throws that is none of its column's: put there by hand."""


def catat(
    sesi: Session,
    oleh: Pelaku | None,
    pada: datetime,
    tindakan: str,
    objek: str,
    uraian: str,
    sebelum: Any = None,
    sesudah: Any = None,
    jabatan: str | None = None,
) -> Catatan:
    """Add the next link. ``oleh`` None: the system itself (set-up on the console).

    ``uraian`` is one Indonesian sentence; ``sebelum``/``sesudah`` are JSON values of what changed.
    """
    terakhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one_or_none()
    if terakhir is None and tindakan != KEJADIAN_AWAL:
        raise RuntimeError("rantai catatan belum dimulai")
    baris = Catatan(
        seq=1 if terakhir is None else terakhir.seq + 1,
        pada=pada.astimezone(UTC).replace(microsecond=0),
        pelaku_id=oleh.pegawai_id if oleh else None,
        pelaku_nama=_rapi(oleh.nama) if oleh else "sistem",
        jabatan_nama=_rapi(jabatan if jabatan is not None else _jabatan(oleh)),
        sesi=oleh.sesi if oleh else "",
        tindakan=tindakan,
        objek=objek,
        uraian=_rapi(uraian),
        sebelum=_rapi(json_kanonik(sebelum)),
        sesudah=_rapi(json_kanonik(sesudah)),
        prev=terakhir.hash if terakhir else "",
    )
    baris.hash = hitung_hash(baris)
    sesi.add(baris)
    sesi.flush()
    return baris


def mulai_rantai(sesi: Session, pada: datetime, pemasangan: str) -> Catatan:
    """The genesis row, carrying the random id of this install."""
    return catat(
        sesi, None, pada, KEJADIAN_AWAL, "kantor:1", "kinerja dipasang.", sesudah={"pemasangan": pemasangan}
    )


def _jabatan(oleh: Pelaku | None) -> str:
    return ", ".join(j.nama_lengkap for j in oleh.jabatan) if oleh else ""


def _rapi(teks: str) -> str:
    """NFC, and one line: a CR or LF in a name must not look like a second entry."""
    return " ".join(unicodedata.normalize("NFC", teks).splitlines())


def hitung_hash(baris: Catatan) -> str:
    """SHA-256 over version, every field with its length before it, and the previous hash."""
    jam = baris.pada.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    medan = (
        str(baris.seq),
        jam,
        "" if baris.pelaku_id is None else str(baris.pelaku_id),
        baris.pelaku_nama,
        baris.jabatan_nama,
        baris.sesi,
        baris.tindakan,
        baris.objek,
        baris.uraian,
        baris.sebelum,
        baris.sesudah,
        baris.prev,
    )
    sari = hashlib.sha256(VERSI.encode())
    for isi in medan:
        byte = isi.encode()
        sari.update(len(byte).to_bytes(8, "big") + byte)
    return sari.hexdigest()


@dataclass(frozen=True)
class KerusakanRantai:
    """Where the chain first fails, and how."""

    seq: int
    pesan: str


def periksa_rantai(sesi: Session, jeda: Callable[[], object] = lambda: None) -> KerusakanRantai | None:
    """None when the whole chain holds: gapless, first row the genesis, every hash as recomputed.

    ``jeda`` is called between two pieces, where the caller may end the transaction so that writers go on.
    """
    if not sesi.execute(select(func.count()).select_from(Catatan)).scalar_one():
        return KerusakanRantai(0, "rantai catatan kosong")
    baik = 0
    try:
        for harapan, baris, prev in _mata_rantai(sesi, jeda):
            if baris.seq != harapan:
                return KerusakanRantai(harapan, f"catatan nomor {harapan} hilang")
            if harapan == 1 and baris.tindakan != KEJADIAN_AWAL:
                return KerusakanRantai(1, "catatan pertama bukan catatan pemasangan")
            if baris.prev != prev or baris.hash != hitung_hash(baris):
                return KerusakanRantai(baris.seq, f"catatan nomor {baris.seq} tidak cocok dengan rantainya")
            baik = baris.seq
    except _BUKAN_NILAINYA:
        jeda()
        return KerusakanRantai(baik + 1, f"catatan nomor {baik + 1} tidak dapat dibaca")
    return None


def _mata_rantai(sesi: Session, jeda: Callable[[], object]) -> Iterator[tuple[int, Catatan, str]]:
    harapan, prev = 1, ""
    bagian = _sesudah(sesi, 0)
    while bagian:
        jeda()
        for baris in bagian:
            yield harapan, baris, prev
            harapan, prev = harapan + 1, baris.hash
        bagian = _sesudah(sesi, bagian[-1].seq)
    jeda()


def _sesudah(sesi: Session, seq: int) -> Sequence[Catatan]:
    """The next piece; row by row where one of it cannot be read, so that this one is known."""
    berikut = select(Catatan).where(Catatan.seq > seq).order_by(Catatan.seq)
    try:
        return sesi.execute(berikut.limit(SEKALI_RANTAI)).scalars().all()
    except _BUKAN_NILAINYA:
        return sesi.execute(berikut.limit(1)).scalars().all()

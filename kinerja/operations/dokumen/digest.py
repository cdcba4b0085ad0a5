"""The data digest of a document: sha256 of the canonical content it was printed from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from kinerja.domain.surat import IsianSurat
from kinerja.models.basis_data import Model, json_kanonik
from kinerja.models.laporan import Laporan
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja
from kinerja.operations.laporan.verba import narasi_laporan, sidik_narasi
from kinerja.operations.perjanjian_kinerja.salin import AKSI, KARTU, PROGRAM

_PIHAK = (
    *("pihak_pertama_nama", "pihak_pertama_jabatan", "pihak_pertama_nip", "pihak_pertama_pangkat"),
    *("pihak_kedua_nama", "pihak_kedua_jabatan"),
)


def digest_laporan(laporan: Laporan) -> str:
    """Of a report: its frozen figures and texts, as both stand in the audit row of its freezing."""
    return _sidik({"data": laporan.digest, "narasi": sidik_narasi(narasi_laporan(laporan))})


def digest_surat(isian: IsianSurat) -> str:
    """Of a letter: everything typed."""
    return _sidik(_berisi(asdict(isian)))


def digest_pk(pk: PerjanjianKinerja) -> str:
    """Of a version of the PK: parties, sasaran, cards, programs and rencana aksi (``pk_lengkap``)."""
    return _sidik(
        {
            **_nilai(pk, ("tahun", "versi", "alasan_perubahan", "tempat", "tanggal", *_PIHAK)),
            "sasaran": [
                {
                    **_nilai(s, ("urut", "uraian")),
                    "indikator": [_kartu(i) for i in s.indikator],
                    "program": [_nilai(p, PROGRAM) for p in s.program],
                }
                for s in pk.sasaran
            ],
        }
    )


def _kartu(indikator: Indikator) -> dict[str, Any]:
    return {**_nilai(indikator, KARTU), "rencana_aksi": [_nilai(a, AKSI) for a in indikator.rencana_aksi]}


def _nilai(baris: Model, kolom: Iterable[str]) -> dict[str, Any]:
    return _berisi({nama: getattr(baris, nama) for nama in kolom})


def _berisi(isi: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty, so that a field added later leaves the digests given before it true."""
    return {kunci: nilai for kunci, nilai in isi.items() if nilai not in (None, "", [])}


def _sidik(isi: Any) -> str:
    return hashlib.sha256(json_kanonik(isi).encode()).hexdigest()

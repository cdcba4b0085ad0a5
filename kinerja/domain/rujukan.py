"""Where each figure of a report came from: who filled it in and when, who sent it, which bukti show it.

Stored with the report when it is computed and when it is frozen, so the trail of a printed figure stays what
it was that day. ``pada`` and ``dikirim_pada`` are ISO times (UTC); ``nilai`` are the stored texts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kinerja.domain.kesalahan import Kesalahan

_GAGAL = "Sumber angka yang dibekukan tidak dapat dibaca."
PANJANG_SIDIK = 12  # of a sha256, as printed


@dataclass(frozen=True)
class BuktiAsal:
    """A file that shows a realisasi, known again by its sha256."""

    berkas_id: int
    nama: str
    sha256: str
    ukuran: int

    @property
    def sidik(self) -> str:
        """The first digits of the sha256, enough to find the file again."""
        return self.sha256[:PANJANG_SIDIK]


@dataclass(frozen=True)
class AsalRealisasi:
    """One indikator in one triwulan; ``dikirim_pada`` is empty while its unit's report is not sent."""

    triwulan: int
    nilai: str | None
    na: bool
    alasan_na: str
    pembilang: str | None
    penyebut: str | None
    oleh: str
    pada: str
    unit: str
    dikirim_oleh: str
    dikirim_pada: str
    bukti: tuple[BuktiAsal, ...] = ()


@dataclass(frozen=True)
class AsalUang:
    """The rupiah (stored text) of one program in one triwulan."""

    triwulan: int
    nilai: str | None
    oleh: str
    pada: str


@dataclass(frozen=True)
class AsalIndikator:
    """An indikator with its triwulan in order; a triwulan nobody filled is left out."""

    id: int
    nomor: str
    uraian: str
    unit: str
    triwulan: tuple[AsalRealisasi, ...]

    def pada(self, triwulan: int) -> AsalRealisasi | None:
        return next((satu for satu in self.triwulan if satu.triwulan == triwulan), None)


@dataclass(frozen=True)
class AsalProgram:
    """A program with its triwulan in order."""

    id: int
    nomor: str
    nama: str
    unit: str
    triwulan: tuple[AsalUang, ...]

    def pada(self, triwulan: int) -> AsalUang | None:
        return next((satu for satu in self.triwulan if satu.triwulan == triwulan), None)


@dataclass(frozen=True)
class Rujukan:
    """The trail of a whole report.

    ``berbeda``: names of the triwulan whose frozen report has other figures than the data used here.
    """

    indikator: tuple[AsalIndikator, ...]
    program: tuple[AsalProgram, ...]
    berbeda: tuple[str, ...] = ()

    def untuk(self, indikator_id: int) -> AsalIndikator | None:
        return next((satu for satu in self.indikator if satu.id == indikator_id), None)

    def uang(self, program_id: int) -> AsalProgram | None:
        return next((satu for satu in self.program if satu.id == program_id), None)

    def ke_data(self) -> dict[str, Any]:
        """Plain dicts and lists for a JSON column."""
        hasil: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return hasil

    @staticmethod
    def dari_data(data: Any) -> Rujukan:
        """What ``ke_data`` gave. Raises ``Kesalahan`` when it is not one."""
        try:
            return Rujukan(
                tuple(_indikator(satu) for satu in data["indikator"]),
                tuple(
                    AsalProgram(**{**satu, "triwulan": tuple(AsalUang(**u) for u in satu["triwulan"])})
                    for satu in data["program"]
                ),
                tuple(data["berbeda"]),
            )
        except (KeyError, TypeError) as sebab:
            raise Kesalahan(_GAGAL) from sebab


def _indikator(data: Mapping[str, Any]) -> AsalIndikator:
    triwulan = tuple(
        AsalRealisasi(**{**satu, "bukti": tuple(BuktiAsal(**b) for b in satu["bukti"])})
        for satu in data["triwulan"]
    )
    return AsalIndikator(**{**data, "triwulan": triwulan})


def sidik_data(data: Any) -> str:
    """SHA-256 (hex) of plain JSON data, the same for equal content; the audit row of the freeze holds it."""
    teks = json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(teks.encode("ascii")).hexdigest()

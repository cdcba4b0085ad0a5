"""A letter of the office (surat dinas): number and subject, addressee, text, signature, copies."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.documents.kantor import Kantor, Penandatangan

TEMPLAT = "surat_keluar.html"


@dataclass(frozen=True)
class SuratKeluar:
    """All display text; a concept has a ``status`` and neither number nor date."""

    kantor: Kantor
    tempat_tanggal: str
    nomor: str
    sifat: str
    lampiran: str
    hal: str
    kepada: tuple[str, ...]
    di: str
    isi: str
    penandatangan: Penandatangan
    tembusan: tuple[str, ...] = ()
    status: str = ""
    kode: str = ""

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        return tuple(t for t in (self.nomor, self.hal, self.penandatangan.nama) if t)

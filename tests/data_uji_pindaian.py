"""Receipts for the tests of operations: a file that came back, with what was read on its pages."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from kinerja.domain.pindaian import Lembar
from kinerja.models.dokumen import Dokumen
from kinerja.models.pindaian import Pindaian
from kinerja.operations.pindaian.verba import Kiriman, terima
from tests.data_uji_arsip import PADA, pdf_uji, simpan_uji
from tests.kantor_uji import orang_uji

PENYUSUN = "kasubag_perencanaan"


def halaman(dokumen: Dokumen, *nomor: int) -> tuple[Lembar | None, ...]:
    """Pages of this document; 0: a page without a readable code."""
    return tuple(Lembar(dokumen.kode, n) if n else None for n in nomor)


def kiriman_uji(
    sesi: Session, data: Path, dokumen: Dokumen, *nomor: int, tanda: str = "tertanda", **lain: object
) -> Kiriman:
    """A scan of these pages of a document, in the store."""
    berkas = simpan_uji(sesi, data, pdf_uji(len(nomor), tanda), f"{tanda}.pdf")
    return Kiriman(berkas, halaman(dokumen, *nomor), **lain)  # type: ignore[arg-type]


def terima_uji(
    sesi: Session,
    data: Path,
    dokumen: Dokumen,
    *nomor: int,
    siapa: str | None = PENYUSUN,
    tanda: str = "tertanda",
    **lain: object,
) -> Pindaian:
    """The same, received."""
    kiriman = kiriman_uji(sesi, data, dokumen, *nomor, tanda=tanda, **lain)
    oleh = orang_uji(sesi, siapa) if siapa else None
    return terima(sesi, kiriman, dokumen, oleh, PADA)

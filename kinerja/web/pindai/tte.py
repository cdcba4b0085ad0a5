"""A file signed electronically: what its verdict and its relation to the issued document lead to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from kinerja.archive import gudang
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.documents.tanda_tangan.kaitan import halaman_sama, kaitan
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kaitan import Kaitan
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.tanda_tangan import HasilTtd, Verdict
from kinerja.models.basis_data import lepas
from kinerja.models.dokumen import Dokumen
from kinerja.models.pindaian import Pindaian
from kinerja.operations.arsip import arsip_berlaku
from kinerja.operations.pindaian.dokumen import boleh_putuskan

DITOLAK = {
    Verdict.BERUBAH: "Berkas ini berubah setelah ditandatangani, jadi tidak diterima. Minta berkas aslinya.",
    Verdict.RUSAK: "Tanda tangan elektronik berkas ini rusak, jadi tidak diterima. Minta berkas aslinya.",
}


@dataclass(frozen=True)
class Tte:
    """``ditolak``: why it cannot be taken. ``langsung``: proven by itself, nobody has to compare pages."""

    kaitan: str = ""
    ditolak: str = ""
    langsung: bool = False


def nilai_tte(
    sesi: Session, data: Path, isi: bytes, ttd: HasilTtd, dokumen: Dokumen | None, oleh: Pelaku | None
) -> Tte:
    """Ends the running transaction: the files are compared in a child. Errors: Kesalahan."""
    if dokumen is None:
        return Tte(ditolak=DITOLAK.get(ttd.verdict, ""))
    boleh = oleh is not None and boleh_putuskan(sesi, oleh, dokumen)
    pertama = arsip_berlaku(sesi, dokumen.id) is None
    terbit = _terbit(sesi, data, dokumen)
    try:
        hubungan = kaitan(terbit, isi, dokumen.kode)
        tenang = ttd.verdict is Verdict.SAH and not ttd.peringatan
        sama = hubungan is Kaitan.DIAWALI and tenang and halaman_sama(terbit, isi)
    except PratinjauGagal as gagal:
        if ttd.verdict not in DITOLAK:
            raise MasukanSalah(gagal.pesan, "berkas") from gagal
        return Tte("", DITOLAK[ttd.verdict])
    if ttd.verdict in DITOLAK:
        return Tte(str(hubungan), DITOLAK[ttd.verdict])
    if hubungan is Kaitan.BUKAN:
        return Tte(str(hubungan), _bukan(dokumen))
    return Tte(str(hubungan), "", boleh and pertama and sama)


def hubungkan(sesi: Session, data: Path, pindaian: Pindaian, dokumen: Dokumen) -> str:
    """The relation of a receipt to the document a person chose; "" for paper.

    Ends the running transaction. Raises MasukanSalah when it is not that document.
    """
    if pindaian.cara != "tte":
        return ""
    terbit = _terbit(sesi, data, dokumen)
    with gudang.buka(data, pindaian.berkas.sha256) as aliran:
        isi = aliran.read()
    try:
        hubungan = kaitan(terbit, isi, dokumen.kode)
    except PratinjauGagal as gagal:
        raise MasukanSalah(gagal.pesan, "dokumen") from gagal
    if hubungan is Kaitan.BUKAN:
        raise MasukanSalah(_bukan(dokumen), "dokumen")
    return str(hubungan)


def _terbit(sesi: Session, data: Path, dokumen: Dokumen) -> bytes:
    sha256 = dokumen.berkas.sha256
    lepas(sesi)
    with gudang.buka(data, sha256) as aliran:
        return aliran.read()


def _bukan(dokumen: Dokumen) -> str:
    return f"Isi berkas ini bukan {dokumen.judul} ({dokumen.nomor}) yang terbit, jadi tidak diterima."

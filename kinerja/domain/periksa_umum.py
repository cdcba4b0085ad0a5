"""What the public verify page answers, in plain words: these sentences and the document, no more."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from kinerja.domain.tanda_tangan import Verdict


class Putusan(StrEnum):
    """How a code or a file that somebody brings stands to what the office issued and archived."""

    DIKENAL = "dikenal"  # a code, nothing compared
    SAMA_ARSIP = "sama_arsip"
    SAMA_LAMA = "sama_lama"  # a signed file that another one replaced
    SAMA_TERBIT = "sama_terbit"
    BERUBAH = "berubah"
    BATAL = "batal"
    ASING = "asing"

    @property
    def kata(self) -> KataPutusan:
        """What people read."""
        return _KATA[self]


class KataPutusan(NamedTuple):
    """``nada`` colours it: baik, awas, bahaya, info."""

    judul: str
    uraian: str
    nada: str


_KATA = {
    Putusan.DIKENAL: KataPutusan(
        "Kode dikenal",
        "Kantor ini menerbitkan dokumen dengan kode itu. Bandingkan keterangan dan halamannya di bawah "
        "dengan yang ada di tangan Anda: harus sama seluruhnya.",
        "info",
    ),
    Putusan.SAMA_ARSIP: KataPutusan(
        "Sama persis dengan yang diarsipkan",
        "Berkas Anda sama, tanda demi tanda, dengan berkas bertanda tangan di arsip kantor ini.",
        "baik",
    ),
    Putusan.SAMA_LAMA: KataPutusan(
        "Sama persis dengan versi yang sudah diganti",
        "Berkas Anda pernah diarsipkan kantor ini, lalu diganti dengan berkas yang benar. Yang berlaku "
        "ada di bawah.",
        "awas",
    ),
    Putusan.SAMA_TERBIT: KataPutusan(
        "Sama persis dengan yang diterbitkan (belum bertanda tangan)",
        "Berkas Anda sama, tanda demi tanda, dengan yang diterbitkan kantor ini untuk ditandatangani. Berkas "
        "itu sendiri tidak bertanda tangan.",
        "awas",
    ),
    Putusan.BERUBAH: KataPutusan(
        "Berubah",
        "Berkas Anda memakai kode dokumen ini, tetapi isinya tidak sama persis dengan yang diterbitkan atau "
        "diarsipkan. Berkas yang dipindai, difoto, atau disimpan ulang juga terbaca berubah: bandingkan "
        "setiap halamannya dengan halaman di bawah.",
        "bahaya",
    ),
    Putusan.BATAL: KataPutusan(
        "Dibatalkan",
        "Dokumen ini pernah diberi nomor, lalu dibatalkan. Nomornya tidak dipakai lagi dan isinya tidak "
        "berlaku.",
        "bahaya",
    ),
    Putusan.ASING: KataPutusan(
        "Tidak dikenal",
        "Tidak ada dokumen dengan kode atau berkas ini yang dapat diperiksa di sini. Periksa kembali "
        "ketikannya; bila sudah benar, tanyakan kepada kantor yang disebut pada dokumen itu.",
        "bahaya",
    ),
}


def kata_ttd(verdict: str, penanda: Sequence[str]) -> str:
    """What was found of the electronic signature at receipt, and who signed; empty where nothing is known."""
    if verdict not in set(Verdict):
        return ""
    oleh = f" oleh {', '.join(penanda)}" if penanda else ""
    return f"Ditandatangani secara elektronik{oleh}. Saat diterima: {Verdict(verdict).kalimat}"


def tunda_kata(detik: int) -> str:
    """How long to wait: "40 detik", "3 menit" (rounded up)."""
    return f"{detik} detik" if detik < 90 else f"{-(-detik // 60)} menit"

"""What every document shows of the office: its letterhead, and who signs."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Literal

Awalan = Literal["", "Plt.", "Plh.", "a.n."]
"""Plt.: the post is vacant; Plh.: its holder is absent; a.n.: signed by mandate of another post."""

_KELOMPOK_NIP = (8, 6, 1, 3)


@dataclass(frozen=True)
class Kantor:
    """The letterhead (kop surat). Empty parts are left out of the printed line."""

    pemerintah_kabupaten: str
    kecamatan: str
    alamat: str = ""
    telepon: str = ""
    laman: str = ""
    pos_el: str = ""
    kode_pos: str = ""
    logo: bytes | None = None
    """PNG or JPEG bytes, already checked and written anew by the one who took the upload."""

    @property
    def baris_alamat(self) -> tuple[str, ...]:
        """The lines under the name: address with its postal code, then how to reach the office."""
        alamat = ", ".join(b for b in (self.alamat, self.kode_pos and f"Kode Pos {self.kode_pos}") if b)
        hubungan = ", ".join(
            b
            for b in (
                self.telepon and f"Telepon {self.telepon}",
                self.laman and f"Laman {self.laman}",
                self.pos_el and f"Pos-el {self.pos_el}",
            )
            if b
        )
        return tuple(b for b in (alamat, hubungan) if b)

    @property
    def logo_uri(self) -> str:
        """The logo as a data URI, or an empty string."""
        if not self.logo:
            return ""
        jenis = "png" if self.logo.startswith(b"\x89PNG") else "jpeg"
        return f"data:image/{jenis};base64,{base64.b64encode(self.logo).decode('ascii')}"


@dataclass(frozen=True)
class Penandatangan:
    """Who signs a document, as what: stored with the document, so an old one keeps its signer.

    With ``awalan`` "a.n.", ``atas_nama`` is the post in whose name ``jabatan`` signs; ``delegasi_dari`` is
    its holder's name where that holder let the signer stand in for a stated time.
    """

    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""
    awalan: Awalan = ""
    atas_nama: str = ""
    tempat: str = ""
    tanggal: str = ""
    delegasi_dari: str = ""

    @property
    def baris_jabatan(self) -> tuple[str, ...]:
        """The post above the signature, in capitals, its prefix as it is written."""
        jabatan = _kapital(self.jabatan)
        if self.awalan == "a.n.":
            dari = (f"(delegasi dari {self.delegasi_dari})",) if self.delegasi_dari else ()
            sendiri = (f"{jabatan},",) if jabatan else ()
            return (f"a.n. {_kapital(self.atas_nama)}", *sendiri, *dari)
        return (f"{self.awalan} {jabatan},".strip(),)

    @property
    def nip_tercetak(self) -> str:
        return nip_tercetak(self.nip)

    @property
    def tempat_tanggal(self) -> str:
        return ", ".join(b for b in (self.tempat, self.tanggal) if b)


def _kapital(jabatan: str) -> str:
    """Capitals, but "Plt." and "Plh." as they are written."""
    awalan, _, sisa = jabatan.partition(" ")
    return f"{awalan} {sisa.upper()}" if awalan in ("Plt.", "Plh.") else jabatan.upper()


def nip_tercetak(nip: str) -> str:
    """An 18-digit NIP in its groups 8-6-1-3; any other exactly as it was typed, never corrected."""
    angka = nip.replace(" ", "")
    if len(angka) != sum(_KELOMPOK_NIP) or not (angka.isascii() and angka.isdigit()):
        return nip
    bagian, mulai = [], 0
    for panjang in _KELOMPOK_NIP:
        bagian.append(angka[mulai : mulai + panjang])
        mulai += panjang
    return " ".join(bagian)

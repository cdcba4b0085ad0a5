"""The lembar disposisi: the office's paper form, and below it what each recipient answered."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.documents.kantor import Kantor, Penandatangan

TEMPLAT = "lembar_disposisi.html"


@dataclass(frozen=True)
class Centang:
    """One line with a tick box."""

    label: str
    ya: bool


@dataclass(frozen=True)
class Balasan:
    """What came back from one branch. ``keadaan`` is a word ("Selesai", "Belum dijawab")."""

    kepada: str
    keadaan: str
    oleh: str = ""
    pada: str = ""
    teks: str = ""
    pesan: str = ""
    """What the one who passed the slip on added for this recipient."""
    nomor: str = ""
    """ "2.1" is the first branch forwarded from branch 2; empty: counted on its own."""
    perjalanan: str = ""
    """How it came to this recipient: "Diteruskan oleh Kasi …, 3 Oktober 2025 …"."""

    @property
    def keterangan(self) -> str:
        """``Selesai, oleh …, 10 Oktober 2025 pukul 10.15 WIB``."""
        return ", ".join(b for b in (self.keadaan, self.oleh and f"oleh {self.oleh}", self.pada) if b)


@dataclass(frozen=True)
class LembarDisposisi:
    """All display text of the slip; dates are written out, empty where the paper would be blank."""

    kantor: Kantor
    nomor_agenda: str
    hal: str
    sifat: tuple[Centang, ...]
    diteruskan_kepada: tuple[Centang, ...]
    dengan_hormat_harap: tuple[Centang, ...]
    pemberi: Penandatangan
    surat_dari: str = ""
    nomor_surat: str = ""
    tanggal_surat: str = ""
    diterima: str = ""
    catatan: str = ""
    disiapkan_oleh: str = ""
    agenda_surat: str = ""
    """Number of the letter in the agenda book of incoming letters, when the slip is about one."""
    balasan: tuple[Balasan, ...] = ()
    kode: str = ""

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        return ("LEMBAR DISPOSISI", self.hal, self.pemberi.nama)

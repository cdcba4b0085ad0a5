"""What a check of the whole office can find, each kind with its words and with what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum


class JenisTemuan(StrEnum):
    """The kinds of fault (reliability.md §7); every one is found by a rule of its own."""

    HILANG = "hilang"  # a row names a file the store does not have
    TAK_TERBACA = "tak_terbaca"
    UKURAN = "ukuran"
    ISI = "isi"  # the bytes no longer give their sha256
    YATIM = "yatim"  # a file without a row
    TANPA_NOMOR = "tanpa_nomor"
    CELAH = "celah"  # numbers never given
    RANTAI = "rantai"
    JANGKAR = "jangkar"  # the chain no longer holds a row that was seen in it
    BASIS_DATA = "basis_data"
    PENUNJUK = "penunjuk"  # rows that point at each other disagree
    BEKU = "beku"  # what was frozen or ratified has changed
    BEDA_CATATAN = "beda_catatan"  # a document is not what its audit row says
    TANPA_VERDICT = "tanpa_verdict"  # a TTE file whose signature was never judged


NAMA_TEMUAN: Mapping[JenisTemuan, str] = {
    JenisTemuan.HILANG: "Berkas hilang",
    JenisTemuan.TAK_TERBACA: "Berkas tidak dapat dibaca",
    JenisTemuan.UKURAN: "Ukuran berkas berubah",
    JenisTemuan.ISI: "Isi berkas berubah",
    JenisTemuan.YATIM: "Berkas tanpa catatan",
    JenisTemuan.TANPA_NOMOR: "Baris tanpa nomor",
    JenisTemuan.CELAH: "Nomor yang tidak terpakai",
    JenisTemuan.RANTAI: "Rantai catatan terputus",
    JenisTemuan.JANGKAR: "Rantai catatan ditulis ulang",
    JenisTemuan.BASIS_DATA: "Basis data rusak",
    JenisTemuan.PENUNJUK: "Baris yang tidak saling cocok",
    JenisTemuan.BEKU: "Data yang sudah dikunci berubah",
    JenisTemuan.BEDA_CATATAN: "Dokumen tidak sama dengan catatannya",
    JenisTemuan.TANPA_VERDICT: "Tanda tangan elektronik belum diperiksa",
}

# Damage to one file, mended by putting back the same bytes from a copy.
DAPAT_DIPULIHKAN = frozenset(
    {JenisTemuan.HILANG, JenisTemuan.TAK_TERBACA, JenisTemuan.UKURAN, JenisTemuan.ISI}
)

_PULIHKAN = (
    "Minta admin mengembalikannya dari cadangan: kinerja repair --from FOLDER-CADANGAN. "
    "Berkas yang rusak tidak dihapus, tetapi disisihkan."
)
_CADANGAN = (
    "Jangan ubah apa pun lagi. Minta admin membandingkan dengan cadangan terakhir yang masih utuh; "
    "simpan folder data yang sekarang sebagai bukti."
)

SARAN: Mapping[JenisTemuan, str] = {
    **dict.fromkeys(DAPAT_DIPULIHKAN, _PULIHKAN),
    JenisTemuan.TAK_TERBACA: (
        f"{_PULIHKAN} Periksa juga hak akses folder arsip dan kesehatan disk komputer server."
    ),
    JenisTemuan.YATIM: "Tidak berbahaya: sisa unggahan yang terputus, atau ditaruh orang di folder arsip.",
    JenisTemuan.TANPA_NOMOR: _CADANGAN,
    JenisTemuan.CELAH: "Tidak berbahaya, tetapi patut dijelaskan bila ditanya pemeriksa.",
    JenisTemuan.RANTAI: _CADANGAN,
    JenisTemuan.JANGKAR: _CADANGAN,
    JenisTemuan.BASIS_DATA: f"{_CADANGAN} Periksa juga kesehatan disk komputer server.",
    JenisTemuan.PENUNJUK: _CADANGAN,
    JenisTemuan.BEKU: _CADANGAN,
    JenisTemuan.BEDA_CATATAN: _CADANGAN,
    JenisTemuan.TANPA_VERDICT: "Buka dokumennya di Arsip, lalu periksa tanda tangannya di sana.",
}


@dataclass(frozen=True)
class Temuan:
    """One finding: ``pesan`` names the thing and what is wrong with it, ``sha256`` the file."""

    jenis: JenisTemuan
    pesan: str
    sha256: str = ""

    def __str__(self) -> str:
        return f"{self.pesan} ({self.sha256})" if self.sha256 else self.pesan

    @property
    def saran(self) -> str:
        """What to do about it, in plain words."""
        return SARAN[self.jenis]

    def ke_data(self) -> dict[str, str]:
        """As kept in the row of a check and as printed by ``--json``."""
        return asdict(self) | {"jenis": self.jenis.value}

    @classmethod
    def dari_data(cls, data: Mapping[str, str]) -> Temuan:
        """The reverse of ``ke_data``."""
        return cls(JenisTemuan(data["jenis"]), data["pesan"], data["sha256"])


def rentang(celah: list[tuple[int, int]], paling: int = 20) -> str:
    """Stretches of numbers in words: "3, 7–9"; those beyond ``paling`` are only counted."""
    kata = [str(a) if a == b else f"{a}–{b}" for a, b in celah[:paling]]
    return ", ".join(kata) + (f", dan {len(celah) - paling} bagian lain" if len(celah) > paling else "")

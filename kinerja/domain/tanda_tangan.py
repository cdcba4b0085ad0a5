"""The verdict on the electronic signatures of a PDF: five words, and what stands behind them.

Rules (reliability.md §1.4 and §4.4): every signature must pass, and the last one must cover the whole file.
The worst thing found gives the word: *rusak* before *berubah* before *tidak dipercaya* before *sah*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """What is said of a file; the value is the word as shown and printed."""

    SAH = "sah"
    BERUBAH = "berubah"
    TIDAK_DIPERCAYA = "tidak dipercaya"
    RUSAK = "rusak"
    TANPA = "tanpa tanda tangan"

    @property
    def kalimat(self) -> str:
        """One sentence for people without training."""
        return _KALIMAT[self]


_KALIMAT = {
    Verdict.SAH: "Tanda tangan elektroniknya benar, penandatangannya dipercaya, dan isinya tidak berubah "
    "sejak ditandatangani.",
    Verdict.BERUBAH: "Isi berkas ini berubah setelah ditandatangani.",
    Verdict.TIDAK_DIPERCAYA: "Isi berkas ini utuh, tetapi tanda tangannya tidak dapat dipercaya.",
    Verdict.RUSAK: "Berkas ini atau tanda tangannya rusak, sehingga tidak dapat diperiksa.",
    Verdict.TANPA: "Berkas ini tidak memuat tanda tangan elektronik.",
}
_BERAT = (Verdict.RUSAK, Verdict.BERUBAH, Verdict.TIDAK_DIPERCAYA, Verdict.SAH)
PENCABUTAN_LURING = "pencabutan tidak diperiksa (luring)"


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """One signature. Times are ISO 8601 in UTC, empty where there is none.

    ``waktu`` is what the signer's own computer said; ``cap_waktu`` is a trusted time stamp.
    """

    nama: str
    verdict: Verdict
    alasan: tuple[str, ...] = ()
    waktu: str = ""
    cap_waktu: str = ""
    penerbit: str = ""
    seri: str = ""
    berlaku_dari: str = ""
    berlaku_sampai: str = ""
    cakupan: str = ""
    pencabutan: str = PENCABUTAN_LURING
    hanya_cap: bool = False  # a document time stamp, no person's signature


@dataclass(frozen=True, slots=True)
class HasilTtd:
    """The verdict with what it rests on, as kept for good (``ke_data``)."""

    verdict: Verdict
    alasan: tuple[str, ...] = ()
    tanda_tangan: tuple[TandaTangan, ...] = ()
    peringatan: tuple[str, ...] = ()
    akar: tuple[str, ...] = ()  # SHA-256 of each trusted root that was used
    crl: int = 0  # lists of revoked certificates that were looked at
    pada: str = ""  # the moment the certificates were judged at
    versi: str = ""  # of the library that checked

    def kalimat(self) -> str:
        """What it comes to, in one or two sentences."""
        return " ".join((self.verdict.kalimat, *self.alasan))

    def penanda(self) -> tuple[str, ...]:
        """The names of those who signed, in the order of their signatures."""
        return tuple(satu.nama for satu in self.tanda_tangan if not satu.hanya_cap)

    def ke_data(self) -> dict[str, Any]:
        """As plain values for JSON."""
        return asdict(self)

    @staticmethod
    def dari_data(data: Mapping[str, Any]) -> HasilTtd:
        """From what ``ke_data`` gave."""
        semua = tuple(
            TandaTangan(**{**satu, "verdict": Verdict(satu["verdict"]), "alasan": tuple(satu["alasan"])})
            for satu in data["tanda_tangan"]
        )
        baku = {nama: tuple(data[nama]) for nama in ("alasan", "peringatan", "akar")}
        return HasilTtd(**{**data, **baku, "verdict": Verdict(data["verdict"]), "tanda_tangan": semua})


def simpulkan(semua: Sequence[TandaTangan]) -> Verdict:
    """The word for a file with these signatures: the worst of them.

    None at all is *tanpa tanda tangan*, and so is a good time stamp where no person signed.
    """
    kata = terburuk(satu.verdict for satu in semua) if semua else Verdict.TANPA
    return Verdict.TANPA if kata is Verdict.SAH and all(satu.hanya_cap for satu in semua) else kata


def terburuk(semua: Iterable[Verdict]) -> Verdict:
    """The gravest of some verdicts."""
    return min(semua, key=_BERAT.index)


@dataclass(frozen=True, slots=True)
class Temuan:
    """What a library says of one signature, in words of ours; ``nilai`` turns it into a verdict."""

    utuh: bool  # the signed bytes have the signed digest
    benar: bool  # the signature fits its certificate
    dipercaya: bool  # the certificate leads to a trusted root, in its time, for this use
    seluruhnya: bool  # it covers the whole file
    bagian: bool  # it covers all of a revision
    pembaruan: str  # what came after: "" nothing known, "tidak ada", "data pemeriksaan", "isian", "lain"
    aturan: bool  # what came after is allowed by the signature itself
    terakhir: bool  # no person signed after it
    dicabut: bool
    masalah: str = ""  # why it is not trusted, in Indonesian


def nilai(temuan: Temuan) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict on one signature and its reasons in Indonesian."""
    if not (temuan.utuh and temuan.benar):
        return Verdict.BERUBAH, ("Bagian yang ditandatangani tidak sama lagi dengan aslinya.",)
    if not temuan.bagian:
        return Verdict.BERUBAH, ("Tanda tangan ini tidak meliputi seluruh isi yang ada saat ditandatangani.",)
    if not temuan.aturan or temuan.pembaruan == "lain":
        return Verdict.BERUBAH, ("Halaman atau data lain diubah setelah tanda tangan ini.",)
    if temuan.terakhir and not (temuan.seluruhnya or temuan.pembaruan == "data pemeriksaan"):
        return Verdict.BERUBAH, ("Ada yang ditambahkan pada berkas setelah tanda tangan terakhir.",)
    if temuan.dicabut or not temuan.dipercaya:
        dicabut = "Sertifikat penandatangan sudah dicabut oleh penerbitnya." if temuan.dicabut else ""
        masalah = dicabut or temuan.masalah or "Sertifikat penandatangan tidak dipercaya."
        return Verdict.TIDAK_DIPERCAYA, (masalah,)
    return Verdict.SAH, ()

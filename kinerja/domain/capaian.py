"""Capaian: how far a realisasi is of its target, in percent, by the indikator's own printed formula.

There is no single national formula, so the method is stored and printed with every figure. A capaian is a
``Decimal`` or the reason why there is none; never rounded here, capped only where the office set a cap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum

from kinerja.domain.angka import KONTEKS, rapikan, tulis_angka
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.nisbah import Nisbah
from kinerja.domain.target import (
    JenisTarget,
    Rentang,
    Skala,
    baca_realisasi,
    baca_target,
    tulis_realisasi,
    tulis_skala,
    tulis_target,
    urai_realisasi,
    urai_target,
)

__all__ = [
    "Capaian",
    "JenisTarget",
    "Metode",
    "Skala",
    "Tipe",
    "baca_realisasi",
    "baca_target",
    "hitung_capaian",
    "kalimat_rumus",
    "periksa_kartu",
    "persentase",
    "rata_capaian",
    "sebut_gabung",
    "tulis_realisasi",
    "tulis_target",
]

SERATUS = Decimal(100)
BELUM_DITARGETKAN = "belum ditargetkan"
BELUM_DIISI = "belum diisi"
TIDAK_TERDEFINISI = "tidak terdefinisi: realisasi 0 tidak dapat menjadi pembagi"
TANPA_CAPAIAN = "belum ada capaian indikator yang dapat dihitung"
PAGU_NOL = "pagu 0"


class Metode(StrEnum):
    """The formula of an indikator."""

    POSITIF = "positif"
    NEGATIF_A = "negatif_a"
    NEGATIF_B = "negatif_b"

    @property
    def label(self) -> str:
        """The words on the form."""
        return _LABEL_METODE[self]

    @property
    def rumus(self) -> str:
        """The formula in words, as every report prints it."""
        return _RUMUS[self]


_LABEL_METODE = {
    Metode.POSITIF: "Makin tinggi makin baik",
    Metode.NEGATIF_A: "Makin rendah makin baik (cara A)",
    Metode.NEGATIF_B: "Makin rendah makin baik (cara B)",
}
_RUMUS = {
    Metode.POSITIF: "realisasi ÷ target × 100",
    Metode.NEGATIF_A: "(2 × target − realisasi) ÷ target × 100",
    Metode.NEGATIF_B: "target ÷ realisasi × 100",
}


@dataclass(frozen=True)
class Capaian:
    """A percentage, or the reason (Indonesian words) why there is none: exactly one of the two.

    ``sebelum_batas`` is the figure before the office's cap took effect; ``catatan`` says so in words.
    """

    nilai: Decimal | None
    alasan: str | None = None
    sebelum_batas: Decimal | None = None
    catatan: str | None = None

    def __post_init__(self) -> None:
        if (self.nilai is None) == (self.alasan is None):
            raise ValueError("a capaian has either a figure or a reason")

    @property
    def ada(self) -> bool:
        """Whether there is a figure."""
        return self.nilai is not None


def hitung_capaian(
    metode: Metode,
    target: str | None,
    realisasi: str | None,
    *,
    jenis: JenisTarget = JenisTarget.ANGKA,
    skala: Sequence[str] = (),
    batas: Decimal | None = None,
    pin_negatif_b: Decimal | None = None,
    alasan_kosong: str = BELUM_DIISI,
) -> Capaian:
    """The capaian of one stored realisasi against one stored target.

    ``alasan_kosong`` is what is said when there is no realisasi ("belum diisi", or the reason of an n/a).
    ``batas`` is the office's cap; ``pin_negatif_b`` its stated figure for method B with realisasi 0.
    """
    tujuan = urai_target(target, jenis, skala)
    if tujuan is None:
        return Capaian(None, BELUM_DITARGETKAN)
    hasil = urai_realisasi(realisasi, jenis, skala)
    if hasil is None:
        return Capaian(None, alasan_kosong)
    if isinstance(tujuan, Rentang):
        if tujuan.bawah <= hasil <= tujuan.atas:
            return _batasi(SERATUS, batas)
        tujuan = tujuan.bawah if hasil < tujuan.bawah else tujuan.atas
    if metode is Metode.NEGATIF_B and hasil == 0:
        if pin_negatif_b is None:
            return Capaian(None, TIDAK_TERDEFINISI)
        return Capaian(pin_negatif_b, catatan="ditetapkan kantor untuk realisasi 0")
    return _batasi(_rumuskan(metode, tujuan, hasil), batas)


def _rumuskan(metode: Metode, target: Decimal, realisasi: Decimal) -> Decimal:
    with localcontext(KONTEKS):
        if metode is Metode.POSITIF:
            return realisasi * SERATUS / target
        if metode is Metode.NEGATIF_A:
            return (2 * target - realisasi) * SERATUS / target
        return target * SERATUS / realisasi


def _batasi(nilai: Decimal, batas: Decimal | None) -> Capaian:
    if batas is None or rapikan(nilai) <= batas:
        return Capaian(nilai)
    catatan = f"dibatasi {tulis_angka(batas, None)}, sebelum dibatasi {tulis_angka(nilai)}"
    return Capaian(batas, sebelum_batas=nilai, catatan=catatan)


def persentase(bagian: Decimal | None, seluruh: Decimal, alasan_kosong: str = BELUM_DIISI) -> Capaian:
    """``bagian`` of ``seluruh`` in percent, for money; a pagu of 0 has no percentage."""
    if seluruh == 0:
        return Capaian(None, PAGU_NOL)
    if bagian is None:
        return Capaian(None, alasan_kosong)
    with localcontext(KONTEKS):
        return Capaian(bagian * SERATUS / seluruh)


def rata_capaian(capaian: Iterable[Capaian]) -> Capaian:
    """Mean of the unrounded figures that exist: the capaian of a sasaran. What is missing is not counted."""
    nilai = [satu.nilai for satu in capaian if satu.nilai is not None]
    if not nilai:
        return Capaian(None, TANPA_CAPAIAN)
    with localcontext(KONTEKS):
        return Capaian(sum(nilai, Decimal(0)) / len(nilai))


def kalimat_rumus(metode: Metode, jenis: JenisTarget, skala: Skala = (), nisbah: Nisbah | None = None) -> str:
    """How the realisasi (where it is worked out) and the capaian of this indikator are had, in words."""
    kalimat = f"Realisasi = {nisbah.rumus}. " if nisbah else ""
    kalimat += f"Capaian (%) = {metode.rumus}."
    if jenis is JenisTarget.RENTANG:
        kalimat += (
            " Di dalam rentang target capaiannya 100; di bawah rentang dipakai batas bawah sebagai target,"
            " di atas rentang dipakai batas atas."
        )
    if jenis is JenisTarget.PREDIKAT:
        kalimat += f" Predikat dihitung menurut urutannya, mulai dari 1: {tulis_skala(skala)}."
    return kalimat


class Tipe(StrEnum):
    """How the triwulan of one indikator are combined."""

    KUMULATIF = "kumulatif"
    POSISI_AKHIR = "posisi_akhir"
    RATA_RATA = "rata_rata"

    @property
    def label(self) -> str:
        """The words on the form."""
        return _LABEL_TIPE[self]


_LABEL_TIPE = {
    Tipe.KUMULATIF: "Kumulatif (dijumlahkan)",
    Tipe.POSISI_AKHIR: "Posisi akhir",
    Tipe.RATA_RATA: "Rata-rata",
}


def sebut_gabung(tipe: Tipe, nisbah: Nisbah | None = None) -> str:
    """How the triwulan are combined; the percentages of a part of a whole are never added."""
    if nisbah is not None and tipe is Tipe.KUMULATIF:
        return "Kumulatif (jumlah pembilang ÷ jumlah penyebut)"
    return tipe.label


def periksa_kartu(tipe: Tipe, jenis: JenisTarget, skala: Skala) -> None:
    """Refuse a card whose figures could not be combined: a predicate has no sum and no mean."""
    if jenis is not JenisTarget.PREDIKAT:
        return
    if tipe is not Tipe.POSISI_AKHIR:
        raise MasukanSalah("Indikator dengan target predikat memakai tipe penghitungan posisi akhir.", "tipe")
    if len(skala) < 2:
        raise MasukanSalah("Isi urutan predikatnya dari yang terendah ke yang tertinggi.", "skala")

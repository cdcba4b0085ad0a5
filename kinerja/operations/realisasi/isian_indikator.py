"""One indicator of a unit in one triwulan, as the page and the sheet show it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.domain.angka import tulis_angka, tulis_persen
from kinerja.domain.aturan import DESIMAL
from kinerja.domain.capaian import (
    BELUM_DIISI,
    BELUM_DITARGETKAN,
    Capaian,
    Metode,
    Tipe,
    kalimat_rumus,
    sebut_gabung,
)
from kinerja.domain.nisbah import Nisbah
from kinerja.domain.target import JenisTarget, satuan_persen, tulis_realisasi, tulis_target
from kinerja.models.perjanjian_kinerja import Indikator
from kinerja.models.realisasi import Bukti, Realisasi
from kinerja.operations.perjanjian_kinerja.periksa import nisbah_kartu


@dataclass(frozen=True)
class IsianIndikator:
    """One indicator of a unit in one triwulan. ``lalu``: its earlier triwulan of the year, in order."""

    indikator: Indikator
    nomor: str
    triwulan: int
    realisasi: Realisasi | None
    lalu: tuple[Realisasi, ...]
    capaian: Capaian
    desimal: int = DESIMAL

    @property
    def terisi(self) -> bool:
        """A value, n/a with its reason, or two numbers of which the penyebut is 0."""
        r = self.realisasi
        return r is not None and (r.na or bool(r.nilai) or r.pembilang is not None)

    @property
    def nisbah(self) -> Nisbah | None:
        """What is divided by what, where two numbers are typed."""
        return nisbah_kartu(self.indikator)

    @property
    def jenis(self) -> JenisTarget:
        return JenisTarget(self.indikator.jenis_target)

    @property
    def target(self) -> str:
        """The triwulan's target as printed, or that none is set."""
        teks = self.indikator.target_triwulan[self.triwulan - 1]
        return tulis_target(teks, self.jenis) if teks not in ("", "0") else BELUM_DITARGETKAN

    @property
    def ditargetkan(self) -> bool:
        return self.target != BELUM_DITARGETKAN

    @property
    def target_tahun(self) -> str:
        return tulis_target(self.indikator.target_tahun, self.jenis)

    @property
    def nilai(self) -> str:
        """As printed; "n/a" with the reason of the unit, or that nothing is filled."""
        return self._tulis(self.realisasi)

    @property
    def ketikan(self) -> str:
        """The value as a person would type it; empty where there is none."""
        ada = self.realisasi.nilai if self.realisasi else None
        return tulis_realisasi(ada, self.jenis) if ada else ""

    @property
    def nilai_lalu(self) -> tuple[tuple[int, str], ...]:
        return tuple((r.triwulan, self._tulis(r)) for r in self.lalu)

    @property
    def nilai_capaian(self) -> str:
        """ "98,50%", or the reason why there is none."""
        ada = self.capaian.nilai
        return tulis_persen(ada, self.desimal) if ada is not None else str(self.capaian.alasan)

    @property
    def rumus(self) -> str:
        skala = tuple(self.indikator.skala or ())
        return kalimat_rumus(Metode(self.indikator.metode), self.jenis, skala, self.nisbah)

    @property
    def tipe(self) -> str:
        return sebut_gabung(Tipe(self.indikator.tipe), self.nisbah)

    @property
    def bukti(self) -> tuple[Bukti, ...]:
        semua = self.realisasi.bukti if self.realisasi else ()
        return tuple(b for b in semua if b.dicabut_pada is None)

    @property
    def bukti_dicabut(self) -> tuple[Bukti, ...]:
        semua = self.realisasi.bukti if self.realisasi else ()
        return tuple(b for b in semua if b.dicabut_pada is not None)

    @property
    def tanpa_bukti(self) -> bool:
        """A value with nothing to show for it; an n/a needs no bukti."""
        return self.terisi and not self.bukti and not (self.realisasi and self.realisasi.na)

    @property
    def dua_angka(self) -> tuple[str, str]:
        """The two numbers as a person would type them."""
        r = self.realisasi
        pembilang, penyebut = (r.pembilang, r.penyebut) if r else (None, None)
        return _ketik(pembilang), _ketik(penyebut)

    @property
    def peringatan(self) -> str:
        """A figure that looks odd, said at once; it is taken as typed all the same."""
        nilai = self.realisasi.nilai if self.realisasi else None
        if not nilai or self.jenis is JenisTarget.PREDIKAT or not satuan_persen(self.indikator.satuan):
            return ""
        if Decimal(nilai) <= 100:
            return ""
        return f"{tulis_angka(Decimal(nilai), None)} persen lebih dari 100. Periksa apakah angkanya benar."

    def _tulis(self, realisasi: Realisasi | None) -> str:
        if realisasi is not None and realisasi.na:
            return f"n/a: {realisasi.alasan_na}" if realisasi.alasan_na else "n/a, tanpa alasan"
        if self.nisbah is not None and realisasi is not None and realisasi.pembilang is not None:
            pembilang, penyebut = _ketik(realisasi.pembilang), _ketik(realisasi.penyebut)
            if not realisasi.nilai:
                return self.nisbah.penyebut_nol
            return f"{tulis_realisasi(realisasi.nilai, self.jenis)} ({pembilang} dari {penyebut})"
        if realisasi is None or not realisasi.nilai:
            return BELUM_DIISI
        return tulis_realisasi(realisasi.nilai, self.jenis)


def _ketik(teks: str | None) -> str:
    return tulis_angka(Decimal(teks), None) if teks else ""

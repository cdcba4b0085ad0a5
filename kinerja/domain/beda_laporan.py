"""Which printed figures of a report are not what the present data give: old and new, one line a figure.

Indikator and program are known again by their id (which stays through the versions of a PK), sasaran by
their words, columns by their span. Wording that follows from a figure (the formula in words, the note of a
cap) is not listed a second time.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.domain.angka import digit_persen, tulis_angka, tulis_rupiah
from kinerja.domain.aturan import Aturan
from kinerja.domain.beda_angka import (
    Beda,
    adanya,
    beda_capaian,
    beda_persen,
    beda_teks,
    berpasangan,
    pasang,
)
from kinerja.domain.beda_indikator import beda_banding, beda_indikator
from kinerja.domain.laporan_isi import Anggaran, BarisProgram, BarisSasaran, CapaianSasaran, IsiLaporan
from kinerja.domain.predikat import Tingkat

__all__ = ["Beda", "beda_laporan"]


def beda_laporan(lama: IsiLaporan, baru: IsiLaporan) -> tuple[Beda, ...]:
    """Every figure in which ``baru`` (the present data) differs from ``lama`` (as frozen), in its digits."""
    with digit_persen(lama.aturan.desimal):
        return tuple(_semua(lama, baru))


def _semua(lama: IsiLaporan, baru: IsiLaporan) -> Iterator[Beda]:
    yield from beda_teks("Perjanjian Kinerja", "Versi", "", lama.versi_pk, baru.versi_pk)
    yield from _aturan(lama.aturan, baru.aturan)
    for dulu, kini, satu in pasang(lama.sasaran, baru.sasaran, _kata):
        yield from _sasaran(dulu, kini, satu)
    yield from _indikator_semua(lama, baru)
    for p_dulu, p_kini, program in pasang(_program(lama), _program(baru), lambda p: p.id):
        yield from _satu_program(p_dulu, p_kini, program)
    yield from _uang("Seluruh anggaran", lama.anggaran, baru.anggaran)


def _kata(satu: BarisSasaran) -> str:
    return " ".join(satu.uraian.split()).casefold()


def _program(isi: IsiLaporan) -> list[BarisProgram]:
    return [p for s in isi.sasaran for p in s.program]


def _aturan(lama: Aturan, baru: Aturan) -> Iterator[Beda]:
    apa = "Pengaturan kantor"
    for ukuran, dulu, kini in (
        ("Batas capaian", lama.batas, baru.batas),
        ("Capaian cara B untuk realisasi 0", lama.pin_negatif_b, baru.pin_negatif_b),
    ):
        yield from beda_persen(apa, ukuran, "", dulu, kini, "tidak ada", "tidak ada", None)
    yield from beda_teks(apa, "Angka di belakang koma", "", str(lama.desimal), str(baru.desimal))
    if lama.predikat != baru.predikat:
        yield Beda(apa, "Tabel predikat", "", _predikat(lama), _predikat(baru))


def _predikat(aturan: Aturan) -> str:
    skala = aturan.predikat
    tingkat = "; ".join(_tingkat(t) for t in skala.tingkat)
    return f"{skala.nama} ({tingkat})"


def _tingkat(satu: Tingkat) -> str:
    return satu.label if satu.bawah is None else f"{satu.label} ≥ {tulis_angka(satu.bawah, None)}"


def _sasaran(lama: BarisSasaran | None, baru: BarisSasaran | None, satu: BarisSasaran) -> Iterator[Beda]:
    apa = f"Sasaran {satu.nomor} “{satu.uraian}”"
    if lama is None or baru is None:
        yield adanya(apa, "Sasaran", lama is not None)
        return
    yield from beda_teks(apa, "Nomor", "", lama.nomor, baru.nomor)
    for dulu, kini in berpasangan(lama.capaian, baru.capaian, lambda c: c.masa.value):
        yield from beda_capaian(apa, "Capaian", kini.masa.label, dulu.capaian, kini.capaian)
        yield from beda_teks(apa, "Indikator terhitung", kini.masa.label, _terhitung(dulu), _terhitung(kini))
    yield from beda_teks(apa, "Predikat", "", lama.predikat or "", baru.predikat or "")
    yield from _uang(apa, lama.anggaran, baru.anggaran)
    yield from beda_teks(apa, "Efisiensi", "", _efisiensi(lama), _efisiensi(baru))
    yield from beda_banding(apa, lama, baru, None)


def _terhitung(satu: CapaianSasaran) -> str:
    return f"{satu.terhitung} dari {satu.jumlah}"


def _efisiensi(satu: BarisSasaran) -> str:
    return satu.efisiensi.simpulan if satu.efisiensi else ""


def _indikator_semua(lama: IsiLaporan, baru: IsiLaporan) -> Iterator[Beda]:
    dulu = [i for s in lama.sasaran for i in s.indikator]
    kini = [i for s in baru.sasaran for i in s.indikator]
    for satu, dua, ada in pasang(dulu, kini, lambda i: i.id):
        apa = f"Indikator {ada.nomor} “{ada.uraian}”"
        if satu is None or dua is None:
            yield adanya(apa, "Indikator", satu is not None, ada.id)
        else:
            yield from beda_indikator(apa, satu, dua)


def _satu_program(lama: BarisProgram | None, baru: BarisProgram | None, satu: BarisProgram) -> Iterator[Beda]:
    apa = f"Program {satu.nomor} “{satu.nama}”"
    if lama is None or baru is None:
        yield adanya(apa, "Program", lama is not None)
        return
    yield from beda_teks(apa, "Nama program", "", lama.nama, baru.nama)
    yield from beda_teks(apa, "Sumber dana", "", lama.keterangan, baru.keterangan)
    yield from _uang(apa, lama.anggaran, baru.anggaran)


def _uang(apa: str, lama: tuple[Anggaran, ...], baru: tuple[Anggaran, ...]) -> Iterator[Beda]:
    for ke, (dulu, kini) in enumerate(berpasangan(lama, baru, lambda a: a.masa.value)):
        if ke == 0:
            yield from beda_teks(apa, "Pagu", "", tulis_rupiah(dulu.pagu), tulis_rupiah(kini.pagu))
        masa = kini.masa.label
        yield from beda_teks(
            apa, "Realisasi anggaran", masa, _rupiah(dulu.realisasi), _rupiah(kini.realisasi)
        )
        yield from beda_capaian(apa, "Serapan", masa, dulu.serapan, kini.serapan)


def _rupiah(nilai: Decimal | None) -> str:
    return "belum diisi" if nilai is None else tulis_rupiah(nilai)

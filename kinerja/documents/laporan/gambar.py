"""The charts of a report, from its computed content: capaian, its course over time, and money beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from kinerja.documents.blok import Gambar
from kinerja.documents.grafik import TANPA_ANGKA, Deret, Titik, batang, kolom, pasangan, uraian
from kinerja.documents.lukisan import Lukisan
from kinerja.domain.angka import tulis_persen
from kinerja.domain.laporan_isi import BarisIndikator, IsiLaporan
from kinerja.domain.masa import ROMAWI, Masa

_T = TypeVar("_T")
_PANEL = 6  # on one drawing, so that it fits on a page
_BATANG = 30


def gambar_laporan(isi: IsiLaporan) -> list[Gambar]:
    """The charts of the summary; one that would hold no figure is left out."""
    return [g for g in _semua(isi) if "%" in g.uraian]


def gambar_indikator(isi: IsiLaporan) -> list[Gambar]:
    """A bar for each indikator of the whole office; on paper these stand with their names instead."""
    masa = isi.masa_utama
    titik = [_titik(i.nomor, i.pada(masa).capaian.nilai) for s in isi.sasaran for i in s.indikator]
    return [
        _gambar(f"Capaian per indikator, {masa.label}", [Deret("", t)], batang(t))
        for t in _bagi(titik, _BATANG)
    ]


def _semua(isi: IsiLaporan) -> Iterator[Gambar]:
    masa = isi.masa_utama
    titik = [_titik(f"Sasaran {s.nomor}", s.capaian_pada(masa).capaian.nilai) for s in isi.sasaran]
    for t in _bagi(titik, _BATANG):
        yield _gambar(f"Capaian per sasaran, {masa.label}", [Deret("", t)], batang(t))
    yield from _antartriwulan(isi)
    yield from _antartahun(isi)
    uang = [
        Deret(
            f"Sasaran {s.nomor}",
            (
                _titik("capaian kinerja", s.capaian_pada(masa).capaian.nilai),
                _titik("serapan anggaran", s.anggaran_pada(masa).serapan.nilai),
            ),
        )
        for s in isi.sasaran
    ]
    for d in _bagi(uang, _BATANG // 2):
        nama = ("capaian kinerja", "serapan anggaran dari pagu setahun")
        yield _gambar(f"Capaian kinerja dan serapan anggaran, {masa.label}", d, pasangan(d, nama))


def _antartriwulan(isi: IsiLaporan) -> Iterator[Gambar]:
    masa = [m for m in isi.masa if m.value.startswith("tw")]
    if len(masa) < 2:
        return
    deret = [
        Deret(
            f"Sasaran {s.nomor}",
            tuple(_titik(_singkat(m), s.capaian_pada(m).capaian.nilai) for m in masa),
        )
        for s in isi.sasaran
    ]
    for d in _bagi(deret, _PANEL):
        yield _gambar("Perkembangan capaian sasaran antartriwulan", d, kolom(d))


def _antartahun(isi: IsiLaporan) -> Iterator[Gambar]:
    deret = [
        Deret(f"Indikator {i.nomor}", tahun)
        for s in isi.sasaran
        for i in s.indikator
        if len(tahun := _tahun(i, isi)) > 1
    ]
    for d in _bagi(deret, _PANEL):
        yield _gambar("Perkembangan capaian indikator antartahun", d, kolom(d))


def _tahun(i: BarisIndikator, isi: IsiLaporan) -> tuple[Titik, ...]:
    """The last five years and this one."""
    if isi.masa_utama is not Masa.TAHUN:
        return ()
    lalu = {r.tahun: r.capaian.nilai for r in i.riwayat}
    if i.banding is not None and isi.tahun - 1 not in lalu:
        lalu[isi.tahun - 1] = i.banding.capaian_lalu.nilai
    if not any(nilai is not None for nilai in lalu.values()):
        return ()
    lalu[isi.tahun] = i.pada(Masa.TAHUN).capaian.nilai
    return tuple(_titik(str(tahun), lalu[tahun]) for tahun in sorted(lalu)[-6:])


def _singkat(masa: Masa) -> str:
    return f"TW {ROMAWI[masa.triwulan[0] - 1]}"


def _titik(label: str, nilai: Decimal | None) -> Titik:
    return Titik(label, nilai, TANPA_ANGKA if nilai is None else tulis_persen(nilai))


def _gambar(judul: str, deret: Sequence[Deret], lukisan: Lukisan) -> Gambar:
    return Gambar(judul, lukisan, uraian(deret))


def _bagi(semua: Sequence[_T], banyak: int) -> Iterator[tuple[_T, ...]]:
    for awal in range(0, len(semua), banyak):
        yield tuple(semua[awal : awal + banyak])


def gambar_tahun(tahun: int, triwulan: Mapping[int, IsiLaporan]) -> list[Gambar]:
    """The capaian of each sasaran through a year, from its triwulan reports; one not made yet is a gap."""
    sasaran = {s.nomor: s.uraian for isi in triwulan.values() for s in isi.sasaran}
    deret = [
        Deret(
            f"Sasaran {nomor}",
            tuple(_titik(f"TW {ROMAWI[ke - 1]}", _nilai(triwulan.get(ke), nomor)) for ke in range(1, 5)),
        )
        for nomor in sasaran
    ]
    return [_gambar(f"Capaian tahun {tahun} per triwulan", d, kolom(d)) for d in _bagi(deret, _PANEL)]


def _nilai(isi: IsiLaporan | None, nomor: str) -> Decimal | None:
    satu = next((s for s in isi.sasaran if s.nomor == nomor), None) if isi else None
    return satu.capaian_pada(isi.masa_utama).capaian.nilai if satu and isi else None

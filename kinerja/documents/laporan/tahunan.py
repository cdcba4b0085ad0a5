"""The yearly report: Bab I–IV, the seven analyses per sasaran (PermenPANRB 53/2014, Lampiran II)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kinerja.documents.blok import Alinea, Blok, HalamanBaru, Judul, TandaTangan
from kinerja.documents.laporan import tabel
from kinerja.documents.laporan import tabel_silam as tahun_silam
from kinerja.documents.laporan import tabel_tahunan as tahunan
from kinerja.documents.laporan.gambar import gambar_laporan
from kinerja.documents.laporan.lampiran import lampiran_tahunan
from kinerja.documents.laporan.naskah import Pelengkap
from kinerja.documents.laporan.uraian import uraian_sasaran
from kinerja.domain.laporan_isi import BarisSasaran, IsiLaporan
from kinerja.domain.masa import Masa
from kinerja.domain.narasi import KATA_PENGANTAR, Angka, Bagian, bagian_narasi

TANPA_ISI = "Tidak ada uraian."
_SASARAN: dict[Angka, Callable[[BarisSasaran], list[Blok]]] = {
    Angka.SASARAN: tahunan.target_realisasi,
    Angka.URAIAN: lambda s: uraian_sasaran(s, sebut_triwulan=True),
    Angka.TAHUN_LALU: tahun_silam.tahun_lalu,
    Angka.RENSTRA: tahunan.renstra,
    Angka.STANDAR: tahunan.standar,
    Angka.EFISIENSI: tahunan.efisiensi,
    Angka.PROGRAM: tahunan.program,
}


def judul_tahunan(isi: IsiLaporan) -> tuple[str, ...]:
    """The title on the cover."""
    return ("LAPORAN KINERJA", f"TAHUN {isi.tahun}")


def pengantar(lengkap: Pelengkap) -> Iterator[Blok]:
    """Kata pengantar with its signature; left out while nobody wrote one."""
    teks = lengkap.narasi.get(KATA_PENGANTAR, "")
    if teks.strip():
        yield Judul("KATA PENGANTAR", 1)
        yield Alinea(teks)
        yield TandaTangan(lengkap.penandatangan)


def susun_tahunan(isi: IsiLaporan, lengkap: Pelengkap) -> Iterator[Blok]:
    """All blocks from Bab I to the annexes."""
    bab_kini, sub_kini, sasaran_kini = "", "", ""
    sasaran = {s.nomor: s for s in isi.sasaran}
    for bagian in bagian_narasi(isi):
        if bagian.kunci == KATA_PENGANTAR:
            continue
        bab, sub = _tempat(bagian)
        if bab != bab_kini:
            if bab_kini:
                yield HalamanBaru("tegak")
            yield Judul(bab.upper(), 1)
        if sub and sub != sub_kini:
            yield Judul(sub, 2)
        if bagian.sasaran and bagian.sasaran != sasaran_kini:
            yield Judul(tabel.judul_sasaran(sasaran[bagian.sasaran]), 3)
        bab_kini, sub_kini, sasaran_kini = bab, sub, bagian.sasaran
        yield Judul(bagian.judul, 4 if bagian.sasaran else 3 if sub else 2)
        yield from _isi(isi, bagian, sasaran.get(bagian.sasaran))
        yield Alinea(lengkap.narasi.get(bagian.kunci, ""), kosong=_kosong(bagian))
    yield TandaTangan(lengkap.penandatangan)
    yield from lampiran_tahunan(isi, lengkap)


def _tempat(bagian: Bagian) -> tuple[str, str]:
    """The chapter of a section, and the lettered part of it it stands in, if any."""
    bab, _, sisa = bagian.kelompok.partition(", ")
    return bab, sisa.partition(", ")[0]


def _kosong(bagian: Bagian) -> str:
    return "Belum ada uraian." if bagian.wajib else "" if bagian.angka is not Angka.TANPA else TANPA_ISI


def _isi(isi: IsiLaporan, bagian: Bagian, sasaran: BarisSasaran | None) -> Sequence[Blok]:
    if sasaran is not None:
        buat = _SASARAN.get(bagian.angka)
        return buat(sasaran) if buat else []
    if bagian.angka is Angka.RINGKASAN:
        return [*tabel.ringkasan(isi), *gambar_laporan(isi)]
    if bagian.angka is Angka.PK:
        return tahunan.ringkasan_pk(isi)
    if bagian.angka is Angka.ANGGARAN:
        masa = (Masa.SEM1, Masa.SEM2, Masa.TAHUN)
        return [tabel.anggaran(isi, masa), *tabel.belum_diisi(isi, Masa.TAHUN)]
    return []

"""From a year's facts to the computed content of its triwulan, semester and yearly reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja.domain.laporan_banding import bandingkan, runtun
from kinerja.domain.laporan_data import DataLaporan
from kinerja.domain.laporan_hitung import baris_sasaran, hitung_anggaran
from kinerja.domain.laporan_isi import IsiLaporan, JenisLaporan
from kinerja.domain.masa import MASA_TAHUNAN, Masa, masa_semester, masa_triwulan


def susun_triwulan(data: DataLaporan, triwulan: int) -> IsiLaporan:
    """Report of triwulan 1–4: the triwulan itself and everything up to it."""
    masa = masa_triwulan(triwulan)
    return _susun(data, JenisLaporan.TRIWULAN, triwulan, masa, masa[0])


def susun_semester(data: DataLaporan, semester: int) -> IsiLaporan:
    """Report of semester 1–2: its two triwulan side by side, and the semester combined from them."""
    masa = masa_semester(semester)
    return _susun(data, JenisLaporan.SEMESTER, semester, masa, masa[-1])


def susun_tahunan(
    data: DataLaporan, lalu: IsiLaporan | None = None, lama: Sequence[IsiLaporan] = ()
) -> IsiLaporan:
    """The yearly report, with efficiency per sasaran; ``lalu`` is last year's frozen yearly report.

    ``lama``: the frozen yearly reports of the years before that. Raises ``ValueError`` when ``lalu`` is not
    the yearly report of the year before, or one of ``lama`` is not a yearly report of an earlier year.
    """
    isi = _susun(data, JenisLaporan.TAHUNAN, 1, MASA_TAHUNAN, Masa.TAHUN)
    if lalu is not None and (lalu.jenis is not JenisLaporan.TAHUNAN or lalu.tahun != data.tahun - 1):
        raise ValueError("lalu must be the yearly report of the year before")
    if any(satu.jenis is not JenisLaporan.TAHUNAN or satu.tahun >= data.tahun for satu in lama):
        raise ValueError("lama must be yearly reports of earlier years")
    dulu = [*lama, *([lalu] if lalu else [])]
    sasaran = []
    for baris, asal in zip(isi.sasaran, data.sasaran, strict=True):
        satu = runtun(baris, asal.indikator, dulu, data.tahun)
        sasaran.append(bandingkan(satu, asal.indikator, lalu) if lalu else satu)
    return replace(isi, sasaran=tuple(sasaran))


def _susun(data: DataLaporan, jenis: JenisLaporan, ke: int, masa: Sequence[Masa], utama: Masa) -> IsiLaporan:
    program = [satu for sasaran in data.sasaran for satu in sasaran.program]
    return IsiLaporan(
        jenis=jenis,
        tahun=data.tahun,
        ke=ke,
        versi_pk=data.versi_pk,
        aturan=data.aturan,
        masa=tuple(masa),
        masa_utama=utama,
        sasaran=tuple(baris_sasaran(satu, masa, utama, data.aturan) for satu in data.sasaran),
        anggaran=tuple(hitung_anggaran(program, satu) for satu in masa),
    )

"""Step 6: the two triwulan side by side from their frozen reports, and the division of the work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kinerja.domain.angka import tulis_persen, tulis_rupiah
from kinerja.domain.capaian import BELUM_DIISI, BELUM_DITARGETKAN, Capaian, tulis_realisasi, tulis_target
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.laporan_isi import Anggaran, BarisIndikator, IsiLaporan, Ukuran
from kinerja.models.basis_data import db
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.laporan.verba import isi_laporan
from kinerja.operations.pembagian_tugas import laporan_bagian
from kinerja.operations.tugas import Pekerjaan
from kinerja.web.pembagian_tugas_formulir import bagian_tugas, form_pembagian


@dataclass(frozen=True)
class Sel:
    """The figures of one indikator in one triwulan, written out; ``sebab`` says why one is missing."""

    target: str
    realisasi: str
    capaian: str
    sebab: str = ""


_TIDAK_ADA = "tidak ada pada laporan ini"
KOSONG = Sel(_TIDAK_ADA, _TIDAK_ADA, _TIDAK_ADA, _TIDAK_ADA)


@dataclass(frozen=True)
class Baris:
    """One indikator over the triwulan of the semester."""

    nomor: str
    uraian: str
    satuan: str
    sel: tuple[Sel, ...]


@dataclass(frozen=True)
class BarisUang:
    """The money of the office in one triwulan."""

    triwulan: str
    realisasi: str
    serapan: str


@dataclass(frozen=True)
class Rekap:
    """``triwulan``: name, period id and whether its report is frozen; the tables only of the frozen ones."""

    triwulan: tuple[tuple[str, int, bool], ...]
    kolom: tuple[str, ...]
    baris: tuple[Baris, ...]
    uang: tuple[BarisUang, ...]


def konteks(kerja: Pekerjaan, _pelaku: Pelaku) -> dict[str, Any]:
    """The recap and the form."""
    tugas = kerja.tugas
    bagian = bagian_tugas(tugas)
    return {
        "rekap": rekap_dari(laporan_bagian(db.session(), tugas.periode)),
        "bagian": bagian,
        "belum_dikirim": [b for b in bagian if b.disposisi_id is None],
        "semua_tersimpan": bool(bagian) and all(b.tersimpan for b in bagian),
        "form_pembagian": form_pembagian(tugas),
    }


def rekap_dari(semua: list[tuple[Periode, Laporan | None]]) -> Rekap:
    """The figures as the frozen reports hold them; nothing is worked out anew."""
    beku = [(p, isi_laporan(laporan)) for p, laporan in semua if laporan is not None]
    urut: dict[int, BarisIndikator] = {}
    for _, isi in beku:
        urut |= {i.id: i for s in isi.sasaran for i in s.indikator}
    return Rekap(
        triwulan=tuple((p.nama, p.id, laporan is not None) for p, laporan in semua),
        kolom=tuple(p.nama for p, _ in beku),
        baris=tuple(
            Baris(i.nomor, i.uraian, i.satuan, tuple(_sel(isi, i.id) for _, isi in beku))
            for i in urut.values()
        ),
        uang=tuple(_uang(p.nama, isi.anggaran_pada(isi.masa_utama)) for p, isi in beku),
    )


def _sel(isi: IsiLaporan, indikator_id: int) -> Sel:
    for sasaran in isi.sasaran:
        for indikator in sasaran.indikator:
            if indikator.id == indikator_id:
                return _tulis(indikator, indikator.pada(isi.masa_utama))
    return KOSONG


def _tulis(indikator: BarisIndikator, ukuran: Ukuran) -> Sel:
    return Sel(
        target=tulis_target(ukuran.target, indikator.jenis_target) if ukuran.target else BELUM_DITARGETKAN,
        realisasi=(
            tulis_realisasi(ukuran.realisasi, indikator.jenis_target)
            if ukuran.realisasi
            else ukuran.alasan or ukuran.capaian.alasan or BELUM_DIISI
        ),
        capaian=_persen(ukuran.capaian),
        sebab=ukuran.capaian.alasan or "",
    )


def _persen(capaian: Capaian) -> str:
    return (capaian.alasan or BELUM_DIISI) if capaian.nilai is None else tulis_persen(capaian.nilai)


def _uang(nama: str, anggaran: Anggaran) -> BarisUang:
    realisasi = BELUM_DIISI if anggaran.realisasi is None else tulis_rupiah(anggaran.realisasi)
    return BarisUang(nama, realisasi, _persen(anggaran.serapan))

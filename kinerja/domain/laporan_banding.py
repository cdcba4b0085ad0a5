"""This year's figures against earlier frozen reports; differences of percentages are poin persen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, localcontext

from kinerja.domain.angka import KONTEKS
from kinerja.domain.laporan_data import DataIndikator
from kinerja.domain.laporan_hitung import DARI_KARTU
from kinerja.domain.laporan_isi import (
    Banding,
    BarisIndikator,
    BarisSasaran,
    IsiLaporan,
    TahunSilam,
)
from kinerja.domain.masa import Masa
from kinerja.domain.target import JenisTarget

CARA_BERUBAH = "cara menghitung capaian tidak sama dengan tahun lalu"
DARI_KARTU_LALU = "angka tahun lalu diambil dari kartu indikator"
TANPA_CAPAIAN = "capaian tahun ini atau tahun lalu tidak ada"
PALING_BANYAK = 5
"""Earlier years that a report looks back on: the span of a Renstra."""


def bandingkan(baris: BarisSasaran, indikator: Sequence[DataIndikator], lalu: IsiLaporan) -> BarisSasaran:
    """Put last year beside a sasaran and its indikator, where last year's report has them."""
    lama = [satu for sasaran in lalu.sasaran for satu in sasaran.indikator]
    isi = tuple(
        _beri_banding(ini, _cari_indikator(data, lama))
        for ini, data in zip(baris.indikator, indikator, strict=True)
    )
    sasaran_lalu = [satu for satu in lalu.sasaran if _kunci(satu.uraian) == _kunci(baris.uraian)]
    if len(sasaran_lalu) != 1:
        return replace(baris, indikator=isi)
    kini, dulu = (satu.capaian_pada(Masa.TAHUN).capaian for satu in (baris, sasaran_lalu[0]))
    selisih = _kurang(kini.nilai, dulu.nilai)
    banding = Banding(None, dulu, None, selisih, TANPA_CAPAIAN if selisih is None else None)
    return replace(baris, indikator=isi, banding=banding)


def runtun(
    baris: BarisSasaran, indikator: Sequence[DataIndikator], lama: Sequence[IsiLaporan], tahun: int
) -> BarisSasaran:
    """Put the earlier years beside each indikator: from frozen yearly reports, else from its card.

    A frozen figure takes the place of one typed on the card for the same year. ``lama`` in any order;
    ``tahun``: the year of this report. What the card says of last year is compared with, too.
    """
    urut = sorted(lama, key=lambda satu: satu.tahun)
    isi = []
    for ini, data in zip(baris.indikator, indikator, strict=True):
        satu = replace(ini, riwayat=_riwayat(ini, data, urut))
        lalu = next((r for r in satu.riwayat if r.tahun == tahun - 1 and r.sumber == DARI_KARTU), None)
        isi.append(satu if lalu is None else replace(satu, banding=_banding_kartu(satu, lalu)))
    return replace(baris, indikator=tuple(isi))


def _banding_kartu(kini: BarisIndikator, lalu: TahunSilam) -> Banding:
    ukuran = kini.pada(Masa.TAHUN)
    angka = kini.jenis_target is not JenisTarget.PREDIKAT
    beda = _kurang_teks(ukuran.realisasi, lalu.realisasi) if angka else None
    selisih = _kurang(ukuran.capaian.nilai, lalu.capaian.nilai)
    catatan = DARI_KARTU_LALU if selisih is not None else f"{DARI_KARTU_LALU}; {TANPA_CAPAIAN}"
    return Banding(lalu.realisasi, lalu.capaian, beda, selisih, catatan)


def _riwayat(kini: BarisIndikator, data: DataIndikator, lama: Sequence[IsiLaporan]) -> tuple[TahunSilam, ...]:
    hasil = {satu.tahun: satu for satu in kini.riwayat}
    for laporan in lama:
        dulu = _cari_indikator(data, [i for s in laporan.sasaran for i in s.indikator])
        if dulu is None or dulu.jenis_target is not kini.jenis_target:
            continue
        u = dulu.pada(Masa.TAHUN)
        asal = f"Laporan Kinerja {laporan.tahun}"
        hasil[laporan.tahun] = TahunSilam(laporan.tahun, u.target, u.realisasi, u.capaian, asal)
    return tuple(hasil[ke] for ke in sorted(hasil)[-PALING_BANYAK:])


def _kunci(teks: str) -> str:
    return " ".join(teks.split()).casefold()


def _cari_indikator(data: DataIndikator, lama: Sequence[BarisIndikator]) -> BarisIndikator | None:
    """The one it continues: by id where that is known, else the only one of the same words and unit."""
    if data.sebelumnya_id is not None:
        return next((satu for satu in lama if satu.id == data.sebelumnya_id), None)
    kunci = _kunci(data.uraian), _kunci(data.satuan)
    sama = [satu for satu in lama if (_kunci(satu.uraian), _kunci(satu.satuan)) == kunci]
    return sama[0] if len(sama) == 1 else None


def _beri_banding(kini: BarisIndikator, dulu: BarisIndikator | None) -> BarisIndikator:
    if dulu is None:
        return kini
    ukuran, ukuran_lalu = kini.pada(Masa.TAHUN), dulu.pada(Masa.TAHUN)
    selisih = _kurang(ukuran.capaian.nilai, ukuran_lalu.capaian.nilai)
    catatan = TANPA_CAPAIAN if selisih is None else None
    if (kini.metode, kini.jenis_target, kini.tipe, kini.skala) != (
        dulu.metode,
        dulu.jenis_target,
        dulu.tipe,
        dulu.skala,
    ):
        catatan = CARA_BERUBAH
    angka = JenisTarget.PREDIKAT not in (kini.jenis_target, dulu.jenis_target)
    sebanding = angka and _kunci(kini.satuan) == _kunci(dulu.satuan)
    beda = _kurang_teks(ukuran.realisasi, ukuran_lalu.realisasi) if sebanding else None
    return replace(kini, banding=Banding(ukuran_lalu.realisasi, ukuran_lalu.capaian, beda, selisih, catatan))


def _kurang(kini: Decimal | None, dulu: Decimal | None) -> Decimal | None:
    if kini is None or dulu is None:
        return None
    with localcontext(KONTEKS):
        return kini - dulu


def _kurang_teks(kini: str | None, dulu: str | None) -> Decimal | None:
    return None if kini is None or dulu is None else _kurang(Decimal(kini), Decimal(dulu))

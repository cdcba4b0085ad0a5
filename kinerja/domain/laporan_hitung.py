"""The figures of one indikator, program and sasaran in each span of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation, localcontext

from kinerja.domain.angka import KONTEKS, rapikan
from kinerja.domain.aturan import Aturan
from kinerja.domain.capaian import (
    BELUM_DIISI,
    Capaian,
    Tipe,
    hitung_capaian,
    kalimat_rumus,
    persentase,
    rata_capaian,
)
from kinerja.domain.gabung import gabung_realisasi, gabung_target
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.laporan_data import DataIndikator, DataProgram, DataRealisasi, DataSasaran, DataTahun
from kinerja.domain.laporan_isi import (
    Anggaran,
    BarisIndikator,
    BarisProgram,
    BarisSasaran,
    CapaianSasaran,
    Efisiensi,
    Patokan,
    TahunSilam,
    Ukuran,
    UraianTriwulan,
)
from kinerja.domain.masa import Masa
from kinerja.domain.nisbah import Hasil, Nisbah, gabung_kumulatif
from kinerja.domain.target import satuan_persen

PERSEN_TIDAK_DIJUMLAHKAN = "persentase tidak dijumlahkan: ubah tipe penghitungan indikator ini"
DARI_KARTU = "kartu indikator"
TAK_SEBANDING = "tidak sebanding dengan jenis target sekarang"
EFISIEN = "efisien"
KURANG_EFISIEN = "kurang efisien"
TIDAK_DAPAT_DIHITUNG = "tidak dapat dihitung"
_KOSONG = DataRealisasi(None)


def ukur(indikator: DataIndikator, masa: Masa, aturan: Aturan) -> Ukuran:
    """Target, realisasi and capaian in one span.

    The year is held against the yearly target of the PK, every other span against its triwulan targets
    combined by the indikator's type. A kumulatif indikator in "%" has no figure beyond one triwulan:
    percentages are not added.
    """
    target = indikator.target_tahun if masa is Masa.TAHUN else _target(indikator, masa)
    if indikator.nisbah is not None and indikator.tipe is Tipe.KUMULATIF:
        return _ukur_nisbah(indikator, indikator.nisbah, masa, target, aturan)
    if len(masa.triwulan) > 1 and _persen_kumulatif(indikator):
        target = target if masa is Masa.TAHUN else None
        alasan = PERSEN_TIDAK_DIJUMLAHKAN
        return Ukuran(masa, target, None, alasan, Capaian(None, alasan))
    isian = [indikator.realisasi.get(ke, _KOSONG) for ke in masa.triwulan]
    nilai = [None if satu.na else satu.nilai for satu in isian]
    realisasi = gabung_realisasi(nilai, indikator.tipe, indikator.jenis_target)
    alasan_kosong = _alasan_kosong(isian, indikator.nisbah)
    capaian = _capaian(indikator, target, realisasi, alasan_kosong, aturan)
    sebab = alasan_kosong if realisasi is None else None
    return Ukuran(masa, target, realisasi, sebab, capaian, *_dua_angka(indikator, isian))


def _ukur_nisbah(
    indikator: DataIndikator, nisbah: Nisbah, masa: Masa, target: str | None, aturan: Aturan
) -> Ukuran:
    """A kumulatif part of a whole: the sums are divided, of the triwulan that were filled."""
    isian = [indikator.realisasi.get(ke, _KOSONG) for ke in masa.triwulan]
    terisi = [(satu.pembilang, satu.penyebut) for satu in isian if _terisi(satu)]
    hasil = gabung_kumulatif(nisbah, terisi) if terisi else Hasil(None, _alasan_kosong(isian, nisbah))
    capaian = _capaian(indikator, target, hasil.nilai, hasil.alasan or BELUM_DIISI, aturan)
    return Ukuran(masa, target, hasil.nilai, hasil.alasan, capaian, hasil.pembilang, hasil.penyebut)


def _terisi(isian: DataRealisasi) -> bool:
    return not isian.na and (bool(isian.nilai) or isian.pembilang is not None)


def _dua_angka(indikator: DataIndikator, isian: Sequence[DataRealisasi]) -> tuple[str | None, str | None]:
    """The pair behind the realisasi: of the last filled triwulan; a mean of several has none."""
    terisi = [satu for satu in isian if not satu.na and satu.nilai]
    if indikator.nisbah is None or not terisi or (indikator.tipe is Tipe.RATA_RATA and len(isian) > 1):
        return None, None
    return terisi[-1].pembilang, terisi[-1].penyebut


def _capaian(
    indikator: DataIndikator, target: str | None, realisasi: str | None, alasan_kosong: str, aturan: Aturan
) -> Capaian:
    return hitung_capaian(
        indikator.metode,
        target,
        realisasi,
        jenis=indikator.jenis_target,
        skala=indikator.skala,
        batas=aturan.batas,
        pin_negatif_b=aturan.pin_negatif_b,
        alasan_kosong=alasan_kosong,
    )


def _target(indikator: DataIndikator, masa: Masa) -> str | None:
    target = [indikator.target_triwulan[ke - 1] for ke in masa.triwulan]
    if len(target) == 1:
        return target[0]
    tipe = indikator.tipe
    if indikator.nisbah is not None and tipe is Tipe.KUMULATIF:  # the targets are percentages, not counts
        tipe = Tipe.POSISI_AKHIR
    return gabung_target(target, tipe, indikator.jenis_target)


def _persen_kumulatif(indikator: DataIndikator) -> bool:
    return indikator.tipe is Tipe.KUMULATIF and satuan_persen(indikator.satuan)


def _alasan_kosong(isian: Sequence[DataRealisasi], nisbah: Nisbah | None = None) -> str:
    """ "n/a" with its reasons when every triwulan of the span is n/a, a penyebut of 0, else "belum diisi"."""
    if nisbah is not None and any(_terisi(satu) and not satu.nilai for satu in isian):
        return nisbah.penyebut_nol
    if not all(satu.na for satu in isian):
        return BELUM_DIISI
    alasan = dict.fromkeys(satu.alasan_na.strip() for satu in isian if satu.alasan_na.strip())
    return f"n/a: {'; '.join(alasan)}" if alasan else "n/a"


def baris_indikator(
    indikator: DataIndikator, masa: Sequence[Masa], utama: Masa, aturan: Aturan
) -> BarisIndikator:
    """One indikator with all its columns and what its unit wrote in the triwulan of the report."""
    ukuran = tuple(ukur(indikator, satu, aturan) for satu in masa)
    dari = {satu.masa: satu for satu in ukuran}
    return BarisIndikator(
        id=indikator.id,
        nomor=indikator.nomor,
        uraian=indikator.uraian,
        satuan=indikator.satuan,
        metode=indikator.metode,
        tipe=indikator.tipe,
        jenis_target=indikator.jenis_target,
        skala=indikator.skala,
        penanggung_jawab=indikator.penanggung_jawab,
        rumus=kalimat_rumus(indikator.metode, indikator.jenis_target, indikator.skala, indikator.nisbah),
        target_tahun=indikator.target_tahun,
        target_triwulan=indikator.target_triwulan,
        ukuran=ukuran,
        uraian_triwulan=tuple(
            _uraian(ke, indikator.realisasi[ke]) for ke in utama.triwulan if ke in indikator.realisasi
        ),
        predikat=aturan.predikat.untuk(dari[utama].capaian.nilai),
        renstra=patokan(indikator, indikator.target_renstra, dari.get(Masa.TAHUN), aturan),
        standar=patokan(
            indikator,
            indikator.standar_nasional,
            dari.get(Masa.TAHUN),
            aturan,
            sumber=indikator.standar_sumber.strip(),
        ),
        riwayat=riwayat_kartu(indikator, aturan) if Masa.TAHUN in dari else (),
        kegiatan=indikator.kegiatan,
        nisbah=indikator.nisbah,
    )


def patokan(
    indikator: DataIndikator, target: str | None, tahun: Ukuran | None, aturan: Aturan, sumber: str = ""
) -> Patokan | None:
    """The year's realisasi against a renstra target or national standard, where the card names one."""
    if tahun is None or not target:
        return None
    capaian = _capaian(indikator, target, tahun.realisasi, tahun.alasan or BELUM_DIISI, aturan)
    return Patokan(target, capaian, sumber)


def riwayat_kartu(indikator: DataIndikator, aturan: Aturan) -> tuple[TahunSilam, ...]:
    """The years before kinerja that were typed on the card, oldest first, by the formula of today."""
    return tuple(_tahun_silam(indikator, satu, aturan) for satu in sorted(indikator.riwayat, key=_tahun))


def _tahun(satu: DataTahun) -> int:
    return satu.tahun


def _tahun_silam(indikator: DataIndikator, satu: DataTahun, aturan: Aturan) -> TahunSilam:
    try:
        capaian = _capaian(indikator, satu.target, satu.realisasi, BELUM_DIISI, aturan)
    except (MasukanSalah, InvalidOperation):  # typed for another kind of target than the card has now
        return TahunSilam(satu.tahun, None, None, Capaian(None, TAK_SEBANDING), DARI_KARTU)
    return TahunSilam(satu.tahun, satu.target, satu.realisasi, capaian, DARI_KARTU)


def _uraian(triwulan: int, isian: DataRealisasi) -> UraianTriwulan:
    return UraianTriwulan(
        triwulan, isian.faktor_pendukung, isian.hambatan, isian.tindak_lanjut, isian.jumlah_bukti
    )


def hitung_anggaran(program: Iterable[DataProgram], masa: Masa) -> Anggaran:
    """Pagu of the year and money spent in the span, of one program or several together."""
    daftar = tuple(program)
    sel = [satu.realisasi_anggaran.get(ke) for satu in daftar for ke in masa.triwulan]
    terisi = [satu for satu in sel if satu is not None]
    with localcontext(KONTEKS):
        pagu = sum((satu.pagu for satu in daftar), Decimal(0))
        realisasi = sum(terisi, Decimal(0)) if terisi else None
    return Anggaran(masa, pagu, realisasi, persentase(realisasi, pagu), len(sel) - len(terisi))


def baris_program(program: DataProgram, masa: Sequence[Masa]) -> BarisProgram:
    """One program with all its columns."""
    anggaran = tuple(hitung_anggaran((program,), satu) for satu in masa)
    return BarisProgram(program.id, program.nomor, program.nama, program.keterangan, program.pagu, anggaran)


def baris_sasaran(sasaran: DataSasaran, masa: Sequence[Masa], utama: Masa, aturan: Aturan) -> BarisSasaran:
    """One sasaran with its rows, its mean capaian and its money per column."""
    indikator = tuple(baris_indikator(satu, masa, utama, aturan) for satu in sasaran.indikator)
    capaian = {satu: _capaian_sasaran(indikator, satu) for satu in masa}
    anggaran = {satu: hitung_anggaran(sasaran.program, satu) for satu in masa}
    tahunan = utama is Masa.TAHUN
    return BarisSasaran(
        id=sasaran.id,
        nomor=sasaran.nomor,
        uraian=sasaran.uraian,
        indikator=indikator,
        program=tuple(baris_program(satu, masa) for satu in sasaran.program),
        capaian=tuple(capaian.values()),
        anggaran=tuple(anggaran.values()),
        predikat=aturan.predikat.untuk(capaian[utama].capaian.nilai),
        efisiensi=efisiensi(capaian[utama].capaian, anggaran[utama].serapan) if tahunan else None,
    )


def _capaian_sasaran(indikator: Sequence[BarisIndikator], masa: Masa) -> CapaianSasaran:
    capaian = [satu.pada(masa).capaian for satu in indikator]
    return CapaianSasaran(masa, rata_capaian(capaian), sum(satu.ada for satu in capaian), len(capaian))


def efisiensi(capaian: Capaian, serapan: Capaian) -> Efisiensi:
    """Bab III.A.6: "efisien" when capaian % is at least the budget use %; either missing, no answer."""
    if capaian.nilai is None or serapan.nilai is None:
        return Efisiensi(None, TIDAK_DAPAT_DIHITUNG)
    with localcontext(KONTEKS):
        selisih = capaian.nilai - serapan.nilai
    return Efisiensi(selisih, EFISIEN if rapikan(selisih) >= 0 else KURANG_EFISIEN)

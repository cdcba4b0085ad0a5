"""The card and the figures of one indikator: what differs between a frozen report and the present data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kinerja.domain.beda_angka import TIDAK_ADA, Beda, adanya, beda_capaian, beda_teks, berpasangan, pasang
from kinerja.domain.laporan_isi import (
    BarisIndikator,
    BarisSasaran,
    Patokan,
    TahunSilam,
    Ukuran,
    UraianTriwulan,
)
from kinerja.domain.masa import ROMAWI, Masa
from kinerja.domain.target import JenisTarget, tulis_realisasi, tulis_skala, tulis_target

_PANJANG = 120


def beda_indikator(apa: str, lama: BarisIndikator, baru: BarisIndikator) -> Iterator[Beda]:
    kartu: Mapping[str, Callable[[BarisIndikator], str]] = {
        "Nomor": lambda i: i.nomor,
        "Bunyi indikator": lambda i: i.uraian,
        "Satuan": lambda i: i.satuan,
        "Cara menghitung": lambda i: i.metode.label,
        "Tipe penghitungan": lambda i: i.tipe.label,
        "Jenis target": lambda i: i.jenis_target.label,
        "Urutan predikat": lambda i: tulis_skala(i.skala),
        "Penanggung jawab": lambda i: i.penanggung_jawab,
        "Target setahun": lambda i: tulis_target(i.target_tahun, i.jenis_target),
    }
    for ukuran, baca in kartu.items():
        yield from beda_teks(apa, ukuran, "", baca(lama), baca(baru), baru.id)
    for ke, (dulu, kini) in enumerate(zip(lama.target_triwulan, baru.target_triwulan, strict=True)):
        teks = tulis_target(dulu, lama.jenis_target), tulis_target(kini, baru.jenis_target)
        yield from beda_teks(apa, "Target", f"Triwulan {ROMAWI[ke]}", *teks, baru.id)
    for u_dulu, u_kini in berpasangan(lama.ukuran, baru.ukuran, lambda u: u.masa.value):
        yield from _ukuran(apa, lama, u_dulu, baru, u_kini)
    yield from beda_teks(apa, "Predikat", "", lama.predikat or "", baru.predikat or "", baru.id)
    yield from _patokan(apa, "Target Renstra", lama.renstra, lama, baru.renstra, baru)
    yield from _patokan(apa, "Standar nasional", lama.standar, lama, baru.standar, baru)
    yield from beda_banding(apa, lama, baru, baru.id)
    if lama.riwayat:
        for t_dulu, t_kini, t_ada in pasang(lama.riwayat, baru.riwayat, lambda t: t.tahun):
            yield from _silam(apa, str(t_ada.tahun), t_dulu, t_kini, baru)
    for r_dulu, r_kini, r_ada in pasang(lama.uraian_triwulan, baru.uraian_triwulan, lambda u: u.triwulan):
        yield from _uraian(apa, f"Triwulan {ROMAWI[r_ada.triwulan - 1]}", r_dulu, r_kini, baru.id)


def _ukuran(
    apa: str, lama: BarisIndikator, dulu: Ukuran, baru: BarisIndikator, kini: Ukuran
) -> Iterator[Beda]:
    masa = kini.masa.label
    if len(kini.masa.triwulan) > 1 and kini.masa is not Masa.TAHUN:  # the others are on the card already
        teks = tulis_target(dulu.target, lama.jenis_target), tulis_target(kini.target, baru.jenis_target)
        yield from beda_teks(apa, "Target", masa, *teks, baru.id)
    if (dulu.realisasi, dulu.alasan) != (kini.realisasi, kini.alasan):
        tertulis = _realisasi(dulu, lama), _realisasi(kini, baru)
        if tertulis[0] == tertulis[1]:
            tertulis = dulu.realisasi or "", kini.realisasi or ""
        yield Beda(apa, "Realisasi", masa, *tertulis, baru.id)
    yield from beda_capaian(apa, "Capaian", masa, dulu.capaian, kini.capaian, baru.id)


def _realisasi(satu: Ukuran, indikator: BarisIndikator) -> str:
    if satu.realisasi is None:
        return satu.alasan or TIDAK_ADA
    return tulis_realisasi(satu.realisasi, indikator.jenis_target)


def _patokan(
    apa: str,
    nama: str,
    dulu: Patokan | None,
    lama: BarisIndikator,
    kini: Patokan | None,
    baru: BarisIndikator,
) -> Iterator[Beda]:
    teks = [tulis_target(p.target, i.jenis_target) if p else "" for p, i in ((dulu, lama), (kini, baru))]
    yield from beda_teks(apa, nama, "", teks[0], teks[1], baru.id)
    if dulu is not None and kini is not None:
        yield from beda_capaian(apa, f"Capaian terhadap {nama}", "", dulu.capaian, kini.capaian, baru.id)


def beda_banding(
    apa: str, lama: BarisIndikator | BarisSasaran, baru: BarisIndikator | BarisSasaran, id_: int | None
) -> Iterator[Beda]:
    """Last year's figures beside this year's, as last year's report now has them."""
    dulu, kini = lama.banding, baru.banding
    if dulu is None or kini is None:
        if dulu is not kini:
            yield adanya(apa, "Perbandingan dengan tahun lalu", dulu is not None, id_)
        return
    jenis = baru.jenis_target if isinstance(baru, BarisIndikator) else JenisTarget.ANGKA
    tertulis = [tulis_realisasi(b.realisasi_lalu, jenis) for b in (dulu, kini)]
    yield from beda_teks(apa, "Realisasi tahun lalu", "", tertulis[0], tertulis[1], id_)
    yield from beda_capaian(apa, "Capaian tahun lalu", "", dulu.capaian_lalu, kini.capaian_lalu, id_)


def _silam(
    apa: str, tahun: str, dulu: TahunSilam | None, kini: TahunSilam | None, indikator: BarisIndikator
) -> Iterator[Beda]:
    tertulis = [
        f"target {tulis_target(t.target, indikator.jenis_target)}, "
        f"realisasi {tulis_realisasi(t.realisasi, indikator.jenis_target)}"
        if t
        else ""
        for t in (dulu, kini)
    ]
    yield from beda_teks(apa, "Tahun sebelumnya", tahun, tertulis[0], tertulis[1], indikator.id)
    if dulu is not None and kini is not None:
        yield from beda_capaian(apa, "Capaian", tahun, dulu.capaian, kini.capaian, indikator.id)


def _uraian(
    apa: str, masa: str, dulu: UraianTriwulan | None, kini: UraianTriwulan | None, id_: int
) -> Iterator[Beda]:
    kosong = UraianTriwulan(0, "", "", "", 0)
    lama, baru = dulu or kosong, kini or kosong
    for ukuran, nama in (
        ("Faktor pendukung", "faktor_pendukung"),
        ("Hambatan", "hambatan"),
        ("Tindak lanjut", "tindak_lanjut"),
    ):
        satu, dua = getattr(lama, nama), getattr(baru, nama)
        if satu != dua:
            yield Beda(apa, ukuran, masa, _ringkas(satu), _ringkas(dua), id_)
    jumlah = str(lama.jumlah_bukti), str(baru.jumlah_bukti)
    yield from beda_teks(apa, "Jumlah bukti", masa, *jumlah, id_)


def _ringkas(teks: str) -> str:
    rapi = " ".join(teks.split())
    return (rapi if len(rapi) <= _PANJANG else rapi[: _PANJANG - 1] + "…") or TIDAK_ADA

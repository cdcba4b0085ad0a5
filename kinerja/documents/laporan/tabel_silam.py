"""Bab III.A.2 of the yearly report: this year beside last year and several years before."""

from __future__ import annotations

from kinerja.documents.blok import Baris, Blok, Keterangan, Kolom, Tabel
from kinerja.documents.laporan import kata
from kinerja.domain.angka import tulis_poin_persen
from kinerja.domain.laporan_isi import BarisIndikator, BarisSasaran
from kinerja.domain.masa import Masa
from kinerja.domain.target import tulis_realisasi

_TAHUN = Masa.TAHUN
_NOMOR = Kolom("No", 6, "tengah")
TANPA_LALU = "Angka tahun lalu tidak ada, baik dalam laporan yang dibekukan maupun pada kartu indikator."
TANPA_SILAM = "Angka tahun-tahun sebelum tahun lalu tidak ada, jadi hanya tahun lalu yang dibandingkan."


def tahun_lalu(sasaran: BarisSasaran) -> list[Blok]:
    """III.A.2: last year beside this one, then every earlier year that is known."""
    ada = [i for i in sasaran.indikator if i.banding is not None]
    tanpa = [i.nomor for i in sasaran.indikator if i.banding is None]
    isi: list[Blok] = []
    if ada:
        isi.append(Tabel(_kolom_banding(), tuple(_banding(i) for i in ada)))
        catatan = [
            f"Indikator {i.nomor}: {i.banding.catatan}." for i in ada if i.banding and i.banding.catatan
        ]
        if tanpa:
            catatan.append(f"Indikator {', '.join(tanpa)}: angka tahun lalu tidak ada.")
        isi.extend([Keterangan(tuple(catatan))] if catatan else [])
    else:
        isi.append(Keterangan((TANPA_LALU,)))
    return [*isi, *_silam(sasaran, ada_lalu=bool(ada))]


def _kolom_banding() -> tuple[Kolom, ...]:
    return (
        _NOMOR,
        Kolom("Indikator Kinerja", 26),
        Kolom("Tahun lalu", 11, "tengah", "Realisasi"),
        Kolom("Tahun ini", 11, "tengah", "Realisasi"),
        Kolom("Selisih", 12, "tengah", "Realisasi"),
        Kolom("Tahun lalu", 11, "tengah", "Capaian"),
        Kolom("Tahun ini", 11, "tengah", "Capaian"),
        Kolom("Selisih", 12, "tengah", "Capaian"),
    )


def _banding(i: BarisIndikator) -> Baris:
    b, ini = i.banding, i.pada(_TAHUN)
    assert b is not None  # noqa: S101 (only rows that have one come here)
    lalu = tulis_realisasi(b.realisasi_lalu, i.jenis_target)
    poin = tulis_poin_persen(b.selisih_capaian) if b.selisih_capaian is not None else kata.KOSONG
    realisasi = (lalu, kata.realisasi(ini, i), kata.selisih(b.selisih_realisasi, i))
    return Baris(
        (i.nomor, i.uraian, *realisasi, kata.capaian(b.capaian_lalu), kata.capaian(ini.capaian), poin)
    )


def _silam(sasaran: BarisSasaran, *, ada_lalu: bool) -> list[Blok]:
    """A row a year; silent where nothing but last year is known."""
    tahun = {r.tahun for i in sasaran.indikator for r in i.riwayat}
    if not tahun or (ada_lalu and len(tahun) < 2):
        return [Keterangan((TANPA_SILAM,))] if ada_lalu else []
    kolom = (
        _NOMOR,
        Kolom("Indikator Kinerja", 34),
        Kolom("Tahun", 9, "tengah"),
        Kolom("Target", 11, "tengah"),
        Kolom("Realisasi", 12, "tengah"),
        Kolom("Capaian", 12, "tengah"),
        Kolom("Sumber", 16),
    )
    baris = [b for i in sasaran.indikator if i.riwayat for b in _runtun(i)]
    return [Tabel(kolom, tuple(baris), judul="Perkembangan beberapa tahun")]


def _runtun(i: BarisIndikator) -> list[Baris]:
    hasil = []
    for urut, r in enumerate(i.riwayat):
        awal = ("", "") if urut else (i.nomor, f"{i.uraian} ({i.satuan})")
        target, realisasi = kata.target(r.target, i), tulis_realisasi(r.realisasi, i.jenis_target)
        sel = (*awal, str(r.tahun), target, realisasi, kata.capaian(r.capaian), r.sumber)
        hasil.append(Baris(sel, sambung=2 if urut else 0))
    ini = i.pada(_TAHUN)
    angka = (kata.target(ini.target, i), kata.realisasi(ini, i), kata.capaian(ini.capaian))
    return [*hasil, Baris(("", "", "Tahun ini", *angka, "laporan ini"), jumlah=True, sambung=2)]

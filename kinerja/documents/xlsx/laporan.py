"""The tables of a report as sheets, from the figures stored with it; nothing is reckoned anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja.documents.xlsx.tabel import PEMBULATAN, Isi, Tabel
from kinerja.domain.aturan import kalimat_aturan
from kinerja.domain.capaian import BELUM_DIISI, Capaian
from kinerja.domain.laporan_isi import BarisIndikator, BarisSasaran, IsiLaporan, JenisLaporan, Ukuran
from kinerja.domain.lembar_isian import JenisKolom, Kolom
from kinerja.domain.masa import ROMAWI
from kinerja.domain.target import KOSONG, JenisTarget, tulis_target

_ANGKA, _PERSEN, _RUPIAH = JenisKolom.ANGKA, JenisKolom.PERSEN, JenisKolom.RUPIAH
_POIN = JenisKolom.POIN


def tabel_laporan(isi: IsiLaporan) -> list[Tabel]:
    """Every table of figures of a report, its columns and digits those of the report."""
    hasil = [_sasaran(isi), _indikator(isi), _anggaran(isi)]
    if isi.jenis is JenisLaporan.TAHUNAN:
        hasil += [_perbandingan(isi), _tahun_silam(isi), _efisiensi(isi)]
    return [replace(satu, desimal=isi.aturan.desimal) for satu in (*hasil, _uraian(isi))]


def nilai_capaian(nilai: Capaian) -> Isi:
    """The unrounded percentage, or the words that stand in its place."""
    return nilai.nilai if nilai.nilai is not None else nilai.alasan


def nilai_target(teks: str | None, jenis: JenisTarget) -> Isi:
    """A stored target or realisasi: a number, or "20–30", "BB", a dash."""
    if teks and jenis is not JenisTarget.PREDIKAT and ".." not in teks:
        return Decimal(teks)
    return tulis_target(teks, jenis)


def nilai_realisasi(ukuran: Ukuran, jenis: JenisTarget) -> Isi:
    if ukuran.realisasi is None:
        return ukuran.alasan or KOSONG
    return nilai_target(ukuran.realisasi, jenis)


def _catatan(isi: IsiLaporan) -> tuple[str, ...]:
    return (*kalimat_aturan(isi.aturan), PEMBULATAN)


def _semua(isi: IsiLaporan) -> list[tuple[BarisSasaran, BarisIndikator]]:
    return [(s, i) for s in isi.sasaran for i in s.indikator]


def _sasaran(isi: IsiLaporan) -> Tabel:
    kolom = [Kolom("No", lebar=6), Kolom("Sasaran", lebar=56)]
    kolom += [Kolom(f"Capaian {m.label}", _PERSEN, lebar=18) for m in isi.masa]
    kolom += [Kolom("Predikat", lebar=16), Kolom("Terhitung", _ANGKA), Kolom("Indikator", _ANGKA)]
    baris: list[Sequence[Isi]] = []
    for s in isi.sasaran:
        utama = s.capaian_pada(isi.masa_utama)
        capaian = [nilai_capaian(s.capaian_pada(m).capaian) for m in isi.masa]
        baris.append((s.nomor, s.uraian, *capaian, s.predikat or KOSONG, utama.terhitung, utama.jumlah))
    return Tabel("Capaian sasaran", "Capaian sasaran", kolom, baris, catatan=_catatan(isi))


def _indikator(isi: IsiLaporan) -> Tabel:
    kolom = [
        Kolom("No", lebar=6),
        Kolom("Sasaran", lebar=34),
        Kolom("Indikator", lebar=42),
        Kolom("Satuan", lebar=12),
        Kolom("Metode", lebar=18),
        Kolom("Penggabungan triwulan", lebar=20),
        Kolom("Penanggung jawab", lebar=28),
        Kolom("Target tahun", _ANGKA),
    ]
    for m in isi.masa:
        kolom += [
            Kolom(f"Target {m.label}", _ANGKA),
            Kolom(f"Realisasi {m.label}", _ANGKA),
            Kolom(f"Pembilang {m.label}", _ANGKA),
            Kolom(f"Penyebut {m.label}", _ANGKA),
            Kolom(f"Capaian {m.label}", _PERSEN, lebar=16),
        ]
    kolom += [Kolom("Predikat", lebar=16), Kolom("Keterangan", lebar=30)]
    baris: list[Sequence[Isi]] = []
    for s, i in _semua(isi):
        jenis = i.jenis_target
        sel: list[Isi] = [i.nomor, s.uraian, i.uraian, i.satuan, i.metode.label, i.cara_gabung]
        sel += [i.penanggung_jawab, nilai_target(i.target_tahun, jenis)]
        for m in isi.masa:
            u = i.pada(m)
            sel += [nilai_target(u.target, jenis), nilai_realisasi(u, jenis)]
            sel += [Decimal(n) if n else None for n in (u.pembilang, u.penyebut)]
            sel.append(nilai_capaian(u.capaian))
        sel += [i.predikat or KOSONG, i.pada(isi.masa_utama).capaian.catatan]
        baris.append(sel)
    return Tabel("Capaian indikator", "Capaian indikator", kolom, baris, catatan=_catatan(isi))


def _anggaran(isi: IsiLaporan) -> Tabel:
    kolom = [Kolom("No", lebar=6), Kolom("Program", lebar=52), Kolom("Keterangan", lebar=16)]
    kolom += [Kolom("Sasaran", lebar=34), Kolom("Pagu (Rp)", _RUPIAH, lebar=20)]
    for m in isi.masa:
        kolom += [Kolom(f"Realisasi {m.label} (Rp)", _RUPIAH, lebar=20)]
        kolom += [Kolom(f"Serapan {m.label}", _PERSEN, lebar=14)]
    baris: list[Sequence[Isi]] = []
    for s in isi.sasaran:
        for p in s.program:
            sel: list[Isi] = [p.nomor, p.nama, p.keterangan, s.uraian, p.pagu]
            for m in isi.masa:
                uang = p.pada(m)
                sel += [BELUM_DIISI if uang.realisasi is None else uang.realisasi]
                sel.append(nilai_capaian(uang.serapan))
            baris.append(sel)
    jumlah = frozenset((4, *range(5, 5 + 2 * len(isi.masa), 2)))
    return Tabel("Anggaran", "Realisasi anggaran", kolom, baris, jumlah, (PEMBULATAN,))


def _perbandingan(isi: IsiLaporan) -> Tabel:
    kolom = (
        Kolom("No", lebar=6),
        Kolom("Indikator", lebar=42),
        Kolom("Satuan", lebar=12),
        Kolom("Realisasi tahun ini", _ANGKA),
        Kolom("Realisasi tahun lalu", _ANGKA),
        Kolom("Selisih realisasi", _ANGKA),
        Kolom("Capaian tahun ini", _PERSEN),
        Kolom("Capaian tahun lalu", _PERSEN),
        Kolom("Selisih capaian (poin persen)", _POIN, lebar=18),
        Kolom("Target renstra", _ANGKA),
        Kolom("Capaian terhadap renstra", _PERSEN, lebar=18),
        Kolom("Standar nasional", _ANGKA),
        Kolom("Capaian terhadap standar", _PERSEN, lebar=18),
        Kolom("Catatan", lebar=36),
    )
    baris: list[Sequence[Isi]] = []
    for _, i in _semua(isi):
        jenis, kini, lalu = i.jenis_target, i.pada(isi.masa_utama), i.banding
        baris.append(
            (
                i.nomor,
                i.uraian,
                i.satuan,
                nilai_realisasi(kini, jenis),
                nilai_target(lalu.realisasi_lalu, jenis) if lalu else KOSONG,
                lalu.selisih_realisasi if lalu and lalu.selisih_realisasi is not None else KOSONG,
                nilai_capaian(kini.capaian),
                nilai_capaian(lalu.capaian_lalu) if lalu else KOSONG,
                lalu.selisih_capaian if lalu and lalu.selisih_capaian is not None else KOSONG,
                nilai_target(i.renstra.target, jenis) if i.renstra else KOSONG,
                nilai_capaian(i.renstra.capaian) if i.renstra else KOSONG,
                nilai_target(i.standar.target, jenis) if i.standar else KOSONG,
                nilai_capaian(i.standar.capaian) if i.standar else KOSONG,
                lalu.catatan if lalu else None,
            )
        )
    judul = "Perbandingan dengan tahun lalu, target renstra, dan standar nasional"
    return Tabel("Perbandingan", judul, kolom, baris, catatan=(PEMBULATAN,))


def _tahun_silam(isi: IsiLaporan) -> Tabel:
    kolom = (
        Kolom("No", lebar=6),
        Kolom("Indikator", lebar=42),
        Kolom("Satuan", lebar=12),
        Kolom("Tahun", lebar=10),
        Kolom("Target", _ANGKA),
        Kolom("Realisasi", _ANGKA),
        Kolom("Capaian", _PERSEN),
        Kolom("Sumber", lebar=36),
    )
    baris: list[Sequence[Isi]] = []
    for _, i in _semua(isi):
        for t in i.riwayat:
            target, realisasi = (nilai_target(n, i.jenis_target) for n in (t.target, t.realisasi))
            sel = (i.nomor, i.uraian, i.satuan, str(t.tahun), target, realisasi)
            baris.append((*sel, nilai_capaian(t.capaian), t.sumber))
    return Tabel("Tahun-tahun sebelumnya", "Tahun-tahun sebelumnya", kolom, baris, catatan=(PEMBULATAN,))


def _efisiensi(isi: IsiLaporan) -> Tabel:
    kolom = (
        Kolom("No", lebar=6),
        Kolom("Sasaran", lebar=56),
        Kolom("Capaian kinerja", _PERSEN, lebar=18),
        Kolom("Serapan anggaran", _PERSEN, lebar=18),
        Kolom("Selisih (poin persen)", _POIN, lebar=18),
        Kolom("Simpulan", lebar=28),
    )
    baris: list[Sequence[Isi]] = []
    for s in isi.sasaran:
        hasil = s.efisiensi
        capaian = nilai_capaian(s.capaian_pada(isi.masa_utama).capaian)
        serapan = nilai_capaian(s.anggaran_pada(isi.masa_utama).serapan)
        selisih = hasil.selisih if hasil and hasil.selisih is not None else KOSONG
        baris.append((s.nomor, s.uraian, capaian, serapan, selisih, hasil.simpulan if hasil else KOSONG))
    return Tabel("Efisiensi", "Efisiensi penggunaan sumber daya", kolom, baris, catatan=(PEMBULATAN,))


def _uraian(isi: IsiLaporan) -> Tabel:
    kolom = (
        Kolom("No", lebar=6),
        Kolom("Indikator", lebar=42),
        Kolom("Triwulan", lebar=10),
        Kolom("Faktor pendukung", lebar=48),
        Kolom("Hambatan", lebar=48),
        Kolom("Tindak lanjut", lebar=48),
        Kolom("Bukti", _ANGKA, lebar=8),
    )
    baris = [
        (
            i.nomor,
            i.uraian,
            ROMAWI[u.triwulan - 1],
            u.faktor_pendukung,
            u.hambatan,
            u.tindak_lanjut,
            u.jumlah_bukti,
        )
        for _, i in _semua(isi)
        for u in i.uraian_triwulan
    ]
    return Tabel("Uraian unit", "Yang ditulis unit tiap triwulan", kolom, baris)

"""The tables and bars that the triwulan, semester and yearly reports have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kinerja.documents.blok import Baris, Batang, Blok, Grafik, Keterangan, Kolom, Tabel
from kinerja.documents.laporan import kata
from kinerja.domain.aturan import kalimat_aturan
from kinerja.domain.laporan_isi import Anggaran, BarisIndikator, BarisProgram, BarisSasaran, IsiLaporan
from kinerja.domain.masa import Masa


def ringkasan(isi: IsiLaporan) -> list[Blok]:
    """Capaian and predikat of each sasaran, then a bar for each indikator."""
    utama = isi.masa_utama
    sampai = next((m for m in isi.masa if m.value.startswith("sd") and m is not utama), None)
    kolom = [
        Kolom("No", 6, "tengah"),
        Kolom("Sasaran", 44 if sampai is None else 32),
        Kolom(f"Capaian {utama.label}", 16, "tengah"),
        *([Kolom(f"Capaian {sampai.label}", 16, "tengah")] if sampai else []),
        Kolom("Predikat", 18 if sampai is None else 16, "tengah"),
        Kolom("Indikator terhitung", 16 if sampai is None else 14, "tengah"),
    ]
    baris = []
    for s in isi.sasaran:
        hasil = s.capaian_pada(utama)
        sel = [s.nomor, s.uraian, kata.capaian(hasil.capaian)]
        if sampai:
            sel.append(kata.capaian(s.capaian_pada(sampai).capaian))
        sel += [s.predikat or kata.KOSONG, f"{hasil.terhitung} dari {hasil.jumlah}"]
        baris.append(Baris(tuple(sel)))
    semua = [i for s in isi.sasaran for i in s.indikator]
    return [
        Tabel(tuple(kolom), tuple(baris)),
        Keterangan(_sumber_predikat(isi)),
        grafik(f"Capaian indikator, {utama.label}", semua, utama),
    ]


def _sumber_predikat(isi: IsiLaporan) -> tuple[str, ...]:
    rata = "Capaian sasaran adalah rata-rata capaian indikatornya yang dapat dihitung."
    return (rata, *kalimat_aturan(isi.aturan))


def grafik(judul: str, indikator: Sequence[BarisIndikator], masa: Masa) -> Grafik:
    """A bar for each indikator in one span."""
    batang = []
    for i in indikator:
        hasil = i.pada(masa).capaian
        batang.append(Batang(f"{i.nomor} {i.uraian}", hasil.nilai, kata.capaian(hasil)))
    return Grafik(judul, tuple(batang))


def capaian_triwulan(isi: IsiLaporan, sasaran: BarisSasaran) -> Tabel:
    """The table of a sasaran in a triwulan report, for a page lying on its side."""
    tw, sampai = isi.masa
    kolom = (
        Kolom("No", 4, "tengah"),
        Kolom("Indikator Kinerja", 22),
        Kolom("Satuan", 7.5, "tengah"),
        Kolom("Metode", 14),
        Kolom("Target tahun", 7.5, "tengah"),
        Kolom("Target", 7.5, "tengah", tw.label),
        Kolom("Realisasi", 8, "tengah", tw.label),
        Kolom("Capaian", 8, "tengah", tw.label),
        Kolom(f"Capaian {sampai.label}", 8.5, "tengah"),
        Kolom("Keterangan", 13),
    )
    baris = []
    for i in sasaran.indikator:
        ini = i.pada(tw)
        sel = (
            i.nomor,
            i.uraian,
            i.satuan,
            i.metode.label,
            kata.target(i.target_tahun, i),
            kata.target(ini.target, i),
            kata.realisasi(ini, i),
            kata.capaian(ini.capaian),
            kata.capaian(i.pada(sampai).capaian),
            keterangan(i, tw),
        )
        baris.append(Baris(sel))
    return Tabel(kolom, tuple(baris), judul=judul_sasaran(sasaran), rapat=True)


def capaian_semester(isi: IsiLaporan, sasaran: BarisSasaran) -> Tabel:
    """Two triwulan beside each other and the semester combined from them."""
    lebar = {"Target": 6, "Realisasi": 6.5, "Capaian": 6.5}
    grup = tuple(Kolom(n, w, "tengah", m.label) for m in isi.masa for n, w in lebar.items())
    kolom = (
        Kolom("No", 3.5, "tengah"),
        Kolom("Indikator Kinerja", 16),
        Kolom("Satuan", 6, "tengah"),
        Kolom("Target tahun", 6, "tengah"),
        *grup,
        Kolom("Keterangan", 11.5),
    )
    baris = []
    for i in sasaran.indikator:
        sel = [i.nomor, i.uraian, i.satuan, kata.target(i.target_tahun, i)]
        for m in isi.masa:
            u = i.pada(m)
            sel += [kata.target(u.target, i), kata.realisasi(u, i), kata.capaian(u.capaian)]
        sel.append(keterangan(i, isi.masa_utama))
        baris.append(Baris(tuple(sel)))
    return Tabel(kolom, tuple(baris), judul=judul_sasaran(sasaran), rapat=True)


def cara_menghitung(sasaran: BarisSasaran) -> Keterangan:
    """How the triwulan of each indikator are combined, and its formula in full."""
    baris = [f"Indikator {i.nomor}: {i.cara_gabung.lower()}. {i.rumus}" for i in sasaran.indikator]
    return Keterangan(tuple(baris))


def keterangan(indikator: BarisIndikator, masa: Masa) -> str:
    """Predikat of the report's span and what the figure wants said about it."""
    hasil = indikator.pada(masa).capaian
    return "; ".join(b for b in (indikator.predikat, hasil.catatan) if b) or kata.KOSONG


def judul_sasaran(sasaran: BarisSasaran) -> str:
    """``Sasaran 1. Meningkatnya …``."""
    return f"Sasaran {sasaran.nomor}. {sasaran.uraian}"


def anggaran(isi: IsiLaporan, masa: Sequence[Masa]) -> Tabel:
    """Money of every program in the given spans (at most three), the budget use of the last, and the sum."""
    return tabel_anggaran([p for s in isi.sasaran for p in s.program], isi.anggaran_pada, masa)


def tabel_anggaran(
    program: Sequence[BarisProgram], jumlah: Callable[[Masa], Anggaran], masa: Sequence[Masa], judul: str = ""
) -> Tabel:
    """The money of these programs; ``jumlah`` gives their sum in a span."""
    lebar = 16  # holds "12.345.678.901" in bold
    kolom = (
        Kolom("No", 5, "tengah"),
        Kolom("Program", 100 - 5 - 10 - lebar * (len(masa) + 1)),
        Kolom("Pagu (Rp)", lebar, "kanan"),
        *(Kolom(f"Realisasi {m.label} (Rp)", lebar, "kanan") for m in masa),
        Kolom("Serapan", 10, "tengah"),
    )
    baris = [_baris_anggaran(p, masa) for p in program]
    total = jumlah(masa[-1])
    uang = tuple(kata.uang(jumlah(m).realisasi) for m in masa)
    sel = ("", "Jumlah", kata.uang(total.pagu), *uang, kata.capaian(total.serapan))
    return Tabel(kolom, (*baris, Baris(sel, jumlah=True)), judul=judul)


def _baris_anggaran(p: BarisProgram, masa: Sequence[Masa]) -> Baris:
    nama = f"{p.nama} ({p.keterangan})" if p.keterangan else p.nama
    uang = tuple(kata.uang(p.pada(m).realisasi) for m in masa)
    return Baris((p.nomor, nama, kata.uang(p.pagu), *uang, kata.capaian(p.pada(masa[-1]).serapan)))


def belum_diisi(isi: IsiLaporan, masa: Masa) -> Iterable[Keterangan]:
    """A line when money figures are missing from the sum."""
    jumlah = isi.anggaran_pada(masa).belum_diisi
    if jumlah:
        yield Keterangan((f"{jumlah} isian realisasi anggaran belum ada dan tidak ikut dijumlahkan.",))

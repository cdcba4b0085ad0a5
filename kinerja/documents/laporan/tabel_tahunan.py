"""The tables of Bab II and III of the yearly report."""

from __future__ import annotations

from kinerja.documents.blok import Baris, Blok, Keterangan, Kolom, Tabel
from kinerja.documents.laporan import kata
from kinerja.documents.laporan.tabel import grafik, keterangan
from kinerja.domain.angka import tulis_poin_persen
from kinerja.domain.laporan_isi import BarisIndikator, BarisSasaran, IsiLaporan, Patokan
from kinerja.domain.masa import Masa

_TAHUN = Masa.TAHUN
_NOMOR = Kolom("No", 6, "tengah")
ARTI_EFISIEN = (
    "Efisien bila capaian sasaran sama dengan atau lebih tinggi daripada serapan anggaran; selain itu kurang "
    "efisien. Bila salah satunya tidak ada, efisiensi tidak dapat dihitung."
)


def target_realisasi(sasaran: BarisSasaran) -> list[Blok]:
    """III.A.1: target and realisasi of the year, the formula of each indikator, and the bars."""
    kolom = (
        _NOMOR,
        Kolom("Indikator Kinerja", 30),
        Kolom("Satuan", 12, "tengah"),
        Kolom("Target", 12, "tengah"),
        Kolom("Realisasi", 13, "tengah"),
        Kolom("Capaian", 13, "tengah"),
        Kolom("Keterangan", 14, "tengah"),
    )
    baris = []
    for i in sasaran.indikator:
        u = i.pada(_TAHUN)
        angka = (kata.target(u.target, i), kata.realisasi(u, i), kata.capaian(u.capaian))
        baris.append(Baris((i.nomor, i.uraian, i.satuan, *angka, keterangan(i, _TAHUN))))
    hasil = sasaran.capaian_pada(_TAHUN)
    rata = kata.capaian(hasil.capaian)
    baris.append(
        Baris(("", "Capaian sasaran", "", "", "", rata, sasaran.predikat or kata.KOSONG), jumlah=True)
    )
    rumus = tuple(f"Indikator {i.nomor} ({i.tipe.label.lower()}): {i.rumus}" for i in sasaran.indikator)
    return [
        Tabel(kolom, tuple(baris)),
        Keterangan(rumus),
        grafik("Capaian indikator tahun ini", sasaran.indikator, _TAHUN),
    ]


def renstra(sasaran: BarisSasaran) -> list[Blok]:
    """III.A.3: the year's realisasi against the medium-term target."""
    pasangan = [(i, i.renstra) for i in sasaran.indikator if i.renstra is not None]
    tanpa = [i.nomor for i in sasaran.indikator if i.renstra is None]
    if not pasangan:
        return [Keterangan(("Tidak ada target Renstra pada kartu indikator sasaran ini.",))]
    isi = _patokan(pasangan, "Target akhir Renstra")
    return [*isi, Keterangan((_tanpa(tanpa, "target Renstra"),))] if tanpa else isi


def standar(sasaran: BarisSasaran) -> list[Blok]:
    """III.A.4: the year's realisasi against a national standard."""
    pasangan = [(i, i.standar) for i in sasaran.indikator if i.standar is not None]
    tanpa = [i.nomor for i in sasaran.indikator if i.standar is None]
    if not pasangan:
        return [Keterangan(("Tidak ada standar nasional untuk indikator sasaran ini.",))]
    sumber = [
        f"Standar indikator {i.nomor} menurut {p.sumber.rstrip('.')}."
        if p.sumber
        else f"Sumber standar indikator {i.nomor} belum dicantumkan pada kartu indikator."
        for i, p in pasangan
    ]
    if tanpa:
        sumber.append(_tanpa(tanpa, "standar nasional"))
    return [*_patokan(pasangan, "Standar nasional"), Keterangan(tuple(sumber))]


def _tanpa(nomor: list[str], apa: str) -> str:
    return f"Indikator {', '.join(nomor)} tidak mempunyai {apa} pada kartunya."


def _patokan(pasangan: list[tuple[BarisIndikator, Patokan]], nama: str) -> list[Blok]:
    kolom = (
        _NOMOR,
        Kolom("Indikator Kinerja", 36),
        Kolom("Satuan", 13, "tengah"),
        Kolom(nama, 15, "tengah"),
        Kolom("Realisasi", 15, "tengah"),
        Kolom("Capaian", 15, "tengah"),
    )
    baris = (
        Baris(
            (
                i.nomor,
                i.uraian,
                i.satuan,
                kata.patokan(p, i),
                kata.realisasi(i.pada(_TAHUN), i),
                kata.capaian(p.capaian),
            )
        )
        for i, p in pasangan
    )
    return [Tabel(kolom, tuple(baris))]


def efisiensi(sasaran: BarisSasaran) -> list[Blok]:
    """III.A.6: capaian against budget use."""
    nilai = sasaran.efisiensi
    kolom = (
        Kolom("Capaian sasaran", 25, "tengah"),
        Kolom("Serapan anggaran", 25, "tengah"),
        Kolom("Selisih", 25, "tengah"),
        Kolom("Simpulan", 25, "tengah"),
    )
    poin = tulis_poin_persen(nilai.selisih) if nilai and nilai.selisih is not None else kata.KOSONG
    sel = (
        kata.capaian(sasaran.capaian_pada(_TAHUN).capaian),
        kata.capaian(sasaran.anggaran_pada(_TAHUN).serapan),
        poin,
        nilai.simpulan if nilai else kata.KOSONG,
    )
    return [Tabel(kolom, (Baris(sel),)), Keterangan((ARTI_EFISIEN,))]


def program(sasaran: BarisSasaran) -> list[Blok]:
    """III.A.7: the programs of a sasaran and their money."""
    if not sasaran.program:
        return [Keterangan(("Tidak ada program di bawah sasaran ini.",))]
    kolom = (
        _NOMOR,
        Kolom("Program", 40),
        Kolom("Pagu (Rp)", 20, "kanan"),
        Kolom("Realisasi (Rp)", 20, "kanan"),
        Kolom("Serapan", 14, "tengah"),
    )
    baris = []
    for p in sasaran.program:
        uang = p.pada(_TAHUN)
        sel = (p.nomor, p.nama, kata.uang(p.pagu), kata.uang(uang.realisasi), kata.capaian(uang.serapan))
        baris.append(Baris(sel))
    return [Tabel(kolom, tuple(baris))]


def ringkasan_pk(isi: IsiLaporan) -> list[Blok]:
    """Bab II: the PK in short, as this report uses it."""
    kolom = (
        _NOMOR,
        Kolom("Sasaran Strategis", 34),
        Kolom("Indikator Kinerja", 34),
        Kolom("Satuan", 12, "tengah"),
        Kolom("Target", 14, "tengah"),
    )
    baris = []
    for s in isi.sasaran:
        for urut, i in enumerate(s.indikator):
            sasaran = "" if urut else s.uraian
            baris.append(Baris((i.nomor, sasaran, i.uraian, i.satuan, kata.target(i.target_tahun, i))))
    kolom_program = (_NOMOR, Kolom("Program", 46), Kolom("Pagu (Rp)", 24, "kanan"), Kolom("Keterangan", 24))
    uang = [
        Baris((p.nomor, p.nama, kata.uang(p.pagu), p.keterangan or kata.KOSONG))
        for s in isi.sasaran
        for p in s.program
    ]
    jumlah = Baris(("", "Jumlah", kata.uang(isi.anggaran_pada(_TAHUN).pagu), ""), jumlah=True)
    return [
        Keterangan((f"Laporan ini memakai {isi.versi_pk}.",)),
        Tabel(kolom, tuple(baris)),
        Tabel(kolom_program, (*uang, jumlah)),
    ]

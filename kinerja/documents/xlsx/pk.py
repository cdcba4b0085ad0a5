"""A version of the Perjanjian Kinerja and its rencana aksi as sheets."""

from __future__ import annotations

from decimal import Decimal

from kinerja.documents.xlsx.laporan import nilai_target
from kinerja.documents.xlsx.tabel import Tabel
from kinerja.domain.capaian import Metode, Tipe
from kinerja.domain.lembar_isian import JenisKolom, Kolom
from kinerja.domain.target import JenisTarget
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja

_ANGKA = JenisKolom.ANGKA
_TW = ("I", "II", "III", "IV")


def tabel_pk(pk: PerjanjianKinerja) -> list[Tabel]:
    """The lampiran: indicators with targets, then programs with their money; and the indicator cards."""
    indikator = [(s, i, JenisTarget(i.jenis_target)) for s in pk.sasaran for i in s.indikator]
    sasaran = Tabel(
        "Indikator",
        f"{pk.nama}: sasaran, indikator, dan target",
        (
            Kolom("No", lebar=6),
            Kolom("Sasaran strategis", lebar=44),
            Kolom("Indikator kinerja", lebar=44),
            Kolom("Satuan", lebar=12),
            Kolom("Target setahun", _ANGKA),
            *(Kolom(f"Target TW {romawi}", _ANGKA) for romawi in _TW),
            Kolom("Target akhir renstra", _ANGKA),
            Kolom("Standar nasional", _ANGKA),
            Kolom("Penanggung jawab", lebar=32),
        ),
        [
            (
                f"{s.urut}.{i.urut}",
                s.uraian,
                i.uraian,
                i.satuan,
                *(nilai_target(t or None, jenis) for t in (i.target_tahun, *i.target_triwulan)),
                nilai_target(i.target_renstra or None, jenis),
                nilai_target(i.standar_nasional or None, jenis),
                i.unit.nama,
            )
            for s, i, jenis in indikator
        ],
    )
    kartu = Tabel(
        "Kartu indikator",
        f"{pk.nama}: kartu indikator",
        (
            Kolom("No", lebar=6),
            Kolom("Indikator kinerja", lebar=44),
            Kolom("Penjelasan", lebar=48),
            Kolom("Rumus dalam kata", lebar=40),
            Kolom("Pembilang", lebar=28),
            Kolom("Penyebut", lebar=28),
            Kolom("Pengali", _ANGKA),
            Kolom("Cara menghitung capaian", lebar=24),
            Kolom("Penggabungan triwulan", lebar=20),
            Kolom("Sumber data", lebar=30),
            Kolom("Frekuensi", lebar=16),
            Kolom("Medium", lebar=24),
        ),
        [
            (
                f"{s.urut}.{i.urut}",
                i.uraian,
                i.definisi,
                i.rumus,
                i.pembilang,
                i.penyebut,
                (i.pengali if i.pengali is not None else Decimal(100)) if i.pembilang else None,
                Metode(i.metode).label,
                Tipe(i.tipe).label,
                i.sumber,
                i.frekuensi,
                i.medium,
            )
            for s, i, _ in indikator
        ],
    )
    program = Tabel(
        "Program",
        f"{pk.nama}: program dan anggaran",
        (
            Kolom("No", lebar=6),
            Kolom("Program", lebar=56),
            Kolom("Anggaran (Rp)", JenisKolom.RUPIAH, lebar=22),
            Kolom("Keterangan", lebar=20),
            Kolom("Sasaran strategis", lebar=44),
            Kolom("Pelaksana", lebar=32),
        ),
        [
            (f"{s.urut}.{p.urut}", p.nama, p.pagu, p.keterangan, s.uraian, p.unit.nama)
            for s in pk.sasaran
            for p in s.program
        ],
        frozenset({2}),
    )
    return [sasaran, program, kartu]


def tabel_rencana_aksi(pk: PerjanjianKinerja) -> Tabel:
    """The activities of every indicator with their targets per triwulan."""
    return Tabel(
        "Rencana aksi",
        f"Rencana aksi {pk.tahun}",
        (
            Kolom("No", lebar=6),
            Kolom("Indikator kinerja", lebar=44),
            Kolom("Kegiatan", lebar=48),
            *(Kolom(f"Target TW {romawi}", lebar=16) for romawi in _TW),
            Kolom("Pelaksana", lebar=28),
            Kolom("Penanggung jawab", lebar=32),
        ),
        [
            (f"{s.urut}.{i.urut}", i.uraian, a.kegiatan, *_target(a), a.pelaksana, i.unit.nama)
            for s in pk.sasaran
            for i in s.indikator
            for a in i.rencana_aksi
        ],
    )


def _target(aksi: object) -> list[str]:
    return [getattr(aksi, f"target_tw{ke}") for ke in range(1, 5)]

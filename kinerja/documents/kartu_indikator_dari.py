"""Indicator cards as printed and as shown, from their rows."""

from __future__ import annotations

from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.kartu_indikator import Kartu, KartuIndikator, TahunKartu
from kinerja.domain.aturan import Aturan, kalimat_aturan
from kinerja.domain.capaian import (
    JenisTarget,
    Metode,
    Tipe,
    kalimat_rumus,
    sebut_gabung,
    tulis_realisasi,
    tulis_target,
)
from kinerja.domain.nisbah import PENGALI, Nisbah
from kinerja.models import kantor as baris_kantor
from kinerja.models import perjanjian_kinerja as baris

BELUM = "belum ditulis"


def kartu_dari(sasaran: baris.Sasaran, i: baris.Indikator) -> Kartu:
    """One card; ``i.unit`` must be loaded. What nobody wrote yet says so."""
    jenis, metode = JenisTarget(i.jenis_target), Metode(i.metode)
    nisbah = Nisbah(i.pembilang, i.penyebut, i.pengali or PENGALI) if i.pembilang and i.penyebut else None
    standar = tulis_target(i.standar_nasional, jenis) if i.standar_nasional else BELUM
    if i.standar_nasional and i.standar_sumber:
        standar += f" ({i.standar_sumber})"
    target = [tulis_target(None if t == "0" else t, jenis) for t in (*i.target_triwulan, i.target_tahun)]
    tw1, tw2, tw3, tw4, tahun = target
    return Kartu(
        nomor=f"{sasaran.urut}.{i.urut}",
        uraian=i.uraian,
        sasaran=sasaran.uraian,
        isi=(
            ("Definisi", i.definisi or BELUM),
            ("Rumus", i.rumus or BELUM),
            *((("Dihitung dari", nisbah.rumus),) if nisbah else ()),
            ("Satuan", i.satuan),
            ("Metode", metode.label),
            ("Cara menghitung", kalimat_rumus(metode, jenis, tuple(i.skala or ()), nisbah)),
            ("Tipe penghitungan", sebut_gabung(Tipe(i.tipe), nisbah)),
            ("Bentuk target", jenis.label),
            ("Sumber data", i.sumber or BELUM),
            ("Alat pengumpulan data", i.medium or BELUM),
            ("Frekuensi", i.frekuensi or BELUM),
            ("Penanggung jawab", i.unit.nama),
            ("Target akhir renstra", tulis_target(i.target_renstra, jenis) if i.target_renstra else BELUM),
            ("Standar nasional", standar),
        ),
        target=(tw1, tw2, tw3, tw4, tahun),
        riwayat=tuple(
            TahunKartu(
                t["tahun"], tulis_target(t.get("target"), jenis), tulis_realisasi(t.get("realisasi"), jenis)
            )
            for t in sorted(i.riwayat or (), key=lambda t: t["tahun"])
        ),
    )


def kartu_indikator_dari(
    pk: baris.PerjanjianKinerja, office: baris_kantor.Kantor, aturan: Aturan, hanya: int | None = None
) -> KartuIndikator:
    """All cards of a version (``pk_lengkap``), or the one with id ``hanya``."""
    return KartuIndikator(
        kantor=kop_dari(office),
        tahun=pk.tahun,
        versi_pk=pk.nama,
        kartu=tuple(
            kartu_dari(s, i) for s in pk.sasaran for i in s.indikator if hanya is None or i.id == hanya
        ),
        aturan=kalimat_aturan(aturan),
        status="" if pk.disetujui_pada else "RANCANGAN – BELUM DISETUJUI",
    )

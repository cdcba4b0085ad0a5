"""The hand-worked office of ``tests/data/hitungan_tangan.toml`` as rows of an opened year, and its texts."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.narasi import bagian_narasi
from kinerja.domain.periode import JenisPeriode
from kinerja.models.berkas import Berkas
from kinerja.models.jabatan import Unit
from kinerja.models.laporan import Laporan
from kinerja.models.pegawai import Pegawai
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.perjanjian_kinerja import (
    Indikator,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    Sasaran,
    pk_berlaku,
)
from kinerja.models.realisasi import Bukti, Realisasi, RealisasiAnggaran
from kinerja.models.tugas import Tugas
from kinerja.operations.laporan.verba import isi_laporan
from tests.kantor_uji import TAHUN

BERKAS = Path(__file__).parent / "data" / "hitungan_tangan.toml"
PADA = datetime(TAHUN, 10, 8, 2, 0, tzinfo=UTC)


def tabel_tangan() -> dict[str, Any]:
    """The table itself, with its expected figures."""
    return tomllib.loads(BERKAS.read_text(encoding="utf-8"))


def bangun_tangan(
    sesi: Session, triwulan: tuple[int, ...] = (1, 2, 3, 4), tabel: dict[str, Any] | None = None
) -> PerjanjianKinerja:
    """The table as an approved PK of TAHUN with realisasi, bukti and money of these triwulan. Flushed."""
    tabel = tabel or tabel_tangan()
    unit = sesi.execute(select(Unit).where(Unit.nama == "Seksi Pelayanan Umum")).scalar_one()
    orang = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == "kasi_pelayanan")).scalar_one()
    pk = PerjanjianKinerja(tahun=TAHUN, versi=1, dibuat_pada=PADA, disetujui_pada=PADA)
    pk.sasaran = [
        Sasaran(
            urut=ke,
            uraian=s["uraian"],
            indikator=[_indikator(urut, i, unit) for urut, i in enumerate(s["indikator"], 1)],
            program=[
                Program(urut=urut, nama=p["nama"], pagu=Decimal(p["pagu"]), keterangan="APBD", unit=unit)
                for urut, p in enumerate(s["program"], 1)
            ],
        )
        for ke, s in enumerate(tabel["sasaran"], 1)
    ]
    sesi.add(pk)
    sesi.flush()
    for sasaran, s in zip(pk.sasaran, tabel["sasaran"], strict=True):
        for indikator, i in zip(sasaran.indikator, s["indikator"], strict=True):
            for ke in triwulan:
                isi_realisasi(sesi, indikator, ke, i["realisasi"][ke - 1], orang)
        for program, p in zip(sasaran.program, s["program"], strict=True):
            for ke in triwulan:
                if p["anggaran"][ke - 1]:
                    isi_anggaran(sesi, program, ke, p["anggaran"][ke - 1], orang)
    sesi.flush()
    return sesi.execute(pk_berlaku(TAHUN).execution_options(populate_existing=True)).scalar_one()


def _indikator(urut: int, i: dict[str, Any], unit: Unit) -> Indikator:
    tw = i["target"]
    return Indikator(
        urut=urut,
        uraian=i["uraian"],
        satuan=i["satuan"],
        metode=i["metode"],
        tipe=i["tipe"],
        jenis_target=i["jenis_target"],
        skala=i.get("skala"),
        unit=unit,
        target_tahun=i["target_tahun"],
        target_tw1=tw[0],
        target_tw2=tw[1],
        target_tw3=tw[2],
        target_tw4=tw[3],
        rencana_aksi=[RencanaAksi(kegiatan="Rapat", target_tw1="1 rapat", pelaksana=unit.nama)],
    )


def isi_realisasi(
    sesi: Session, indikator: Indikator, triwulan: int, teks: str, orang: Pegawai, bukti: bool = True
) -> Realisasi | None:
    """One realisasi row with one bukti; "" writes nothing, "n/a" a reason."""
    if not teks:
        return None
    na = teks == "n/a"
    realisasi = Realisasi(
        indikator_id=indikator.identitas,
        tahun=TAHUN,
        triwulan=triwulan,
        nilai=None if na else teks,
        na=na,
        alasan_na="tidak ada laporan masuk" if na else "",
        faktor_pendukung=f"pendukung {indikator.uraian} {triwulan}",
        hambatan=f"hambatan {triwulan}",
        diisi_pada=PADA,
        diisi_oleh_id=orang.id,
        diisi_oleh_nama=orang.nama,
        bukti=[],
    )
    if bukti and not na:
        berkas = Berkas(
            sha256="0" * 64, ukuran=1, jenis="application/pdf", nama="bukti.pdf", diterima_pada=PADA
        )
        realisasi.bukti.append(Bukti(berkas=berkas))
    sesi.add(realisasi)
    return realisasi


def isi_anggaran(sesi: Session, program: Program, triwulan: int, teks: str, orang: Pegawai) -> None:
    sesi.add(
        RealisasiAnggaran(
            program_id=program.identitas,
            tahun=TAHUN,
            triwulan=triwulan,
            nilai=Decimal(teks),
            diisi_pada=PADA,
            diisi_oleh_id=orang.id,
        )
    )


def periode(sesi: Session, jenis: JenisPeriode, ke: int) -> Periode:
    return sesi.execute(periode_satu(TAHUN, jenis, ke)).scalar_one()


def buka_langkah(sesi: Session, milik: Periode, kunci: str, pada: datetime = PADA) -> Tugas:
    """Let this step be the open one of its period; the earlier ones count as done and are left alone."""
    tugas = sesi.execute(select(Tugas).where(Tugas.periode_id == milik.id, Tugas.kunci == kunci)).scalar_one()
    tugas.dibuka_pada, tugas.penyelesaian_id = pada, None
    sesi.flush()
    return tugas


def tulis_narasi(sesi: Session, laporan: Laporan, hanya_wajib: bool = True) -> None:
    """Fill the sections straight in the row: "Uraian <kunci>."."""
    laporan.narasi = {
        b.kunci: f"Uraian {b.kunci}."
        for b in bagian_narasi(isi_laporan(laporan))
        if b.wajib or not hanya_wajib
    }
    sesi.flush()


def siapkan_draf(sesi: Session, milik: Periode, kunci: str, oleh: Pelaku) -> Laporan:
    """Open the processing step ``kunci`` and compute its draft."""
    from kinerja.operations.laporan.verba import olah

    buka_langkah(sesi, milik, kunci)
    return olah(sesi, milik, oleh, PADA)


def perjanjian_perubahan(
    sesi: Session, lama: PerjanjianKinerja, urutan: tuple[int, ...]
) -> PerjanjianKinerja:
    """The next approved version with these sasaran of the old one, in this order."""
    baru = PerjanjianKinerja(
        tahun=lama.tahun, versi=lama.versi + 1, dibuat_pada=PADA, disetujui_pada=PADA, alasan_perubahan="uji"
    )
    kolom_indikator = [
        c.key for c in Indikator.__table__.columns if c.key not in ("id", "sasaran_id", "asal_id")
    ]
    kolom_program = [c.key for c in Program.__table__.columns if c.key not in ("id", "sasaran_id", "asal_id")]
    baru.sasaran = [
        Sasaran(
            urut=ke,
            uraian=lama.sasaran[asal].uraian,
            indikator=[
                Indikator(asal_id=i.identitas, **{k: getattr(i, k) for k in kolom_indikator})
                for i in lama.sasaran[asal].indikator
            ],
            program=[
                Program(asal_id=p.identitas, **{k: getattr(p, k) for k in kolom_program})
                for p in lama.sasaran[asal].program
            ],
        )
        for ke, asal in enumerate(urutan, 1)
    ]
    sesi.add(baru)
    sesi.flush()
    return sesi.execute(pk_berlaku(lama.tahun).execution_options(populate_existing=True)).scalar_one()

"""The self-check of a report: what data say to each item, what the office answered, the annex on wish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import KEPALA_UNIT, NAMA_PERAN, Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, TidakBerwenang, TidakDitemukan
from kinerja.domain.laporan_isi import JenisLaporan
from kinerja.domain.periode import JenisPeriode, bagian
from kinerja.domain.reviu import (
    BUTIR,
    PANJANG_CATATAN_REVIU,
    ButirReviu,
    FaktaReviu,
    Jawaban,
    Usul,
    usulan,
)
from kinerja.models.jabatan import Jabatan, Unit
from kinerja.models.laporan import Laporan, ReviuMandiri, Sosialisasi, Tanggapan
from kinerja.models.pegawai import Penugasan
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.realisasi import LaporanProgres
from kinerja.operations.catatan import catat
from kinerja.operations.laporan.koreksi import daftar_koreksi
from kinerja.operations.laporan.langkah import MENYUSUN, tugas_berhalaman
from kinerja.operations.laporan.temuan import daftar_temuan
from kinerja.operations.laporan.verba import draf_terbuka, isi_laporan, narasi_laporan


@dataclass(frozen=True)
class BarisReviu:
    """An item with what the data say and, once somebody saved the page, the office's answer."""

    butir: ButirReviu
    usul: Usul
    tersimpan: ReviuMandiri | None

    @property
    def jawaban(self) -> Jawaban:
        """The office's answer, or what the data propose."""
        return Jawaban(self.tersimpan.jawaban) if self.tersimpan else self.usul.jawaban

    @property
    def catatan(self) -> str:
        """The office's note, or from what the proposal follows."""
        return self.tersimpan.catatan if self.tersimpan else self.usul.dari


def daftar_reviu(sesi: Session, periode: Periode, laporan: Laporan, hari: date) -> tuple[BarisReviu, ...]:
    """The 23 items of a period's report."""
    saran = usulan(fakta_reviu(sesi, periode, laporan, hari))
    ada = jawaban_tersimpan(sesi, periode.id)
    return tuple(BarisReviu(b, saran[b.kunci], ada.get(b.kunci)) for b in BUTIR)


def jawaban_tersimpan(sesi: Session, periode_id: int) -> dict[str, ReviuMandiri]:
    """Item → the stored answer."""
    semua = sesi.execute(select(ReviuMandiri).where(ReviuMandiri.periode_id == periode_id)).scalars()
    return {satu.butir: satu for satu in semua}


def simpan_reviu(
    sesi: Session,
    periode: Periode,
    isian: Mapping[str, tuple[str, str]],
    lampirkan: bool,
    oleh: Pelaku,
    pada: datetime,
) -> Laporan:
    """Store the answers and notes (item → both) and whether the report carries them as an annex.

    By Kasubag Perencanaan, while the report is a draft. One audit row names what changed; nothing changed,
    none. Raises TidakBerwenang, BelumLengkap, SudahDikerjakan, MasukanSalah (medan ``catatan_<item>``).
    """
    if not oleh.boleh(Wewenang.TULIS_PK):
        raise TidakBerwenang("Reviu mandiri diisi oleh Kasubag Perencanaan, Keuangan dan Pelaporan.")
    laporan = draf_terbuka(sesi, periode.id)
    ada = jawaban_tersimpan(sesi, periode.id)
    sebelum: dict[str, object] = {}
    sesudah: dict[str, object] = {}
    for butir in BUTIR:
        jawaban, catatan = isian.get(butir.kunci, (Jawaban.TERBUKA.value, ""))
        catatan = catatan.strip()
        if jawaban not in set(Jawaban):
            raise MasukanSalah("Pilih ya atau tidak.", f"jawaban_{butir.kunci}")
        if len(catatan) > PANJANG_CATATAN_REVIU:
            pesan = f"Catatan paling panjang {PANJANG_CATATAN_REVIU} tanda."
            raise MasukanSalah(pesan, f"catatan_{butir.kunci}")
        baris = ada.get(butir.kunci)
        if baris is None:
            baris = ReviuMandiri(periode_id=periode.id, butir=butir.kunci)
            baris.oleh_id, baris.oleh_nama, baris.pada = oleh.pegawai_id, oleh.nama, pada
            sesi.add(baris)
        elif (baris.jawaban, baris.catatan) == (jawaban, catatan):
            continue
        else:
            sebelum[butir.kunci] = [baris.jawaban, baris.catatan]
        sesudah[butir.kunci] = [jawaban, catatan]
        baris.jawaban, baris.catatan = jawaban, catatan
        baris.oleh_id, baris.oleh_nama, baris.pada = oleh.pegawai_id, oleh.nama, pada
    if laporan.lampirkan_reviu != lampirkan:
        sebelum["lampirkan"], sesudah["lampirkan"] = laporan.lampirkan_reviu, lampirkan
        laporan.lampirkan_reviu = lampirkan
    sesi.flush()
    if sesudah:
        uraian = f"{periode.nama}: reviu mandiri laporan versi {laporan.versi} disimpan."
        catat(sesi, oleh, pada, "simpan_reviu", f"laporan:{laporan.id}", uraian, sebelum or None, sesudah)
    return laporan


def fakta_reviu(sesi: Session, periode: Periode, laporan: Laporan, hari: date) -> FaktaReviu:
    """What the database knows that decides an item."""
    isi = isi_laporan(laporan)
    triwulan = _triwulan(sesi, periode)
    pemilik = {i.penanggung_jawab for s in isi.sasaran for i in s.indikator}
    terkirim = sesi.execute(
        select(func.count())
        .select_from(LaporanProgres)
        .where(
            LaporanProgres.periode_id.in_([p.id for p in triwulan]), LaporanProgres.dikirim_pada.is_not(None)
        )
    ).scalar_one()
    temuan = [b for p in triwulan for b in daftar_temuan(sesi, p) if b.temuan.perlu_penjelasan]
    return FaktaReviu(
        isi=isi,
        narasi=narasi_laporan(laporan),
        lampiran=_lampiran(sesi, periode, isi.jenis),
        penyusun=_penyusun(sesi, periode),
        unit_kirim=(terkirim, len(pemilik) * len(triwulan)),
        unit_berpejabat=(_berpejabat(sesi, pemilik, hari), len(pemilik)),
        temuan_terjawab=(sum(not b.terbuka for b in temuan), len(temuan)),
        tanggapan=_tanggapan(sesi, periode.id),
    )


def _penyusun(sesi: Session, periode: Periode) -> str:
    """The role that composes this report on the office's own sheet."""
    try:
        return NAMA_PERAN[tugas_berhalaman(sesi, periode.id, MENYUSUN).peran]
    except TidakDitemukan:
        return ""


def _triwulan(sesi: Session, periode: Periode) -> list[Periode]:
    cari = [periode_satu(m.tahun, m.jenis, m.ke) for m in bagian(periode.murni, JenisPeriode.TRIWULAN)]
    return [p for satu in cari if (p := sesi.execute(satu).scalar_one_or_none()) is not None]


def _lampiran(sesi: Session, periode: Periode, jenis: JenisLaporan) -> tuple[str, ...]:
    tetap = ("Perjanjian Kinerja", "Capaian kinerja per triwulan") if jenis is JenisLaporan.TAHUNAN else ()
    koreksi = ("Hasil koreksi",) if daftar_koreksi(sesi, periode.id) else ()
    return (*tetap, "Sumber angka", *koreksi)


def _berpejabat(sesi: Session, unit: set[str], hari: date) -> int:
    """How many of these units have a head in office on that day."""
    return sesi.execute(
        select(func.count(func.distinct(Unit.id)))
        .join(Jabatan, Jabatan.unit_id == Unit.id)
        .join(Penugasan, Penugasan.jabatan_id == Jabatan.id)
        .where(
            Unit.nama.in_(unit),
            Jabatan.peran.in_(KEPALA_UNIT),
            Penugasan.mulai <= hari,
            Penugasan.selesai.is_(None) | (Penugasan.selesai >= hari),
        )
    ).scalar_one()


def _tanggapan(sesi: Session, periode_id: int) -> tuple[int, int]:
    """Answers and invitations of the last round; (0, 0) before any."""
    terakhir = sesi.execute(
        select(Sosialisasi.id)
        .where(Sosialisasi.periode_id == periode_id)
        .order_by(Sosialisasi.putaran.desc())
        .limit(1)
    ).scalar_one_or_none()
    if terakhir is None:
        return (0, 0)
    jawaban = (
        sesi.execute(select(Tanggapan.jawaban).where(Tanggapan.sosialisasi_id == terakhir)).scalars().all()
    )
    return (sum(satu in ("setuju", "koreksi") for satu in jawaban), len(jawaban))

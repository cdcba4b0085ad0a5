"""Kelengkapan of the sheet, ticked from real data: what a step asks for is what an earlier one put out."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.naskah import Naskah
from kinerja.domain.periode import JenisPeriode, bagian
from kinerja.domain.sop import Langkah
from kinerja.models.berkas import Lampiran
from kinerja.models.disposisi import Disposisi
from kinerja.models.jabatan import Unit
from kinerja.models.laporan import Koreksi, PembagianTugas, Sosialisasi, laporan_terbaru
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.realisasi import LaporanProgres
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.pk_periode import pk_periode
from kinerja.operations.surat_keluar_lihat import konsep_surat, surat_bernomor, surat_tertanda

Pemeriksa = Callable[[Session, Tugas], Butir]


def periksa(sesi: Session, tugas: Tugas, langkah: Langkah) -> tuple[Butir, ...]:
    """The ticks of the step's kelengkapan, in the sheet's order. ``tugas.periode`` must be loaded."""
    return tuple(_PEMERIKSA[naskah](sesi, tugas) for naskah in langkah.kelengkapan if naskah in _PEMERIKSA)


def unit_berindikator(pk: PerjanjianKinerja | None) -> tuple[Unit, ...]:
    """The units that own an indicator or a program of this PK, each once, by id."""
    if pk is None:
        return ()
    semua = {i.unit_id: i.unit for s in pk.sasaran for i in s.indikator}
    semua |= {p.unit_id: p.unit for s in pk.sasaran for p in s.program}
    return tuple(semua[kunci] for kunci in sorted(semua))


def _pk(sesi: Session, tugas: Tugas) -> Butir:
    tahun = tugas.periode.tahun
    pk = pk_periode(sesi, tugas.periode)
    pesan = f"Versi {pk.versi}" if pk else f"Perjanjian Kinerja {tahun} belum disetujui."
    return Butir(Naskah.PERJANJIAN_KINERJA.label, pk is not None, pesan, ("perjanjian_kinerja", tahun))


def _rencana_aksi(sesi: Session, tugas: Tugas) -> Butir:
    tahun = tugas.periode.tahun
    pk = pk_periode(sesi, tugas.periode)
    indikator = [i for s in pk.sasaran for i in s.indikator] if pk else []
    kurang = [i for i in indikator if not i.rencana_aksi]
    if not indikator:
        pesan = "Belum ada indikator pada Perjanjian Kinerja yang disetujui."
    elif kurang:
        pesan = f"{len(kurang)} dari {len(indikator)} indikator belum punya rencana aksi."
    else:
        pesan = f"{len(indikator)} indikator"
    return Butir(Naskah.RENCANA_AKSI.label, bool(indikator) and not kurang, pesan, ("rencana_aksi", tahun))


def _disposisi(sesi: Session, tugas: Tugas) -> Butir:
    jumlah = sesi.execute(
        select(func.count())
        .select_from(Disposisi)
        .join(Tugas, Tugas.id == Disposisi.tugas_id)
        .where(Tugas.periode_id == tugas.periode_id)
    ).scalar_one()
    pesan = f"{jumlah} disposisi" if jumlah else "Disposisi permintaan data belum dikirim."
    return Butir(Naskah.DISPOSISI.label, jumlah > 0, pesan, ("disposisi_periode", tugas.periode_id))


def belum_mengirim(sesi: Session, periode: Periode) -> list[Unit]:
    """Units with indicators whose laporan progres is neither sent nor gone on without."""
    pk = pk_periode(sesi, periode)
    masuk = set(
        sesi.execute(
            select(LaporanProgres.unit_id).where(
                LaporanProgres.periode_id == periode.id,
                LaporanProgres.dikirim_pada.is_not(None) | LaporanProgres.dilewati_pada.is_not(None),
            )
        ).scalars()
    )
    return [unit for unit in unit_berindikator(pk) if unit.id not in masuk]


def _laporan_progres(sesi: Session, tugas: Tugas) -> Butir:
    kurang = belum_mengirim(sesi, tugas.periode)
    pesan = "Semua unit sudah masuk" if not kurang else "Belum: " + ", ".join(u.nama for u in kurang)
    return Butir(Naskah.LAPORAN_PROGRES.label, not kurang, pesan, ("laporan_progres", tugas.periode_id))


def _draft(sesi: Session, tugas: Tugas) -> Butir:
    ada = sesi.execute(laporan_terbaru(tugas.periode_id)).scalar_one_or_none() is not None
    pesan = "" if ada else "Draft belum diolah."
    return Butir(Naskah.DRAFT_LAPORAN.label, ada, pesan, ("laporan", tugas.periode_id))


def _pembagian_tugas(sesi: Session, tugas: Tugas) -> Butir:
    pk = pk_periode(sesi, tugas.periode)
    ada = set(
        sesi.execute(
            select(PembagianTugas.unit_id).where(PembagianTugas.periode_id == tugas.periode_id)
        ).scalars()
    )
    unit = unit_berindikator(pk)
    kurang = [u.nama for u in unit if u.id not in ada]
    pesan = "Belum ada untuk: " + ", ".join(kurang) if kurang else f"{len(ada)} unit"
    return Butir(Naskah.CATATAN_PEMBAGIAN_TUGAS.label, bool(unit) and not kurang, pesan, ("tugas", tugas.id))


def _tertutup(jenis: JenisPeriode, naskah: Naskah) -> Pemeriksa:
    def pemeriksa(sesi: Session, tugas: Tugas) -> Butir:
        diminta = {(p.jenis, p.ke) for p in bagian(tugas.periode.murni, jenis)}
        tertutup = {
            (p.jenis, p.ke)
            for p in sesi.execute(
                select(Periode).where(
                    Periode.tahun == tugas.periode.tahun,
                    Periode.jenis == jenis,
                    Periode.ditutup_pada.is_not(None),
                )
            ).scalars()
        }
        pesan = f"{len(diminta & tertutup)} dari {len(diminta)} sudah disahkan dan diarsipkan"
        return Butir(naskah.label, diminta <= tertutup, pesan, ("arsip", tugas.periode.tahun))

    return pemeriksa


def _hasil_koreksi(sesi: Session, tugas: Tugas) -> Butir:
    temu = sesi.execute(
        select(Sosialisasi)
        .where(Sosialisasi.periode_id == tugas.periode_id)
        .order_by(Sosialisasi.putaran.desc())
        .limit(1)
    ).scalar_one_or_none()
    terbuka = sesi.execute(
        select(func.count())
        .select_from(Koreksi)
        .where(Koreksi.periode_id == tugas.periode_id, Koreksi.ditindaklanjuti_pada.is_(None))
    ).scalar_one()
    if temu is None or temu.ditutup_pada is None:
        return Butir(Naskah.HASIL_KOREKSI.label, False, "Sosialisasi belum ditutup.", ("tugas", tugas.id))
    pesan = f"{terbuka} koreksi belum ditindaklanjuti" if terbuka else "Semua koreksi ditindaklanjuti"
    return Butir(Naskah.HASIL_KOREKSI.label, not terbuka, pesan, ("tugas", tugas.id))


def _berkas(sesi: Session, tugas: Tugas) -> Butir:
    """A file of this step, or of any step of the run before it."""
    jumlah = sesi.execute(
        select(func.count())
        .select_from(Lampiran)
        .join(Tugas, Tugas.id == Lampiran.tugas_id)
        .where(Tugas.periode_id == tugas.periode_id)
    ).scalar_one()
    return Butir(Naskah.BERKAS.label, jumlah > 0, f"{jumlah} berkas", ("tugas", tugas.id))


def hasil_umum(sesi: Session, tugas: Tugas, langkah: Langkah) -> tuple[Butir, ...]:
    """What a step on the generic page must have put out: its own file, where the sheet names one."""
    if Naskah.BERKAS not in langkah.output:
        return ()
    jumlah = sesi.execute(
        select(func.count()).select_from(Lampiran).where(Lampiran.tugas_id == tugas.id)
    ).scalar_one()
    return (Butir("Berkas hasil langkah ini", jumlah > 0, f"{jumlah} berkas", ("tugas", tugas.id)),)


_PEMERIKSA: dict[Naskah, Pemeriksa] = {
    Naskah.PERJANJIAN_KINERJA: _pk,
    Naskah.RENCANA_AKSI: _rencana_aksi,
    Naskah.DISPOSISI: _disposisi,
    Naskah.REAKSI_DISPOSISI: _laporan_progres,
    Naskah.LAPORAN_PROGRES: _laporan_progres,
    Naskah.DRAFT_LAPORAN: _draft,
    Naskah.CATATAN_PEMBAGIAN_TUGAS: _pembagian_tugas,
    Naskah.LAPORAN_TRIWULAN: _tertutup(JenisPeriode.TRIWULAN, Naskah.LAPORAN_TRIWULAN),
    Naskah.LAPORAN_SEMESTER: _tertutup(JenisPeriode.SEMESTER, Naskah.LAPORAN_SEMESTER),
    Naskah.HASIL_KOREKSI: _hasil_koreksi,
    Naskah.KONSEP_SURAT: konsep_surat,
    Naskah.SURAT_BERNOMOR: surat_bernomor,
    Naskah.SURAT_TERTANDA: surat_tertanda,
    Naskah.BERKAS: _berkas,
}

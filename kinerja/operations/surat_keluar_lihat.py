"""The letter of a run as it stands: its row, what it lacks, the document it was issued as."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.naskah import Naskah
from kinerja.domain.surat import IsianSurat, kekurangan, periksa_surat
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.periode import Periode
from kinerja.models.surat import SuratKeluar
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir

JENIS = "surat_keluar"


def surat_jalan(sesi: Session, periode_id: int) -> SuratKeluar | None:
    """The letter of a run, or None where its sheet is about something else."""
    return sesi.execute(select(SuratKeluar).where(SuratKeluar.periode_id == periode_id)).scalar_one_or_none()


def isian_surat(surat: SuratKeluar) -> IsianSurat:
    return IsianSurat(
        hal=surat.hal,
        klasifikasi=surat.klasifikasi,
        sifat=surat.sifat,
        kepada=surat.kepada,
        di=surat.di,
        lampiran=surat.lampiran,
        isi=surat.isi,
        tembusan=surat.tembusan,
    )


def terapkan(surat: SuratKeluar, isian: IsianSurat, oleh: Pelaku, pada: datetime) -> None:
    """Put what was typed into the row."""
    rapi = periksa_surat(isian)
    for medan in ("hal", "klasifikasi", "sifat", "kepada", "di", "lampiran", "isi", "tembusan"):
        setattr(surat, medan, getattr(rapi, medan))
    surat.diubah_pada, surat.diubah_oleh_nama = pada, oleh.nama


def siapkan_surat(
    sesi: Session,
    periode: Periode,
    isian: IsianSurat,
    oleh: Pelaku,
    pada: datetime,
    laporan_id: int | None = None,
) -> SuratKeluar:
    """The letter a run begins with; the act that starts the run writes the audit row."""
    surat = SuratKeluar(periode_id=periode.id, laporan_id=laporan_id)
    terapkan(surat, isian, oleh, pada)
    sesi.add(surat)
    sesi.flush()
    return surat


def dokumen_semua(sesi: Session, periode_id: int) -> list[Dokumen]:
    """Everything this letter was issued as, newest first: more than one when it was changed afterwards."""
    pilih = (
        select(Dokumen)
        .options(joinedload(Dokumen.berkas), selectinload(Dokumen.arsip).joinedload(Arsip.berkas))
        .where(Dokumen.periode_id == periode_id, Dokumen.jenis == JENIS)
        .order_by(Dokumen.id.desc())
    )
    return list(sesi.execute(pilih).scalars())


def dokumen_surat(sesi: Session, surat: SuratKeluar) -> Dokumen | None:
    """The document of the letter as it reads now; None before its number, and after a later change."""
    semua = dokumen_semua(sesi, surat.periode_id)
    return semua[0] if semua and semua[0].diterbitkan_pada >= surat.diubah_pada else None


def konsep_surat(sesi: Session, tugas: Tugas) -> Butir:
    """Is the letter written?"""
    surat = surat_jalan(sesi, tugas.periode_id)
    kurang = kekurangan(isian_surat(surat)) if surat else ("suratnya",)
    pesan = f"Belum diisi: {', '.join(kurang)}." if kurang else f"Hal: {surat.hal}" if surat else ""
    return Butir(Naskah.KONSEP_SURAT.label, not kurang, pesan, ("jalan", tugas.periode_id))


def surat_bernomor(sesi: Session, tugas: Tugas) -> Butir:
    """Has the letter as it reads now got its number?"""
    surat = surat_jalan(sesi, tugas.periode_id)
    dokumen = dokumen_surat(sesi, surat) if surat else None
    pesan = f"Nomor {dokumen.nomor}" if dokumen else "Belum diberi nomor."
    return Butir(Naskah.SURAT_BERNOMOR.label, dokumen is not None, pesan, ("jalan", tugas.periode_id))


def surat_tertanda(sesi: Session, tugas: Tugas) -> Butir:
    """Is the signed letter in the archive?"""
    surat = surat_jalan(sesi, tugas.periode_id)
    dokumen = dokumen_surat(sesi, surat) if surat else None
    ada = dokumen is not None and bool(dokumen.arsip)
    pesan = "Tersimpan di arsip" if ada else "Unggah hasil pindai surat yang sudah ditandatangani."
    return Butir(Naskah.SURAT_TERTANDA.label, ada, pesan, ("jalan", tugas.periode_id))

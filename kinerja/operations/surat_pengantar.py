"""The cover letter that sends the yearly report to the office's superior: a run of the letter's sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Pelaku, Peran
from kinerja.domain.kesalahan import BelumLengkap, SudahDikerjakan, TidakBerwenang
from kinerja.domain.nomor import JENIS_LAPORAN
from kinerja.domain.periode import JenisPeriode, tanggal_panjang
from kinerja.domain.sop import Halaman
from kinerja.domain.surat import IsianSurat
from kinerja.models.dokumen import Dokumen
from kinerja.models.kantor import Kantor, kantor
from kinerja.models.laporan import Laporan
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.periode import Periode
from kinerja.models.surat import SuratKeluar
from kinerja.operations.dokumen.terbit import dokumen_laporan, klasifikasi_untuk
from kinerja.operations.laporan.verba import laporan_kini
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.sekali.verba import lembar_dapat_dimulai, mulai
from kinerja.operations.surat_keluar_lihat import dokumen_surat

PEMBUAT = (Peran.KASUBAG_PERENCANAAN, Peran.KASUBAG_UMUM)


@dataclass(frozen=True)
class Pengantar:
    """A cover letter of a report; ``dokumen`` once it has its number."""

    jalan: Periode
    dokumen: Dokumen | None


def boleh_pengantar(oleh: Pelaku, periode: Periode) -> bool:
    """May this person make it now? Once the yearly report is signed and in the archive."""
    tahunan = periode.jenis is JenisPeriode.TAHUNAN and periode.ditutup_pada is not None
    return tahunan and oleh.berperan(*PEMBUAT)


def pengantar_laporan(sesi: Session, periode: Periode) -> list[Pengantar]:
    """The cover letters of any version of this report that were not given up, newest first."""
    pilih = (
        select(SuratKeluar)
        .join(Laporan, Laporan.id == SuratKeluar.laporan_id)
        .join(Periode, Periode.id == SuratKeluar.periode_id)
        .options(joinedload(SuratKeluar.periode).joinedload(Periode.lembar_sop))
        .where(Laporan.periode_id == periode.id, Periode.dibatalkan_pada.is_(None))
        .order_by(SuratKeluar.id.desc())
    )
    semua = sesi.execute(pilih).scalars().all()
    return [Pengantar(surat.periode, dokumen_surat(sesi, surat)) for surat in semua]


def buat_pengantar(sesi: Session, periode: Periode, oleh: Pelaku, pada: datetime) -> Periode:
    """Start the letter, filled in from the report. Raises BelumLengkap before the Pengesahan."""
    if not oleh.berperan(*PEMBUAT):
        raise TidakBerwenang("Surat pengantar dibuat Kasubag Perencanaan atau Kasubag Umum.")
    laporan = laporan_kini(sesi, periode.id)
    dokumen = dokumen_laporan(sesi, laporan) if laporan else None
    if not boleh_pengantar(oleh, periode) or laporan is None or dokumen is None or not dokumen.arsip:
        raise BelumLengkap("Surat pengantar dibuat sesudah laporan tahunan disahkan dan diarsipkan.")
    ada = next((p for p in pengantar_laporan(sesi, periode) if _mengantar(sesi, p, laporan)), None)
    if ada is not None:
        raise SudahDikerjakan("Surat pengantar laporan ini sudah dibuat.")
    kelas = klasifikasi_untuk(sesi, JENIS_LAPORAN[JenisPeriode.TAHUNAN])
    return mulai(
        sesi,
        _lembar(sesi, oleh).id,
        f"Surat pengantar Laporan Kinerja {periode.nama}",
        oleh,
        pada,
        surat=isian_pengantar(kantor(sesi), periode, dokumen, kelas),
        laporan_id=laporan.id,
    )


def _mengantar(sesi: Session, pengantar: Pengantar, laporan: Laporan) -> bool:
    """Is it about this version of the report?"""
    pilih = select(SuratKeluar.laporan_id).where(SuratKeluar.periode_id == pengantar.jalan.id)
    return sesi.execute(pilih).scalar_one() == laporan.id


def _lembar(sesi: Session, oleh: Pelaku) -> LembarSop:
    """The sheet this person may start whose first step writes a letter."""
    for lembar in lembar_dapat_dimulai(sesi, oleh):
        if sop_dari(lembar).mulai.halaman is Halaman.SURAT:
            return lembar
    raise BelumLengkap("Lembar SOP Surat Keluar belum dimuat atau tidak dipakai lagi.")


def isian_pengantar(office: Kantor, periode: Periode, dokumen: Dokumen, kelas: str) -> IsianSurat:
    """The letter as a proposal: every word can be changed before it goes on. ``kelas``: its klasifikasi."""
    kecamatan = f"Kecamatan {office.kecamatan}".strip()
    atasan = office.jabatan_atasan or f"Bupati {office.kabupaten}".strip()
    return IsianSurat(
        hal=f"Penyampaian Laporan Kinerja {kecamatan} {periode.nama}",
        klasifikasi=kelas,
        kepada=atasan,
        di="Tempat",
        lampiran="1 (satu) dokumen",
        isi=(
            "Dengan hormat,\n\n"
            "Berdasarkan Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja "
            "Instansi Pemerintah dan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi "
            f"Nomor 53 Tahun 2014, bersama ini kami sampaikan Laporan Kinerja {kecamatan} {periode.nama} "
            f"dengan nomor {dokumen.nomor} tanggal {tanggal_panjang(dokumen.tanggal)}, "
            "sebagaimana terlampir.\n\n"
            "Demikian disampaikan. Atas perhatian dan arahan yang diberikan, kami ucapkan terima kasih."
        ),
    )

"""A triwulan of the hand-worked office, frozen, issued, signed and archived; and its figures changed since."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.periode import JenisPeriode
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.realisasi import Realisasi
from kinerja.models.tugas import PENGESAHAN, Tugas
from kinerja.operations.arsip import unggah_tertanda
from kinerja.operations.catatan import catat
from kinerja.operations.dokumen.terbit import calon, terbitkan
from kinerja.operations.laporan.verba import bekukan
from kinerja.operations.tugas import ambil
from tests.data_uji_arsip import pdf_uji, simpan_uji
from tests.data_uji_laporan import PADA, bangun_tangan, periode, siapkan_draf, tulis_narasi
from tests.kantor_uji import TAHUN, orang_uji

SESUDAH = datetime(TAHUN, 11, 3, 2, 0, tzinfo=UTC)


def pengesahan(sesi: Session, milik: Periode) -> Tugas:
    """The Pengesahan of a period, with all it needs."""
    pilih = select(Tugas.id).where(Tugas.periode_id == milik.id, Tugas.kunci == PENGESAHAN)
    return ambil(sesi, sesi.execute(pilih).scalar_one())


def sahkan(sesi: Session, data: Path, milik: Periode, pada: datetime = PADA) -> Dokumen:
    """Issue the newest frozen report and file the signed PDF."""
    oleh, tugas = orang_uji(sesi, "kasubag_perencanaan"), pengesahan(sesi, milik)
    rencana = calon(sesi, tugas, oleh, pada, date(TAHUN, 10, 9))
    berkas = simpan_uji(sesi, data, pdf_uji(2, f"terbit {rencana.nomor}"))
    dokumen = terbitkan(sesi, tugas.id, rencana, berkas, 2, oleh, pada, None)
    sesi.refresh(dokumen, ["berkas", "arsip"])
    tertanda = simpan_uji(sesi, data, pdf_uji(2, f"tertanda {rencana.nomor}"))
    unggah_tertanda(sesi, tugas.id, tertanda, 2, "tte", "", "", oleh, pada)
    sesi.expire(dokumen, ["arsip"])
    return dokumen


def triwulan_sah(
    sesi: Session, data: Path, ke: int = 1, bangun: bool = True
) -> tuple[Periode, Laporan, Dokumen]:
    """Triwulan ``ke``: computed, written, frozen, issued, signed, closed."""
    if bangun:
        bangun_tangan(sesi)
    milik = periode(sesi, JenisPeriode.TRIWULAN, ke)
    laporan = siapkan_draf(sesi, milik, "3", orang_uji(sesi, "staf_perencanaan"))
    tulis_narasi(sesi, laporan)
    bekukan(sesi, milik, orang_uji(sesi, "sekretaris"), PADA)
    pengesahan(sesi, milik).dibuka_pada = PADA
    sesi.flush()
    return milik, laporan, sahkan(sesi, data, milik)


def ubah_angka(sesi: Session, triwulan: int = 1, nilai: str = "1") -> Realisasi:
    """Another figure for the first indikator, put on record as the unit's filling in is."""
    pilih = select(Realisasi).where(Realisasi.triwulan == triwulan).order_by(Realisasi.id).limit(1)
    satu = sesi.execute(pilih).scalar_one()
    satu.nilai = nilai
    sesi.flush()
    oleh = orang_uji(sesi, "kasi_pelayanan")
    catat(sesi, oleh, SESUDAH, "isi_realisasi", f"realisasi:{satu.id}", "Angka diperbaiki.", None, nilai)
    return satu

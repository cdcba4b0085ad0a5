"""Frozen reports, issued documents and small PDFs for the tests."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path

from pypdf import PdfWriter
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.archive import gudang
from kinerja.domain.laporan import susun_triwulan
from kinerja.domain.laporan_data import DataLaporan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import periode_satu
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.tugas import PENGESAHAN, Tugas
from kinerja.operations.berkas import catat_berkas
from kinerja.operations.dokumen.terbit import calon, terbitkan
from kinerja.operations.laporan.verba import bekukan
from kinerja.operations.tugas import ambil
from tests.kantor_uji import TAHUN, orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)


def pdf_uji(halaman: int = 1, tanda: str = "") -> bytes:
    """A real PDF with so many empty pages; ``tanda`` makes two of them differ."""
    tulis = PdfWriter()
    for _ in range(halaman):
        tulis.add_blank_page(595, 842)
    tulis.add_metadata({"/Title": tanda or "uji"})
    aliran = io.BytesIO()
    tulis.write(aliran)
    return aliran.getvalue()


def simpan_uji(sesi: Session, data: Path, isi: bytes, nama: str = "uji.pdf") -> Berkas:
    """Put bytes into the store and write their row."""
    tersimpan = gudang.simpan(data, io.BytesIO(isi), 25_000_000)
    return catat_berkas(
        sesi, tersimpan, nama, "application/pdf", orang_uji(sesi, "kasubag_perencanaan"), PADA
    )


def siap_disahkan(sesi: Session, ke: int = 1) -> Tugas:
    """Triwulan ``ke`` with a frozen report and its Pengesahan open, without walking the steps."""
    periode = sesi.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, ke)).scalar_one()
    pk = sesi.execute(select(PerjanjianKinerja)).scalars().first()
    if pk is None:
        pk = PerjanjianKinerja(tahun=TAHUN, versi=1, dibuat_pada=PADA, disetujui_pada=PADA)
        sesi.add(pk)
        sesi.flush()
    isi = susun_triwulan(DataLaporan(tahun=TAHUN, versi_pk="1", sasaran=()), ke)
    laporan = Laporan(
        periode_id=periode.id,
        versi=1,
        pk_id=pk.id,
        isi=isi.ke_data(),
        digest=isi.digest(),
        narasi={},
        diolah_pada=PADA,
    )
    sesi.add(laporan)
    sesi.flush()
    bekukan(sesi, periode, orang_uji(sesi, "sekretaris"), PADA)
    tugas = sesi.execute(
        select(Tugas).where(Tugas.periode_id == periode.id, Tugas.kunci == PENGESAHAN)
    ).scalar_one()
    tugas.dibuka_pada = PADA
    sesi.flush()
    return ambil(sesi, tugas.id, kunci=True)


def terbit(sesi: Session, data: Path, tugas: Tugas, halaman: int = 2) -> Dokumen:
    """Issue the report of a Pengesahan as a small PDF."""
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    rencana = calon(sesi, tugas, oleh, PADA, date(2026, 10, 8))
    berkas = simpan_uji(sesi, data, pdf_uji(halaman, f"terbit {tugas.id}"))
    return terbitkan(sesi, tugas.id, rencana, berkas, halaman, oleh, PADA, None)

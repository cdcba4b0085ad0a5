"""Semester, the year, and Pengesahan of any report."""

from __future__ import annotations

from playwright.sync_api import expect

from kinerja.demo.kertas import tertanda
from tests.browser import halaman_disposisi as disposisi
from tests.browser import halaman_kotak as kotak
from tests.browser import halaman_laporan as laporan
from tests.browser import halaman_pengesahan as pengesahan
from tests.browser import halaman_sosialisasi as sosialisasi
from tests.browser import halaman_tugas as tugas
from tests.browser.babak_triwulan import putaran
from tests.browser.kantor_hidup import KEPALA, KantorHidup

LANGKAH = {
    6: "Merekap 2 (dua) laporan triwulan",
    7: "Menyusun laporan semester dan laporan tahunan",
    8: "Mensosialisasikan laporan semesteran",
    9: "Menyusun 2 (Dua) Laporan Semesteran",
}
CAMAT = "Camat Uji"


def satu_semester(k: KantorHidup, nama: str, diundang: tuple[str, ...], koreksi: str = "") -> None:
    """Steps 6 to 8; a correction goes back to step 7 and is checked without a new meeting."""
    penyusun, sekretaris = k.sebagai("kasubag_perencanaan"), k.sebagai("sekretaris")
    kotak.buka(penyusun, LANGKAH[6])
    laporan.bagi_tugas(penyusun)
    tugas.selesaikan(penyusun)
    for kepala in KEPALA:
        hal = f"Pembagian tugas penyusunan laporan {nama}"
        disposisi.balas(k.sebagai(kepala), hal, "Bahan sudah diperiksa dan disiapkan.")
    kotak.buka(penyusun, LANGKAH[7])
    laporan.olah(penyusun)
    # ringkasan, one analysis for each of three sasaran, tindak lanjut
    assert laporan.tulis_wajib(penyusun, f"Uraian {nama}.") == 5
    penyusun.reload()
    laporan.sampaikan(penyusun)
    tugas.selesaikan(penyusun)
    disposisi.balas(sekretaris, f"Penyampaian draf laporan {nama}", "Diterima, segera disosialisasikan.")
    kotak.buka(sekretaris, LANGKAH[8])
    putaran(k, nama, diundang, LANGKAH[8], koreksi)
    if koreksi:
        tugas.kembalikan(sekretaris, "7", "Ringkasan perlu diperbaiki sesuai koreksi.")
        kotak.buka(penyusun, LANGKAH[7])
        laporan.ubah_bagian(penyusun, "Ringkasan", f"Ringkasan {nama} yang sudah diperbaiki.")
        laporan.tindak_lanjuti(penyusun, "Ringkasan", "Penyebabnya sudah ditulis.")
        penyusun.reload()
        tugas.selesaikan(penyusun)
        kotak.buka(sekretaris, LANGKAH[8])
        sosialisasi.nyatakan_diperiksa(sekretaris, "Ringkasan sudah dibaca dan sesuai koreksi.")
    tugas.selesaikan(sekretaris)


def setahun(k: KantorHidup, nama: str) -> None:
    """Step 9: Bab I to IV."""
    penyusun = k.sebagai("kasubag_perencanaan")
    kotak.buka(penyusun, LANGKAH[9])
    expect(penyusun.get_by_text("Sesuai dengan data sekarang", exact=True).first).to_be_visible()
    # three of Bab I, the causes for each of three sasaran, two of Bab IV
    assert laporan.tulis_wajib(penyusun, f"Uraian {nama}.") == 8
    penyusun.reload()
    tugas.selesaikan(penyusun)


def sahkan(k: KantorHidup, nama: str, oleh_camat: bool = False) -> bytes:
    """The final PDF is issued, signed outside, and comes back; the issued bytes."""
    penyusun = k.sebagai("kasubag_perencanaan")
    judul = f"Pengesahan laporan {nama}"
    kotak.buka(penyusun, judul)
    pdf = pengesahan.terbitkan(penyusun)
    assert pdf.startswith(b"%PDF-")
    pembawa = k.sebagai("camat") if oleh_camat else penyusun
    kotak.buka(pembawa, judul)
    pengesahan.unggah_tertanda(
        pembawa, f"{nama} tertanda.pdf", tertanda(pdf, CAMAT), "Lemari 2, map Laporan 2026"
    )
    return pdf

"""The kinds of document that a langkah asks for (kelengkapan) or puts out (output)."""

from __future__ import annotations

from enum import StrEnum


class Naskah(StrEnum):
    """A document kind the application knows; the value is what the SOP file writes.

    ``HASIL_KOREKSI``, ``CATATAN_PEMBAGIAN_TUGAS`` and the like are the words of the sheet itself;
    ``BERKAS`` is any file, for other SOP sheets that run on the generic work page.
    """

    PERJANJIAN_KINERJA = "perjanjian_kinerja"
    RENCANA_AKSI = "rencana_aksi"
    DISPOSISI = "disposisi"
    LEMBAR_DISPOSISI = "lembar_disposisi"
    REAKSI_DISPOSISI = "reaksi_disposisi"
    LAPORAN_PROGRES = "laporan_progres"
    DRAFT_LAPORAN = "draft_laporan"
    CATATAN_PEMBAGIAN_TUGAS = "catatan_pembagian_tugas"
    LAPORAN_TRIWULAN = "laporan_triwulan"
    LAPORAN_SEMESTER = "laporan_semester"
    HASIL_KOREKSI = "hasil_koreksi"
    DRAF = "draf"
    LAPORAN_KINERJA = "laporan_kinerja"
    KONSEP_SURAT = "konsep_surat"
    SURAT_BERNOMOR = "surat_bernomor"
    SURAT_TERTANDA = "surat_tertanda"
    BERKAS = "berkas"

    @property
    def label(self) -> str:
        """What people read on the screen."""
        return _LABEL[self]


_LABEL: dict[Naskah, str] = {
    Naskah.PERJANJIAN_KINERJA: "Perjanjian Kinerja",
    Naskah.RENCANA_AKSI: "Rencana Aksi",
    Naskah.DISPOSISI: "Disposisi",
    Naskah.LEMBAR_DISPOSISI: "Lembar Disposisi",
    Naskah.REAKSI_DISPOSISI: "Jawaban atas disposisi",
    Naskah.LAPORAN_PROGRES: "Laporan Progres",
    Naskah.DRAFT_LAPORAN: "Draft Laporan Kinerja",
    Naskah.CATATAN_PEMBAGIAN_TUGAS: "Catatan Pembagian Tugas",
    Naskah.LAPORAN_TRIWULAN: "Laporan Kinerja Triwulan yang sudah disahkan",
    Naskah.LAPORAN_SEMESTER: "Laporan Semester yang sudah disahkan",
    Naskah.HASIL_KOREKSI: "Hasil Koreksi Laporan Kinerja",
    Naskah.DRAF: "Draf laporan semester",
    Naskah.LAPORAN_KINERJA: "Laporan Kinerja tahunan",
    Naskah.KONSEP_SURAT: "Konsep surat",
    Naskah.SURAT_BERNOMOR: "Surat bernomor",
    Naskah.SURAT_TERTANDA: "Surat yang sudah ditandatangani",
    Naskah.BERKAS: "Berkas",
}

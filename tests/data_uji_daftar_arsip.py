"""Many issued documents at once, for the lists of the archive."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Dokumen
from kinerja.models.klasifikasi import Klasifikasi
from kinerja.operations.cari import indeks
from tests.data_uji_arsip import PADA

KELAS = (
    ("000.7.2.8", "Laporan berkala", 1, 1, "musnah"),
    ("000.8.3.3", "Standar operasional prosedur", 2, 3, "permanen"),
    ("000.1.5", "Surat keluar", 2, 3, "nilai"),
    ("000.8.6.3", "Akuntabilitas kinerja", 2, 3, "musnah"),
    ("000.7.2.7", "Perjanjian kinerja", 3, 4, "musnah"),
    ("000.5.1", "Kearsipan", 1, 1, "musnah"),
)


def jadwal(sesi: Session) -> None:
    """The schedule, as a migration puts one in, with a class for each nasib and one that nothing uses."""
    for kode, nama, aktif, inaktif, nasib in KELAS:
        if sesi.get(Klasifikasi, kode) is None:
            sesi.add(
                Klasifikasi(kode=kode, nama=nama, aktif=aktif, inaktif=inaktif, nasib=nasib, sumber="Contoh")
            )
    sesi.flush()


def dokumen_jadi(
    sesi: Session, urut: int, tahun: int = 2030, kelas: str = "000.1.5", judul: str = "", teks: str = ""
) -> Dokumen:
    """An issued letter without a run: only its row, its file's row and its words."""
    berkas = Berkas(
        sha256=f"{tahun * 100_000 + urut:064x}",
        ukuran=1,
        jenis="application/pdf",
        nama="surat.pdf",
        diterima_pada=PADA,
    )
    sesi.add(berkas)
    sesi.flush()
    dokumen = Dokumen(
        jenis="surat_keluar",
        judul=judul or f"Undangan rapat {urut}",
        klasifikasi=kelas,
        tahun=tahun,
        urut=urut,
        nomor=f"{kelas}/{urut}/CMT-TRS/{tahun}",
        kode=f"{tahun}-{urut:04d}",
        berkas_id=berkas.id,
        halaman=1,
        tanggal=date(tahun, 3, 1),
        diterbitkan_pada=PADA,
        diterbitkan_oleh_nama="Umum",
    )
    sesi.add(dokumen)
    sesi.flush()
    indeks(sesi, dokumen, teks)
    return dokumen

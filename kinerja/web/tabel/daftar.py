"""Lists as sheets: the archive, the audit chain, the disposisi a person may see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kinerja.documents.xlsx.tabel import Tabel
from kinerja.domain.disposisi import NAMA_HASIL, NAMA_SIFAT
from kinerja.domain.lembar_isian import JenisKolom, Kolom
from kinerja.domain.nomor import NAMA_JENIS
from kinerja.models.catatan import Catatan
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.dokumen import Dokumen
from kinerja.web.jam import zona

_ANGKA, _TANGGAL = JenisKolom.ANGKA, JenisKolom.TANGGAL


def _hari(saat: datetime | None) -> date | None:
    return saat.astimezone(zona()).date() if saat else None


def _jam(saat: datetime) -> str:
    return f"{saat.astimezone(zona()):%d-%m-%Y %H.%M}"


def tabel_arsip(dokumen: Iterable[Dokumen]) -> Tabel:
    """Issued documents and where their signed copy is."""
    kolom = (
        Kolom("Judul", lebar=56),
        Kolom("Jenis", lebar=24),
        Kolom("Nomor", lebar=30),
        Kolom("Kode", lebar=16),
        Kolom("Tanggal", _TANGGAL),
        Kolom("Halaman", _ANGKA, lebar=10),
        Kolom("Penanda tangan", lebar=34),
        Kolom("Keadaan", lebar=26),
        Kolom("Tempat lembar asli", lebar=24),
        Kolom("Sidik berkas tertanda (sha256)", lebar=68),
    )
    baris = []
    for d in dokumen:
        satu = next((a for a in reversed(d.arsip) if a.diganti_oleh_id is None), None)
        penanda = ", ".join(b for b in (d.penanda_nama, d.penanda_jabatan) if b)
        baris.append(
            (
                *(d.judul, NAMA_JENIS.get(d.jenis, d.jenis), d.nomor, d.kode, d.tanggal, d.halaman, penanda),
                "tertanda, diarsipkan" if satu else "menunggu tanda tangan",
                satu.lokasi_rak if satu else None,
                satu.berkas.sha256 if satu else None,
            )
        )
    return Tabel("Arsip", "Dokumen terbit dan arsipnya", kolom, baris)


def tabel_catatan(semua: Iterable[Catatan]) -> Tabel:
    """The audit chain with its hashes, oldest first."""
    kolom = (
        Kolom("Nomor", _ANGKA, lebar=10),
        Kolom("Waktu", lebar=18),
        Kolom("Siapa", lebar=28),
        Kolom("Jabatan", lebar=34),
        Kolom("Tindakan", lebar=80),
        Kolom("Mengenai", lebar=26),
        Kolom("Sidik", lebar=68),
    )
    baris = [(c.seq, _jam(c.pada), c.pelaku_nama, c.jabatan_nama, c.uraian, c.objek, c.hash) for c in semua]
    return Tabel("Catatan", "Catatan tindakan resmi", kolom, baris)


def tabel_disposisi(semua: Iterable[Disposisi]) -> Tabel:
    """A row for each branch; ``cabang`` with receiver and end must be loaded."""
    kolom = (
        Kolom("Agenda", lebar=12),
        Kolom("Tanggal", _TANGGAL),
        Kolom("Sifat", lebar=16),
        Kolom("Hal", lebar=52),
        Kolom("Surat dari", lebar=28),
        Kolom("Nomor surat", lebar=22),
        Kolom("Tanggal surat", _TANGGAL),
        Kolom("Dari", lebar=34),
        Kolom("Kepada", lebar=34),
        Kolom("Tenggat", _TANGGAL),
        Kolom("Keadaan", lebar=24),
        Kolom("Selesai", _TANGGAL),
    )
    baris = [
        (
            *(f"{d.nomor_agenda}/{d.tahun}", _hari(d.dibuat_pada), NAMA_SIFAT[d.sifat], d.hal),
            *(d.surat_dari, d.nomor_surat, d.tanggal_surat, d.pemberi_jabatan_nama),
            *(c.penerima.nama, c.tenggat, _keadaan(c)),
            _hari(c.penyelesaian.pada) if c.penyelesaian else None,
        )
        for d in semua
        for c in d.cabang
    ]
    return Tabel("Disposisi", "Disposisi", kolom, baris)


def _keadaan(c: CabangDisposisi) -> str:
    if c.dibatalkan_pada is not None:
        return "dibatalkan"
    if c.penyelesaian is not None:
        return NAMA_HASIL[c.penyelesaian.hasil].lower()
    return "belum dibalas"

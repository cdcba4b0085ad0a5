"""The report every engine prints: letterhead, justified text, a chart, a table of 12 columns, a signature."""

from __future__ import annotations

import functools
import io
import random
from dataclasses import dataclass
from decimal import Decimal

from kinerja.documents.blok import (
    Alinea,
    Baris,
    Batang,
    Grafik,
    HalamanBaru,
    Judul,
    Kolom,
    Tabel,
    TandaTangan,
)
from kinerja.documents.kantor import Kantor, Penandatangan
from kinerja.documents.laporan.naskah import Laporan

KALIMAT = (
    "Pada masa ini kecamatan memusatkan perhatian pada pembinaan nagari, tertib administrasi, dan pelayanan "
    "yang cepat bagi masyarakat. Sebagian besar indikator mencapai targetnya, sedangkan yang belum tercapai "
    "terutama disebabkan oleh jadwal kegiatan yang bergeser ke masa berikutnya. Untuk itu sudah dilakukan "
    "rapat koordinasi dengan wali nagari serta penyesuaian jadwal dan pembagian tugas antar seksi."
)
JUDUL = ("LAPORAN KINERJA TRIWULAN III", "TAHUN 2025")
KOLOM = (
    Kolom("No", 4, "tengah"),
    Kolom("Sasaran Strategis", 13),
    Kolom("Indikator Kinerja", 15),
    Kolom("Satuan", 7, "tengah"),
    Kolom("Target tahun", 6, "tengah"),
    Kolom("Target", 6, "tengah"),
    Kolom("Realisasi", 7, "tengah"),
    Kolom("Capaian", 7, "tengah"),
    Kolom("Anggaran (Rp)", 9, "kanan"),
    Kolom("Serapan", 7, "tengah"),
    Kolom("Penanggung jawab", 9),
    Kolom("Keterangan", 10),
)
_SASARAN = (
    "Meningkatnya kualitas pelayanan publik kecamatan",
    "Terjaganya ketenteraman dan ketertiban umum",
    "Meningkatnya tata kelola pemerintahan nagari",
)
_INDIKATOR = (
    "Persentase nagari yang mengelola keuangan tepat waktu",
    "Jumlah dokumen perencanaan dan pelaporan yang selesai tepat waktu",
    "Lama penyelesaian laporan masyarakat",
)
_KETERANGAN = ("Sangat Tinggi", "Tinggi; sebagian data menunggu bukti dari nagari", "Sedang")
_UNIT = ("Seksi Pemerintahan", "Subbagian Umum dan Kepegawaian", "Seksi Pelayanan Umum")


@dataclass(frozen=True)
class IsiUji:
    """What is printed, as plain values."""

    kantor: Kantor
    penandatangan: Penandatangan
    alinea: tuple[str, ...]
    batang: tuple[tuple[str, Decimal], ...]
    baris: tuple[tuple[str, ...], ...]


def isi_uji(jumlah: int) -> IsiUji:
    """The report with ``jumlah`` indicator rows; the same every time."""
    acak = random.Random(53)
    baris = tuple(
        (
            f"{n // 10 + 1}.{n % 10 + 1}",
            acak.choice(_SASARAN),
            f"{acak.choice(_INDIKATOR)} ({n + 1})",
            acak.choice(("persen", "dokumen", "hari")),
            str(acak.randint(50, 100)),
            str(acak.randint(10, 50)),
            f"{acak.randint(10, 50)},{acak.randint(10, 99)}",
            f"{acak.randint(60, 130)},{acak.randint(10, 99)}%",
            f"{acak.randint(1, 999)}.{acak.randint(100, 999)}.000",
            f"{acak.randint(40, 100)},{acak.randint(10, 99)}%",
            acak.choice(_UNIT),
            acak.choice(_KETERANGAN),
        )
        for n in range(jumlah)
    )
    return IsiUji(
        Kantor(
            "Pemerintah Kabupaten Contoh",
            "Kecamatan Contoh Tarusan",
            "Jalan Raya Contoh Nomor 1",
            telepon="0756 000",
            pos_el="kecamatan@contoh.go.id",
            logo=_logo(),
        ),
        Penandatangan(
            "Camat Contoh Tarusan",
            "NAMA CONTOH, S.E.",
            pangkat="Pembina Tingkat I",
            nip="196902419900320020",
            tempat="Tarusan",
            tanggal="10 Oktober 2025",
        ),
        (KALIMAT,) * 6,
        tuple((f"{n}. {_SASARAN[n % 3]}", Decimal(60 + 6 * n)) for n in range(1, 11)),
        baris,
    )


def laporan_uji(isi: IsiUji) -> Laporan:
    """The content as blocks, the way every report of the office comes."""
    batang = tuple(Batang(label, nilai, f"{nilai},00%") for label, nilai in isi.batang)
    return Laporan(
        kantor=isi.kantor,
        judul=JUDUL,
        bersampul=False,
        pembuka=(),
        blok=(
            *(Alinea(a) for a in isi.alinea),
            Grafik("Capaian per sasaran", batang),
            HalamanBaru("tidur"),
            Judul("Capaian kinerja per indikator"),
            Tabel(KOLOM, tuple(Baris(b) for b in isi.baris), rapat=True),
            TandaTangan(isi.penandatangan),
        ),
        nama_penandatangan=isi.penandatangan.nama,
        nomor="000.8.6.3/7/2025",
        status="",
        kode="2025-0007",
    )


@functools.cache
def _logo() -> bytes:
    from PIL import Image, ImageDraw

    gambar = Image.new("RGB", (64, 80), "#ffffff")
    ImageDraw.Draw(gambar).polygon([(2, 2), (62, 2), (62, 50), (32, 78), (2, 50)], fill="#2e7d32")
    keluar = io.BytesIO()
    gambar.save(keluar, "PNG")
    return keluar.getvalue()

"""The example office of the document tests; everyone in it is made up but the printed Camat."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw

from kinerja.documents.gambar import kotak_centang
from kinerja.documents.kantor import Kantor, Penandatangan


def logo() -> bytes:
    """A green shield."""
    gambar = Image.new("RGB", (150, 180), "white")
    ImageDraw.Draw(gambar).polygon([(5, 5), (145, 5), (145, 100), (75, 175), (5, 100)], fill="#226622")
    keluar = io.BytesIO()
    gambar.save(keluar, "PNG")
    return keluar.getvalue()


KANTOR = Kantor(
    pemerintah_kabupaten="Pemerintah Kabupaten Pesisir Selatan",
    kecamatan="Kecamatan Koto XI Tarusan",
    alamat="Jalan Raya Padang–Painan, Tarusan",
    telepon="(0756) 000000",
    laman="kototarusan.example.go.id",
    pos_el="kecamatan@example.go.id",
    kode_pos="25654",
    logo=logo(),
)
CAMAT = Penandatangan(
    jabatan="Camat Koto XI Tarusan",
    nama="NURIA NI, SE, M.Si.",
    pangkat="Pembina Tingkat I",
    nip="19690241990032002",  # 17 digits, as the sheet has it
    tempat="Tarusan",
    tanggal="10 Oktober 2025",
)
SEKRETARIS = Penandatangan(
    jabatan="Sekretaris",
    nama="Contoh Sekretaris, S.Sos.",
    pangkat="Penata Tingkat I",
    nip="197001011995031001",
    awalan="a.n.",
    atas_nama="Camat Koto XI Tarusan",
    tempat="Tarusan",
    tanggal="10 Oktober 2025",
)


def lembar_coba(**ubah: Any) -> dict[str, Any]:
    """Data of the small trial document."""
    return {
        "judul": "Contoh Dokumen",
        "kantor": KANTOR,
        "arah": "tegak",
        "kode": "KNJ-1234",
        "teks": "Uraian pertama.\n\nUraian kedua.",
        "baris": ["uraian baris"] * 3,
        "penandatangan": CAMAT,
        "kotak": kotak_centang(True),
        **ubah,
    }

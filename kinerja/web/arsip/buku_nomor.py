"""The book of numbers on screen, a year at a time, and as Excel; a page of the archive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import request
from werkzeug.wrappers import Response

from kinerja.documents.xlsx.tabel import Isi, Tabel
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.lembar_isian import JenisKolom, Kolom
from kinerja.domain.nomor import NAMA_JENIS
from kinerja.models.basis_data import db
from kinerja.operations.dokumen import buku_nomor as verba
from kinerja.web.akses import perlu
from kinerja.web.arsip.rute import bp
from kinerja.web.jam import hari_ini
from kinerja.web.respond import respond

PANJANG_TAHUN = 4


def angka_diminta(nama: str, panjang: int) -> int | None:
    """A whole number of the address, or None."""
    teks = request.args.get(nama, "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) <= panjang else None


def tahun_diminta(ada: list[int]) -> int:
    """``?tahun=``, else the newest year with a number, else this year."""
    diminta = angka_diminta("tahun", PANJANG_TAHUN)
    return diminta if diminta is not None else ada[0] if ada else hari_ini().year


@bp.get("/buku-nomor")
@perlu(Wewenang.BACA)
def buku_nomor() -> Response:
    """Every number of a year in order, gaps as rows; the filters live in the URL."""
    sesi = db.session()
    ada = verba.tahun_bernomor(sesi)
    tahun = tahun_diminta(ada)
    cari = request.args.get("cari", "").strip()[:100]
    sesudah = angka_diminta("sesudah", verba.PANJANG_URUT) or 0
    return respond(
        "arsip/buku_nomor.html",
        "arsip/_buku_nomor.html",
        buku=verba.buku_nomor(sesi, tahun, cari, sesudah),
        tahun=tahun,
        tahun_ada=sorted({tahun, *ada}, reverse=True),
        cari=cari,
        sesudah=sesudah,
        nama_jenis=NAMA_JENIS,
    )


def tabel_buku(tahun: int, semua: Iterable[verba.BarisBuku]) -> Tabel:
    """The book of a year as a sheet; a stretch of numbers never given is one row."""
    kolom = (
        Kolom("Nomor urut", lebar=12),
        Kolom("Nomor", lebar=30),
        Kolom("Tanggal", JenisKolom.TANGGAL),
        Kolom("Jenis", lebar=24),
        Kolom("Klasifikasi", lebar=16),
        Kolom("Judul", lebar=60),
        Kolom("Kode", lebar=14),
        Kolom("Keadaan", lebar=24),
        Kolom("Diterbitkan oleh", lebar=30),
        Kolom("Sidik berkas terbit (sha256)", lebar=68),
        Kolom("Sidik data (sha256)", lebar=68),
    )
    baris: list[Sequence[Isi]] = []
    for b in semua:
        d = b.dokumen
        if d is None:
            baris.append((b.urut, *(None,) * 6, b.keadaan, None, None, None))
            continue
        baris.append(
            (
                *(b.urut, d.nomor, d.tanggal, NAMA_JENIS.get(d.jenis, d.jenis), d.klasifikasi, d.judul),
                *(d.kode, b.keadaan, d.diterbitkan_oleh_nama, d.berkas.sha256, d.digest or None),
            )
        )
    return Tabel(f"Buku nomor {tahun}", f"Buku nomor {tahun}", kolom, baris)

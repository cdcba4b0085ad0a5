"""The lists of disposisi and the page of one slip."""

from __future__ import annotations

from typing import Any

from flask import request
from werkzeug.wrappers import Response

from kinerja.domain.disposisi import NAMA_SIFAT
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.models.periode import Periode
from kinerja.operations.disposisi import daftar as disposisi_daftar
from kinerja.operations.disposisi.lihat import ambil
from kinerja.web.akses import pelaku, perlu
from kinerja.web.disposisi import baru as disposisi_baru
from kinerja.web.disposisi import cabang as disposisi_cabang
from kinerja.web.disposisi import cetak as disposisi_cetak
from kinerja.web.disposisi import permintaan as disposisi_permintaan
from kinerja.web.disposisi.alamat import bp
from kinerja.web.disposisi.halaman import kata_cabang, konteks, terbuka
from kinerja.web.respond import respond

__all__ = ["bp"]

BAGIAN = (disposisi_baru, disposisi_cabang, disposisi_cetak, disposisi_permintaan)  # views on the same bp

ARAH = {"masuk": "Masuk", "selesai": "Sudah saya selesaikan", "keluar": "Keluar", "semua": "Semua"}


@bp.get("/", endpoint="beranda")  # the menu's name for the list
@bp.get("/")
@bp.get("/periode/<nomor:periode_id>")
@perlu(Wewenang.TERIMA_DISPOSISI)
def daftar(periode_id: int | None = None) -> Response:
    """``?arah=`` one of ARAH, ``?sebelum=`` pages on by number; of a period: all its steps put out."""
    periode = db.session.get(Periode, periode_id) if periode_id is not None else None
    if periode_id is not None and periode is None:
        raise TidakDitemukan("Periode itu tidak ada.")
    arah = "semua" if periode else request.args.get("arah", "")
    arah = arah if arah in ARAH else "masuk"
    baris, lagi = _baris(arah, _sebelum(), periode_id)
    return respond(
        "disposisi/daftar.html",
        "disposisi/_daftar.html",
        periode=periode,
        arah=arah,
        pilihan_arah=ARAH,
        baris=baris,
        lagi=lagi,
        jumlah_masuk=len(disposisi_daftar.masuk_terbuka(db.session(), pelaku())),
        nama_sifat=NAMA_SIFAT,
        kata_cabang=kata_cabang,
        terbuka=terbuka,
        boleh_membuat=bool(disposisi_baru.calon()),
    )


def _sebelum() -> int | None:
    teks = request.args.get("sebelum", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 18 else None


def _baris(arah: str, sebelum: int | None, periode_id: int | None) -> tuple[list[Any], int | None]:
    """One page of the list, and the number to page on from."""
    sesi, saya = db.session(), pelaku()
    semua: list[Any]
    if arah == "masuk":
        return list(disposisi_daftar.masuk_terbuka(sesi, saya)), None
    if arah == "selesai":
        semua = list(disposisi_daftar.masuk_selesai(sesi, saya, sebelum))
    elif arah == "keluar":
        semua = list(disposisi_daftar.keluar(sesi, saya, sebelum))
    else:
        semua = list(disposisi_daftar.semua(sesi, saya, sebelum, periode_id))
    satu_halaman = semua[: disposisi_daftar.PER_HALAMAN]
    return satu_halaman, satu_halaman[-1].id if len(semua) > len(satu_halaman) else None


@bp.get("/<nomor:disposisi_id>")
@perlu(Wewenang.TERIMA_DISPOSISI)
def tampil(disposisi_id: int) -> Response:
    """The slip with its tree: who holds it, since when, read or not, what came back."""
    disposisi = ambil(db.session(), disposisi_id, pelaku())
    return respond("disposisi/tampil.html", "disposisi/_disposisi.html", **konteks(disposisi))

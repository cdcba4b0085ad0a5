"""What templates use besides their context: filters, links from (noun, id), the person, the counter."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from flask import Flask, g, url_for
from flask_login import current_user
from jinja2 import StrictUndefined

from kinerja.documents.huruf import peringatan_tak_tercetak
from kinerja.documents.laporan.gambar import gambar_indikator, gambar_laporan
from kinerja.domain.angka import tulis_rupiah
from kinerja.domain.jabatan import NAMA_PERAN, Wewenang, tulis_nip
from kinerja.domain.pemberitahuan import Kabar
from kinerja.domain.periode import tanggal_panjang
from kinerja.models.basis_data import db
from kinerja.operations.kotak.isi import ButirKotak, isi_kotak
from kinerja.operations.pemberitahuan import belum_dibaca
from kinerja.web import kata_waktu, menu
from kinerja.web.ikon import JALUR_IKON
from kinerja.web.jam import hari_ini, kantor_kini, sekarang, zona
from kinerja.web.laporan.gambar import capaian_tahun
from kinerja.web.pustaka import berkas_statis

# (noun, id) of Butir and ButirKotak → endpoint and the name of its argument ("" where it takes none).
TEMPAT: dict[str, tuple[str, str]] = {
    "tugas": ("tugas.tampil", "tugas_id"),
    "cabang": ("disposisi.cabang", "cabang_id"),
    "disposisi": ("disposisi.tampil", "disposisi_id"),
    "surat_masuk": ("surat_masuk.tampil", "surat_id"),
    "disposisi_periode": ("disposisi.daftar", "periode_id"),
    "perjanjian_kinerja": ("perjanjian_kinerja.tampil", "tahun"),
    "rencana_aksi": ("rencana_aksi.tampil", "tahun"),
    "laporan_progres": ("laporan_progres.rekap", "periode_id"),
    "realisasi": ("realisasi.isi", "periode_id"),
    "laporan": ("laporan.tampil", "periode_id"),
    "tanggapan": ("sosialisasi.tanggapan", "tanggapan_id"),
    "arsip": ("arsip.daftar", "tahun"),
    "dokumen": ("arsip.dokumen", "dokumen_id"),
    "kantor": ("kantor.tampil", ""),
    "jabatan": ("jabatan.daftar", ""),
    "orang": ("orang.tampil", "pegawai_id"),
    "orang_baru": ("orang.baru", ""),
    "periode": ("periode.daftar", ""),
    "jalan": ("jalan.tampil", "periode_id"),
    "pemberitahuan": ("pemberitahuan.daftar", ""),
    "pemeriksaan": ("pemeriksaan.tampil", ""),
    "sop_periode": ("sop.periode", "periode_id"),
    "pindaian": ("pindai_putusan.tampil", "pindaian_id"),
    "pindaian_semua": ("pindai.daftar", ""),
}


def tautan(tempat: tuple[str, int] | None) -> str | None:
    """The URL of a (noun, id); None where there is no such page or the person may not open it."""
    if tempat is None:
        return None
    titik, nama = TEMPAT[tempat[0]]
    if not current_user.is_authenticated or not menu.boleh_buka(titik, current_user.pelaku):
        return None
    argumen: dict[str, Any] = {nama: tempat[1]} if nama else {}
    return url_for(titik, **argumen)


def kotak() -> list[ButirKotak]:
    """The person's inbox, read once per request: the list and every counter are this one."""
    if "kotak" not in g:
        g.kotak = (
            isi_kotak(db.session(), current_user.pelaku, sekarang()) if current_user.is_authenticated else []
        )
    hasil: list[ButirKotak] = g.kotak
    return hasil


def kabar() -> list[Kabar]:
    """What the bell counts, read once per request from the inbox above."""
    if "kabar" not in g:
        office = kantor_kini()
        g.kabar = (
            belum_dibaca(db.session(), current_user.pelaku, kotak(), sekarang(), office)
            if current_user.is_authenticated and office
            else []
        )
    hasil: list[Kabar] = g.kabar
    return hasil


def _tanggal(nilai: date | datetime | None) -> str:
    if nilai is None:
        return "–"
    if isinstance(nilai, datetime):
        nilai = nilai.astimezone(zona()).date()
    return tanggal_panjang(nilai)


def _jam(nilai: datetime | None) -> str:
    if nilai is None:
        return "–"
    setempat = nilai.astimezone(zona())
    return f"{tanggal_panjang(setempat.date())} pukul {setempat:%H.%M}"


def _hari_sejak(nilai: datetime) -> int:
    return max(0, (hari_ini() - nilai.astimezone(zona()).date()).days)


def _ukuran_berkas(byte: int) -> str:
    """ "820 kB", "1,4 MB" (decimal units, as file managers show)."""
    if byte < 1_000_000:
        return f"{max(1, round(byte / 1000))} kB"
    return f"{byte / 1_000_000:.1f} MB".replace(".", ",")


def siapkan_templat(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        tanggal=_tanggal,
        jam=_jam,
        hari_sejak=_hari_sejak,
        ukuran_berkas=_ukuran_berkas,
        nip=tulis_nip,
        rupiah=tulis_rupiah,
        nama_peran=NAMA_PERAN.__getitem__,
        lama=kata_waktu.lama,
        menunggu=kata_waktu.menunggu,
        hari_tanggal=kata_waktu.hari_tanggal,
        kata_tenggat=kata_waktu.kata_tenggat,
        kata_tugas=kata_waktu.kata_tugas,
        tak_tercetak=peringatan_tak_tercetak,
    )
    app.jinja_env.globals.update(
        tautan=tautan,
        kotak=kotak,
        kabar=kabar,
        hari_ini=hari_ini,
        sekarang=sekarang,
        kantor=kantor_kini,
        Wewenang=Wewenang,
        JALUR_IKON=JALUR_IKON,
        berkas_statis=berkas_statis,
        menu=menu.menu,
        boleh_buka=menu.boleh_buka,
        menit_sejak=kata_waktu.menit_sejak,
        capaian_tahun=capaian_tahun,
        gambar_laporan=gambar_laporan,
        gambar_indikator=gambar_indikator,
    )

    @app.context_processor
    def _orang() -> dict[str, Any]:
        return {"pelaku": current_user.pelaku if current_user.is_authenticated else None}

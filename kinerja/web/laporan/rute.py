"""Reports for everybody who reads: the list of a year, one report on the screen, its draft as PDF."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, request
from flask.blueprints import BlueprintSetupState
from sqlalchemy import select
from sqlalchemy.orm import load_only
from werkzeug.wrappers import Response

from kinerja.documents.pratinjau import gambar_halaman
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.basis_data import db
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas, tugas_periode
from kinerja.operations.dokumen.terbit import dokumen_laporan
from kinerja.operations.laporan.koreksi import daftar_koreksi
from kinerja.operations.laporan.verba import isi_laporan, laporan_kini, narasi_laporan
from kinerja.web.akses import perlu
from kinerja.web.jam import sekarang
from kinerja.web.kata_waktu import Kata
from kinerja.web.laporan import angka as laporan_angka
from kinerja.web.laporan.bagian import baca
from kinerja.web.laporan.pdf import cetak_laporan
from kinerja.web.laporan.versi import konteks_versi
from kinerja.web.respond import respond

bp = Blueprint("laporan", __name__, url_prefix="/laporan")

HALAMAN_PRATINJAU = 40
PANJANG_VERSI = 6  # digits of ``?versi=``


@bp.record_once
def _daftarkan_kata(keadaan: BlueprintSetupState) -> None:
    """The words of figures, for the macros of templates/laporan/_angka.html."""
    keadaan.app.jinja_env.globals["kata_laporan"] = laporan_angka


@dataclass(frozen=True)
class BarisLaporan:
    """A period in the list with its newest report, if there is one."""

    periode: Periode
    laporan: Laporan | None
    kata: Kata


def cari_periode(periode_id: int) -> Periode:
    """A period that has a report. Raises TidakDitemukan."""
    periode = db.session.get(Periode, periode_id)
    if periode is None or periode.jenis is JenisPeriode.SEKALI:
        raise TidakDitemukan("Laporan itu tidak ada.")
    return periode


def versi_diminta() -> tuple[int | None, str]:
    """The version asked for by ``?versi=`` and its words in a file's name; (None, "") for the newest."""
    teks = request.args.get("versi", "")
    if not (teks.isascii() and teks.isdigit() and len(teks) < PANJANG_VERSI):
        return None, ""
    return int(teks), f" versi {int(teks)}"


def kata_laporan(periode: Periode, laporan: Laporan | None, diarsipkan: bool = True) -> Kata:
    """Where the report stands, in words; ``diarsipkan``: its signed PDF came back."""
    if laporan is None or laporan.dibatalkan:
        return Kata("Revisi dibatalkan" if laporan else "Belum diolah", "netral", "titik")
    if periode.ditutup_pada is not None and laporan.dibekukan_pada is None:
        return Kata(f"Revisi sedang disusun (versi {laporan.versi})", "awas", "pena")
    if periode.ditutup_pada is not None and not diarsipkan:
        return Kata("Revisi menunggu tanda tangan", "info", "jam")
    if periode.ditutup_pada is not None:
        return Kata("Disahkan dan diarsipkan", "baik", "centang")
    if laporan.dibekukan_pada is not None:
        return Kata("Selesai disusun, menunggu tanda tangan", "info", "jam")
    return Kata(f"Draf versi {laporan.versi}" if laporan.versi > 1 else "Draf", "awas", "pena")


@bp.get("/")
@perlu(Wewenang.BACA)
def beranda() -> Response:
    """Every report by year, newest year first."""
    semua: dict[int, Laporan] = {}
    ringkas = load_only(
        Laporan.periode_id, Laporan.versi, Laporan.diolah_pada, Laporan.dibekukan_pada, Laporan.revisi_alasan
    )
    for satu in db.session.execute(select(Laporan).options(ringkas).order_by(Laporan.versi)).scalars():
        semua[satu.periode_id] = satu
    diarsip = select(Dokumen.laporan_id).join(Arsip, Arsip.dokumen_id == Dokumen.id)
    tertanda = set(db.session.execute(diarsip).scalars())
    tahun: dict[int, list[BarisLaporan]] = {}
    pilih = select(Periode).where(Periode.jenis != JenisPeriode.SEKALI)
    for p in db.session.execute(pilih.order_by(Periode.tahun.desc(), Periode.id)).scalars():
        laporan = semua.get(p.id)
        diarsipkan = laporan is None or laporan.id in tertanda or not laporan.revisi_alasan
        baris = BarisLaporan(p, laporan, kata_laporan(p, laporan, diarsipkan))
        tahun.setdefault(p.tahun, []).append(baris)
    return respond("laporan/beranda.html", tahun=tahun)


@bp.get("/<nomor:periode_id>")
@perlu(Wewenang.BACA)
def tampil(periode_id: int) -> Response:
    """The newest version of a period's report: figures, texts, where it stands."""
    return respond("laporan/tampil.html", **konteks_laporan(cari_periode(periode_id)))


def konteks_laporan(periode: Periode, versi: Laporan | None = None) -> dict[str, Any]:
    """What the page shows of this version, or of the newest."""
    laporan = versi or laporan_kini(db.session(), periode.id)
    dokumen = dokumen_laporan(db.session(), laporan) if laporan else None
    isi = isi_laporan(laporan) if laporan else None
    return {
        "periode": periode,
        "laporan": laporan,
        "dokumen": dokumen,
        "isi": isi,
        "kata": kata_laporan(periode, laporan, _diarsipkan(laporan, dokumen)),
        "kelompok_baca": baca(isi, narasi_laporan(laporan)) if isi and laporan else [],
        "koreksi": daftar_koreksi(db.session(), periode.id),
        "tugas_kini": _tugas_kini(periode),
        **konteks_versi(periode, laporan),
    }


def _diarsipkan(laporan: Laporan | None, dokumen: Dokumen | None) -> bool:
    """Only of a revision can it be that the period is closed and this version not yet signed."""
    return laporan is None or not laporan.revisi_alasan or (dokumen is not None and bool(dokumen.arsip))


def _tugas_kini(periode: Periode) -> Tugas | None:
    """The open step of the period, if one is."""
    semua = db.session.execute(tugas_periode(periode.id)).scalars()
    return next((t for t in semua if t.terbuka and t.dibuka_pada and t.dibuka_pada <= sekarang()), None)


@bp.get("/<nomor:periode_id>/draf.pdf")
@perlu(Wewenang.BACA)
def pdf(periode_id: int) -> Response:
    """The draft as a download, marked as one; ``?versi=`` asks for another than the newest."""
    periode = cari_periode(periode_id)
    nomor, kata = versi_diminta()
    hasil = cetak_laporan(periode_id, draf=True, versi=nomor)
    jawab = Response(hasil.pdf, mimetype="application/pdf")
    jawab.headers.set("Content-Disposition", "attachment", filename=f"Draf Laporan {periode.nama}{kata}.pdf")
    return jawab


@bp.get("/<nomor:periode_id>/pratinjau")
@perlu(Wewenang.BACA)
def pratinjau(periode_id: int) -> Response:
    """The draft as page images: what will be printed; ``?versi=`` asks for another than the newest."""
    periode = cari_periode(periode_id)
    nomor, _ = versi_diminta()
    hasil = cetak_laporan(periode_id, draf=True, versi=nomor)
    jumlah, gambar = gambar_halaman(hasil.pdf, sampai=HALAMAN_PRATINJAU)
    return respond(
        "laporan/pratinjau.html",
        "laporan/_pratinjau.html",
        periode=periode,
        versi=nomor,
        jumlah=jumlah,
        gambar=[base64.b64encode(satu).decode("ascii") for satu in gambar],
    )

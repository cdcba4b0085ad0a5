"""Pemeriksaan arsip: when everything was last checked and how it stood, earlier runs, and one now."""

from __future__ import annotations

import time
from itertools import groupby
from typing import Any

from flask import Blueprint, current_app, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import SudahDikerjakan
from kinerja.domain.keutuhan import NAMA_TEMUAN, SARAN, Temuan
from kinerja.models.basis_data import db, lepas
from kinerja.models.pemeriksaan import PeriksaArsip
from kinerja.operations import periksa_arsip as verba
from kinerja.upkeep.pemeriksa import tercatat
from kinerja.upkeep.utas import Utas
from kinerja.upkeep.verify import periksa
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import sekarang
from kinerja.web.menu import boleh_buka
from kinerja.web.respond import minta_potongan, pindah, respond
from kinerja.web.transaksi import pembuka

bp = Blueprint("pemeriksaan", __name__, url_prefix="/pemeriksaan")

SEBAB = {
    verba.MINGGUAN: "Pemeriksaan mingguan",
    verba.PERMINTAAN: "Diminta",
    verba.BARIS_PERINTAH: "Dari komputer server",
}
SERUPA = 20  # findings of one kind shown in full


@bp.get("/")
@perlu(Wewenang.ATUR_KANTOR, Wewenang.ATUR_ORANG, Wewenang.UNGGAH_TERTANDA)
def tampil() -> Response:
    """The page; while a check runs, htmx fetches its part every two seconds."""
    return respond("pemeriksaan/tampil.html", "pemeriksaan/_pemeriksaan.html", **_konteks())


@bp.post("/")
@perlu(Wewenang.ATUR_KANTOR, Wewenang.ATUR_ORANG)
def mulai() -> Response:
    """Check now: in the background of ``kinerja serve``; under another server in this very request."""
    try:
        utas = _utas()
        if utas is not None:
            verba.minta(db.session(), pelaku(), sekarang())
            db.session.commit()
            utas.bangunkan()
            flash("Pemeriksaan dimulai.", "sukses")
        else:
            _langsung()
            flash("Pemeriksaan selesai.", "sukses")
    except SudahDikerjakan as salah:
        db.session.rollback()
        flash(salah.pesan, "peringatan")
        return respond("pemeriksaan/tampil.html", "pemeriksaan/_pemeriksaan.html", status=409, **_konteks())
    if minta_potongan():
        return respond("pemeriksaan/tampil.html", "pemeriksaan/_pemeriksaan.html", **_konteks())
    return pindah(url_for("pemeriksaan.tampil"))


@bp.app_template_global()
def peringatan_arsip() -> verba.Peringatan | None:
    """What the pages people begin with warn of, for those who may open this one."""
    if not current_user.is_authenticated or not boleh_buka("pemeriksaan.tampil", pelaku()):
        return None
    return verba.peringatan(db.session(), sekarang())


def kata_lama(baris: PeriksaArsip) -> str:
    """How long a run took: "3 menit 5 detik"."""
    if baris.selesai_pada is None:
        return "–"
    menit, detik = divmod(round((baris.selesai_pada - baris.dimulai_pada).total_seconds()), 60)
    if not menit:
        return f"{detik} detik" if detik else "kurang dari satu detik"
    return f"{menit} menit {detik} detik"


def _utas() -> Utas | None:
    utas = current_app.extensions.get("kinerja_pemeriksa")
    return utas if isinstance(utas, Utas) and utas.jalan else None


def _langsung() -> None:
    verba.pastikan_boleh_mulai(db.session(), pelaku(), sekarang())
    siapa, awal = pelaku(), time.monotonic()
    lepas(db.session())
    buka = pembuka(current_app._get_current_object())  # type: ignore[attr-defined]
    with buka(False) as sesi:
        hasil = periksa(sesi, current_app.config["DATA"])
    with buka(True) as sesi:
        verba.catat_selesai(sesi, tercatat(hasil), sekarang(), time.monotonic() - awal, siapa)


def _konteks() -> dict[str, Any]:
    kini = sekarang()
    semua = verba.daftar(db.session())
    akhir = verba.terakhir(db.session())
    jalan = verba.berjalan(db.session(), kini)
    return {
        "akhir": akhir,
        "jalan": jalan,
        "lalu": [b for b in semua if b is not jalan],
        "rusak": _kelompok(akhir.rusak if akhir else []),
        "catatan": _kelompok(akhir.catatan if akhir else []),
        "basi": akhir is not None and abs(kini - akhir.dimulai_pada) > verba.BASI,
        "boleh": verba.boleh_memeriksa(pelaku()),
        "sendiri": _utas() is not None,
        "SEBAB": SEBAB,
        "SERUPA": SERUPA,
        "kata_lama": kata_lama,
    }


def _kelompok(data: list[dict[str, str]]) -> list[tuple[str, list[tuple[str, list[Temuan]]]]]:
    """The findings by what to do about them, then by the name of their kind."""
    urutan = list(NAMA_TEMUAN)
    hasil: dict[str, list[tuple[str, list[Temuan]]]] = {}
    semua = sorted((Temuan.dari_data(satu) for satu in data), key=lambda t: urutan.index(t.jenis))
    for jenis, isi in groupby(semua, key=lambda t: t.jenis):
        hasil.setdefault(SARAN[jenis], []).append((NAMA_TEMUAN[jenis], list(isi)))
    return list(hasil.items())

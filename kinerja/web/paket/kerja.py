"""Making the pack that waits in its row: by a thread of ``kinerja serve``, or on the command line."""

from __future__ import annotations

import logging
import time
from datetime import datetime
from pathlib import Path

from flask import Flask

from kinerja.models import db
from kinerja.operations import paket as verba
from kinerja.web.jam import sekarang
from kinerja.web.paket.susun import HasilPaket, Lapor, bersihkan, jalur_paket, rencana, susun
from kinerja.web.transaksi import pembuka

_log = logging.getLogger("kinerja.paket")
EKSTENSI = "kinerja_paket"
"""Where ``app.extensions`` holds the thread, to be woken by a request."""
DETIK = 30
SELANG = 0.5
"""Seconds between two writes of the progress."""
GAGAL = "Paket tidak jadi dibuat karena gangguan pada server. Laporkan kepada admin, lalu coba lagi."
PENUH = "Paket tidak jadi dibuat: cakram server penuh atau tidak dapat ditulis. Hubungi admin."


def saat(app: Flask) -> datetime:
    """The office's moment now, outside of a request."""
    with app.app_context():
        return sekarang()


def bangun_ulang(app: Flask) -> None:
    """At the start of the server: what an earlier process left unfinished has failed."""
    with pembuka(app)(True) as sesi:
        jumlah = verba.tutup_terputus(sesi, sekarang())
    if jumlah:
        _log.warning("%s paket inspeksi terputus", jumlah)
    bersihkan(app.config["DATA"])


def putaran(app: Flask) -> bool:
    """Make the pack that waits; True if one waited."""
    with pembuka(app)(False) as sesi:
        paket = verba.antrean(sesi)
        nomor, tahun = (paket.id, paket.tahun) if paket is not None else (0, 0)
    if not nomor:
        return False
    data: Path = app.config["DATA"]
    tujuan = jalur_paket(data, tahun, nomor)
    try:
        buat(app, nomor, tahun, tujuan)
        bersihkan(data, tahun, tujuan)
    except Exception as salah:
        _log.exception("paket inspeksi %s gagal", nomor)
        with pembuka(app)(True) as sesi:
            verba.gagalkan(sesi, nomor, PENUH if isinstance(salah, OSError) else GAGAL, sekarang())
    return True


def buat(app: Flask, paket_id: int, tahun: int, tujuan: Path, lapor: Lapor | None = None) -> HasilPaket:
    """Make the pack of a row at ``tujuan`` and finish the row. No transaction is open while it works."""
    catat = lapor or _Kemajuan(app, paket_id)
    with app.app_context():
        isi = rencana(db.session(), app.config["DATA"], tahun)
    hasil = susun(isi, tujuan, catat)
    with pembuka(app)(True) as sesi:
        verba.siap(
            sesi,
            paket_id,
            hasil.sha256,
            hasil.ukuran,
            hasil.jumlah,
            len(hasil.tertinggal),
            hasil.kepala,
            sekarang(),
        )
    _log.info("paket inspeksi %s siap: %s berkas, %s byte", paket_id, hasil.jumlah, hasil.ukuran)
    return hasil


class _Kemajuan:
    """Writes into the row how far it is, a few times a second at most."""

    def __init__(self, app: Flask, paket_id: int) -> None:
        self._app, self._id = app, paket_id
        self._lalu = 0.0

    def __call__(self, selesai: int, jumlah: int, kata: str) -> None:
        kini = time.monotonic()
        if kini - self._lalu < SELANG:
            return
        self._lalu = kini
        with pembuka(self._app)(True) as sesi:
            verba.maju(sesi, self._id, selesai, jumlah, kata)

"""The blueprint of sosialisasi, and finding a round through what the person may read.

Its views lie in ``sosialisasi``, ``sosialisasi_cetak`` and ``tanggapan``.
"""

from __future__ import annotations

from flask import Blueprint

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.models.laporan import Sosialisasi
from kinerja.models.tugas import Tugas
from kinerja.operations import sosialisasi as verba
from kinerja.web.akses import pelaku

bp = Blueprint("sosialisasi", __name__, url_prefix="/sosialisasi")


def cari(sosialisasi_id: int) -> tuple[Sosialisasi, Tugas]:
    """A round and its step; the minutes are open to every post that reads reports."""
    if not pelaku().boleh(Wewenang.BACA):
        raise TidakDitemukan("Sosialisasi itu tidak ada.")
    temu = verba.cari_sosialisasi(db.session(), sosialisasi_id)
    return temu, verba.tugas_sosialisasi(db.session(), temu.periode_id)

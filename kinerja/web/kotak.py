"""The inbox, which is the home page."""

from __future__ import annotations

from flask import Blueprint, request
from werkzeug.wrappers import Response

from kinerja.models.basis_data import db
from kinerja.operations.draf import draf_saya
from kinerja.operations.kesiapan import boleh_menyiapkan, kurang
from kinerja.operations.pindaian.dokumen import boleh_terima
from kinerja.web.akses import masuk, pelaku
from kinerja.web.bola import konteks_bola
from kinerja.web.jam import hari_ini
from kinerja.web.respond import respond
from kinerja.web.templat import kotak

bp = Blueprint("kotak", __name__)

SARINGAN = {
    "langkah": "Langkah SOP",
    "pengesahan": "Pengesahan",
    "disposisi": "Disposisi",
    "surat_masuk": "Surat masuk",
    "tanggapan": "Tanggapan",
    "persetujuan": "Persetujuan",
    "pegawai": "Pegawai",
    "isian": "Isian",
    "revisi": "Angka berubah",
    "pindaian": "Dokumen tertanda",
}


@bp.get("/")
@masuk
def beranda() -> Response:
    """Everything that waits for this person; ``?jenis=`` narrows it."""
    semua = kotak()
    jenis = request.args.get("jenis", "")
    terpilih = [b for b in semua if b.jenis == jenis] if jenis in SARINGAN else semua
    bola = {} if semua else konteks_bola(pelaku())
    jumlah = {kunci: sum(b.jenis == kunci for b in semua) for kunci in SARINGAN}
    return respond(
        "kotak/beranda.html",
        "kotak/_daftar.html",
        butir=terpilih,
        jenis=jenis if jenis in SARINGAN else "",
        saringan=SARINGAN,
        jumlah=jumlah,
        total=len(semua),
        belum_siap=_belum_siap(),
        boleh_pindai=boleh_terima(db.session(), pelaku()),
        jumlah_draf=len(draf_saya(db.session(), pelaku())),
        **bola,
    )


def _belum_siap() -> int:
    """How many things the office still misses, told to those who can do something about it."""
    return kurang(db.session(), hari_ini()) if boleh_menyiapkan(pelaku()) else 0

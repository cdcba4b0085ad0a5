"""The letter of a run: writing it, looking at it on paper, its number."""

from __future__ import annotations

import base64
from typing import Any

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response

from kinerja.documents.pratinjau import gambar_halaman
from kinerja.domain.jabatan import Peran, Wewenang
from kinerja.domain.kesalahan import Kesalahan, TidakBerwenang, TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.models.surat import SuratKeluar
from kinerja.operations import surat_keluar as verba
from kinerja.operations.penandatangan import penanda
from kinerja.operations.sekali.verba import cari_jalan
from kinerja.operations.surat_keluar_lihat import isian_surat, surat_jalan
from kinerja.web.akses import masuk, pelaku, perlu
from kinerja.web.galat import status_untuk
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.respond import pindah, respond, tersimpan
from kinerja.web.surat_keluar.cetak import cetak_surat
from kinerja.web.surat_keluar.formulir import FormSurat
from kinerja.web.terbit import simpan_cetakan
from kinerja.web.tugas import cari, cari_milik, konteks

bp = Blueprint("surat_keluar", __name__)


def _surat(periode_id: int) -> SuratKeluar:
    cari_jalan(db.session(), periode_id)
    surat = surat_jalan(db.session(), periode_id)
    if surat is None:
        raise TidakDitemukan("Surat itu tidak ada.")
    return surat


def _halaman(tugas_id: int, status: int, **lain: Any) -> Response:
    isi = {**konteks(cari(tugas_id)), **lain}
    return respond("tugas/tampil.html", "tugas/_tugas.html", status=status, **isi)


@bp.post("/tugas/<nomor:tugas_id>/surat")
@masuk
def simpan(tugas_id: int) -> Response:
    """Keep the letter as typed; it may be unfinished."""
    tugas = cari_milik(tugas_id)
    _surat(tugas.periode_id)
    form = FormSurat(prefix="surat")
    if form.validate():
        with form.menerima():
            verba.simpan_surat(db.session(), tugas_id, form.isian(), pelaku(), sekarang())
            db.session.commit()
            flash("Konsep surat tersimpan.", "sukses")
            url = url_for("tugas.tampil", tugas_id=tugas_id)
            return tersimpan(url, "tugas/_tugas.html", **konteks(cari(tugas_id)))
    return _halaman(tugas_id, form.status, form_surat=form)


@bp.post("/tugas/<nomor:tugas_id>/surat/nomor")
@masuk
def terbitkan(tugas_id: int) -> Response:
    """Print the letter with its number, store it, write its row; the render is between two transactions."""
    tugas = cari_milik(tugas_id)
    surat = _surat(tugas.periode_id)
    try:
        isian, bertanggal = isian_surat(surat), surat.diubah_pada
        rencana = verba.calon_surat(db.session(), tugas_id, pelaku(), sekarang(), hari_ini())
        penanda_tangan = penanda(db.session(), Peran.CAMAT, hari_ini())
        hasil = cetak_surat(
            isian, bertanggal, nomor=rencana.nomor, kode=rencana.kode, tanggal=rencana.tanggal
        )
        berkas = simpan_cetakan(hasil, f"Surat {rencana.urut} {rencana.judul}")
        dokumen = verba.terbitkan_surat(
            db.session(),
            tugas_id,
            rencana,
            isian,
            berkas,
            hasil.halaman,
            pelaku(),
            sekarang(),
            penanda_tangan,
            hasil.teks,
        )
        db.session.commit()
        flash(f"Surat bernomor {dokumen.nomor}. Unduh dan cetak untuk ditandatangani.", "sukses")
        return pindah(url_for("tugas.tampil", tugas_id=tugas_id))
    except (TidakBerwenang, TidakDitemukan):
        raise
    except Kesalahan as salah:
        db.session.rollback()
        return _halaman(tugas_id, status_untuk(salah), galat_terbit=salah.pesan)


@bp.get("/surat-keluar/<nomor:periode_id>/konsep.pdf")
@perlu(Wewenang.BACA)
def konsep(periode_id: int) -> Response:
    """The letter as it stands, marked as a concept."""
    surat = _surat(periode_id)
    nama = f"Konsep surat {surat.hal}.pdf"
    hasil = cetak_surat(isian_surat(surat), surat.diubah_pada)
    jawab = Response(hasil.pdf, mimetype="application/pdf")
    jawab.headers.set("Content-Disposition", "attachment", filename=nama)
    return jawab


@bp.get("/surat-keluar/<nomor:periode_id>/pratinjau")
@perlu(Wewenang.BACA)
def pratinjau(periode_id: int) -> Response:
    """The letter as it stands, as page images."""
    surat = _surat(periode_id)
    hal = surat.hal
    hasil = cetak_surat(isian_surat(surat), surat.diubah_pada)
    jumlah, gambar = gambar_halaman(hasil.pdf)
    return respond(
        "surat_keluar/pratinjau.html",
        periode_id=periode_id,
        hal=hal,
        jumlah=jumlah,
        gambar=[base64.b64encode(satu).decode("ascii") for satu in gambar],
    )

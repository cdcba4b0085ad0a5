"""Handing in what came back, several files at once and for any document; what still waits."""

from __future__ import annotations

from typing import Any, cast

from flask import Blueprint, current_app, flash, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import Kesalahan, MasukanSalah, TidakBerwenang, TidakDitemukan
from kinerja.domain.pindaian import MAKS_FOTO
from kinerja.models.basis_data import db, lepas
from kinerja.models.dokumen import Dokumen
from kinerja.operations.pindaian.dokumen import boleh_terima, dokumen_terpilih
from kinerja.operations.pindaian.lihat import menunggu, terakhir
from kinerja.operations.pindaian.tutup import tutup_dokumen
from kinerja.operations.pindaian.verba import BUKAN_PENERIMA
from kinerja.web.akses import pelaku, perlu
from kinerja.web.arsip.rute import cari_dokumen
from kinerja.web.galat import status_untuk
from kinerja.web.jam import sekarang
from kinerja.web.pindai.formulir import FormUnggah
from kinerja.web.pindai.lihat import Masukan, ambil
from kinerja.web.pindai.masuk import Hasil, Permintaan, masukkan
from kinerja.web.respond import pindah, respond
from kinerja.web.unggahan import terpilih

bp = Blueprint("pindai", __name__, url_prefix="/pindai")

MAKS_BERKAS = MAKS_FOTO  # in one go: a report photographed page by page
PILIH_BERKAS = "Pilih berkas PDF atau foto dokumen yang sudah ditandatangani."


def _dokumen(dokumen_id: int | None) -> Dokumen | None:
    """The document the form is for; one that is not there is like none."""
    try:
        return dokumen_terpilih(db.session(), dokumen_id) if dokumen_id is not None else None
    except MasukanSalah:
        return None


def _pastikan_boleh(dokumen: Dokumen | None) -> None:
    if not boleh_terima(db.session(), pelaku(), dokumen):
        raise TidakBerwenang(BUKAN_PENERIMA)


def _halaman(form: FormUnggah, hasil: list[Hasil], status: int = 200) -> Response:
    return respond(
        "pindai/daftar.html",
        status=status,
        form_pindai=form,
        dokumen_pindai=_dokumen(form.dokumen_id),
        hasil=hasil,
        menunggu=menunggu(db.session(), pelaku()),
        terakhir=terakhir(db.session(), pelaku()),
    )


@bp.get("/")
@perlu(Wewenang.BACA)
def daftar() -> Response:
    """The upload form, what waits to be compared, what was decided; ``?dokumen=`` is the one it is for."""
    form = FormUnggah(formdata=None)
    form.dokumen.data = request.args.get("dokumen", "")[:18]
    dokumen = _dokumen(form.dokumen_id)
    _pastikan_boleh(dokumen)
    return _halaman(FormUnggah.untuk(dokumen), [])


@bp.post("/")
@perlu(Wewenang.BACA)
def unggah() -> Response:
    """Take the files in; says of each what happened to it."""
    form = FormUnggah()
    hasil: list[Hasil] = []
    dokumen = _dokumen(form.dokumen_id)
    _pastikan_boleh(dokumen)
    if form.validate():
        try:
            minta = Permintaan(
                pelaku(), pilihan=dokumen, cara=form.cara.data or "", selesaikan=bool(form.selesai.data)
            )
            data, batas = current_app.config["DATA"], current_app.config["MAX_CONTENT_LENGTH"]
            lepas(db.session())  # looking at twenty pictures takes seconds
            masukan = _baca(terpilih(form.berkas), hasil, batas)
            hasil += masukkan(db.session(), data, batas, masukan, minta, sekarang())
            db.session.commit()
            if len(hasil) == 1 and hasil[0].pindaian is not None:
                return _satu(hasil[0])
        except (TidakBerwenang, TidakDitemukan):
            raise
        except Kesalahan as salah:
            db.session.rollback()
            hasil = []
            form.salahkan(salah)
    for satu in hasil:
        if satu.salah and satu.pindaian is None and len(hasil) == 1:
            form.salahkan(MasukanSalah(satu.salah, "berkas"))
            hasil = []
    lepas(db.session())
    return _halaman(form, hasil, 200 if any(h.pindaian for h in hasil) else 422)


def _baca(kiriman: list[FileStorage], hasil: list[Hasil], batas: int) -> list[Masukan]:
    """The files as sent; what is no PDF or photograph, or too large, is named in ``hasil``."""
    if not kiriman:
        raise MasukanSalah(PILIH_BERKAS, "berkas")
    if len(kiriman) > MAKS_BERKAS:
        raise MasukanSalah(f"Unggah paling banyak {MAKS_BERKAS} berkas sekaligus.", "berkas")
    masukan = []
    for satu in kiriman:
        nama = " ".join((satu.filename or "").split())[:150]
        try:
            masukan.append(ambil(nama, cast(Any, satu.stream), batas))
        except MasukanSalah as salah:
            hasil.append(Hasil(nama, salah.pesan))
    return masukan


def _satu(hasil: Hasil) -> Response:
    """One file: on to the page where it is compared, or to its document when it is in the archive."""
    for kata in hasil.catatan:
        flash(kata, "info")
    if hasil.pindaian is None or hasil.arsip is None:
        if hasil.salah:
            flash(f"Ditolak dan tercatat. {hasil.salah}", "galat")
        return pindah(
            url_for("pindai_putusan.tampil", pindaian_id=hasil.pindaian.id if hasil.pindaian else 0)
        )
    flash("Tanda tangan elektronik sah dan isinya persis yang terbit: sudah diarsipkan.", "sukses")
    return pindah(url_for("arsip.dokumen", dokumen_id=hasil.arsip.dokumen_id))


@bp.post("/dokumen/<nomor:dokumen_id>/penyelesaian")
@perlu(Wewenang.BACA)
def selesaikan(dokumen_id: int) -> Response:
    """Complete the step that waited for this document's return."""
    dokumen = cari_dokumen(dokumen_id)
    try:
        tugas = tutup_dokumen(db.session(), dokumen, pelaku(), sekarang())
        nama = tugas.nama
        db.session.commit()
        flash(f"“{nama}” selesai.", "sukses")
    except (TidakBerwenang, TidakDitemukan):
        raise
    except Kesalahan as salah:
        db.session.rollback()
        if status_untuk(salah) == 409:
            raise
        flash(salah.pesan, "galat")
    return pindah(url_for("arsip.dokumen", dokumen_id=dokumen_id))

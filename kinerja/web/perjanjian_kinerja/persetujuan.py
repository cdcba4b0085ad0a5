"""Submitting, approving, returning and changing the Perjanjian Kinerja."""

from __future__ import annotations

from flask import flash, request, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.models.basis_data import db
from kinerja.operations.perjanjian_kinerja import persetujuan as verba
from kinerja.operations.perjanjian_kinerja.verba import Keadaan, keadaan
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import sekarang
from kinerja.web.perjanjian_kinerja.form import FormKembali, FormPerubahan, FormSetuju
from kinerja.web.perjanjian_kinerja.halaman import Buka, bp, pk_terakhir, simpan, tampilkan


@bp.post("/<nomor:tahun>/pengajuan")
@perlu(Wewenang.TULIS_PK)
def ajukan(tahun: int) -> Response:
    form = FormSetuju()

    def kerja() -> tuple[str, str]:
        pk = verba.ajukan_pk(db.session(), tahun, pelaku(), sekarang())
        return f"{pk.nama} diajukan. Camat dan Sekretaris melihatnya di kotak masuk mereka.", ""

    return simpan(tahun, form, kerja, form_tindakan=form)


@bp.post("/<nomor:tahun>/penarikan")
@perlu(Wewenang.TULIS_PK)
def tarik(tahun: int) -> Response:
    """Take back a submission that is not approved yet."""
    form = FormSetuju()

    def kerja() -> tuple[str, str]:
        pk = verba.tarik_pk(db.session(), tahun, pelaku(), sekarang())
        return f"Pengajuan {pk.nama} ditarik. Isinya dapat diubah lagi.", ""

    return simpan(tahun, form, kerja, form_tindakan=form)


@bp.post("/<nomor:tahun>/persetujuan")
@perlu(Wewenang.SETUJUI_PK)
def setujui(tahun: int) -> Response:
    """Approve the very submission that was on the screen (field ``cap``)."""
    form = FormSetuju()

    def kerja() -> tuple[str, str]:
        cap = request.form.get("cap", "")
        pk = verba.setujui_pk(db.session(), tahun, pelaku(), sekarang(), dibaca=cap)
        return f"{pk.nama} disetujui dan berlaku.", ""

    return simpan(tahun, form, kerja, form_tindakan=form)


@bp.post("/<nomor:tahun>/pengembalian")
@perlu(Wewenang.SETUJUI_PK)
def kembalikan(tahun: int) -> Response:
    form = FormKembali()

    def kerja() -> tuple[str, str]:
        cap = request.form.get("cap", "")
        alasan = form.alasan.data or ""
        pk = verba.kembalikan_pk(db.session(), tahun, alasan, pelaku(), sekarang(), dibaca=cap)
        return f"{pk.nama} dikembalikan kepada Kasubag Perencanaan.", ""

    return simpan(tahun, form, kerja, form_kembali=form)


@bp.route("/<nomor:tahun>/perubahan", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def perubahan(tahun: int) -> Response:
    """The draft of the next version, with the reason."""
    pk = pk_terakhir(tahun)
    form = FormPerubahan()
    alamat = url_for("perjanjian_kinerja.perubahan", tahun=tahun)
    buka = Buka("perubahan", pk.id, f"Buat perubahan dari {pk.nama}", alamat, form)
    if request.method == "GET":
        if keadaan(pk) is not Keadaan.DISETUJUI:
            flash(f"{pk.nama} masih berjalan; selesaikan dahulu sampai disetujui.", "peringatan")
            return tampilkan(tahun, status=409)
        return tampilkan(tahun, buka=buka)

    def kerja() -> tuple[str, str]:
        baru = verba.buat_perubahan(db.session(), tahun, form.alasan.data or "", pelaku(), sekarang())
        return f"Draf {baru.nama} dibuat. Ubah yang perlu, lalu ajukan.", ""

    return simpan(tahun, form, kerja, buka)

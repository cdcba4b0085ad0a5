"""The bell and its list: what a person was not told yet, and what they have read before."""

from __future__ import annotations

from flask import Blueprint, current_app, flash, g, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response
from wtforms import StringField
from wtforms.validators import Length

from kinerja.domain.pemberitahuan import Kabar
from kinerja.domain.surel import PANJANG_SUREL
from kinerja.models.basis_data import db
from kinerja.operations import pemberitahuan as verba
from kinerja.operations.surel import ubah_surel
from kinerja.web.akses import masuk, pelaku
from kinerja.web.formulir import Formulir
from kinerja.web.jam import kantor_kini, sekarang
from kinerja.web.respond import pindah, respond
from kinerja.web.templat import TEMPAT, kabar, tautan

bp = Blueprint("pemberitahuan", __name__, url_prefix="/pemberitahuan")
PER_HALAMAN = 20


class FormSurel(Formulir):
    surel = StringField("Alamat surel Anda", [Length(max=PANJANG_SUREL)])


@bp.get("/")
@masuk
def daftar() -> Response:
    """Unread first; ``?sebelum=`` pages on through what was read."""
    return _halaman()


def _halaman(status: int = 200, form: FormSurel | None = None) -> Response:
    belum = kabar()
    sebelum = request.args.get("sebelum", "")
    batas = int(sebelum) if sebelum.isascii() and sebelum.isdigit() and len(sebelum) < 18 else None
    lama = verba.terbaca(db.session(), pelaku().pegawai_id, PER_HALAMAN + 1, batas)
    return respond(
        "pemberitahuan/daftar.html",
        status=status,
        belum=belum,
        alasan=verba.alasan_kembali(db.session(), belum),
        terbaca=lama[:PER_HALAMAN],
        lagi=lama[PER_HALAMAN - 1].id if len(lama) > PER_HALAMAN else None,
        halaman_lanjut=batas is not None,
        form=form or FormSurel(formdata=None, data={"surel": current_user.pegawai.surel}),
        surel_aktif=bool(current_app.config["SMTP_URL"]),
    )


@bp.post("/dibaca")
@masuk
def dibaca() -> Response:
    """Mark one or all that the page showed; what came since stays unread."""
    jumlah = len(_tandai(request.form.getlist("kunci")[:500]))
    db.session.commit()
    flash(f"{jumlah} pemberitahuan ditandai sudah dibaca." if jumlah else "Tidak ada yang baru.", "sukses")
    return pindah(url_for("pemberitahuan.daftar"))


@bp.post("/buka")
@masuk
def buka() -> Response:
    """Mark one as read and go to what it is about."""
    kunci = request.form.get("kunci", "")
    _tandai([kunci])
    ada = verba.cari_terbaca(db.session(), pelaku().pegawai_id, kunci)
    db.session.commit()
    if ada is None:
        flash("Pemberitahuan itu sudah tidak ada: hal itu sudah selesai.", "peringatan")
        return pindah(url_for("pemberitahuan.daftar"))
    kata, nomor = ada.tempat
    tujuan = tautan((kata, nomor)) if kata in TEMPAT else None
    return pindah(tujuan or url_for("pemberitahuan.daftar"))


def _tandai(kunci: list[str]) -> list[Kabar]:
    hasil = verba.tandai(db.session(), pelaku(), kabar(), kunci, sekarang()) if kantor_kini() else []
    g.pop("kabar", None)
    return hasil


@bp.post("/surel")
@masuk
def surel() -> Response:
    """The person's own address for e-mail; empty: none."""
    form = FormSurel()
    if form.validate():
        with form.menerima():
            ubah_surel(db.session(), pelaku().pegawai_id, form.surel.data or "", pelaku(), sekarang())
            db.session.commit()
            flash("Alamat surel tersimpan.", "sukses")
            return pindah(url_for("pemberitahuan.daftar"))
    return _halaman(form.status, form)

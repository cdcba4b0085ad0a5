"""One receipt: issued and returned pages side by side, then "sesuai" or "tidak sesuai"."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app, flash, request, url_for
from werkzeug.wrappers import Response
from wtforms.fields.choices import SelectChoice

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.pindaian import perhatikan, sandingkan, selisih
from kinerja.domain.tanda_tangan import HasilTtd, Verdict
from kinerja.models.basis_data import db
from kinerja.models.pindaian import Pindaian
from kinerja.operations.arsip import CARA, arsip_berlaku
from kinerja.operations.periksa_ttd import verdict_berkas
from kinerja.operations.pindaian import verba
from kinerja.operations.pindaian.dokumen import (
    boleh_putuskan,
    dokumen_menunggu,
    dokumen_terpilih,
    kalimat_batal,
    tidak_berlaku,
)
from kinerja.operations.pindaian.lihat import cari_boleh, versi_baru
from kinerja.operations.pindaian.tutup import dapat_ditutup, penutup
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import sekarang
from kinerja.web.pindai.formulir import FormDokumen, FormSesuai, FormTolak
from kinerja.web.pindai.tte import hubungkan
from kinerja.web.respond import pindah, respond

bp = Blueprint("pindai_putusan", __name__, url_prefix="/pindai")

_PILIHAN = 30  # documents shown at once; the search finds the others


def _konteks(pindaian: Pindaian, **lain: Any) -> dict[str, Any]:
    dokumen = pindaian.dokumen
    sesi, oleh = db.session(), pelaku()
    bacaan = verba.bacaan(pindaian)
    tugas = penutup(sesi, dokumen, sekarang()) if dokumen else None
    verdict = verdict_berkas(sesi, pindaian.berkas_id) if pindaian.cara == "tte" else []
    ttd = HasilTtd.dari_data(verdict[0].hasil) if verdict else None
    return {
        "pindaian": pindaian,
        "dokumen": dokumen,
        "cara": CARA,
        "pasangan": sandingkan(dokumen.halaman, bacaan) if dokumen else [],
        "selisih": selisih(dokumen.halaman, bacaan) if dokumen else (),
        "perhatikan": perhatikan(bacaan) if pindaian.cara == "basah" else (),
        "berlaku": arsip_berlaku(sesi, dokumen.id) if dokumen and pindaian.keadaan == "putusan" else None,
        "boleh_putus": boleh_putuskan(sesi, oleh, dokumen) if dokumen else False,
        "batal": kalimat_batal(dokumen) if dokumen and tidak_berlaku(sesi, dokumen) else "",
        "versi_baru": versi_baru(sesi, dokumen) if dokumen else "",
        "penutup": tugas if tugas is not None and dapat_ditutup(sesi, tugas, oleh) else None,
        "ttd": ttd,
        "tak_dipercaya": ttd is not None and ttd.verdict is Verdict.TIDAK_DIPERCAYA,
        "form_sesuai": FormSesuai(formdata=None),
        "form_tolak": FormTolak(formdata=None),
        **(_konteks_dokumen() if pindaian.keadaan == "dokumen" else {}),
        **lain,
    }


def _konteks_dokumen() -> dict[str, Any]:
    kata = request.args.get("cari", "").strip()[:100]
    form = FormDokumen(formdata=None)
    form.dokumen.choices = _pilihan(kata)
    return {"form_dokumen": form, "cari": kata}


def _pilihan(kata: str = "") -> list[SelectChoice]:
    return [
        SelectChoice(d.id, f"{d.judul} – {d.nomor}{' (sudah di arsip)' if d.arsip else ''}")
        for d in dokumen_menunggu(db.session(), kata, _PILIHAN)
    ]


def _halaman(pindaian_id: int, status: int = 200, **lain: Any) -> Response:
    konteks = _konteks(cari_boleh(db.session(), pindaian_id, pelaku()), **lain)
    return respond("pindai/tampil.html", "pindai/_pilih.html", status=status, **konteks)


@bp.get("/<nomor:pindaian_id>")
@perlu(Wewenang.BACA)
def tampil(pindaian_id: int) -> Response:
    """The pages side by side and the decision; ``?cari=`` narrows the choice of an unknown document."""
    pindaian = cari_boleh(db.session(), pindaian_id, pelaku())
    konteks = _konteks(pindaian)
    potongan = "pindai/_pilih.html" if pindaian.keadaan == "dokumen" else None
    return respond("pindai/tampil.html", potongan, **konteks)


@bp.post("/<nomor:pindaian_id>/dokumen")
@perlu(Wewenang.BACA)
def dokumen(pindaian_id: int) -> Response:
    """Say which document it is."""
    pindaian = cari_boleh(db.session(), pindaian_id, pelaku())
    form = FormDokumen()
    form.dokumen.choices = ()  # any issued document; the operation says which cannot be
    if form.validate():
        with form.menerima():
            terpilih = dokumen_terpilih(db.session(), form.dokumen.data)
            kaitan = hubungkan(db.session(), current_app.config["DATA"], pindaian, terpilih)
            verba.pilih_dokumen(db.session(), pindaian_id, terpilih, kaitan, pelaku(), sekarang())
            db.session.commit()
            return pindah(url_for("pindai_putusan.tampil", pindaian_id=pindaian_id))
    form.dokumen.choices = _pilihan()
    return _halaman(pindaian_id, form.status, form_dokumen=form)


@bp.post("/<nomor:pindaian_id>/kesesuaian")
@perlu(Wewenang.BACA)
def sesuai(pindaian_id: int) -> Response:
    """The pages are those that were issued: archive, and complete the step that waits for it."""
    cari_boleh(db.session(), pindaian_id, pelaku())
    form = FormSesuai()
    if form.validate():
        with form.menerima():
            arsip = verba.sesuai(
                db.session(),
                pindaian_id,
                form.lokasi_rak.data or "",
                form.keterangan.data or "",
                pelaku(),
                sekarang(),
                selesaikan=True,
            )
            db.session.commit()
            flash("Dokumen tertanda sudah diarsipkan.", "sukses")
            return pindah(url_for("arsip.dokumen", dokumen_id=arsip.dokumen_id))
    return _halaman(pindaian_id, form.status, form_sesuai=form)


@bp.post("/<nomor:pindaian_id>/penolakan")
@perlu(Wewenang.BACA)
def tolak(pindaian_id: int) -> Response:
    """Refuse it, on record with the reason."""
    cari_boleh(db.session(), pindaian_id, pelaku())
    form = FormTolak()
    if form.validate():
        with form.menerima():
            verba.tidak_sesuai(db.session(), pindaian_id, form.alasan.data or "", pelaku(), sekarang())
            db.session.commit()
            flash(
                "Tercatat tidak sesuai; berkas dan alasannya tersimpan. Unggah yang benar di sini.",
                "sukses",
            )
            return pindah(url_for("pindai.daftar"))
    return _halaman(pindaian_id, form.status, form_tolak=form)

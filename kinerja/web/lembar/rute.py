"""Other sheets: which there are, which are missing, the sheet itself on screen and on paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from flask import Blueprint, Response, send_file, url_for
from flask.blueprints import BlueprintSetupState
from sqlalchemy import select
from werkzeug.wrappers import Response as Jawab

from kinerja.documents.bagan_sop import bagan
from kinerja.documents.lembar_sop.naskah import cetak_lembar_sop, lembar_sop
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.sop import Sop
from kinerja.domain.sop_muat import kode_lembar
from kinerja.models.basis_data import db, lepas
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.operations.lembar_muat import rancangan_unggahan
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.sekali.daftar import jumlah_jalan
from kinerja.operations.sekali.verba import cari_lembar_sekali, jabatan_mulai, lembar_sekali
from kinerja.sop import CONTOH, PENGUMPULAN_DATA_KINERJA, TAMBAHAN, muat, teks_sop
from kinerja.web.akses import pelaku, perlu
from kinerja.web.lembar.formulir import FormHenti, FormLembar
from kinerja.web.respond import respond

bp = Blueprint("lembar", __name__, url_prefix="/lembar")


@dataclass(frozen=True)
class Terkait:
    """A sheet that another one names: as it stands there, and the sheet itself once it is loaded."""

    nama: str
    lembar: LembarSop | None
    alamat: str = ""


@bp.record_once
def _daftarkan(keadaan: BlueprintSetupState) -> None:
    """For the SOP page, which shows what its Keterkaitan names (templates/lembar/_keterkaitan.html)."""
    keadaan.app.jinja_env.globals["lembar_terkait"] = lembar_terkait


def lembar_terkait(sop: Sop) -> list[Terkait]:
    """What this sheet names in its Keterkaitan, each with its sheet if there is one."""
    utama = db.session.execute(lembar_terbaru(PENGUMPULAN_DATA_KINERJA)).scalar_one()
    ada = {satu.kode: Terkait("", satu, url_for("lembar.tampil", lembar_id=satu.id)) for satu in _sekali()}
    ada[utama.kode] = Terkait("", utama, url_for("sop.tampil"))
    return [
        replace(ada.get(kode_lembar(nama), Terkait("", None)), nama=nama)
        for nama in sop.identitas.keterkaitan
    ]


def _sekali() -> list[LembarSop]:
    return lembar_sekali(db.session())


def konteks_daftar(form: FormLembar | None = None) -> dict[str, Any]:
    """All sheets; what is missing; what was uploaded and waits."""
    utama = db.session.execute(lembar_terbaru(PENGUMPULAN_DATA_KINERJA)).scalar_one()
    lembar = _sekali()
    ada = {satu.kode for satu in lembar}
    bawaan = {n: (kode, muat(teks_sop(kode))) for n, kode in enumerate(TAMBAHAN, 1) if kode not in ada}
    terkait = [t for t in lembar_terkait(sop_dari(utama)) if t.lembar is None]
    return {
        "utama": utama,
        "lembar": lembar,
        "jumlah": jumlah_jalan(db.session()),
        "bawaan": {n: sop.nama for n, (_, sop) in bawaan.items()},
        "belum": [
            t.nama for t in terkait if kode_lembar(t.nama) not in {kode for kode, _ in bawaan.values()}
        ],
        "rancangan": rancangan_unggahan(db.session()),
        "form": form or FormLembar(formdata=None),
        "boleh_atur": pelaku().boleh(Wewenang.ATUR_KANTOR),
    }


@bp.get("/")
@perlu(Wewenang.BACA)
def daftar() -> Jawab:
    return respond("lembar/daftar.html", **konteks_daftar())


@bp.get("/contoh.toml")
@perlu(Wewenang.BACA)
def contoh() -> Response:
    """The sheet to fill in."""
    jawab = Response(teks_sop(CONTOH), mimetype="application/toml")
    jawab.headers.set("Content-Disposition", "attachment", filename="contoh-lembar-sop.toml")
    return jawab


def konteks_lembar(lembar: LembarSop, form: FormHenti | None = None) -> dict[str, Any]:
    """A sheet as printed, its revisions, and what may be done with it."""
    sop = sop_dari(lembar)
    semua = select(LembarSop).where(LembarSop.kode == lembar.kode).order_by(LembarSop.revisi.desc())
    return {
        "lembar": lembar,
        "sop": sop,
        "cetakan": lembar_sop(sop),
        "bagan": bagan(sop),
        "revisi": list(db.session.execute(semua).scalars()),
        "jumlah": jumlah_jalan(db.session()).get(lembar.kode, (0, 0)),
        "dapat_mulai": lembar.dihentikan_pada is None and bool(jabatan_mulai(sop, pelaku())),
        "form": form or FormHenti(formdata=None),
        "boleh_atur": pelaku().boleh(Wewenang.ATUR_KANTOR),
    }


@bp.get("/<nomor:lembar_id>")
@perlu(Wewenang.BACA)
def tampil(lembar_id: int) -> Jawab:
    """The newest revision of a sheet that runs on demand."""
    return respond("lembar/tampil.html", **konteks_lembar(cari_lembar_sekali(db.session(), lembar_id)))


@bp.get("/<nomor:lembar_id>/lembar.pdf")
@perlu(Wewenang.BACA)
def unduh(lembar_id: int) -> Jawab:
    """The sheet on paper."""
    lembar = cari_lembar_sekali(db.session(), lembar_id)
    sop, saat = sop_dari(lembar), lembar.dimuat_pada
    nama = re.sub(r"[^\w .-]", " ", f"SOP {lembar.nama} revisi {lembar.revisi}.pdf")
    lepas(db.session())
    hasil = cetak_lembar_sop(sop, bertanggal=saat)
    return send_file(BytesIO(hasil.pdf), mimetype="application/pdf", as_attachment=True, download_name=nama)

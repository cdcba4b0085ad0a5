"""On the page of the yearly report: making the cover letter, and where it stands."""

from __future__ import annotations

from flask import Blueprint, flash, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import Kesalahan, TidakBerwenang, TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.basis_data import db
from kinerja.models.periode import Periode
from kinerja.models.tugas import tugas_periode
from kinerja.operations import surat_pengantar as verba
from kinerja.web.akses import pelaku, perlu
from kinerja.web.galat import status_untuk
from kinerja.web.jam import sekarang
from kinerja.web.laporan.rute import cari_periode, konteks_laporan
from kinerja.web.respond import pindah, respond

bp = Blueprint("surat_pengantar", __name__, url_prefix="/laporan")


@bp.record_once
def _daftarkan(keadaan: BlueprintSetupState) -> None:
    """For templates/laporan/_pengantar.html."""
    keadaan.app.jinja_env.globals["pengantar_laporan"] = pengantar_laporan
    keadaan.app.jinja_env.globals["boleh_pengantar"] = boleh_pengantar


def pengantar_laporan(periode: Periode) -> list[verba.Pengantar]:
    return verba.pengantar_laporan(db.session(), periode) if periode.jenis is JenisPeriode.TAHUNAN else []


def boleh_pengantar(periode: Periode) -> bool:
    return verba.boleh_pengantar(pelaku(), periode)


@bp.post("/<nomor:periode_id>/surat-pengantar")
@perlu(Wewenang.BACA)
def buat(periode_id: int) -> Response:
    """Start the letter filled in from the report; goes on to its first step."""
    periode = cari_periode(periode_id)
    try:
        jalan = verba.buat_pengantar(db.session(), periode, pelaku(), sekarang())
        semua = db.session.execute(tugas_periode(jalan.id)).unique().scalars()
        alamat = url_for("tugas.tampil", tugas_id=next(t.id for t in semua if t.dibuka_pada is not None))
        db.session.commit()
        flash(
            "Surat pengantar dimulai dan sudah terisi. Periksa isinya, lalu selesaikan langkah ini.", "sukses"
        )
        return pindah(alamat)
    except (TidakBerwenang, TidakDitemukan):
        raise
    except Kesalahan as salah:
        db.session.rollback()
        isi = konteks_laporan(cari_periode(periode_id))
        return respond("laporan/tampil.html", status=status_untuk(salah), **isi, galat_pengantar=salah.pesan)

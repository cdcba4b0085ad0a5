"""A unit's page for a triwulan: figures, bukti, money, and sending the laporan progres."""

from __future__ import annotations

from flask import Blueprint, flash, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.periode import JenisPeriode
from kinerja.models.basis_data import db
from kinerja.models.periode import Periode
from kinerja.operations.laporan import progres as laporan_progres
from kinerja.operations.realisasi import verba as realisasi
from kinerja.operations.realisasi.cari import triwulan
from kinerja.operations.realisasi.isian import IsianUnit
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import sekarang
from kinerja.web.realisasi.formulir import FormKirim, form_anggaran, form_isian
from kinerja.web.realisasi.halaman import (
    alamat,
    cari_indikator,
    cari_program,
    cari_unit,
    konteks_isian,
    unit_saya,
)
from kinerja.web.respond import pindah, respond, tersimpan

bp = Blueprint("realisasi", __name__, url_prefix="/realisasi")


@bp.get("/")
@perlu(Wewenang.BACA)
def beranda() -> Response:
    """The triwulan of every year: fill in (the own unit), or read what all units sent."""
    periode = db.session.execute(
        select(Periode)
        .where(Periode.jenis == JenisPeriode.TRIWULAN)
        .order_by(Periode.tahun.desc(), Periode.ke.desc())
    ).scalars()
    tahun: dict[int, list[Periode]] = {}
    for p in periode:
        tahun.setdefault(p.tahun, []).append(p)
    return respond("realisasi/beranda.html", tahun=tahun, boleh_isi=pelaku().boleh(Wewenang.ISI_REALISASI))


def _pilih(semua: tuple[IsianUnit, ...]) -> IsianUnit | None:
    """The unit asked for; else the one that still waits for its figures."""
    diminta = request.args.get("unit", "")
    terpilih = next((u for u in semua if str(u.unit.id) == diminta), None)
    return terpilih or next((u for u in semua if not u.terkirim), semua[0] if semua else None)


@bp.get("/<nomor:periode_id>")
@perlu(Wewenang.ISI_REALISASI)
def isi(periode_id: int) -> Response:
    """The page; ``?unit=`` picks where a person has two units."""
    periode = triwulan(db.session(), periode_id)
    semua = unit_saya(periode)
    isian = _pilih(semua)
    if isian is None:
        return respond("realisasi/tanpa_indikator.html", periode=periode)
    lain = tuple(u.unit for u in semua if u is not isian)
    return respond("realisasi/isi.html", **konteks_isian(periode, isian, unit_lain=lain))


@bp.get("/<nomor:periode_id>/unit/<nomor:unit_id>/kesiapan")
@perlu(Wewenang.ISI_REALISASI)
def kesiapan(periode_id: int, unit_id: int) -> Response:
    """What is still missing, fetched again after every save."""
    periode, isian = cari_unit(periode_id, unit_id)
    return respond("realisasi/isi.html", "realisasi/_kesiapan.html", **konteks_isian(periode, isian))


@bp.post("/<nomor:periode_id>/indikator/<nomor:identitas>")
@perlu(Wewenang.ISI_REALISASI)
def simpan(periode_id: int, identitas: int) -> Response:
    """Save one indicator by itself."""
    _, _, i = cari_indikator(periode_id, identitas)
    form = form_isian(i, dikirim=True)
    if form.validate():
        with form.menerima():
            realisasi.simpan_realisasi(
                db.session(),
                periode_id,
                identitas,
                form.ketikan,
                pelaku(),
                sekarang(),
                form.dilihat.data if form.dilihat.raw_data else None,
            )
            db.session.commit()
            periode, isian, i = cari_indikator(periode_id, identitas)
            return tersimpan(
                alamat(periode_id, isian.unit.id, f"isian-{identitas}"),
                "realisasi/_isian.html",
                **konteks_isian(periode, isian, baru=identitas),
                i=i,
            )
    periode, isian, i = cari_indikator(periode_id, identitas)
    form.dilihat.data = realisasi.sidik(i.realisasi)
    form.dilihat.raw_data = None
    konteks = konteks_isian(periode, isian, form={identitas: form})
    return respond("realisasi/isi.html", "realisasi/_isian.html", status=form.status, **konteks, i=i)


@bp.post("/<nomor:periode_id>/program/<nomor:identitas>")
@perlu(Wewenang.ISI_REALISASI)
def simpan_anggaran(periode_id: int, identitas: int) -> Response:
    """Save the money of one program by itself."""
    _, _, p = cari_program(periode_id, identitas)
    form = form_anggaran(p, dikirim=True)
    if form.validate():
        with form.menerima():
            realisasi.simpan_anggaran(
                db.session(), periode_id, identitas, form.nilai.data or "", pelaku(), sekarang()
            )
            db.session.commit()
            periode, isian, p = cari_program(periode_id, identitas)
            return tersimpan(
                alamat(periode_id, isian.unit.id, f"anggaran-{identitas}"),
                "realisasi/_anggaran.html",
                **konteks_isian(periode, isian, baru=identitas),
                p=p,
            )
    periode, isian, p = cari_program(periode_id, identitas)
    konteks = konteks_isian(periode, isian, form_anggaran={identitas: form})
    return respond("realisasi/isi.html", "realisasi/_anggaran.html", status=form.status, **konteks, p=p)


@bp.post("/<nomor:periode_id>/unit/<nomor:unit_id>/pengiriman")
@perlu(Wewenang.KIRIM_REALISASI)
def kirim(periode_id: int, unit_id: int) -> Response:
    """Send the laporan progres of the own unit."""
    cari_unit(periode_id, unit_id)
    form = FormKirim()
    if form.validate():
        with form.menerima():
            laporan_progres.kirim(
                db.session(),
                periode_id,
                unit_id,
                form.catatan.data or "",
                pelaku(),
                sekarang(),
                bool(form.tanpa_bukti.data),
            )
            db.session.commit()
            flash("Laporan progres terkirim. Terima kasih.", "sukses")
            return pindah(url_for("kotak.beranda"))
    periode, isian = cari_unit(periode_id, unit_id)
    konteks = konteks_isian(periode, isian, form_kirim=form)
    return respond("realisasi/isi.html", "realisasi/_kirim.html", status=form.status, **konteks)

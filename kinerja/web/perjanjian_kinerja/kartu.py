"""The indicator card: a page to read, and the cards of a version as a PDF."""

from __future__ import annotations

from io import BytesIO

from flask import request, send_file
from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.documents.cetak import cetak
from kinerja.documents.kartu_indikator import TEMPLAT
from kinerja.documents.kartu_indikator_dari import kartu_dari, kartu_indikator_dari
from kinerja.domain.aturan import kalimat_aturan
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db, lepas
from kinerja.models.kantor import kantor
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, Sasaran
from kinerja.operations.kantor_aturan import aturan_kantor
from kinerja.operations.perjanjian_kinerja import verba
from kinerja.web.akses import perlu
from kinerja.web.perjanjian_kinerja.halaman import bp
from kinerja.web.respond import respond


def _cari(indikator_id: int) -> tuple[PerjanjianKinerja, Sasaran, Indikator]:
    baris = db.session.execute(
        select(PerjanjianKinerja.tahun, PerjanjianKinerja.versi)
        .join(Sasaran, Sasaran.pk_id == PerjanjianKinerja.id)
        .join(Indikator, Indikator.sasaran_id == Sasaran.id)
        .where(Indikator.id == indikator_id)
    ).one_or_none()
    if baris is None:
        raise TidakDitemukan("Kartu indikator itu tidak ada.")
    pk = verba.ambil_pk(db.session(), baris.tahun, baris.versi)
    return next((pk, s, i) for s in pk.sasaran for i in s.indikator if i.id == indikator_id)


@bp.get("/indikator/<nomor:indikator_id>/kartu")
@perlu(Wewenang.BACA)
def kartu(indikator_id: int) -> Response:
    """All that is fixed about an indicator, in one version of the PK."""
    pk, sasaran, i = _cari(indikator_id)
    return respond(
        "perjanjian_kinerja/kartu.html",
        pk=pk,
        i=i,
        kartu=kartu_dari(sasaran, i),
        aturan=kalimat_aturan(aturan_kantor(kantor(db.session()))),
    )


@bp.get("/indikator/<nomor:indikator_id>/kartu.pdf")
@perlu(Wewenang.BACA)
def kartu_pdf(indikator_id: int) -> Response:
    """The card to print; ``?semua=1`` prints every card of the version."""
    pk, sasaran, i = _cari(indikator_id)
    hanya = None if request.args.get("semua") == "1" else i.id
    office = kantor(db.session())
    data = kartu_indikator_dari(pk, office, aturan_kantor(office), hanya)
    nama = (
        f"Kartu indikator {pk.tahun}"
        if hanya is None
        else f"Kartu indikator {sasaran.urut}.{i.urut} {pk.tahun}"
    )
    tanggal = pk.disetujui_pada or pk.dibuat_pada
    lepas(db.session())
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=tanggal)
    return send_file(
        BytesIO(hasil.pdf), mimetype="application/pdf", as_attachment=True, download_name=f"{nama}.pdf"
    )

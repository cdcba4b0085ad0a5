"""What the page of one person shows, whichever of its forms came back."""

from __future__ import annotations

from typing import Any

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import peringatan_nip
from kinerja.models.basis_data import db
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.operations import orang_admin as verba
from kinerja.web.akses import pelaku
from kinerja.web.jam import hari_ini, waktu_nyata
from kinerja.web.orang.formulir import FormAkhir, FormPenugasan, form_pegawai, pilihan_jabatan
from kinerja.web.respond import respond
from kinerja.web.sandi_ulang import FormSandiUlang


def halaman(pegawai_id: int, status: int = 200, **isian: Any) -> Response:
    """The page; ``isian`` holds the one form that was sent: ``form``, ``form_jabatan``, ``form_kode``,
    ``form_tutup`` or ``akhir`` (id of the assignment and its form)."""
    pegawai = verba.ambil_pegawai(db.session(), pegawai_id)
    kini = waktu_nyata()
    aturan = current_app.config
    konteks: dict[str, Any] = {
        "form": form_pegawai(pegawai),
        "form_jabatan": form_penugasan(),
        "form_kode": FormSandiUlang(formdata=None),
        "form_tutup": FormSandiUlang(formdata=None),
        "akhir": None,
        "form_akhir": FormAkhir(formdata=None, data={"selesai": hari_ini()}),
        **isian,
    }
    return respond(
        "orang/tampil.html",
        status=status,
        pegawai=pegawai,
        diri_sendiri=pegawai.id == pelaku().pegawai_id,
        peringatan=peringatan_nip(pegawai.nip),
        penugasan=penugasan(pegawai),
        kode_sampai=verba.kode_berlaku(db.session(), kini).get(pegawai.id),
        sesi=verba.sesi_terbuka(
            db.session(), pegawai.id, kini, aturan["SESI_DIAM"], aturan["SESI_PALING_LAMA"]
        ),
        sesi_ini=pelaku().sesi,
        **konteks,
    )


def form_penugasan() -> FormPenugasan:
    form = FormPenugasan(formdata=None, data={"mulai": hari_ini()})
    form.jabatan_id.choices = pilihan_jabatan(boleh_tanpa=False)
    return form


def penugasan(pegawai: Pegawai) -> list[Penugasan]:
    """All assignments, the newest first; one cancelled before it began is left out."""
    pilih = (
        select(Penugasan)
        .options(joinedload(Penugasan.jabatan))
        .where(Penugasan.pegawai_id == pegawai.id)
        .order_by(Penugasan.mulai.desc(), Penugasan.id.desc())
    )
    semua = db.session.execute(pilih).scalars()
    return [p for p in semua if p.selesai is None or p.selesai >= p.mulai]

"""The example accounts that a demo office shows on its login page; a real office shows none."""

from __future__ import annotations

from flask import current_app
from sqlalchemy import select

from kinerja.models.basis_data import db
from kinerja.models.pegawai import Pegawai, penugasan_berlaku
from kinerja.web.jam import hari_ini, kantor_kini


def akun_contoh() -> list[dict[str, str]]:
    """Login name, person and posts of each example account that holds a post, by the structure."""
    office = kantor_kini()
    if office is None or not office.contoh:
        return []
    jabatan: dict[int, list[str]] = {}
    for p in db.session.execute(penugasan_berlaku(hari_ini())).scalars():
        jabatan.setdefault(p.pegawai_id, []).append(p.jabatan.nama)
    orang = db.session.execute(select(Pegawai).where(Pegawai.contoh, Pegawai.aktif)).scalars()
    sandi = str(current_app.config.get("SANDI_CONTOH", ""))
    return [
        {
            "nama_pengguna": p.nama_pengguna,
            "nama": p.nama,
            "jabatan": ", ".join(jabatan[p.id]),
            "sandi": sandi,
        }
        for p in sorted(orang, key=lambda p: p.id)
        if p.id in jabatan
    ]

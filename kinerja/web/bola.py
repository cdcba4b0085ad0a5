"""Who has the ball: whose post an open step waits for, and the people who hold that post today."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import g
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from kinerja.domain.jabatan import AWALAN_PENUGASAN, NAMA_PERAN, Pelaku, Wewenang
from kinerja.domain.periode import JenisPeriode
from kinerja.models.basis_data import db
from kinerja.models.delegasi import Delegasi, delegasi_berlaku
from kinerja.models.pegawai import Penugasan, penugasan_berlaku
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.web.jam import hari_ini, sekarang

PALING_BANYAK = 12


class Bola(NamedTuple):
    """An open step and, in words, with whom it is."""

    tugas: Tugas
    pemegang: str


def pemegang(tugas: Tugas, semua: list[Penugasan] | None = None) -> str:
    """ "Sekretaris (Nama Orang, Plh. Nama Lain, delegasi kepada Nama)", or that nobody holds the post."""
    semua = semua if semua is not None else list(db.session.execute(penugasan_berlaku(hari_ini())).scalars())
    orang = [
        AWALAN_PENUGASAN[p.jenis] + p.pegawai.nama
        for p in semua
        if p.jabatan.peran is tugas.peran and tugas.unit_id in (None, p.jabatan.unit_id)
    ]
    orang += [
        f"delegasi kepada {d.penerima.nama}"
        for d in _delegasi_kini()
        if d.jabatan.peran is tugas.peran and tugas.unit_id in (None, d.jabatan.unit_id)
    ]
    nama = NAMA_PERAN[tugas.peran]
    return f"{nama} ({', '.join(orang)})" if orang else f"{nama} (jabatan ini belum ada pejabatnya)"


def _delegasi_kini() -> list[Delegasi]:
    """The delegations in force today, looked up once a request."""
    if "delegasi_kini" not in g:
        g.delegasi_kini = list(db.session.execute(delegasi_berlaku(hari_ini())).scalars())
    hasil: list[Delegasi] = g.delegasi_kini
    return hasil


def konteks_bola(pelaku: Pelaku) -> dict[str, Any]:
    """What the empty inbox tells: the open steps of others, else the next to open, else that none will."""
    if not pelaku.boleh(Wewenang.BACA):
        return {"bola": [], "berikut": None, "belum_ada_tahun": False}
    kini = sekarang()
    belum = (
        select(Tugas)
        .options(joinedload(Tugas.periode), joinedload(Tugas.penyelesaian))
        .where(Tugas.penyelesaian_id.is_(None))
    )
    sedang = belum.where(Tugas.dibuka_pada <= kini).order_by(Tugas.tenggat, Tugas.id).limit(PALING_BANYAK)
    nanti = belum.where(Tugas.dibuka_pada > kini).order_by(Tugas.dibuka_pada, Tugas.id).limit(1)
    terbuka = db.session.execute(sedang).scalars().all()
    berikut = db.session.execute(nanti).scalars().first()
    penugasan = list(db.session.execute(penugasan_berlaku(hari_ini())).scalars()) if terbuka else []
    tahunan = select(func.count()).select_from(Periode).where(Periode.jenis != JenisPeriode.SEKALI)
    ada_tahun = db.session.execute(tahunan).scalar_one() > 0
    return {
        "bola": [Bola(t, pemegang(t, penugasan)) for t in terbuka],
        "berikut": berikut,
        "belum_ada_tahun": not ada_tahun,
    }

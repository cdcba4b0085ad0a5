"""A delegation in the example: a Kasi is away for some days, and a colleague does the work."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from kinerja.demo.panggung import WIB, Panggung
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.operations.delegasi import delegasikan

DARI, KEPADA = "trantib", "pemerintahan"


def isi_titipan(p: Panggung, bulan: int, hari: int) -> None:
    """From the example's day on, so that its mark is seen in the inbox."""
    p.babak()
    pada = p.jam(bulan, hari, 7, 45)
    mulai = pada.astimezone(WIB).date()
    orang = {o.nama_pengguna: o.id for o in p.sesi.execute(select(Pegawai)).scalars()}
    penugasan = p.sesi.execute(select(Penugasan.id).where(Penugasan.pegawai_id == orang[DARI])).scalar_one()
    delegasikan(
        p.sesi,
        penugasan,
        orang[KEPADA],
        mulai,
        mulai + timedelta(days=4),
        "Mengikuti pelatihan di Padang.",
        p.orang(DARI),
        pada,
        mulai,
    )
    p.lapor("Satu delegasi berjalan")

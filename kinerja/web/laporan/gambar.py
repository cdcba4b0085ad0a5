"""The charts of the report pages, for their templates."""

from __future__ import annotations

from sqlalchemy import func, select

from kinerja.documents.blok import Gambar
from kinerja.documents.laporan.gambar import gambar_tahun
from kinerja.domain.periode import JenisPeriode
from kinerja.models.basis_data import db
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.laporan.verba import isi_laporan
from kinerja.web.jam import hari_ini


def capaian_tahun() -> tuple[int, list[Gambar]]:
    """The newest year that has a triwulan report, and capaian of each of its sasaran per triwulan.

    From the newest version of each report; without any report this year and no drawing.
    """
    berlaporan = select(func.max(Periode.tahun)).join(Laporan, Laporan.periode_id == Periode.id)
    tahun = db.session.execute(
        berlaporan.where(Periode.jenis == JenisPeriode.TRIWULAN, Periode.tahun <= hari_ini().year)
    ).scalar_one_or_none()
    if tahun is None:
        return hari_ini().year, []
    pilih = (
        select(Periode.ke, Laporan)
        .join(Laporan, Laporan.periode_id == Periode.id)
        .where(Periode.tahun == tahun, Periode.jenis == JenisPeriode.TRIWULAN)
        .order_by(Laporan.versi)  # a cancelled one comes before all and is never kept
    )
    terbaru = {ke: laporan for ke, laporan in db.session.execute(pilih)}
    return tahun, gambar_tahun(tahun, {ke: isi_laporan(laporan) for ke, laporan in terbaru.items()})

"""The other issued versions of a document: revisions of its report, versions of its PK, of its SOP sheet."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.operations.arsip_daftar import daftar_dokumen


def versi_dokumen(sesi: Session, dokumen: Dokumen) -> list[Dokumen]:
    """All of them with this one, the first issued first; this one alone when there are no others."""
    pilih = daftar_dokumen().order_by(None).order_by(Dokumen.tanggal, Dokumen.id)
    if dokumen.laporan_id is not None:
        milik = select(Laporan.id).where(
            Laporan.periode_id
            == select(Laporan.periode_id).where(Laporan.id == dokumen.laporan_id).scalar_subquery()
        )
        pilih = pilih.where(Dokumen.laporan_id.in_(milik))
    elif dokumen.perjanjian_kinerja_id is not None:
        tahun = select(PerjanjianKinerja.tahun).where(PerjanjianKinerja.id == dokumen.perjanjian_kinerja_id)
        pk = select(PerjanjianKinerja.id).where(PerjanjianKinerja.tahun == tahun.scalar_subquery())
        pilih = pilih.where(Dokumen.perjanjian_kinerja_id.in_(pk))
    elif dokumen.lembar_sop_id is not None:
        kode = select(LembarSop.kode).where(LembarSop.id == dokumen.lembar_sop_id)
        lembar = select(LembarSop.id).where(LembarSop.kode == kode.scalar_subquery())
        pilih = pilih.where(Dokumen.lembar_sop_id.in_(lembar))
    else:
        pilih = pilih.where(Dokumen.id == dokumen.id)
    return list(sesi.execute(pilih).unique().scalars())

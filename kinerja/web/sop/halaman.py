"""The page of one revision of an SOP sheet; shown by the sheet's own address and after a refused issuing."""

from __future__ import annotations

from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.sop_tinjau import ditegaskan, tinjauan
from kinerja.models.basis_data import db
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.models.periode import Periode
from kinerja.operations.dokumen.sop import disahkan, dokumen_lembar
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.rancangan_sop import rancangan_terbuka
from kinerja.sop import PENGUMPULAN_DATA_KINERJA
from kinerja.web.akses import pelaku
from kinerja.web.respond import respond
from kinerja.web.sop.bagan import bagan_lembar

PERIODE_TERBANYAK = 7


def terbaru(kode: str = PENGUMPULAN_DATA_KINERJA) -> LembarSop:
    hasil: LembarSop = db.session.execute(lembar_terbaru(kode)).scalar_one()
    return hasil


def cari_lembar(lembar_id: int) -> LembarSop:
    lembar = db.session.get(LembarSop, lembar_id)
    if lembar is None:
        raise TidakDitemukan("Lembar SOP itu tidak ada.")
    return lembar


def halaman(lembar: LembarSop, status: int = 200, galat_terbit: str = "") -> Response:
    """The sheet as printed, what is to be confirmed, and the document it was issued as."""
    sop = sop_dari(lembar)
    periode = db.session.execute(
        select(Periode)
        .where(Periode.lembar_sop_id == lembar.id, Periode.ditutup_pada.is_(None))
        .order_by(Periode.tahun.desc(), Periode.id)
        .limit(PERIODE_TERBANYAK)
    ).scalars()
    return respond(
        "sop/tampil.html",
        status=status,
        lembar=lembar,
        terbaru=terbaru(lembar.kode),
        sop=sop,
        bagan=bagan_lembar(sop),
        tinjauan=tinjauan(sop),
        ditegaskan=ditegaskan(sop),
        rancangan=db.session.execute(rancangan_terbuka(lembar.kode)).scalar_one_or_none(),
        boleh_ubah=pelaku().boleh(Wewenang.ATUR_KANTOR),
        periode=list(periode),
        dokumen=dokumen_lembar(db.session(), lembar.id),
        disahkan=disahkan(lembar),
        galat_terbit=galat_terbit,
    )

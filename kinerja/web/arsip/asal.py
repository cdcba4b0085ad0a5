"""What a document was printed from: its PK version or SOP revision, and whether the data still fit."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import url_for

from kinerja.models.basis_data import db
from kinerja.models.dokumen import Dokumen
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.operations.dokumen.data_cetak import data_cetak
from kinerja.operations.dokumen.sop import judul_lembar
from kinerja.operations.perjanjian_kinerja.verba import semua_versi


class Asal(NamedTuple):
    """A link to the page the document is of; ``kini``: (label, url) of what is in force instead, or None."""

    label: str
    url: str
    kini: tuple[str, str] | None = None


def konteks_asal(dokumen: Dokumen) -> dict[str, Any]:
    """For templates/arsip/_data_cetak.html."""
    return {"asal": _asal(dokumen), "data_cetak": data_cetak(db.session(), dokumen)}


def _asal(dokumen: Dokumen) -> Asal | None:
    """The PK version or SOP revision; None for a report or a letter, which their period leads to."""
    if dokumen.perjanjian_kinerja_id is not None:
        return _asal_pk(db.session.get(PerjanjianKinerja, dokumen.perjanjian_kinerja_id))
    if dokumen.lembar_sop_id is not None:
        return _asal_lembar(db.session.get(LembarSop, dokumen.lembar_sop_id))
    return None


def _asal_pk(pk: PerjanjianKinerja | None) -> Asal | None:
    if pk is None:
        return None
    kini = [satu for satu in semua_versi(db.session(), pk.tahun) if satu.disetujui_pada is not None][-1:]
    baru = kini[0] if kini and kini[0].versi > pk.versi else None
    return Asal(f"{pk.nama} (versi {pk.versi})", _url_pk(pk), (baru.nama, _url_pk(baru)) if baru else None)


def _url_pk(pk: PerjanjianKinerja) -> str:
    return url_for("perjanjian_kinerja.tampil", tahun=pk.tahun, versi=pk.versi)


def _asal_lembar(lembar: LembarSop | None) -> Asal | None:
    if lembar is None:
        return None
    baru = db.session.execute(lembar_terbaru(lembar.kode)).scalar_one()
    kini = (judul_lembar(baru), _url_lembar(baru)) if baru.id != lembar.id else None
    return Asal(judul_lembar(lembar), _url_lembar(lembar), kini)


def _url_lembar(lembar: LembarSop) -> str:
    return url_for("sop.lembar", lembar_id=lembar.id)

"""The versions of a report on its page: what changed since, what it revises, what may be done about it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wtforms import SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length

from kinerja.domain.beda_laporan import Beda
from kinerja.domain.jabatan import Peran
from kinerja.domain.periode import JenisPeriode
from kinerja.models.basis_data import db
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.beda import perubahan
from kinerja.operations.laporan import isi_laporan
from kinerja.operations.revisi import (
    PANJANG_ALASAN,
    beda_revisi,
    dokumen_versi,
    keputusan,
    revisi_terbuka,
    semua_versi,
    urutan_revisi,
)
from kinerja.operations.rujukan import triwulan_berbeda
from kinerja.web.akses import pelaku
from kinerja.web.formulir import WAJIB, Formulir


class FormAlasan(Formulir):
    """The reason of a revision, or of none."""

    alasan = TextAreaField("Alasan", [InputRequired(WAJIB), Length(max=PANJANG_ALASAN)])


class FormPerbaikan(Formulir):
    """Which figures of a signed triwulan are mended, and why."""

    indikator = SelectMultipleField("Indikator yang angkanya diperbaiki", coerce=str)
    alasan = TextAreaField("Alasan", [InputRequired(WAJIB), Length(max=PANJANG_ALASAN)])

    @property
    def terpilih(self) -> list[int]:
        """The identitas that were ticked."""
        return [int(satu) for satu in self.indikator.data or () if satu.isascii() and satu.isdigit()]


@dataclass(frozen=True)
class Versi:
    """One version with its document; ``kata`` says in words where it stands."""

    laporan: Laporan
    dokumen: Dokumen | None
    pengganti: Dokumen | None


@dataclass(frozen=True)
class Putusan:
    """That the changed figures ask for no revision: who decided it, when, and why."""

    oleh: str
    pada: datetime
    alasan: str


def form_perbaikan(laporan: Laporan) -> FormPerbaikan:
    """The form with the report's own indikator to tick."""
    form = FormPerbaikan()
    form.indikator.choices = [
        (str(i.id), f"{i.nomor} {i.uraian} ({i.penanggung_jawab})")
        for s in isi_laporan(laporan).sasaran
        for i in s.indikator
    ]
    return form


def versi_laporan(periode_id: int) -> list[Versi]:
    """Every version, newest first."""
    dokumen = {laporan.id: d for d, laporan in dokumen_versi(db.session(), periode_id)}
    semua = semua_versi(db.session(), periode_id)
    hasil: list[Versi] = []
    berikut: Dokumen | None = None
    for laporan in semua:
        milik = dokumen.get(laporan.id)
        hasil.append(Versi(laporan, milik, berikut))
        berikut = berikut or milik
    return hasil


def konteks_versi(periode: Periode, laporan: Laporan | None) -> dict[str, Any]:
    """What the page says about change and revision; ``laporan`` is the version being read."""
    semua = versi_laporan(periode.id) if laporan is not None else []
    terbaru = laporan is not None and laporan.id == semua[0].laporan.id
    ubah = perubahan(db.session(), periode, laporan) if laporan is not None and terbaru else None
    beda: tuple[Beda, ...] = ubah.beda if ubah else ()
    kasubag = pelaku().sebagai(Peran.KASUBAG_PERENCANAAN) is not None
    tertutup = periode.ditutup_pada is not None
    boleh = kasubag and tertutup and terbaru and laporan is not None and laporan.dibekukan_pada is not None
    return {
        "semua_versi": semua,
        "terbaru": terbaru,
        "beda": beda,
        "putusan": _putusan(laporan, ubah.digest) if laporan is not None and ubah and beda else None,
        "boleh_revisi": boleh,
        "perevisi": kasubag,
        "revisi_terbuka": revisi_terbuka(semua[0].laporan) if semua else False,
        "urutan_revisi": urutan_revisi(db.session(), laporan) if laporan is not None else 0,
        "beda_revisi": beda_revisi(db.session(), laporan) if laporan is not None else (),
        "berlaku": next((v for v in semua if v.dokumen is not None and v.dokumen.arsip), None),
        "triwulan_berbeda": triwulan_berbeda(db.session(), periode) if laporan is not None else (),
        "form_revisi": FormAlasan(formdata=None),
        "form_biarkan": FormAlasan(formdata=None),
        "form_perbaikan": form_perbaikan(laporan)
        if boleh and laporan is not None and periode.jenis is JenisPeriode.TRIWULAN
        else None,
    }


def _putusan(laporan: Laporan, digest: str) -> Putusan | None:
    baris = keputusan(db.session(), laporan, digest)
    if baris is None:
        return None
    return Putusan(baris.pelaku_nama, baris.pada, json.loads(baris.sesudah)["alasan"])

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
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.laporan.beda import perubahan
from kinerja.operations.laporan.revisi import (
    PANJANG_ALASAN,
    beda_revisi,
    dokumen_versi,
    keputusan,
    revisi_terbuka,
    semua_keputusan,
    semua_versi,
    urutan_revisi,
)
from kinerja.operations.laporan.revisi_batal import dapat_dibatalkan, pembatal, pembatalan
from kinerja.operations.laporan.rujukan import triwulan_berbeda
from kinerja.operations.laporan.verba import isi_laporan
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
    """One version with its document and the one that took its place."""

    laporan: Laporan
    dokumen: Dokumen | None
    pengganti: Dokumen | None
    pembatalan: Putusan | None = None

    @property
    def arsip(self) -> Arsip | None:
        """The signed PDF in force, where one came back."""
        semua = self.dokumen.arsip if self.dokumen else []
        return next((a for a in reversed(semua) if a.diganti_oleh_id is None), None)

    @property
    def berkas_id(self) -> int | None:
        """The PDF as it was signed, else as it was issued; None where the version is printed anew."""
        if self.arsip is not None:
            return self.arsip.berkas_id
        return self.dokumen.berkas_id if self.dokumen and not self.laporan.dibatalkan else None


@dataclass(frozen=True)
class Putusan:
    """Who decided, when, and why: that changed figures ask for no revision, or that one is cancelled."""

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
        if laporan.dibatalkan:
            hasil.append(Versi(laporan, milik, None, _putusan(pembatalan(db.session(), laporan))))
            continue
        hasil.append(Versi(laporan, milik, berikut))
        berikut = berikut or milik
    return hasil


def konteks_versi(periode: Periode, laporan: Laporan | None) -> dict[str, Any]:
    """What the page says about change and revision; ``laporan`` is the version being read."""
    semua = versi_laporan(periode.id) if laporan is not None else []
    kini = next((v.laporan for v in semua if not v.laporan.dibatalkan), None)
    terbaru = laporan is not None and laporan is kini
    ubah = perubahan(db.session(), periode, laporan) if laporan is not None and terbaru else None
    beda: tuple[Beda, ...] = ubah.beda if ubah else ()
    kasubag = pelaku().sebagai(Peran.KASUBAG_PERENCANAAN) is not None
    tertutup = periode.ditutup_pada is not None
    boleh = kasubag and tertutup and terbaru and laporan is not None and laporan.dibekukan_pada is not None
    return {
        "semua_versi": semua,
        "terbaru": terbaru,
        "beda": beda,
        "putusan": _putusan(keputusan(db.session(), laporan, ubah.digest))
        if laporan and ubah and beda
        else None,
        "putusan_lama": _putusan_lama(laporan, ubah.digest) if laporan and ubah and terbaru else [],
        "boleh_revisi": boleh,
        "perevisi": kasubag,
        "revisi_terbuka": revisi_terbuka(kini),
        "dapat_batal": kini if boleh_batal(kini) else None,
        "pembatalan": next((v.pembatalan for v in semua if v.laporan is laporan), None),
        "urutan_revisi": urutan_revisi(db.session(), laporan) if laporan is not None else 0,
        "beda_revisi": beda_revisi(db.session(), laporan) if laporan is not None else (),
        "berlaku": next((v for v in semua if v.arsip is not None), None),
        "triwulan_berbeda": triwulan_berbeda(db.session(), periode) if laporan is not None else (),
        "form_revisi": FormAlasan(formdata=None),
        "form_biarkan": FormAlasan(formdata=None),
        "form_batal": FormAlasan(formdata=None),
        "form_perbaikan": form_perbaikan(laporan)
        if boleh and laporan is not None and periode.jenis is JenisPeriode.TRIWULAN
        else None,
    }


def boleh_batal(laporan: Laporan | None) -> bool:
    """May the reader cancel this revision now?"""
    sesi = db.session()
    return (
        laporan is not None
        and dapat_dibatalkan(sesi, laporan)
        and pembatal(sesi, laporan, pelaku()) is not None
    )


def _putusan(baris: Catatan | None) -> Putusan | None:
    if baris is None:
        return None
    return Putusan(baris.pelaku_nama, baris.pada, json.loads(baris.sesudah)["alasan"])


def _putusan_lama(laporan: Laporan, digest: str) -> list[Putusan]:
    """Decisions about figures that have changed once more since, newest first."""
    semua = semua_keputusan(db.session(), laporan)
    lain = (_putusan(c) for c in semua if json.loads(c.sesudah)["digest"] != digest)
    return [satu for satu in lain if satu is not None]

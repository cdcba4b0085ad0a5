"""What every view of the realisasi page needs: finding the own unit's things, and the page's context."""

from __future__ import annotations

from typing import Any

from flask import url_for

from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.models.periode import Periode
from kinerja.operations.realisasi.cari import triwulan
from kinerja.operations.realisasi.hak import hak_isi
from kinerja.operations.realisasi.isian import IsianIndikator, IsianProgram, IsianUnit, isian_semua
from kinerja.web.akses import pelaku
from kinerja.web.realisasi.formulir import FormBukti, FormCabut, FormKirim, form_anggaran, form_isian
from kinerja.web.unggahan import PETUNJUK, TERIMA


def unit_saya(periode: Periode) -> tuple[IsianUnit, ...]:
    return isian_semua(db.session(), periode, pelaku().unit_id)


def konteks_isian(periode: Periode, isian: IsianUnit, **ganti: Any) -> dict[str, Any]:
    """All of the page; ``ganti`` puts forms with errors in place of fresh ones."""
    hasil: dict[str, Any] = {
        "periode": periode,
        "isian": isian,
        "hak": hak_isi(db.session(), periode, isian.unit.id, pelaku()),
        "form": {i.indikator.identitas: form_isian(i) for i in isian.indikator},
        "form_anggaran": {p.program.identitas: form_anggaran(p) for p in isian.program},
        "form_bukti": {
            i.indikator.identitas: FormBukti(formdata=None, prefix=f"b{i.indikator.identitas}")
            for i in isian.indikator
        },
        "form_cabut": {
            b.id: FormCabut(formdata=None, prefix=f"c{b.id}") for i in isian.indikator for b in i.bukti
        },
        "form_kirim": FormKirim(
            formdata=None, data={"catatan": isian.laporan.catatan if isian.laporan else ""}
        ),
        "baru": None,
        "terima": TERIMA,
        "petunjuk_berkas": PETUNJUK,
        "unit_lain": (),
    }
    for nama, satu in ganti.items():
        hasil[nama] = hasil[nama] | satu if isinstance(satu, dict) else satu
    return hasil


def cari_unit(periode_id: int, unit_id: int) -> tuple[Periode, IsianUnit]:
    periode = triwulan(db.session(), periode_id)
    isian = next((u for u in unit_saya(periode) if u.unit.id == unit_id), None)
    if isian is None:
        raise TidakDitemukan("Isian itu bukan untuk unit Anda.")
    return periode, isian


def cari_indikator(periode_id: int, identitas: int) -> tuple[Periode, IsianUnit, IsianIndikator]:
    periode = triwulan(db.session(), periode_id)
    for unit in unit_saya(periode):
        for i in unit.indikator:
            if i.indikator.identitas == identitas:
                return periode, unit, i
    raise TidakDitemukan("Indikator itu bukan milik unit Anda.")


def cari_program(periode_id: int, identitas: int) -> tuple[Periode, IsianUnit, IsianProgram]:
    periode = triwulan(db.session(), periode_id)
    for unit in unit_saya(periode):
        for p in unit.program:
            if p.program.identitas == identitas:
                return periode, unit, p
    raise TidakDitemukan("Program itu bukan milik unit Anda.")


def alamat(periode_id: int, unit_id: int, bagian: str) -> str:
    return url_for("realisasi.isi", periode_id=periode_id, unit=unit_id, _anchor=bagian)

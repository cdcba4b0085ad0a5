"""Editing one part of a draft: the identity block, the signature, a column, a step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import SudahDikerjakan, TidakDitemukan
from kinerja.domain.sop import Jenis
from kinerja.domain.sop_sel import NAMA_JENIS
from kinerja.domain.sop_ubah import bagian_data, salah_sop
from kinerja.models.basis_data import db, menulis
from kinerja.models.lembar_sop import RancanganSop
from kinerja.operations import rancangan_sop as verba
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import sekarang
from kinerja.web.respond import pindah, respond
from kinerja.web.sop.alamat import bp
from kinerja.web.sop.formulir import FormBagian, form_bagian, isian_bagian, nama_medan

_JUDUL = {"identitas": "Identitas SOP", "tanda_tangan": "Tanda tangan"}


def _cari(rancangan_id: int, bagian: str) -> tuple[RancanganSop, dict[str, Any]]:
    satu = verba.ambil_rancangan(db.session(), rancangan_id)
    try:
        return satu, bagian_data(satu.isi, bagian)
    except KeyError:
        raise TidakDitemukan("Bagian itu tidak ada pada lembar ini.") from None


def _judul(bagian: str, isi: Mapping[str, Any]) -> str:
    if bagian in _JUDUL:
        return _JUDUL[bagian]
    if "nomor" in isi:
        return f"Langkah {isi['nomor']} · {NAMA_JENIS[Jenis(isi['jenis'])]}"
    return f"Kolom {isi.get('nama', '')}"


def _halaman(
    rancangan_id: int, bagian: str, status: int = 200, form: FormBagian | None = None, umum: str = ""
) -> Response:
    menulis.set(False)
    satu, isi = _cari(rancangan_id, bagian)
    tersimpan = form_bagian(satu.isi, bagian, isi, diisi=False)
    if form is None:
        form = tersimpan
        _sebut_panah(form, satu, bagian)
    lain = [
        (medan.label.text, tersimpan[medan.name].data)
        for medan in form
        if medan.name in tersimpan and medan.name not in ("csrf_token", "sidik")
        if (medan.data or "") != (tersimpan[medan.name].data or "")
    ]
    form.sidik.data = verba.sidik_bagian(satu.isi, bagian)
    return respond(
        "sop/bagian.html",
        status=status,
        rancangan=satu,
        bagian=bagian,
        judul=_judul(bagian, isi),
        catatan=isi.get("catatan", {}),
        catatan_pengesah=isi.get("disahkan_oleh", {}).get("catatan", {}),
        form=form,
        umum=umum,
        tersimpan=lain if umum else [],
    )


def _sebut_panah(form: FormBagian, satu: RancanganSop, bagian: str) -> None:
    """Beside each arrow of the step what is wrong with it now."""
    for salah in salah_sop(satu.isi):
        medan = verba.medan_salah(salah, satu.isi, bagian)
        medan = "berikut" if medan == "nomor" and "berikut" in form else medan
        if medan and medan in form:
            form[medan].errors = [*form[medan].errors, _kalimat(salah.pesan)]


def _kalimat(pesan: str) -> str:
    return f"{pesan[:1].upper()}{pesan[1:]}."


@bp.get("/sop/rancangan/<nomor:rancangan_id>/bagian/<bagian>")
@perlu(Wewenang.ATUR_KANTOR)
def bagian(rancangan_id: int, bagian: str) -> Response:
    return _halaman(rancangan_id, bagian)


@bp.post("/sop/rancangan/<nomor:rancangan_id>/bagian/<bagian>")
@perlu(Wewenang.ATUR_KANTOR)
def simpan_bagian(rancangan_id: int, bagian: str) -> Response:
    """Save a part; a stale form comes back with what was typed and what is stored now."""
    satu, isi = _cari(rancangan_id, bagian)
    form = form_bagian(satu.isi, bagian, isi, diisi=True)
    status, umum = 422, ""
    if form.validate():
        try:
            verba.simpan_bagian(
                db.session(),
                rancangan_id,
                bagian,
                form.sidik.data or "",
                isian_bagian(form, isi),
                pelaku(),
                sekarang(),
            )
            db.session.commit()
            flash(f"{_judul(bagian, isi)} tersimpan di rancangan. Berlaku setelah disahkan.", "sukses")
            return pindah(url_for("sop.rancangan", rancangan_id=rancangan_id))
        except verba.IsianSalah as salah:
            for kunci, pesan in salah.per_medan:
                medan = nama_medan(kunci or "")
                if medan in form:
                    form[medan].errors = [*form[medan].errors, _kalimat(pesan)]
                else:
                    form.salah_umum.append(_kalimat(pesan))
        except SudahDikerjakan as salah:
            status, umum = 409, salah.pesan
    db.session.rollback()
    return _halaman(rancangan_id, bagian, status, form, umum)

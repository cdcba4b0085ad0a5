"""Sosialisasi: the acts of the Sekretaris on the step's page, the minutes for all to read and to print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response

from kinerja.domain.kesalahan import TidakBerwenang
from kinerja.models.basis_data import db, menulis
from kinerja.models.laporan import Sosialisasi
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.operations import sosialisasi as verba
from kinerja.operations import undangan as verba_undangan
from kinerja.operations.laporan.koreksi import daftar_koreksi
from kinerja.operations.tugas import pemegang_tugas
from kinerja.operations.undangan import Undangan
from kinerja.web.akses import masuk, pelaku
from kinerja.web.formulir import Formulir
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.respond import minta_potongan, respond
from kinerja.web.sosialisasi import cetak as sosialisasi_cetak
from kinerja.web.sosialisasi import tanggapan
from kinerja.web.sosialisasi.alamat import bp, cari
from kinerja.web.sosialisasi.formulir import (
    FormPeriksa,
    FormUndangan,
    form_rapat,
    form_tutup,
    form_undangan,
    pemegang_jabatan,
)
from kinerja.web.tugas import cari as cari_tugas
from kinerja.web.tugas import konteks as konteks_tugas

__all__ = ["bp"]

BAGIAN = (sosialisasi_cetak, tanggapan)  # views on the same bp


def _pastikan_milik(tugas: Tugas) -> None:
    if pemegang_tugas(pelaku(), tugas) is None:
        raise TidakBerwenang("Sosialisasi diselenggarakan oleh pemegang langkah ini, yaitu Sekretaris.")


def _kerjakan(
    tugas_id: int, nama: str, form: Formulir, kerja: Callable[[], Sosialisasi], pesan: str
) -> Response:
    """Run an act and show the step again; what was typed comes back in ``nama`` when it is refused."""
    if form.validate():
        with form.menerima():
            kerja()
            db.session.commit()
            flash(pesan, "sukses")
            if not minta_potongan():
                return redirect(url_for("tugas.tampil", tugas_id=tugas_id), 303)
            return _langkah(tugas_id, 200)
    db.session.rollback()
    return _langkah(tugas_id, form.status, {nama: form})


def _langkah(tugas_id: int, status: int, ubah: dict[str, Any] | None = None) -> Response:
    """The step's page or fragment; reading it takes no write lock."""
    menulis.set(False)
    isi = konteks_tugas(cari_tugas(tugas_id)) | (ubah or {})
    return respond("tugas/tampil.html", "tugas/_tugas.html", status=status, **isi)


def _undangan(form: FormUndangan) -> Undangan:
    return Undangan(
        tanggal=form.tanggal.data or hari_ini(),  # never empty here: the form has been validated
        pukul=form.pukul.data or "",
        tempat=form.tempat.data or "",
        agenda=form.agenda.data or "",
        jabatan_id=tuple(form.jabatan_id.data or ()),
    )


@bp.post("/tugas/<nomor:tugas_id>/undangan")
@masuk
def undang(tugas_id: int) -> Response:
    """Invite to the next round."""
    tugas = cari_tugas(tugas_id)
    _pastikan_milik(tugas)
    form = form_undangan(db.session(), tugas, hari_ini(), kirim=True)
    return _kerjakan(
        tugas_id,
        "form_undangan",
        form,
        lambda: verba_undangan.undang(db.session(), tugas_id, pelaku(), sekarang(), _undangan(form)),
        "Undangan terkirim ke kotak masuk pejabat yang diundang.",
    )


@bp.post("/<nomor:sosialisasi_id>/undangan")
@masuk
def ubah_undangan(sosialisasi_id: int) -> Response:
    """Move a running meeting or invite more posts."""
    temu, tugas = cari(sosialisasi_id)
    _pastikan_milik(tugas)
    form = form_undangan(db.session(), tugas, hari_ini(), temu, kirim=True)
    return _kerjakan(
        tugas.id,
        "form_undangan",
        form,
        lambda: verba_undangan.ubah_undangan(
            db.session(), sosialisasi_id, pelaku(), sekarang(), _undangan(form)
        ),
        "Undangan diubah.",
    )


@bp.post("/<nomor:sosialisasi_id>/notulen")
@masuk
def catat(sosialisasi_id: int) -> Response:
    """Attendance and minutes so far."""
    temu, tugas = cari(sosialisasi_id)
    _pastikan_milik(tugas)
    form = form_rapat(db.session(), temu, hari_ini(), kirim=True)
    return _kerjakan(
        tugas.id,
        "form_rapat",
        form,
        lambda: verba.catat_rapat(
            db.session(),
            sosialisasi_id,
            pelaku(),
            sekarang(),
            hadir=form.hadir.data or (),
            notulen=form.notulen.data or "",
            tanggal=form.tanggal.data,
        ),
        "Daftar hadir dan notulen tersimpan.",
    )


@bp.post("/<nomor:sosialisasi_id>/penutupan")
@masuk
def tutup(sosialisasi_id: int) -> Response:
    """Close the round, with a reason for each post that did not answer."""
    temu, tugas = cari(sosialisasi_id)
    _pastikan_milik(tugas)
    form = form_tutup(temu, kirim=True)

    def alasan() -> dict[int, str]:
        return {
            int(n.removeprefix("alasan_")): str(form[n].data or "")
            for n in form._fields
            if n.startswith("alasan_")
        }

    return _kerjakan(
        tugas.id,
        "form_tutup",
        form,
        lambda: verba.tutup_sosialisasi(db.session(), sosialisasi_id, pelaku(), sekarang(), alasan()),
        "Sosialisasi ditutup.",
    )


@bp.post("/tugas/<nomor:tugas_id>/pemeriksaan")
@masuk
def periksa(tugas_id: int) -> Response:
    """The corrections were checked on the mended draft; no new meeting."""
    tugas = cari_tugas(tugas_id)
    _pastikan_milik(tugas)
    form = FormPeriksa(prefix="periksa")
    return _kerjakan(
        tugas_id,
        "form_periksa",
        form,
        lambda: verba.periksa_koreksi(db.session(), tugas_id, pelaku(), sekarang(), form.uraian.data or ""),
        "Pemeriksaan koreksi tercatat.",
    )


@bp.get("/<nomor:sosialisasi_id>")
@masuk
def tampil(sosialisasi_id: int) -> Response:
    """The minutes of a round."""
    return respond("sosialisasi/tampil.html", **_risalah(sosialisasi_id))


def _risalah(sosialisasi_id: int) -> dict[str, Any]:
    temu, tugas = cari(sosialisasi_id)
    nomor = {t.id for t in temu.tanggapan}
    return {
        "temu": temu,
        "tugas": tugas,
        "periode": db.session().get_one(Periode, temu.periode_id),
        "koreksi": [k for k in daftar_koreksi(db.session(), temu.periode_id) if k.tanggapan_id in nomor],
        "pemegang": pemegang_jabatan(db.session(), temu.tanggal),
    }

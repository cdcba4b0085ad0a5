"""The work page of step 1, *mengumpulkan data*: ask every unit of the PK, see who was asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from kinerja.domain.disposisi import SIAPKAN_DATA, Sifat
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.mutu_baku import tambah_hari_kerja
from kinerja.models.basis_data import db
from kinerja.models.disposisi import Disposisi
from kinerja.models.kantor import kantor
from kinerja.models.tugas import Tugas
from kinerja.operations.disposisi.lihat import terlihat
from kinerja.operations.disposisi.permintaan import UnitDiminta, unit_diminta
from kinerja.operations.kalender import libur
from kinerja.operations.tugas import Pekerjaan
from kinerja.web.disposisi.formulir import FormPermintaan
from kinerja.web.disposisi.halaman import kata_cabang
from kinerja.web.disposisi.penerima import Calon
from kinerja.web.jam import hari_ini

HARI_MENGISI = 3  # working days proposed to the units when the steps run late


def konteks(kerja: Pekerjaan, pelaku: Pelaku) -> dict[str, Any]:
    """Units with their request; the slips sent so far, where the person may see them; the form."""
    tugas = kerja.tugas
    semua = unit_diminta(db.session(), tugas, hari_ini())
    terkirim = list(
        db.session.execute(
            select(Disposisi)
            .where(Disposisi.tugas_id == tugas.id, terlihat(pelaku))
            .order_by(Disposisi.nomor_agenda)
        ).scalars()
    )
    return {
        "unit_diminta": semua,
        "terkirim": terkirim,
        "terlihat": {d.id for d in terkirim},
        "belum": [u for u in semua if u.cabang is None],
        "kata_cabang": kata_cabang,
        "form_permintaan": form_permintaan(tugas, semua, kosong=True),
    }


def form_permintaan(
    tugas: Tugas, semua: tuple[UnitDiminta, ...] | None = None, kosong: bool = False
) -> FormPermintaan:
    """The request, filled in so that one click sends it; every unit not yet asked is ticked."""
    semua = unit_diminta(db.session(), tugas, hari_ini()) if semua is None else semua
    belum = [u for u in semua if u.cabang is None and u.kepala is not None]
    argumen: dict[str, Any] = {"formdata": None, "data": _awal(tugas)} if kosong else {}
    form = FormPermintaan(prefix="minta", **argumen)
    form.penerima.calon = [
        Calon(u.kepala.id, u.kepala.nama, u.pejabat or "", u.unit.nama) for u in belum if u.kepala
    ]
    form.penerima.pilih_dahulu = [c.jabatan_id for c in form.penerima.calon]
    return form


def _awal(tugas: Tugas) -> dict[str, Any]:
    nama = tugas.periode.nama
    return {
        "hal": f"Permintaan data kinerja {nama}",
        "sifat": Sifat.SEGERA.value,
        "instruksi": [SIAPKAN_DATA],
        "catatan": (
            f"Mohon isi realisasi indikator dan anggaran {nama} beserta buktinya, "
            "lalu kirim laporan progres unit sebelum tenggat."
        ),
        "tenggat": _tenggat(tugas),
    }


def _tenggat(tugas: Tugas) -> date:
    """The due date of the next step, when the data are put together; from today where that is past."""
    lanjut = db.session.execute(
        select(Tugas.tenggat)
        .where(Tugas.periode_id == tugas.periode_id, Tugas.langkah > tugas.langkah)
        .order_by(Tugas.langkah)
        .limit(1)
    ).scalar_one_or_none()
    usul = lanjut or tugas.tenggat
    if usul >= hari_ini():
        return usul
    return tambah_hari_kerja(hari_ini(), HARI_MENGISI, libur(kantor(db.session()), hari_ini().year))

"""The one page of the Perjanjian Kinerja: its context, the form that is open in it, and saving that form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from flask import Blueprint, flash, redirect, url_for
from werkzeug.wrappers import Response

from kinerja.domain.angka import tulis_rupiah
from kinerja.domain.capaian import BELUM_DITARGETKAN, JenisTarget, tulis_target
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, pk_berlaku
from kinerja.operations.dokumen.pk import dokumen_pk
from kinerja.operations.perjanjian_kinerja import verba
from kinerja.operations.perjanjian_kinerja.beda import beda_versi
from kinerja.operations.perjanjian_kinerja.periksa import kekurangan_pk, peringatan_pk
from kinerja.operations.perjanjian_kinerja.persetujuan import cap_pengajuan, riwayat_pk
from kinerja.web.akses import pelaku
from kinerja.web.formulir import Formulir
from kinerja.web.perjanjian_kinerja.form import FormBuat, FormKembali
from kinerja.web.respond import minta_potongan, respond

bp = Blueprint("perjanjian_kinerja", __name__, url_prefix="/perjanjian-kinerja")


@dataclass(frozen=True)
class Buka:
    """The form that is open on the page: where (``di``, ``id``), which template, and where it posts to."""

    di: str  # "pihak" | "sasaran" | "sasaran_baru" | "indikator" | "program" | "perubahan" | "kembali" …
    id: int
    judul: str
    url: str
    form: Formulir
    hapus: str = ""  # what is asked to be removed; a confirmation instead of a form
    sasaran_id: int = 0  # the sasaran in whose part the form stands

    @property
    def templat(self) -> str:
        if self.hapus:
            return "perjanjian_kinerja/_hapus.html"
        return f"perjanjian_kinerja/_form_{self.di.removesuffix('_baru')}.html"


def pk_terakhir(tahun: int) -> PerjanjianKinerja:
    """The last version with all under it. Raises TidakDitemukan."""
    versi = verba.semua_versi(db.session(), tahun)
    if not versi:
        raise TidakDitemukan(f"Perjanjian Kinerja {tahun} belum dibuat.")
    return verba.ambil_pk(db.session(), tahun, versi[-1].versi)


def _terpilih(tahun: int, versi: int | None) -> PerjanjianKinerja | None:
    """The version asked for; else the last for who writes or approves, the one in force for readers."""
    sesi = db.session()
    if versi is not None:
        return verba.ambil_pk(sesi, tahun, versi)
    semua = verba.semua_versi(sesi, tahun)
    if not semua:
        return None
    kini = semua[-1].versi
    if not (pelaku().boleh(Wewenang.TULIS_PK) or pelaku().boleh(Wewenang.SETUJUI_PK)):
        disetujui = [pk.versi for pk in semua if pk.disetujui_pada is not None]
        kini = disetujui[-1] if disetujui else kini
    return verba.ambil_pk(sesi, tahun, kini)


def konteks(
    tahun: int, versi: int | None = None, buka: Buka | None = None, fokus: str = "", **form: Any
) -> dict[str, Any]:
    """All that the page shows; the same for page and fragment."""
    if not verba.TAHUN_AWAL <= tahun <= verba.TAHUN_AKHIR:
        raise TidakDitemukan(f"Tahun {tahun} tidak dikenal.")
    sesi = db.session()
    pk = _terpilih(tahun, versi)
    lalu = None if pk else sesi.execute(pk_berlaku(tahun - 1)).scalar_one_or_none()
    dasar = {
        "tahun": tahun,
        "pk": pk,
        "buka": buka,
        "fokus": fokus,
        "penulis": pelaku().boleh(Wewenang.TULIS_PK),
        "tahun_lalu": lalu,
        "form_buat": form.get("form_buat") or FormBuat(formdata=None),
        "form_tindakan": form.get("form_tindakan"),
    }
    if pk is None:
        return dasar
    semua = verba.semua_versi(sesi, tahun)
    terakhir = pk.versi == semua[-1].versi
    berlaku = [satu.versi for satu in semua if satu.disetujui_pada is not None]
    keadaan = verba.keadaan(pk)
    dapat_diubah = dasar["penulis"] and terakhir and verba.dapat_diubah(pk)
    dapat_disetujui = pelaku().boleh(Wewenang.SETUJUI_PK) and keadaan is verba.Keadaan.DIAJUKAN
    return dasar | {
        "semua": semua,
        "keadaan": keadaan,
        "digantikan": bool(berlaku) and keadaan is verba.Keadaan.DISETUJUI and pk.versi < berlaku[-1],
        "terakhir": terakhir,
        "dapat_diubah": dapat_diubah,
        "dapat_disetujui": dapat_disetujui,
        "dapat_diubah_lagi": dasar["penulis"] and terakhir and keadaan is verba.Keadaan.DISETUJUI,
        "kurang": kekurangan_pk(pk) if dapat_diubah else (),
        "peringatan": peringatan_pk(sesi, pk) if dapat_diubah or dapat_disetujui else (),
        "dokumen": dokumen_pk(sesi, pk.id),
        "riwayat": riwayat_pk(sesi, pk),
        "cap": cap_pengajuan(pk),
        "beda": beda_versi(sesi, pk),
        "form_kembali": form.get("form_kembali") or FormKembali(formdata=None),
        "jumlah_pagu": sum((p.pagu for s in pk.sasaran for p in s.program), Decimal(0)),
        "tulis_target": target_tertulis,
        "rupiah": tulis_rupiah,
    }


def target_tertulis(teks: str, indikator: Indikator) -> str:
    """A stored target as the page shows it, or that there is none."""
    return tulis_target(teks, JenisTarget(indikator.jenis_target)) if teks else BELUM_DITARGETKAN


def tampilkan(
    tahun: int, versi: int | None = None, buka: Buka | None = None, status: int = 200, **lain: Any
) -> Response:
    """The page, or for htmx the part of it that changes."""
    return respond(
        "perjanjian_kinerja/tampil.html",
        "perjanjian_kinerja/_pk.html",
        status=status,
        **konteks(tahun, versi, buka, **lain),
    )


def selesai(tahun: int, pesan: str, fokus: str = "") -> Response:
    """After a saved change: the fresh part for htmx, else back to the page at that line."""
    flash(pesan, "sukses")
    if minta_potongan():
        return tampilkan(tahun, fokus=fokus)
    return redirect(url_for("perjanjian_kinerja.tampil", tahun=tahun, _anchor=fokus or None), 303)


def simpan(
    tahun: int, form: Formulir, kerja: Callable[[], tuple[str, str]], buka: Buka | None = None, **lain: Any
) -> Response:
    """Validate, do ``kerja`` (→ message, line to show), commit; after an error the form with its values."""
    if form.validate():
        with form.menerima():
            pesan, fokus = kerja()
            db.session.commit()
            return selesai(tahun, pesan, fokus)
    return tampilkan(tahun, buka=buka, status=form.status, **lain)

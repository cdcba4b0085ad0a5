"""The archive: issued documents with their numbers, the signed PDFs that came back, and their download."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, request, url_for
from flask_wtf.file import FileField
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional

from kinerja.archive.jenis_berkas import JenisBerkas
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import Kesalahan, MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.nomor import NAMA_JENIS
from kinerja.models.basis_data import db, lepas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations import arsip as verba
from kinerja.operations.beda import Perubahan, laporan_beku, perubahan
from kinerja.operations.berkas import catat_berkas
from kinerja.operations.revisi import keputusan, pengganti
from kinerja.web.akses import pelaku, perlu
from kinerja.web.formulir import Formulir
from kinerja.web.jam import sekarang
from kinerja.web.respond import pindah, respond
from kinerja.web.unggahan import Unggahan, unggahan

bp = Blueprint("arsip", __name__, url_prefix="/arsip")

PILIH_BERKAS = "Pilih berkas PDF yang sudah ditandatangani."
KEADAAN = {"tertanda": "Sudah tertanda", "menunggu": "Menunggu tanda tangan"}


class FormTertanda(Formulir):
    """The signed PDF as it came back; ``keterangan`` doubles as the reason when one replaces another."""

    berkas = FileField("PDF yang sudah ditandatangani")
    cara = RadioField(
        "Cara penandatanganan",
        [Optional()],
        choices=[SelectChoice(kunci, nama) for kunci, nama in verba.CARA.items()],
    )
    lokasi_rak = StringField("Tempat lembar asli disimpan", [Optional(), Length(max=verba.PANJANG_RAK)])
    keterangan = TextAreaField("Keterangan", [Optional(), Length(max=2000)])

    def terima(self) -> tuple[Unggahan, int]:
        """Store the file and count its pages; ends the running transaction.

        Every field is looked at first, so all that is wrong is said at once and no file is sent in vain.
        Raises MasukanSalah.
        """
        ada = isinstance(self.berkas.data, FileStorage) and bool(self.berkas.data.filename)
        try:
            verba.periksa_isian(self.cara.data or "", self.lokasi_rak.data or "")
        except MasukanSalah as salah:
            if not ada:
                self.salahkan(salah)
                raise MasukanSalah(PILIH_BERKAS, "berkas") from None
            raise
        if not ada:
            raise MasukanSalah(PILIH_BERKAS, "berkas")
        kiriman = unggahan(self.berkas.data)
        if kiriman.jenis is not JenisBerkas.PDF or kiriman.halaman is None:
            raise MasukanSalah(
                "Berkas tertanda harus PDF. Pindai atau simpan sebagai PDF lebih dahulu.", "berkas"
            )
        return kiriman, kiriman.halaman


def dokumen_batal() -> set[int]:
    """The ids of documents issued for a revision that was cancelled."""
    return set(db.session.execute(verba.dokumen_batal()).scalars())


def _tahun_ada() -> list[int]:
    return sorted(set(db.session.execute(select(Periode.tahun)).scalars()), reverse=True)


@bp.get("/")
@perlu(Wewenang.BACA)
def daftar() -> Response:
    """The list, narrowed by year, kind, state and words; the filters live in the URL."""
    tahun_teks = request.args.get("tahun", "")
    tahun = (
        int(tahun_teks) if tahun_teks.isascii() and tahun_teks.isdigit() and len(tahun_teks) == 4 else None
    )
    jenis = request.args.get("jenis", "")
    keadaan = request.args.get("keadaan", "")
    cari = request.args.get("cari", "").strip()[:100]
    jenis = jenis if jenis in NAMA_JENIS else ""
    keadaan = keadaan if keadaan in KEADAAN else ""
    dokumen = db.session.execute(verba.daftar_dokumen(tahun, jenis, cari, keadaan)).unique().scalars().all()
    return respond(
        "arsip/daftar.html",
        "arsip/_daftar.html",
        dokumen=dokumen,
        batal=dokumen_batal(),
        tahun=tahun,
        tahun_ada=_tahun_ada(),
        jenis=jenis,
        nama_jenis=NAMA_JENIS,
        keadaan=keadaan,
        nama_keadaan=KEADAAN,
        cari=cari,
    )


def cari_dokumen(dokumen_id: int) -> Dokumen:
    """An issued document with its files, or TidakDitemukan."""
    pilih = verba.daftar_dokumen().where(Dokumen.id == dokumen_id)
    dokumen = db.session.execute(pilih).unique().scalar_one_or_none()
    if dokumen is None:
        raise TidakDitemukan("Dokumen itu tidak ada.")
    return dokumen


def _perubahan(dokumen: Dokumen) -> tuple[Perubahan, Laporan] | None:
    """What changed since, where this document is the newest final report; and the decision about it."""
    laporan = db.session.get(Laporan, dokumen.laporan_id) if dokumen.laporan_id else None
    if laporan is None or dokumen.periode is None:
        return None
    terbaru = laporan_beku(db.session(), laporan.periode_id)
    if terbaru is None or terbaru.id != laporan.id:
        return None
    return perubahan(db.session(), dokumen.periode, laporan), laporan


def _konteks(dokumen: Dokumen, form: FormTertanda | None = None) -> dict[str, Any]:
    berlaku = [a for a in dokumen.arsip if a.diganti_oleh_id is None]
    ubah = _perubahan(dokumen)
    beda = ubah[0].beda if ubah else ()
    return {
        "dokumen": dokumen,
        "berlaku": berlaku[-1] if berlaku else None,
        "lama": [a for a in dokumen.arsip if a.diganti_oleh_id is not None],
        "pengganti": pengganti(db.session(), dokumen),
        "beda": beda,
        "putusan": keputusan(db.session(), ubah[1], ubah[0].digest) if ubah and beda else None,
        "batal": dokumen.id in dokumen_batal(),
        "cara": verba.CARA,
        "nama_jenis": NAMA_JENIS,
        "form": form or FormTertanda(formdata=None),
        "boleh_ganti": verba.boleh_ganti(pelaku(), dokumen),
    }


@bp.get("/<nomor:dokumen_id>")
@perlu(Wewenang.BACA)
def dokumen(dokumen_id: int) -> Response:
    """One document: number, code, sha256, signer, and every PDF received for it."""
    return respond("arsip/dokumen.html", **_konteks(cari_dokumen(dokumen_id)))


@bp.post("/<nomor:dokumen_id>/pengganti")
@perlu(Wewenang.BACA)
def ganti(dokumen_id: int) -> Response:
    """Supersede a wrong signed PDF by the right one, with the reason."""
    terpilih = cari_dokumen(dokumen_id)
    form = FormTertanda()
    status = 422
    if form.validate():
        try:
            if not verba.boleh_ganti(pelaku(), terpilih):
                raise TidakBerwenang(verba.BUKAN_PENGGANTI)
            berlaku: list[Arsip] = [a for a in terpilih.arsip if a.diganti_oleh_id is None]
            kiriman, halaman = form.terima()
            berkas = catat_berkas(
                db.session(), kiriman.tersimpan, kiriman.nama, kiriman.jenis, pelaku(), sekarang()
            )
            verba.ganti(
                db.session(),
                berlaku[-1].id if berlaku else 0,
                berkas,
                halaman,
                form.cara.data or "",
                form.lokasi_rak.data or "",
                form.keterangan.data or "",
                pelaku(),
                sekarang(),
            )
            db.session.commit()
            flash("Berkas arsip diganti; yang lama tetap tersimpan.", "sukses")
            return pindah(url_for("arsip.dokumen", dokumen_id=dokumen_id))
        except TidakBerwenang:
            raise
        except SudahDikerjakan as salah:
            db.session.rollback()
            form.salahkan(salah)
            status = 409
        except Kesalahan as salah:
            db.session.rollback()
            form.salahkan(salah)
    lepas(db.session())
    return respond("arsip/dokumen.html", status=status, **_konteks(cari_dokumen(dokumen_id), form))

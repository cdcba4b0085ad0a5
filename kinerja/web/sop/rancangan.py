"""A draft of a revision: what to confirm, what to change, the drawn sheet, ratifying, dropping."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import flash, send_file, url_for
from werkzeug.wrappers import Response

from kinerja.documents.lembar_sop.naskah import cetak_lembar_sop
from kinerja.domain.jabatan import Wewenang, peringatan_nip
from kinerja.domain.kesalahan import BelumLengkap, Kesalahan, MasukanSalah, TidakDitemukan
from kinerja.domain.sop import Sop
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_beda import beda_sop, kolom_berubah
from kinerja.domain.sop_salah import SalahSop
from kinerja.domain.sop_tinjau import Tinjauan, ditegaskan, tinjauan
from kinerja.domain.sop_ubah import nama_tempat, pecah, salah_sop
from kinerja.models.basis_data import db, lepas, menulis
from kinerja.models.lembar_sop import LembarSop, RancanganSop
from kinerja.operations import rancangan_sop as verba
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.rancangan_sop_sahkan import IsianPengesahan, sahkan_rancangan
from kinerja.sop import PENGUMPULAN_DATA_KINERJA
from kinerja.web.akses import pelaku, perlu
from kinerja.web.galat import status_untuk
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.respond import pindah, respond
from kinerja.web.sop.alamat import bp
from kinerja.web.sop.bagan import bagan_lembar
from kinerja.web.sop.formulir import FormSahkan, FormVersi


@bp.post("/sop/lembar/<nomor:lembar_id>/rancangan")
@perlu(Wewenang.ATUR_KANTOR)
def mulai_rancangan(lembar_id: int) -> Response:
    """Begin a revision, or go on with the one that is open."""
    hasil = verba.mulai_rancangan(db.session(), lembar_id, pelaku(), sekarang())
    db.session.commit()
    return pindah(url_for("sop.rancangan", rancangan_id=hasil.id))


@bp.get("/sop/rancangan/<nomor:rancangan_id>")
@perlu(Wewenang.ATUR_KANTOR)
def rancangan(rancangan_id: int) -> Response:
    return _halaman(rancangan_id)


def _halaman(
    rancangan_id: int, status: int = 200, form: FormSahkan | None = None, umum: str = ""
) -> Response:
    menulis.set(False)
    satu = verba.ambil_rancangan(db.session(), rancangan_id)
    if satu.dasar_id is None:
        raise TidakDitemukan("Rancangan itu tidak ada.")  # an uploaded sheet has its own page
    dasar = db.session().get_one(LembarSop, satu.dasar_id)
    salah = salah_sop(satu.isi)
    isi: dict[str, Any] = {
        "rancangan": satu,
        "terbuka": satu.lembar_id is None and satu.dibuang_pada is None,
        "dasar": dasar,
        "salah": [(_kata_salah(s), _bagian_salah(s)) for s in salah],
        "data": satu.isi,
        "form": form or _form_sahkan(satu),
        "umum": umum,
        "tautan_ubah": lambda tempat: _tautan_ubah(satu, tempat),
    }
    lama = sop_dari(dasar)
    sop = baca_sop(satu.isi) if not salah else None
    isi |= _isi_sah(lama, sop) if sop else {"sop": None, "beda": (), "tinjauan": (), "ditegaskan": ()}
    return respond("sop/rancangan.html", status=status, **isi)


def _isi_sah(lama: Sop, sop: Sop) -> dict[str, Any]:
    """What only a sheet that can run has: its matrix, its doubts, its differences."""
    beda = beda_sop(lama, sop)
    nip = [sop.identitas.disahkan_oleh.nip, sop.tanda_tangan.nip if sop.tanda_tangan else ""]
    perlu_lihat: list[Tinjauan] = list(tinjauan(sop))
    return {
        "sop": sop,
        "beda": beda,
        "bagan": bagan_lembar(sop, kolom_berubah(beda)),
        "tinjauan": perlu_lihat,
        "ditegaskan": ditegaskan(sop),
        "peringatan": sorted({kata for satu in nip if (kata := peringatan_nip(satu))}),
    }


def _form_sahkan(satu: RancanganSop) -> FormSahkan:
    nomor = satu.isi["identitas"].get("nomor", "")
    return FormSahkan(formdata=None, data={"nomor": nomor, "tanggal": hari_ini(), "versi": satu.versi})


def _tautan_ubah(satu: RancanganSop, tempat: str) -> str:
    """Where a doubtful place is edited; the day of ratification only with the ratification itself."""
    if tempat == "identitas.tanggal_pengesahan":
        return "#pengesahan"
    bagian, kunci = pecah(tempat)
    alamat = url_for("sop.bagian", rancangan_id=satu.id, bagian=bagian)
    return f"{alamat}#{kunci.replace('.', '__')}"


def _kata_salah(salah: SalahSop) -> str:
    awal = f"Langkah {salah.langkah}: " if salah.langkah else ""
    return f"{awal}{salah.pesan}."


def _bagian_salah(salah: SalahSop) -> str | None:
    return f"langkah.{salah.langkah}" if salah.langkah else None


@bp.get("/sop/rancangan/<nomor:rancangan_id>.pdf")
@perlu(Wewenang.ATUR_KANTOR)
def unduh_rancangan(rancangan_id: int) -> Response:
    """The draft on paper, to be signed before it is ratified here; every page says that it is a draft."""
    satu = verba.ambil_rancangan(db.session(), rancangan_id)
    if salah_sop(satu.isi):
        raise BelumLengkap("Rancangan ini belum dapat dicetak: perbaiki dahulu yang disebut di halamannya.")
    sop, pada = baca_sop(satu.isi), satu.diubah_pada
    lepas(db.session())
    hasil = cetak_lembar_sop(sop, dengan_catatan=False, rancangan=True, bertanggal=pada)
    nama = f"Rancangan SOP {sop.nama}.pdf"
    return send_file(BytesIO(hasil.pdf), mimetype="application/pdf", as_attachment=True, download_name=nama)


@bp.post("/sop/rancangan/<nomor:rancangan_id>/konfirmasi/<tempat>")
@perlu(Wewenang.ATUR_KANTOR)
def konfirmasi(rancangan_id: int, tempat: str) -> Response:
    """ "Benar": a doubtful place is right as it stands."""
    verba.ambil_rancangan(db.session(), rancangan_id)
    try:
        satu = verba.konfirmasi(db.session(), rancangan_id, tempat, pelaku(), sekarang())
        kata = nama_tempat(satu.isi, tempat)
        db.session.commit()
    except Kesalahan as salah:
        db.session.rollback()
        return _halaman(rancangan_id, status_untuk(salah), umum=salah.pesan)
    flash(f"{kata} dinyatakan benar. Berlaku setelah rancangan ini disahkan.", "sukses")
    return pindah(url_for("sop.rancangan", rancangan_id=rancangan_id, _anchor="konfirmasi"))


@bp.post("/sop/rancangan/<nomor:rancangan_id>/pengesahan")
@perlu(Wewenang.ATUR_KANTOR)
def sahkan(rancangan_id: int) -> Response:
    """Ratify: the draft becomes the next revision."""
    form = FormSahkan()
    verba.ambil_rancangan(db.session(), rancangan_id)
    status, umum = 422, ""
    if form.validate():
        try:
            isian = IsianPengesahan(form.nomor.data or "", form.tanggal.data, form.alasan.data or "")
            baru = sahkan_rancangan(
                db.session(), rancangan_id, _angka(form.versi.data), isian, pelaku(), sekarang()
            )
            nama, revisi = baru.nama, baru.revisi
            db.session.commit()
            flash(f"SOP {nama} revisi {revisi} disahkan. Tahun yang dibuka sesudah ini memakainya.", "sukses")
            return pindah(url_for("sop.tampil") if _utama(baru) else url_for("sop.lembar", lembar_id=baru.id))
        except Kesalahan as salah:
            db.session.rollback()
            status = status_untuk(salah)
            if isinstance(salah, MasukanSalah):
                form.salahkan(salah)
            else:
                umum = salah.pesan
    db.session.rollback()
    form.versi.data = str(verba.ambil_rancangan(db.session(), rancangan_id).versi)
    return _halaman(rancangan_id, status, form, umum)


def _utama(lembar: LembarSop) -> bool:
    return lembar.kode == PENGUMPULAN_DATA_KINERJA


def _angka(teks: str | None) -> int:
    return int(teks) if teks and teks.isascii() and teks.isdigit() and len(teks) < 10 else 0


@bp.post("/sop/rancangan/<nomor:rancangan_id>/pembuangan")
@perlu(Wewenang.ATUR_KANTOR)
def buang(rancangan_id: int) -> Response:
    """Drop the draft; the sheet stays as it is."""
    form = FormVersi()
    verba.ambil_rancangan(db.session(), rancangan_id)
    form.validate()
    try:
        verba.buang_rancangan(db.session(), rancangan_id, _angka(form.versi.data), pelaku(), sekarang())
        db.session.commit()
    except Kesalahan as salah:
        db.session.rollback()
        return _halaman(rancangan_id, status_untuk(salah), umum=salah.pesan)
    flash("Rancangan dibuang. Lembar SOP tetap seperti semula.", "sukses")
    return pindah(url_for("sop.tampil"))

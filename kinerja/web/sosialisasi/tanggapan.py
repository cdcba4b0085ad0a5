"""The answer of an invited post to a draft: setuju or koreksi."""

from __future__ import annotations

from typing import Any

from flask import Response as FlaskResponse
from flask import flash, request, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.sosialisasi import BAGIAN_CONTOH, MAKS_KOREKSI
from kinerja.models.basis_data import db, menulis
from kinerja.models.laporan import Tanggapan
from kinerja.models.periode import Periode
from kinerja.operations import koreksi as verba
from kinerja.operations.koreksi import IsianKoreksi
from kinerja.operations.laporan.koreksi import daftar_koreksi
from kinerja.web.akses import masuk, pelaku
from kinerja.web.formulir import Formulir
from kinerja.web.jam import sekarang
from kinerja.web.respond import pindah, respond
from kinerja.web.sosialisasi.alamat import bp
from kinerja.web.sosialisasi.formulir import form_koreksi, jumlah_baris


def cari(tanggapan_id: int) -> Tanggapan:
    """An invited post, if the person may read the sosialisasi."""
    if not pelaku().boleh(Wewenang.BACA):
        raise TidakDitemukan("Undangan itu tidak ada.")
    return verba.cari_tanggapan(db.session(), tanggapan_id)


def _tampilkan(
    tanggapan_id: int, status: int = 200, form: Formulir | None = None, baris: int = 1
) -> Response:
    menulis.set(False)
    tanggapan = cari(tanggapan_id)
    temu = tanggapan.sosialisasi
    isi: dict[str, Any] = {
        "tanggapan": tanggapan,
        "temu": temu,
        "periode": db.session().get_one(Periode, temu.periode_id),
        "milik_saya": verba.jabatan_penjawab(pelaku(), tanggapan) is not None,
        "terbuka": verba.masih_dapat_dijawab(db.session(), tanggapan),
        "koreksi": [
            k for k in daftar_koreksi(db.session(), temu.periode_id) if k.tanggapan_id == tanggapan_id
        ],
        "form": form or form_koreksi(baris),
        "jumlah": baris,
        "maks": MAKS_KOREKSI,
        "bagian_contoh": BAGIAN_CONTOH,
    }
    return respond("sosialisasi/tanggapan.html", "sosialisasi/_tanggapan.html", status=status, **isi)


@bp.get("/tanggapan/<nomor:tanggapan_id>")
@masuk
def tanggapan(tanggapan_id: int) -> Response:
    """The draft and the two answers."""
    return _tampilkan(tanggapan_id)


@bp.post("/tanggapan/<nomor:tanggapan_id>/persetujuan")
@masuk
def setujui(tanggapan_id: int) -> Response:
    """Agree; 409 tells which colleague was first."""
    _pastikan_milik(cari(tanggapan_id))
    try:
        verba.setujui(db.session(), tanggapan_id, pelaku(), sekarang())
        db.session.commit()
        return _terima_kasih("Terima kasih. Persetujuan Anda tercatat.")
    except SudahDikerjakan as salah:
        db.session.rollback()
        kosong = form_koreksi()
        kosong.salahkan(salah)
        return _tampilkan(tanggapan_id, 409, kosong)


@bp.post("/tanggapan/<nomor:tanggapan_id>/koreksi")
@masuk
def koreksi(tanggapan_id: int) -> Response:
    """Send corrections, or only ask for one more line."""
    _pastikan_milik(cari(tanggapan_id))
    jumlah = jumlah_baris()
    form = form_koreksi(jumlah, kirim=True)
    if "tambah" in request.form:
        db.session.rollback()
        return _tampilkan(tanggapan_id, 200, form, jumlah)
    status = 422
    if form.validate():
        nomor = [ke for ke in range(jumlah) if _terisi(form, ke)]
        try:
            verba.koreksi(
                db.session(), tanggapan_id, pelaku(), sekarang(), [_isian(form, ke) for ke in nomor]
            )
            db.session.commit()
            return _terima_kasih("Terima kasih. Koreksi Anda tercatat dan akan ditindaklanjuti.")
        except MasukanSalah as salah:
            form.salahkan(_di_baris(salah, nomor))
        except SudahDikerjakan as salah:
            form.salahkan(salah)
            status = 409
    db.session.rollback()
    return _tampilkan(tanggapan_id, status, form, jumlah)


def _pastikan_milik(tanggapan: Tanggapan) -> None:
    if verba.jabatan_penjawab(pelaku(), tanggapan) is None:
        raise TidakBerwenang(f"Tanggapan ini diminta dari {tanggapan.jabatan.nama}.")


def _terima_kasih(pesan: str) -> FlaskResponse:
    flash(pesan, "sukses")
    return pindah(url_for("kotak.beranda"))


def _terisi(form: Formulir, ke: int) -> bool:
    satu = _isian(form, ke)
    return bool(satu.bagian.strip() or satu.uraian.strip())


def _isian(form: Formulir, ke: int) -> IsianKoreksi:
    return IsianKoreksi(form[f"bagian_{ke}"].data or "", form[f"uraian_{ke}"].data or "")


def _di_baris(salah: MasukanSalah, nomor: list[int]) -> MasukanSalah:
    """The verb counts filled lines; the form shows all."""
    kata, _, ke = (salah.medan or "").rpartition("_")
    if not ke.isdigit() or int(ke) >= len(nomor):
        return salah
    return MasukanSalah(salah.pesan, f"{kata}_{nomor[int(ke)]}")

"""Invitation, attendance list and minutes of a sosialisasi as one PDF, from its rows."""

from __future__ import annotations

from werkzeug.wrappers import Response

from kinerja.documents.cetak import cetak
from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.sosialisasi import TEMPLAT, BerkasSosialisasi, ButirKoreksi, Undangan
from kinerja.documents.tanggal import tulis_hari, tulis_tanggal
from kinerja.domain.jabatan import NAMA_PERAN, Peran
from kinerja.domain.sosialisasi import NAMA_JAWABAN
from kinerja.models.basis_data import db, lepas
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Koreksi, Sosialisasi, Tanggapan
from kinerja.models.periode import Periode
from kinerja.operations.laporan.koreksi import daftar_koreksi
from kinerja.operations.penandatangan import penanda
from kinerja.web.akses import masuk
from kinerja.web.penandatangan import penandatangan_dari
from kinerja.web.sosialisasi.alamat import bp, cari
from kinerja.web.sosialisasi.formulir import pemegang_jabatan

_HADIR = {True: "Hadir", False: "Tidak hadir", None: ""}


@bp.get("/<nomor:sosialisasi_id>/notulen.pdf")
@masuk
def pdf(sosialisasi_id: int) -> Response:
    """To print, to sign, to file; before the meeting it is the invitation with an empty list."""
    temu, _tugas = cari(sosialisasi_id)
    periode = db.session().get_one(Periode, temu.periode_id)
    data = berkas_dari(temu, periode)
    nama = f"sosialisasi-{periode.nama.lower().replace(' ', '-')}-putaran-{temu.putaran}.pdf"
    saat = temu.ditutup_pada or temu.dibuat_pada
    lepas(db.session())
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=saat)
    jawab = Response(hasil.pdf, mimetype="application/pdf")
    jawab.headers.set("Content-Disposition", "attachment", filename=nama)
    return jawab


def berkas_dari(temu: Sosialisasi, periode: Periode) -> BerkasSosialisasi:
    """The display text of a round; names are of those who held the posts on the day of the meeting."""
    office = kantor(db.session())
    nama = pemegang_jabatan(db.session(), temu.tanggal)
    nomor = {t.id for t in temu.tanggapan}
    return BerkasSosialisasi(
        kantor=kop_dari(office),
        periode=periode.nama,
        putaran=temu.putaran,
        hari=tulis_hari(temu.tanggal),
        pukul=temu.pukul,
        tempat=temu.tempat,
        agenda=temu.agenda,
        undangan=tuple(_undangan(t, nama.get(t.jabatan_id, "")) for t in temu.tanggapan),
        notulen=temu.notulen,
        koreksi=tuple(
            _koreksi(k) for k in daftar_koreksi(db.session(), temu.periode_id) if k.tanggapan_id in nomor
        ),
        keadaan="sudah ditutup" if temu.ditutup_pada else "belum ditutup",
        penanda_tangan=penandatangan_dari(
            penanda(db.session(), Peran.SEKRETARIS, temu.tanggal),
            NAMA_PERAN[Peran.SEKRETARIS],
            tempat=office.ibu_kota or office.kecamatan,
            tanggal=tulis_tanggal(temu.tanggal),
        ),
    )


def _undangan(tanggapan: Tanggapan, nama: str) -> Undangan:
    jawaban = NAMA_JAWABAN[tanggapan.jawaban] if tanggapan.jawaban else ""
    if tanggapan.dijawab_oleh_nama and tanggapan.dijawab_oleh_nama not in nama:
        jawaban += f" (oleh {tanggapan.dijawab_oleh_nama})"  # a stand-in
    return Undangan(tanggapan.jabatan.nama, nama, _HADIR[tanggapan.hadir], jawaban)


def _koreksi(koreksi: Koreksi) -> ButirKoreksi:
    oleh = f"{koreksi.oleh_nama} ({koreksi.jabatan_nama})"
    return ButirKoreksi(koreksi.bagian, koreksi.uraian, oleh, koreksi.tindak_lanjut)

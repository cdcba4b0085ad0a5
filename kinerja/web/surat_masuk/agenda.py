"""The agenda book of a month, on paper and as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from flask import Blueprint, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.documents.agenda_surat import TEMPLAT, AgendaSurat, BarisAgenda
from kinerja.documents.cetak import cetak
from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.tanggal import tulis_saat, tulis_tanggal
from kinerja.documents.xlsx.tabel import Tabel
from kinerja.domain.disposisi import NAMA_SIFAT
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.lembar_isian import JenisKolom, Kolom
from kinerja.models.basis_data import db, lepas
from kinerja.models.jabatan import Jabatan
from kinerja.models.kantor import kantor
from kinerja.models.surat import SuratMasuk
from kinerja.operations.surat_masuk_lihat import agenda_bulan
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.surat_masuk.rute import kata_surat

PANJANG_ALASAN = 200

bp = Blueprint("surat_masuk_agenda", __name__, url_prefix="/surat-masuk")


def bulan_diminta() -> date:
    """The first day of ``?bulan=2026-10``; else of this month."""
    try:
        return date.fromisoformat(f"{request.args.get('bulan', '')[:7]}-01")
    except ValueError:
        return hari_ini().replace(day=1)


def nama_bulan(awal: date) -> str:
    """ "Oktober 2026"."""
    return tulis_tanggal(awal).partition(" ")[2]


@bp.get("/agenda.pdf")
@perlu(Wewenang.BACA)
def cetak_agenda() -> Response:
    """The month as the person may see it."""
    awal, office, saat = bulan_diminta(), kantor(db.session()), sekarang()
    data = AgendaSurat(
        kantor=kop_dari(office),
        bulan=nama_bulan(awal),
        baris=_baris(agenda_bulan(db.session(), pelaku(), awal.year, awal.month)),
        dicetak=f"dicetak {pelaku().nama}, {tulis_saat(saat, office.zona)}",
    )
    lepas(db.session())
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=saat)
    jawab = Response(hasil.pdf, mimetype="application/pdf")
    nama = f"agenda-surat-masuk-{awal:%Y-%m}.pdf"
    jawab.headers.set("Content-Disposition", "attachment", filename=nama)
    return jawab


def _jabatan() -> Mapping[int, str]:
    return {i: nama for i, nama in db.session.execute(select(Jabatan.id, Jabatan.nama))}


def _baris(semua: Sequence[SuratMasuk]) -> tuple[BarisAgenda, ...]:
    nama = _jabatan()
    return tuple(
        BarisAgenda(
            f"{s.nomor_agenda}/{s.tahun}",
            tulis_tanggal(s.diterima),
            s.surat_dari,
            s.nomor_surat,
            tulis_tanggal(s.tanggal_surat),
            s.hal,
            NAMA_SIFAT[s.sifat],
            f"{nama[s.untuk_id]}: {keterangan(s)}",
        )
        for s in semua
    )


def keterangan(surat: SuratMasuk) -> str:
    """What came of it, in the words of the book."""
    alasan = surat.dibatalkan_alasan or surat.selesai_catatan
    kata = kata_surat(surat).kata.lower()
    pendek = alasan if len(alasan) <= PANJANG_ALASAN else f"{alasan[:PANJANG_ALASAN].rstrip()} …"
    return f"{kata} ({pendek})" if alasan else kata


def tabel_agenda(semua: Sequence[SuratMasuk], awal: date) -> Tabel:
    """The same as a sheet."""
    kolom = (
        Kolom("Agenda", lebar=12),
        Kolom("Diterima", JenisKolom.TANGGAL),
        Kolom("Surat dari", lebar=34),
        Kolom("Nomor surat", lebar=24),
        Kolom("Tanggal surat", JenisKolom.TANGGAL),
        Kolom("Hal", lebar=52),
        Kolom("Sifat", lebar=16),
        Kolom("Diajukan kepada", lebar=20),
        Kolom("Keterangan", lebar=40),
    )
    nama = _jabatan()
    baris = [
        (
            *(f"{s.nomor_agenda}/{s.tahun}", s.diterima, s.surat_dari, s.nomor_surat, s.tanggal_surat),
            *(s.hal, NAMA_SIFAT[s.sifat], nama[s.untuk_id], keterangan(s)),
        )
        for s in semua
    ]
    return Tabel("Surat masuk", f"Buku agenda surat masuk {nama_bulan(awal)}", kolom, baris)

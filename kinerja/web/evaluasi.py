"""Evaluasi SOP of a year: figures per step with their chart, the completions behind them, the paper."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from flask import Blueprint, send_file
from werkzeug.wrappers import Response

from kinerja.documents.cetak import cetak
from kinerja.documents.evaluasi import (
    TEMPLAT,
    BagianEvaluasi,
    CetakEvaluasi,
    gambar_evaluasi,
    sel_evaluasi,
)
from kinerja.documents.kantor_dari import kop_dari
from kinerja.domain.evaluasi import JAUH
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.jam_kerja import kata_lama
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.periode import tanggal_panjang
from kinerja.models.basis_data import db, lepas
from kinerja.models.kantor import kantor
from kinerja.operations.evaluasi import EvaluasiLembar, evaluasi, evaluasi_langkah, tahun_evaluasi
from kinerja.operations.hari_libur import TAHUN
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import sekarang, zona
from kinerja.web.kata_waktu import sehari
from kinerja.web.respond import respond

bp = Blueprint("evaluasi", __name__, url_prefix="/evaluasi")


@dataclass(frozen=True)
class Bagian:
    """A revision with its figures in words."""

    rinci: EvaluasiLembar
    kata: BagianEvaluasi


def bagian_evaluasi(tahun: int) -> list[Bagian]:
    """All sheets of the year in words, from the rows as they are now."""
    return [Bagian(satu, _kata(satu, tahun)) for satu in evaluasi(db.session(), tahun, sekarang())]


def _kata(e: EvaluasiLembar, tahun: int) -> BagianEvaluasi:
    sel = tuple(
        sel_evaluasi(b.langkah.nomor, b.langkah.kegiatan, b.pelaksana, b.nilai, sehari(), b.diragukan)
        for b in e.baris
    )
    judul = f"SOP {e.lembar.nama}, revisi {e.lembar.revisi}"
    banyak = len(e.periode)
    sekali = e.sop.mulai.daur == "sekali"
    periode = f"Dijalankan {banyak} kali." if sekali else f"Periode pada revisi ini: {', '.join(e.periode)}."
    pasangan = [(s, b.nilai) for s, b in zip(sel, e.baris, strict=True)]
    gambar = gambar_evaluasi(f"Median pengerjaan dan norma tiap langkah, {tahun}", pasangan)
    return BagianEvaluasi(judul, periode, sel, gambar, _catatan(e))


def _catatan(e: EvaluasiLembar) -> tuple[str, ...]:
    dikoreksi = sum(b.nilai.dikoreksi for b in e.baris)
    lama = sum(b.nilai.lama for b in e.baris)
    kalimat = []
    if dikoreksi:
        kalimat.append(f"{dikoreksi} waktu dikoreksi pejabatnya dengan alasan; angka koreksi yang dipakai.")
    if lama:
        kalimat.append(f"{lama} waktu masih diukur menurut jam dinding, sebelum jam kerja dipakai.")
    return tuple(kalimat)


def kaki() -> tuple[str, ...]:
    """How the figures are worked out."""
    return (
        f"Waktu dihitung dalam jam kerja kantor; 1 hari kerja = {kata_lama(sehari(), 0)}. Pengerjaan: sejak "
        "langkah pertama dilihat sampai diselesaikan. Menunggu: sejak terbuka sampai pertama dilihat.",
        "Median: nilai tengah bila diurutkan. Tepat waktu: selesai paling lambat pada tenggat. Sekali jadi: "
        "pernah selesai dan tidak pernah dikembalikan. Pengesahan bukan langkah lembar, jadi tidak dihitung.",
        f"Tanda (!): norma pada lembar diragukan, atau median {JAUH} kali norma atau lebih.",
    )


def cetakan_evaluasi(tahun: int, saat: str) -> CetakEvaluasi | None:
    """The paper of a year, ``saat`` printed on it as its moment; None where nothing ran."""
    semua = tuple(b.kata for b in bagian_evaluasi(tahun))
    return CetakEvaluasi(kop_dari(kantor(db.session())), tahun, saat, semua, kaki()) if semua else None


def _periksa_tahun(tahun: int) -> None:
    if tahun not in TAHUN:
        raise TidakDitemukan("Evaluasi tahun itu tidak ada.")


@bp.get("/<nomor:tahun>")
@perlu(Wewenang.BACA)
def tampil(tahun: int) -> Response:
    """Every sheet that ran in the year."""
    _periksa_tahun(tahun)
    return respond(
        "evaluasi/tampil.html",
        tahun=tahun,
        tahun_semua=tahun_evaluasi(db.session()),
        bagian=bagian_evaluasi(tahun),
        kaki=kaki(),
    )


@bp.get("/<nomor:tahun>/lembar/<nomor:lembar_id>/langkah/<nomor:langkah>")
@perlu(Wewenang.BACA)
def rinci(tahun: int, lembar_id: int, langkah: int) -> Response:
    """One step: every completion behind its figures, each a link to its tugas."""
    _periksa_tahun(tahun)
    e, baris, selesai = evaluasi_langkah(db.session(), tahun, lembar_id, langkah, sekarang())
    kata = next(s for s in _kata(e, tahun).sel if s.nomor == langkah)
    return respond(
        "evaluasi/rinci.html", tahun=tahun, e=e, baris=baris, kata=kata, selesai=selesai, kaki=kaki()
    )


@bp.get("/<nomor:tahun>.pdf")
@perlu(Wewenang.BACA)
def unduh(tahun: int) -> Response:
    """The same on paper."""
    _periksa_tahun(tahun)
    kini = sekarang().astimezone(zona())
    saat = f"keadaan {tanggal_panjang(kini.date())} pukul {kini:%H.%M}, dicetak oleh {pelaku().nama}"
    data = cetakan_evaluasi(tahun, saat)
    if data is None:
        raise TidakDitemukan(f"Tahun {tahun} belum dibuka, jadi belum ada yang dievaluasi.")
    lepas(db.session())
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=kini)
    nama = f"Evaluasi SOP {tahun}.pdf"
    return send_file(BytesIO(hasil.pdf), mimetype="application/pdf", as_attachment=True, download_name=nama)

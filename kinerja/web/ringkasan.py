"""The Camat's page: what waits for whom, what is late, what to sign, and how the year goes; its one sheet."""

from __future__ import annotations

from decimal import Decimal

from flask import Blueprint
from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.documents.cetak import cetak
from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.lembar_senin import SASARAN, TEMPLAT, LembarSenin, gambar_senin, tabel
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.periode import JenisPeriode, tanggal_panjang
from kinerja.models.basis_data import db, lepas
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.butir import ButirKotak
from kinerja.operations.laporan.verba import isi_laporan
from kinerja.operations.ringkasan import KOSONG, Kemajuan, Penunggu, Ringkasan, ringkasan
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import hari_ini, sekarang, zona
from kinerja.web.kata_waktu import hari_tanggal, kata_tenggat, menunggu
from kinerja.web.respond import respond

BARIS_LEGA = 12  # up to so many rows on the sheet each has room for two lines

bp = Blueprint("ringkasan", __name__, url_prefix="/ringkasan")


@bp.get("/")
@perlu(Wewenang.LIHAT_RINGKASAN)
def tampil() -> Response:
    """The whole office on one page."""
    return respond("ringkasan/tampil.html", r=_baca(), KOSONG=KOSONG, kata_kemajuan=kata_kemajuan)


@bp.get("/lembar-senin.pdf")
@perlu(Wewenang.LIHAT_RINGKASAN)
def lembar() -> Response:
    """The same on one sheet of paper."""
    data = lembar_dari(_baca())
    saat, nama = sekarang(), f"lembar-senin-{hari_ini().isoformat()}.pdf"
    lepas(db.session())
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=saat)
    jawab = Response(hasil.pdf, mimetype="application/pdf")
    jawab.headers.set("Content-Disposition", "attachment", filename=nama)
    return jawab


def _baca() -> Ringkasan:
    return ringkasan(db.session(), pelaku(), sekarang(), hari_ini())


def lembar_dari(r: Ringkasan) -> LembarSenin:
    """The display text of the sheet, with the capaian of the newest triwulan that has a report."""
    capaian = _capaian_terbaru()
    lega = len(r.tanda_tangan) + len(r.persetujuan) + len(r.terlambat) + len(r.penunggu) <= BARIS_LEGA
    siapa = pelaku()
    jabatan = ", ".join(j.nama_lengkap for j in siapa.jabatan)
    return LembarSenin(
        kantor=kop_dari(kantor(db.session())),
        hari=hari_tanggal(hari_ini()),
        pukul=f"{sekarang().astimezone(zona()):%H.%M}",
        angka=(
            (str(r.menunggu), "hal sedang menunggu"),
            (str(len(r.terlambat)), "terlambat"),
            (str(len(r.tanda_tangan) + len(r.persetujuan)), "menunggu tanda tangan atau persetujuan"),
            (f"{r.langkah_selesai}/{r.langkah}", f"langkah SOP selesai, tahun {r.tahun or '–'}"),
        ),
        tabel=(
            tabel(
                "Untuk ditandatangani atau disetujui",
                (("Dokumen", 54, 60), ("Nomor", 28, 30), ("Sejak", 18, 20)),
                [
                    *((d.judul, d.nomor, tanggal_panjang(d.tanggal)) for d in r.tanda_tangan),
                    *((b.judul, "menunggu persetujuan", _hari(b)) for b in r.persetujuan),
                ],
                "Tidak ada yang menunggu tanda tangan.",
                4,
                lega,
            ),
            tabel(
                "Terlambat",
                (("Pekerjaan", 46, 52), ("Ada pada", 34, 38), ("Tenggat", 20, 20)),
                [
                    (
                        f"{t.butir.judul} ({t.butir.keterangan})",
                        ", ".join(t.pada),
                        kata_tenggat(t.butir.tenggat).kata,
                    )
                    for t in r.terlambat
                ],
                "Tidak ada yang terlambat.",
                5,
                lega,
            ),
            tabel(
                "Menunggu siapa",
                (("Pejabat", 43, 48), ("Banyaknya", 18, 20), ("Yang pertama", 39, 43)),
                [_baris_penunggu(p) for p in r.penunggu],
                "Tidak ada pekerjaan yang menunggu.",
                9,
                lega,
            ),
        ),
        tahun=str(r.tahun or ""),
        perjalanan=tuple((k.periode.nama, _persen(k), kata_kemajuan(k)) for k in r.kemajuan),
        gambar=gambar_senin(*capaian) if capaian else None,
        gambar_lebih=max(0, len(capaian[1].sasaran) - SASARAN) if capaian else 0,
        dibuat_oleh=f"{siapa.nama} ({jabatan})",
    )


def _capaian_terbaru() -> tuple[str, IsiLaporan] | None:
    terbaru = (
        select(Periode, Laporan)
        .join(Laporan, Laporan.periode_id == Periode.id)
        .where(Periode.jenis == JenisPeriode.TRIWULAN)
        .order_by(Periode.tahun.desc(), Periode.ke.desc(), Laporan.versi.desc())
        .limit(1)
    )
    baris = db.session.execute(terbaru).first()
    return (f"Capaian per sasaran, {baris[0].nama}", isi_laporan(baris[1])) if baris else None


def _hari(butir: ButirKotak) -> str:
    return tanggal_panjang(butir.sejak.astimezone(zona()).date())


def _baris_penunggu(p: Penunggu) -> tuple[str, str, str]:
    pertama = p.butir[0]
    banyak = f"{len(p.butir)} hal" + (f", {p.terlambat} terlambat" if p.terlambat else "")
    return f"{p.jabatan} ({p.nama})", banyak, f"{menunggu(pertama.sejak).capitalize()}: {pertama.judul}"


def _persen(k: Kemajuan) -> Decimal:
    return Decimal(100) * k.selesai / (k.jumlah or 1)


def kata_kemajuan(k: Kemajuan) -> str:
    """Where a period stands, in words."""
    if k.periode.ditutup_pada is not None:
        return f"{k.selesai} dari {k.jumlah} langkah, sudah disahkan dan diarsipkan"
    if k.di_sini:
        return f"{k.selesai} dari {k.jumlah} langkah, sampai pada: {k.di_sini}"
    return f"{k.selesai} dari {k.jumlah} langkah, menunggu gilirannya"

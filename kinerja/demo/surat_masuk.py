"""Incoming letters of the example: one waits for the Camat, one is with three Kasi, one was only taken note of."""

from __future__ import annotations

from datetime import timedelta

from kinerja.demo.kertas import bukti
from kinerja.demo.panggung import Panggung
from kinerja.domain.disposisi import Hasil, Sifat
from kinerja.domain.surat_masuk import IsianSuratMasuk
from kinerja.models.surat import SuratMasuk
from kinerja.operations.disposisi.cabang import selesaikan, teruskan
from kinerja.operations.disposisi.ingatkan import ingatkan
from kinerja.operations.surat_masuk import arsipkan_surat_masuk, catat_surat, disposisikan_surat


def surat_masuk(p: Panggung) -> None:
    """Three letters."""
    edaran = _catat(p, "Sekretariat Daerah (contoh)", "000.1/87/Setda", "Edaran jam kerja bulan Oktober", 5)
    arsipkan_surat_masuk(
        p.sesi, edaran.id, "Sudah maklum, diumumkan pada apel.", p.orang("camat"), p.jam(10, 5)
    )
    p.babak()
    rapat = _catat(
        p, "Dinas Pendidikan (contoh)", "005/77/Disdik", "Pendataan anak putus sekolah", 5, Sifat.SEGERA
    )
    _edarkan(p, rapat)
    _catat(p, "Kapolsek Koto XI Tarusan (contoh)", "B/112/X", "Pengamanan pasar malam nagari", 9)
    p.lapor("Tiga surat masuk")


def _catat(p: Panggung, dari: str, nomor: str, hal: str, hari: int, sifat: Sifat = Sifat.BIASA) -> SuratMasuk:
    pada, umum = p.jam(10, hari, 8, 5), p.orang("umum")
    pindaian = p.berkas(bukti(f"Surat {dari}", f"Nomor {nomor}\nHal: {hal}"), f"{hal}.pdf", umum, pada)
    isian = IsianSuratMasuk(
        surat_dari=dari,
        nomor_surat=f"{nomor}/{p.tahun}",
        tanggal_surat=(pada - timedelta(days=3)).date(),
        diterima=pada.date(),
        sifat=sifat,
        hal=hal,
        untuk_id=p.jabatan("camat").id,
    )
    surat = catat_surat(p.sesi, isian, umum, pada, pindaian)
    p.babak()
    return surat


def _edarkan(p: Panggung, surat: SuratMasuk) -> None:
    """To three Kasi: one answered, one handed it on, one was reminded."""
    camat, pada = p.orang("camat"), p.jam(10, 5, 9)
    siapa = ("kesos", "pelayanan", "pemberdayaan")
    disposisi = disposisikan_surat(
        p.sesi,
        surat.id,
        camat,
        pada,
        hal=surat.hal,
        sifat=surat.sifat,
        instruksi=["Koordinasi/konfirmasikan", "Siapkan data"],
        catatan="Siapkan data per nagari.",
        penerima=[
            (p.jabatan(s).id, p.jam(10, hari).date()) for s, hari in zip(siapa, (7, 14, 8), strict=True)
        ],
    )
    kesos, pelayanan, pemberdayaan = (c.id for c in disposisi.cabang)
    p.babak()
    balasan = "Data 23 nagari sudah dikirim ke Dinas Pendidikan."
    selesaikan(p.sesi, kesos, p.orang("kesos"), p.jam(10, 7), Hasil.SELESAI, balasan)
    p.babak()
    tujuan = [(p.jabatan("staf.pelayanan").id, p.jam(10, 13).date())]
    teruskan(
        p.sesi, pelayanan, p.orang("pelayanan"), p.jam(10, 6), tujuan, "Tolong rekap dari berkas pelayanan."
    )
    p.babak()
    ingatkan(p.sesi, pemberdayaan, camat, p.jam(10, 9, 10))
    p.babak()

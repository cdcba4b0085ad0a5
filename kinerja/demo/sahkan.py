"""Issuing in the example: the final PDF is really printed, comes back "signed" and scanned, and is archived."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from kinerja.demo.kertas import tertanda
from kinerja.demo.panggung import WIB, Panggung
from kinerja.documents.baca_kode import baca_kode
from kinerja.documents.cetak import cetak
from kinerja.documents.perjanjian_kinerja.dari import perjanjian_kinerja_dari
from kinerja.documents.perjanjian_kinerja.naskah import TEMPLAT
from kinerja.domain.jabatan import Pelaku, Peran
from kinerja.domain.pindaian import Lembar
from kinerja.models.dokumen import Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.pindaian import Pindaian
from kinerja.models.tugas import PENGESAHAN
from kinerja.operations.dokumen.pk import calon_pk, terbitkan_pk
from kinerja.operations.dokumen.terbit import calon, dokumen_laporan, terbitkan
from kinerja.operations.laporan.verba import laporan_kini
from kinerja.operations.penandatangan import penanda
from kinerja.operations.perjanjian_kinerja.verba import ambil_pk
from kinerja.operations.pindaian.verba import Kiriman, sesuai, terima
from kinerja.operations.tugas import lihat


def terbitkan_final(p: Panggung, periode: Periode, pada: datetime) -> None:
    """Number, print and file the final PDF of a frozen report."""
    p.babak()
    tugas = p.tugas_penuh(p.tugas(periode, PENGESAHAN))
    oleh, hari = p.orang("perencanaan"), pada.astimezone(WIB).date()
    lihat(tugas, oleh, pada)
    rencana = calon(p.sesi, tugas, oleh, pada, hari)
    p.sesi.flush()
    hasil = p.cetak(periode.id, nomor=rencana.nomor, kode=rencana.kode, tanggal=hari)
    berkas = p.berkas(hasil.pdf, f"{rencana.judul}.pdf", oleh, pada)
    siapa = penanda(p.sesi, Peran.CAMAT, hari)
    terbitkan(p.sesi, tugas.id, rencana, berkas, hasil.halaman, oleh, pada, siapa, hasil.teks)
    p.lapor(f"{rencana.judul}: PDF {hasil.halaman} halaman, nomor {rencana.nomor}")


def terbitkan_perjanjian(p: Panggung, pk: PerjanjianKinerja, pada: datetime) -> None:
    """Number and print the approved PK; its signed copy has not come back."""
    p.babak()
    oleh, hari = p.orang("perencanaan"), pada.astimezone(WIB).date()
    rencana = calon_pk(p.sesi, pk.tahun, pk.versi, oleh, hari)
    isi = ambil_pk(p.sesi, pk.tahun, pk.versi)
    data = perjanjian_kinerja_dari(isi, kantor(p.sesi), nomor=rencana.nomor, kode=rencana.kode)
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=isi.disetujui_pada)
    berkas = p.berkas(hasil.pdf, f"{rencana.judul}.pdf", oleh, pada)
    terbitkan_pk(p.sesi, pk.tahun, pk.versi, rencana, berkas, hasil.halaman, oleh, pada, hasil.teks)
    p.lapor(f"{rencana.judul}: PDF {hasil.halaman} halaman, nomor {rencana.nomor}")


def kembalikan_tertanda(p: Panggung, periode: Periode, pada: datetime, rak: str) -> None:
    """The signed PDF comes back, is held beside the issued one, and closes the period."""
    p.babak()
    laporan = laporan_kini(p.sesi, periode.id)
    dokumen = dokumen_laporan(p.sesi, laporan) if laporan is not None else None
    if dokumen is None:
        raise LookupError(f"{periode.nama} belum terbit")
    oleh = p.orang("perencanaan")
    pindaian = _pindai(p, dokumen, oleh, pada)
    sesuai(p.sesi, pindaian.id, rak, "", oleh, pada + timedelta(minutes=5), selesaikan=True)
    p.lapor(f"{periode.nama} diarsipkan")


def pindai_perjanjian(p: Panggung, pada: datetime) -> None:
    """The signed PK lay on the scanner: it waits for somebody to hold it beside the issued one."""
    p.babak()
    milik_pk = select(Dokumen).where(Dokumen.tahun == p.tahun, Dokumen.perjanjian_kinerja_id.is_not(None))
    dokumen = p.sesi.execute(milik_pk.options(joinedload(Dokumen.berkas))).scalar_one()
    _pindai(p, dokumen, None, pada)
    p.lapor(f"{dokumen.judul} dipindai, menunggu dibandingkan")


def _pindai(p: Panggung, dokumen: Dokumen, oleh: Pelaku | None, pada: datetime) -> Pindaian:
    """The signed sheets come in; their codes are really read. ``oleh`` None: from the scanner's folder."""
    isi = tertanda(p.isi_berkas(dokumen.berkas.sha256), dokumen.penanda_nama)
    berkas = p.berkas(isi, f"{dokumen.judul} - tertanda.pdf", oleh, pada)
    muatan = [satu.muatan for satu in baca_kode(isi, berkas.jenis)]
    lembar = tuple(Lembar(m.kode, m.halaman) if m else None for m in muatan)
    asal = "unggah" if oleh else "folder"
    return terima(p.sesi, Kiriman(berkas, lembar, asal=asal), dokumen, oleh, pada)

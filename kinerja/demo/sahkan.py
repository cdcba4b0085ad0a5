"""Issuing in the example: the final PDF is really printed, comes back "signed", and is archived."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from kinerja.demo.kertas import tertanda
from kinerja.demo.panggung import WIB, Panggung
from kinerja.documents.cetak import cetak
from kinerja.documents.perjanjian_kinerja import TEMPLAT
from kinerja.documents.perjanjian_kinerja_dari import perjanjian_kinerja_dari
from kinerja.domain.jabatan import Peran
from kinerja.domain.pindaian import Lembar
from kinerja.models.dokumen import Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.tugas import PENGESAHAN
from kinerja.operations.arsip import unggah_tertanda
from kinerja.operations.dokumen import calon, dokumen_laporan, terbitkan
from kinerja.operations.dokumen_pk import calon_pk, terbitkan_pk
from kinerja.operations.laporan import laporan_kini
from kinerja.operations.penandatangan import penanda
from kinerja.operations.perjanjian_kinerja import ambil_pk
from kinerja.operations.pindaian import Kiriman, terima
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


def pindai_perjanjian(p: Panggung, pada: datetime) -> None:
    """The signed PK came out of the scanner: it waits for somebody to hold it beside the issued one."""
    p.babak()
    pilih = select(Dokumen).options(joinedload(Dokumen.berkas))
    pilih = pilih.where(Dokumen.judul == f"Perjanjian Kinerja {p.tahun}")
    dokumen = p.sesi.execute(pilih).scalar_one()
    oleh = p.orang("umum")
    isi = tertanda(p.isi_berkas(dokumen.berkas.sha256), dokumen.penanda_nama)
    berkas = p.berkas(isi, "pindaian-001.pdf", oleh, pada)
    bacaan = [Lembar(dokumen.kode, ke) for ke in range(1, dokumen.halaman + 1)]
    terima(p.sesi, Kiriman(berkas, bacaan), dokumen, oleh, pada)
    p.lapor("Satu pindaian menunggu dibandingkan")


def kembalikan_tertanda(p: Panggung, periode: Periode, pada: datetime, rak: str) -> None:
    """The signed PDF comes back and closes the period."""
    p.babak()
    laporan = laporan_kini(p.sesi, periode.id)
    dokumen = dokumen_laporan(p.sesi, laporan) if laporan is not None else None
    if dokumen is None:
        raise LookupError(f"{periode.nama} belum terbit")
    isi = tertanda(p.isi_berkas(dokumen.berkas.sha256), dokumen.penanda_nama)
    oleh = p.orang("perencanaan")
    berkas = p.berkas(isi, f"{dokumen.judul} - tertanda.pdf", oleh, pada)
    tugas = p.tugas(periode, PENGESAHAN)
    unggah_tertanda(p.sesi, tugas.id, berkas, dokumen.halaman, "basah", rak, "", oleh, pada)
    p.lapor(f"{periode.nama} diarsipkan")

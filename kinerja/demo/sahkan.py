"""Pengesahan in the example: the final PDF is really printed, comes back "signed", and is archived."""

from __future__ import annotations

from datetime import datetime

from kinerja.demo.kertas import tertanda
from kinerja.demo.panggung import WIB, Panggung
from kinerja.domain.jabatan import Peran
from kinerja.models.periode import Periode
from kinerja.models.tugas import PENGESAHAN
from kinerja.operations.arsip import unggah_tertanda
from kinerja.operations.dokumen import calon, dokumen_laporan, terbitkan
from kinerja.operations.laporan import laporan_kini
from kinerja.operations.penandatangan import penanda
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

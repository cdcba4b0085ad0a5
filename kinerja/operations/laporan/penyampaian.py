"""Passing the draft of the semester report to the Sekretaris: the lembar disposisi that step 7 puts out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.domain.jabatan import Pelaku, Peran
from kinerja.domain.kesalahan import BelumLengkap
from kinerja.domain.narasi import narasi_kosong
from kinerja.domain.sop import Halaman
from kinerja.models.disposisi import Disposisi
from kinerja.models.jabatan import jabatan_berperan
from kinerja.models.periode import Periode
from kinerja.operations.disposisi.verba import buat_disposisi
from kinerja.operations.laporan.langkah import pastikan_langkah, tugas_berhalaman
from kinerja.operations.laporan.verba import draf_terbuka, isi_laporan, narasi_laporan

INSTRUKSI = ("Tanggapan dan saran", "Proses lebih lanjut")


def sampaikan_draf(sesi: Session, periode: Periode, oleh: Pelaku, pada: datetime) -> Disposisi:
    """Put out the slip with the draft to the Sekretaris. By the holder of the open step 7.

    Raises BelumLengkap while a required section is empty or nobody's post is Sekretaris.
    """
    pastikan_langkah(sesi, periode.id, {Halaman.SUSUN_SEMESTER}, oleh, pada)
    laporan = draf_terbuka(sesi, periode.id)
    kosong = narasi_kosong(isi_laporan(laporan), narasi_laporan(laporan))
    if kosong:
        raise BelumLengkap(f"Masih ada {len(kosong)} bagian wajib yang kosong, jadi draf belum disampaikan.")
    sekretaris = sesi.execute(jabatan_berperan(Peran.SEKRETARIS).limit(1)).scalar_one_or_none()
    if sekretaris is None:
        raise BelumLengkap("Jabatan Sekretaris belum ada dalam struktur kantor.")
    return buat_disposisi(
        sesi,
        oleh,
        pada,
        hal=f"Penyampaian draf laporan {periode.nama}",
        sifat=Sifat.BIASA,
        instruksi=INSTRUKSI,
        catatan=f"Draf laporan {periode.nama} versi {laporan.versi} untuk disosialisasikan.",
        penerima=[(sekretaris.id, None)],
        tugas=tugas_berhalaman(sesi, periode.id, {Halaman.SUSUN_SEMESTER}),
    )

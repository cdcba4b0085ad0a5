"""All blueprints, in the order of the menu."""

from __future__ import annotations

from kinerja.web import (
    berkas,
    berkas_lihat,
    catatan,
    delegasi,
    draf,
    evaluasi,
    excel,
    jabatan,
    jalan,
    kalender,
    kesiapan,
    kotak,
    masuk,
    pembagian_tugas,
    pemberitahuan,
    pengesahan,
    periksa,
    periode,
    pustaka,
    rencana_aksi,
    ringkasan,
    siapkan,
    struktur,
    surel,
    tugas,
    unit,
)
from kinerja.web.arsip import buku_nomor, klasifikasi, pemeriksaan, tanda_tangan
from kinerja.web.arsip import rak as arsip_rak
from kinerja.web.disposisi import rute as disposisi
from kinerja.web.kantor import rute as kantor
from kinerja.web.laporan import asal as laporan_asal
from kinerja.web.laporan import progres as laporan_progres
from kinerja.web.laporan import revisi as laporan_revisi
from kinerja.web.laporan import revisi_batal as laporan_revisi_batal
from kinerja.web.laporan import reviu
from kinerja.web.laporan import rute as laporan
from kinerja.web.laporan import susun as laporan_susun
from kinerja.web.laporan import word as laporan_word
from kinerja.web.lembar import muat as lembar_muat
from kinerja.web.lembar import rute as lembar
from kinerja.web.orang import pintu as orang_pintu
from kinerja.web.paket import rute as paket
from kinerja.web.perjanjian_kinerja import rute as perjanjian_kinerja
from kinerja.web.pindai import putusan as pindai_putusan
from kinerja.web.pindai import rute as pindai
from kinerja.web.realisasi import bukti as realisasi_bukti
from kinerja.web.realisasi import rute as realisasi
from kinerja.web.sop import rute as sop
from kinerja.web.sosialisasi import rute as sosialisasi
from kinerja.web.surat_keluar import pengantar as surat_pengantar
from kinerja.web.surat_keluar import rute as surat_keluar
from kinerja.web.surat_masuk import agenda as surat_masuk_agenda
from kinerja.web.surat_masuk import disposisi as surat_masuk_disposisi
from kinerja.web.tabel import rute as tabel

# Views that stand on the blueprint of another module.
MENUMPANG = (buku_nomor,)

SEMUA = (
    pustaka.bp,
    masuk.bp,
    periksa.bp,
    siapkan.bp,
    kotak.bp,
    pemberitahuan.bp,
    ringkasan.bp,
    tugas.bp,
    disposisi.bp,
    periode.bp,
    perjanjian_kinerja.bp,
    rencana_aksi.bp,
    sop.bp,
    lembar.bp,
    lembar_muat.bp,
    jalan.bp,
    surat_masuk_disposisi.bp,
    surat_masuk_agenda.bp,
    surat_keluar.bp,
    surat_pengantar.bp,
    catatan.bp,
    pemeriksaan.bp,
    orang_pintu.bp,
    surel.bp,
    struktur.bp,
    delegasi.bp,
    jabatan.bp,
    unit.bp,
    kantor.bp,
    kalender.bp,
    evaluasi.bp,
    kesiapan.bp,
    berkas.bp,
    berkas_lihat.bp,
    draf.bp,
    excel.bp,
    realisasi.bp,
    realisasi_bukti.bp,
    laporan_progres.bp,
    laporan.bp,
    laporan_susun.bp,
    laporan_asal.bp,
    laporan_revisi.bp,
    laporan_revisi_batal.bp,
    laporan_word.bp,
    reviu.bp,
    sosialisasi.bp,
    pembagian_tugas.bp,
    pengesahan.bp,
    arsip_rak.bp,
    klasifikasi.bp,
    pindai.bp,
    pindai_putusan.bp,
    paket.bp,
    tabel.bp,
    tanda_tangan.bp,
)

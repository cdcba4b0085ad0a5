"""Letters of three years ago in the example: through the sheet, into the archive, and by now due for retention."""

from __future__ import annotations

from dataclasses import replace

from kinerja.demo.kertas import tertanda
from kinerja.demo.panggung import WIB, Panggung
from kinerja.demo.surat import konsep, langkah, tugas_surat
from kinerja.documents.cetak import cetak
from kinerja.documents.kantor import Penandatangan
from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.surat_keluar import TEMPLAT, SuratKeluar
from kinerja.documents.tanggal import tulis_tanggal
from kinerja.domain.disposisi import NAMA_SIFAT
from kinerja.domain.jabatan import Peran
from kinerja.domain.surat import IsianSurat, baris
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.operations.penandatangan import penanda
from kinerja.operations.surat_keluar import arsipkan_surat, calon_surat, terbitkan_surat
from kinerja.operations.surat_keluar_lihat import dokumen_semua

TAHUN_LALU = 3
"""So many years ago: the class of periodic reports is kept two years from the end of a document's own."""
RAK = "Lemari 1, boks Surat {tahun}"
PENGANTAR = IsianSurat(
    hal="",
    klasifikasi="000.7.2.8",
    kepada="Kepala Bagian Organisasi Sekretariat Daerah Kabupaten Pesisir Selatan",
    di="Painan",
    isi="Dengan hormat,\n\nBersama ini kami sampaikan laporan kinerja kecamatan untuk dipergunakan "
    "sebagaimana mestinya.\n\nAtas perhatian Bapak kami ucapkan terima kasih.",
)


def surat_lama(p: Panggung) -> None:
    """Two letters from concept to shelf, before anything else of the example."""
    lama = replace(p, tahun=p.tahun - TAHUN_LALU)
    for bulan, hari, apa in ((4, 12, "Triwulan I"), (7, 12, "Triwulan II")):
        _satu(lama, bulan, hari, f"Penyampaian laporan kinerja {apa} {lama.tahun}")
    p.lapor(f"Dua surat {lama.tahun} diarsipkan")


def _satu(p: Panggung, bulan: int, hari: int, hal: str) -> None:
    isian = replace(PENGANTAR, hal=hal)
    periode = konsep(p, "perencanaan", isian, hari, bulan)
    for kunci, siapa, pukul in (("2", "umum", 10), ("3", "sekretaris", 11)):
        langkah(p, periode, kunci, siapa, hari, pukul, bulan=bulan)
    _beri_nomor(p, periode, isian, bulan, hari)
    for kunci, siapa, pukul in (("4", "umum", 13), ("5", "camat", 14)):
        langkah(p, periode, kunci, siapa, hari, pukul, bulan=bulan)
    _simpan(p, periode, bulan, hari)
    langkah(p, periode, "6", "umum", hari, 15, bulan=bulan)


def _beri_nomor(p: Panggung, periode: Periode, isian: IsianSurat, bulan: int, hari: int) -> None:
    p.babak()
    oleh, pada = p.orang("umum"), p.jam(bulan, hari, 13)
    tanggal, office = pada.astimezone(WIB).date(), kantor(p.sesi)
    tugas = tugas_surat(p, periode, "4")
    rencana = calon_surat(p.sesi, tugas.id, oleh, pada, tanggal)
    siapa = penanda(p.sesi, Peran.CAMAT, tanggal)
    if siapa is None:
        raise LookupError("Camat belum bertugas pada tanggal itu")
    data = SuratKeluar(
        kantor=kop_dari(office),
        tempat_tanggal=f"{office.ibu_kota or office.kecamatan}, {tulis_tanggal(tanggal)}",
        nomor=rencana.nomor,
        sifat=NAMA_SIFAT[isian.sifat],
        lampiran=isian.lampiran,
        hal=isian.hal,
        kepada=baris(isian.kepada),
        di=isian.di,
        isi=isian.isi,
        penandatangan=Penandatangan(siapa.jabatan, siapa.nama, siapa.pangkat, siapa.nip),
        kode=rencana.kode,
    )
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=pada)
    berkas = p.berkas(hasil.pdf, f"{isian.hal}.pdf", oleh, pada)
    terbitkan_surat(p.sesi, tugas.id, rencana, isian, berkas, hasil.halaman, oleh, pada, siapa, hasil.teks)


def _simpan(p: Panggung, periode: Periode, bulan: int, hari: int) -> None:
    p.babak()
    oleh, pada = p.orang("umum"), p.jam(bulan, hari, 15)
    tugas = tugas_surat(p, periode, "6")
    dokumen = dokumen_semua(p.sesi, periode.id)[0]
    isi = tertanda(p.isi_berkas(dokumen.berkas.sha256), dokumen.penanda_nama)
    berkas = p.berkas(isi, f"{dokumen.judul} - tertanda.pdf", oleh, pada)
    rak = RAK.format(tahun=p.tahun)
    arsipkan_surat(p.sesi, tugas.id, berkas, dokumen.halaman, "basah", rak, "", oleh, pada)

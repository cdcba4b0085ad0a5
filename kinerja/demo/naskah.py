"""What the people of the example write: plain texts that fit any of their figures."""

from __future__ import annotations

from kinerja.domain.angka import tulis_persen
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.narasi import Bagian

_UMUM = {
    "ringkasan": (
        "Pada {masa} sebagian besar indikator berjalan sesuai rencana. Rincian per sasaran disajikan pada "
        "tabel di bawah ini, beserta hambatan yang dihadapi unit."
    ),
    "perkembangan": "Capaian triwulan kedua membaik dibandingkan triwulan pertama pada sebagian besar indikator.",
    "tindak_lanjut": (
        "Setiap kasi melanjutkan rencana aksi yang belum selesai. Subbag Perencanaan memantau kemajuannya "
        "setiap bulan dan melaporkannya kepada Camat."
    ),
    "penutup": "Demikian laporan ini disusun sebagai bahan evaluasi dan perbaikan kinerja.",
    "umum": (
        "Kecamatan Koto XI Tarusan adalah perangkat daerah Kabupaten Pesisir Selatan yang melaksanakan "
        "sebagian urusan pemerintahan yang dilimpahkan Bupati, dipimpin seorang Camat."
    ),
    "aspek-strategis": (
        "Kecamatan ini terdiri atas 23 nagari. Letaknya di pesisir menjadikan pelayanan publik, ketertiban, "
        "dan pembinaan nagari sebagai pekerjaan utama."
    ),
    "isu-utama": "Ketepatan waktu data dari nagari dan mutu pelayanan masih menjadi permasalahan utama.",
    "kesimpulan": (
        "Secara umum target Perjanjian Kinerja tahun ini tercapai. Indikator yang belum tercapai sudah "
        "diketahui penyebabnya dan ditangani."
    ),
    "langkah-ke-depan": (
        "Pengumpulan data dilakukan lebih awal, bukti disiapkan bersamaan dengan kegiatan, dan hasil "
        "sosialisasi ditindaklanjuti sebelum triwulan berakhir."
    ),
}
_SASARAN = {
    "analisis": (
        "Keberhasilan didukung kerja sama dengan wali nagari dan jadwal kegiatan yang dipatuhi. Hambatan "
        "berupa data yang terlambat diatasi dengan pendampingan langsung ke lapangan."
    ),
    "penyebab": (
        "Target didukung pelaksanaan rencana aksi yang tepat waktu. Kendala kecil di awal tahun diatasi "
        "dengan menjadwalkan ulang kegiatan dan mendampingi nagari yang tertinggal."
    ),
    "tahun-lalu": "Tahun ini adalah tahun pertama data dikumpulkan dengan kinerja, sehingga pembandingnya belum ada.",
    "efisiensi": "Anggaran dipakai sesuai kebutuhan kegiatan; sisa anggaran berasal dari penghematan perjalanan.",
    "program": "Program pada tabel menunjang langsung sasaran ini.",
}


def tulisan(bagian: Bagian, isi: IsiLaporan, masa: str) -> str:
    """The text of one section; "" leaves it empty."""
    if not bagian.sasaran:
        return _UMUM.get(bagian.kunci, "").format(masa=masa)
    ekor = bagian.kunci.split("-", 2)[2]
    teks = _SASARAN.get(ekor, "")
    if ekor in ("analisis", "penyebab"):
        sasaran = next(s for s in isi.sasaran if s.nomor == bagian.sasaran)
        capaian = sasaran.capaian_pada(isi.masa_utama).capaian
        if capaian.nilai is not None:
            teks = f"Capaian sasaran ini {tulis_persen(capaian.nilai)}. {teks}"
    return teks


def notulen(masa: str) -> str:
    return (
        f"Rapat membahas draf laporan kinerja {masa}.\n"
        "Kasubag Perencanaan memaparkan capaian per sasaran dan hambatannya.\n"
        "Para kasi membenarkan angka unit masing-masing dan menyetujui draf."
    )

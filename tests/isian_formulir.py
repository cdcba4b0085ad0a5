"""Every form of the application: who fills it, on which page, what a right filling is; and how to read one.

``{name}`` in addresses, field names and values are ids of ``tests.kantor_penuh``. A form's other values are
those its page shows, as a browser would send them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import lxml.html
from flask.testing import FlaskClient

Kiriman = dict[str, list[str]]


@dataclass(frozen=True)
class Isian:
    """``lengkap`` False: right as a form, but something else still stands in the way (422)."""

    titik: str
    siapa: str
    alamat: str
    halaman: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    berkas: str = ""
    lengkap: bool = True
    bulat: tuple[str, ...] = ()  # fields for whole numbers
    angka: tuple[str, ...] = ()  # fields for decimal numbers, rupiah, targets
    pola: tuple[str, ...] = ()  # text with a form of its own


TW3 = "/realisasi/{tw3}"
PK = "/perjanjian-kinerja"
_INDIKATOR = {
    "uraian": "Indikator uji",
    "satuan": "Persen",
    "unit_id": "{unit_pmd}",
    "definisi": "Cara mengukur.",
    "sumber": "Laporan seksi",
    "target_tahun": "80",
    "target_tw1": "20",
    "target_tw2": "40",
    "target_tw3": "60",
    "target_tw4": "80",
}
_TARGET = ("target_tahun", "target_tw1", "target_tw2", "target_tw3", "target_tw4", "target_renstra")
_PROGRAM = {"nama": "Program uji", "pagu": "125.000.000", "keterangan": "APBD", "unit_id": "{unit_pmd}"}
_AKSI = {"kegiatan": "Rapat uji", "target_tw1": "1 rapat", "pelaksana": "Kasi uji"}
_TENGGAT = tuple(
    f"tenggat_{daur}"
    for daur in ("triwulan_1", "triwulan_2", "triwulan_pengesahan", "semester_6", "tahunan_9")
)

SEMUA: tuple[Isian, ...] = (
    Isian("paket.buat", "sekretaris", "/paket/", "/paket/", {"tahun": "{tahun}"}),
    Isian("pemberitahuan.buka", "camat", "/pemberitahuan/buka", "/pemberitahuan/"),
    Isian("pemberitahuan.dibaca", "camat", "/pemberitahuan/dibaca", "/pemberitahuan/"),
    Isian(
        "pemberitahuan.surel",
        "camat",
        "/pemberitahuan/surel",
        "/pemberitahuan/",
        {"surel": "camat@kantor.test"},
        pola=("surel",),
    ),
    Isian(
        "laporan_revisi.buka",
        "kasubag_perencanaan",
        "/laporan/{tw1}/revisi",
        "/laporan/{tw1}",
        {"alasan": "Salah ketik."},
    ),
    Isian(
        "laporan_revisi.tanpa",
        "kasubag_perencanaan",
        "/laporan/{tw1}/tanpa-revisi",
        "/laporan/{tw1}",
        {"alasan": "Selisihnya kecil."},
    ),
    Isian(
        "laporan_revisi.perbaikan",
        "kasubag_perencanaan",
        "/laporan/{tw1}/perbaikan",
        "/laporan/{tw1}",
        {"indikator": "{indikator}", "alasan": "Salah hitung."},
    ),
    Isian(
        "laporan_revisi.narasi",
        "kasubag_perencanaan",
        "/laporan/{revisi}/revisi/narasi",
        "/laporan/{revisi}/revisi",
        {"teks": "Uraian revisi."},
    ),
    Isian(
        "laporan_revisi_batal.batalkan",
        "sekretaris",
        "/laporan/{revisi}/versi/2/pembatalan",
        "/laporan/{revisi}",
        {"alasan": "Dibuka karena keliru."},
    ),
    Isian(
        "reviu.simpan",
        "kasubag_perencanaan",
        "/laporan/{sem2}/reviu",
        "/laporan/{sem2}/reviu",
        {"reviu-jawaban_s5": "ya", "reviu-catatan_s5": "Sesuai dokumen.", "reviu-lampirkan": "y"},
    ),
    Isian(
        "disposisi.buat",
        "camat",
        "/disposisi/baru",
        "/disposisi/baru",
        {
            "hal": "Rapat uji",
            "penerima": ["{jabatan_kasi_pelayanan}", "{jabatan_kasi_pmd}"],
            "tenggat": "2026-10-15",
            "penerima-tenggat-{jabatan_kasi_pmd}": "2026-10-16",
            "catatan": "Mohon hadir.",
            "surat_dari": "Bagian Organisasi",
            "nomor_surat": "12/ORG",
            "tanggal_surat": "2026-10-01",
            "diterima": "2026-10-02",
        },
    ),
    Isian("disposisi.minta", "kasubag_umum", "/disposisi/permintaan/{tw4_1}", "/tugas/{tw4_1}"),
    Isian(
        "disposisi.selesaikan",
        "kasi_pelayanan",
        "/disposisi/cabang/{cabang_pelayanan}/penyelesaian",
        "/disposisi/cabang/{cabang_pelayanan}",
        {"balas-balasan": "Sudah dikerjakan."},
        berkas="balas-berkas",
    ),
    Isian(
        "disposisi.teruskan",
        "kasi_pelayanan",
        "/disposisi/cabang/{cabang_pelayanan}/penerusan",
        "/disposisi/cabang/{cabang_pelayanan}",
        {"terus-penerima": "{jabatan_staf_pelayanan}", "terus-pesan": "Tolong."},
    ),
    Isian(
        "surat_masuk.catat",
        "kasubag_umum",
        "/surat-masuk/baru",
        "/surat-masuk/baru",
        {
            "surat_dari": "Bagian Organisasi",
            "nomor_surat": "12/ORG",
            "tanggal_surat": "2026-10-01",
            "diterima": "2026-10-02",
            "hal": "Rapat uji",
            "isi_ringkas": "Diminta hadir.",
        },
        berkas="berkas",
    ),
    Isian(
        "surat_masuk.batalkan",
        "kasubag_umum",
        "/surat-masuk/{surat_masuk}/pembatalan",
        "/surat-masuk/{surat_masuk}",
        {"batal-alasan": "Tercatat dua kali."},
    ),
    Isian(
        "surat_masuk.arsipkan",
        "camat",
        "/surat-masuk/{surat_masuk}/pengarsipan",
        "/surat-masuk/{surat_masuk}",
        {"arsip-catatan": "Sudah maklum."},
    ),
    Isian(
        "surat_masuk.disposisikan",
        "camat",
        "/surat-masuk/{surat_masuk}/disposisi",
        "/surat-masuk/{surat_masuk}/disposisi",
        {"penerima": ["{jabatan_kasi_pelayanan}"], "tenggat": "2026-10-15", "catatan": "Mohon hadir."},
    ),
    Isian(
        "disposisi.tanpa_tindak_lanjut",
        "kasi_pelayanan",
        "/disposisi/cabang/{cabang_pelayanan}/tanpa-tindak-lanjut",
        "/disposisi/cabang/{cabang_pelayanan}",
        {"tanpa-alasan": "Sudah selesai bulan lalu."},
    ),
    Isian(
        "tugas.selesaikan",
        "staf_perencanaan",
        "/tugas/{lama1_3}/penyelesaian",
        "/tugas/{lama1_3}",
        {"catatan": "Selesai.", "koreksi_menit": "20", "koreksi_catatan": "Dikerjakan di luar."},
        bulat=("koreksi_menit",),
    ),
    Isian(
        "tugas.kembalikan",
        "staf_perencanaan",
        "/tugas/{lama1_3}/pengembalian",
        "/tugas/{lama1_3}",
        {"kembali-alasan": "Angka keliru."},
    ),
    Isian(
        "jalan.mulai",
        "kasi_pmd",
        "/jalan/lembar/{lembar_surat}",
        "/jalan/lembar/{lembar_surat}",
        {"judul": "Uji"},
    ),
    Isian(
        "jalan.batalkan",
        "kasi_pelayanan",
        "/jalan/{jalan}/pembatalan",
        "/jalan/{jalan}",
        {"alasan": "Rapatnya ditunda."},
    ),
    Isian(
        "surat_keluar.simpan",
        "kasi_pelayanan",
        "/tugas/{jalan_1}/surat",
        "/tugas/{jalan_1}",
        {
            "surat-kepada": "Bupati Pesisir Selatan",
            "surat-di": "Painan",
            "surat-klasifikasi": "000.1.5",
            "surat-lampiran": "1 (satu) berkas",
            "surat-isi": "Dengan hormat.",
            "surat-tembusan": "Arsip",
        },
        pola=("surat-klasifikasi",),
    ),
    Isian("lembar_muat.unggah", "kasubag_umum", "/lembar/", "/lembar/", berkas="berkas", lengkap=False),
    Isian(
        "lembar_muat.hentikan",
        "sekretaris",
        "/lembar/{lembar_surat}/penghentian",
        "/lembar/{lembar_surat}",
        {"alasan": "Ada lembar baru."},
    ),
    Isian(
        "sop.simpan_bagian",
        "sekretaris",
        "/sop/rancangan/{rancangan_sop}/bagian/langkah.3",
        "/sop/rancangan/{rancangan_sop}/bagian/langkah.3",
        {"ket_tertulis": "Rapat uji", "waktu": "90"},
        bulat=("waktu",),
    ),
    Isian(
        "sop.sahkan",
        "sekretaris",
        "/sop/rancangan/{rancangan_sop}/pengesahan",
        "/sop/rancangan/{rancangan_sop}",
        {"nomor": "000.8.3.3/18/SOP-CMT-TRS/2026", "tanggal": "2026-10-06", "alasan": "Rapat staf."},
    ),
    Isian(
        "sop.buang",
        "sekretaris",
        "/sop/rancangan/{rancangan_sop}/pembuangan",
        "/sop/rancangan/{rancangan_sop}",
    ),
    Isian(
        "periode.pakai_lembar",
        "sekretaris",
        "/periode/{depan1}/lembar-sop",
        "/periode/",
        {"alasan": "Belum ada yang dimulai."},
    ),
    Isian("berkas.lampirkan", "kasubag_perencanaan", "/tugas/{tw3_2}/berkas", berkas="berkas"),
    Isian("pindai.unggah", "kasubag_perencanaan", "/pindai/", "/pindai/", {"cara": "basah"}, "berkas", False),
    Isian(
        "pindai_putusan.dokumen",
        "kasubag_umum",
        "/pindai/{pindaian_gelap}/dokumen",
        "/pindai/{pindaian_gelap}",
        {"dokumen": "{dokumen_lalu3}"},
    ),
    Isian(
        "pindai_putusan.sesuai",
        "kasubag_perencanaan",
        "/pindai/{pindaian}/kesesuaian",
        "/pindai/{pindaian}",
        {"lokasi_rak": "Lemari 2", "keterangan": "Sudah dibandingkan."},
    ),
    Isian(
        "pindai_putusan.tolak",
        "kasubag_perencanaan",
        "/pindai/{pindaian}/penolakan",
        "/pindai/{pindaian}",
        {"alasan": "Buram."},
    ),
    Isian(
        "laporan_progres.kembalikan",
        "kasubag_perencanaan",
        "/laporan-progres/{tw3}/unit/{unit_pmd}/pengembalian",
        "/tugas/{tw3_2}",
        {"k{unit_pmd}-alasan": "Periksa lagi."},
    ),
    Isian(
        "laporan_progres.lewati",
        "kasubag_perencanaan",
        "/laporan-progres/{tw3}/unit/{unit_pelayanan}/pelewatan",
        "/tugas/{tw3_2}",
        {"l{unit_pelayanan}-alasan": "Datanya menyusul."},
    ),
    Isian(
        "penyusunan.narasi",
        "kasubag_perencanaan",
        "/laporan/{lalu2}/narasi",
        "/tugas/{lalu2_4}",
        {"teks": "Uraian ringkasan."},
    ),
    Isian(
        "penyusunan.tindak_lanjut",
        "kasubag_perencanaan",
        "/laporan/koreksi/{koreksi}/tindak-lanjut",
        "/tugas/{lalu2_4}",
        {"tindak_lanjut": "Sudah diperbaiki."},
    ),
    Isian(
        "penyusunan.penjelasan",
        "staf_perencanaan",
        "/laporan/{lalu1}/penjelasan",
        "/tugas/{lalu1_3}",
        {"penjelasan": "Bukti menyusul."},
    ),
    Isian(
        "pembagian_tugas.simpan",
        "kasubag_perencanaan",
        "/pembagian-tugas/{sem1_6}",
        "/tugas/{sem1_6}",
        {"bagi-uraian_{unit_pmd}": "Periksa angka."},
    ),
    Isian(
        "perjanjian_kinerja.pihak",
        "kasubag_perencanaan",
        PK + "/{tahun_draf}/pihak",
        PK + "/{tahun_draf}/pihak",
        {"tempat": "Painan"},
    ),
    Isian(
        "perjanjian_kinerja.tambah_sasaran",
        "kasubag_perencanaan",
        PK + "/{tahun_draf}/sasaran",
        PK + "/{tahun_draf}/sasaran",
        {"uraian": "Sasaran uji"},
    ),
    Isian(
        "perjanjian_kinerja.ubah_sasaran",
        "kasubag_perencanaan",
        PK + "/sasaran/{draf_sasaran}",
        PK + "/sasaran/{draf_sasaran}",
        {"uraian": "Sasaran uji"},
    ),
    Isian(
        "perjanjian_kinerja.tambah_indikator",
        "kasubag_perencanaan",
        PK + "/sasaran/{draf_sasaran}/indikator",
        PK + "/sasaran/{draf_sasaran}/indikator",
        _INDIKATOR,
        angka=_TARGET,
        pola=("skala", "standar_nasional"),
    ),
    Isian(
        "perjanjian_kinerja.ubah_indikator",
        "kasubag_perencanaan",
        PK + "/indikator/{draf_indikator}",
        PK + "/indikator/{draf_indikator}",
        {"uraian": "Indikator uji"},
        angka=_TARGET,
        pola=("skala", "standar_nasional"),
    ),
    Isian(
        "perjanjian_kinerja.tambah_program",
        "kasubag_perencanaan",
        PK + "/sasaran/{draf_sasaran}/program",
        PK + "/sasaran/{draf_sasaran}/program",
        _PROGRAM,
        angka=("pagu",),
    ),
    Isian(
        "perjanjian_kinerja.ubah_program",
        "kasubag_perencanaan",
        PK + "/program/{draf_program}",
        PK + "/program/{draf_program}",
        {"nama": "Program uji"},
        angka=("pagu",),
    ),
    Isian(
        "perjanjian_kinerja.perubahan",
        "kasubag_perencanaan",
        PK + "/{tahun}/perubahan",
        PK + "/{tahun}/perubahan",
        {"alasan": "Pergantian pejabat."},
    ),
    Isian(
        "perjanjian_kinerja.kembalikan",
        "camat",
        PK + "/{tahun_diajukan}/pengembalian",
        PK + "/{tahun_diajukan}",
        {"alasan": "Target terlalu rendah."},
    ),
    Isian(
        "rencana_aksi.tambah",
        "kasi_pelayanan",
        "/rencana-aksi/indikator/{indikator}",
        "/rencana-aksi/indikator/{indikator}",
        _AKSI,
    ),
    Isian(
        "rencana_aksi.ubah",
        "kasi_pelayanan",
        "/rencana-aksi/kegiatan/{aksi}",
        "/rencana-aksi/kegiatan/{aksi}",
        {"kegiatan": "Rapat uji"},
    ),
    Isian(
        "excel.unggah_realisasi",
        "kasi_pelayanan",
        "/excel/realisasi/{tw3}/unit/{unit_pelayanan}",
        "/excel/realisasi/{tw3}/unit/{unit_pelayanan}",
        berkas="berkas",
        lengkap=False,
    ),
    Isian(
        "excel.unggah_rencana_aksi",
        "kasi_pelayanan",
        "/excel/rencana-aksi/{tahun}/unit/{unit_pelayanan}",
        "/excel/rencana-aksi/{tahun}/unit/{unit_pelayanan}",
        berkas="berkas",
        lengkap=False,
    ),
    Isian(
        "excel.unggah_perjanjian_kinerja",
        "kasubag_perencanaan",
        "/excel/perjanjian-kinerja/{tahun_draf}",
        "/excel/perjanjian-kinerja/{tahun_draf}",
        berkas="berkas",
        lengkap=False,
    ),
    Isian(
        "realisasi.simpan",
        "kasi_pelayanan",
        TW3 + "/indikator/{indikator}",
        TW3 + "?unit={unit_pelayanan}",
        {"i{indikator}-nilai": "86,5"},
        angka=("i{indikator}-nilai",),
    ),
    Isian(
        "realisasi.simpan_anggaran",
        "kasi_pelayanan",
        TW3 + "/program/{program}",
        TW3 + "?unit={unit_pelayanan}",
        {"p{program}-nilai": "31.250.001"},
        angka=("p{program}-nilai",),
    ),
    Isian(
        "realisasi.kirim",
        "kasi_pelayanan",
        TW3 + "/unit/{unit_pelayanan}/pengiriman",
        TW3 + "?unit={unit_pelayanan}",
    ),
    Isian(
        "bukti.unggah",
        "kasi_pelayanan",
        TW3 + "/indikator/{indikator}/bukti",
        TW3 + "?unit={unit_pelayanan}",
        berkas="b{indikator}-bukti",
    ),
    Isian(
        "bukti.cabut",
        "kasi_pelayanan",
        TW3 + "/indikator/{indikator}/bukti/{bukti_indikator}/pencabutan",
        TW3 + "?unit={unit_pelayanan}",
        {"c{bukti_indikator}-alasan": "Salah berkas."},
    ),
    Isian(
        "sosialisasi.undang",
        "sekretaris",
        "/sosialisasi/tugas/{lama2_5}/undangan",
        "/tugas/{lama2_5}",
        {"undangan-tanggal": "2026-10-12", "undangan-jabatan_id": "{jabatan_kasi_pmd}"},
    ),
    Isian(
        "sosialisasi.ubah_undangan",
        "sekretaris",
        "/sosialisasi/{sosialisasi}/undangan",
        "/tugas/{tw2_5}",
        {"undangan-tempat": "Ruang rapat"},
    ),
    Isian(
        "sosialisasi.catat",
        "sekretaris",
        "/sosialisasi/{sosialisasi}/notulen",
        "/tugas/{tw2_5}",
        {"rapat-notulen": "Draf dibahas.", "rapat-hadir": "{tanggapan_pmd}"},
    ),
    Isian(
        "sosialisasi.tutup",
        "sekretaris",
        "/sosialisasi/{sosialisasi}/penutupan",
        "/tugas/{tw2_5}",
        {"tutup-alasan_{tanggapan_pmd}": "Sedang dinas luar."},
        lengkap=False,
    ),
    Isian(
        "sosialisasi.periksa",
        "sekretaris",
        "/sosialisasi/tugas/{tw2_5}/pemeriksaan",
        None,
        {"periksa-uraian": "Sudah sesuai."},
        lengkap=False,
    ),
    Isian(
        "sosialisasi.koreksi",
        "kasi_pelayanan",
        "/sosialisasi/tanggapan/{tanggapan_pelayanan}/koreksi",
        "/sosialisasi/tanggapan/{tanggapan_pelayanan}",
        {"bagian_0": "Bab I", "uraian_0": "Angka indikator 1.1 keliru."},
    ),
    Isian(
        "orang.baru",
        "admin",
        "/orang/baru",
        "/orang/baru",
        {"nama": "Pegawai Uji", "nip": "197501012000031001", "nama_pengguna": "uji"},
        pola=("nama_pengguna",),
    ),
    Isian(
        "orang.ubah",
        "admin",
        "/orang/{pegawai_kasi_kesos}",
        "/orang/{pegawai_kasi_kesos}",
        {"nama": "Kasi Baru"},
        pola=("nama_pengguna",),
    ),
    Isian(
        "orang.beri_jabatan",
        "admin",
        "/orang/{pegawai_kasi_kesos}/penugasan",
        "/orang/{pegawai_kasi_kesos}",
        {"jabatan_id": "{jabatan_kosong}", "jenis": "plt", "selesai": "2026-12-31", "dasar": "SPT 12"},
    ),
    Isian(
        "orang.akhiri_jabatan",
        "admin",
        "/orang/{pegawai_kasi_kesos}/penugasan/{penugasan}/akhir",
        "/orang/{pegawai_kasi_kesos}",
    ),
    Isian(
        "orang.kode",
        "admin",
        "/orang/{pegawai_kasi_kesos}/kode",
        "/orang/{pegawai_kasi_kesos}",
        {"sandi": "jeruk nipis di tepi pantai"},
    ),
    Isian(
        "orang.tutup",
        "admin",
        "/orang/{pegawai_staf_pelayanan}/penutupan",
        "/orang/{pegawai_staf_pelayanan}",
        {"sandi": "jeruk nipis di tepi pantai"},
    ),
    Isian(
        "delegasi.beri",
        "kasi_pelayanan",
        "/delegasi/",
        "/delegasi/",
        {"penerima_id": "{pegawai_kasi_pmd}", "selesai": "2026-10-12", "alasan": "Dinas luar."},
    ),
    Isian(
        "jabatan.tambah",
        "admin",
        "/jabatan/",
        "/jabatan/",
        {"nama": "Kasi Uji", "unit_id": "{unit_kosong}", "atasan_id": "{jabatan_camat}"},
    ),
    Isian(
        "jabatan.ubah",
        "admin",
        "/jabatan/{jabatan_kosong}",
        "/jabatan/{jabatan_kosong}",
        {"nama": "Staf Uji"},
    ),
    Isian("unit.tambah", "admin", "/unit/", "/jabatan/", {"nama": "Seksi Uji"}),
    Isian("unit.ubah", "admin", "/unit/{unit_kosong}", "/unit/{unit_kosong}", {"nama": "Seksi Uji"}),
    Isian(
        "kantor.simpan",
        "kasubag_umum",
        "/kantor/",
        "/kantor/",
        {"alamat": "Jalan Raya 1", "batas_capaian": "120"},
        bulat=_TENGGAT,
        angka=("batas_capaian", "pin_negatif_b", "serapan_rendah", "predikat_batas_1"),
        pola=("pola_nomor", "predikat_batas_1", "predikat_label_1"),
    ),
    Isian(
        "klasifikasi.tambah",
        "kasubag_umum",
        "/klasifikasi/",
        "/klasifikasi/",
        {"kode": "000.5.2", "nama": "Kelas uji", "aktif": "1", "inaktif": "2", "sumber": "Perbup uji"},
        bulat=("aktif", "inaktif"),
        pola=("kode",),
    ),
    Isian(
        "klasifikasi.ubah",
        "sekretaris",
        "/klasifikasi/000.5.1",
        "/klasifikasi/000.5.1",
        {"aktif": "3"},
        bulat=("aktif", "inaktif"),
    ),
    Isian(
        "klasifikasi.jenis",
        "kasubag_umum",
        "/klasifikasi/jenis/kelas",
        "/klasifikasi/",
        {"laporan_triwulan": "000.5.1"},
    ),
    Isian(
        "arsip.pindah_rak",
        "kasubag_perencanaan",
        "/arsip/{dokumen_tw1}/rak",
        "/arsip/{dokumen_tw1}",
        {"lokasi_rak": "Lemari 5, rak uji"},
    ),
    Isian(
        "kalender.tambah",
        "kasubag_umum",
        "/kalender/{tahun}/libur",
        "/kalender/{tahun}",
        {"tanggal": "2026-10-28", "nama": "Cuti bersama uji"},
    ),
    Isian(
        "kalender.jam_kerja",
        "kasubag_umum",
        "/kalender/{tahun}/jam-kerja",
        "/kalender/{tahun}",
        {"masuk_0": "08.00"},
        pola=("masuk_0", "pulang_4"),
    ),
    Isian(
        "periode.pakai_pk",
        "kasubag_perencanaan",
        "/periode/{lama3}/perjanjian-kinerja",
        "/periode/",
        {"alasan": "Disepakati dalam rapat."},
    ),
    Isian("periode.buka", "kasubag_umum", "/periode/", "/periode/", {"tahun": "2028"}, bulat=("tahun",)),
    Isian(
        "periode.mulai_dini",
        "kasubag_umum",
        "/periode/{depan1}/mulai-dini",
        "/periode/",
        {"alasan": "Data sudah lengkap."},
    ),
)

# State-changing routes that carry nothing but the press of a button: endpoint → (who, address).
TOMBOL: dict[str, tuple[str, str]] = {
    "tanda_tangan.periksa_ulang": ("camat", "/arsip/{dokumen_tw1}/tanda-tangan"),
    "pemeriksaan.mulai": ("admin", "/pemeriksaan/"),
    "klasifikasi.hentikan": ("sekretaris", "/klasifikasi/000.5.1/penghentian"),
    "surel.kirim_lagi": ("admin", "/surel/{surel}/kirim-lagi"),
    "kalender.hapus": ("sekretaris", "/kalender/libur/20261027/penghapusan"),
    "sop.konfirmasi": ("sekretaris", "/sop/rancangan/{rancangan_sop}/konfirmasi/langkah.2.pelaksana"),
    "sop.terbitkan": ("sekretaris", "/sop/lembar/{lembar_sop}/dokumen"),
    "sop.mulai_rancangan": ("kasubag_umum", "/sop/lembar/{lembar_sop}/rancangan"),
    "laporan_revisi.angka": ("kasubag_perencanaan", "/laporan/{revisi}/revisi/angka"),
    "laporan_revisi.bekukan": ("kasubag_perencanaan", "/laporan/{revisi}/revisi/pembekuan"),
    "disposisi.batalkan": ("camat", "/disposisi/cabang/{cabang_pelayanan}/pembatalan"),
    "disposisi.ingatkan": ("camat", "/disposisi/cabang/{cabang_pelayanan}/pengingat"),
    "delegasi.cabut": ("sekretaris", "/delegasi/{delegasi}/pencabutan"),
    "draf.simpan": ("camat", "/draf"),
    "draf.buang": ("camat", "/draf/{draf}/pembuangan"),
    "excel.terapkan": ("kasi_pelayanan", "/excel/impor/{impor}/penerapan"),
    "jabatan.buka": ("admin", "/jabatan/{jabatan_kosong}/pembukaan"),
    "jabatan.tutup": ("admin", "/jabatan/{jabatan_kosong}/penutupan"),
    "jabatan.susunan_lazim": ("admin", "/jabatan/susunan-lazim"),
    "laporan_progres.tunggu": (
        "kasubag_perencanaan",
        "/laporan-progres/{tw3}/unit/{unit_pelayanan}/penantian",
    ),
    "lembar_muat.bawaan": ("kasubag_umum", "/lembar/bawaan/1"),
    "lembar_muat.buang": ("kasubag_umum", "/lembar/rancangan/{rancangan_unggahan}/pembuangan"),
    "lembar_muat.muat_rancangan": ("kasubag_umum", "/lembar/rancangan/{rancangan_unggahan}/pemuatan"),
    "lembar_muat.pakai_lagi": ("sekretaris", "/lembar/{lembar_henti}/pemakaian"),
    "pindai.selesaikan": ("kasubag_perencanaan", "/pindai/dokumen/{dokumen_lalu3}/penyelesaian"),
    "surat_keluar.terbitkan": ("kasubag_umum", "/tugas/{jalan_4}/surat/nomor"),
    "surat_pengantar.buat": ("kasubag_perencanaan", "/laporan/{tahunan}/surat-pengantar"),
    "masuk.keluar": ("camat", "/keluar"),
    "orang.akhiri_semua_sesi": ("admin", "/orang/{pegawai_kasi_kesos}/sesi/akhir"),
    "orang.akhiri_sesi": ("admin", "/orang/{pegawai_kasi_kesos}/sesi/{sesi_kasi_kesos}/akhir"),
    "orang.buka": ("admin", "/orang/{pegawai_kasi_kesos}/pembukaan"),
    "pembagian_tugas.kirim": ("kasubag_perencanaan", "/pembagian-tugas/{sem1_6}/disposisi"),
    "pengesahan.terbitkan": ("kasubag_perencanaan", "/tugas/{lalu4_pengesahan}/dokumen"),
    "penyusunan.olah": ("staf_perencanaan", "/laporan/{lalu1}/olahan"),
    "penyusunan.penyampaian": ("kasubag_perencanaan", "/laporan/{sem2}/penyampaian"),
    "perjanjian_kinerja.ajukan": ("kasubag_perencanaan", PK + "/{tahun_draf}/pengajuan"),
    "perjanjian_kinerja.buat": ("kasubag_perencanaan", PK + "/{tahun_kosong}"),
    "perjanjian_kinerja.hapus_indikator": (
        "kasubag_perencanaan",
        PK + "/indikator/{draf_indikator}/penghapusan",
    ),
    "perjanjian_kinerja.hapus_program": ("kasubag_perencanaan", PK + "/program/{draf_program}/penghapusan"),
    "perjanjian_kinerja.hapus_sasaran": ("kasubag_perencanaan", PK + "/sasaran/{draf_sasaran}/penghapusan"),
    "perjanjian_kinerja.terbitkan": ("kasubag_perencanaan", PK + "/{tahun}/dokumen"),
    "perjanjian_kinerja.tarik": ("kasubag_perencanaan", PK + "/{tahun_diajukan}/penarikan"),
    "perjanjian_kinerja.setujui": ("camat", PK + "/{tahun_diajukan}/persetujuan"),
    "rencana_aksi.hapus": ("kasi_pelayanan", "/rencana-aksi/kegiatan/{aksi}/penghapusan"),
    "sosialisasi.setujui": ("kasi_pelayanan", "/sosialisasi/tanggapan/{tanggapan_pelayanan}/persetujuan"),
    "unit.buka": ("admin", "/unit/{unit_kosong}/pembukaan"),
    "unit.tutup": ("admin", "/unit/{unit_kosong}/penutupan"),
}

# Forms before the login; test_masuk and test_kantor_baru look at them.
PINTU = {"masuk.masuk", "masuk.kode", "masuk.sandi", "siapkan.mulai", "periksa.kode", "periksa.berkas"}


class Formulir:
    """A form on a page as a browser sees it. ``nilai``: what would be sent; ``jenis``: name → kind of control."""

    def __init__(self, form: Any) -> None:
        self.htmx = bool(form.get("hx-post"))
        self.nilai: Kiriman = {}
        for nama, isi in form.form_values():
            if nama == "csrf_token":
                continue
            kotak = form.inputs[nama]
            teks = isi.removeprefix("\n") if getattr(kotak, "tag", "") == "textarea" else isi
            self.nilai.setdefault(nama, []).append(teks)
        self.jenis: dict[str, str] = {}
        self.salah: dict[str, str] = {}
        for kendali in form.xpath(".//input|.//select|.//textarea"):
            nama, jenis = kendali.get("name"), kendali.get("type") or kendali.tag
            if not nama or nama == "csrf_token" or jenis in ("hidden", "submit"):
                continue
            self.jenis.setdefault(nama, jenis)
            self._baca_salah(form, kendali, nama)

    def _baca_salah(self, form: Any, kendali: Any, nama: str) -> None:
        bungkus = [kendali, *kendali.xpath("ancestor::fieldset")]
        acuan = {a for satu in bungkus for a in (satu.get("aria-describedby") or "").split()}
        for id_ in acuan:
            for teks in form.xpath(".//*[@id=$id]", id=id_):
                if id_.endswith("-salah") or "salah" in (teks.get("class") or ""):
                    self.salah[nama] = teks.text_content().strip()

    def nama(self, *jenis: str) -> list[str]:
        return [n for n, j in self.jenis.items() if j in jenis]


def formulir(halaman: str, alamat: str) -> Formulir | None:
    """The first form of a page (or fragment) that posts to ``alamat``."""
    for form in lxml.html.fromstring(f"<div>{halaman}</div>").forms:
        if form.method == "POST" and form.get("action") == alamat:
            return Formulir(form)
    return None


def isi_nomor(nomor: dict[str, int], pola: Any) -> Any:
    """Put ids in place of ``{name}``."""
    if isinstance(pola, str):
        return pola.format(**nomor)
    if isinstance(pola, dict):
        return {isi_nomor(nomor, k): isi_nomor(nomor, v) for k, v in pola.items()}
    return type(pola)(isi_nomor(nomor, satu) for satu in pola)


def kiriman(satu: Isian, nomor: dict[str, int], klien: FlaskClient) -> tuple[Kiriman, Formulir | None]:
    """A right filling: what the page shows, with the data of ``satu`` on top; and the form it comes from."""
    kirim: Kiriman = {}
    form = None
    if satu.halaman is not None:
        jawab = klien.get(isi_nomor(nomor, satu.halaman))
        assert jawab.status_code == 200, (satu.titik, jawab.status_code)
        form = formulir(jawab.text, isi_nomor(nomor, satu.alamat))
        assert form is not None, satu.titik
        kirim = dict(form.nilai)
    for nama, isi in isi_nomor(nomor, satu.data).items():
        assert form is None or nama in form.jenis, (satu.titik, nama)
        kirim[nama] = isi if isinstance(isi, list) else [isi]
    return kirim, form

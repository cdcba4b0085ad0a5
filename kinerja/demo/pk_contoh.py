"""The example's Perjanjian Kinerja, rencana aksi and the figures of its triwulan.

Definitions are the usual ones of a kecamatan (domain.md §5); the figures are made up.
"""

from __future__ import annotations

from dataclasses import dataclass, field

SAKIP = "D < C < CC < B < BB < A < AA"


@dataclass(frozen=True)
class Ukur:
    """One indicator with its realisasi per triwulan (as typed; "" not measured that triwulan)."""

    uraian: str
    satuan: str
    metode: str
    tipe: str
    unit: str  # login name of its unit's head
    target: str
    triwulan: tuple[str, str, str, str]
    realisasi: tuple[str, str, str, str]
    aksi: str
    sumber: str
    jenis: str = "angka"
    skala: str = ""
    renstra: str = ""
    kendala: str = ""
    definisi: str = ""
    rumus: str = ""
    medium: str = ""
    dua: tuple[str, str] = ("", "")  # pembilang and penyebut; realisasi are then "16 dari 23"
    lalu: tuple[tuple[str, str], ...] = ()  # target and realisasi of last year, the year before …
    standar: tuple[str, str] = ("", "")  # national standard and its source


@dataclass(frozen=True)
class Dana:
    """A program with its pagu and what was spent per triwulan (rupiah, as typed)."""

    nama: str
    pagu: str
    unit: str
    belanja: tuple[str, str, str, str]
    keterangan: str = "APBD"


@dataclass(frozen=True)
class Tujuan:
    uraian: str
    ukur: tuple[Ukur, ...]
    dana: tuple[Dana, ...] = field(default=())


TUJUAN: tuple[Tujuan, ...] = (
    Tujuan(
        "Meningkatnya kualitas tata kelola pemerintahan nagari",
        (
            Ukur("Persentase nagari dengan tata kelola pemerintahan baik", "%", "positif", "posisi_akhir", "pemerintahan", "87", ("70", "74", "78", "87"), ("16 dari 23", "17 dari 23", "18 dari 23", "20 dari 23"), "Pembinaan administrasi nagari", "Hasil evaluasi 23 nagari", renstra="95", definisi="Nagari bertata kelola baik ialah nagari yang lengkap buku administrasi, laporan keuangan, dan papan informasinya.", rumus="Jumlah nagari bertata kelola baik dibagi jumlah nagari, dikali 100.", medium="Lembar evaluasi nagari", dua=("jumlah nagari bertata kelola baik", "jumlah nagari"), lalu=(("80", "78,26"), ("75", "69,57"))),
            Ukur("Persentase nagari yang menetapkan APB Nagari tepat waktu", "%", "positif", "posisi_akhir", "pemerintahan", "100", ("60", "100", "100", "100"), ("15 dari 23", "22 dari 23", "23 dari 23", "23 dari 23"), "Pendampingan penyusunan APB Nagari", "Peraturan nagari tentang APB", definisi="Tepat waktu berarti peraturan nagari tentang APB ditetapkan paling lambat 31 Desember tahun sebelumnya.", rumus="Jumlah nagari yang tepat waktu dibagi jumlah nagari, dikali 100.", medium="Daftar peraturan nagari", dua=("jumlah nagari yang menetapkan APB Nagari tepat waktu", "jumlah nagari"), lalu=(("95", "91,3"), ("90", "86,96")), kendala="Satu nagari terlambat karena pergantian wali nagari."),
        ),
        (Dana("Program Pembinaan dan Pengawasan Pemerintahan Nagari", "185.000.000", "pemerintahan", ("38.500.000", "51.250.000", "44.000.000", "46.750.000")),),
    ),
    Tujuan(
        "Meningkatnya pemberdayaan masyarakat dan kesejahteraan sosial",
        (
            Ukur("Persentase lembaga kemasyarakatan yang aktif mengikuti pembinaan", "%", "positif", "rata_rata", "pemberdayaan", "80", ("80", "80", "80", "80"), ("76,5", "81,2", "83", "84,3"), "Pembinaan lembaga kemasyarakatan nagari", "Daftar hadir pembinaan", renstra="85"),
            Ukur("Persentase kehadiran peserta Musrenbang kecamatan", "%", "positif", "posisi_akhir", "pemberdayaan", "85", ("85", "85", "85", "85"), ("91,3", "91,3", "91,3", "91,3"), "Musrenbang tingkat kecamatan", "Daftar hadir Musrenbang"),
            Ukur("Jumlah keluarga penerima bantuan sosial yang diverifikasi", "keluarga", "positif", "kumulatif", "kesos", "1.200", ("300", "300", "300", "300"), ("285", "322", "310", "305"), "Verifikasi dan validasi data kesejahteraan sosial", "Berita acara verifikasi"),
        ),
        (
            Dana("Program Pemberdayaan Masyarakat Nagari dan Kelurahan", "240.000.000", "pemberdayaan", ("62.000.000", "58.400.000", "60.100.000", "55.200.000")),
            Dana("Program Rehabilitasi Sosial", "95.000.000", "kesos", ("20.000.000", "24.300.000", "25.000.000", "23.100.000")),
        ),
    ),
    Tujuan(
        "Meningkatnya kualitas pelayanan publik serta ketenteraman dan ketertiban umum",
        (
            Ukur("Indeks Kepuasan Masyarakat atas pelayanan kecamatan", "indeks", "positif", "posisi_akhir", "pelayanan", "88", ("85", "86", "87", "88"), ("85,4", "86,1", "87,9", "88,6"), "Survei kepuasan masyarakat", "Hasil survei SKM", renstra="90", definisi="Nilai Survei Kepuasan Masyarakat atas sembilan unsur pelayanan.", rumus="Rata-rata tertimbang nilai sembilan unsur pelayanan, dikonversi ke skala 25 sampai 100.", medium="Kuesioner SKM", lalu=(("86", "85,9"), ("84", "84,2")), standar=("76,61", "PermenPANRB Nomor 14 Tahun 2017, batas bawah mutu B")),
            Ukur("Rata-rata waktu penyelesaian surat keterangan", "hari", "negatif_b", "rata_rata", "pelayanan", "2", ("2", "2", "2", "2"), ("2,5", "2", "1,8", "1,6"), "Penyederhanaan alur pelayanan", "Buku register pelayanan", kendala="Jaringan sering terputus pada awal tahun."),
            Ukur("Jumlah gangguan ketenteraman dan ketertiban umum", "kejadian", "negatif_a", "kumulatif", "trantib", "24", ("6", "6", "6", "6"), ("5", "7", "4", "5"), "Patroli bersama Satpol PP dan pemuda nagari", "Laporan harian trantib", definisi="Kejadian yang dilaporkan dan ditangani di wilayah kecamatan.", rumus="Jumlah kejadian dalam triwulan.", medium="Buku register trantib", lalu=(("28", "26"), ("30", "31"))),
        ),
        (
            Dana("Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", "130.000.000", "pelayanan", ("28.000.000", "33.500.000", "31.000.000", "34.900.000")),
            Dana("Program Koordinasi Ketenteraman dan Ketertiban Umum", "75.000.000", "trantib", ("17.000.000", "19.500.000", "16.250.000", "20.100.000")),
        ),
    ),
    Tujuan(
        "Meningkatnya akuntabilitas kinerja kecamatan",
        (
            Ukur("Nilai akuntabilitas kinerja (SAKIP) kecamatan", "predikat", "positif", "posisi_akhir", "perencanaan", "BB", ("", "", "", "BB"), ("", "", "", "BB"), "Penyusunan dokumen SAKIP dan tindak lanjut hasil evaluasi", "Laporan hasil evaluasi Inspektorat", jenis="predikat", skala=SAKIP, renstra="A"),
            Ukur("Jumlah laporan kinerja dan keuangan yang disampaikan tepat waktu", "dokumen", "positif", "kumulatif", "perencanaan", "18", ("4", "5", "4", "5"), ("4", "5", "4", "5"), "Penyusunan laporan kinerja dan keuangan", "Tanda terima laporan"),
            Ukur("Persentase data kepegawaian yang mutakhir", "%", "positif", "posisi_akhir", "umum", "100", ("80", "90", "95", "100"), ("82,5", "90", "95", "100"), "Pemutakhiran data kepegawaian", "Rekap data kepegawaian"),
        ),
        (
            Dana("Program Penunjang Urusan Pemerintahan Daerah", "1.250.000.000", "umum", ("268.000.000", "315.400.000", "302.750.000", "310.900.000")),
            Dana("Kegiatan Perencanaan, Penganggaran, dan Evaluasi Kinerja", "45.000.000", "perencanaan", ("9.500.000", "12.250.000", "10.000.000", "11.400.000")),
        ),
    ),
)  # fmt: skip

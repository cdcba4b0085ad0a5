"""Made-up documents in words: the commonest first, in forms that look like Indonesian; places."""

from __future__ import annotations

_DASAR = """
dengan untuk pada yang dan telah akan dapat oleh dalam dari secara serta sebagai bahwa kecamatan nagari
camat sekretaris seksi pelayanan masyarakat pemberdayaan ketenteraman ketertiban umum kesejahteraan
sosial pemerintahan perencanaan keuangan pelaporan kepegawaian kinerja indikator sasaran program kegiatan
target realisasi capaian triwulan semester tahunan anggaran belanja pagu serapan persen laporan dokumen
arsip surat undangan rapat koordinasi musyawarah rencana pembangunan desa wali jorong penduduk kartu
keluarga akta kelahiran kematian pindah datang domisili usaha izin mendirikan bangunan rekomendasi
bantuan miskin lansia disabilitas posyandu stunting gizi balita sekolah dasar guru murid jalan irigasi
jembatan drainase banjir longsor gempa tsunami evakuasi kebakaran satuan polisi pamong praja patroli
ronda pasar nelayan petani padi jagung gambir karet kelapa sawit ternak sapi kambing perikanan tambak
pantai wisata mandeh pulau perahu dermaga kebersihan sampah lingkungan hutan air bersih sanitasi jamban
listrik telekomunikasi internet aplikasi data sistem informasi pegawai disiplin apel absensi cuti mutasi
pensiun pelatihan bimbingan teknis sosialisasi monitoring evaluasi tindak lanjut temuan inspektorat
pemeriksaan badan kabupaten dinas kantor bupati wakil peraturan keputusan nomor tentang tanggal bulan
hari jumlah orang kepala hasil faktor pendukung hambatan penghambat upaya langkah berikutnya kesimpulan
saran penutup pendahuluan latar belakang maksud tujuan ruang lingkup dasar hukum pelaksanaan kerja sama
antar instansi terkait sesuai ketentuan berlaku
""".split()
_BENTUK = ("{}", "{}nya", "di{}", "me{}", "ber{}", "ke{}an", "pe{}an", "{}kan")
KATA = [bentuk.format(kata) for bentuk in _BENTUK for kata in _DASAR]
BOBOT = [1 / (ke + 8) for ke in range(len(KATA))]  # as in a language: the n-th word about 1/n as often

TEMPAT = (
    "Nagari Kapuh",
    "Nagari Nanggalo",
    "Nagari Ampang Pulai",
    "Nagari Duku",
    "Nagari Batu Hampa",
    "Nagari Siguntur",
    "Mandeh",
)

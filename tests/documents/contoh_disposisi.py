"""A filled lembar disposisi."""

from __future__ import annotations

from typing import Any

from kinerja.documents.lembar_disposisi import Balasan, Centang, LembarDisposisi
from tests.documents.contoh import KANTOR, SEKRETARIS

KASI = ("Pemerintahan", "Pemberdayaan Masyarakat", "Ketenteraman dan Ketertiban Umum", "Kesejahteraan Sosial")


def lembar(**ubah: Any) -> LembarDisposisi:
    """The slip of step 1 with three of four branches answered."""
    isi: dict[str, Any] = {
        "kantor": KANTOR,
        "nomor_agenda": "17/2025",
        "surat_dari": "Kasubag Umum dan Kepegawaian",
        "nomor_surat": "000.8.6.3/21/CMT-TRS/2025",
        "tanggal_surat": "1 Oktober 2025",
        "diterima": "1 Oktober 2025",
        "sifat": tuple(Centang(s, s == "Segera") for s in ("Sangat Segera", "Segera", "Rahasia", "Biasa")),
        "hal": "Pengumpulan data laporan kinerja triwulan III tahun 2025",
        "diteruskan_kepada": (
            *(Centang(f"Kasi {k}", k != "Kesejahteraan Sosial") for k in KASI),
            Centang("Kasubag Umum dan Kepegawaian", True),
        ),
        "dengan_hormat_harap": tuple(
            Centang(h, h in ("Siapkan data", "Proses lebih lanjut"))
            for h in (
                "Tanggapan dan saran",
                "Proses lebih lanjut",
                "Koordinasi/konfirmasikan",
                "Siapkan data",
                "Hadiri/wakili",
                "Arsipkan",
            )
        ),
        "catatan": "Isi realisasi triwulan III beserta bukti.\nPaling lambat hari Selasa, 7 Oktober 2025.",
        "pemberi": SEKRETARIS,
        "disiapkan_oleh": "Kasubag Umum dan Kepegawaian, Contoh Umum, S.E.",
        "balasan": (
            Balasan(
                "Kasi Pemerintahan",
                "Selesai",
                "Contoh Kasi Satu, S.Sos.",
                "6 Oktober 2025 pukul 10.15 WIB",
                "Realisasi empat indikator sudah diisi.\nBukti dilampirkan.",
            ),
            Balasan(
                "Kasi Pemberdayaan Masyarakat",
                "Tidak perlu tindak lanjut",
                "Contoh Kasi Dua, S.IP.",
                "6 Oktober 2025 pukul 11.02 WIB",
            ),
            Balasan("Kasi Ketenteraman dan Ketertiban Umum", "Belum dijawab"),
        ),
        "kode": "7F3A-21XB",
    }
    return LembarDisposisi(**{**isi, **ubah})

"""Letters on their way in the example: one sent back by the Sekretaris, one that waits for the decision."""

from __future__ import annotations

from sqlalchemy import select

from kinerja.demo.panggung import Panggung
from kinerja.domain.surat import IsianSurat
from kinerja.models.lembar_sop import lembar_terbaru
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.operations.sekali.verba import mulai
from kinerja.operations.surat_keluar import simpan_surat
from kinerja.operations.tugas import ambil, lihat, selesaikan
from kinerja.sop import SURAT_KELUAR

UNDANGAN = IsianSurat(
    hal="Undangan rapat koordinasi wali nagari",
    klasifikasi="000.1.5",
    kepada="Wali Nagari se-Kecamatan Koto XI Tarusan",
    di="Tempat",
    isi="Dengan hormat,\n\nDalam rangka pemantauan pelaksanaan APB Nagari sampai dengan Triwulan III, kami "
    "mengundang Saudara menghadiri rapat koordinasi di aula kantor kecamatan.\n\n"
    "Demikian disampaikan, atas kehadiran Saudara kami ucapkan terima kasih.",
    tembusan="Arsip",
)
PERMINTAAN = IsianSurat(
    hal="Permintaan data pelayanan administrasi",
    klasifikasi="000.9.3",
    kepada="Kepala Dinas Kependudukan dan Pencatatan Sipil Kabupaten Pesisir Selatan",
    di="Painan",
    lampiran="1 (satu) lembar",
    isi="Dengan hormat,\n\nUntuk penyusunan laporan pelayanan, kami mohon data penerbitan dokumen kependudukan "
    "bulan Juli sampai dengan September.\n\nAtas bantuan Saudara kami ucapkan terima kasih.",
)


def surat_berjalan(p: Panggung) -> None:
    """Two runs of the sheet Surat Keluar."""
    undangan = konsep(p, "pemerintahan", UNDANGAN, 8)
    langkah(p, undangan, "2", "umum", 9, 10, "Sudah diparaf.")
    permintaan = konsep(p, "pelayanan", PERMINTAAN, 7)
    langkah(p, permintaan, "2", "umum", 7, 14)
    langkah(p, permintaan, "3", "sekretaris", 9, 11, "Sebutkan bulan dan tahunnya dalam hal surat.", False)
    p.lapor("Dua surat keluar berjalan")


def konsep(p: Panggung, siapa: str, isian: IsianSurat, hari: int, bulan: int = 10) -> Periode:
    """Started, written, handed on."""
    lembar = p.sesi.execute(lembar_terbaru(SURAT_KELUAR)).scalar_one()
    oleh = p.orang(siapa)
    periode = mulai(p.sesi, lembar.id, isian.hal, oleh, p.jam(bulan, hari, 8, 20))
    simpan_surat(p.sesi, tugas_surat(p, periode, "1").id, isian, oleh, p.jam(bulan, hari, 8, 40))
    langkah(p, periode, "1", siapa, hari, 9, bulan=bulan)
    return periode


def tugas_surat(p: Panggung, periode: Periode, kunci: str) -> Tugas:
    pilih = select(Tugas.id).where(Tugas.periode_id == periode.id, Tugas.kunci == kunci)
    return ambil(p.sesi, p.sesi.execute(pilih).scalar_one())


def langkah(
    p: Panggung,
    periode: Periode,
    kunci: str,
    siapa: str,
    hari: int,
    pukul: int,
    catatan: str = "",
    jawaban: bool = True,
    bulan: int = 10,
) -> None:
    """Looked at, then completed a quarter of an hour later."""
    p.babak()
    tugas, oleh = tugas_surat(p, periode, kunci), p.orang(siapa)
    lihat(tugas, oleh, p.jam(bulan, hari, pukul))
    selesaikan(p.sesi, tugas.id, oleh, p.jam(bulan, hari, pukul, 12), catatan, jawaban)

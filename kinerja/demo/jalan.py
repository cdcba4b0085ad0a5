"""How far the example year has come on 10 October: two triwulan in the archive, one running for everybody."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from kinerja.demo import lakon
from kinerja.demo.panggung import Panggung
from kinerja.demo.sahkan import (
    kembalikan_tertanda,
    pindai_perjanjian,
    terbitkan_final,
    terbitkan_perjanjian,
)
from kinerja.demo.sop import rancangan_sop
from kinerja.demo.surat import surat_berjalan
from kinerja.demo.surat_masuk import surat_masuk
from kinerja.domain.disposisi import Sifat
from kinerja.domain.mutu_baku import tambah_hari_kerja
from kinerja.models.disposisi import CabangDisposisi
from kinerja.models.kantor import kantor
from kinerja.models.lembar_sop import lembar_terbaru
from kinerja.models.periode import Periode
from kinerja.operations.disposisi.cabang import teruskan
from kinerja.operations.disposisi.verba import buat_disposisi
from kinerja.operations.hari_libur import tambah_libur
from kinerja.operations.kalender import libur
from kinerja.operations.kantor import geser_tenggat
from kinerja.operations.orang import buat_pegawai
from kinerja.operations.periode import buka_tahun
from kinerja.sop import PENGUMPULAN_DATA_KINERJA

# This year the office composes its first semester's report in September.
TENGGAT_SEMESTER_SATU = {"semester": {"6": 60, "7": 64, "8": 68, "pengesahan": 76}}


def tahun_berjalan(p: Panggung) -> None:
    """From the opened year to a Saturday in October on which every role has something to do."""
    lembar = p.sesi.execute(lembar_terbaru(PENGUMPULAN_DATA_KINERJA)).scalar_one()
    kantor(p.sesi).tenggat = TENGGAT_SEMESTER_SATU
    _cuti_bersama(p)
    buka_tahun(p.sesi, lembar, p.tahun, p.orang("umum"), p.jam(1, 5))
    terbitkan_perjanjian(p, lakon.pk_setahun(p), p.jam(1, 21))
    for ke, bulan in ((1, 4), (2, 7)):
        periode = lakon.satu_triwulan(p, ke, p.jam(bulan, 1))
        terbitkan_final(p, periode, p.jam(bulan, 14))
        kembalikan_tertanda(p, periode, p.jam(bulan, 16), f"Lemari 2, map Laporan {p.tahun}")
    semester = lakon.satu_semester(p, 1, p.jam(9, 21))
    terbitkan_final(p, semester, p.jam(10, 7))
    _tenggat_lazim(p)
    _triwulan_berjalan(p)
    _urusan_lain(p)
    surat_berjalan(p)
    surat_masuk(p)
    rancangan_sop(p)
    pindai_perjanjian(p, p.jam(10, 9, 15, 20))
    p.babak()


def _cuti_bersama(p: Panggung) -> None:
    """A day off the office put down itself: the first working day after 19 March."""
    hari = tambah_hari_kerja(p.jam(3, 19).date(), 1, libur(kantor(p.sesi), p.tahun))
    tambah_libur(p.sesi, hari, "Cuti bersama (contoh)", p.orang("umum"), p.jam(1, 5, 8))


def _tenggat_lazim(p: Panggung) -> None:
    """From now on the usual due dates again; open steps keep theirs."""
    office = kantor(p.sesi)
    office.tenggat = None
    geser_tenggat(p.sesi, office, p.jam(10, 7))


def _triwulan_berjalan(p: Panggung) -> None:
    """Triwulan III: asked for, partly in, two units have handed the work to their Staf."""
    periode = lakon.kumpulkan(p, 3, p.jam(10, 1, 8, 30), p.jam(10, 13).date())
    _teruskan(p, periode, "pelayanan", "staf.pelayanan", "Tolong isi dan siapkan hasil survei SKM.")
    _teruskan(p, periode, "perencanaan", "staf.perencanaan", "Tolong isi dua indikator kita.")
    for siapa, hari, jam in (("pemerintahan", 5, 10), ("kesos", 6, 14)):
        lakon.isi_unit(p, periode, siapa, p.jam(10, hari, jam))
    lakon.isi_unit(p, periode, "pemberdayaan", p.jam(10, 8, 11), kirimkan=False)
    p.lapor(f"{periode.nama} berjalan")


def _teruskan(p: Panggung, periode: Periode, dari: str, ke: str, pesan: str) -> None:
    cabang = p.sesi.execute(
        select(CabangDisposisi.id)
        .join(CabangDisposisi.disposisi)
        .where(
            CabangDisposisi.penerima_id == p.jabatan(dari).id,
            CabangDisposisi.penyelesaian_id.is_(None),
            CabangDisposisi.disposisi.has(hal=f"Permintaan data kinerja {periode.nama}"),
        )
    ).scalar_one()
    tujuan = [(p.jabatan(ke).id, p.jam(10, 12).date())]
    teruskan(p.sesi, cabang, p.orang(dari), p.jam(10, 2, 9, 15), tujuan, pesan)
    p.babak()


def _urusan_lain(p: Panggung) -> None:
    """A letter the Camat passed on, and a new colleague whom the admin has to give a login."""
    pada = p.jam(10, 9, 8, 40)
    buat_disposisi(
        p.sesi,
        p.orang("camat"),
        pada,
        hal="Undangan rapat koordinasi evaluasi kinerja kecamatan",
        sifat=Sifat.SEGERA,
        instruksi=["Hadiri/wakili", "Tanggapan dan saran"],
        catatan="Bawa capaian sampai Triwulan III.",
        penerima=[(p.jabatan("sekretaris").id, p.jam(10, 14).date())],
        surat_dari="Bagian Organisasi Sekretariat Daerah (contoh)",
        nomor_surat=f"000.8/112/Org/{p.tahun}",
        tanggal_surat=(pada - timedelta(days=2)).date(),
        diterima=pada.date(),
    )
    buat_pegawai(p.sesi, "Wati Contoh, A.Md.", "wati", p.orang("admin"), p.jam(10, 8), contoh=True)

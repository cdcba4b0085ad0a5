"""The whole year of an office, played in real browsers by twelve officials, from the PK to the yearly report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sqlalchemy import func, select

from kinerja import create_app
from kinerja.models import db
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.orang import pelaku_dari
from kinerja.upkeep.verify import periksa
from tests.browser import babak_akhir as akhir
from tests.browser import babak_awal as awal
from tests.browser import babak_triwulan as triwulan
from tests.browser import halaman_kotak as kotak
from tests.browser import halaman_periode as halaman_periode
from tests.browser.conftest import buka_orang, layani, siapkan_basis
from tests.browser.kantor_hidup import KantorHidup, baca_setahun
from tests.browser.pdf_tahunan import bandingkan
from tests.kantor_uji import PEMERAN, bangun

LAPORAN = (
    "Laporan Kinerja Triwulan I 2026",
    "Laporan Kinerja Triwulan II 2026",
    "Laporan Kinerja Semester I 2026",
    "Laporan Kinerja Triwulan III 2026",
    "Laporan Kinerja Triwulan IV 2026",
    "Laporan Kinerja Semester II 2026",
    "Laporan Kinerja Tahun 2026",
)


@pytest.fixture
def hidup(peramban: Browser, tmp_path: Path) -> Iterator[KantorHidup]:
    """The cast of the tests on 12 January, with no year opened and no PK."""
    app = create_app(tmp_path, {"TESTING": False})

    def isi() -> None:
        bangun(db.session(), buka=None)
        kantor(db.session()).tanggal_contoh = date(2026, 1, 12)

    siapkan_basis(app, isi)
    for layanan in layani(app, tmp_path):
        for orang in buka_orang(peramban, layanan):
            yield KantorHidup(layanan, orang)


def test_a_year_runs_from_the_pk_to_the_archived_yearly_report(hidup: KantorHidup) -> None:
    k, data = hidup, baca_setahun()
    awal.perjanjian_kinerja(k, data)
    k.hari("2026-01-20")
    awal.rencana_aksi(k, data)
    awal.buka_tahun(k, data)

    k.hari("2026-04-01")
    triwulan.satu_triwulan(k, TW_I, data)
    k.hari("2026-04-15")
    akhir.sahkan(k, "Triwulan I 2026")

    k.hari("2026-07-01")
    triwulan.satu_triwulan(k, TW_II, data)
    k.hari("2026-07-14")
    akhir.sahkan(k, "Triwulan II 2026")
    k.hari("2026-07-20")
    akhir.satu_semester(k, "Semester I 2026", ("camat", "kasi_kesos"), koreksi="camat")
    akhir.sahkan(k, "Semester I 2026")

    k.hari("2026-10-01")
    triwulan.satu_triwulan(k, TW_III, data)
    k.hari("2026-10-14")
    akhir.sahkan(k, "Triwulan III 2026", oleh_camat=True)

    k.hari("2026-12-21")
    umum = k.sebagai("kasubag_umum")
    kotak.pastikan_kosong(umum)
    halaman_periode.mulai_dini(umum, "Triwulan IV 2026", "Tutup buku dimulai sebelum libur akhir tahun.")
    triwulan.satu_triwulan(k, TW_IV, data)
    k.hari("2027-01-12")
    akhir.sahkan(k, "Triwulan IV 2026")
    akhir.satu_semester(k, "Semester II 2026", ("camat", "kasi_pmd"))
    akhir.sahkan(k, "Semester II 2026")
    k.hari("2027-02-10")
    akhir.setahun(k, "Tahun 2026")
    pdf = akhir.sahkan(k, "Tahun 2026", oleh_camat=True)

    for nama in PEMERAN:
        kotak.pastikan_kosong(k.sebagai(nama))
    _pastikan_selesai(k)
    bandingkan(pdf, data)


TW_I = triwulan.Cerita(
    1,
    2026,
    diteruskan={"kasi_pelayanan": "staf_pelayanan"},
    tanpa_bukti=("3.2",),
    salah_ketik={"1.1": "71.5"},
    keliru={"2.3": "15"},
    temuan={"belum ada bukti yang dilampirkan": "Rekapnya masih ditandatangani BKPSDM, menyusul."},
)
TW_II = triwulan.Cerita(
    2,
    2026,
    diteruskan={"kasubag_perencanaan": "staf_perencanaan"},
    diundang=("camat", "kasi_pelayanan", "kasi_trantib"),
    koreksi="kasi_pelayanan",
)
TW_III = triwulan.Cerita(
    3,
    2026,
    temuan={
        "nilainya turun dari 77,25 pada triwulan II": "Dua nagari dinilai ulang setelah pergantian wali."
    },
    diundang=("camat", "kasi_pemerintahan"),
)
TW_IV = triwulan.Cerita(4, 2026, diundang=("camat", "kasi_pmd"))


def _pastikan_selesai(k: KantorHidup) -> None:
    """What the pages said, said once more by the rows and the files."""
    with k.layanan.app.app_context():
        sesi = db.session()
        tugas = sesi.execute(select(Tugas)).scalars().all()
        assert sum(t.langkah is not None for t in tugas) == 27
        assert sum(t.langkah is None for t in tugas) == 7
        assert all(t.penyelesaian_id is not None for t in tugas)
        assert sesi.execute(select(func.count(Periode.ditutup_pada))).scalar_one() == 7
        judul = sesi.execute(select(Dokumen.judul).join(Arsip, Arsip.dokumen_id == Dokumen.id)).scalars()
        assert sorted(judul) == sorted(LAPORAN)
        pada, hari = datetime(2027, 2, 10, 8, tzinfo=UTC), date(2027, 2, 10)
        for pegawai in sesi.execute(select(Pegawai)).scalars():
            assert isi_kotak(sesi, pelaku_dari(sesi, pegawai, hari), pada) == [], pegawai.nama
        assert periksa(sesi, k.layanan.data).rusak == []

"""The summary of the office: made of the inboxes, so that it can never say anything else than they do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.domain.jabatan import Peran
from kinerja.domain.kesalahan import TidakBerwenang
from kinerja.domain.periode import JenisPeriode
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai, Penugasan, penugasan_berlaku
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.orang import pelaku_dari
from kinerja.operations.ringkasan import KOSONG, Ringkasan, ringkasan
from tests.data_uji_disposisi import bebas, minta_data, tugas_uji
from tests.data_uji_laporan import PADA, bangun_tangan
from tests.kantor_uji import orang_uji

HARI = PADA.date()


def lihat(sesi: Session, hari: date = HARI) -> Ringkasan:
    return ringkasan(sesi, orang_uji(sesi, "camat"), PADA + (hari - HARI), hari)


def test_every_line_of_every_inbox_is_in_the_summary_and_nothing_else(sesi: Session) -> None:
    bangun_tangan(sesi)
    minta_data(sesi)
    r = lihat(sesi)
    orang = {p.pegawai_id: p.pegawai for p in sesi.execute(penugasan_berlaku(HARI)).scalars()}
    kotak = {
        (pegawai.nama, b.tempat)
        for pegawai in orang.values()
        if not (pelaku := pelaku_dari(sesi, pegawai, HARI)).berperan(Peran.ADMIN)
        for b in isi_kotak(sesi, pelaku, PADA)
    }
    assert kotak
    assert {(p.nama, b.tempat) for p in r.penunggu for b in p.butir} == kotak
    assert r.menunggu == len({tempat for _, tempat in kotak})


def test_what_is_late_names_the_thing_once_and_everybody_it_waits_for(sesi: Session) -> None:
    bangun_tangan(sesi)
    minta_data(sesi)
    r = lihat(sesi, HARI + timedelta(days=60))
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    (langkah,) = [t for t in r.terlambat if t.butir.tempat == ("tugas", tugas.id)]
    assert langkah.pada == (orang_uji(sesi, "kasubag_umum").nama,)
    assert [t.butir.tenggat for t in r.terlambat] == sorted(t.butir.tenggat for t in r.terlambat)
    assert len({t.butir.tempat for t in r.terlambat}) == len(r.terlambat)
    assert all(t.butir.tenggat < HARI + timedelta(days=60) for t in r.terlambat if t.butir.tenggat)


def test_nothing_is_late_on_the_due_day_itself(sesi: Session) -> None:
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    r = lihat(sesi, tugas.tenggat)
    assert ("tugas", tugas.id) not in {t.butir.tempat for t in r.terlambat}
    r = lihat(sesi, tugas.tenggat + timedelta(days=1))
    assert ("tugas", tugas.id) in {t.butir.tempat for t in r.terlambat}


def test_work_of_a_post_nobody_holds_stands_on_top(sesi: Session) -> None:
    bangun_tangan(sesi)
    minta_data(sesi)
    for nama in ("Kasi Pelayanan Umum", "Kasubag Umum dan Kepegawaian"):
        jabatan = sesi.execute(select(Jabatan).where(Jabatan.nama == nama)).scalar_one()
        for p in sesi.execute(select(Penugasan).where(Penugasan.jabatan_id == jabatan.id)).scalars():
            p.selesai = HARI - timedelta(days=1)
    sesi.flush()
    r = lihat(sesi)
    kosong = {p.jabatan: p for p in r.penunggu if p.nama == KOSONG}
    assert set(kosong) == {"Kasi Pelayanan Umum", "Kasubag Umum dan Kepegawaian"}
    assert [p.nama for p in r.penunggu[:2]] == [KOSONG, KOSONG]
    assert kosong["Kasi Pelayanan Umum"].butir[0].jenis == "disposisi"
    assert kosong["Kasubag Umum dan Kepegawaian"].butir[0].jenis == "langkah"


def test_a_rahasia_disposisi_is_named_by_its_number_only(sesi: Session) -> None:
    rahasia = bebas(sesi, "camat", "sekretaris", sifat=Sifat.RAHASIA, hal="Hal yang rahasia")
    r = lihat(sesi)
    judul = [b.judul for p in r.penunggu for b in p.butir]
    assert f"Disposisi rahasia, agenda {rahasia.nomor_agenda} tahun {rahasia.tahun}" in judul
    assert not any("Hal yang rahasia" in j for j in judul)


def test_the_year_is_told_period_by_period(sesi: Session) -> None:
    r = lihat(sesi)
    assert r.tahun == 2026
    assert [k.periode.nama for k in r.kemajuan][:4] == [
        f"Triwulan {n} 2026" for n in ("I", "II", "III", "IV")
    ]
    assert (r.langkah_selesai, r.langkah) == (0, 27)
    ketiga = r.kemajuan[2]
    assert ketiga.di_sini == "Mengumpulkan data laporan kinerja triwulan kepada subag/kasi"
    assert r.kemajuan[3].di_sini == ""
    assert r.berikut[0].periode_id == r.kemajuan[3].periode.id


def test_only_camat_and_sekretaris_look_at_it(sesi: Session) -> None:
    assert ringkasan(sesi, orang_uji(sesi, "sekretaris"), PADA, HARI).tahun == 2026
    for nama in ("kasubag_umum", "kasi_pelayanan", "staf_pelayanan", "admin"):
        with pytest.raises(TidakBerwenang):
            ringkasan(sesi, orang_uji(sesi, nama), PADA, HARI)


def test_the_admin_is_nobody_work_waits_for(sesi: Session) -> None:
    nama = sesi.execute(select(Pegawai.nama).where(Pegawai.nama_pengguna == "admin")).scalar_one()
    assert nama not in {p.nama for p in lihat(sesi).penunggu}

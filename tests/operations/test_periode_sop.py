"""A running periode stays on its revision; one that nobody began may be moved, with its tugas."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Peran
from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.sop_baca import baca_sop
from kinerja.models.catatan import Catatan
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.tugas import Tugas
from kinerja.operations.lembar_sop import muat_lembar
from kinerja.operations.periode import buka_tahun
from kinerja.operations.periode_sop import dapat_pindah, pindah_lembar
from kinerja.operations.tugas import lihat
from kinerja.sop import PENGUMPULAN_DATA_KINERJA as KODE
from kinerja.sop import muat
from tests.kantor_uji import TAHUN, orang_uji
from tests.operations.test_rancangan_sop import PADA
from tests.operations.test_rancangan_sop_sahkan import diubah, sahkan


def periode(sesi: Session, ke: int, tahun: int = TAHUN) -> Periode:
    return sesi.execute(periode_satu(tahun, JenisPeriode.TRIWULAN, ke)).scalar_one()


def tugas(sesi: Session, p: Periode, kunci: str) -> Tugas:
    return sesi.execute(select(Tugas).where(Tugas.periode_id == p.id, Tugas.kunci == kunci)).scalar_one()


def test_an_opened_year_stays_on_its_revision_and_the_next_takes_the_new_one(sesi: Session) -> None:
    tw3 = periode(sesi, 3)
    baru = sahkan(sesi, diubah(sesi))
    assert tw3.lembar_sop_id != baru.id and tugas(sesi, tw3, "3").peran is Peran.STAF
    terbaru: LembarSop = sesi.execute(lembar_terbaru(KODE)).scalar_one()
    buka_tahun(sesi, terbaru, 2027, orang_uji(sesi, "kasubag_umum"), PADA)
    depan = periode(sesi, 1, 2027)
    assert depan.lembar_sop_id == baru.id
    assert tugas(sesi, depan, "3").peran is Peran.KASUBAG_PERENCANAAN


def test_a_periode_that_nobody_began_is_moved_with_its_tugas_on_record(sesi: Session) -> None:
    r = diubah(sesi)
    assert dapat_pindah(sesi, KODE) == {}
    baru = sahkan(sesi, r)
    tw4 = periode(sesi, 4)
    ketiga = tugas(sesi, tw4, "3")
    dibuka, banyak = tugas(sesi, tw4, "1").dibuka_pada, len(dapat_pindah(sesi, KODE))
    pindah_lembar(sesi, tw4.id, " Disepakati rapat. ", orang_uji(sesi, "sekretaris"), PADA)
    assert tw4.lembar_sop_id == baru.id
    assert (ketiga.peran, ketiga.unit_id) == (Peran.KASUBAG_PERENCANAAN, None)
    assert tugas(sesi, tw4, "1").dibuka_pada == dibuka
    assert len(dapat_pindah(sesi, KODE)) == banyak - 1
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert akhir.tindakan == "pindah_sop" and "Alasan: Disepakati rapat." in akhir.uraian
    with pytest.raises(SudahDikerjakan):
        pindah_lembar(sesi, tw4.id, "Lagi.", orang_uji(sesi, "sekretaris"), PADA)


def test_a_periode_whose_step_was_looked_at_stays(sesi: Session) -> None:
    tw3 = periode(sesi, 3)
    assert lihat(tugas(sesi, tw3, "1"), orang_uji(sesi, "kasubag_umum"), PADA)
    sesi.flush()
    sahkan(sesi, diubah(sesi))
    assert tw3.id not in dapat_pindah(sesi, KODE)
    with pytest.raises(SudahDikerjakan, match="Triwulan III 2026 tidak dapat dipindahkan"):
        pindah_lembar(sesi, tw3.id, "Coba.", orang_uji(sesi, "kasubag_umum"), PADA)
    assert tugas(sesi, tw3, "3").peran is Peran.STAF


def test_it_needs_the_office_keeper_a_reason_and_a_periode(sesi: Session) -> None:
    sahkan(sesi, diubah(sesi))
    tw4, oleh = periode(sesi, 4), orang_uji(sesi, "sekretaris")
    with pytest.raises(TidakBerwenang):
        pindah_lembar(sesi, tw4.id, "x", orang_uji(sesi, "kasubag_perencanaan"), PADA)
    for alasan in (" ", "x" * 2001):
        with pytest.raises(MasukanSalah):
            pindah_lembar(sesi, tw4.id, alasan, oleh, PADA)
    with pytest.raises(TidakDitemukan):
        pindah_lembar(sesi, 999, "x", oleh, PADA)


def test_a_revision_with_a_new_first_step_opens_that_one_and_none_may_lose_a_step(sesi: Session) -> None:
    data = muat().ke_dict()
    baru = {
        **data["langkah"][0],
        "nomor": 10,
        "kegiatan": "Mengingatkan subag/kasi",
        "berikut": 1,
    }
    data["langkah"][0]["jenis"] = "proses"
    data["langkah"].append(baru)
    oleh, tw4 = orang_uji(sesi, "sekretaris"), periode(sesi, 4)
    dibuka = tugas(sesi, tw4, "1").dibuka_pada
    muat_lembar(sesi, KODE, baca_sop(data), oleh, PADA, "Tambah langkah.", "Sekretaris")
    pindah_lembar(sesi, tw4.id, "Ikut.", oleh, PADA)
    assert (tugas(sesi, tw4, "10").dibuka_pada, tugas(sesi, tw4, "1").dibuka_pada) == (dibuka, None)
    muat_lembar(sesi, KODE, muat(), oleh, PADA, "Kembali.", "Sekretaris")
    with pytest.raises(BelumLengkap, match="tidak mempunyai langkah 10"):
        pindah_lembar(sesi, tw4.id, "Ikut.", oleh, PADA)

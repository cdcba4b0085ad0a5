"""Loading a sheet: looked at, loaded by an official, stopped, taken up again."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.sop import Sop
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_salah import SopTidakSah
from kinerja.models.catatan import Catatan
from kinerja.models.lembar_sop import LembarSop, RancanganSop
from kinerja.operations import lembar_muat as verba
from kinerja.operations.sekali.pasang import muat_tambahan
from kinerja.operations.sekali.verba import lembar_dapat_dimulai, lembar_sekali, mulai
from kinerja.sop import muat, tambahan
from tests.data_uji_sekali import PADA, data_lembar, lembar_surat, mulai_uji, terbuka
from tests.kantor_uji import orang_uji


def sop_uji(nama: str = "Pembuatan Pelaksanaan Kegiatan", **ubah: Any) -> Sop:
    isi = data_lembar()
    isi["identitas"] |= {"nama": nama, **ubah}
    return baca_sop(isi)


def unggah(sesi: Session, sop: Sop, siapa: str = "kasubag_umum") -> RancanganSop:
    return verba.unggah_lembar(sesi, sop, "lembar.toml", orang_uji(sesi, siapa), PADA)


def test_a_loaded_sheet_runs_at_once(sesi: Session) -> None:
    umum = orang_uji(sesi, "kasubag_umum")
    rancangan = unggah(sesi, sop_uji())
    assert not lembar_sekali(sesi)
    assert [r.id for r in verba.rancangan_unggahan(sesi)] == [rancangan.id]
    lembar = verba.muat_unggahan(sesi, rancangan.id, umum, PADA)
    assert (lembar.kode, lembar.revisi, lembar.disahkan_oleh_nama) == (
        "pembuatan-pelaksanaan-kegiatan",
        1,
        umum.nama,
    )
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert (akhir.tindakan, akhir.jabatan_nama) == ("muat_sop", "Kasubag Umum dan Kepegawaian")
    assert not verba.rancangan_unggahan(sesi)
    periode = mulai(sesi, lembar.id, "Uji", orang_uji(sesi, "staf_pelayanan"), PADA)
    assert terbuka(sesi, periode) == [1]


@pytest.mark.parametrize("siapa", ["camat", "kasi_pmd", "kasubag_perencanaan", "admin"])
def test_only_those_who_keep_the_sheets_load_them(sesi: Session, siapa: str) -> None:
    rancangan, lembar, oleh = unggah(sesi, sop_uji()), lembar_surat(sesi), orang_uji(sesi, siapa)
    for act in (
        lambda: unggah(sesi, sop_uji("Lain"), siapa),
        lambda: verba.muat_unggahan(sesi, rancangan.id, oleh, PADA),
        lambda: verba.buang_unggahan(sesi, rancangan.id, oleh, PADA),
        lambda: verba.hentikan(sesi, lembar.id, "x", oleh, PADA),
        lambda: verba.pakai_lagi(sesi, lembar.id, oleh, PADA),
    ):
        with pytest.raises(TidakBerwenang):
            act()


def test_a_sheet_of_the_year_cannot_be_loaded_here(sesi: Session) -> None:
    with pytest.raises(SopTidakSah, match="sekali"):
        unggah(sesi, muat())
    with pytest.raises(MasukanSalah, match="sudah berjalan"):
        unggah(sesi, sop_uji("Pengumpulan Data Kinerja"))
    assert not sesi.execute(select(RancanganSop)).first()


def test_the_same_sheet_is_a_revision_and_running_ones_stay_on_theirs(sesi: Session) -> None:
    lama = lembar_surat(sesi)
    jalan = mulai_uji(sesi, lama)
    baru_sop = sop_uji("Surat Keluar")
    baru = verba.muat_unggahan(sesi, unggah(sesi, baru_sop).id, orang_uji(sesi, "sekretaris"), PADA)
    assert (baru.kode, baru.revisi) == ("surat-keluar", 2)
    assert jalan.lembar_sop_id == lama.id
    assert [satu.id for satu in lembar_sekali(sesi)] == [baru.id]
    assert mulai(sesi, lama.id, "Uji", orang_uji(sesi, "staf_pelayanan"), PADA).lembar_sop_id == baru.id
    with pytest.raises(SudahDikerjakan, match="sama dengan SOP Surat Keluar revisi 2"):
        unggah(sesi, baru_sop)


def test_two_drafts_of_one_sheet_are_not_open_at_once(sesi: Session) -> None:
    pertama = unggah(sesi, sop_uji())
    with pytest.raises(SudahDikerjakan, match="masih terbuka"):
        unggah(sesi, sop_uji(nomor="1/SOP"))
    verba.buang_unggahan(sesi, pertama.id, orang_uji(sesi, "sekretaris"), PADA)
    unggah(sesi, sop_uji(nomor="1/SOP"))
    for act in (verba.muat_unggahan, verba.buang_unggahan):
        with pytest.raises(SudahDikerjakan, match="sudah dibuang"):
            act(sesi, pertama.id, orang_uji(sesi, "kasubag_umum"), PADA)


def test_a_draft_whose_sheet_was_revised_meanwhile_is_refused(sesi: Session) -> None:
    lembar_surat(sesi)
    rancangan = unggah(sesi, sop_uji("Surat Keluar"))
    from kinerja.operations.lembar_sop import muat_lembar

    muat_lembar(sesi, "surat-keluar", sop_uji("Surat Keluar", nomor="2/SOP"), None, PADA)
    with pytest.raises(SudahDikerjakan, match="direvisi orang lain"):
        verba.muat_unggahan(sesi, rancangan.id, orang_uji(sesi, "kasubag_umum"), PADA)


def test_a_stopped_sheet_starts_nothing_and_lets_the_running_end(sesi: Session) -> None:
    lembar, sekretaris = lembar_surat(sesi), orang_uji(sesi, "sekretaris")
    jalan = mulai_uji(sesi, lembar)
    with pytest.raises(MasukanSalah):
        verba.hentikan(sesi, lembar.id, " ", sekretaris, PADA)
    verba.hentikan(sesi, lembar.id, "Ada lembar kantor.", sekretaris, PADA)
    assert terbuka(sesi, jalan) == [1]
    with pytest.raises(SudahDikerjakan, match="dihentikan"):
        mulai_uji(sesi, lembar)
    assert not lembar_dapat_dimulai(sesi, orang_uji(sesi, "kasi_pmd"))
    with pytest.raises(SudahDikerjakan):
        verba.hentikan(sesi, lembar.id, "lagi", sekretaris, PADA)
    verba.pakai_lagi(sesi, lembar.id, sekretaris, PADA)
    assert mulai_uji(sesi, lembar).ke == 2
    with pytest.raises(SudahDikerjakan):
        verba.pakai_lagi(sesi, lembar.id, sekretaris, PADA)
    tindakan = sesi.execute(select(Catatan.tindakan).order_by(Catatan.seq)).scalars().all()
    assert "hentikan_sop" in tindakan and "pakai_lagi_sop" in tindakan


def test_what_is_not_there_is_not_found(sesi: Session) -> None:
    sekretaris = orang_uji(sesi, "sekretaris")
    utama = sesi.execute(select(LembarSop.id)).scalar_one()
    for act in (
        lambda: verba.cari_unggahan(sesi, 99),
        lambda: verba.hentikan(sesi, utama, "x", sekretaris, PADA),
        lambda: verba.pakai_lagi(sesi, 99, sekretaris, PADA),
    ):
        with pytest.raises(TidakDitemukan):
            act()


def test_a_new_office_gets_the_example_once(sesi: Session) -> None:
    for _ in range(2):
        muat_tambahan(sesi, tambahan(), PADA)
    assert [(satu.kode, satu.revisi) for satu in lembar_sekali(sesi)] == [("surat-keluar", 1)]

"""Ratifying a draft makes the next revision; running periode stay, new years take it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.models.catatan import Catatan
from kinerja.models.lembar_sop import LembarSop, RancanganSop
from kinerja.operations.lembar_sop import muat_lembar, sop_dari
from kinerja.operations.rancangan_sop_sahkan import IsianPengesahan, sahkan_rancangan
from kinerja.sop import muat
from tests.kantor_uji import orang_uji
from tests.operations.test_rancangan_sop import PADA, rancangan, ubah

ISIAN = IsianPengesahan("000.8.3.3/17/SOP-CMT-TRS/2026", date(2026, 10, 5), "Waktu langkah 3 dibetulkan.")
DIGEST_PERTAMA = "8f6f5ed532962588d16053658642d6b07c20ea3e53862e7c3bf89dc915336f32"


def diubah(sesi: Session) -> RancanganSop:
    r = rancangan(sesi)
    ubah(sesi, r, "langkah.3", waktu=120, waktu_tertulis="2 Jam", pelaksana="kasubag_perencanaan")
    return r


def sahkan(sesi: Session, r: RancanganSop, isian: IsianPengesahan = ISIAN, versi: int = 2) -> LembarSop:
    return sahkan_rancangan(sesi, r.id, versi, isian, orang_uji(sesi, "sekretaris"), PADA)


def test_the_first_revision_keeps_the_digest_it_had_before_confirmations_existed(sesi: Session) -> None:
    assert sesi.execute(select(LembarSop.digest)).scalars().first() == DIGEST_PERTAMA
    assert muat().digest() == DIGEST_PERTAMA


def test_a_ratified_draft_is_the_next_revision_with_who_when_and_why(sesi: Session) -> None:
    r = diubah(sesi)
    baru = sahkan(sesi, r)
    assert (baru.revisi, baru.alasan) == (2, ISIAN.alasan)
    assert (baru.disahkan_oleh_nama, baru.disahkan_oleh_jabatan) == ("Sekretaris Uji", "Sekretaris")
    sop = sop_dari(baru)
    assert baru.digest == sop.digest() != DIGEST_PERTAMA
    assert (sop.identitas.nomor, sop.langkah(3).waktu) == (ISIAN.nomor, 120)
    assert (
        sop.identitas.tanggal_pengesahan.tertulis == sop.identitas.tanggal_revisi.tertulis == "5 Oktober 2026"
    )
    assert sop.identitas.catatan_untuk("nomor") is None
    assert (r.lembar_id, r.isi) == (baru.id, baru.isi)
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert (akhir.tindakan, akhir.objek, akhir.jabatan_nama) == (
        "sahkan_sop",
        f"lembar_sop:{baru.id}",
        "Sekretaris",
    )
    assert baru.digest in akhir.sesudah and DIGEST_PERTAMA in akhir.sebelum
    with pytest.raises(SudahDikerjakan, match="sudah disahkan oleh Sekretaris Uji"):
        sahkan(sesi, r)


@pytest.mark.parametrize(
    ("medan", "ganti"),
    [
        ("nomor", {"nomor": " "}),
        ("nomor", {"nomor": "x" * 101}),
        ("nomor", {"nomor": "a\nb"}),
        ("tanggal", {"tanggal": date(2026, 10, 9)}),
        ("alasan", {"alasan": " "}),
        ("alasan", {"alasan": "x" * 2001}),
    ],
)
def test_number_day_and_reason_are_asked_for(sesi: Session, medan: str, ganti: dict[str, object]) -> None:
    r = diubah(sesi)
    with pytest.raises(MasukanSalah) as salah:
        sahkan(sesi, r, replace(ISIAN, **ganti))  # type: ignore[arg-type]
    assert salah.value.medan == medan
    assert r.lembar_id is None


def test_a_draft_that_says_nothing_new_is_not_ratified(sesi: Session) -> None:
    with pytest.raises(BelumLengkap, match="sama dengan revisi yang berlaku"):
        sahkan(sesi, rancangan(sesi), versi=1)


def test_a_draft_that_cannot_run_is_not_ratified(sesi: Session) -> None:
    r = rancangan(sesi)
    ubah(sesi, r, "langkah.1", berikut=3)
    with pytest.raises(BelumLengkap, match="langkah 2, kunci nomor: tidak ada panah"):
        sahkan(sesi, r)


def test_what_was_not_looked_at_is_not_ratified(sesi: Session) -> None:
    r = diubah(sesi)
    with pytest.raises(SudahDikerjakan, match="sesudah halaman Anda dibuka"):
        sahkan(sesi, r, versi=1)
    with pytest.raises(TidakBerwenang):
        sahkan_rancangan(sesi, r.id, 2, ISIAN, orang_uji(sesi, "camat"), PADA)


def test_a_draft_of_an_overtaken_revision_is_not_ratified(sesi: Session) -> None:
    r = diubah(sesi)
    lain = muat().ke_dict()
    lain["langkah"][0]["ket_tertulis"] = "Lain"
    from kinerja.domain.sop_baca import baca_sop

    muat_lembar(sesi, r.kode, baca_sop(lain), orang_uji(sesi, "sekretaris"), PADA, "Lain.", "Sekretaris")
    with pytest.raises(SudahDikerjakan, match="Sudah ada revisi 2"):
        sahkan(sesi, r)

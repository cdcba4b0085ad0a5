"""Drafts belong to their typist, are kept as typed, and go when the form was saved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.draf import Draf
from kinerja.operations.draf import (
    MAKS_HURUF,
    buang_draf,
    draf_satu,
    draf_saya,
    form_tersimpan,
    simpan_draf,
)
from tests.data_uji_disposisi import OKTOBER
from tests.kantor_uji import orang_uji

KUNCI = "/realisasi/3/indikator/1"


def test_the_last_state_of_a_form_is_kept_without_a_row_in_the_audit_chain(sesi: Session) -> None:
    kasi = orang_uji(sesi, "kasi_pmd")
    semula = sesi.execute(select(func.count(Catatan.seq))).scalar_one()
    assert simpan_draf(sesi, KUNCI, [("nilai", "43,")], kasi, OKTOBER, halaman="/realisasi/3", dasar="abc")
    assert simpan_draf(sesi, KUNCI, [("nilai", "43,5"), ("hambatan", "a\r\nb\x00")], kasi, OKTOBER)
    (satu,) = draf_saya(sesi, kasi).values()
    assert satu.isian == (("nilai", "43,5"), ("hambatan", "a\nb"))
    assert satu.dasar == "abc"  # a form that comes back refused does not know what was stored
    assert sesi.execute(select(func.count(Catatan.seq))).scalar_one() == semula


def test_nobody_else_sees_or_throws_away_a_draft(sesi: Session) -> None:
    kasi, camat = orang_uji(sesi, "kasi_pmd"), orang_uji(sesi, "camat")
    simpan_draf(sesi, KUNCI, [("nilai", "1")], kasi, OKTOBER)
    nomor = draf_saya(sesi, kasi)[KUNCI].id
    assert draf_saya(sesi, camat) == {}
    with pytest.raises(TidakDitemukan):
        draf_satu(sesi, nomor, camat)
    with pytest.raises(TidakDitemukan):
        buang_draf(sesi, nomor, camat)
    buang_draf(sesi, nomor, kasi)
    assert draf_saya(sesi, kasi) == {}


@pytest.mark.parametrize("ada_dahulu", [True, False])
def test_an_autosave_that_arrives_after_its_form_was_saved_is_not_kept(
    sesi: Session, ada_dahulu: bool
) -> None:
    kasi = orang_uji(sesi, "kasi_pmd")
    if ada_dahulu:
        simpan_draf(sesi, KUNCI, [("nilai", "1")], kasi, OKTOBER, lembar="a")
    form_tersimpan(sesi, {KUNCI}, "a", kasi, OKTOBER, KUNCI)
    assert draf_saya(sesi, kasi) == {}
    assert not simpan_draf(sesi, KUNCI, [("nilai", "1")], kasi, OKTOBER, lembar="a")
    assert draf_saya(sesi, kasi) == {}
    assert simpan_draf(sesi, KUNCI, [("nilai", "2")], kasi, OKTOBER, lembar="b")
    assert draf_saya(sesi, kasi)[KUNCI].isian == (("nilai", "2"),)


def test_a_form_saved_without_scripts_takes_its_draft_along(sesi: Session) -> None:
    kasi = orang_uji(sesi, "kasi_pmd")
    for kunci in (KUNCI, f"{KUNCI}#lain", "/lain"):
        simpan_draf(sesi, kunci, [("nilai", "1")], kasi, OKTOBER)
    form_tersimpan(sesi, {KUNCI, f"{KUNCI}#lain"}, "", kasi, OKTOBER)
    assert set(draf_saya(sesi, kasi)) == {"/lain"}
    assert sesi.execute(select(func.count(Draf.id))).scalar_one() == 1


def test_marks_of_saved_forms_go_after_a_day_and_drafts_after_a_quarter(sesi: Session) -> None:
    kasi = orang_uji(sesi, "kasi_pmd")
    form_tersimpan(sesi, {"/a"}, "x", kasi, OKTOBER, "/a")
    simpan_draf(sesi, "/b", [("nilai", "1")], kasi, OKTOBER)
    simpan_draf(sesi, "/c", [("nilai", "1")], kasi, OKTOBER + timedelta(days=2))
    assert sorted(sesi.execute(select(Draf.kunci)).scalars()) == ["/b", "/c"]
    simpan_draf(sesi, "/c", [("nilai", "1")], kasi, OKTOBER + timedelta(days=91))
    assert sorted(sesi.execute(select(Draf.kunci)).scalars()) == ["/c"]


@pytest.mark.parametrize(
    ("kunci", "isian", "halaman"),
    [
        ("bukan alamat", [], ""),
        ("//luar.example/", [], ""),
        ("/a\nb", [], ""),
        ("/" + "a" * 300, [], ""),
        (KUNCI, [("a", "x" * MAKS_HURUF)], ""),
        (KUNCI, [("a", "")] * 401, ""),
        (KUNCI, [], "https://luar.example/"),
        (KUNCI, [], "/\\luar.example"),
    ],
)
def test_what_is_no_form_of_this_place_is_refused(
    sesi: Session, kunci: str, isian: list[tuple[str, str]], halaman: str
) -> None:
    with pytest.raises(MasukanSalah):
        simpan_draf(sesi, kunci, isian, orang_uji(sesi, "camat"), OKTOBER, halaman=halaman)

"""A step sent back for marked cells: the form, what the receiver sees, the trail on the step's page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.tugas import Pengembalian, Tugas
from kinerja.operations.laporan.narasi import sidik_teks
from kinerja.operations.laporan.verba import laporan_kini
from kinerja.operations.tugas import selesaikan
from tests.data_uji_laporan import PADA, bangun_tangan, buka_langkah, periode, siapkan_draf, tulis_narasi
from tests.kantor_uji import orang_uji

Masuk = Callable[[str], FlaskClient]
Tempat = dict[str, int]
ALASAN = "Ringkasan belum menyebut penyebabnya."


@pytest.fixture
def tempat(aplikasi: Flask, monkeypatch: pytest.MonkeyPatch) -> Tempat:
    """Triwulan III with steps 1 to 4 done and 5 open: the number of each step, and of the periode."""
    monkeypatch.setattr("kinerja.operations.tugas.periksa", lambda *_: ())
    with aplikasi.app_context():
        menulis.set(True)
        sesi = db.session()
        bangun_tangan(sesi)
        milik = periode(sesi, JenisPeriode.TRIWULAN, 3)
        tempel = pytest.MonkeyPatch()
        tempel.setattr("kinerja.operations.tugas.ATURAN", {})
        for kunci, siapa in (
            ("1", "kasubag_umum"),
            ("2", "kasubag_perencanaan"),
            ("3", "staf_perencanaan"),
            ("4", "kasubag_perencanaan"),
        ):
            if kunci == "3":
                tulis_narasi(sesi, siapkan_draf(sesi, milik, "3", orang_uji(sesi, siapa)))
            selesaikan(sesi, buka_langkah(sesi, milik, kunci).id, orang_uji(sesi, siapa), PADA)
        tempel.undo()
        sesi.commit()
        langkah = sesi.execute(select(Tugas.kunci, Tugas.id).where(Tugas.periode_id == milik.id))
        return {**{kunci: nomor for kunci, nomor in langkah}, "periode": milik.id}


def kirim(masuk: Masuk, tempat: Tempat, ke: str, *sel: str):
    isi = {"kembali-ke": ke, "kembali-alasan": ALASAN, "kembali-sel": list(sel)}
    return masuk("sekretaris").post(f"/tugas/{tempat['5']}/pengembalian", data=isi)


def test_the_form_offers_sections_and_figures(masuk: Masuk, tempat: Tempat) -> None:
    halaman = masuk("sekretaris").get(f"/tugas/{tempat['5']}").text
    assert "Tandai bagian atau angka yang keliru" in halaman
    assert 'value="narasi:ringkasan"' in halaman
    assert re.search(r'value="angka:\d+"', halaman)


def test_the_receiver_sees_just_what_is_marked_with_the_reason(masuk: Masuk, tempat: Tempat) -> None:
    assert kirim(masuk, tempat, "4", "narasi:ringkasan").status_code == 303
    halaman = masuk("kasubag_perencanaan").get(f"/tugas/{tempat['4']}").text
    assert ALASAN in halaman
    assert "Perlu diperbaiki" in halaman
    atas, _, sisa = halaman.partition('id="bagian-lain"')
    assert sisa, "bagian lain dilipat"
    assert set(re.findall(r'id="bagian-([a-z0-9-]+)" class="bagian-narasi"', atas)) == {"ringkasan"}
    lain = re.findall(r'id="bagian-([a-z0-9-]+)" class="bagian-narasi"', sisa)
    assert lain and "ringkasan" not in lain


def test_without_marks_the_page_is_as_ever(masuk: Masuk, tempat: Tempat) -> None:
    assert kirim(masuk, tempat, "4").status_code == 303
    halaman = masuk("kasubag_perencanaan").get(f"/tugas/{tempat['4']}").text
    assert "bagian-lain" not in halaman
    assert "Yang diminta diperbaiki" not in halaman


def test_a_mark_that_does_not_fit_the_step_is_told_beside_it_and_nothing_is_lost(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat
) -> None:
    jawab = kirim(masuk, tempat, "2", "narasi:ringkasan")
    assert jawab.status_code == 422
    assert "langkah 2 tidak dapat memperbaikinya" in jawab.text
    assert ALASAN in jawab.text
    assert re.search(r'value="narasi:ringkasan" checked', jawab.text)
    with aplikasi.app_context():
        assert db.session.execute(select(Pengembalian)).first() is None


def test_an_unknown_mark_is_refused(masuk: Masuk, tempat: Tempat) -> None:
    assert kirim(masuk, tempat, "4", "narasi:tidak-ada").status_code == 422


def test_mended_and_completed_the_trail_stands_on_the_steps_page(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat
) -> None:
    kirim(masuk, tempat, "4", "narasi:ringkasan")
    kasubag = masuk("kasubag_perencanaan")
    belum = kasubag.post(f"/tugas/{tempat['4']}/penyelesaian", data={})
    assert belum.status_code == 422
    assert "Belum diubah: Ringkasan." in belum.text
    simpan = kasubag.post(
        f"/laporan/{tempat['periode']}/narasi",
        data={
            "bagian": "ringkasan",
            "semula": sidik_teks("Uraian ringkasan."),
            "teks": "Capaian turun karena banjir.",
        },
        headers={"HX-Request": "true"},
    )
    assert simpan.status_code == 200
    assert "Sudah diubah" in simpan.text
    assert kasubag.post(f"/tugas/{tempat['4']}/penyelesaian", data={}).status_code == 303
    halaman = masuk("camat").get(f"/tugas/{tempat['4']}").text
    jejak = halaman.partition("Riwayat langkah ini")[2]
    assert "Ringkasan · diubah" in jejak
    assert jejak.index("Uraian ringkasan.") < jejak.index("Capaian turun karena banjir.")
    with aplikasi.app_context():
        laporan = laporan_kini(db.session(), tempat["periode"])
        assert laporan is not None and laporan.narasi["ringkasan"] == "Capaian turun karena banjir."


def test_a_marked_figure_is_proposed_to_its_unit_with_the_reason(masuk: Masuk, tempat: Tempat) -> None:
    halaman = masuk("sekretaris").get(f"/tugas/{tempat['5']}").text
    tanda = re.findall(r'value="(angka:\d+)"', halaman)[0]
    assert kirim(masuk, tempat, "2", tanda).status_code == 303
    rekap = masuk("kasubag_perencanaan").get(f"/tugas/{tempat['2']}").text
    assert "Perlu diperbaiki" in rekap

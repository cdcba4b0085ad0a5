"""Laporan progres of all units, and the work page of merekap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.perjanjian_kinerja import Indikator
from kinerja.models.realisasi import LaporanProgres, PengembalianProgres
from kinerja.operations.laporan.progres import kirim
from kinerja.operations.tugas import selesaikan
from tests.data_uji_disposisi import OKTOBER, minta_data, tugas_uji
from tests.data_uji_pk import bangun_pk
from tests.data_uji_realisasi import isi_semua, triwulan_uji
from tests.kantor_uji import orang_uji

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}


@dataclass(frozen=True)
class Tempat:
    periode: int
    tugas: int
    unit: int  # has sent
    lain: int  # has not
    kepuasan: int

    def url(self, unit: int, kata: str) -> str:
        return f"/laporan-progres/{self.periode}/unit/{unit}/{kata}"


@pytest.fixture
def tempat(aplikasi: Flask) -> Tempat:
    """Triwulan III: step 2 open, all filled, only Seksi Pelayanan Umum has sent."""
    with aplikasi.app_context():
        menulis.set(True)
        sesi = db.session()
        bangun_pk(sesi)
        minta_data(sesi)
        selesaikan(
            sesi, tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1").id, orang_uji(sesi, "kasubag_umum"), OKTOBER
        )
        periode = triwulan_uji(sesi)
        isi_semua(sesi, periode, kirim=False)
        kartu = sesi.execute(select(Indikator).where(Indikator.uraian.contains("Kepuasan"))).scalar_one()
        lain = sesi.execute(select(Indikator).where(Indikator.uraian.contains("lembaga"))).scalar_one()
        kirim(sesi, periode.id, kartu.unit_id, "Sesuai <rencana>", orang_uji(sesi, "kasi_pelayanan"), OKTOBER)
        sesi.commit()
        tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "2")
        return Tempat(periode.id, tugas.id, kartu.unit_id, lain.unit_id, kartu.id)


def semua(aplikasi: Flask, kelas: type) -> list:
    with aplikasi.app_context():
        return list(db.session.execute(select(kelas)).scalars())


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "kasi_pmd", "staf_pelayanan", "kasubag_umum"])
def test_every_post_reads_who_sent_what(masuk: Masuk, tempat: Tempat, siapa: str) -> None:
    teks = masuk(siapa).get(f"/laporan-progres/{tempat.periode}").text
    assert "1 dari 6 unit sudah mengirim" in teks
    assert "Kasi Pelayanan Umum Uji, 8 Oktober 2026 pukul 09.00" in teks
    assert "Sesuai &lt;rencana&gt;" in teks
    assert "100,47%" in teks  # 86,4 of 86
    assert "/berkas/" in teks


def test_the_admin_reads_no_figures(masuk: Masuk, tempat: Tempat) -> None:
    assert masuk("admin").get(f"/laporan-progres/{tempat.periode}").status_code == 403


def test_without_a_pk_the_page_says_so(masuk: Masuk, aplikasi: Flask) -> None:
    with aplikasi.app_context():
        nomor = triwulan_uji(db.session()).id
    assert "Belum ada indikator" in masuk("camat").get(f"/laporan-progres/{nomor}").text


def test_the_step_names_who_has_not_sent_and_since_when(masuk: Masuk, tempat: Tempat) -> None:
    teks = masuk("kasubag_perencanaan").get(f"/tugas/{tempat.tugas}").text
    assert "Diminta 8 Oktober 2026 pukul 09.00" in teks and "belum dibaca" in teks
    assert "Kembalikan kepada unit" in teks and "Lanjutkan tanpa unit ini" in teks
    assert "/lembar.pdf" in teks
    lain = masuk("camat").get(f"/tugas/{tempat.tugas}").text
    assert "Kembalikan kepada unit" not in lain and "Lanjutkan tanpa unit ini" not in lain


def test_figures_go_back_with_a_reason_and_land_in_the_inbox(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat
) -> None:
    awalan = f"k{tempat.unit}-"
    jawab = masuk("kasubag_perencanaan").post(
        tempat.url(tempat.unit, "pengembalian"),
        data={f"{awalan}indikator": str(tempat.kepuasan), f"{awalan}alasan": "Tidak sama dengan rekap SKM."},
    )
    assert (jawab.status_code, jawab.headers["Location"]) == (
        303,
        f"/tugas/{tempat.tugas}#unit-{tempat.unit}",
    )
    (kembali,) = semua(aplikasi, PengembalianProgres)
    assert kembali.indikator_id == [tempat.kepuasan]
    kasi = masuk("kasi_pelayanan")
    kotak = kasi.get("/").text
    assert "Perbaiki realisasi Triwulan III 2026" in kotak and "Dikembalikan" in kotak
    teks = kasi.get(f"/realisasi/{tempat.periode}").text
    assert "Tidak sama dengan rekap SKM." in teks
    assert teks.count("Perlu diperbaiki") == 2  # the sentence on top and the one indicator
    assert f'id="i{tempat.kepuasan}-nilai"' in teks
    assert teks.count('name="i') < teks.count("isian-") * 20
    assert "-hambatan" in teks and teks.count('-hambatan"') <= 3


def test_htmx_gets_the_step_anew(masuk: Masuk, tempat: Tempat) -> None:
    jawab = masuk("kasubag_perencanaan").post(
        tempat.url(tempat.lain, "pelewatan"), data={f"l{tempat.lain}-alasan": "Kasi dirawat"}, headers=HTMX
    )
    assert jawab.status_code == 200
    assert '<section id="tugas"' in jawab.text and "<html" not in jawab.text
    assert "Dilanjutkan tanpa unit ini" in jawab.text and "Kasi dirawat" in jawab.text
    assert "hx-swap-oob" in jawab.text


def test_a_return_without_reason_comes_back_with_its_ticks(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat
) -> None:
    awalan = f"k{tempat.unit}-"
    for alasan in ("", "x" * 20_001, "satu\x00dua"):
        jawab = masuk("kasubag_perencanaan").post(
            tempat.url(tempat.unit, "pengembalian"),
            data={f"{awalan}indikator": str(tempat.kepuasan), f"{awalan}alasan": alasan},
            headers=HTMX,
        )
        assert jawab.status_code == 422
        assert f'value="{tempat.kepuasan}" checked' in jawab.text
    for pilihan in ("abc", "999999"):
        jawab = masuk("kasubag_perencanaan").post(
            tempat.url(tempat.unit, "pengembalian"),
            data={f"{awalan}indikator": pilihan, f"{awalan}alasan": "alasan tetap"},
        )
        assert jawab.status_code == 422
        assert "alasan tetap" in jawab.text
    assert not semua(aplikasi, PengembalianProgres)


def test_a_unit_that_sent_is_not_passed_over(aplikasi: Flask, masuk: Masuk, tempat: Tempat) -> None:
    jawab = masuk("kasubag_perencanaan").post(
        tempat.url(tempat.unit, "pelewatan"), data={f"l{tempat.unit}-alasan": "x"}
    )
    assert jawab.status_code == 409
    assert "sudah mengirim laporan progres" in jawab.text
    assert all(baris.dilewati_pada is None for baris in semua(aplikasi, LaporanProgres))


def test_passing_over_is_shown_with_its_reason_and_taken_back(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat
) -> None:
    klien = masuk("kasubag_perencanaan")
    klien.post(tempat.url(tempat.lain, "pelewatan"), data={f"l{tempat.lain}-alasan": "Kasi dirawat"})
    assert "Kasi dirawat" in masuk("camat").get(f"/laporan-progres/{tempat.periode}").text
    teks = masuk("kasi_pmd").get(f"/realisasi/{tempat.periode}").text
    assert "diteruskan tanpa laporan unit ini, karena: Kasi dirawat" in teks
    assert klien.post(tempat.url(tempat.lain, "penantian")).status_code == 303
    assert klien.post(tempat.url(tempat.lain, "penantian")).status_code == 409
    assert "Kirim laporan progres" in masuk("kasi_pmd").get(f"/realisasi/{tempat.periode}").text


@pytest.mark.parametrize("siapa", ["camat", "kasubag_umum", "kasi_pelayanan", "staf_perencanaan", "admin"])
def test_only_the_holder_of_the_step_returns_or_passes_over(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat, siapa: str
) -> None:
    klien = masuk(siapa)
    for unit, kata, data in (
        (tempat.unit, "pengembalian", {f"k{tempat.unit}-alasan": "x"}),
        (tempat.lain, "pelewatan", {f"l{tempat.lain}-alasan": "x"}),
        (tempat.lain, "penantian", {}),
    ):
        assert klien.post(tempat.url(unit, kata), data=data).status_code == 403
        assert klien.get(tempat.url(unit, kata)).status_code == 405
    assert not semua(aplikasi, PengembalianProgres)


def test_a_unit_outside_the_pk_is_not_found(masuk: Masuk, tempat: Tempat) -> None:
    klien = masuk("kasubag_perencanaan")
    for unit in (10**17, 1):
        assert klien.post(tempat.url(unit, "penantian")).status_code == 404


def test_the_step_is_completed_when_all_are_in(aplikasi: Flask, masuk: Masuk, tempat: Tempat) -> None:
    klien = masuk("kasubag_perencanaan")
    selesai = f"/tugas/{tempat.tugas}/penyelesaian"
    jawab = klien.post(selesai, data={"catatan": ""})
    assert jawab.status_code == 422
    assert "Belum: " in jawab.text
    with aplikasi.app_context():
        unit = {i.unit_id for i in db.session.execute(select(Indikator)).scalars()} - {tempat.unit}
    for u in unit:
        assert (
            klien.post(tempat.url(u, "pelewatan"), data={f"l{u}-alasan": "tidak mengirim"}).status_code == 303
        )
    assert klien.post(selesai, data={"catatan": ""}).status_code == 303
    teks = klien.get(f"/tugas/{tempat.tugas}").text
    assert "Tunggu unit ini lagi" not in teks and "Kembalikan kepada unit" not in teks
    assert klien.post(tempat.url(tempat.lain, "penantian")).status_code == 409

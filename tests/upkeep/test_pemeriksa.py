"""While the office is served the check comes by itself every week, or when asked for; one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from kinerja.archive.gudang import jalur
from kinerja.models import db
from kinerja.models.pemeriksaan import PeriksaArsip
from kinerja.operations import periksa_arsip as verba
from kinerja.upkeep import pemeriksa as modul
from kinerja.upkeep.pemeriksa import TUNDA, Berhenti, Pemeriksa, jalankan
from kinerja.web.transaksi import pembuka
from tests.conftest import HARI_UJI, buat_aplikasi
from tests.data_uji_arsip import siap_disahkan, terbit
from tests.kantor_uji import bangun, orang_uji
from tests.rusakkan import balik

MINGGU = timedelta(days=7)


class Jam:
    """A clock the test sets."""

    def __init__(self) -> None:
        self.kini = HARI_UJI
        self.jalan = TUNDA + 1.0

    def __call__(self) -> datetime:
        return self.kini


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """An office in a file, with one document."""
    hasil = buat_aplikasi(tmp_path, SQLALCHEMY_DATABASE_URI=f"sqlite:///{tmp_path / 'kinerja.db'}")
    with hasil.app_context():
        db.create_all()
        bangun(db.session())
        terbit(db.session(), tmp_path, siap_disahkan(db.session()))
        db.session.commit()
    yield hasil
    with hasil.app_context():
        db.engine.dispose()


@pytest.fixture
def jam() -> Jam:
    return Jam()


@pytest.fixture
def pemeriksa(app: Flask, tmp_path: Path, jam: Jam, monkeypatch: pytest.MonkeyPatch) -> Pemeriksa:
    monkeypatch.setattr(modul, "rendahkan", lambda: None)
    return Pemeriksa(pembuka(app), tmp_path, jam, jalan_detik=lambda: jam.jalan)


def semua(app: Flask) -> list[PeriksaArsip]:
    with app.app_context():
        return list(db.session.execute(select(PeriksaArsip).order_by(PeriksaArsip.id)).scalars())


def test_the_weekly_check_waits_for_the_server_then_comes_once_a_week(
    app: Flask, jam: Jam, pemeriksa: Pemeriksa
) -> None:
    jam.jalan = TUNDA - 1.0
    assert not pemeriksa.putaran()
    jam.jalan = TUNDA + 1.0
    assert pemeriksa.putaran()
    assert not pemeriksa.putaran()
    jam.kini += MINGGU - timedelta(minutes=1)
    assert not pemeriksa.putaran()
    jam.kini += timedelta(minutes=1)
    assert pemeriksa.putaran()
    satu, dua = semua(app)
    assert satu.sebab == "mingguan" and satu.oleh_nama == "" and satu.rusak == []
    assert satu.berkas == satu.jumlah == 1 and satu.bita > 0 and satu.kepala_seq > 0
    assert dua.selesai_pada is not None and dua.kepala_seq == satu.kepala_seq + 1, "its own audit row"


def test_what_somebody_asked_for_comes_at_once_and_finds_the_damage(
    app: Flask, tmp_path: Path, jam: Jam, pemeriksa: Pemeriksa
) -> None:
    jam.jalan = 1.0
    (berkas,) = [p for p in (tmp_path / "arsip").rglob("*") if p.is_file()]
    balik(berkas)
    with pembuka(app)(True) as sesi:
        verba.minta(sesi, orang_uji(sesi, "admin"), jam.kini)
    assert pemeriksa.putaran()
    (baris,) = semua(app)
    assert baris.sebab == "permintaan" and baris.oleh_nama == "Admin sistem Uji"
    assert [(t["jenis"], t["sha256"]) for t in baris.rusak] == [("isi", berkas.name)]
    assert jalur(tmp_path, berkas.name) == berkas


def test_a_check_of_the_command_line_counts_and_one_that_runs_elsewhere_is_not_doubled(
    app: Flask, jam: Jam, pemeriksa: Pemeriksa
) -> None:
    with pembuka(app)(True) as sesi:
        verba.mulai(sesi, verba.MINGGUAN, "", jam.kini)
    assert not pemeriksa.putaran()
    with pembuka(app)(True) as sesi:
        verba.catat_selesai(sesi, verba.HasilTercatat(1, 1, [], [], 0, ""), jam.kini, 1)
    jam.kini += timedelta(days=1)
    assert not pemeriksa.putaran()


def test_signs_of_life_are_left_and_others_write_meanwhile(
    app: Flask, tmp_path: Path, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modul, "DENYUT_DETIK", 0)
    buka = pembuka(app)
    with buka(True) as sesi:
        periksa_id = verba.minta(sesi, orang_uji(sesi, "admin"), jam.kini).id
    jam.kini += timedelta(minutes=1)
    ditulis = []

    def sambil(_kemajuan: object) -> None:
        with buka(True) as sesi:
            ditulis.append(sesi.get_one(PeriksaArsip, periksa_id).selesai_pada)

    jalankan(buka, tmp_path, periksa_id, jam, lapor=sambil, santai=True)
    (baris,) = semua(app)
    assert ditulis == [None] and baris.jumlah == 1
    assert baris.selesai_pada is not None and baris.selesai_pada >= jam.kini


def test_a_server_that_stops_leaves_the_check_without_an_end(app: Flask, tmp_path: Path, jam: Jam) -> None:
    buka = pembuka(app)
    with buka(True) as sesi:
        periksa_id = verba.minta(sesi, orang_uji(sesi, "admin"), jam.kini).id
    with pytest.raises(Berhenti):
        jalankan(buka, tmp_path, periksa_id, jam, berhenti=lambda: True)
    (baris,) = semua(app)
    assert baris.selesai_pada is None

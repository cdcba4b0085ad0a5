"""The outbox is sent, tried again while the server is away, survives a restart, and each mail goes once."""

from __future__ import annotations

import socket
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, update

from kinerja.cli.serve import mulai_surel
from kinerja.domain.disposisi import Sifat
from kinerja.domain.surel import MAKS_PERCOBAAN, PeladenSurel, baca_smtp
from kinerja.models import db
from kinerja.models.pegawai import Pegawai
from kinerja.models.pemberitahuan import Pemberitahuan, SurelKeluar
from kinerja.upkeep.surel import putaran
from kinerja.web.transaksi import pembuka
from tests.conftest import HARI_UJI, buat_aplikasi
from tests.data_uji_disposisi import bebas
from tests.kantor_uji import bangun
from tests.peladen_surel import peladen_surel

ALAMAT = "http://192.168.1.5:8000"
SURAT_KASI = "pmd@kantor.test"


def porta_mati() -> int:
    with socket.create_server(("127.0.0.1", 0)) as pintu:
        return int(pintu.getsockname()[1])


def kirim(app: Flask, porta: int, pada: datetime = HARI_UJI) -> int:
    """One round of a sender that has just started."""
    peladen = baca_smtp(f"smtp://127.0.0.1:{porta}?from=kinerja@kantor.test")
    return putaran(pembuka(app), peladen, ALAMAT, lambda: (HARI_UJI, HARI_UJI.date()), lambda: pada)


def buat(folder: Path) -> Flask:
    return buat_aplikasi(folder, SQLALCHEMY_DATABASE_URI=f"sqlite:///{folder / 'kinerja.db'}")


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    """An office in a file: one disposisi waits for a Kasi with an address."""
    app = buat(tmp_path)
    with app.app_context():
        db.create_all()
        bangun(db.session(), buka=None)
        db.session.execute(
            update(Pegawai).where(Pegawai.nama_pengguna == "kasi_pmd").values(surel=SURAT_KASI)
        )
        slip = bebas(db.session(), "camat", "kasi_pmd", hal="Rapat persiapan Musrenbang")
        slip.cabang[0].dibuat_pada = HARI_UJI
        db.session.commit()
        db.engine.dispose()
    return tmp_path


def antrean(app: Flask) -> list[SurelKeluar]:
    with app.app_context():
        return list(db.session.execute(select(SurelKeluar).order_by(SurelKeluar.id)).scalars())


def test_a_mail_waits_while_the_server_is_down_survives_a_restart_and_is_sent_once(kantor: Path) -> None:
    porta = porta_mati()
    lama = buat(kantor)
    assert kirim(lama, porta) == 0
    (satu,) = antrean(lama)
    assert (satu.percobaan, satu.terkirim_pada, satu.gagal_pada) == (1, None, None)
    assert "tidak dapat dihubungi" in satu.galat
    with lama.app_context():
        db.engine.dispose()
    baru = buat(kantor)
    with peladen_surel(porta) as peladen:
        assert kirim(baru, porta, HARI_UJI + timedelta(minutes=1)) == 0, "its turn has not come"
        assert kirim(baru, porta, HARI_UJI + timedelta(minutes=3)) == 1
        assert kirim(baru, porta, HARI_UJI + timedelta(minutes=9)) == 0
        (pesan,) = peladen.diterima
    assert (pesan["To"], pesan["From"]) == (SURAT_KASI, "kinerja@kantor.test")
    assert "Rapat persiapan Musrenbang" in str(pesan["Subject"])
    isi = pesan.get_payload(decode=True)
    assert isinstance(isi, bytes)
    assert isi.decode().strip().splitlines()[1:] == [f"{ALAMAT}/pemberitahuan"]
    (satu,) = antrean(baru)
    assert satu.terkirim_pada is not None and satu.galat == ""
    with baru.app_context():
        kabar = db.session.execute(select(Pemberitahuan)).scalar_one()
        assert kabar.dibaca_pada is None and satu.kunci.endswith(kabar.kunci)
        db.engine.dispose()


def test_what_is_secret_is_never_in_a_mail(kantor: Path) -> None:
    app = buat(kantor)
    with app.app_context():
        bebas(db.session(), "camat", "kasi_pmd", sifat=Sifat.RAHASIA, hal="Pemeriksaan khusus").cabang[
            0
        ].dibuat_pada = HARI_UJI
        db.session.commit()
    with peladen_surel() as peladen:
        assert kirim(app, peladen.porta) == 2
        semua = "".join(p.as_string() for p in peladen.diterima)
    assert "Pemeriksaan" not in semua and "Disposisi" in semua
    assert not [s for s in antrean(app) if "Pemeriksaan" in s.perihal + s.isi]
    with app.app_context():
        db.engine.dispose()


def test_an_address_refused_for_good_is_given_up_and_a_silent_server_after_the_last_attempt(
    kantor: Path,
) -> None:
    app = buat(kantor)
    with peladen_surel(tolak=(SURAT_KASI,)) as peladen:
        assert kirim(app, peladen.porta) == 0
    (satu,) = antrean(app)
    assert satu.gagal_pada == HARI_UJI and satu.galat.startswith("Alamat ditolak: 550")
    with app.app_context():
        db.session.execute(update(SurelKeluar).values(gagal_pada=None, percobaan=0, coba_lagi_pada=HARI_UJI))
        db.session.commit()
    pada = HARI_UJI
    for _ in range(MAKS_PERCOBAAN):
        pada += timedelta(hours=13)
        kirim(app, porta_mati(), pada)
    (satu,) = antrean(app)
    assert satu.percobaan == MAKS_PERCOBAAN and satu.gagal_pada == pada
    with app.app_context():
        db.engine.dispose()


def test_a_password_is_never_sent_in_the_clear(kantor: Path) -> None:
    app = buat(kantor)
    with peladen_surel() as peladen:
        rahasia = PeladenSurel("127.0.0.1", peladen.porta, False, "a@b.id", "a", "sandi")
        putaran(pembuka(app), rahasia, ALAMAT, lambda: (HARI_UJI, HARI_UJI.date()), lambda: HARI_UJI)
        assert peladen.diterima == []
    assert antrean(app)[0].percobaan == 1
    with app.app_context():
        db.engine.dispose()


def test_without_the_setting_no_thread_is_started(_aplikasi: Flask) -> None:
    assert mulai_surel(_aplikasi, "127.0.0.1", 5375) is None
    assert not [u for u in threading.enumerate() if u.name == "kinerja-surel"]

"""After each act of the year story, for every role: inbox, its counter and the bell say the same.

The rows are held against each other for every role each time; pages and lists for some roles in turn.
"""

from __future__ import annotations

import contextvars
import re
import types
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from kinerja.demo import lakon, sahkan
from kinerja.demo.kantor_contoh import PEMERAN, isi_kantor, isi_orang
from kinerja.demo.panggung import Panggung
from kinerja.documents.cetak import HasilCetak
from kinerja.domain.disposisi import Sifat
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.catatan import Catatan
from kinerja.models.kantor import kantor
from kinerja.models.lembar_sop import lembar_terbaru
from kinerja.models.pegawai import Pegawai
from kinerja.models.pemberitahuan import Pemberitahuan
from kinerja.models.sesi import Sesi
from kinerja.operations import pemberitahuan as verba
from kinerja.operations import periode
from kinerja.operations.disposisi import cabang as disposisi_cabang
from kinerja.operations.disposisi import verba as disposisi
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.masuk import hash_token
from kinerja.operations.orang import pelaku_dari
from kinerja.operations.pemasangan import pasang
from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat
from tests.conftest import buat_aplikasi
from tests.data_uji_arsip import pdf_uji

pytestmark = pytest.mark.lambat
TAHUN = 2026
LAMA = timedelta(days=9999)
SERUPA = 1  # every n-th of a row of acts of one kind (an indikator, another …) is looked at: each one
HALAMAN = 6  # the rows for every role each time, the pages of every sixth role in turn
JUMLAH = re.compile(r'id="jumlah-(tugas|kabar)"[^>]*>(?:<b>(\d+)</b>)?')


class Juri:
    """Looks at the office with everybody's eyes after each act that left an audit row."""

    def __init__(self, app: Flask) -> None:
        self.app, self.seq, self.dalam, self.tindakan = app, 0, 0, 0
        self.diperiksa = 0
        self.kini = datetime(TAHUN, 1, 1, tzinfo=UTC)
        self.klien: dict[str, FlaskClient] = {}
        self.pernah = {"baru": 0, "dekat": 0, "lewat": 0, "jawab": 0, "batal": 0}
        self.sama, self.terakhir = 0, ""

    def masukkan(self) -> None:
        for nama in PEMERAN:
            orang = db.session.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama)).scalar_one()
            db.session.add(
                Sesi(
                    token_hash=hash_token(nama),
                    pegawai_id=orang.id,
                    dibuat_pada=self.kini,
                    terlihat_pada=self.kini + LAMA,
                )
            )
            self.klien[nama] = self.app.test_client()
            contextvars.Context().run(self._kue, nama)
        db.session.commit()

    def _kue(self, nama: str) -> None:
        with self.klien[nama].session_transaction() as kue:
            kue["_user_id"] = nama

    def jaga(self, verba_asli: Callable[..., Any]) -> Callable[..., Any]:
        def terjaga(*isi: Any, **kw: Any) -> Any:
            self.dalam += 1
            try:
                hasil = verba_asli(*isi, **kw)
            finally:
                self.dalam -= 1
            if self.dalam == 0:
                self.sesudah()
            return hasil

        return terjaga

    def sesudah(self) -> None:
        """The newest act's own moment is now."""
        db.session.flush()
        seq = db.session.execute(select(func.max(Catatan.seq))).scalar() or 0
        if seq == self.seq:
            return
        self.seq = seq
        self.tindakan += 1
        pada, apa = db.session.execute(select(Catatan.pada, Catatan.tindakan).where(Catatan.seq == seq)).one()
        self.kini = max(self.kini, pada)
        db.session.commit()
        self.sama, self.terakhir = (self.sama + 1 if apa == self.terakhir else 0), apa
        if self.sama % SERUPA == 0:
            self.periksa()

    def periksa(self) -> None:
        for ke, nama in enumerate(PEMERAN):
            giliran = (self.diperiksa + ke) % len(PEMERAN)
            # as a request of its own
            contextvars.Context().run(self._satu, nama, giliran % HALAMAN == 0, giliran == 0)
        self.diperiksa += 1

    def _satu(self, nama: str, halaman: bool, baca: bool) -> None:
        with self.app.app_context():
            sesi = db.session()
            orang = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama)).scalar_one()
            pelaku = pelaku_dari(sesi, orang, (self.kini + timedelta(hours=7)).date())
            butir = isi_kotak(sesi, pelaku, self.kini)
            belum = verba.belum_dibaca(sesi, pelaku, butir, self.kini, kantor(sesi))
            kunci = {
                k.kunci: b
                for k, b in zip(verba.kabar_kotak(butir, self.kini, kantor(sesi)), butir, strict=True)
            }
            dibaca = set(
                sesi.execute(
                    select(Pemberitahuan.kunci).where(
                        Pemberitahuan.pegawai_id == orang.id, Pemberitahuan.dibaca_pada.is_not(None)
                    )
                ).scalars()
            )
        kerja = {k.kunci for k in belum if k.kerja}
        assert len(kunci) == len(butir), (nama, "two lines of the inbox share a notice")
        assert kerja <= set(kunci), (nama, "told of work that is not in the inbox")
        assert set(kunci) - kerja <= dibaca, (nama, "a line of the inbox was never told")
        for k in belum:
            if k.peristiwa.value in self.pernah:
                self.pernah[k.peristiwa.value] += 1
        if not halaman:
            return
        hal = self.klien[nama].get("/").text
        angka = {kata: int(n or 0) for kata, n in JUMLAH.findall(hal)}
        baris = (
            0
            if "Tidak ada yang menunggu Anda" in hal
            else hal.count('<article class="kerjakan') + hal.count('<li class="baris">')
        )
        assert (angka["tugas"], angka["kabar"]) == (len(butir), len(belum)), (nama, self.kini, angka)
        assert baris == len(butir), (nama, self.kini)
        if baca:
            self._baca(nama, [k.kunci for k in belum])

    def _baca(self, nama: str, kunci: list[str]) -> None:
        """The bell's list has as many lines as the bell says; read, it is empty, and the inbox is as it was."""
        hal = self.klien[nama].get("/pemberitahuan/").text
        assert hal.count('<li class="baris baris-berdua">') == len(kunci), nama
        self.klien[nama].post("/pemberitahuan/dibaca", data={"kunci": kunci})
        hal = self.klien[nama].get("/").text
        assert dict(JUMLAH.findall(hal))["kabar"] == "", nama


class _Modul:
    """An operations module whose verbs are watched."""

    def __init__(self, modul: types.ModuleType, juri: Juri) -> None:
        self._modul, self._juri = modul, juri

    def __getattr__(self, nama: str) -> Any:
        ada = getattr(self._modul, nama)
        return self._juri.jaga(ada) if isinstance(ada, types.FunctionType) else ada


def _awasi(juri: Juri, monkeypatch: pytest.MonkeyPatch) -> None:
    for modul in (lakon, sahkan):
        for nama, ada in list(vars(modul).items()):
            asal = getattr(ada, "__module__", None) or getattr(ada, "__name__", "")
            if isinstance(ada, types.ModuleType) and ada.__name__.startswith("kinerja.operations"):
                monkeypatch.setattr(modul, nama, _Modul(ada, juri))
            elif isinstance(ada, types.FunctionType) and str(asal).startswith("kinerja.operations"):
                monkeypatch.setattr(modul, nama, juri.jaga(ada))


@pytest.fixture
def panggung(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Panggung, Juri]]:
    app = buat_aplikasi(tmp_path, SESI_DIAM=LAMA, SESI_PALING_LAMA=LAMA)
    juri = Juri(app)
    for tempat in ("jam", "pengguna"):
        monkeypatch.setattr(f"kinerja.web.{tempat}.waktu_nyata", lambda: juri.kini)
    with app.app_context():
        db.create_all()
        p = Panggung(
            db.session(), tmp_path, TAHUN, lambda *_a, **_k: HasilCetak(pdf_uji(2, "laporan"), 2, "")
        )
        awal = p.jam(1, 2)
        isi_kantor(pasang(p.sesi, muat(), PENGUMPULAN_DATA_KINERJA, awal), awal)
        isi_orang(p.sesi, "contoh-tarusan", awal)
        p.sesi.commit()
        juri.masukkan()
        yield p, juri
        db.session.remove()
        db.engine.dispose()
    menulis.set(False)


def test_inbox_counter_and_bell_agree_for_every_role_after_each_act_of_the_year(
    panggung: tuple[Panggung, Juri], monkeypatch: pytest.MonkeyPatch
) -> None:
    p, juri = panggung
    _awasi(juri, monkeypatch)
    lembar = p.sesi.execute(lembar_terbaru(PENGUMPULAN_DATA_KINERJA)).scalar_one()
    juri.jaga(periode.buka_tahun)(p.sesi, lembar, TAHUN, p.orang("umum"), p.jam(1, 5))
    lakon.pk_setahun(p)
    for ke, bulan, tahun in ((1, 4, TAHUN), (2, 7, TAHUN), (3, 10, TAHUN), (4, 1, TAHUN + 1)):
        tw = lakon.satu_triwulan(p, ke, p.jam(bulan, 4, tahun=tahun))
        sahkan.terbitkan_final(p, tw, p.jam(bulan, 20, tahun=tahun))
        sahkan.kembalikan_tertanda(p, tw, p.jam(bulan, 21, tahun=tahun), "Lemari 2")
        if ke in (2, 4):
            sem = lakon.satu_semester(p, ke // 2, p.jam(bulan, 22, tahun=tahun))
            sahkan.terbitkan_final(p, sem, p.jam(bulan, 30, tahun=tahun))
            sahkan.kembalikan_tertanda(p, sem, p.jam(bulan, 30, 11, tahun=tahun), "Lemari 2")
        _disposisi(p, juri, p.jam(bulan, 30, 13, tahun=tahun))
    lakon.satu_tahun(p, p.jam(2, 8, tahun=TAHUN + 1))
    assert juri.tindakan > 100 and juri.diperiksa > 60, (juri.tindakan, juri.diperiksa)
    assert all(juri.pernah.values()), juri.pernah


def _disposisi(p: Panggung, juri: Juri, pada: datetime) -> None:
    """A slip to three Kasi: one answers, one is cancelled, one never answers."""
    p.babak()
    tenggat = (pada + timedelta(days=3)).date()
    slip = juri.jaga(disposisi.buat_disposisi)(
        p.sesi,
        p.orang("camat"),
        pada,
        hal="Rapat koordinasi",
        sifat=Sifat.SEGERA,
        instruksi=["Hadiri/wakili"],
        catatan="",
        penerima=[(p.jabatan(k).id, tenggat) for k in ("trantib", "kesos", "pelayanan")],
    )
    satu, dua, _terlambat = [c.id for c in slip.cabang]
    p.babak()
    juri.jaga(disposisi_cabang.selesaikan)(
        p.sesi, satu, p.orang("trantib"), pada + timedelta(hours=1), balasan="Hadir."
    )
    p.babak()
    juri.jaga(disposisi_cabang.batalkan)(p.sesi, dua, p.orang("camat"), pada + timedelta(hours=2))

"""The fixity check with its row: begun, signs of life while it runs, and what it found."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import SudahDikerjakan
from kinerja.domain.keutuhan import Temuan
from kinerja.operations import periksa_arsip as verba
from kinerja.upkeep.jangkar import Jangkar
from kinerja.upkeep.verify import HasilPeriksa, periksa
from kinerja.upkeep.verify_arsip import Kemajuan, diam

Buka = Callable[[bool], AbstractContextManager[Session]]  # True: a writing transaction, committed at its end
Jam = Callable[[], datetime]

DETIK = 60  # between two looks whether a check is due
TUNDA = 300  # seconds the server runs before a weekly check; people come first
DENYUT_DETIK = 2
DISIMPAN = 500  # findings of one run that its row keeps


class Berhenti(Exception):
    """The server stops; the run stays without an end."""


class Pemeriksa:
    """Looks for a check to do and does it. ``jalan_detik`` is how long the server has been up."""

    def __init__(
        self,
        buka: Buka,
        data: Path,
        jam: Jam,
        *,
        jalan_detik: Callable[[], float],
        berhenti: Callable[[], bool] = lambda: False,
    ) -> None:
        self._buka, self._data, self._jam = buka, data, jam
        self._jalan_detik, self._berhenti = jalan_detik, berhenti

    def putaran(self) -> bool:
        """One look: run what somebody asked for, else the weekly check when it is due; True if one ran."""
        kini = self._jam()
        with self._buka(False) as sesi:
            diminta = verba.berjalan(sesi, kini)
            periksa_id = diminta.id if diminta is not None and diminta.sebab == verba.PERMINTAAN else None
            mingguan = periksa_id is None and self._jalan_detik() >= TUNDA and verba.saatnya(sesi, kini)
        if mingguan:
            try:
                with self._buka(True) as sesi:
                    periksa_id = verba.mulai(sesi, verba.MINGGUAN, "", kini).id
            except SudahDikerjakan:  # from the command line, just now
                return False
        if periksa_id is None:
            return False
        rendahkan()
        jalankan(self._buka, self._data, periksa_id, self._jam, santai=mingguan, berhenti=self._berhenti)
        return True


def jalankan(
    buka: Buka,
    data: Path,
    periksa_id: int,
    jam: Jam,
    *,
    jangkar: Sequence[Jangkar] = (),
    santai: bool = False,
    berhenti: Callable[[], bool] = lambda: False,
    lapor: Callable[[Kemajuan], None] = diam,
) -> HasilPeriksa:
    """Do the run of a row that was begun, and finish the row. ``santai``: work half of the time only."""
    denyut = _Denyut(buka, periksa_id, jam, santai, berhenti, lapor)
    mulai = time.monotonic()
    awal = jam()
    with buka(False) as sesi:
        hasil = periksa(sesi, data, jangkar=jangkar, lapor=denyut)
    lama = timedelta(seconds=time.monotonic() - mulai)  # a clock that was set meanwhile tells nothing
    with buka(True) as sesi:
        verba.selesaikan(sesi, periksa_id, tercatat(hasil), awal + lama)
    return hasil


def tercatat(hasil: HasilPeriksa) -> verba.HasilTercatat:
    """What the row keeps of a result."""
    return verba.HasilTercatat(
        hasil.berkas,
        hasil.bita,
        _data(hasil.rusak),
        _data(hasil.catatan),
        hasil.kepala.seq if hasil.kepala else 0,
        hasil.kepala.hash if hasil.kepala else "",
    )


def _data(temuan: list[Temuan]) -> list[dict[str, str]]:
    """As kept; of very many the first ones, and how many more."""
    disebut = temuan[:DISIMPAN]
    if lebih := len(temuan) - len(disebut):
        kata = f"dan {lebih} lagi; daftar lengkapnya dari kinerja verify"
        disebut = [*disebut, Temuan(temuan[DISIMPAN].jenis, kata)]
    return [satu.ke_data() for satu in disebut]


def rendahkan() -> None:
    """Let this thread wait for everybody else (Linux; elsewhere it is a thread like others)."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 15)


class _Denyut:
    """Called after every file: signs of life now and then, rest, and the server's wish to stop."""

    def __init__(
        self,
        buka: Buka,
        periksa_id: int,
        jam: Jam,
        santai: bool,
        berhenti: Callable[[], bool],
        lapor: Callable[[Kemajuan], None],
    ) -> None:
        self._buka, self._id, self._jam = buka, periksa_id, jam
        self._santai, self._berhenti, self._lapor = santai, berhenti, lapor
        self._tadi = self._denyut = time.monotonic()

    def __call__(self, kini: Kemajuan) -> None:
        if self._berhenti():
            raise Berhenti
        self._lapor(kini)
        saat = time.monotonic()
        if self._santai:
            time.sleep(min(1.0, saat - self._tadi))
        if saat - self._denyut >= DENYUT_DETIK:
            self._denyut = saat
            with suppress(DatabaseError), self._buka(True) as sesi:  # the next one may be written again
                verba.berdenyut(sesi, self._id, kini.berkas, kini.bita, kini.jumlah, self._jam())
        self._tadi = time.monotonic()

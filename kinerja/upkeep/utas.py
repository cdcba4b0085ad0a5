"""A thread of ``kinerja serve`` that does one round of a job after another, never anywhere else."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger("kinerja.utas")


class Utas:
    """``kerja`` is one round; what it throws is logged, and the next round comes ``detik`` later."""

    def __init__(self, nama: str, kerja: Callable[[], object], detik: float) -> None:
        self._kerja, self._detik = kerja, detik
        self._cukup, self._bangun = threading.Event(), threading.Event()
        self._utas = threading.Thread(target=self._putar, name=nama, daemon=True)

    def mulai(self) -> None:
        """The first round begins now."""
        self._utas.start()

    def bangunkan(self) -> None:
        """The next round begins now; if one runs, right after it."""
        self._bangun.set()

    def berhenti(self) -> None:
        """No further round; one that waits for something outside is not waited for."""
        self._cukup.set()
        self._bangun.set()
        self._utas.join(2)

    @property
    def jalan(self) -> bool:
        """Is the thread alive?"""
        return self._utas.is_alive()

    @property
    def cukup(self) -> bool:
        """Was it told to stop? A long round looks here."""
        return self._cukup.is_set()

    def _putar(self) -> None:
        while not self._cukup.is_set():
            self._bangun.clear()
            try:
                self._kerja()
            except Exception:
                _log.exception("putaran %s gagal", self._utas.name)
            self._bangun.wait(self._detik)

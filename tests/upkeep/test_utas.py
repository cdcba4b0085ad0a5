"""A thread does one round after another, survives a failing one, wakes when told, and stops when told."""

from __future__ import annotations

import threading

from kinerja.upkeep.utas import Utas


def test_the_thread_goes_on_after_a_round_that_failed_and_stops_when_told() -> None:
    cukup, jumlah = threading.Event(), []

    def kerja() -> None:
        jumlah.append(1)
        if len(jumlah) == 1:
            raise RuntimeError("sekali saja")
        cukup.set()

    utas = Utas("uji", kerja, 0.01)
    utas.mulai()
    assert cukup.wait(5) and utas.jalan and not utas.cukup
    utas.berhenti()
    banyak = len(jumlah)
    assert not utas.jalan and utas.cukup and len(jumlah) == banyak


def test_a_thread_that_waits_long_is_woken_for_its_next_round() -> None:
    putaran = threading.Semaphore(0)
    utas = Utas("uji", putaran.release, 3600)
    utas.mulai()
    assert putaran.acquire(timeout=5)
    utas.bangunkan()
    assert putaran.acquire(timeout=5)
    utas.berhenti()
    assert not utas.jalan

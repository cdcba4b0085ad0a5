"""A waitress server in a thread of a test, closed without a race."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def melayani(server: Any) -> Iterator[str]:
    """The server's loop in a thread, round by round: closed by that thread itself, never under its select.

    Gives the address, without a slash at its end.
    """
    cukup = threading.Event()

    def putar() -> None:
        while not cukup.is_set():
            server.asyncore.loop(timeout=0.2, map=server._map, count=1)
        server.task_dispatcher.shutdown()
        server.asyncore.close_all(server._map)

    utas = threading.Thread(target=putar, daemon=True)
    utas.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        cukup.set()
        utas.join(10)
    assert not utas.is_alive()

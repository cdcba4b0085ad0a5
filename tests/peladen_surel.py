"""A mail server of a few lines for tests: takes mail on a port of its own, or refuses a recipient."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message


class _Percakapan(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        peladen = self.server
        assert isinstance(peladen, PeladenUji)
        self._jawab("220 uji")
        while baris := self.rfile.readline():
            kata = baris.decode().strip()
            perintah = kata.upper()
            if perintah.startswith("EHLO"):
                self._jawab("250 uji")
            elif perintah.startswith("RCPT"):
                self._jawab("550 tidak dikenal" if any(a in kata for a in peladen.tolak) else "250 ya")
            elif perintah == "DATA":
                self._jawab("354 silakan")
                isi = b""
                while (satu := self.rfile.readline()) != b".\r\n":
                    isi += satu
                peladen.diterima.append(message_from_bytes(isi))
                self._jawab("250 diterima")
            elif perintah == "QUIT":
                self._jawab("221 sampai jumpa")
                return
            else:
                self._jawab("250 ya")

    def _jawab(self, kata: str) -> None:
        self.wfile.write(f"{kata}\r\n".encode())


class PeladenUji(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, porta: int = 0, tolak: tuple[str, ...] = ()) -> None:
        super().__init__(("127.0.0.1", porta), _Percakapan)
        self.diterima: list[Message] = []
        self.tolak = tolak

    @property
    def porta(self) -> int:
        return int(self.server_address[1])


@contextmanager
def peladen_surel(porta: int = 0, tolak: tuple[str, ...] = ()) -> Iterator[PeladenUji]:
    with PeladenUji(porta, tolak) as peladen:
        utas = threading.Thread(target=peladen.serve_forever, args=(0.05,), daemon=True)
        utas.start()
        try:
            yield peladen
        finally:
            peladen.shutdown()
            utas.join(5)

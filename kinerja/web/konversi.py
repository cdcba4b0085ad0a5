"""URL parts: plain ASCII numbers only; Werkzeug's own ``int`` takes other scripts' digits and any length."""

from __future__ import annotations

from flask import Flask
from werkzeug.routing import BaseConverter


class Nomor(BaseConverter):
    """``<nomor:id>``: 1 to 18 ASCII digits, as int."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(int(value))


def pasang(app: Flask) -> None:
    app.url_map.converters["nomor"] = Nomor

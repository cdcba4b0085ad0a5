"""Headers on every answer."""

from __future__ import annotations

from flask import Flask, request
from flask_login import current_user
from werkzeug.wrappers import Response

CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)


def pasang(app: Flask) -> None:
    @app.after_request
    def _kepala(jawab: Response) -> Response:
        kepala = jawab.headers
        kepala.setdefault("Content-Security-Policy", CSP)
        kepala["X-Content-Type-Options"] = "nosniff"
        kepala["Referrer-Policy"] = "same-origin"
        kepala["X-Frame-Options"] = "DENY"
        kepala["Cross-Origin-Opener-Policy"] = "same-origin"
        if app.config["HTTPS"]:
            kepala["Strict-Transport-Security"] = "max-age=31536000"
        statis = request.endpoint in ("static", "pustaka.htmx") or (request.endpoint or "").endswith(
            ".static"
        )
        if statis:
            kepala["Cache-Control"] = "public, max-age=3600"
        elif current_user.is_authenticated or request.method != "GET":
            kepala["Cache-Control"] = "no-store"
        return jawab

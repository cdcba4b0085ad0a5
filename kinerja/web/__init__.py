"""The web layer: blueprints, access, forms and the htmx answer. Only create_app imports this package."""

from __future__ import annotations

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from kinerja.web import akses, galat, keamanan, konversi, pengguna, transaksi, unggahan
from kinerja.web.cetak_biru import SEMUA
from kinerja.web.templat import siapkan_templat

csrf = CSRFProtect()


def pasang(app: Flask) -> None:
    """Put every part of the web layer on the application."""
    if app.config["PROXY"]:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=app.config["PROXY"], x_proto=app.config["PROXY"], x_host=app.config["PROXY"]
        )
    konversi.pasang(app)
    transaksi.pasang(app)
    unggahan.pasang(app)
    csrf.init_app(app)
    pengguna.pasang(app)
    akses.pasang(app)
    keamanan.pasang(app)
    galat.pasang(app)
    siapkan_templat(app)
    for cetak_biru in SEMUA:
        app.register_blueprint(cetak_biru)

"""WSGI entry for other servers: ``waitress-serve wsgi:app``. ``kinerja serve`` needs no other."""

from kinerja import create_app

app = create_app()

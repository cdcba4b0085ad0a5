"""Time in words on the pages: working time, by the office's own hours."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask

from kinerja.domain.jam_kerja import JAM_CONTOH, ke_json
from kinerja.models import db
from kinerja.models.kantor import kantor
from kinerja.web.kata_waktu import lama, menit_sejak, sehari
from tests.conftest import HARI_UJI


def test_minutes_are_said_in_the_offices_working_days(aplikasi: Flask) -> None:
    with aplikasi.test_request_context("/"):
        assert (lama(None), lama(0), lama(125)) == ("–", "kurang dari 1 menit", "2 jam 5 menit")
        assert (sehari(), lama(450)) == (450, "1 hari kerja")
    with aplikasi.app_context():
        kantor(db.session()).jam_kerja = ke_json(((((480, 780)),),) * 5)
        db.session.commit()
    with aplikasi.test_request_context("/"):
        assert lama(450) == "1 hari kerja 2 jam"


def test_the_time_so_far_is_reckoned_as_a_completion_would_be(aplikasi: Flask) -> None:
    """HARI_UJI is a Thursday, 09.00."""
    with aplikasi.test_request_context("/"):
        assert menit_sejak(HARI_UJI - timedelta(minutes=30)) == 30
        assert menit_sejak(HARI_UJI - timedelta(days=1)) == sum(b - a for a, b in JAM_CONTOH[2])
        assert menit_sejak(HARI_UJI - timedelta(hours=4), HARI_UJI - timedelta(hours=3)) == 60  # before work

"""The blueprint of disposisi; its views lie in the modules ``disposisi`` and ``disposisi_…``."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("disposisi", __name__, url_prefix="/disposisi")

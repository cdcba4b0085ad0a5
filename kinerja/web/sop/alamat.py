"""The blueprint of the SOP sheet; its views lie in the modules ``sop`` and ``sop_…``."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("sop", __name__)

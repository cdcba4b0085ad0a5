"""Where templates and static files lie: one lookup for a checkout and for an installed wheel."""

from __future__ import annotations

from pathlib import Path

PAKET = Path(__file__).resolve().parent


def folder_sumber(nama: str) -> Path:
    """``templates`` or ``static``: inside the package in a wheel, beside it in a checkout."""
    dalam = PAKET / nama
    return dalam if dalam.is_dir() else PAKET.parent / nama

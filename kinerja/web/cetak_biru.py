"""All blueprints, in the order of the menu."""

from __future__ import annotations

from kinerja.web import catatan, kotak, masuk, periode, siapkan, tugas

SEMUA = (masuk.bp, siapkan.bp, kotak.bp, tugas.bp, periode.bp, catatan.bp)

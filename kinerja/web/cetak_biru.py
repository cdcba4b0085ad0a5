"""All blueprints, in the order of the menu."""

from __future__ import annotations

from kinerja.web import catatan, kotak, masuk, periode, pustaka, siapkan, tugas

SEMUA = (pustaka.bp, masuk.bp, siapkan.bp, kotak.bp, tugas.bp, periode.bp, catatan.bp)

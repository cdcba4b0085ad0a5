"""Step 8 shows what step 5 shows."""

from __future__ import annotations

from kinerja.web.langkah.sosialisasi import konteks

__all__ = ["konteks"]

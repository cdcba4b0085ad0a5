"""Step 9 on the screen: the yearly report, Bab I–IV."""

from __future__ import annotations

from typing import Any

from kinerja.domain.jabatan import Pelaku
from kinerja.operations.tugas import Pekerjaan
from kinerja.web.langkah import susun


def konteks(kerja: Pekerjaan, pelaku: Pelaku) -> dict[str, Any]:
    return {**susun.konteks(kerja, pelaku), "dapat_diolah": True}

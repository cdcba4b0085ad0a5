"""An office with one issued document and its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from kinerja.models.dokumen import Dokumen
from tests.data_uji_arsip import siap_disahkan, terbit


@pytest.fixture
def dokumen(sesi: Session, tmp_path: Path) -> Dokumen:
    baru = terbit(sesi, tmp_path, siap_disahkan(sesi))
    sesi.refresh(baru, ["berkas"])
    return baru

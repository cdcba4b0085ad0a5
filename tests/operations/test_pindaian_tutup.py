"""The step that the signed PDF completes."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.operations.kotak import isi_kotak
from kinerja.operations.pindaian import sesuai
from kinerja.operations.pindaian_tutup import (
    dapat_ditutup,
    penutup,
    penutup_milik,
    tutup_dokumen,
    tutup_langkah,
)
from tests.data_uji_arsip import PADA, siap_disahkan, terbit
from tests.data_uji_pindaian import PENYUSUN, terima_uji
from tests.kantor_uji import AWAL, orang_uji


def test_an_archived_report_is_closed_with_one_button(sesi: Session, tmp_path: Path) -> None:
    tugas = siap_disahkan(sesi)
    dokumen = terbit(sesi, tmp_path, tugas)
    oleh, camat = orang_uji(sesi, PENYUSUN), orang_uji(sesi, "camat")
    assert penutup(sesi, dokumen) is tugas and penutup(sesi, dokumen, AWAL) is None
    assert penutup_milik(sesi, dokumen, camat) is tugas and dapat_ditutup(sesi, tugas, camat)
    assert penutup_milik(sesi, dokumen, orang_uji(sesi, "sekretaris")) is None
    with pytest.raises(MasukanSalah, match="belum diarsipkan"):
        tutup_langkah(sesi, tugas.id, oleh, PADA)
    sesuai(sesi, terima_uji(sesi, tmp_path, dokumen, 1, 2).id, "Rak", "", oleh, PADA)
    assert [b.keterangan for b in isi_kotak(sesi, camat, PADA)] == [
        "Triwulan I 2026 · PDF tertanda sudah diarsipkan, selesaikan"
    ]
    with pytest.raises(TidakBerwenang):
        tutup_dokumen(sesi, dokumen, orang_uji(sesi, "sekretaris"), PADA)
    assert tutup_dokumen(sesi, dokumen, camat, PADA) is tugas
    assert tugas.penyelesaian_id is not None and tugas.periode.ditutup_pada == PADA
    assert penutup(sesi, dokumen) is None and isi_kotak(sesi, camat, PADA) == []
    with pytest.raises(TidakDitemukan):
        tutup_dokumen(sesi, dokumen, camat, PADA)
    with pytest.raises(SudahDikerjakan):
        tutup_langkah(sesi, tugas.id, camat, PADA)

"""The schedule held against documents, and the list of what is due."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from kinerja.domain.retensi import KeadaanRetensi
from kinerja.models.dokumen import Dokumen
from kinerja.operations.retensi import jatuh_tempo, semua_kelas, simpan_dokumen
from tests.data_uji_daftar_arsip import dokumen_jadi, jadwal


@pytest.fixture
def surat(sesi: Session) -> list[Dokumen]:
    jadwal(sesi)
    return [
        dokumen_jadi(sesi, 1, 2020, "000.7.2.8"),  # over with 2022, to be destroyed
        dokumen_jadi(sesi, 2, 2019, "000.8.3.3"),  # over with 2024, permanent
        dokumen_jadi(sesi, 3, 2024, "000.1.5"),  # over with 2029
        dokumen_jadi(sesi, 4, 2010, "999.9"),  # no class
    ]


def nomor(sesi: Session, hari: date, **lain: object) -> list[int]:
    return [d.urut for d, _ in jatuh_tempo(sesi, hari, **lain)[0]]  # type: ignore[arg-type]


def test_what_is_over_is_listed_the_longest_due_first(sesi: Session, surat: list[Dokumen]) -> None:
    assert nomor(sesi, date(2022, 12, 31)) == []
    assert nomor(sesi, date(2023, 1, 1)) == [1]
    assert nomor(sesi, date(2026, 10, 8)) == [1, 2]
    assert nomor(sesi, date(2030, 1, 1)) == [1, 2, 3]
    assert nomor(sesi, date(2030, 1, 1), nasib="nilai") == [3]
    assert nomor(sesi, date(2030, 1, 1), batas=1, dari=1) == [2]
    assert jatuh_tempo(sesi, date(2030, 1, 1), batas=1)[1] == 3


def test_each_row_says_class_source_and_dates(sesi: Session, surat: list[Dokumen]) -> None:
    ((dokumen, simpan), *_), _ = jatuh_tempo(sesi, date(2026, 10, 8))
    assert dokumen is surat[0]
    assert simpan.keadaan is KeadaanRetensi.JATUH_TEMPO
    assert simpan.kelas is not None and simpan.kelas.sumber
    assert simpan.masa is not None and simpan.masa.jatuh_tempo == date(2023, 1, 1)


def test_a_document_without_a_class_is_never_due(sesi: Session, surat: list[Dokumen]) -> None:
    simpan = simpan_dokumen(surat[3], semua_kelas(sesi), date(2100, 1, 1))
    assert simpan.keadaan is KeadaanRetensi.TANPA_JADWAL
    assert simpan.kelas is None and simpan.masa is None
    assert 4 not in nomor(sesi, date(2100, 1, 1))


def test_the_list_takes_nothing_away(sesi: Session, surat: list[Dokumen]) -> None:
    jatuh_tempo(sesi, date(2100, 1, 1))
    assert sesi.query(Dokumen).count() == 4

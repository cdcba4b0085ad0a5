"""Reminding: who, when, how often."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.operations.disposisi.cabang import selesaikan, teruskan
from kinerja.operations.disposisi.ingatkan import ingatkan
from kinerja.operations.kotak.isi import isi_kotak
from tests.data_uji_disposisi import OKTOBER, TENGGAT, bebas, cabang_untuk, jabatan_uji
from tests.kantor_uji import orang_uji

JUMAT = datetime(2026, 10, 9, 2, 0, tzinfo=UTC)
MINGGU = datetime(2026, 10, 11, 2, 0, tzinfo=UTC)
SENIN = datetime(2026, 10, 12, 2, 0, tzinfo=UTC)


@pytest.fixture
def cabang(sesi: Session) -> int:
    return bebas(sesi, "camat", "kasi_pelayanan").cabang[0].id


def test_the_giver_reminds_and_the_inbox_says_so(sesi: Session, cabang: int) -> None:
    satu = ingatkan(sesi, cabang, orang_uji(sesi, "camat"), JUMAT)
    assert satu.diingatkan_pada == JUMAT
    catatan = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert (catatan.tindakan, catatan.objek) == ("ingatkan_disposisi", f"cabang:{cabang}")
    assert catatan.uraian.endswith("Kasi Pelayanan Umum diingatkan.")
    (butir,) = [
        b for b in isi_kotak(sesi, orang_uji(sesi, "kasi_pelayanan"), JUMAT) if b.jenis == "disposisi"
    ]
    assert (butir.diingatkan_pada, butir.diingatkan_oleh) == (JUMAT, "Camat")


def test_once_a_working_day(sesi: Session, cabang: int) -> None:
    camat = orang_uji(sesi, "camat")
    ingatkan(sesi, cabang, camat, JUMAT)
    for lagi in (JUMAT, MINGGU):
        with pytest.raises(SudahDikerjakan, match="hari kerja berikutnya"):
            ingatkan(sesi, cabang, camat, lagi)
    assert ingatkan(sesi, cabang, camat, SENIN).diingatkan_pada == SENIN


def test_what_was_forwarded_is_reminded_of_by_who_forwarded_it(sesi: Session, cabang: int) -> None:
    kasi = orang_uji(sesi, "kasi_pelayanan")
    (anak,) = teruskan(sesi, cabang, kasi, OKTOBER, [(jabatan_uji(sesi, "staf_pelayanan").id, TENGGAT)])
    with pytest.raises(TidakBerwenang, match="pemberinya"):
        ingatkan(sesi, anak.id, orang_uji(sesi, "camat"), JUMAT)
    ingatkan(sesi, anak.id, kasi, JUMAT)
    (butir,) = [
        b for b in isi_kotak(sesi, orang_uji(sesi, "staf_pelayanan"), JUMAT) if b.jenis == "disposisi"
    ]
    assert butir.diingatkan_oleh == "Kasi Pelayanan Umum"


def test_neither_the_recipient_nor_a_stranger_reminds(sesi: Session, cabang: int) -> None:
    with pytest.raises(TidakBerwenang):
        ingatkan(sesi, cabang, orang_uji(sesi, "kasi_pelayanan"), JUMAT)
    with pytest.raises(TidakDitemukan):
        ingatkan(sesi, cabang, orang_uji(sesi, "kasi_pmd"), JUMAT)


def test_what_is_answered_needs_no_reminder(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pelayanan")
    satu = cabang_untuk(d, jabatan_uji(sesi, "kasi_pelayanan"))
    selesaikan(sesi, satu.id, orang_uji(sesi, "kasi_pelayanan"), OKTOBER, balasan="Sudah.")
    with pytest.raises(SudahDikerjakan, match="Sudah diselesaikan"):
        ingatkan(sesi, satu.id, orang_uji(sesi, "camat"), JUMAT)

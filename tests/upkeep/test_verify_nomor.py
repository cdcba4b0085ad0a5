"""A row without its number is a fault; a number nobody got is shown, in each of the three books."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from kinerja.domain.keutuhan import JenisTemuan, Temuan
from kinerja.models.dokumen import Dokumen
from kinerja.upkeep.verify import periksa
from kinerja.upkeep.verify_nomor import lompatan
from tests.data_uji_disposisi import bebas
from tests.data_uji_surat_masuk import surat_uji


@pytest.mark.parametrize("perintah", ["SET urut = 0", "SET nomor = ''"])
def test_a_document_without_its_number_is_named(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, perintah: str
) -> None:
    sesi.execute(text(f"UPDATE dokumen {perintah}"))
    sesi.expire_all()
    rusak = periksa(sesi, tmp_path).rusak
    assert Temuan(JenisTemuan.TANPA_NOMOR, f"dokumen {dokumen.id} tanpa nomor") in rusak


def test_numbers_of_documents_never_given_are_shown(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    dokumen.urut = 4
    sesi.flush()
    hasil = periksa(sesi, tmp_path)
    assert hasil.utuh
    assert hasil.catatan == [Temuan(JenisTemuan.CELAH, "nomor dokumen 2026 yang tidak terpakai: 1–3")]


def test_numbers_of_the_agenda_of_disposisi_never_given_are_shown(sesi: Session, tmp_path: Path) -> None:
    bebas(sesi, "camat", "kasi_pmd").nomor_agenda = 1
    bebas(sesi, "camat", "kasi_pmd").nomor_agenda = 3
    sesi.flush()
    (satu,) = periksa(sesi, tmp_path).catatan
    assert satu.jenis is JenisTemuan.CELAH
    assert satu.pesan.startswith("nomor agenda disposisi 2026") and satu.pesan.endswith(": 2")


def test_numbers_of_the_agenda_of_letters_never_given_are_shown(sesi: Session, tmp_path: Path) -> None:
    surat_uji(sesi).nomor_agenda = 2
    sesi.flush()
    (satu,) = periksa(sesi, tmp_path).catatan
    assert satu.pesan == "nomor agenda surat masuk 2026 yang tidak terpakai: 1"


def test_stretches_left_out_of_rising_numbers() -> None:
    assert list(lompatan([])) == []
    assert list(lompatan([1, 2, 3])) == []
    assert list(lompatan([2, 3, 7])) == [(1, 1), (4, 6)]

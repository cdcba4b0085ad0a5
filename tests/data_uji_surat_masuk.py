"""Incoming letters for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kinerja.domain.surat_masuk import IsianSuratMasuk
from kinerja.models.berkas import Berkas
from kinerja.models.surat import SuratMasuk
from kinerja.operations.surat_masuk import catat_surat
from tests.data_uji_disposisi import OKTOBER, jabatan_uji
from tests.kantor_uji import orang_uji


def isian_uji(sesi: Session, **ubah: Any) -> IsianSuratMasuk:
    """A letter as the Kasubag Umum types it."""
    isi: dict[str, Any] = {
        "surat_dari": "Dinas Pendidikan Kabupaten",
        "nomor_surat": "005/77/Disdik",
        "tanggal_surat": date(2026, 10, 5),
        "diterima": date(2026, 10, 7),
        "hal": "Undangan rapat wajib belajar",
        "untuk_id": jabatan_uji(sesi, "camat").id,
    }
    return IsianSuratMasuk(**{**isi, **ubah})


def surat_uji(
    sesi: Session, siapa: str = "kasubag_umum", berkas: Berkas | None = None, **ubah: Any
) -> SuratMasuk:
    """That letter in the agenda book."""
    return catat_surat(sesi, isian_uji(sesi, **ubah), orang_uji(sesi, siapa), OKTOBER, berkas)

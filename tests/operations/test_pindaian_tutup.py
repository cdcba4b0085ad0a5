"""The step that the signed PDF completes."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.periode import Periode
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.pindaian.tutup import (
    dapat_ditutup,
    penutup,
    penutup_milik,
    tutup_dokumen,
    tutup_langkah,
)
from kinerja.operations.pindaian.verba import sesuai, tidak_sesuai
from kinerja.operations.sekali.verba import batalkan
from tests.data_uji_arsip import PADA, siap_disahkan, terbit
from tests.data_uji_pindaian import PENYUSUN, terima_uji
from tests.data_uji_sekali import PADA as SURAT_PADA
from tests.data_uji_sekali import beri_nomor, lembar_surat, mulai_uji, sampai_penomoran, selesai
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
    with pytest.raises(SudahDikerjakan, match="Sudah diselesaikan oleh"):
        tutup_dokumen(sesi, dokumen, oleh, PADA)
    with pytest.raises(TidakDitemukan):
        tutup_dokumen(sesi, dokumen, orang_uji(sesi, "kasi_pmd"), PADA)
    with pytest.raises(SudahDikerjakan):
        tutup_langkah(sesi, tugas.id, camat, PADA)


def surat_terbit(sesi: Session, data: Path) -> tuple[Periode, Dokumen]:
    """A numbered letter whose run stands at the step that files it."""
    periode = mulai_uji(sesi, lembar_surat(sesi))
    sampai_penomoran(sesi, periode)
    dokumen = beri_nomor(sesi, data, periode)
    selesai(sesi, periode, 4, "kasubag_umum")
    selesai(sesi, periode, 5, "camat")
    return periode, dokumen


def test_a_letter_is_filed_and_its_run_ends_in_one_go(sesi: Session, tmp_path: Path) -> None:
    periode, dokumen = surat_terbit(sesi, tmp_path)
    umum = orang_uji(sesi, "kasubag_umum")
    tugas = penutup(sesi, dokumen)
    assert tugas is not None and tugas.nama.startswith("Mengirim surat")
    assert dapat_ditutup(sesi, tugas, umum)  # only the signed letter is missing, and it comes with the act
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, siapa="kasubag_umum")
    sesuai(sesi, pindaian.id, "Lemari 1", "Dikirim lewat kurir.", umum, SURAT_PADA, selesaikan=True)
    assert tugas.penyelesaian_id is not None and periode.ditutup_pada == SURAT_PADA
    assert penutup(sesi, dokumen) is None


def test_the_sekretaris_files_a_letter_and_leaves_the_step_to_its_holder(
    sesi: Session, tmp_path: Path
) -> None:
    _, dokumen = surat_terbit(sesi, tmp_path)
    tugas = penutup(sesi, dokumen)
    assert tugas is not None
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, siapa="camat")
    with pytest.raises(TidakBerwenang):
        sesuai(sesi, pindaian.id, "Lemari 1", "", orang_uji(sesi, "camat"), SURAT_PADA)
    sesuai(sesi, pindaian.id, "Lemari 1", "", orang_uji(sesi, "sekretaris"), SURAT_PADA, selesaikan=True)
    assert tugas.penyelesaian_id is None
    assert dapat_ditutup(sesi, tugas, orang_uji(sesi, "kasubag_umum"))
    tutup_dokumen(sesi, dokumen, orang_uji(sesi, "kasubag_umum"), SURAT_PADA)
    assert tugas.penyelesaian_id is not None


def test_what_was_cancelled_after_its_scan_came_in_is_only_refused(sesi: Session, tmp_path: Path) -> None:
    periode, dokumen = surat_terbit(sesi, tmp_path)
    umum = orang_uji(sesi, "kasubag_umum")
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, siapa="kasubag_umum")
    batalkan(sesi, periode.id, "Rapat tidak jadi.", umum, SURAT_PADA)
    with pytest.raises(MasukanSalah, match=r"sudah dibatalkan; .* Tolak berkas ini"):
        sesuai(sesi, pindaian.id, "Lemari 1", "Tetap.", umum, SURAT_PADA, selesaikan=True)
    assert pindaian.keadaan == "putusan" and sesi.execute(select(Arsip)).first() is None
    assert tidak_sesuai(sesi, pindaian.id, "Suratnya batal.", umum, SURAT_PADA).keadaan == "ditolak"

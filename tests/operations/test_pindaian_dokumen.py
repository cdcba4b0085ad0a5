"""Whose document it is: by the code, by the person, by the issued bytes at its start."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from kinerja.archive import gudang
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.operations.pindaian.dokumen import (
    boleh_putuskan,
    boleh_terima,
    dokumen_berawalan,
    dokumen_menunggu,
    dokumen_terpilih,
    pastikan_diterima,
    tentukan,
)
from kinerja.operations.pindaian.verba import sesuai
from tests.data_uji_arsip import PADA, siap_disahkan, terbit
from tests.data_uji_pindaian import PENYUSUN, terima_uji
from tests.kantor_uji import orang_uji


@pytest.fixture
def dua(sesi: Session, tmp_path: Path) -> tuple[Dokumen, Dokumen]:
    """The reports of triwulan I and II, issued."""
    return terbit(sesi, tmp_path, siap_disahkan(sesi, 1)), terbit(sesi, tmp_path, siap_disahkan(sesi, 2))


def test_the_code_names_the_document(sesi: Session, dua: tuple[Dokumen, Dokumen]) -> None:
    satu, lain = dua
    assert tentukan(sesi, satu.kode, None) is satu is tentukan(sesi, satu.kode, satu)
    assert tentukan(sesi, None, lain) is lain
    assert tentukan(sesi, None, None) is None


def test_a_foreign_code_is_refused(sesi: Session) -> None:
    with pytest.raises(MasukanSalah, match="Kode ZZZZ-ZZZZ bukan kode dokumen terbitan kantor ini"):
        tentukan(sesi, "ZZZZ-ZZZZ", None)


def test_a_choice_that_the_code_contradicts_is_refused_with_both_names(
    sesi: Session, dua: tuple[Dokumen, Dokumen]
) -> None:
    satu, lain = dua
    with pytest.raises(MasukanSalah) as salah:
        tentukan(sesi, satu.kode, lain)
    assert salah.value.pesan == (
        f"Kode pada berkas ini milik Laporan Kinerja Triwulan I 2026 ({satu.nomor}), bukan "
        f"Laporan Kinerja Triwulan II 2026 ({lain.nomor}) yang dipilih. Periksa berkasnya."
    )
    with pytest.raises(MasukanSalah, match="Pilih dokumen dari daftar"):
        dokumen_terpilih(sesi, 999)


def test_a_file_is_known_by_the_issued_bytes_it_begins_with(
    sesi: Session, tmp_path: Path, dua: tuple[Dokumen, Dokumen]
) -> None:
    for dokumen in dua:
        isi = gudang.jalur(tmp_path, sesi.get_one(Berkas, dokumen.berkas_id).sha256).read_bytes()
        found = dokumen_berawalan(sesi, isi + b"\n% tanda tangan")
        assert found is not None and found.id == dokumen.id
        assert dokumen_berawalan(sesi, isi) is None  # nothing was added
        assert dokumen_berawalan(sesi, b"x" + isi) is None
    assert dokumen_berawalan(sesi, b"%PDF-1.7") is None


def test_a_cancelled_document_takes_nothing_in(sesi: Session, dua: tuple[Dokumen, Dokumen]) -> None:
    satu, _ = dua
    sesi.get_one(Laporan, satu.laporan_id).versi = -1
    with pytest.raises(MasukanSalah, match="sudah dibatalkan"):
        pastikan_diterima(sesi, satu, "0" * 64)
    assert satu not in dokumen_menunggu(sesi)


def test_the_choice_holds_what_waits_and_narrows_by_words(
    sesi: Session, tmp_path: Path, dua: tuple[Dokumen, Dokumen]
) -> None:
    satu, lain = dua
    assert dokumen_menunggu(sesi) == [lain, satu]
    assert dokumen_menunggu(sesi, "laporan triwulan ii") == [lain]
    assert dokumen_menunggu(sesi, satu.kode.lower()) == [satu]
    assert dokumen_menunggu(sesi, "%") == []
    assert dokumen_menunggu(sesi, batas=1) == [lain]
    sesuai(sesi, terima_uji(sesi, tmp_path, lain, 1, 2).id, "Rak", "", orang_uji(sesi, PENYUSUN), PADA)
    assert dokumen_menunggu(sesi) == [satu]
    assert dokumen_menunggu(sesi, lain.nomor) == [lain]  # a better scan of what is archived


@pytest.mark.parametrize(
    ("siapa", "terima", "putus_laporan", "putus_surat"),
    [
        ("camat", True, True, False),
        ("sekretaris", True, False, True),
        ("kasubag_umum", True, False, True),
        ("kasubag_perencanaan", True, True, False),
        ("kasi_pmd", False, False, False),
        ("staf_perencanaan", False, False, False),
        ("admin", False, False, False),
    ],
)
def test_who_hands_in_and_who_decides(
    sesi: Session,
    dua: tuple[Dokumen, Dokumen],
    siapa: str,
    terima: bool,
    putus_laporan: bool,
    putus_surat: bool,
) -> None:
    oleh = orang_uji(sesi, siapa)
    assert boleh_terima(sesi, oleh) is terima
    assert boleh_putuskan(sesi, oleh, dua[0]) is putus_laporan
    surat = Dokumen(jenis="surat_keluar", periode_id=None)
    assert boleh_putuskan(sesi, oleh, surat) is putus_surat

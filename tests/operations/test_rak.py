"""The paper original moves, and every place it stood at stays on record."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.operations.arsip import arsip_berlaku, unggah_tertanda
from kinerja.operations.rak import pindahkan, riwayat_rak
from tests.data_uji_arsip import PADA, pdf_uji, siap_disahkan, simpan_uji, terbit
from tests.kantor_uji import orang_uji


@pytest.fixture
def dokumen(sesi: Session, tmp_path: Path) -> Dokumen:
    tugas = siap_disahkan(sesi)
    baru = terbit(sesi, tmp_path, tugas)
    berkas = simpan_uji(sesi, tmp_path, pdf_uji(2, "tertanda"))
    unggah_tertanda(
        sesi, tugas.id, berkas, 2, "basah", "Lemari 2", "", orang_uji(sesi, "kasubag_perencanaan"), PADA
    )
    return baru


def arsip(sesi: Session, dokumen: Dokumen) -> Arsip:
    ada = arsip_berlaku(sesi, dokumen.id)
    assert ada is not None
    return ada


@pytest.mark.parametrize("siapa", ["camat", "kasubag_perencanaan", "sekretaris", "kasubag_umum"])
def test_a_move_is_written_with_its_row(sesi: Session, dokumen: Dokumen, siapa: str) -> None:
    oleh = orang_uji(sesi, siapa)
    satu = pindahkan(sesi, dokumen, "  Gudang  arsip, boks 7 ", "Lemari 2", oleh, PADA)
    assert satu.lokasi_rak == "Gudang arsip, boks 7"
    catatan = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert (catatan.tindakan, catatan.objek) == ("pindah_rak", f"arsip:{satu.id}")
    assert dokumen.nomor in catatan.uraian


def test_the_history_holds_every_place(sesi: Session, dokumen: Dokumen) -> None:
    umum = orang_uji(sesi, "kasubag_umum")
    assert riwayat_rak(sesi, arsip(sesi, dokumen)) == []
    pindahkan(sesi, dokumen, "Boks 7", "Lemari 2", umum, PADA)
    pindahkan(sesi, dokumen, "Boks 8", "Boks 7", umum, PADA)
    riwayat = riwayat_rak(sesi, arsip(sesi, dokumen))
    assert [(r.dari, r.ke) for r in riwayat] == [("Lemari 2", "Boks 7"), ("Boks 7", "Boks 8")]
    assert {r.oleh for r in riwayat} == {umum.nama}


@pytest.mark.parametrize("siapa", ["kasi_pmd", "staf_pelayanan", "admin"])
def test_others_do_not_move_it(sesi: Session, dokumen: Dokumen, siapa: str) -> None:
    with pytest.raises(TidakBerwenang):
        pindahkan(sesi, dokumen, "Boks 7", "Lemari 2", orang_uji(sesi, siapa), PADA)
    assert arsip(sesi, dokumen).lokasi_rak == "Lemari 2"


def test_a_move_nobody_saw_is_not_overwritten(sesi: Session, dokumen: Dokumen) -> None:
    umum = orang_uji(sesi, "kasubag_umum")
    pindahkan(sesi, dokumen, "Boks 7", "Lemari 2", umum, PADA)
    with pytest.raises(SudahDikerjakan, match=f"diubah oleh {umum.nama} menjadi “Boks 7”"):
        pindahkan(sesi, dokumen, "Boks 9", "Lemari 2", orang_uji(sesi, "camat"), PADA)


@pytest.mark.parametrize("ke", ["", "   ", "x" * 201, "Lemari 2"])
def test_a_place_must_be_new_and_short(sesi: Session, dokumen: Dokumen, ke: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        pindahkan(sesi, dokumen, ke, "Lemari 2", orang_uji(sesi, "camat"), PADA)
    assert salah.value.medan == "lokasi_rak"


def test_without_paper_there_is_no_place(sesi: Session, dokumen: Dokumen) -> None:
    arsip(sesi, dokumen).cara = "tte"
    sesi.flush()
    with pytest.raises(TidakDitemukan):
        pindahkan(sesi, dokumen, "Boks 7", "", orang_uji(sesi, "camat"), PADA)

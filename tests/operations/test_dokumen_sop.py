"""A ratified revision of the SOP sheet is issued with the next number of the year."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import BelumLengkap, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Dokumen
from kinerja.models.lembar_sop import LembarSop
from kinerja.operations.dokumen import sop as verba
from kinerja.operations.lembar_sop import sop_dari
from tests.data_uji_arsip import PADA, pdf_uji, simpan_uji
from tests.kantor_uji import orang_uji
from tests.operations.test_rancangan_sop_sahkan import diubah, sahkan

HARI = PADA.date()


@pytest.fixture
def lembar(sesi: Session) -> LembarSop:
    return sahkan(sesi, diubah(sesi))


def terbitkan(sesi: Session, data: Path, lembar: LembarSop, siapa: str = "sekretaris") -> Dokumen:
    oleh = orang_uji(sesi, siapa)
    calon = verba.calon_lembar(sesi, lembar.id, oleh, HARI)
    berkas = simpan_uji(sesi, data, pdf_uji(4, calon.kode))
    return verba.terbitkan_lembar(sesi, lembar.id, calon, berkas, 4, oleh, PADA)


def test_a_ratified_revision_becomes_a_numbered_document(
    sesi: Session, lembar: LembarSop, tmp_path: Path
) -> None:
    dokumen = terbitkan(sesi, tmp_path, lembar)
    tanda = sop_dari(lembar).identitas.disahkan_oleh
    assert (dokumen.nomor, dokumen.judul) == (
        "000.8.3.3/1/CMT-TRS/2026",
        "SOP Pengumpulan Data Kinerja revisi 2",
    )
    assert (dokumen.lembar_sop_id, dokumen.digest) == (lembar.id, lembar.digest)
    assert (dokumen.penanda_nama, dokumen.penanda_jabatan) == (tanda.nama, tanda.jabatan)
    assert verba.dokumen_lembar(sesi, lembar.id) is dokumen
    catatan = sesi.execute(select(Catatan).where(Catatan.tindakan == "terbitkan")).scalar_one()
    assert json.loads(catatan.sesudah)["digest"] == lembar.digest
    assert catatan.jabatan_nama == "Sekretaris"


def test_a_revision_is_issued_once(sesi: Session, lembar: LembarSop, tmp_path: Path) -> None:
    terbitkan(sesi, tmp_path, lembar, "kasubag_umum")
    with pytest.raises(SudahDikerjakan, match=r"revisi 2 sudah diterbitkan dengan nomor 000\.8\.3\.3/1"):
        terbitkan(sesi, tmp_path, lembar)


def test_the_sheet_the_program_came_with_was_not_ratified_here(sesi: Session, tmp_path: Path) -> None:
    bawaan = sesi.execute(select(LembarSop)).scalars().one()
    with pytest.raises(BelumLengkap, match="belum disahkan kantor"):
        terbitkan(sesi, tmp_path, bawaan)


def test_only_who_may_ratify_issues_it(sesi: Session, lembar: LembarSop, tmp_path: Path) -> None:
    for siapa in ("camat", "kasubag_perencanaan", "kasi_pmd"):
        with pytest.raises(TidakBerwenang, match="Sekretaris atau Kasubag Umum"):
            terbitkan(sesi, tmp_path, lembar, siapa)
    with pytest.raises(TidakDitemukan):
        verba.calon_lembar(sesi, 999, orang_uji(sesi, "sekretaris"), HARI)

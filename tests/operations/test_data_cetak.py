"""What a document was printed from is held against what is stored, and against its audit row."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.perjanjian_kinerja import RencanaAksi
from kinerja.models.surat import SuratKeluar
from kinerja.operations.dokumen.data_cetak import DataCetak, data_cetak
from tests.data_uji_arsip import siap_disahkan, terbit
from tests.data_uji_pk import bangun_pk
from tests.data_uji_sekali import beri_nomor, lembar_surat, mulai_uji, sampai_penomoran
from tests.operations import test_dokumen_pk as uji_pk
from tests.operations import test_dokumen_sop as uji_sop
from tests.operations.test_rancangan_sop_sahkan import diubah, sahkan


def periksa(sesi: Session, dokumen: Dokumen) -> DataCetak:
    hasil = data_cetak(sesi, dokumen)
    assert hasil is not None
    return hasil


def test_a_report_must_stay_what_it_was(sesi: Session, tmp_path: Path) -> None:
    dokumen = terbit(sesi, tmp_path, siap_disahkan(sesi))
    assert periksa(sesi, dokumen) == DataCetak(dokumen.digest, sama=True, tetap=True, tercatat=True)
    sesi.get_one(Laporan, dokumen.laporan_id).narasi = {"bab1": "Diubah diam-diam."}
    hasil = periksa(sesi, dokumen)
    assert (hasil.sama, hasil.tetap, hasil.tercatat) == (False, True, True)


def test_a_sheet_must_stay_what_it_was(sesi: Session, tmp_path: Path) -> None:
    lembar = sahkan(sesi, diubah(sesi))
    dokumen = uji_sop.terbitkan(sesi, tmp_path, lembar)
    assert periksa(sesi, dokumen) == DataCetak(dokumen.digest, sama=True, tetap=True, tercatat=True)
    lembar.isi = {**lembar.isi, "identitas": {**lembar.isi["identitas"], "nomor": "Lain"}}
    assert not periksa(sesi, dokumen).sama


def test_a_pk_and_a_letter_may_go_on_changing(sesi: Session, tmp_path: Path) -> None:
    bangun_pk(sesi)
    pk = uji_pk.terbitkan(sesi, tmp_path, uji_pk.rencana(sesi))
    periode = mulai_uji(sesi, lembar_surat(sesi))
    sampai_penomoran(sesi, periode)
    surat = beri_nomor(sesi, tmp_path, periode)
    assert all((periksa(sesi, d).sama, periksa(sesi, d).tercatat) == (True, True) for d in (pk, surat))
    sesi.execute(select(RencanaAksi)).scalars().all()[0].kegiatan = "Lain"
    sesi.execute(select(SuratKeluar)).scalar_one().hal = "Lain"
    sesi.flush()
    assert all((periksa(sesi, d).sama, periksa(sesi, d).tetap) == (False, False) for d in (pk, surat))


def test_an_altered_row_no_longer_fits_its_audit_row(sesi: Session, tmp_path: Path) -> None:
    dokumen = terbit(sesi, tmp_path, siap_disahkan(sesi))
    for medan in ("nomor", "kode", "digest"):
        lama = getattr(dokumen, medan)
        setattr(dokumen, medan, "lain")
        assert not periksa(sesi, dokumen).tercatat, medan
        setattr(dokumen, medan, lama)
    assert periksa(sesi, dokumen).tercatat


def test_a_document_of_before_has_no_digest_to_check(sesi: Session, tmp_path: Path) -> None:
    dokumen = terbit(sesi, tmp_path, siap_disahkan(sesi))
    dokumen.digest = ""
    assert data_cetak(sesi, dokumen) is None


def test_a_document_without_its_audit_row_does_not_fit(sesi: Session, tmp_path: Path) -> None:
    dokumen = terbit(sesi, tmp_path, siap_disahkan(sesi))
    sesi.expunge(dokumen)
    dokumen.id += 1
    assert not periksa(sesi, dokumen).tercatat

"""What belongs to a year's inspection pack, and that nothing secret does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.models.dokumen import Dokumen
from kinerja.models.realisasi import Bukti
from kinerja.models.surat import SuratMasuk
from kinerja.operations.catatan import catat
from kinerja.operations.paket_isi import (
    bukti_tahun,
    catatan_tahun,
    disposisi_tahun,
    dokumen_tahun,
    lembar_tahun,
    surat_masuk_tahun,
    tahun_ada,
    verdict_dokumen,
)
from tests.data_uji_arsip import PADA, siap_disahkan, terbit
from tests.data_uji_disposisi import bebas
from tests.kantor_uji import TAHUN


def test_the_years_are_those_that_were_opened(sesi: Session) -> None:
    assert tahun_ada(sesi) == [TAHUN]
    assert len(lembar_tahun(sesi, TAHUN)) == 1
    assert not lembar_tahun(sesi, TAHUN - 1)


def test_a_report_belongs_to_the_year_it_is_about(sesi: Session, tmp_path: Path) -> None:
    dokumen = terbit(sesi, tmp_path, siap_disahkan(sesi))
    dokumen.tahun = TAHUN + 1  # numbered in January
    sesi.flush()
    assert list(dokumen_tahun(sesi, TAHUN)) == [dokumen]
    assert not dokumen_tahun(sesi, TAHUN + 1)
    assert verdict_dokumen(sesi, [dokumen]) == {}


def test_a_secret_slip_and_its_audit_rows_stay_out(sesi: Session) -> None:
    biasa = bebas(sesi, "camat", "kasi_kesos")
    rahasia = bebas(sesi, "camat", "kasi_pmd")
    rahasia.sifat = Sifat.RAHASIA
    sesi.flush()
    assert [d.id for d in disposisi_tahun(sesi, TAHUN)] == [biasa.id]
    semua = catatan_tahun(sesi, TAHUN)
    ditahan = [b.objek for b in semua.baris if b.seq in semua.ditahan]
    assert ditahan and set(ditahan) <= {
        f"disposisi:{rahasia.id}",
        *(f"cabang:{c.id}" for c in rahasia.cabang),
    }
    assert semua.kepala.seq == semua.baris[-1].seq


def test_a_slip_of_a_secret_letter_stays_out_too(sesi: Session) -> None:
    disposisi = bebas(sesi, "camat", "kasi_pmd")
    surat = SuratMasuk(
        tahun=TAHUN,
        nomor_agenda=1,
        surat_dari="Inspektorat",
        diterima=PADA.date(),
        sifat=Sifat.RAHASIA,
        hal="Rahasia",
        untuk_id=disposisi.pemberi_jabatan_id,
        dicatat_oleh_id=disposisi.pemberi_id,
        dicatat_oleh_nama="Uji",
        dicatat_pada=PADA,
    )
    sesi.add(surat)
    sesi.flush()
    disposisi.surat_masuk_id = surat.id
    sesi.flush()
    assert not disposisi_tahun(sesi, TAHUN)
    assert not surat_masuk_tahun(sesi, TAHUN)
    assert disposisi.id and f"disposisi:{disposisi.id}" in {
        b.objek for b in catatan_tahun(sesi, TAHUN).baris if b.seq in catatan_tahun(sesi, TAHUN).ditahan
    }


@pytest.mark.parametrize(
    ("pada", "tahun"),
    [
        (datetime(2025, 12, 31, 16, 59, 59, tzinfo=UTC), 2025),  # 23.59 in the office
        (datetime(2025, 12, 31, 17, 0, tzinfo=UTC), 2026),
        (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), 2027),
    ],
)
def test_the_audit_year_begins_at_midnight_of_the_office(sesi: Session, pada: datetime, tahun: int) -> None:
    baris = catat(sesi, None, pada, "uji", "kantor:1", "Uji.")
    for satu in (2025, 2026, 2027):
        assert (baris in catatan_tahun(sesi, satu).baris) == (satu == tahun)


def test_there_is_no_evidence_and_no_document_in_an_empty_year(sesi: Session) -> None:
    assert not bukti_tahun(sesi, TAHUN)
    assert not sesi.execute(select(Bukti)).first()
    assert not sesi.execute(select(Dokumen)).first()

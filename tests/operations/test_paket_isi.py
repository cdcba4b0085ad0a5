"""What belongs to a year's inspection pack, and that nothing secret does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.models.berkas import Lampiran
from kinerja.models.disposisi import Disposisi
from kinerja.models.dokumen import Dokumen
from kinerja.models.realisasi import Bukti
from kinerja.models.surat import SuratMasuk
from kinerja.models.tugas import Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.paket_isi import (
    bukti_tahun,
    catatan_tahun,
    disposisi_tahun,
    dokumen_tahun,
    lampiran_tahun,
    lembar_tahun,
    sosialisasi_tahun,
    surat_masuk_tahun,
    tahun_ada,
    verdict_dokumen,
)
from tests.data_uji_arsip import PADA, pdf_uji, siap_disahkan, simpan_uji, terbit
from tests.data_uji_disposisi import bebas
from tests.data_uji_sosialisasi import siapkan_sosialisasi, undang_uji
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


def surat_rahasia(disposisi: Disposisi, berkas_id: int | None = None) -> SuratMasuk:
    return SuratMasuk(
        tahun=TAHUN,
        nomor_agenda=1,
        surat_dari="Inspektorat",
        diterima=PADA.date(),
        sifat=Sifat.RAHASIA,
        hal="Rahasia",
        berkas_id=berkas_id,
        untuk_id=disposisi.pemberi_jabatan_id,
        dicatat_oleh_id=disposisi.pemberi_id,
        dicatat_oleh_nama="Uji",
        dicatat_pada=PADA,
    )


def test_a_slip_of_a_secret_letter_stays_out_too(sesi: Session) -> None:
    disposisi = bebas(sesi, "camat", "kasi_pmd")
    surat = surat_rahasia(disposisi)
    sesi.add(surat)
    sesi.flush()
    disposisi.surat_masuk_id = surat.id
    sesi.flush()
    assert not disposisi_tahun(sesi, TAHUN)
    assert not surat_masuk_tahun(sesi, TAHUN)
    assert disposisi.id and f"disposisi:{disposisi.id}" in {
        b.objek for b in catatan_tahun(sesi, TAHUN).baris if b.seq in catatan_tahun(sesi, TAHUN).ditahan
    }


def test_files_beside_steps_belong_to_it_but_never_the_bytes_of_a_secret_letter(
    sesi: Session, tmp_path: Path
) -> None:
    tugas = sesi.execute(select(Tugas).where(Tugas.langkah == 1).order_by(Tugas.id)).scalars().first()
    assert tugas is not None
    biasa, surat = (simpan_uji(sesi, tmp_path, pdf_uji(1, kata)) for kata in ("biasa", "rahasia"))
    ulang = simpan_uji(sesi, tmp_path, pdf_uji(1, "rahasia"))  # the same paper, put elsewhere as well
    assert ulang.sha256 == surat.sha256 and ulang.id != surat.id
    sesi.add_all(Lampiran(tugas_id=tugas.id, berkas_id=b.id) for b in (biasa, ulang))
    sesi.flush()
    assert [b.id for *_, b in lampiran_tahun(sesi, TAHUN)] == [biasa.id, ulang.id]
    sesi.add(surat_rahasia(bebas(sesi, "camat", "kasi_pmd"), surat.id))
    sesi.flush()
    for b in (biasa, ulang):
        catat(
            sesi, None, PADA, "lampirkan", "tugas:1", f"“{b.nama}” dilampirkan.", sesudah={"sha256": b.sha256}
        )
    semua = catatan_tahun(sesi, TAHUN)
    assert [b.seq in semua.ditahan for b in semua.baris[-2:]] == [False, True], "a name of a file tells, too"
    ((_, langkah, periode, berkas),) = lampiran_tahun(sesi, TAHUN)
    assert (langkah, periode.tahun, berkas) == (tugas, TAHUN, biasa)
    assert not lampiran_tahun(sesi, TAHUN + 1)


def test_a_meeting_belongs_to_it_once_it_was_held(sesi: Session) -> None:
    temu = undang_uji(sesi, siapkan_sosialisasi(sesi), "kasi_pmd")
    assert not sosialisasi_tahun(sesi, TAHUN), "only invited to"
    temu.tanggapan[0].hadir = True
    sesi.flush()
    ((satu, periode),) = sosialisasi_tahun(sesi, TAHUN)
    assert satu.id == temu.id and periode.id == temu.periode_id
    assert not sosialisasi_tahun(sesi, TAHUN - 1)


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

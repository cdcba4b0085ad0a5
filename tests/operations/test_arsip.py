"""Issuing, receiving the signed PDF, closing the period."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.periode import JenisPeriode
from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.tugas import Tugas
from kinerja.operations.arsip import ganti, unggah_tertanda
from kinerja.operations.dokumen.terbit import calon, terbitkan
from kinerja.operations.kotak.isi import isi_kotak
from tests.data_uji_arsip import PADA, pdf_uji, siap_disahkan, simpan_uji, terbit
from tests.kantor_uji import TAHUN, orang_uji

HARI = date(2026, 10, 8)


def kembali(
    sesi: Session, data: Path, tugas: Tugas, siapa: str = "kasubag_perencanaan", **lain: object
) -> Arsip:
    """Upload a signed PDF of two pages."""
    isi = {"cara": "basah", "lokasi_rak": "Lemari 2", "keterangan": "", "halaman": 2, **lain}
    berkas = simpan_uji(sesi, data, pdf_uji(2, "tertanda"))
    return unggah_tertanda(sesi, tugas.id, berkas, oleh=orang_uji(sesi, siapa), pada=PADA, **isi)  # type: ignore[arg-type]


def test_documents_of_a_year_are_numbered_without_gap(sesi: Session, tmp_path: Path) -> None:
    nomor = [terbit(sesi, tmp_path, siap_disahkan(sesi, ke)).nomor for ke in (1, 2)]
    assert nomor == ["000.7.2.8/1/CMT-TRS/2026", "000.7.2.8/2/CMT-TRS/2026"]


def test_a_report_is_issued_once(sesi: Session, tmp_path: Path) -> None:
    tugas = siap_disahkan(sesi)
    terbit(sesi, tmp_path, tugas)
    with pytest.raises(SudahDikerjakan, match="Sudah diterbitkan dengan nomor"):
        calon(sesi, tugas, orang_uji(sesi, "camat"), PADA, HARI)


def test_the_inbox_says_when_the_pdf_waits_for_a_signature(sesi: Session, tmp_path: Path) -> None:
    tugas = siap_disahkan(sesi)
    camat = orang_uji(sesi, "camat")
    assert [b.keterangan for b in isi_kotak(sesi, camat, PADA)] == [
        "Triwulan I 2026 · PDF final belum diterbitkan"
    ]
    terbit(sesi, tmp_path, tugas)
    assert [b.keterangan for b in isi_kotak(sesi, camat, PADA)] == [
        "Triwulan I 2026 · PDF terbit, menunggu tanda tangan"
    ]


def test_a_number_taken_meanwhile_writes_nothing(sesi: Session, tmp_path: Path) -> None:
    satu, dua = siap_disahkan(sesi, 1), siap_disahkan(sesi, 2)
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    rencana = calon(sesi, satu, oleh, PADA, HARI)
    terbit(sesi, tmp_path, dua)
    berkas = simpan_uji(sesi, tmp_path, pdf_uji())
    with pytest.raises(SudahDikerjakan, match="Nomor dokumen baru saja dipakai"):
        terbitkan(sesi, satu.id, rencana, berkas, 1, oleh, PADA, None)


@pytest.mark.parametrize("siapa", ["sekretaris", "kasi_pmd", "staf_perencanaan", "admin"])
def test_others_neither_issue_nor_return(sesi: Session, tmp_path: Path, siapa: str) -> None:
    tugas = siap_disahkan(sesi)
    with pytest.raises(TidakBerwenang):
        calon(sesi, tugas, orang_uji(sesi, siapa), PADA, HARI)
    terbit(sesi, tmp_path, tugas)
    with pytest.raises(TidakBerwenang):
        kembali(sesi, tmp_path, tugas, siapa)


def test_an_unfinished_report_is_not_issued(sesi: Session) -> None:
    tugas = siap_disahkan(sesi)
    from kinerja.models.laporan import Laporan

    sesi.execute(select(Laporan)).scalar_one().dibekukan_pada = None
    with pytest.raises(BelumLengkap):
        calon(sesi, tugas, orang_uji(sesi, "camat"), PADA, HARI)


@pytest.mark.parametrize("siapa", ["kasubag_perencanaan", "camat"])
def test_whoever_returns_the_signed_pdf_closes_the_period(sesi: Session, tmp_path: Path, siapa: str) -> None:
    tugas = siap_disahkan(sesi)
    dokumen = terbit(sesi, tmp_path, tugas)
    arsip = kembali(sesi, tmp_path, tugas, siapa)
    assert (arsip.dokumen_id, arsip.lokasi_rak) == (dokumen.id, "Lemari 2")
    assert tugas.penyelesaian_id is not None
    assert sesi.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, 1)).scalar_one().ditutup_pada == PADA
    jejak = [
        c.tindakan for c in sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(3)).scalars()
    ]
    assert jejak == ["selesaikan", "unggah", "terbitkan"]
    with pytest.raises(SudahDikerjakan):
        kembali(sesi, tmp_path, tugas, siapa)


def test_the_second_signed_triwulan_opens_the_semester(sesi: Session, tmp_path: Path) -> None:
    for ke in (1, 2):
        tugas = siap_disahkan(sesi, ke)
        terbit(sesi, tmp_path, tugas)
        kembali(sesi, tmp_path, tugas)
    keenam = sesi.execute(
        select(Tugas)
        .join(Periode)
        .where(Periode.jenis == JenisPeriode.SEMESTER, Periode.ke == 1, Tugas.kunci == "6")
    ).scalar_one()
    assert keenam.dibuka_pada == PADA


@pytest.mark.parametrize(
    ("isi", "medan"),
    [
        ({"cara": ""}, "cara"),
        ({"cara": "lain"}, "cara"),
        ({"lokasi_rak": "  "}, "lokasi_rak"),
        ({"lokasi_rak": "x" * 201}, "lokasi_rak"),
        ({"halaman": 3}, "keterangan"),
    ],
)
def test_what_is_missing_is_named_beside_its_field(
    sesi: Session, tmp_path: Path, isi: dict[str, object], medan: str
) -> None:
    tugas = siap_disahkan(sesi)
    terbit(sesi, tmp_path, tugas)
    with pytest.raises(MasukanSalah) as salah:
        kembali(sesi, tmp_path, tugas, **isi)
    assert salah.value.medan == medan
    assert not sesi.execute(select(Arsip)).first()


def test_another_page_count_is_taken_with_a_word_of_explanation(sesi: Session, tmp_path: Path) -> None:
    tugas = siap_disahkan(sesi)
    terbit(sesi, tmp_path, tugas)
    assert kembali(sesi, tmp_path, tugas, halaman=3, keterangan="ditambah lembar tanda terima").halaman == 3


def test_the_unsigned_file_itself_is_refused(sesi: Session, tmp_path: Path) -> None:
    tugas = siap_disahkan(sesi)
    dokumen = terbit(sesi, tmp_path, tugas)
    berkas = sesi.get_one(Berkas, dokumen.berkas_id)
    with pytest.raises(MasukanSalah, match="belum ditandatangani"):
        unggah_tertanda(sesi, tugas.id, berkas, 2, "tte", "", "", orang_uji(sesi, "camat"), PADA)


def test_nothing_comes_back_before_it_was_issued(sesi: Session, tmp_path: Path) -> None:
    with pytest.raises(MasukanSalah, match="Terbitkan PDF final lebih dahulu"):
        kembali(sesi, tmp_path, siap_disahkan(sesi))


def test_a_wrong_upload_is_superseded_and_stays(sesi: Session, tmp_path: Path) -> None:
    tugas = siap_disahkan(sesi)
    terbit(sesi, tmp_path, tugas)
    lama = kembali(sesi, tmp_path, tugas)
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    benar = simpan_uji(sesi, tmp_path, pdf_uji(2, "yang benar"))
    with pytest.raises(MasukanSalah, match="mengapa"):
        ganti(sesi, lama.id, benar, 2, "basah", "Lemari 2", " ", oleh, PADA)
    with pytest.raises(TidakBerwenang):
        ganti(sesi, lama.id, benar, 2, "basah", "Lemari 2", "salah pindai", orang_uji(sesi, "kasi_pmd"), PADA)
    baru = ganti(sesi, lama.id, benar, 2, "basah", "Lemari 2", "salah pindai", oleh, PADA)
    assert (lama.diganti_oleh_id, lama.diganti_alasan) == (baru.id, "salah pindai")
    with pytest.raises(TidakDitemukan):
        ganti(sesi, lama.id, benar, 2, "basah", "Lemari 2", "lagi", oleh, PADA)
    with pytest.raises(MasukanSalah, match="berkas yang sama"):
        ganti(sesi, baru.id, benar, 2, "basah", "Lemari 2", "lagi", oleh, PADA)

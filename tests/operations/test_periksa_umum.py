"""What the public verify page finds, and how often it may be asked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.domain.periksa_umum import Putusan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.sesi import PeriksaUmum
from kinerja.models.surat import SuratKeluar
from kinerja.operations.arsip import ganti, terima_tertanda
from kinerja.operations.periksa_umum import BATAS, JENDELA, Cara, catat_tanya, temukan, tunda_detik
from tests.data_uji_arsip import PADA, pdf_uji, siap_disahkan, simpan_uji, terbit
from tests.kantor_uji import orang_uji


@pytest.fixture
def dokumen(sesi: Session, tmp_path: Path) -> Dokumen:
    hasil = terbit(sesi, tmp_path, siap_disahkan(sesi))
    sesi.refresh(hasil, ["berkas", "arsip"])
    return hasil


def _tertanda(sesi: Session, data: Path, dokumen: Dokumen, tanda: str, cara: str = "basah"):  # type: ignore[no-untyped-def]
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    berkas = simpan_uji(sesi, data, pdf_uji(2, tanda))
    return terima_tertanda(sesi, dokumen, oleh.jabatan[0], berkas, 2, cara, "Lemari 1", "", oleh, PADA)


def test_a_code_that_was_issued_is_known_and_another_is_not(sesi: Session, dokumen: Dokumen) -> None:
    ada = temukan(sesi, kode=(dokumen.kode,))
    assert (ada.putusan, ada.dokumen, ada.arsip) == (Putusan.DIKENAL, dokumen, None)
    asing = temukan(sesi, kode=("AAAA-AAAA",))
    assert (asing.putusan, asing.dokumen) == (Putusan.ASING, None)
    assert temukan(sesi, "0" * 64).putusan is Putusan.ASING


def test_a_file_is_the_issued_the_archived_or_the_replaced_one(
    sesi: Session, dokumen: Dokumen, tmp_path: Path
) -> None:
    terbit_sha = dokumen.berkas.sha256
    assert temukan(sesi, terbit_sha).putusan is Putusan.SAMA_TERBIT
    lama = _tertanda(sesi, tmp_path, dokumen, "keliru")
    sesi.expire_all()
    assert (
        temukan(sesi, simpan_uji(sesi, tmp_path, pdf_uji(2, "keliru")).sha256).putusan is Putusan.SAMA_ARSIP
    )
    baru = simpan_uji(sesi, tmp_path, pdf_uji(2, "benar"))
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    ganti(sesi, lama.id, baru, 2, "basah", "Lemari 1", "Terbalik.", oleh, PADA)
    sesi.expire_all()
    keliru = simpan_uji(sesi, tmp_path, pdf_uji(2, "keliru")).sha256
    hasil = temukan(sesi, keliru)
    assert hasil.putusan is Putusan.SAMA_LAMA
    assert hasil.arsip is not None and hasil.arsip.berkas.sha256 == baru.sha256
    assert temukan(sesi, baru.sha256).putusan is Putusan.SAMA_ARSIP
    assert temukan(sesi, terbit_sha).putusan is Putusan.SAMA_TERBIT


def test_another_file_with_a_known_code_was_changed(sesi: Session, dokumen: Dokumen) -> None:
    hasil = temukan(sesi, "0" * 64, ("AAAA-AAAA", dokumen.kode))
    assert (hasil.putusan, hasil.dokumen) == (Putusan.BERUBAH, dokumen)


def test_a_cancelled_revision_says_so_whatever_is_brought(sesi: Session, dokumen: Dokumen) -> None:
    assert dokumen.laporan_id is not None
    sesi.get_one(Laporan, dokumen.laporan_id).versi = -1
    sesi.flush()
    assert temukan(sesi, kode=(dokumen.kode,)).putusan is Putusan.BATAL
    assert temukan(sesi, dokumen.berkas.sha256).putusan is Putusan.BATAL
    berubah = temukan(sesi, "0" * 64, (dokumen.kode,))
    assert (berubah.putusan, berubah.batal) == (Putusan.BERUBAH, True)


def test_a_secret_letter_is_answered_as_nothing(sesi: Session, dokumen: Dokumen) -> None:
    periode = sesi.get_one(Periode, dokumen.periode_id)
    jalan = Periode(
        lembar_sop_id=periode.lembar_sop_id,
        tahun=2026,
        jenis=JenisPeriode.SEKALI,
        ke=1,
        dibuka_pada=PADA,
        judul="Surat",
    )
    sesi.add(jalan)
    sesi.flush()
    surat = SuratKeluar(
        periode_id=jalan.id, sifat=Sifat.RAHASIA, hal="Rahasia", diubah_pada=PADA, diubah_oleh_nama="Uji"
    )
    sesi.add(surat)
    dokumen.periode_id, dokumen.laporan_id = jalan.id, None
    sesi.flush()
    kosong = temukan(sesi, kode=("AAAA-AAAA",))
    assert temukan(sesi, kode=(dokumen.kode,)) == kosong
    assert temukan(sesi, dokumen.berkas.sha256) == kosong
    assert temukan(sesi, "0" * 64, (dokumen.kode,)) == kosong
    surat.sifat = Sifat.BIASA
    sesi.flush()
    assert temukan(sesi, kode=(dokumen.kode,)).putusan is Putusan.DIKENAL


def test_the_verdict_at_receipt_is_told_not_a_later_one(
    sesi: Session, dokumen: Dokumen, tmp_path: Path
) -> None:
    arsip = _tertanda(sesi, tmp_path, dokumen, "tte", "tte")
    hasil = {"tanda_tangan": [{"nama": "NURIA NI"}, {"nama": "NURIA NI"}, {"nama": "Cap", "hanya_cap": True}]}
    for verdict, ulang in (("sah", False), ("tidak dipercaya", True)):
        sesi.add(
            PeriksaTtd(
                berkas_id=arsip.berkas_id,
                ulang=ulang,
                pada=PADA,
                oleh_nama="Uji",
                verdict=verdict,
                hasil=hasil,
            )
        )
    sesi.flush()
    sesi.expire_all()
    temuan = temukan(sesi, kode=(dokumen.kode,))
    assert (temuan.ttd, temuan.penanda) == ("sah", ("NURIA NI",))


def test_a_later_signed_version_is_named_an_unsigned_one_is_not(
    sesi: Session, dokumen: Dokumen, tmp_path: Path
) -> None:
    """Of a PK; reports and sheets go the same way."""
    baru = terbit(sesi, tmp_path, siap_disahkan(sesi, 2))
    sesi.refresh(baru, ["berkas", "arsip"])
    for ke, satu in enumerate((dokumen, baru), start=1):
        pk = PerjanjianKinerja(tahun=2030, versi=ke, dibuat_pada=PADA, disetujui_pada=PADA)
        sesi.add(pk)
        sesi.flush()
        satu.perjanjian_kinerja_id, satu.laporan_id, satu.periode_id = pk.id, None, None
    sesi.flush()
    assert temukan(sesi, kode=(dokumen.kode,)).pengganti is None
    _tertanda(sesi, tmp_path, baru, "tertanda")
    assert temukan(sesi, kode=(dokumen.kode,)).pengganti is baru
    assert temukan(sesi, kode=(baru.kode,)).pengganti is None


@pytest.mark.parametrize("cara", Cara)
def test_one_address_waits_until_its_oldest_question_leaves_the_window(sesi: Session, cara: Cara) -> None:
    satu = BATAS[cara][0]
    for ke in range(satu):
        assert tunda_detik(sesi, cara, "10.0.0.1", PADA + timedelta(seconds=ke)) == 0
        catat_tanya(sesi, cara, "10.0.0.1", PADA + timedelta(seconds=ke))
    kini = PADA + timedelta(seconds=satu)
    assert tunda_detik(sesi, cara, "10.0.0.1", kini) == JENDELA.total_seconds() - satu
    assert tunda_detik(sesi, cara, "10.0.0.2", kini) == 0
    lain = next(c for c in Cara if c is not cara)
    assert tunda_detik(sesi, lain, "10.0.0.1", kini) == 0
    assert tunda_detik(sesi, cara, "10.0.0.1", PADA + JENDELA) == 0


@pytest.mark.parametrize("cara", Cara)
def test_all_addresses_together_have_a_bound_too(sesi: Session, cara: Cara) -> None:
    for ke in range(BATAS[cara][1]):
        catat_tanya(sesi, cara, f"10.0.1.{ke}", PADA)
    assert tunda_detik(sesi, cara, "10.9.9.9", PADA + timedelta(seconds=1)) == JENDELA.total_seconds() - 1


def test_a_clock_set_back_locks_nobody_out(sesi: Session) -> None:
    for _ in range(BATAS[Cara.KODE][0]):
        catat_tanya(sesi, Cara.KODE, "10.0.0.1", PADA)
    assert tunda_detik(sesi, Cara.KODE, "10.0.0.1", PADA - timedelta(days=3)) == 0


def test_questions_leave_no_audit_row_and_are_forgotten_after_a_day(sesi: Session) -> None:
    catatan = len(sesi.execute(select(Catatan.seq)).all())
    catat_tanya(sesi, Cara.KODE, "10.0.0.1", PADA)
    catat_tanya(sesi, Cara.KODE, "x" * 500, PADA + timedelta(days=2))
    assert [len(a) for a in sesi.execute(select(PeriksaUmum.alamat)).scalars()] == [100]
    assert len(sesi.execute(select(Catatan.seq)).all()) == catatan

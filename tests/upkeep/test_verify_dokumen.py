"""A document or signed file that is no longer what its audit row says is named; so is a TTE file nobody judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from kinerja.domain.keutuhan import JenisTemuan, Temuan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.models.pindaian import Pindaian
from kinerja.operations.arsip import ganti, terima_tertanda
from kinerja.upkeep.verify import periksa
from tests.data_uji_arsip import PADA, pdf_uji, simpan_uji
from tests.kantor_uji import orang_uji
from tests.rusakkan import izinkan


@pytest.mark.parametrize(
    ("perintah", "kata"),
    [
        ("nomor = 'X/1'", "nomor dokumen X/1"),
        ("kode = 'ABCD-EFGH'", "kode dokumen dokumen"),
        ("halaman = 9", "jumlah halaman dokumen"),
        ("digest = '0000'", "data sumber dokumen"),
        ("judul = 'Lain'", "judul dokumen"),
        ("tanggal = '2020-01-01'", "tanggal dokumen"),
        ("penanda_nama = 'Orang Lain'", "penanda tangan dokumen"),
        ("penanda_jabatan = 'Bupati'", "jabatan penanda tangan dokumen"),
    ],
)
def test_a_document_that_differs_from_its_issue_is_named(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, perintah: str, kata: str
) -> None:
    sesi.execute(text(f"UPDATE dokumen SET {perintah}"))
    sesi.expire_all()
    (satu,) = periksa(sesi, tmp_path).rusak
    assert satu.jenis is JenisTemuan.BEDA_CATATAN
    assert satu.pesan.startswith(kata) and satu.pesan.endswith("tidak sama dengan catatan penerbitannya")


def test_an_audit_row_of_before_that_names_no_signer_says_nothing_of_one(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    izinkan(sesi, "catatan_tolak_update")
    sesi.execute(
        text("UPDATE catatan SET sesudah = json_remove(sesudah, '$.penanda') WHERE tindakan = 'terbitkan'")
    )
    sesi.execute(text("UPDATE dokumen SET penanda_nama = 'Orang Lain'"))
    sesi.expire_all()
    assert [satu.jenis for satu in periksa(sesi, tmp_path).rusak] == [JenisTemuan.RANTAI]


def test_a_document_that_was_given_another_file_is_named_though_both_files_are_whole(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    dokumen.berkas_id = simpan_uji(sesi, tmp_path, pdf_uji(2, "bukan ini")).id
    sesi.flush()
    (satu,) = periksa(sesi, tmp_path).rusak
    assert satu.pesan == f"berkas dokumen {dokumen.nomor} tidak sama dengan catatan penerbitannya"


def test_a_document_nobody_issued_is_named(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    sesi.execute(text("DROP TRIGGER catatan_tolak_update"))
    sesi.execute(text("UPDATE catatan SET objek = 'dokumen:99' WHERE tindakan = 'terbitkan'"))
    kata = f"dokumen {dokumen.nomor} tanpa catatan penerbitan"
    assert Temuan(JenisTemuan.BEDA_CATATAN, kata, dokumen.berkas.sha256) in periksa(sesi, tmp_path).rusak


def tertanda(sesi: Session, data: Path, dokumen: Dokumen, cara: str = "basah") -> Arsip:
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    berkas = simpan_uji(sesi, data, pdf_uji(2, "tertanda"))
    return terima_tertanda(sesi, dokumen, oleh.jabatan[0], berkas, 2, cara, "Lemari 2", "", oleh, PADA)


def pengganti(sesi: Session, data: Path, lama: Arsip) -> Arsip:
    berkas = simpan_uji(sesi, data, pdf_uji(2, "yang benar"))
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    return ganti(sesi, lama.id, berkas, 2, "basah", "Lemari 2", "Salah berkas.", oleh, PADA)


def test_signed_files_that_are_as_received_are_whole_superseded_ones_too(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    satu = pengganti(sesi, tmp_path, tertanda(sesi, tmp_path, dokumen))
    sesi.refresh(satu, ["berkas"])
    assert periksa(sesi, tmp_path).utuh


@pytest.mark.parametrize("yang", ["lama", "baru"])
def test_a_signed_file_in_the_place_of_the_received_one_is_named(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, yang: str
) -> None:
    lama = tertanda(sesi, tmp_path, dokumen)
    baru = pengganti(sesi, tmp_path, lama)
    terpilih = lama if yang == "lama" else baru
    izinkan(sesi, "arsip_tolak_ganti")
    # the file of the other one: known to the chain, but not for this row
    terpilih.berkas_id = (baru if yang == "lama" else lama).berkas_id
    sesi.flush()
    (satu,) = periksa(sesi, tmp_path).rusak
    assert satu.jenis is JenisTemuan.BEDA_CATATAN
    assert satu.pesan == f"PDF tertanda dokumen {dokumen.nomor} tidak sama dengan catatan penerimaannya"


@pytest.mark.parametrize("ubah", ["cara = 'tte'", "halaman = 7"])
@pytest.mark.parametrize("diganti", [False, True])
def test_a_signed_file_that_came_in_another_way_than_recorded_is_named(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, ubah: str, diganti: bool
) -> None:
    arsip = tertanda(sesi, tmp_path, dokumen)
    if diganti:
        arsip = pengganti(sesi, tmp_path, arsip)
    sesi.execute(text(f"UPDATE arsip SET {ubah} WHERE id = {arsip.id}"))
    sesi.expire_all()
    kata = f"cara atau jumlah halaman PDF tertanda dokumen {dokumen.nomor} tidak sama dengan catatan"
    (satu,) = [t for t in periksa(sesi, tmp_path).rusak if t.jenis is JenisTemuan.BEDA_CATATAN]
    assert satu.pesan.startswith(kata)


def test_a_superseded_file_that_was_put_in_force_again_is_named(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    pengganti(sesi, tmp_path, tertanda(sesi, tmp_path, dokumen))
    sesi.execute(text("UPDATE arsip SET diganti_oleh_id = NULL"))
    sesi.expire_all()
    (satu,) = periksa(sesi, tmp_path).rusak
    assert satu.pesan == f"PDF tertanda dokumen {dokumen.nomor} tidak sama dengan catatan penerimaannya"


def test_a_tte_file_without_a_verdict_is_named_one_from_before_only_noted(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    arsip = tertanda(sesi, tmp_path, dokumen, "tte")
    hasil = periksa(sesi, tmp_path)
    assert hasil.utuh
    assert [satu.jenis for satu in hasil.catatan] == [JenisTemuan.TANPA_VERDICT]
    pindaian = Pindaian(
        berkas_id=arsip.berkas_id,
        halaman=2,
        cara="tte",
        asal="unggah",
        kode=[],
        dokumen_id=dokumen.id,
        keadaan="diarsipkan",
        diterima_pada=PADA,
        diterima_oleh_nama="Uji",
    )
    sesi.add(pindaian)
    sesi.flush()
    arsip.pindaian_id = pindaian.id
    sesi.flush()
    (satu,) = periksa(sesi, tmp_path).rusak
    assert satu.jenis is JenisTemuan.TANPA_VERDICT and dokumen.nomor in satu.pesan
    sesi.add(PeriksaTtd(berkas_id=arsip.berkas_id, pada=PADA, oleh_nama="Uji", verdict="sah", hasil={}))
    sesi.flush()
    hasil = periksa(sesi, tmp_path)
    assert hasil.utuh and hasil.catatan == []


@pytest.mark.parametrize(
    ("perintah", "kata"),
    [
        ("UPDATE arsip SET pindaian_id = NULL", "tercatat diarsipkan tetapi tidak ada di arsip"),
        ("UPDATE pindaian SET berkas_id = (SELECT min(id) FROM berkas)", "bukan berkas atau dokumen"),
        ("UPDATE pindaian SET dokumen_id = NULL", "bukan berkas atau dokumen"),
        ("INSERT INTO lembar_pindaian (pindaian_id, urut, berkas_id) VALUES (1, 0, 1)", "tanpa urutan"),
    ],
)
def test_a_receipt_and_its_archive_row_that_disagree_are_named(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, perintah: str, kata: str
) -> None:
    arsip = tertanda(sesi, tmp_path, dokumen)
    sesi.execute(
        text(
            "INSERT INTO pindaian (id, berkas_id, halaman, cara, asal, kode, kaitan, dokumen_id, keadaan, alasan, "
            "lokasi_rak, keterangan, diterima_pada, diterima_oleh_nama, diputus_oleh_nama) VALUES "
            f"(1, {arsip.berkas_id}, 2, 'basah', 'unggah', '[]', '', {dokumen.id}, 'diarsipkan', '', '', '', "
            "'2026-10-08', 'a', '')"
        )
    )
    sesi.execute(text("UPDATE arsip SET pindaian_id = 1"))
    assert periksa(sesi, tmp_path).utuh
    sesi.execute(text(perintah))
    (satu,) = periksa(sesi, tmp_path).rusak
    assert satu.jenis is JenisTemuan.PENUNJUK and kata in satu.pesan
    assert sesi.execute(select(Arsip.id)).scalar_one() == arsip.id

"""A scan comes back: received, compared, archived or refused, with its rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.pindaian import Lembar
from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.pindaian import LembarPindaian, Pindaian
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.pindaian.verba import Kiriman, bacaan, pilih_dokumen, sesuai, terima, tidak_sesuai
from tests.data_uji_arsip import PADA, siap_disahkan, simpan_uji, terbit
from tests.data_uji_pindaian import PENYUSUN, kiriman_uji, terima_uji
from tests.kantor_uji import orang_uji


@pytest.fixture
def dokumen(sesi: Session, tmp_path: Path) -> Dokumen:
    """The report of triwulan I, issued: two pages."""
    return terbit(sesi, tmp_path, siap_disahkan(sesi))


def jejak(sesi: Session, jumlah: int) -> list[str]:
    pilih = select(Catatan.tindakan).order_by(Catatan.seq.desc()).limit(jumlah)
    return list(sesi.execute(pilih).scalars())


def test_a_scan_waits_to_be_compared_and_is_on_record(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2)
    assert (pindaian.keadaan, pindaian.dokumen_id, pindaian.halaman) == ("putusan", dokumen.id, 2)
    assert (pindaian.cara, pindaian.asal) == ("basah", "unggah")
    assert bacaan(pindaian) == (Lembar(dokumen.kode, 1), Lembar(dokumen.kode, 2))
    assert jejak(sesi, 1) == ["terima_pindaian"]
    assert not sesi.execute(select(Arsip)).first()
    assert periksa_rantai(sesi) is None


def test_the_scanner_hands_in_under_its_own_name(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2, siapa=None, asal="folder")
    assert (pindaian.diterima_oleh_id, pindaian.diterima_oleh_nama) == (None, "Pemindai (folder)")
    baris = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert baris.pelaku_nama == "sistem" and "dari folder pemindai oleh Pemindai (folder)" in baris.uraian


def test_photographs_stay_beside_the_file_they_were_joined_to(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    foto = tuple(simpan_uji(sesi, tmp_path, f"foto {n}".encode(), f"{n}.jpg") for n in (1, 2))
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2, lembar=foto)
    baris = sesi.execute(select(LembarPindaian).order_by(LembarPindaian.urut)).scalars().all()
    assert [(b.pindaian_id, b.urut, b.berkas_id) for b in baris] == [
        (pindaian.id, 1, foto[0].id),
        (pindaian.id, 2, foto[1].id),
    ]


@pytest.mark.parametrize("siapa", ["kasi_pmd", "staf_perencanaan", "admin"])
def test_others_hand_nothing_in(sesi: Session, tmp_path: Path, dokumen: Dokumen, siapa: str) -> None:
    with pytest.raises(TidakBerwenang):
        terima_uji(sesi, tmp_path, dokumen, 1, 2, siapa=siapa)
    assert not sesi.execute(select(Pindaian)).first()


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "kasubag_umum", "kasubag_perencanaan"])
def test_four_posts_hand_in_anything(sesi: Session, tmp_path: Path, dokumen: Dokumen, siapa: str) -> None:
    assert terima_uji(sesi, tmp_path, dokumen, 1, 2, siapa=siapa).diterima_oleh_nama.endswith("Uji")


def test_sesuai_archives_with_who_compared_and_leaves_the_step_open(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2)
    oleh = orang_uji(sesi, PENYUSUN)
    arsip = sesuai(sesi, pindaian.id, " Lemari 2 ", "", oleh, PADA)
    assert (arsip.dokumen_id, arsip.berkas_id, arsip.pindaian_id) == (
        dokumen.id,
        pindaian.berkas_id,
        pindaian.id,
    )
    assert (arsip.cara, arsip.lokasi_rak, arsip.kaitan) == ("basah", "Lemari 2", "")
    assert (arsip.dibandingkan_pada, arsip.dibandingkan_oleh_nama) == (PADA, oleh.nama)
    assert (pindaian.keadaan, pindaian.diputus_pada, pindaian.diputus_oleh_nama) == (
        "diarsipkan",
        PADA,
        oleh.nama,
    )
    assert jejak(sesi, 2) == ["unggah", "terima_pindaian"]


def test_sesuai_closes_step_and_period_in_one_go(sesi: Session, tmp_path: Path) -> None:
    tugas = siap_disahkan(sesi)
    dokumen = terbit(sesi, tmp_path, tugas)
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2)
    sesuai(sesi, pindaian.id, "Lemari 2", "", orang_uji(sesi, "camat"), PADA, selesaikan=True)
    assert tugas.penyelesaian_id is not None and tugas.periode.ditutup_pada == PADA
    assert jejak(sesi, 3) == ["selesaikan", "unggah", "terima_pindaian"]


@pytest.mark.parametrize("siapa", ["kasubag_umum", "sekretaris", "kasi_pmd", "staf_perencanaan"])
def test_only_who_files_its_kind_decides(sesi: Session, tmp_path: Path, dokumen: Dokumen, siapa: str) -> None:
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2)
    oleh = orang_uji(sesi, siapa)
    with pytest.raises(TidakBerwenang):
        sesuai(sesi, pindaian.id, "Lemari 2", "", oleh, PADA)
    with pytest.raises(TidakBerwenang):
        tidak_sesuai(sesi, pindaian.id, "Salah.", oleh, PADA)
    assert pindaian.keadaan == "putusan" and not sesi.execute(select(Arsip)).first()


def test_paper_needs_its_place_on_the_shelf(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2)
    with pytest.raises(MasukanSalah) as salah:
        sesuai(sesi, pindaian.id, " ", "", orang_uji(sesi, PENYUSUN), PADA)
    assert salah.value.medan == "lokasi_rak"
    assert not sesi.execute(select(Arsip)).first()


@pytest.mark.parametrize(("nomor", "kata"), [((1,), "Halaman 2 belum ada"), ((1, 1), "Halaman 2 belum ada"),
                                             ((1, 2, 0), "3 halaman")])  # fmt: skip
def test_missing_and_extra_pages_are_taken_only_with_a_reason(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, nomor: tuple[int, ...], kata: str
) -> None:
    pindaian = terima_uji(sesi, tmp_path, dokumen, *nomor)
    oleh = orang_uji(sesi, PENYUSUN)
    with pytest.raises(MasukanSalah, match=kata) as salah:
        sesuai(sesi, pindaian.id, "Lemari 2", "", oleh, PADA)
    assert salah.value.medan == "keterangan"
    arsip = sesuai(sesi, pindaian.id, "Lemari 2", "Lembar tanda terima ikut dipindai.", oleh, PADA)
    assert arsip.keterangan == "Lembar tanda terima ikut dipindai."


def test_tidak_sesuai_is_on_record_with_the_reason(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2)
    oleh = orang_uji(sesi, PENYUSUN)
    with pytest.raises(MasukanSalah) as salah:
        tidak_sesuai(sesi, pindaian.id, "  ", oleh, PADA)
    assert salah.value.medan == "alasan"
    with pytest.raises(MasukanSalah, match="2000"):
        tidak_sesuai(sesi, pindaian.id, "x" * 2001, oleh, PADA)
    tidak_sesuai(sesi, pindaian.id, "Halaman 2 tanpa tanda tangan.", oleh, PADA)
    assert (pindaian.keadaan, pindaian.alasan) == ("ditolak", "Halaman 2 tanpa tanda tangan.")
    assert jejak(sesi, 1) == ["tolak_pindaian"]
    with pytest.raises(SudahDikerjakan, match="sudah ditolak oleh Kasubag Perencanaan"):
        sesuai(sesi, pindaian.id, "Lemari 2", "", oleh, PADA)


def test_a_second_decision_hears_of_the_first(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2)
    sesuai(sesi, pindaian.id, "Lemari 2", "", orang_uji(sesi, PENYUSUN), PADA)
    with pytest.raises(SudahDikerjakan, match=r"sudah diarsipkan oleh .* pukul 09\.00 tanggal 08-10-2026"):
        tidak_sesuai(sesi, pindaian.id, "Salah.", orang_uji(sesi, "camat"), PADA)


def test_another_scan_supersedes_with_a_reason(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    oleh = orang_uji(sesi, PENYUSUN)
    lama = sesuai(sesi, terima_uji(sesi, tmp_path, dokumen, 1, 2).id, "Lemari 2", "", oleh, PADA)
    lain = terima_uji(sesi, tmp_path, dokumen, 1, 2, tanda="ulang")
    with pytest.raises(MasukanSalah, match="mengapa") as salah:
        sesuai(sesi, lain.id, "Lemari 2", "", oleh, PADA)
    assert salah.value.medan == "keterangan" and lain.keadaan == "putusan"
    baru = sesuai(sesi, lain.id, "Lemari 2", "Pindaian lama kabur.", oleh, PADA)
    assert (lama.diganti_oleh_id, lama.diganti_alasan) == (baru.id, "Pindaian lama kabur.")
    assert baru.pindaian_id == lain.id


def test_a_file_of_no_known_document_waits_for_it(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    oleh = orang_uji(sesi, PENYUSUN)
    pindaian = terima(sesi, kiriman_uji(sesi, tmp_path, dokumen, 0, 0), None, oleh, PADA)
    assert (pindaian.keadaan, pindaian.dokumen_id) == ("dokumen", None)
    with pytest.raises(MasukanSalah, match="Pilih dahulu"):
        sesuai(sesi, pindaian.id, "Lemari 2", "", oleh, PADA)
    with pytest.raises(TidakBerwenang):
        pilih_dokumen(sesi, pindaian.id, dokumen, "", orang_uji(sesi, "kasi_pmd"), PADA)
    pilih_dokumen(sesi, pindaian.id, dokumen, "", oleh, PADA)
    assert (pindaian.keadaan, pindaian.dokumen_id) == ("putusan", dokumen.id)
    assert jejak(sesi, 1) == ["pilih_dokumen"]
    with pytest.raises(SudahDikerjakan, match="sudah dipilih"):
        pilih_dokumen(sesi, pindaian.id, dokumen, "", oleh, PADA)


def test_a_file_nobody_knows_can_be_refused(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    pindaian = terima(sesi, kiriman_uji(sesi, tmp_path, dokumen, 0), None, None, PADA)
    with pytest.raises(TidakBerwenang):
        tidak_sesuai(sesi, pindaian.id, "Brosur.", orang_uji(sesi, "kasi_pmd"), PADA)
    assert (
        tidak_sesuai(sesi, pindaian.id, "Brosur.", orang_uji(sesi, "kasubag_umum"), PADA).keadaan == "ditolak"
    )


def test_what_was_found_wrong_at_receipt_stays_on_record(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    oleh = orang_uji(sesi, PENYUSUN)
    kiriman = kiriman_uji(sesi, tmp_path, dokumen, 1, 2, cara="tte")
    pindaian = terima(sesi, kiriman, dokumen, oleh, PADA, ditolak="Berubah setelah ditandatangani.")
    assert (pindaian.keadaan, pindaian.alasan) == ("ditolak", "Berubah setelah ditandatangani.")
    baris = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert "ditolak: Berubah setelah" in baris.uraian


def test_an_unknown_receipt_is_not_found(sesi: Session) -> None:
    with pytest.raises(TidakDitemukan):
        sesuai(sesi, 99, "Lemari 2", "", orang_uji(sesi, PENYUSUN), PADA)


def test_the_same_file_is_not_taken_twice(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    oleh = orang_uji(sesi, PENYUSUN)
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2)
    with pytest.raises(
        SudahDikerjakan, match=r"sudah diterima dari Kasubag .* pukul 09\.00 tanggal 08-10-2026 dan menunggu"
    ):
        terima_uji(sesi, tmp_path, dokumen, 1, 2)
    sesuai(sesi, pindaian.id, "Lemari 2", "", oleh, PADA)
    with pytest.raises(SudahDikerjakan, match="sama dengan yang sudah diarsipkan untuk Laporan Kinerja"):
        terima_uji(sesi, tmp_path, dokumen, 1, 2)


def test_a_refused_file_may_come_again(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    oleh = orang_uji(sesi, PENYUSUN)
    tidak_sesuai(sesi, terima_uji(sesi, tmp_path, dokumen, 1, 2).id, "Keliru saya.", oleh, PADA)
    assert terima_uji(sesi, tmp_path, dokumen, 1, 2).keadaan == "putusan"


def test_the_unsigned_file_itself_is_refused(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    sama = sesi.get_one(Berkas, dokumen.berkas_id)
    with pytest.raises(MasukanSalah, match="belum ditandatangani"):
        terima(sesi, Kiriman(sama, (None, None)), dokumen, orang_uji(sesi, PENYUSUN), PADA)

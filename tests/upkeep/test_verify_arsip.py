"""Every way a file goes bad has a name of its own; files nobody knows are noted; nothing is held meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from kinerja.archive import gudang
from kinerja.archive.gudang import ARSIP, RUSAK, jalur
from kinerja.domain.keutuhan import JenisTemuan, Temuan
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Dokumen
from kinerja.upkeep import verify_arsip
from kinerja.upkeep.verify import periksa
from kinerja.upkeep.verify_arsip import Kemajuan, PeriksaBerkas, sebutan
from tests.data_uji_arsip import pdf_uji, simpan_uji
from tests.rusakkan import balik, hapus, izinkan, jadi_folder, jadi_tautan, potong


@pytest.mark.parametrize(
    ("rusakkan", "jenis", "kata"),
    [
        (hapus, JenisTemuan.HILANG, "berkas dokumen {} hilang"),
        (potong, JenisTemuan.UKURAN, "ukuran berkas dokumen {} berubah"),
        (balik, JenisTemuan.ISI, "isi berkas dokumen {} berubah"),
        (jadi_folder, JenisTemuan.TAK_TERBACA, "berkas dokumen {} tidak dapat dibaca"),
        (jadi_tautan, JenisTemuan.TAK_TERBACA, "berkas dokumen {} tidak dapat dibaca"),
    ],
)
def test_a_damaged_file_is_named_with_its_kind(
    sesi: Session,
    tmp_path: Path,
    dokumen: Dokumen,
    rusakkan: Callable[[Path], None],
    jenis: JenisTemuan,
    kata: str,
) -> None:
    sha = dokumen.berkas.sha256
    rusakkan(jalur(tmp_path, sha))
    hasil = periksa(sesi, tmp_path)
    assert hasil.rusak == [Temuan(jenis, kata.format(dokumen.nomor), sha)]
    assert hasil.catatan == []


def test_a_disk_that_does_not_give_the_bytes_makes_the_file_unreadable(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(_berkas: Path) -> str:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(verify_arsip, "hitung_sha256", gagal)
    (satu,) = periksa(sesi, tmp_path).rusak
    assert satu.jenis is JenisTemuan.TAK_TERBACA


@pytest.mark.parametrize("di", ["", "ab"])
def test_a_folder_nobody_may_read_ends_no_check(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, monkeypatch: pytest.MonkeyPatch, di: str
) -> None:
    asli, terlarang = gudang._isi, tmp_path / ARSIP / di
    terlarang.mkdir(exist_ok=True)

    def isi(folder: Path) -> list[Path]:
        if folder == terlarang:
            raise PermissionError(13, "Permission denied", str(folder))
        return asli(folder)

    monkeypatch.setattr(gudang, "_isi", isi)
    balik(jalur(tmp_path, dokumen.berkas.sha256))
    hasil = periksa(sesi, tmp_path)
    assert [satu.jenis for satu in hasil.rusak] == [JenisTemuan.ISI], "the files are still read"
    assert [satu.pesan for satu in hasil.catatan] == (
        ["1 berkas asing di folder arsip, misalnya arsip/ab"] if di else []
    )


def test_a_file_without_a_row_is_noted_but_breaks_nothing(sesi: Session, tmp_path: Path) -> None:
    berkas = simpan_uji(sesi, tmp_path, pdf_uji())
    izinkan(sesi, "berkas_tolak_hapus")
    sesi.delete(berkas)
    sesi.flush()
    hasil = periksa(sesi, tmp_path)
    assert hasil.utuh
    (satu,) = hasil.catatan
    assert satu.jenis is JenisTemuan.YATIM and satu.sha256 == berkas.sha256
    assert "1 berkas di gudang tanpa baris" in satu.pesan


def test_a_stranger_in_the_store_is_noted_and_what_was_put_aside_is_not(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    sah = jalur(tmp_path, dokumen.berkas.sha256)
    (sah.parent / "Thumbs.db").write_bytes(b"x")
    (sah.parent.parent / ("0" * 64)).write_bytes(b"di tempat yang salah")
    for folder in ("tmp", RUSAK):
        (tmp_path / ARSIP / folder).mkdir(exist_ok=True)
        (tmp_path / ARSIP / folder / ("1" * 64)).write_bytes(b"x")
    hasil = periksa(sesi, tmp_path)
    assert hasil.utuh
    (satu,) = hasil.catatan
    assert satu.jenis is JenisTemuan.YATIM and "2 berkas asing" in satu.pesan


def test_each_of_many_is_read_once_in_pieces_and_the_bad_ones_among_them_are_found(
    sesi: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify_arsip, "SEKALI", 2)
    monkeypatch.setattr("kinerja.upkeep.bertahap.bertahap.__defaults__", (3,))
    semua = sorted(
        (simpan_uji(sesi, tmp_path, b"%PDF-" + str(n).encode(), f"{n}.pdf") for n in range(11)),
        key=lambda b: b.sha256,
    )
    simpan_uji(sesi, tmp_path, b"%PDF-0", "lagi.pdf")
    izinkan(sesi, "berkas_tolak_hapus")
    yatim = [semua.pop(n) for n in (8, 3, 0)]
    for satu in yatim:
        sesi.query(Berkas).filter_by(sha256=satu.sha256).delete()
    sesi.commit()
    buruk = [semua[0], semua[4], semua[-1]]
    for satu in buruk:
        balik(jalur(tmp_path, satu.sha256))
    kemajuan: list[tuple[int, int]] = []
    jalan = PeriksaBerkas(sesi, tmp_path, lambda k: kemajuan.append((k.berkas, k.jumlah)))
    assert [satu.sha256 for satu in jalan.rusak()] == [satu.sha256 for satu in buruk]
    assert kemajuan == [(n, 8) for n in range(1, 9)]
    (catatan,) = jalan.yatim()
    assert "3 berkas di gudang" in catatan.pesan and catatan.sha256 == yatim[-1].sha256


def test_a_file_that_arrives_during_the_check_is_no_orphan(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    isi, datang = b"%PDF-terlambat", []

    def sambil(_kemajuan: Kemajuan) -> None:
        if not datang:
            datang.append(simpan_uji(sesi, tmp_path, isi))
            sesi.commit()

    assert periksa(sesi, tmp_path, lapor=sambil).catatan == []
    assert datang


def test_while_a_file_is_hashed_no_transaction_is_open(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    terbuka: list[bool] = []
    periksa(sesi, tmp_path, lapor=lambda _k: terbuka.append(sesi.in_transaction()))
    assert terbuka == [False]


@pytest.mark.parametrize("kolom", ["ukuran = ukuran + 1", "sha256 = 'bukan sidik'"])
def test_a_row_whose_size_or_hash_was_changed_is_named(
    sesi: Session, tmp_path: Path, dokumen: Dokumen, kolom: str
) -> None:
    izinkan(sesi, "berkas_tolak_ganti")
    sesi.execute(text(f"UPDATE berkas SET {kolom}"))
    assert {satu.jenis for satu in periksa(sesi, tmp_path).rusak} & {JenisTemuan.UKURAN, JenisTemuan.ISI}


def test_a_file_of_nothing_known_is_called_by_its_name(sesi: Session, tmp_path: Path) -> None:
    berkas = simpan_uji(sesi, tmp_path, pdf_uji(), "Bukti kegiatan.pdf")
    assert sebutan(sesi, berkas.sha256) == "berkas “Bukti kegiatan.pdf”"

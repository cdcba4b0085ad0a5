"""Rows of received files: clean names, files beside a step, and who may download what."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.archive.gudang import Tersimpan
from kinerja.domain.disposisi import Hasil, Sifat
from kinerja.domain.kesalahan import BelumLengkap, TidakBerwenang, TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.perjanjian_kinerja import Indikator
from kinerja.operations.berkas import berkas_boleh, catat_berkas, lampirkan, nama_bersih
from kinerja.operations.disposisi import cabang as disposisi_cabang
from kinerja.operations.realisasi.bukti import cabut_bukti, tambah_bukti
from tests.data_uji_disposisi import OKTOBER, bebas, minta_data, tugas_uji
from tests.data_uji_pk import bangun_pk
from tests.data_uji_realisasi import triwulan_uji
from tests.kantor_uji import PEMERAN, orang_uji

PDF = "application/pdf"


def berkas(sesi: Session, nama: str = "bukti.pdf") -> Berkas:
    return catat_berkas(
        sesi, Tersimpan("a" * 64, 10, Path("x")), nama, PDF, orang_uji(sesi, "kasi_pelayanan"), OKTOBER
    )


@pytest.mark.parametrize(
    ("nama", "bersih"),
    [
        ("Laporan TW III.pdf", "Laporan TW III.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\camat\\surat.PDF", "surat.PDF"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"),
        ("kutip\"dan'.pdf", "kutip_dan'.pdf"),
        ("\u202efdp.exe.pdf", "fdp.exe.pdf"),
        ("nol\x00byte.pdf", "nolbyte.pdf"),
        ("e\u0301.pdf", "é.pdf"),
        ("", "berkas.pdf"),
        ("..", "berkas.pdf"),
        (".pdf", "pdf.pdf"),
        ("<script>.pdf", "_script_.pdf"),
        ("program.exe", "program.exe.pdf"),
        ("x" * 400 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_the_display_name_is_harmless(nama: str, bersih: str) -> None:
    assert nama_bersih(nama, PDF) == bersih
    assert len(nama_bersih(nama, PDF)) <= 150


def test_the_row_keeps_what_was_received(sesi: Session) -> None:
    baris = berkas(sesi, "a/b/foto.pdf")
    assert (baris.sha256, baris.ukuran, baris.jenis, baris.nama) == ("a" * 64, 10, PDF, "foto.pdf")
    assert baris.diterima_oleh == orang_uji(sesi, "kasi_pelayanan").pegawai_id


def test_a_file_is_put_beside_an_open_step_by_its_holder(sesi: Session) -> None:
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    satu = berkas(sesi)
    with pytest.raises(TidakBerwenang):
        lampirkan(sesi, tugas.id, satu, orang_uji(sesi, "camat"), OKTOBER)
    kedua = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "2")
    with pytest.raises(BelumLengkap):
        lampirkan(sesi, kedua.id, satu, orang_uji(sesi, "kasubag_perencanaan"), OKTOBER)
    lampirkan(sesi, tugas.id, satu, orang_uji(sesi, "kasubag_umum"), OKTOBER)
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert akhir.tindakan == "lampirkan"
    assert "berkas “bukti.pdf” dilampirkan" in akhir.uraian
    assert berkas_boleh(sesi, satu.id, orang_uji(sesi, "kasi_pmd")) is satu


def test_a_file_that_hangs_on_nothing_is_nobodys(sesi: Session) -> None:
    satu = berkas(sesi)
    for siapa in ("camat", "kasi_pelayanan", "admin"):
        with pytest.raises(TidakDitemukan):
            berkas_boleh(sesi, satu.id, orang_uji(sesi, siapa))
    with pytest.raises(TidakDitemukan):
        berkas_boleh(sesi, 10**17, orang_uji(sesi, "camat"))


def test_bukti_is_read_by_every_post_but_admin_and_stays_when_withdrawn(sesi: Session) -> None:
    bangun_pk(sesi)
    minta_data(sesi)
    periode, kasi = triwulan_uji(sesi), orang_uji(sesi, "kasi_pelayanan")
    kartu = sesi.execute(select(Indikator).where(Indikator.uraian.contains("Kepuasan"))).scalar_one()
    satu, dua = berkas(sesi), berkas(sesi, "foto.pdf")
    bukti, _ = tambah_bukti(sesi, periode.id, kartu.identitas, [satu, dua], " Rekap SKM ", kasi, OKTOBER)
    assert bukti.keterangan == "Rekap SKM"
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert akhir.uraian.startswith("Triwulan III 2026: bukti “bukti.pdf”, “foto.pdf” diunggah")
    cabut_bukti(sesi, periode.id, bukti.id, "salah unggah", kasi, OKTOBER)
    assert (bukti.dicabut_pada, bukti.dicabut_alasan) == (OKTOBER, "salah unggah")
    for siapa in PEMERAN:
        if siapa == "admin":
            with pytest.raises(TidakDitemukan):
                berkas_boleh(sesi, satu.id, orang_uji(sesi, siapa))
        else:
            assert berkas_boleh(sesi, satu.id, orang_uji(sesi, siapa)) is satu


def test_withdrawing_needs_a_reason_and_the_own_unit(sesi: Session) -> None:
    from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan

    bangun_pk(sesi)
    minta_data(sesi)
    periode, kasi = triwulan_uji(sesi), orang_uji(sesi, "kasi_pelayanan")
    kartu = sesi.execute(select(Indikator).where(Indikator.uraian.contains("Kepuasan"))).scalar_one()
    (bukti,) = tambah_bukti(sesi, periode.id, kartu.identitas, [berkas(sesi)], "", kasi, OKTOBER)
    for alasan in ("  ", "x" * 501):
        with pytest.raises(MasukanSalah):
            cabut_bukti(sesi, periode.id, bukti.id, alasan, kasi, OKTOBER)
    with pytest.raises(TidakDitemukan):
        cabut_bukti(sesi, periode.id, bukti.id, "x", orang_uji(sesi, "kasi_pmd"), OKTOBER)
    with pytest.raises(TidakDitemukan):
        cabut_bukti(sesi, triwulan_uji(sesi, 2).id, bukti.id, "x", kasi, OKTOBER)
    cabut_bukti(sesi, periode.id, bukti.id, "x", kasi, OKTOBER)
    with pytest.raises(SudahDikerjakan):
        cabut_bukti(sesi, periode.id, bukti.id, "x", kasi, OKTOBER)


@pytest.mark.parametrize(
    ("sifat", "boleh"),
    [
        (Sifat.BIASA, {"camat", "sekretaris", "kasi_pelayanan"}),
        (Sifat.RAHASIA, {"camat", "sekretaris", "kasi_pelayanan"}),
    ],
)
def test_the_file_of_a_reply_follows_its_disposisi(sesi: Session, sifat: Sifat, boleh: set[str]) -> None:
    disposisi = bebas(sesi, "camat", "kasi_pelayanan", sifat=sifat)
    satu = berkas(sesi)
    disposisi_cabang.selesaikan(
        sesi,
        disposisi.cabang[0].id,
        orang_uji(sesi, "kasi_pelayanan"),
        OKTOBER,
        Hasil.SELESAI,
        "terlampir",
        satu.id,
    )
    for siapa in PEMERAN:
        if siapa in boleh:
            assert berkas_boleh(sesi, satu.id, orang_uji(sesi, siapa)) is satu
        else:
            with pytest.raises(TidakDitemukan):
                berkas_boleh(sesi, satu.id, orang_uji(sesi, siapa))

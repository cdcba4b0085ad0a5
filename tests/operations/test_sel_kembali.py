"""Sending a step back to the very cells: what can be marked, what must be mended, what is kept."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.periode import Periode
from kinerja.models.realisasi import Realisasi
from kinerja.models.tugas import Pengembalian, Tugas
from kinerja.operations.laporan.narasi import simpan_narasi
from kinerja.operations.laporan.verba import narasi_laporan
from kinerja.operations.pengembalian import kembalikan, tujuan_kembali
from kinerja.operations.sel_kembali import (
    BELUM_DITULIS,
    dapat_ditandai,
    diminta,
    pengembalian_berlaku,
    sel_halaman,
)
from kinerja.operations.tugas import ambil, selesaikan
from tests.data_uji_laporan import PADA, bangun_tangan, buka_langkah, periode, siapkan_draf, tulis_narasi
from tests.kantor_uji import orang_uji

RINGKASAN = "narasi:ringkasan"


@pytest.fixture
def milik(sesi: Session, monkeypatch: pytest.MonkeyPatch) -> Periode:
    """Triwulan III: steps 1 to 4 done, the texts written, step 5 open."""
    monkeypatch.setattr("kinerja.operations.tugas.periksa", lambda *_: ())
    monkeypatch.setattr("kinerja.operations.tugas.ATURAN", {})
    bangun_tangan(sesi)
    milik = periode(sesi, JenisPeriode.TRIWULAN, 3)
    for kunci, siapa in (("1", "kasubag_umum"), ("2", "kasubag_perencanaan")):
        selesaikan(sesi, buka_langkah(sesi, milik, kunci).id, orang_uji(sesi, siapa), PADA)
    laporan = siapkan_draf(sesi, milik, "3", orang_uji(sesi, "staf_perencanaan"))
    tulis_narasi(sesi, laporan)
    for kunci, siapa in (("3", "staf_perencanaan"), ("4", "kasubag_perencanaan")):
        selesaikan(sesi, langkah(sesi, milik, kunci).id, orang_uji(sesi, siapa), PADA)
    return milik


def langkah(sesi: Session, milik: Periode, kunci: str) -> Tugas:
    nomor = sesi.execute(
        select(Tugas.id).where(Tugas.periode_id == milik.id, Tugas.kunci == kunci)
    ).scalar_one()
    return ambil(sesi, nomor)


def kembali_ke(sesi: Session, milik: Periode, ke: str, *sel: str) -> Pengembalian:
    return kembalikan(
        sesi, langkah(sesi, milik, "5").id, ke, orang_uji(sesi, "sekretaris"), PADA, "Perbaiki.", sel
    )


def test_sections_and_figures_can_be_marked_each_for_the_step_that_mends_them(
    sesi: Session, milik: Periode
) -> None:
    tujuan = tujuan_kembali(sesi, langkah(sesi, milik, "5"))
    semua = {s.tanda: s for s in dapat_ditandai(sesi, tujuan)}
    assert semua[RINGKASAN].kini == "Uraian ringkasan."
    assert {s.jenis for s in semua.values()} == {"narasi", "angka"}
    angka = [s for s in semua.values() if s.jenis == "angka"]
    assert angka and all(s.label.startswith("Angka ") for s in angka)
    dibaca = {t.langkah for t in tujuan if sel_halaman(sesi, t.periode, None) == ()}
    assert dibaca == {1, 2, 3, 4}


def test_the_return_keeps_each_cell_as_it_was_and_the_audit_row_names_it(
    sesi: Session, milik: Periode
) -> None:
    kembali = kembali_ke(sesi, milik, "4", RINGKASAN, RINGKASAN)
    assert kembali.sel == [{"tanda": RINGKASAN, "label": "Ringkasan", "semula": "Uraian ringkasan."}]
    catatan = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert f'"sel":["{RINGKASAN}"]' in catatan.sesudah
    (satu,) = diminta(sesi, langkah(sesi, milik, "4"))
    assert (satu.label, satu.berubah) == ("Ringkasan", False)


@pytest.mark.parametrize(
    ("ke", "kata"), [("3", "bagian uraian"), ("2", "bagian uraian"), ("1", "bagian uraian")]
)
def test_a_mark_the_chosen_step_cannot_mend_is_refused_and_nothing_happens(
    sesi: Session, milik: Periode, ke: str, kata: str
) -> None:
    with pytest.raises(MasukanSalah, match=kata) as salah:
        kembali_ke(sesi, milik, ke, RINGKASAN)
    assert salah.value.medan == "sel"
    assert sesi.execute(select(Pengembalian)).first() is None


def test_figures_are_for_merekap_only(sesi: Session, milik: Periode) -> None:
    angka = next(s for s in dapat_ditandai(sesi, [langkah(sesi, milik, "2")]))
    with pytest.raises(MasukanSalah, match="Ada angka yang ditandai"):
        kembali_ke(sesi, milik, "4", angka.tanda)
    with pytest.raises(MasukanSalah):
        kembali_ke(sesi, milik, "2", "angka:999999")
    kembali_ke(sesi, milik, "2", angka.tanda)
    assert [s.tanda for s in diminta(sesi, langkah(sesi, milik, "2"))] == [angka.tanda]


def test_a_cell_left_as_it_was_needs_a_word(sesi: Session, milik: Periode) -> None:
    kembali = kembali_ke(sesi, milik, "4", RINGKASAN)
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    with pytest.raises(BelumLengkap, match="Belum diubah: Ringkasan"):
        selesaikan(sesi, langkah(sesi, milik, "4").id, kasubag, PADA)
    assert "menjadi" not in kembali.sel[0]
    selesaikan(sesi, langkah(sesi, milik, "4").id, kasubag, PADA, "Sudah benar: sesuai notulen.")
    assert kembali.sel[0]["menjadi"] == kembali.sel[0]["semula"]


def test_a_mended_cell_is_kept_old_and_new(sesi: Session, milik: Periode) -> None:
    kembali = kembali_ke(sesi, milik, "4", RINGKASAN)
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    simpan_narasi(sesi, milik, "ringkasan", "Ringkasan yang sudah diperbaiki.", kasubag, PADA)
    assert [s.berubah for s in diminta(sesi, langkah(sesi, milik, "4"))] == [True]
    selesaikan(sesi, langkah(sesi, milik, "4").id, kasubag, PADA)
    assert kembali.sel == [
        {
            "tanda": RINGKASAN,
            "label": "Ringkasan",
            "semula": "Uraian ringkasan.",
            "menjadi": "Ringkasan yang sudah diperbaiki.",
        }
    ]
    assert diminta(sesi, langkah(sesi, milik, "4")) == ()
    assert pengembalian_berlaku(sesi, langkah(sesi, milik, "5")) is None


def test_a_mended_figure_is_kept_too(sesi: Session, milik: Periode) -> None:
    angka = next(s for s in dapat_ditandai(sesi, [langkah(sesi, milik, "2")]) if s.kini not in ("", "–"))
    kembali = kembali_ke(sesi, milik, "2", angka.tanda)
    baris = sesi.execute(
        select(Realisasi).where(Realisasi.indikator_id == int(angka.kunci), Realisasi.triwulan == 3)
    ).scalar_one()
    baris.nilai = "7"
    sesi.flush()
    selesaikan(sesi, langkah(sesi, milik, "2").id, orang_uji(sesi, "kasubag_perencanaan"), PADA)
    assert (kembali.sel[0]["semula"], kembali.sel[0]["menjadi"]) == (angka.kini, "7")


def test_an_unwritten_section_is_said_to_be_unwritten(sesi: Session, milik: Periode) -> None:
    laporan = siapkan_draf(
        sesi, periode(sesi, JenisPeriode.TRIWULAN, 2), "3", orang_uji(sesi, "staf_perencanaan")
    )
    assert narasi_laporan(laporan) == {}
    dua = periode(sesi, JenisPeriode.TRIWULAN, 2)
    buka_langkah(sesi, dua, "4")
    assert {s.kini for s in dapat_ditandai(sesi, [langkah(sesi, dua, "4")])} == {BELUM_DITULIS}


def test_a_second_return_is_the_one_in_force(sesi: Session, milik: Periode) -> None:
    kembali_ke(sesi, milik, "4", RINGKASAN)
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    selesaikan(sesi, langkah(sesi, milik, "4").id, kasubag, PADA, "Sudah benar.")
    kedua = kembali_ke(sesi, milik, "4")
    assert pengembalian_berlaku(sesi, langkah(sesi, milik, "4")) is kedua
    assert diminta(sesi, langkah(sesi, milik, "4")) == ()

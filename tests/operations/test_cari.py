"""The search over issued documents: what is found, in which order, and what never is."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.models.dokumen import Dokumen
from kinerja.models.surat import SuratKeluar
from kinerja.models.teks_dokumen import TeksDokumen
from kinerja.operations import cari as modul
from kinerja.operations.arsip import unggah_tertanda
from kinerja.operations.arsip_daftar import Saringan
from kinerja.operations.cari import HasilCari, belum_terindeks, cari, indeks
from tests.data_uji_arsip import PADA, pdf_uji, siap_disahkan, simpan_uji, terbit
from tests.kantor_uji import orang_uji

ISI = ("Capaian indikator pelayanan nagari Barung-Barung Balantai naik", "Serapan anggaran pelayanan rendah")


@pytest.fixture
def dua(sesi: Session, tmp_path: Path) -> list[Dokumen]:
    """The reports of triwulan I and II, issued and indexed."""
    hasil = []
    for ke, isi in enumerate(ISI, 1):
        dokumen = terbit(sesi, tmp_path, siap_disahkan(sesi, ke))
        indeks(sesi, dokumen, isi)
        hasil.append(dokumen)
    return hasil


def ke(hasil: HasilCari) -> list[str]:
    return [t.dokumen.judul.removeprefix("Laporan Kinerja Triwulan ") for t in hasil.baris]


def bertanda(potong: tuple[modul.Potong, ...]) -> str:
    return "".join(f"[{p.teks}]" if p.kena else p.teks for p in potong)


@pytest.mark.parametrize(
    ("kata", "ketemu"),
    [
        ("nagari", ["I 2026"]),
        ("NAGARI bal", ["I 2026"]),
        ("Barung-Barung", ["I 2026"]),
        ("serapan rendah", ["II 2026"]),
        ("nagari serapan", []),
        ("triwulan II", ["II 2026"]),
        ("tidak-ada-di-mana-pun", []),
        ("", []),
        ('"*-', []),
        ("NEAR(nagari pelayanan)", []),
        ("nagari OR serapan", []),
    ],
)
def test_all_the_words_must_be_there(sesi: Session, dua: list[Dokumen], kata: str, ketemu: list[str]) -> None:
    hasil = cari(sesi, kata)
    assert ke(hasil) == ketemu
    assert hasil.jumlah == len(ketemu)


def test_numbers_and_codes_are_found_whole_and_in_part(sesi: Session, dua: list[Dokumen]) -> None:
    for dokumen in dua:
        rapat = dokumen.kode.replace("-", "").lower()
        for kata in (dokumen.nomor, dokumen.nomor.lower(), dokumen.kode, dokumen.kode.lower(), rapat):
            assert ke(cari(sesi, kata)) == [dokumen.judul.removeprefix("Laporan Kinerja Triwulan ")], kata
        assert dokumen in [t.dokumen for t in cari(sesi, dokumen.kode[1:7]).baris]
        assert dokumen in [t.dokumen for t in cari(sesi, f"/{dokumen.urut}/CMT").baris]


@pytest.mark.parametrize("kata", ["k", "ka", "2", "20"])
def test_one_or_two_letters_are_a_beginning(sesi: Session, dua: list[Dokumen], kata: str) -> None:
    assert cari(sesi, kata, keadaan="menunggu").jumlah == 2
    assert cari(sesi, kata, tahun=2025).jumlah == 0


def test_the_exact_number_stands_first(sesi: Session, dua: list[Dokumen]) -> None:
    satu, kedua = dua
    indeks(sesi, kedua, f"Menunjuk {satu.nomor}, lihat {satu.nomor}, juga {satu.nomor} dan {satu.kode}")
    assert ke(cari(sesi, satu.nomor)) == ["I 2026", "II 2026"]
    assert ke(cari(sesi, satu.kode)) == ["I 2026", "II 2026"]


def test_alike_finds_come_newest_first(sesi: Session, dua: list[Dokumen]) -> None:
    for dokumen in dua:
        indeks(sesi, dokumen, "sama")
    assert ke(cari(sesi, "sama")) == ["II 2026", "I 2026"]


def test_found_words_are_marked(sesi: Session, dua: list[Dokumen]) -> None:
    satu = cari(sesi, "nagari bar").baris[0]
    assert bertanda(satu.cuplikan) == "Capaian indikator pelayanan [nagari] [Barung]-[Barung] Balantai naik"
    kode = cari(sesi, dua[0].kode[1:7]).baris[0]
    assert any(p.kena for p in kode.kode)
    judul = cari(sesi, "laporan").baris[0]
    assert bertanda(judul.judul).startswith("[Laporan] Kinerja")


def test_markup_in_a_document_is_only_text(sesi: Session, dua: list[Dokumen]) -> None:
    indeks(sesi, dua[0], "<script>alert('nagari')</script>")
    assert bertanda(cari(sesi, "nagari").baris[0].cuplikan) == "<script>alert('[nagari]')</script>"


def test_filters_narrow_the_finds(sesi: Session, dua: list[Dokumen]) -> None:
    assert cari(sesi, "pelayanan", tahun=2026).jumlah == 2
    assert cari(sesi, "pelayanan", tahun=2025).jumlah == 0
    assert cari(sesi, "pelayanan", jenis="laporan_tahunan").jumlah == 0
    assert cari(sesi, "pelayanan", keadaan="menunggu").jumlah == 2
    assert cari(sesi, "pelayanan", saring=Saringan(keadaan="tertanda")).jumlah == 0
    assert cari(sesi, "pelayanan", klasifikasi="000.7.2.8").jumlah == 2


def test_a_page_holds_so_many_and_the_count_stays(sesi: Session, dua: list[Dokumen]) -> None:
    awal, lanjut = (cari(sesi, "pelayanan", batas=1, dari=dari) for dari in (0, 1))
    assert (len(awal.baris), awal.jumlah, len(lanjut.baris), lanjut.jumlah) == (1, 2, 1, 2)
    assert awal.baris[0].dokumen.id != lanjut.baris[0].dokumen.id
    assert cari(sesi, "pelayanan", batas=1, dari=2).baris == []


def test_names_are_found_also_of_who_received_it(sesi: Session, tmp_path: Path) -> None:
    tugas = siap_disahkan(sesi)
    dokumen = terbit(sesi, tmp_path, tugas)
    indeks(sesi, dokumen, "")
    camat = orang_uji(sesi, "camat")
    assert ke(cari(sesi, dokumen.diterbitkan_oleh_nama)) == ["I 2026"]
    assert cari(sesi, camat.nama).jumlah == 0
    berkas = simpan_uji(sesi, tmp_path, pdf_uji(2, "tertanda"))
    unggah_tertanda(sesi, tugas.id, berkas, 2, "basah", "Lemari 2", "", camat, PADA)
    temuan = cari(sesi, camat.nama)
    assert temuan.jumlah == 1
    assert any(p.kena for p in temuan.baris[0].cuplikan)


def test_reading_again_replaces_the_words(sesi: Session, dua: list[Dokumen]) -> None:
    indeks(sesi, dua[0], "kata baru")
    assert cari(sesi, "nagari").jumlah == 0
    assert ke(cari(sesi, "kata baru")) == ["I 2026"]
    sesi.execute(text("INSERT INTO cari_dokumen(cari_dokumen) VALUES ('integrity-check')"))


def test_what_is_rahasia_is_never_in_the_index(sesi: Session, dua: list[Dokumen]) -> None:
    satu = sesi.get_one(TeksDokumen, dua[0].id)
    sesi.delete(satu)
    sesi.add(
        SuratKeluar(
            periode_id=dua[0].periode_id,
            sifat=Sifat.RAHASIA,
            hal="nagari",
            diubah_pada=PADA,
            diubah_oleh_nama="",
        )
    )
    sesi.flush()
    indeks(sesi, dua[0], ISI[0])
    assert cari(sesi, "nagari").jumlah == cari(sesi, dua[0].nomor + "x").jumlah == 0
    assert dua[0] not in [t.dokumen for t in cari(sesi, dua[0].kode).baris]
    assert belum_terindeks(sesi) == []


def test_what_was_issued_before_the_index_is_named(sesi: Session, dua: list[Dokumen]) -> None:
    assert belum_terindeks(sesi) == []
    sesi.delete(sesi.get_one(TeksDokumen, dua[1].id))
    sesi.flush()
    assert belum_terindeks(sesi) == [dua[1]]
    assert cari(sesi, "serapan").jumlah == 0


def test_without_fts_the_same_questions_are_answered(
    sesi: Session, dua: list[Dokumen], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modul, "_fts", lambda _sesi: False)
    assert ke(cari(sesi, "nagari bar")) == ["I 2026"]
    assert ke(cari(sesi, dua[1].nomor)) == ["II 2026"]
    assert cari(sesi, "100%").jumlah == 0
    assert bertanda(cari(sesi, "nagari").baris[0].cuplikan).count("[nagari]") == 1


def test_index_and_rows_go_together(sesi: Session, dua: list[Dokumen]) -> None:
    sesi.rollback()
    assert sesi.execute(select(TeksDokumen)).first() is None
    assert sesi.execute(text("SELECT count(*) FROM cari_dokumen('nagari')")).scalar_one() == 0

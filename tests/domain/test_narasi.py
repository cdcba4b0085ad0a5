"""Which texts each kind of report asks for, and that none is lost when the PK changes."""

from __future__ import annotations

from dataclasses import replace

from kinerja.domain.laporan import susun_semester, susun_tahunan, susun_triwulan
from kinerja.domain.narasi import Angka, bagian_narasi, narasi_kosong, narasi_lepas, pindah_narasi


def test_a_triwulan_report_asks_for_summary_causes_and_next_steps(kantor):
    bagian = bagian_narasi(susun_triwulan(kantor, 1))
    assert [b.kunci for b in bagian if b.wajib] == [
        "ringkasan",
        "sasaran-1-analisis",
        "sasaran-2-analisis",
        "sasaran-3-analisis",
        "tindak_lanjut",
    ]
    assert [b.kunci for b in bagian if not b.wajib] == ["anggaran", "hambatan", "penutup"]


def test_a_semester_report_adds_the_course_of_its_two_triwulan(kantor):
    kunci = [b.kunci for b in bagian_narasi(susun_semester(kantor, 1))]
    assert kunci[:2] == ["ringkasan", "perkembangan"]
    assert "sasaran-3-analisis" in kunci


def test_the_yearly_report_has_a_preface_four_bab_and_seven_analyses_a_sasaran(kantor):
    bagian = bagian_narasi(susun_tahunan(kantor))
    kelompok = list(dict.fromkeys(b.kelompok.split(",")[0] for b in bagian))
    assert kelompok == [
        "Kata pengantar",
        "Bab I Pendahuluan",
        "Bab II Perencanaan Kinerja",
        "Bab III Akuntabilitas Kinerja",
        "Bab IV Penutup",
    ]
    kedua = [b for b in bagian if b.sasaran == "2"]
    assert [b.judul[0] for b in kedua] == list("1234567")
    assert [b.kunci for b in kedua if b.wajib] == ["sasaran-2-penyebab"]
    assert [b.angka for b in kedua] == [
        Angka.SASARAN,
        Angka.TAHUN_LALU,
        Angka.RENSTRA,
        Angka.STANDAR,
        Angka.URAIAN,
        Angka.EFISIENSI,
        Angka.PROGRAM,
    ]
    wajib = [b.kunci for b in bagian if b.wajib and not b.sasaran]
    assert wajib == ["umum", "aspek-strategis", "isu-utama", "kesimpulan", "langkah-ke-depan"]


def test_every_section_key_is_there_once_and_says_what_belongs_there(kantor):
    for isi in (susun_triwulan(kantor, 4), susun_semester(kantor, 2), susun_tahunan(kantor)):
        bagian = bagian_narasi(isi)
        assert len({b.kunci for b in bagian}) == len(bagian)
        assert all(b.judul and b.kelompok and b.petunjuk.endswith(".") for b in bagian)


def test_blank_text_does_not_fill_a_required_section(kantor):
    isi = susun_triwulan(kantor, 1)
    narasi = {b.kunci: "ada" for b in bagian_narasi(isi)}
    assert narasi_kosong(isi, narasi) == ()
    narasi["ringkasan"] = " \n "
    assert [b.kunci for b in narasi_kosong(isi, narasi)] == ["ringkasan"]


def test_texts_follow_their_sasaran_and_none_is_lost(kantor):
    lama = susun_triwulan(kantor, 1)
    satu, _dua, tiga = lama.sasaran
    baru = replace(lama, sasaran=(replace(tiga, nomor="1"), replace(satu, nomor="2")))
    narasi = {f"sasaran-{n}-analisis": f"teks {n}" for n in "123"} | {"ringkasan": "r", "tindak_lanjut": "t"}
    pindah = pindah_narasi(narasi, lama, baru)
    assert pindah == {
        "sasaran-1-analisis": "teks 3",
        "sasaran-2-analisis": "teks 1",
        "lepas-sasaran-2-analisis": "teks 2",
        "ringkasan": "r",
        "tindak_lanjut": "t",
    }
    assert narasi_lepas(baru, pindah) == {"lepas-sasaran-2-analisis": "teks 2"}
    assert set(pindah_narasi(pindah, baru, lama).values()) == set(narasi.values())


def test_two_sasaran_with_the_same_words_keep_both_texts(kantor):
    lama = susun_triwulan(kantor, 1)
    satu, dua, _tiga = lama.sasaran
    kembar = replace(lama, sasaran=(satu, replace(dua, uraian=satu.uraian)))
    narasi = {"sasaran-1-analisis": "a", "sasaran-2-analisis": "b"}
    assert sorted(pindah_narasi(narasi, kembar, lama).values()) == ["a", "b"]

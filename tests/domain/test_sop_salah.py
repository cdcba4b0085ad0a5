"""A wrong sheet is refused with the langkah and the key, or the line, and never with another exception."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.sop import Sop
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_berkas import baca_teks, uraikan_toml
from kinerja.domain.sop_salah import SopTidakSah
from kinerja.sop import teks_sop

DATA = uraikan_toml(teks_sop())


def rusak(urutan: int, /, **ganti) -> dict:
    """The office's sheet with keys of one langkah replaced; None takes a key out."""
    data = copy.deepcopy(DATA)
    langkah = data["langkah"][urutan - 1]
    for kunci, nilai in ganti.items():
        langkah.pop(kunci, None)
        if nilai is not None:
            langkah[kunci] = nilai
    return data


def salah(data: dict) -> list[tuple[int | None, str, str]]:
    with pytest.raises(SopTidakSah) as galat:
        baca_sop(data)
    return [(satu.langkah, satu.kunci, satu.pesan) for satu in galat.value.salah]


@pytest.mark.parametrize(
    ("nomor", "ganti", "kunci", "pesan"),
    [
        (3, {"waktu": "2"}, "waktu", "bilangan bulat"),
        (3, {"waktu": 0}, "waktu", "antara 1"),
        (3, {"waktu": True}, "waktu", "bilangan bulat"),
        (3, {"wkatu": 2}, "wkatu", 'mungkin "waktu"'),
        (4, {"jenis": "proces"}, "jenis", 'mungkin "proses"'),
        (4, {"jenis": None}, "jenis", "wajib diisi"),
        (4, {"daur": "bulanan"}, "daur", "tidak dikenal"),
        (5, {"pelaksana": "camat"}, "pelaksana", "bukan kode pelaksana"),
        (5, {"pelaksana": None}, "pelaksana", "wajib diisi"),
        (5, {"halaman": "sosialisas"}, "halaman", 'mungkin "sosialisasi"'),
        (6, {"kelengkapan": ["surat"]}, "kelengkapan", "tidak dikenal"),
        (6, {"kelengkapan": "disposisi"}, "kelengkapan", "daftar"),
        (6, {"output": ["disposisi", "disposisi"]}, "output", "dua kali"),
        (7, {"kegiatan": ""}, "kegiatan", "wajib diisi"),
        (7, {"kegiatan": "x" * 501}, "kegiatan", "paling panjang 500"),
        (7, {"kegiatan": "dua\nbaris"}, "kegiatan", "satu baris"),
        (7, {"berikut": 12}, "berikut", "langkah 12 tidak ada"),
        (7, {"berikut": 7}, "berikut", "langkah ini sendiri"),
        (7, {"berikut": None}, "berikut", "wajib diisi"),
        (7, {"ya": 8}, "ya", "tidak dipakai"),
        (8, {"jenis": "keputusan", "berikut": None, "ya": 9}, "tidak", "wajib diisi"),
        (8, {"berikut": 6}, "berikut", "tidak pernah sampai ke selesai"),
        (8, {"jenis": "keputusan", "berikut": None, "ya": 9, "tidak": 4}, "tidak", "tidak boleh kembali"),
        (8, {"jenis": "keputusan", "berikut": None, "ya": 9, "tidak": 2}, "tidak", "tidak boleh kembali"),
        (8, {"jenis": "keputusan", "berikut": None, "ya": 9, "tidak": 9}, "tidak", "langkah yang sama"),
        (9, {"berikut": 1}, "berikut", "tidak dipakai"),
        (9, {"menunggu": None}, "menunggu", "wajib diisi"),
        (9, {"menunggu": "tahunan"}, "menunggu", "tidak ada daur tahunan sebelum"),
        (7, {"menunggu": "triwulan"}, "menunggu", "hanya untuk langkah pertama"),
        (2, {"jenis": "mulai"}, "jenis", "hanya sekali"),
        (1, {"keyakinan": "tinggi"}, "keyakinan", "asumsi"),
        (9, {"daur": "sekali"}, "daur", "tidak dapat dicampur"),
        (2, {"catatan": {"waktuu": "x"}}, "catatan.waktuu", "tidak dikenal"),
        (2, {"catatan": "x"}, "catatan", "tabel"),
    ],
)
def test_fault_names_its_langkah_and_key(nomor, ganti, kunci, pesan):
    ditemukan = salah(rusak(nomor, **ganti))
    assert any((satu[0], satu[1]) == (nomor, kunci) and pesan in satu[2] for satu in ditemukan), ditemukan


def test_daur_entered_at_two_langkah_is_refused():
    data = rusak(4, jenis="keputusan", berikut=None, ya=5, tidak=7)
    assert salah(data) == [(5, "berikut", "daur semester sudah dimulai di langkah 7")]


def test_langkah_that_nothing_leads_to_is_named():
    assert salah(rusak(2, berikut=4)) == [
        (3, "nomor", "tidak ada panah yang sampai ke langkah ini dari mulai")
    ]


def test_number_used_twice_is_named():
    assert (4, "nomor", "nomor ini dipakai dua kali") in salah(rusak(5, nomor=4))


def test_langkah_without_a_usable_number_is_named_by_its_place():
    assert any(satu[:2] == (None, "langkah[5].nomor") for satu in salah(rusak(5, nomor="lima")))


def test_sheet_without_mulai_or_selesai_is_refused():
    assert salah(rusak(1, jenis="proses"))[0][1] == "langkah.jenis"
    assert "selesai" in salah(rusak(9, jenis="proses", berikut=8))[0][2]


def test_all_faults_are_told_at_once():
    data = rusak(3, waktu="2")
    data["langkah"][6]["kegiatan"] = 7
    data["identitas"]["nama"] = ""
    data["pelaksana"][4]["staf_dari"] = "kades"
    data["jdul"] = 1
    assert [satu[:2] for satu in salah(data)] == [
        (None, "identitas.nama"),
        (None, "pelaksana[5].staf_dari"),
        (3, "waktu"),
        (7, "kegiatan"),
        (None, "jdul"),
    ]


def test_wrong_identity_keys_are_named():
    data = copy.deepcopy(DATA)
    data["identitas"] |= {"dasar_hukum": "satu", "kop": [1, " "], "tanggal_revisi": "besok"}
    data["identitas"]["tanggal_pembuatan"] = {"tanggal": "2025-02-30"}
    assert {satu[1] for satu in salah(data)} == {
        "identitas.kop",
        "identitas.dasar_hukum",
        "identitas.tanggal_revisi",
        "identitas.tanggal_pembuatan.tanggal",
    }


def test_kode_used_twice_is_named():
    data = copy.deepcopy(DATA)
    data["pelaksana"].append({"kode": "kasi", "nama": "Kasi lagi"})
    assert [satu[:2] for satu in salah(data)] == [(None, "pelaksana[6].kode")]


@pytest.mark.parametrize(
    ("teks", "baris", "pesan"),
    [
        ("a = 1\nb = \n", 2, "nilai"),
        ("a = 1\nb\n", 2, "tanda ="),
        ('a = "x\nb = 1', 1, "huruf yang tidak boleh"),
        ('a = 1\n\nb = "x', 3, "tanda kutip"),
        ("a = 1\na = 2\n", 2, "dua kali"),
        ("[a\n", 1, "kurung siku"),
        ("a = [1, 2\n\nb = 3\n", 3, "kurung siku"),
        ("a = 2025-02-30", 1, "tanggal"),
        ("a = 1 2", 1, "tulisan lebih"),
        ("[a]\n[a]\n", 2, "dua kali"),
        ("a = " + "[" * 5000, 1, "kurung"),
        ("a = " + "9" * 5000, 1, "tidak dapat dibaca"),
    ],
)
def test_syntax_error_tells_its_line(teks, baris, pesan):
    with pytest.raises(SopTidakSah) as galat:
        baca_teks(teks)
    (satu,) = galat.value.salah
    assert satu.baris == baris
    assert pesan in satu.pesan


@pytest.mark.parametrize("teks", ["", "a = [\n" + "[\n" * 3000, "x" * 300_000, "a" + ".a" * 3000 + " = 1"])
def test_odd_files_are_refused_quietly(teks):
    with pytest.raises(SopTidakSah):
        baca_teks(teks)


def test_fault_reads_as_one_line():
    with pytest.raises(SopTidakSah) as galat:
        baca_sop(rusak(3, waktu="2"))
    assert str(galat.value.salah[0]) == "langkah 3, kunci waktu: harus bilangan bulat tanpa tanda kutip"
    assert "langkah 3, kunci waktu" in galat.value.pesan


ANEH = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.dates()
    | st.datetimes(),
    lambda anak: st.lists(anak, max_size=3) | st.dictionaries(st.text(max_size=5), anak, max_size=3),
    max_leaves=6,
)


def tempat(data: object, jalan: tuple = ()) -> list[tuple]:
    """Every place in the sheet a value can be put."""
    anak = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else []
    return [jalan, *(lebih for kunci, nilai in anak for lebih in tempat(nilai, (*jalan, kunci)))]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(tempat(DATA)[1:]), ANEH)
def test_any_value_anywhere_is_read_or_refused_in_words(jalan, nilai):
    data = copy.deepcopy(DATA)
    sasaran = data
    for kunci in jalan[:-1]:
        sasaran = sasaran[kunci]
    sasaran[jalan[-1]] = nilai
    try:
        assert isinstance(baca_sop(data), Sop)
    except SopTidakSah as galat:
        assert galat.salah

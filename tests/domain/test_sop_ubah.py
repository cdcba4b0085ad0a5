"""Filling in and confirming parts of a sheet's plain data."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_konfirmasi import Cara
from kinerja.domain.sop_ubah import (
    Penegas,
    bagian_data,
    benarkan,
    isi_bagian,
    nama_tempat,
    pecah,
    salah_sop,
    tanggal_data,
)
from kinerja.sop import muat

SOP = muat()
OLEH = Penegas("Ani", "Sekretaris", date(2026, 10, 8))
LAIN = Penegas("Budi", "Kasubag Umum", date(2026, 10, 9))


def test_what_is_filled_in_the_same_changes_nothing() -> None:
    data = SOP.ke_dict()
    sama = {"kegiatan": SOP.langkah(6).kegiatan, "waktu": None, "waktu_tertulis": "", "ket_tertulis": ""}
    assert isi_bagian(data, "langkah.6", sama, OLEH) == data == SOP.ke_dict()


def test_a_cell_without_doubt_is_changed_without_a_confirmation() -> None:
    data = isi_bagian(SOP.ke_dict(), "langkah.4", {"ket_tertulis": "Rapat"}, OLEH)
    assert "konfirmasi" not in data
    assert isi_bagian(data, "langkah.4", {"ket_tertulis": ""}, OLEH) == SOP.ke_dict()


def test_a_printed_pelaksana_that_is_changed_is_the_offices_word() -> None:
    data = isi_bagian(SOP.ke_dict(), "langkah.1", {"pelaksana": "sekretaris"}, OLEH)
    assert bagian_data(data, "langkah.1")["dasar"] == "konfirmasi"
    kata = baca_sop(data).konfirmasi_untuk("langkah.1.pelaksana")
    assert kata is not None and kata.cara is Cara.DIUBAH


def test_minutes_alone_settle_the_printed_time() -> None:
    data = isi_bagian(SOP.ke_dict(), "langkah.3", {"waktu": 20}, OLEH)
    assert bagian_data(data, "langkah.3")["catatan"].keys() == {"pelaksana"}
    assert [satu["tempat"] for satu in data["konfirmasi"]] == ["langkah.3.waktu_tertulis"]


def test_a_later_word_takes_the_place_of_the_earlier_one() -> None:
    data = benarkan(SOP.ke_dict(), "langkah.3.waktu_tertulis", OLEH)
    with pytest.raises(KeyError):
        benarkan(data, "langkah.3.waktu_tertulis", LAIN)
    data = isi_bagian(data, "langkah.3", {"waktu_tertulis": "20 Menit"}, LAIN)
    (kata,) = baca_sop(data).konfirmasi
    assert (kata.cara, kata.oleh, kata.tanggal.tertulis) == (Cara.DIUBAH, "Budi", "9 Oktober 2026")


@pytest.mark.parametrize(
    "tempat", ["langkah.1.pelaksana", "langkah.4.kegiatan", "langkah.99.kegiatan", "x", ""]
)
def test_what_is_not_in_doubt_cannot_be_confirmed(tempat: str) -> None:
    with pytest.raises(KeyError):
        benarkan(SOP.ke_dict(), tempat, OLEH)


def test_dotted_keys_reach_into_a_table() -> None:
    data = isi_bagian(SOP.ke_dict(), "identitas", {"disahkan_oleh.nama": "Camat Baru"}, OLEH)
    assert baca_sop(data).identitas.disahkan_oleh.nama == "Camat Baru"
    assert [satu["tempat"] for satu in data["konfirmasi"]] == ["identitas.disahkan_oleh.nama"]
    assert pecah("identitas.disahkan_oleh.nama") == ("identitas", "disahkan_oleh.nama")
    assert pecah("pelaksana.staf.staf_dari") == ("pelaksana.staf", "staf_dari")


def test_faults_come_as_they_are_and_places_have_names_in_words() -> None:
    data = isi_bagian(SOP.ke_dict(), "langkah.1", {"berikut": 3}, OLEH)
    assert [(s.langkah, s.kunci) for s in salah_sop(data)] == [(2, "nomor")]
    assert nama_tempat(SOP.ke_dict(), "langkah.3.waktu_tertulis") == "Langkah 3, Waktu"
    assert nama_tempat(data, "langkah.3.waktu_tertulis") == "langkah.3.waktu_tertulis"


def test_a_date_keeps_its_printed_words_while_the_day_is_the_same() -> None:
    lama = {"tanggal": "2025-01-08", "tertulis": "08 januari 2025"}
    assert tanggal_data(date(2025, 1, 8), lama) == lama
    assert tanggal_data(date(2025, 1, 9), lama) == {"tanggal": "2025-01-09", "tertulis": "9 Januari 2025"}
    assert tanggal_data(None, lama) is None

"""What a sheet answers: order, ends of a daur, documents, canonical form."""

import copy

import pytest

from kinerja.domain.naskah import Naskah
from kinerja.domain.sop import HALAMAN_SURAT, Dasar, Daur, Halaman, Keyakinan
from kinerja.domain.sop_baca import baca_sop, dari_json
from kinerja.domain.sop_salah import SopTidakSah
from kinerja.sop import muat, teks_sop

SOP = muat()


def lembar_surat() -> dict:
    """Another office's sheet: runs once, no work pages, goes back through a keputusan."""
    return {
        "identitas": {"nama": "Surat Keluar"},
        "pelaksana": [{"kode": "staf", "nama": "Staf"}, {"kode": "camat", "nama": "Camat"}],
        "langkah": [
            {"nomor": 1, "kegiatan": "Mengonsep surat", "jenis": "mulai", "daur": "sekali", "pelaksana": "staf", "berikut": 2},
            {"nomor": 2, "kegiatan": "Memeriksa konsep", "jenis": "keputusan", "daur": "sekali", "pelaksana": "camat", "ya": 3, "tidak": 1},
            {"nomor": 3, "kegiatan": "Mengirim surat", "jenis": "selesai", "daur": "sekali", "pelaksana": "staf"},
        ],
    }  # fmt: skip


def test_a_year_has_27_langkah():
    kali = {Daur.TRIWULAN: 4, Daur.SEMESTER: 2, Daur.TAHUNAN: 1}
    assert sum(kali[satu.daur] for satu in SOP.langkah_semua) == 27
    assert SOP.urutan_daur == (Daur.TRIWULAN, Daur.SEMESTER, Daur.TAHUNAN)


def test_each_daur_has_its_first_langkah():
    assert [SOP.awal(daur).nomor for daur in SOP.urutan_daur] == [1, 6, 9]
    with pytest.raises(KeyError):
        SOP.awal(Daur.SEKALI)


def test_a_daur_ends_before_pengesahan():
    assert [SOP.berikut_dalam_daur(nomor) for nomor in range(1, 10)] == [2, 3, 4, 5, None, 7, 8, None, None]


def test_semester_waits_for_triwulan_and_tahunan_for_semester():
    menunggu = {satu.nomor: satu.menunggu for satu in SOP.langkah_semua if satu.menunggu}
    assert menunggu == {6: Daur.TRIWULAN, 9: Daur.SEMESTER}


def test_what_a_langkah_asks_for_comes_from_an_earlier_one_or_from_outside():
    dari_luar = {
        Naskah.PERJANJIAN_KINERJA,
        Naskah.RENCANA_AKSI,
        Naskah.LAPORAN_PROGRES,
        Naskah.CATATAN_PEMBAGIAN_TUGAS,
        Naskah.LAPORAN_TRIWULAN,
        Naskah.HASIL_KOREKSI,
    }
    ada = set(dari_luar)
    for langkah in SOP.langkah_semua:
        assert set(langkah.kelengkapan) <= ada
        ada |= set(langkah.output)


def test_every_langkah_of_the_office_has_its_own_halaman():
    assert [satu.halaman for satu in SOP.langkah_semua] == [h for h in Halaman if h not in HALAMAN_SURAT]


def test_every_naskah_has_a_label():
    assert all(naskah.label for naskah in Naskah)


def test_certainty_of_pelaksana_is_as_known():
    tinggi = [satu.nomor for satu in SOP.langkah_semua if satu.keyakinan is Keyakinan.TINGGI]
    assert tinggi == [4, 7, 9]
    assert [satu.nomor for satu in SOP.langkah_semua if satu.dasar is Dasar.FAKTA] == [1]


def test_asking_for_what_is_not_there_is_a_keyerror():
    with pytest.raises(KeyError):
        SOP.langkah(10)
    with pytest.raises(KeyError):
        SOP.pelaksana("camat")


def test_sheet_survives_its_json_form():
    kembali = dari_json(SOP.ke_json())
    assert kembali == SOP
    assert kembali.digest() == SOP.digest()


def test_digest_ignores_layout_and_sees_every_word():
    assert muat("# lain\n" + teks_sop().replace(" = ", "=")).digest() == SOP.digest()
    assert muat(teks_sop().replace("2 Menit", "20 Menit")).digest() != SOP.digest()
    assert muat(teks_sop().replace("konsep laporan tahunan", "draf tahunan")).digest() != SOP.digest()


def test_order_of_langkah_in_the_file_does_not_matter():
    data = lembar_surat()
    terbalik = copy.deepcopy(data)
    terbalik["langkah"].reverse()
    assert baca_sop(terbalik) == baca_sop(data)


def test_keputusan_may_lead_back():
    sop = baca_sop(lembar_surat())
    assert sop.berikut_dalam_daur(2) == 3
    assert sop.berikut_dalam_daur(2, jawaban=False) == 1
    assert sop.langkah(2).tujuan == (3, 1)


def test_sheet_without_halaman_signature_or_dates_is_valid():
    sop = baca_sop(lembar_surat())
    assert sop.tanda_tangan is None
    assert sop.langkah(1).halaman is None
    assert sop.langkah(1).dasar is Dasar.FAKTA
    assert sop.identitas.tanggal_revisi.tanggal is None
    assert dari_json(sop.ke_json()) == sop


@pytest.mark.parametrize("teks", ["", "[]", "12", "{", "null", "[" * 50_000])
def test_json_that_is_no_sheet_is_refused(teks):
    with pytest.raises(SopTidakSah, match="bukan data SOP"):
        dari_json(teks)

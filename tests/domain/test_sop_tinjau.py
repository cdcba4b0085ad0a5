"""What the office has yet to confirm."""

from __future__ import annotations

from datetime import date

from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_tinjau import TIDAK_TERCETAK, ditegaskan, tinjauan
from kinerja.domain.sop_ubah import Penegas, benarkan
from kinerja.sop import muat

SOP = muat()
OLEH = Penegas("Ani", "Sekretaris", date(2026, 10, 8))


def test_the_eight_supposed_pelaksana_and_the_known_defects_are_listed() -> None:
    semua = {t.tempat: t for t in tinjauan(SOP)}
    assert [t.tempat for t in semua.values() if t.pelaksana] == [
        f"langkah.{n}.pelaksana" for n in range(2, 10)
    ]
    for tempat in (
        "identitas.nomor",
        "identitas.tanggal_pengesahan",
        "identitas.disahkan_oleh.nama",
        "identitas.disahkan_oleh.nip_tertulis",
        "identitas.dasar_hukum",
        "langkah.2.kelengkapan_tertulis",
        "langkah.3.waktu_tertulis",
        *(f"langkah.{n}.waktu_tertulis" for n in (6, 7, 8, 9)),
        "langkah.7.kegiatan",
        "tanda_tangan.nama",
        "tanda_tangan.nip_tertulis",
    ):
        assert semua[tempat].catatan, tempat


def test_each_says_what_is_printed_and_what_is_gone_by_meanwhile() -> None:
    semua = {t.tempat: t for t in tinjauan(SOP)}
    tiga = semua["langkah.3.pelaksana"]
    assert (tiga.tercetak, tiga.dipakai) == (TIDAK_TERCETAK, "Staf (keyakinan sedang)")
    assert semua["langkah.3.waktu_tertulis"].tercetak == "2 Menit"
    assert semua["langkah.3.waktu_tertulis"].dipakai == "Waktu baku 2 menit."
    assert semua["langkah.6.waktu_tertulis"].dipakai == "Tanpa waktu baku; lama pengerjaan tetap diukur."
    assert semua["langkah.2.kelengkapan_tertulis"].dipakai == (
        "Yang diperiksa: Disposisi, Perjanjian Kinerja, Rencana Aksi."
    )


def test_once_all_is_confirmed_nothing_is_left_and_the_sheet_says_who() -> None:
    data = SOP.ke_dict()
    for satu in tinjauan(SOP):
        data = benarkan(data, satu.tempat, OLEH)
    sop = baca_sop(data)
    assert tinjauan(sop) == ()
    assert [d.konfirmasi.tempat for d in ditegaskan(sop)] == [t.tempat for t in tinjauan(SOP)]
    assert {(d.konfirmasi.oleh, d.konfirmasi.tanggal.tertulis) for d in ditegaskan(sop)} == {
        ("Ani", "8 Oktober 2026")
    }

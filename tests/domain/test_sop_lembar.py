"""The TOML says exactly what the printed sheet says, cell by cell."""

import re
from pathlib import Path

import pytest

from kinerja.domain.sop import Dasar, Jenis, Langkah
from kinerja.sop import muat

LEMBAR = Path(__file__).parents[1] / "data" / "sop-pengumpulan-data-kinerja.txt"
BARIS = [baris.split("\t") for baris in LEMBAR.read_text(encoding="utf-8").splitlines()]
ISI = [[sel for sel in baris if sel] for baris in BARIS if any(baris)]
SOP = muat()


def sel(judul: str) -> str:
    """The printed cell to the right of a heading, "" when it is blank."""
    baris = next(baris for baris in ISI if baris[0] == judul)
    return baris[1] if len(baris) > 1 else ""


def di_bawah(judul: str, ke: int) -> str:
    """The printed cell under a heading of the identity block."""
    nomor = next(nomor for nomor, baris in enumerate(ISI) if baris[0] == judul)
    return ISI[nomor + 1][ke]


def bernomor(daftar: tuple[str, ...]) -> str:
    return " ".join(f"{nomor}. {satu}" for nomor, satu in enumerate(daftar, 1))


def baris_langkah() -> list[list[str]]:
    return [baris for baris in BARIS if re.fullmatch(r"\d", baris[0])]


def test_identity_block_matches_the_sheet():
    identitas = SOP.identitas
    assert tuple(baris[0] for baris in ISI[:2]) == identitas.kop
    assert sel("Nomor SOP") == identitas.nomor
    assert sel("Tanggal Pembuatan") == identitas.tanggal_pembuatan.tertulis
    assert sel("Tanggal Revisi") == identitas.tanggal_revisi.tertulis == ""
    assert identitas.tanggal_revisi.tanggal is None
    assert sel("Tanggal Pengesahan") == identitas.tanggal_pengesahan.tertulis
    sah = identitas.disahkan_oleh
    assert sel("Disahkan Oleh") == f"{sah.jabatan} {sah.nama} NIP. {sah.nip_tertulis}"
    assert sel("Nama SOP") == identitas.nama == SOP.nama


def test_lists_of_the_identity_block_match_the_sheet():
    identitas = SOP.identitas
    assert di_bawah("Dasar Hukum", 0) == bernomor(identitas.dasar_hukum)
    assert di_bawah("Dasar Hukum", 1) == bernomor(identitas.kualifikasi)
    assert di_bawah("Keterkaitan", 0) == bernomor(identitas.keterkaitan)
    assert di_bawah("Keterkaitan", 1) == bernomor(identitas.peralatan)
    assert (di_bawah("Peringatan", 0),) == identitas.peringatan
    assert (di_bawah("Peringatan", 1),) == identitas.pencatatan


def test_signature_block_matches_the_last_lines():
    tanda_tangan = SOP.tanda_tangan
    assert [baris[0] for baris in ISI[-4:]] == [
        f"{tanda_tangan.tempat}, {tanda_tangan.tanggal.tertulis}",
        tanda_tangan.jabatan,
        tanda_tangan.nama,
        f"NIP.{tanda_tangan.nip_tertulis}",
    ]


def test_four_dates_are_read_as_days():
    identitas, tanda_tangan = SOP.identitas, SOP.tanda_tangan
    assert str(identitas.tanggal_pembuatan.tanggal) == "2025-01-08"
    assert str(identitas.tanggal_pengesahan.tanggal) == "2025-01-15"
    assert str(tanda_tangan.tanggal.tanggal) == "2025-01-08"


def test_pelaksana_are_the_columns_of_the_sheet():
    judul = next(nomor for nomor, baris in enumerate(BARIS) if baris[0] == "No")
    assert [satu.nama for satu in SOP.pelaksana_semua] == BARIS[judul + 1][2:7]
    assert BARIS[judul + 1][7:10] == ["Kelengkapan", "Waktu", "Output"]
    assert SOP.pelaksana("staf").staf_dari == "kasubag_perencanaan"


def test_sheet_has_nine_langkah():
    assert len(baris_langkah()) == len(SOP.langkah_semua) == 9


@pytest.mark.parametrize("langkah", SOP.langkah_semua, ids=lambda satu: f"langkah-{satu.nomor}")
def test_every_cell_of_a_langkah_matches_the_sheet(langkah: Langkah):
    baris = baris_langkah()[langkah.nomor - 1]
    assert baris[:2] == [str(langkah.nomor), langkah.kegiatan]
    simbol = dict(zip([satu.kode for satu in SOP.pelaksana_semua], baris[2:7], strict=True))
    tercetak = {kode: mark for kode, mark in simbol.items() if mark}
    assert tercetak == ({"kasubag_umum": "Mulai"} if langkah.jenis is Jenis.MULAI else {})
    assert (langkah.dasar is Dasar.FAKTA) == bool(tercetak)
    assert not tercetak or langkah.pelaksana in tercetak
    assert baris[7:] == [
        langkah.kelengkapan_tertulis,
        langkah.waktu_tertulis,
        langkah.output_tertulis,
        langkah.ket_tertulis,
    ]
    assert langkah.waktu_tertulis == (f"{langkah.waktu} Menit" if langkah.waktu else "")


def test_every_known_defect_has_a_catatan_beside_it():
    identitas, tanda_tangan = SOP.identitas, SOP.tanda_tangan
    assert "000.8.3.3" in identitas.catatan_untuk("nomor")
    assert "08 Januari 2025" in identitas.catatan_untuk("tanggal_pengesahan")
    assert "Instansi" in identitas.catatan_untuk("dasar_hukum")
    assert "Laporan Kinerja" in identitas.catatan_untuk("peringatan")
    for blok in (identitas.disahkan_oleh, tanda_tangan):
        assert "NURIA NI" in blok.catatan_untuk("nama")
        assert "17 angka" in blok.catatan_untuk("nip_tertulis")
        assert blok.nip == "19690241990032002"
    assert "Renaksi" in SOP.langkah(2).catatan_untuk("kelengkapan_tertulis")
    assert SOP.langkah(3).catatan_untuk("waktu_tertulis")
    assert "langkah 9" in SOP.langkah(7).catatan_untuk("kegiatan")
    for nomor in range(6, 10):
        assert "tidak mencantumkan" in SOP.langkah(nomor).catatan_untuk("waktu_tertulis")
    for nomor in range(2, 10):
        assert "dikonfirmasi" in SOP.langkah(nomor).catatan_untuk("pelaksana")

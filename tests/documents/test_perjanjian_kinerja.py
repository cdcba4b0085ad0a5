from __future__ import annotations

from kinerja.documents.cetak import cetak
from kinerja.documents.perjanjian_kinerja.naskah import TEMPLAT, IndikatorPK, SasaranPK
from tests.documents.contoh_pk import pk


def cetak_pk(**ubah: object) -> bytes:
    data = pk(**ubah)
    return cetak(TEMPLAT, data, penanda=data.penanda).pdf


def test_the_pernyataan_has_pihak_kedua_left_and_pihak_pertama_right(baca) -> None:
    pdf = baca(cetak_pk())
    letak: dict[str, float] = {}
    halaman = pdf.pembaca.pages[0]
    halaman.extract_text(visitor_text=lambda t, cm, tm, *_: letak.setdefault(t.strip(), cm[4] + tm[4]))
    assert letak["PIHAK KEDUA,"] < 300 < letak["PIHAK PERTAMA,"]
    assert "selanjutnya disebut pihak pertama" in pdf.halaman[0].replace("\n", " ")
    assert "NIP. 19690241990032002" in pdf.teks  # 17 digits, printed as typed
    assert min(pdf.ukuran) >= 7
    assert all(pdf.huruf.values())


def test_the_lampiran_lists_indikator_program_and_the_sum(baca) -> None:
    lampiran = " ".join(baca(cetak_pk()).halaman[1].split())
    assert "No Sasaran Strategis Indikator Kinerja Satuan Target" in lampiran
    assert "Nilai SAKIP kecamatan Predikat BB" in lampiran
    assert "Jumlah 2.250.000.000" in lampiran


def test_the_rencana_aksi_lies_on_a_landscape_page(baca) -> None:
    pdf = baca(cetak_pk())
    assert pdf.pembaca.pages[2].mediabox.width > pdf.pembaca.pages[2].mediabox.height
    assert "5 nagari 6 nagari 6 nagari 6 nagari Kasi Pemerintahan" in " ".join(pdf.halaman[2].split())
    assert len(baca(cetak_pk(aksi=())).halaman) == 2


def test_a_later_version_is_a_perubahan_and_a_draft_says_so(baca) -> None:
    teks = baca(cetak_pk(versi=2, status="RANCANGAN – BELUM DISETUJUI")).teks
    assert "PERJANJIAN KINERJA PERUBAHAN KE-1 TAHUN 2025" in teks
    assert teks.count("RANCANGAN – BELUM DISETUJUI") == 3


def test_a_table_over_many_pages_repeats_its_head_and_keeps_every_row(baca) -> None:
    banyak = tuple(
        IndikatorPK(f"Indikator ke-{n} {'dengan uraian ' * 8}", "%", f"{n},50") for n in range(1, 61)
    )
    pdf = baca(cetak_pk(sasaran=(SasaranPK("Sasaran", banyak),), aksi=()))
    berkepala = [h for h in pdf.halaman if "Indikator Kinerja" in h]
    assert len(berkepala) > 2
    assert all(f"Indikator ke-{n} " in pdf.teks for n in range(1, 61))

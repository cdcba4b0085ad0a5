from __future__ import annotations

from kinerja.documents.cetak import cetak
from kinerja.documents.kantor import Penandatangan
from kinerja.documents.lembar_disposisi import TEMPLAT, Balasan
from tests.documents.contoh_disposisi import lembar


def cetak_lembar(**ubah: object) -> bytes:
    data = lembar(**ubah)
    return cetak(TEMPLAT, data, penanda=data.penanda).pdf


def test_the_slip_has_the_fields_of_the_paper_form(baca) -> None:
    pdf = baca(cetak_lembar())
    for kata in (
        "LEMBAR DISPOSISI",
        "Surat dari",
        "No. surat",
        "Tgl. surat",
        "Diterima tgl.",
        "No. agenda",
        "Sangat Segera",
        "Diteruskan kepada Sdr.:",
        "Dengan hormat harap:",
        "Koordinasi/konfirmasikan",
        "Paling lambat hari Selasa, 7 Oktober 2025.",
        "a.n. CAMAT KOTO XI TARUSAN SEKRETARIS,",
        "NIP. 19700101 199503 1 001",
    ):
        assert kata in pdf.teks
    assert min(pdf.ukuran) >= 7
    assert all(pdf.huruf.values())


def test_every_branch_prints_its_reply_or_that_it_has_none(baca) -> None:
    teks = baca(cetak_lembar()).teks
    assert "Selesai, oleh Contoh Kasi Satu, S.Sos., 6 Oktober 2025 pukul 10.15 WIB" in teks
    assert "Realisasi empat indikator sudah diisi." in teks
    assert "3. Kasi Ketenteraman dan Ketertiban Umum Belum dijawab" in teks
    assert "Jawaban atas disposisi" not in baca(cetak_lembar(balasan=())).teks


def test_an_empty_slip_prints_for_writing_on_by_hand(baca) -> None:
    kosong = cetak_lembar(
        surat_dari="",
        nomor_surat="",
        tanggal_surat="",
        catatan="",
        disiapkan_oleh="",
        balasan=(),
        kode="",
        pemberi=Penandatangan("Camat Koto XI Tarusan", "CONTOH"),
    )
    assert len(baca(kosong).halaman) == 1


def test_a_note_and_a_reply_of_20_000_characters_lose_nothing(baca) -> None:
    panjang = ("kata " * 3999).strip()
    pdf = baca(cetak_lembar(catatan=panjang, balasan=(Balasan("Kasi", "Selesai", teks=panjang),)))
    assert pdf.padat.count("kata") == 2 * 3999
    assert min(pdf.ukuran) >= 7

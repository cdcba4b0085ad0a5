"""The papers of a sosialisasi: nothing of a long text is lost, and a record without a meeting prints too."""

from __future__ import annotations

from dataclasses import replace

from kinerja.documents.cetak import cetak
from kinerja.documents.kantor import Kantor, Penandatangan
from kinerja.documents.sosialisasi import TEMPLAT, BerkasSosialisasi, ButirKoreksi, Undangan

BERKAS = BerkasSosialisasi(
    kantor=Kantor("Pemerintah Kabupaten Contoh", "Kecamatan Contoh"),
    periode="Triwulan III 2026",
    putaran=1,
    hari="Kamis, 8 Oktober 2026",
    pukul="09.00",
    tempat="Aula Kantor Camat",
    agenda="Pembahasan draf laporan kinerja Triwulan III 2026",
    undangan=(Undangan("Kasi Contoh", "Contoh Nama, S.Sos."),),
    notulen="",
    koreksi=(),
    keadaan="belum ditutup",
    penanda_tangan=Penandatangan(
        "Sekretaris", "Contoh Sekretaris", tempat="Contoh", tanggal="8 Oktober 2026"
    ),
)


def cetak_berkas(**ubah: object) -> bytes:
    data = replace(BERKAS, **ubah)  # type: ignore[arg-type]
    return cetak(TEMPLAT, data, penanda=data.penanda).pdf


def test_before_the_meeting_it_is_an_invitation_on_one_page(baca) -> None:
    pdf = baca(cetak_berkas())
    for kata in (
        "UNDANGAN",
        "Kamis, 8 Oktober 2026",
        "Daftar hadir",
        "Kasi Contoh",
        "Notulen belum ditulis.",
    ):
        assert kata in pdf.teks
    assert len(pdf.halaman) == 1
    assert min(pdf.ukuran) >= 7


def test_minutes_and_corrections_of_20_000_characters_lose_nothing(baca) -> None:
    panjang = ("kata " * 3999).strip()
    koreksi = ButirKoreksi("Angka <b>1.2</b> & lainnya", panjang, "Contoh (Kasi)", "Sudah diganti.")
    pdf = baca(cetak_berkas(notulen=panjang, koreksi=(koreksi,)))
    assert pdf.teks.count("kata") == 2 * 3999
    assert "Angka <b>1.2</b> & lainnya" in pdf.teks
    assert "Sudah diganti." in pdf.teks


def test_twenty_posts_break_over_pages_with_the_head_again(baca) -> None:
    semua = tuple(Undangan(f"Jabatan nomor {ke}", f"Nama {ke}", "Hadir", "Setuju") for ke in range(60))
    pdf = baca(cetak_berkas(undangan=semua))
    assert len(pdf.halaman) > 1
    assert all(f"Jabatan nomor {ke}" in pdf.teks for ke in range(60))
    assert pdf.teks.count("Tanda tangan") > 1


def test_corrections_checked_without_a_meeting(baca) -> None:
    pdf = baca(cetak_berkas(undangan=(), notulen="Angka 23 sudah benar.", keadaan="sudah ditutup"))
    assert "PEMERIKSAAN HASIL KOREKSI" in pdf.teks
    assert "Angka 23 sudah benar." in pdf.teks
    assert "Daftar hadir" not in pdf.teks

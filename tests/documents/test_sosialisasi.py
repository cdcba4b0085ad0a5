from __future__ import annotations

from typing import Any

from kinerja.documents.cetak import cetak
from kinerja.documents.sosialisasi import TEMPLAT, BerkasSosialisasi, ButirKoreksi, Undangan
from tests.documents.contoh import KANTOR, SEKRETARIS


def berkas(**ubah: Any) -> BerkasSosialisasi:
    isi: dict[str, Any] = {
        "kantor": KANTOR,
        "periode": "Triwulan III 2025",
        "putaran": 1,
        "hari": "Jumat, 10 Oktober 2025",
        "pukul": "09.00",
        "tempat": "Aula Kantor Camat",
        "agenda": "Pembahasan draf laporan kinerja Triwulan III 2025",
        "undangan": (
            Undangan("Camat", "NURIA NI, SE, M.Si.", "Hadir", "Setuju"),
            Undangan("Kasi Pemerintahan", "Contoh Kasi Satu, S.Sos.", "Hadir", "Koreksi"),
            Undangan("Kasi Pelayanan Umum", "Contoh Kasi Lima, S.E."),
        ),
        "notulen": "Rapat dibuka Sekretaris.\nDraf dibahas bagian demi bagian.",
        "koreksi": (ButirKoreksi("Angka realisasi", "Realisasi 1.2 seharusnya 4.", "Kasi Pemerintahan"),),
        "keadaan": "sudah ditutup",
        "penanda_tangan": SEKRETARIS,
    }
    return BerkasSosialisasi(**{**isi, **ubah})


def test_invitation_attendance_and_minutes_are_one_file(baca) -> None:
    data = berkas()
    pdf = baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf)
    for kata in (
        "UNDANGAN",
        "Daftar hadir",
        "Aula Kantor Camat",
        "Notulen",
        "Draf dibahas",
        "Belum ditindaklanjuti.",
    ):
        assert kata in pdf.teks
    assert min(pdf.ukuran) >= 7
    assert all(pdf.huruf.values())


def test_without_a_meeting_it_is_the_record_of_a_check(baca) -> None:
    data = berkas(undangan=(), notulen="Koreksi sudah dikerjakan.")
    teks = baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf).teks
    assert "PEMERIKSAAN HASIL KOREKSI" in teks
    assert "Daftar hadir" not in teks

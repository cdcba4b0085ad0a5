"""January: the Perjanjian Kinerja is written, returned, corrected and approved; each unit plans; the year opens."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import halaman_kotak as kotak
from tests.browser import halaman_periode as periode
from tests.browser import halaman_pk as pk
from tests.browser.kantor_hidup import KEPALA, KantorHidup, Setahun
from tests.kantor_uji import PEMERAN

PAGU_KELIRU = "1.200.000.000"
ALASAN = "Pagu program 3.1 belum sama dengan DPA: seharusnya Rp1.250.000.000."


def perjanjian_kinerja(k: KantorHidup, data: Setahun) -> None:
    """Kasubag Perencanaan writes it; the Camat returns it once and then approves it."""
    penulis, camat = k.sebagai("kasubag_perencanaan"), k.sebagai("camat")
    nama = f"Perjanjian Kinerja {data.tahun}"
    pk.buat(penulis, data.tahun)
    pk.isi_atasan(penulis, "Bupati Uji", "Bupati Pesisir Selatan")
    for sasaran in data.sasaran:
        pk.tambah_sasaran(penulis, sasaran["uraian"])
        for i in sasaran["indikator"]:
            pk.tambah_indikator(penulis, sasaran["nomor"], i, pk.unit(i["pemilik"]))
        for p in sasaran["program"]:
            pagu = PAGU_KELIRU if p["nomor"] == "3.1" else p["pagu"]
            pk.tambah_program(penulis, sasaran["nomor"], p["nama"], pagu, pk.unit(p["pemilik"]))
    pk.ajukan(penulis)
    kotak.buka(camat, f"Setujui {nama}")
    pk.kembalikan(camat, ALASAN)
    kotak.buka(penulis, f"Perbaiki {nama}")
    expect(penulis.get_by_text(ALASAN)).to_be_visible()
    pk.ubah_pagu(penulis, "3.1", "Rp1.250.000.000")
    expect(penulis.get_by_text(f"Rp{data.jumlah['pagu']}")).to_be_visible()
    pk.ajukan(penulis)
    kotak.buka(camat, f"Setujui {nama}")
    pk.setujui(camat)


def rencana_aksi(k: KantorHidup, data: Setahun) -> None:
    """Every head of a unit plans for the indicators of the own unit, from the inbox."""
    for login in KEPALA:
        halaman = k.sebagai(login)
        kotak.buka(halaman, f"Isi rencana aksi {data.tahun}")
        for i in data.milik(login)[0]:
            pk.tambah_aksi(halaman, i["nomor"], f"Kegiatan untuk {i['uraian'].lower()}", PEMERAN[login][0])


def buka_tahun(k: KantorHidup, data: Setahun) -> None:
    """Kasubag Umum opens it; nothing is to be done before the quarter ends."""
    umum = k.sebagai("kasubag_umum")
    periode.buka_tahun(umum, data.tahun)
    kotak.pastikan_kosong(umum)

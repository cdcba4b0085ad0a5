"""One triwulan, steps 1 to 5, by the officials whose steps they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.browser import halaman_disposisi as disposisi
from tests.browser import halaman_kotak as kotak
from tests.browser import halaman_laporan as laporan
from tests.browser import halaman_realisasi as realisasi
from tests.browser import halaman_sosialisasi as sosialisasi
from tests.browser import halaman_tugas as tugas
from tests.browser.kantor_hidup import KEPALA, KantorHidup, Setahun
from tests.kantor_uji import PEMERAN

LANGKAH = {
    1: "Mengumpulkan data laporan kinerja triwulan",
    2: "Merekap laporan kinerja triwulan",
    3: "Mengolah data laporan kinerja triwulan",
    4: "Menyusun laporan kinerja triwulan",
    5: "Mensosialisasikan laporan kinerja triwulan",
}
ROMAWI = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Cerita:
    """What is special about one triwulan of the story."""

    ke: int
    tahun: int
    diteruskan: dict[str, str] = field(default_factory=dict)  # head → Staf who fills
    tanpa_bukti: Collection[str] = ()  # numbers of indicators that get no bukti
    salah_ketik: dict[str, str] = field(default_factory=dict)  # number → what is typed first and refused
    keliru: dict[str, str] = field(default_factory=dict)  # number → wrong figure that the rekap returns
    temuan: dict[str, str] = field(default_factory=dict)  # words of an expected finding → explanation
    diundang: tuple[str, ...] = ()  # login names; all pejabat terkait when empty
    koreksi: str = ""  # login name of the one who asks for a correction

    @property
    def nama(self) -> str:
        return f"Triwulan {ROMAWI[self.ke - 1]} {self.tahun}"


def kumpulkan(k: KantorHidup, c: Cerita) -> None:
    """Step 1: one disposisi with a branch for every unit."""
    umum = k.sebagai("kasubag_umum")
    kotak.buka(umum, LANGKAH[1], c.nama)
    disposisi.minta_data(umum, len(KEPALA))
    tugas.selesaikan(umum)


def isi_unit(k: KantorHidup, c: Cerita, data: Setahun, kepala: str) -> None:
    """A unit types its figures and bukti, by its head or the Staf it was forwarded to, and the head sends."""
    halaman = k.sebagai(kepala)
    if kepala in c.diteruskan:
        pengisi = c.diteruskan[kepala]
        kotak.buka(halaman, f"Permintaan data kinerja {c.nama}")
        disposisi.teruskan(halaman, PEMERAN[pengisi][0], "Tolong isi angka dan buktinya.")
        _ketik(k.sebagai(pengisi), c, data, kepala)
        disposisi.balas(
            k.sebagai(pengisi), f"Permintaan data kinerja {c.nama}", "Sudah diisi, mohon diperiksa."
        )
        disposisi.ke_realisasi(halaman, c.nama)
    else:
        _ketik(halaman, c, data, kepala)
    milik = {i["nomor"] for i in data.milik(kepala)[0]}
    realisasi.kirim(halaman, tanpa_bukti=bool(milik & set(c.tanpa_bukti)))


def _ketik(halaman: Page, c: Cerita, data: Setahun, kepala: str) -> None:
    disposisi.ke_realisasi(halaman, c.nama)
    indikator, program = data.milik(kepala)
    for i in indikator:
        nomor, ketik = i["nomor"], i["ketik"][c.ke - 1]
        if nomor in c.salah_ketik:
            assert "belum jelas" in realisasi.isi_keliru(halaman, nomor, c.salah_ketik[nomor])
        realisasi.isi_indikator(
            halaman, nomor, c.keliru.get(nomor, ketik), "Cuaca buruk pada beberapa pekan."
        )
        if nomor not in c.tanpa_bukti and not ketik.startswith(realisasi.TANPA):
            realisasi.beri_bukti(halaman, nomor, f"bukti {nomor} {c.nama}.pdf")
    for p in program:
        realisasi.isi_anggaran(halaman, p["nomor"], p["ketik"][c.ke - 1])


def rekap(k: KantorHidup, c: Cerita, data: Setahun) -> None:
    """Step 2: read what came in, return what is wrong, close when it is right."""
    penyusun = k.sebagai("kasubag_perencanaan")
    for nomor in c.keliru:
        i = next(i for i in data.indikator if i["nomor"] == nomor)
        kotak.buka(penyusun, LANGKAH[2])
        alasan = f"Angka {nomor} tidak sama dengan laporan harian; periksa lagi."
        realisasi.kembalikan_unit(penyusun, PEMERAN[i["pemilik"]][2] or "", nomor, alasan)
        pemilik = k.sebagai(i["pemilik"])
        kotak.buka(pemilik, f"Perbaiki realisasi {c.nama}", alasan)
        expect(pemilik.get_by_text(alasan)).to_be_visible()
        realisasi.isi_indikator(pemilik, nomor, i["ketik"][c.ke - 1])
        realisasi.kirim(pemilik)
    kotak.buka(penyusun, LANGKAH[2])
    expect(penyusun.get_by_text(f"{len(KEPALA)} dari {len(KEPALA)} unit sudah mengirim")).to_be_visible()
    tugas.selesaikan(penyusun, "Semua unit sudah masuk.")


def olah(k: KantorHidup, c: Cerita) -> None:
    """Step 3, by the Staf: exactly the expected findings come up, and each is explained."""
    staf = k.sebagai("staf_perencanaan")
    kotak.buka(staf, LANGKAH[3])
    laporan.olah(staf)
    ada = laporan.temuan(staf)
    assert len(ada) == len(c.temuan), ada
    for tanda, penjelasan in c.temuan.items():
        laporan.jelaskan(staf, tanda, penjelasan)
    tugas.selesaikan(staf)


def susun(k: KantorHidup, c: Cerita) -> None:
    """Step 4: the required texts."""
    penyusun = k.sebagai("kasubag_perencanaan")
    kotak.buka(penyusun, LANGKAH[4])
    # ringkasan, one analysis for each of three sasaran, tindak lanjut
    assert laporan.tulis_wajib(penyusun, f"Uraian {c.nama}.") == 5
    tugas.selesaikan(penyusun)


def sosialisasi_triwulan(k: KantorHidup, c: Cerita) -> None:
    """Step 5: a round; with a correction also the return to step 4, the mending and a second round."""
    sekretaris = k.sebagai("sekretaris")
    kotak.buka(sekretaris, LANGKAH[5])
    putaran(k, c.nama, c.diundang, LANGKAH[5], c.koreksi)
    if c.koreksi:
        tugas.kembalikan(sekretaris, "4", "Perbaiki ringkasan sesuai koreksi.")
        penyusun = k.sebagai("kasubag_perencanaan")
        kotak.buka(penyusun, LANGKAH[4])
        expect(penyusun.get_by_text("Perbaiki ringkasan sesuai koreksi.").first).to_be_visible()
        laporan.ubah_bagian(penyusun, "Ringkasan", f"Ringkasan {c.nama} yang sudah diperbaiki.")
        laporan.tindak_lanjuti(penyusun, "Ringkasan", "Ringkasan sudah ditulis ulang.")
        penyusun.reload()
        tugas.selesaikan(penyusun)
        kotak.buka(sekretaris, LANGKAH[5])
        putaran(k, c.nama, c.diundang, LANGKAH[5], lagi=True)
    tugas.selesaikan(sekretaris)


PEJABAT = ("camat", *KEPALA)


def putaran(
    k: KantorHidup,
    nama: str,
    diundang: tuple[str, ...],
    langkah: str,
    koreksi: str = "",
    lagi: bool = False,
) -> None:
    """Invite, everybody answers from the inbox, minutes, close. Starts and ends on the Sekretaris's page."""
    sekretaris = k.sebagai("sekretaris")
    sosialisasi.undang(sekretaris, [PEMERAN[satu][0] for satu in diundang], lagi)
    for login in diundang or PEJABAT:
        if login == koreksi:
            sosialisasi.koreksi(k.sebagai(login), nama, "Ringkasan", "Sebutkan penyebab capaian yang turun.")
        else:
            sosialisasi.setuju(k.sebagai(login), nama)
    kotak.buka(sekretaris, langkah)
    sosialisasi.catat_dan_tutup(sekretaris, f"Rapat membahas draf {nama}.")


def satu_triwulan(k: KantorHidup, c: Cerita, data: Setahun) -> None:
    kumpulkan(k, c)
    for kepala in KEPALA:
        isi_unit(k, c, data, kepala)
    rekap(k, c, data)
    olah(k, c)
    susun(k, c)
    sosialisasi_triwulan(k, c)

"""A letter to five Kasi: two hand it on, one branch is taken back, one is late; the tree shows each."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from sqlalchemy import select

from kinerja import create_app
from kinerja.domain.jabatan import Peran
from kinerja.models import db
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai
from kinerja.operations.orang import buat_pegawai
from kinerja.operations.penugasan import tugaskan
from kinerja.operations.struktur import buat_jabatan
from tests.browser import halaman_disposisi as disposisi
from tests.browser import halaman_kotak as kotak
from tests.browser.conftest import buka_orang, layani, siapkan_basis
from tests.browser.kantor_hidup import KantorHidup
from tests.browser.tekan import tekan
from tests.data_uji_berkas import pdf
from tests.data_uji_disposisi import jabatan_uji
from tests.kantor_uji import AWAL, PEMERAN, bangun

HAL = "Pendataan anak putus sekolah"
# login name → due date of its branch
TENGGAT = {
    "kasi_pemerintahan": "2026-10-12",
    "kasi_pmd": "2026-10-14",
    "kasi_trantib": "2026-10-09",
    "kasi_kesos": "2026-10-13",
    "kasi_pelayanan": "2026-10-15",
}
NAMA = {siapa: PEMERAN[siapa][0] for siapa in TENGGAT}


@pytest.fixture
def hidup(peramban: Browser, tmp_path: Path) -> Iterator[KantorHidup]:
    app = create_app(tmp_path, {"TESTING": False})

    def isi() -> None:
        sesi = db.session()
        bangun(sesi)
        kantor(sesi).tanggal_contoh = date(2026, 10, 8)
        pmd = jabatan_uji(sesi, "kasi_pmd")
        post = buat_jabatan(sesi, "Staf Pemberdayaan", Peran.STAF, None, AWAL, pmd.unit_id, pmd.id)
        orang = buat_pegawai(sesi, "Staf Pemberdayaan Uji", "staf_pmd", None, AWAL)
        orang.sandi = sesi.execute(select(Pegawai.sandi).where(Pegawai.nama_pengguna == "camat")).scalar_one()
        tugaskan(sesi, orang, post, date(2020, 1, 1), None, AWAL)

    siapkan_basis(app, isi)
    for layanan in layani(app, tmp_path):
        for orang in buka_orang(peramban, layanan):
            yield KantorHidup(layanan, orang)


def _catat_surat(umum: Page) -> None:
    umum.goto("/surat-masuk/")
    umum.get_by_role("link", name="Catat surat masuk").first.click()
    umum.get_by_label("Surat dari").fill("Dinas Pendidikan")
    umum.get_by_label("Nomor surat").fill("005/77/Disdik")
    umum.get_by_label("Hal", exact=True).fill(HAL)
    umum.get_by_label("Pindaian surat").set_input_files(
        {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": pdf(2, "Surat")}
    )
    tekan(umum, "Catat surat")
    expect(umum.get_by_text("Menunggu putusan Camat")).to_be_visible()
    gambar = umum.locator(".pratinjau img")
    expect(gambar).to_be_visible()
    assert gambar.evaluate("g => g.decode().then(() => g.naturalWidth)") > 300


def _disposisikan(camat: Page) -> str:
    """To five Kasi with a due date each; the address of the slip."""
    kotak.buka(camat, HAL, "Surat masuk menunggu disposisi")
    camat.get_by_role("link", name="Disposisikan").click()
    expect(camat.get_by_label("Hal", exact=True)).to_have_value(HAL)
    for nama in NAMA.values():
        camat.get_by_role("group", name="Diteruskan kepada").get_by_label(nama).check()
    camat.get_by_text("Tenggat berbeda untuk penerima tertentu?").click()
    for siapa, tenggat in TENGGAT.items():
        camat.locator("details", has_text="Tenggat berbeda").get_by_label(NAMA[siapa]).fill(tenggat)
    camat.get_by_label("Koordinasi/konfirmasikan").check()
    tekan(camat, "Kirim disposisi")
    camat.wait_for_url(re.compile(r"/disposisi/\d+$"))
    expect(camat.locator(".pohon .lencana", has_text="Belum dibaca")).to_have_count(5)
    return camat.url


def _simpul(halaman: Page, nama: str) -> str:
    """The text of one branch of the tree, without what hangs under it."""
    butir = halaman.locator(".pohon li", has=halaman.locator(f"xpath=./p[1][contains(., '{nama}')]"))
    return " ".join(
        butir.first.evaluate(
            "b => [...b.children].filter(a => a.tagName == 'P').map(a => a.innerText).join(' ')"
        ).split()
    )


def test_disposisi_to_five_kasi(hidup: KantorHidup) -> None:
    k = hidup
    _catat_surat(k.sebagai("kasubag_umum"))
    camat = k.sebagai("camat")
    alamat = _disposisikan(camat)

    tekan(camat, f"Batalkan untuk {NAMA['kasi_kesos']}")
    assert not [b for b in kotak.isi(k.sebagai("kasi_kesos")) if HAL in b]

    for kasi, staf in (("kasi_pmd", "Staf Pemberdayaan"), ("kasi_pelayanan", "Staf Pelayanan")):
        kotak.buka(k.sebagai(kasi), HAL)
        disposisi.teruskan(k.sebagai(kasi), staf, "Tolong siapkan datanya.")
    pemerintahan = k.sebagai("kasi_pemerintahan")
    kotak.buka(pemerintahan, HAL)
    pemerintahan.get_by_text("Tidak perlu tindak lanjut").first.click()
    pemerintahan.locator("details", has_text="Tidak perlu tindak lanjut").get_by_label("Alasan").fill(
        "Data sudah ada pada Seksi Pelayanan."
    )
    tekan(pemerintahan, "Tandai tidak perlu tindak lanjut")

    k.hari("2026-10-12")
    camat.goto(alamat)
    tekan(camat, f"Ingatkan {NAMA['kasi_trantib']}")
    expect(camat.get_by_role("button", name=f"Ingatkan {NAMA['kasi_trantib']}")).to_have_count(0)
    trantib = k.sebagai("kasi_trantib")
    assert "Diingatkan oleh Camat pada 12 Oktober 2026" in " ".join(kotak.isi(trantib))
    staf = k.sebagai("staf_pelayanan")
    kotak.buka(staf, HAL, f"Diteruskan oleh {NAMA['kasi_pelayanan']}")
    staf.get_by_label("Berkas").set_input_files(
        {"name": "data nagari.pdf", "mimeType": "application/pdf", "buffer": pdf(1, "Data")}
    )
    staf.get_by_label("Balasan").fill("Data 23 nagari terlampir.")
    tekan(staf, "Kirim balasan dan selesaikan")
    assert [b for b in kotak.isi(k.sebagai("kasi_pelayanan")) if HAL in b]  # its own branch stays open

    camat.goto(alamat)
    for siapa, kata in (
        (NAMA["kasi_pemerintahan"], ("Tidak perlu tindak lanjut", "Data sudah ada")),
        (NAMA["kasi_pmd"], ("Sudah dibaca, belum dibalas", "Dibaca Kasi Pemberdayaan Masyarakat Uji")),
        (NAMA["kasi_trantib"], ("Belum dibaca, terlambat 3 hari", "Diingatkan oleh Camat")),
        (NAMA["kasi_kesos"], ("Dibatalkan", "Dibatalkan sebelum dibaca")),
        (NAMA["kasi_pelayanan"], ("Sudah dibaca, belum dibalas", "Tenggat 15 Oktober 2026")),
        ("Staf Pemberdayaan", ("Belum dibaca", "Diteruskan Kasi Pemberdayaan Masyarakat")),
        ("Staf Pelayanan", ("Sudah dibalas", "data nagari.pdf", "Data 23 nagari terlampir.")),
    ):
        teks = _simpul(camat, siapa)
        assert all(satu in teks for satu in kata), (siapa, teks)
    camat.set_viewport_size({"width": 360, "height": 800})
    assert camat.evaluate("document.documentElement.scrollWidth") <= 360

    kotak.buka(trantib, HAL)
    disposisi_buka = trantib.url
    trantib.get_by_label("Balasan").fill("Tidak ada kejadian; maaf terlambat.")
    tekan(trantib, "Kirim balasan dan selesaikan")
    trantib.goto(disposisi_buka)
    assert "dibalas 3 hari sesudahnya" in _simpul(trantib, NAMA["kasi_trantib"])
    _baris(k)
    _lembar(camat, alamat)
    camat.set_viewport_size({"width": 1366, "height": 850})
    camat.get_by_role("link", name="Agenda 1/2026").first.click()
    expect(camat.get_by_role("heading", level=1)).to_have_text(HAL)
    expect(camat.locator(".pohon")).to_contain_text("Staf Pemberdayaan")


def _baris(k: KantorHidup) -> None:
    """Finishing one closed no other."""
    with k.layanan.app.app_context():
        d = db.session.execute(select(Disposisi)).scalar_one()
        terbuka = select(CabangDisposisi.penerima_id).where(
            CabangDisposisi.disposisi_id == d.id,
            CabangDisposisi.penyelesaian_id.is_(None),
            CabangDisposisi.dibatalkan_pada.is_(None),
        )
        nomor = set(db.session.execute(terbuka).scalars())
        assert {jabatan_uji(db.session(), s).id for s in ("kasi_pmd", "kasi_pelayanan")} < nomor
        assert len(nomor) == 3


def _lembar(camat: Page, alamat: str) -> None:
    """The slip carries both numbers, the letter and the chain of hops."""
    jawab = camat.request.get(f"{alamat}/lembar.pdf")
    teks = "".join(h.extract_text() for h in PdfReader(io.BytesIO(jawab.body())).pages)
    rapat = "".join(teks.split())
    for kata in (
        "No.agenda:1/2026",
        "Agendasurat:1/2026",
        "005/77/Disdik",
        "2.1.StafPemberdayaan",
        "DiteruskanolehKasiPelayananUmum",
        "palinglambat9Oktober2026",
    ):
        assert kata in rapat, (kata, teks)
    assert NAMA["kasi_kesos"] not in teks

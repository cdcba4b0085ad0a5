"""A letter from its concept to the archive, sent back once by the Sekretaris; every act in a browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.periode import Periode
from tests.browser.conftest import Buka, Layanan
from tests.browser.halaman_tugas import selesaikan
from tests.browser.tekan import tekan, tekan_ditolak
from tests.data_uji_arsip import pdf_uji
from tests.data_uji_sekali import lembar_surat

HAL = "Undangan rapat koordinasi"


def buka_langkah(halaman: Page, nama: str) -> None:
    """From the inbox to the step."""
    halaman.goto("/")
    halaman.get_by_role("link", name=nama).first.click()
    expect(halaman.get_by_role("heading", level=1)).to_contain_text(nama)


def selesai(halaman: Page, catatan: str = "") -> None:
    """Complete a step that puts nothing out."""
    if catatan:
        halaman.locator("#selesaikan").get_by_label("Catatan", exact=False).first.fill(catatan)
    tekan(halaman, "Selesaikan langkah ini")
    expect(halaman).to_have_url(re.compile(r"//[^/]+/$"))


def test_a_letter_from_its_concept_to_the_archive(layanan: Layanan, orang: Buka) -> None:
    with layanan.app.app_context():
        menulis.set(True)
        lembar_surat(db.session())
        db.session.commit()
        menulis.set(False)

    kasi = orang("kasi_pmd")
    kasi.goto("/jalan/")
    kasi.get_by_role("link", name="Mulai Surat Keluar").click()
    kasi.get_by_label("Perihal").fill(HAL)
    tekan(kasi, "Mulai")
    expect(kasi.get_by_text("Yang perlu Anda hasilkan: Konsep surat")).to_be_visible()
    surat = kasi.locator("#surat")
    surat.get_by_label("Kepada Yth.").fill("Wali Nagari se-Kecamatan")
    surat.get_by_label("Kode klasifikasi").fill("undangan")
    assert "terdiri atas angka" in tekan_ditolak(kasi, "Simpan konsep surat")
    expect(surat.get_by_label("Kepada Yth.")).to_have_value("Wali Nagari se-Kecamatan")
    surat.get_by_label("Kode klasifikasi").fill("000.1.5")
    surat.get_by_label("Isi surat").fill("Dengan hormat,\n\nKami mengundang Saudara.")
    tekan(kasi, "Simpan konsep surat")
    selesaikan(kasi)

    umum = orang("kasubag_umum")
    buka_langkah(umum, "Memeriksa dan memaraf")
    expect(umum.get_by_text("Kami mengundang Saudara.")).to_be_visible()
    selesai(umum, "Sudah diparaf.")

    sekretaris = orang("sekretaris")
    buka_langkah(sekretaris, "Konsep surat disetujui?")
    sekretaris.get_by_label("Tidak", exact=True).check()
    assert "Tuliskan alasannya" in tekan_ditolak(sekretaris, "Selesaikan langkah ini")
    sekretaris.locator("#selesaikan").get_by_label("Catatan", exact=False).first.fill(
        "Hari dan jamnya belum ada."
    )
    tekan(sekretaris, "Selesaikan langkah ini")

    kasi.goto("/")
    expect(kasi.get_by_text("Dikembalikan").first).to_be_visible()
    buka_langkah(kasi, "Menyusun konsep surat")
    expect(kasi.get_by_text("Dikembalikan oleh Sekretaris Uji")).to_be_visible()
    expect(kasi.locator("#keadaan").get_by_text("Hari dan jamnya belum ada.")).to_be_visible()
    isi = kasi.locator("#surat").get_by_label("Isi surat")
    expect(isi).to_have_value(re.compile("Kami mengundang Saudara"))
    isi.fill("Dengan hormat,\n\nKami mengundang Saudara hari Senin pukul 09.00.")
    tekan(kasi, "Simpan konsep surat")
    selesaikan(kasi)
    buka_langkah(umum, "Memeriksa dan memaraf")
    selesai(umum)
    buka_langkah(sekretaris, "Konsep surat disetujui?")
    sekretaris.get_by_label("Ya", exact=True).check()
    tekan(sekretaris, "Selesaikan langkah ini")

    buka_langkah(umum, "Memberi nomor dan mencetak surat")
    tekan(umum, "Beri nomor dan buat PDF")
    expect(umum.locator("#surat").get_by_text("000.1.5/1/CMT-TRS/2026")).to_be_visible()
    selesaikan(umum)
    camat = orang("camat")
    buka_langkah(camat, "Menandatangani surat")
    selesai(camat)

    buka_langkah(umum, "Mengirim surat dan menyimpan arsipnya")
    bidang = umum.locator("#unggah-tertanda")
    bidang.locator("input[type=file]").set_input_files(
        {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": pdf_uji(1, "tertanda")}
    )
    tekan(umum, "Unggah dan baca")
    umum.get_by_label("Tempat lembar asli").fill("Lemari 1, map Surat Keluar 2026")
    umum.locator("#sesuai").get_by_label("Keterangan").fill("Dikirim lewat kurir nagari.")
    tekan(umum, "Sesuai, arsipkan dan selesaikan")

    umum.goto("/jalan/?keadaan=selesai")
    umum.get_by_role("link", name=HAL).click()
    for kata in ("Konsep surat disetujui?: Tidak", "Konsep surat disetujui?: Ya", "Dikirim lewat kurir"):
        expect(umum.locator("#riwayat").get_by_text(kata, exact=False).first).to_be_visible()
    umum.goto("/arsip/?jenis=surat_keluar")
    umum.get_by_role("link", name=HAL).click()
    expect(umum.get_by_text("Tertanda, diarsipkan")).to_be_visible()
    with layanan.app.app_context():
        dokumen = db.session.execute(select(Dokumen)).scalar_one()
        assert (dokumen.jenis, dokumen.nomor) == ("surat_keluar", "000.1.5/1/CMT-TRS/2026")
        assert db.session.execute(select(Arsip.dokumen_id)).scalar_one() == dokumen.id
        periode = db.session.get_one(Periode, dokumen.periode_id)
        assert periode.ditutup_pada is not None

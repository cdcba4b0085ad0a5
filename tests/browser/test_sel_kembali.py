"""A step comes back for one marked section: seen, mended, and its trail kept on the step's page."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.kantor import kantor
from kinerja.models.tugas import Tugas
from kinerja.operations.tugas import selesaikan
from tests.browser.conftest import Buka, Layanan
from tests.browser.halaman_tugas import selesaikan as tekan_selesai
from tests.browser.tekan import tekan
from tests.data_uji_laporan import PADA, bangun_tangan, buka_langkah, periode, siapkan_draf, tulis_narasi
from tests.kantor_uji import orang_uji

ALASAN = "Sebutkan penyebab turunnya capaian."
BARU = "Capaian turun karena banjir pada bulan Agustus."


@pytest.fixture
def langkah(layanan: Layanan, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Triwulan III with its texts written and step 5 open: the id of each step."""
    monkeypatch.setattr("kinerja.operations.tugas.periksa", lambda *_: ())
    with layanan.app.app_context(), pytest.MonkeyPatch.context() as tempel:
        tempel.setattr("kinerja.operations.tugas.ATURAN", {})
        menulis.set(True)
        sesi = db.session()
        kantor(sesi).tanggal_contoh = date(2026, 10, 9)
        bangun_tangan(sesi)
        milik = periode(sesi, JenisPeriode.TRIWULAN, 3)
        for kunci, siapa in (("1", "kasubag_umum"), ("2", "kasubag_perencanaan"), ("3", "staf_perencanaan")):
            if kunci == "3":
                tulis_narasi(sesi, siapkan_draf(sesi, milik, "3", orang_uji(sesi, siapa)))
            selesaikan(sesi, buka_langkah(sesi, milik, kunci).id, orang_uji(sesi, siapa), PADA)
        selesaikan(sesi, buka_langkah(sesi, milik, "4").id, orang_uji(sesi, "kasubag_perencanaan"), PADA)
        sesi.commit()
        menulis.set(False)
        pilih = select(Tugas.kunci, Tugas.id).where(Tugas.periode_id == milik.id)
        return {kunci: nomor for kunci, nomor in sesi.execute(pilih)}


def test_a_returned_section_is_mended_and_its_trail_stays(orang: Buka, langkah: dict[str, int]) -> None:
    sekretaris = orang("sekretaris")
    sekretaris.goto(f"/tugas/{langkah['5']}")
    daerah = sekretaris.locator("#kembalikan")
    daerah.get_by_text("Ada yang keliru? Kembalikan ke langkah sebelumnya").click()
    daerah.get_by_label("Kembalikan ke langkah").select_option("4")
    daerah.get_by_label("Alasan").fill(ALASAN)
    daerah.get_by_text("Tandai bagian atau angka yang keliru").click()
    daerah.get_by_label("Ringkasan", exact=True).check()
    tekan(sekretaris, daerah.get_by_role("button", name="Kembalikan"))
    expect(sekretaris.get_by_text("Langkah dikembalikan").first).to_be_visible()

    kasubag = orang("kasubag_perencanaan")
    expect(kasubag.get_by_text("Dikembalikan").first).to_be_visible()
    kasubag.goto(f"/tugas/{langkah['4']}")
    expect(kasubag.get_by_text(ALASAN).first).to_be_visible()
    diminta = kasubag.locator("#diminta")
    expect(diminta.locator(".bagian-narasi")).to_have_count(1)
    expect(kasubag.locator("#bagian-lain .bagian-narasi").first).not_to_be_visible()
    teks = diminta.get_by_role("textbox")
    expect(teks).to_have_value("Uraian ringkasan.")
    teks.fill(BARU)
    tekan(kasubag, diminta.get_by_role("button", name="Simpan bagian ini"))
    expect(kasubag.locator("#keadaan").get_by_text("Sudah diubah")).to_be_visible()
    kasubag.reload()
    tekan_selesai(kasubag)

    sekretaris.goto(f"/tugas/{langkah['4']}")
    riwayat = sekretaris.locator("#riwayat")
    riwayat.get_by_text("Ringkasan · diubah").click()
    expect(riwayat.get_by_text("Uraian ringkasan.")).to_be_visible()
    expect(riwayat.get_by_text(BARU)).to_be_visible()
    expect(riwayat.get_by_text(ALASAN)).to_be_visible()

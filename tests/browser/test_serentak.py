"""Two browsers at the same step."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.tugas import Penyelesaian, Tugas
from kinerja.operations import tugas as verba
from tests.browser.conftest import Buka, Layanan


@pytest.fixture
def tanpa_syarat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verba, "periksa", lambda *_: ())
    monkeypatch.setattr(verba, "ATURAN", {})
    monkeypatch.setattr("kinerja.web.langkah.KONTEKS", {})


def test_one_succeeds_and_the_other_learns_who_did_it_and_when(
    layanan: Layanan, orang: Buka, tanpa_syarat: None
) -> None:
    satu, dua = orang("kasubag_umum"), orang("kasubag_umum")
    for halaman in (satu, dua):
        halaman.get_by_role("link", name="Mengumpulkan data laporan kinerja triwulan").first.click()
        halaman.get_by_label("Catatan", exact=True).fill("data sudah diminta")
    tombol = "Selesaikan langkah ini"
    satu.get_by_role("button", name=tombol).click()
    satu.wait_for_url("**/")
    dua.get_by_role("button", name=tombol).click()
    pesan = dua.get_by_text("Sudah diselesaikan oleh Kasubag Umum dan Kepegawaian Uji").first
    pesan.wait_for()
    assert "pukul" in pesan.inner_text()
    with layanan.app.app_context():
        assert db.session.execute(select(func.count()).select_from(Penyelesaian)).scalar_one() == 1
        selesai = select(func.count()).select_from(Catatan).where(Catatan.tindakan == "selesaikan")
        assert db.session.execute(selesai).scalar_one() == 1
        terbuka = db.session.execute(
            select(Tugas.kunci).where(
                Tugas.periode_id == 1, Tugas.penyelesaian_id.is_(None), Tugas.dibuka_pada.is_not(None)
            )
        ).scalars()
        assert list(terbuka) == ["2"]

"""What is typed keeps itself: another PC goes on with it, and saving leaves no draft behind."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Route, expect
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.draf import Draf
from kinerja.models.kantor import kantor
from tests.browser.conftest import Buka, Layanan

KATA = "Belum tersimpan sementara"


def draf(layanan: Layanan) -> list[object]:
    with layanan.app.app_context():
        semua = list(db.session.execute(select(Draf)).scalars())
        return [d.isi["isian"] for d in semua if "isian" in d.isi]


@pytest.fixture(autouse=True)
def _hari(layanan: Layanan) -> None:
    with layanan.app.app_context():
        menulis.set(True)
        kantor(db.session()).tanggal_contoh = date(2026, 10, 8)
        db.session.commit()
        menulis.set(False)


def test_typing_is_continued_on_another_pc_and_gone_once_saved(orang: Buka, layanan: Layanan) -> None:
    satu = orang("camat")
    satu.goto("/disposisi/baru")
    satu.get_by_label("Hal", exact=True).fill("Rapat koordinasi triwulan")
    satu.get_by_role("checkbox", name="Sekretaris").check()
    expect(satu.locator(".draf-keadaan")).to_contain_text("Ketikan tersimpan sementara")
    assert len(draf(layanan)) == 1

    dua = orang("camat")
    dua.goto("/disposisi/baru")
    expect(dua.locator(".draf-ada")).to_contain_text("Ada ketikan yang belum disimpan")
    expect(dua.get_by_label("Hal", exact=True)).to_have_value("")
    dua.get_by_role("link", name="Pakai lagi").click()
    expect(dua.get_by_label("Hal", exact=True)).to_have_value("Rapat koordinasi triwulan")
    expect(dua.get_by_role("checkbox", name="Sekretaris")).to_be_checked()
    dua.locator("form[data-draf] button[type=submit]").last.click()
    expect(dua.get_by_role("heading", name="Rapat koordinasi triwulan").first).to_be_visible()
    assert draf(layanan) == []


def test_an_autosave_on_its_way_does_not_come_back_after_the_form_was_saved(
    orang: Buka, layanan: Layanan
) -> None:
    """The form is sent while its draft is held up on the way; the late draft is not kept."""
    camat = orang("camat")
    camat.goto("/disposisi/baru")

    def tahan(_rute: Route) -> None:
        """Neither let through nor refused."""

    camat.route("**/draf", tahan)
    camat.get_by_role("checkbox", name="Sekretaris").check()
    with camat.expect_request("**/draf") as dikirim:
        camat.get_by_label("Hal", exact=True).fill("Rapat")
    permintaan = dikirim.value
    camat.locator("form[data-draf] button[type=submit]").last.click()
    expect(camat.get_by_role("heading", name="Rapat").first).to_be_visible()
    jawab = camat.context.request.post(
        f"{layanan.alamat}/draf",
        data=permintaan.post_data_buffer,
        headers={k: v for k, v in permintaan.headers.items() if k in ("content-type", "x-csrftoken")},
    )
    assert (jawab.status, jawab.text()) == (200, "")
    assert draf(layanan) == []


def test_a_server_that_does_not_answer_is_said_beside_the_form(orang: Buka, layanan: Layanan) -> None:
    camat = orang("camat")
    camat.goto("/disposisi/baru")
    camat.route("**/draf", lambda rute: rute.abort())
    camat.get_by_label("Hal", exact=True).fill("Rapat")
    expect(camat.locator(".draf-keadaan")).to_have_text(KATA)
    assert draf(layanan) == []


def test_leaving_the_page_keeps_the_last_words(orang: Buka, layanan: Layanan) -> None:
    camat = orang("camat")
    camat.on("dialog", lambda kotak: kotak.accept())
    camat.goto("/disposisi/baru")
    camat.get_by_label("Hal", exact=True).press_sequentially("Rapat")
    camat.goto("/")
    for _ in range(50):  # sent while the page went away, so nothing on a page tells its arrival
        if draf(layanan):
            break
        camat.wait_for_timeout(100)
    camat.goto("/disposisi/baru")
    expect(camat.locator(".draf-ada")).to_be_visible()
    camat.get_by_role("link", name="Pakai lagi").click()
    expect(camat.get_by_label("Hal", exact=True)).to_have_value("Rapat")
    camat.get_by_role("button", name="Buang").click()
    expect(camat.locator(".draf-ada")).to_have_count(0)
    assert draf(layanan) == []


def test_older_text_that_waits_is_not_typed_over(orang: Buka, layanan: Layanan) -> None:
    satu = orang("camat")
    satu.goto("/disposisi/baru")
    satu.get_by_label("Hal", exact=True).fill("Yang pertama")
    expect(satu.locator(".draf-keadaan")).to_contain_text("Ketikan tersimpan sementara")
    semula = draf(layanan)
    dua = orang("camat")
    dua.goto("/disposisi/baru")
    dua.get_by_label("Hal", exact=True).fill("Yang kedua")
    expect(dua.locator(".draf-keadaan")).to_contain_text("pilih dahulu Pakai lagi atau Buang")
    assert draf(layanan) == semula

"""The page of an archived document shows the pages of the signed file as small pictures."""

from __future__ import annotations

from collections.abc import Callable

import lxml.html
from flask.testing import FlaskClient
from sqlalchemy import update

from kinerja.models import db
from kinerja.models.dokumen import Arsip
from tests.rusakkan import izinkan
from tests.web.conftest import KantorPenuh

Masuk = Callable[[str], FlaskClient]


def mungil(penuh: KantorPenuh, masuk: Masuk) -> list[str]:
    """Where the small pictures lead."""
    halaman = lxml.html.fromstring(masuk("camat").get(penuh.alamat("/arsip/{dokumen_tw1}")).text)
    return [str(a) for a in halaman.xpath("//nav[@class='mungil']//a/@href")]


def berhalaman(penuh: KantorPenuh, jumlah: int) -> int:
    """The signed report has that many pages; the id of its file."""
    with penuh.app.app_context():
        izinkan(db.session(), "arsip_tolak_ganti")
        milik = Arsip.id == penuh.nomor["arsip"]
        db.session.execute(update(Arsip).where(milik).values(halaman=jumlah))
        db.session.commit()
        return db.session.get_one(Arsip, penuh.nomor["arsip"]).berkas_id


def test_each_page_of_the_signed_file_leads_to_the_viewer(penuh: KantorPenuh, masuk: Masuk) -> None:
    berkas = berhalaman(penuh, 3)
    assert mungil(penuh, masuk) == [f"/berkas/{berkas}/lihat?halaman={ke}" for ke in (1, 2, 3)]


def test_a_long_file_shows_its_first_twelve_and_the_way_to_the_rest(penuh: KantorPenuh, masuk: Masuk) -> None:
    berkas = berhalaman(penuh, 40)
    assert len(mungil(penuh, masuk)) == 12
    teks = masuk("camat").get(penuh.alamat("/arsip/{dokumen_tw1}")).text
    assert f'/berkas/{berkas}/lihat?halaman=13">Halaman 13 dan seterusnya' in teks

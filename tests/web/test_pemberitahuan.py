"""The bell and its list on the screen: counted alike, read once, opened where the work is."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.pegawai import Pegawai
from kinerja.models.pemberitahuan import Pemberitahuan
from tests.web.conftest import KantorPenuh

Masuk = Callable[[str], FlaskClient]
ORANG = ("camat", "sekretaris", "kasubag_umum", "kasubag_perencanaan", "kasi_pelayanan", "staf_pelayanan")


def lonceng(halaman: str) -> int:
    cocok = re.search(r'id="jumlah-kabar"[^>]*>(?:<b>(\d+)</b>)?', halaman)
    assert cocok
    return int(cocok[1] or 0)


def kunci(halaman: str) -> list[str]:
    """The keys of the unread lines, in order."""
    baris = re.findall(r'<form method="post" action="/pemberitahuan/buka".*?</form>', halaman, re.S)
    return [html.unescape(re.findall(r'name="kunci" value="([^"]*)"', b)[0]) for b in baris]


@pytest.mark.parametrize("nama", ORANG)
def test_the_bell_counts_what_its_list_shows(penuh: KantorPenuh, masuk: Masuk, nama: str) -> None:
    halaman = masuk(nama).get("/pemberitahuan/").text
    assert lonceng(halaman) == len(kunci(halaman))


def test_one_is_opened_marked_and_leads_to_its_work(penuh: KantorPenuh, masuk: Masuk) -> None:
    camat = masuk("camat")
    ada = kunci(camat.get("/pemberitahuan/").text)
    assert len(ada) > 1
    jawab = camat.post("/pemberitahuan/buka", data={"kunci": ada[0]})
    assert jawab.status_code == 303
    assert camat.get(jawab.headers["Location"]).status_code == 200
    halaman = camat.get("/pemberitahuan/").text
    assert kunci(halaman) == ada[1:]
    assert lonceng(halaman) == len(ada) - 1
    assert "Sudah dibaca" in halaman


def test_all_are_marked_and_the_inbox_stays_as_it_was(penuh: KantorPenuh, masuk: Masuk) -> None:
    camat = masuk("camat")
    kotak = re.findall(r'id="jumlah-tugas"[^>]*>.*?</span>', camat.get("/").text, re.S)
    ada = kunci(camat.get("/pemberitahuan/").text)
    camat.post("/pemberitahuan/dibaca", data={"kunci": ada})
    halaman = camat.get("/pemberitahuan/").text
    assert (lonceng(halaman), kunci(halaman)) == (0, [])
    assert "Tidak ada pemberitahuan baru" in halaman
    assert re.findall(r'id="jumlah-tugas"[^>]*>.*?</span>', camat.get("/").text, re.S) == kotak
    with penuh.app.app_context():
        baris = db.session.execute(select(Pemberitahuan)).scalars().all()
        assert len({b.kunci for b in baris if b.dibaca_pada}) >= len(ada)


def test_somebody_elses_notice_cannot_be_marked(penuh: KantorPenuh, masuk: Masuk) -> None:
    ada = kunci(masuk("camat").get("/pemberitahuan/").text)
    sekretaris = masuk("sekretaris")
    asing = [k for k in ada if k not in kunci(sekretaris.get("/pemberitahuan/").text)]
    assert asing
    with penuh.app.app_context():
        sebelum = len(db.session.execute(select(Pemberitahuan)).all())
    jawab = sekretaris.post("/pemberitahuan/buka", data={"kunci": asing[0]}, follow_redirects=True)
    assert "sudah tidak ada" in jawab.text
    with penuh.app.app_context():
        assert len(db.session.execute(select(Pemberitahuan)).all()) == sebelum
    assert asing[0] in kunci(masuk("camat").get("/pemberitahuan/").text)


def test_the_own_address_is_kept_on_record_and_a_wrong_one_refused(penuh: KantorPenuh, masuk: Masuk) -> None:
    camat = masuk("camat")
    salah = camat.post("/pemberitahuan/surel", data={"surel": "bukan alamat"})
    assert salah.status_code == 422
    assert "bukan alamat" in salah.text
    assert camat.post("/pemberitahuan/surel", data={"surel": "camat@kantor.test"}).status_code == 303
    with penuh.app.app_context():
        orang = db.session.execute(select(Pegawai).where(Pegawai.nama_pengguna == "camat")).scalar_one()
        assert orang.surel == "camat@kantor.test"
        catatan = db.session.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
        assert catatan.tindakan == "ubah_surel"


def test_the_admin_reads_the_outbox_others_do_not(penuh: KantorPenuh, masuk: Masuk) -> None:
    assert masuk("admin").get("/surel/").status_code == 200
    assert masuk("camat").get("/surel/").status_code == 403
    nomor = penuh.nomor["surel"]
    assert masuk("admin").post(f"/surel/{nomor}/kirim-lagi").status_code == 303
    assert masuk("admin").post("/surel/99999/kirim-lagi").status_code == 404

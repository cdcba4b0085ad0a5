"""Issuing the PK and the SOP sheet from their pages: button, number, refusals, links both ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select

from kinerja.documents.cetak import HasilCetak
from kinerja.models import db
from kinerja.models.dokumen import Dokumen
from kinerja.models.perjanjian_kinerja import RencanaAksi
from tests.data_uji_arsip import pdf_uji
from tests.web.conftest import KantorPenuh, Masuk

TOMBOL = "Terbitkan bernomor"
Panggilan = list[dict[str, Any]]


@pytest.fixture
def cetak(monkeypatch: pytest.MonkeyPatch) -> Iterator[Panggilan]:
    """The print is an empty page; gives what each was called with."""
    hasil: Panggilan = []

    def palsu(*_: Any, **kata: Any) -> HasilCetak:
        hasil.append(kata)
        return HasilCetak(pdf_uji(3, kata["kode"]), 3, "0" * 64, "")

    monkeypatch.setattr("kinerja.web.perjanjian_kinerja.terbit.cetak_pk", palsu)
    monkeypatch.setattr("kinerja.web.sop.terbit.cetak_lembar_sop", palsu)
    yield hasil


def terakhir(penuh: KantorPenuh) -> Dokumen:
    with penuh.app.app_context():
        dokumen = db.session.execute(select(Dokumen).order_by(Dokumen.id.desc()).limit(1)).scalar_one()
        db.session.remove()
    hasil: Dokumen = dokumen
    return hasil


def test_the_pk_page_issues_an_approved_version(penuh: KantorPenuh, masuk: Masuk, cetak: Panggilan) -> None:
    kasubag, camat = masuk("kasubag_perencanaan"), masuk("camat")
    alamat = penuh.alamat("/perjanjian-kinerja/{tahun}")
    assert TOMBOL in kasubag.get(alamat).text
    assert TOMBOL not in camat.get(alamat).text
    assert TOMBOL not in kasubag.get(penuh.alamat("/perjanjian-kinerja/{tahun_draf}")).text
    versi = kasubag.get(alamat).text.split('name="versi" value="')[1].split('"')[0]
    jawab = kasubag.post(f"{alamat}/dokumen", data={"versi": versi})
    assert jawab.status_code == 303 and jawab.headers["Location"].endswith(f"?versi={versi}")
    dokumen = terakhir(penuh)
    assert cetak == [{"nomor": dokumen.nomor, "kode": dokumen.kode}]
    halaman = camat.get(f"{alamat}?versi={versi}").text
    assert dokumen.nomor in halaman and dokumen.kode in halaman and TOMBOL not in halaman
    assert f'href="/arsip/{dokumen.id}"' in halaman and "Menunggu tanda tangan" in halaman
    arsip = camat.get(f"/arsip/{dokumen.id}").text
    assert f"{alamat}?versi={versi}" in arsip and f"(versi {versi})" in arsip
    assert "Data masih sama" in arsip and "Cocok dengan catatan" in arsip and dokumen.digest in arsip
    assert dokumen.nomor in camat.get("/arsip/?jenis=perjanjian_kinerja&keadaan=menunggu").text


def test_a_second_press_says_what_was_done_already(
    penuh: KantorPenuh, masuk: Masuk, cetak: Panggilan
) -> None:
    kasubag, alamat = masuk("kasubag_perencanaan"), penuh.alamat("/perjanjian-kinerja/{tahun}/dokumen")
    assert kasubag.post(alamat).status_code == 303
    nomor = terakhir(penuh).nomor
    jawab = kasubag.post(alamat)
    assert jawab.status_code == 409 and f"sudah diterbitkan dengan nomor {nomor} oleh" in jawab.text
    assert len(cetak) == 1
    draf = kasubag.post(penuh.alamat("/perjanjian-kinerja/{tahun_draf}/dokumen"))
    assert draf.status_code == 422 and "belum disetujui" in draf.text
    assert kasubag.post(alamat, data={"versi": "99"}).status_code == 404


def test_a_rencana_aksi_changed_later_is_told_on_the_document_page(
    penuh: KantorPenuh, masuk: Masuk, cetak: Panggilan
) -> None:
    kasubag = masuk("kasubag_perencanaan")
    kasubag.post(penuh.alamat("/perjanjian-kinerja/{tahun}/dokumen"))
    dokumen = terakhir(penuh)
    with penuh.app.app_context():
        aksi = db.session.get(RencanaAksi, int(penuh.alamat("{aksi}")))
        assert aksi is not None
        aksi.kegiatan = "Kegiatan lain"
        db.session.commit()
        db.session.remove()
    halaman = kasubag.get(f"/arsip/{dokumen.id}").text
    assert "Data sudah berubah" in halaman and "misalnya rencana aksinya" in halaman


def test_the_sop_page_issues_a_ratified_revision(penuh: KantorPenuh, masuk: Masuk, cetak: Panggilan) -> None:
    sekretaris, camat = masuk("sekretaris"), masuk("camat")
    alamat = penuh.alamat("/sop/lembar/{lembar_sop}")
    assert TOMBOL in sekretaris.get(alamat).text and TOMBOL not in camat.get(alamat).text
    assert TOMBOL not in sekretaris.get(penuh.alamat("/sop/lembar/{lembar_sop_lama}")).text
    assert sekretaris.post(f"{alamat}/dokumen").status_code == 303
    dokumen = terakhir(penuh)
    assert (cetak[0]["nomor"], cetak[0]["kode"]) == (dokumen.nomor, dokumen.kode)
    assert (cetak[0]["dengan_catatan"], cetak[0]["revisi"]) == (False, 2)
    halaman = camat.get(alamat).text
    assert dokumen.nomor in halaman and f'href="/arsip/{dokumen.id}"' in halaman
    arsip = camat.get(f"/arsip/{dokumen.id}").text
    assert f'href="{alamat}"' in arsip and "revisi 2" in arsip and "Data masih sama" in arsip
    assert "Dokumen bernomor" not in masuk("admin").get(alamat).text
    lagi = sekretaris.post(f"{alamat}/dokumen")
    assert lagi.status_code == 409 and f"sudah diterbitkan dengan nomor {dokumen.nomor}" in lagi.text
    lama = sekretaris.post(penuh.alamat("/sop/lembar/{lembar_sop_lama}/dokumen"))
    assert lama.status_code == 422 and "belum disahkan kantor" in lama.text
    assert sekretaris.post("/sop/lembar/9999/dokumen").status_code == 404


def test_a_number_taken_while_printing_is_refused_and_the_next_press_gets_the_next(
    penuh: KantorPenuh, masuk: Masuk, cetak: Panggilan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two issue at once: the slower one is told, its PDF is not used, and no number is skipped."""
    kasubag, semula = masuk("kasubag_perencanaan"), terakhir(penuh)

    def disela(*_: Any, **kata: Any) -> HasilCetak:
        if not cetak:
            kolom = {k.name: getattr(semula, k.name) for k in Dokumen.__table__.columns if k.name != "id"}
            lain = {"urut": int(kata["nomor"].split("/")[1]), "nomor": "lain", "kode": "LAIN-LAIN"}
            db.session.add(Dokumen(**kolom | lain | {"tahun": 2026, "laporan_id": None}))
            db.session.commit()
        cetak.append(kata)
        return HasilCetak(pdf_uji(3, kata["kode"]), 3, "0" * 64, "")

    monkeypatch.setattr("kinerja.web.perjanjian_kinerja.terbit.cetak_pk", disela)
    alamat = penuh.alamat("/perjanjian-kinerja/{tahun}/dokumen")
    kalah = kasubag.post(alamat)
    assert kalah.status_code == 409 and "Nomor dokumen baru saja dipakai dokumen lain" in kalah.text
    menang = terakhir(penuh)
    assert menang.nomor == "lain" and TOMBOL in kalah.text
    assert kasubag.post(alamat).status_code == 303
    assert terakhir(penuh).urut == menang.urut + 1

"""All or nothing: whichever statement of an act fails, no part of the act stays behind."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from werkzeug.test import TestResponse

from kinerja.documents.baca_kode import KodeHalaman
from kinerja.models import db
from kinerja.operations.catatan import periksa_rantai
from tests.data_uji_arsip import pdf_uji
from tests.data_uji_berkas import png
from tests.isian_formulir import SEMUA, TOMBOL, Kiriman
from tests.web.conftest import KantorPenuh, Masuk

MENULIS = ("INSERT", "UPDATE", "DELETE")
KETIKAN = re.compile(r"(INSERT INTO|UPDATE|DELETE FROM) draf\b")  # no act: thrown away once the act is done


class Terputus(Exception):
    """What the test throws in the middle of an act."""


@contextmanager
def putus(penuh: KantorPenuh, ke: int) -> Iterator[list[str]]:
    """Fail right after the ``ke``-th writing statement (0: never); gives the statements that ran."""
    jalan: list[str] = []

    def sesudah(_koneksi: Any, _kursor: Any, pernyataan: str, *_lain: Any) -> None:
        if pernyataan.startswith(MENULIS) and not KETIKAN.match(pernyataan):
            jalan.append(pernyataan)
            if len(jalan) == ke:
                raise Terputus(pernyataan)

    with penuh.app.app_context():
        mesin = db.engine
    event.listen(mesin, "after_cursor_execute", sesudah)
    try:
        yield jalan
    finally:
        event.remove(mesin, "after_cursor_execute", sesudah)


def coba_putus(
    penuh: KantorPenuh, kirim: Callable[[], TestResponse], paling_sedikit: int, langkah: int = 1
) -> None:
    """Run the act with a failure after its 1st, 2nd … statement, then whole."""
    semula = penuh.isi()
    with putus(penuh, 0) as jalan:
        assert kirim().status_code in (200, 204, 303)
    jumlah = len(jalan)
    assert jumlah >= paling_sedikit, jalan
    assert penuh.isi() != semula
    penuh.pulihkan(semula)
    for ke in sorted({*range(1, jumlah + 1, langkah), jumlah}):
        with putus(penuh, ke):
            jawab = kirim()
        assert jawab.status_code == 500, (ke, jalan[ke - 1])
        assert penuh.isi() == semula, (ke, jalan[ke - 1])
    assert kirim().status_code in (200, 204, 303)
    with penuh.app.app_context():
        assert periksa_rantai(db.session()) is None
        db.session.remove()
    penuh.pulihkan(semula)


def pengirim(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman], titik: str, **berkas: tuple[bytes, str]
) -> Callable[[], TestResponse]:
    """Sends the right filling of a form, or presses a button, as the one whose it is."""
    satu = next((s for s in SEMUA if s.titik == titik), None)
    siapa, alamat = (satu.siapa, satu.alamat) if satu else TOMBOL[titik]
    klien = masuk(siapa)

    def kirim() -> TestResponse:
        data: dict[str, Any] = dict(isian.get(titik, {}))
        if satu and satu.berkas and berkas:
            isi, nama = berkas["berkas"]
            data[penuh.alamat(satu.berkas)] = (io.BytesIO(isi), nama)
        return klien.post(penuh.alamat(alamat), data=data)

    return kirim


def test_a_completed_step_is_there_with_its_successor_and_its_audit_row_or_not_at_all(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]
) -> None:
    coba_putus(penuh, pengirim(penuh, masuk, isian, "tugas.selesaikan"), 4)
    coba_putus(penuh, pengirim(penuh, masuk, isian, "tugas.kembalikan"), 3)


def test_sent_figures_and_slips_are_whole(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]
) -> None:
    for titik, paling_sedikit in (
        ("realisasi.kirim", 4),
        ("excel.terapkan", 3),
        ("disposisi.buat", 3),
        ("disposisi.minta", 3),
        ("disposisi.teruskan", 2),
        ("penyusunan.penyampaian", 3),
    ):
        coba_putus(penuh, pengirim(penuh, masuk, isian, titik), paling_sedikit)


def test_meetings_answers_and_years_are_whole(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]
) -> None:
    for titik, paling_sedikit, langkah in (
        ("sosialisasi.koreksi", 3, 1),
        ("sosialisasi.undang", 3, 1),
        ("orang.baru", 2, 1),
        ("orang.beri_jabatan", 2, 1),
        ("delegasi.beri", 2, 1),
        ("delegasi.cabut", 2, 1),
        ("periode.buka", 3, 5),
        ("periode.pakai_lembar", 3, 2),
        ("sop.sahkan", 3, 1),
        ("perjanjian_kinerja.perubahan", 5, 3),
        ("kalender.tambah", 2, 1),
        ("kalender.hapus", 2, 1),
        ("kalender.jam_kerja", 2, 1),
    ):
        coba_putus(penuh, pengirim(penuh, masuk, isian, titik), paling_sedikit, langkah)


def test_a_file_and_what_it_belongs_to_are_whole(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]
) -> None:
    foto = (png(), "foto.png")
    for titik in ("bukti.unggah", "disposisi.selesaikan", "berkas.lampirkan"):
        coba_putus(penuh, pengirim(penuh, masuk, isian, titik, berkas=foto), 3)


def test_the_signed_pdf_closes_its_period_or_leaves_no_row(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja.web.pindai.lihat.baca_kode", lambda *_: (KodeHalaman(1, None, 0),) * 2)
    tertanda = (pdf_uji(2, "tertanda lagi"), "tertanda.pdf")
    coba_putus(penuh, pengirim(penuh, masuk, isian, "pindai.unggah", berkas=tertanda), 3)
    for titik, paling_sedikit in (
        ("pindai_putusan.sesuai", 6),
        ("pindai_putusan.tolak", 2),
        ("pindai_putusan.dokumen", 2),
    ):
        coba_putus(penuh, pengirim(penuh, masuk, isian, titik), paling_sedikit)


def test_a_commit_that_fails_leaves_nothing(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]
) -> None:
    kirim = pengirim(penuh, masuk, isian, "tugas.selesaikan")
    semula = penuh.isi()
    with penuh.app.app_context():
        mesin = db.engine
    menulis: list[str] = []

    def catat(_koneksi: Any, _kursor: Any, pernyataan: str, *_lain: Any) -> None:
        if pernyataan.startswith(MENULIS):
            menulis.append(pernyataan)

    def gagal(_koneksi: Any) -> None:
        if menulis:
            raise Terputus("commit")

    event.listen(mesin, "after_cursor_execute", catat)
    event.listen(mesin, "commit", gagal)
    try:
        assert kirim().status_code == 500
    finally:
        event.remove(mesin, "commit", gagal)
        event.remove(mesin, "after_cursor_execute", catat)
    assert menulis
    assert penuh.isi() == semula

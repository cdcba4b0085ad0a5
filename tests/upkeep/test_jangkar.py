"""A chain that was computed anew is whole in itself; only a row noted outside of it shows that."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from kinerja.domain.keutuhan import JenisTemuan
from kinerja.models.catatan import Catatan
from kinerja.operations.catatan import hitung_hash
from kinerja.operations.periksa_arsip import catat_selesai
from kinerja.upkeep.jangkar import Jangkar, JangkarSalah, baca_jangkar
from kinerja.upkeep.pemeriksa import tercatat
from kinerja.upkeep.verify import periksa
from tests.data_uji_arsip import PADA

SIDIK = "0123456789abcdef" * 4


def tulis_ulang(sesi: Session, mulai: int = 2) -> None:
    """What somebody with the file in hand can do: change a row and compute all hashes after it anew."""
    for kata in ("update", "delete"):
        sesi.execute(text(f"DROP TRIGGER catatan_tolak_{kata}"))
    sesi.execute(text("UPDATE catatan SET uraian = 'lain' WHERE seq = :n"), {"n": mulai})
    sesi.expire_all()
    prev = ""
    for baris in sesi.execute(select(Catatan).order_by(Catatan.seq)).scalars():
        baris.prev = prev
        baris.hash = prev = hitung_hash(baris)
    sesi.flush()


def test_anchors_are_read_as_verify_prints_them_or_bare_one_a_line() -> None:
    teks = f"utuh\nKepala rantai: 812 {SIDIK}\n9 {SIDIK.upper()}\n# catatan saya 3 abc\n"
    assert baca_jangkar(teks) == (Jangkar(812, SIDIK), Jangkar(9, SIDIK))
    for kosong in ("", "utuh", f"812 {SIDIK[:-1]}", f"812 {SIDIK}0"):
        with pytest.raises(JangkarSalah):
            baca_jangkar(kosong)


def test_a_chain_still_holds_its_anchor_after_it_has_grown(sesi: Session, tmp_path: Path) -> None:
    awal = periksa(sesi, tmp_path)
    assert awal.kepala is not None and awal.utuh
    catat_selesai(sesi, tercatat(awal), PADA, 1)
    kini = periksa(sesi, tmp_path, jangkar=(awal.kepala,))
    assert kini.utuh and kini.kepala is not None and kini.kepala.seq == awal.kepala.seq + 1


def test_a_rewritten_chain_is_whole_in_itself_but_no_longer_holds_the_anchor(
    sesi: Session, tmp_path: Path
) -> None:
    kepala = periksa(sesi, tmp_path).kepala
    assert kepala is not None
    tulis_ulang(sesi)
    assert periksa(sesi, tmp_path).utuh
    (satu,) = periksa(sesi, tmp_path, jangkar=(kepala,)).rusak
    assert (
        satu.jenis is JenisTemuan.JANGKAR and f"nomor {kepala.seq} dengan sidik {kepala.hash}" in satu.pesan
    )


def test_a_chain_whose_tail_was_cut_off_no_longer_holds_the_anchor(sesi: Session, tmp_path: Path) -> None:
    kepala = periksa(sesi, tmp_path).kepala
    assert kepala is not None
    sesi.execute(text("DROP TRIGGER catatan_tolak_delete"))
    sesi.execute(text(f"DELETE FROM catatan WHERE seq = {kepala.seq}"))
    assert periksa(sesi, tmp_path).utuh
    (satu,) = periksa(sesi, tmp_path, jangkar=(kepala,)).rusak
    assert satu.jenis is JenisTemuan.JANGKAR


def test_the_head_an_earlier_check_saw_is_an_anchor_too(sesi: Session, tmp_path: Path) -> None:
    baris = catat_selesai(sesi, tercatat(periksa(sesi, tmp_path)), PADA, 1)
    tulis_ulang(sesi)
    (satu,) = periksa(sesi, tmp_path).rusak
    assert satu.jenis is JenisTemuan.JANGKAR
    assert satu.pesan.endswith(f"seperti saat pemeriksaan arsip {baris.id}")

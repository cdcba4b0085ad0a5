"""The audit extract: readable, for machines, and without the words about secrets."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

from kinerja.documents.paket.catatan import (
    DITAHAN,
    Petikan,
    jangkar,
    petikan_csv,
    petikan_html,
    petikan_mesin,
)
from kinerja.models.catatan import Catatan
from kinerja.operations.catatan import hitung_hash
from kinerja.upkeep.jangkar import baca_jangkar


def _rantai(*uraian: str) -> tuple[Catatan, ...]:
    hasil: list[Catatan] = []
    for ke, kata in enumerate(uraian, start=7):
        satu = Catatan(
            seq=ke,
            pada=datetime(2026, 3, ke, 2, 0, tzinfo=UTC),
            pelaku_id=3,
            pelaku_nama="Uji",
            jabatan_nama="Camat",
            sesi="1",
            tindakan="uji",
            objek=f"disposisi:{ke}",
            uraian=kata,
            sebelum="null",
            sesudah='{"a":1}',
            prev=hasil[-1].hash if hasil else "0" * 64,
        )
        satu.hash = hitung_hash(satu)
        hasil.append(satu)
    return tuple(hasil)


BARIS = _rantai("Satu.", "Sangat tersembunyi.", "=1+1")
PETIKAN = Petikan(2026, BARIS, frozenset({8}), BARIS[-1], 7)


def test_the_machines_lines_hold_what_the_hash_is_made_of() -> None:
    benda = [json.loads(satu) for satu in petikan_mesin(PETIKAN).decode().splitlines()]
    for satu, asli in ((benda[0], BARIS[0]), (benda[2], BARIS[2])):
        isi = {**satu, "pada": datetime.fromisoformat(satu["pada"])}
        assert hitung_hash(Catatan(**isi)) == asli.hash
    assert [b["prev"] for b in benda[1:]] == [b["hash"] for b in benda[:-1]]


def test_a_withheld_row_keeps_its_place_in_the_chain_and_no_word() -> None:
    satu = json.loads(petikan_mesin(PETIKAN).decode().splitlines()[1])
    assert satu == {
        "seq": 8,
        "pada": "2026-03-08T02:00:00Z",
        "prev": BARIS[0].hash,
        "hash": BARIS[1].hash,
        "ditahan": True,
    }
    for isi in (petikan_csv(PETIKAN), petikan_html(PETIKAN), petikan_mesin(PETIKAN)):
        assert b"tersembunyi" not in isi
    assert DITAHAN.encode() in petikan_csv(PETIKAN)
    assert b"disposisi:8" not in petikan_csv(PETIKAN) + petikan_html(PETIKAN) + petikan_mesin(PETIKAN)


def test_a_cell_that_would_be_a_formula_is_text() -> None:
    isi = petikan_csv(PETIKAN)
    assert isi.startswith(b"\xef\xbb\xbf")
    baris = list(csv.reader(io.StringIO(isi.decode("utf-8-sig")), delimiter=";"))
    assert baris[0][0] == "Nomor" and len(baris) == 4
    assert baris[3][6] == "'=1+1"
    assert baris[1][1] == "7 Maret 2026 pukul 09.00 WIB"


def test_the_anchor_is_one_that_verify_reads() -> None:
    assert [(j.seq, j.hash) for j in baca_jangkar(jangkar(PETIKAN).decode())] == [
        (9, BARIS[2].hash),
        (7, BARIS[0].hash),
        (9, BARIS[2].hash),
    ]
    kosong = Petikan(2026, (), frozenset(), BARIS[-1], 7)
    assert jangkar(kosong).decode() == f"Kepala rantai: 9 {BARIS[2].hash}\n"

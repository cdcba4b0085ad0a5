"""The audit chain: gapless, hashed, append-only."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kinerja.models.catatan import Catatan
from kinerja.operations.catatan import catat, hitung_hash, periksa_rantai
from tests.kantor_uji import orang_uji

KINI = datetime(2026, 10, 8, 2, 0, 0, 123456, tzinfo=UTC)


def buka_pelatuk(sesi: Session) -> None:
    """Take the triggers away, as somebody with the file in hand could."""
    for kata in ("update", "delete"):
        sesi.execute(
            text(
                "DROP TRIGGER catatan_tolak_update"
                if kata == "update"
                else "DROP TRIGGER catatan_tolak_delete"
            )
        )


def test_a_fresh_office_has_a_whole_chain_from_its_genesis(sesi: Session) -> None:
    assert periksa_rantai(sesi) is None
    pertama = sesi.execute(select(Catatan).order_by(Catatan.seq).limit(1)).scalar_one()
    assert (pertama.seq, pertama.tindakan, pertama.prev) == (1, "pasang", "")
    assert "pemasangan" in pertama.sesudah


def test_an_act_carries_person_posts_and_the_hash_before_it(sesi: Session) -> None:
    sebelum = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    baris = catat(
        sesi, orang_uji(sesi, "camat"), KINI, "uji", "hal:1", "Sesuatu terjadi.", {"a": 1}, {"a": "2,50"}
    )
    assert (baris.seq, baris.prev) == (sebelum.seq + 1, sebelum.hash)
    assert (baris.pelaku_nama, baris.jabatan_nama) == ("Camat Uji", "Camat")
    assert (baris.sebelum, baris.sesudah) == ('{"a":1}', '{"a":"2,50"}')
    assert baris.hash == hitung_hash(baris)


def test_line_breaks_in_a_name_make_one_line(sesi: Session) -> None:
    baris = catat(sesi, None, KINI, "uji", "hal:1", "satu\r\ndua\u2028tiga")
    assert baris.uraian == "satu dua tiga"


def test_the_database_refuses_to_change_or_remove_a_row(sesi: Session) -> None:
    for perintah in ("UPDATE catatan SET uraian='x' WHERE seq=1", "DELETE FROM catatan WHERE seq=1"):
        with pytest.raises(IntegrityError, match="tidak dapat diubah"), sesi.begin_nested():
            sesi.execute(text(perintah))


@pytest.mark.parametrize(
    ("perintah", "nomor"),
    [
        ("UPDATE catatan SET uraian='lain' WHERE seq=3", 3),
        ("UPDATE catatan SET pelaku_nama='lain' WHERE seq=2", 2),
        ("UPDATE catatan SET pada='2020-01-01 00:00:00' WHERE seq=4", 4),
        ("DELETE FROM catatan WHERE seq=5", 5),
        ("DELETE FROM catatan WHERE seq=1", 1),
        ("DELETE FROM catatan", 0),
        ("UPDATE catatan SET hash='0' WHERE seq=(SELECT max(seq) FROM catatan)", None),
    ],
)
def test_a_changed_chain_is_named_at_its_first_bad_row(
    sesi: Session, perintah: str, nomor: int | None
) -> None:
    terakhir = sesi.execute(select(func.max(Catatan.seq))).scalar_one()
    buka_pelatuk(sesi)
    sesi.execute(text(perintah))
    rusak = periksa_rantai(sesi)
    assert rusak is not None
    assert rusak.seq == (terakhir if nomor is None else nomor)


@pytest.mark.parametrize("ubah", ["pada='kemarin'", "pada=5", "uraian=x'fffe'", "sesudah=7"])
def test_a_value_that_is_none_of_its_column_is_named_at_its_row(sesi: Session, ubah: str) -> None:
    catat(sesi, None, KINI, "uji", "kantor:1", "Uji.")
    buka_pelatuk(sesi)
    sesi.execute(text(f"UPDATE catatan SET {ubah} WHERE seq=2"))
    sesi.expire_all()
    rusak = periksa_rantai(sesi)
    assert rusak is not None and rusak.seq == 2 and "catatan nomor 2 tidak" in rusak.pesan


def test_an_empty_chain_cannot_be_continued(sesi: Session) -> None:
    buka_pelatuk(sesi)
    sesi.execute(text("DELETE FROM catatan"))
    with pytest.raises(RuntimeError):
        catat(sesi, None, KINI, "uji", "hal:1", "x")

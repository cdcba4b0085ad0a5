"""The structure as everybody reads it: holders today, holders over time, vacant posts named as such."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import JenisPenugasan
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.operations.delegasi import delegasikan
from kinerja.operations.pejabat import (
    Kedudukan,
    ambil_dengan_atasan,
    delegasi_jabatan,
    riwayat_pejabat,
    susunan_pejabat,
)
from kinerja.operations.penugasan import akhiri_penugasan, tugaskan
from tests.data_uji_disposisi import jabatan_uji
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
HARI = date(2026, 10, 8)


def pegawai(sesi: Session, nama: str) -> Pegawai:
    return sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama)).scalar_one()


def penugasan(sesi: Session, nama: str) -> Penugasan:
    orang = pegawai(sesi, nama)
    return sesi.execute(select(Penugasan).where(Penugasan.pegawai_id == orang.id)).scalar_one()


def rata(kedudukan: Iterable[Kedudukan]) -> dict[str, Kedudukan]:
    hasil: dict[str, Kedudukan] = {}
    for k in kedudukan:
        hasil |= {k.jabatan.nama: k} | rata(k.bawahan)
    return hasil


def test_the_tree_shows_who_leads_whom_with_the_admin_s_post_last(sesi: Session) -> None:
    puncak = susunan_pejabat(sesi, HARI)
    assert [k.jabatan.nama for k in puncak] == ["Camat", "Admin sistem"]
    assert puncak[0].bawahan[0].jabatan.nama == "Sekretaris"
    assert [p.pegawai.nama for p in rata(puncak)["Staf Pelayanan"].pejabat] == ["Staf Pelayanan Uji"]
    assert not any(k.kosong for k in rata(puncak).values())


def test_a_vacant_post_a_plh_and_a_stand_in_are_seen_on_their_days_only(sesi: Session) -> None:
    admin = orang_uji(sesi, "admin")
    akhiri_penugasan(sesi, penugasan(sesi, "kasi_kesos").id, HARI, admin, PADA, HARI)
    sekretaris = pegawai(sesi, "sekretaris")
    post, akhir = jabatan_uji(sesi, "camat"), date(2026, 10, 9)
    tugaskan(sesi, sekretaris, post, HARI, admin, PADA, JenisPenugasan.PLH, akhir)
    delegasikan(
        sesi,
        penugasan(sesi, "kasi_pmd").id,
        sekretaris.id,
        HARI,
        akhir,
        "Rapat.",
        orang_uji(sesi, "kasi_pmd"),
        PADA,
        HARI,
    )
    kini, nanti = (rata(susunan_pejabat(sesi, hari)) for hari in (HARI, date(2026, 10, 10)))
    assert not kini["Kasi Kesejahteraan Sosial"].kosong and nanti["Kasi Kesejahteraan Sosial"].kosong
    assert [p.jenis for p in kini["Camat"].pejabat] == [JenisPenugasan.DEFINITIF, JenisPenugasan.PLH]
    assert len(nanti["Camat"].pejabat) == 1
    pmd = "Kasi Pemberdayaan Masyarakat"
    assert [d.penerima.nama for d in kini[pmd].delegasi] == ["Sekretaris Uji"]
    assert not nanti[pmd].delegasi
    assert len(delegasi_jabatan(sesi, jabatan_uji(sesi, "kasi_pmd").id)) == 1


def test_the_history_has_every_spell_with_its_sk_and_the_vacant_time_between(sesi: Session) -> None:
    admin, post = orang_uji(sesi, "admin"), jabatan_uji(sesi, "camat")
    akhiri_penugasan(sesi, penugasan(sesi, "camat").id, date(2026, 10, 31), admin, PADA, HARI)
    baru = tugaskan(
        sesi,
        pegawai(sesi, "kasi_kesos"),
        post,
        date(2026, 11, 10),
        admin,
        PADA,
        dasar=" 821.2/15/BKPSDM-2026 ",
    )
    keliru = tugaskan(
        sesi, pegawai(sesi, "sekretaris"), post, HARI, admin, PADA, JenisPenugasan.PLH, date(2026, 10, 9)
    )
    akhiri_penugasan(sesi, keliru.id, date(2026, 10, 7), admin, PADA, HARI)
    baris = riwayat_pejabat(sesi, post.id)
    assert [(b.mulai, b.selesai, b.penugasan.dasar if b.penugasan else None) for b in baris] == [
        (date(2026, 11, 10), None, "821.2/15/BKPSDM-2026"),
        (date(2026, 11, 1), date(2026, 11, 9), None),
        (date(2020, 1, 1), date(2026, 10, 31), ""),
    ]
    assert baris[0].penugasan is baru


def test_one_post_with_its_superior_and_nothing_at_an_unknown_number(sesi: Session) -> None:
    satu = ambil_dengan_atasan(sesi, jabatan_uji(sesi, "sekretaris").id)
    assert satu.atasan is not None and satu.atasan.nama == "Camat"
    with pytest.raises(TidakDitemukan):
        ambil_dengan_atasan(sesi, 9999)

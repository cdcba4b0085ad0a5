"""Who signs as what: the Plh. while the holder is away, the Plt. while there is none, each for its own days."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import JenisPenugasan, Peran
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.operations.penandatangan import jabatan_sendiri, penanda
from kinerja.operations.penugasan import akhiri_penugasan, tugaskan
from tests.data_uji_disposisi import jabatan_uji
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
HARI = date(2026, 10, 8)


def pegawai(sesi: Session, nama: str) -> Pegawai:
    return sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama)).scalar_one()


def sebutan(sesi: Session, hari: date) -> tuple[str, str] | None:
    siapa = penanda(sesi, Peran.CAMAT, hari)
    return (siapa.jabatan_lengkap, siapa.nama) if siapa else None


def test_a_plh_signs_during_the_own_days_and_the_holder_before_and_after(sesi: Session) -> None:
    admin, post = orang_uji(sesi, "admin"), jabatan_uji(sesi, "camat")
    sekretaris = pegawai(sesi, "sekretaris")
    tugaskan(sesi, sekretaris, post, HARI, admin, PADA, JenisPenugasan.PLH, date(2026, 10, 14))
    harapan = {
        date(2026, 10, 7): ("Camat", "Camat Uji"),
        HARI: ("Plh. Camat", "Sekretaris Uji"),
        date(2026, 10, 14): ("Plh. Camat", "Sekretaris Uji"),
        date(2026, 10, 15): ("Camat", "Camat Uji"),
    }
    assert {hari: sebutan(sesi, hari) for hari in harapan} == harapan


def test_a_change_of_holder_counts_from_its_day_and_a_vacant_post_is_signed_by_nobody(sesi: Session) -> None:
    admin, post = orang_uji(sesi, "admin"), jabatan_uji(sesi, "camat")
    lama = sesi.execute(select(Penugasan).where(Penugasan.jabatan_id == post.id)).scalar_one()
    akhiri_penugasan(sesi, lama.id, date(2026, 10, 31), admin, PADA, HARI)
    tugaskan(
        sesi,
        pegawai(sesi, "sekretaris"),
        post,
        date(2026, 11, 10),
        admin,
        PADA,
        JenisPenugasan.PLT,
        date(2026, 11, 30),
    )
    tugaskan(sesi, pegawai(sesi, "kasi_kesos"), post, date(2026, 12, 1), admin, PADA)
    harapan = {
        date(2026, 10, 31): ("Camat", "Camat Uji"),
        date(2026, 11, 1): None,
        date(2026, 11, 10): ("Plt. Camat", "Sekretaris Uji"),
        date(2026, 12, 1): ("Camat", "Kasi Kesejahteraan Sosial Uji"),
    }
    assert {hari: sebutan(sesi, hari) for hari in harapan} == harapan


def test_the_own_post_of_a_day_is_written_with_its_prefix_and_never_the_admin_s(sesi: Session) -> None:
    assert jabatan_sendiri(sesi, pegawai(sesi, "kasi_kesos").id, HARI) == "Kasi Kesejahteraan Sosial"
    assert jabatan_sendiri(sesi, pegawai(sesi, "admin").id, HARI) == ""
    assert jabatan_sendiri(sesi, pegawai(sesi, "kasi_kesos").id, date(2019, 1, 1)) == ""

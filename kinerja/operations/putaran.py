"""The rounds of a period's sosialisasi, and which of them is about the draft now on the table.

A round remembers the completion of the composing step (4 or 7) whose draft it discussed. A return takes that
completion away, so the round is over by itself, whatever the clock says; its answers and corrections stay.
"""

from __future__ import annotations

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.models.laporan import Koreksi, Sosialisasi, Tanggapan
from kinerja.models.tugas import Tugas


def putaran_lengkap() -> Select[Sosialisasi]:
    """Rounds with the invited posts, newest first."""
    return (
        select(Sosialisasi)
        .options(selectinload(Sosialisasi.tanggapan).joinedload(Tanggapan.jabatan))
        .order_by(Sosialisasi.putaran.desc())
    )


def semua_putaran(sesi: Session, periode_id: int) -> list[Sosialisasi]:
    """Every round of a period, newest first."""
    return list(sesi.execute(putaran_lengkap().where(Sosialisasi.periode_id == periode_id)).scalars())


def langkah_penyusun(sesi: Session, tugas: Tugas) -> Tugas | None:
    """The step of the same period just before this one: where the draft is composed and goes back to."""
    if tugas.langkah is None:
        return None
    return sesi.execute(
        select(Tugas)
        .options(joinedload(Tugas.penyelesaian))
        .where(Tugas.periode_id == tugas.periode_id, Tugas.langkah < tugas.langkah)
        .order_by(Tugas.langkah.desc())
        .limit(1)
    ).scalar_one_or_none()


def draf_kini(sesi: Session, tugas: Tugas) -> int | None:
    """The completion that put the present draft on the table; None where nothing precedes the step."""
    penyusun = langkah_penyusun(sesi, tugas)
    return None if penyusun is None else penyusun.penyelesaian_id


def putaran_kini(sesi: Session, tugas: Tugas) -> Sosialisasi | None:
    """The newest round, when it is about the present draft."""
    draf = draf_kini(sesi, tugas)
    return next((p for p in semua_putaran(sesi, tugas.periode_id)[:1] if p.draf_id == draf), None)


def masih_berlaku() -> Select[Sosialisasi]:
    """Rounds that are neither closed nor overtaken by a return of their draft."""
    draf = select(Tugas.id).where(Tugas.penyelesaian_id == Sosialisasi.draf_id).exists()
    return select(Sosialisasi).where(
        Sosialisasi.ditutup_pada.is_(None), or_(Sosialisasi.draf_id.is_(None), draf)
    )


def koreksi_terbuka(sesi: Session, periode_id: int) -> int:
    """How many corrections nobody has followed up yet."""
    return sesi.execute(
        select(func.count())
        .select_from(Koreksi)
        .where(Koreksi.periode_id == periode_id, Koreksi.ditindaklanjuti_pada.is_(None))
    ).scalar_one()


def boleh_periksa_saja(sesi: Session, tugas: Tugas) -> bool:
    """May the Sekretaris put on record that the corrections were checked, instead of meeting again?

    Yes when the draft came back after a meeting that ran to its end: the newest round is closed and about an
    earlier draft, some round had invited posts, and no correction of the period is open. A round cut off by
    the return was heard by nobody to its end, so it needs a meeting.
    """
    semua = semua_putaran(sesi, tugas.periode_id)
    if not semua or semua[0].ditutup_pada is None or semua[0].draf_id == draf_kini(sesi, tugas):
        return False
    return any(p.tanggapan for p in semua) and not koreksi_terbuka(sesi, tugas.periode_id)

"""The two measured times of a step, in working time.

*Menunggu* runs from the task's opening to the first look at it, *pengerjaan* from there to its completion.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kinerja.domain.jam_kerja import Jadwal, menit, waktu_kerja, waktu_pengerjaan


@dataclass(frozen=True)
class WaktuLangkah:
    """The measured times of one completed step, in whole minutes; ``None`` where it was never opened."""

    menunggu: int | None
    pengerjaan: int


def ukur(
    dibuka: datetime, pertama_dilihat: datetime | None, selesai: datetime, jadwal: Jadwal
) -> WaktuLangkah:
    """Minutes waited and worked; a step never looked at before its completion counts from its opening.

    Waiting is only working time; work outside office hours counts (``waktu_pengerjaan``). A clock that was
    set back gives zero.
    """
    if pertama_dilihat is None:
        return WaktuLangkah(None, menit(waktu_pengerjaan(dibuka, selesai, jadwal)))
    return WaktuLangkah(
        menit(waktu_kerja(dibuka, pertama_dilihat, jadwal)),
        menit(waktu_pengerjaan(pertama_dilihat, selesai, jadwal)),
    )

"""Who signs for a post on a day, as what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import AWALAN_PENUGASAN, JenisPenugasan, Peran
from kinerja.models.pegawai import pemegang_peran

# A Plh. is there because the holder is away; a Plt. because there is none.
_UTAMA = (JenisPenugasan.PLH, JenisPenugasan.DEFINITIF, JenisPenugasan.PLT)


@dataclass(frozen=True)
class Penanda:
    """The signer's block as facts. ``awalan`` is "", "Plt." or "Plh."."""

    nama: str
    nip: str
    pangkat: str
    jabatan: str
    awalan: str

    @property
    def jabatan_lengkap(self) -> str:
        return f"{self.awalan} {self.jabatan}".strip()


def penanda(sesi: Session, peran: Peran, hari: date) -> Penanda | None:
    """Who signs for a role that the office has once; None when nobody holds it that day."""
    semua = sesi.execute(pemegang_peran(peran, hari)).scalars().all()
    for jenis in _UTAMA:
        for p in semua:
            if p.jenis is jenis:
                return Penanda(
                    p.pegawai.nama,
                    p.pegawai.nip,
                    p.pegawai.pangkat,
                    p.jabatan.nama,
                    AWALAN_PENUGASAN[jenis].strip(),
                )
    return None

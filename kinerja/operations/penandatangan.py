"""Who signs for a post on a day, as what. Always asked for a document's own day, never for today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import AWALAN_PENUGASAN, JenisPenugasan, Peran
from kinerja.models.delegasi import Delegasi, delegasi_berlaku
from kinerja.models.pegawai import Penugasan, pemegang_peran, penugasan_pegawai

# A Plh. is there because the holder is away; a Plt. because there is none.
_UTAMA = (JenisPenugasan.PLH, JenisPenugasan.DEFINITIF, JenisPenugasan.PLT)


@dataclass(frozen=True)
class Penanda:
    """The signer's block as facts. ``awalan`` is "", "Plt.", "Plh." or "a.n.".

    With "a.n." the holder ``delegasi_dari`` let the person stand in: ``jabatan`` is then the person's own
    post and ``atas_nama`` the one signed for, each with its "Plt." or "Plh.".
    """

    nama: str
    nip: str
    pangkat: str
    jabatan: str
    awalan: str
    atas_nama: str = ""
    delegasi_dari: str = ""

    @property
    def jabatan_lengkap(self) -> str:
        if self.delegasi_dari:
            sendiri = f" ({self.jabatan})" if self.jabatan else ""
            return f"a.n. {self.atas_nama}{sendiri} – delegasi dari {self.delegasi_dari}"
        return f"{self.awalan} {self.jabatan}".strip()


def penanda(sesi: Session, peran: Peran, hari: date) -> Penanda | None:
    """Who signs for a role that the office has once; None when nobody holds it that day."""
    semua = sesi.execute(pemegang_peran(peran, hari)).scalars().all()
    for jenis in _UTAMA:
        for p in semua:
            if p.jenis is jenis:
                return _pengganti(sesi, p, hari) or Penanda(
                    p.pegawai.nama,
                    p.pegawai.nip,
                    p.pegawai.pangkat,
                    p.jabatan.nama,
                    AWALAN_PENUGASAN[jenis].strip(),
                )
    return None


def _pengganti(sesi: Session, pemegang: Penugasan, hari: date) -> Penanda | None:
    """The one to whom this holder delegated the post for that day."""
    baris = sesi.execute(
        delegasi_berlaku(hari).where(
            Delegasi.jabatan_id == pemegang.jabatan_id, Delegasi.pemegang_id == pemegang.pegawai_id
        )
    ).first()
    if baris is None:
        return None
    orang = baris[0].penerima
    return Penanda(
        orang.nama,
        orang.nip,
        orang.pangkat,
        jabatan_sendiri(sesi, orang.id, hari),
        "a.n.",
        AWALAN_PENUGASAN[pemegang.jenis] + pemegang.jabatan.nama,
        pemegang.pegawai.nama,
    )


def jabatan_sendiri(sesi: Session, pegawai_id: int, hari: date) -> str:
    """The first post a person held by assignment that day, as printed; empty for none."""
    for p in sesi.execute(penugasan_pegawai(pegawai_id, hari)).scalars():
        if p.jabatan.peran is not Peran.ADMIN:
            return AWALAN_PENUGASAN[p.jenis] + p.jabatan.nama
    return ""

"""The structure as everybody may read it: who holds each post today, and who held it before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import JenisPenugasan, Peran
from kinerja.domain.kekosongan import Masa, masa_kosong
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.delegasi import Delegasi, delegasi_berlaku
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Penugasan, penugasan_berlaku


@dataclass(frozen=True)
class Kedudukan:
    """A post on a day: holders (the definitive one first), stand-ins, and the posts under it."""

    jabatan: Jabatan
    pejabat: tuple[Penugasan, ...]
    delegasi: tuple[Delegasi, ...]
    bawahan: tuple[Kedudukan, ...]

    @property
    def kosong(self) -> bool:
        return not self.pejabat


@dataclass(frozen=True)
class BarisRiwayat:
    """A spell of the post, or of its being vacant (``penugasan`` None); newest first in lists."""

    mulai: date
    selesai: date | None
    penugasan: Penugasan | None


def susunan_pejabat(sesi: Session, hari: date) -> tuple[Kedudukan, ...]:
    """The active posts as trees; the admin's post stands last, outside the line of command."""
    pejabat: dict[int, list[Penugasan]] = {}
    for p in sesi.execute(penugasan_berlaku(hari)).scalars():
        pejabat.setdefault(p.jabatan_id, []).append(p)
    delegasi: dict[int, list[Delegasi]] = {}
    for d in sesi.execute(delegasi_berlaku(hari)).scalars():
        delegasi.setdefault(d.jabatan_id, []).append(d)
    pilih = select(Jabatan).options(joinedload(Jabatan.unit)).where(Jabatan.aktif).order_by(Jabatan.id)
    aktif = {j.id: j for j in sesi.execute(pilih).scalars()}

    def simpul(j: Jabatan) -> Kedudukan:
        return Kedudukan(
            j,
            tuple(pejabat.get(j.id, ())),
            tuple(delegasi.get(j.id, ())),
            tuple(simpul(b) for b in aktif.values() if b.atasan_id == j.id),
        )

    puncak = [j for j in aktif.values() if j.atasan_id not in aktif]
    return tuple(simpul(j) for j in sorted(puncak, key=lambda j: (j.peran is Peran.ADMIN, j.id)))


def ambil_dengan_atasan(sesi: Session, jabatan_id: int) -> Jabatan:
    """A post, active or closed, with its unit and superior. Raises TidakDitemukan."""
    jabatan = sesi.execute(
        select(Jabatan)
        .options(joinedload(Jabatan.unit), joinedload(Jabatan.atasan))
        .where(Jabatan.id == jabatan_id)
    ).scalar_one_or_none()
    if jabatan is None:
        raise TidakDitemukan("Jabatan itu tidak ada.")
    return jabatan


def riwayat_pejabat(sesi: Session, jabatan_id: int) -> list[BarisRiwayat]:
    """Every spell on record with the vacant times between, newest first; cancelled ones are left out.

    A Plh. does not fill a post: while only a Plh. acts it counts as vacant.
    """
    semua = (
        sesi.execute(
            select(Penugasan)
            .options(joinedload(Penugasan.pegawai))
            .where(Penugasan.jabatan_id == jabatan_id)
            .order_by(Penugasan.mulai, Penugasan.id)
        )
        .scalars()
        .all()
    )
    sah = [p for p in semua if p.selesai is None or p.selesai >= p.mulai]
    baris = [BarisRiwayat(p.mulai, p.selesai, p) for p in sah]
    tetap = [Masa(p.mulai, p.selesai) for p in sah if p.jenis is not JenisPenugasan.PLH]
    baris += [BarisRiwayat(k.mulai, k.selesai, None) for k in masa_kosong(tetap)]
    return sorted(baris, key=lambda b: (b.mulai, b.penugasan.id if b.penugasan else 0), reverse=True)


def delegasi_jabatan(sesi: Session, jabatan_id: int) -> Sequence[Delegasi]:
    """All delegations of a post, newest first."""
    pilih = (
        select(Delegasi)
        .options(joinedload(Delegasi.pemegang), joinedload(Delegasi.penerima))
        .where(Delegasi.jabatan_id == jabatan_id)
        .order_by(Delegasi.mulai.desc(), Delegasi.id.desc())
    )
    return sesi.execute(pilih).scalars().all()

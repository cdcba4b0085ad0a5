"""Runs of the fixity check on record: asked for or due, alive, finished with what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import SudahDikerjakan, TidakBerwenang
from kinerja.models.catatan import Catatan
from kinerja.models.pemeriksaan import PeriksaArsip
from kinerja.operations.catatan import catat

MINGGUAN, PERMINTAAN, BARIS_PERINTAH = "mingguan", "permintaan", "baris_perintah"
SELANG = timedelta(days=7)  # after so long the weekly check comes
BASI = timedelta(days=14)  # after so long people are told
LAGI = timedelta(hours=3)  # a check that was cut off is not tried again before
DISEBUT = 20  # findings that the audit row names
MATI = timedelta(minutes=3)  # without a sign of life for so long a run has been cut off
PELAKU = frozenset({Wewenang.ATUR_KANTOR, Wewenang.ATUR_ORANG})
PEMBACA = PELAKU | {Wewenang.UNGGAH_TERTANDA}


@dataclass(frozen=True)
class HasilTercatat:
    """What a finished check leaves: counts, findings as data, and the head of the chain it saw."""

    berkas: int
    bita: int
    rusak: Sequence[dict[str, str]]
    catatan: Sequence[dict[str, str]]
    kepala_seq: int
    kepala_hash: str


def boleh_memeriksa(oleh: Pelaku) -> bool:
    """May this person ask for a check?"""
    return any(oleh.boleh(satu) for satu in PELAKU)


def minta(sesi: Session, oleh: Pelaku, pada: datetime) -> PeriksaArsip:
    """Somebody asks for a check now. Raises SudahDikerjakan while another runs."""
    pastikan_boleh_mulai(sesi, oleh, pada)
    baris = mulai(sesi, PERMINTAAN, oleh.nama, pada)
    catat(sesi, oleh, pada, "minta_periksa", f"periksa_arsip:{baris.id}", "Pemeriksaan arsip diminta.")
    return baris


def pastikan_boleh_mulai(sesi: Session, oleh: Pelaku, pada: datetime) -> None:
    """Raises TidakBerwenang, or SudahDikerjakan while one runs."""
    if not boleh_memeriksa(oleh):
        raise TidakBerwenang("Pemeriksaan arsip dimulai oleh pengatur kantor atau admin sistem.")
    lain = berjalan(sesi, pada)
    if lain is not None:
        siapa = f", diminta {lain.oleh_nama}" if lain.oleh_nama else ""
        raise SudahDikerjakan(f"Pemeriksaan arsip sedang berjalan{siapa}. Tunggu sampai selesai.")


def mulai(sesi: Session, sebab: str, oleh_nama: str, pada: datetime) -> PeriksaArsip:
    """A run begins. Raises SudahDikerjakan while another is alive: at most one at a time."""
    if berjalan(sesi, pada) is not None:
        raise SudahDikerjakan("Pemeriksaan arsip sedang berjalan. Tunggu sampai selesai.")
    baris = PeriksaArsip(
        sebab=sebab, oleh_nama=oleh_nama, dimulai_pada=pada, denyut_pada=pada, rusak=[], catatan=[]
    )
    sesi.add(baris)
    sesi.flush()
    return baris


def berdenyut(sesi: Session, periksa_id: int, berkas: int, bita: int, jumlah: int, pada: datetime) -> None:
    """A sign of life with how far it is; no act, so no audit row."""
    baris = sesi.get_one(PeriksaArsip, periksa_id)
    baris.berkas, baris.bita, baris.jumlah, baris.denyut_pada = berkas, bita, jumlah, pada
    sesi.flush()


def selesaikan(
    sesi: Session, periksa_id: int, hasil: HasilTercatat, pada: datetime, oleh: Pelaku | None = None
) -> PeriksaArsip:
    """The run has ended; what it found goes on record, by the system itself where nobody stands by."""
    baris = sesi.get_one(PeriksaArsip, periksa_id)
    baris.berkas = baris.jumlah = hasil.berkas
    baris.bita = hasil.bita
    baris.rusak, baris.catatan = list(hasil.rusak), list(hasil.catatan)
    baris.kepala_seq, baris.kepala_hash = hasil.kepala_seq, hasil.kepala_hash
    baris.denyut_pada = baris.selesai_pada = pada
    sesi.flush()
    akhir = "semua utuh" if not hasil.rusak else f"{len(hasil.rusak)} masalah"
    catat(
        sesi,
        oleh,
        pada,
        "periksa_arsip",
        f"periksa_arsip:{baris.id}",
        f"Pemeriksaan arsip selesai: {hasil.berkas} berkas dibaca, {akhir}.",
        sesudah={
            "sebab": baris.sebab,
            "berkas": hasil.berkas,
            "bita": hasil.bita,
            "rusak": hasil.rusak[:DISEBUT],
        },
    )
    return baris


def catat_selesai(
    sesi: Session, hasil: HasilTercatat, pada: datetime, detik: float, oleh: Pelaku | None = None
) -> PeriksaArsip:
    """The row of a run that wrote nothing before its end: on the command line (no ``oleh``), or asked for."""
    baris = PeriksaArsip(
        sebab=PERMINTAAN if oleh else BARIS_PERINTAH,
        oleh_nama=oleh.nama if oleh else "",
        dimulai_pada=pada - timedelta(seconds=detik),
        denyut_pada=pada,
    )
    sesi.add(baris)
    sesi.flush()
    return selesaikan(sesi, baris.id, hasil, pada, oleh)


def hidup(baris: PeriksaArsip, kini: datetime) -> bool:
    """Does this run still go on? The clock may have been set either way meanwhile."""
    return baris.selesai_pada is None and abs(kini - baris.denyut_pada) < MATI


def berjalan(sesi: Session, kini: datetime) -> PeriksaArsip | None:
    """The run that goes on now."""
    pilih = select(PeriksaArsip).where(PeriksaArsip.selesai_pada.is_(None)).order_by(PeriksaArsip.id.desc())
    baris = sesi.execute(pilih.limit(1)).scalar_one_or_none()
    return baris if baris is not None and hidup(baris, kini) else None


def terakhir(sesi: Session) -> PeriksaArsip | None:
    """The last run that came to its end."""
    pilih = select(PeriksaArsip).where(PeriksaArsip.selesai_pada.is_not(None))
    return sesi.execute(pilih.order_by(PeriksaArsip.id.desc()).limit(1)).scalar_one_or_none()


def daftar(sesi: Session, banyak: int = 26) -> list[PeriksaArsip]:
    """The latest runs, newest first: half a year of weeks."""
    return list(sesi.execute(select(PeriksaArsip).order_by(PeriksaArsip.id.desc()).limit(banyak)).scalars())


def saatnya(sesi: Session, kini: datetime) -> bool:
    """Is the weekly check due: the last whole one older than a week, and none going on or just cut off?

    One that lies as far ahead was made while the clock was wrong, and says nothing of now.
    """
    akhir = terakhir(sesi)
    if akhir is not None and abs(kini - akhir.dimulai_pada) < SELANG:
        return False
    coba = sesi.execute(
        select(PeriksaArsip.dimulai_pada)
        .where(PeriksaArsip.selesai_pada.is_(None))
        .order_by(PeriksaArsip.id.desc())
        .limit(1)
    ).scalar_one_or_none()
    return coba is None or abs(kini - coba) >= LAGI


@dataclass(frozen=True)
class Peringatan:
    """Why people should look at the page: faults found, or (0) no check for so many days."""

    rusak: int
    hari: int
    pernah: bool = True


def peringatan(sesi: Session, kini: datetime) -> Peringatan | None:
    """What to warn of: the last check found faults, or is older than two weeks; None when all is well."""
    pilih: Any = select(PeriksaArsip.dimulai_pada, func.json_array_length(PeriksaArsip.rusak))
    if sesi.get_bind().dialect.name != "sqlite":
        pilih = select(PeriksaArsip.dimulai_pada, PeriksaArsip.rusak)
    akhir = sesi.execute(
        pilih.where(PeriksaArsip.selesai_pada.is_not(None)).order_by(PeriksaArsip.id.desc()).limit(1)
    ).first()
    if akhir is not None:
        rusak = akhir[1] if isinstance(akhir[1], int) else len(akhir[1])
        lama = abs(kini - akhir[0])
        return Peringatan(rusak, lama.days) if rusak or lama > BASI else None
    awal = sesi.execute(select(Catatan.pada).order_by(Catatan.seq).limit(1)).scalar_one_or_none()
    lama = kini - awal if awal is not None else timedelta(0)
    return Peringatan(0, lama.days, False) if lama > BASI else None

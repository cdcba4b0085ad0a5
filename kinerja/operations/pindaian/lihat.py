"""Looking at what came back: what waits, what was decided lately, whose files these are."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.dokumen import Dokumen
from kinerja.models.pindaian import LembarPindaian, Pindaian
from kinerja.models.tugas import Tugas
from kinerja.operations.arsip import boleh_ganti, dokumen_batal
from kinerja.operations.butir import ButirKotak
from kinerja.operations.pindaian.dokumen import MENUNGGU, boleh_putuskan, boleh_terima
from kinerja.operations.pindaian.tutup import terbaru
from kinerja.operations.pindaian.verba import cari

_PINDAIAN = select(Pindaian).options(
    joinedload(Pindaian.berkas), joinedload(Pindaian.dokumen).joinedload(Dokumen.periode)
)
_MENUNGGU = _PINDAIAN.where(Pindaian.keadaan.in_(MENUNGGU)).order_by(Pindaian.id)


def boleh_lihat(sesi: Session, oleh: Pelaku, dokumen: Dokumen | None) -> bool:
    """Those who hand in or decide; for others a receipt does not exist until it is in the archive."""
    return boleh_terima(sesi, oleh, dokumen)


def cari_boleh(sesi: Session, pindaian_id: int, oleh: Pelaku) -> Pindaian:
    """A receipt this person may see, or TidakDitemukan."""
    pindaian = cari(sesi, pindaian_id)
    if not boleh_lihat(sesi, oleh, pindaian.dokumen):
        raise TidakDitemukan("Berkas itu tidak ada.")
    return pindaian


def menunggu(sesi: Session, oleh: Pelaku) -> list[Pindaian]:
    """Every receipt that still waits and this person may see, oldest first."""
    return [satu for satu in sesi.execute(_MENUNGGU).scalars() if boleh_lihat(sesi, oleh, satu.dokumen)]


def dokumen_kembali(sesi: Session, oleh: Pelaku) -> frozenset[int]:
    """The documents whose signed paper lies here to be compared, as far as this person may see that."""
    return frozenset(
        satu.dokumen_id for satu in menunggu(sesi, oleh) if satu.dokumen_id and satu.keadaan == "putusan"
    )


def terakhir(sesi: Session, oleh: Pelaku, batas: int = 20) -> list[Pindaian]:
    """What was decided or refused lately and this person may see, newest first."""
    pilih = _PINDAIAN.where(Pindaian.keadaan.not_in(MENUNGGU))
    semua = sesi.execute(pilih.order_by(Pindaian.id.desc()).limit(batas)).scalars()
    return [satu for satu in semua if boleh_lihat(sesi, oleh, satu.dokumen)]


def versi_baru(sesi: Session, dokumen: Dokumen) -> str:
    """What whoever files a report or a letter must know of a newer version; "" where this is the newest."""
    if dokumen.periode_id is None or terbaru(sesi, dokumen):
        return ""
    lain = sesi.execute(
        select(Dokumen)
        .where(
            Dokumen.periode_id == dokumen.periode_id,
            Dokumen.jenis == dokumen.jenis,
            Dokumen.id > dokumen.id,
            Dokumen.id.not_in(dokumen_batal()),
        )
        .order_by(Dokumen.id.desc())
        .limit(1)
    ).scalar_one_or_none()
    if lain is not None:
        return f"Yang terbaru ialah {lain.judul} nomor {lain.nomor}."
    return "Versi yang lebih baru sedang disusun dan belum terbit."


def menunggu_dokumen(sesi: Session, dokumen_id: int) -> list[Pindaian]:
    """What came back for this document and waits to be compared."""
    pilih = _PINDAIAN.where(Pindaian.dokumen_id == dokumen_id, Pindaian.keadaan == "putusan")
    return list(sesi.execute(pilih.order_by(Pindaian.id)).scalars())


def pindaian_menunggu(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """One line of the inbox for all that waits for this person's eye."""
    if not (pelaku.boleh(Wewenang.UNGGAH_TERTANDA) or pelaku.boleh(Wewenang.ATUR_KANTOR)):
        return []
    semua = _diputuskan(sesi, pelaku, menunggu(sesi, pelaku))
    if not semua:
        return []
    satu = semua[0]
    judul = satu.dokumen.judul if satu.dokumen else satu.berkas.nama
    return [
        ButirKotak(
            jenis="pindaian",
            judul="Bandingkan dokumen tertanda yang kembali",
            keterangan=judul if len(semua) == 1 else f"{len(semua)} berkas, mulai dari {judul}",
            tempat=("pindaian", satu.id) if len(semua) == 1 else ("pindaian_semua", 0),
            sejak=satu.diterima_pada,
        )
    ]


def _diputuskan(sesi: Session, pelaku: Pelaku, semua: list[Pindaian]) -> list[Pindaian]:
    """Those that wait for this person. It runs with every page: the steps are not asked for each receipt."""
    dokumen = {satu.dokumen.id: satu.dokumen for satu in semua if satu.dokumen is not None}
    masa = {d.periode_id for d in dokumen.values() if not boleh_ganti(pelaku, d)} - {None}
    terbuka = select(Tugas.periode_id).where(
        Tugas.periode_id.in_(masa), Tugas.penyelesaian_id.is_(None), Tugas.dibuka_pada.is_not(None)
    )
    ada = set(sesi.execute(terbuka).scalars()) if masa else set()
    boleh = {
        d.id
        for d in dokumen.values()
        if boleh_ganti(pelaku, d) or (d.periode_id in ada and boleh_putuskan(sesi, pelaku, d))
    }
    return [satu for satu in semua if satu.dokumen_id is None or satu.dokumen_id in boleh]


def berkas_pindaian(sesi: Session, berkas_id: int, oleh: Pelaku) -> bool:
    """Is this the file, or a photograph, of a receipt the person may see?"""
    pilih = (
        select(Pindaian)
        .options(joinedload(Pindaian.dokumen))
        .outerjoin(LembarPindaian, LembarPindaian.pindaian_id == Pindaian.id)
        .where(or_(Pindaian.berkas_id == berkas_id, LembarPindaian.berkas_id == berkas_id))
    )
    return any(boleh_lihat(sesi, oleh, satu.dokumen) for satu in sesi.execute(pilih).unique().scalars())

"""Checking a document by its code or its file, without a login: what is found, and how often one may ask.

Found is only what every post may read and what the office has issued. Whatever else there is – secret, a
draft, never issued – is answered as nothing, in the same words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.disposisi import Sifat
from kinerja.domain.periksa_umum import Putusan
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.sesi import PeriksaUmum
from kinerja.models.surat import SuratKeluar
from kinerja.operations.arsip import dokumen_batal
from kinerja.operations.laporan.revisi import dokumen_versi

JENDELA = timedelta(minutes=10)
SIMPAN = timedelta(days=1)


class Cara(StrEnum):
    """How somebody asks; each is counted by itself."""

    KODE = "kode"
    BERKAS = "berkas"


# (from one address, from all) within JENDELA. With 10 000 of the 32^8 codes in use, guessing at this pace
# hits one in some 17 years.
BATAS = {Cara.KODE: (20, 120), Cara.BERKAS: (10, 40)}


@dataclass(frozen=True)
class Temuan:
    """``dokumen`` None: nothing is told. ``arsip`` is the signed file in force; ``ttd`` its verdict then."""

    putusan: Putusan
    dokumen: Dokumen | None = None
    arsip: Arsip | None = None
    batal: bool = False
    pengganti: Dokumen | None = None
    ttd: str = ""
    penanda: tuple[str, ...] = ()  # of the electronic signatures, as their certificates name them


def tunda_detik(sesi: Session, cara: Cara, alamat: str, kini: datetime) -> int:
    """Seconds until the next question in this way is answered; 0: ask."""
    satu, semua = BATAS[cara]
    return max(
        _tunggu(sesi, satu, kini, PeriksaUmum.cara == cara, PeriksaUmum.alamat == alamat),
        _tunggu(sesi, semua, kini, PeriksaUmum.cara == cara),
    )


def _tunggu(sesi: Session, batas: int, kini: datetime, *syarat: object) -> int:
    """Until the oldest of the last ``batas`` questions leaves the window; later times do not count."""
    pilih = (
        select(PeriksaUmum.pada)
        .where(PeriksaUmum.pada > kini - JENDELA, PeriksaUmum.pada <= kini, *syarat)  # type: ignore[arg-type]
        .order_by(PeriksaUmum.pada.desc())
        .offset(batas - 1)
        .limit(1)
    )
    tertua = sesi.execute(pilih).scalar_one_or_none()
    return 0 if tertua is None else max(1, int((tertua + JENDELA - kini).total_seconds()))


def catat_tanya(sesi: Session, cara: Cara, alamat: str, kini: datetime) -> None:
    """Count one question; no act of the office, so no audit row."""
    sesi.execute(delete(PeriksaUmum).where(PeriksaUmum.pada < kini - SIMPAN))
    sesi.add(PeriksaUmum(cara=cara, alamat=alamat[:100], pada=kini))
    sesi.flush()


def _terbaca() -> Select[Dokumen]:
    """Issued documents that every post may read."""
    rahasia = select(SuratKeluar.periode_id).where(SuratKeluar.sifat == Sifat.RAHASIA)
    return (
        select(Dokumen)
        .options(
            joinedload(Dokumen.berkas),
            joinedload(Dokumen.periode),
            selectinload(Dokumen.arsip).joinedload(Arsip.berkas),
        )
        .where(Dokumen.periode_id.is_(None) | Dokumen.periode_id.not_in(rahasia))
    )


def temukan(sesi: Session, sha256: str = "", kode: Sequence[str] = ()) -> Temuan:
    """The answer. ``sha256`` of a file that was brought; ``kode`` typed, or read on that file."""
    if sha256:
        milik = select(Arsip.dokumen_id).join(Berkas, Berkas.id == Arsip.berkas_id)
        ke = select(Dokumen.id).join(Berkas, Berkas.id == Dokumen.berkas_id)
        pilih = _terbaca().where(
            Dokumen.id.in_(milik.where(Berkas.sha256 == sha256))
            | Dokumen.id.in_(ke.where(Berkas.sha256 == sha256))
        )
        sama = [_temuan(sesi, satu, sha256) for satu in sesi.execute(pilih).unique().scalars()]
        if sama:
            return min(sama, key=lambda t: list(Putusan).index(t.putusan))
    for satu in kode[:5]:
        dokumen = sesi.execute(_terbaca().where(Dokumen.kode == satu)).unique().scalar_one_or_none()
        if dokumen is not None:
            return _temuan(sesi, dokumen, sha256)
    return Temuan(Putusan.ASING)


def _temuan(sesi: Session, dokumen: Dokumen, sha256: str) -> Temuan:
    berlaku = next((a for a in reversed(dokumen.arsip) if a.diganti_oleh_id is None), None)
    if sha256 and berlaku is not None and berlaku.berkas.sha256 == sha256:
        putusan = Putusan.SAMA_ARSIP
    elif sha256 and sha256 in {a.berkas.sha256 for a in dokumen.arsip}:
        putusan = Putusan.SAMA_LAMA
    elif sha256 and sha256 == dokumen.berkas.sha256:
        putusan = Putusan.SAMA_TERBIT
    else:
        putusan = Putusan.BERUBAH if sha256 else Putusan.DIKENAL
    batal = _batal(sesi, dokumen)
    if batal and putusan is not Putusan.BERUBAH:
        putusan = Putusan.BATAL
    ganti = None if batal else _pengganti(sesi, dokumen)
    return Temuan(putusan, dokumen, berlaku, batal, ganti, *_ttd(sesi, berlaku))


def _pengganti(sesi: Session, dokumen: Dokumen) -> Dokumen | None:
    """The newest later version that is signed; one that waits for its signature replaces nothing yet."""
    if dokumen.laporan_id is not None and dokumen.periode_id is not None:
        semua = dokumen_versi(sesi, dokumen.periode_id)
        milik = next((laporan.versi for d, laporan in semua if d.id == dokumen.id), 0)
        return next((d for d, lap in reversed(semua) if 0 < milik < lap.versi and d.arsip), None)
    tertanda = select(Arsip.dokumen_id)
    pilih = select(Dokumen).where(Dokumen.id.in_(tertanda)).limit(1)
    if dokumen.perjanjian_kinerja_id is not None:
        pk = sesi.get_one(PerjanjianKinerja, dokumen.perjanjian_kinerja_id)
        pilih = (
            pilih.join(PerjanjianKinerja, PerjanjianKinerja.id == Dokumen.perjanjian_kinerja_id)
            .where(PerjanjianKinerja.tahun == pk.tahun, PerjanjianKinerja.versi > pk.versi)
            .order_by(PerjanjianKinerja.versi.desc())
        )
    elif dokumen.lembar_sop_id is not None:
        lembar = sesi.get_one(LembarSop, dokumen.lembar_sop_id)
        pilih = (
            pilih.join(LembarSop, LembarSop.id == Dokumen.lembar_sop_id)
            .where(LembarSop.kode == lembar.kode, LembarSop.revisi > lembar.revisi)
            .order_by(LembarSop.revisi.desc())
        )
    else:
        return None
    return sesi.execute(pilih).scalar_one_or_none()


def _batal(sesi: Session, dokumen: Dokumen) -> bool:
    """Numbered, then given up: a cancelled revision, or the run of a letter that was cancelled."""
    if dokumen.periode_id is not None and sesi.get_one(Periode, dokumen.periode_id).dibatalkan_pada:
        return True
    return sesi.execute(dokumen_batal().where(Dokumen.id == dokumen.id)).first() is not None


def _ttd(sesi: Session, arsip: Arsip | None) -> tuple[str, tuple[str, ...]]:
    """The verdict at receipt on the electronic signatures and who made them; empty where none was kept."""
    if arsip is None or arsip.cara != "tte":
        return "", ()
    pilih = select(PeriksaTtd).where(PeriksaTtd.berkas_id == arsip.berkas_id, PeriksaTtd.ulang.is_(False))
    satu = sesi.execute(pilih.order_by(PeriksaTtd.id).limit(1)).scalar_one_or_none()
    if satu is None:
        return "", ()
    nama = [t["nama"] for t in satu.hasil.get("tanda_tangan", ()) if not t.get("hanya_cap")]
    return satu.verdict, tuple(dict.fromkeys(n for n in nama if n))

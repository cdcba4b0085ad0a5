"""What the head of the office looks at: what waits for whom, what is late, what to sign, how far the year is.

Nothing here is counted anew: every line comes out of somebody's inbox (operations.kotak), so the summary
and the inboxes cannot disagree. Only work whose post nobody holds is looked up beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.disposisi import Sifat
from kinerja.domain.jabatan import NAMA_PERAN, Pelaku, Peran, Wewenang
from kinerja.domain.kesalahan import TidakBerwenang
from kinerja.domain.periode import JenisPeriode
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.jabatan import Jabatan
from kinerja.models.laporan import Laporan
from kinerja.models.pegawai import Pegawai, penugasan_berlaku
from kinerja.models.periode import Periode, periode_tahun
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import ButirKotak
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.orang import pelaku_dari

Tempat = tuple[str, int]
KOSONG = "belum ada pejabatnya"


@dataclass(frozen=True)
class Penunggu:
    """Somebody with work waiting, the soonest due first; ``nama`` is KOSONG for a post nobody holds."""

    nama: str
    jabatan: str
    butir: tuple[ButirKotak, ...]
    terlambat: int

    @property
    def tertua(self) -> datetime:
        """Since when the oldest of it waits."""
        return min(b.sejak for b in self.butir)


@dataclass(frozen=True)
class Terlambat:
    """A thing past its due date, and with whom it is."""

    butir: ButirKotak
    pada: tuple[str, ...]


@dataclass(frozen=True)
class Kemajuan:
    """How far a period is: steps done of all, and the step it stands at ("" when closed or not begun)."""

    periode: Periode
    selesai: int
    jumlah: int
    di_sini: str


@dataclass(frozen=True)
class Ringkasan:
    """``menunggu`` counts each thing once, also where several people could do it."""

    penunggu: tuple[Penunggu, ...]
    terlambat: tuple[Terlambat, ...]
    persetujuan: tuple[ButirKotak, ...]
    tanda_tangan: tuple[Dokumen, ...]
    tahun: int | None
    kemajuan: tuple[Kemajuan, ...]
    berikut: tuple[Tugas, ...]

    @property
    def menunggu(self) -> int:
        return len({_kunci(b) for p in self.penunggu for b in p.butir})

    @property
    def langkah_selesai(self) -> int:
        return sum(k.selesai for k in self.kemajuan)

    @property
    def langkah(self) -> int:
        return sum(k.jumlah for k in self.kemajuan)


def ringkasan(sesi: Session, oleh: Pelaku, pada: datetime, hari: date) -> Ringkasan:
    """The state of the whole office at ``pada``; ``hari`` is that day in the office's zone."""
    if not oleh.boleh(Wewenang.LIHAT_RINGKASAN):
        raise TidakBerwenang("Ringkasan kantor dibuka oleh Camat dan Sekretaris.")
    penunggu = _penunggu(sesi, pada, hari)
    tahun = _tahun_berjalan(sesi, pada)
    return Ringkasan(
        penunggu=penunggu,
        terlambat=_terlambat(penunggu, hari),
        persetujuan=_persetujuan(penunggu),
        tanda_tangan=_tanda_tangan(sesi),
        tahun=tahun,
        kemajuan=_kemajuan(sesi, tahun, pada) if tahun is not None else (),
        berikut=_berikut(sesi, pada),
    )


def _kunci(butir: ButirKotak) -> tuple[str, Tempat]:
    return butir.jenis, butir.tempat


def _penunggu(sesi: Session, pada: datetime, hari: date) -> tuple[Penunggu, ...]:
    """Everybody with something waiting, the latest first; posts without a holder at the top."""
    orang: dict[int, Pegawai] = {}
    for p in sesi.execute(penugasan_berlaku(hari)).scalars():
        if p.jabatan.peran is not Peran.ADMIN:
            orang[p.pegawai_id] = p.pegawai
    hasil = []
    for pegawai in orang.values():
        pelaku = pelaku_dari(sesi, pegawai, hari)
        jabatan = ", ".join(j.nama_lengkap for j in pelaku.jabatan)
        hasil.append(_satu(pegawai.nama, jabatan, isi_kotak(sesi, pelaku, pada), hari))
    dipegang = {b.tempat for p in hasil for b in p.butir}
    semua = [*_tanpa_pejabat(sesi, dipegang, pada, hari), *hasil]
    tersamar = _rahasia(sesi, {b.tempat for p in semua for b in p.butir})
    terisi = [replace(p, butir=tuple(_samarkan(b, tersamar) for b in p.butir)) for p in semua if p.butir]
    return tuple(sorted(terisi, key=lambda p: (p.nama != KOSONG, -p.terlambat, p.tertua)))


def _satu(nama: str, jabatan: str, butir: Iterable[ButirKotak], hari: date) -> Penunggu:
    semua = tuple(butir)
    return Penunggu(nama, jabatan, semua, sum(b.tenggat is not None and b.tenggat < hari for b in semua))


def _tanpa_pejabat(sesi: Session, dipegang: set[Tempat], pada: datetime, hari: date) -> list[Penunggu]:
    """Open steps and branches that are in nobody's inbox, by the post they wait for."""
    milik: dict[str, list[ButirKotak]] = {}
    langkah = (
        select(Tugas)
        .options(joinedload(Tugas.periode))
        .where(Tugas.penyelesaian_id.is_(None), Tugas.dibuka_pada <= pada)
        .order_by(Tugas.tenggat, Tugas.id)
    )
    for t in sesi.execute(langkah).scalars():
        if ("tugas", t.id) not in dipegang:
            butir = ButirKotak(
                "langkah", t.nama, t.periode.nama, ("tugas", t.id), t.dibuka_pada or pada, t.tenggat
            )
            milik.setdefault(NAMA_PERAN[t.peran], []).append(butir)
    cabang = (
        select(CabangDisposisi, Disposisi, Jabatan)
        .join(Disposisi, Disposisi.id == CabangDisposisi.disposisi_id)
        .join(Jabatan, Jabatan.id == CabangDisposisi.penerima_id)
        .where(CabangDisposisi.penyelesaian_id.is_(None), CabangDisposisi.dibatalkan_pada.is_(None))
        .order_by(CabangDisposisi.id)
    )
    for c, d, j in sesi.execute(cabang):
        if ("cabang", c.id) not in dipegang:
            dari = f"Dari {d.pemberi_jabatan_nama}"
            milik.setdefault(j.nama, []).append(
                ButirKotak("disposisi", d.hal, dari, ("cabang", c.id), c.dibuat_pada, c.tenggat)
            )
    return [_satu(KOSONG, jabatan, butir, hari) for jabatan, butir in milik.items()]


def _samarkan(butir: ButirKotak, tersamar: dict[Tempat, str]) -> ButirKotak:
    return replace(butir, judul=tersamar[butir.tempat]) if butir.tempat in tersamar else butir


def _rahasia(sesi: Session, tempat: set[Tempat]) -> dict[Tempat, str]:
    """What stands in place of the hal of a Rahasia disposisi: the summary is printed and lies on a table."""
    pilih = (
        select(CabangDisposisi.id, Disposisi.tahun, Disposisi.nomor_agenda)
        .join(Disposisi, Disposisi.id == CabangDisposisi.disposisi_id)
        .where(
            CabangDisposisi.id.in_([nomor for jenis, nomor in tempat if jenis == "cabang"]),
            Disposisi.sifat == Sifat.RAHASIA,
        )
    )
    return {
        ("cabang", cabang_id): f"Disposisi rahasia, agenda {nomor} tahun {tahun}"
        for cabang_id, tahun, nomor in sesi.execute(pilih)
    }


def _terlambat(penunggu: tuple[Penunggu, ...], hari: date) -> tuple[Terlambat, ...]:
    satu: dict[tuple[str, Tempat], tuple[ButirKotak, list[str]]] = {}
    for p in penunggu:
        for b in p.butir:
            if b.tenggat is not None and b.tenggat < hari:
                nama = p.jabatan if p.nama == KOSONG else p.nama
                satu.setdefault(_kunci(b), (b, []))[1].append(nama)
    urut = sorted(satu.values(), key=lambda isi: (isi[0].tenggat or hari, isi[0].judul))
    return tuple(Terlambat(b, tuple(nama)) for b, nama in urut)


def _persetujuan(penunggu: tuple[Penunggu, ...]) -> tuple[ButirKotak, ...]:
    """What Camat and Sekretaris are asked to approve, each thing once."""
    return tuple({b.tempat: b for p in penunggu for b in p.butir if b.jenis == "persetujuan"}.values())


def _tanda_tangan(sesi: Session) -> tuple[Dokumen, ...]:
    """Issued documents whose signed PDF has not come back; of a report only its newest version."""
    terbaru = select(Laporan.periode_id, func.max(Laporan.versi)).group_by(Laporan.periode_id)
    lain = select(Laporan.id).where(tuple_(Laporan.periode_id, Laporan.versi).in_(terbaru))
    pilih = (
        select(Dokumen)
        .where(
            ~select(Arsip.id).where(Arsip.dokumen_id == Dokumen.id).exists(),
            Dokumen.laporan_id.is_(None) | Dokumen.laporan_id.in_(lain),
        )
        .order_by(Dokumen.diterbitkan_pada, Dokumen.id)
    )
    return tuple(sesi.execute(pilih).scalars())


def _tahun_berjalan(sesi: Session, pada: datetime) -> int | None:
    """The newest year in which a step has opened; the newest opened year when none has."""
    periode = select(func.max(Periode.tahun)).where(Periode.jenis != JenisPeriode.SEKALI)
    mulai = periode.join(Tugas, Tugas.periode_id == Periode.id).where(Tugas.dibuka_pada <= pada)
    berjalan: int | None = sesi.execute(mulai).scalar_one()
    return berjalan if berjalan is not None else sesi.execute(periode).scalar_one()


def _kemajuan(sesi: Session, tahun: int, pada: datetime) -> tuple[Kemajuan, ...]:
    semua = sesi.execute(periode_tahun(tahun)).scalars().all()
    langkah = select(Tugas).where(Tugas.periode_id.in_([p.id for p in semua])).order_by(Tugas.id)
    milik: dict[int, list[Tugas]] = {}
    for t in sesi.execute(langkah).scalars():
        milik.setdefault(t.periode_id, []).append(t)
    hasil = []
    for p in semua:
        semua_langkah = [t for t in milik.get(p.id, []) if t.langkah is not None]
        kini = [t.nama for t in milik.get(p.id, []) if t.terbuka and t.dibuka_pada and t.dibuka_pada <= pada]
        selesai = sum(t.penyelesaian_id is not None for t in semua_langkah)
        hasil.append(Kemajuan(p, selesai, len(semua_langkah), kini[0] if kini else ""))
    return tuple(hasil)


def _berikut(sesi: Session, pada: datetime) -> tuple[Tugas, ...]:
    """The steps whose turn comes by itself on a day to come, the nearest day only."""
    pilih = (
        select(Tugas)
        .options(joinedload(Tugas.periode))
        .where(Tugas.penyelesaian_id.is_(None), Tugas.dibuka_pada > pada)
        .order_by(Tugas.dibuka_pada, Tugas.id)
        .limit(2)
    )
    return tuple(sesi.execute(pilih).scalars())

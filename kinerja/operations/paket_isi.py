"""What belongs to a year's inspection pack. What is Rahasia is left out here, once and for every part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy import ColumnElement, CompoundSelect, or_, select, union
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.disposisi import Sifat
from kinerja.domain.periode import JenisPeriode
from kinerja.models.berkas import Berkas, Lampiran
from kinerja.models.catatan import Catatan
from kinerja.models.disposisi import CabangDisposisi, Disposisi, PenyelesaianCabang
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Sosialisasi, Tanggapan
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, Sasaran, pk_lengkap
from kinerja.models.realisasi import Bukti, Realisasi
from kinerja.models.surat import SuratKeluar, SuratMasuk
from kinerja.models.tugas import Tugas

_SURAT_RAHASIA = select(SuratMasuk.id).where(SuratMasuk.sifat == Sifat.RAHASIA)


def tahun_ada(sesi: Session) -> list[int]:
    """The years that were opened, newest first."""
    pilih = select(Periode.tahun).where(Periode.jenis != JenisPeriode.SEKALI).distinct()
    return sorted(sesi.execute(pilih).scalars(), reverse=True)


def lembar_tahun(sesi: Session, tahun: int) -> Sequence[LembarSop]:
    """The revisions of SOP sheets that ran in the year."""
    jalan = select(Periode.lembar_sop_id).where(Periode.tahun == tahun, Periode.dibatalkan_pada.is_(None))
    pilih = select(LembarSop).where(LembarSop.id.in_(jalan)).order_by(LembarSop.nama, LembarSop.revisi)
    return sesi.execute(pilih).scalars().all()


def pk_tahun(sesi: Session, tahun: int) -> Sequence[PerjanjianKinerja]:
    """Every approved version, the first one first, with all below it."""
    pilih = pk_lengkap().where(
        PerjanjianKinerja.tahun == tahun, PerjanjianKinerja.disetujui_pada.is_not(None)
    )
    return sesi.execute(pilih.order_by(PerjanjianKinerja.versi)).scalars().all()


def dokumen_tahun(sesi: Session, tahun: int) -> Sequence[Dokumen]:
    """Issued documents about the year, by number: reports, PK, running sheets, and letters numbered in it."""
    rahasia = select(SuratKeluar.periode_id).where(SuratKeluar.sifat == Sifat.RAHASIA)
    laporan = select(Periode.id).where(Periode.tahun == tahun, Periode.jenis != JenisPeriode.SEKALI)
    surat = select(Periode.id).where(Periode.jenis == JenisPeriode.SEKALI, Periode.id.not_in(rahasia))
    pk = select(PerjanjianKinerja.id).where(PerjanjianKinerja.tahun == tahun)
    lembar = [satu.id for satu in lembar_tahun(sesi, tahun)]
    pilih = (
        select(Dokumen)
        .options(
            joinedload(Dokumen.berkas),
            joinedload(Dokumen.periode),
            selectinload(Dokumen.arsip).joinedload(Arsip.berkas),
        )
        .where(
            or_(
                Dokumen.periode_id.in_(laporan),
                Dokumen.periode_id.in_(surat) & (Dokumen.tahun == tahun),
                Dokumen.perjanjian_kinerja_id.in_(pk),
                Dokumen.lembar_sop_id.in_(lembar),
            )
        )
        .order_by(Dokumen.tahun, Dokumen.urut)
    )
    return sesi.execute(pilih).scalars().all()


def surat_masuk_tahun(sesi: Session, tahun: int) -> Sequence[SuratMasuk]:
    """Incoming letters that have a scan, in the order of the agenda."""
    pilih = (
        select(SuratMasuk)
        .options(joinedload(SuratMasuk.berkas))
        .join(Berkas, Berkas.id == SuratMasuk.berkas_id)
        .where(
            SuratMasuk.tahun == tahun,
            SuratMasuk.sifat != Sifat.RAHASIA,
            Berkas.sha256.not_in(_sidik_rahasia()),
        )
        .order_by(SuratMasuk.nomor_agenda)
    )
    return sesi.execute(pilih).scalars().all()


def _bukan_rahasia() -> ColumnElement[bool]:
    terbuka = or_(Disposisi.surat_masuk_id.is_(None), Disposisi.surat_masuk_id.not_in(_SURAT_RAHASIA))
    return (Disposisi.sifat != Sifat.RAHASIA) & terbuka


def disposisi_tahun(sesi: Session, tahun: int) -> Sequence[Disposisi]:
    """The slips with branches, recipients and replies, in the order of the agenda."""
    pilih = (
        select(Disposisi)
        .options(
            selectinload(Disposisi.cabang).options(
                joinedload(CabangDisposisi.penerima), joinedload(CabangDisposisi.penyelesaian)
            )
        )
        .where(Disposisi.tahun == tahun, _bukan_rahasia())
        .order_by(Disposisi.nomor_agenda)
    )
    return sesi.execute(pilih).scalars().all()


def balasan_tahun(sesi: Session, tahun: int) -> Sequence[tuple[Disposisi, PenyelesaianCabang, Berkas]]:
    """The files that were put beside replies."""
    pilih = (
        select(Disposisi, PenyelesaianCabang, Berkas)
        .join(CabangDisposisi, CabangDisposisi.disposisi_id == Disposisi.id)
        .join(PenyelesaianCabang, PenyelesaianCabang.cabang_id == CabangDisposisi.id)
        .join(Berkas, Berkas.id == PenyelesaianCabang.berkas_id)
        .where(Disposisi.tahun == tahun, _bukan_rahasia(), Berkas.sha256.not_in(_sidik_rahasia()))
        .order_by(Disposisi.nomor_agenda, PenyelesaianCabang.id)
    )
    return [(d, p, b) for d, p, b in sesi.execute(pilih)]


def bukti_tahun(sesi: Session, tahun: int) -> Sequence[tuple[Bukti, Realisasi, Indikator, Sasaran]]:
    """Evidence by triwulan and indicator, what was withdrawn left out."""
    pilih = (
        select(Bukti, Realisasi, Indikator, Sasaran)
        .options(joinedload(Bukti.berkas), joinedload(Indikator.unit))
        .join(Realisasi, Realisasi.id == Bukti.realisasi_id)
        .join(Indikator, Indikator.id == Realisasi.indikator_id)
        .join(Sasaran, Sasaran.id == Indikator.sasaran_id)
        .join(Berkas, Berkas.id == Bukti.berkas_id)
        .where(
            Realisasi.tahun == tahun,
            Bukti.dicabut_pada.is_(None),
            Berkas.sha256.not_in(_sidik_rahasia()),
        )
        .order_by(Realisasi.triwulan, Sasaran.urut, Indikator.urut, Indikator.id, Bukti.id)
    )
    return [(b, r, i, s) for b, r, i, s in sesi.execute(pilih)]


def sosialisasi_tahun(sesi: Session, tahun: int) -> Sequence[tuple[Sosialisasi, Periode]]:
    """Every round that was held, with the invited posts: it has minutes, or somebody noted who came."""
    tercatat = select(Tanggapan.sosialisasi_id).where(Tanggapan.hadir.is_not(None))
    pilih = (
        select(Sosialisasi, Periode)
        .options(selectinload(Sosialisasi.tanggapan).joinedload(Tanggapan.jabatan))
        .join(Periode, Periode.id == Sosialisasi.periode_id)
        .where(
            Periode.tahun == tahun,
            or_(Sosialisasi.notulen != "", Sosialisasi.id.in_(tercatat)),
        )
        .order_by(Periode.id, Sosialisasi.putaran)
    )
    return [(s, p) for s, p in sesi.execute(pilih)]


def lampiran_tahun(sesi: Session, tahun: int) -> Sequence[tuple[Lampiran, Tugas, Periode, Berkas]]:
    """Files put beside the steps of the year's periods and runs."""
    keluar = select(SuratKeluar.periode_id).where(SuratKeluar.sifat == Sifat.RAHASIA)
    pilih = (
        select(Lampiran, Tugas, Periode, Berkas)
        .join(Tugas, Tugas.id == Lampiran.tugas_id)
        .join(Periode, Periode.id == Tugas.periode_id)
        .join(Berkas, Berkas.id == Lampiran.berkas_id)
        .where(
            Periode.tahun == tahun,
            Periode.id.not_in(keluar),
            Berkas.sha256.not_in(_sidik_rahasia()),
        )
        .order_by(Periode.id, Tugas.langkah.is_(None), Tugas.langkah, Tugas.id, Lampiran.id)
    )
    return [(lampiran, t, p, b) for lampiran, t, p, b in sesi.execute(pilih)]


def _sidik_rahasia() -> CompoundSelect[str]:
    """The contents of secret letters and of replies to secret slips, wherever else they were put."""
    surat = (
        select(Berkas.sha256)
        .join(SuratMasuk, SuratMasuk.berkas_id == Berkas.id)
        .where(SuratMasuk.sifat == Sifat.RAHASIA)
    )
    balasan = (
        select(Berkas.sha256)
        .join(PenyelesaianCabang, PenyelesaianCabang.berkas_id == Berkas.id)
        .join(CabangDisposisi, CabangDisposisi.id == PenyelesaianCabang.cabang_id)
        .join(Disposisi, Disposisi.id == CabangDisposisi.disposisi_id)
        .where(~_bukan_rahasia())
    )
    return union(surat, balasan)


def verdict_dokumen(sesi: Session, dokumen: Sequence[Dokumen]) -> dict[int, list[PeriksaTtd]]:
    """File → the verdicts on its signatures, that at receipt first."""
    berkas = [a.berkas_id for d in dokumen for a in d.arsip]
    hasil: dict[int, list[PeriksaTtd]] = {}
    pilih = select(PeriksaTtd).where(PeriksaTtd.berkas_id.in_(berkas)).order_by(PeriksaTtd.id)
    for satu in sesi.execute(pilih).scalars():
        hasil.setdefault(satu.berkas_id, []).append(satu)
    return hasil


@dataclass(frozen=True)
class CatatanTahun:
    """The audit rows of a calendar year, which of them are about secrets, and the head of the whole chain."""

    baris: tuple[Catatan, ...]
    ditahan: frozenset[int]
    kepala: Catatan


def catatan_tahun(sesi: Session, tahun: int) -> CatatanTahun:
    """By the office's own clock; the order is that of the chain.

    A row that tells the sha256 of a secret paper tells the name of its file, whatever it is about.
    """
    zona = timezone(timedelta(hours=kantor(sesi).zona))
    awal, akhir = (datetime(t, 1, 1, tzinfo=zona).astimezone(UTC) for t in (tahun, tahun + 1))
    pilih = select(Catatan).where(Catatan.pada >= awal, Catatan.pada < akhir).order_by(Catatan.seq)
    baris = tuple(sesi.execute(pilih).scalars())
    rahasia, sidik = _objek_rahasia(sesi), sesi.execute(_sidik_rahasia()).scalars().all()
    ditahan = (b.seq for b in baris if b.objek in rahasia or any(satu in b.sesudah for satu in sidik))
    kepala = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    return CatatanTahun(baris, frozenset(ditahan), kepala)


def _objek_rahasia(sesi: Session) -> set[str]:
    """The names that audit rows give to what is secret."""
    disposisi = set(sesi.execute(select(Disposisi.id).where(~_bukan_rahasia())).scalars())
    cabang = sesi.execute(select(CabangDisposisi.id, CabangDisposisi.disposisi_id)).all()
    keluar = select(SuratKeluar.periode_id).where(SuratKeluar.sifat == Sifat.RAHASIA)
    dokumen = select(Dokumen.id).where(Dokumen.periode_id.in_(keluar))
    return {
        *(f"disposisi:{nomor}" for nomor in disposisi),
        *(f"cabang:{nomor}" for nomor, induk in cabang if induk in disposisi),
        *(f"surat_masuk:{nomor}" for nomor in sesi.execute(_SURAT_RAHASIA).scalars()),
        *(f"dokumen:{nomor}" for nomor in sesi.execute(dokumen).scalars()),
    }

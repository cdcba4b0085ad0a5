"""The papers of an inspection pack that are printed for it, and the audit extract.

Rows are read here, once; what prints later holds values only.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session, joinedload

from kinerja.documents.cetak import GagalCetak, HasilCetak, cetak
from kinerja.documents.evaluasi import TEMPLAT as TEMPLAT_EVALUASI
from kinerja.documents.lembar_disposisi import TEMPLAT as TEMPLAT_DISPOSISI
from kinerja.documents.lembar_sop.bukti import BuktiPeriode
from kinerja.documents.lembar_sop.naskah import cetak_lembar_sop
from kinerja.documents.paket.catatan import Petikan, jangkar, petikan_csv, petikan_html, petikan_mesin
from kinerja.documents.paket.zip import Butir
from kinerja.documents.perjanjian_kinerja.dari import perjanjian_kinerja_dari
from kinerja.documents.perjanjian_kinerja.naskah import TEMPLAT as TEMPLAT_PK
from kinerja.documents.sosialisasi import TEMPLAT as TEMPLAT_SOSIALISASI
from kinerja.documents.tanggal import tulis_tanggal
from kinerja.domain.paket import Bagian
from kinerja.domain.sop import Sop
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode, periode_tahun
from kinerja.models.tugas import tugas_periode
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.paket_isi import (
    catatan_tahun,
    disposisi_tahun,
    lembar_tahun,
    pk_tahun,
    sosialisasi_tahun,
)
from kinerja.web.disposisi.cetak import lembar_dari
from kinerja.web.evaluasi import cetakan_evaluasi
from kinerja.web.jam import hari_ini, zona
from kinerja.web.sop.bagan import bukti_periode
from kinerja.web.sosialisasi.cetak import berkas_dari as berkas_sosialisasi

COBA_SIBUK = 5
"""Times to wait again for a free child; each waits its minute and a half."""


def _cetak(templat: str, data: object, bertanggal: datetime, penanda: tuple[str, ...]) -> Callable[[], bytes]:
    return _sabar(lambda: cetak(templat, data, penanda=penanda, bertanggal=bertanggal))


def _sabar(kerja: Callable[[], HasilCetak]) -> Callable[[], bytes]:
    """Print, and again while the officials' papers keep every child busy: people come first."""

    def ambil() -> bytes:
        for _ in range(COBA_SIBUK):
            try:
                return kerja().pdf
            except GagalCetak as gagal:
                if gagal.sebab != "sibuk":
                    raise
        return kerja().pdf

    return ambil


def _tanggal(pada: datetime | None) -> str:
    return tulis_tanggal(pada.astimezone(zona()).date()) if pada else ""


def butir_pk(sesi: Session, tahun: int, terbit: Collection[int] = ()) -> Iterator[Butir]:
    """The approved versions; those issued as a document (``terbit``) are in already."""
    for pk in pk_tahun(sesi, tahun):
        if pk.id in terbit:
            continue
        data = perjanjian_kinerja_dari(pk, kantor(sesi))
        yield Butir(
            Bagian.PERJANJIAN_KINERJA,
            f"versi {pk.versi} {pk.nama}",
            "pdf",
            pk.nama,
            _cetak(TEMPLAT_PK, data, pk.disetujui_pada or pk.dibuat_pada, tuple(data.penanda)),
            tanggal=tulis_tanggal(pk.tanggal) if pk.tanggal else "",
            penanda=", ".join(k for k in (pk.pihak_pertama_nama, pk.pihak_kedua_nama) if k),
            keterangan=f"versi {pk.versi}, disetujui {pk.disetujui_oleh_nama} {_tanggal(pk.disetujui_pada)}",
        )


def butir_sosialisasi(sesi: Session, tahun: int) -> Iterator[Butir]:
    """Attendance and minutes of every round that was held, also of one whose draft went back."""
    for temu, periode in sosialisasi_tahun(sesi, tahun):
        data = berkas_sosialisasi(temu, periode)
        hadir = sum(bool(t.hadir) for t in temu.tanggapan)
        yield Butir(
            Bagian.LAPORAN,
            f"{periode.nama} putaran {temu.putaran}",
            "pdf",
            f"Sosialisasi draf {periode.nama}, putaran {temu.putaran}: daftar hadir dan notulen",
            _cetak(TEMPLAT_SOSIALISASI, data, temu.ditutup_pada or temu.dibuat_pada, tuple(data.penanda)),
            tanggal=tulis_tanggal(temu.tanggal),
            keterangan=f"{hadir} dari {len(temu.tanggapan)} pejabat hadir; {data.keadaan}",
            folder="sosialisasi",
        )


def butir_disposisi(sesi: Session, tahun: int) -> Iterator[Butir]:
    """The slips, with every reply so far."""
    for d in disposisi_tahun(sesi, tahun):
        data = lembar_dari(d)
        yield Butir(
            Bagian.DISPOSISI,
            f"agenda {d.nomor_agenda:04d} {d.hal[:60]}",
            "pdf",
            f"Lembar disposisi: {d.hal}",
            _cetak(TEMPLAT_DISPOSISI, data, d.dibuat_pada, tuple(data.penanda)),
            nomor=f"{d.nomor_agenda}/{d.tahun}",
            tanggal=_tanggal(d.dibuat_pada),
            penanda=f"{d.pemberi_nama}, {d.pemberi_jabatan_nama}",
            keterangan=f"kepada {', '.join(k.label for k in data.diteruskan_kepada)}",
        )


def butir_sop(sesi: Session, tahun: int, terbit: Collection[int] = ()) -> Iterator[Butir]:
    """The revisions that ran in the year, and what the year says about them."""
    for lembar in lembar_tahun(sesi, tahun):
        if lembar.id not in terbit:
            yield Butir(
                Bagian.SOP,
                f"{lembar.nama} revisi {lembar.revisi}",
                "pdf",
                f"SOP {lembar.nama}, revisi {lembar.revisi}",
                _sop(sop_dari(lembar), lembar.dimuat_pada, lembar.revisi),
                tanggal=_tanggal(lembar.dimuat_pada),
                penanda=", ".join(k for k in (lembar.disahkan_oleh_nama, lembar.disahkan_oleh_jabatan) if k),
                keterangan=f"sidik isi {lembar.digest}",
            )
    data = cetakan_evaluasi(tahun, f"keadaan {tulis_tanggal(hari_ini())}")
    if data is not None:
        yield Butir(
            Bagian.SOP,
            f"evaluasi sop {tahun}",
            "pdf",
            f"Evaluasi SOP {tahun}",
            _cetak(TEMPLAT_EVALUASI, data, datetime(tahun, 12, 31, tzinfo=zona()), tuple(data.penanda)),
            keterangan=data.dibuat,
        )


def _sop(sop: Sop, dimuat_pada: datetime, revisi: int) -> Callable[[], bytes]:
    return _sabar(lambda: cetak_lembar_sop(sop, bertanggal=dimuat_pada, revisi=revisi))


def butir_pelaksanaan(sesi: Session, tahun: int) -> Iterator[Butir]:
    """The sheet of each period that began, with who did which step and when; as of today."""
    pilih = periode_tahun(tahun).options(joinedload(Periode.lembar_sop))
    for periode in sesi.execute(pilih).scalars().all():
        tugas = list(sesi.execute(tugas_periode(periode.id)).unique().scalars())
        if not any(t.penyelesaian for t in tugas):
            continue
        bukti = bukti_periode(periode.nama, periode.lembar_sop, tugas, "sistem, untuk paket inspeksi")
        yield Butir(
            Bagian.SOP,
            f"{periode.jenis} {periode.ke} {periode.lembar_sop.nama}",
            "pdf",
            f"Pelaksanaan SOP {periode.lembar_sop.nama}, {periode.nama}",
            _bukti_sop(sop_dari(periode.lembar_sop), replace(bukti, dicetak=tulis_tanggal(hari_ini()))),
            keterangan=f"revisi {periode.lembar_sop.revisi}; siapa mengerjakan langkah mana, dan kapan",
            folder="pelaksanaan",
        )


def _bukti_sop(sop: Sop, bukti: BuktiPeriode) -> Callable[[], bytes]:
    return _sabar(lambda: cetak_lembar_sop(sop, dengan_catatan=False, revisi=bukti.revisi, bukti=bukti))


def petikan_tahun(sesi: Session, tahun: int) -> Petikan:
    """The audit rows of the year."""
    semua = catatan_tahun(sesi, tahun)
    return Petikan(tahun, semua.baris, semua.ditahan, semua.kepala, kantor(sesi).zona)


def butir_catatan(petikan: Petikan) -> Iterator[Butir]:
    """The extract in its three forms, and the anchor."""
    jumlah = f"{len(petikan.baris)} catatan"
    for nama, akhiran, judul, buat, kata in (
        ("catatan", "html", "Catatan tindakan, untuk dibaca", petikan_html, jumlah),
        (
            "catatan",
            "csv",
            "Catatan tindakan, untuk Excel",
            petikan_csv,
            f"{jumlah}; kolom dipisah titik koma",
        ),
        (
            "catatan",
            "jsonl",
            "Catatan tindakan, untuk mesin",
            petikan_mesin,
            f"{jumlah}; semua medan sidiknya",
        ),
        ("jangkar", "txt", "Jangkar rantai catatan", jangkar, "untuk kinerja verify --jangkar"),
    ):
        yield Butir(
            Bagian.CATATAN,
            nama if nama == "jangkar" else f"{nama} {petikan.tahun}",
            akhiran,
            judul,
            partial(buat, petikan),
            keterangan=kata,
        )

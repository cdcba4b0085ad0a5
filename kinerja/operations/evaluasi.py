"""Evaluasi SOP of a year: the rows behind the figures, grouped by the revision each period ran on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.evaluasi import FaktaTugas, NilaiLangkah, Pengerjaan, nilai_langkah
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.sop import Langkah, Sop
from kinerja.models.kantor import kantor
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.periode import Periode
from kinerja.models.tugas import Pengembalian, Penyelesaian, Tugas
from kinerja.operations.kalender import hari_setempat
from kinerja.operations.lembar_sop import sop_dari


@dataclass(frozen=True)
class BarisEvaluasi:
    """One step of the sheet with its figures and the tugas behind them."""

    langkah: Langkah
    pelaksana: str
    nilai: NilaiLangkah
    tugas: tuple[FaktaTugas, ...]

    @property
    def diragukan(self) -> str:
        """The remark the sheet carries beside the time of this step; "" where it carries none."""
        return self.langkah.catatan_untuk("waktu_tertulis") or self.langkah.catatan_untuk("waktu") or ""


@dataclass(frozen=True)
class EvaluasiLembar:
    """One revision of one sheet: its steps, over the periods of the year that ran on it."""

    lembar: LembarSop
    sop: Sop
    periode: tuple[str, ...]
    baris: tuple[BarisEvaluasi, ...]

    @property
    def kali(self) -> int:
        return sum(b.nilai.kali for b in self.baris)


def tahun_evaluasi(sesi: Session) -> list[int]:
    """The years that have periods, newest first."""
    return list(sesi.execute(select(Periode.tahun).distinct().order_by(Periode.tahun.desc())).scalars())


def evaluasi(sesi: Session, tahun: int, pada: datetime) -> list[EvaluasiLembar]:
    """Every sheet that ran in the year, the reporting sheet first; a revision has its own figures.

    A period belongs to the year it reports on, whenever its steps were done. Runs given up do not count.
    """
    semua = _periode(sesi, tahun)
    fakta = _fakta(sesi, [p.id for p in semua], pada)
    kelompok: dict[int, list[Periode]] = {}
    for p in semua:
        kelompok.setdefault(p.lembar_sop_id, []).append(p)
    hasil = [_lembar(milik, fakta) for milik in kelompok.values()]
    return sorted(hasil, key=lambda e: (e.sop.mulai.daur == "sekali", e.lembar.nama, e.lembar.revisi))


def evaluasi_langkah(
    sesi: Session, tahun: int, lembar_id: int, nomor: int, pada: datetime
) -> tuple[EvaluasiLembar, BarisEvaluasi, dict[int, list[Penyelesaian]]]:
    """One step with every completion behind it (by tugas). Raises TidakDitemukan."""
    semua = [p for p in _periode(sesi, tahun) if p.lembar_sop_id == lembar_id]
    if not semua:
        raise TidakDitemukan("Lembar SOP itu tidak berjalan pada tahun itu.")
    satu = _lembar(semua, _fakta(sesi, [p.id for p in semua], pada))
    baris = next((b for b in satu.baris if b.langkah.nomor == nomor), None)
    if baris is None:
        raise TidakDitemukan("Langkah itu tidak ada pada lembar SOP ini.")
    return satu, baris, _penyelesaian(sesi, [p.id for p in semua], nomor)


def _periode(sesi: Session, tahun: int) -> Sequence[Periode]:
    pilih = (
        select(Periode)
        .options(joinedload(Periode.lembar_sop))
        .where(Periode.tahun == tahun, Periode.dibatalkan_pada.is_(None))
        .order_by(Periode.id)
    )
    return sesi.execute(pilih).scalars().all()


def _lembar(milik: Sequence[Periode], fakta: dict[int, list[tuple[int, FaktaTugas]]]) -> EvaluasiLembar:
    lembar = milik[0].lembar_sop
    sop = sop_dari(lembar)
    tugas: dict[int, list[FaktaTugas]] = {}
    for p in milik:
        for nomor, satu in fakta.get(p.id, []):
            tugas.setdefault(nomor, []).append(satu)
    baris = tuple(
        BarisEvaluasi(
            langkah,
            sop.pelaksana(langkah.pelaksana).nama,
            nilai_langkah(langkah.waktu, tugas[langkah.nomor]),
            tuple(tugas[langkah.nomor]),
        )
        for langkah in sop.langkah_semua
        if langkah.nomor in tugas
    )
    return EvaluasiLembar(lembar, sop, tuple(p.nama for p in milik), baris)


def _penyelesaian(
    sesi: Session, periode_id: Sequence[int], langkah: int | None = None
) -> dict[int, list[Penyelesaian]]:
    """The completions of these periods by tugas, in the order they happened."""
    hasil: dict[int, list[Penyelesaian]] = {}
    pilih = select(Penyelesaian).join(Tugas, Tugas.id == Penyelesaian.tugas_id)
    pilih = pilih.where(Tugas.periode_id.in_(periode_id)).order_by(Penyelesaian.id)
    if langkah is not None:
        pilih = pilih.where(Tugas.langkah == langkah)
    for satu in sesi.execute(pilih).scalars():
        hasil.setdefault(satu.tugas_id, []).append(satu)
    return hasil


def _fakta(
    sesi: Session, periode_id: Sequence[int], pada: datetime
) -> dict[int, list[tuple[int, FaktaTugas]]]:
    """Per period: (number of the step, its facts); Pengesahan is no step of the sheet."""
    office = kantor(sesi)
    pilih = (
        select(Tugas)
        .options(joinedload(Tugas.periode))
        .where(Tugas.periode_id.in_(periode_id), Tugas.langkah.is_not(None))
        .order_by(Tugas.periode_id, Tugas.langkah)
    )
    tugas = sesi.execute(pilih).scalars().all()
    selesai = _penyelesaian(sesi, periode_id)
    hitung = (
        select(Pengembalian.ke_id, func.count())
        .join(Tugas, Tugas.id == Pengembalian.ke_id)
        .where(Tugas.periode_id.in_(periode_id))
        .group_by(Pengembalian.ke_id)
    )
    kembali = {ke: jumlah for ke, jumlah in sesi.execute(hitung)}
    hasil: dict[int, list[tuple[int, FaktaTugas]]] = {}
    for t in tugas:
        milik = selesai.get(t.id, [])
        berlaku = next((p for p in milik if p.id == t.penyelesaian_id), None)
        terbuka = t.terbuka and t.dibuka_pada is not None and t.dibuka_pada <= pada
        hasil.setdefault(t.periode_id, []).append(
            (
                t.langkah or 0,
                FaktaTugas(
                    t.id,
                    t.periode.nama,
                    tuple(_pengerjaan(t, p) for p in milik),
                    hari_setempat(office, berlaku.pada) <= t.tenggat if berlaku else None,
                    terbuka and hari_setempat(office, pada) > t.tenggat,
                    kembali.get(t.id, 0),
                ),
            )
        )
    return hasil


def _pengerjaan(t: Tugas, p: Penyelesaian) -> Pengerjaan:
    dikoreksi = p.koreksi_menit is not None
    menit = p.koreksi_menit if p.koreksi_menit is not None else p.pengerjaan_menit
    lama = p.dibuka_pada is None and not dikoreksi
    return Pengerjaan(t.id, t.periode.nama, p.menunggu_menit, menit, dikoreksi, lama)

"""Completing a step, and what opens next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Jabatan, Pelaku
from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.periode import JenisPeriode, bagian
from kinerja.domain.sop import Daur, Jenis, Langkah, Sop
from kinerja.domain.waktu_langkah import ukur
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode, periode_tahun
from kinerja.models.tugas import PENGESAHAN, Penyelesaian, Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.catatan import catat
from kinerja.operations.kalender import jadwal
from kinerja.operations.kelengkapan import hasil_umum, periksa
from kinerja.operations.langkah import ATURAN
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.pk_periode import mulai_dengan_pk
from kinerja.operations.sekali.alur import atur_tenggat, tutup_jalan, ulangi
from kinerja.operations.sel_kembali import tutup_sel

PANJANG_CATATAN = 20_000


@dataclass(frozen=True)
class Pekerjaan:
    """A tugas with its place on the sheet and its checklist. ``langkah`` None: Pengesahan."""

    tugas: Tugas
    sop: Sop
    langkah: Langkah | None
    kelengkapan: tuple[Butir, ...]
    hasil: tuple[Butir, ...]

    @property
    def lengkap(self) -> bool:
        return all(butir.ada for butir in (*self.kelengkapan, *self.hasil))

    @property
    def kurang(self) -> tuple[Butir, ...]:
        return tuple(butir for butir in (*self.kelengkapan, *self.hasil) if not butir.ada)


def ambil(sesi: Session, tugas_id: int, kunci: bool = False) -> Tugas:
    """The tugas with periode, sheet and completion; ``kunci`` locks the row where the database can."""
    pilih = (
        select(Tugas)
        .options(joinedload(Tugas.periode).joinedload(Periode.lembar_sop), joinedload(Tugas.penyelesaian))
        .where(Tugas.id == tugas_id)
    )
    if kunci:
        pilih = pilih.with_for_update(of=Tugas).execution_options(populate_existing=True)
    tugas = sesi.execute(pilih).unique().scalar_one_or_none()
    if tugas is None:
        raise TidakDitemukan("Tugas itu tidak ada.")
    return tugas


def pekerjaan(sesi: Session, tugas: Tugas) -> Pekerjaan:
    """The step with its checklist, from real data."""
    sop = sop_dari(tugas.periode.lembar_sop)
    if tugas.langkah is None:
        return Pekerjaan(tugas, sop, None, (), ())
    langkah = sop.langkah(tugas.langkah)
    aturan = ATURAN.get(langkah.halaman) if langkah.halaman else None
    hasil = aturan.hasil(sesi, tugas) if aturan else hasil_umum(sesi, tugas, langkah)
    return Pekerjaan(tugas, sop, langkah, periksa(sesi, tugas, langkah), hasil)


def pemegang_tugas(oleh: Pelaku, tugas: Tugas) -> Jabatan | None:
    """The held post that makes this tugas the person's (its own role before the second one), or None."""
    utama = (j for j in oleh.jabatan if j.peran is tugas.peran and tugas.unit_id in (None, j.unit_id))
    return next(utama, None) or next((j for j in oleh.jabatan if tugas.juga_peran is j.peran), None)


def lihat(tugas: Tugas, oleh: Pelaku, pada: datetime) -> bool:
    """Note the first look of a holder at an open step (not an official act); True when it was the first."""
    if not tugas.terbuka or tugas.pertama_dilihat_pada is not None or pemegang_tugas(oleh, tugas) is None:
        return False
    if tugas.dibuka_pada is None or tugas.dibuka_pada > pada:
        return False
    tugas.pertama_dilihat_pada = pada
    return True


def jam_kantor(waktu: datetime, zona: int) -> str:
    """ "14.05 tanggal 10-10-2026" in the office's zone."""
    setempat = waktu.astimezone(timezone(timedelta(hours=zona)))
    return setempat.strftime("%H.%M tanggal %d-%m-%Y")


def pastikan_dapat_dikerjakan(sesi: Session, tugas: Tugas, oleh: Pelaku, pada: datetime) -> Jabatan:
    """The post under which ``oleh`` may do this open tugas now; otherwise the fitting Kesalahan."""
    if tugas.penyelesaian is not None:
        selesai = tugas.penyelesaian
        raise SudahDikerjakan(
            f"Sudah diselesaikan oleh {selesai.oleh_nama} ({selesai.jabatan_nama}) "
            f"pukul {jam_kantor(selesai.pada, kantor(sesi).zona)}."
        )
    jabatan = pemegang_tugas(oleh, tugas)
    if jabatan is None:
        raise TidakBerwenang("Langkah ini bukan tugas jabatan Anda.")
    if tugas.periode.dibatalkan_pada is not None:
        raise SudahDikerjakan(f"Sudah dibatalkan oleh {tugas.periode.dibatalkan_oleh_nama}.")
    if tugas.dibuka_pada is None or tugas.dibuka_pada > pada:
        raise BelumLengkap("Langkah ini belum terbuka: langkah sebelumnya belum selesai.")
    return jabatan


def selesaikan(
    sesi: Session,
    tugas_id: int,
    oleh: Pelaku,
    pada: datetime,
    catatan: str = "",
    jawaban: bool = True,
    koreksi_menit: int | None = None,
    koreksi_catatan: str = "",
) -> Penyelesaian:
    """Complete a step of the sheet: row, pointer, successor and audit row in one go.

    ``jawaban`` picks Ya or Tidak of a keputusan. ``koreksi_menit`` is the official's own figure of the
    working time and needs a note. Raises SudahDikerjakan, TidakBerwenang or BelumLengkap.
    """
    tugas = ambil(sesi, tugas_id, kunci=True)
    jabatan = pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    kerja = pekerjaan(sesi, tugas)
    if kerja.langkah is None:
        raise BelumLengkap("Pengesahan selesai dengan mengunggah PDF yang sudah ditandatangani.")
    if not kerja.lengkap:
        raise BelumLengkap("Belum dapat diselesaikan. " + _kalimat(kerja.kurang))
    if len(catatan) > PANJANG_CATATAN:
        raise MasukanSalah(f"Catatan paling panjang {PANJANG_CATATAN} tanda.", "catatan")
    if koreksi_menit is not None and not koreksi_catatan.strip():
        raise MasukanSalah("Tuliskan mengapa waktunya dikoreksi.", "koreksi_catatan")
    putus = None
    if kerja.langkah.jenis is Jenis.KEPUTUSAN:
        putus = "ya" if jawaban else "tidak"
        if not jawaban and not catatan.strip():
            raise MasukanSalah("Tuliskan alasannya bila jawabannya Tidak.", "catatan")
    tutup_sel(sesi, tugas, catatan)
    aturan = ATURAN.get(kerja.langkah.halaman) if kerja.langkah.halaman else None
    if aturan and aturan.saat_selesai:
        aturan.saat_selesai(sesi, tugas, oleh, pada)
    selesai = tutup(sesi, tugas, jabatan, oleh, pada, catatan, koreksi_menit, koreksi_catatan, putus)
    _buka_berikut(sesi, kerja.sop, kerja.langkah, tugas, selesai, oleh, pada)
    return selesai


def _kalimat(kurang: tuple[Butir, ...]) -> str:
    return " ".join(f"{b.label}: {b.keterangan}" if b.keterangan else f"{b.label} belum ada." for b in kurang)


def tutup(
    sesi: Session,
    tugas: Tugas,
    jabatan: Jabatan,
    oleh: Pelaku,
    pada: datetime,
    catatan: str = "",
    koreksi_menit: int | None = None,
    koreksi_catatan: str = "",
    jawaban: str | None = None,
) -> Penyelesaian:
    """Write the completion and point the tugas at it; used by ``selesaikan`` and by Pengesahan."""
    dibuka = tugas.dibuka_pada or pada
    waktu = ukur(dibuka, tugas.pertama_dilihat_pada, pada, jadwal(kantor(sesi), dibuka, pada))
    selesai = Penyelesaian(
        tugas_id=tugas.id,
        oleh_id=oleh.pegawai_id,
        oleh_nama=oleh.nama,
        jabatan_id=jabatan.id,
        jabatan_nama=jabatan.nama_lengkap,
        pada=pada,
        catatan=catatan.strip(),
        menunggu_menit=waktu.menunggu,
        pengerjaan_menit=waktu.pengerjaan,
        koreksi_menit=koreksi_menit,
        koreksi_catatan=koreksi_catatan.strip(),
        jawaban=jawaban,
        dibuka_pada=tugas.dibuka_pada,
        pertama_dilihat_pada=tugas.pertama_dilihat_pada,
    )
    sesi.add(selesai)
    sesi.flush()
    tugas.penyelesaian_id = selesai.id
    mulai_dengan_pk(sesi, tugas.periode)
    catat(
        sesi,
        oleh,
        pada,
        "selesaikan",
        f"tugas:{tugas.id}",
        f"{tugas.periode.nama}: {tugas.nama} "
        + (f"dijawab {jawaban.capitalize()}." if jawaban else "diselesaikan."),
        sesudah={"penyelesaian": selesai.id, "catatan": selesai.catatan, "koreksi_menit": koreksi_menit}
        | ({"jawaban": jawaban} if jawaban else {}),
        jabatan=jabatan.nama_lengkap,
    )
    sesi.flush()
    return selesai


def _buka_berikut(
    sesi: Session,
    sop: Sop,
    langkah: Langkah,
    tugas: Tugas,
    selesai: Penyelesaian,
    oleh: Pelaku,
    pada: datetime,
) -> None:
    """Open what follows: a step already done is done again; after the last step of a run it is closed."""
    berikut = sop.berikut_dalam_daur(langkah.nomor, selesai.jawaban != "tidak")
    if berikut is None and tugas.periode.sekali:
        tutup_jalan(sesi, tugas, selesai, oleh, pada)
        return
    kunci = PENGESAHAN if berikut is None else str(berikut)
    lanjut = sesi.execute(
        select(Tugas).where(Tugas.periode_id == tugas.periode_id, Tugas.kunci == kunci)
    ).scalar_one_or_none()
    if lanjut is not None:
        if lanjut.penyelesaian_id is not None:
            ulangi(sesi, sop, tugas, lanjut, selesai, oleh, pada)
        buka(lanjut, pada)
        atur_tenggat(sesi, sop, tugas.periode, lanjut, pada)
        sesi.flush()


def buka(tugas: Tugas, pada: datetime) -> None:
    """Let a step appear in its inbox, as never seen."""
    tugas.dibuka_pada = pada
    tugas.pertama_dilihat_pada = None
    tugas.penyelesaian_id = None


def tutup_periode(sesi: Session, periode: Periode, pada: datetime) -> None:
    """Close a period; open the first step of those that waited for it and its like."""
    periode.ditutup_pada = pada
    sesi.flush()
    semua = sesi.execute(periode_tahun(periode.tahun).options(joinedload(Periode.lembar_sop))).scalars().all()
    tertutup = {p.murni for p in semua if p.ditutup_pada is not None}
    for lain in semua:
        sop = sop_dari(lain.lembar_sop)
        awal = sop.awal(Daur(lain.jenis))
        if awal.menunggu is None or JenisPeriode(awal.menunggu) is not periode.jenis:
            continue
        tugas = sesi.execute(
            select(Tugas).where(Tugas.periode_id == lain.id, Tugas.kunci == str(awal.nomor))
        ).scalar_one()
        if tugas.dibuka_pada is None and set(bagian(lain.murni, periode.jenis)) <= tertutup:
            buka(tugas, pada)
    sesi.flush()


def perlu_catatan(kerja: Pekerjaan) -> bool:
    """A step without a work page of its own is shown by a note or a file; a keputusan by its answer."""
    return (
        kerja.langkah is not None
        and kerja.langkah.halaman not in ATURAN
        and kerja.langkah.jenis is not Jenis.KEPUTUSAN
    )


def adalah_keputusan(kerja: Pekerjaan) -> bool:
    return kerja.langkah is not None and kerja.langkah.jenis is Jenis.KEPUTUSAN

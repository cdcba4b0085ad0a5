"""Opening a year and starting a triwulan before its end."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Pelaku, Peran, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.mutu_baku import tenggat
from kinerja.domain.periode import JenisPeriode, setahun
from kinerja.domain.periode import Periode as PeriodeMurni
from kinerja.domain.sop import Daur, Langkah, Sop
from kinerja.models.jabatan import jabatan_berperan
from kinerja.models.kantor import Kantor, kantor
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.periode import Periode, periode_tahun
from kinerja.models.tugas import PENGESAHAN, Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.kalender import libur
from kinerja.operations.lembar_sop import sop_dari

TAHUN_PERTAMA, TAHUN_TERAKHIR = 2015, 2100


def buka_tahun(sesi: Session, lembar: LembarSop, tahun: int, oleh: Pelaku, pada: datetime) -> list[Periode]:
    """Make the seven periode of a year with their 27 tugas and 7 pengesahan.

    A triwulan's first step carries the day after the quarter's end as its opening time, so it appears in
    the inbox by itself; every other step is opened by the one before it.
    """
    if not oleh.boleh(Wewenang.BUKA_TAHUN):
        raise TidakBerwenang("Tahun kinerja dibuka oleh Kasubag Umum atau Kasubag Perencanaan.")
    if not TAHUN_PERTAMA <= tahun <= TAHUN_TERAKHIR:
        raise MasukanSalah(f"Isi tahun antara {TAHUN_PERTAMA} dan {TAHUN_TERAKHIR}.", "tahun")
    if sesi.execute(periode_tahun(tahun).limit(1)).first():
        raise SudahDikerjakan(f"Tahun {tahun} sudah dibuka.")
    sop = sop_dari(lembar)
    semua = [_buka_periode(sesi, lembar, sop, murni, oleh, pada) for murni in setahun(tahun)]
    catat(sesi, oleh, pada, "buka_tahun", f"tahun:{tahun}", f"Tahun kinerja {tahun} dibuka.")
    return semua


def _buka_periode(
    sesi: Session, lembar: LembarSop, sop: Sop, murni: PeriodeMurni, oleh: Pelaku, pada: datetime
) -> Periode:
    office = kantor(sesi)
    periode = Periode(
        lembar_sop_id=lembar.id,
        tahun=murni.tahun,
        jenis=murni.jenis,
        ke=murni.ke,
        dibuka_pada=pada,
        dibuka_oleh=oleh.pegawai_id,
    )
    sesi.add(periode)
    sesi.flush()
    daur = Daur(murni.jenis)
    awal = sop.awal(daur)
    for langkah in sop.langkah_daur(daur):
        tugas = tugas_langkah(sesi, office, sop, langkah, periode)
        if langkah is awal and langkah.menunggu is None:
            tugas.dibuka_pada = awal_hari_setelah(murni, office.zona)
        sesi.add(tugas)
    sesi.add(
        Tugas(
            periode_id=periode.id,
            kunci=PENGESAHAN,
            langkah=None,
            nama=f"Pengesahan laporan {murni.nama}",
            peran=Peran.KASUBAG_PERENCANAAN,
            juga_peran=Peran.CAMAT,
            tenggat=_tenggat(office, murni, PENGESAHAN),
        )
    )
    sesi.flush()
    return periode


def tugas_langkah(sesi: Session, office: Kantor, sop: Sop, langkah: Langkah, periode: Periode) -> Tugas:
    """The tugas of a step as the sheet has it: words, post, due date; not yet stored or opened."""
    pelaksana = sop.pelaksana(langkah.pelaksana)
    unit_id = None
    if pelaksana.staf_dari is not None:
        kepala = sesi.execute(jabatan_berperan(Peran(pelaksana.staf_dari)).limit(1)).scalar_one_or_none()
        unit_id = kepala.unit_id if kepala else None
    return Tugas(
        periode_id=periode.id,
        kunci=str(langkah.nomor),
        langkah=langkah.nomor,
        nama=langkah.kegiatan,
        peran=Peran(pelaksana.kode),
        unit_id=unit_id,
        tenggat=_tenggat(office, periode.murni, str(langkah.nomor)),
    )


def _tenggat(office: Kantor, murni: PeriodeMurni, kunci: str) -> date:
    return tenggat(murni, kunci, libur(office, murni.tahun), office.tenggat)


def awal_hari_setelah(murni: PeriodeMurni, zona: int) -> datetime:
    """Midnight, in the office's zone, of the day after the period ends."""
    return datetime.combine(murni.akhir + timedelta(days=1), time.min, tzinfo=timezone(timedelta(hours=zona)))


def mulai_dini(sesi: Session, periode_id: int, oleh: Pelaku, pada: datetime, alasan: str) -> Periode:
    """Start a triwulan before its quarter ends, on record with the reason (Kasubag Umum)."""
    if not oleh.boleh(Wewenang.MULAI_DINI):
        raise TidakBerwenang("Memulai triwulan lebih awal adalah wewenang Kasubag Umum dan Kepegawaian.")
    periode = sesi.execute(
        select(Periode).options(joinedload(Periode.lembar_sop)).where(Periode.id == periode_id)
    ).scalar_one_or_none()
    if periode is None or periode.jenis is not JenisPeriode.TRIWULAN:
        raise TidakDitemukan("Triwulan itu tidak ada.")
    if not alasan.strip():
        raise MasukanSalah("Tuliskan alasan memulai lebih awal.", "alasan")
    awal = sop_dari(periode.lembar_sop).awal(Daur(periode.jenis))
    tugas = sesi.execute(
        select(Tugas)
        .where(Tugas.periode_id == periode.id, Tugas.kunci == str(awal.nomor))
        .with_for_update(of=Tugas)
    ).scalar_one()
    if tugas.dibuka_pada is not None and tugas.dibuka_pada <= pada:
        raise SudahDikerjakan(f"{periode.nama} sudah dimulai.")
    tugas.dibuka_pada = pada
    periode.mulai_dini_alasan = alasan.strip()
    catat(
        sesi,
        oleh,
        pada,
        "mulai_dini",
        f"periode:{periode.id}",
        f"{periode.nama} dimulai sebelum triwulannya berakhir: {alasan.strip()}",
    )
    sesi.flush()
    return periode

"""Moving a periode that nobody has begun to the newest revision of its sheet, on record."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.sop import Daur, Sop
from kinerja.models.disposisi import Disposisi
from kinerja.models.kantor import kantor
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.models.periode import Periode
from kinerja.models.tugas import PENGESAHAN, Penyelesaian, Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.periode import tugas_langkah

PANJANG_ALASAN = 2000


def dapat_pindah(sesi: Session, kode: str) -> dict[int, LembarSop]:
    """By id the periode of a sheet that nobody has begun and that are not on its newest revision yet."""
    terbaru: LembarSop | None = sesi.execute(lembar_terbaru(kode)).scalar_one_or_none()
    if terbaru is None:
        return {}
    semua = sesi.execute(
        select(Periode.id)
        .join(LembarSop, Periode.lembar_sop_id == LembarSop.id)
        .where(
            LembarSop.kode == kode,
            LembarSop.id != terbaru.id,
            Periode.ditutup_pada.is_(None),
            Periode.id.not_in(_sudah_mulai()),
        )
    ).scalars()
    return {periode_id: terbaru for periode_id in semua}


def _sudah_mulai() -> Select[int]:
    """Ids of the periode of which a step was looked at by its holder, completed, or put out as disposisi."""
    return (
        select(Tugas.periode_id)
        .outerjoin(Penyelesaian, Penyelesaian.tugas_id == Tugas.id)
        .outerjoin(Disposisi, Disposisi.tugas_id == Tugas.id)
        .where(
            or_(
                Tugas.pertama_dilihat_pada.is_not(None),
                Penyelesaian.id.is_not(None),
                Disposisi.id.is_not(None),
            )
        )
    )


def pindah_lembar(sesi: Session, periode_id: int, alasan: str, oleh: Pelaku, pada: datetime) -> Periode:
    """Let a periode that nobody has begun run on the newest revision; its tugas follow it."""
    if not oleh.boleh(Wewenang.ATUR_KANTOR):
        raise TidakBerwenang("Revisi SOP sebuah periode diganti oleh Sekretaris atau Kasubag Umum.")
    periode = sesi.execute(
        select(Periode)
        .options(joinedload(Periode.lembar_sop))
        .where(Periode.id == periode_id)
        .with_for_update(of=Periode)
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()
    if periode is None:
        raise TidakDitemukan("Periode itu tidak ada.")
    lama = periode.lembar_sop
    baru = dapat_pindah(sesi, lama.kode).get(periode.id)
    if baru is None:
        raise SudahDikerjakan(
            f"{periode.nama} tidak dapat dipindahkan: langkahnya sudah dimulai, atau sudah memakai "
            "revisi terbaru."
        )
    alasan = alasan.strip()
    if not alasan:
        raise MasukanSalah("Tuliskan alasan memakai revisi yang baru.", "alasan")
    if len(alasan) > PANJANG_ALASAN:
        raise MasukanSalah(f"Paling panjang {PANJANG_ALASAN} huruf; ini {len(alasan)}.", "alasan")
    _sesuaikan_tugas(sesi, periode, sop_dari(lama), sop_dari(baru))
    periode.lembar_sop_id = baru.id
    sesi.flush()
    sesi.expire(periode, ["lembar_sop"])
    catat(
        sesi,
        oleh,
        pada,
        "pindah_sop",
        f"periode:{periode.id}",
        f"{periode.nama} memakai SOP {baru.nama} revisi {baru.revisi}. Alasan: {alasan}",
        sebelum={"lembar_sop": lama.id, "revisi": lama.revisi},
        sesudah={"lembar_sop": baru.id, "revisi": baru.revisi, "alasan": alasan},
    )
    return periode


def _sesuaikan_tugas(sesi: Session, periode: Periode, lama: Sop, baru: Sop) -> None:
    """Give every step its new name, post and due date; a step that came is added, none may go."""
    ada = {
        tugas.kunci: tugas
        for tugas in sesi.execute(select(Tugas).where(Tugas.periode_id == periode.id)).scalars()
    }
    daur = Daur(periode.jenis)
    langkah = {str(satu.nomor): satu for satu in baru.langkah_daur(daur)}
    hilang = sorted(set(ada) - {PENGESAHAN} - set(langkah))
    if hilang:
        raise BelumLengkap(
            f"Revisi yang baru tidak mempunyai langkah {', '.join(hilang)}, jadi {periode.nama} tetap "
            "memakai revisi yang lama. Periode yang dibuka sesudah ini memakai revisi yang baru."
        )
    office = kantor(sesi)
    for kunci, satu in langkah.items():
        tugas = tugas_langkah(sesi, office, baru, satu, periode)
        if kunci in ada:
            for medan in ("nama", "peran", "unit_id", "tenggat"):
                setattr(ada[kunci], medan, getattr(tugas, medan))
        else:
            sesi.add(tugas)
            ada[kunci] = tugas
    asal, awal = ada[str(lama.awal(daur).nomor)], ada[str(baru.awal(daur).nomor)]
    if asal is not awal:
        awal.dibuka_pada, asal.dibuka_pada = asal.dibuka_pada, None
    sesi.flush()

"""Issuing a ratified revision of an SOP sheet: its number, its code, its row."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.jabatan import Jabatan, Pelaku, Wewenang
from kinerja.domain.kesalahan import BelumLengkap, TidakDitemukan
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.lembar_sop import LembarSop
from kinerja.operations.dokumen.terbit import (
    CalonDokumen,
    buat_calon,
    jabatan_penerbit,
    sudah_terbit,
    tulis_dokumen,
)
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.penandatangan import Penanda

JENIS = "lembar_sop"


def dokumen_lembar(sesi: Session, lembar_id: int) -> Dokumen | None:
    """What a revision of a sheet was issued as."""
    return sesi.execute(
        select(Dokumen)
        .options(joinedload(Dokumen.berkas), selectinload(Dokumen.arsip).joinedload(Arsip.berkas))
        .where(Dokumen.lembar_sop_id == lembar_id)
    ).scalar_one_or_none()


def disahkan(lembar: LembarSop) -> bool:
    """Was this revision ratified in the office? The sheet the program came with was not."""
    return bool(lembar.disahkan_oleh_nama)


def _pastikan(sesi: Session, lembar_id: int, oleh: Pelaku) -> tuple[LembarSop, Jabatan]:
    jabatan = jabatan_penerbit(oleh, Wewenang.ATUR_KANTOR, "Sekretaris atau Kasubag Umum dan Kepegawaian")
    lembar = sesi.get(LembarSop, lembar_id)
    if lembar is None:
        raise TidakDitemukan("Lembar SOP itu tidak ada.")
    if not disahkan(lembar):
        raise BelumLengkap("Lembar ini belum disahkan kantor. Yang diterbitkan ialah revisi yang disahkan.")
    sudah_terbit(dokumen_lembar(sesi, lembar.id), judul_lembar(lembar))
    return lembar, jabatan


def judul_lembar(lembar: LembarSop) -> str:
    return f"SOP {lembar.nama} revisi {lembar.revisi}"


def calon_lembar(sesi: Session, lembar_id: int, oleh: Pelaku, hari: date) -> CalonDokumen:
    """What this revision will be issued as; raises when it may not be issued now."""
    lembar, _ = _pastikan(sesi, lembar_id, oleh)
    return buat_calon(sesi, JENIS, judul_lembar(lembar), hari, lembar.digest, lembar_sop_id=lembar.id)


def terbitkan_lembar(
    sesi: Session,
    lembar_id: int,
    rencana: CalonDokumen,
    berkas: Berkas,
    halaman: int,
    oleh: Pelaku,
    pada: datetime,
    teks: str = "",
) -> Dokumen:
    """Write the row of an issued sheet, if its number is still the next; the one it names signs."""
    lembar, jabatan = _pastikan(sesi, lembar_id, oleh)
    tanda = sop_dari(lembar).identitas.disahkan_oleh
    siapa = Penanda(tanda.nama, tanda.nip, "", tanda.jabatan, "")
    return tulis_dokumen(sesi, rencana, berkas, halaman, oleh, jabatan, pada, siapa, teks)

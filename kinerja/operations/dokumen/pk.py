"""Issuing an approved version of the Perjanjian Kinerja: its number, its code, its row."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.jabatan import Jabatan, Pelaku, Wewenang
from kinerja.domain.kesalahan import BelumLengkap, SudahDikerjakan
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.operations.dokumen.digest import digest_pk
from kinerja.operations.dokumen.terbit import (
    CalonDokumen,
    buat_calon,
    jabatan_penerbit,
    sudah_terbit,
    tulis_dokumen,
)
from kinerja.operations.penandatangan import Penanda
from kinerja.operations.perjanjian_kinerja.verba import ambil_pk

JENIS = "perjanjian_kinerja"


def dokumen_pk(sesi: Session, pk_id: int) -> Dokumen | None:
    """What a version of the PK was issued as."""
    return sesi.execute(
        select(Dokumen)
        .options(joinedload(Dokumen.berkas), selectinload(Dokumen.arsip).joinedload(Arsip.berkas))
        .where(Dokumen.perjanjian_kinerja_id == pk_id)
    ).scalar_one_or_none()


def _pastikan(sesi: Session, tahun: int, versi: int, oleh: Pelaku) -> tuple[PerjanjianKinerja, Jabatan]:
    jabatan = jabatan_penerbit(oleh, Wewenang.TULIS_PK, "Kasubag Perencanaan")
    pk = ambil_pk(sesi, tahun, versi)
    if pk.disetujui_pada is None:
        raise BelumLengkap(f"{pk.nama} belum disetujui. Yang diterbitkan ialah yang sudah disetujui.")
    sudah_terbit(dokumen_pk(sesi, pk.id), pk.nama)
    return pk, jabatan


def calon_pk(sesi: Session, tahun: int, versi: int, oleh: Pelaku, hari: date) -> CalonDokumen:
    """What this version will be issued as; raises when it may not be issued now."""
    pk, _ = _pastikan(sesi, tahun, versi, oleh)
    return buat_calon(sesi, JENIS, pk.nama, hari, digest_pk(pk), perjanjian_kinerja_id=pk.id)


def terbitkan_pk(
    sesi: Session,
    tahun: int,
    versi: int,
    rencana: CalonDokumen,
    berkas: Berkas,
    halaman: int,
    oleh: Pelaku,
    pada: datetime,
    teks: str = "",
) -> Dokumen:
    """Write the row of an issued PK, if it still reads as it was printed and its number is still the next."""
    pk, jabatan = _pastikan(sesi, tahun, versi, oleh)
    if digest_pk(pk) != rencana.digest:
        raise SudahDikerjakan("Rencana aksinya baru saja diubah. Terbitkan sekali lagi.")
    siapa = Penanda(
        pk.pihak_pertama_nama, pk.pihak_pertama_nip, pk.pihak_pertama_pangkat, pk.pihak_pertama_jabatan, ""
    )
    return tulis_dokumen(sesi, rencana, berkas, halaman, oleh, jabatan, pada, siapa, teks)

"""Submitting, approving and returning a PK, and drafting its change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku, Peran, Wewenang
from kinerja.domain.kesalahan import BelumLengkap, SudahDikerjakan, TidakBerwenang
from kinerja.models.catatan import Catatan
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import pemegang_peran
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_berlaku
from kinerja.operations.catatan import catat
from kinerja.operations.perjanjian_kinerja.periksa import kekurangan_pk
from kinerja.operations.perjanjian_kinerja.salin import salin_isi, salin_rencana_aksi
from kinerja.operations.perjanjian_kinerja.verba import (
    ambil_pk,
    isian_awal,
    kunci_draf,
    kunci_terbaru,
    objek_pk,
    pastikan_penulis,
    teks_wajib,
)
from kinerja.operations.pk_periode import tahan_pk_lama

PANJANG_ALASAN = 2000
AJUKAN, SETUJUI, KEMBALIKAN, TARIK = "ajukan", "setujui", "kembalikan", "tarik"


def ajukan_pk(sesi: Session, tahun: int, oleh: Pelaku, pada: datetime) -> PerjanjianKinerja:
    """Send the draft to Camat and Sekretaris. Raises BelumLengkap with everything that is missing."""
    pk = kunci_draf(sesi, tahun, oleh)
    kurang = kekurangan_pk(ambil_pk(sesi, tahun, pk.versi))
    if kurang:
        raise BelumLengkap("Belum dapat diajukan. " + " ".join(kurang))
    pk.diajukan_pada, pk.diajukan_oleh_id, pk.dikembalikan_alasan = pada, oleh.pegawai_id, ""
    catat(sesi, oleh, pada, AJUKAN, objek_pk(pk), f"{pk.nama} diajukan untuk disetujui.")
    sesi.flush()
    return pk


def setujui_pk(
    sesi: Session, tahun: int, oleh: Pelaku, pada: datetime, dibaca: str | None = None
) -> PerjanjianKinerja:
    """Put the submitted version in force. ``dibaca`` is the ``cap_pengajuan`` of the page that was read."""
    pk = _diajukan(sesi, tahun, oleh, dibaca)
    lama = sesi.execute(pk_berlaku(tahun)).scalar_one_or_none()
    if lama is not None:
        tahan_pk_lama(sesi, lama)
    pk.disetujui_pada, pk.disetujui_oleh_id, pk.disetujui_oleh_nama = pada, oleh.pegawai_id, oleh.nama
    sesi.flush()
    dibawa = salin_rencana_aksi(sesi, lama, ambil_pk(sesi, tahun, pk.versi)) if lama else 0
    catat(
        sesi,
        oleh,
        pada,
        SETUJUI,
        objek_pk(pk),
        f"{pk.nama} disetujui.",
        sesudah={"versi": pk.versi, "rencana_aksi_dibawa": dibawa},
    )
    sesi.flush()
    return pk


def kembalikan_pk(
    sesi: Session, tahun: int, alasan: str, oleh: Pelaku, pada: datetime, dibaca: str | None = None
) -> PerjanjianKinerja:
    """Back to the one who wrote it, with the reason."""
    pk = _diajukan(sesi, tahun, oleh, dibaca)
    alasan = teks_wajib(alasan, "alasan", PANJANG_ALASAN)
    pk.diajukan_pada, pk.diajukan_oleh_id, pk.dikembalikan_alasan = None, None, alasan
    catat(
        sesi,
        oleh,
        pada,
        KEMBALIKAN,
        objek_pk(pk),
        f"{pk.nama} dikembalikan untuk diperbaiki.",
        sesudah={"alasan": alasan},
    )
    sesi.flush()
    return pk


def tarik_pk(sesi: Session, tahun: int, oleh: Pelaku, pada: datetime) -> PerjanjianKinerja:
    """The one who wrote it takes back a submission that nobody approved or returned yet."""
    pastikan_penulis(oleh)
    pk = kunci_terbaru(sesi, tahun)
    if pk.disetujui_pada is not None:
        raise SudahDikerjakan(f"{pk.nama} sudah disetujui oleh {pk.disetujui_oleh_nama}.")
    if pk.diajukan_pada is None:
        raise SudahDikerjakan(f"{pk.nama} belum diajukan atau sudah dikembalikan.")
    pk.diajukan_pada, pk.diajukan_oleh_id = None, None
    catat(sesi, oleh, pada, TARIK, objek_pk(pk), f"Pengajuan {pk.nama} ditarik kembali.")
    sesi.flush()
    return pk


def cap_pengajuan(pk: PerjanjianKinerja) -> str:
    """Names this very submission, so that nobody approves a content other than the one on the screen."""
    return f"{pk.id}@{pk.diajukan_pada.isoformat()}" if pk.diajukan_pada else ""


def _diajukan(sesi: Session, tahun: int, oleh: Pelaku, dibaca: str | None) -> PerjanjianKinerja:
    if not oleh.boleh(Wewenang.SETUJUI_PK):
        raise TidakBerwenang("Perjanjian Kinerja disetujui oleh Camat atau Sekretaris.")
    pk = kunci_terbaru(sesi, tahun)
    if pk.disetujui_pada is not None:
        raise SudahDikerjakan(f"{pk.nama} sudah disetujui oleh {pk.disetujui_oleh_nama}.")
    if pk.diajukan_pada is None:
        raise SudahDikerjakan(f"{pk.nama} sedang disusun; belum diajukan atau sudah dikembalikan.")
    if dibaca is not None and dibaca != cap_pengajuan(pk):
        raise SudahDikerjakan(
            f"{pk.nama} sudah diperbaiki dan diajukan lagi sesudah halaman ini dibuka. "
            "Baca dahulu isinya yang terbaru."
        )
    return pk


def buat_perubahan(sesi: Session, tahun: int, alasan: str, oleh: Pelaku, pada: datetime) -> PerjanjianKinerja:
    """The next version as a draft, copied from the one in force; identities stay, so realisasi stay attached.

    Units go on with the rencana aksi of the version in force; these are carried over on approval.
    """
    pastikan_penulis(oleh)
    terbaru = kunci_terbaru(sesi, tahun)
    if terbaru.disetujui_pada is None:
        raise SudahDikerjakan(f"{terbaru.nama} masih berjalan; selesaikan dahulu sampai disetujui.")
    alasan = teks_wajib(alasan, "alasan", PANJANG_ALASAN)
    asal = ambil_pk(sesi, tahun, terbaru.versi)
    pk = PerjanjianKinerja(
        tahun=tahun,
        versi=asal.versi + 1,
        alasan_perubahan=alasan,
        tempat=asal.tempat,
        tanggal=None,
        **_pihak_pertama(sesi, asal, pada),
        pihak_kedua_nama=asal.pihak_kedua_nama,
        pihak_kedua_jabatan=asal.pihak_kedua_jabatan,
        dibuat_pada=pada,
        sasaran=salin_isi(asal, identitas=True),
    )
    sesi.add(pk)
    sesi.flush()
    pesan = f"Draf {pk.nama} dibuat dari {asal.nama}."
    catat(sesi, oleh, pada, "buat_perubahan", objek_pk(pk), pesan, sesudah={"alasan": alasan})
    return pk


def _pihak_pertama(sesi: Session, asal: PerjanjianKinerja, pada: datetime) -> dict[str, str]:
    """As in the version before, unless another person has become Camat since: then that one."""
    office = kantor(sesi)
    kini = pada.astimezone(timezone(timedelta(hours=office.zona))).date()
    dulu = asal.tanggal or (asal.disetujui_pada or asal.dibuat_pada).date()
    lama, baru = (sesi.execute(pemegang_peran(Peran.CAMAT, hari)).scalars().first() for hari in (dulu, kini))
    ganti = lama is not None and baru is not None and lama.pegawai_id != baru.pegawai_id
    sumber = isian_awal(sesi, office, kini) if ganti else asal
    medan = ("nama", "jabatan", "nip", "pangkat")
    return {f"pihak_pertama_{m}": getattr(sumber, f"pihak_pertama_{m}") for m in medan}


def riwayat_pk(sesi: Session, pk: PerjanjianKinerja) -> Sequence[Catatan]:
    """Who submitted, withdrew, returned and approved this version, newest first."""
    return (
        sesi.execute(
            select(Catatan)
            .where(Catatan.objek == objek_pk(pk), Catatan.tindakan.in_((AJUKAN, SETUJUI, KEMBALIKAN, TARIK)))
            .order_by(Catatan.seq.desc())
        )
        .scalars()
        .all()
    )

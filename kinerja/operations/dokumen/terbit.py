"""Issuing a document: its number, its code, its row. The PDF itself is already in the store."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.jabatan import Jabatan, Pelaku, Wewenang
from kinerja.domain.kesalahan import BelumLengkap, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.nomor import JENIS_LAPORAN, KLASIFIKASI, NAMA_JENIS, tulis_kode, tulis_nomor
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Laporan, laporan_terbaru
from kinerja.models.tugas import Tugas
from kinerja.operations.cari import indeks
from kinerja.operations.catatan import catat
from kinerja.operations.dokumen.digest import digest_laporan
from kinerja.operations.laporan.revisi import urutan_revisi
from kinerja.operations.penandatangan import Penanda
from kinerja.operations.tugas import ambil, pastikan_dapat_dikerjakan


@dataclass(frozen=True)
class CalonDokumen:
    """Number and code a document will carry; printed into it before its row exists."""

    jenis: str
    judul: str
    klasifikasi: str
    tahun: int
    urut: int
    nomor: str
    kode: str
    tanggal: date
    digest: str  # of the data it is printed from
    laporan_id: int | None = None
    periode_id: int | None = None
    perjanjian_kinerja_id: int | None = None
    lembar_sop_id: int | None = None


def buat_calon(
    sesi: Session, jenis: str, judul: str, hari: date, digest: str, klasifikasi: str = "", **milik: int | None
) -> CalonDokumen:
    """The next number of the year with a new code. ``milik``: the ids of what the document is.

    ``klasifikasi`` "" follows the kind.
    """
    office, urut = kantor(sesi), urut_berikut(sesi, hari.year)
    kelas = klasifikasi or klasifikasi_untuk(sesi, jenis)
    return CalonDokumen(
        jenis=jenis,
        judul=judul,
        klasifikasi=kelas,
        tahun=hari.year,
        urut=urut,
        nomor=tulis_nomor(office.pola_nomor, kelas, urut, office.kode_unit or "CMT", hari.year),
        kode=tulis_kode(secrets.token_bytes(8)),
        tanggal=hari,
        digest=digest,
        **milik,
    )


def klasifikasi_untuk(sesi: Session, jenis: str) -> str:
    """The class a kind of document gets: the office's own choice, else that of ``domain.nomor``."""
    pilihan: dict[str, str] = kantor(sesi).klasifikasi_jenis or {}
    return pilihan.get(jenis) or KLASIFIKASI[jenis]


def dokumen_laporan(sesi: Session, laporan: Laporan) -> Dokumen | None:
    """The issued document of this version of a report."""
    return sesi.execute(
        select(Dokumen)
        .options(joinedload(Dokumen.berkas), selectinload(Dokumen.arsip).joinedload(Arsip.berkas))
        .where(Dokumen.laporan_id == laporan.id)
    ).scalar_one_or_none()


def calon(sesi: Session, tugas: Tugas, oleh: Pelaku, pada: datetime, hari: date) -> CalonDokumen:
    """What the report of a Pengesahan will be issued as; raises when it may not be issued now."""
    if tugas.langkah is not None:
        raise TidakDitemukan("Dokumen diterbitkan dari langkah pengesahan.")
    pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    laporan = sesi.execute(laporan_terbaru(tugas.periode_id)).scalar_one_or_none()
    if laporan is None or laporan.dibekukan_pada is None:
        raise BelumLengkap("Laporan periode ini belum selesai disusun.")
    ada = dokumen_laporan(sesi, laporan)
    if ada is not None:
        raise SudahDikerjakan(f"Sudah diterbitkan dengan nomor {ada.nomor} oleh {ada.diterbitkan_oleh_nama}.")
    jenis = JENIS_LAPORAN[tugas.periode.jenis]
    return buat_calon(
        sesi,
        jenis,
        f"{NAMA_JENIS[jenis].rsplit(' ', 1)[0]} {tugas.periode.nama}{_revisi(sesi, laporan)}",
        hari,
        digest_laporan(laporan),
        laporan_id=laporan.id,
        periode_id=tugas.periode_id,
    )


def _revisi(sesi: Session, laporan: Laporan) -> str:
    """ " (Revisi 1)" of a revised report, empty for others."""
    ke = urutan_revisi(sesi, laporan)
    return f" (Revisi {ke})" if ke else ""


def urut_berikut(sesi: Session, tahun: int) -> int:
    """The next number of a year; numbers are never used again."""
    tertinggi = sesi.execute(select(func.max(Dokumen.urut)).where(Dokumen.tahun == tahun)).scalar_one()
    return (tertinggi or 0) + 1


def terbitkan(
    sesi: Session,
    tugas_id: int,
    rencana: CalonDokumen,
    berkas: Berkas,
    halaman: int,
    oleh: Pelaku,
    pada: datetime,
    penanda: Penanda | None,
    teks: str = "",
) -> Dokumen:
    """Write the row of an issued report. The number must still be the next one: else nothing is written."""
    tugas = ambil(sesi, tugas_id, kunci=True)
    jabatan = pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    laporan = sesi.execute(laporan_terbaru(tugas.periode_id)).scalar_one()
    if laporan.id != rencana.laporan_id or dokumen_laporan(sesi, laporan) is not None:
        raise SudahDikerjakan("Laporan ini baru saja diterbitkan orang lain. Muat ulang halaman.")
    return tulis_dokumen(sesi, rencana, berkas, halaman, oleh, jabatan, pada, penanda, teks)


def tulis_dokumen(
    sesi: Session,
    rencana: CalonDokumen,
    berkas: Berkas,
    halaman: int,
    oleh: Pelaku,
    jabatan: Jabatan,
    pada: datetime,
    penanda: Penanda | None,
    teks: str = "",
) -> Dokumen:
    """The row of an issued document with its audit row, if its number is still the next one.

    ``teks`` is the text layer of the PDF, for the search.
    """
    if urut_berikut(sesi, rencana.tahun) != rencana.urut:
        raise SudahDikerjakan("Nomor dokumen baru saja dipakai dokumen lain. Terbitkan sekali lagi.")
    dokumen = Dokumen(
        jenis=rencana.jenis,
        judul=rencana.judul,
        periode_id=rencana.periode_id,
        laporan_id=rencana.laporan_id,
        perjanjian_kinerja_id=rencana.perjanjian_kinerja_id,
        lembar_sop_id=rencana.lembar_sop_id,
        klasifikasi=rencana.klasifikasi,
        tahun=rencana.tahun,
        urut=rencana.urut,
        nomor=rencana.nomor,
        kode=rencana.kode,
        berkas_id=berkas.id,
        halaman=halaman,
        digest=rencana.digest,
        tanggal=rencana.tanggal,
        penanda_nama=penanda.nama if penanda else "",
        penanda_jabatan=penanda.jabatan_lengkap if penanda else "",
        diterbitkan_pada=pada,
        diterbitkan_oleh_nama=oleh.nama,
    )
    sesi.add(dokumen)
    sesi.flush()
    indeks(sesi, dokumen, teks)
    catat(
        sesi,
        oleh,
        pada,
        "terbitkan",
        f"dokumen:{dokumen.id}",
        f"{dokumen.judul} diterbitkan dengan nomor {dokumen.nomor}.",
        sesudah={
            "nomor": dokumen.nomor,
            "sha256": berkas.sha256,
            "halaman": halaman,
            "kode": dokumen.kode,
            "digest": dokumen.digest,
            "judul": dokumen.judul,
            "tanggal": dokumen.tanggal.isoformat(),
            "penanda": dokumen.penanda_nama,
            "penanda_jabatan": dokumen.penanda_jabatan,
        },
        jabatan=jabatan.nama_lengkap,
    )
    return dokumen


def jabatan_penerbit(oleh: Pelaku, wewenang: Wewenang, siapa: str) -> Jabatan:
    """The post under which a document without a task is issued; ``siapa`` names who may, for the refusal."""
    for jabatan in oleh.jabatan:
        if wewenang in jabatan.wewenang:
            return jabatan
    raise TidakBerwenang(f"Dokumen ini diterbitkan oleh {siapa}.")


def sudah_terbit(ada: Dokumen | None, nama: str) -> None:
    """Raise SudahDikerjakan where ``ada`` is the document of this already."""
    if ada is not None:
        raise SudahDikerjakan(
            f"{nama} sudah diterbitkan dengan nomor {ada.nomor} oleh {ada.diterbitkan_oleh_nama}."
        )


def boleh_terbit(oleh: Pelaku, tugas: Tugas) -> None:
    """Guard before the slow render: only a holder of the Pengesahan issues."""
    if not any(j.peran in (tugas.peran, tugas.juga_peran) for j in oleh.jabatan):
        raise TidakBerwenang("Penerbitan dilakukan Kasubag Perencanaan atau Camat.")

"""The verbs of an incoming letter: write it down, strike a wrong entry out, disposition it, just keep it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import PANJANG_TEKS, Sifat
from kinerja.domain.jabatan import Jabatan as JabatanMurni
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.domain.surat_masuk import IsianSuratMasuk, periksa_surat_masuk
from kinerja.models.berkas import Berkas
from kinerja.models.disposisi import Disposisi
from kinerja.models.jabatan import Jabatan
from kinerja.models.kantor import Kantor, kantor
from kinerja.models.surat import SuratMasuk
from kinerja.operations.catatan import catat
from kinerja.operations.disposisi.verba import Penerima, buat_disposisi
from kinerja.operations.surat_masuk_lihat import ambil, calon_penerima, pemutus, pencatat

BUKAN_PENCATAT = "Surat masuk dicatat oleh Kasubag Umum dan stafnya."
BUKTI = frozenset({"application/pdf", "image/jpeg", "image/png"})


def catat_surat(
    sesi: Session, isian: IsianSuratMasuk, oleh: Pelaku, pada: datetime, berkas: Berkas | None = None
) -> SuratMasuk:
    """Write a letter into the agenda book; its number is the next of the office's year.

    ``berkas``: the scan (PDF, JPEG or PNG). Raises TidakBerwenang or MasukanSalah.
    """
    jabatan = _pencatat(sesi, oleh)
    # The office's row is the lock that keeps agenda numbers gapless where the database has row locks.
    office = sesi.execute(select(Kantor).with_for_update()).scalar_one()
    hari = pada.astimezone(timezone(timedelta(hours=office.zona))).date()
    periksa_surat_masuk(isian, hari)
    untuk = {j.id: j for j in calon_penerima(sesi)}.get(isian.untuk_id)
    if untuk is None:
        raise MasukanSalah("Pilih jabatan dari daftar.", "untuk_id")
    if berkas is not None and berkas.jenis not in BUKTI:
        raise MasukanSalah("Pindaian surat harus PDF, JPG, atau PNG.", "berkas")
    surat = SuratMasuk(
        tahun=hari.year,
        nomor_agenda=_nomor_berikut(sesi, hari.year),
        surat_dari=isian.surat_dari.strip(),
        nomor_surat=isian.nomor_surat.strip(),
        tanggal_surat=isian.tanggal_surat,
        diterima=isian.diterima,
        sifat=isian.sifat,
        hal=isian.hal.strip(),
        ringkasan=isian.ringkasan.strip(),
        berkas_id=berkas.id if berkas else None,
        untuk_id=untuk.id,
        dicatat_oleh_id=oleh.pegawai_id,
        dicatat_oleh_nama=oleh.nama,
        dicatat_pada=pada,
    )
    sesi.add(surat)
    sesi.flush()
    _catat(
        sesi,
        surat,
        oleh,
        pada,
        "catat_surat_masuk",
        f"{sebutan(surat)} dicatat untuk {untuk.nama}.",
        jabatan,
        {"nomor_agenda": surat.nomor_agenda, "tahun": surat.tahun, "berkas": surat.berkas_id},
    )
    return surat


def batalkan_surat(sesi: Session, surat_id: int, alasan: str, oleh: Pelaku, pada: datetime) -> SuratMasuk:
    """Strike an entry out, with the reason; its number stays. Only while nobody decided on it."""
    surat = ambil(sesi, surat_id, oleh, kunci=True)
    jabatan = _pencatat(sesi, oleh)
    _pastikan_menunggu(sesi, surat)
    surat.dibatalkan_alasan = _teks(alasan, "alasan", "Tuliskan mengapa catatan ini dibatalkan.")
    surat.dibatalkan_pada = pada
    rahasia = surat.sifat is Sifat.RAHASIA
    isi = {} if rahasia else {"alasan": surat.dibatalkan_alasan}
    _catat(sesi, surat, oleh, pada, "batalkan_surat_masuk", f"{sebutan(surat)} dibatalkan.", jabatan, isi)
    return surat


def arsipkan_surat_masuk(
    sesi: Session, surat_id: int, catatan: str, oleh: Pelaku, pada: datetime
) -> SuratMasuk:
    """The post it is for took note of it: nothing is passed on. The note is required."""
    surat = ambil(sesi, surat_id, oleh, kunci=True)
    jabatan = _pemutus(sesi, surat, oleh)
    _pastikan_menunggu(sesi, surat)
    surat.selesai_catatan = _teks(catatan, "catatan", "Tuliskan catatan singkat, misalnya “Diarsipkan”.")
    surat.selesai_pada = pada
    rahasia = surat.sifat is Sifat.RAHASIA
    isi = {} if rahasia else {"catatan": surat.selesai_catatan}
    uraian = f"{sebutan(surat)} cukup diketahui, diarsipkan."
    _catat(sesi, surat, oleh, pada, "arsipkan_surat_masuk", uraian, jabatan, isi)
    return surat


def disposisikan_surat(
    sesi: Session,
    surat_id: int,
    oleh: Pelaku,
    pada: datetime,
    *,
    hal: str,
    sifat: Sifat,
    instruksi: Sequence[str],
    catatan: str,
    penerima: Penerima,
) -> Disposisi:
    """A free disposisi about the letter, by the post it is for; another may follow. Raises as
    ``buat_disposisi``, SudahDikerjakan when the entry was struck out, MasukanSalah (medan "sifat")."""
    surat = ambil(sesi, surat_id, oleh, kunci=True)
    jabatan = _pemutus(sesi, surat, oleh)
    if surat.dibatalkan_pada is not None:
        _pastikan_menunggu(sesi, surat)
    if surat.sifat is Sifat.RAHASIA and sifat is not Sifat.RAHASIA:
        raise MasukanSalah("Suratnya rahasia; disposisinya juga harus rahasia.", "sifat")
    disposisi = buat_disposisi(
        sesi,
        oleh,
        pada,
        hal=hal,
        sifat=sifat,
        instruksi=instruksi,
        catatan=catatan,
        penerima=penerima,
        surat_dari=surat.surat_dari,
        nomor_surat=surat.nomor_surat,
        tanggal_surat=surat.tanggal_surat,
        diterima=surat.diterima,
        surat_masuk_id=surat.id,
        pemberi_id=jabatan.id,
    )
    if surat.selesai_pada is None:
        surat.selesai_pada = pada
        sesi.flush()
    return disposisi


def sebutan(surat: SuratMasuk) -> str:
    """The letter in an audit sentence; a Rahasia one without sender and hal: the admin reads that page."""
    nomor = f"agenda {surat.nomor_agenda} tahun {surat.tahun}"
    if surat.sifat is Sifat.RAHASIA:
        return f"Surat masuk rahasia {nomor}"
    return f"Surat masuk {nomor} dari {surat.surat_dari} “{surat.hal}”"


def _catat(
    sesi: Session,
    surat: SuratMasuk,
    oleh: Pelaku,
    pada: datetime,
    tindakan: str,
    uraian: str,
    jabatan: JabatanMurni,
    sesudah: Mapping[str, object],
) -> None:
    objek, nama = f"surat_masuk:{surat.id}", jabatan.nama_lengkap
    catat(sesi, oleh, pada, tindakan, objek, uraian, sesudah=dict(sesudah), jabatan=nama)
    sesi.flush()


def _pencatat(sesi: Session, oleh: Pelaku) -> JabatanMurni:
    jabatan = pencatat(sesi, oleh)
    if jabatan is None:
        raise TidakBerwenang(BUKAN_PENCATAT)
    return jabatan


def _pemutus(sesi: Session, surat: SuratMasuk, oleh: Pelaku) -> JabatanMurni:
    jabatan = pemutus(surat, oleh)
    if jabatan is None:
        untuk = sesi.get_one(Jabatan, surat.untuk_id)
        raise TidakBerwenang(f"Surat ini menunggu putusan {untuk.nama}.")
    return jabatan


def _pastikan_menunggu(sesi: Session, surat: SuratMasuk) -> None:
    saat = surat.dibatalkan_pada or surat.selesai_pada
    if saat is None:
        return
    jam = saat.astimezone(timezone(timedelta(hours=kantor(sesi).zona))).strftime("%H.%M tanggal %d-%m-%Y")
    kata = "dibatalkan" if surat.dibatalkan_pada else "didisposisikan atau diarsipkan"
    raise SudahDikerjakan(f"Surat ini sudah {kata} pukul {jam}.")


def _teks(teks: str, medan: str, kosong: str) -> str:
    if not teks.strip():
        raise MasukanSalah(kosong, medan)
    if len(teks) > PANJANG_TEKS:
        raise MasukanSalah(f"Paling panjang {PANJANG_TEKS} tanda.", medan)
    return teks.strip()


def _nomor_berikut(sesi: Session, tahun: int) -> int:
    pilih = select(func.max(SuratMasuk.nomor_agenda)).where(SuratMasuk.tahun == tahun)
    return (sesi.execute(pilih).scalar_one() or 0) + 1

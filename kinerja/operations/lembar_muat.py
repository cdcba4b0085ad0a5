"""Loading another sheet: taken in as a draft to look at, loaded by an official, stopped, taken up again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import WEWENANG_PERAN, Jabatan, Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.sop import Daur, Sop
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_muat import kode_lembar, periksa_muat
from kinerja.models.lembar_sop import LembarSop, RancanganSop, lembar_terbaru
from kinerja.operations.catatan import catat
from kinerja.operations.lembar_sop import muat_lembar, sop_dari

PANJANG_ALASAN = 2_000
_BUKAN = "Lembar SOP dimuat dan dihentikan oleh Sekretaris atau Kasubag Umum dan Kepegawaian."


def pastikan_pengatur(oleh: Pelaku) -> Jabatan:
    """The post under which the person keeps the sheets. Raises TidakBerwenang."""
    jabatan = next((j for j in oleh.jabatan if Wewenang.ATUR_KANTOR in WEWENANG_PERAN[j.peran]), None)
    if jabatan is None:
        raise TidakBerwenang(_BUKAN)
    return jabatan


def unggah_lembar(sesi: Session, sop: Sop, sumber: str, oleh: Pelaku, pada: datetime) -> RancanganSop:
    """Keep a sheet that was read from a file, to be looked at before it is loaded. No act yet.

    Raises SopTidakSah when it cannot run on demand.
    """
    pastikan_pengatur(oleh)
    periksa_muat(sop)
    kode = kode_lembar(sop.nama)
    lama = sesi.execute(lembar_terbaru(kode)).scalar_one_or_none()
    if lama is not None and sop_dari(lama).urutan_daur != (Daur.SEKALI,):
        raise MasukanSalah(f"SOP {lama.nama} sudah berjalan; ubah di halamannya sendiri.", "berkas")
    if lama is not None and lama.digest == sop.digest():
        raise SudahDikerjakan(
            f"Lembar ini sama dengan SOP {lama.nama} revisi {lama.revisi} yang sudah dimuat."
        )
    terbuka = _terbuka(sesi, kode)
    if terbuka is not None:
        raise SudahDikerjakan(
            f"Rancangan SOP {sop.nama} dari {terbuka.diubah_oleh_nama} masih terbuka. "
            "Muat atau buang rancangan itu lebih dahulu."
        )
    rancangan = RancanganSop(
        kode=kode,
        dasar_id=lama.id if lama else None,
        isi=sop.ke_dict(),
        sumber=sumber,
        diubah_oleh_id=oleh.pegawai_id,
        diubah_oleh_nama=oleh.nama,
        diubah_pada=pada,
    )
    sesi.add(rancangan)
    sesi.flush()
    return rancangan


def _terbuka(sesi: Session, kode: str) -> RancanganSop | None:
    return sesi.execute(
        select(RancanganSop).where(
            RancanganSop.kode == kode, RancanganSop.lembar_id.is_(None), RancanganSop.dibuang_pada.is_(None)
        )
    ).scalar_one_or_none()


def rancangan_unggahan(sesi: Session) -> list[RancanganSop]:
    """The uploaded sheets that wait to be loaded or dropped, oldest first."""
    return list(
        sesi.execute(
            select(RancanganSop)
            .where(
                RancanganSop.sumber != "",
                RancanganSop.lembar_id.is_(None),
                RancanganSop.dibuang_pada.is_(None),
            )
            .order_by(RancanganSop.id)
        ).scalars()
    )


def cari_unggahan(sesi: Session, rancangan_id: int, kunci: bool = False) -> RancanganSop:
    """An uploaded sheet, whatever became of it. Raises TidakDitemukan."""
    pilih = select(RancanganSop).where(RancanganSop.id == rancangan_id, RancanganSop.sumber != "")
    if kunci:
        pilih = pilih.with_for_update().execution_options(populate_existing=True)
    rancangan = sesi.execute(pilih).scalar_one_or_none()
    if rancangan is None:
        raise TidakDitemukan("Rancangan lembar itu tidak ada.")
    return rancangan


def _pastikan_terbuka(rancangan: RancanganSop) -> None:
    if rancangan.lembar_id is not None:
        raise SudahDikerjakan("Lembar ini sudah dimuat.")
    if rancangan.dibuang_pada is not None:
        raise SudahDikerjakan("Rancangan ini sudah dibuang.")


def muat_unggahan(sesi: Session, rancangan_id: int, oleh: Pelaku, pada: datetime) -> LembarSop:
    """Put the sheet into use; the running number of its revision follows the one before it."""
    jabatan = pastikan_pengatur(oleh)
    rancangan = cari_unggahan(sesi, rancangan_id, kunci=True)
    _pastikan_terbuka(rancangan)
    lama = sesi.execute(lembar_terbaru(rancangan.kode)).scalar_one_or_none()
    if (lama.id if lama else None) != rancangan.dasar_id:
        raise SudahDikerjakan("Lembar ini direvisi orang lain sesudah diunggah. Buang, lalu unggah lagi.")
    sop = baca_sop(rancangan.isi)
    periksa_muat(sop)
    alasan = f"dimuat dari {rancangan.sumber}"
    lembar = muat_lembar(sesi, rancangan.kode, sop, oleh, pada, alasan, jabatan.nama_lengkap)
    rancangan.lembar_id = lembar.id
    sesi.flush()
    return lembar


def buang_unggahan(sesi: Session, rancangan_id: int, oleh: Pelaku, pada: datetime) -> None:
    """Drop an uploaded sheet that is not to be loaded."""
    pastikan_pengatur(oleh)
    rancangan = cari_unggahan(sesi, rancangan_id, kunci=True)
    _pastikan_terbuka(rancangan)
    rancangan.dibuang_pada = pada
    sesi.flush()


def _terbaru(sesi: Session, lembar_id: int) -> LembarSop:
    lembar = sesi.get(LembarSop, lembar_id)
    if lembar is None or sop_dari(lembar).urutan_daur != (Daur.SEKALI,):
        raise TidakDitemukan("Lembar SOP itu tidak ada.")
    return sesi.execute(
        lembar_terbaru(lembar.kode).with_for_update().execution_options(populate_existing=True)
    ).scalar_one()


def hentikan(sesi: Session, lembar_id: int, alasan: str, oleh: Pelaku, pada: datetime) -> LembarSop:
    """No new run starts with this sheet; those that run go on to their end."""
    jabatan = pastikan_pengatur(oleh)
    lembar = _terbaru(sesi, lembar_id)
    if lembar.dihentikan_pada is not None:
        raise SudahDikerjakan(f"SOP {lembar.nama} sudah dihentikan.")
    if not alasan.strip():
        raise MasukanSalah("Tuliskan mengapa lembar ini tidak dipakai lagi.", "alasan")
    if len(alasan) > PANJANG_ALASAN:
        raise MasukanSalah(f"Paling panjang {PANJANG_ALASAN} tanda.", "alasan")
    lembar.dihentikan_pada = pada
    uraian = f"SOP {lembar.nama} revisi {lembar.revisi} dihentikan. Alasan: {alasan.strip()}"
    catat(sesi, oleh, pada, "hentikan_sop", f"lembar_sop:{lembar.id}", uraian, jabatan=jabatan.nama_lengkap)
    sesi.flush()
    return lembar


def pakai_lagi(sesi: Session, lembar_id: int, oleh: Pelaku, pada: datetime) -> LembarSop:
    """Take a stopped sheet up again."""
    jabatan = pastikan_pengatur(oleh)
    lembar = _terbaru(sesi, lembar_id)
    if lembar.dihentikan_pada is None:
        raise SudahDikerjakan(f"SOP {lembar.nama} memang sedang dipakai.")
    lembar.dihentikan_pada = None
    uraian = f"SOP {lembar.nama} revisi {lembar.revisi} dipakai lagi."
    catat(sesi, oleh, pada, "pakai_lagi_sop", f"lembar_sop:{lembar.id}", uraian, jabatan=jabatan.nama_lengkap)
    sesi.flush()
    return lembar

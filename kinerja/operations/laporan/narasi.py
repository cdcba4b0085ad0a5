"""Writing the texts of a report: one section at a time, by the one who composes it."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Jabatan, Pelaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.domain.narasi import PANJANG_NARASI, Bagian, bagian_narasi
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.catatan import catat
from kinerja.operations.laporan.langkah import MENYUSUN, pastikan_langkah
from kinerja.operations.laporan.revisi import perevisi, revisi_terbuka
from kinerja.operations.laporan.verba import draf_terbuka, isi_laporan, laporan_kini, narasi_laporan


def cari_bagian(laporan: Laporan, kunci: str) -> Bagian:
    """The section of this report with that key. Raises TidakDitemukan."""
    for satu in bagian_narasi(isi_laporan(laporan)):
        if satu.kunci == kunci:
            return satu
    raise TidakDitemukan("Bagian itu tidak ada dalam laporan ini.")


def sidik_teks(teks: str) -> str:
    """A short digest a form carries along, to notice that somebody else wrote meanwhile."""
    return hashlib.sha256(teks.encode()).hexdigest()[:16]


def _penulis(sesi: Session, periode: Periode, oleh: Pelaku, pada: datetime) -> Jabatan:
    """The post that writes: of a revision the one who opened it, else the holder of the composing step."""
    if revisi_terbuka(laporan_kini(sesi, periode.id)):
        return perevisi(oleh)
    return pastikan_langkah(sesi, periode.id, MENYUSUN, oleh, pada)


def simpan_narasi(
    sesi: Session,
    periode: Periode,
    kunci: str,
    teks: str,
    oleh: Pelaku,
    pada: datetime,
    semula: str | None = None,
) -> Laporan:
    """Store the text of one section; the audit row names the section, not the text.

    ``semula``: ``sidik_teks`` of the text the writer started from; when another text was stored since,
    SudahDikerjakan and nothing is overwritten. Saving the same text again changes nothing.
    """
    jabatan = _penulis(sesi, periode, oleh, pada)
    laporan = draf_terbuka(sesi, periode.id)
    bagian = cari_bagian(laporan, kunci)
    rapi = teks.strip()
    if len(rapi) > PANJANG_NARASI:
        raise MasukanSalah(f"Teks paling panjang {PANJANG_NARASI} tanda; ini {len(rapi)} tanda.", "teks")
    narasi = narasi_laporan(laporan)
    lama = narasi.get(kunci, "")
    if rapi == lama:
        return laporan
    if semula is not None and semula != sidik_teks(lama):
        raise SudahDikerjakan(
            "Bagian ini baru saja diubah orang lain. Teks Anda masih ada di sini; bandingkan dengan teks "
            "yang tersimpan, lalu simpan lagi."
        )
    if rapi:
        narasi[kunci] = rapi
    else:
        narasi.pop(kunci, None)
    laporan.narasi = narasi
    laporan.disimpan_pada = pada
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "simpan_narasi",
        f"laporan:{laporan.id}",
        f"{periode.nama}: bagian “{bagian.judul}” ({bagian.kelompok}) disimpan.",
        sesudah={"bagian": kunci, "versi": laporan.versi},
        jabatan=jabatan.nama_lengkap,
    )
    return laporan

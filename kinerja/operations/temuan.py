"""The findings of the checks on a triwulan: mended at their source, or explained in a word (SOP step 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import Kesalahan, MasukanSalah, TidakDitemukan
from kinerja.domain.pemeriksaan import Temuan, periksa
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.sop import Halaman
from kinerja.models.laporan import PenjelasanTemuan
from kinerja.models.periode import Periode
from kinerja.operations.catatan import catat
from kinerja.operations.laporan_data import data_laporan, pk_laporan
from kinerja.operations.laporan_langkah import pastikan_langkah

PANJANG_PENJELASAN = 20_000


@dataclass(frozen=True)
class BarisTemuan:
    """A finding as it stands now, its explanation if there is one, and the page where it is corrected."""

    temuan: Temuan
    penjelasan: PenjelasanTemuan | None
    tempat: tuple[str, int]

    @property
    def terbuka(self) -> bool:
        """It still asks for a correction or a word."""
        return self.temuan.perlu_penjelasan and self.penjelasan is None


def daftar_temuan(sesi: Session, periode: Periode) -> tuple[BarisTemuan, ...]:
    """All findings on the present data of a triwulan; none for other periods or without an approved PK."""
    if periode.jenis is not JenisPeriode.TRIWULAN:
        return ()
    try:
        data = data_laporan(sesi, pk_laporan(sesi, periode.tahun))
    except Kesalahan:
        return ()
    penjelasan = {
        p.kunci: p
        for p in sesi.execute(
            select(PenjelasanTemuan).where(PenjelasanTemuan.periode_id == periode.id)
        ).scalars()
    }
    return tuple(
        BarisTemuan(t, penjelasan.get(t.kunci), tempat_temuan(t, periode)) for t in periksa(data, periode.ke)
    )


def tempat_temuan(temuan: Temuan, periode: Periode) -> tuple[str, int]:
    """(noun, id) of the page where the matter is corrected: the units' figures, or the PK."""
    if temuan.triwulan is not None:
        return ("laporan_progres", periode.id)
    return ("perjanjian_kinerja", periode.tahun)


def jelaskan(
    sesi: Session, periode: Periode, kunci: str, teks: str, oleh: Pelaku, pada: datetime
) -> PenjelasanTemuan:
    """Explain a warning that stands; a new explanation takes the place of the earlier one.

    By the holder of the open step 3. Raises MasukanSalah (medan "penjelasan") or TidakDitemukan when there is
    no such warning (any more).
    """
    jabatan = pastikan_langkah(sesi, periode.id, {Halaman.OLAH}, oleh, pada)
    rapi = teks.strip()
    if not rapi:
        raise MasukanSalah("Tuliskan penjelasannya.", "penjelasan")
    if len(rapi) > PANJANG_PENJELASAN:
        raise MasukanSalah(f"Penjelasan paling panjang {PANJANG_PENJELASAN} tanda.", "penjelasan")
    baris = next((b for b in daftar_temuan(sesi, periode) if b.temuan.kunci == kunci), None)
    if baris is None or not baris.temuan.perlu_penjelasan:
        raise TidakDitemukan("Temuan itu sudah tidak ada. Muat ulang halaman langkah ini.")
    sebelum = None
    penjelasan = baris.penjelasan
    if penjelasan is None:
        penjelasan = PenjelasanTemuan(periode_id=periode.id, kunci=kunci)
        sesi.add(penjelasan)
    else:
        sebelum = {"penjelasan": penjelasan.penjelasan, "oleh": penjelasan.oleh_nama}
    penjelasan.penjelasan, penjelasan.pada = rapi, pada
    penjelasan.oleh_id, penjelasan.oleh_nama = oleh.pegawai_id, oleh.nama
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "jelaskan_temuan",
        f"periode:{periode.id}",
        f"{periode.nama}: temuan dijelaskan. {baris.temuan.pesan}",
        sebelum,
        {"kunci": kunci, "penjelasan": rapi},
        jabatan=jabatan.nama_lengkap,
    )
    return penjelasan

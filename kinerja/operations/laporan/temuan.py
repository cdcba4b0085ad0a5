"""The findings of the checks on a triwulan: mended at their source, or explained in a word (SOP step 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import Kesalahan, MasukanSalah, TidakDitemukan
from kinerja.domain.pemeriksaan import Temuan, periksa
from kinerja.domain.periode import JenisPeriode, bagian
from kinerja.domain.sop import Halaman
from kinerja.models.laporan import PenjelasanTemuan
from kinerja.models.periode import Periode, periode_satu
from kinerja.operations.catatan import catat
from kinerja.operations.laporan.data import data_laporan, pk_laporan
from kinerja.operations.laporan.langkah import pastikan_langkah

PANJANG_PENJELASAN = 20_000


@dataclass(frozen=True)
class BarisTemuan:
    """A finding as it stands now, its explanation if there is one, and the page where it is corrected."""

    temuan: Temuan
    penjelasan: PenjelasanTemuan | None
    tempat: tuple[str, int]

    @property
    def usang(self) -> bool:
        """The figures in the finding changed since it was explained: the word must be said anew."""
        return self.penjelasan is not None and self.penjelasan.pesan not in ("", self.temuan.pesan)

    @property
    def terbuka(self) -> bool:
        """It still asks for a correction or a word."""
        return self.temuan.perlu_penjelasan and (self.penjelasan is None or self.usang)


def daftar_temuan(sesi: Session, periode: Periode) -> tuple[BarisTemuan, ...]:
    """All findings on the present data of a triwulan; none for other periods or without an approved PK."""
    if periode.jenis is not JenisPeriode.TRIWULAN:
        return ()
    try:
        data = data_laporan(sesi, pk_laporan(sesi, periode))
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


def temuan_laporan(sesi: Session, periode: Periode) -> list[dict[str, Any]]:
    """The findings of every triwulan the period is about, as they are kept with a frozen report and printed.

    Keys: kunci, tingkat, triwulan (name of the period), pesan, tempat, penjelasan, oleh, pada (ISO, "" where
    nobody explained it). A finding that stands in several triwulan in the same words is kept once.
    """
    hasil: dict[tuple[str, str], dict[str, Any]] = {}
    for murni in bagian(periode.murni, JenisPeriode.TRIWULAN):
        satu = sesi.execute(periode_satu(murni.tahun, murni.jenis, murni.ke)).scalar_one_or_none()
        for b in daftar_temuan(sesi, satu) if satu is not None else ():
            lama = hasil.get((b.temuan.kunci, b.temuan.pesan))
            if lama is None or (b.penjelasan is not None and not lama["penjelasan"]):
                hasil[b.temuan.kunci, b.temuan.pesan] = _simpanan(b, murni.nama)
    return list(hasil.values())


def _simpanan(baris: BarisTemuan, triwulan: str) -> dict[str, Any]:
    jawab = baris.penjelasan
    return {
        "kunci": baris.temuan.kunci,
        "tingkat": baris.temuan.tingkat.value,
        "triwulan": triwulan,
        "pesan": baris.temuan.pesan,
        "tempat": baris.temuan.tempat,
        "penjelasan": jawab.penjelasan if jawab else "",
        "oleh": jawab.oleh_nama if jawab else "",
        "pada": jawab.pada.isoformat() if jawab else "",
    }


def tempat_temuan(temuan: Temuan, periode: Periode) -> tuple[str, int]:
    """(noun, id) of the page where the matter is corrected: the units' figures, or the PK."""
    if temuan.triwulan is not None:
        return ("laporan_progres", periode.id)
    return ("perjanjian_kinerja", periode.tahun)


def jelaskan(
    sesi: Session, periode: Periode, kunci: str, teks: str, oleh: Pelaku, pada: datetime
) -> PenjelasanTemuan:
    """Explain a finding that stands; a new explanation takes the place of the earlier one.

    The same words again confirm an explanation whose finding has other figures by now.

    By the holder of the open step 3. Raises MasukanSalah (medan "penjelasan") or TidakDitemukan when there is
    no such finding (any more).
    """
    jabatan = pastikan_langkah(sesi, periode.id, {Halaman.OLAH}, oleh, pada)
    rapi = teks.strip()
    if not rapi:
        raise MasukanSalah("Tuliskan penjelasannya.", "penjelasan")
    if len(rapi) > PANJANG_PENJELASAN:
        raise MasukanSalah(f"Penjelasan paling panjang {PANJANG_PENJELASAN} tanda.", "penjelasan")
    baris = next((b for b in daftar_temuan(sesi, periode) if b.temuan.kunci == kunci), None)
    if baris is None:
        raise TidakDitemukan("Temuan itu sudah tidak ada. Muat ulang halaman langkah ini.")
    sebelum = None
    penjelasan = baris.penjelasan
    if penjelasan is None:
        penjelasan = PenjelasanTemuan(periode_id=periode.id, kunci=kunci)
        sesi.add(penjelasan)
    else:
        sebelum = {
            "penjelasan": penjelasan.penjelasan,
            "oleh": penjelasan.oleh_nama,
            "temuan": penjelasan.pesan,
        }
    penjelasan.penjelasan, penjelasan.pada, penjelasan.pesan = rapi, pada, baris.temuan.pesan
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

"""What the office has yet to confirm on a sheet: supposed pelaksana and remarked defects (domain.md §1)."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.domain.sop import Dasar, Sop
from kinerja.domain.sop_konfirmasi import Konfirmasi
from kinerja.domain.sop_sel import Sel, kata_menit, sel_sop

TIDAK_TERCETAK = "Tidak tampak: simbol bagan alirnya tidak ada pada lembar."


@dataclass(frozen=True)
class Tinjauan:
    """A doubtful place: what is printed, what the application goes by meanwhile, and why it is doubtful."""

    tempat: str
    bagian: str
    kolom: str
    tercetak: str
    dipakai: str
    catatan: str

    @property
    def pelaksana(self) -> bool:
        """Is it a supposed pelaksana?"""
        return self.tercetak == TIDAK_TERCETAK


@dataclass(frozen=True)
class Ditegaskan:
    """A place the office has settled, in words."""

    bagian: str
    kolom: str
    teks: str
    konfirmasi: Konfirmasi


def tinjauan(sop: Sop) -> tuple[Tinjauan, ...]:
    """Return the doubtful places in the order of the sheet; none once the office settled them all."""
    sel = {satu.tempat: satu for satu in sel_sop(sop)}
    asumsi = {
        f"langkah.{satu.nomor}.pelaksana": satu for satu in sop.langkah_semua if satu.dasar is Dasar.ASUMSI
    }
    hasil = []
    for tempat, satu in sel.items():
        catatan = sel.get(f"catatan.{tempat}")
        if tempat in asumsi:
            yakin = asumsi[tempat].keyakinan
            dipakai = satu.teks + (f" (keyakinan {yakin})" if yakin else "")
            hasil.append(_satu(satu, TIDAK_TERCETAK, dipakai, catatan))
        elif catatan:
            hasil.append(_satu(satu, satu.teks, _dipakai(satu, sel), catatan))
    return tuple(hasil)


def _satu(sel: Sel, tercetak: str, dipakai: str, catatan: Sel | None) -> Tinjauan:
    return Tinjauan(sel.tempat, sel.bagian, sel.kolom, tercetak, dipakai, catatan.teks if catatan else "")


def _dipakai(sel: Sel, semua: dict[str, Sel]) -> str:
    """Say what the application does with a place that is printed doubtfully."""
    akhir = sel.tempat.rpartition(".")[2]
    if akhir in ("kelengkapan_tertulis", "output_tertulis", "waktu_tertulis"):
        dipakai = semua[sel.tempat.removesuffix("_tertulis")].teks
        if akhir == "waktu_tertulis":
            tanpa = dipakai == kata_menit(None)
            return "Tanpa waktu baku; lama pengerjaan tetap diukur." if tanpa else f"Waktu baku {dipakai}."
        return f"Yang diperiksa: {dipakai}." if dipakai else "Tidak ada yang diperiksa."
    if akhir == "staf_dari":
        return f"Staf pada unit yang dipimpin {sel.teks}."
    return "Dicetak dan dipakai seperti tertulis."


def ditegaskan(sop: Sop) -> tuple[Ditegaskan, ...]:
    """Return what the office has settled, in the order of the sheet."""
    hasil = []
    for satu in sel_sop(sop):
        konfirmasi = sop.konfirmasi_untuk(satu.tempat)
        if konfirmasi:
            hasil.append(Ditegaskan(satu.bagian, satu.kolom, satu.teks, konfirmasi))
    return tuple(hasil)

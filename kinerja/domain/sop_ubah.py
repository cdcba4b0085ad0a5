"""Working on the plain data of a sheet (``Sop.ke_dict``): a part is filled in anew, a place is confirmed.

The data may be wrong for a while; ``sop_baca`` says what is. Nothing given is changed: each verb returns new
data. ``bagian`` is "identitas", "tanda_tangan", "pelaksana.<kode>" or "langkah.<nomor>"; a dotted key reaches
into a table of it ("disahkan_oleh.nama").
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kinerja.domain.periode import tanggal_panjang
from kinerja.domain.sop import Dasar
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_konfirmasi import Cara
from kinerja.domain.sop_salah import SalahSop, SopTidakSah
from kinerja.domain.sop_sel import sel_sop

KOSONG: tuple[Any, ...] = (None, "", [], {})
_BERPASANGAN = {"waktu": "waktu_tertulis", "kelengkapan": "kelengkapan_tertulis", "output": "output_tertulis"}


@dataclass(frozen=True)
class Penegas:
    """Who settles a place: name, post and day."""

    oleh: str
    jabatan: str
    hari: date


def bagian_data(data: Mapping[str, Any], bagian: str) -> dict[str, Any]:
    """Return a part of the data; KeyError when there is none."""
    nama, _, kunci = bagian.partition(".")
    if nama in ("identitas", "tanda_tangan") and not kunci:
        isi = data.get(nama)
    else:
        medan = {"pelaksana": "kode", "langkah": "nomor"}[nama]
        isi = next((satu for satu in data[nama] if str(satu.get(medan)) == kunci), None)
    if not isinstance(isi, dict):
        raise KeyError(bagian)
    return isi


def salah_sop(data: Mapping[str, Any]) -> tuple[SalahSop, ...]:
    """Return every fault of the data; none when it is a sheet that can run."""
    try:
        baca_sop(data)
    except SopTidakSah as salah:
        return salah.salah
    return ()


def isi_bagian(data: dict[str, Any], bagian: str, isian: Mapping[str, Any], oleh: Penegas) -> dict[str, Any]:
    """Return the data with a part filled in; a remark beside what changed goes, as the office settled it."""
    hasil = copy.deepcopy(data)
    isi = bagian_data(hasil, bagian)
    for kunci, nilai in isian.items():
        wadah, akhir = _wadah(isi, kunci)
        lama = wadah.get(akhir)
        if lama == nilai or (lama in KOSONG and nilai in KOSONG):
            continue
        if nilai in KOSONG:
            wadah.pop(akhir, None)
        else:
            wadah[akhir] = nilai
        _tegaskan(hasil, bagian, _BERPASANGAN.get(kunci, kunci), Cara.DIUBAH, oleh)
    return hasil


def benarkan(data: dict[str, Any], tempat: str, oleh: Penegas) -> dict[str, Any]:
    """Return the data with a doubtful place confirmed as it stands; KeyError when there is no doubt."""
    hasil = copy.deepcopy(data)
    bagian, kunci = pecah(tempat)
    if not _tegaskan(hasil, bagian, kunci, Cara.BENAR, oleh):
        raise KeyError(tempat)
    return hasil


def pecah(tempat: str) -> tuple[str, str]:
    """ "langkah.3.waktu" → ("langkah.3", "waktu"); "identitas.disahkan_oleh.nama" keeps its dotted key."""
    nama, _, sisa = tempat.partition(".")
    if nama in ("identitas", "tanda_tangan"):
        return nama, sisa
    kode, _, kunci = sisa.partition(".")
    return f"{nama}.{kode}", kunci


def _wadah(isi: dict[str, Any], kunci: str) -> tuple[dict[str, Any], str]:
    tabel, titik, akhir = kunci.rpartition(".")
    return (isi.setdefault(tabel, {}), akhir) if titik else (isi, akhir)


def _tegaskan(data: dict[str, Any], bagian: str, kunci: str, cara: Cara, oleh: Penegas) -> bool:
    """Take the doubt from a place and note who did; False where there was neither doubt nor a former word."""
    isi = bagian_data(data, bagian)
    wadah, akhir = _wadah(isi, kunci)
    catatan = wadah.get("catatan", {})
    ragu = catatan.pop(akhir, None) is not None
    if not catatan:
        wadah.pop("catatan", None)
    if bagian.startswith("langkah.") and kunci == "pelaksana":
        ragu = ragu or isi.get("dasar") == Dasar.ASUMSI or cara is Cara.DIUBAH
        if ragu:
            isi["dasar"] = Dasar.KONFIRMASI.value
            isi.pop("keyakinan", None)
    tempat = f"{bagian}.{kunci}"
    lama = [satu for satu in data.get("konfirmasi", []) if satu["tempat"] != tempat]
    if not ragu and (cara is Cara.BENAR or len(lama) == len(data.get("konfirmasi", []))):
        return False
    baru = {
        "tempat": tempat,
        "cara": cara.value,
        "oleh": oleh.oleh,
        "jabatan": oleh.jabatan,
        "tanggal": tanggal_data(oleh.hari),
    }
    data["konfirmasi"] = sorted([*lama, baru], key=lambda satu: str(satu["tempat"]))
    return True


def tanggal_data(hari: date | None, lama: Mapping[str, Any] | None = None) -> dict[str, str] | None:
    """Return a date as the sheet keeps it; the same day keeps the words it was printed with."""
    if hari is None:
        return None
    if lama and lama.get("tanggal") == hari.isoformat():
        return dict(lama)
    return {"tanggal": hari.isoformat(), "tertulis": tanggal_panjang(hari)}


def nama_tempat(data: Mapping[str, Any], tempat: str) -> str:
    """Name a cell in words, "Langkah 3, Waktu"; the name itself where the data cannot be read."""
    try:
        sel = {satu.tempat: satu for satu in sel_sop(baca_sop(data))}.get(tempat)
    except SopTidakSah:
        sel = None
    return f"{sel.bagian}, {sel.kolom}" if sel else tempat

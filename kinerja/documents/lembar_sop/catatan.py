"""What stands beside the sheet on paper: its remarks, and what the office has settled."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.domain.sop import Catatan, Dasar, Sop
from kinerja.domain.sop_sel import kata_konfirmasi
from kinerja.domain.sop_tinjau import ditegaskan


@dataclass(frozen=True)
class CatatanCetak:
    """A remark of the file, with the place it belongs to in words."""

    tempat: str
    teks: str


def semua_penegasan(sop: Sop) -> tuple[CatatanCetak, ...]:
    """Return what the office has settled, each with who said it and when."""
    return tuple(
        CatatanCetak(f"{satu.bagian}, {satu.kolom}", kata_konfirmasi(satu.konfirmasi))
        for satu in ditegaskan(sop)
    )


def perlu_dikonfirmasi(sop: Sop) -> str:
    """Say which langkah stand under a pelaksana that is only supposed; "" when none does."""
    nomor = [satu.nomor for satu in sop.langkah_semua if satu.dasar is Dasar.ASUMSI]
    if not nomor:
        return ""
    return f"Pelaksana langkah {_sebut_nomor(nomor)} pada bagan ini perlu dikonfirmasi kantor."


def _sebut_nomor(nomor: list[int]) -> str:
    """Say numbers in words: "2 sampai 9", "3", "2, 4 dan 7"."""
    if len(nomor) > 2 and nomor == list(range(nomor[0], nomor[-1] + 1)):
        return f"{nomor[0]} sampai {nomor[-1]}"
    awal = ", ".join(map(str, nomor[:-1]))
    return f"{awal} dan {nomor[-1]}" if awal else str(nomor[-1])


def semua_catatan(sop: Sop) -> tuple[CatatanCetak, ...]:
    """Collect the remarks in the order of the sheet; one that stands at several langkah is told once."""
    bagian: list[tuple[str, tuple[Catatan, ...]]] = [
        ("Lembar", sop.catatan),
        ("Identitas", sop.identitas.catatan),
        ("Disahkan oleh", sop.identitas.disahkan_oleh.catatan),
        *((f"Pelaksana {satu.nama}", satu.catatan) for satu in sop.pelaksana_semua),
        *((f"Langkah {satu.nomor}", satu.catatan) for satu in sop.langkah_semua),
    ]
    if sop.tanda_tangan:
        bagian.append(("Tanda tangan", sop.tanda_tangan.catatan))
    tempat: dict[str, list[str]] = {}
    for nama, semua in bagian:
        for satu in semua:
            tempat.setdefault(satu.teks, []).append(nama)
    return tuple(CatatanCetak(_sebut_tempat(daftar), teks) for teks, daftar in tempat.items())


def _sebut_tempat(daftar: list[str]) -> str:
    """Join places: "Langkah 2, 3, 4" instead of the word each time."""
    kata = daftar[0].rsplit(" ", 1)[0]
    if len(daftar) > 1 and all(satu.startswith(kata + " ") for satu in daftar):
        ekor = [satu.removeprefix(kata + " ") for satu in daftar]
        if all(satu.isdigit() for satu in ekor):
            return f"{kata} {_sebut_nomor([int(satu) for satu in ekor])}"
        return f"{kata} {', '.join(ekor)}"
    return ", ".join(daftar)

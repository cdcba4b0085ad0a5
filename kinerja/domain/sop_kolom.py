"""One table of an SOP file, read key by key; every fault is collected, nothing is raised."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from kinerja.domain.sop import Catatan
from kinerja.domain.sop_konfirmasi import Tanggal
from kinerja.domain.sop_salah import SalahSop

MAKS_TEKS = 500
"""Characters of one text: a longer one would not fit a row of the printed sheet."""
MAKS_DAFTAR = 40

E = TypeVar("E", bound=StrEnum)


class Tabel:
    """Reads the keys of one table and remembers which were asked for, so the rest are typos."""

    def __init__(
        self, isi: Mapping[str, Any], salah: list[SalahSop], tempat: str = "", langkah: int | None = None
    ) -> None:
        self.isi = isi
        self.salah = salah
        self.tempat = tempat
        self.langkah = langkah
        self._dikenal: set[str] = set()

    def abaikan(self, kunci: str) -> None:
        """Know a key that may be left out."""
        self._dikenal.add(kunci)

    def cela(self, kunci: str, pesan: str) -> None:
        """Write down a fault at ``kunci``."""
        penuh = ".".join(bagian for bagian in (self.tempat, kunci) if bagian)
        self.salah.append(SalahSop(self.langkah, penuh, pesan))

    def _ambil(self, kunci: str, wajib: bool) -> Any:
        self._dikenal.add(kunci)
        nilai = self.isi.get(kunci)
        if nilai is None and wajib:
            self.cela(kunci, "wajib diisi")
        return nilai

    def teks(self, kunci: str, wajib: bool = False, maks: int = MAKS_TEKS) -> str:
        """Return a text of one line of at most ``maks`` characters; "" when absent or wrong."""
        nilai = self._ambil(kunci, wajib)
        if nilai is None:
            return ""
        bersih = self._satu_teks(kunci, nilai, maks)
        if wajib and bersih is not None and not bersih.strip():
            self.cela(kunci, "wajib diisi")
        return bersih or ""

    def _satu_teks(self, kunci: str, nilai: Any, maks: int = MAKS_TEKS) -> str | None:
        if not isinstance(nilai, str):
            self.cela(kunci, "harus berupa teks di antara tanda kutip")
        elif len(nilai) > maks:
            self.cela(kunci, f"paling panjang {maks} huruf, ini {len(nilai)}")
        elif any(unicodedata.category(huruf)[0] == "C" for huruf in nilai):
            self.cela(kunci, "hanya boleh satu baris tanpa huruf kendali")
        else:
            return nilai
        return None

    def daftar_teks(self, kunci: str) -> tuple[str, ...]:
        """Return a list of texts, none of them empty."""
        hasil = [self._satu_teks(kunci, satu) for satu in self._daftar(kunci)]
        if any(satu is not None and not satu.strip() for satu in hasil):
            self.cela(kunci, "tidak boleh berisi baris kosong")
        return tuple(satu for satu in hasil if satu)

    def _daftar(self, kunci: str) -> list[Any]:
        nilai = self._ambil(kunci, wajib=False)
        if nilai is None:
            return []
        if not isinstance(nilai, list):
            self.cela(kunci, "harus berupa daftar di antara kurung siku")
            return []
        if len(nilai) > MAKS_DAFTAR:
            self.cela(kunci, f"paling banyak {MAKS_DAFTAR} baris, ini {len(nilai)}")
            return []
        return nilai

    def bilangan(self, kunci: str, terkecil: int, terbesar: int, wajib: bool = False) -> int | None:
        """Return a whole number within the bounds."""
        nilai = self._ambil(kunci, wajib)
        if nilai is None:
            return None
        if not isinstance(nilai, int) or isinstance(nilai, bool):
            self.cela(kunci, "harus bilangan bulat tanpa tanda kutip")
        elif not terkecil <= nilai <= terbesar:
            self.cela(kunci, f"harus antara {terkecil} dan {terbesar}")
        else:
            return nilai
        return None

    def pilihan(self, kunci: str, jenis: type[E], wajib: bool = False) -> E | None:
        """Return one member of an enumeration."""
        nilai = self._ambil(kunci, wajib)
        return None if nilai is None else self._satu_pilihan(kunci, nilai, jenis)

    def daftar_pilihan(self, kunci: str, jenis: type[E]) -> tuple[E, ...]:
        """Return a list of members, each at most once."""
        hasil = [self._satu_pilihan(kunci, satu, jenis) for satu in self._daftar(kunci)]
        ada = [satu for satu in hasil if satu is not None]
        if len(set(ada)) < len(ada):
            self.cela(kunci, "menyebut hal yang sama dua kali")
        return tuple(ada)

    def _satu_pilihan(self, kunci: str, nilai: Any, jenis: type[E]) -> E | None:
        kenal = [satu.value for satu in jenis]
        if isinstance(nilai, str) and nilai in kenal:
            return jenis(nilai)
        self.cela(kunci, f"{_kutip(nilai)} tidak dikenal{_mungkin(nilai, kenal)}; pilih {', '.join(kenal)}")
        return None

    def tabel(self, kunci: str, wajib: bool = False) -> Tabel | None:
        """Return a table inside this one."""
        nilai = self._ambil(kunci, wajib)
        if nilai is None:
            return None
        if not isinstance(nilai, dict):
            self.cela(kunci, f"harus berupa tabel [{kunci}]")
            return None
        tempat = ".".join(bagian for bagian in (self.tempat, kunci) if bagian)
        return Tabel(nilai, self.salah, tempat, self.langkah)

    def daftar_tabel(self, kunci: str, maks: int) -> list[dict[str, Any]]:
        """Return the tables ``[[kunci]]``; there must be at least one and at most ``maks``."""
        nilai = self._ambil(kunci, wajib=True)
        if nilai is None:
            return []
        if not isinstance(nilai, list) or not nilai or not all(isinstance(satu, dict) for satu in nilai):
            self.cela(kunci, f"harus ditulis sebagai tabel [[{kunci}]], paling sedikit satu")
            return []
        if len(nilai) > maks:
            self.cela(kunci, f"paling banyak {maks}, ini {len(nilai)}")
            return []
        return nilai

    def tanggal(self, kunci: str) -> Tanggal:
        """Return a date ``{ tanggal = 2025-01-08, tertulis = "08 januari 2025" }``; both parts may lack."""
        tabel = self.tabel(kunci)
        if tabel is None:
            return Tanggal()
        tertulis = tabel.teks("tertulis")
        nilai = tabel._ambil("tanggal", wajib=False)
        tabel.tutup()
        if isinstance(nilai, str):
            try:
                nilai = date.fromisoformat(nilai)
            except ValueError:
                tabel.cela("tanggal", "harus tanggal seperti 2025-01-08")
                return Tanggal(None, tertulis)
        if isinstance(nilai, datetime) or not isinstance(nilai, date | None):
            tabel.cela("tanggal", "harus tanggal seperti 2025-01-08")
            return Tanggal(None, tertulis)
        return Tanggal(nilai, tertulis)

    def tutup(self) -> tuple[Catatan, ...]:
        """End the table: return its catatan; any key that nobody asked for is a fault."""
        tabel = self.tabel("catatan")
        kenal = sorted(self._dikenal)
        for kunci in self.isi:
            if kunci not in self._dikenal:
                self.cela(kunci, f"kunci tidak dikenal{_mungkin(kunci, kenal)}")
        if tabel is None:
            return ()
        hasil = []
        for kunci in tabel.isi:
            if kunci not in kenal or kunci == "catatan":
                tabel.cela(kunci, f"catatan untuk kunci yang tidak dikenal{_mungkin(kunci, kenal)}")
            hasil.append(Catatan(kunci, tabel.teks(kunci, wajib=True)))
        return tuple(sorted(hasil, key=lambda catatan: catatan.kunci))


def _kutip(nilai: Any) -> str:
    """Quote a value in a message, shortened."""
    teks = nilai if isinstance(nilai, str) else type(nilai).__name__
    teks = "".join(huruf if huruf.isprintable() else "?" for huruf in teks)
    return f'"{teks[:40]}…"' if len(teks) > 40 else f'"{teks}"'


def _mungkin(nilai: Any, kenal: list[str]) -> str:
    """Return the nearest known word as a hint, or nothing."""
    dekat = difflib.get_close_matches(nilai[:80], kenal, n=1) if isinstance(nilai, str) else []
    return f' (mungkin "{dekat[0]}")' if dekat else ""

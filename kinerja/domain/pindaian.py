"""Pages that came back: whose they are, in which order, and which of them are missing.

A page is known by the code printed on it (document code and page number). A page whose code cannot be read
is never guessed to be of another document: it is counted, and a person looks at it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kinerja.domain.kesalahan import MasukanSalah

MAKS_FOTO = 40  # photographs that make one file


class Lembar(NamedTuple):
    """What the code on a page says: the document's code and the page's number, counted from 1."""

    kode: str
    halaman: int


Bacaan = Sequence[Lembar | None]
"""Per page of what came back; None where no code of ours could be read."""


class Rombongan(NamedTuple):
    """Photographs that make one file: ``urut`` are their places in what was sent, in page order.

    ``salah``: why they make none, then they stand in the order sent.
    """

    kode: str | None
    urut: tuple[int, ...]
    salah: str = ""


def satu_kode(bacaan: Bacaan) -> str | None:
    """The code of the one document these pages belong to; None when none could be read.

    Raises MasukanSalah for pages of two documents.
    """
    kode = sorted({satu.kode for satu in bacaan if satu is not None})
    if len(kode) > 1:
        letak = "; ".join(f"kode {k} pada halaman {_daftar(_letak(bacaan, k))}" for k in kode)
        raise MasukanSalah(
            f"Berkas ini memuat halaman dari {len(kode)} dokumen ({letak}). "
            "Pindai tiap dokumen menjadi berkas sendiri.",
            "berkas",
        )
    return kode[0] if kode else None


def belum_ada(terbit: int, bacaan: Bacaan) -> tuple[int, ...]:
    """The issued page numbers that no page bears, where pages without a code cannot stand for them."""
    terbaca = {satu.halaman for satu in bacaan if satu is not None}
    kurang = tuple(n for n in range(1, terbit + 1) if n not in terbaca)
    return kurang if len(kurang) > sum(satu is None for satu in bacaan) else ()


def selisih(terbit: int, bacaan: Bacaan) -> tuple[str, ...]:
    """How the pages differ from the ``terbit`` issued ones, a sentence each; such a file needs a reason."""
    pesan = []
    tak_terbaca = [ke for ke, satu in enumerate(bacaan, 1) if satu is None]
    if len(bacaan) != terbit:
        pesan.append(f"Dokumen terbit {terbit} halaman, yang kembali {len(bacaan)} halaman.")
    kurang = belum_ada(terbit, bacaan)
    if kurang and not tak_terbaca:
        pesan.append(f"Halaman {_daftar(kurang)} belum ada.")
    elif kurang and len(tak_terbaca) < len(bacaan):
        pesan.append(
            f"Di antara halaman {_daftar(kurang)} ada yang belum kembali: "
            f"{len(tak_terbaca)} lembar kodenya tidak terbaca."
        )
    nomor = [satu.halaman for satu in bacaan if satu is not None]
    ganda = sorted({n for n in nomor if nomor.count(n) > 1})
    if ganda:
        pesan.append(f"Halaman {_daftar(ganda)} ada lebih dari satu kali.")
    asing = sorted({n for n in nomor if n > terbit})
    if asing:
        pesan.append(f"Kode menyebut halaman {_daftar(asing)}, padahal dokumennya {terbit} halaman.")
    return tuple(pesan)


def perhatikan(bacaan: Bacaan) -> tuple[str, ...]:
    """What deserves a second look but needs no reason: pages without a readable code, another order."""
    pesan = []
    tak_terbaca = [ke for ke, satu in enumerate(bacaan, 1) if satu is None]
    if tak_terbaca and len(tak_terbaca) == len(bacaan):
        pesan.append("Kode dokumen tidak terbaca pada satu halaman pun. Periksa apakah ini dokumennya.")
    elif tak_terbaca:
        pesan.append(f"Kode tidak terbaca pada lembar ke-{_daftar(tak_terbaca)}. Periksa lembar itu.")
    nomor = [satu.halaman for satu in bacaan if satu is not None]
    if nomor != sorted(nomor):
        pesan.append(f"Urutan halamannya {_daftar(nomor)}, tidak sama dengan yang terbit.")
    return tuple(pesan)


def kelompokkan(foto: Sequence[tuple[str, Lembar | None]], terbit: Mapping[str, int]) -> list[Rombongan]:
    """Which photographs (name, what was read) make one file; ``terbit``: code → issued page count.

    Photographs without a readable code join the only document there is, on its missing pages, if they fit;
    else they make a file of their own, in the order sent. Two photographs of one page refuse their document's
    others as well (one of them must go), not those of other documents.
    """
    kode = list(dict.fromkeys(baca.kode for _, baca in foto if baca is not None))
    polos = [ke for ke, (_, baca) in enumerate(foto) if baca is None]
    hasil = []
    for satu in kode:
        milik = [(ke, baca.halaman) for ke, (_, baca) in enumerate(foto) if baca and baca.kode == satu]
        salah = _kembar(foto, milik)
        menurut_halaman = {halaman: ke for ke, halaman in milik}
        kosong = [n for n in range(1, terbit.get(satu, 0) + 1) if n not in menurut_halaman]
        if salah:
            ikut, polos = (polos, []) if len(kode) == 1 else ([], polos)
            hasil.append(Rombongan(satu, tuple(sorted([*(ke for ke, _ in milik), *ikut])), salah))
            continue
        if len(kode) == 1 and len(polos) <= len(kosong):
            menurut_halaman |= dict(zip(kosong, polos, strict=False))
            polos = []
        hasil.append(_sebanyak(satu, [menurut_halaman[n] for n in sorted(menurut_halaman)]))
    if polos:
        hasil.append(_sebanyak(None, polos))
    return hasil


def _sebanyak(kode: str | None, urut: Sequence[int]) -> Rombongan:
    banyak = len(urut) > MAKS_FOTO
    salah = f"{len(urut)} foto untuk satu berkas, paling banyak {MAKS_FOTO}. Pindai menjadi satu PDF."
    return Rombongan(kode, tuple(urut), salah if banyak else "")


def _kembar(foto: Sequence[tuple[str, Lembar | None]], milik: Sequence[tuple[int, int]]) -> str:
    """The two photographs of one page, by name; "" when there are none. ``milik``: (place, page)."""
    ada: dict[int, int] = {}
    for ke, halaman in milik:
        if halaman in ada:
            return (
                f"Foto “{foto[ada[halaman]][0]}” dan “{foto[ke][0]}” sama-sama halaman {halaman}. "
                "Kirim lagi semua foto dokumen itu dengan salah satu saja, yang paling jelas."
            )
        ada[halaman] = ke
    return ""


def _letak(bacaan: Bacaan, kode: str) -> list[int]:
    return [ke for ke, satu in enumerate(bacaan, 1) if satu is not None and satu.kode == kode]


def _daftar(nomor: Sequence[int]) -> str:
    """ "1, 2 dan 3"; long lists are cut."""
    teks = [str(n) for n in nomor[:12]]
    if len(nomor) > len(teks):
        return ", ".join(teks) + ", …"
    return " dan ".join([", ".join(teks[:-1]), teks[-1]]) if len(teks) > 1 else "".join(teks)


def sandingkan(terbit: int, bacaan: Bacaan) -> list[tuple[int | None, int | None]]:
    """Pairs to hold side by side: (issued page, place among the returned ones), both counted from 1.

    A page stands beside the one its code names, a second one of it as well, after the others; pages without
    a code fill what is left, in their order.
    """
    tempat: dict[int, int] = {}
    sisa = []
    for ke, satu in enumerate(bacaan, 1):
        if satu is not None and 1 <= satu.halaman <= terbit and satu.halaman not in tempat:
            tempat[satu.halaman] = ke
        else:
            sisa.append(ke)
    polos = [ke for ke in sisa if bacaan[ke - 1] is None]
    for nomor in range(1, terbit + 1):
        if nomor not in tempat and polos:
            tempat[nomor] = polos.pop(0)
            sisa.remove(tempat[nomor])
    lebih = [
        (satu.halaman if (satu := bacaan[ke - 1]) and satu.halaman <= terbit else None, ke) for ke in sisa
    ]
    return [*((nomor, tempat.get(nomor)) for nomor in range(1, terbit + 1)), *lebih]

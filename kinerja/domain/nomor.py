"""Document numbers, classes and the short code of an issued document."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.periode import JenisPeriode

# Kind of document → class of the archive schedule. Examples from other districts' schedules (domain.md §4).
KLASIFIKASI: dict[str, str] = {
    "laporan_triwulan": "000.7.2.8",
    "laporan_semester": "000.7.2.8",
    "laporan_tahunan": "000.8.6.3",
    "perjanjian_kinerja": "000.7.2.7",
    "lembar_sop": "000.8.3.3",
    "surat_keluar": "000.1.5",
}
NAMA_JENIS: dict[str, str] = {
    "laporan_triwulan": "Laporan Kinerja Triwulan",
    "laporan_semester": "Laporan Kinerja Semester",
    "laporan_tahunan": "Laporan Kinerja Tahunan",
    "perjanjian_kinerja": "Perjanjian Kinerja",
    "lembar_sop": "Lembar SOP",
    "surat_keluar": "Surat Keluar",
}
JENIS_LAPORAN: dict[JenisPeriode, str] = {
    JenisPeriode.TRIWULAN: "laporan_triwulan",
    JenisPeriode.SEMESTER: "laporan_semester",
    JenisPeriode.TAHUNAN: "laporan_tahunan",
}

ABJAD_KODE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nothing that reads as a digit
PANJANG_KODE = 8
_BAGIAN = frozenset({"klasifikasi", "urut", "unit", "tahun"})
_WAJIB = frozenset({"urut", "tahun"})
_TANDA = re.compile(r"[A-Za-z0-9 ./_-]*")


def periksa_pola(pola: str) -> str:
    """A number pattern such as ``{klasifikasi}/{urut}/{unit}/{tahun}``; returns it trimmed.

    Without ``{urut}`` or ``{tahun}`` two documents could get one number, so both are required.
    """
    rapi = pola.strip()
    try:
        pecah = list(string.Formatter().parse(rapi))
    except ValueError:
        raise MasukanSalah("Kurung kurawal pada pola nomor tidak berpasangan.", "pola_nomor") from None
    ada = {nama for _, nama, _, _ in pecah if nama is not None}
    if any(bentuk or ubah for _, nama, bentuk, ubah in pecah if nama is not None) or ada - _BAGIAN:
        raise MasukanSalah("Pola nomor hanya mengenal {klasifikasi}, {urut}, {unit}, {tahun}.", "pola_nomor")
    if not ada >= _WAJIB:
        raise MasukanSalah("Pola nomor harus memuat {urut} dan {tahun}.", "pola_nomor")
    if not all(_TANDA.fullmatch(tetap) for tetap, *_ in pecah):
        raise MasukanSalah("Pola nomor memakai huruf, angka, titik, garis miring, dan garis.", "pola_nomor")
    return rapi


def periksa_kode_unit(kode: str, pola: str) -> str:
    """The office's own part of a number, trimmed; required where the pattern names ``{unit}``."""
    rapi = "".join(kode.split())
    if not _TANDA.fullmatch(rapi):
        raise MasukanSalah("Kode unit memakai huruf, angka, titik, garis miring, dan garis.", "kode_unit")
    if not rapi and "{unit}" in pola:
        raise MasukanSalah("Isi kode unit, misalnya CMT-TRS; pola nomor memuat {unit}.", "kode_unit")
    return rapi


def tulis_nomor(pola: str, klasifikasi: str, urut: int, unit: str, tahun: int) -> str:
    """The number as printed."""
    return pola.format(klasifikasi=klasifikasi, urut=urut, unit=unit, tahun=tahun)


def tulis_kode(acak: bytes) -> str:
    """The document code "ABCD-EFGH" from random bytes (at least 8)."""
    huruf = "".join(ABJAD_KODE[satu % len(ABJAD_KODE)] for satu in acak[:PANJANG_KODE])
    return f"{huruf[:4]}-{huruf[4:]}"


def lompatan(naik: Iterable[int], sesudah: int = 0) -> Iterator[tuple[int, int]]:
    """First and last of each stretch that rising numbers leave out, counted from after ``sesudah``."""
    harapan = sesudah + 1
    for n in naik:
        if n > harapan:
            yield harapan, n - 1
        harapan = n + 1

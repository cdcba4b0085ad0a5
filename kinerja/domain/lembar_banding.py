"""What a returned workbook asks to change, cell by cell, against what the data say now.

An empty cell leaves things as they are. Nothing is guessed: what is no plain text or number is an error
with the address of its cell.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.domain.angka import baca_angka, tulis_angka
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.lembar_isian import (
    Baris,
    BukuIsian,
    JenisBuku,
    JenisKolom,
    Kolom,
    Lembar,
    Nilai,
    huruf_kolom,
    ketikan,
)

NAMA_BUKU = {
    JenisBuku.PERJANJIAN_KINERJA: "Perjanjian Kinerja",
    JenisBuku.RENCANA_AKSI: "rencana aksi",
    JenisBuku.REALISASI: "realisasi",
}
ASING = {
    "rumus": "Sel ini berisi rumus. Salin, lalu tempel hasilnya sebagai nilai, atau ketik isinya.",
    "tanggal": "Sel ini terbaca sebagai tanggal. Ubah format selnya menjadi Teks, lalu ketik lagi isinya.",
    "benar": "Sel ini berisi TRUE atau FALSE. Ketik angka atau kata yang dimaksud.",
    "galat": "Sel ini berisi pesan galat Excel. Perbaiki atau kosongkan selnya.",
    "persen": "Sel ini berformat persen. Ubah formatnya menjadi Umum, lalu ketik angkanya saja, misalnya 85.",
}
_ARAH = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class SelTerbaca:
    """A cell as read: ``jenis`` is "teks", "angka" (``isi`` with a decimal point) or a key of ASING."""

    jenis: str
    isi: str


@dataclass(frozen=True)
class BarisTerbaca:
    nomor: int
    kunci: str
    sel: tuple[SelTerbaca | None, ...]


@dataclass(frozen=True)
class LembarTerbaca:
    """A sheet that carries our mark; ``kunci_asing``: its hidden column was changed."""

    nama: str
    tanda: str
    sidik: str
    judul: tuple[str, ...]
    baris: tuple[BarisTerbaca, ...]


@dataclass(frozen=True)
class Perubahan:
    """One cell that changes; ``ketikan`` is what its verb is given."""

    lembar: str
    alamat: str
    kunci: str
    medan: str
    untuk: str
    kolom: str
    lama: str
    baru: str
    ketikan: str

    @property
    def baris_baru(self) -> bool:
        """A cell of a line that does not exist yet."""
        return self.kunci.startswith("baru:")


@dataclass(frozen=True)
class SalahSel:
    lembar: str
    alamat: str
    untuk: str
    pesan: str


@dataclass(frozen=True)
class Banding:
    """``basi``: the data have changed since the workbook was downloaded."""

    perubahan: tuple[Perubahan, ...]
    salah: tuple[SalahSel, ...]
    basi: bool


def bandingkan(buku: BukuIsian, terbaca: Sequence[LembarTerbaca]) -> Banding:
    """Hold a workbook against ``buku``, the data as they are. Raises MasukanSalah for a foreign workbook."""
    _kenali(buku, terbaca)
    perubahan: list[Perubahan] = []
    salah: list[SalahSel] = []
    for lembar in buku.lembar:
        satu = next((t for t in terbaca if t.tanda == buku.tanda(lembar)), None)
        if satu is not None:
            _lembar(lembar, satu, perubahan, salah)
    basi = any(satu.sidik != buku.sidik() for satu in terbaca)
    return Banding(tuple(perubahan), tuple(salah), basi)


def _kenali(buku: BukuIsian, terbaca: Sequence[LembarTerbaca]) -> None:
    """The marks must be of this workbook, each sheet once, its columns as they were given out."""
    harapan = {buku.tanda(satu): satu for satu in buku.lembar}
    if not terbaca:
        raise MasukanSalah(
            "Berkas ini bukan lembar dari kinerja. Unduh lembarnya di halaman ini, isi, lalu unggah.",
            "berkas",
        )
    for satu in terbaca:
        if satu.tanda not in harapan:
            raise MasukanSalah(_berkas_lain(buku, satu.tanda), "berkas")
        kolom = tuple(k.judul for k in harapan[satu.tanda].kolom)
        if satu.judul[: len(kolom)] != kolom or any(satu.judul[len(kolom) :]):
            raise MasukanSalah(
                f"Susunan kolom lembar “{satu.nama}” sudah berubah. Jangan menambah, menghapus, atau "
                "memindah kolom: unduh lembar yang baru, lalu salin isian Anda ke sana.",
                "berkas",
            )
    if len({satu.tanda for satu in terbaca}) < len(terbaca):
        raise MasukanSalah("Satu lembar terdapat dua kali dalam berkas ini. Hapus salinannya.", "berkas")


def _berkas_lain(buku: BukuIsian, tanda: str) -> str:
    bagian = tanda.split("|")
    if len(bagian) == 6 and bagian[1] in list(JenisBuku):
        if bagian[1] != buku.jenis:
            return (
                f"Berkas ini lembar {NAMA_BUKU[JenisBuku(bagian[1])]}, "
                f"sedangkan halaman ini untuk {NAMA_BUKU[buku.jenis]}."
            )
        if bagian[2] != str(buku.tahun):
            return f"Berkas ini untuk tahun {bagian[2][:4]}, sedangkan halaman ini untuk tahun {buku.tahun}."
        if bagian[3] != str(buku.periode_id):
            return "Berkas ini untuk triwulan lain. Unduh lembar triwulan ini, isi, lalu unggah."
        if bagian[4] != str(buku.unit_id):
            return "Berkas ini milik unit lain. Unduh lembar unit Anda, isi, lalu unggah."
    return "Lembar dalam berkas ini tidak dikenal. Unduh lembarnya di halaman ini, isi, lalu unggah."


def _lembar(
    lembar: Lembar, terbaca: LembarTerbaca, perubahan: list[Perubahan], salah: list[SalahSel]
) -> None:
    ada = {baris.kunci: baris for baris in lembar.baris}
    sudah: set[str] = set()
    for baris in terbaca.baris:
        if not baris.kunci and not any(baris.sel):
            continue
        baru = lembar.baris_baru(baris.kunci)
        if baru and not _ada_isian(lembar, baris):
            continue
        milik = ada.get(baris.kunci)
        if baru and lembar.baru and (not baris.kunci or baris.kunci in sudah):
            milik = replace(lembar.baru, kunci=f"{lembar.baru.kunci}:b{baris.nomor}")
        elif milik is None or baris.kunci in sudah:
            pesan = (
                "Baris ini terdapat dua kali. Hapus salah satunya."
                if baris.kunci in sudah
                else "Baris ini tidak dikenal atau sudah tidak ada di kinerja. Unduh lembar yang baru."
            )
            salah.append(SalahSel(lembar.nama, f"baris {baris.nomor}", "", pesan))
            continue
        if milik is None:
            continue
        if baru:
            milik = replace(milik, nama=f"{milik.nama} (baris {baris.nomor})")
        sudah.add(baris.kunci)
        for ke, kolom in enumerate(lembar.kolom):
            sel = baris.sel[ke] if ke < len(baris.sel) else None
            if sel is not None:
                alamat = f"{huruf_kolom(ke + 2)}{baris.nomor}"
                _sel(lembar, milik, ke, kolom, sel, alamat, perubahan, salah)


def _ada_isian(lembar: Lembar, baris: BarisTerbaca) -> bool:
    return any(sel for kolom, sel in zip(lembar.kolom, baris.sel, strict=False) if kolom.medan)


def _sel(
    lembar: Lembar,
    baris: Baris,
    ke: int,
    kolom: Kolom,
    sel: SelTerbaca,
    alamat: str,
    perubahan: list[Perubahan],
    salah: list[SalahSel],
) -> None:
    lama = baris.sel[ke]
    try:
        baru = _ketikan(sel)
        if not baru or sama(lama, sel, baru):
            return
        if not kolom.medan or kolom.medan in baris.terkunci:
            raise MasukanSalah(
                f"Sel ini hanya keterangan dan tidak dibaca: di kinerja tertulis “{tulis(lama, kolom)}”. "
                "Kembalikan isinya, atau unduh lembar yang baru."
            )
        tertulis = tulis(Decimal(sel.isi) if sel.jenis == "angka" else baru, kolom)
        perubahan.append(
            Perubahan(
                lembar.nama,
                alamat,
                baris.kunci,
                kolom.medan,
                baris.nama,
                kolom.judul,
                tulis(lama, kolom),
                tertulis,
                baru,
            )
        )
    except MasukanSalah as gagal:
        salah.append(SalahSel(lembar.nama, alamat, f"{baris.nama}: {kolom.judul}", gagal.pesan))


def _ketikan(sel: SelTerbaca) -> str:
    """The cell as typed text; raises MasukanSalah for what is neither text nor number."""
    if sel.jenis in ASING:
        raise MasukanSalah(ASING[sel.jenis])
    if sel.jenis == "angka":
        return ketikan(Decimal(sel.isi))
    return rapi(sel.isi)


def rapi(teks: str) -> str:
    """NFC, plain line ends, no space around. Raises MasukanSalah where signs are hidden in it."""
    hasil = unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n")).strip()
    for huruf in hasil:
        if huruf in _ARAH or (unicodedata.category(huruf) in ("Cc", "Cs") and huruf not in "\n\t"):
            raise MasukanSalah("Ada tanda tak terlihat dalam teks ini; ketik ulang isinya.")
    return hasil


def sama(lama: Nilai, sel: SelTerbaca, baru: str) -> bool:
    """Is what was typed what is there already, however it is written? A number cell holds 15 digits."""
    if isinstance(lama, Decimal):
        if sel.jenis == "angka":
            return Decimal(sel.isi) in (lama, Decimal(format(lama, ".15g")))
        try:
            return baca_angka(baru) == lama
        except MasukanSalah:
            return False
    return unicodedata.normalize("NFC", (lama or "").replace("\r\n", "\n")).strip() == baru


def tulis(nilai: Nilai, kolom: Kolom) -> str:
    """A cell in words for the preview."""
    if isinstance(nilai, Decimal):
        teks = tulis_angka(nilai, None)
        return f"Rp{teks}" if kolom.jenis is JenisKolom.RUPIAH else teks
    return nilai or "(kosong)"

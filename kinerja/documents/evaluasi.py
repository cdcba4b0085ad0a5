"""Evaluasi SOP as display text: for the page, the PDF and the sheet, one wording for all three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.documents.blok import Baris, Blok, Gambar, HalamanBaru, Judul, Keterangan, Kolom, Tabel
from kinerja.documents.grafik_waktu import BatangWaktu, batang_waktu, uraian_waktu
from kinerja.documents.kantor import Kantor
from kinerja.domain.angka import bulatkan, tulis_angka, tulis_persen
from kinerja.domain.evaluasi import (
    BELUM,
    BELUM_SELESAI,
    JAUH,
    TANPA_LIHAT,
    TANPA_NORMA,
    NilaiLangkah,
    Nisbah,
    Sorotan,
)
from kinerja.domain.jam_kerja import kata_lama

TEMPLAT = "evaluasi.html"
LIHAT = "lihat Perlu dikonfirmasi pada lembar SOP"
JAUH_DARI_NORMA = "jauh di atas norma, periksa apakah normanya masih sesuai"
_KOLOM = (
    Kolom("No", 4, "tengah"),
    Kolom("Kegiatan", 24),
    Kolom("Norma", 11),
    Kolom("Pengerjaan", 22),
    Kolom("Menunggu (median)", 11),
    Kolom("Tepat waktu", 14),
    Kolom("Pengembalian", 14),
)


@dataclass(frozen=True)
class SelEvaluasi:
    """One step in words. ``peringatan`` says what stands out, "" where nothing does."""

    nomor: int
    kegiatan: str
    pelaksana: str
    kali: str
    norma: str
    median: str
    terburuk: str
    menunggu: str
    tepat: str
    kembali: str
    sekali_jadi: str
    sorotan: str
    peringatan: str


@dataclass(frozen=True)
class BagianEvaluasi:
    """One revision of one sheet."""

    judul: str
    periode: str
    sel: tuple[SelEvaluasi, ...]
    gambar: Gambar | None
    catatan: tuple[str, ...]

    @property
    def peringatan(self) -> tuple[str, ...]:
        return tuple(f"Langkah {s.nomor}: {s.peringatan}" for s in self.sel if s.peringatan)


@dataclass(frozen=True)
class CetakEvaluasi:
    """The paper."""

    kantor: Kantor
    tahun: int
    dibuat: str
    lembar: tuple[BagianEvaluasi, ...]
    kaki: tuple[str, ...]

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        return ("EVALUASI PELAKSANAAN SOP", *(b.judul for b in self.lembar))

    @property
    def blok(self) -> tuple[Blok, ...]:
        hasil: list[Blok] = []
        for ke, b in enumerate(self.lembar):
            if ke:
                hasil.append(HalamanBaru())
            hasil += [Judul(b.judul, 2), Keterangan((b.periode,))]
            if b.peringatan:
                hasil.append(Keterangan(tuple(f"(!) {kalimat}" for kalimat in b.peringatan)))
            if b.gambar:
                hasil.append(b.gambar)
            hasil.append(_tabel(b))
            if b.catatan:
                hasil.append(Keterangan(b.catatan))
            if not ke:
                hasil.append(Keterangan(self.kaki))
        return tuple(hasil)


def _tabel(b: BagianEvaluasi) -> Tabel:
    baris = tuple(
        Baris(
            (
                str(s.nomor),
                f"{s.kegiatan}\n{s.pelaksana}",
                f"{s.norma} (!)" if s.peringatan else s.norma,
                s.median if s.median == s.kali else f"{s.kali}\nmedian {s.median}\nterlama {s.terburuk}",
                s.menunggu,
                s.tepat,
                s.kembali if s.kembali == s.sekali_jadi else f"{s.kembali}\nsekali jadi {s.sekali_jadi}",
            )
        )
        for s in b.sel
    )
    return Tabel(_KOLOM, baris, rapat=True)


def kata_waktu(menit: Decimal | int, sehari: int) -> str:
    """A time in words; a median of half a minute is cut to the minute."""
    return kata_lama(int(menit), sehari)


def kata_nisbah(n: Nisbah, kosong: str) -> str:
    """ "75% (3 dari 4)", or why there is no figure."""
    return kosong if n.persen is None else f"{tulis_persen(n.persen, 0)} ({n.bagian} dari {n.dari})"


def sel_evaluasi(
    nomor: int, kegiatan: str, pelaksana: str, nilai: NilaiLangkah, sehari: int, diragukan: str = ""
) -> SelEvaluasi:
    """The figures of one step in words. ``diragukan``: what the sheet remarks beside its time."""
    kosong = BELUM if nilai.kali == 0 else BELUM_SELESAI
    tepat = kata_nisbah(nilai.tepat, kosong)
    if nilai.terlambat:
        tepat += f"; {nilai.terlambat} terlambat dan belum selesai"
    menunggu = TANPA_LIHAT if nilai.kali else BELUM
    return SelEvaluasi(
        nomor=nomor,
        kegiatan=kegiatan,
        pelaksana=pelaksana,
        kali=f"{nilai.kali} kali" if nilai.kali else BELUM,
        norma=kata_waktu(nilai.norma, sehari) if nilai.norma else TANPA_NORMA,
        median=BELUM if nilai.median is None else kata_waktu(nilai.median, sehari),
        terburuk=f"{kata_waktu(nilai.terburuk.menit, sehari)}, {nilai.terburuk.periode}"
        if nilai.terburuk
        else BELUM,
        menunggu=menunggu if nilai.menunggu is None else kata_waktu(nilai.menunggu, sehari),
        tepat=tepat,
        kembali=f"{nilai.kembali} kali" if nilai.kembali else "tidak pernah" if nilai.kali else BELUM,
        sekali_jadi=kata_nisbah(nilai.sekali_jadi, BELUM),
        sorotan=_sorotan(nilai),
        peringatan=_peringatan(nilai, sehari, diragukan),
    )


def _sorotan(nilai: NilaiLangkah) -> str:
    """How the median stands to the norm, in a few words."""
    match nilai.sorotan:
        case Sorotan.BELUM:
            return BELUM
        case Sorotan.TANPA_NORMA:
            return TANPA_NORMA
        case Sorotan.SESUAI:
            return "sesuai norma"
    kali = nilai.kelipatan or Decimal(0)
    return f"{tulis_angka(bulatkan(kali, 0 if kali >= JAUH else 1), None)} kali norma"


def _peringatan(nilai: NilaiLangkah, sehari: int, diragukan: str) -> str:
    if not nilai.norma:
        return ""
    norma = f"norma {kata_waktu(nilai.norma, sehari)}"
    if nilai.median is not None and nilai.sorotan is Sorotan.NORMA_JAUH:
        akhir = f"lembar mungkin keliru, {LIHAT}" if diragukan else JAUH_DARI_NORMA
        return f"{norma}, median {kata_waktu(nilai.median, sehari)}: {akhir}."
    if diragukan:
        belum = f", {BELUM}" if nilai.median is None else f", median {kata_waktu(nilai.median, sehari)}"
        return f"{norma}{belum}: lembar mungkin keliru, {LIHAT}."
    return ""


def gambar_evaluasi(judul: str, semua: Sequence[tuple[SelEvaluasi, NilaiLangkah]]) -> Gambar | None:
    """Median beside norm for each step; None where nothing was done yet."""
    if not any(nilai.kali for _, nilai in semua):
        return None
    batang = [
        BatangWaktu(
            f"Langkah {sel.nomor}",
            nilai.median,
            f"{sel.median} ({sel.sorotan})" if nilai.kelipatan and nilai.kelipatan > 1 else sel.median,
            nilai.norma,
            f"norma {sel.norma}" if nilai.norma else TANPA_NORMA,
            bool(sel.peringatan),
        )
        for sel, nilai in semua
    ]
    return Gambar(judul, batang_waktu(batang), uraian_waktu(batang))

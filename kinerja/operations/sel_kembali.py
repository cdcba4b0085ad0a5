"""The very cells a step is sent back for: sections of the report's text, figures of a triwulan.

A return keeps each as it was read then; when the step is done again, also what became of it. A cell left as
it was needs a word of explanation. This module is used by operations.tugas, so it never imports it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah
from kinerja.domain.narasi import bagian_narasi
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.sop import Halaman
from kinerja.models.periode import Periode
from kinerja.models.tugas import Pengembalian, Tugas
from kinerja.operations.laporan.verba import isi_laporan, laporan_kini, narasi_laporan
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.realisasi.isian import isian_semua

NARASI, ANGKA = "narasi", "angka"
MENYUSUN = frozenset({Halaman.SUSUN, Halaman.SUSUN_SEMESTER, Halaman.SUSUN_TAHUNAN})
BELUM_DITULIS = "(belum ditulis)"


@dataclass(frozen=True)
class Sel:
    """A cell as it stands now. ``tanda`` is stored: "narasi:<section>" or "angka:<identitas>"."""

    tanda: str
    label: str
    kini: str

    @property
    def jenis(self) -> str:
        return self.tanda.partition(":")[0]

    @property
    def kunci(self) -> str:
        return self.tanda.partition(":")[2]


@dataclass(frozen=True)
class SelDiminta(Sel):
    """A cell to be mended, with what stood in it when it was sent back."""

    semula: str

    @property
    def berubah(self) -> bool:
        return self.kini != self.semula


def sel_halaman(sesi: Session, periode: Periode, halaman: Halaman | None) -> tuple[Sel, ...]:
    """What the work page of a step can mend in this period; nothing for the other pages.

    Figures are mended by their unit, which merekap asks for; those of a semester stand in its triwulan.
    """
    if halaman in MENYUSUN:
        return _narasi(sesi, periode)
    if halaman is Halaman.REKAP and periode.jenis is JenisPeriode.TRIWULAN:
        return tuple(
            Sel(f"{ANGKA}:{i.indikator.identitas}", f"Angka {i.nomor} {i.indikator.uraian}", i.nilai)
            for unit in isian_semua(sesi, periode)
            for i in unit.indikator
        )
    return ()


def _narasi(sesi: Session, periode: Periode) -> tuple[Sel, ...]:
    laporan = laporan_kini(sesi, periode.id)
    if laporan is None:
        return ()
    narasi = narasi_laporan(laporan)
    return tuple(
        Sel(
            f"{NARASI}:{b.kunci}",
            b.judul if b.judul == b.kelompok else f"{b.kelompok}: {b.judul}",
            narasi.get(b.kunci, "") or BELUM_DITULIS,
        )
        for b in bagian_narasi(isi_laporan(laporan))
    )


def halaman_tugas(tugas: Tugas) -> Halaman | None:
    """The work page of a tugas whose periode and sheet are loaded."""
    if tugas.langkah is None:
        return None
    return sop_dari(tugas.periode.lembar_sop).langkah(tugas.langkah).halaman


def dapat_ditandai(sesi: Session, tujuan: Sequence[Tugas]) -> tuple[Sel, ...]:
    """Every cell that one of these steps could be asked to mend."""
    hasil: dict[str, Sel] = {}
    for tugas in tujuan:
        for sel in sel_halaman(sesi, tugas.periode, halaman_tugas(tugas)):
            hasil[sel.tanda] = sel
    return tuple(hasil.values())


def tandai(sesi: Session, tujuan: Tugas, pilihan: Sequence[str]) -> list[dict[str, str]]:
    """The chosen cells as a return stores them. Raises MasukanSalah (medan "sel") for one of another step."""
    if not pilihan:
        return []
    ada = {sel.tanda: sel for sel in sel_halaman(sesi, tujuan.periode, halaman_tugas(tujuan))}
    asing = [t for t in dict.fromkeys(pilihan) if t not in ada]
    if asing:
        macam = "bagian uraian" if asing[0].startswith(NARASI) else "angka"
        raise MasukanSalah(
            f"Ada {macam} yang ditandai, tetapi langkah {tujuan.langkah} tidak dapat memperbaikinya. "
            "Hapus tandanya, atau pilih langkah yang lain.",
            "sel",
        )
    return [{"tanda": t, "label": ada[t].label, "semula": ada[t].kini} for t in dict.fromkeys(pilihan)]


def pengembalian_berlaku(sesi: Session, tugas: Tugas) -> Pengembalian | None:
    """The return that opened this step; None when its turn simply came, or when it is done."""
    if not tugas.terbuka:
        return None
    return sesi.execute(
        select(Pengembalian)
        .where(Pengembalian.ke_id == tugas.id, Pengembalian.pada >= tugas.dibuka_pada)
        .order_by(Pengembalian.id.desc())
        .limit(1)
    ).scalar_one_or_none()


def diminta(sesi: Session, tugas: Tugas) -> tuple[SelDiminta, ...]:
    """The cells the open step was sent back for, as they stand now; one that is gone counts as changed."""
    kembali = pengembalian_berlaku(sesi, tugas)
    if kembali is None or not kembali.sel:
        return ()
    kini = {s.tanda: s.kini for s in sel_halaman(sesi, tugas.periode, halaman_tugas(tugas))}
    return tuple(
        SelDiminta(s["tanda"], s["label"], kini.get(s["tanda"], "(tidak ada lagi)"), s["semula"])
        for s in kembali.sel
    )


def tutup_sel(sesi: Session, tugas: Tugas, catatan: str) -> None:
    """Before the step is completed: keep what became of each marked cell.

    Raises BelumLengkap when one is as it was and no note says why.
    """
    semua = diminta(sesi, tugas)
    kembali = pengembalian_berlaku(sesi, tugas)
    if kembali is None or not semua:
        return
    sama = [s.label for s in semua if not s.berubah]
    if sama and not catatan.strip():
        raise BelumLengkap(
            f"Belum diubah: {'; '.join(sama)}. Perbaiki, atau tulis pada catatan mengapa memang sudah benar."
        )
    kembali.sel = [{**lama, "menjadi": kini.kini} for lama, kini in zip(kembali.sel, semua, strict=True)]

"""A report ready to print: the frozen figures, the narrative and the annexes become blocks.

``susun`` takes what was frozen (``IsiLaporan``) and what people wrote; it works out nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja.documents.blok import Blok
from kinerja.documents.kantor import Kantor, Penandatangan
from kinerja.documents.laporan.reviu import ReviuCetak
from kinerja.documents.perjanjian_kinerja.naskah import PerjanjianKinerja
from kinerja.domain.angka import digit_persen
from kinerja.domain.laporan_isi import IsiLaporan, JenisLaporan
from kinerja.domain.rujukan import Rujukan

TEMPLAT = "laporan.html"
DASAR = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
    "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja.",
)


@dataclass(frozen=True)
class TemuanCetak:
    """A finding of the checks that stands, with its severity and explanation (empty: none was given)."""

    pesan: str
    penjelasan: str
    oleh: str = ""
    tingkat: str = ""
    pada: str = ""


@dataclass(frozen=True)
class KoreksiCetak:
    """A correction asked for at a sosialisasi, and what was done about it."""

    bagian: str
    uraian: str
    oleh: str
    tindak_lanjut: str


@dataclass(frozen=True)
class BarisPembagian:
    """A line of the catatan pembagian tugas."""

    unit: str
    uraian: str
    tenggat: str = ""


@dataclass(frozen=True)
class Pelengkap:
    """What a report carries besides its frozen figures.

    ``narasi``: section key of ``domain.narasi`` → text. ``status`` is printed in a box while it is a draft.
    ``jangkar`` (the head of the audit chain at freezing) is printed small at the end.
    """

    kantor: Kantor
    penandatangan: Penandatangan
    narasi: Mapping[str, str] = field(default_factory=dict)
    temuan: tuple[TemuanCetak, ...] = ()
    koreksi: tuple[KoreksiCetak, ...] = ()
    pembagian_tugas: tuple[BarisPembagian, ...] = ()
    pk: PerjanjianKinerja | None = None
    tanggapan_atasan: tuple[tuple[str, str], ...] = ()
    """(post, words) of superiors, for the triwulan and semester reports."""
    reviu: tuple[ReviuCetak, ...] = ()
    """The self-check, where the office wants it as an annex."""
    dasar: tuple[str, ...] = DASAR
    nomor: str = ""
    status: str = ""
    kode: str = ""
    jangkar: str = ""
    sumber: Rujukan | None = None
    """The trail of the figures, printed as the annex "Sumber angka"."""
    zona: int = 7
    """The office's hours ahead of UTC, for the days in the trail."""
    revisi: tuple[str, ...] = ()
    """Of a revised report: what it revises and why, a sentence each; then each changed figure."""
    revisi_ke: int = 0
    """Which revision it is, said under the title; 0: none."""


@dataclass(frozen=True)
class Laporan:
    """The finished report for ``laporan.html``."""

    kantor: Kantor
    judul: tuple[str, ...]
    bersampul: bool
    pembuka: tuple[Blok, ...]
    """Kata pengantar, before the table of contents; only behind a cover."""
    blok: tuple[Blok, ...]
    nama_penandatangan: str
    nomor: str
    status: str
    kode: str
    digest: str = ""
    """SHA-256 in hex of the figures the report was made from."""
    berdaftar_isi: bool = False
    """A table of contents under the title; a report with a cover has it on a page of its own."""

    @property
    def data(self) -> str:
        """The first 16 digits of the digest in groups of four, as the footer prints them."""
        return " ".join(self.digest[n : n + 4] for n in range(0, min(len(self.digest), 16), 4))

    @property
    def nama(self) -> str:
        """The title on one line."""
        return " ".join(self.judul)

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        return (*self.judul, self.nama_penandatangan)


def susun(isi: IsiLaporan, lengkap: Pelengkap) -> Laporan:
    """The report of a triwulan, a semester or the year, rounded as its frozen settings say."""
    with digit_persen(isi.aturan.desimal):
        return _susun(isi, lengkap)


def _revisi(ke: int) -> tuple[str, ...]:
    return (f"REVISI KE-{ke}",) if ke else ()


def _susun(isi: IsiLaporan, lengkap: Pelengkap) -> Laporan:
    from kinerja.documents.laporan.berkala import judul_berkala, susun_berkala
    from kinerja.documents.laporan.tahunan import judul_tahunan, pengantar, susun_tahunan

    tahunan = isi.jenis is JenisLaporan.TAHUNAN
    return Laporan(
        kantor=lengkap.kantor,
        judul=(*(judul_tahunan(isi) if tahunan else judul_berkala(isi)), *_revisi(lengkap.revisi_ke)),
        bersampul=tahunan,
        pembuka=tuple(pengantar(lengkap)) if tahunan else (),
        blok=tuple(susun_tahunan(isi, lengkap) if tahunan else susun_berkala(isi, lengkap)),
        nama_penandatangan=lengkap.penandatangan.nama,
        nomor=lengkap.nomor,
        status=lengkap.status,
        kode=lengkap.kode,
        digest=isi.digest(),
        berdaftar_isi=isi.jenis is JenisLaporan.SEMESTER,
    )

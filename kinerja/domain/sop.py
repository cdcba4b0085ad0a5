"""The SOP sheet as data: who does what, after what, with which mutu baku.

A sheet is made by :func:`kinerja.domain.sop_baca.baca_sop`, which refuses one that cannot run, so everything
here may rely on its being valid. Text keys ending in ``_tertulis`` hold the printed words, never corrected.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from kinerja.domain.naskah import Naskah
from kinerja.domain.sop_konfirmasi import Konfirmasi, Tanggal


class Jenis(StrEnum):
    """The symbol of a langkah (PermenPANRB 35/2012): capsule, box, diamond, capsule."""

    MULAI = "mulai"
    PROSES = "proses"
    KEPUTUSAN = "keputusan"
    SELESAI = "selesai"


class Daur(StrEnum):
    """How often a langkah comes round; the order of the members is the order in the year."""

    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUNAN = "tahunan"
    SEKALI = "sekali"


class Dasar(StrEnum):
    """Whether the pelaksana of a langkah is printed on the sheet, supposed by us, or said by the office."""

    FAKTA = "fakta"
    ASUMSI = "asumsi"
    KONFIRMASI = "konfirmasi"


class Keyakinan(StrEnum):
    """How sure an asumsi is."""

    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"


class Halaman(StrEnum):
    """The work page of a langkah; a langkah without one gets the generic page."""

    KUMPULKAN = "kumpulkan"
    REKAP = "rekap"
    OLAH = "olah"
    SUSUN = "susun"
    SOSIALISASI = "sosialisasi"
    REKAP_SEMESTER = "rekap_semester"
    SUSUN_SEMESTER = "susun_semester"
    SOSIALISASI_SEMESTER = "sosialisasi_semester"
    SUSUN_TAHUNAN = "susun_tahunan"
    SURAT = "surat"
    SURAT_LIHAT = "surat_lihat"
    SURAT_NOMOR = "surat_nomor"
    SURAT_ARSIP = "surat_arsip"


# The work pages a sheet of daur "sekali" may name: what they need is a letter, not a year of figures.
HALAMAN_SURAT = frozenset({Halaman.SURAT, Halaman.SURAT_LIHAT, Halaman.SURAT_NOMOR, Halaman.SURAT_ARSIP})


@dataclass(frozen=True)
class Catatan:
    """A remark beside one key: the defect that is printed there, in Indonesian."""

    kunci: str
    teks: str


@dataclass(frozen=True)
class _Bercatatan:
    """Anything with remarks beside its keys."""

    catatan: tuple[Catatan, ...]

    def catatan_untuk(self, kunci: str) -> str | None:
        """Return the remark beside ``kunci``, or None."""
        return next((c.teks for c in self.catatan if c.kunci == kunci), None)


@dataclass(frozen=True)
class Pengesah(_Bercatatan):
    """Who ratified or signed, as printed; the two places of the sheet differ in spelling."""

    jabatan: str
    nama: str
    nip_tertulis: str

    @property
    def nip(self) -> str:
        """Only the digits of the printed NIP; may have 17 of them, as on the office's own sheet."""
        return "".join(huruf for huruf in self.nip_tertulis if huruf in "0123456789")


@dataclass(frozen=True)
class TandaTangan(Pengesah):
    """The signature block under the table."""

    tempat: str
    tanggal: Tanggal


@dataclass(frozen=True)
class Identitas(_Bercatatan):
    """The identity block of the sheet (PermenPANRB 35/2012)."""

    nomor: str
    nama: str
    kop: tuple[str, ...]
    tanggal_pembuatan: Tanggal
    tanggal_revisi: Tanggal
    tanggal_efektif: Tanggal
    tanggal_pengesahan: Tanggal
    disahkan_oleh: Pengesah
    dasar_hukum: tuple[str, ...]
    kualifikasi: tuple[str, ...]
    keterkaitan: tuple[str, ...]
    peralatan: tuple[str, ...]
    peringatan: tuple[str, ...]
    pencatatan: tuple[str, ...]


@dataclass(frozen=True)
class Pelaksana(_Bercatatan):
    """A column of the flow chart. ``staf_dari`` is the kode of the pelaksana whose unit's staf is meant.

    ``peran``: the roles that may stand in this column, where it is not the one that ``kode`` names; who
    starts the sheet decides which of them it is.
    """

    kode: str
    nama: str
    staf_dari: str | None
    peran: tuple[str, ...] = ()

    @property
    def peran_semua(self) -> tuple[str, ...]:
        return self.peran or (self.kode,)


@dataclass(frozen=True)
class Langkah(_Bercatatan):
    """A row of the sheet. ``waktu`` is in minutes, None where the sheet gives none."""

    nomor: int
    kegiatan: str
    jenis: Jenis
    daur: Daur
    pelaksana: str
    dasar: Dasar
    keyakinan: Keyakinan | None
    berikut: int | None
    ya: int | None
    tidak: int | None
    menunggu: Daur | None
    halaman: Halaman | None
    kelengkapan: tuple[Naskah, ...]
    kelengkapan_tertulis: str
    waktu: int | None
    waktu_tertulis: str
    output: tuple[Naskah, ...]
    output_tertulis: str
    ket_tertulis: str

    @property
    def tujuan(self) -> tuple[int, ...]:
        """The numbers an arrow leads to: none, one, or ya and tidak in this order."""
        return tuple(n for n in (self.berikut, self.ya, self.tidak) if n is not None)


@dataclass(frozen=True)
class Sop(_Bercatatan):
    """One valid sheet; ``langkah_semua`` is ordered by nomor."""

    identitas: Identitas
    tanda_tangan: TandaTangan | None
    pelaksana_semua: tuple[Pelaksana, ...]
    langkah_semua: tuple[Langkah, ...]
    konfirmasi: tuple[Konfirmasi, ...] = ()

    @property
    def nama(self) -> str:
        return self.identitas.nama

    def langkah(self, nomor: int) -> Langkah:
        """Return the langkah with this number; KeyError when there is none."""
        for satu in self.langkah_semua:
            if satu.nomor == nomor:
                return satu
        raise KeyError(nomor)

    def pelaksana(self, kode: str) -> Pelaksana:
        """Return the pelaksana with this kode; KeyError when there is none."""
        for satu in self.pelaksana_semua:
            if satu.kode == kode:
                return satu
        raise KeyError(kode)

    def konfirmasi_untuk(self, tempat: str) -> Konfirmasi | None:
        """Return the office's word on a place, or None."""
        return next((satu for satu in self.konfirmasi if satu.tempat == tempat), None)

    @property
    def mulai(self) -> Langkah:
        """The one langkah the sheet starts with."""
        return next(satu for satu in self.langkah_semua if satu.jenis is Jenis.MULAI)

    @property
    def urutan_daur(self) -> tuple[Daur, ...]:
        """The daur this sheet has, shortest first."""
        ada = {satu.daur for satu in self.langkah_semua}
        return tuple(daur for daur in Daur if daur in ada)

    def langkah_daur(self, daur: Daur) -> tuple[Langkah, ...]:
        """Return the langkah of one daur, by number."""
        return tuple(satu for satu in self.langkah_semua if satu.daur == daur)

    def awal(self, daur: Daur) -> Langkah:
        """Return the langkah a periode of this daur opens with; KeyError when the sheet has no such daur."""
        if self.mulai.daur == daur:
            return self.mulai
        for satu in self.langkah_semua:
            for nomor in satu.tujuan:
                tujuan = self.langkah(nomor)
                if tujuan.daur == daur != satu.daur:
                    return tujuan
        raise KeyError(daur)

    def berikut_dalam_daur(self, nomor: int, jawaban: bool = True) -> int | None:
        """Return the langkah that opens after this one within its periode; None at the end of the daur.

        ``jawaban`` picks Ya or Tidak of a keputusan and means nothing elsewhere.
        """
        asal = self.langkah(nomor)
        cabang = asal.ya if jawaban else asal.tidak
        tujuan = cabang if asal.jenis is Jenis.KEPUTUSAN else asal.berikut
        if tujuan is None or self.langkah(tujuan).daur != asal.daur:
            return None
        return tujuan

    def ke_dict(self) -> dict[str, Any]:
        """Return plain data that ``baca_sop`` reads back to an equal sheet; what is empty is left out."""
        isi = _polos(self)
        isi["pelaksana"] = isi.pop("pelaksana_semua")
        isi["langkah"] = isi.pop("langkah_semua")
        return dict(sorted(isi.items()))

    def ke_json(self) -> str:
        """Return the canonical JSON: sorted keys, no spaces, UTF-8 letters as they are."""
        return json.dumps(self.ke_dict(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def digest(self) -> str:
        """Return the sha256 of the canonical JSON in hexadecimal: two sheets that say the same have one."""
        return hashlib.sha256(self.ke_json().encode()).hexdigest()


def _polos(nilai: Any) -> Any:
    """Turn dataclasses, enums, dates and tuples into what JSON holds; None, "", () and {} drop out."""
    if isinstance(nilai, tuple) and nilai and isinstance(nilai[0], Catatan):
        return {satu.kunci: satu.teks for satu in nilai}
    if is_dataclass(nilai):
        isi = {medan.name: _polos(getattr(nilai, medan.name)) for medan in fields(nilai)}
        return {kunci: satu for kunci, satu in isi.items() if satu not in (None, "", [], {})}
    if isinstance(nilai, tuple):
        return [_polos(satu) for satu in nilai]
    if isinstance(nilai, StrEnum):
        return nilai.value
    if isinstance(nilai, date):
        return nilai.isoformat()
    return nilai

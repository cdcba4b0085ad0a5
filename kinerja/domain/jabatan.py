"""Posts, the roles they play on the SOP sheet, and what each role may do (domain.md §5).

Work belongs to posts, never to persons: a person acts through the posts held on a day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Peran(StrEnum):
    """The role of a post: the five pelaksana of the sheet, the head, and the keeper of the system."""

    CAMAT = "camat"
    SEKRETARIS = "sekretaris"
    KASUBAG_UMUM = "kasubag_umum"
    KASUBAG_PERENCANAAN = "kasubag_perencanaan"
    KASI = "kasi"
    STAF = "staf"
    ADMIN = "admin"


NAMA_PERAN: dict[Peran, str] = {
    Peran.CAMAT: "Camat",
    Peran.SEKRETARIS: "Sekretaris",
    Peran.KASUBAG_UMUM: "Kasubag Umum dan Kepegawaian",
    Peran.KASUBAG_PERENCANAAN: "Kasubag Perencanaan Keuangan dan Pelaporan",
    Peran.KASI: "Kasi",
    Peran.STAF: "Staf",
    Peran.ADMIN: "Admin sistem",
}

# Roles of which an office has exactly one post; Kasi and Staf come in any number.
PERAN_TUNGGAL = frozenset(
    {Peran.CAMAT, Peran.SEKRETARIS, Peran.KASUBAG_UMUM, Peran.KASUBAG_PERENCANAAN, Peran.ADMIN}
)
KEPALA_UNIT = frozenset({Peran.KASI, Peran.KASUBAG_UMUM, Peran.KASUBAG_PERENCANAAN})


class Wewenang(StrEnum):
    """What a role may do; routes and verbs name one of these, never a role."""

    BACA = "baca"  # reports, capaian, the SOP and the archive
    TULIS_PK = "tulis_pk"
    SETUJUI_PK = "setujui_pk"
    ISI_REALISASI = "isi_realisasi"  # fill realisasi of the own unit
    KIRIM_REALISASI = "kirim_realisasi"  # send the unit's laporan progres
    BUAT_DISPOSISI = "buat_disposisi"
    TERIMA_DISPOSISI = "terima_disposisi"
    BUKA_TAHUN = "buka_tahun"
    MULAI_DINI = "mulai_dini"
    UNGGAH_TERTANDA = "unggah_tertanda"
    BACA_CATATAN = "baca_catatan"
    ATUR_KANTOR = "atur_kantor"  # office settings, numbering, SOP revision
    ATUR_ORANG = "atur_orang"  # people, posts, sessions
    LIHAT_RAHASIA = "lihat_rahasia"
    LIHAT_RINGKASAN = "lihat_ringkasan"  # what waits for whom in the whole office
    CATAT_SURAT = "catat_surat"  # write down incoming letters; a Staf only in the unit of the Kasubag Umum


_PEGAWAI = frozenset({Wewenang.BACA, Wewenang.TERIMA_DISPOSISI})
_KEPALA = _PEGAWAI | {Wewenang.ISI_REALISASI, Wewenang.KIRIM_REALISASI, Wewenang.BUAT_DISPOSISI}

WEWENANG_PERAN: dict[Peran, frozenset[Wewenang]] = {
    Peran.CAMAT: _PEGAWAI
    | {
        Wewenang.SETUJUI_PK,
        Wewenang.BUAT_DISPOSISI,
        Wewenang.UNGGAH_TERTANDA,
        Wewenang.BACA_CATATAN,
        Wewenang.LIHAT_RAHASIA,
        Wewenang.LIHAT_RINGKASAN,
    },
    Peran.SEKRETARIS: _PEGAWAI
    | {
        Wewenang.SETUJUI_PK,
        Wewenang.BUAT_DISPOSISI,
        Wewenang.BACA_CATATAN,
        Wewenang.ATUR_KANTOR,
        Wewenang.LIHAT_RAHASIA,
        Wewenang.LIHAT_RINGKASAN,
    },
    Peran.KASUBAG_UMUM: _KEPALA
    | {Wewenang.ATUR_KANTOR, Wewenang.BUKA_TAHUN, Wewenang.MULAI_DINI, Wewenang.CATAT_SURAT},
    Peran.KASUBAG_PERENCANAAN: _KEPALA | {Wewenang.TULIS_PK, Wewenang.BUKA_TAHUN, Wewenang.UNGGAH_TERTANDA},
    Peran.KASI: _KEPALA,
    Peran.STAF: _PEGAWAI | {Wewenang.ISI_REALISASI, Wewenang.CATAT_SURAT},
    Peran.ADMIN: frozenset({Wewenang.ATUR_ORANG, Wewenang.BACA_CATATAN}),
}


# What stays with the holder when the post is delegated: a stand-in was not chosen for the office's secrets,
# and may have been named by the Sekretaris.
TETAP_PADA_PEMEGANG = frozenset({Wewenang.LIHAT_RAHASIA})


class JenisPenugasan(StrEnum):
    """How a post is held: Plt. when it is vacant, Plh. while its holder is away."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"


AWALAN_PENUGASAN: dict[JenisPenugasan, str] = {
    JenisPenugasan.DEFINITIF: "",
    JenisPenugasan.PLT: "Plt. ",
    JenisPenugasan.PLH: "Plh. ",
}


_AN = "a.n. "
_DELEGASI = " – delegasi dari "


@dataclass(frozen=True)
class Jabatan:
    """A post as one person holds it today. ``unit_id`` is None for the Camat, Sekretaris and admin.

    ``delegasi_dari`` is the holder's name when the person only stands in for a stated time, else empty;
    ``jenis`` is then how that holder holds it.
    """

    id: int
    nama: str
    peran: Peran
    unit_id: int | None = None
    jenis: JenisPenugasan = JenisPenugasan.DEFINITIF
    delegasi_dari: str = ""

    @property
    def nama_lengkap(self) -> str:
        """The post with "Plt." or "Plh." before it, as documents print it.

        A stand-in's: "a.n. Sekretaris – delegasi dari Nama Pemegang", so that beside the name of the one who
        acted the holder's always stands.
        """
        nama = AWALAN_PENUGASAN[self.jenis] + self.nama
        return f"{_AN}{nama}{_DELEGASI}{self.delegasi_dari}" if self.delegasi_dari else nama

    @property
    def wewenang(self) -> frozenset[Wewenang]:
        """What the post lets this person do."""
        semua = WEWENANG_PERAN[self.peran]
        return semua - TETAP_PADA_PEMEGANG if self.delegasi_dari else semua


class SebutanJabatan(NamedTuple):
    """The parts of a written ``nama_lengkap``: "Plt.", "Plh." or "", the post, the holder who delegated."""

    awalan: str
    nama: str
    delegasi_dari: str = ""


def urai_jabatan(teks: str) -> SebutanJabatan:
    """Read ``nama_lengkap`` back from where a document or an act keeps it."""
    delegasi_dari = ""
    if teks.startswith(_AN) and _DELEGASI in teks:
        teks, _, delegasi_dari = teks.removeprefix(_AN).rpartition(_DELEGASI)
    for awalan in (AWALAN_PENUGASAN[JenisPenugasan.PLT], AWALAN_PENUGASAN[JenisPenugasan.PLH]):
        if teks.startswith(awalan):
            return SebutanJabatan(awalan.strip(), teks.removeprefix(awalan), delegasi_dari)
    return SebutanJabatan("", teks, delegasi_dari)


@dataclass(frozen=True)
class Pelaku:
    """The person who acts, with every post held at that moment; verbs take one as ``oleh``."""

    pegawai_id: int
    nama: str
    jabatan: tuple[Jabatan, ...] = ()
    sesi: str = ""

    def boleh(self, wewenang: Wewenang) -> bool:
        return any(wewenang in j.wewenang for j in self.jabatan)

    def berperan(self, *peran: Peran) -> bool:
        return any(j.peran in peran for j in self.jabatan)

    def sebagai(self, peran: Peran, unit_id: int | None = None) -> Jabatan | None:
        """The held post with this role (and unit, where one is asked), or None."""
        for jabatan in self.jabatan:
            if jabatan.peran is peran and (unit_id is None or jabatan.unit_id == unit_id):
                return jabatan
        return None

    @property
    def jabatan_id(self) -> frozenset[int]:
        return frozenset(j.id for j in self.jabatan)

    @property
    def jabatan_sendiri(self) -> tuple[Jabatan, ...]:
        """The posts held by assignment, without those only stood in for."""
        return tuple(j for j in self.jabatan if not j.delegasi_dari)

    @property
    def unit_id(self) -> frozenset[int]:
        return frozenset(j.unit_id for j in self.jabatan if j.unit_id is not None)


def berlaku(mulai: date, selesai: date | None, hari: date) -> bool:
    """Is an assignment from ``mulai`` to ``selesai`` (both inclusive) in force on ``hari``?"""
    return mulai <= hari and (selesai is None or hari <= selesai)


_NIP = re.compile(r"[0-9]{18}")


def peringatan_nip(nip: str) -> str | None:
    """A warning in words when a NIP is not 18 digits; never a refusal.

    The office's own sheet prints one of 17 digits (domain.md §1), so it must be possible to enter it.
    """
    rapat = nip.replace(" ", "")
    if not rapat or _NIP.fullmatch(rapat):
        return None
    if not rapat.isascii() or not rapat.isdigit():
        return "NIP memuat huruf atau tanda lain; periksa kembali pada SK."
    return f"NIP lazimnya 18 angka, ini {len(rapat)} angka; periksa kembali pada SK."


def tulis_nip(nip: str) -> str:
    """NIP in its groups 8-6-1-3; one of another length stays as typed."""
    rapat = nip.replace(" ", "")
    if not _NIP.fullmatch(rapat):
        return nip
    return f"{rapat[:8]} {rapat[8:14]} {rapat[14]} {rapat[15:]}"

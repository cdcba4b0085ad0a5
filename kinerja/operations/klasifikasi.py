"""The office's classes and their retention: added, changed, retired; which class a kind of document gets.

A document keeps the class it was issued with. Years that are changed here count for all documents of the
class, as a new schedule does on paper.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.nomor import KLASIFIKASI, NAMA_JENIS
from kinerja.domain.retensi import TAHUN_TERLAMA, Nasib
from kinerja.models.kantor import kantor
from kinerja.models.klasifikasi import Klasifikasi
from kinerja.operations.catatan import catat

PANJANG = 200
_KODE = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,7}", re.ASCII)
#: Kinds whose class the office chooses here; a letter names its own.
JENIS_BERKELAS = tuple(jenis for jenis in KLASIFIKASI if jenis != "surat_keluar")


@dataclass(frozen=True)
class IsianKelas:
    """A class as filled in; ``aktif`` and ``inaktif`` in years."""

    kode: str
    nama: str
    aktif: int
    inaktif: int
    nasib: str
    sumber: str


def tambah_kelas(sesi: Session, isian: IsianKelas, oleh: Pelaku, pada: datetime) -> Klasifikasi:
    """A new class of the schedule, with its audit row."""
    _pastikan(oleh)
    rapi = _periksa(isian)
    if sesi.get(Klasifikasi, rapi.kode) is not None:
        raise MasukanSalah("Klasifikasi dengan kode itu sudah ada.", "kode")
    kelas = Klasifikasi(**asdict(rapi), diubah_pada=pada, diubah_oleh_nama=oleh.nama)
    sesi.add(kelas)
    sesi.flush()
    _catat(sesi, kelas, f"Klasifikasi {kelas.kode} {kelas.nama} ditambahkan.", None, oleh, pada)
    return kelas


def ubah_kelas(sesi: Session, isian: IsianKelas, oleh: Pelaku, pada: datetime) -> Klasifikasi:
    """Change name, years, nasib or source of the class ``isian.kode``; the audit row holds both."""
    _pastikan(oleh)
    kelas = ambil_kelas(sesi, isian.kode)
    sebelum = data_kelas(kelas)
    for nama, nilai in asdict(_periksa(isian)).items():
        setattr(kelas, nama, nilai)
    if data_kelas(kelas) == sebelum:
        return kelas
    kelas.diubah_pada, kelas.diubah_oleh_nama = pada, oleh.nama
    sesi.flush()
    _catat(sesi, kelas, f"Klasifikasi {kelas.kode} {kelas.nama} diubah.", sebelum, oleh, pada)
    return kelas


def hentikan_kelas(sesi: Session, kode: str, oleh: Pelaku, pada: datetime) -> Klasifikasi:
    """No new document gets this class; those that bear it keep it, and its years."""
    _pastikan(oleh)
    kelas = ambil_kelas(sesi, kode)
    if kelas.dihentikan_pada is not None:
        raise SudahDikerjakan(f"Klasifikasi {kode} sudah dihentikan oleh {kelas.diubah_oleh_nama}.")
    dipakai = [NAMA_JENIS[jenis] for jenis, satu in kelas_jenis(sesi).items() if satu == kode]
    if dipakai:
        raise MasukanSalah(
            f"Klasifikasi ini masih dipakai untuk {', '.join(dipakai)}. Pilih kelas lain untuknya dahulu."
        )
    sebelum = data_kelas(kelas)
    kelas.dihentikan_pada, kelas.diubah_pada, kelas.diubah_oleh_nama = pada, pada, oleh.nama
    sesi.flush()
    _catat(sesi, kelas, f"Klasifikasi {kode} {kelas.nama} dihentikan.", sebelum, oleh, pada)
    return kelas


def atur_jenis(sesi: Session, pilihan: dict[str, str], oleh: Pelaku, pada: datetime) -> int:
    """Kind of document → class, for what is issued from now on; returns how many changed."""
    _pastikan(oleh)
    for jenis in JENIS_BERKELAS:
        kelas = sesi.get(Klasifikasi, pilihan.get(jenis, ""))
        if kelas is None or kelas.dihentikan_pada is not None:
            raise MasukanSalah("Pilih klasifikasi yang masih dipakai.", jenis)
    sebelum = kelas_jenis(sesi)
    sesudah = {jenis: pilihan[jenis] for jenis in JENIS_BERKELAS}
    berubah = {jenis for jenis in JENIS_BERKELAS if sebelum[jenis] != sesudah[jenis]}
    if berubah:
        office = kantor(sesi)
        office.klasifikasi_jenis = {**(office.klasifikasi_jenis or {}), **sesudah}
        sesi.flush()
        kata = ", ".join(f"{NAMA_JENIS[jenis]}: {sesudah[jenis]}" for jenis in sorted(berubah))
        catat(
            sesi,
            oleh,
            pada,
            "atur_klasifikasi",
            f"kantor:{office.id}",
            f"Klasifikasi jenis dokumen diatur. {kata}.",
            sebelum={jenis: sebelum[jenis] for jenis in berubah},
            sesudah={jenis: sesudah[jenis] for jenis in berubah},
        )
    return len(berubah)


def kelas_jenis(sesi: Session) -> dict[str, str]:
    """The class each kind of document gets now."""
    pilihan: dict[str, str] = kantor(sesi).klasifikasi_jenis or {}
    return {jenis: pilihan.get(jenis) or KLASIFIKASI[jenis] for jenis in JENIS_BERKELAS}


def ambil_kelas(sesi: Session, kode: str) -> Klasifikasi:
    """The class, or TidakDitemukan."""
    kelas = sesi.get(Klasifikasi, kode)
    if kelas is None:
        raise TidakDitemukan("Klasifikasi itu tidak ada.")
    return kelas


def data_kelas(kelas: Klasifikasi) -> dict[str, object]:
    """The class as the audit row shows it."""
    return {
        "nama": kelas.nama,
        "aktif": kelas.aktif,
        "inaktif": kelas.inaktif,
        "nasib": kelas.nasib,
        "sumber": kelas.sumber,
        "dihentikan": kelas.dihentikan_pada is not None,
    }


def _pastikan(oleh: Pelaku) -> None:
    if not oleh.boleh(Wewenang.ATUR_KANTOR):
        raise TidakBerwenang("Klasifikasi dan retensi diatur oleh Sekretaris atau Kasubag Umum.")


def _periksa(isian: IsianKelas) -> IsianKelas:
    kode, nama, sumber = isian.kode.strip(), " ".join(isian.nama.split()), " ".join(isian.sumber.split())
    if not _KODE.fullmatch(kode):
        raise MasukanSalah("Tulis kode dengan angka dan titik, misalnya 000.7.2.8.", "kode")
    if not nama or len(nama) > PANJANG:
        raise MasukanSalah(f"Isi nama klasifikasi, paling panjang {PANJANG} tanda.", "nama")
    for medan, tahun in (("aktif", isian.aktif), ("inaktif", isian.inaktif)):
        if not 0 <= tahun <= TAHUN_TERLAMA:
            raise MasukanSalah(f"Isi jumlah tahun, 0 sampai {TAHUN_TERLAMA}.", medan)
    if isian.nasib not in set(Nasib):
        raise MasukanSalah("Pilih nasib akhirnya.", "nasib")
    if not sumber or len(sumber) > PANJANG:
        raise MasukanSalah("Tulis sumbernya, misalnya nomor peraturan jadwal retensi arsip.", "sumber")
    return IsianKelas(kode, nama, isian.aktif, isian.inaktif, isian.nasib, sumber)


def _catat(
    sesi: Session,
    kelas: Klasifikasi,
    kata: str,
    sebelum: dict[str, object] | None,
    oleh: Pelaku,
    pada: datetime,
) -> None:
    catat(
        sesi,
        oleh,
        pada,
        "atur_klasifikasi",
        f"klasifikasi:{kelas.kode}",
        kata,
        sebelum=sebelum,
        sesudah=data_kelas(kelas),
    )

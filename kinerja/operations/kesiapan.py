"""Is the office ready to run the SOP? Worked out from its rows each time, never ticked by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import NAMA_PERAN, Pelaku, Peran, Wewenang, peringatan_nip
from kinerja.models.jabatan import Jabatan
from kinerja.models.kantor import Kantor, kantor
from kinerja.models.pegawai import Penugasan, pemegang_peran, penugasan_berlaku
from kinerja.models.periode import periode_tahun
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.operations.butir import Butir
from kinerja.operations.orang_admin import kode_berlaku

PENYIAP = (Wewenang.ATUR_KANTOR, Wewenang.ATUR_ORANG, Wewenang.TULIS_PK, Wewenang.SETUJUI_PK)
_ADMIN = NAMA_PERAN[Peran.ADMIN]
_PENGATUR = "Sekretaris atau Kasubag Umum dan Kepegawaian; admin sistem selama keduanya belum dapat masuk"
_WAJIB_KANTOR = {
    "kabupaten": "kabupaten",
    "kecamatan": "kecamatan",
    "ibu_kota": "tempat tanda tangan",
    "alamat": "alamat pada kop",
    "jabatan_atasan": "jabatan atasan",
    "nama_atasan": "nama atasan",
    "kode_unit": "kode unit",
}
_SATU = (Peran.CAMAT, Peran.SEKRETARIS, Peran.KASUBAG_UMUM, Peran.KASUBAG_PERENCANAAN)


@dataclass(frozen=True)
class ButirSiap(Butir):
    """A line of the list; ``oleh`` says in words who can do it."""

    oleh: str = ""


def boleh_menyiapkan(pelaku: Pelaku) -> bool:
    """Camat, Sekretaris, both Kasubag and the admin see the list."""
    return any(pelaku.boleh(w) for w in PENYIAP)


def periksa(sesi: Session, hari: date, kini: datetime | None = None) -> tuple[ButirSiap, ...]:
    """Everything a first year needs, in the order it is done; ``kini`` tells which codes still serve."""
    jabatan = _jabatan_wajib(sesi)
    return (
        _kantor(kantor(sesi)),
        _susunan(jabatan),
        *_pemegang(sesi, jabatan, hari, kini),
        _pk(sesi, hari.year),
        _tahun(sesi, hari.year),
    )


def kurang(sesi: Session, hari: date) -> int:
    """How many lines are still open; 0: the office is ready."""
    return sum(not b.ada for b in periksa(sesi, hari))


def peringatan(sesi: Session, hari: date) -> tuple[str, ...]:
    """What is odd but stops nothing: the Camat's NIP as printed on the office's own sheet has 17 digits."""
    hasil = []
    for p in sesi.execute(pemegang_peran(Peran.CAMAT, hari)).scalars():
        pesan = peringatan_nip(p.pegawai.nip)
        if pesan is None and not p.pegawai.nip:
            pesan = "NIP belum diisi; dokumen dicetak tanpa NIP."
        if pesan:
            hasil.append(f"NIP {p.pegawai.nama} ({p.jabatan.nama}): {pesan}")
    return tuple(hasil)


def _kantor(office: Kantor) -> ButirSiap:
    belum = [nama for kunci, nama in _WAJIB_KANTOR.items() if not getattr(office, kunci)]
    if office.disimpan_pada is None:
        keterangan = "Halaman pengaturan kantor belum pernah disimpan."
    elif belum:
        keterangan = f"Belum diisi: {', '.join(belum)}."
    else:
        keterangan = f"Kecamatan {office.kecamatan}, Kabupaten {office.kabupaten}."
    ada = office.disimpan_pada is not None and not belum
    return ButirSiap("Data kantor dan kop surat", ada, keterangan, ("kantor", office.id), _PENGATUR)


def _jabatan_wajib(sesi: Session) -> dict[Peran, list[Jabatan]]:
    """The active posts that the SOP needs, by peran; of the Staf only those of the planning subbag."""
    semua = sesi.execute(
        select(Jabatan).where(Jabatan.aktif, Jabatan.peran != Peran.ADMIN).order_by(Jabatan.id)
    ).scalars()
    hasil: dict[Peran, list[Jabatan]] = {p: [] for p in (*_SATU, Peran.KASI, Peran.STAF)}
    for j in semua:
        hasil[j.peran].append(j)
    perencanaan = {j.unit_id for j in hasil[Peran.KASUBAG_PERENCANAAN]}
    hasil[Peran.STAF] = [j for j in hasil[Peran.STAF] if j.unit_id in perencanaan]
    return hasil


def _susunan(jabatan: dict[Peran, list[Jabatan]]) -> ButirSiap:
    sebutan = {
        **{p: NAMA_PERAN[p] for p in _SATU},
        Peran.KASI: "paling sedikit satu Kasi",
        Peran.STAF: "Staf subbag perencanaan",
    }
    belum = [sebutan[p] for p, daftar in jabatan.items() if not daftar]
    jumlah = sum(len(daftar) for daftar in jabatan.values())
    keterangan = f"Belum ada: {', '.join(belum)}." if belum else f"{jumlah} jabatan yang diperlukan SOP ada."
    return ButirSiap("Susunan jabatan", not belum, keterangan, ("jabatan", 0), _ADMIN)


def _pemegang(
    sesi: Session, jabatan: dict[Peran, list[Jabatan]], hari: date, kini: datetime | None
) -> list[ButirSiap]:
    """A line per post: held by somebody who can log in."""
    pemegang: dict[int, list[Penugasan]] = {}
    for p in sesi.execute(penugasan_berlaku(hari)).scalars():
        pemegang.setdefault(p.jabatan_id, []).append(p)
    kode = frozenset(kode_berlaku(sesi, kini)) if kini is not None else frozenset()
    return [_satu_pemegang(j, pemegang.get(j.id, []), kode) for daftar in jabatan.values() for j in daftar]


def _satu_pemegang(jabatan: Jabatan, pemegang: list[Penugasan], kode: frozenset[int]) -> ButirSiap:
    for p in pemegang:
        if p.pegawai.aktif and p.pegawai.sandi is not None:
            return ButirSiap(jabatan.nama, True, p.pegawai.nama, ("orang", p.pegawai_id), _ADMIN)
    if not pemegang:
        return ButirSiap(jabatan.nama, False, "Belum ada pejabatnya.", ("orang_baru", 0), _ADMIN)
    pegawai = pemegang[0].pegawai
    oleh = _ADMIN
    if not pegawai.aktif:
        keterangan = f"{pegawai.nama} sudah tidak aktif; akhiri penugasannya atau aktifkan kembali."
    elif pegawai.id in kode:
        keterangan = f"{pegawai.nama} sudah diberi kode, tetapi belum membuat kata sandi di halaman /kode."
        oleh = pegawai.nama
    else:
        keterangan = f"{pegawai.nama} belum punya kata sandi; terbitkan kode sekali pakai untuknya."
    return ButirSiap(jabatan.nama, False, keterangan, ("orang", pegawai.id), oleh)


def _pk(sesi: Session, tahun: int) -> ButirSiap:
    pk = (
        sesi.execute(
            select(PerjanjianKinerja)
            .where(PerjanjianKinerja.tahun == tahun)
            .order_by(PerjanjianKinerja.disetujui_pada.is_(None), PerjanjianKinerja.versi.desc())
            .limit(1)
        )
        .scalars()
        .first()
    )
    oleh = "Kasubag Perencanaan menyusun; Sekretaris dan Camat menyetujui"
    if pk is None:
        keterangan = "Belum disusun."
    elif pk.disetujui_pada is not None:
        keterangan = f"{pk.nama} disetujui."
    elif pk.diajukan_pada is not None:
        keterangan = f"{pk.nama} menunggu persetujuan."
    else:
        keterangan = f"{pk.nama} masih draf."
    ada = pk is not None and pk.disetujui_pada is not None
    return ButirSiap(f"Perjanjian Kinerja {tahun}", ada, keterangan, ("perjanjian_kinerja", tahun), oleh)


def _tahun(sesi: Session, tahun: int) -> ButirSiap:
    ada = sesi.execute(periode_tahun(tahun).limit(1)).first() is not None
    keterangan = "Langkah-langkah SOP sudah tersedia." if ada else "Belum dibuka; langkah SOP belum muncul."
    oleh = "Kasubag Umum atau Kasubag Perencanaan"
    return ButirSiap(f"Tahun kinerja {tahun} dibuka", ada, keterangan, ("periode", tahun), oleh)

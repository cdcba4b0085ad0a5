"""What the admin does with people: their data, one-time codes, closing and opening a login, open sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.pegawai import Pegawai
from kinerja.models.sesi import KodeSekali, Sesi
from kinerja.operations.catatan import catat
from kinerja.operations.orang import SANDI, buat_kode, pastikan_nama_pengguna
from kinerja.operations.penugasan import ADMIN_TERAKHIR, ada_admin_lain, adalah_admin

UMUR_KODE = timedelta(hours=24)


def _perlu(oleh: Pelaku) -> None:
    if not oleh.boleh(Wewenang.ATUR_ORANG):
        raise TidakBerwenang("Pegawai diatur oleh admin sistem.")


def ambil_pegawai(sesi: Session, pegawai_id: int) -> Pegawai:
    pegawai = sesi.get(Pegawai, pegawai_id)
    if pegawai is None:
        raise TidakDitemukan("Pegawai itu tidak ada.")
    return pegawai


def ubah_pegawai(
    sesi: Session,
    pegawai_id: int,
    nama: str,
    nama_pengguna: str,
    nip: str,
    pangkat: str,
    oleh: Pelaku,
    pada: datetime,
) -> Pegawai:
    """Correct a person's data; documents already issued keep what they printed."""
    _perlu(oleh)
    pegawai = ambil_pegawai(sesi, pegawai_id)
    rapi = " ".join(nama.split())
    if not rapi:
        raise MasukanSalah("Isi nama pegawai.", "nama")
    baru = {
        "nama": rapi,
        "nama_pengguna": pastikan_nama_pengguna(sesi, nama_pengguna, pegawai.id),
        "nip": nip.strip(),
        "pangkat": " ".join(pangkat.split()),
    }
    sebelum = {k: getattr(pegawai, k) for k, v in baru.items() if getattr(pegawai, k) != v}
    for kunci in sebelum:
        setattr(pegawai, kunci, baru[kunci])
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "ubah_pegawai",
        f"pegawai:{pegawai.id}",
        f"Data pegawai {pegawai.nama} diubah.",
        sebelum=sebelum,
        sesudah={k: baru[k] for k in sebelum},
    )
    return pegawai


def terbitkan_kode(sesi: Session, pegawai_id: int, oleh: Pelaku, pada: datetime, kini: datetime) -> str:
    """A code that sets a new password, good for a day; shown once and kept only as a hash.

    Not for oneself: that would go round the current password.
    """
    _perlu(oleh)
    pegawai = ambil_pegawai(sesi, pegawai_id)
    if pegawai.id == oleh.pegawai_id:
        raise MasukanSalah(
            "Kode untuk diri sendiri dibuat oleh admin lain. Gunakan halaman Ganti kata sandi."
        )
    if not pegawai.aktif:
        raise MasukanSalah("Pegawai ini tidak aktif; aktifkan dahulu.")
    kode = buat_kode(sesi, SANDI, pegawai.id, kini, UMUR_KODE)
    catat(
        sesi,
        oleh,
        pada,
        "buat_kode",
        f"pegawai:{pegawai.id}",
        f"Kode sandi untuk {pegawai.nama} diterbitkan.",
    )
    return kode


def kode_berlaku(sesi: Session, kini: datetime) -> dict[int, datetime]:
    """Person → until when the code issued for them can still be used."""
    pilih = select(KodeSekali.pegawai_id, KodeSekali.kedaluwarsa_pada).where(
        KodeSekali.tujuan == SANDI, KodeSekali.dipakai_pada.is_(None), KodeSekali.kedaluwarsa_pada >= kini
    )
    return {pegawai_id: sampai for pegawai_id, sampai in sesi.execute(pilih).all() if pegawai_id is not None}


def nonaktifkan(
    sesi: Session, pegawai_id: int, oleh: Pelaku, pada: datetime, kini: datetime, hari: date
) -> Pegawai:
    """Close a person's door: every session and code ends at once; what they did stays."""
    _perlu(oleh)
    pegawai = ambil_pegawai(sesi, pegawai_id)
    if not pegawai.aktif:
        raise SudahDikerjakan(f"{pegawai.nama} sudah tidak aktif.")
    if adalah_admin(sesi, pegawai.id, hari) and not ada_admin_lain(sesi, pegawai.id, hari):
        raise MasukanSalah(ADMIN_TERAKHIR)
    pegawai.aktif = False
    _cabut(sesi, pegawai.id, kini)
    sesi.execute(
        update(KodeSekali)
        .where(KodeSekali.pegawai_id == pegawai.id, KodeSekali.dipakai_pada.is_(None))
        .values(dipakai_pada=kini)
    )
    catat(
        sesi,
        oleh,
        pada,
        "nonaktifkan_pegawai",
        f"pegawai:{pegawai.id}",
        f"{pegawai.nama} dinonaktifkan; semua sesinya diakhiri.",
    )
    return pegawai


def aktifkan(sesi: Session, pegawai_id: int, oleh: Pelaku, pada: datetime) -> Pegawai:
    """Open the door again, with the password the person had."""
    _perlu(oleh)
    pegawai = ambil_pegawai(sesi, pegawai_id)
    if pegawai.aktif:
        raise SudahDikerjakan(f"{pegawai.nama} sudah aktif.")
    pegawai.aktif = True
    catat(
        sesi, oleh, pada, "aktifkan_pegawai", f"pegawai:{pegawai.id}", f"{pegawai.nama} diaktifkan kembali."
    )
    return pegawai


def sesi_terbuka(
    sesi: Session, pegawai_id: int, kini: datetime, diam: timedelta, paling_lama: timedelta
) -> Sequence[Sesi]:
    """The person's open logins, the one seen last first; ``diam``/``paling_lama`` end one by themselves."""
    pilih = (
        select(Sesi)
        .where(
            Sesi.pegawai_id == pegawai_id,
            Sesi.dicabut_pada.is_(None),
            Sesi.terlihat_pada >= kini - diam,
            Sesi.dibuat_pada >= kini - paling_lama,
        )
        .order_by(Sesi.terlihat_pada.desc(), Sesi.id.desc())
    )
    return sesi.execute(pilih).scalars().all()


def akhiri_sesi(
    sesi: Session, pegawai_id: int, sesi_id: int, oleh: Pelaku, pada: datetime, kini: datetime
) -> None:
    """End one open login of a person."""
    _perlu(oleh)
    pegawai = ambil_pegawai(sesi, pegawai_id)
    baris = sesi.execute(
        select(Sesi).where(Sesi.id == sesi_id, Sesi.pegawai_id == pegawai.id)
    ).scalar_one_or_none()
    if baris is None:
        raise TidakDitemukan("Sesi itu tidak ada.")
    if baris.dicabut_pada is not None:
        raise SudahDikerjakan("Sesi itu sudah diakhiri.")
    baris.dicabut_pada = kini
    catat(
        sesi,
        oleh,
        pada,
        "akhiri_sesi",
        f"pegawai:{pegawai.id}",
        f"Satu sesi {pegawai.nama} diakhiri oleh admin.",
    )


def akhiri_semua_sesi(sesi: Session, pegawai_id: int, oleh: Pelaku, pada: datetime, kini: datetime) -> int:
    """End every login of a person; returns how many there were."""
    _perlu(oleh)
    pegawai = ambil_pegawai(sesi, pegawai_id)
    jumlah = _cabut(sesi, pegawai.id, kini)
    catat(
        sesi,
        oleh,
        pada,
        "akhiri_sesi",
        f"pegawai:{pegawai.id}",
        f"Semua sesi {pegawai.nama} diakhiri oleh admin.",
    )
    return jumlah


def _cabut(sesi: Session, pegawai_id: int, kini: datetime) -> int:
    terbuka = sesi.execute(select(Sesi).where(Sesi.pegawai_id == pegawai_id, Sesi.dicabut_pada.is_(None)))
    semua = terbuka.scalars().all()
    for baris in semua:
        baris.dicabut_pada = kini
    sesi.flush()
    return len(semua)

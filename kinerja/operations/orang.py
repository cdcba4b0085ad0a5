"""People and passwords: who someone is today, one-time codes, setting a password."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from datetime import date, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.security import check_password_hash, generate_password_hash

from kinerja.domain.jabatan import Jabatan as JabatanMurni
from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, TidakBerwenang
from kinerja.domain.sandi import periksa_sandi
from kinerja.models.delegasi import delegasi_diterima
from kinerja.models.pegawai import Pegawai, penugasan_pegawai
from kinerja.models.sesi import KodeSekali, Sesi
from kinerja.operations.catatan import catat

METODE_SANDI = "scrypt:32768:8:1"
SIAPKAN, SANDI = "siapkan", "sandi"
_ABJAD = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # no letter that looks like a digit
_PANJANG_KODE = 20  # 20 × log2(30) ≈ 98 bit


def pelaku_dari(sesi: Session, pegawai: Pegawai, hari: date, nomor_sesi: str = "") -> Pelaku:
    """The person with every post held on ``hari``: the own ones first, then those delegated to them."""
    jabatan = tuple(
        JabatanMurni(p.jabatan.id, p.jabatan.nama, p.jabatan.peran, p.jabatan.unit_id, p.jenis)
        for p in sesi.execute(penugasan_pegawai(pegawai.id, hari)).scalars()
    )
    dipegang = {j.id for j in jabatan}
    diterima = sesi.execute(delegasi_diterima(pegawai.id, hari)).all()
    pengganti = tuple(
        JabatanMurni(d.jabatan.id, d.jabatan.nama, d.jabatan.peran, d.jabatan.unit_id, jenis, d.pemegang.nama)
        for d, jenis in diterima
        if d.jabatan_id not in dipegang
    )
    return Pelaku(pegawai.id, pegawai.nama, jabatan + pengganti, nomor_sesi)


def nama_pengguna_rapi(teks: str) -> str:
    """A login name as compared and stored: NFKC, trimmed, lower case."""
    return unicodedata.normalize("NFKC", teks).strip().lower()


def hash_sandi(sandi: str) -> str:
    return generate_password_hash(sandi, method=METODE_SANDI)


_HASH_SEMU = hash_sandi(secrets.token_urlsafe())


def sandi_cocok(hash_tersimpan: str | None, sandi: str) -> bool:
    """Compare in the same time whether or not the account exists; unset passwords never match."""
    cocok = check_password_hash(hash_tersimpan or _HASH_SEMU, sandi)
    return cocok and hash_tersimpan is not None


def hash_kode(kode: str) -> str:
    return hashlib.sha256("".join(kode.upper().split()).replace("-", "").encode()).hexdigest()


def buat_kode(sesi: Session, tujuan: str, pegawai_id: int | None, kini: datetime, umur: timedelta) -> str:
    """A one-time code, shown once in groups of five; earlier unused ones of the same purpose end."""
    sesi.execute(
        update(KodeSekali)
        .where(
            KodeSekali.tujuan == tujuan,
            KodeSekali.pegawai_id == pegawai_id
            if pegawai_id is not None
            else KodeSekali.pegawai_id.is_(None),
            KodeSekali.dipakai_pada.is_(None),
        )
        .values(dipakai_pada=kini)
    )
    huruf = "".join(secrets.choice(_ABJAD) for _ in range(_PANJANG_KODE))
    kode = "-".join(huruf[i : i + 5] for i in range(0, _PANJANG_KODE, 5))
    sesi.add(
        KodeSekali(
            kode_hash=hash_kode(kode),
            tujuan=tujuan,
            pegawai_id=pegawai_id,
            dibuat_pada=kini,
            kedaluwarsa_pada=kini + umur,
        )
    )
    sesi.flush()
    return kode


def pakai_kode(sesi: Session, kode: str, tujuan: str, kini: datetime) -> KodeSekali:
    """Use up a code, or say that it does not serve (never which of the reasons it is)."""
    baris = sesi.execute(
        select(KodeSekali).where(KodeSekali.kode_hash == hash_kode(kode), KodeSekali.tujuan == tujuan)
    ).scalar_one_or_none()
    if baris is None or baris.dipakai_pada is not None or baris.kedaluwarsa_pada < kini:
        raise MasukanSalah("Kode itu tidak berlaku: salah ketik, sudah dipakai, atau lewat waktunya.", "kode")
    baris.dipakai_pada = kini
    return baris


def tetapkan_sandi(
    sesi: Session, pegawai: Pegawai, sandi: str, pada: datetime, kini: datetime, oleh: Pelaku | None
) -> None:
    """Set a new password; every open session of the person ends."""
    periksa_sandi(sandi, pegawai.nama_pengguna)
    pegawai.sandi = hash_sandi(sandi)
    sesi.execute(
        update(Sesi)
        .where(Sesi.pegawai_id == pegawai.id, Sesi.dicabut_pada.is_(None))
        .values(dicabut_pada=kini)
    )
    catat(
        sesi,
        oleh,
        pada,
        "ganti_sandi",
        f"pegawai:{pegawai.id}",
        f"Kata sandi {pegawai.nama} diganti; semua sesinya diakhiri.",
    )


def pastikan_nama_pengguna(sesi: Session, nama_pengguna: str, selain: int | None = None) -> str:
    """The login name as stored, if it can be one and is nobody else's (``selain``: the person's own id)."""
    rapi = nama_pengguna_rapi(nama_pengguna)
    if not rapi or not all(h.isalnum() or h in "._-" for h in rapi) or not rapi.isascii():
        raise MasukanSalah("Nama pengguna memakai huruf a–z, angka, titik, garis.", "nama_pengguna")
    kembar = select(Pegawai.id).where(Pegawai.nama_pengguna == rapi)
    if sesi.execute(kembar if selain is None else kembar.where(Pegawai.id != selain)).first():
        raise MasukanSalah(f"Nama pengguna {rapi} sudah dipakai.", "nama_pengguna")
    return rapi


def buat_pegawai(
    sesi: Session,
    nama: str,
    nama_pengguna: str,
    oleh: Pelaku | None,
    pada: datetime,
    nip: str = "",
    pangkat: str = "",
    contoh: bool = False,
) -> Pegawai:
    """A person without a password yet; the login name must be new. ``oleh`` None: the system itself."""
    if oleh is not None and not oleh.boleh(Wewenang.ATUR_ORANG):
        raise TidakBerwenang("Pegawai didaftarkan oleh admin sistem.")
    if not nama.strip():
        raise MasukanSalah("Isi nama pegawai.", "nama")
    rapi = pastikan_nama_pengguna(sesi, nama_pengguna)
    pegawai = Pegawai(
        nama=nama.strip(), nama_pengguna=rapi, nip=nip.strip(), pangkat=pangkat.strip(), contoh=contoh
    )
    sesi.add(pegawai)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "tambah_pegawai",
        f"pegawai:{pegawai.id}",
        f"Pegawai {pegawai.nama} didaftarkan.",
        sesudah={"nama": pegawai.nama, "nip": pegawai.nip, "nama_pengguna": rapi},
    )
    return pegawai

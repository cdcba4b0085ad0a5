"""Reading an SOP sheet from plain data (TOML or JSON) and refusing one that cannot run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kinerja.domain.jabatan import Peran
from kinerja.domain.naskah import Naskah
from kinerja.domain.sop import (
    Dasar,
    Daur,
    Halaman,
    Identitas,
    Jenis,
    Keyakinan,
    Langkah,
    Pelaksana,
    Pengesah,
    Sop,
    TandaTangan,
)
from kinerja.domain.sop_jalan import periksa_jalan
from kinerja.domain.sop_kolom import Tabel
from kinerja.domain.sop_konfirmasi import Cara, Konfirmasi
from kinerja.domain.sop_salah import SalahSop, SopTidakSah

MAKS_NOMOR = 99
MAKS_MENIT = 100_000
MAKS_PELAKSANA = 8
"""Columns that an A4 page can hold with readable headings."""
MAKS_NAMA = 80
MAKS_WAKTU = 60
MAKS_KET = 200
MAKS_KONFIRMASI = 400


def baca_sop(data: Mapping[str, Any]) -> Sop:
    """Return the sheet described by ``data``; raise SopTidakSah with every fault found."""
    salah: list[SalahSop] = []
    tabel = Tabel(data, salah)
    identitas = _identitas(tabel.tabel("identitas", wajib=True))
    tanda_tangan = _tanda_tangan(tabel.tabel("tanda_tangan"))
    pelaksana = _pelaksana(tabel)
    kode = [satu.kode for satu in pelaksana]
    langkah = _langkah(tabel, kode)
    konfirmasi = _konfirmasi(tabel)
    catatan = tabel.tutup()
    if not salah:
        salah.extend(periksa_jalan(langkah))
    if salah or identitas is None:
        raise SopTidakSah(salah)
    return Sop(catatan, identitas, tanda_tangan, pelaksana, langkah, konfirmasi)


def dari_json(teks: str) -> Sop:
    """Return the sheet kept as JSON by ``Sop.ke_json``; raise SopTidakSah when it is not one."""
    try:
        data = json.loads(teks)
    except (ValueError, RecursionError):
        raise SopTidakSah([SalahSop(None, "", "bukan data SOP")]) from None
    if not isinstance(data, dict):
        raise SopTidakSah([SalahSop(None, "", "bukan data SOP")])
    return baca_sop(data)


def _identitas(tabel: Tabel | None) -> Identitas | None:
    if tabel is None:
        return None
    isi = {
        "nomor": tabel.teks("nomor"),
        "nama": tabel.teks("nama", wajib=True),
        "kop": tabel.daftar_teks("kop"),
        "tanggal_pembuatan": tabel.tanggal("tanggal_pembuatan"),
        "tanggal_revisi": tabel.tanggal("tanggal_revisi"),
        "tanggal_efektif": tabel.tanggal("tanggal_efektif"),
        "tanggal_pengesahan": tabel.tanggal("tanggal_pengesahan"),
        "disahkan_oleh": _pengesah(tabel.tabel("disahkan_oleh")),
        "dasar_hukum": tabel.daftar_teks("dasar_hukum"),
        "kualifikasi": tabel.daftar_teks("kualifikasi"),
        "keterkaitan": tabel.daftar_teks("keterkaitan"),
        "peralatan": tabel.daftar_teks("peralatan"),
        "peringatan": tabel.daftar_teks("peringatan"),
        "pencatatan": tabel.daftar_teks("pencatatan"),
    }
    return Identitas(catatan=tabel.tutup(), **isi)  # type: ignore[arg-type]


def _pengesah(tabel: Tabel | None) -> Pengesah:
    if tabel is None:
        return Pengesah((), "", "", "")
    jabatan, nama, nip = (tabel.teks(kunci) for kunci in ("jabatan", "nama", "nip_tertulis"))
    return Pengesah(tabel.tutup(), jabatan, nama, nip)


def _tanda_tangan(tabel: Tabel | None) -> TandaTangan | None:
    if tabel is None:
        return None
    jabatan, nama, nip, tempat = (
        tabel.teks(kunci) for kunci in ("jabatan", "nama", "nip_tertulis", "tempat")
    )
    tanggal = tabel.tanggal("tanggal")
    return TandaTangan(tabel.tutup(), jabatan, nama, nip, tempat, tanggal)


def _konfirmasi(akar: Tabel) -> tuple[Konfirmasi, ...]:
    """Read the office's words, by place; a sheet without any has no such key."""
    hasil: dict[str, Konfirmasi] = {}
    if "konfirmasi" not in akar.isi:
        akar.abaikan("konfirmasi")
        return ()
    for ke, isi in enumerate(akar.daftar_tabel("konfirmasi", MAKS_KONFIRMASI), 1):
        tabel = Tabel(isi, akar.salah, f"konfirmasi[{ke}]")
        tempat, oleh, jabatan = (tabel.teks(kunci, wajib=True) for kunci in ("tempat", "oleh", "jabatan"))
        cara, tanggal = tabel.pilihan("cara", Cara, wajib=True), tabel.tanggal("tanggal")
        tabel.tutup()
        if tempat in hasil:
            tabel.cela("tempat", f'"{tempat}" dikonfirmasi dua kali')
        if cara is not None:
            hasil[tempat] = Konfirmasi(tempat, cara, oleh, jabatan, tanggal)
    return tuple(hasil[tempat] for tempat in sorted(hasil))


def _pelaksana(akar: Tabel) -> tuple[Pelaksana, ...]:
    hasil: list[Pelaksana] = []
    semua = akar.daftar_tabel("pelaksana", MAKS_PELAKSANA)
    kenal = {satu.get("kode") for satu in semua if isinstance(satu.get("kode"), str)}
    for ke, isi in enumerate(semua, 1):
        tabel = Tabel(isi, akar.salah, f"pelaksana[{ke}]")
        kode, nama = (
            tabel.teks("kode", wajib=True, maks=MAKS_NAMA),
            tabel.teks("nama", wajib=True, maks=MAKS_NAMA),
        )
        staf_dari = tabel.teks("staf_dari") or None
        if staf_dari and (staf_dari not in kenal or staf_dari == kode):
            tabel.cela("staf_dari", f'"{staf_dari}" bukan kode pelaksana lain di lembar ini')
        peran = tabel.daftar_pilihan("peran", Peran)
        if kode in {satu.kode for satu in hasil}:
            tabel.cela("kode", f'"{kode}" dipakai dua kali')
        hasil.append(Pelaksana(tabel.tutup(), kode, nama, staf_dari, peran))
    return tuple(hasil)


def _langkah(akar: Tabel, kode: list[str]) -> tuple[Langkah, ...]:
    hasil: dict[int, Langkah] = {}
    for ke, isi in enumerate(akar.daftar_tabel("langkah", MAKS_NOMOR), 1):
        mentah = isi.get("nomor")
        dikenal = isinstance(mentah, int) and not isinstance(mentah, bool) and 1 <= mentah <= MAKS_NOMOR
        tabel = Tabel(isi, akar.salah, "" if dikenal else f"langkah[{ke}]", mentah if dikenal else None)
        satu = _satu_langkah(tabel, kode)
        if satu is None:
            continue
        if satu.nomor in hasil:
            tabel.cela("nomor", "nomor ini dipakai dua kali")
        hasil[satu.nomor] = satu
    return tuple(hasil[nomor] for nomor in sorted(hasil))


def _satu_langkah(tabel: Tabel, kode: list[str]) -> Langkah | None:
    """Read one langkah; None when a key is at fault without which it cannot be one."""
    nomor = tabel.bilangan("nomor", 1, MAKS_NOMOR, wajib=True)
    jenis = tabel.pilihan("jenis", Jenis, wajib=True)
    daur = tabel.pilihan("daur", Daur, wajib=True)
    dasar = tabel.pilihan("dasar", Dasar) or Dasar.FAKTA
    isi = {
        "kegiatan": tabel.teks("kegiatan", wajib=True),
        "pelaksana": _kode_pelaksana(tabel, kode),
        "keyakinan": tabel.pilihan("keyakinan", Keyakinan),
        "berikut": tabel.bilangan("berikut", 1, MAKS_NOMOR),
        "ya": tabel.bilangan("ya", 1, MAKS_NOMOR),
        "tidak": tabel.bilangan("tidak", 1, MAKS_NOMOR),
        "menunggu": tabel.pilihan("menunggu", Daur),
        "halaman": tabel.pilihan("halaman", Halaman),
        "kelengkapan": tabel.daftar_pilihan("kelengkapan", Naskah),
        "kelengkapan_tertulis": tabel.teks("kelengkapan_tertulis"),
        "waktu": tabel.bilangan("waktu", 1, MAKS_MENIT),
        "waktu_tertulis": tabel.teks("waktu_tertulis", maks=MAKS_WAKTU),
        "output": tabel.daftar_pilihan("output", Naskah),
        "output_tertulis": tabel.teks("output_tertulis"),
        "ket_tertulis": tabel.teks("ket_tertulis", maks=MAKS_KET),
    }
    if dasar is not Dasar.ASUMSI and isi["keyakinan"] is not None:
        tabel.cela("keyakinan", 'hanya untuk langkah dengan dasar = "asumsi"')
    catatan = tabel.tutup()
    if nomor is None or jenis is None or daur is None:
        return None
    return Langkah(catatan=catatan, nomor=nomor, jenis=jenis, daur=daur, dasar=dasar, **isi)  # type: ignore[arg-type]


def _kode_pelaksana(tabel: Tabel, kode: list[str]) -> str:
    nilai = tabel.teks("pelaksana", wajib=True)
    if nilai and nilai not in kode:
        tabel.cela("pelaksana", f'"{nilai}" bukan kode pelaksana di lembar ini; pilih {", ".join(kode)}')
    return nilai

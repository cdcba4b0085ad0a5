"""What people look for in an archive: two hundred queries of every kind, and addresses of its page."""

from __future__ import annotations

import random
from typing import NamedTuple
from urllib.parse import urlencode

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.models.dokumen import Dokumen
from kinerja.models.teks_dokumen import TeksDokumen

BANYAK = 200
_LAZIM = ("laporan", "kinerja triwulan", "surat", "kecamatan", "undangan rapat", "realisasi capaian")
_BERISI = 4  # letters of a word worth asking for
_TAK_ADA = ("xylofon", "kereta gantung", "2031")


class Tanya(NamedTuple):
    """One query with its filters."""

    kata: str
    tahun: int | None = None
    jenis: str = ""


def semua_tanya(sesi: Session, acak: random.Random, banyak: int = BANYAK) -> list[Tanya]:
    """Common and rare words, two together, numbers and codes whole and in part, with filters, and no hit."""
    contoh = _contoh(sesi, acak, banyak)
    return [_satu(n, contoh[n % len(contoh)], acak) for n in range(banyak)]


def _contoh(sesi: Session, acak: random.Random, banyak: int) -> list[tuple[Dokumen, str]]:
    nomor = list(sesi.execute(select(Dokumen.id).order_by(Dokumen.id)).scalars())
    dipilih = acak.sample(nomor, min(banyak, len(nomor)))
    pilih = (
        select(Dokumen, TeksDokumen.isi)
        .join(TeksDokumen, TeksDokumen.dokumen_id == Dokumen.id)
        .where(Dokumen.id.in_(dipilih))
        .order_by(Dokumen.id)
    )
    return [(dokumen, isi) for dokumen, isi in sesi.execute(pilih)]


def _satu(ke: int, contoh: tuple[Dokumen, str], acak: random.Random) -> Tanya:
    dokumen, isi = contoh
    kata = sorted({k for k in isi.split() if len(k) >= _BERISI})
    jarang = next((k for k in kata if k.isdigit()), "0")
    macam = (
        Tanya(acak.choice(_LAZIM)),
        Tanya(acak.choice(_LAZIM), dokumen.tahun),
        Tanya(acak.choice(kata)),
        Tanya(" ".join(acak.sample(kata, 2))),
        Tanya(" ".join(acak.sample(kata, 2)), jenis=dokumen.jenis),
        Tanya(dokumen.nomor),
        Tanya(dokumen.kode),
        Tanya(dokumen.kode[2:7]),
        Tanya(" ".join(dokumen.judul.split()[-3:])),
        Tanya(max(kata, key=len)[:4]),
        Tanya(jarang),
        Tanya(acak.choice(_TAK_ADA)),
    )
    return macam[ke % len(macam)]


def alamat_halaman(sesi: Session, acak: random.Random, banyak: int = 60) -> list[str]:
    """The page as it opens, by year, by kind, by state, and with words."""
    hasil = ["/arsip/"] * (banyak // 6)
    for ke, satu in enumerate(semua_tanya(sesi, acak, banyak - len(hasil))):
        penyaring: dict[str, object] = {"cari": satu.kata} if ke % 2 else {"keadaan": "tertanda"}
        penyaring |= {"tahun": satu.tahun} if satu.tahun else {}
        penyaring |= {"jenis": satu.jenis} if satu.jenis else {}
        hasil.append(f"/arsip/?{urlencode(penyaring)}")
    return hasil

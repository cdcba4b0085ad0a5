"""Putting an inspection pack together: plan it from the rows, then make file after file with no transaction
open; the zip gets its name only when it is whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from kinerja.archive.gudang import hitung_sha256
from kinerja.documents.paket.catatan import Petikan
from kinerja.documents.paket.indeks import KepalaPaket, indeks_html
from kinerja.documents.paket.zip import Butir, Tertinggal, tulis_zip
from kinerja.documents.tanggal import tulis_tanggal
from kinerja.domain.paket import Bagian
from kinerja.models.basis_data import lepas
from kinerja.models.catatan import Catatan
from kinerja.models.kantor import kantor
from kinerja.operations.paket_isi import dokumen_tahun
from kinerja.web.jam import hari_ini
from kinerja.web.paket.cetak import (
    butir_catatan,
    butir_disposisi,
    butir_pelaksanaan,
    butir_pk,
    butir_sop,
    butir_sosialisasi,
    petikan_tahun,
)
from kinerja.web.paket.isi import butir_balasan, butir_bukti, butir_dokumen, butir_lampiran, butir_surat_masuk

FOLDER = "paket"
Lapor = Callable[[int, int, str], None]
"""Told before each file: how many are done, of how many, and its title."""


@dataclass(frozen=True)
class RencanaPaket:
    """All files to come, as values and ways to get them: the database is not needed any more."""

    tahun: int
    butir: tuple[Butir, ...]
    kepala: KepalaPaket
    petikan: Petikan


@dataclass(frozen=True)
class HasilPaket:
    """The finished zip. ``tertinggal``: what could not be put in."""

    jalur: Path
    sha256: str
    ukuran: int
    kepala: Catatan
    jumlah: int
    tertinggal: tuple[Tertinggal, ...]


def rencana(sesi: Session, data: Path, tahun: int) -> RencanaPaket:
    """Read everything the pack needs, once. The running transaction ends here."""
    office = kantor(sesi)
    dokumen = dokumen_tahun(sesi, tahun)
    pk = {d.perjanjian_kinerja_id for d in dokumen if d.perjanjian_kinerja_id is not None}
    lembar = {d.lembar_sop_id for d in dokumen if d.lembar_sop_id is not None}
    petikan = petikan_tahun(sesi, tahun)
    semua = [
        *butir_dokumen(sesi, data, tahun),
        *butir_sosialisasi(sesi, tahun),
        *butir_pk(sesi, tahun, pk),
        *butir_surat_masuk(sesi, data, tahun),
        *butir_disposisi(sesi, tahun),
        *butir_balasan(sesi, data, tahun),
        *butir_bukti(sesi, data, tahun),
        *butir_sop(sesi, tahun, lembar),
        *butir_pelaksanaan(sesi, tahun),
        *butir_lampiran(sesi, data, tahun),
        *butir_catatan(petikan),
    ]
    urut = list(Bagian)
    semua.sort(key=lambda b: urut.index(b.bagian))  # stable: the order within a part stays
    nama = " ".join(k for k in (f"Kecamatan {office.kecamatan}", office.kabupaten) if k)
    kepala = KepalaPaket(
        f"Kecamatan {office.kecamatan}, Kabupaten {office.kabupaten}" if office.kabupaten else nama,
        tahun,
        tulis_tanggal(hari_ini()),
        petikan.kepala.seq,
        petikan.kepala.hash,
    )
    lepas(sesi)
    return RencanaPaket(tahun, tuple(semua), kepala, petikan)


def susun(satu: RencanaPaket, tujuan: Path, lapor: Lapor) -> HasilPaket:
    """Make the zip beside ``tujuan`` and give it that name when it is whole. Errors: OSError."""
    tujuan.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    tmp = tujuan.parent / f"tmp-{secrets.token_hex(8)}"
    jumlah = len(satu.butir)
    try:
        with tmp.open("xb") as aliran:
            ada, tiada = tulis_zip(
                aliran,
                satu.butir,
                partial(indeks_html, satu.kepala),
                satu.tahun,
                lambda ke, kata: lapor(ke, jumlah, kata),
            )
            aliran.flush()
            os.fsync(aliran.fileno())
        sha256, ukuran = hitung_sha256(tmp), tmp.stat().st_size
        tmp.replace(tujuan)
    finally:
        tmp.unlink(missing_ok=True)
    return HasilPaket(tujuan, sha256, ukuran, satu.petikan.kepala, len(ada), tuple(tiada))


def jalur_paket(data: Path, tahun: int, paket_id: int) -> Path:
    """Where the pack of a row lies."""
    return data / FOLDER / f"paket-inspeksi-{tahun}-{paket_id}.zip"


def bersihkan(data: Path, tahun: int | None = None, kecuali: Path | None = None) -> None:
    """Remove what a crash left and, of a year, the packs a newer one replaced: they can be made again."""
    for satu in (data / FOLDER).glob("tmp-*") if tahun is None else ():
        satu.unlink(missing_ok=True)
    for satu in (data / FOLDER).glob(f"paket-inspeksi-{tahun}-*.zip") if tahun is not None else ():
        if satu != kecuali:
            try:
                satu.unlink(missing_ok=True)
            except PermissionError:  # Windows: somebody is downloading it; next time
                continue

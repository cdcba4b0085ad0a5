"""The worked year of twelve indikator (``tests/data/setahun_dua_belas.toml``): as facts, and as rows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.capaian import JenisTarget, Metode, Tipe
from kinerja.domain.laporan_data import DataIndikator, DataLaporan, DataProgram, DataRealisasi, DataSasaran
from kinerja.domain.nisbah import Nisbah
from kinerja.models.realisasi import Realisasi
from tests.data_uji_laporan import bangun_tangan

ALASAN_NA = "tidak ada laporan masuk"


@cache
def tabel() -> dict[str, Any]:
    """The table with its expected figures."""
    berkas = Path(__file__).parent / "data" / "setahun_dua_belas.toml"
    return tomllib.loads(berkas.read_text(encoding="utf-8"))


def indikator() -> Iterator[dict[str, Any]]:
    """Its twelve indikator."""
    for s in tabel()["sasaran"]:
        yield from s["indikator"]


def harapan(angka: str) -> str | None:
    """A percentage as printed, or None where a reason stands."""
    return None if angka == "-" else f"{angka}%"


def fakta() -> DataLaporan:
    """The table as facts."""
    sasaran = tuple(
        DataSasaran(
            s["id"],
            s["nomor"],
            s["uraian"],
            tuple(_indikator(i) for i in s["indikator"]),
            tuple(_program(p, s["id"]) for p in s["program"]),
        )
        for s in tabel()["sasaran"]
    )
    return DataLaporan(tabel()["tahun"], "Perjanjian Kinerja 2026", sasaran)


def _indikator(i: dict[str, Any]) -> DataIndikator:
    tw1, tw2, tw3, tw4 = (teks or None for teks in i["target"])
    return DataIndikator(
        id=i["id"],
        nomor=i["nomor"],
        uraian=i["uraian"],
        satuan=i["satuan"],
        metode=Metode(i["metode"]),
        tipe=Tipe(i["tipe"]),
        jenis_target=JenisTarget(i["jenis_target"]),
        penanggung_jawab="Seksi Pelayanan Umum",
        target_tahun=i["target_tahun"],
        target_triwulan=(tw1, tw2, tw3, tw4),
        skala=tuple(i.get("skala", ())),
        realisasi={ke: _realisasi(i, ke) for ke in (1, 2, 3, 4) if i["realisasi"][ke - 1]},
        nisbah=Nisbah(i["pembilang"], i["penyebut"]) if "pembilang" in i else None,
    )


def _realisasi(i: dict[str, Any], ke: int) -> DataRealisasi:
    teks = i["realisasi"][ke - 1]
    if teks == "n/a":
        return DataRealisasi(None, na=True, alasan_na=ALASAN_NA)
    pembilang, penyebut = i["dua_angka"][ke - 1] if "dua_angka" in i else (None, None)
    return DataRealisasi(teks, pembilang=pembilang, penyebut=penyebut)


def _program(p: dict[str, Any], sasaran_id: int) -> DataProgram:
    uang = {ke: Decimal(teks) for ke, teks in enumerate(p["anggaran"], start=1) if teks}
    return DataProgram(p["id"], p["nomor"], p["nama"], sasaran_id, Decimal(p["pagu"]), "APBD", uang)


def bangun(sesi: Session) -> None:
    """The table as an approved PK of the opened year, its realisasi and money; flushed."""
    pk = bangun_tangan(sesi, tabel=tabel())
    baris = [i for s in pk.sasaran for i in s.indikator]
    for kartu, i in zip(baris, indikator(), strict=True):
        if "pembilang" not in i:
            continue
        kartu.pembilang, kartu.penyebut = i["pembilang"], i["penyebut"]
        for satu in sesi.execute(select(Realisasi).where(Realisasi.indikator_id == kartu.id)).scalars():
            satu.pembilang, satu.penyebut = i["dua_angka"][satu.triwulan - 1]
    sesi.flush()

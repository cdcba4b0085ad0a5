"""The hand-worked office of ``tests/data/hitungan_tangan.toml`` as facts, and one indikator to vary."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja.domain.capaian import JenisTarget, Metode, Tipe
from kinerja.domain.laporan_data import DataIndikator, DataLaporan, DataProgram, DataRealisasi, DataSasaran

BERKAS = Path(__file__).parent.parent / "data" / "hitungan_tangan.toml"


def _realisasi(isian: list[str]) -> dict[int, DataRealisasi]:
    hasil = {}
    for ke, teks in enumerate(isian, start=1):
        if teks == "n/a":
            hasil[ke] = DataRealisasi(None, na=True, alasan_na="tidak ada laporan masuk")
        elif teks:
            hasil[ke] = DataRealisasi(teks, hambatan=f"hambatan {ke}", jumlah_bukti=1)
    return hasil


def _indikator(baris: dict[str, Any]) -> DataIndikator:
    return DataIndikator(
        id=baris["id"],
        nomor=baris["nomor"],
        uraian=baris["uraian"],
        satuan=baris["satuan"],
        metode=Metode(baris["metode"]),
        tipe=Tipe(baris["tipe"]),
        jenis_target=JenisTarget(baris["jenis_target"]),
        penanggung_jawab="Seksi Contoh",
        target_tahun=baris["target_tahun"],
        target_triwulan=tuple(baris["target"]),
        skala=tuple(baris.get("skala", ())),
        realisasi=_realisasi(baris["realisasi"]),
    )


def _program(baris: dict[str, Any], sasaran_id: int) -> DataProgram:
    anggaran = {ke: Decimal(teks) for ke, teks in enumerate(baris["anggaran"], start=1) if teks}
    return DataProgram(
        baris["id"], baris["nomor"], baris["nama"], sasaran_id, Decimal(baris["pagu"]), "APBD", anggaran
    )


@pytest.fixture(scope="session")
def tangan() -> dict[str, Any]:
    """The hand-worked table itself, with its expected figures."""
    return tomllib.loads(BERKAS.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def kantor(tangan: dict[str, Any]) -> DataLaporan:
    """The office of the table as facts."""
    sasaran = tuple(
        DataSasaran(
            baris["id"],
            baris["nomor"],
            baris["uraian"],
            tuple(_indikator(satu) for satu in baris["indikator"]),
            tuple(_program(satu, baris["id"]) for satu in baris["program"]),
        )
        for baris in tangan["sasaran"]
    )
    return DataLaporan(tangan["tahun"], "Perjanjian Kinerja 2025", sasaran)


@pytest.fixture(scope="session")
def buat_indikator() -> Callable[..., DataIndikator]:
    """An indikator with any of its fields changed; by default all is well with it."""

    def buat(**lain: Any) -> DataIndikator:
        isi: dict[str, Any] = {
            "id": 7,
            "nomor": "1.1",
            "uraian": "Jumlah rapat",
            "satuan": "rapat",
            "metode": Metode.POSITIF,
            "tipe": Tipe.POSISI_AKHIR,
            "jenis_target": JenisTarget.ANGKA,
            "penanggung_jawab": "Seksi Pemerintahan",
            "target_tahun": "4",
            "target_triwulan": ("1", "2", "3", "4"),
        }
        return DataIndikator(**(isi | lain))

    return buat


@pytest.fixture(scope="session")
def buat_data() -> Callable[..., DataLaporan]:
    """A year with one sasaran that holds the given indikator and program."""

    def buat(
        *indikator: DataIndikator, program: tuple[DataProgram, ...] = (), tahun: int = 2025, **lain: Any
    ) -> DataLaporan:
        sasaran = DataSasaran(1, "1", "Sasaran contoh", tuple(indikator), program)
        return DataLaporan(tahun, f"Perjanjian Kinerja {tahun}", (sasaran,), **lain)

    return buat

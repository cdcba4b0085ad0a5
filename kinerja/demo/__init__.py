"""The example office of ``kinerja demo``: filled once, kept as typed afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from kinerja.demo.jalan import tahun_berjalan
from kinerja.demo.kantor_contoh import isi_kantor, isi_orang
from kinerja.demo.panggung import Cetak, Panggung
from kinerja.demo.surat_lama import TAHUN_LALU, surat_lama
from kinerja.demo.titipan import isi_titipan
from kinerja.models.kantor import kantor_atau_kosong
from kinerja.operations.pemasangan import pasang
from kinerja.operations.sekali.pasang import muat_tambahan
from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat, tambahan

BULAN_CONTOH, HARI_CONTOH = 10, 10


class FolderBukanContoh(Exception):
    """The data folder holds a real office; the example never touches it."""


def tahun_contoh(kini: date) -> int:
    """The year of the latest 10 October that is not in the future."""
    return kini.year if kini >= date(kini.year, BULAN_CONTOH, HARI_CONTOH) else kini.year - 1


def isi_contoh(
    sesi: Session,
    data: Path,
    sandi: str,
    tahun: int | None,
    cetak: Cetak,
    lapor: Callable[[str], None] = lambda _: None,
) -> None:
    """Fill an empty database with the example. ``cetak`` prints a period's report."""
    satu = tahun if tahun is not None else tahun_contoh(datetime.now(UTC).date())
    panggung = Panggung(sesi, data, satu, cetak, lapor)
    awal = panggung.jam(1, 2, tahun=satu - TAHUN_LALU)
    office = pasang(
        sesi,
        muat(),
        PENGUMPULAN_DATA_KINERJA,
        awal,
        contoh=True,
        tanggal=date(satu, BULAN_CONTOH, HARI_CONTOH),
    )
    muat_tambahan(sesi, tambahan(), awal)
    isi_kantor(office, awal)
    isi_orang(sesi, sandi, awal)
    surat_lama(panggung)
    tahun_berjalan(panggung)
    isi_titipan(panggung, BULAN_CONTOH, HARI_CONTOH)


def periksa_contoh(sesi: Session, data: Path) -> None:
    """Raise FolderBukanContoh unless this database holds an example office."""
    ada = kantor_atau_kosong(sesi)
    if ada is None or not ada.contoh:
        raise FolderBukanContoh(
            f"{data} bukan kantor contoh. Kantor contoh hanya diisi di folder lain: "
            "kinerja demo --data FOLDER_BARU"
        )

"""The stage of the example: who is who, what time it is, and where files go. The acts are in ``lakon``."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.archive import gudang
from kinerja.documents.cetak import HasilCetak
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.periode import JenisPeriode
from kinerja.models.berkas import Berkas
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.tugas import Tugas
from kinerja.operations.berkas import catat_berkas
from kinerja.operations.orang import pelaku_dari
from kinerja.operations.tugas import ambil

Cetak = Callable[..., HasilCetak]
WIB = timezone(timedelta(hours=7))
BATAS = 25_000_000


@dataclass
class Panggung:
    """``cetak`` prints a period's report (the web layer's own function); ``lapor`` is told each scene."""

    sesi: Session
    data: Path
    tahun: int
    cetak: Cetak
    lapor: Callable[[str], None] = lambda _: None

    def jam(
        self, bulan: int, hari: int, pukul: int = 9, menit: int = 0, tahun: int | None = None
    ) -> datetime:
        """A moment in the office's zone."""
        return datetime(tahun or self.tahun, bulan, hari, pukul, menit, tzinfo=WIB).astimezone(UTC)

    def babak(self) -> None:
        """Between two scenes: write, and forget what was loaded, as a new request would."""
        self.sesi.flush()
        self.sesi.expire_all()

    def orang(self, masuk: str) -> Pelaku:
        pegawai = self.sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == masuk)).scalar_one()
        return pelaku_dari(self.sesi, pegawai, self.jam(12, 31).date())

    def jabatan(self, masuk: str) -> Jabatan:
        """The post a person holds."""
        return (
            self.sesi.execute(
                select(Jabatan)
                .join(Penugasan, Penugasan.jabatan_id == Jabatan.id)
                .join(Pegawai, Pegawai.id == Penugasan.pegawai_id)
                .where(Pegawai.nama_pengguna == masuk)
            )
            .scalars()
            .one()
        )

    def unit(self, masuk: str) -> int:
        unit_id = self.jabatan(masuk).unit_id
        if unit_id is None:
            raise LookupError(f"{masuk} tidak memimpin unit")
        return unit_id

    def periode(self, jenis: JenisPeriode, ke: int) -> Periode:
        return self.sesi.execute(periode_satu(self.tahun, jenis, ke)).scalar_one()

    def tugas(self, periode: Periode, kunci: str) -> Tugas:
        return self.sesi.execute(
            select(Tugas).where(Tugas.periode_id == periode.id, Tugas.kunci == kunci)
        ).scalar_one()

    def tugas_penuh(self, tugas: Tugas) -> Tugas:
        """The same task with its period and sheet loaded."""
        return ambil(self.sesi, tugas.id)

    def isi_berkas(self, sha256: str) -> bytes:
        with gudang.buka(self.data, sha256) as aliran:
            return aliran.read()

    def berkas(
        self, isi: bytes, nama: str, oleh: Pelaku | None, pada: datetime, jenis: str = "application/pdf"
    ) -> Berkas:
        """Put a file into the store, with its row."""
        tersimpan = gudang.simpan(self.data, io.BytesIO(isi), BATAS)
        return catat_berkas(self.sesi, tersimpan, nama, jenis, oleh, pada)

"""From rows to figures: the PK in force, realisasi, money and bukti of a year become an ``IsiLaporan``.

Reads only. Realisasi hang on ``Indikator.identitas`` and ``Program.identitas``, so a new version of the PK
keeps what was reported; those identities are the ids inside the report, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.capaian import Metode, Tipe
from kinerja.domain.kesalahan import BelumLengkap
from kinerja.domain.laporan import susun_semester, susun_tahunan, susun_triwulan
from kinerja.domain.laporan_data import (
    DataIndikator,
    DataLaporan,
    DataProgram,
    DataRealisasi,
    DataSasaran,
    DataTahun,
)
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.target import JenisTarget
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import (
    Indikator,
    PerjanjianKinerja,
    Program,
    Sasaran,
)
from kinerja.models.realisasi import Bukti, Realisasi, RealisasiAnggaran
from kinerja.operations.kantor_aturan import aturan_kantor
from kinerja.operations.perjanjian_kinerja.periksa import nisbah_kartu
from kinerja.operations.pk_periode import pk_periode

_PerTriwulan = Mapping[int, Mapping[int, DataRealisasi]]
_Uang = Mapping[int, Mapping[int, Decimal | None]]


def pk_laporan(sesi: Session, periode: Periode) -> PerjanjianKinerja:
    """The approved PK a period's report is made from. Raises BelumLengkap without one."""
    pk = pk_periode(sesi, periode)
    if pk is None:
        raise BelumLengkap(
            f"Perjanjian Kinerja {periode.tahun} belum disetujui, jadi laporan belum dapat diolah."
        )
    return pk


def data_laporan(sesi: Session, pk: PerjanjianKinerja) -> DataLaporan:
    """A year's facts as the domain reckons with them. ``pk`` must be loaded with all under it."""
    realisasi = _realisasi(sesi, pk.tahun)
    uang = _uang(sesi, pk.tahun)
    urut = {p.id: str(ke) for ke, p in enumerate((p for s in pk.sasaran for p in s.program), start=1)}
    sasaran = tuple(_sasaran(satu, realisasi, uang, urut) for satu in pk.sasaran)
    return DataLaporan(pk.tahun, pk.nama, sasaran, aturan_kantor(kantor(sesi)))


def hitung_isi(sesi: Session, periode: Periode, pk: PerjanjianKinerja | None = None) -> IsiLaporan:
    """The report of a period as the present data give it; nothing is stored.

    ``pk``: the version to reckon with, loaded whole; default the one of the period. Raises BelumLengkap.
    """
    data = data_laporan(sesi, pk or pk_laporan(sesi, periode))
    if periode.jenis is JenisPeriode.TRIWULAN:
        return susun_triwulan(data, periode.ke)
    if periode.jenis is JenisPeriode.SEMESTER:
        return susun_semester(data, periode.ke)
    lama = tuple(satu for n in range(2, 6) if (satu := tahunan_lalu(sesi, periode.tahun - n + 1)))
    return susun_tahunan(data, tahunan_lalu(sesi, periode.tahun), lama)


def tahunan_lalu(sesi: Session, tahun: int) -> IsiLaporan | None:
    """Last year's yearly report as it was frozen, or None."""
    laporan = sesi.execute(
        select(Laporan)
        .join(Periode, Periode.id == Laporan.periode_id)
        .where(
            Periode.tahun == tahun - 1,
            Periode.jenis == JenisPeriode.TAHUNAN,
            Laporan.dibekukan_pada.is_not(None),
        )
        .order_by(Laporan.versi.desc())
        .limit(1)
    ).scalar_one_or_none()
    return None if laporan is None else IsiLaporan.dari_data(laporan.isi)


def _realisasi(sesi: Session, tahun: int) -> _PerTriwulan:
    bukti: dict[int, int] = {
        realisasi_id: jumlah
        for realisasi_id, jumlah in sesi.execute(
            select(Bukti.realisasi_id, func.count())
            .join(Realisasi, Realisasi.id == Bukti.realisasi_id)
            .where(Realisasi.tahun == tahun, Bukti.dicabut_pada.is_(None))
            .group_by(Bukti.realisasi_id)
        )
    }
    hasil: dict[int, dict[int, DataRealisasi]] = defaultdict(dict)
    for satu in sesi.execute(select(Realisasi).where(Realisasi.tahun == tahun)).scalars():
        hasil[satu.indikator_id][satu.triwulan] = DataRealisasi(
            nilai=None if satu.na else satu.nilai or None,
            na=satu.na,
            alasan_na=satu.alasan_na,
            faktor_pendukung=satu.faktor_pendukung,
            hambatan=satu.hambatan,
            tindak_lanjut=satu.tindak_lanjut,
            jumlah_bukti=bukti.get(satu.id, 0),
            pembilang=satu.pembilang,
            penyebut=satu.penyebut,
        )
    return hasil


def _uang(sesi: Session, tahun: int) -> _Uang:
    hasil: dict[int, dict[int, Decimal | None]] = defaultdict(dict)
    for satu in sesi.execute(select(RealisasiAnggaran).where(RealisasiAnggaran.tahun == tahun)).scalars():
        hasil[satu.program_id][satu.triwulan] = satu.nilai
    return hasil


def _sasaran(satu: Sasaran, realisasi: _PerTriwulan, uang: _Uang, urut: Mapping[int, str]) -> DataSasaran:
    return DataSasaran(
        id=satu.id,
        nomor=str(satu.urut),
        uraian=satu.uraian,
        indikator=tuple(
            _indikator(i, f"{satu.urut}.{ke}", realisasi.get(i.identitas, {}))
            for ke, i in enumerate(satu.indikator, start=1)
        ),
        program=tuple(_program(p, urut[p.id], satu.id, uang.get(p.identitas, {})) for p in satu.program),
    )


def _indikator(satu: Indikator, nomor: str, realisasi: Mapping[int, DataRealisasi]) -> DataIndikator:
    tw1, tw2, tw3, tw4 = (teks or None for teks in satu.target_triwulan)
    return DataIndikator(
        id=satu.identitas,
        nomor=nomor,
        uraian=satu.uraian,
        satuan=satu.satuan,
        metode=Metode(satu.metode),
        tipe=Tipe(satu.tipe),
        jenis_target=JenisTarget(satu.jenis_target),
        penanggung_jawab=satu.unit.nama,
        target_tahun=satu.target_tahun or None,
        target_triwulan=(tw1, tw2, tw3, tw4),
        skala=tuple(satu.skala or ()),
        realisasi=realisasi,
        target_renstra=satu.target_renstra or None,
        standar_nasional=satu.standar_nasional or None,
        standar_sumber=satu.standar_sumber,
        riwayat=_riwayat(satu.riwayat),
        kegiatan=tuple(aksi.kegiatan for aksi in satu.rencana_aksi),
        nisbah=nisbah_kartu(satu),
    )


def _riwayat(daftar: Any) -> tuple[DataTahun, ...]:
    return tuple(
        DataTahun(satu["tahun"], satu.get("target") or None, satu.get("realisasi") or None)
        for satu in daftar or ()
    )


def _program(satu: Program, nomor: str, sasaran_id: int, uang: Mapping[int, Decimal | None]) -> DataProgram:
    return DataProgram(
        id=satu.identitas,
        nomor=nomor,
        nama=satu.nama,
        sasaran_id=sasaran_id,
        pagu=satu.pagu,
        keterangan=satu.keterangan,
        realisasi_anggaran=uang,
    )

"""Inbox of the Kasubag Perencanaan: reports whose figures changed since, and revisions being written.

The figures are reckoned anew only after something was put on record that can change one: the newest such
link of the audit chain is remembered with the answer.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, bindparam, func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku, Peran
from kinerja.models.catatan import Catatan
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.butir import ButirKotak
from kinerja.operations.laporan.beda import perubahan
from kinerja.operations.laporan.revisi import keputusan

# Acts that change no figure of any report; an act that is not named here is taken to change one.
BUKAN_ANGKA = frozenset(
    {
        "masuk",
        "keluar",
        "simpan_narasi",
        "buat_disposisi",
        "teruskan_disposisi",
        "selesaikan_disposisi",
        "tanpa_tindak_lanjut",
        "tanggapi",
        "tindak_lanjuti_koreksi",
        "jelaskan_temuan",
        "lampirkan",
        "terbitkan",
        "unggah",
        "ganti_arsip",
        "simpan_pembagian",
        "ganti_sandi",
        "akhiri_sesi",
    }
)
_Hasil = dict[int, tuple[int, str]]  # id of a report → how many figures differ, digest of the present data
_INGAT: WeakKeyDictionary[Engine | Connection, tuple[str, int, _Hasil]] = WeakKeyDictionary()


_TERBARU = select(func.max(Laporan.id)).where(Laporan.versi > 0).group_by(Laporan.periode_id)
_BEKU = (
    select(Laporan, Periode)
    .join(Periode, Periode.id == Laporan.periode_id)
    .where(Laporan.id.in_(_TERBARU), Laporan.dibekukan_pada.is_not(None))
    .where(Periode.tahun >= bindparam("tahun"))
    .order_by(Periode.id)
)
_KEPALA = (
    select(Catatan.hash).where(Catatan.tindakan.not_in(BUKAN_ANGKA)).order_by(Catatan.seq.desc()).limit(1)
)


def angka_berubah(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """A line per final report of this office year and the one before whose figures are others by now.

    One that was decided to stay as it is, on these very figures, is left out.
    """
    if pelaku.sebagai(Peran.KASUBAG_PERENCANAAN) is None:
        return []
    tahun = pada.astimezone(timezone(timedelta(hours=kantor(sesi).zona))).year - 1
    beku = sesi.execute(_BEKU, {"tahun": tahun}).all()
    if not beku:
        return []
    hasil = _beda(sesi, [(laporan, periode) for laporan, periode in beku], tahun)
    butir = []
    for laporan, periode in beku:
        jumlah, digest = hasil.get(laporan.id, (0, ""))
        if jumlah and keputusan(sesi, laporan, digest) is None:
            tertutup = "disahkan" if periode.ditutup_pada else "selesai disusun"
            butir.append(
                ButirKotak(
                    "revisi",
                    f"Angka berubah sejak laporan {periode.nama}",
                    f"{jumlah} angka berbeda dari laporan yang sudah {tertutup}: lihat, lalu putuskan",
                    ("laporan", periode.id),
                    laporan.dibekukan_pada or pada,
                )
            )
    return butir


def _beda(sesi: Session, beku: list[tuple[Laporan, Periode]], tahun: int) -> _Hasil:
    kepala = _kepala(sesi)
    ikatan = sesi.get_bind()
    ingat = _INGAT.get(ikatan)
    if ingat is not None and ingat[:2] == (kepala, tahun):
        return ingat[2]
    hasil: _Hasil = {}
    for laporan, periode in beku:
        ubah = perubahan(sesi, periode, laporan)
        hasil[laporan.id] = len(ubah.beda), ubah.digest
    _INGAT[ikatan] = kepala, tahun, hasil
    return hasil


def _kepala(sesi: Session) -> str:
    """The hash of the newest link that may have changed a figure."""
    return sesi.execute(_KEPALA).scalar_one_or_none() or ""

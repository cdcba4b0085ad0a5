"""Working on a revision of a sheet. Only its ratification is an official act."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import WEWENANG_PERAN, Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.sop_salah import SalahSop
from kinerja.domain.sop_ubah import Penegas, bagian_data, benarkan, isi_bagian, nama_tempat, salah_sop
from kinerja.models.basis_data import json_kanonik
from kinerja.models.kantor import kantor
from kinerja.models.lembar_sop import LembarSop, RancanganSop, lembar_terbaru
from kinerja.operations.kantor import hari_kantor
from kinerja.operations.tugas import jam_kantor

_ALUR = frozenset({"berikut", "ya", "tidak", "nomor"})


class IsianSalah(MasukanSalah):
    """What was typed into a part cannot stand on a sheet; ``per_medan`` has (field or None, sentence)."""

    def __init__(self, per_medan: tuple[tuple[str | None, str], ...]) -> None:
        super().__init__(" ".join(pesan for _medan, pesan in per_medan))
        self.per_medan = per_medan


class BagianBerubah(SudahDikerjakan):
    """Somebody else saved this part meanwhile; what was typed is kept by the page."""


def jabatan_pengatur(oleh: Pelaku) -> str:
    """The post under which the person changes the sheet; TidakBerwenang without one."""
    for jabatan in oleh.jabatan:
        if Wewenang.ATUR_KANTOR in WEWENANG_PERAN[jabatan.peran]:
            return jabatan.nama_lengkap
    raise TidakBerwenang("Lembar SOP diubah oleh Sekretaris atau Kasubag Umum dan Kepegawaian.")


def penegas(sesi: Session, oleh: Pelaku, pada: datetime) -> Penegas:
    """The person as the sheet names who settled a place, with the day in the office's zone."""
    return Penegas(oleh.nama, jabatan_pengatur(oleh), hari_kantor(kantor(sesi), pada))


def rancangan_terbuka(kode: str) -> Select[RancanganSop]:
    return select(RancanganSop).where(
        RancanganSop.kode == kode, RancanganSop.lembar_id.is_(None), RancanganSop.dibuang_pada.is_(None)
    )


def mulai_rancangan(sesi: Session, lembar_id: int, oleh: Pelaku, pada: datetime) -> RancanganSop:
    """Begin a revision of the newest sheet of its kind; the one already begun is gone on with."""
    jabatan_pengatur(oleh)
    lembar = sesi.get(LembarSop, lembar_id)
    if lembar is None:
        raise TidakDitemukan("Lembar SOP itu tidak ada.")
    ada = sesi.execute(rancangan_terbuka(lembar.kode)).scalar_one_or_none()
    if ada is not None:
        return ada
    terbaru = sesi.execute(lembar_terbaru(lembar.kode)).scalar_one()
    if terbaru.id != lembar.id:
        raise SudahDikerjakan(f"Sudah ada revisi {terbaru.revisi}; ubahlah revisi itu.")
    baru = RancanganSop(
        kode=lembar.kode,
        dasar_id=lembar.id,
        isi=lembar.isi,
        diubah_oleh_id=oleh.pegawai_id,
        diubah_oleh_nama=oleh.nama,
        diubah_pada=pada,
    )
    sesi.add(baru)
    sesi.flush()
    return baru


def ambil_rancangan(sesi: Session, rancangan_id: int, kunci: bool = False) -> RancanganSop:
    """The draft, locked where the database can; TidakDitemukan."""
    pilih = select(RancanganSop).where(RancanganSop.id == rancangan_id)
    if kunci:
        pilih = pilih.with_for_update().execution_options(populate_existing=True)
    ada = sesi.execute(pilih).scalar_one_or_none()
    if ada is None:
        raise TidakDitemukan("Rancangan itu tidak ada.")
    return ada


def untuk_diubah(sesi: Session, rancangan_id: int, oleh: Pelaku) -> RancanganSop:
    """The locked draft if the person may still change it; 409 when it was ratified or dropped."""
    jabatan_pengatur(oleh)
    rancangan = ambil_rancangan(sesi, rancangan_id, kunci=True)
    if rancangan.lembar_id is None and rancangan.dibuang_pada is None:
        return rancangan
    akhir = "dibuang" if rancangan.lembar_id is None else "disahkan"
    raise SudahDikerjakan(f"Rancangan ini sudah {akhir} oleh {kata_pengubah(sesi, rancangan)}.")


def kata_pengubah(sesi: Session, rancangan: RancanganSop) -> str:
    """ "Nama pukul 10.05 tanggal 08-10-2026"."""
    return f"{rancangan.diubah_oleh_nama} pukul {jam_kantor(rancangan.diubah_pada, kantor(sesi).zona)}"


def sidik_bagian(data: Mapping[str, Any], bagian: str) -> str:
    """A short mark of a part's content: a form carries it, so that a stale one is noticed."""
    try:
        isi = bagian_data(data, bagian)
    except KeyError:
        raise TidakDitemukan("Bagian itu tidak ada pada lembar ini.") from None
    return hashlib.sha256(json_kanonik(isi).encode()).hexdigest()[:16]


def simpan_bagian(
    sesi: Session,
    rancangan_id: int,
    bagian: str,
    sidik: str,
    isian: Mapping[str, Any],
    oleh: Pelaku,
    pada: datetime,
) -> RancanganSop:
    """Fill in a part of the draft. An arrow that leads nowhere may be saved; it only bars ratification.

    Raises BagianBerubah when the part is no longer what the form showed, IsianSalah for what cannot stand.
    """
    rancangan = untuk_diubah(sesi, rancangan_id, oleh)
    if sidik_bagian(rancangan.isi, bagian) != sidik:
        raise BagianBerubah(
            f"Bagian ini sudah diubah oleh {kata_pengubah(sesi, rancangan)}. "
            "Ketikan Anda masih ada di bawah; bandingkan dengan isi yang tersimpan, lalu simpan sekali lagi."
        )
    baru = isi_bagian(rancangan.isi, bagian, isian, penegas(sesi, oleh, pada))
    salah = tuple(
        (medan, satu.pesan)
        for satu in salah_sop(baru)
        for medan in [medan_salah(satu, rancangan.isi, bagian)]
        if medan is not None and medan.rpartition(".")[2] not in _ALUR
    )
    if salah:
        raise IsianSalah(salah)
    _simpan(sesi, rancangan, baru, oleh, pada)
    return rancangan


def medan_salah(salah: SalahSop, data: Mapping[str, Any], bagian: str) -> str | None:
    """The key within ``bagian`` that a fault belongs to; None when it lies elsewhere."""
    nama, _, kode = bagian.partition(".")
    if nama == "langkah":
        return salah.kunci if str(salah.langkah) == kode else None
    if nama == "pelaksana":
        urutan = [satu.get("kode") for satu in data["pelaksana"]]
        nama = f"pelaksana[{urutan.index(kode) + 1}]"
    return salah.kunci.removeprefix(f"{nama}.") if salah.kunci.startswith(f"{nama}.") else None


def konfirmasi(sesi: Session, rancangan_id: int, tempat: str, oleh: Pelaku, pada: datetime) -> RancanganSop:
    """Say that a doubtful place is right as it stands; 409 when somebody settled it before."""
    rancangan = untuk_diubah(sesi, rancangan_id, oleh)
    try:
        baru = benarkan(rancangan.isi, tempat, penegas(sesi, oleh, pada))
    except KeyError:
        raise SudahDikerjakan(
            f"{nama_tempat(rancangan.isi, tempat)} sudah ditegaskan; "
            f"rancangan terakhir diubah oleh {kata_pengubah(sesi, rancangan)}."
        ) from None
    _simpan(sesi, rancangan, baru, oleh, pada)
    return rancangan


def _simpan(sesi: Session, rancangan: RancanganSop, isi: Any, oleh: Pelaku, pada: datetime) -> None:
    rancangan.isi = isi
    rancangan.versi += 1
    rancangan.diubah_oleh_id, rancangan.diubah_oleh_nama, rancangan.diubah_pada = (
        oleh.pegawai_id,
        oleh.nama,
        pada,
    )
    sesi.flush()


def buang_rancangan(
    sesi: Session, rancangan_id: int, versi: int, oleh: Pelaku, pada: datetime
) -> RancanganSop:
    """Drop a draft; its row stays. 409 when it was worked on since the page was opened."""
    rancangan = untuk_diubah(sesi, rancangan_id, oleh)
    pastikan_versi(sesi, rancangan, versi)
    rancangan.dibuang_pada = pada
    rancangan.diubah_oleh_id, rancangan.diubah_oleh_nama, rancangan.diubah_pada = (
        oleh.pegawai_id,
        oleh.nama,
        pada,
    )
    sesi.flush()
    return rancangan


def pastikan_versi(sesi: Session, rancangan: RancanganSop, versi: int) -> None:
    """What is decided about must be what was looked at."""
    if rancangan.versi != versi:
        raise SudahDikerjakan(
            f"Rancangan ini sudah diubah oleh {kata_pengubah(sesi, rancangan)} sesudah halaman Anda dibuka. "
            "Periksa isinya sekali lagi."
        )

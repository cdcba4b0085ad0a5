"""Who may fill or send a unit's realisasi now, and if not, why not, in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import WEWENANG_PERAN, Jabatan, Pelaku, Wewenang
from kinerja.domain.kesalahan import BelumLengkap, Kesalahan, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.sop import Halaman
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.jabatan import Jabatan as BarisJabatan
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.models.realisasi import LaporanProgres, PengembalianProgres
from kinerja.models.tugas import Tugas
from kinerja.operations.realisasi.cari import tugas_halaman
from kinerja.operations.tugas import jam_kantor

HUBUNGI = "Hubungi Kasubag Perencanaan, Keuangan dan Pelaporan"


@dataclass(frozen=True)
class HakIsi:
    """``hanya``: the identitas that may be changed after a return; None: all of them."""

    isi: bool
    kirim: bool
    alasan: str = ""
    hanya: frozenset[int] | None = None

    def boleh(self, identitas: int) -> bool:
        return self.isi and (self.hanya is None or identitas in self.hanya)


def kepala_unit(oleh: Pelaku, unit_id: int) -> Jabatan | None:
    """The held post that heads this unit (sends its laporan progres)."""
    return _jabatan(oleh, unit_id, Wewenang.KIRIM_REALISASI)


def _jabatan(oleh: Pelaku, unit_id: int, wewenang: Wewenang) -> Jabatan | None:
    for jabatan in oleh.jabatan:
        if jabatan.unit_id == unit_id and wewenang in WEWENANG_PERAN[jabatan.peran]:
            return jabatan
    return None


def pengisi(sesi: Session, periode: Periode, unit_id: int, oleh: Pelaku) -> Jabatan | None:
    """The post under which ``oleh`` fills for this unit: its head, or Staf to whom it was forwarded."""
    kepala = kepala_unit(oleh, unit_id)
    if kepala is not None:
        return kepala
    staf = _jabatan(oleh, unit_id, Wewenang.ISI_REALISASI)
    return staf if staf is not None and _diteruskan(sesi, periode, staf.id) else None


def _diteruskan(sesi: Session, periode: Periode, jabatan_id: int) -> bool:
    pilih = (
        select(CabangDisposisi.id)
        .join(Disposisi, Disposisi.id == CabangDisposisi.disposisi_id)
        .join(Tugas, Tugas.id == Disposisi.tugas_id)
        .where(
            Tugas.periode_id == periode.id,
            CabangDisposisi.penerima_id == jabatan_id,
            CabangDisposisi.induk_id.is_not(None),
            CabangDisposisi.dibatalkan_pada.is_(None),
        )
    )
    return sesi.execute(pilih.limit(1)).first() is not None


def pastikan_boleh_isi(
    sesi: Session, periode: Periode, unit_id: int, oleh: Pelaku, identitas: int | None = None
) -> Jabatan:
    """The post under which ``oleh`` may fill this unit's figures now; otherwise the fitting Kesalahan.

    ``identitas``: an indicator; after a return only the marked ones are open again.
    """
    if oleh.unit_id.isdisjoint({unit_id}):
        raise TidakDitemukan("Isian itu bukan untuk unit Anda.")
    jabatan = pengisi(sesi, periode, unit_id, oleh)
    if jabatan is None:
        raise TidakBerwenang(
            "Isian ini belum diteruskan kepada Anda. Minta kepala unit meneruskan disposisinya."
        )
    laporan = laporan_unit(sesi, periode.id, unit_id)
    pastikan_terbuka(sesi, periode, unit_id, laporan)
    hanya = _hanya(sesi, laporan)
    if identitas is not None and hanya is not None and identitas not in hanya:
        raise SudahDikerjakan(
            "Yang dikembalikan untuk diperbaiki bukan indikator ini. "
            f"{HUBUNGI} bila indikator ini juga perlu diubah."
        )
    return jabatan


def pastikan_terbuka(sesi: Session, periode: Periode, unit_id: int, laporan: LaporanProgres | None) -> None:
    """Raise unless the unit's part of this triwulan is waiting to be filled and sent."""
    if laporan is not None and _perbaikan_terbuka(sesi, periode, laporan):
        return
    zona = kantor(sesi).zona
    if laporan is not None and laporan.dilewati_pada is not None:
        alasan = laporan.dilewati_alasan.rstrip(". ")
        raise SudahDikerjakan(
            f"Rekap {periode.nama} diteruskan tanpa laporan unit ini, karena: {alasan}. "
            f"{HUBUNGI} bila laporannya masih perlu masuk."
        )
    rekap = tugas_halaman(sesi, periode, Halaman.REKAP)
    if rekap is not None and rekap.penyelesaian is not None:
        selesai = rekap.penyelesaian
        raise SudahDikerjakan(
            f"Rekap {periode.nama} sudah diselesaikan oleh {selesai.oleh_nama} ({selesai.jabatan_nama}) "
            f"pukul {jam_kantor(selesai.pada, zona)}. {HUBUNGI} bila masih ada yang perlu diubah."
        )
    if laporan is not None and laporan.dikirim_pada is not None:
        raise SudahDikerjakan(
            f"Laporan progres {periode.nama} sudah dikirim oleh {laporan.dikirim_oleh_nama} "
            f"pukul {jam_kantor(laporan.dikirim_pada, zona)}. {HUBUNGI} bila ada yang keliru; "
            "beliau dapat mengembalikannya kepada Anda."
        )
    if not _diminta(sesi, periode, unit_id):
        raise BelumLengkap(
            f"Data {periode.nama} belum diminta. Isian terbuka setelah disposisi permintaan data "
            "sampai pada unit Anda."
        )


def _perbaikan_terbuka(sesi: Session, periode: Periode, laporan: LaporanProgres) -> bool:
    """Was the unit's part opened again after the triwulan was signed (operations.perbaikan)?"""
    tutup = periode.ditutup_pada
    return tutup is not None and any(p.pada >= tutup for p in pengembalian_terbuka(sesi, laporan.id))


def hak_isi(sesi: Session, periode: Periode, unit_id: int, oleh: Pelaku) -> HakIsi:
    """The same rules as an answer for the page."""
    try:
        jabatan = pastikan_boleh_isi(sesi, periode, unit_id, oleh)
    except Kesalahan as salah:
        return HakIsi(False, False, salah.pesan)
    kirim = Wewenang.KIRIM_REALISASI in WEWENANG_PERAN[jabatan.peran]
    return HakIsi(True, kirim, "", _hanya(sesi, laporan_unit(sesi, periode.id, unit_id)))


def laporan_unit(sesi: Session, periode_id: int, unit_id: int, kunci: bool = False) -> LaporanProgres | None:
    """The unit's laporan progres, where there is a row yet."""
    pilih = select(LaporanProgres).where(
        LaporanProgres.periode_id == periode_id, LaporanProgres.unit_id == unit_id
    )
    if kunci:
        pilih = pilih.with_for_update(of=LaporanProgres).execution_options(populate_existing=True)
    return sesi.execute(pilih).scalar_one_or_none()


def pengembalian_terbuka(sesi: Session, laporan_id: int) -> list[PengembalianProgres]:
    """Returns of a laporan progres that the unit has not answered by sending again."""
    return list(
        sesi.execute(
            select(PengembalianProgres)
            .where(
                PengembalianProgres.laporan_progres_id == laporan_id,
                PengembalianProgres.selesai_pada.is_(None),
            )
            .order_by(PengembalianProgres.id)
        ).scalars()
    )


def _hanya(sesi: Session, laporan: LaporanProgres | None) -> frozenset[int] | None:
    semua = pengembalian_terbuka(sesi, laporan.id) if laporan is not None else []
    if not semua or any(not satu.indikator_id for satu in semua):
        return None
    return frozenset(identitas for satu in semua for identitas in satu.indikator_id)


def _diminta(sesi: Session, periode: Periode, unit_id: int) -> bool:
    """Step 1 is done, or its disposisi has reached a post of this unit."""
    kumpulkan = tugas_halaman(sesi, periode, Halaman.KUMPULKAN)
    if kumpulkan is None or kumpulkan.penyelesaian_id is not None:
        return True
    pilih = (
        select(CabangDisposisi.id)
        .join(Disposisi, Disposisi.id == CabangDisposisi.disposisi_id)
        .join(BarisJabatan, BarisJabatan.id == CabangDisposisi.penerima_id)
        .where(
            Disposisi.tugas_id == kumpulkan.id,
            BarisJabatan.unit_id == unit_id,
            CabangDisposisi.dibatalkan_pada.is_(None),
        )
    )
    return sesi.execute(pilih.limit(1)).first() is not None

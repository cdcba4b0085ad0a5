"""A unit's laporan progres: sent, sent back with a reason, or gone on without, on record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Jabatan, Pelaku
from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.sop import Halaman
from kinerja.models.periode import Periode
from kinerja.models.realisasi import LaporanProgres, PengembalianProgres
from kinerja.operations.catatan import catat
from kinerja.operations.disposisi.permintaan import selesaikan_cabang_unit
from kinerja.operations.realisasi.cari import triwulan, tugas_halaman
from kinerja.operations.realisasi.hak import (
    kepala_unit,
    laporan_unit,
    pastikan_boleh_isi,
    pengembalian_terbuka,
)
from kinerja.operations.realisasi.isian import IsianUnit, isian_unit
from kinerja.operations.tugas import PANJANG_CATATAN, pastikan_dapat_dikerjakan


def kirim(
    sesi: Session,
    periode_id: int,
    unit_id: int,
    catatan: str,
    oleh: Pelaku,
    pada: datetime,
    tanpa_bukti: bool = False,
) -> LaporanProgres:
    """Send the unit's report: every indicator a value or n/a, every program a figure; locked from then on.

    ``tanpa_bukti``: the sender confirmed that some figures have no bukti. Finishes the unit's branch of the
    disposisi and the open returns.
    """
    periode = triwulan(sesi, periode_id)
    laporan_unit(sesi, periode.id, unit_id, kunci=True)  # of two who send at once, one waits here
    isian = _isian(sesi, periode, unit_id)
    jabatan = pastikan_boleh_isi(sesi, periode, unit_id, oleh)
    if kepala_unit(oleh, unit_id) is None:
        raise TidakBerwenang("Laporan progres dikirim oleh kepala unit.")
    if isian.kurang:
        raise BelumLengkap("Belum dapat dikirim. Masih kosong: " + ", ".join(isian.kurang) + ".")
    if isian.tanpa_bukti and not tanpa_bukti:
        nomor = ", ".join(i.nomor for i in isian.tanpa_bukti)
        raise BelumLengkap(
            f"Indikator {nomor} belum punya bukti. Unggah buktinya, "
            "atau centang bahwa laporan tetap dikirim tanpa bukti itu.",
            "tanpa_bukti",
        )
    if len(catatan) > PANJANG_CATATAN:
        raise MasukanSalah(f"Catatan paling panjang {PANJANG_CATATAN} tanda.", "catatan")
    laporan = _baris(sesi, periode, unit_id)
    laporan.catatan = catatan.strip()
    laporan.dikirim_pada, laporan.dikirim_oleh_id = pada, oleh.pegawai_id
    laporan.dikirim_oleh_nama = oleh.nama
    for satu in pengembalian_terbuka(sesi, laporan.id):
        satu.selesai_pada = pada
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "kirim_laporan_progres",
        f"laporan_progres:{laporan.id}",
        f"Laporan progres {periode.nama} {isian.unit.nama} dikirim.",
        sesudah={"catatan": laporan.catatan, "tanpa_bukti": [i.nomor for i in isian.tanpa_bukti]},
        jabatan=jabatan.nama_lengkap,
    )
    selesaikan_cabang_unit(sesi, periode.id, unit_id, oleh, pada)
    return laporan


def kembalikan_unit(
    sesi: Session,
    periode_id: int,
    unit_id: int,
    indikator_id: Iterable[int],
    alasan: str,
    oleh: Pelaku,
    pada: datetime,
) -> PengembalianProgres:
    """Send a unit's figures back with a reason; ``indikator_id``: identitas of those meant, empty: all.

    Only whoever may do the rekap step now. A unit that has already something back can get more back.
    """
    periode = triwulan(sesi, periode_id)
    jabatan = _perekap(sesi, periode, oleh, pada)
    isian = _isian(sesi, periode, unit_id)
    if not isian.terkirim and not isian.pengembalian:
        raise BelumLengkap(f"{isian.unit.nama} belum mengirim laporan progres; belum ada yang dikembalikan.")
    milik = {i.indikator.identitas: i.nomor for i in isian.indikator}
    pilihan = sorted(set(indikator_id))
    if not set(pilihan) <= set(milik):
        raise MasukanSalah("Pilih indikator dari unit ini.", "indikator")
    _periksa_alasan(alasan)
    laporan = _baris(sesi, periode, unit_id)
    kembali = PengembalianProgres(
        laporan_progres_id=laporan.id,
        alasan=alasan.strip(),
        indikator_id=pilihan,
        oleh_id=oleh.pegawai_id,
        oleh_nama=oleh.nama,
        pada=pada,
    )
    sesi.add(kembali)
    laporan.dikirim_pada = None
    sesi.flush()
    bagian = ", ".join(milik[i] for i in pilihan)
    catat(
        sesi,
        oleh,
        pada,
        "kembalikan_laporan_progres",
        f"laporan_progres:{laporan.id}",
        f"Laporan progres {periode.nama} {isian.unit.nama} dikembalikan"
        f"{f' (indikator {bagian})' if bagian else ''}. Alasan: {alasan.strip()}",
        sesudah={"pengembalian": kembali.id, "indikator": pilihan},
        jabatan=jabatan.nama_lengkap,
    )
    return kembali


def lewati_unit(
    sesi: Session, periode_id: int, unit_id: int, alasan: str, oleh: Pelaku, pada: datetime
) -> LaporanProgres:
    """Go on without a unit that has not sent, with the reason on record; what it filled in stays as it is."""
    periode = triwulan(sesi, periode_id)
    jabatan = _perekap(sesi, periode, oleh, pada)
    isian = _isian(sesi, periode, unit_id)
    if isian.terkirim:
        raise SudahDikerjakan(f"{isian.unit.nama} sudah mengirim laporan progres.")
    if isian.dilewati:
        raise SudahDikerjakan(f"{isian.unit.nama} sudah ditandai dilanjutkan tanpa laporan.")
    _periksa_alasan(alasan)
    laporan = _baris(sesi, periode, unit_id)
    laporan.dilewati_pada, laporan.dilewati_alasan = pada, alasan.strip()
    for satu in pengembalian_terbuka(sesi, laporan.id):
        satu.selesai_pada = pada
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "lewati_unit",
        f"laporan_progres:{laporan.id}",
        f"Rekap {periode.nama} dilanjutkan tanpa laporan {isian.unit.nama}. Alasan: {alasan.strip()}",
        sesudah={"terisi": isian.jumlah_terisi, "dari": isian.jumlah},
        jabatan=jabatan.nama_lengkap,
    )
    return laporan


def tunggu_lagi(sesi: Session, periode_id: int, unit_id: int, oleh: Pelaku, pada: datetime) -> LaporanProgres:
    """Take a "gone on without" back while the rekap is open: the unit may fill and send again."""
    periode = triwulan(sesi, periode_id)
    jabatan = _perekap(sesi, periode, oleh, pada)
    isian = _isian(sesi, periode, unit_id)
    laporan = laporan_unit(sesi, periode.id, unit_id, kunci=True)
    if laporan is None or laporan.dilewati_pada is None:
        raise SudahDikerjakan(f"{isian.unit.nama} sudah dapat mengirim laporan progres.")
    alasan, laporan.dilewati_pada, laporan.dilewati_alasan = laporan.dilewati_alasan, None, ""
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "tunggu_lagi_unit",
        f"laporan_progres:{laporan.id}",
        f"Laporan progres {periode.nama} {isian.unit.nama} ditunggu lagi.",
        sebelum={"dilewati_alasan": alasan},
        jabatan=jabatan.nama_lengkap,
    )
    return laporan


def _isian(sesi: Session, periode: Periode, unit_id: int) -> IsianUnit:
    isian = isian_unit(sesi, periode, unit_id)
    if isian is None:
        raise TidakDitemukan("Unit itu tidak punya indikator dalam Perjanjian Kinerja yang berlaku.")
    return isian


def _baris(sesi: Session, periode: Periode, unit_id: int) -> LaporanProgres:
    ada = laporan_unit(sesi, periode.id, unit_id, kunci=True)
    if ada is None:
        ada = LaporanProgres(periode_id=periode.id, unit_id=unit_id)
        sesi.add(ada)
        sesi.flush()
    return ada


def _perekap(sesi: Session, periode: Periode, oleh: Pelaku, pada: datetime) -> Jabatan:
    rekap = tugas_halaman(sesi, periode, Halaman.REKAP)
    if rekap is None:
        raise TidakDitemukan("Lembar SOP ini tidak punya langkah rekap.")
    return pastikan_dapat_dikerjakan(sesi, rekap, oleh, pada)


def _periksa_alasan(alasan: str) -> None:
    if not alasan.strip():
        raise MasukanSalah("Tuliskan alasannya.", "alasan")
    if len(alasan) > PANJANG_CATATAN:
        raise MasukanSalah(f"Alasan paling panjang {PANJANG_CATATAN} tanda.", "alasan")

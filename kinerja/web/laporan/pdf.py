"""A report as PDF, from its rows: what is frozen, what people wrote, who signs."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.documents.cetak import HasilCetak, cetak
from kinerja.documents.kantor import Penandatangan
from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.laporan.naskah import (
    TEMPLAT,
    BarisPembagian,
    KoreksiCetak,
    Pelengkap,
    TemuanCetak,
    susun,
)
from kinerja.documents.laporan.naskah import Laporan as LaporanCetak
from kinerja.documents.laporan.reviu import ReviuCetak
from kinerja.documents.perjanjian_kinerja.dari import perjanjian_kinerja_dari
from kinerja.documents.tanggal import tulis_saat, tulis_tanggal
from kinerja.domain.jabatan import NAMA_PERAN, Peran
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.pemeriksaan import TingkatTemuan
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.reviu import BUTIR, Jawaban
from kinerja.models.basis_data import db, lepas
from kinerja.models.catatan import Catatan
from kinerja.models.kantor import Kantor, kantor
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_lengkap
from kinerja.operations.dokumen.terbit import dokumen_laporan
from kinerja.operations.laporan.koreksi import daftar_koreksi
from kinerja.operations.laporan.narasi_bahan import pembagian_tugas
from kinerja.operations.laporan.revisi import kalimat_revisi, urutan_revisi
from kinerja.operations.laporan.reviu import jawaban_tersimpan
from kinerja.operations.laporan.rujukan import rujukan_laporan
from kinerja.operations.laporan.temuan import temuan_laporan
from kinerja.operations.laporan.verba import isi_laporan, laporan_kini, laporan_versi, narasi_laporan
from kinerja.operations.penandatangan import penanda
from kinerja.operations.tanggapan_atasan import tanggapan_atasan
from kinerja.web.jam import hari_ini
from kinerja.web.penandatangan import penandatangan_dari

DRAF = "DRAF – BELUM DISAHKAN"
LAMA = "DRAF LAMA – TIDAK BERLAKU"
BATAL = "REVISI DIBATALKAN – TIDAK BERLAKU"


def cetak_laporan(
    periode_id: int,
    *,
    nomor: str = "",
    kode: str = "",
    tanggal: date | None = None,
    draf: bool = False,
    versi: int | None = None,
) -> HasilCetak:
    """Print a version of a period's report, the newest by itself; ``draf`` marks it as one.

    Nothing may have been written in the running transaction: it ends here, before the slow rendering.
    Raises TidakDitemukan without a report, GagalCetak when it cannot be printed whole.
    """
    data, bertanggal = siap_cetak(periode_id, nomor=nomor, kode=kode, tanggal=tanggal, draf=draf, versi=versi)
    return cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=bertanggal)


def siap_cetak(
    periode_id: int,
    *,
    nomor: str = "",
    kode: str = "",
    tanggal: date | None = None,
    draf: bool = False,
    versi: int | None = None,
) -> tuple[LaporanCetak, datetime]:
    """A version of a period's report as blocks, and the moment of its data, for PDF and Word alike.

    ``versi``: the number people know it by; None: the newest.

    The running transaction ends here. Raises TidakDitemukan without a report.
    """
    sesi = db.session()
    periode = sesi.get(Periode, periode_id)
    terbaru = laporan_kini(sesi, periode_id)
    laporan = terbaru if versi is None else laporan_versi(sesi, periode_id, versi)
    if periode is None or laporan is None:
        raise TidakDitemukan("Laporan periode ini belum ada.")
    terbit = dokumen_laporan(sesi, laporan)
    hari = tanggal or (terbit.tanggal if terbit else hari_ini())  # one issued keeps its signer
    lengkap = _pelengkap(sesi, periode, laporan, hari, nomor, kode, _tanda(laporan, terbaru) if draf else "")
    data = susun(isi_laporan(laporan), lengkap)
    bertanggal = laporan.dibekukan_pada or laporan.disimpan_pada or laporan.diolah_pada
    lepas(sesi)
    return data, bertanggal


def _tanda(laporan: Laporan, terbaru: Laporan | None) -> str:
    """What is printed across a version that was not issued."""
    if laporan.dibatalkan:
        return BATAL
    return DRAF if laporan is terbaru else LAMA


def _pelengkap(
    sesi: Session, periode: Periode, laporan: Laporan, hari: date, nomor: str, kode: str, status: str
) -> Pelengkap:
    office = kantor(sesi)
    tahunan = periode.jenis is JenisPeriode.TAHUNAN
    pk = _pk(sesi, laporan)
    return Pelengkap(
        kantor=kop_dari(office),
        penandatangan=penandatangan_camat(sesi, office, hari),
        narasi=narasi_laporan(laporan),
        temuan=_temuan(sesi, periode, laporan, office.zona),
        koreksi=tuple(
            KoreksiCetak(k.bagian, k.uraian, k.jabatan_nama, k.tindak_lanjut)
            for k in daftar_koreksi(sesi, periode.id)
        ),
        pembagian_tugas=tuple(
            BarisPembagian(b.unit.nama, b.uraian, tulis_tanggal(b.tenggat))
            for b in pembagian_tugas(sesi, periode.id)
        ),
        pk=perjanjian_kinerja_dari(pk, office) if tahunan else None,
        tanggapan_atasan=tuple(tanggapan_atasan(sesi, periode.id)),
        reviu=_reviu(sesi, laporan),
        nomor=nomor,
        status=status,
        kode=kode,
        jangkar=_jangkar(sesi, laporan),
        sumber=rujukan_laporan(sesi, laporan, periode, pk),
        zona=office.zona,
        revisi=kalimat_revisi(sesi, laporan),
        revisi_ke=urutan_revisi(sesi, laporan),
    )


def _reviu(sesi: Session, laporan: Laporan) -> tuple[ReviuCetak, ...]:
    """The stored self-check, where it was asked for as an annex."""
    ada = jawaban_tersimpan(sesi, laporan.periode_id) if laporan.lampirkan_reviu else {}
    return tuple(
        ReviuCetak(b.kelompok, b.nomor, b.pernyataan, Jawaban(r.jawaban).label, r.catatan)
        for b in BUTIR
        if (r := ada.get(b.kunci)) is not None
    )


def penandatangan_camat(sesi: Session, office: Kantor, hari: date) -> Penandatangan:
    """The Camat of that day; an empty name where nobody holds the post."""
    return penandatangan_dari(
        penanda(sesi, Peran.CAMAT, hari),
        NAMA_PERAN[Peran.CAMAT],
        kecamatan=office.kecamatan,
        tempat=office.ibu_kota or office.kecamatan,
        tanggal=tulis_tanggal(hari),
    )


def _temuan(sesi: Session, periode: Periode, laporan: Laporan, zona: int) -> tuple[TemuanCetak, ...]:
    """The findings of every triwulan the report is about: of a frozen one as they were kept with it."""
    beku = laporan.dibekukan_pada is not None and laporan.temuan is not None
    daftar = laporan.temuan if beku else temuan_laporan(sesi, periode)
    return tuple(
        TemuanCetak(
            t["pesan"],
            t["penjelasan"],
            t["oleh"],
            TingkatTemuan(t["tingkat"]).label,
            tulis_saat(datetime.fromisoformat(t["pada"]), zona) if t["pada"] else "",
        )
        for t in daftar
    )


def _pk(sesi: Session, laporan: Laporan) -> PerjanjianKinerja:
    """The version of the PK this report was made from."""
    return sesi.execute(pk_lengkap().where(PerjanjianKinerja.id == laporan.pk_id)).scalar_one()


def _jangkar(sesi: Session, laporan: Laporan) -> str:
    """The audit chain's hash of the freeze; empty for a draft."""
    if laporan.dibekukan_pada is None:
        return ""
    hash_beku = sesi.execute(
        select(Catatan.hash)
        .where(Catatan.tindakan == "bekukan", Catatan.objek == f"laporan:{laporan.id}")
        .order_by(Catatan.seq.desc())
        .limit(1)
    ).scalar_one_or_none()
    return hash_beku or ""

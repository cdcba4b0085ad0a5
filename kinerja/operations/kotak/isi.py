"""The inbox: everything that waits for a person now. The list and the counter are the same call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.models.disposisi import CabangDisposisi, cabang_terbuka
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.jabatan import Jabatan
from kinerja.models.laporan import Laporan
from kinerja.models.tugas import Pengembalian, Tugas, tugas_terbuka
from kinerja.operations.butir import ButirKotak
from kinerja.operations.disposisi.lihat import cabang_untuk
from kinerja.operations.kotak.orang import pegawai_baru
from kinerja.operations.kotak.pk import perjanjian_kinerja, rencana_aksi
from kinerja.operations.kotak.realisasi import dikembalikan
from kinerja.operations.kotak.revisi import angka_berubah
from kinerja.operations.kotak.surat import surat_menunggu
from kinerja.operations.kotak.tanggapan import tanggapan_menunggu
from kinerja.operations.pindaian.lihat import pindaian_menunggu

__all__ = ["SUMBER", "ButirKotak", "Sumber", "isi_kotak"]


Sumber = Callable[[Session, Pelaku, datetime], list[ButirKotak]]


def isi_kotak(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """All that waits for this person, soonest due first, what has no due date last.

    What waits only because a post was delegated to them says whose it is.
    """
    butir = _isi(sesi, replace(pelaku, jabatan=pelaku.jabatan_sendiri), pada)
    for jabatan in pelaku.jabatan:
        if jabatan.delegasi_dari:
            ada = {(b.jenis, b.tempat) for b in butir}
            titipan = _isi(sesi, replace(pelaku, jabatan=(jabatan,)), pada)
            butir += [
                replace(b, delegasi_dari=jabatan.delegasi_dari)
                for b in titipan
                if (b.jenis, b.tempat) not in ada
            ]
    return sorted(butir, key=lambda b: (b.tenggat is None, b.tenggat or date.max, b.sejak))


def _isi(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    return [b for sumber in SUMBER for b in sumber(sesi, pelaku, pada)]


_KEMBALI = (
    select(Pengembalian.ke_id)
    .join(Tugas, Tugas.id == Pengembalian.ke_id)
    .where(Tugas.id.in_(bindparam("tugas", expanding=True)), Pengembalian.pada >= Tugas.dibuka_pada)
)
_TERBARU = (
    select(func.max(Laporan.id))
    .where(Laporan.periode_id.in_(bindparam("periode", expanding=True)), Laporan.versi > 0)
    .group_by(Laporan.periode_id)
)
_TERBIT = (
    select(Laporan.periode_id, select(Arsip.id).where(Arsip.dokumen_id == Dokumen.id).exists())
    .join(Dokumen, Dokumen.laporan_id == Laporan.id)
    .where(Laporan.id.in_(_TERBARU))
)


def _langkah(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    terbuka = sesi.execute(tugas_terbuka(pelaku, pada)).scalars().all()
    kembali = _dikembalikan(sesi, [t.id for t in terbuka])
    terbit = _terbit(sesi, [t.periode_id for t in terbuka if t.langkah is None])
    return [
        ButirKotak(
            jenis="langkah" if t.langkah is not None else "pengesahan",
            judul=t.nama,
            keterangan=t.periode.nama
            + ("" if t.langkah is not None else _keadaan_pdf(terbit.get(t.periode_id))),
            tempat=("tugas", t.id),
            sejak=t.dibuka_pada or pada,
            tenggat=t.tenggat if t.periode.ditutup_pada is None else None,  # else a revision
            dikembalikan=t.id in kembali,
        )
        for t in terbuka
    ]


def _dikembalikan(sesi: Session, tugas_id: list[int]) -> set[int]:
    """The steps that are open because a later one sent them back, not because their turn came."""
    if not tugas_id:
        return set()
    return set(sesi.execute(_KEMBALI, {"tugas": tugas_id}).scalars())


def _terbit(sesi: Session, periode_id: list[int]) -> dict[int, bool]:
    """The periods whose newest report is issued → whether its signed PDF is in the archive already."""
    if not periode_id:
        return {}
    return {periode: tertanda for periode, tertanda in sesi.execute(_TERBIT, {"periode": periode_id})}


def _keadaan_pdf(tertanda: bool | None) -> str:
    """``tertanda`` None: not issued yet."""
    if tertanda is None:
        return " · PDF final belum diterbitkan"
    return (
        " · PDF tertanda sudah diarsipkan, selesaikan" if tertanda else " · PDF terbit, menunggu tanda tangan"
    )


@lru_cache(maxsize=256)
def _cabang(pelaku: Pelaku) -> Select[CabangDisposisi]:
    return cabang_terbuka(pelaku.jabatan_id).where(cabang_untuk(pelaku))


def _disposisi(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    terbuka = sesi.execute(_cabang(pelaku)).scalars().all()
    penerus = _penerus(sesi, [c.induk_id for c in terbuka if c.induk_id is not None])
    pemberi = {c.id: penerus[c.induk_id] if c.induk_id else c.disposisi.pemberi_jabatan_nama for c in terbuka}
    return [
        ButirKotak(
            jenis="disposisi",
            judul=c.disposisi.hal,
            keterangan=f"{'Diteruskan oleh' if c.induk_id else 'Dari'} {pemberi[c.id]}",
            tempat=("cabang", c.id),
            sejak=c.dibuat_pada,
            tenggat=c.tenggat,
            diingatkan_pada=c.diingatkan_pada,
            diingatkan_oleh=pemberi[c.id] if c.diingatkan_pada else "",
        )
        for c in terbuka
    ]


def _penerus(sesi: Session, induk_id: list[int]) -> dict[int, str]:
    """The post that forwarded, by the branch it forwarded from."""
    if not induk_id:
        return {}
    pilih = (
        select(CabangDisposisi.id, Jabatan.nama)
        .join(Jabatan, Jabatan.id == CabangDisposisi.penerima_id)
        .where(CabangDisposisi.id.in_(induk_id))
    )
    return {cabang_id: nama for cabang_id, nama in sesi.execute(pilih)}


SUMBER: list[Sumber] = [
    _langkah,
    _disposisi,
    surat_menunggu,
    perjanjian_kinerja,
    rencana_aksi,
    tanggapan_menunggu,
    dikembalikan,
    angka_berubah,
    pindaian_menunggu,
    pegawai_baru,
]

"""A returned workbook: shown cell by cell, then applied all together or not at all.

What it asks is tried at once by the very verbs that will do it, inside a savepoint that is undone, so that
the preview says what they would say. Waiting imports are no official acts; applying one is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import BelumLengkap, Kesalahan, SudahDikerjakan, TidakDitemukan
from kinerja.domain.lembar_banding import (
    NAMA_BUKU,
    LembarTerbaca,
    Perubahan,
    SalahSel,
    bandingkan,
)
from kinerja.domain.lembar_isian import BukuIsian, JenisBuku, huruf_kolom
from kinerja.models.impor import Impor
from kinerja.operations.catatan import catat
from kinerja.operations.impor.pk import buku_pk, pastikan_pk, terapkan_pk
from kinerja.operations.impor.realisasi import buku_realisasi, pastikan_realisasi, terapkan_realisasi
from kinerja.operations.impor.rencana_aksi import (
    buku_rencana_aksi,
    pastikan_rencana_aksi,
    terapkan_rencana_aksi,
)
from kinerja.operations.impor.sumber import Sumber

UMUR_TUNGGU = timedelta(days=2)  # longer than any session: no open page shows one that is gone
_BUKU: dict[JenisBuku, Callable[[Session, Sumber, Pelaku], BukuIsian]] = {
    JenisBuku.PERJANJIAN_KINERJA: buku_pk,
    JenisBuku.RENCANA_AKSI: buku_rencana_aksi,
    JenisBuku.REALISASI: buku_realisasi,
}
_PASTIKAN: dict[JenisBuku, Callable[[Session, Sumber, Pelaku], None]] = {
    JenisBuku.PERJANJIAN_KINERJA: pastikan_pk,
    JenisBuku.RENCANA_AKSI: pastikan_rencana_aksi,
    JenisBuku.REALISASI: pastikan_realisasi,
}
_TERAPKAN: dict[JenisBuku, Callable[[Session, Sumber, str, Mapping[str, str], Pelaku, datetime], None]] = {
    JenisBuku.PERJANJIAN_KINERJA: terapkan_pk,
    JenisBuku.RENCANA_AKSI: terapkan_rencana_aksi,
    JenisBuku.REALISASI: terapkan_realisasi,
}


def buku(sesi: Session, sumber: Sumber, oleh: Pelaku) -> BukuIsian:
    """The workbook as it is given out now. Raises TidakDitemukan, TidakBerwenang."""
    return _BUKU[sumber.jenis](sesi, sumber, oleh)


def pastikan(sesi: Session, sumber: Sumber, oleh: Pelaku) -> None:
    """Raises the Kesalahan that says why the person may not import this now."""
    _PASTIKAN[sumber.jenis](sesi, sumber, oleh)


def halangan(sesi: Session, sumber: Sumber, oleh: Pelaku) -> str:
    """The same as a sentence; empty when the person may."""
    try:
        pastikan(sesi, sumber, oleh)
    except Kesalahan as salah:
        return salah.pesan
    return ""


def periksa(
    sesi: Session,
    sumber: Sumber,
    terbaca: Iterable[LembarTerbaca],
    nama_berkas: str,
    sha256: str,
    oleh: Pelaku,
    pada: datetime,
) -> Impor:
    """Compare and try; the result waits as ``Impor``. Raises MasukanSalah for a workbook that is not ours."""
    pastikan(sesi, sumber, oleh)
    kini = buku(sesi, sumber, oleh)
    banding = bandingkan(kini, tuple(terbaca))
    salah = _urut(kini, [*banding.salah, *_coba(sesi, sumber, kini, banding.perubahan, oleh, pada)])
    keliru = {(satu.lembar, satu.alamat) for satu in salah}
    perubahan = [satu for satu in banding.perubahan if (satu.lembar, satu.alamat) not in keliru]
    sesi.execute(delete(Impor).where(Impor.diterapkan_pada.is_(None), Impor.dibuat_pada < pada - UMUR_TUNGGU))
    impor = Impor(
        jenis=str(sumber.jenis),
        tahun=kini.tahun,
        periode_id=sumber.periode_id or None,
        unit_id=sumber.unit_id or None,
        pegawai_id=oleh.pegawai_id,
        nama_berkas=" ".join(nama_berkas.split())[:200],
        sha256=sha256,
        isi={
            "judul": kini.judul,
            "basi": banding.basi,
            "perubahan": [asdict(satu) for satu in perubahan],
            "salah": [asdict(satu) for satu in salah],
        },
        dasar=kini.sidik(),
        dibuat_pada=pada,
    )
    sesi.add(impor)
    sesi.flush()
    return impor


def _urut(kini: BukuIsian, salah: list[SalahSel]) -> list[SalahSel]:
    """As the eye goes over the workbook: sheet, row, column."""
    lembar = [satu.nama for satu in kini.lembar]

    def tempat(satu: SalahSel) -> tuple[int, int, int, str]:
        huruf = satu.alamat.rstrip("0123456789")
        return lembar.index(satu.lembar), int(satu.alamat[len(huruf) :]), len(huruf), huruf

    return sorted(salah, key=tempat)


def ambil(sesi: Session, impor_id: int, oleh: Pelaku) -> Impor:
    """The person's own import. Raises TidakDitemukan."""
    impor = sesi.execute(
        select(Impor).where(Impor.id == impor_id, Impor.pegawai_id == oleh.pegawai_id)
    ).scalar_one_or_none()
    if impor is None:
        raise TidakDitemukan("Hasil pemeriksaan berkas itu sudah tidak ada. Unggah berkasnya lagi.")
    return impor


def sumber_dari(impor: Impor) -> Sumber:
    return Sumber(JenisBuku(impor.jenis), impor.tahun, impor.periode_id or 0, impor.unit_id or 0)


def perubahan_dari(impor: Impor) -> tuple[Perubahan, ...]:
    return tuple(Perubahan(**satu) for satu in impor.isi["perubahan"])


def salah_dari(impor: Impor) -> tuple[SalahSel, ...]:
    return tuple(SalahSel(**satu) for satu in impor.isi["salah"])


def terapkan(sesi: Session, impor_id: int, oleh: Pelaku, pada: datetime) -> Impor:
    """Every change of the preview through its verb, and one audit row for the import itself.

    Raises SudahDikerjakan where the data are no longer those the preview was made from, BelumLengkap while it
    has errors or nothing to change; then nothing may be committed.
    """
    impor = ambil(sesi, impor_id, oleh)
    if impor.diterapkan_pada is not None:
        raise SudahDikerjakan("Berkas ini sudah diterapkan.")
    sumber, perubahan = sumber_dari(impor), perubahan_dari(impor)
    if impor.isi["salah"] or not perubahan:
        raise BelumLengkap("Perbaiki dahulu isi berkasnya, lalu unggah lagi.")
    pastikan(sesi, sumber, oleh)
    kini = buku(sesi, sumber, oleh)
    if kini.sidik() != impor.dasar:
        raise SudahDikerjakan(
            "Datanya sudah berubah sejak berkas ini diperiksa, jadi tidak ada yang diterapkan. "
            "Unggah berkasnya sekali lagi untuk melihat perubahannya terhadap data yang sekarang."
        )
    salah = _jalankan(sesi, sumber, kini, perubahan, oleh, pada)
    if salah:
        raise BelumLengkap(f"Lembar {salah[0].lembar}, sel {salah[0].alamat}: {salah[0].pesan}")
    impor.diterapkan_pada = pada
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "impor_excel",
        f"impor:{impor.id}",
        f"{len(perubahan)} sel {NAMA_BUKU[sumber.jenis]}{_baris_baru(perubahan)} diterapkan "
        f"dari berkas “{impor.nama_berkas}” "
        f"({impor.isi['judul']}).",
        sesudah={"sha256": impor.sha256, "sel": [f"{p.lembar}!{p.alamat}" for p in perubahan]},
    )
    return impor


def jumlah_baris_baru(perubahan: Iterable[Perubahan]) -> int:
    """How many new lines these cells make."""
    return len({(satu.lembar, satu.kunci) for satu in perubahan if satu.baris_baru})


def _baris_baru(perubahan: tuple[Perubahan, ...]) -> str:
    jumlah = jumlah_baris_baru(perubahan)
    return f" (termasuk {jumlah} baris baru)" if jumlah else ""


def _coba(
    sesi: Session,
    sumber: Sumber,
    kini: BukuIsian,
    perubahan: tuple[Perubahan, ...],
    oleh: Pelaku,
    pada: datetime,
) -> list[SalahSel]:
    """What the verbs would say; everything they wrote is undone."""
    luar = sesi.begin_nested()
    try:
        return _jalankan(sesi, sumber, kini, perubahan, oleh, pada)
    finally:
        luar.rollback()
        sesi.expire_all()


def _jalankan(
    sesi: Session,
    sumber: Sumber,
    kini: BukuIsian,
    perubahan: tuple[Perubahan, ...],
    oleh: Pelaku,
    pada: datetime,
) -> list[SalahSel]:
    """Row by row, each in a savepoint of its own, so that all errors come together."""
    baris: dict[tuple[str, str], list[Perubahan]] = {}
    for satu in perubahan:
        baris.setdefault((satu.lembar, satu.kunci), []).append(satu)
    salah: list[SalahSel] = []
    for (_, kunci), sel in baris.items():
        dalam = sesi.begin_nested()
        try:
            isian = {satu.medan: satu.ketikan for satu in sel}
            _TERAPKAN[sumber.jenis](sesi, sumber, kunci, isian, oleh, pada)
            dalam.commit()
        except Kesalahan as gagal:
            dalam.rollback()
            salah.extend(_salah(kini, sel, satu) for satu in getattr(gagal, "semua", (gagal,)))
    return salah


def _salah(kini: BukuIsian, sel: list[Perubahan], gagal: Any) -> SalahSel:
    """The error at the cell of its field, also an empty one, or at the first of the row."""
    awal = sel[0]
    tempat = next((p for p in sel if gagal.medan in (p.medan, None)), None)
    if tempat is None:
        lembar = next(satu for satu in kini.lembar if satu.nama == awal.lembar)
        baris = next((b for b in lembar.baris if b.kunci == awal.kunci), lembar.baru)
        tertutup = baris.terkunci if baris else frozenset()
        for ke, kolom in enumerate(lembar.kolom, 2):
            if kolom.medan == gagal.medan and kolom.medan not in tertutup:
                nomor = awal.alamat.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                alamat = f"{huruf_kolom(ke)}{nomor}"
                return SalahSel(awal.lembar, alamat, f"{awal.untuk}: {kolom.judul}", gagal.pesan)
    tempat = tempat or awal
    return SalahSel(tempat.lembar, tempat.alamat, f"{tempat.untuk}: {tempat.kolom}", gagal.pesan)

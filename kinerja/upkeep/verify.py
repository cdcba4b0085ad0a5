"""Is everything whole? Database, audit chain, pointers, frozen reports, and every file of the store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from kinerja.archive.gudang import hitung_sha256, jalur, semua
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.rujukan import sidik_data
from kinerja.models.basis_data import json_kanonik
from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.disposisi import CabangDisposisi, Disposisi, PenyelesaianCabang
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.tugas import Penyelesaian, Tugas
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.laporan import narasi_laporan, sidik_narasi


@dataclass
class HasilPeriksa:
    """``rusak``: what is broken, in words. ``catatan``: what deserves a look but breaks nothing."""

    baris: list[str] = field(default_factory=list)
    rusak: list[str] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)

    def bagian(self, nama: str, rusak: Iterator[str]) -> None:
        """Run one part; a line of its own says how it went."""
        temuan = list(rusak)
        self.rusak.extend(temuan)
        self.baris.append(f"{nama}: {'baik' if not temuan else f'{len(temuan)} masalah'}")
        self.baris.extend(f"  - {satu}" for satu in temuan)


def periksa(sesi: Session, data: Path) -> HasilPeriksa:
    """Check everything; reads only. ``data`` is the data folder with the store."""
    hasil = HasilPeriksa()
    hasil.bagian("Basis data", _basis_data(sesi))
    hasil.bagian("Rantai catatan", _rantai(sesi))
    hasil.bagian("Tugas dan disposisi", _penunjuk(sesi))
    hasil.bagian("Lembar SOP dan laporan beku", _digest(sesi))
    hasil.bagian("Nomor dokumen", _nomor(sesi))
    hasil.bagian("Arsip", _arsip(sesi, data))
    hasil.catatan.extend(_celah(sesi))
    hasil.catatan.extend(_yatim(sesi, data))
    hasil.baris.extend(f"Catatan: {satu}" for satu in hasil.catatan)
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one_or_none()
    if akhir is not None:
        hasil.baris.append(f"Kepala rantai: {akhir.seq} {akhir.hash}")
    return hasil


def _basis_data(sesi: Session) -> Iterator[str]:
    if sesi.get_bind().dialect.name != "sqlite":
        return
    for (pesan,) in sesi.execute(text("PRAGMA integrity_check")):
        if pesan != "ok":
            yield f"integrity_check: {pesan}"
    for baris in sesi.execute(text("PRAGMA foreign_key_check")):
        yield f"foreign_key_check: tabel {baris[0]} baris {baris[1]} menunjuk ke {baris[2]} yang tidak ada"


def _rantai(sesi: Session) -> Iterator[str]:
    rusak = periksa_rantai(sesi)
    if rusak is not None:
        yield rusak.pesan


def _penunjuk(sesi: Session) -> Iterator[str]:
    """The pointers to what completed a task or a branch belong to that same task or branch."""
    salah = select(Tugas.id).join(Penyelesaian, Penyelesaian.id == Tugas.penyelesaian_id)
    for (satu,) in sesi.execute(salah.where(Penyelesaian.tugas_id != Tugas.id)):
        yield f"tugas {satu} menunjuk penyelesaian tugas lain"
    cabang = select(CabangDisposisi.id).join(
        PenyelesaianCabang, PenyelesaianCabang.id == CabangDisposisi.penyelesaian_id
    )
    for (satu,) in sesi.execute(cabang.where(PenyelesaianCabang.cabang_id != CabangDisposisi.id)):
        yield f"cabang disposisi {satu} menunjuk penyelesaian cabang lain"
    yatim = select(CabangDisposisi.id).where(
        CabangDisposisi.penyelesaian_id.is_(None),
        CabangDisposisi.id.in_(select(PenyelesaianCabang.cabang_id)),
    )
    for (satu,) in sesi.execute(yatim):
        yield f"cabang disposisi {satu} sudah diselesaikan tetapi tercatat terbuka"
    tanpa_buka = select(Tugas.id).where(Tugas.penyelesaian_id.is_not(None), Tugas.dibuka_pada.is_(None))
    for (satu,) in sesi.execute(tanpa_buka):
        yield f"tugas {satu} selesai tanpa pernah dibuka"


def _digest(sesi: Session) -> Iterator[str]:
    for lembar in sesi.execute(select(LembarSop)).scalars():
        if hashlib.sha256(json_kanonik(lembar.isi).encode()).hexdigest() != lembar.digest:
            yield f"lembar SOP {lembar.nama} revisi {lembar.revisi} berubah"
        elif lembar.digest not in _digest_tercatat(sesi, lembar):
            yield f"lembar SOP {lembar.nama} revisi {lembar.revisi} bukan yang tercatat saat disahkan"
    for laporan in sesi.execute(select(Laporan).where(Laporan.dibekukan_pada.is_not(None))).scalars():
        if IsiLaporan.dari_data(laporan.isi).digest() != laporan.digest:
            yield f"data beku laporan {laporan.id} berubah"
        yield from _beku(sesi, laporan)


def _digest_tercatat(sesi: Session, lembar: LembarSop) -> set[str]:
    """The digests that the audit rows of this revision name: of its loading or its ratification."""
    baris = sesi.execute(select(Catatan.sesudah).where(Catatan.objek == f"lembar_sop:{lembar.id}")).scalars()
    isi = [json.loads(satu) for satu in baris]
    return {str(satu["digest"]) for satu in isi if isinstance(satu, dict) and "digest" in satu}


def _beku(sesi: Session, laporan: Laporan) -> Iterator[str]:
    """Figures, texts, trail and findings of a frozen report against the audit row of its freeze."""
    baris = sesi.execute(
        select(Catatan.sesudah).where(Catatan.tindakan == "bekukan", Catatan.objek == f"laporan:{laporan.id}")
    ).scalar_one_or_none()
    if baris is None:
        yield f"laporan {laporan.id} beku tanpa catatan pembekuan"
        return
    tercatat = json.loads(baris)
    kini = {
        "digest": ("angka", laporan.digest),
        "narasi": ("uraian", sidik_narasi(narasi_laporan(laporan))),
        "rujukan": ("sumber angka", sidik_data(laporan.rujukan)),
        "temuan": ("temuan", sidik_data(laporan.temuan)),
    }
    for medan, (kata, sidik) in kini.items():
        if medan in tercatat and tercatat[medan] != sidik:  # a report frozen earlier has fewer digests
            yield f"{kata} beku laporan {laporan.id} tidak sama dengan catatan pembekuannya"


def _nomor(sesi: Session) -> Iterator[str]:
    for dokumen in sesi.execute(select(Dokumen)).scalars():
        if not dokumen.nomor or dokumen.urut < 1:
            yield f"dokumen {dokumen.id} tanpa nomor"


def _celah(sesi: Session) -> Iterator[str]:
    """Numbers that were never given: shown, not an error."""
    for nama, tahun, urut in (
        ("dokumen", Dokumen.tahun, Dokumen.urut),
        ("agenda disposisi", Disposisi.tahun, Disposisi.nomor_agenda),
    ):
        for t, jumlah, tertinggi in sesi.execute(
            select(tahun, func.count(), func.max(urut)).group_by(tahun).order_by(tahun)
        ):
            if tertinggi != jumlah:
                ada = set(sesi.execute(select(urut).where(tahun == t)).scalars())
                celah = [str(n) for n in range(1, tertinggi) if n not in ada]
                yield f"nomor {nama} {t} yang tidak terpakai: {', '.join(celah[:20])}"


def _arsip(sesi: Session, data: Path) -> Iterator[str]:
    sudah: set[str] = set()
    for berkas in sesi.execute(select(Berkas).order_by(Berkas.id)).scalars():
        if berkas.sha256 in sudah:
            continue
        sudah.add(berkas.sha256)
        tempat = jalur(data, berkas.sha256)
        try:
            if not tempat.is_file():
                yield f"berkas “{berkas.nama}” hilang ({berkas.sha256})"
            elif tempat.stat().st_size != berkas.ukuran:
                yield f"ukuran berkas “{berkas.nama}” berubah ({berkas.sha256})"
            elif hitung_sha256(tempat) != berkas.sha256:
                yield f"isi berkas “{berkas.nama}” berubah ({berkas.sha256})"
        except OSError:
            yield f"berkas “{berkas.nama}” tidak dapat dibaca ({berkas.sha256})"


def _yatim(sesi: Session, data: Path) -> Iterator[str]:
    """Files without a row: left by a crash between file and row; harmless."""
    dikenal = set(sesi.execute(select(Berkas.sha256)).scalars())
    yatim = [satu.name for satu in semua(data) if satu.name not in dikenal]
    if yatim:
        yield f"{len(yatim)} berkas di gudang tanpa baris basis data, misalnya {yatim[0]}"

"""The one way in for all that comes back: looked at, given its document, stored, put on record.

Used by the upload page and by ``kinerja scan``; knows no request. Three parts, in this order: slow work
without a transaction, a few reads, and at last the rows, which the caller commits.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from kinerja.archive import gudang
from kinerja.archive.akar_tepercaya import akar_tepercaya
from kinerja.archive.jenis_berkas import JenisBerkas
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import Kesalahan, MasukanSalah, SudahDikerjakan
from kinerja.domain.pindaian import Lembar, kelompokkan, satu_kode
from kinerja.models.basis_data import lepas
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.pindaian import Pindaian
from kinerja.operations.arsip import arsip_berlaku
from kinerja.operations.berkas import catat_berkas
from kinerja.operations.periksa_ttd import catat_verdict
from kinerja.operations.pindaian.dokumen import (
    dokumen_berawalan,
    dokumen_berkode,
    pastikan_diterima,
    tentukan,
)
from kinerja.operations.pindaian.verba import PEMINDAI, Kiriman, sesuai, terima
from kinerja.web.pindai.lihat import MEDAN, Masukan, Terlihat, baca_foto, jadikan_pdf, lihat_pdf
from kinerja.web.pindai.tte import Tte, nilai_tte


@dataclass(frozen=True)
class Permintaan:
    """Who sends, by which way, and what was said along with it."""

    oleh: Pelaku | None  # None: the scanner's folder
    asal: str = "unggah"
    pilihan: Dokumen | None = None  # the document a person chose
    cara: str = ""  # "basah" or "tte" as a person said; "": look and see
    selesaikan: bool = False  # complete the closing step too, where nothing needs a person's eye


@dataclass
class Hasil:
    """What happened to one file, for the page and the console. ``salah``: why it was not taken."""

    nama: str
    salah: str = ""
    sudah_ada: bool = False  # not taken because it is here already
    catatan: list[str] = field(default_factory=list)
    pindaian: Pindaian | None = None
    dokumen: Dokumen | None = None
    arsip: Arsip | None = None
    foto: tuple[str, ...] = ()  # the photographs it was joined from

    @property
    def sumber(self) -> tuple[str, ...]:
        """The names of the files it is about, as sent."""
        return self.foto or (self.nama,)

    def kalimat(self) -> str:
        """What happened, in one or two sentences."""
        if self.salah:
            kata = "ditolak dan tercatat" if self.pindaian else "tidak diterima"
            return f"{kata}{' lagi' if self.sudah_ada else ''}. {self.salah}"
        if self.arsip is not None or self.dokumen is not None:
            judul = f"{self.dokumen.judul} ({self.dokumen.nomor})" if self.dokumen else ""
            return f"{judul}, {'sudah diarsipkan' if self.arsip else 'menunggu dibandingkan'}."
        return "kode dokumennya tidak terbaca; pilih dokumennya di halaman Unggah dokumen tertanda."


@dataclass
class _Siap:
    terlihat: Terlihat
    hasil: Hasil
    dokumen: Dokumen | None
    tte: Tte | None = None


def masukkan(
    sesi: Session, data: Path, batas: int, masukan: Sequence[Masukan], minta: Permintaan, pada: datetime
) -> list[Hasil]:
    """Take in all files; nothing of one that is refused stays, the others go on. Flushes, never commits."""
    lepas(sesi)
    hasil, terlihat = _lihat(sesi, data, masukan, pada)
    siap: list[_Siap] = []
    for satu in terlihat:
        foto = tuple(f.nama for f in satu.foto)
        catatan = Hasil(", ".join(foto) or satu.nama, foto=foto)
        hasil.append(catatan)
        try:
            siap.append(_siapkan(sesi, data, satu, catatan, minta))
            _bukan_kembar(siap)
        except Kesalahan as salah:
            catatan.salah, catatan.sudah_ada = salah.pesan, isinstance(salah, SudahDikerjakan)
            siap = [s for s in siap if s.hasil is not catatan]
        lepas(sesi)
    tersimpan = [_simpan(data, s.terlihat, batas) for s in siap]
    for s, simpanan in zip(siap, tersimpan, strict=True):
        try:
            with sesi.begin_nested():
                _tulis(sesi, s, simpanan, minta, pada)
        except SudahDikerjakan as salah:  # somebody else sent it while we looked
            s.hasil.pindaian, s.hasil.salah, s.hasil.sudah_ada = None, salah.pesan, True
    return hasil


def _simpan(data: Path, terlihat: Terlihat, batas: int) -> list[gudang.Tersimpan]:
    """The file and its photographs in the store; what was joined of several may be as large as they are."""
    bersama = batas * max(1, len(terlihat.foto))
    foto = [gudang.simpan(data, io.BytesIO(f.isi), batas) for f in terlihat.foto]
    return [gudang.simpan(data, io.BytesIO(terlihat.isi), bersama), *foto]


def _lihat(
    sesi: Session, data: Path, masukan: Sequence[Masukan], pada: datetime
) -> tuple[list[Hasil], list[Terlihat]]:
    """Every PDF by itself, then the photographs by their documents."""
    hasil: list[Hasil] = []
    terlihat: list[Terlihat] = []
    foto: list[tuple[Masukan, Lembar | None]] = []
    akar = [satu.der for satu in akar_tepercaya(data)]
    for satu in masukan:
        try:
            if satu.jenis is JenisBerkas.PDF:
                terlihat.append(lihat_pdf(satu, akar, pada))
            else:
                foto.append((satu, baca_foto(satu)))
        except Kesalahan as salah:
            hasil.append(Hasil(satu.nama, salah.pesan))
    return hasil, terlihat + _gabung(sesi, foto, hasil)


def _gabung(sesi: Session, foto: list[tuple[Masukan, Lembar | None]], hasil: list[Hasil]) -> list[Terlihat]:
    terbit: dict[str, int] = {}
    dikenal = []
    for satu, baca in foto:
        try:
            if baca is not None and baca.kode not in terbit:
                terbit[baca.kode] = dokumen_berkode(sesi, baca.kode).halaman
            dikenal.append((satu, baca))
        except MasukanSalah as salah:
            hasil.append(Hasil(satu.nama, salah.pesan))
    lepas(sesi)
    gabungan = []
    for rombongan in kelompokkan([(f.nama, b) for f, b in dikenal], terbit):
        anggota = [dikenal[ke] for ke in rombongan.urut]
        sebab = rombongan.salah
        if not sebab:
            try:
                gabungan.append(jadikan_pdf([f for f, _ in anggota], [b for _, b in anggota]))
            except MasukanSalah as gagal:
                sebab = gagal.pesan
        if sebab:
            hasil += [Hasil(f.nama, sebab) for f, _ in anggota]
    return gabungan


def _siapkan(sesi: Session, data: Path, satu: Terlihat, hasil: Hasil, minta: Permintaan) -> _Siap:
    """Which document, whether it may come in, and what its signatures are worth. Raises Kesalahan."""
    kode, sidik = satu_kode(satu.bacaan), hashlib.sha256(satu.isi).hexdigest()
    if kode is None:
        berawal = dokumen_berawalan(sesi, satu.isi)
        kode = berawal.kode if berawal else None
    dokumen = tentukan(sesi, kode, minta.pilihan)
    pastikan_diterima(sesi, dokumen, sidik)
    hasil.dokumen = dokumen
    if minta.cara == "tte" and satu.ttd is None:
        hasil.catatan.append(
            "Tidak ada tanda tangan elektronik di dalamnya, jadi diperlakukan sebagai hasil pindai."
        )
    elif minta.cara == "basah" and satu.ttd is not None:
        hasil.catatan.append("Berkas ini bertanda tangan elektronik, jadi diperiksa sebagai TTE.")
    tte = None
    if satu.ttd is not None:
        tte = nilai_tte(sesi, data, satu.isi, satu.ttd, dokumen, minta.oleh)
        if tte.ditolak and dokumen is None:
            raise MasukanSalah(tte.ditolak, MEDAN)
    return _Siap(satu, hasil, dokumen, tte)


def _bukan_kembar(siap: list[_Siap]) -> None:
    if any(s.terlihat.isi == siap[-1].terlihat.isi for s in siap[:-1]):
        raise MasukanSalah("Berkas ini sama dengan berkas lain dalam kiriman ini.", MEDAN)


def _tulis(
    sesi: Session, siap: _Siap, simpanan: list[gudang.Tersimpan], minta: Permintaan, pada: datetime
) -> None:
    satu, tte = siap.terlihat, siap.tte

    def baris(ke: int, nama: str, jenis: str) -> Berkas:
        return catat_berkas(sesi, simpanan[ke], nama, jenis, minta.oleh, pada)

    berkas = baris(0, satu.nama, JenisBerkas.PDF)
    lembar = tuple(baris(ke, f.nama, f.jenis) for ke, f in enumerate(satu.foto, 1))
    if satu.ttd is not None:
        catat_verdict(sesi, berkas, satu.ttd, minta.oleh.nama if minta.oleh else PEMINDAI, pada)
    kaitan = tte.kaitan if tte else ""
    kiriman = Kiriman(berkas, satu.bacaan, "tte" if satu.ttd else "basah", minta.asal, kaitan, lembar)
    pindaian = terima(sesi, kiriman, siap.dokumen, minta.oleh, pada, tte.ditolak if tte else "")
    siap.hasil.pindaian, siap.hasil.salah = pindaian, pindaian.alasan
    dokumen = siap.dokumen if tte is not None and tte.langsung else None
    if dokumen is not None and minta.oleh is not None and arsip_berlaku(sesi, dokumen.id) is None:
        siap.hasil.arsip = sesuai(
            sesi, pindaian.id, "", "", minta.oleh, pada, selesaikan=minta.selesaikan, dibandingkan=False
        )

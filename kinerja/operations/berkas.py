"""Files: the row of a received one, putting one beside a step, and who may download it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.archive.gudang import Tersimpan
from kinerja.archive.jenis_berkas import AKHIRAN
from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.berkas import Berkas, Lampiran
from kinerja.models.disposisi import CabangDisposisi, Disposisi, PenyelesaianCabang
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.realisasi import Bukti
from kinerja.models.surat import SuratMasuk
from kinerja.operations.catatan import catat
from kinerja.operations.disposisi.lihat import terlihat
from kinerja.operations.pindaian.lihat import berkas_pindaian
from kinerja.operations.surat_masuk_lihat import terlihat as surat_terlihat
from kinerja.operations.tugas import ambil, pastikan_dapat_dikerjakan

PANJANG_NAMA = 150
_TAK_LAZIM = frozenset('<>:"/\\|?*')  # no file system and no header takes these everywhere


def nama_bersih(nama: str, jenis: str) -> str:
    """The display name: NFC, last part of a path, no control or direction characters, at most 150 long."""
    dasar = unicodedata.normalize("NFC", nama).replace("\\", "/").rstrip("/").rpartition("/")[2]
    huruf = ("_" if h in _TAK_LAZIM else h for h in dasar if not unicodedata.category(h).startswith("C"))
    rapi = " ".join("".join(huruf).split()).lstrip(".")
    pokok, titik, akhiran = rapi.rpartition(".")
    if not titik or f".{akhiran.lower()}" not in AKHIRAN:
        pokok, akhiran = rapi, next((a[1:] for a, j in AKHIRAN.items() if j == jenis), "bin")
    pokok = pokok.strip(" .") or "berkas"
    return f"{pokok[: PANJANG_NAMA - len(akhiran) - 1]}.{akhiran}"


def catat_berkas(
    sesi: Session, tersimpan: Tersimpan, nama: str, jenis: str, oleh: Pelaku | None, pada: datetime
) -> Berkas:
    """The row of a file that lies in the store; the act it belongs to writes the audit row."""
    berkas = Berkas(
        sha256=tersimpan.sha256,
        ukuran=tersimpan.ukuran,
        jenis=str(jenis),
        nama=nama_bersih(nama, jenis),
        diterima_pada=pada,
        diterima_oleh=oleh.pegawai_id if oleh else None,
    )
    sesi.add(berkas)
    sesi.flush()
    return berkas


def lampirkan(sesi: Session, tugas_id: int, berkas: Berkas, oleh: Pelaku, pada: datetime) -> Lampiran:
    """Put a file beside an open step; only whoever may do the step now."""
    tugas = ambil(sesi, tugas_id, kunci=True)
    jabatan = pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    lampiran = Lampiran(tugas_id=tugas.id, berkas_id=berkas.id)
    sesi.add(lampiran)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "lampirkan",
        f"tugas:{tugas.id}",
        f"{tugas.periode.nama}: berkas “{berkas.nama}” dilampirkan pada {tugas.nama}.",
        sesudah={"berkas": berkas.id, "sha256": berkas.sha256},
        jabatan=jabatan.nama_lengkap,
    )
    return lampiran


def berkas_boleh(sesi: Session, berkas_id: int, oleh: Pelaku) -> Berkas:
    """A file the person may have, through what it hangs on; otherwise TidakDitemukan."""
    berkas = sesi.get(Berkas, berkas_id)
    if berkas is None or not any(boleh(sesi, berkas_id, oleh) for boleh in _TEMPAT):
        raise TidakDitemukan("Berkas itu tidak ada, atau bukan untuk Anda.")
    return berkas


def _terbaca_semua(sesi: Session, berkas_id: int, oleh: Pelaku) -> bool:
    """Bukti, files of a step, issued and archived documents: every post reads them."""
    if not oleh.boleh(Wewenang.BACA):
        return False
    pilih = (
        select(Bukti.id).where(Bukti.berkas_id == berkas_id),
        select(Lampiran.id).where(Lampiran.berkas_id == berkas_id),
        select(Dokumen.id).where(Dokumen.berkas_id == berkas_id),
        select(Arsip.id).where(Arsip.berkas_id == berkas_id),
    )
    return any(sesi.execute(satu.limit(1)).first() for satu in pilih)


def _balasan_disposisi(sesi: Session, berkas_id: int, oleh: Pelaku) -> bool:
    """The file of a reply: whoever sees the disposisi."""
    pilih = (
        select(Disposisi.id)
        .join(CabangDisposisi, CabangDisposisi.disposisi_id == Disposisi.id)
        .join(PenyelesaianCabang, PenyelesaianCabang.cabang_id == CabangDisposisi.id)
        .where(PenyelesaianCabang.berkas_id == berkas_id, terlihat(oleh))
    )
    return sesi.execute(pilih.limit(1)).first() is not None


def _surat_masuk(sesi: Session, berkas_id: int, oleh: Pelaku) -> bool:
    """The scan of an incoming letter: whoever sees the letter."""
    if not oleh.boleh(Wewenang.BACA):
        return False
    pilih = select(SuratMasuk.id).where(SuratMasuk.berkas_id == berkas_id, surat_terlihat(oleh))
    return sesi.execute(pilih.limit(1)).first() is not None


_TEMPAT: tuple[Callable[[Session, int, Pelaku], bool], ...] = (
    _terbaca_semua,
    _balasan_disposisi,
    _surat_masuk,
    berkas_pindaian,
)

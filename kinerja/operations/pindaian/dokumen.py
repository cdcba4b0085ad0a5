"""Which document a returned file belongs to, whether it may still come in, and who decides about it."""

from __future__ import annotations

import hashlib

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.models.pindaian import Pindaian
from kinerja.operations.arsip import boleh_ganti, dokumen_batal
from kinerja.operations.pindaian.tutup import penutup_milik
from kinerja.operations.tugas import jam_kantor

MENUNGGU = ("dokumen", "putusan")
_POTONG = 1 << 20


def _pilih() -> Select[Dokumen]:
    return select(Dokumen).options(joinedload(Dokumen.berkas), joinedload(Dokumen.periode))


def dokumen_berkode(sesi: Session, kode: str) -> Dokumen:
    """The document with this code. Raises MasukanSalah when this office issued none."""
    dokumen = sesi.execute(_pilih().where(Dokumen.kode == kode)).scalar_one_or_none()
    if dokumen is None:
        raise MasukanSalah(
            f"Kode {kode} bukan kode dokumen terbitan kantor ini, jadi berkas ini tidak diterima.", "berkas"
        )
    return dokumen


def dokumen_terpilih(sesi: Session, dokumen_id: int) -> Dokumen:
    """The document a person chose. Raises MasukanSalah."""
    dokumen = sesi.execute(_pilih().where(Dokumen.id == dokumen_id)).scalar_one_or_none()
    if dokumen is None:
        raise MasukanSalah("Pilih dokumen dari daftar.", "dokumen")
    return dokumen


def tentukan(sesi: Session, kode: str | None, pilihan: Dokumen | None) -> Dokumen | None:
    """The document by the code read, else the one a person chose. Raises MasukanSalah when they differ."""
    if kode is None:
        return pilihan
    dokumen = dokumen_berkode(sesi, kode)
    if pilihan is not None and pilihan.id != dokumen.id:
        raise MasukanSalah(
            f"Kode pada berkas ini milik {dokumen.judul} ({dokumen.nomor}), bukan {pilihan.judul} "
            f"({pilihan.nomor}) yang dipilih. Periksa berkasnya.",
            "berkas",
        )
    return dokumen


def dokumen_berawalan(sesi: Session, isi: bytes) -> Dokumen | None:
    """The document whose issued bytes this file begins with, as an electronic signature leaves them."""
    ukuran = select(Berkas.ukuran, Berkas.sha256, Dokumen.id).join(Dokumen, Dokumen.berkas_id == Berkas.id)
    sidik, letak = hashlib.sha256(), 0
    for panjang, sha256, dokumen_id in sesi.execute(
        ukuran.where(Berkas.ukuran < len(isi)).order_by(Berkas.ukuran)
    ):
        while letak < panjang:
            lanjut = min(panjang, letak + _POTONG)
            sidik.update(isi[letak:lanjut])
            letak = lanjut
        if sidik.hexdigest() == sha256:
            return dokumen_terpilih(sesi, dokumen_id)
    return None


def pastikan_diterima(
    sesi: Session, dokumen: Dokumen | None, sha256: str, kecuali: int | None = None
) -> None:
    """Refuse what is here already (SudahDikerjakan), what bears no signature, and what was given up."""
    menunggu = select(Pindaian).join(Berkas, Berkas.id == Pindaian.berkas_id)
    menunggu = menunggu.where(Berkas.sha256 == sha256, Pindaian.keadaan.in_(MENUNGGU), Pindaian.id != kecuali)
    sama = sesi.execute(menunggu.limit(1)).scalar_one_or_none()
    if sama is not None:
        saat = jam_kantor(sama.diterima_pada, kantor(sesi).zona)
        raise SudahDikerjakan(
            f"Berkas yang sama sudah diterima dari {sama.diterima_oleh_nama} pukul {saat} dan menunggu "
            "dibandingkan.",
            "berkas",
        )
    if dokumen is None:
        return
    if sha256 == sesi.get_one(Berkas, dokumen.berkas_id).sha256:
        raise MasukanSalah(
            "Ini berkas terbitan kinerja yang belum ditandatangani. Unggah hasil pindai atau berkas TTE.",
            "berkas",
        )
    arsip = select(Arsip.diganti_oleh_id).join(Berkas, Berkas.id == Arsip.berkas_id)
    ada = sesi.execute(arsip.where(Arsip.dokumen_id == dokumen.id, Berkas.sha256 == sha256)).first()
    if ada:
        kata = "pernah diarsipkan lalu diganti" if ada[0] else "sudah diarsipkan"
        raise SudahDikerjakan(f"Ini berkas yang sama dengan yang {kata} untuk {dokumen.judul}.", "berkas")
    if tidak_berlaku(sesi, dokumen):
        raise MasukanSalah(kalimat_batal(dokumen), "berkas")


def tidak_berlaku(sesi: Session, dokumen: Dokumen) -> bool:
    """Was its letter or its revision cancelled, so that nothing may be filed for it?"""
    periode = sesi.get_one(Periode, dokumen.periode_id) if dokumen.periode_id else None
    if periode is not None and periode.dibatalkan_pada is not None:
        return True
    return sesi.execute(dokumen_batal().where(Dokumen.id == dokumen.id)).first() is not None


def kalimat_batal(dokumen: Dokumen) -> str:
    return f"{dokumen.judul} ({dokumen.nomor}) sudah dibatalkan; nomornya tidak dipakai lagi."


def boleh_terima(sesi: Session, oleh: Pelaku, dokumen: Dokumen | None = None) -> bool:
    """May this person hand in what came back, for any document or for this one?"""
    if oleh.boleh(Wewenang.UNGGAH_TERTANDA) or oleh.boleh(Wewenang.ATUR_KANTOR):
        return True
    return dokumen is not None and penutup_milik(sesi, dokumen, oleh) is not None


def boleh_putuskan(sesi: Session, oleh: Pelaku, dokumen: Dokumen) -> bool:
    """May this person say "sesuai" or "tidak sesuai" about what came back for this document?

    Those who file its kind, and whoever holds the open step that its return completes.
    """
    return boleh_ganti(oleh, dokumen) or penutup_milik(sesi, dokumen, oleh) is not None


def dokumen_menunggu(sesi: Session, kata: str = "", batas: int = 50) -> list[Dokumen]:
    """Issued documents that an unread file may be, newest first: those without a signed PDF.

    Words narrow them, and find those in the archive as well: a better scan may take the place of the first.
    """
    pilih = (
        _pilih()
        .options(selectinload(Dokumen.arsip))
        .outerjoin(Periode, Periode.id == Dokumen.periode_id)
        .where(Dokumen.id.not_in(dokumen_batal()), Periode.dibatalkan_pada.is_(None))
        .order_by(Dokumen.tahun.desc(), Dokumen.urut.desc())
        .limit(batas)
    )
    if not kata.split():
        pilih = pilih.where(Dokumen.id.not_in(select(Arsip.dokumen_id)))
    for satu in kata.split()[:8]:
        pola = "%" + satu.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        pilih = pilih.where(
            Dokumen.judul.ilike(pola, escape="\\")
            | Dokumen.nomor.ilike(pola, escape="\\")
            | Dokumen.kode.ilike(pola, escape="\\")
        )
    return list(sesi.execute(pilih).scalars())

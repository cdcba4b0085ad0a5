"""The step that the return of a signed document completes: Pengesahan of a report, filing of a letter."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Jabatan, Pelaku
from kinerja.domain.kesalahan import MasukanSalah, TidakBerwenang, TidakDitemukan
from kinerja.domain.naskah import Naskah
from kinerja.domain.sop import Halaman
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import laporan_terbaru
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.operations.arsip import arsip_berlaku, wewenang_arsip
from kinerja.operations.dokumen.terbit import dokumen_laporan
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.surat_keluar_lihat import JENIS as SURAT
from kinerja.operations.surat_keluar_lihat import dokumen_surat, surat_jalan
from kinerja.operations.tugas import (
    ambil,
    pastikan_dapat_dikerjakan,
    pekerjaan,
    pemegang_tugas,
    selesaikan,
    tutup,
    tutup_periode,
)


def penutup(sesi: Session, dokumen: Dokumen, pada: datetime | None = None) -> Tugas | None:
    """The open step that this document's return completes; None for other kinds and older versions."""
    if dokumen.periode_id is None or not terbaru(sesi, dokumen):
        return None
    pilih = (
        select(Tugas)
        .options(joinedload(Tugas.periode).joinedload(Periode.lembar_sop), joinedload(Tugas.penyelesaian))
        .where(
            Tugas.periode_id == dokumen.periode_id,
            Tugas.penyelesaian_id.is_(None),
            Tugas.dibuka_pada.is_not(None),
        )
    )
    for tugas in sesi.execute(pilih).scalars():
        if tugas.periode.dibatalkan_pada is None and _menutup(tugas, dokumen):
            return tugas if pada is None or (tugas.dibuka_pada and tugas.dibuka_pada <= pada) else None
    return None


def penutup_milik(sesi: Session, dokumen: Dokumen, oleh: Pelaku) -> Tugas | None:
    """The same step, where it is this person's to do."""
    tugas = penutup(sesi, dokumen)
    return tugas if tugas is not None and pemegang_tugas(oleh, tugas) is not None else None


def terbaru(sesi: Session, dokumen: Dokumen) -> bool:
    """Is it the report's newest version, or the letter as it reads now?"""
    if dokumen.periode_id is None:
        return False
    if dokumen.jenis == SURAT:
        surat = surat_jalan(sesi, dokumen.periode_id)
        kini = dokumen_surat(sesi, surat) if surat else None
    else:
        laporan = sesi.execute(laporan_terbaru(dokumen.periode_id)).scalar_one_or_none()
        kini = dokumen_laporan(sesi, laporan) if laporan else None
    return kini is not None and kini.id == dokumen.id


def _menutup(tugas: Tugas, dokumen: Dokumen) -> bool:
    if dokumen.jenis != SURAT:
        return tugas.langkah is None
    langkah = sop_dari(tugas.periode.lembar_sop).langkah(tugas.langkah) if tugas.langkah else None
    return langkah is not None and langkah.halaman is Halaman.SURAT_ARSIP


def tutup_langkah(sesi: Session, tugas_id: int, oleh: Pelaku, pada: datetime, keterangan: str = "") -> Tugas:
    """Complete the step, the signed PDF being in the archive; a Pengesahan closes its period."""
    tugas = ambil(sesi, tugas_id, kunci=True)
    if tugas.langkah is not None:
        selesaikan(sesi, tugas_id, oleh, pada, keterangan)
        return tugas
    jabatan = pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    laporan = sesi.execute(laporan_terbaru(tugas.periode_id)).scalar_one_or_none()
    dokumen = dokumen_laporan(sesi, laporan) if laporan else None
    if dokumen is None or arsip_berlaku(sesi, dokumen.id) is None:
        raise MasukanSalah("PDF bertanda tangan belum diarsipkan. Unggah dahulu hasilnya.")
    tutup(sesi, tugas, jabatan, oleh, pada, keterangan)
    periode = sesi.get_one(Periode, tugas.periode_id)
    if periode.ditutup_pada is None:  # a revision is filed beside the first; the period closed then
        tutup_periode(sesi, periode, pada)
    return tugas


def dapat_ditutup(sesi: Session, tugas: Tugas, oleh: Pelaku) -> bool:
    """Is the step this person's, with nothing missing but the signed paper? (All that a Pengesahan asks.)"""
    if pemegang_tugas(oleh, tugas) is None:
        return False
    if tugas.langkah is None:
        return True
    kurang = {satu.label for satu in pekerjaan(sesi, ambil(sesi, tugas.id)).kurang}
    return kurang <= {Naskah.SURAT_TERTANDA.label}


def tutup_dokumen(sesi: Session, dokumen: Dokumen, oleh: Pelaku, pada: datetime) -> Tugas:
    """Complete the step that waits for this document's return; SudahDikerjakan says who did already."""
    tugas = penutup(sesi, dokumen, pada)
    if tugas is not None:
        return tutup_langkah(sesi, tugas.id, oleh, pada)
    selesai = (
        select(Tugas)
        .options(joinedload(Tugas.periode).joinedload(Periode.lembar_sop), joinedload(Tugas.penyelesaian))
        .where(Tugas.periode_id == dokumen.periode_id, Tugas.penyelesaian_id.is_not(None))
        .execution_options(populate_existing=True)
    )
    for satu in sesi.execute(selesai).scalars():
        if _menutup(satu, dokumen) and pemegang_tugas(oleh, satu) is not None:
            pastikan_dapat_dikerjakan(sesi, satu, oleh, pada)
    raise TidakDitemukan("Tidak ada langkah yang menunggu dokumen ini.")


def jabatan_arsip(oleh: Pelaku, dokumen: Dokumen, tugas: Tugas | None) -> Jabatan:
    """The post under which this person files it: the one the step is for, else one that files its kind."""
    jabatan = pemegang_tugas(oleh, tugas) if tugas is not None else None
    perlu = wewenang_arsip(dokumen)
    jabatan = jabatan or next((j for j in oleh.jabatan if perlu in j.wewenang), None)
    if jabatan is None:
        raise TidakBerwenang("Dokumen ini diarsipkan oleh jabatan lain.")
    return jabatan

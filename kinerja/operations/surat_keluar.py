"""A letter on its way out: writing it, its number, the signed paper that comes back."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Jabatan, Pelaku
from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.domain.sop import Halaman
from kinerja.domain.surat import IsianSurat, kekurangan
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.surat import SuratKeluar
from kinerja.models.tugas import Tugas
from kinerja.operations.arsip import terima_tertanda
from kinerja.operations.dokumen.digest import digest_surat
from kinerja.operations.dokumen.terbit import CalonDokumen, buat_calon, tulis_dokumen
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.penandatangan import Penanda
from kinerja.operations.surat_keluar_lihat import (
    JENIS,
    dokumen_surat,
    isian_surat,
    surat_jalan,
    terapkan,
)
from kinerja.operations.tugas import ambil, pastikan_dapat_dikerjakan


def _pastikan(
    sesi: Session, tugas_id: int, halaman: Halaman, oleh: Pelaku, pada: datetime, kunci: bool = True
) -> tuple[Tugas, Jabatan, SuratKeluar]:
    """The open step with that work page, the post that may do it now, and its letter."""
    tugas = ambil(sesi, tugas_id, kunci=kunci)
    langkah = sop_dari(tugas.periode.lembar_sop).langkah(tugas.langkah) if tugas.langkah else None
    surat = surat_jalan(sesi, tugas.periode_id)
    if langkah is None or langkah.halaman is not halaman or surat is None:
        raise TidakDitemukan("Langkah ini tidak mengerjakan surat.")
    return tugas, pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada), surat


def simpan_surat(
    sesi: Session, tugas_id: int, isian: IsianSurat, oleh: Pelaku, pada: datetime
) -> SuratKeluar:
    """Keep the letter as typed; unfinished is fine. No act yet: completing the step is."""
    _, _, surat = _pastikan(sesi, tugas_id, Halaman.SURAT, oleh, pada)
    terapkan(surat, isian, oleh, pada)
    sesi.flush()
    return surat


def calon_surat(sesi: Session, tugas_id: int, oleh: Pelaku, pada: datetime, hari: date) -> CalonDokumen:
    """Number, date and code the letter will carry; raises when it may not be issued now."""
    tugas, _, surat = _pastikan(sesi, tugas_id, Halaman.SURAT_NOMOR, oleh, pada, kunci=False)
    kurang = kekurangan(isian_surat(surat))
    if kurang:
        raise BelumLengkap(f"Surat belum lengkap. Belum diisi: {', '.join(kurang)}.")
    ada = dokumen_surat(sesi, surat)
    if ada is not None:
        raise SudahDikerjakan(f"Sudah diberi nomor {ada.nomor} oleh {ada.diterbitkan_oleh_nama}.")
    return buat_calon(
        sesi,
        JENIS,
        surat.hal,
        hari,
        digest_surat(isian_surat(surat)),
        klasifikasi=surat.klasifikasi,
        periode_id=tugas.periode_id,
    )


def terbitkan_surat(
    sesi: Session,
    tugas_id: int,
    rencana: CalonDokumen,
    isian: IsianSurat,
    berkas: Berkas,
    halaman: int,
    oleh: Pelaku,
    pada: datetime,
    penanda: Penanda | None,
    teks: str = "",
) -> Dokumen:
    """Write the row of an issued letter. ``isian`` is what was printed: it must still be the letter."""
    _, jabatan, surat = _pastikan(sesi, tugas_id, Halaman.SURAT_NOMOR, oleh, pada)
    if dokumen_surat(sesi, surat) is not None:
        raise SudahDikerjakan("Surat ini baru saja diberi nomor orang lain. Muat ulang halaman.")
    if isian_surat(surat) != isian:
        raise SudahDikerjakan("Surat ini baru saja diubah. Periksa lagi, lalu beri nomor sekali lagi.")
    return tulis_dokumen(sesi, rencana, berkas, halaman, oleh, jabatan, pada, penanda, teks)


def arsipkan_surat(
    sesi: Session,
    tugas_id: int,
    berkas: Berkas,
    halaman: int,
    cara: str,
    lokasi_rak: str,
    keterangan: str,
    oleh: Pelaku,
    pada: datetime,
) -> Arsip:
    """File the signed letter; ``halaman`` is the page count of the received file."""
    _, jabatan, surat = _pastikan(sesi, tugas_id, Halaman.SURAT_ARSIP, oleh, pada)
    dokumen = dokumen_surat(sesi, surat)
    if dokumen is None:
        raise MasukanSalah("Surat ini belum diberi nomor.", "berkas")
    if dokumen.arsip:
        raise SudahDikerjakan("Surat tertanda sudah diarsipkan. Bila keliru, ganti di halaman arsipnya.")
    return terima_tertanda(sesi, dokumen, jabatan, berkas, halaman, cara, lokasi_rak, keterangan, oleh, pada)

"""Taking a revision back that was opened by mistake: the report before it stands again, nothing is lost.

Its row with the figures and every text stays readable as a cancelled version (``Laporan.versi`` below 0).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Jabatan, Pelaku, Peran
from kinerja.domain.kesalahan import SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.tugas import Penyelesaian, Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.dokumen.terbit import dokumen_laporan
from kinerja.operations.laporan.revisi import laporan_sebelum, periksa_alasan, tugas_pengesahan
from kinerja.operations.laporan.verba import laporan_kini, laporan_versi, narasi_laporan, sidik_narasi
from kinerja.operations.tugas import ambil

BATAL = "batalkan_revisi"


def pembatal(sesi: Session, laporan: Laporan, oleh: Pelaku) -> Jabatan | None:
    """The post under which ``oleh`` may cancel this revision: the Sekretaris, or who opened it; else None."""
    sekretaris = oleh.sebagai(Peran.SEKRETARIS)
    if sekretaris is not None:
        return sekretaris
    kasubag = oleh.sebagai(Peran.KASUBAG_PERENCANAAN)
    pembuka = sesi.execute(
        select(Catatan.pelaku_id)
        .where(Catatan.tindakan == "buka_revisi", Catatan.objek == f"laporan:{laporan.id}")
        .order_by(Catatan.seq.desc())
        .limit(1)
    ).scalar_one_or_none()
    return kasubag if kasubag is not None and pembuka == oleh.pegawai_id else None


def dapat_dibatalkan(sesi: Session, laporan: Laporan | None) -> bool:
    """Is this a revision of which nothing came back signed yet?"""
    if laporan is None or not laporan.revisi_alasan or laporan.dibatalkan:
        return False
    dokumen = dokumen_laporan(sesi, laporan)
    return dokumen is None or not dokumen.arsip


def batalkan_revisi(
    sesi: Session, periode: Periode, nomor: int, alasan: str, oleh: Pelaku, pada: datetime
) -> Laporan:
    """Cancel the revision known as version ``nomor``; the report before it stands again and is returned.

    Its Pengesahan is done again as it was. By the one who opened it or the Sekretaris. Raises TidakBerwenang,
    TidakDitemukan, SudahDikerjakan (signed, or cancelled already), MasukanSalah (medan "alasan").
    """
    tugas = ambil(sesi, tugas_pengesahan(sesi, periode.id).id, kunci=True)
    laporan = laporan_kini(sesi, periode.id, kunci=True)
    diminta = laporan_versi(sesi, periode.id, nomor)
    if diminta is None or not diminta.revisi_alasan:
        raise TidakDitemukan("Revisi itu tidak ada.")
    jabatan = pembatal(sesi, diminta, oleh)
    if jabatan is None:
        raise TidakBerwenang("Revisi dibatalkan oleh yang membukanya atau oleh Sekretaris.")
    if diminta.dibatalkan:
        raise SudahDikerjakan(f"Revisi versi {nomor} sudah dibatalkan.")
    lama = laporan_sebelum(sesi, diminta)
    if laporan is not diminta or lama is None or not dapat_dibatalkan(sesi, diminta):
        raise SudahDikerjakan(
            f"Revisi versi {nomor} sudah ditandatangani dan diarsipkan; tidak dapat dibatalkan. "
            "Bila isinya keliru, buat revisi baru."
        )
    rapi = periksa_alasan(alasan)
    dokumen = dokumen_laporan(sesi, diminta)
    _tutup_kembali(sesi, tugas)
    diminta.versi = -nomor
    sesi.flush()
    sebelum_teks, teks = narasi_laporan(lama), narasi_laporan(diminta)
    catat(
        sesi,
        oleh,
        pada,
        BATAL,
        f"laporan:{diminta.id}",
        f"Revisi laporan {periode.nama} (versi {nomor}) dibatalkan{_terbit(dokumen)}; yang berlaku tetap "
        f"versi {lama.versi}. Alasan: {rapi}",
        {
            "versi": nomor,
            "digest": diminta.digest,
            "narasi": sidik_narasi(teks),
            "bagian": sorted(k for k in {*teks, *sebelum_teks} if teks.get(k) != sebelum_teks.get(k)),
            "dokumen": dokumen.nomor if dokumen else None,
        },
        {"laporan": lama.id, "versi": lama.versi, "digest": lama.digest, "alasan": rapi},
        jabatan=jabatan.nama_lengkap,
    )
    return lama


def _terbit(dokumen: Dokumen | None) -> str:
    return f", PDF nomor {dokumen.nomor} tidak dipakai" if dokumen else ""


def _tutup_kembali(sesi: Session, tugas: Tugas) -> None:
    """The Pengesahan as it was before the revision: completed by its last completion, with its times."""
    selesai = sesi.execute(
        select(Penyelesaian)
        .where(Penyelesaian.tugas_id == tugas.id)
        .order_by(Penyelesaian.id.desc())
        .limit(1)
    ).scalar_one_or_none()
    if selesai is None:  # closed without a row: there is nothing to point at, so it only leaves the inbox
        tugas.dibuka_pada = None
        return
    dilihat = selesai.pada - timedelta(minutes=selesai.pengerjaan_menit)
    tugas.penyelesaian_id = selesai.id
    tugas.pertama_dilihat_pada = dilihat if selesai.menunggu_menit is not None else None
    tugas.dibuka_pada = dilihat - timedelta(minutes=selesai.menunggu_menit or 0)


def pembatalan(sesi: Session, laporan: Laporan) -> Catatan | None:
    """The record of the cancelling: who, when, why."""
    return sesi.execute(
        select(Catatan).where(Catatan.tindakan == BATAL, Catatan.objek == f"laporan:{laporan.id}")
    ).scalar_one_or_none()

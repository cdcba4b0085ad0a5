"""Revising a report that is signed and archived: a new version from the present data, the old one stays.

The Kasubag Perencanaan opens it with a reason, edits the copied texts and freezes it; then it goes the way of
every report: a new number, a signature, the archive beside the old one. The period itself stays closed.
"""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.beda_laporan import Beda, beda_laporan
from kinerja.domain.jabatan import Jabatan, Pelaku, Peran
from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.narasi import narasi_kosong, pindah_narasi
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.tugas import PENGESAHAN, Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.laporan.beda import perubahan
from kinerja.operations.laporan.data import hitung_isi, pk_laporan
from kinerja.operations.laporan.rujukan import susun_rujukan
from kinerja.operations.laporan.verba import (
    ANGKA_BERUBAH,
    angka_terkini,
    bekukan,
    isi_laporan,
    laporan_kini,
    narasi_laporan,
)
from kinerja.operations.tugas import buka

PANJANG_ALASAN = 2000
TIDAK_DIREVISI = "tidak_direvisi"


def perevisi(oleh: Pelaku) -> Jabatan:
    """The post that proposes revisions and corrections. Raises TidakBerwenang."""
    jabatan = oleh.sebagai(Peran.KASUBAG_PERENCANAAN)
    if jabatan is None:
        raise TidakBerwenang("Revisi laporan diusulkan Kasubag Perencanaan, Keuangan dan Pelaporan.")
    return jabatan


def periksa_alasan(alasan: str) -> str:
    """The reason, trimmed. Raises MasukanSalah (medan "alasan")."""
    rapi = alasan.strip()
    if not rapi:
        raise MasukanSalah("Tuliskan alasannya.", "alasan")
    if len(rapi) > PANJANG_ALASAN:
        raise MasukanSalah(f"Alasan paling panjang {PANJANG_ALASAN} tanda.", "alasan")
    return rapi


def revisi_terbuka(laporan: Laporan | None) -> bool:
    """Is this version a revision that is still being written?"""
    return laporan is not None and bool(laporan.revisi_alasan) and laporan.dibekukan_pada is None


def buka_revisi(sesi: Session, periode: Periode, alasan: str, oleh: Pelaku, pada: datetime) -> Laporan:
    """Open a revision of an archived report, computed from the present data, with its texts copied.

    Its Pengesahan opens again. Raises BelumLengkap before the period is closed, SudahDikerjakan while
    another revision is being written.
    """
    jabatan = perevisi(oleh)
    if periode.ditutup_pada is None or periode.jenis is JenisPeriode.SEKALI:
        raise BelumLengkap(
            f"Laporan {periode.nama} belum disahkan, jadi tidak perlu revisi. "
            "Kembalikan dari langkah yang sedang terbuka, lalu perbaiki di sana."
        )
    lama = laporan_kini(sesi, periode.id, kunci=True)
    if lama is None:
        raise TidakDitemukan("Laporan periode ini belum ada.")
    if lama.dibekukan_pada is None:
        raise SudahDikerjakan(f"Revisi laporan {periode.nama} sudah dibuka. Lanjutkan revisi itu.")
    rapi = periksa_alasan(alasan)
    pk = pk_laporan(sesi, periode)
    isi = hitung_isi(sesi, periode)
    baru = Laporan(
        periode_id=periode.id,
        versi=semua_versi(sesi, periode.id)[0].nomor_versi + 1,  # the number of a cancelled one stays used
        pk_id=pk.id,
        isi=isi.ke_data(),
        digest=isi.digest(),
        narasi=pindah_narasi(narasi_laporan(lama), isi_laporan(lama), isi),
        rujukan=susun_rujukan(sesi, periode, pk).ke_data(),
        revisi_alasan=rapi,
        lampirkan_reviu=lama.lampirkan_reviu,
        diolah_pada=pada,
        disimpan_pada=lama.disimpan_pada,
    )
    sesi.add(baru)
    buka(tugas_pengesahan(sesi, periode.id), pada)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "buka_revisi",
        f"laporan:{baru.id}",
        f"Laporan {periode.nama} direvisi sebagai versi {baru.versi}. Alasan: {rapi}",
        {"laporan": lama.id, "versi": lama.versi, "digest": lama.digest},
        {"laporan": baru.id, "versi": baru.versi, "digest": baru.digest, "pk": pk.id},
        jabatan=jabatan.nama_lengkap,
    )
    return baru


def tugas_pengesahan(sesi: Session, periode_id: int) -> Tugas:
    """The Pengesahan of a period."""
    return sesi.execute(
        select(Tugas)
        .options(joinedload(Tugas.periode), joinedload(Tugas.penyelesaian))
        .where(Tugas.periode_id == periode_id, Tugas.kunci == PENGESAHAN)
        .execution_options(populate_existing=True)
    ).scalar_one()


def revisi_kini(sesi: Session, periode: Periode, oleh: Pelaku) -> Laporan:
    """The revision being written, for the one who writes it. Raises TidakBerwenang or SudahDikerjakan."""
    perevisi(oleh)
    laporan = laporan_kini(sesi, periode.id, kunci=True)
    if laporan is None or not revisi_terbuka(laporan):
        raise SudahDikerjakan(f"Tidak ada revisi laporan {periode.nama} yang sedang disusun.")
    return laporan


def olah_revisi(sesi: Session, periode: Periode, oleh: Pelaku, pada: datetime) -> Laporan:
    """Compute the figures of the open revision anew from the present data; its texts stay."""
    laporan = revisi_kini(sesi, periode, oleh)
    pk = pk_laporan(sesi, periode)
    isi = hitung_isi(sesi, periode)
    sebelum = {"digest": laporan.digest, "pk": laporan.pk_id}
    laporan.narasi = pindah_narasi(narasi_laporan(laporan), isi_laporan(laporan), isi)
    laporan.pk_id, laporan.isi, laporan.digest = pk.id, isi.ke_data(), isi.digest()
    laporan.rujukan, laporan.diolah_pada = susun_rujukan(sesi, periode, pk).ke_data(), pada
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "olah",
        f"laporan:{laporan.id}",
        f"{periode.nama}: angka revisi laporan diolah menurut {pk.nama}.",
        sebelum,
        {"versi": laporan.versi, "digest": laporan.digest, "pk": pk.id},
        jabatan=perevisi(oleh).nama_lengkap,
    )
    return laporan


def bekukan_revisi(sesi: Session, periode: Periode, oleh: Pelaku, pada: datetime) -> Laporan:
    """Freeze the revision so that it can be issued. Raises BelumLengkap with what is missing."""
    laporan = revisi_kini(sesi, periode, oleh)
    kosong = narasi_kosong(isi_laporan(laporan), narasi_laporan(laporan))
    if kosong:
        raise BelumLengkap(f"{len(kosong)} bagian wajib masih kosong: {kosong[0].judul}.")
    if not angka_terkini(sesi, periode, laporan):
        raise BelumLengkap(ANGKA_BERUBAH)
    return bekukan(sesi, periode, oleh, pada, perevisi(oleh).nama_lengkap)


def urutan_revisi(sesi: Session, laporan: Laporan) -> int:
    """Which revision this version is; 0 for a report that is none.

    One that was cancelled counts only where it was issued: its number is on paper already.
    """
    if not laporan.revisi_alasan:
        return 0
    terbit = select(Dokumen.laporan_id).where(Dokumen.laporan_id.is_not(None))
    return sesi.execute(
        select(func.count())
        .select_from(Laporan)
        .where(
            Laporan.periode_id == laporan.periode_id,
            func.abs(Laporan.versi) <= laporan.nomor_versi,
            Laporan.revisi_alasan != "",
            or_(Laporan.versi > 0, Laporan.id == laporan.id, Laporan.id.in_(terbit)),
        )
    ).scalar_one()


def laporan_sebelum(sesi: Session, laporan: Laporan) -> Laporan | None:
    """The frozen version that a revision revises."""
    return sesi.execute(
        select(Laporan)
        .where(
            Laporan.periode_id == laporan.periode_id,
            Laporan.versi.between(1, laporan.nomor_versi - 1),
            Laporan.dibekukan_pada.is_not(None),
        )
        .order_by(Laporan.versi.desc())
        .limit(1)
    ).scalar_one_or_none()


def beda_revisi(sesi: Session, laporan: Laporan) -> tuple[Beda, ...]:
    """The figures in which a revision differs from the version before it."""
    lama = laporan_sebelum(sesi, laporan) if laporan.revisi_alasan else None
    return () if lama is None else beda_laporan(isi_laporan(lama), isi_laporan(laporan))


def semua_versi(sesi: Session, periode_id: int) -> list[Laporan]:
    """Every version of a period's report, those that were cancelled too, newest first."""
    pilih = select(Laporan).where(Laporan.periode_id == periode_id).order_by(func.abs(Laporan.versi).desc())
    return list(sesi.execute(pilih).scalars())


def dokumen_versi(sesi: Session, periode_id: int) -> list[tuple[Dokumen, Laporan]]:
    """The issued reports of a period with their versions, those of cancelled revisions too, oldest first."""
    pilih = (
        select(Dokumen, Laporan)
        .join(Laporan, Laporan.id == Dokumen.laporan_id)
        .options(joinedload(Dokumen.berkas), selectinload(Dokumen.arsip).joinedload(Arsip.berkas))
        .where(Dokumen.periode_id == periode_id)
        .order_by(func.abs(Laporan.versi))
    )
    return [(dokumen, laporan) for dokumen, laporan in sesi.execute(pilih)]


def pengganti(sesi: Session, dokumen: Dokumen) -> Dokumen | None:
    """The issued document that takes the place of this one, the newest; None where there is none."""
    if dokumen.periode_id is None:
        return None
    semua = dokumen_versi(sesi, dokumen.periode_id)
    milik = next((laporan.versi for d, laporan in semua if d.id == dokumen.id), 0)
    lebih_baru = [d for d, laporan in semua if 0 < milik < laporan.versi]
    return lebih_baru[-1] if lebih_baru else None


def kalimat_revisi(sesi: Session, laporan: Laporan) -> tuple[str, ...]:
    """What a revised report prints about itself: what it takes the place of, why, and what changed."""
    if not laporan.revisi_alasan:
        return ()
    semua = dokumen_versi(sesi, laporan.periode_id)
    sebelum = [d for d, lap in semua if 0 < lap.versi < laporan.nomor_versi]
    nomor = f" nomor {sebelum[-1].nomor}" if sebelum else ""
    beda = beda_revisi(sesi, laporan)
    return (
        f"Laporan ini adalah revisi ke-{urutan_revisi(sesi, laporan)} dan menggantikan laporan{nomor}.",
        f"Alasan revisi: {laporan.revisi_alasan}",
        *(f"Angka yang berubah ({len(beda)}):" for _ in beda[:1]),
        *(satu.kalimat for satu in beda),
    )


def biarkan(sesi: Session, periode: Periode, alasan: str, oleh: Pelaku, pada: datetime) -> Catatan:
    """Decide, with the reason, that the changed figures ask for no revision: the report stays as it is.

    Holds for the figures as they are now; when they change again, it is asked anew.
    """
    jabatan = perevisi(oleh)
    laporan = laporan_kini(sesi, periode.id, kunci=True)
    ubah = perubahan(sesi, periode, laporan) if laporan is not None else None
    if laporan is None or ubah is None or not ubah.beda:
        raise SudahDikerjakan(f"Angka laporan {periode.nama} sama dengan data sekarang.")
    rapi = periksa_alasan(alasan)
    return catat(
        sesi,
        oleh,
        pada,
        TIDAK_DIREVISI,
        f"laporan:{laporan.id}",
        f"Laporan {periode.nama} tidak direvisi walaupun {len(ubah.beda)} angka berubah. Alasan: {rapi}",
        sesudah={"digest": ubah.digest, "alasan": rapi, "beda": [b.kalimat for b in ubah.beda]},
        jabatan=jabatan.nama_lengkap,
    )


def keputusan(sesi: Session, laporan: Laporan, digest: str) -> Catatan | None:
    """The record that these very figures ask for no revision, if it was decided."""
    semua = semua_keputusan(sesi, laporan)
    return next((c for c in semua if json.loads(c.sesudah)["digest"] == digest), None)


def semua_keputusan(sesi: Session, laporan: Laporan) -> list[Catatan]:
    """Every record that figures as they were that day ask for no revision, newest first."""
    pilih = (
        select(Catatan)
        .where(Catatan.objek == f"laporan:{laporan.id}", Catatan.tindakan == TIDAK_DIREVISI)
        .order_by(Catatan.seq.desc())
    )
    return list(sesi.execute(pilih).scalars())

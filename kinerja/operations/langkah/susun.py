"""Step 4: the texts beside the figures are written, and every correction is answered."""

from __future__ import annotations

from sqlalchemy.orm import Session

from kinerja.domain.narasi import bagian_narasi, narasi_kosong
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.langkah.olah import draf_terkini
from kinerja.operations.laporan.koreksi import daftar_koreksi
from kinerja.operations.laporan.verba import BELUM_DIOLAH, isi_laporan, laporan_kini, narasi_laporan


def hasil(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    return (angka_draf(sesi, tugas), narasi_wajib(sesi, tugas), *koreksi(sesi, tugas))


def angka_draf(sesi: Session, tugas: Tugas) -> Butir:
    """As in step 3; what changed since is computed anew there."""
    butir = draf_terkini(sesi, tugas)
    if butir.ada or butir.keterangan == BELUM_DIOLAH:
        return butir
    pesan = "Angka berubah sejak draf diolah. Kembalikan ke langkah mengolah data agar diolah lagi."
    return Butir(butir.label, False, pesan, butir.tempat)


def narasi_wajib(sesi: Session, tugas: Tugas) -> Butir:
    """Every required section has a text."""
    label, tempat = "Uraian laporan", ("tugas", tugas.id)
    laporan = laporan_kini(sesi, tugas.periode_id)
    if laporan is None:
        return Butir(label, False, BELUM_DIOLAH, tempat)
    isi = isi_laporan(laporan)
    kosong = narasi_kosong(isi, narasi_laporan(laporan))
    wajib = sum(b.wajib for b in bagian_narasi(isi))
    if not kosong:
        return Butir(label, True, f"{wajib} bagian wajib sudah ditulis", tempat)
    sebut = "; ".join(f"{b.judul} (sasaran {b.sasaran})" if b.sasaran else b.judul for b in kosong[:3])
    lain = f"; dan {len(kosong) - 3} lainnya" if len(kosong) > 3 else ""
    return Butir(label, False, f"{len(kosong)} dari {wajib} bagian wajib masih kosong: {sebut}{lain}", tempat)


def koreksi(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    """A tick only where somebody asked for a correction."""
    semua = daftar_koreksi(sesi, tugas.periode_id)
    if not semua:
        return ()
    terbuka = sum(k.ditindaklanjuti_pada is None for k in semua)
    pesan = (
        f"{terbuka} dari {len(semua)} koreksi belum ditindaklanjuti" if terbuka else f"{len(semua)} koreksi"
    )
    return (Butir("Tindak lanjut koreksi", not terbuka, pesan, ("tugas", tugas.id)),)

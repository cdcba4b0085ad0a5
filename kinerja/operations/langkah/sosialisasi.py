"""Step 5: a meeting about the draft ran to its end, no correction is open; completing freezes the report."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.naskah import Naskah
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.putaran import (
    boleh_periksa_saja,
    koreksi_terbuka,
    langkah_penyusun,
    putaran_kini,
    semua_putaran,
)

LABEL = "Sosialisasi draf"


def hasil(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    """The meeting, and the corrections it brought."""
    return (butir_sosialisasi(sesi, tugas), _butir_koreksi(sesi, tugas))


def butir_sosialisasi(sesi: Session, tugas: Tugas) -> Butir:
    """Ticked when the newest round is about the present draft and closed; else the one next thing to do."""
    kini = putaran_kini(sesi, tugas)
    ada = kini is not None and kini.ditutup_pada is not None
    return Butir(LABEL, ada, _pesan(sesi, tugas), ("tugas", tugas.id))


def _pesan(sesi: Session, tugas: Tugas) -> str:
    kini = putaran_kini(sesi, tugas)
    if kini is None:
        if boleh_periksa_saja(sesi, tugas):
            return "Draf sudah diperbaiki: kirim undangan baru, atau nyatakan koreksi sudah diperiksa."
        return "Kirim undangan baru." if semua_putaran(sesi, tugas.periode_id) else "Kirim undangan."
    if kini.ditutup_pada is not None:
        jumlah = len(kini.tanggapan)
        return f"{jumlah} pejabat sudah dimintai tanggapan" if jumlah else "Koreksi sudah diperiksa"
    belum = [t.jabatan.nama for t in kini.tanggapan if t.jawaban is None]
    if belum:
        return "Menunggu tanggapan: " + ", ".join(belum) + "."
    if not kini.notulen or any(t.hadir is None for t in kini.tanggapan):
        return "Simpan daftar hadir dan notulen."
    return "Tutup sosialisasi."


def _butir_koreksi(sesi: Session, tugas: Tugas) -> Butir:
    terbuka = koreksi_terbuka(sesi, tugas.periode_id)
    pesan = "Tidak ada koreksi yang terbuka"
    if terbuka:
        penyusun = langkah_penyusun(sesi, tugas)
        ke = f"langkah {penyusun.langkah}" if penyusun else "langkah penyusunan"
        pesan = f"{terbuka} koreksi belum ditindaklanjuti. Kembalikan ke {ke} agar draf diperbaiki."
    return Butir(Naskah.HASIL_KOREKSI.label, not terbuka, pesan, ("tugas", tugas.id))


def saat_selesai(sesi: Session, tugas: Tugas, oleh: Pelaku, pada: datetime) -> None:
    """The agreed draft becomes final: freeze the report."""
    from kinerja.operations.laporan.verba import bekukan

    bekukan(sesi, tugas.periode, oleh, pada)

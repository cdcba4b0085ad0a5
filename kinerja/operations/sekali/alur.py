"""The course inside a run: going back through a keputusan, due dates from the opening, the end.

Called while a step is completed (operations.tugas); so it knows rows and the sheet, not the verbs.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.sekali import sesudahnya, tenggat_langkah
from kinerja.domain.sop import Jenis, Sop
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.models.tugas import Pengembalian, Penyelesaian, Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.kalender import libur


def atur_tenggat(sesi: Session, sop: Sop, periode: Periode, tugas: Tugas, pada: datetime) -> None:
    """A step of a run is due some working days after it opens; that of a year's period keeps its date."""
    if not periode.sekali or tugas.langkah is None:
        return
    office = kantor(sesi)
    hari = pada.astimezone(timezone(timedelta(hours=office.zona))).date()
    waktu = sop.langkah(tugas.langkah).waktu
    tugas.tenggat = tenggat_langkah(hari, waktu, libur(office, hari.year))


def ulangi(
    sesi: Session, sop: Sop, dari: Tugas, ke: Tugas, selesai: Penyelesaian, oleh: Pelaku, pada: datetime
) -> None:
    """The course goes back to a step already done: it and all that follows is done again.

    Only pointers are taken away; the completions stay. Out of a keputusan it is a return with its reason.
    """
    if ke.langkah is None or dari.langkah is None:
        return
    kunci = [str(nomor) for nomor in sesudahnya(sop, ke.langkah)]
    lagi = select(Tugas).where(Tugas.periode_id == dari.periode_id, Tugas.kunci.in_(kunci))
    for tugas in sesi.execute(lagi).scalars():
        tugas.dibuka_pada = tugas.pertama_dilihat_pada = tugas.penyelesaian_id = None
    if sop.langkah(dari.langkah).jenis is not Jenis.KEPUTUSAN:
        return
    jawaban = "Ya" if selesai.jawaban == "ya" else "Tidak"
    sesi.add(
        Pengembalian(
            dari_id=dari.id,
            ke_id=ke.id,
            oleh_id=oleh.pegawai_id,
            oleh_nama=oleh.nama,
            jabatan_nama=selesai.jabatan_nama,
            pada=pada,
            alasan=selesai.catatan or f"{dari.nama} {jawaban}.",
            sel=[],
        )
    )
    sesi.flush()


def tutup_jalan(sesi: Session, tugas: Tugas, selesai: Penyelesaian, oleh: Pelaku, pada: datetime) -> None:
    """The last step is done: the run is closed, with an audit row of its own."""
    periode = tugas.periode
    periode.ditutup_pada = pada
    catat(
        sesi,
        oleh,
        pada,
        "tutup_jalan",
        f"periode:{periode.id}",
        f"{periode.lembar_sop.nama} nomor {periode.ke} tahun {periode.tahun} “{periode.nama}” selesai.",
        sesudah={"penyelesaian": selesai.id},
        jabatan=selesai.jabatan_nama,
    )
    sesi.flush()

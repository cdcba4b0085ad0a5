"""Setting the office hours, on record."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.jam_kerja import HARI_KERJA, JamKerja, kalimat_jam, ke_json
from kinerja.domain.kesalahan import MasukanSalah, TidakBerwenang
from kinerja.models.kantor import Kantor
from kinerja.operations.catatan import catat
from kinerja.operations.kalender import hari_setempat
from kinerja.operations.kantor import boleh_atur_kantor


def simpan_jam_kerja(sesi: Session, jam: JamKerja, oleh: Pelaku, pada: datetime) -> None:
    """Store the hours of Monday to Friday. Times already measured stay as they are."""
    office = sesi.execute(select(Kantor).with_for_update()).scalar_one()
    if not boleh_atur_kantor(sesi, oleh, hari_setempat(office, pada)):
        raise TidakBerwenang("Jam kerja diatur oleh Sekretaris atau Kasubag Umum dan Kepegawaian.")
    if len(jam) != HARI_KERJA or not any(jam):
        raise MasukanSalah("Isi jam kerja paling sedikit satu hari.", "masuk_0")
    sebelum, office.jam_kerja = office.jam_kerja, ke_json(jam)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "atur_jam_kerja",
        f"kantor:{office.id}",
        f"Jam kerja kantor ditetapkan: {'; '.join(kalimat_jam(jam))}.",
        sebelum={"jam_kerja": sebelum},
        sesudah={"jam_kerja": office.jam_kerja},
    )
    sesi.flush()

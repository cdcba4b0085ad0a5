"""The sheet of the filled office: revised once, with the next revision being worked on."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.models.lembar_sop import LembarSop
from kinerja.operations.rancangan_sop import mulai_rancangan, sidik_bagian, simpan_bagian
from kinerja.operations.rancangan_sop_sahkan import IsianPengesahan, sahkan_rancangan
from kinerja.sop import PENGUMPULAN_DATA_KINERJA
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 10, 7, 2, 0, tzinfo=UTC)
ISIAN = IsianPengesahan("000.8.3.3/17/SOP-CMT-TRS/2026", date(2026, 10, 5), "Waktu langkah 3 dibetulkan.")


def isi_sop(sesi: Session, n: dict[str, int]) -> None:
    """Revision 2 gives step 3 two hours; nothing that runs is on it. A draft of revision 3 is open."""
    oleh = orang_uji(sesi, "sekretaris")
    lama = sesi.execute(select(LembarSop.id).where(LembarSop.kode == PENGUMPULAN_DATA_KINERJA)).scalar_one()
    satu = mulai_rancangan(sesi, lama, oleh, PADA)
    isian = {"waktu": 120, "waktu_tertulis": "2 Jam", "pelaksana": "kasubag_perencanaan"}
    simpan_bagian(sesi, satu.id, "langkah.3", sidik_bagian(satu.isi, "langkah.3"), isian, oleh, PADA)
    baru = sahkan_rancangan(sesi, satu.id, satu.versi, ISIAN, oleh, PADA)
    dua = mulai_rancangan(sesi, baru.id, oleh, PADA)
    isian = {"ket_tertulis": "Rapat staf"}
    simpan_bagian(sesi, dua.id, "langkah.5", sidik_bagian(dua.isi, "langkah.5"), isian, oleh, PADA)
    n["lembar_sop_lama"], n["lembar_sop"], n["rancangan_sop"] = lama, baru.id, dua.id

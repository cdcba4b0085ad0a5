"""The example's sheet under review: a draft in which the Sekretaris has settled two places so far."""

from __future__ import annotations

from kinerja.demo.panggung import Panggung
from kinerja.models.lembar_sop import lembar_terbaru
from kinerja.operations.rancangan_sop import konfirmasi, mulai_rancangan, sidik_bagian, simpan_bagian
from kinerja.sop import PENGUMPULAN_DATA_KINERJA


def rancangan_sop(p: Panggung) -> None:
    """Step 2 is confirmed, step 3 gets two hours; the rest waits for the office, and so does ratifying."""
    oleh, pada = p.orang("sekretaris"), p.jam(10, 9, 10, 15)
    lembar = p.sesi.execute(lembar_terbaru(PENGUMPULAN_DATA_KINERJA)).scalar_one()
    satu = mulai_rancangan(p.sesi, lembar.id, oleh, pada)
    konfirmasi(p.sesi, satu.id, "langkah.2.pelaksana", oleh, pada)
    isian = {"waktu": 120, "waktu_tertulis": "2 Jam"}
    simpan_bagian(p.sesi, satu.id, "langkah.3", sidik_bagian(satu.isi, "langkah.3"), isian, oleh, pada)

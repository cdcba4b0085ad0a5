"""Verdicts on record: the first is kept, later ones are added."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.tanda_tangan import HasilTtd, TandaTangan, Verdict
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.operations.arsip import unggah_tertanda
from kinerja.operations.periksa_ttd import catat_verdict, periksa_ulang, verdict_berkas
from tests.data_uji_arsip import PADA, pdf_uji, siap_disahkan, simpan_uji, terbit
from tests.kantor_uji import orang_uji

SAH = HasilTtd(
    Verdict.SAH, tanda_tangan=(TandaTangan("Camat", Verdict.SAH),), akar=("ab",), pada="2026-10-08"
)


def test_a_second_look_is_put_beside_the_first(sesi: Session, tmp_path: Path) -> None:
    tugas = siap_disahkan(sesi)
    terbit(sesi, tmp_path, tugas)
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    kembali = simpan_uji(sesi, tmp_path, pdf_uji(2, "tertanda"))
    unggah_tertanda(sesi, tugas.id, kembali, 2, "tte", "", "", oleh, PADA)
    arsip = sesi.execute(select(Arsip).options(joinedload(Arsip.berkas))).scalar_one()
    pertama = catat_verdict(sesi, arsip.berkas, SAH, "Kasubag", PADA)
    kemudian = replace(SAH, verdict=Verdict.TIDAK_DIPERCAYA, alasan=("Sertifikat habis.",))
    periksa_ulang(sesi, arsip, sesi.get_one(Dokumen, arsip.dokumen_id), kemudian, oleh, PADA)
    semua = verdict_berkas(sesi, arsip.berkas_id)
    assert [(v.verdict, v.ulang) for v in semua] == [("sah", False), ("tidak dipercaya", True)]
    assert HasilTtd.dari_data(pertama.hasil) == SAH
    catatan = sesi.execute(select(Catatan).where(Catatan.tindakan == "periksa_ttd")).scalar_one()
    assert "diperiksa ulang: tidak dipercaya" in catatan.uraian
    assert catatan.objek == f"arsip:{arsip.id}"

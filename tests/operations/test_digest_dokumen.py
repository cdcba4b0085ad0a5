"""The data digest names the very content a document was printed from."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.models.catatan import Catatan
from kinerja.models.laporan import Laporan
from kinerja.operations.dokumen.digest import digest_laporan, digest_pk, digest_surat
from kinerja.operations.perjanjian_kinerja.verba import ambil_pk
from tests.data_uji_arsip import siap_disahkan, terbit
from tests.data_uji_pk import bangun_pk
from tests.data_uji_sekali import ISIAN, beri_nomor, lembar_surat, mulai_uji, sampai_penomoran
from tests.kantor_uji import TAHUN


def tercatat(sesi: Session) -> str:
    baris = sesi.execute(select(Catatan.sesudah).where(Catatan.tindakan == "terbitkan")).scalar_one()
    hasil: str = json.loads(baris)["digest"]
    return hasil


def test_a_report_carries_the_digest_of_its_figures_and_texts(sesi: Session, tmp_path: Path) -> None:
    dokumen = terbit(sesi, tmp_path, siap_disahkan(sesi))
    laporan = sesi.get_one(Laporan, dokumen.laporan_id)
    assert dokumen.digest == digest_laporan(laporan) == tercatat(sesi)
    laporan.narasi = {"bab1": "Lain."}
    assert digest_laporan(laporan) != dokumen.digest


def test_a_letter_carries_the_digest_of_what_was_typed(sesi: Session, tmp_path: Path) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    sampai_penomoran(sesi, periode)
    dokumen = beri_nomor(sesi, tmp_path, periode)
    assert dokumen.digest == digest_surat(ISIAN) == tercatat(sesi)
    assert digest_surat(replace(ISIAN, isi="Lain.")) != dokumen.digest


def test_the_digest_of_a_pk_follows_every_line_of_it(sesi: Session) -> None:
    bangun_pk(sesi)
    pk = ambil_pk(sesi, TAHUN, 1)
    semula = digest_pk(pk)
    assert semula == digest_pk(ambil_pk(sesi, TAHUN, 1))
    baris = (
        (pk, "pihak_kedua_nama"),
        (pk.sasaran[0], "uraian"),
        (pk.sasaran[0].indikator[0], "target_tw3"),
        (next(p for s in pk.sasaran for p in s.program), "nama"),
        (next(a for s in pk.sasaran for i in s.indikator for a in i.rencana_aksi), "target_tw2"),
    )
    for satu, medan in baris:
        lama = getattr(satu, medan)
        setattr(satu, medan, "lain")
        assert digest_pk(pk) != semula, medan
        setattr(satu, medan, lama)
    assert digest_pk(pk) == semula

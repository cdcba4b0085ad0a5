"""Documents of the same report, PK year or sheet stand together as versions."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.operations.dokumen.versi import versi_dokumen
from tests.data_uji_arsip import PADA, siap_disahkan, terbit
from tests.data_uji_daftar_arsip import dokumen_jadi


def test_a_revised_report_has_both(sesi: Session, tmp_path: Path) -> None:
    pertama, lain = (terbit(sesi, tmp_path, siap_disahkan(sesi, ke)) for ke in (1, 2))
    asal = sesi.get_one(Laporan, pertama.laporan_id)
    revisi = Laporan(
        periode_id=asal.periode_id,
        versi=2,
        pk_id=asal.pk_id,
        isi=asal.isi,
        digest=asal.digest,
        narasi={},
        diolah_pada=PADA,
    )
    sesi.add(revisi)
    sesi.flush()
    kedua = dokumen_jadi(sesi, 90)
    kedua.laporan_id = revisi.id
    sesi.flush()
    assert versi_dokumen(sesi, pertama) == versi_dokumen(sesi, kedua) == [pertama, kedua]
    assert versi_dokumen(sesi, lain) == [lain]


def test_versions_of_a_pk_stand_together(sesi: Session) -> None:
    dokumen: list[Dokumen] = []
    for ke, (tahun, versi) in enumerate(((2031, 1), (2031, 2), (2032, 1)), 1):
        pk = PerjanjianKinerja(tahun=tahun, versi=versi, dibuat_pada=PADA)
        sesi.add(pk)
        sesi.flush()
        satu = dokumen_jadi(sesi, ke)
        satu.perjanjian_kinerja_id = pk.id
        dokumen.append(satu)
    sesi.flush()
    assert versi_dokumen(sesi, dokumen[0]) == dokumen[:2]
    assert versi_dokumen(sesi, dokumen[2]) == dokumen[2:]


def test_a_letter_has_no_versions(sesi: Session) -> None:
    satu, _ = dokumen_jadi(sesi, 1), dokumen_jadi(sesi, 2)
    assert versi_dokumen(sesi, satu) == [satu]

"""The indicator cards as display text."""

from __future__ import annotations

from sqlalchemy.orm import Session

from kinerja.documents.kartu_indikator_dari import kartu_indikator_dari
from kinerja.domain.aturan import Aturan
from kinerja.models.kantor import kantor
from tests.data_uji_pk import bangun_pk


def test_a_card_says_all_that_is_fixed_and_what_is_not_yet(sesi: Session) -> None:
    pk = bangun_pk(sesi)
    i = pk.sasaran[0].indikator[0]
    i.pembilang, i.penyebut, i.standar_sumber = "nagari baik", "nagari", "Permendagri 1"
    i.riwayat = [{"tahun": 2025, "target": "80", "realisasi": "78.5"}]
    sesi.flush()
    dokumen = kartu_indikator_dari(pk, kantor(sesi), Aturan(), i.id)
    (kartu,) = dokumen.kartu
    isi = dict(kartu.isi)
    assert (kartu.nomor, kartu.target) == ("1.1", ("85", "85", "86", "86", "85,5"))
    assert (isi["Dihitung dari"], isi["Standar nasional"]) == (
        "nagari baik ÷ nagari × 100",
        "82 (Permendagri 1)",
    )
    assert isi["Rumus"] == "belum ditulis"
    assert [(t.tahun, t.target, t.realisasi) for t in kartu.riwayat] == [(2025, "80", "78,5")]
    assert dokumen.penanda == ("KARTU INDIKATOR KINERJA TAHUN 2026", "Indikator 1.1")
    assert dokumen.aturan[0] == "Capaian indikator tidak dibatasi."


def test_all_cards_of_a_version_and_its_state(sesi: Session) -> None:
    pk = bangun_pk(sesi, setujui=False)
    dokumen = kartu_indikator_dari(pk, kantor(sesi), Aturan())
    assert len(dokumen.kartu) == sum(len(s.indikator) for s in pk.sasaran)
    assert dokumen.status == "RANCANGAN – BELUM DISETUJUI"

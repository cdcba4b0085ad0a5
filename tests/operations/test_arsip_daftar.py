"""The filters of the archive's list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from kinerja.domain.retensi import KeadaanRetensi, Nasib, retensi
from kinerja.models.dokumen import Dokumen
from kinerja.models.klasifikasi import Klasifikasi
from kinerja.models.periode import Periode
from kinerja.operations.arsip import unggah_tertanda
from kinerja.operations.arsip_daftar import Saringan, dokumen_berurut, halaman
from tests.data_uji_arsip import PADA, pdf_uji, siap_disahkan, simpan_uji, terbit
from tests.kantor_uji import orang_uji


@pytest.fixture
def tiga(sesi: Session, tmp_path: Path) -> list[Dokumen]:
    """Triwulan I signed, II waiting, III of a class without a schedule."""
    if sesi.get(Klasifikasi, "000.7.2.8") is None:
        sesi.add(Klasifikasi(kode="000.7.2.8", nama="Laporan berkala", aktif=1, inaktif=1, nasib="musnah"))
    hasil = []
    for ke in (1, 2, 3):
        tugas = siap_disahkan(sesi, ke)
        hasil.append(terbit(sesi, tmp_path, tugas))
        if ke == 1:
            berkas = simpan_uji(sesi, tmp_path, pdf_uji(2, "tertanda"))
            oleh = orang_uji(sesi, "kasubag_perencanaan")
            unggah_tertanda(sesi, tugas.id, berkas, 2, "basah", "Lemari 2", "", oleh, PADA)
    hasil[2].klasifikasi = "999"
    sesi.flush()
    return hasil


def ke(sesi: Session, **saring: object) -> list[str]:
    return [d.judul.split()[3] for d in halaman(sesi, Saringan(**saring))[0]]  # type: ignore[arg-type]


def test_each_filter_narrows(sesi: Session, tiga: list[Dokumen]) -> None:
    assert ke(sesi) == ["III", "II", "I"]
    assert ke(sesi, tahun=2026) == ["III", "II", "I"]
    assert ke(sesi, tahun=2025) == []
    assert ke(sesi, jenis="laporan_triwulan", klasifikasi="000.7.2.8") == ["II", "I"]
    assert ke(sesi, jenis="surat_keluar") == []
    assert ke(sesi, keadaan="tertanda") == ["I"]
    assert ke(sesi, keadaan="menunggu") == ["III", "II"]
    assert ke(sesi, keadaan="batal") == []


def test_a_cancelled_one_waits_for_nothing(sesi: Session, tiga: list[Dokumen]) -> None:
    sesi.get_one(Periode, tiga[1].periode_id).dibatalkan_pada = PADA
    sesi.flush()
    assert ke(sesi, keadaan="menunggu") == ["III"]
    assert ke(sesi, keadaan="batal") == ["II"]


@pytest.mark.parametrize("tahun", range(2026, 2032))
@pytest.mark.parametrize("nasib", list(Nasib))
def test_the_retention_filter_says_what_the_domain_says(
    sesi: Session, tiga: list[Dokumen], tahun: int, nasib: Nasib
) -> None:
    sesi.get_one(Klasifikasi, "000.7.2.8").nasib = nasib.value
    sesi.flush()
    hari = date(tahun, 6, 1)
    seharusnya = retensi(2026, 1, 1, nasib).keadaan(hari)
    for keadaan in KeadaanRetensi:
        ada = ["II", "I"] if keadaan is seharusnya else ["III"] if keadaan == "tanpa_jadwal" else []
        assert ke(sesi, retensi=keadaan.value, hari=hari) == ada, keadaan


def test_a_page_has_its_count_and_few_queries(sesi: Session, tiga: list[Dokumen]) -> None:
    sesi.flush()
    sesi.expunge_all()
    kirim: list[str] = []

    def hitung(_k: object, _c: object, perintah: str, *_lain: object) -> None:
        kirim.append(perintah)

    event.listen(sesi.get_bind(), "before_cursor_execute", hitung)
    try:
        baris, jumlah = halaman(sesi, Saringan(), batas=2)
        assert [len(d.arsip) for d in baris] == [0, 0]
    finally:
        event.remove(sesi.get_bind(), "before_cursor_execute", hitung)
    assert (len(baris), jumlah) == (2, 3)
    assert len(kirim) == 3
    assert [d.judul.split()[3] for d in halaman(sesi, Saringan(), batas=2, dari=2)[0]] == ["I"]


def test_documents_come_in_the_order_asked_for(sesi: Session, tiga: list[Dokumen]) -> None:
    a, b, c = (d.id for d in tiga)
    assert [d.id for d in dokumen_berurut(sesi, [b, 999, c, a])] == [b, c, a]

"""What waits for whose eye, and whose files a receipt's are."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.operations.berkas import berkas_boleh
from kinerja.operations.laporan.revisi import tugas_pengesahan
from kinerja.operations.pindaian.lihat import (
    cari_boleh,
    menunggu,
    menunggu_dokumen,
    pindaian_menunggu,
    terakhir,
    versi_baru,
)
from kinerja.operations.pindaian.verba import terima, tidak_sesuai
from tests.data_uji_arsip import PADA, siap_disahkan, simpan_uji, terbit
from tests.data_uji_pindaian import PENYUSUN, kiriman_uji, terima_uji
from tests.kantor_uji import orang_uji


@pytest.fixture
def dokumen(sesi: Session, tmp_path: Path) -> Dokumen:
    return terbit(sesi, tmp_path, siap_disahkan(sesi))


def test_one_line_in_the_inbox_of_whoever_decides(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    camat, umum = orang_uji(sesi, "camat"), orang_uji(sesi, "kasubag_umum")
    assert pindaian_menunggu(sesi, camat, PADA) == []
    satu = terima_uji(sesi, tmp_path, dokumen, 1, 2)
    (butir,) = pindaian_menunggu(sesi, camat, PADA)
    assert (butir.tempat, butir.keterangan) == (("pindaian", satu.id), "Laporan Kinerja Triwulan I 2026")
    assert pindaian_menunggu(sesi, umum, PADA) == []  # a report is decided by others
    lain = terima(sesi, kiriman_uji(sesi, tmp_path, dokumen, 0, tanda="buram"), None, None, PADA)
    (butir,) = pindaian_menunggu(sesi, camat, PADA)
    assert (butir.tempat, butir.keterangan) == (
        ("pindaian_semua", 0),
        "2 berkas, mulai dari Laporan Kinerja Triwulan I 2026",
    )
    (butir,) = pindaian_menunggu(sesi, umum, PADA)
    assert (butir.tempat, butir.keterangan) == (("pindaian", lain.id), "buram.pdf")
    assert pindaian_menunggu(sesi, orang_uji(sesi, "kasi_pmd"), PADA) == []


def test_waiting_and_decided_ones_are_listed_apart(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    oleh = orang_uji(sesi, PENYUSUN)
    satu = terima_uji(sesi, tmp_path, dokumen, 1, 2)
    lain = terima_uji(sesi, tmp_path, dokumen, 1, 2, tanda="lain")
    assert menunggu(sesi, oleh) == [satu, lain] == menunggu_dokumen(sesi, dokumen.id)
    assert menunggu(sesi, orang_uji(sesi, "kasi_pmd")) == []
    tidak_sesuai(sesi, satu.id, "Salah.", oleh, PADA)
    assert menunggu(sesi, oleh) == [lain] and terakhir(sesi, oleh) == [satu]
    assert terakhir(sesi, orang_uji(sesi, "kasi_pmd")) == []


def test_a_newer_version_is_named_to_whoever_files_the_older_one(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    assert versi_baru(sesi, dokumen) == ""
    lama = sesi.get_one(Laporan, dokumen.laporan_id)
    medan = {k.key: getattr(lama, k.key) for k in Laporan.__table__.columns if k.key != "id"}
    baru = Laporan(**{**medan, "versi": 2, "dibekukan_pada": None})
    sesi.add(baru)
    sesi.flush()
    assert versi_baru(sesi, dokumen) == "Versi yang lebih baru sedang disusun dan belum terbit."
    baru.dibekukan_pada = PADA
    sesi.flush()
    assert dokumen.periode_id is not None
    terbaru = terbit(sesi, tmp_path, tugas_pengesahan(sesi, dokumen.periode_id))
    assert versi_baru(sesi, dokumen) == f"Yang terbaru ialah {terbaru.judul} nomor {terbaru.nomor}."
    assert versi_baru(sesi, terbaru) == ""


def test_its_files_are_for_those_who_hand_in(sesi: Session, tmp_path: Path, dokumen: Dokumen) -> None:
    foto = simpan_uji(sesi, tmp_path, b"foto", "1.jpg")
    pindaian = terima_uji(sesi, tmp_path, dokumen, 1, 2, lembar=(foto,))
    for siapa in ("camat", "sekretaris", "kasubag_umum", "kasubag_perencanaan"):
        oleh = orang_uji(sesi, siapa)
        assert cari_boleh(sesi, pindaian.id, oleh) is pindaian
        assert berkas_boleh(sesi, pindaian.berkas_id, oleh).id == pindaian.berkas_id
        assert berkas_boleh(sesi, foto.id, oleh) is foto
    for siapa in ("kasi_pmd", "staf_perencanaan", "admin"):
        oleh = orang_uji(sesi, siapa)
        with pytest.raises(TidakDitemukan):
            cari_boleh(sesi, pindaian.id, oleh)
        for berkas_id in (pindaian.berkas_id, foto.id):
            with pytest.raises(TidakDitemukan):
                berkas_boleh(sesi, berkas_id, oleh)


def test_the_inbox_asks_as_little_for_many_receipts_as_for_one(
    sesi: Session, tmp_path: Path, dokumen: Dokumen
) -> None:
    pernyataan: list[str] = []

    def hitung(_koneksi: object, _kursor: object, kata: str, *_lain: object) -> None:
        pernyataan.append(kata)

    def jumlah(siapa: str) -> int:
        oleh = orang_uji(sesi, siapa)
        pernyataan.clear()
        pindaian_menunggu(sesi, oleh, PADA)
        return len(pernyataan)

    terima_uji(sesi, tmp_path, dokumen, 1, 2)
    event.listen(sesi.get_bind(), "before_cursor_execute", hitung)
    try:
        satu = [jumlah("sekretaris"), jumlah("camat")]
        for n in range(5):
            terima_uji(sesi, tmp_path, dokumen, 1, 2, tanda=f"lagi {n}")
        assert [jumlah("sekretaris"), jumlah("camat")] == satu
    finally:
        event.remove(sesi.get_bind(), "before_cursor_execute", hitung)

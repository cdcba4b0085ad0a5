"""A revision opened by mistake is taken back: the signed report stands again, and what was written is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.tugas import Penyelesaian
from kinerja.operations.arsip import unggah_tertanda
from kinerja.operations.arsip_daftar import Saringan, daftar_dokumen
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.dokumen.terbit import calon, terbitkan
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.laporan.narasi import simpan_narasi
from kinerja.operations.laporan.revisi import (
    beda_revisi,
    bekukan_revisi,
    buka_revisi,
    kalimat_revisi,
    pengganti,
    semua_versi,
    urutan_revisi,
)
from kinerja.operations.laporan.revisi_batal import batalkan_revisi, dapat_dibatalkan, pembatal, pembatalan
from kinerja.operations.laporan.verba import laporan_kini, laporan_versi
from kinerja.upkeep.verify import periksa
from tests.data_uji_arsip import pdf_uji, simpan_uji
from tests.data_uji_laporan import PADA
from tests.data_uji_revisi import SESUDAH, pengesahan, sahkan, triwulan_sah, ubah_angka
from tests.kantor_uji import orang_uji

Sah = tuple[Periode, Laporan, Dokumen]


@pytest.fixture
def sah(sesi: Session, tmp_path: Path) -> Sah:
    """Triwulan I signed; one figure changed since."""
    hasil = triwulan_sah(sesi, tmp_path)
    ubah_angka(sesi)
    return hasil


@pytest.fixture
def kasubag(sesi: Session) -> Pelaku:
    return orang_uji(sesi, "kasubag_perencanaan")


def jumlah_catatan(sesi: Session) -> int:
    return len(sesi.execute(select(Catatan.seq)).all())


def jenis_kotak(sesi: Session, siapa: str) -> list[str]:
    return sorted(b.jenis for b in isi_kotak(sesi, orang_uji(sesi, siapa), SESUDAH))


def terbit(sesi: Session, data: Path, milik: Periode, oleh: Pelaku) -> Dokumen:
    """The frozen revision under its number, not signed yet."""
    tugas = pengesahan(sesi, milik)
    rencana = calon(sesi, tugas, oleh, SESUDAH, SESUDAH.date())
    berkas = simpan_uji(sesi, data, pdf_uji(2, f"terbit {rencana.nomor}"))
    dokumen = terbitkan(sesi, tugas.id, rencana, berkas, 2, oleh, SESUDAH, None)
    sesi.refresh(dokumen, ["berkas", "arsip"])
    return dokumen


def test_a_cancelled_revision_leaves_the_signed_report_in_force_and_keeps_what_was_written(
    sesi: Session, sah: Sah, kasubag: Pelaku, tmp_path: Path
) -> None:
    milik, lama, _ = sah
    semula = jenis_kotak(sesi, "kasubag_perencanaan")
    tugas = pengesahan(sesi, milik)
    selesai, dibuka = tugas.penyelesaian_id, tugas.dibuka_pada
    baru = buka_revisi(sesi, milik, "Salah klik.", kasubag, SESUDAH)
    kunci = next(iter(baru.narasi))
    simpan_narasi(sesi, milik, kunci, "Uraian percobaan.", kasubag, SESUDAH)
    assert jenis_kotak(sesi, "kasubag_perencanaan") != semula
    sebelum = jumlah_catatan(sesi)
    assert batalkan_revisi(sesi, milik, 2, " Dibuka karena keliru. ", kasubag, SESUDAH) is lama
    assert jumlah_catatan(sesi) == sebelum + 1
    assert laporan_kini(sesi, milik.id) is lama
    assert jenis_kotak(sesi, "kasubag_perencanaan") == semula  # figures changed: asked again
    assert "pengesahan" not in jenis_kotak(sesi, "camat")
    tugas = pengesahan(sesi, milik)
    assert (tugas.penyelesaian_id, tugas.dibuka_pada, tugas.terbuka) == (selesai, dibuka, False)
    assert laporan_versi(sesi, milik.id, 2) is baru
    assert (baru.versi, baru.nomor_versi, baru.dibatalkan) == (-2, 2, True)
    assert baru.narasi[kunci] == "Uraian percobaan." and beda_revisi(sesi, baru)
    baris = pembatalan(sesi, baru)
    assert baris is not None and baris.pelaku_nama == kasubag.nama
    assert "Alasan: Dibuka karena keliru." in baris.uraian and "tetap versi 1" in baris.uraian
    tercatat = json.loads(baris.sebelum)
    assert (tercatat["bagian"], tercatat["dokumen"], tercatat["digest"]) == ([kunci], None, baru.digest)
    assert pembatalan(sesi, lama) is None
    assert periksa_rantai(sesi) is None
    assert all("bukti.pdf" in satu.pesan for satu in periksa(sesi, tmp_path).rusak)  # only the made-up bukti


def test_the_next_revision_takes_a_new_version_number_but_is_the_first_revision(
    sesi: Session, sah: Sah, kasubag: Pelaku, tmp_path: Path
) -> None:
    milik, _, dokumen = sah
    buka_revisi(sesi, milik, "x", kasubag, SESUDAH)
    batalkan_revisi(sesi, milik, 2, "keliru", kasubag, SESUDAH)
    baru = buka_revisi(sesi, milik, "y", kasubag, SESUDAH)
    assert (baru.versi, urutan_revisi(sesi, baru)) == (3, 1)
    assert [v.nomor_versi for v in semua_versi(sesi, milik.id)] == [3, 2, 1]
    bekukan_revisi(sesi, milik, kasubag, SESUDAH)
    kedua = sahkan(sesi, tmp_path, milik, SESUDAH)
    assert pengganti(sesi, dokumen) == kedua and laporan_kini(sesi, milik.id) is baru
    assert kalimat_revisi(sesi, baru)[0].endswith(f"menggantikan laporan nomor {dokumen.nomor}.")


def test_one_that_was_issued_but_not_signed_is_cancelled_and_its_number_stays_used(
    sesi: Session, sah: Sah, kasubag: Pelaku, tmp_path: Path
) -> None:
    milik, _, dokumen = sah
    buka_revisi(sesi, milik, "x", kasubag, SESUDAH)
    beku = bekukan_revisi(sesi, milik, kasubag, SESUDAH)
    batal = terbit(sesi, tmp_path, milik, kasubag)
    assert pengganti(sesi, dokumen) == batal
    assert len(sesi.execute(daftar_dokumen(Saringan(keadaan="menunggu"))).unique().all()) == 1
    batalkan_revisi(sesi, milik, 2, "keliru", orang_uji(sesi, "sekretaris"), SESUDAH)
    baris = pembatalan(sesi, beku)
    assert baris is not None and f"PDF nomor {batal.nomor} tidak dipakai" in baris.uraian
    assert pengganti(sesi, dokumen) is None and pengganti(sesi, batal) is None
    assert sesi.execute(daftar_dokumen(Saringan(keadaan="menunggu"))).unique().all() == []
    berkas = simpan_uji(sesi, tmp_path, pdf_uji(2, "tertanda"))
    with pytest.raises(SudahDikerjakan):
        unggah_tertanda(sesi, pengesahan(sesi, milik).id, berkas, 2, "tte", "", "", kasubag, SESUDAH)
    assert all("bukti.pdf" in satu.pesan for satu in periksa(sesi, tmp_path).rusak)
    baru = buka_revisi(sesi, milik, "y", kasubag, SESUDAH)
    bekukan_revisi(sesi, milik, kasubag, SESUDAH)
    assert urutan_revisi(sesi, baru) == 2  # "revisi ke-1" is on paper already
    assert terbit(sesi, tmp_path, milik, kasubag).urut == batal.urut + 1


def test_what_is_signed_or_cancelled_already_is_refused_and_nothing_is_written(
    sesi: Session, sah: Sah, kasubag: Pelaku, tmp_path: Path
) -> None:
    milik, lama, _ = sah
    baru = buka_revisi(sesi, milik, "x", kasubag, SESUDAH)
    for alasan in ("", "  ", "x" * 2001):
        with pytest.raises(MasukanSalah) as salah:
            batalkan_revisi(sesi, milik, 2, alasan, kasubag, SESUDAH)
        assert salah.value.medan == "alasan"
    for nomor in (1, 3):
        with pytest.raises(TidakDitemukan):
            batalkan_revisi(sesi, milik, nomor, "x", kasubag, SESUDAH)
    batalkan_revisi(sesi, milik, 2, "keliru", kasubag, SESUDAH)
    sesudah = jumlah_catatan(sesi)
    with pytest.raises(SudahDikerjakan, match="versi 2 sudah dibatalkan"):
        batalkan_revisi(sesi, milik, 2, "keliru", kasubag, SESUDAH)
    assert jumlah_catatan(sesi) == sesudah
    assert not dapat_dibatalkan(sesi, baru) and not dapat_dibatalkan(sesi, lama)
    assert not dapat_dibatalkan(sesi, None)
    ketiga = buka_revisi(sesi, milik, "y", kasubag, SESUDAH)
    with pytest.raises(SudahDikerjakan, match="versi 2 sudah dibatalkan"):
        batalkan_revisi(sesi, milik, 2, "klik kedua", kasubag, SESUDAH)  # never the newer one
    assert dapat_dibatalkan(sesi, ketiga)
    bekukan_revisi(sesi, milik, kasubag, SESUDAH)
    sahkan(sesi, tmp_path, milik, SESUDAH)
    with pytest.raises(SudahDikerjakan, match="sudah ditandatangani"):
        batalkan_revisi(sesi, milik, 3, "x", kasubag, SESUDAH)
    assert ketiga.versi == 3


def test_only_who_opened_it_or_the_sekretaris_cancels(sesi: Session, sah: Sah, kasubag: Pelaku) -> None:
    milik, _, _ = sah
    baru = buka_revisi(sesi, milik, "x", kasubag, SESUDAH)
    pengganti_kasubag = Pelaku(10**6, "Pengganti", kasubag.jabatan)
    for oleh in (
        *(orang_uji(sesi, s) for s in ("camat", "kasubag_umum", "staf_perencanaan")),
        pengganti_kasubag,
    ):
        assert pembatal(sesi, baru, oleh) is None
        with pytest.raises(TidakBerwenang):
            batalkan_revisi(sesi, milik, 2, "x", oleh, SESUDAH)
    sekretaris = orang_uji(sesi, "sekretaris")
    assert pembatal(sesi, baru, sekretaris) is not None and pembatal(sesi, baru, kasubag) is not None


def test_a_pengesahan_closed_without_a_record_only_leaves_the_inbox(
    sesi: Session, sah: Sah, kasubag: Pelaku
) -> None:
    milik, _, _ = sah
    tugas = pengesahan(sesi, milik)
    tugas.penyelesaian_id = None
    sesi.flush()
    for satu in sesi.execute(select(Penyelesaian).where(Penyelesaian.tugas_id == tugas.id)).scalars():
        sesi.delete(satu)
    sesi.flush()
    buka_revisi(sesi, milik, "x", kasubag, PADA)
    batalkan_revisi(sesi, milik, 2, "keliru", kasubag, SESUDAH)
    assert "pengesahan" not in jenis_kotak(sesi, "kasubag_perencanaan")

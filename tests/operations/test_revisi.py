"""A signed report whose figures changed: told, decided, revised beside the old one; figures mended on record."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import Indikator
from kinerja.models.realisasi import LaporanProgres, PengembalianProgres
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.laporan.narasi import simpan_narasi
from kinerja.operations.laporan.progres import kirim
from kinerja.operations.laporan.revisi import (
    beda_revisi,
    bekukan_revisi,
    biarkan,
    buka_revisi,
    dokumen_versi,
    kalimat_revisi,
    keputusan,
    olah_revisi,
    pengganti,
    revisi_kini,
    revisi_terbuka,
    urutan_revisi,
)
from kinerja.operations.laporan.verba import cairkan, isi_laporan, laporan_kini, narasi_laporan
from kinerja.operations.pengembalian import tujuan_kembali
from kinerja.operations.perbaikan import buka_perbaikan
from kinerja.operations.realisasi.verba import Ketikan, simpan_realisasi
from kinerja.upkeep.verify import periksa
from tests.data_uji_laporan import PADA, bangun_tangan, periode, tulis_narasi
from tests.data_uji_revisi import SESUDAH, pengesahan, sahkan, triwulan_sah, ubah_angka
from tests.kantor_uji import orang_uji

Sah = tuple[Periode, Laporan, Dokumen]


@pytest.fixture
def sah(sesi: Session, tmp_path: Path) -> Sah:
    return triwulan_sah(sesi, tmp_path)


@pytest.fixture
def kasubag(sesi: Session) -> Pelaku:
    return orang_uji(sesi, "kasubag_perencanaan")


def akhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def baris_kotak(sesi: Session, siapa: str) -> list[str]:
    return [b.judul for b in isi_kotak(sesi, orang_uji(sesi, siapa), SESUDAH) if b.jenis == "revisi"]


def test_the_kasubag_is_told_once_a_figure_changed_and_nobody_else(sesi: Session, sah: Sah) -> None:
    milik, _, _ = sah
    assert baris_kotak(sesi, "kasubag_perencanaan") == []
    ubah_angka(sesi)
    assert baris_kotak(sesi, "kasubag_perencanaan") == [f"Angka berubah sejak laporan {milik.nama}"]
    assert baris_kotak(sesi, "kasubag_perencanaan") == [f"Angka berubah sejak laporan {milik.nama}"]
    for siapa in ("camat", "sekretaris", "kasubag_umum", "staf_perencanaan", "kasi_pelayanan"):
        assert baris_kotak(sesi, siapa) == []


def test_a_decision_to_leave_it_holds_until_the_figures_change_again(
    sesi: Session, sah: Sah, kasubag: Pelaku
) -> None:
    milik, laporan, _ = sah
    with pytest.raises(SudahDikerjakan, match="sama dengan data sekarang"):
        biarkan(sesi, milik, "x", kasubag, SESUDAH)
    ubah_angka(sesi)
    with pytest.raises(MasukanSalah) as salah:
        biarkan(sesi, milik, "  ", kasubag, SESUDAH)
    assert salah.value.medan == "alasan"
    baris = biarkan(sesi, milik, " Selisih kecil. ", kasubag, SESUDAH)
    assert (baris.tindakan, baris.objek) == ("tidak_direvisi", f"laporan:{laporan.id}")
    assert "Selisih kecil." in baris.uraian and "menjadi 1" in baris.sesudah
    assert baris_kotak(sesi, "kasubag_perencanaan") == []
    ubah_angka(sesi, nilai="2")
    assert len(baris_kotak(sesi, "kasubag_perencanaan")) == 1
    assert keputusan(sesi, laporan, "lain") is None


def test_a_revision_is_a_new_version_from_the_present_data_beside_the_old(
    sesi: Session, sah: Sah, kasubag: Pelaku, tmp_path: Path
) -> None:
    milik, lama, dokumen = sah
    digest, narasi, tutup = lama.digest, dict(lama.narasi), milik.ditutup_pada
    ubah_angka(sesi)
    baru = buka_revisi(sesi, milik, " Salah ketik pada triwulan I. ", kasubag, SESUDAH)
    assert (baru.versi, baru.revisi_alasan, baru.dibekukan_pada) == (2, "Salah ketik pada triwulan I.", None)
    assert revisi_terbuka(baru) and not revisi_terbuka(lama) and not revisi_terbuka(None)
    assert baru.narasi == narasi and baru.digest != digest
    assert (akhir(sesi).tindakan, akhir(sesi).objek) == ("buka_revisi", f"laporan:{baru.id}")
    assert digest in akhir(sesi).sebelum
    assert any(b.baru == "1" for b in beda_revisi(sesi, baru)) and beda_revisi(sesi, lama) == ()
    assert [b.jenis for b in isi_kotak(sesi, kasubag, SESUDAH)].count("pengesahan") == 1
    tugas = pengesahan(sesi, milik)
    assert tugas.terbuka and tujuan_kembali(sesi, tugas) == ()

    with pytest.raises(BelumLengkap, match="belum selesai disusun"):
        sahkan(sesi, tmp_path, milik, SESUDAH)
    kunci = next(iter(narasi))
    simpan_narasi(sesi, milik, kunci, "Uraian sesudah perbaikan.", kasubag, SESUDAH)
    assert bekukan_revisi(sesi, milik, kasubag, SESUDAH).dibekukan_pada == SESUDAH
    assert akhir(sesi).tindakan == "bekukan"
    kedua = sahkan(sesi, tmp_path, milik, SESUDAH)
    assert kedua.judul.endswith("(Revisi 1)") and kedua.nomor != dokumen.nomor
    assert pengganti(sesi, dokumen) == kedua and pengganti(sesi, kedua) is None
    assert [(d.id, v.versi) for d, v in dokumen_versi(sesi, milik.id)] == [(dokumen.id, 1), (kedua.id, 2)]
    assert len(dokumen.arsip) == 1 and len(kedua.arsip) == 1
    assert (lama.digest, lama.narasi, milik.ditutup_pada) == (digest, narasi, tutup)
    assert baris_kotak(sesi, "kasubag_perencanaan") == []
    kalimat = kalimat_revisi(sesi, baru)
    assert kalimat[0] == f"Laporan ini adalah revisi ke-1 dan menggantikan laporan nomor {dokumen.nomor}."
    assert kalimat[1] == "Alasan revisi: Salah ketik pada triwulan I."
    assert kalimat_revisi(sesi, lama) == ()
    assert periksa_rantai(sesi) is None
    assert all("bukti.pdf" in satu.pesan for satu in periksa(sesi, tmp_path).rusak)  # only the made-up bukti

    ketiga = buka_revisi(sesi, milik, "Sekali lagi.", kasubag, SESUDAH)
    assert (ketiga.versi, urutan_revisi(sesi, ketiga), urutan_revisi(sesi, lama)) == (3, 2, 0)


def test_a_revision_needs_a_closed_period_a_reason_and_the_kasubag(
    sesi: Session, sah: Sah, kasubag: Pelaku
) -> None:
    milik, _, _ = sah
    for siapa in ("camat", "sekretaris", "staf_perencanaan", "kasi_pelayanan"):
        for kerja in (buka_revisi, biarkan):
            with pytest.raises(TidakBerwenang):
                kerja(sesi, milik, "x", orang_uji(sesi, siapa), SESUDAH)
    with pytest.raises(BelumLengkap, match="belum disahkan"):
        buka_revisi(sesi, periode(sesi, JenisPeriode.TRIWULAN, 2), "x", kasubag, SESUDAH)
    for alasan in ("", "x" * 2001):
        with pytest.raises(MasukanSalah) as salah:
            buka_revisi(sesi, milik, alasan, kasubag, SESUDAH)
        assert salah.value.medan == "alasan"
    with pytest.raises(SudahDikerjakan, match="Tidak ada revisi"):
        revisi_kini(sesi, milik, kasubag)
    buka_revisi(sesi, milik, "x", kasubag, SESUDAH)
    with pytest.raises(SudahDikerjakan, match="sudah dibuka"):
        buka_revisi(sesi, milik, "x", kasubag, SESUDAH)
    with pytest.raises(SudahDikerjakan, match="disahkan"):
        cairkan(sesi, milik, kasubag, SESUDAH)
    with pytest.raises(TidakBerwenang):
        simpan_narasi(sesi, milik, "ringkasan", "x", orang_uji(sesi, "staf_perencanaan"), SESUDAH)
    lain = periode(sesi, JenisPeriode.SEMESTER, 1)
    lain.ditutup_pada = PADA
    with pytest.raises(TidakDitemukan):
        buka_revisi(sesi, lain, "x", kasubag, SESUDAH)


def test_a_revision_is_frozen_only_whole_and_with_the_present_figures(
    sesi: Session, sah: Sah, kasubag: Pelaku
) -> None:
    milik, _, _ = sah
    baru = buka_revisi(sesi, milik, "x", kasubag, SESUDAH)
    assert len(kalimat_revisi(sesi, baru)) == 2
    baru.narasi = {}
    with pytest.raises(BelumLengkap, match="bagian wajib masih kosong"):
        bekukan_revisi(sesi, milik, kasubag, SESUDAH)
    tulis_narasi(sesi, baru)
    ubah_angka(sesi)
    with pytest.raises(BelumLengkap, match="olah lagi"):
        bekukan_revisi(sesi, milik, kasubag, SESUDAH)
    narasi = narasi_laporan(baru)
    assert olah_revisi(sesi, milik, kasubag, SESUDAH).narasi == narasi
    assert akhir(sesi).tindakan == "olah"
    assert isi_laporan(baru).digest() == baru.digest
    bekukan_revisi(sesi, milik, kasubag, SESUDAH)
    terbaru = laporan_kini(sesi, milik.id)
    assert terbaru is baru and terbaru.temuan is not None


def test_a_signed_figure_is_mended_by_its_unit_on_record(sesi: Session, sah: Sah, kasubag: Pelaku) -> None:
    milik, laporan, _ = sah
    indikator = sesi.execute(select(Indikator).order_by(Indikator.id)).scalars().first()
    assert indikator is not None
    kasi = orang_uji(sesi, "kasi_pelayanan")
    ketik = Ketikan(nilai="41")
    with pytest.raises((SudahDikerjakan, BelumLengkap)):
        simpan_realisasi(sesi, milik.id, indikator.identitas, ketik, kasi, SESUDAH)
    (kembali,) = buka_perbaikan(sesi, milik.id, [indikator.identitas], " Salah hitung. ", kasubag, SESUDAH)
    assert (kembali.alasan, kembali.indikator_id) == ("Salah hitung.", [indikator.identitas])
    assert akhir(sesi).tindakan == "buka_perbaikan"
    assert "Seksi Pelayanan Umum. Alasan: Salah hitung." in akhir(sesi).uraian
    butir = [b for b in isi_kotak(sesi, kasi, SESUDAH) if b.dikembalikan]
    assert [(b.judul, b.tenggat) for b in butir] == [(f"Perbaiki realisasi {milik.nama}", None)]
    simpan_realisasi(sesi, milik.id, indikator.identitas, ketik, kasi, SESUDAH)
    lain = sesi.execute(select(Indikator).order_by(Indikator.id)).scalars().all()[1]
    with pytest.raises(SudahDikerjakan, match="bukan indikator ini"):
        simpan_realisasi(sesi, milik.id, lain.identitas, ketik, kasi, SESUDAH)
    assert laporan.digest == isi_laporan(laporan).digest()
    assert len(baris_kotak(sesi, "kasubag_perencanaan")) == 1


def test_mending_needs_a_closed_triwulan_its_own_indikator_a_reason_and_the_kasubag(
    sesi: Session, sah: Sah, kasubag: Pelaku
) -> None:
    milik, _, _ = sah
    identitas = sesi.execute(select(Indikator)).scalars().all()[0].identitas
    with pytest.raises(TidakBerwenang):
        buka_perbaikan(sesi, milik.id, [identitas], "x", orang_uji(sesi, "camat"), SESUDAH)
    with pytest.raises(BelumLengkap, match="belum disahkan"):
        tw2 = periode(sesi, JenisPeriode.TRIWULAN, 2)
        buka_perbaikan(sesi, tw2.id, [identitas], "x", kasubag, SESUDAH)
    with pytest.raises(TidakDitemukan):
        buka_perbaikan(sesi, periode(sesi, JenisPeriode.SEMESTER, 1).id, [identitas], "x", kasubag, SESUDAH)
    for pilihan, alasan, medan in (
        ([], "x", "indikator"),
        ([10**6], "x", "indikator"),
        ([identitas], "", "alasan"),
    ):
        with pytest.raises(MasukanSalah) as salah:
            buka_perbaikan(sesi, milik.id, pilihan, alasan, kasubag, SESUDAH)
        assert salah.value.medan == medan
    assert sesi.execute(select(PengembalianProgres)).first() is None


def test_a_unit_that_was_passed_over_may_still_mend_and_sends_again(
    sesi: Session, sah: Sah, kasubag: Pelaku
) -> None:
    milik, _, _ = sah
    indikator = sesi.execute(select(Indikator).order_by(Indikator.id)).scalars().first()
    assert indikator is not None
    unit = indikator.unit_id
    sesi.add(
        LaporanProgres(periode_id=milik.id, unit_id=unit, dilewati_pada=PADA, dilewati_alasan="tidak kirim")
    )
    sesi.flush()
    buka_perbaikan(sesi, milik.id, [indikator.identitas], "x", kasubag, SESUDAH)
    baris = sesi.execute(select(LaporanProgres).where(LaporanProgres.unit_id == unit)).scalar_one()
    assert (baris.dilewati_pada, baris.dilewati_alasan) == (None, "")
    kasi = orang_uji(sesi, "kasi_pelayanan")
    simpan_realisasi(sesi, milik.id, indikator.identitas, Ketikan(nilai="41"), kasi, SESUDAH)
    with pytest.raises(BelumLengkap, match="Masih kosong"):
        kirim(sesi, milik.id, unit, "", kasi, SESUDAH, tanpa_bukti=True)


def test_a_document_without_a_report_has_no_successor(sesi: Session, sah: Sah) -> None:
    _, _, dokumen = sah
    dokumen.periode_id = None
    sesi.flush()
    assert pengganti(sesi, dokumen) is None


def test_an_office_without_final_reports_has_nothing_to_say(sesi: Session) -> None:
    bangun_tangan(sesi)
    assert baris_kotak(sesi, "kasubag_perencanaan") == []

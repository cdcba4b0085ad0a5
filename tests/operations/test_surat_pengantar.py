"""The cover letter of the yearly report: after its Pengesahan, filled in, once per version."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import BelumLengkap, SudahDikerjakan, TidakBerwenang
from kinerja.domain.laporan import susun_triwulan
from kinerja.domain.laporan_data import DataLaporan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.operations.sekali import verba as sekali
from kinerja.operations.surat_keluar_lihat import surat_jalan
from kinerja.operations.surat_pengantar import boleh_pengantar, buat_pengantar, pengantar_laporan
from tests.data_uji_arsip import pdf_uji, simpan_uji
from tests.data_uji_sekali import PADA, beri_nomor, lembar_surat, selesai, terbuka
from tests.kantor_uji import TAHUN, orang_uji


def tahunan_disahkan(sesi: Session, data: Path, arsip: bool = True) -> Periode:
    """The yearly report issued, signed and in the archive, without walking the year."""
    periode = sesi.execute(periode_satu(TAHUN, JenisPeriode.TAHUNAN, 1)).scalar_one()
    pk = PerjanjianKinerja(tahun=TAHUN, versi=1, dibuat_pada=PADA, disetujui_pada=PADA)
    sesi.add(pk)
    sesi.flush()
    isi = susun_triwulan(DataLaporan(tahun=TAHUN, versi_pk="1", sasaran=()), 1)
    laporan = Laporan(
        periode_id=periode.id,
        versi=1,
        pk_id=pk.id,
        isi=isi.ke_data(),
        digest=isi.digest(),
        narasi={},
        diolah_pada=PADA,
        dibekukan_pada=PADA,
    )
    sesi.add(laporan)
    sesi.flush()
    berkas = simpan_uji(sesi, data, pdf_uji(2, "laporan"))
    dokumen = Dokumen(
        jenis="laporan_tahunan", judul="Laporan Kinerja", periode_id=periode.id, laporan_id=laporan.id,
        klasifikasi="000.8.6.3", tahun=TAHUN, urut=1, nomor="000.8.6.3/1/CMT-TRS/2026", kode="AAAA-BBBB",
        berkas_id=berkas.id, halaman=2, tanggal=date(2026, 10, 1), diterbitkan_pada=PADA,
        diterbitkan_oleh_nama="Kasubag",
    )  # fmt: skip
    sesi.add(dokumen)
    sesi.flush()
    if arsip:
        sesi.add(
            Arsip(
                dokumen_id=dokumen.id, berkas_id=berkas.id, halaman=2, cara="basah", diterima_pada=PADA,
                diterima_oleh_id=orang_uji(sesi, "camat").pegawai_id, diterima_oleh_nama="Camat",
            )
        )  # fmt: skip
        periode.ditutup_pada = PADA
    sesi.flush()
    sesi.expire_all()
    return periode


def test_the_letter_begins_filled_in_from_the_report(sesi: Session, tmp_path: Path) -> None:
    lembar_surat(sesi)
    periode = tahunan_disahkan(sesi, tmp_path)
    jalan = buat_pengantar(sesi, periode, orang_uji(sesi, "kasubag_perencanaan"), PADA)
    assert terbuka(sesi, jalan) == [1]
    surat = surat_jalan(sesi, jalan.id)
    assert surat is not None
    assert surat.kepada == "Bupati Pesisir Selatan"
    assert surat.hal == "Penyampaian Laporan Kinerja Kecamatan Koto XI Tarusan Tahun 2026"
    assert surat.klasifikasi == "000.8.6.3"
    assert "nomor 000.8.6.3/1/CMT-TRS/2026 tanggal 1 Oktober 2026" in surat.isi
    assert [(p.jalan.id, p.dokumen) for p in pengantar_laporan(sesi, periode)] == [(jalan.id, None)]
    selesai(sesi, jalan, 1, "kasubag_perencanaan")  # whole as it is
    selesai(sesi, jalan, 2, "kasubag_umum")
    selesai(sesi, jalan, 3, "sekretaris")
    dokumen = beri_nomor(sesi, tmp_path, jalan, PADA + timedelta(hours=1))
    assert dokumen.nomor == "000.8.6.3/2/CMT-TRS/2026"
    assert pengantar_laporan(sesi, periode)[0].dokumen is dokumen


def test_it_is_made_once_unless_it_was_given_up(sesi: Session, tmp_path: Path) -> None:
    lembar_surat(sesi)
    periode, umum = tahunan_disahkan(sesi, tmp_path), orang_uji(sesi, "kasubag_umum")
    jalan = buat_pengantar(sesi, periode, umum, PADA)
    with pytest.raises(SudahDikerjakan):
        buat_pengantar(sesi, periode, umum, PADA)
    sekali.batalkan(sesi, jalan.id, "Salah tujuan.", umum, PADA)
    assert buat_pengantar(sesi, periode, umum, PADA).ke == 2


def test_not_before_the_report_is_signed_and_only_by_two_posts(sesi: Session, tmp_path: Path) -> None:
    lembar_surat(sesi)
    periode = tahunan_disahkan(sesi, tmp_path, arsip=False)
    umum = orang_uji(sesi, "kasubag_umum")
    assert not boleh_pengantar(umum, periode)
    with pytest.raises(BelumLengkap, match="sesudah laporan tahunan disahkan"):
        buat_pengantar(sesi, periode, umum, PADA)
    for siapa in ("camat", "sekretaris", "kasi_pmd", "admin"):
        with pytest.raises(TidakBerwenang):
            buat_pengantar(sesi, periode, orang_uji(sesi, siapa), PADA)


def test_without_a_sheet_for_letters_it_says_so(sesi: Session, tmp_path: Path) -> None:
    periode = tahunan_disahkan(sesi, tmp_path)
    with pytest.raises(BelumLengkap, match="belum dimuat"):
        buat_pengantar(sesi, periode, orang_uji(sesi, "kasubag_umum"), PADA)


def test_a_triwulan_has_no_cover_letter(sesi: Session) -> None:
    triwulan = sesi.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, 1)).scalar_one()
    with pytest.raises(BelumLengkap):
        buat_pengantar(sesi, triwulan, orang_uji(sesi, "kasubag_umum"), PADA)

"""Writing the texts, answering corrections, passing the draft on: rows, guards, audit."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.jabatan import Jabatan
from kinerja.models.laporan import Koreksi, Laporan, Sosialisasi, Tanggapan
from kinerja.models.periode import Periode
from kinerja.operations.langkah import susun, susun_semester, susun_tahunan
from kinerja.operations.laporan.koreksi import tindak_lanjuti_koreksi
from kinerja.operations.laporan.narasi import sidik_teks, simpan_narasi
from kinerja.operations.laporan.narasi_bahan import bahan_narasi
from kinerja.operations.laporan.penyampaian import sampaikan_draf
from kinerja.operations.laporan.verba import bekukan, isi_laporan, laporan_kini
from kinerja.operations.tugas import ambil, selesaikan
from tests.data_uji_laporan import PADA, bangun_tangan, buka_langkah, periode, siapkan_draf, tulis_narasi
from tests.kantor_uji import orang_uji


@pytest.fixture
def triwulan(sesi: Session) -> Periode:
    """Triwulan III with a draft, step 4 open."""
    bangun_tangan(sesi)
    milik = periode(sesi, JenisPeriode.TRIWULAN, 3)
    siapkan_draf(sesi, milik, "3", orang_uji(sesi, "staf_perencanaan"))
    buka_langkah(sesi, milik, "4")
    return milik


@pytest.fixture
def semester(sesi: Session) -> Periode:
    """Semester II with a draft, step 7 open."""
    bangun_tangan(sesi)
    milik = periode(sesi, JenisPeriode.SEMESTER, 2)
    siapkan_draf(sesi, milik, "7", orang_uji(sesi, "kasubag_perencanaan"))
    return milik


def draf(sesi: Session, milik: Periode) -> Laporan:
    laporan = laporan_kini(sesi, milik.id)
    assert laporan is not None
    return laporan


def akhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def koreksi_baru(sesi: Session, milik: Periode) -> Koreksi:
    jabatan = sesi.execute(select(Jabatan).where(Jabatan.nama == "Kasi Pelayanan Umum")).scalar_one()
    temu = Sosialisasi(
        periode_id=milik.id, putaran=1, tanggal=PADA.date(), tempat="Aula", agenda="Draf", dibuat_pada=PADA
    )
    tanggapan = Tanggapan(jabatan_id=jabatan.id, jawaban="koreksi", sosialisasi=temu)
    sesi.add_all([temu, tanggapan])
    sesi.flush()
    koreksi = Koreksi(
        periode_id=milik.id,
        tanggapan_id=tanggapan.id,
        bagian="Ringkasan",
        uraian="Sebut jumlah nagari",
        oleh_nama="Kasi Uji",
        jabatan_nama="Kasi Pelayanan Umum",
        pada=PADA,
    )
    sesi.add(koreksi)
    sesi.flush()
    return koreksi


def test_a_section_is_saved_and_the_catatan_names_only_its_key(sesi: Session, triwulan: Periode) -> None:
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    laporan = simpan_narasi(sesi, triwulan, "ringkasan", " Kinerja baik.\n", kasubag, PADA)
    assert laporan.narasi == {"ringkasan": "Kinerja baik."}
    assert laporan.disimpan_pada == PADA
    baris = akhir(sesi)
    assert (baris.tindakan, baris.objek) == ("simpan_narasi", f"laporan:{laporan.id}")
    assert "Kinerja baik" not in baris.sesudah + baris.uraian
    assert '"bagian":"ringkasan"' in baris.sesudah


def test_the_same_text_again_is_no_act(sesi: Session, triwulan: Periode) -> None:
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    simpan_narasi(sesi, triwulan, "penutup", "Sekian.", kasubag, PADA)
    sebelum = akhir(sesi).seq
    laporan = simpan_narasi(sesi, triwulan, "penutup", "Sekian.", kasubag, PADA + timedelta(1))
    assert (akhir(sesi).seq, laporan.disimpan_pada) == (sebelum, PADA)


def test_a_text_somebody_else_changed_is_not_overwritten(sesi: Session, triwulan: Periode) -> None:
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    simpan_narasi(sesi, triwulan, "penutup", "Pertama.", kasubag, PADA, semula=sidik_teks(""))
    with pytest.raises(SudahDikerjakan, match="diubah orang lain"):
        simpan_narasi(sesi, triwulan, "penutup", "Kedua.", kasubag, PADA, semula=sidik_teks(""))
    assert draf(sesi, triwulan).narasi == {"penutup": "Pertama."}
    simpan_narasi(sesi, triwulan, "penutup", "Kedua.", kasubag, PADA, semula=sidik_teks("Pertama."))
    assert draf(sesi, triwulan).narasi == {"penutup": "Kedua."}


def test_a_section_can_be_emptied(sesi: Session, triwulan: Periode) -> None:
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    simpan_narasi(sesi, triwulan, "penutup", "Sekian.", kasubag, PADA)
    assert simpan_narasi(sesi, triwulan, "penutup", "  ", kasubag, PADA).narasi == {}


def test_wrong_texts_keys_and_people_change_nothing(sesi: Session, triwulan: Periode) -> None:
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    with pytest.raises(MasukanSalah, match="20000") as salah:
        simpan_narasi(sesi, triwulan, "ringkasan", "x" * 20_001, kasubag, PADA)
    assert salah.value.medan == "teks"
    with pytest.raises(TidakDitemukan):
        simpan_narasi(sesi, triwulan, "umum", "bagian laporan tahunan", kasubag, PADA)
    for siapa in ("staf_perencanaan", "sekretaris", "camat", "kasi_pmd", "kasubag_umum", "admin"):
        with pytest.raises(TidakBerwenang):
            simpan_narasi(sesi, triwulan, "ringkasan", "x", orang_uji(sesi, siapa), PADA)
    assert draf(sesi, triwulan).narasi == {}


def test_a_frozen_report_takes_no_text(sesi: Session, triwulan: Periode) -> None:
    bekukan(sesi, triwulan, orang_uji(sesi, "sekretaris"), PADA)
    with pytest.raises(SudahDikerjakan):
        simpan_narasi(sesi, triwulan, "ringkasan", "x", orang_uji(sesi, "kasubag_perencanaan"), PADA)


def test_step_4_is_done_when_required_texts_and_corrections_are(sesi: Session, triwulan: Periode) -> None:
    tugas = ambil(sesi, buka_langkah(sesi, triwulan, "4").id)
    assert [b.ada for b in susun.hasil(sesi, tugas)] == [True, False]
    assert "5 dari 5 bagian wajib masih kosong: Ringkasan; " in susun.hasil(sesi, tugas)[1].keterangan
    tulis_narasi(sesi, draf(sesi, triwulan))
    assert all(b.ada for b in susun.hasil(sesi, tugas))
    koreksi = koreksi_baru(sesi, triwulan)
    assert susun.hasil(sesi, tugas)[2].keterangan == "1 dari 1 koreksi belum ditindaklanjuti"
    tindak_lanjuti_koreksi(sesi, koreksi.id, "Sudah disebut.", orang_uji(sesi, "kasubag_perencanaan"), PADA)
    assert all(b.ada for b in susun.hasil(sesi, tugas))


def test_a_correction_is_followed_up_once_with_a_word(sesi: Session, triwulan: Periode) -> None:
    koreksi = koreksi_baru(sesi, triwulan)
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    with pytest.raises(MasukanSalah) as salah:
        tindak_lanjuti_koreksi(sesi, koreksi.id, "  ", kasubag, PADA)
    assert salah.value.medan == "tindak_lanjut"
    with pytest.raises(TidakBerwenang):
        tindak_lanjuti_koreksi(sesi, koreksi.id, "x", orang_uji(sesi, "sekretaris"), PADA)
    tindak_lanjuti_koreksi(sesi, koreksi.id, "Sudah.", kasubag, PADA)
    assert (koreksi.tindak_lanjut, koreksi.ditindaklanjuti_oleh_nama) == ("Sudah.", kasubag.nama)
    assert (akhir(sesi).tindakan, akhir(sesi).objek) == ("tindak_lanjuti_koreksi", f"koreksi:{koreksi.id}")
    with pytest.raises(SudahDikerjakan):
        tindak_lanjuti_koreksi(sesi, koreksi.id, "Lagi.", kasubag, PADA)
    with pytest.raises(TidakDitemukan):
        tindak_lanjuti_koreksi(sesi, 999, "x", kasubag, PADA)


def test_step_7_asks_for_texts_the_yearly_draft_and_the_slip_to_the_sekretaris(
    sesi: Session, semester: Periode
) -> None:
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    tugas = ambil(sesi, buka_langkah(sesi, semester, "7").id)
    assert [(b.label, b.ada) for b in susun_semester.hasil(sesi, tugas)] == [
        ("Draft Laporan Kinerja", True),
        ("Uraian laporan", False),
        ("Draf laporan tahunan", True),
        ("Lembar Disposisi", False),
    ]
    with pytest.raises(BelumLengkap, match="bagian wajib yang kosong"):
        sampaikan_draf(sesi, semester, kasubag, PADA)
    tulis_narasi(sesi, draf(sesi, semester))
    lembar = sampaikan_draf(sesi, semester, kasubag, PADA)
    assert all(b.ada for b in susun_semester.hasil(sesi, tugas))
    sekretaris = sesi.execute(select(Jabatan).where(Jabatan.nama == "Sekretaris")).scalar_one()
    cabang = sesi.execute(select(CabangDisposisi)).scalar_one()
    assert (lembar.hal, lembar.tugas_id, cabang.penerima_id) == (
        "Penyampaian draf laporan Semester II 2026",
        tugas.id,
        sekretaris.id,
    )


@pytest.mark.parametrize("siapa", ["sekretaris", "staf_perencanaan", "camat"])
def test_only_the_composer_passes_the_draft_on(sesi: Session, semester: Periode, siapa: str) -> None:
    tulis_narasi(sesi, draf(sesi, semester))
    with pytest.raises(TidakBerwenang):
        sampaikan_draf(sesi, semester, orang_uji(sesi, siapa), PADA)
    assert sesi.execute(select(Disposisi)).first() is None


def test_completing_step_9_freezes_the_yearly_report(sesi: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.operations.tugas.periksa", lambda *_: ())
    bangun_tangan(sesi)
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    milik = periode(sesi, JenisPeriode.TAHUNAN, 1)
    laporan = siapkan_draf(sesi, milik, "9", kasubag)
    tugas = buka_langkah(sesi, milik, "9")
    with pytest.raises(BelumLengkap, match="8 dari 8 bagian wajib masih kosong"):
        selesaikan(sesi, tugas.id, kasubag, PADA)
    tulis_narasi(sesi, laporan)
    assert all(b.ada for b in susun_tahunan.hasil(sesi, ambil(sesi, tugas.id)))
    selesaikan(sesi, tugas.id, kasubag, PADA)
    assert laporan.dibekukan_pada == PADA


def test_the_writer_reads_what_earlier_reports_say(sesi: Session, semester: Periode) -> None:
    for ke in (3, 4):
        lama = siapkan_draf(
            sesi, periode(sesi, JenisPeriode.TRIWULAN, ke), "3", orang_uji(sesi, "staf_perencanaan")
        )
        lama.narasi = {"ringkasan": f"Ringkas {ke}", "sasaran-2-analisis": f"Sebab {ke}"}
        sesi.flush()
    bahan = bahan_narasi(sesi, semester, isi_laporan(draf(sesi, semester)))
    assert [(b.asal, b.teks) for b in bahan["sasaran-2-analisis"]] == [
        ("Laporan Triwulan III 2026", "Sebab 3"),
        ("Laporan Triwulan IV 2026", "Sebab 4"),
    ]
    assert [b.teks for b in bahan["ringkasan"]] == ["Ringkas 3", "Ringkas 4"]
    draf(sesi, semester).narasi = {"sasaran-1-analisis": "Sebab semester", "tindak_lanjut": "Rapat"}
    sesi.flush()
    tahunan = periode(sesi, JenisPeriode.TAHUNAN, 1)
    bahan = bahan_narasi(sesi, tahunan, isi_laporan(draf(sesi, tahunan)))
    assert [b.teks for b in bahan["sasaran-1-penyebab"]] == ["Sebab semester"]
    assert [b.teks for b in bahan["langkah-ke-depan"]] == ["Rapat"]

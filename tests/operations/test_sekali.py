"""A sheet that runs on demand: started, decided, gone back, closed, given up; by its TOML alone."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

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
from kinerja.models.periode import Periode
from kinerja.models.tugas import Pengembalian, Penyelesaian, Tugas
from kinerja.operations.berkas import lampirkan
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.sekali import verba as sekali
from kinerja.operations.sekali.daftar import daftar_jalan, jumlah_jalan, keadaan_jalan, pilih_jalan
from tests.data_uji_arsip import pdf_uji, simpan_uji
from tests.data_uji_sekali import (
    PADA,
    langkah,
    lembar_surat,
    lembar_umum,
    mulai_uji,
    sampai_akhir,
    selesai,
    terbuka,
    tulis,
)
from tests.kantor_uji import TAHUN, orang_uji


def kotak(sesi: Session, siapa: str) -> list[tuple[str, str]]:
    return [
        (b.judul, b.keterangan)
        for b in isi_kotak(sesi, orang_uji(sesi, siapa), PADA)
        if b.keterangan.startswith("Uji")
    ]


def catatan_akhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def test_starting_makes_every_step_and_opens_the_first_for_the_starter(sesi: Session) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi), judul="Uji  undangan")
    assert (periode.jenis, periode.tahun, periode.ke) == (JenisPeriode.SEKALI, TAHUN, 1)
    assert periode.nama == "Uji undangan"
    assert terbuka(sesi, periode) == [1]
    assert kotak(sesi, "kasi_pelayanan") == [("Menyusun konsep surat", "Uji undangan")]
    assert kotak(sesi, "kasi_pmd") == kotak(sesi, "kasubag_umum") == []
    akhir = catatan_akhir(sesi)
    assert (akhir.tindakan, akhir.objek) == ("mulai_jalan", f"periode:{periode.id}")
    assert "Kasi Pelayanan Umum" in akhir.jabatan_nama


def test_the_running_number_counts_over_the_revisions_of_a_sheet(sesi: Session) -> None:
    surat, umum = lembar_surat(sesi), lembar_umum(sesi)
    nomor = [
        mulai_uji(sesi, surat).ke,
        mulai_uji(sesi, surat).ke,
        mulai_uji(sesi, umum, "staf_pelayanan").ke,
        mulai_uji(sesi, surat).ke,
    ]
    assert nomor == [1, 2, 1, 3]


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "admin"])
def test_only_those_in_the_first_column_may_start(sesi: Session, siapa: str) -> None:
    with pytest.raises(TidakBerwenang, match="dimulai oleh Pengonsep"):
        mulai_uji(sesi, lembar_surat(sesi), siapa)
    assert not sekali.lembar_dapat_dimulai(sesi, orang_uji(sesi, siapa))


def test_a_title_is_asked_for_and_short(sesi: Session) -> None:
    lembar = lembar_surat(sesi)
    for judul in ("  ", "a" * 201):
        with pytest.raises(MasukanSalah) as salah:
            mulai_uji(sesi, lembar, judul=judul)
        assert salah.value.medan == "judul"
    assert not sesi.execute(select(Periode).where(Periode.jenis == JenisPeriode.SEKALI)).first()


def test_a_post_the_person_does_not_hold_cannot_start(sesi: Session) -> None:
    lembar, oleh = lembar_surat(sesi), orang_uji(sesi, "kasi_pmd")
    lain = orang_uji(sesi, "kasi_kesos").jabatan[0].id
    with pytest.raises(MasukanSalah, match="jabatan yang Anda pegang"):
        sekali.mulai(sesi, lembar.id, "Uji", oleh, PADA, lain)


def test_the_office_sheet_cannot_be_started_on_demand(sesi: Session) -> None:
    with pytest.raises(TidakDitemukan):
        sekali.mulai(sesi, 1, "Uji", orang_uji(sesi, "kasubag_umum"), PADA)


def test_staf_steps_belong_to_the_unit_of_the_starter(sesi: Session) -> None:
    periode = mulai_uji(sesi, lembar_umum(sesi), "staf_pelayanan")
    unit = orang_uji(sesi, "staf_pelayanan").jabatan[0].unit_id
    assert [langkah(sesi, periode, n).unit_id for n in (1, 2, 3)] == [unit, None, unit]


def test_a_step_is_due_some_working_days_after_it_opens(sesi: Session) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    assert langkah(sesi, periode, 1).tenggat == date(2026, 10, 9)  # Thursday + 1 working day
    tulis(sesi, periode, pada=PADA + timedelta(days=1))
    assert langkah(sesi, periode, 2).tenggat == date(2026, 10, 12)  # Friday + 1


def test_tidak_needs_a_reason_and_leads_back_with_it(sesi: Session) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    tulis(sesi, periode)
    selesai(sesi, periode, 2, "kasubag_umum")
    with pytest.raises(MasukanSalah) as salah:
        selesai(sesi, periode, 3, "sekretaris", jawaban=False, catatan="  ")
    assert salah.value.medan == "catatan"
    assert terbuka(sesi, periode) == [3]
    putus = selesai(sesi, periode, 3, "sekretaris", jawaban=False, catatan="Tanggalnya keliru.")
    assert putus.jawaban == "tidak"
    assert terbuka(sesi, periode) == [1]
    kembali = sesi.execute(select(Pengembalian)).scalar_one()
    assert (kembali.ke_id, kembali.alasan) == (langkah(sesi, periode, 1).id, "Tanggalnya keliru.")
    butir = [b for b in isi_kotak(sesi, orang_uji(sesi, "kasi_pelayanan"), PADA) if b.keterangan == "Uji"]
    assert [b.dikembalikan for b in butir] == [True]
    assert len(sesi.execute(select(Penyelesaian)).all()) == 3  # all completions stay
    assert all(
        langkah(sesi, periode, n).penyelesaian_id is None and langkah(sesi, periode, n).dibuka_pada is None
        for n in (2, 3)
    )
    assert (
        "dijawab Tidak"
        in sesi.execute(select(Catatan.uraian).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    )
    for nomor, siapa in ((1, "kasi_pelayanan"), (2, "kasubag_umum"), (3, "sekretaris")):
        selesai(sesi, periode, nomor, siapa)
    assert terbuka(sesi, periode) == [4]


def test_the_last_step_closes_the_run(sesi: Session, tmp_path: Path) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    sampai_akhir(sesi, tmp_path, periode)
    assert periode.ditutup_pada == PADA
    assert keadaan_jalan(periode) == "selesai"
    assert not terbuka(sesi, periode)
    assert catatan_akhir(sesi).tindakan == "tutup_jalan"
    assert periksa_rantai(sesi) is None
    with pytest.raises(SudahDikerjakan, match="Sudah selesai"):
        sekali.batalkan(sesi, periode.id, "salah", orang_uji(sesi, "sekretaris"), PADA)


def test_a_generic_sheet_asks_for_the_file_its_step_puts_out(sesi: Session, tmp_path: Path) -> None:
    periode = mulai_uji(sesi, lembar_umum(sesi), "staf_pelayanan")
    with pytest.raises(BelumLengkap, match="Berkas hasil langkah ini"):
        selesai(sesi, periode, 1, "staf_pelayanan", catatan="siap")
    staf = orang_uji(sesi, "staf_pelayanan")
    lampirkan(sesi, langkah(sesi, periode, 1).id, simpan_uji(sesi, tmp_path, pdf_uji(1)), staf, PADA)
    selesai(sesi, periode, 1, "staf_pelayanan")
    selesai(sesi, periode, 2, "kasubag_umum")  # its kelengkapan is the file of step 1
    selesai(sesi, periode, 3, "staf_pelayanan", catatan="Disimpan.")
    assert keadaan_jalan(periode) == "selesai"


def test_a_run_is_given_up_with_a_reason_and_leaves_every_inbox(sesi: Session) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    tulis(sesi, periode)
    with pytest.raises(TidakBerwenang):
        sekali.batalkan(sesi, periode.id, "x", orang_uji(sesi, "kasi_pmd"), PADA)
    with pytest.raises(MasukanSalah):
        sekali.batalkan(sesi, periode.id, " ", orang_uji(sesi, "kasi_pelayanan"), PADA)
    sekali.batalkan(sesi, periode.id, "Rapat ditunda.", orang_uji(sesi, "kasi_pelayanan"), PADA)
    assert (periode.dibatalkan_alasan, keadaan_jalan(periode)) == ("Rapat ditunda.", "batal")
    assert kotak(sesi, "kasubag_umum") == []
    assert catatan_akhir(sesi).tindakan == "batalkan_jalan"
    with pytest.raises(SudahDikerjakan, match="dibatalkan oleh Kasi Pelayanan"):
        selesai(sesi, periode, 2, "kasubag_umum")
    with pytest.raises(SudahDikerjakan, match="Sudah dibatalkan"):
        sekali.batalkan(sesi, periode.id, "lagi", orang_uji(sesi, "sekretaris"), PADA)


def test_runs_are_found_by_sheet_state_and_words(sesi: Session, tmp_path: Path) -> None:
    surat, umum = lembar_surat(sesi), lembar_umum(sesi)
    jadi = mulai_uji(sesi, surat, judul="Undangan rapat")
    sampai_akhir(sesi, tmp_path, jadi)
    lain = mulai_uji(sesi, umum, "staf_pelayanan", judul="100% bahan")
    batal = mulai_uji(sesi, surat, judul="Tidak jadi")
    sekali.batalkan(sesi, batal.id, "Ditunda.", orang_uji(sesi, "sekretaris"), PADA)

    def temu(**saring: str) -> set[int]:
        return {b.periode.id for b in daftar_jalan(sesi, pilih_jalan(**saring))[0]}

    assert temu() == {jadi.id, lain.id, batal.id}
    assert temu(keadaan="selesai") == {jadi.id}
    assert temu(keadaan="batal") == {batal.id}
    assert temu(keadaan="berjalan", kode="nama-sop") == {lain.id}
    assert temu(cari="wali nagari") == {jadi.id}
    assert temu(cari="000.1.5/1/") == {jadi.id}
    assert temu(cari="%") == {lain.id}
    assert jumlah_jalan(sesi) == {"surat-keluar": (2, 0), "nama-sop": (1, 1)}


def test_a_year_of_periods_is_left_alone(sesi: Session, tmp_path: Path) -> None:
    sebelum = sesi.execute(select(Tugas).join(Periode).where(Periode.jenis != JenisPeriode.SEKALI)).all()
    for _ in range(14):  # more than there are months
        mulai_uji(sesi, lembar_surat(sesi))
    sampai_akhir(sesi, tmp_path, mulai_uji(sesi, lembar_surat(sesi)))
    sesudah = sesi.execute(select(Tugas).join(Periode).where(Periode.jenis != JenisPeriode.SEKALI)).all()
    assert len(sebelum) == len(sesudah) == 34
    assert all(t.dibuka_pada is None or t.langkah == 1 for (t,) in sesudah)

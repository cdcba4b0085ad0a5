"""Filling realisasi and money: who, when, what is refused, and what is written."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import (
    BelumLengkap,
    Kesalahan,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.models.catatan import Catatan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import Indikator, Program
from kinerja.models.realisasi import Realisasi, RealisasiAnggaran
from kinerja.operations.disposisi import cabang as disposisi_cabang
from kinerja.operations.realisasi.hak import hak_isi
from kinerja.operations.realisasi.isian import isian_semua, isian_unit
from kinerja.operations.realisasi.verba import Ketikan, sidik, simpan_anggaran, simpan_realisasi
from kinerja.operations.tugas import selesaikan
from tests.data_uji_disposisi import OKTOBER, TENGGAT, cabang_untuk, jabatan_uji, minta_data, tugas_uji
from tests.data_uji_pk import bangun_pk
from tests.data_uji_realisasi import triwulan_uji
from tests.kantor_uji import orang_uji


@pytest.fixture
def periode(sesi: Session) -> Periode:
    """Triwulan III, its data asked for."""
    bangun_pk(sesi)
    minta_data(sesi)
    return triwulan_uji(sesi)


def indikator(sesi: Session, kata: str) -> Indikator:
    return sesi.execute(select(Indikator).where(Indikator.uraian.contains(kata))).scalar_one()


def program(sesi: Session, kata: str) -> Program:
    return sesi.execute(select(Program).where(Program.nama.contains(kata))).scalar_one()


def simpan(sesi: Session, periode: Periode, kata: str, siapa: str, **isi: object) -> Realisasi:
    return simpan_realisasi(
        sesi,
        periode.id,
        indikator(sesi, kata).identitas,
        Ketikan(**isi),  # type: ignore[arg-type]
        orang_uji(sesi, siapa),
        OKTOBER,
    )


def catatan_akhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def test_a_realisasi_is_read_the_indonesian_way_and_leaves_before_and_after(
    sesi: Session, periode: Periode
) -> None:
    baris = simpan(sesi, periode, "Kepuasan", "kasi_pelayanan", nilai="86,4", hambatan=" Antrean ")
    assert (baris.nilai, baris.na, baris.hambatan, baris.triwulan) == ("86.4", False, "Antrean", 3)
    assert baris.diisi_oleh_nama == "Kasi Pelayanan Umum Uji"
    akhir = catatan_akhir(sesi)
    assert (akhir.tindakan, akhir.objek) == ("isi_realisasi", f"realisasi:{baris.id}")
    assert akhir.sebelum == "null"
    assert '"nilai":"86.4"' in akhir.sesudah
    simpan(sesi, periode, "Kepuasan", "kasi_pelayanan", nilai="87", hambatan="Antrean")
    akhir = catatan_akhir(sesi)
    assert '"nilai":"86.4"' in akhir.sebelum
    assert '"nilai":"87"' in akhir.sesudah
    assert "diisi 87." in akhir.uraian


def test_the_same_content_again_writes_nothing(sesi: Session, periode: Periode) -> None:
    simpan(sesi, periode, "Kepuasan", "kasi_pelayanan", nilai="86,4")
    sebelum = catatan_akhir(sesi).seq
    simpan(sesi, periode, "Kepuasan", "kasi_pelayanan", nilai="86,40")
    assert catatan_akhir(sesi).seq == sebelum


@pytest.mark.parametrize(
    ("kata", "siapa", "isi", "medan"),
    [
        ("Kepuasan", "kasi_pelayanan", {"nilai": "86.4"}, "nilai"),
        ("Kepuasan", "kasi_pelayanan", {"nilai": "delapan"}, "nilai"),
        ("Kepuasan", "kasi_pelayanan", {"nilai": "-3"}, "nilai"),
        ("Kepuasan", "kasi_pelayanan", {"nilai": "n/a"}, "nilai"),
        ("SAKIP", "kasubag_perencanaan", {"nilai": "AAA"}, "nilai"),
        ("Kepuasan", "kasi_pelayanan", {"na": True}, "alasan_na"),
        ("Kepuasan", "kasi_pelayanan", {"na": True, "alasan_na": "x", "nilai": "3"}, "nilai"),
        ("Kepuasan", "kasi_pelayanan", {"nilai": "3", "hambatan": "x" * 20_001}, "hambatan"),
        ("Kepuasan", "kasi_pelayanan", {"na": True, "alasan_na": "x" * 501}, "alasan_na"),
    ],
)
def test_what_cannot_be_taken_is_refused_beside_its_field(
    sesi: Session, periode: Periode, kata: str, siapa: str, isi: dict[str, object], medan: str
) -> None:
    with pytest.raises(MasukanSalah) as salah:
        simpan(sesi, periode, kata, siapa, **isi)
    assert salah.value.medan == medan
    assert not sesi.execute(select(Realisasi)).first()


def test_a_predicate_is_taken_from_its_scale_and_a_range_gets_a_number(
    sesi: Session, periode: Periode
) -> None:
    assert simpan(sesi, periode, "SAKIP", "kasubag_perencanaan", nilai="bb").nilai == "BB"
    assert simpan(sesi, periode, "Waktu rata-rata", "kasi_pelayanan", nilai="28").nilai == "28"


def test_no_target_and_no_figure_are_said_in_words(sesi: Session, periode: Periode) -> None:
    kartu = indikator(sesi, "tata kelola baik")
    unit = isian_unit(sesi, periode, kartu.unit_id)
    assert unit is not None
    satu = next(i for i in unit.indikator if i.indikator.id == kartu.id)
    assert (satu.target, satu.ditargetkan, satu.nilai) == ("belum ditargetkan", False, "belum diisi")


def test_not_available_needs_a_reason_and_is_not_zero(sesi: Session, periode: Periode) -> None:
    baris = simpan(sesi, periode, "Kepuasan", "kasi_pelayanan", na=True, alasan_na="Survei pada TW IV")
    assert (baris.nilai, baris.na) == (None, True)
    unit = isian_unit(sesi, periode, indikator(sesi, "Kepuasan").unit_id)
    assert unit is not None
    satu = unit.indikator[0]
    assert satu.terisi and satu.nilai == "n/a: Survei pada TW IV" and not satu.tanpa_bukti
    assert satu.nilai_capaian == "n/a: Survei pada TW IV"
    baris = simpan(sesi, periode, "Kepuasan", "kasi_pelayanan", nilai="0", alasan_na="lama")
    assert (baris.nilai, baris.na, baris.alasan_na) == ("0", False, "")


def test_the_page_of_a_unit_shows_target_earlier_values_and_capaian(sesi: Session, periode: Periode) -> None:
    kartu = indikator(sesi, "lembaga")
    for ke, nilai in ((1, "8"), (2, "11")):
        sesi.add(
            Realisasi(
                indikator_id=kartu.identitas,
                tahun=2026,
                triwulan=ke,
                nilai=nilai,
                diisi_pada=OKTOBER,
                diisi_oleh_id=1,
                diisi_oleh_nama="x",
            )
        )
    simpan(sesi, periode, "lembaga", "kasi_pmd", nilai="12")
    simpan_anggaran(
        sesi,
        periode.id,
        program(sesi, "Pemberdayaan Masyarakat").identitas,
        "Rp24.125.000",
        orang_uji(sesi, "kasi_pmd"),
        OKTOBER,
    )
    unit = isian_unit(sesi, periode, kartu.unit_id)
    assert unit is not None
    satu = unit.indikator[0]
    assert (satu.nomor, satu.target, satu.nilai, satu.nilai_capaian) == ("2.2", "10", "12", "120,00%")
    assert satu.nilai_lalu == ((1, "8"), (2, "11"))
    assert unit.program[0].nilai == Decimal("24125000")
    assert (unit.jumlah, unit.jumlah_terisi, unit.kurang) == (3, 2, ("indikator 2.3",))
    assert [i.nomor for i in unit.tanpa_bukti] == ["2.2"]
    assert len(isian_semua(sesi, periode)) == 6


def test_a_percentage_above_100_is_taken_and_warned_about(sesi: Session, periode: Periode) -> None:
    simpan(sesi, periode, "Musrenbang", "kasi_pmd", nilai="104")
    unit = isian_unit(sesi, periode, indikator(sesi, "Musrenbang").unit_id)
    assert unit is not None
    assert unit.indikator[1].peringatan.startswith("104 persen lebih dari 100.")


def test_money_is_read_as_rupiah_and_can_be_emptied(sesi: Session, periode: Periode) -> None:
    satu, kasi = program(sesi, "Pengawasan").identitas, orang_uji(sesi, "kasi_pemerintahan")
    baris = simpan_anggaran(sesi, periode.id, satu, "Rp1.250.000", kasi, OKTOBER)
    assert baris.nilai == Decimal(1_250_000)
    assert catatan_akhir(sesi).uraian.endswith("diisi Rp1.250.000.")
    seq = catatan_akhir(sesi).seq
    simpan_anggaran(sesi, periode.id, satu, "1.250.000", kasi, OKTOBER)
    assert catatan_akhir(sesi).seq == seq
    simpan_anggaran(sesi, periode.id, satu, "", kasi, OKTOBER)
    assert sesi.execute(select(RealisasiAnggaran)).scalar_one().nilai is None
    assert (catatan_akhir(sesi).sebelum, catatan_akhir(sesi).sesudah) == ('"1250000"', "null")
    with pytest.raises(MasukanSalah):
        simpan_anggaran(sesi, periode.id, satu, "1,250", kasi, OKTOBER)


def test_a_stale_form_learns_who_was_first(sesi: Session, periode: Periode) -> None:
    kartu, kasi = indikator(sesi, "Kepuasan").identitas, orang_uji(sesi, "kasi_pelayanan")
    pertama = simpan_realisasi(sesi, periode.id, kartu, Ketikan("86"), kasi, OKTOBER, dilihat="")
    with pytest.raises(SudahDikerjakan, match=r"diubah oleh Kasi Pelayanan Umum Uji.*kini 86"):
        simpan_realisasi(sesi, periode.id, kartu, Ketikan("80"), kasi, OKTOBER, dilihat="")
    assert pertama.nilai == "86"
    simpan_realisasi(sesi, periode.id, kartu, Ketikan("80"), kasi, OKTOBER, dilihat=sidik(pertama))
    assert pertama.nilai == "80"


@pytest.mark.parametrize(
    ("siapa", "salah"),
    [
        ("kasi_pmd", TidakDitemukan),
        ("camat", TidakDitemukan),
        ("kasubag_perencanaan", TidakDitemukan),
        ("admin", TidakDitemukan),
        ("staf_pelayanan", TidakBerwenang),
        ("staf_perencanaan", TidakDitemukan),
    ],
)
def test_only_the_own_unit_fills(sesi: Session, periode: Periode, siapa: str, salah: type[Kesalahan]) -> None:
    with pytest.raises(salah):
        simpan(sesi, periode, "Kepuasan", siapa, nilai="86")
    assert not sesi.execute(select(Realisasi)).first()


def test_staf_fills_what_was_forwarded_and_does_not_send(sesi: Session, periode: Periode) -> None:
    from kinerja.models.disposisi import Disposisi
    from kinerja.operations.disposisi.lihat import ambil

    kasi = orang_uji(sesi, "kasi_pelayanan")
    disposisi = ambil(sesi, sesi.execute(select(Disposisi.id)).scalar_one(), kasi)
    cabang = cabang_untuk(disposisi, jabatan_uji(sesi, "kasi_pelayanan"))
    staf = orang_uji(sesi, "staf_pelayanan")
    unit_id = indikator(sesi, "Kepuasan").unit_id
    assert "belum diteruskan" in hak_isi(sesi, periode, unit_id, staf).alasan
    disposisi_cabang.teruskan(
        sesi, cabang.id, kasi, OKTOBER, [(jabatan_uji(sesi, "staf_pelayanan").id, TENGGAT)]
    )
    hak = hak_isi(sesi, periode, unit_id, staf)
    assert (hak.isi, hak.kirim) == (True, False)
    assert simpan(sesi, periode, "Kepuasan", "staf_pelayanan", nilai="86").nilai == "86"
    with pytest.raises(TidakBerwenang):  # another triwulan was not forwarded
        simpan(sesi, triwulan_uji(sesi, 2), "Kepuasan", "staf_pelayanan", nilai="86")


def test_nothing_is_filled_before_the_data_is_asked_for(sesi: Session) -> None:
    bangun_pk(sesi)
    periode = triwulan_uji(sesi)
    with pytest.raises(BelumLengkap, match="belum diminta"):
        simpan(sesi, periode, "Kepuasan", "kasi_pelayanan", nilai="86")
    minta_data(sesi, 3)
    simpan(sesi, periode, "Kepuasan", "kasi_pelayanan", nilai="86")


def test_a_unit_outside_the_request_fills_once_the_first_step_is_done(
    sesi: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja.operations.tugas.periksa", lambda *_: ())
    monkeypatch.setattr("kinerja.operations.tugas.ATURAN", {})
    from kinerja.domain.periode import JenisPeriode

    bangun_pk(sesi)
    pertama = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    selesaikan(sesi, pertama.id, orang_uji(sesi, "kasubag_umum"), OKTOBER + timedelta(hours=1))
    assert simpan(sesi, triwulan_uji(sesi), "Kepuasan", "kasi_pelayanan", nilai="86").nilai == "86"


def test_only_a_triwulan_and_an_indicator_of_the_pk_in_force(sesi: Session, periode: Periode) -> None:
    kasi = orang_uji(sesi, "kasi_pelayanan")
    semester = sesi.execute(select(Periode).where(Periode.jenis == "semester").limit(1)).scalar_one()
    for periode_id, kartu in ((semester.id, 1), (10**17, 1), (periode.id, 10**17)):
        with pytest.raises(TidakDitemukan):
            simpan_realisasi(sesi, periode_id, kartu, Ketikan("1"), kasi, OKTOBER)
        with pytest.raises(TidakDitemukan):
            simpan_anggaran(sesi, periode_id, kartu, "1", kasi, OKTOBER)

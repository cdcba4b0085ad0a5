"""Disposisi: who may give one to whom, agenda numbers, branches, who sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Hasil, Sifat
from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.disposisi import CabangDisposisi, Disposisi, PenyelesaianCabang
from kinerja.models.kantor import kantor
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.disposisi import cabang as verba
from kinerja.operations.disposisi.lihat import ambil, ambil_cabang, lihat
from kinerja.operations.disposisi.permintaan import selesaikan_cabang_unit
from kinerja.operations.disposisi.verba import buat_disposisi
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.tugas import pekerjaan
from kinerja.operations.tugas import selesaikan as selesaikan_tugas
from tests.data_uji_disposisi import (
    OKTOBER,
    TENGGAT,
    bebas,
    cabang_untuk,
    jabatan_uji,
    minta_data,
    tugas_uji,
)
from tests.data_uji_pk import PELAYANAN, bangun_pk
from tests.kantor_uji import orang_uji


def catatan_akhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def buat(sesi: Session, dari: str, kepada: str, **ubah: Any) -> Disposisi:
    isi: dict[str, Any] = {
        "hal": "Hal uji",
        "sifat": Sifat.BIASA,
        "instruksi": [],
        "catatan": "",
        "penerima": [(jabatan_uji(sesi, kepada).id, None)],
    }
    return buat_disposisi(sesi, orang_uji(sesi, dari), OKTOBER, **{**isi, **ubah})


def test_a_disposisi_has_a_branch_each_and_one_audit_row(sesi: Session) -> None:
    sebelum = sesi.execute(select(func.count()).select_from(Catatan)).scalar_one()
    d = bebas(sesi, "camat", "kasi_pmd", "kasi_kesos")
    assert {c.penerima_id for c in d.cabang} == {
        jabatan_uji(sesi, "kasi_pmd").id,
        jabatan_uji(sesi, "kasi_kesos").id,
    }
    assert all(c.tenggat == TENGGAT and c.dibuat_pada == OKTOBER for c in d.cabang)
    assert (d.pemberi_jabatan_nama, d.atas_nama_id, d.tugas_id) == ("Camat", None, None)
    assert sesi.execute(select(func.count()).select_from(Catatan)).scalar_one() == sebelum + 1
    akhir = catatan_akhir(sesi)
    assert (akhir.tindakan, akhir.objek) == ("buat_disposisi", f"disposisi:{d.id}")
    assert "Rapat persiapan Musrenbang" in akhir.uraian
    assert periksa_rantai(sesi) is None


def test_agenda_numbers_are_gapless_per_year_of_the_office(sesi: Session) -> None:
    assert [bebas(sesi, "camat", "kasi_pmd").nomor_agenda for _ in range(3)] == [1, 2, 3]
    with pytest.raises(MasukanSalah):
        buat(sesi, "camat", "kasi_pmd", hal=" ")
    assert bebas(sesi, "sekretaris", "kasubag_umum").nomor_agenda == 4
    malam_tahun_baru = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)  # 1 January 00.30 WIB
    baru = buat_disposisi(
        sesi,
        orang_uji(sesi, "camat"),
        malam_tahun_baru,
        hal="Tahun baru",
        sifat=Sifat.BIASA,
        instruksi=[],
        catatan="",
        penerima=[(jabatan_uji(sesi, "sekretaris").id, None)],
    )
    assert (baru.tahun, baru.nomor_agenda) == (2027, 1)


@pytest.mark.parametrize(
    ("dari", "kepada"),
    [
        ("kasi_pmd", "camat"),
        ("kasi_pmd", "kasi_kesos"),
        ("kasubag_umum", "kasi_pmd"),
        ("sekretaris", "kasi_pmd"),
        ("camat", "camat"),
        ("camat", "admin"),
    ],
)
def test_a_free_disposisi_goes_down_the_structure_only(sesi: Session, dari: str, kepada: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        buat(sesi, dari, kepada)
    assert salah.value.medan == "penerima"
    assert not sesi.execute(select(Disposisi)).first()


@pytest.mark.parametrize(
    ("dari", "kepada"), [("camat", "staf_pelayanan"), ("sekretaris", "staf_perencanaan")]
)
def test_it_may_skip_a_level(sesi: Session, dari: str, kepada: str) -> None:
    assert buat(sesi, dari, kepada).cabang[0].penerima_id == jabatan_uji(sesi, kepada).id


@pytest.mark.parametrize("siapa", ["staf_pelayanan", "admin"])
def test_staf_and_admin_give_none(sesi: Session, siapa: str) -> None:
    with pytest.raises(TidakBerwenang):
        buat(sesi, siapa, "staf_perencanaan")


@pytest.mark.parametrize(
    ("ubah", "medan"),
    [
        ({"hal": "x" * 501}, "hal"),
        ({"catatan": "x" * 20_001}, "catatan"),
        ({"nomor_surat": "x" * 501}, "nomor_surat"),
        ({"surat_dari": "x" * 501}, "surat_dari"),
        ({"instruksi": ["Bakar"]}, "instruksi"),
        ({"penerima": []}, "penerima"),
        ({"penerima": [(9999, None)]}, "penerima"),
    ],
)
def test_wrong_input_names_its_field(sesi: Session, ubah: dict[str, Any], medan: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        buat(sesi, "camat", "kasi_pmd", **ubah)
    assert salah.value.medan == medan


def test_nobody_is_chosen_twice(sesi: Session) -> None:
    j = jabatan_uji(sesi, "kasi_pmd").id
    with pytest.raises(MasukanSalah, match="dua kali"):
        buat(sesi, "camat", "kasi_pmd", penerima=[(j, None), (j, TENGGAT)])


def test_a_post_that_is_closed_takes_none(sesi: Session) -> None:
    jabatan_uji(sesi, "kasi_pmd").aktif = False
    with pytest.raises(MasukanSalah):
        buat(sesi, "camat", "kasi_pmd")


# --- put out by a step -------------------------------------------------------------------------------


def test_step_1_asks_the_heads_and_prints_a_n_sekretaris(sesi: Session) -> None:
    bangun_pk(sesi)
    d = minta_data(sesi)
    assert d.atas_nama_id == jabatan_uji(sesi, "sekretaris").id
    assert len(d.cabang) == 6
    assert d.pemberi_jabatan_nama == "Kasubag Umum dan Kepegawaian"


def test_the_office_may_choose_a_n_camat(sesi: Session) -> None:
    bangun_pk(sesi)
    kantor(sesi).atas_nama = "camat"
    assert minta_data(sesi).atas_nama_id == jabatan_uji(sesi, "camat").id


def test_only_the_holder_of_the_open_step_puts_one_out(sesi: Session) -> None:
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    with pytest.raises(TidakBerwenang):
        buat(sesi, "kasubag_perencanaan", "kasi_pmd", tugas=tugas)
    kedua = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "2")
    with pytest.raises(BelumLengkap):
        buat(sesi, "kasubag_perencanaan", "kasi_pmd", tugas=kedua)


def test_step_1_goes_to_heads_of_units_only(sesi: Session) -> None:
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    for kepada in ("camat", "sekretaris", "staf_pelayanan"):
        with pytest.raises(MasukanSalah) as salah:
            buat(sesi, "kasubag_umum", kepada, tugas=tugas)
        assert salah.value.medan == "penerima"


def test_a_completed_step_puts_out_no_more(sesi: Session) -> None:
    bangun_pk(sesi)
    minta_data(sesi)
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    selesaikan_tugas(sesi, tugas.id, orang_uji(sesi, "kasubag_umum"), OKTOBER)
    with pytest.raises(SudahDikerjakan):
        minta_data(sesi)


def test_step_7_passes_the_draft_to_the_sekretaris_a_n_camat(sesi: Session) -> None:
    tugas = tugas_uji(sesi, JenisPeriode.SEMESTER, 1, "7")
    tugas.dibuka_pada = OKTOBER
    d = buat(sesi, "kasubag_perencanaan", "sekretaris", tugas=tugas)
    assert d.atas_nama_id == jabatan_uji(sesi, "camat").id
    with pytest.raises(MasukanSalah):
        buat(sesi, "kasubag_perencanaan", "kasi_pmd", tugas=tugas)


# --- branches ----------------------------------------------------------------------------------------


def test_the_first_look_of_the_holder_marks_it_read_without_an_act(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pmd")
    c = ambil_cabang(sesi, d.cabang[0].id, orang_uji(sesi, "kasi_pmd"))
    jumlah = catatan_akhir(sesi).seq
    assert not lihat(c, orang_uji(sesi, "camat"), OKTOBER)
    assert lihat(c, orang_uji(sesi, "kasi_pmd"), OKTOBER)
    assert not lihat(c, orang_uji(sesi, "kasi_pmd"), OKTOBER + timedelta(hours=1))
    assert (c.dibaca_pada, catatan_akhir(sesi).seq) == (OKTOBER, jumlah)


def test_finishing_one_branch_closes_no_other(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pmd", "kasi_kesos")
    pmd, kesos = (cabang_untuk(d, jabatan_uji(sesi, k)) for k in ("kasi_pmd", "kasi_kesos"))
    selesai = verba.selesaikan(sesi, pmd.id, orang_uji(sesi, "kasi_pmd"), OKTOBER, balasan="Sudah hadir")
    assert (pmd.penyelesaian_id, kesos.penyelesaian_id) == (selesai.id, None)
    assert (selesai.hasil, selesai.balasan, selesai.jabatan_nama) == (
        Hasil.SELESAI,
        "Sudah hadir",
        "Kasi Pemberdayaan Masyarakat",
    )
    assert pmd.dibaca_pada == OKTOBER
    assert (catatan_akhir(sesi).tindakan, catatan_akhir(sesi).objek) == (
        "selesaikan_disposisi",
        f"cabang:{pmd.id}",
    )
    assert not [b for b in isi_kotak(sesi, orang_uji(sesi, "kasi_pmd"), OKTOBER) if b.jenis == "disposisi"]
    assert [b for b in isi_kotak(sesi, orang_uji(sesi, "kasi_kesos"), OKTOBER) if b.jenis == "disposisi"]


def test_no_follow_up_needs_no_words_but_a_reply_does(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pmd", "kasi_kesos")
    satu, dua = d.cabang
    with pytest.raises(MasukanSalah) as salah:
        verba.selesaikan(sesi, satu.id, orang_uji(sesi, "kasi_pmd"), OKTOBER, balasan=" ")
    assert salah.value.medan == "balasan"
    hasil = verba.selesaikan(sesi, dua.id, orang_uji(sesi, "kasi_kesos"), OKTOBER, Hasil.TANPA_TINDAK_LANJUT)
    assert hasil.hasil is Hasil.TANPA_TINDAK_LANJUT
    assert catatan_akhir(sesi).tindakan == "tanpa_tindak_lanjut"


def test_forwarding_makes_a_child_and_leaves_the_own_branch_open(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pelayanan")
    induk = d.cabang[0]
    kasi, staf = orang_uji(sesi, "kasi_pelayanan"), jabatan_uji(sesi, "staf_pelayanan")
    (anak,) = verba.teruskan(sesi, induk.id, kasi, OKTOBER, [(staf.id, TENGGAT)], "Siapkan angkanya")
    assert (anak.induk_id, anak.pesan, anak.tenggat, anak.diteruskan_oleh_id) == (
        induk.id,
        "Siapkan angkanya",
        TENGGAT,
        kasi.pegawai_id,
    )
    assert induk.penyelesaian_id is None
    (masuk,) = isi_kotak(sesi, orang_uji(sesi, "staf_pelayanan"), OKTOBER)
    assert (masuk.tempat, masuk.keterangan) == (("cabang", anak.id), "Diteruskan oleh Kasi Pelayanan Umum")
    assert [b.keterangan for b in isi_kotak(sesi, kasi, OKTOBER)] == ["Dari Camat"]
    verba.selesaikan(sesi, induk.id, kasi, OKTOBER, balasan="selesai")
    assert anak.penyelesaian_id is None
    assert periksa_rantai(sesi) is None


@pytest.mark.parametrize("kepada", ["camat", "kasi_pelayanan", "kasi_kesos", "staf_perencanaan"])
def test_forwarding_goes_to_subordinates_only(sesi: Session, kepada: str) -> None:
    d = bebas(sesi, "camat", "kasi_pelayanan")
    with pytest.raises(MasukanSalah) as salah:
        verba.teruskan(
            sesi,
            d.cabang[0].id,
            orang_uji(sesi, "kasi_pelayanan"),
            OKTOBER,
            [(jabatan_uji(sesi, kepada).id, None)],
        )
    assert salah.value.medan == "penerima"


def test_forwarding_twice_to_the_same_post_is_refused(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pelayanan")
    kasi, staf = orang_uji(sesi, "kasi_pelayanan"), jabatan_uji(sesi, "staf_pelayanan").id
    assert [j for j, _ in verba.dapat_diteruskan(sesi, d.cabang[0], kasi)] == [staf]
    verba.teruskan(sesi, d.cabang[0].id, kasi, OKTOBER, [(staf, None)])
    assert not verba.dapat_diteruskan(sesi, d.cabang[0], kasi)
    with pytest.raises(MasukanSalah, match="Staf Pelayanan"):
        verba.teruskan(sesi, d.cabang[0].id, kasi, OKTOBER, [(staf, None)])


def _selesai(sesi: Session, cabang: int) -> None:
    verba.selesaikan(sesi, cabang, orang_uji(sesi, "kasi_pelayanan"), OKTOBER, balasan="ya")


def _terus(sesi: Session, cabang: int) -> None:
    staf = jabatan_uji(sesi, "staf_pelayanan").id
    verba.teruskan(sesi, cabang, orang_uji(sesi, "kasi_pelayanan"), OKTOBER, [(staf, None)])


def _batal(sesi: Session, cabang: int) -> None:
    verba.batalkan(sesi, cabang, orang_uji(sesi, "camat"), OKTOBER)


@pytest.mark.parametrize("lagi", [_selesai, _terus, _batal])
def test_an_ended_branch_tells_who_ended_it(sesi: Session, lagi: Callable[[Session, int], None]) -> None:
    d = bebas(sesi, "camat", "kasi_pelayanan")
    _selesai(sesi, d.cabang[0].id)
    with pytest.raises(SudahDikerjakan, match=r"Kasi Pelayanan Umum Uji .* pukul 09\.00"):
        lagi(sesi, d.cabang[0].id)
    assert len(sesi.execute(select(PenyelesaianCabang)).all()) == 1


def test_an_unread_branch_can_be_cancelled_by_its_giver(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pelayanan", "kasi_pmd")
    c = cabang_untuk(d, jabatan_uji(sesi, "kasi_pelayanan"))
    _batal(sesi, c.id)
    assert c.dibatalkan_pada == OKTOBER
    assert catatan_akhir(sesi).tindakan == "batalkan_disposisi"
    assert not isi_kotak(sesi, orang_uji(sesi, "kasi_pelayanan"), OKTOBER)
    with pytest.raises(TidakDitemukan):
        _selesai(sesi, c.id)
    with pytest.raises(SudahDikerjakan, match="dibatalkan"):
        _batal(sesi, c.id)


def test_a_read_branch_cannot_be_cancelled(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pelayanan")
    d.cabang[0].dibaca_pada = OKTOBER
    sesi.flush()
    with pytest.raises(SudahDikerjakan, match="Sudah dibaca"):
        _batal(sesi, d.cabang[0].id)


def test_a_child_is_cancelled_by_the_one_who_forwarded_it(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pelayanan")
    kasi, staf = orang_uji(sesi, "kasi_pelayanan"), jabatan_uji(sesi, "staf_pelayanan").id
    (anak,) = verba.teruskan(sesi, d.cabang[0].id, kasi, OKTOBER, [(staf, None)])
    with pytest.raises(TidakBerwenang):
        verba.batalkan(sesi, anak.id, orang_uji(sesi, "camat"), OKTOBER)
    assert verba.batalkan(sesi, anak.id, kasi, OKTOBER).dibatalkan_pada == OKTOBER


def test_another_recipient_may_look_but_not_act(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pmd", "kasi_kesos")
    with pytest.raises(TidakBerwenang, match="ada pada Kasi Pemberdayaan Masyarakat"):
        verba.selesaikan(
            sesi,
            cabang_untuk(d, jabatan_uji(sesi, "kasi_pmd")).id,
            orang_uji(sesi, "kasi_kesos"),
            OKTOBER,
            balasan="x",
        )


# --- who sees it -------------------------------------------------------------------------------------

SEMUA = (
    "camat",
    "sekretaris",
    "kasubag_umum",
    "kasubag_perencanaan",
    "kasi_pmd",
    "kasi_pelayanan",
    "staf_perencanaan",
    "staf_pelayanan",
    "admin",
)


def pembaca(sesi: Session, disposisi: Disposisi) -> set[str]:
    hasil = set()
    for siapa in SEMUA:
        try:
            ambil(sesi, disposisi.id, orang_uji(sesi, siapa))
        except TidakDitemukan:
            continue
        hasil.add(siapa)
    return hasil


def test_a_free_one_is_seen_by_its_chain_camat_and_sekretaris(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pelayanan")
    assert pembaca(sesi, d) == {"camat", "sekretaris", "kasi_pelayanan"}
    staf = jabatan_uji(sesi, "staf_pelayanan").id
    verba.teruskan(sesi, d.cabang[0].id, orang_uji(sesi, "kasi_pelayanan"), OKTOBER, [(staf, None)])
    assert pembaca(sesi, d) == {"camat", "sekretaris", "kasi_pelayanan", "staf_pelayanan"}


def test_one_of_a_step_is_seen_by_the_holders_of_steps_too(sesi: Session) -> None:
    d = buat(sesi, "kasubag_umum", "kasi_pmd", tugas=tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1"))
    pelaksana = {"camat", "sekretaris", "kasubag_umum", "kasubag_perencanaan", "staf_perencanaan"}
    assert pembaca(sesi, d) == pelaksana | {"kasi_pmd"}


def test_a_rahasia_one_is_seen_by_giver_recipients_camat_and_sekretaris(sesi: Session) -> None:
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    d = buat(sesi, "kasubag_umum", "kasi_pmd", tugas=tugas, sifat=Sifat.RAHASIA)
    assert pembaca(sesi, d) == {"camat", "sekretaris", "kasubag_umum", "kasi_pmd"}
    lain = bebas(sesi, "kasubag_perencanaan", "staf_perencanaan", sifat=Sifat.RAHASIA)
    assert pembaca(sesi, lain) == {"camat", "sekretaris", "kasubag_perencanaan", "staf_perencanaan"}


def test_the_audit_of_a_rahasia_one_carries_none_of_its_words(sesi: Session) -> None:
    """The admin reads the page of catatan."""
    d = bebas(
        sesi, "camat", "kasi_pelayanan", sifat=Sifat.RAHASIA, hal="Perkara terlarang", catatan="terlarang"
    )
    staf = jabatan_uji(sesi, "staf_pelayanan").id
    kasi = orang_uji(sesi, "kasi_pelayanan")
    verba.teruskan(sesi, d.cabang[0].id, kasi, OKTOBER, [(staf, None)], "pesan terlarang")
    verba.selesaikan(sesi, d.cabang[0].id, kasi, OKTOBER, balasan="balasan terlarang")
    for baris in sesi.execute(select(Catatan)).scalars():
        assert "terlarang" not in baris.uraian + baris.sesudah + baris.sebelum


def test_a_cancelled_recipient_no_longer_sees_it(sesi: Session) -> None:
    d = bebas(sesi, "camat", "kasi_pelayanan", "kasi_pmd", sifat=Sifat.RAHASIA)
    _batal(sesi, cabang_untuk(d, jabatan_uji(sesi, "kasi_pelayanan")).id)
    assert pembaca(sesi, d) == {"camat", "sekretaris", "kasi_pmd"}


# --- step 1 ------------------------------------------------------------------------------------------


def test_step_1_is_done_when_every_unit_has_its_branch(sesi: Session) -> None:
    bangun_pk(sesi)
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    umum = orang_uji(sesi, "kasubag_umum")
    with pytest.raises(BelumLengkap, match=r"Belum: .*Seksi Pelayanan Umum"):
        selesaikan_tugas(sesi, tugas.id, umum, OKTOBER)
    minta_data(sesi)
    (hasil,) = pekerjaan(sesi, tugas).hasil
    assert (hasil.ada, hasil.keterangan) == (True, "6 dari 6 unit sudah dimintai data.")
    assert selesaikan_tugas(sesi, tugas.id, umum, OKTOBER).tugas_id == tugas.id


def test_a_cancelled_branch_counts_as_not_asked(sesi: Session) -> None:
    bangun_pk(sesi)
    d = minta_data(sesi)
    c = cabang_untuk(d, jabatan_uji(sesi, "kasi_pelayanan"))
    verba.batalkan(sesi, c.id, orang_uji(sesi, "kasubag_umum"), OKTOBER)
    (hasil,) = pekerjaan(sesi, tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")).hasil
    assert not hasil.ada
    assert PELAYANAN in hasil.keterangan


def test_sending_the_laporan_progres_finishes_the_branch_of_the_unit(sesi: Session) -> None:
    bangun_pk(sesi)
    d = minta_data(sesi)
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    kasi, jabatan = orang_uji(sesi, "kasi_pelayanan"), jabatan_uji(sesi, "kasi_pelayanan")
    assert jabatan.unit_id is not None
    c = selesaikan_cabang_unit(sesi, tugas.periode_id, jabatan.unit_id, kasi, OKTOBER)
    assert c is not None and c.penerima_id == jabatan.id
    selesai = sesi.execute(select(PenyelesaianCabang)).scalar_one()
    assert (selesai.balasan, selesai.oleh_nama, selesai.hasil) == (
        "Laporan progres dikirim.",
        kasi.nama,
        Hasil.SELESAI,
    )
    assert selesaikan_cabang_unit(sesi, tugas.periode_id, jabatan.unit_id, kasi, OKTOBER) is None
    terbuka = sesi.execute(
        select(func.count()).where(
            CabangDisposisi.disposisi_id == d.id, CabangDisposisi.penyelesaian_id.is_(None)
        )
    ).scalar_one()
    assert terbuka == 5
    assert periksa_rantai(sesi) is None


def test_a_unit_without_a_head_or_a_request_is_left_alone(sesi: Session) -> None:
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    kasi = orang_uji(sesi, "kasi_pelayanan")
    unit = jabatan_uji(sesi, "kasi_pelayanan").unit_id or 0
    assert selesaikan_cabang_unit(sesi, tugas.periode_id, unit, kasi, OKTOBER) is None
    assert selesaikan_cabang_unit(sesi, tugas.periode_id, 999, kasi, OKTOBER) is None

"""Perjanjian Kinerja: writing, submitting, approving, changing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.models.catatan import Catatan
from kinerja.models.jabatan import Unit
from kinerja.models.kantor import kantor
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, Program, RencanaAksi, pk_berlaku
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.perjanjian_kinerja.baris import (
    IsianProgram,
    hapus_program,
    hapus_sasaran,
    tambah_program,
    tambah_sasaran,
    ubah_program,
    ubah_sasaran,
)
from kinerja.operations.perjanjian_kinerja.indikator import (
    IsianIndikator,
    KartuSalah,
    hapus_indikator,
    tambah_indikator,
    ubah_indikator,
)
from kinerja.operations.perjanjian_kinerja.periksa import kekurangan_pk, peringatan_pk
from kinerja.operations.perjanjian_kinerja.persetujuan import (
    ajukan_pk,
    buat_perubahan,
    cap_pengajuan,
    kembalikan_pk,
    riwayat_pk,
    setujui_pk,
)
from kinerja.operations.perjanjian_kinerja.salin import buat_pk_dari_tahun_lalu
from kinerja.operations.perjanjian_kinerja.verba import (
    IsianPihak,
    Keadaan,
    ambil_pk,
    buat_pk,
    keadaan,
    ubah_pihak,
)
from tests.data_uji_pk import PELAYANAN, bangun_pk
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 1, 12, 2, 0, tzinfo=UTC)


def penulis(sesi: Session):  # type: ignore[no-untyped-def]
    return orang_uji(sesi, "kasubag_perencanaan")


def unit_id(sesi: Session, nama: str = PELAYANAN) -> int:
    return sesi.execute(select(Unit.id).where(Unit.nama == nama)).scalar_one()


def isian(sesi: Session, **ubah: object) -> IsianIndikator:
    dasar = IsianIndikator(
        uraian="Indeks Kepuasan Masyarakat",
        satuan="Indeks",
        metode="positif",
        tipe="posisi_akhir",
        jenis_target="angka",
        unit_id=unit_id(sesi),
        target_tahun="85,5",
        target_tw4="85,5",
    )
    return replace(dasar, **ubah)  # type: ignore[arg-type]


def draf(sesi: Session) -> PerjanjianKinerja:
    """A draft that could be submitted."""
    pk = buat_pk(sesi, 2026, penulis(sesi), PADA)
    sasaran = tambah_sasaran(sesi, 2026, "Meningkatnya pelayanan", penulis(sesi), PADA)
    tambah_indikator(sesi, sasaran.id, isian(sesi), penulis(sesi), PADA)
    return ambil_pk(sesi, 2026, pk.versi)


def catatan_akhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def test_the_test_pk_covers_every_metode_tipe_and_jenis_target(sesi: Session) -> None:
    indikator = [i for s in bangun_pk(sesi).sasaran for i in s.indikator]
    assert {i.metode for i in indikator} == {"positif", "negatif_a", "negatif_b"}
    assert {i.tipe for i in indikator} == {"kumulatif", "posisi_akhir", "rata_rata"}
    assert {i.jenis_target for i in indikator} == {"angka", "rentang", "predikat"}
    assert len({i.unit.nama for i in indikator}) == 6
    assert all(i.rencana_aksi for i in indikator)
    assert kekurangan_pk(bangun_pk(sesi, 2027)) == ()


def test_a_new_draf_knows_the_camat_the_place_and_the_superior(sesi: Session) -> None:
    pk = buat_pk(sesi, 2026, penulis(sesi), PADA)
    assert (pk.versi, keadaan(pk), pk.nama) == (1, Keadaan.DRAF, "Perjanjian Kinerja 2026")
    assert pk.pihak_pertama_nama == "Camat Uji"
    assert pk.pihak_pertama_jabatan == "Camat Koto XI Tarusan"
    assert pk.pihak_kedua_jabatan == kantor(sesi).jabatan_atasan
    assert (pk.tempat, pk.tanggal) == ("Tarusan", date(2026, 1, 12))
    akhir = catatan_akhir(sesi)
    assert (akhir.tindakan, akhir.objek) == ("buat", f"perjanjian_kinerja:{pk.id}")


def test_a_year_has_one_first_version_within_sensible_years(sesi: Session) -> None:
    buat_pk(sesi, 2026, penulis(sesi), PADA)
    with pytest.raises(SudahDikerjakan):
        buat_pk(sesi, 2026, penulis(sesi), PADA)
    with pytest.raises(MasukanSalah):
        buat_pk(sesi, 1999, penulis(sesi), PADA)


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "kasi_pelayanan", "kasubag_umum", "admin"])
def test_only_the_kasubag_perencanaan_writes(sesi: Session, siapa: str) -> None:
    pk = draf(sesi)
    oleh = orang_uji(sesi, siapa)
    sasaran = pk.sasaran[0]
    indikator = sasaran.indikator[0]
    for coba in (
        lambda: buat_pk(sesi, 2027, oleh, PADA),
        lambda: tambah_sasaran(sesi, 2026, "x", oleh, PADA),
        lambda: ubah_sasaran(sesi, sasaran.id, "x", oleh, PADA),
        lambda: tambah_indikator(sesi, sasaran.id, isian(sesi), oleh, PADA),
        lambda: ubah_indikator(sesi, indikator.id, isian(sesi), oleh, PADA),
        lambda: hapus_indikator(sesi, indikator.id, oleh, PADA),
        lambda: ajukan_pk(sesi, 2026, oleh, PADA),
        lambda: buat_perubahan(sesi, 2026, "x", oleh, PADA),
    ):
        with pytest.raises(TidakBerwenang):
            coba()


def test_the_parties_are_changed_with_before_and_after_on_record(sesi: Session) -> None:
    pk = draf(sesi)
    pihak = IsianPihak(
        "Painan", date(2026, 2, 2), "Nama Lain", "Plt. Camat", "123", "Pembina", "Bupati X", "Bupati"
    )
    ubah_pihak(sesi, 2026, pihak, penulis(sesi), PADA)
    assert (pk.tempat, pk.pihak_pertama_nama, pk.pihak_pertama_nip) == ("Painan", "Nama Lain", "123")
    akhir = catatan_akhir(sesi)
    assert '"tempat":"Tarusan"' in akhir.sebelum
    assert '"tempat":"Painan"' in akhir.sesudah
    jumlah = sesi.execute(select(func.count(Catatan.seq))).scalar_one()
    ubah_pihak(sesi, 2026, pihak, penulis(sesi), PADA)
    assert sesi.execute(select(func.count(Catatan.seq))).scalar_one() == jumlah


@pytest.mark.parametrize(
    ("ketik", "jenis", "tersimpan"),
    [("1.234,56", "angka", "1234.56"), ("60–70", "rentang", "60..70"), ("bb", "predikat", "BB")],
)
def test_targets_are_typed_the_indonesian_way_and_stored_canonical(
    sesi: Session, ketik: str, jenis: str, tersimpan: str
) -> None:
    sasaran = draf(sesi).sasaran[0]
    kartu = isian(sesi, jenis_target=jenis, target_tahun=ketik, target_tw4=ketik, skala="C < B < BB < A")
    indikator = tambah_indikator(sesi, sasaran.id, kartu, penulis(sesi), PADA)
    assert (indikator.target_tahun, indikator.target_tw4, indikator.urut) == (tersimpan, tersimpan, 2)
    assert indikator.skala == (["C", "B", "BB", "A"] if jenis == "predikat" else None)
    assert f"Indikator 1.2 “{indikator.uraian}” ditambahkan." == catatan_akhir(sesi).uraian


def test_a_wrong_card_names_every_wrong_field_at_once(sesi: Session) -> None:
    sasaran = draf(sesi).sasaran[0]
    with pytest.raises(KartuSalah) as salah:
        tambah_indikator(
            sesi,
            sasaran.id,
            isian(sesi, uraian=" ", unit_id=None, metode="x", target_tahun="12.5", target_tw1="70-60"),
            penulis(sesi),
            PADA,
        )
    medan = {s.medan for s in salah.value.semua}
    assert medan == {"uraian", "unit_id", "metode", "target_tahun", "target_tw1"}
    assert sesi.execute(select(func.count(Indikator.id))).scalar_one() == 1


@pytest.mark.parametrize(
    ("ubah", "medan"),
    [
        ({"jenis_target": "predikat", "tipe": "kumulatif", "skala": "C < B", "target_tahun": "B"}, "tipe"),
        ({"jenis_target": "predikat", "skala": ""}, "skala"),
        ({"jenis_target": "predikat", "skala": "C < B", "target_tahun": "AA"}, "target_tahun"),
        ({"jenis_target": "rentang", "target_tahun": "60"}, "target_tahun"),
        ({"target_tahun": ""}, "target_tahun"),
        ({"satuan": "x" * 51}, "satuan"),
    ],
)
def test_a_card_that_could_not_be_worked_out_is_refused(
    sesi: Session, ubah: dict[str, str], medan: str
) -> None:
    sasaran = draf(sesi).sasaran[0]
    with pytest.raises(KartuSalah) as salah:
        tambah_indikator(sesi, sasaran.id, isian(sesi, **ubah), penulis(sesi), PADA)
    assert medan in {s.medan for s in salah.value.semua}


def test_a_changed_card_keeps_its_id_and_records_only_what_changed(sesi: Session) -> None:
    indikator = draf(sesi).sasaran[0].indikator[0]
    ubah_indikator(sesi, indikator.id, isian(sesi, target_tahun="90", target_tw4="90"), penulis(sesi), PADA)
    assert (indikator.target_tahun, indikator.target_tw4) == ("90", "90")
    akhir = catatan_akhir(sesi)
    assert akhir.sesudah == '{"target_tahun":"90","target_tw4":"90"}'


def test_removed_draft_lines_leave_a_record_and_no_gap_in_the_numbers(sesi: Session) -> None:
    sasaran = draf(sesi).sasaran[0]
    pertama = sasaran.indikator[0]
    kedua = tambah_indikator(sesi, sasaran.id, isian(sesi, uraian="Kedua"), penulis(sesi), PADA)
    hapus_indikator(sesi, pertama.id, penulis(sesi), PADA)
    assert kedua.urut == 1
    akhir = catatan_akhir(sesi)
    assert akhir.tindakan == "hapus_draf"
    assert "Indeks Kepuasan Masyarakat" in akhir.sebelum


def test_a_sasaran_with_lines_under_it_is_not_removed(sesi: Session) -> None:
    sasaran = draf(sesi).sasaran[0]
    with pytest.raises(BelumLengkap, match="indikator"):
        hapus_sasaran(sesi, sasaran.id, penulis(sesi), PADA)
    hapus_indikator(sesi, sasaran.indikator[0].id, penulis(sesi), PADA)
    program = tambah_program(
        sesi, sasaran.id, IsianProgram("P", "1.000", "APBD", unit_id(sesi)), penulis(sesi), PADA
    )
    with pytest.raises(BelumLengkap, match="program"):
        hapus_sasaran(sesi, sasaran.id, penulis(sesi), PADA)
    hapus_program(sesi, program.id, penulis(sesi), PADA)
    hapus_sasaran(sesi, sasaran.id, penulis(sesi), PADA)
    assert ambil_pk(sesi, 2026, 1).sasaran == []


def test_a_program_takes_rupiah_and_refuses_what_is_unclear(sesi: Session) -> None:
    sasaran = draf(sesi).sasaran[0]
    baru = IsianProgram("Program Pelayanan", "Rp125.000.000", "APBD", unit_id(sesi))
    program = tambah_program(sesi, sasaran.id, baru, penulis(sesi), PADA)
    assert program.pagu == Decimal(125_000_000)
    with pytest.raises(MasukanSalah) as salah:
        ubah_program(sesi, program.id, replace(baru, pagu="125,000,000"), penulis(sesi), PADA)
    assert salah.value.medan == "pagu"
    ubah_program(sesi, program.id, replace(baru, pagu="0"), penulis(sesi), PADA)
    assert program.pagu == 0


def test_lines_are_moved_among_their_siblings(sesi: Session) -> None:
    draf(sesi)
    for nama in ("Kedua", "Ketiga"):
        tambah_sasaran(sesi, 2026, nama, penulis(sesi), PADA)
    ketiga = ambil_pk(sesi, 2026, 1).sasaran[2]
    ubah_sasaran(sesi, ketiga.id, "Ketiga", penulis(sesi), PADA, urut=1)
    assert [s.uraian for s in ambil_pk(sesi, 2026, 1).sasaran] == [
        "Ketiga",
        "Meningkatnya pelayanan",
        "Kedua",
    ]


def test_an_empty_pk_cannot_be_submitted_and_says_all_that_is_missing(sesi: Session) -> None:
    pk = buat_pk(sesi, 2026, penulis(sesi), PADA)
    pk.tempat = ""
    with pytest.raises(BelumLengkap, match=r"Isi tempat.*satu sasaran"):
        ajukan_pk(sesi, 2026, penulis(sesi), PADA)
    tambah_sasaran(sesi, 2026, "Kosong", penulis(sesi), PADA)
    assert "Sasaran 1 belum mempunyai indikator." in kekurangan_pk(ambil_pk(sesi, 2026, 1))


def test_warnings_are_shown_and_do_not_block(sesi: Session) -> None:
    pk = draf(sesi)
    ubah_indikator(
        sesi,
        pk.sasaran[0].indikator[0].id,
        isian(sesi, satuan="Persen", target_tahun="120"),
        penulis(sesi),
        PADA,
    )
    pesan = " ".join(peringatan_pk(sesi, ambil_pk(sesi, 2026, 1)))
    assert "tidak sama dengan target tahun" in pesan
    assert "lebih dari 100" in pesan
    assert "belum mempunyai program" in pesan
    assert keadaan(ajukan_pk(sesi, 2026, penulis(sesi), PADA)) is Keadaan.DIAJUKAN


def test_a_submitted_pk_waits_for_camat_and_sekretaris_and_cannot_be_changed(sesi: Session) -> None:
    pk = draf(sesi)
    assert [b.judul for b in isi_kotak(sesi, penulis(sesi), PADA)] == [
        "Selesaikan draf Perjanjian Kinerja 2026"
    ]
    ajukan_pk(sesi, 2026, penulis(sesi), PADA)
    for siapa in ("camat", "sekretaris"):
        (butir,) = isi_kotak(sesi, orang_uji(sesi, siapa), PADA)
        assert (butir.jenis, butir.judul) == ("persetujuan", "Setujui Perjanjian Kinerja 2026")
        assert butir.tempat == ("perjanjian_kinerja", 2026)
    assert not [b for b in isi_kotak(sesi, penulis(sesi), PADA) if b.tempat[0] == "perjanjian_kinerja"]
    with pytest.raises(SudahDikerjakan, match="menunggu persetujuan"):
        ubah_sasaran(sesi, pk.sasaran[0].id, "lain", penulis(sesi), PADA)
    with pytest.raises(SudahDikerjakan):
        ajukan_pk(sesi, 2026, penulis(sesi), PADA)


def test_a_returned_pk_comes_back_to_the_kasubag_with_the_reason(sesi: Session) -> None:
    draf(sesi)
    ajukan_pk(sesi, 2026, penulis(sesi), PADA)
    with pytest.raises(MasukanSalah):
        kembalikan_pk(sesi, 2026, "  ", orang_uji(sesi, "sekretaris"), PADA)
    pk = kembalikan_pk(sesi, 2026, "target terlalu rendah", orang_uji(sesi, "sekretaris"), PADA)
    assert keadaan(pk) is Keadaan.DIKEMBALIKAN
    (butir,) = isi_kotak(sesi, penulis(sesi), PADA)
    assert butir.dikembalikan
    assert "target terlalu rendah" in butir.keterangan
    assert not isi_kotak(sesi, orang_uji(sesi, "camat"), PADA)
    ajukan_pk(sesi, 2026, penulis(sesi), PADA)
    assert pk.dikembalikan_alasan == ""
    assert [c.tindakan for c in riwayat_pk(sesi, pk)] == ["ajukan", "kembalikan", "ajukan"]


def test_only_camat_or_sekretaris_approve_and_only_once(sesi: Session) -> None:
    draf(sesi)
    with pytest.raises(SudahDikerjakan, match="sedang disusun"):
        setujui_pk(sesi, 2026, orang_uji(sesi, "camat"), PADA)
    ajukan_pk(sesi, 2026, penulis(sesi), PADA)
    for siapa in ("kasubag_perencanaan", "kasi_pelayanan", "admin"):
        with pytest.raises(TidakBerwenang):
            setujui_pk(sesi, 2026, orang_uji(sesi, siapa), PADA)
    pk = setujui_pk(sesi, 2026, orang_uji(sesi, "camat"), PADA)
    assert (pk.disetujui_oleh_nama, pk.disetujui_pada) == ("Camat Uji", PADA)
    with pytest.raises(SudahDikerjakan, match="disetujui oleh Camat Uji"):
        setujui_pk(sesi, 2026, orang_uji(sesi, "sekretaris"), PADA)
    berlaku = sesi.execute(pk_berlaku(2026)).scalar_one()
    assert berlaku.id == pk.id
    with pytest.raises(SudahDikerjakan, match="buat perubahan"):
        ubah_sasaran(sesi, berlaku.sasaran[0].id, "lain", penulis(sesi), PADA)
    assert periksa_rantai(sesi) is None


def test_nobody_approves_a_content_other_than_the_one_read(sesi: Session) -> None:
    draf(sesi)
    lama = cap_pengajuan(ajukan_pk(sesi, 2026, penulis(sesi), PADA))
    kembalikan_pk(sesi, 2026, "perbaiki", orang_uji(sesi, "sekretaris"), PADA)
    nanti = datetime(2026, 1, 13, 2, 0, tzinfo=UTC)
    baru = cap_pengajuan(ajukan_pk(sesi, 2026, penulis(sesi), nanti))
    with pytest.raises(SudahDikerjakan, match="diajukan lagi"):
        setujui_pk(sesi, 2026, orang_uji(sesi, "camat"), nanti, dibaca=lama)
    assert setujui_pk(sesi, 2026, orang_uji(sesi, "camat"), nanti, dibaca=baru).disetujui_pada == nanti


def test_a_perubahan_keeps_identities_and_leaves_the_approved_version_alone(sesi: Session) -> None:
    asal = bangun_pk(sesi)
    with pytest.raises(MasukanSalah):
        buat_perubahan(sesi, 2026, "", penulis(sesi), PADA)
    pk = buat_perubahan(sesi, 2026, "anggaran bergeser", penulis(sesi), PADA)
    assert (pk.versi, pk.nama, pk.tanggal) == (2, "Perjanjian Kinerja Perubahan ke-1 Tahun 2026", None)
    lama = {i.id: i for s in asal.sasaran for i in s.indikator}
    baru = [i for s in ambil_pk(sesi, 2026, 2).sasaran for i in s.indikator]
    assert {i.asal_id for i in baru} == set(lama)
    assert all(i.target_tahun == lama[i.identitas].target_tahun for i in baru)
    program = {p.identitas for s in ambil_pk(sesi, 2026, 2).sasaran for p in s.program}
    assert program == {p.id for s in asal.sasaran for p in s.program}
    with pytest.raises(SudahDikerjakan, match="masih berjalan"):
        buat_perubahan(sesi, 2026, "lagi", penulis(sesi), PADA)
    with pytest.raises(SudahDikerjakan, match="draf perubahan"):
        hapus_indikator(sesi, asal.sasaran[0].indikator[0].id, penulis(sesi), PADA)
    kartu = isian(sesi, target_tahun="87", target_tw4="87")
    ubah_indikator(sesi, baru[0].id, kartu, penulis(sesi), PADA)
    assert lama[baru[0].identitas].target_tahun == "85.5"
    assert sesi.execute(pk_berlaku(2026)).scalar_one().versi == 1


def test_an_approved_perubahan_takes_over_with_the_rencana_aksi(sesi: Session) -> None:
    bangun_pk(sesi)
    pk = buat_perubahan(sesi, 2026, "anggaran bergeser", penulis(sesi), PADA)
    baru = ambil_pk(sesi, 2026, 2)
    tambah_indikator(sesi, baru.sasaran[0].id, isian(sesi, uraian="Baru"), penulis(sesi), PADA)
    assert sesi.execute(select(func.count(RencanaAksi.id))).scalar_one() == 8
    pihak = IsianPihak(
        "Tarusan", date(2026, 7, 1), "Camat Uji", "Camat", "", "", pk.pihak_kedua_nama, "Bupati"
    )
    ubah_pihak(sesi, 2026, pihak, penulis(sesi), PADA)
    ajukan_pk(sesi, 2026, penulis(sesi), PADA)
    setujui_pk(sesi, 2026, orang_uji(sesi, "camat"), PADA)
    berlaku = sesi.execute(pk_berlaku(2026).execution_options(populate_existing=True)).scalar_one()
    assert berlaku.versi == 2
    tanpa = [i.uraian for s in berlaku.sasaran for i in s.indikator if not i.rencana_aksi]
    assert tanpa == ["Baru"]
    assert '"rencana_aksi_dibawa":8' in catatan_akhir(sesi).sesudah
    butir = [b.judul for b in isi_kotak(sesi, orang_uji(sesi, "kasi_pelayanan"), PADA)]
    assert butir == ["Isi rencana aksi 2026"]


def test_next_years_draf_can_start_from_this_years_content(sesi: Session) -> None:
    bangun_pk(sesi)
    nanti = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)
    pk = buat_pk_dari_tahun_lalu(sesi, 2027, penulis(sesi), nanti)
    isi = ambil_pk(sesi, 2027, 1)
    assert (isi.id, len(isi.sasaran)) == (pk.id, 4)
    assert all(i.asal_id is None for s in isi.sasaran for i in s.indikator)
    assert sesi.execute(select(func.count(Program.id))).scalar_one() == 12
    assert sesi.execute(select(func.count(RencanaAksi.id))).scalar_one() == 8


def test_a_card_holds_formula_frequency_medium_two_numbers_and_earlier_years(sesi: Session) -> None:
    pk = draf(sesi)
    satu = pk.sasaran[0].indikator[0]
    kartu = isian(
        sesi,
        rumus="Nagari baik dibagi semua nagari",
        frekuensi="Tiap triwulan",
        medium="Daftar periksa",
        pembilang="nagari baik",
        penyebut="nagari",
        pengali="1.000",
        standar_nasional="90",
        standar_sumber="Permendagri 1",
        riwayat=((2025, "80", "78,5"), (2024, "", "75"), (2023, "", "")),
    )
    ubah_indikator(sesi, satu.id, kartu, penulis(sesi), PADA)
    assert (satu.rumus, satu.frekuensi, satu.medium) == (kartu.rumus, "Tiap triwulan", "Daftar periksa")
    assert (satu.pembilang, satu.penyebut, satu.pengali, satu.standar_sumber) == (
        "nagari baik",
        "nagari",
        Decimal(1000),
        "Permendagri 1",
    )
    assert satu.riwayat == [
        {"tahun": 2024, "target": "", "realisasi": "75"},
        {"tahun": 2025, "target": "80", "realisasi": "78.5"},
    ]
    ubah_indikator(sesi, satu.id, replace(kartu, riwayat=((2025, "", ""),)), penulis(sesi), PADA)
    assert [lama["tahun"] for lama in satu.riwayat] == [2024]
    ubah_indikator(sesi, satu.id, replace(kartu, riwayat=None), penulis(sesi), PADA)
    assert [lama["tahun"] for lama in satu.riwayat] == [2024]
    with pytest.raises(KartuSalah) as salah:
        ubah_indikator(
            sesi, satu.id, replace(kartu, penyebut="", riwayat=((2025, "x", ""),)), penulis(sesi), PADA
        )
    assert {s.medan for s in salah.value.semua} == {"penyebut", "riwayat_target_2025"}

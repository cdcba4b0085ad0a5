"""The Excel round trip: what goes out comes back, and what comes back goes through the verbs."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.documents.xlsx.baca_anak import baca_buku
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.lembar_banding import BarisTerbaca, LembarTerbaca, SelTerbaca
from kinerja.domain.lembar_isian import BukuIsian, JenisBuku
from kinerja.models.catatan import Catatan
from kinerja.models.impor import Impor
from kinerja.models.jabatan import Unit
from kinerja.models.perjanjian_kinerja import Indikator, Program, RencanaAksi
from kinerja.models.realisasi import Realisasi, RealisasiAnggaran
from kinerja.operations.impor import verba as impor
from kinerja.operations.impor.sumber import Sumber
from kinerja.operations.realisasi.verba import Ketikan, simpan_realisasi
from tests.data_uji_disposisi import OKTOBER, minta_data
from tests.data_uji_excel import alamat_sel, lembar_excel
from tests.data_uji_pk import PELAYANAN, bangun_pk
from tests.data_uji_realisasi import isi_semua, triwulan_uji
from tests.kantor_uji import orang_uji


def terbaca(isi: bytes) -> tuple[LembarTerbaca, ...]:
    """The child's own reading, without a child."""
    return tuple(
        LembarTerbaca(
            d["nama"],
            d["tanda"],
            d["sidik"],
            tuple(d["judul"]),
            tuple(
                BarisTerbaca(b["nomor"], b["kunci"], tuple(SelTerbaca(*s) if s else None for s in b["sel"]))
                for b in d["baris"]
            ),
        )
        for d in baca_buku({}, [isi])[0]["lembar"]
    )


@pytest.fixture
def kasi(sesi: Session) -> Pelaku:
    bangun_pk(sesi)
    minta_data(sesi)
    return orang_uji(sesi, "kasi_pelayanan")


def unit(sesi: Session, nama: str = PELAYANAN) -> int:
    return sesi.execute(select(Unit.id).where(Unit.nama == nama)).scalar_one()


def sumber_tw3(sesi: Session) -> Sumber:
    return Sumber(JenisBuku.REALISASI, 2026, triwulan_uji(sesi).id, unit(sesi))


def kepuasan(sesi: Session) -> str:
    i = sesi.execute(select(Indikator.id).where(Indikator.uraian.contains("Kepuasan"))).scalar_one()
    return f"indikator:{i}"


def unggah(sesi: Session, sumber: Sumber, isi: bytes, oleh: Pelaku) -> Impor:
    return impor.periksa(sesi, sumber, terbaca(isi), "lembar.xlsx", "0" * 64, oleh, OKTOBER)


def pada(buku: BukuIsian, sesi: Session, **isi: object) -> dict[str, dict[str, object]]:
    kunci = kepuasan(sesi)
    return {"Indikator": {alamat_sel(buku, "Indikator", kunci, m): v for m, v in isi.items()}}


def test_what_is_typed_in_excel_is_shown_and_then_stored(sesi: Session, kasi: Pelaku) -> None:
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    program = sesi.execute(select(Program).where(Program.unit_id == sumber.unit_id)).scalar_one()
    ubah = pada(buku, sesi, nilai=84.28, hambatan="Antrean panjang")
    ubah["Anggaran"] = {alamat_sel(buku, "Anggaran", f"program:{program.id}", "anggaran"): "Rp12.500.000"}
    hasil = unggah(sesi, sumber, lembar_excel(buku, ubah), kasi)
    assert [(p["kolom"], p["lama"], p["baru"]) for p in hasil.isi["perubahan"]] == [
        ("Realisasi", "(kosong)", "84,28"),
        ("Hambatan", "(kosong)", "Antrean panjang"),
        ("Realisasi triwulan ini (Rp)", "(kosong)", "Rp12.500.000"),
    ]
    assert hasil.isi["salah"] == [] and not hasil.isi["basi"]
    assert sesi.execute(select(Realisasi)).first() is None
    sebelum = sesi.execute(select(func.max(Catatan.seq))).scalar_one()
    impor.terapkan(sesi, hasil.id, kasi, OKTOBER)
    baris = sesi.execute(select(Realisasi)).scalar_one()
    assert (baris.nilai, baris.hambatan) == ("84.28", "Antrean panjang")
    assert str(sesi.execute(select(RealisasiAnggaran.nilai)).scalar_one()) == "12500000"
    tindakan = sesi.execute(
        select(Catatan.tindakan).where(Catatan.seq > sebelum).order_by(Catatan.seq)
    ).scalars()
    assert list(tindakan) == ["isi_realisasi", "isi_anggaran", "impor_excel"]


def test_one_wrong_cell_and_nothing_can_be_applied(sesi: Session, kasi: Pelaku) -> None:
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    isi = lembar_excel(buku, pada(buku, sesi, nilai="84.28", tindak_lanjut="Tambah loket"))
    hasil = unggah(sesi, sumber, isi, kasi)
    (salah,) = hasil.isi["salah"]
    assert salah["alamat"] == alamat_sel(buku, "Indikator", kepuasan(sesi), "nilai")
    assert "belum jelas" in salah["pesan"]
    with pytest.raises(BelumLengkap):
        impor.terapkan(sesi, hasil.id, kasi, OKTOBER)
    assert sesi.execute(select(Realisasi)).first() is None


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        ("=1+1", "berisi rumus"),
        (True, "TRUE"),
        (OKTOBER.replace(tzinfo=None), "tanggal"),
        ("#REF!", "galat Excel"),
        (-5, "kurang dari nol"),
        (1 / 3, "4 angka di belakang koma"),
        (1e30, "terlalu besar"),
        ("1,234.5", "koma untuk ribuan"),
        ("85%", "tanpa tanda %"),
        ("delapan", "bukan angka"),
    ],
)
def test_what_is_no_plain_number_is_told_with_its_address(
    sesi: Session, kasi: Pelaku, nilai: object, kata: str
) -> None:
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    hasil = unggah(sesi, sumber, lembar_excel(buku, pada(buku, sesi, nilai=nilai)), kasi)
    (salah,) = hasil.isi["salah"]
    assert kata in salah["pesan"]
    assert salah["alamat"] == alamat_sel(buku, "Indikator", kepuasan(sesi), "nilai")


@pytest.mark.parametrize("tulisan", ["1.234,5", 1234.5, "1234,5"])
def test_the_same_number_is_read_however_it_is_written(sesi: Session, kasi: Pelaku, tulisan: object) -> None:
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    hasil = unggah(sesi, sumber, lembar_excel(buku, pada(buku, sesi, nilai=tulisan)), kasi)
    impor.terapkan(sesi, hasil.id, kasi, OKTOBER)
    assert sesi.execute(select(Realisasi.nilai)).scalar_one() == "1234.5"


def test_na_needs_its_reason_and_gives_way_to_a_figure(sesi: Session, kasi: Pelaku) -> None:
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    hasil = unggah(sesi, sumber, lembar_excel(buku, pada(buku, sesi, nilai="n/a")), kasi)
    assert "mengapa datanya tidak tersedia" in hasil.isi["salah"][0]["pesan"]
    isi = lembar_excel(buku, pada(buku, sesi, nilai="N/A", alasan_na="Survei belum selesai"))
    impor.terapkan(sesi, unggah(sesi, sumber, isi, kasi).id, kasi, OKTOBER)
    baris = sesi.execute(select(Realisasi)).scalar_one()
    assert (baris.na, baris.nilai, baris.alasan_na) == (True, None, "Survei belum selesai")
    buku = impor.buku(sesi, sumber, kasi)
    isi = lembar_excel(buku, pada(buku, sesi, nilai=86))
    impor.terapkan(sesi, unggah(sesi, sumber, isi, kasi).id, kasi, OKTOBER)
    baris = sesi.execute(select(Realisasi)).scalar_one()
    assert (baris.na, baris.nilai, baris.alasan_na) == (False, "86", "")


def test_context_is_not_to_be_changed(sesi: Session, kasi: Pelaku) -> None:
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    hasil = unggah(sesi, sumber, lembar_excel(buku, {"Indikator": {"E5": 1}}), kasi)
    assert hasil.isi["salah"][0]["alamat"] == "E5"
    assert "hanya keterangan" in hasil.isi["salah"][0]["pesan"]


def test_a_figure_that_changed_in_between_stops_everything(sesi: Session, kasi: Pelaku) -> None:
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    hasil = unggah(sesi, sumber, lembar_excel(buku, pada(buku, sesi, nilai=84)), kasi)
    nomor = int(kepuasan(sesi).partition(":")[2])
    simpan_realisasi(sesi, sumber.periode_id, nomor, Ketikan(nilai="80"), kasi, OKTOBER)
    with pytest.raises(SudahDikerjakan, match="sudah berubah"):
        impor.terapkan(sesi, hasil.id, kasi, OKTOBER)
    lagi = unggah(sesi, sumber, lembar_excel(buku, pada(buku, sesi, nilai=84)), kasi)
    assert lagi.isi["basi"]
    assert lagi.isi["perubahan"][0]["lama"] == "80"
    impor.terapkan(sesi, lagi.id, kasi, OKTOBER)
    assert sesi.execute(select(Realisasi.nilai)).scalar_one() == "84"


def test_an_import_is_applied_once_and_only_by_who_uploaded_it(sesi: Session, kasi: Pelaku) -> None:
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    hasil = unggah(sesi, sumber, lembar_excel(buku, pada(buku, sesi, nilai=84)), kasi)
    with pytest.raises(TidakDitemukan):
        impor.terapkan(sesi, hasil.id, orang_uji(sesi, "staf_pelayanan"), OKTOBER)
    impor.terapkan(sesi, hasil.id, kasi, OKTOBER)
    with pytest.raises(SudahDikerjakan):
        impor.terapkan(sesi, hasil.id, kasi, OKTOBER)


def test_a_unit_imports_only_its_own(sesi: Session, kasi: Pelaku) -> None:
    sumber = sumber_tw3(sesi)
    lain = orang_uji(sesi, "kasi_pmd")
    with pytest.raises(TidakDitemukan):
        impor.buku(sesi, sumber, lain)
    isi = lembar_excel(impor.buku(sesi, sumber, kasi))
    sendiri = Sumber(
        JenisBuku.REALISASI, 2026, sumber.periode_id, unit(sesi, "Seksi Pemberdayaan Masyarakat")
    )
    with pytest.raises(MasukanSalah, match="unit lain"):
        unggah(sesi, sendiri, isi, lain)
    with pytest.raises(TidakBerwenang, match="belum diteruskan"):
        impor.pastikan(sesi, sumber, orang_uji(sesi, "staf_pelayanan"))
    with pytest.raises(TidakBerwenang):
        impor.buku(sesi, Sumber(JenisBuku.PERJANJIAN_KINERJA, 2026), kasi)
    with pytest.raises(TidakBerwenang):
        impor.buku(sesi, Sumber(JenisBuku.RENCANA_AKSI, 2026, 0, sumber.unit_id), lain)


def test_what_was_sent_is_closed(sesi: Session, kasi: Pelaku) -> None:
    sumber = sumber_tw3(sesi)
    isi_semua(sesi, triwulan_uji(sesi))
    buku = impor.buku(sesi, sumber, kasi)
    assert all(b.terkunci for lembar in buku.lembar for b in lembar.baris)
    with pytest.raises(SudahDikerjakan, match="sudah dikirim"):
        unggah(sesi, sumber, lembar_excel(buku), kasi)


def test_targets_and_money_of_a_draft_change_through_the_card(sesi: Session) -> None:
    pk = bangun_pk(sesi, 2027, setujui=False)
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    sumber = Sumber(JenisBuku.PERJANJIAN_KINERJA, 2027)
    buku = impor.buku(sesi, sumber, oleh)
    satu, rentang = pk.sasaran[0].indikator
    program = pk.sasaran[0].program[0]
    kunci = (f"indikator:{satu.id}", f"indikator:{rentang.id}", f"program:{program.id}")
    definisi = satu.definisi
    ubah = {
        "Indikator": {
            alamat_sel(buku, "Indikator", kunci[0], "target_tahun"): 87.5,
            alamat_sel(buku, "Indikator", kunci[1], "target_tw4"): "15-25",
        },
        "Program": {alamat_sel(buku, "Program", kunci[2], "pagu"): 130000000},
        "Sasaran": {"C5": "Meningkatnya mutu pelayanan"},
    }
    hasil = unggah(sesi, sumber, lembar_excel(buku, ubah), oleh)
    assert hasil.isi["salah"] == [] and len(hasil.isi["perubahan"]) == 4
    impor.terapkan(sesi, hasil.id, oleh, OKTOBER)
    sesi.expire_all()
    assert sesi.get_one(Indikator, satu.id).target_tahun == "87.5"
    assert sesi.get_one(Indikator, satu.id).definisi == definisi
    assert sesi.get_one(Indikator, rentang.id).target_tw4 == "15..25"
    assert str(sesi.get_one(Program, program.id).pagu) == "130000000"


def test_an_approved_pk_takes_no_import(sesi: Session) -> None:
    bangun_pk(sesi)
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    sumber = Sumber(JenisBuku.PERJANJIAN_KINERJA, 2026)
    assert "sudah disetujui" in impor.halangan(sesi, sumber, oleh)
    with pytest.raises(SudahDikerjakan):
        unggah(sesi, sumber, lembar_excel(impor.buku(sesi, sumber, oleh)), oleh)


def test_activities_are_changed_and_added(sesi: Session, kasi: Pelaku) -> None:
    sumber = Sumber(JenisBuku.RENCANA_AKSI, 2026, 0, unit(sesi))
    buku = impor.buku(sesi, sumber, kasi)
    lama = next(b.kunci for b in buku.lembar[0].baris if b.kunci.startswith("aksi:"))
    baru = next(b.kunci for b in buku.lembar[0].baris if b.kunci.startswith("baru:"))

    def tempat(kunci: str, medan: str) -> str:
        return alamat_sel(buku, "Rencana aksi", kunci, medan)

    ubah = {
        tempat(lama, "target_tw2"): 2,
        tempat(baru, "kegiatan"): "Survei kepuasan",
        tempat(baru, "target_tw3"): "1 survei",
    }
    hasil = unggah(sesi, sumber, lembar_excel(buku, {"Rencana aksi": ubah}), kasi)
    assert [s["pesan"] for s in hasil.isi["salah"]] == ["Wajib diisi."]  # who does it
    ubah[tempat(baru, "pelaksana")] = "Staf"
    hasil = unggah(sesi, sumber, lembar_excel(buku, {"Rencana aksi": ubah}), kasi)
    impor.terapkan(sesi, hasil.id, kasi, OKTOBER)
    aksi = sesi.get_one(RencanaAksi, int(lama.partition(":")[2]))
    assert aksi.target_tw2 == "2"
    assert sesi.execute(select(RencanaAksi.pelaksana).where(RencanaAksi.kegiatan == "Survei kepuasan")).all()


def test_what_goes_out_untouched_changes_nothing(sesi: Session) -> None:
    bangun_pk(sesi)
    minta_data(sesi)
    bangun_pk(sesi, 2027, setujui=False)
    isi_semua(sesi, triwulan_uji(sesi), kirim=False)
    sesi.execute(select(Realisasi)).scalars().first().hambatan = "=SUM(A1)\n_x0041_ – \t“kutip”  dua"  # type: ignore[union-attr]
    sesi.flush()
    semua = [
        (Sumber(JenisBuku.PERJANJIAN_KINERJA, 2027), "kasubag_perencanaan"),
        (sumber_tw3(sesi), "kasi_pelayanan"),
        (Sumber(JenisBuku.RENCANA_AKSI, 2026, 0, unit(sesi)), "kasi_pelayanan"),
    ]
    for sumber, siapa in semua:
        oleh = orang_uji(sesi, siapa)
        hasil = unggah(sesi, sumber, lembar_excel(impor.buku(sesi, sumber, oleh)), oleh)
        assert (hasil.isi["perubahan"], hasil.isi["salah"], hasil.isi["basi"]) == ([], [], False)


def test_errors_come_in_the_order_of_the_sheet_and_wrong_cells_are_not_listed_as_changes(
    sesi: Session, kasi: Pelaku
) -> None:
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    isi = lembar_excel(buku, pada(buku, sesi, nilai="84.28", hambatan="=1", tindak_lanjut="Tambah loket"))
    hasil = unggah(sesi, sumber, isi, kasi)
    assert [s["alamat"] for s in hasil.isi["salah"]] == ["F5", "L5"]
    assert [p["alamat"] for p in hasil.isi["perubahan"]] == ["M5"]


def test_two_numbers_are_typed_where_the_card_divides_them(sesi: Session, kasi: Pelaku) -> None:
    i = sesi.execute(select(Indikator).where(Indikator.uraian.contains("Kepuasan"))).scalar_one()
    i.pembilang, i.penyebut = "warga yang puas", "warga yang ditanya"
    sesi.flush()
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    hasil = unggah(sesi, sumber, lembar_excel(buku, pada(buku, sesi, nilai=85)), kasi)
    assert "dihitung dari pembilang dan penyebut" in hasil.isi["salah"][0]["pesan"]
    hasil = unggah(sesi, sumber, lembar_excel(buku, pada(buku, sesi, pembilang=2, penyebut=3)), kasi)
    assert hasil.isi["salah"] == []
    impor.terapkan(sesi, hasil.id, kasi, OKTOBER)
    baris = sesi.execute(select(Realisasi)).scalar_one()
    assert (baris.pembilang, baris.penyebut) == ("2", "3")
    assert baris.nilai is not None and baris.nilai.startswith("66.66")
    buku = impor.buku(sesi, sumber, kasi)
    hasil = unggah(sesi, sumber, lembar_excel(buku), kasi)
    assert (hasil.isi["perubahan"], hasil.isi["salah"]) == ([], [])
    isi = lembar_excel(buku, pada(buku, sesi, nilai="n/a", alasan_na="Survei batal"))
    impor.terapkan(sesi, unggah(sesi, sumber, isi, kasi).id, kasi, OKTOBER)
    sesi.expire_all()
    baris = sesi.execute(select(Realisasi)).scalar_one()
    assert (baris.na, baris.nilai, baris.pembilang) == (True, None, None)


def test_a_stale_preview_shows_what_it_showed(sesi: Session, kasi: Pelaku) -> None:
    """A second upload leaves the first one's number alone: no tab applies what another tab shows."""
    sumber = sumber_tw3(sesi)
    buku = impor.buku(sesi, sumber, kasi)
    satu = unggah(sesi, sumber, lembar_excel(buku, pada(buku, sesi, nilai=84)), kasi)
    dua = unggah(sesi, sumber, lembar_excel(buku, pada(buku, sesi, nilai=85)), kasi)
    assert satu.id != dua.id
    impor.terapkan(sesi, dua.id, kasi, OKTOBER)
    with pytest.raises(SudahDikerjakan):
        impor.terapkan(sesi, satu.id, kasi, OKTOBER)

"""The realisasi page of a unit: saving parts by themselves, bukti, sending; as page and as fragment."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.perjanjian_kinerja import Indikator, Program
from kinerja.models.realisasi import Bukti, LaporanProgres, Realisasi, RealisasiAnggaran
from tests.data_uji_berkas import jpeg, pdf, png
from tests.data_uji_disposisi import minta_data
from tests.data_uji_pk import bangun_pk
from tests.data_uji_realisasi import triwulan_uji

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}


@dataclass(frozen=True)
class Tempat:
    periode: int
    kepuasan: int
    sakip: int
    program: int
    unit: int

    @property
    def isi(self) -> str:
        return f"/realisasi/{self.periode}"

    @property
    def indikator(self) -> str:
        return f"{self.isi}/indikator/{self.kepuasan}"

    @property
    def bukti(self) -> str:
        return f"{self.indikator}/bukti"

    @property
    def anggaran(self) -> str:
        return f"{self.isi}/program/{self.program}"

    @property
    def kirim(self) -> str:
        return f"{self.isi}/unit/{self.unit}/pengiriman"

    def medan(self, **isi: str) -> dict[str, str]:
        """Form fields of the first indicator, with its prefix."""
        return {f"i{self.kepuasan}-{k}": v for k, v in isi.items()}


@pytest.fixture
def tempat(aplikasi: Flask) -> Tempat:
    """Triwulan III, its data asked for."""
    with aplikasi.app_context():
        menulis.set(True)
        sesi = db.session()
        bangun_pk(sesi)
        minta_data(sesi)
        sesi.commit()
        kartu = sesi.execute(select(Indikator).where(Indikator.uraian.contains("Kepuasan"))).scalar_one()
        sakip = sesi.execute(select(Indikator).where(Indikator.uraian.contains("SAKIP"))).scalar_one()
        program = sesi.execute(select(Program).where(Program.unit_id == kartu.unit_id)).scalar_one()
        return Tempat(triwulan_uji(sesi).id, kartu.id, sakip.id, program.id, kartu.unit_id)


def semua(aplikasi: Flask, kelas: type) -> list:
    with aplikasi.app_context():
        return list(db.session.execute(select(kelas)).scalars())


def isi_arsip(aplikasi: Flask) -> list[Path]:
    akar = Path(aplikasi.config["DATA"]) / "arsip"
    return [p for p in akar.rglob("*") if p.is_file()]


def berkas(*isi: tuple[bytes, str], medan: str) -> dict[str, list[tuple[io.BytesIO, str]]]:
    return {medan: [(io.BytesIO(b), nama) for b, nama in isi]}


def test_the_page_shows_target_and_asks_for_the_figure(masuk: Masuk, tempat: Tempat) -> None:
    teks = masuk("kasi_pelayanan").get(tempat.isi).text
    assert "Realisasi Triwulan III 2026" in teks
    assert "1.1 Indeks Kepuasan Masyarakat" in teks
    assert "Target Triwulan III 2026" in teks and "86 Indeks" in teks
    assert "Kirim laporan progres" in teks
    assert "Jumlah lembaga" not in teks


def test_an_indicator_is_saved_by_itself_and_shows_its_capaian(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat
) -> None:
    klien = masuk("kasi_pelayanan")
    jawab = klien.post(tempat.indikator, data=tempat.medan(nilai="84,28", hambatan="Antrean <b>panjang</b>"))
    assert jawab.status_code == 303
    assert jawab.headers["Location"] == f"{tempat.isi}?unit={tempat.unit}#isian-{tempat.kepuasan}"
    (baris,) = semua(aplikasi, Realisasi)
    assert (baris.nilai, baris.hambatan) == ("84.28", "Antrean <b>panjang</b>")
    teks = klien.get(tempat.isi).text
    assert "98,00%" in teks
    assert "Antrean &lt;b&gt;panjang&lt;/b&gt;" in teks


def test_htmx_gets_only_the_card(masuk: Masuk, tempat: Tempat) -> None:
    jawab = masuk("kasi_pelayanan").post(tempat.indikator, data=tempat.medan(nilai="86"), headers=HTMX)
    assert jawab.status_code == 200
    assert jawab.text.lstrip().startswith(f'<section id="isian-{tempat.kepuasan}"')
    assert "Tersimpan." in jawab.text and "100,00%" in jawab.text
    assert "HX-Request" in jawab.headers["Vary"]


@pytest.mark.parametrize(
    ("nilai", "pesan"),
    [
        ("delapan puluh", "bukan angka yang dapat dibaca"),
        ("84.28", "belum jelas. Bila yang dimaksud desimal, tulis 84,28"),
        ("-1", "tidak boleh kurang dari nol"),
        ("1" * 90, "terlalu panjang"),
        ("1" * 300, "Paling"),
        ("<script>alert(1)</script>", "bukan angka"),
    ],
)
def test_a_wrong_figure_comes_back_with_a_sentence_and_all_that_was_typed(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat, nilai: str, pesan: str
) -> None:
    for kepala in ({}, HTMX):
        jawab = masuk("kasi_pelayanan").post(
            tempat.indikator, data=tempat.medan(nilai=nilai, hambatan="teks ini tetap"), headers=kepala
        )
        assert jawab.status_code == 422
        assert pesan in jawab.text
        assert "teks ini tetap" in jawab.text
        assert "<script>alert" not in jawab.text
    assert not semua(aplikasi, Realisasi)


def test_text_of_20_000_characters_fits_and_more_does_not(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat
) -> None:
    klien = masuk("kasi_pelayanan")
    jawab = klien.post(tempat.indikator, data=tempat.medan(nilai="86", hambatan="x" * 20_001))
    assert jawab.status_code == 422
    assert not semua(aplikasi, Realisasi)
    klien.post(tempat.indikator, data=tempat.medan(nilai="86", hambatan="x" * 20_000))
    assert len(semua(aplikasi, Realisasi)[0].hambatan) == 20_000


def test_a_stale_tab_learns_who_was_first_and_keeps_its_text(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat
) -> None:
    klien = masuk("kasi_pelayanan")
    klien.post(tempat.indikator, data=tempat.medan(nilai="86", dilihat=""))
    jawab = klien.post(tempat.indikator, data=tempat.medan(nilai="80", dilihat=""), headers=HTMX)
    assert jawab.status_code == 409
    assert "baru saja diubah oleh Kasi Pelayanan Umum Uji" in jawab.text
    assert 'value="80"' in jawab.text
    assert semua(aplikasi, Realisasi)[0].nilai == "86"
    dilihat = jawab.text.split(f'name="i{tempat.kepuasan}-dilihat"')[1].split('value="')[1].split('"')[0]
    klien.post(tempat.indikator, data=tempat.medan(nilai="80", dilihat=dilihat))
    assert semua(aplikasi, Realisasi)[0].nilai == "80"


def test_money_is_saved_by_itself(aplikasi: Flask, masuk: Masuk, tempat: Tempat) -> None:
    klien, medan = masuk("kasi_pelayanan"), f"p{tempat.program}-nilai"
    jawab = klien.post(tempat.anggaran, data={medan: "12.500.000"}, headers=HTMX)
    assert jawab.status_code == 200
    assert "Rp12.500.000" in jawab.text
    assert str(semua(aplikasi, RealisasiAnggaran)[0].nilai) == "12500000"
    jawab = klien.post(tempat.anggaran, data={medan: "12,5 juta"})
    assert jawab.status_code == 422
    assert 'value="12,5 juta"' in jawab.text
    jawab = klien.post(tempat.anggaran, data={medan: "999.000.000"}, headers=HTMX)
    assert "melebihi pagu" in jawab.text


def test_several_bukti_at_once_and_back_as_a_download(aplikasi: Flask, masuk: Masuk, tempat: Tempat) -> None:
    klien = masuk("kasi_pelayanan")
    jawab = klien.post(
        tempat.bukti,
        data=berkas((jpeg(), "foto rapat.jpg"), (pdf(), "Rekap SKM.pdf"), medan=f"b{tempat.kepuasan}-bukti"),
        headers=HTMX,
    )
    assert jawab.status_code == 200
    assert jawab.text.lstrip().startswith(f'<section id="bukti-{tempat.kepuasan}"')
    assert "foto rapat.jpg" in jawab.text and "Rekap SKM.pdf" in jawab.text
    assert len(semua(aplikasi, Bukti)) == 2
    satu = semua(aplikasi, Berkas)[1]
    unduh = masuk("camat").get(f"/berkas/{satu.id}", buffered=True)
    assert unduh.data == pdf()
    assert unduh.headers["Content-Disposition"] == 'attachment; filename="Rekap SKM.pdf"'
    assert unduh.headers["Content-Type"] == "application/pdf"
    assert unduh.headers["X-Content-Type-Options"] == "nosniff"
    assert unduh.headers["Content-Security-Policy"].startswith("sandbox;")
    assert unduh.headers["Cache-Control"] == "no-store"
    assert masuk("admin").get(f"/berkas/{satu.id}").status_code == 404
    akhir = semua(aplikasi, Catatan)[-1]
    assert akhir.tindakan == "unggah_bukti"


@pytest.mark.parametrize(
    ("isi", "nama", "pesan"),
    [
        (b"", "kosong.pdf", "kosong"),
        (b"MZ\x90", "laporan.pdf", "bukan PDF"),
        (b"<svg onload=alert(1)>", "gambar.svg", "tidak diterima"),
        (pdf()[:-300], "putus.pdf", "rusak"),
        (b"", "", "Pilih berkasnya dahulu"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_leaves_nothing(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat, isi: bytes, nama: str, pesan: str
) -> None:
    awal = len(isi_arsip(aplikasi))
    jawab = masuk("kasi_pelayanan").post(
        tempat.bukti, data=berkas((isi, nama), medan=f"b{tempat.kepuasan}-bukti")
    )
    assert jawab.status_code == 422
    assert pesan in jawab.text
    assert not semua(aplikasi, Bukti) and not semua(aplikasi, Berkas)
    assert len(isi_arsip(aplikasi)) == awal


def test_one_refused_file_refuses_all_by_name(aplikasi: Flask, masuk: Masuk, tempat: Tempat) -> None:
    jawab = masuk("kasi_pelayanan").post(
        tempat.bukti,
        data=berkas((png(), "baik.png"), (b"x", "jelek.exe"), medan=f"b{tempat.kepuasan}-bukti"),
        headers=HTMX,
    )
    assert jawab.status_code == 422
    assert "“jelek.exe”: Berkas berakhiran .exe tidak diterima" in jawab.text
    assert not semua(aplikasi, Bukti)


def test_a_wrong_bukti_is_withdrawn_with_a_reason_and_stays_visible(
    aplikasi: Flask, masuk: Masuk, tempat: Tempat
) -> None:
    klien = masuk("kasi_pelayanan")
    klien.post(tempat.bukti, data=berkas((png(), "a.png"), medan=f"b{tempat.kepuasan}-bukti"))
    (satu,) = semua(aplikasi, Bukti)
    url = f"{tempat.bukti}/{satu.id}/pencabutan"
    assert klien.post(url, data={f"c{satu.id}-alasan": ""}).status_code == 422
    jawab = klien.post(url, data={f"c{satu.id}-alasan": "foto kegiatan lain"}, headers=HTMX)
    assert jawab.status_code == 200
    assert "<s>a.png</s>" in jawab.text and "foto kegiatan lain" in jawab.text
    assert semua(aplikasi, Bukti)[0].dicabut_pada is not None
    jawab = klien.post(url, data={f"c{satu.id}-alasan": "lagi"})
    assert jawab.status_code == 409
    assert masuk("kasi_pmd").post(url, data={f"c{satu.id}-alasan": "x"}).status_code == 404


def test_sending_asks_for_what_is_missing_then_locks(aplikasi: Flask, masuk: Masuk, tempat: Tempat) -> None:
    klien = masuk("kasi_pelayanan")
    jawab = klien.post(tempat.kirim, data={"catatan": "catatan tetap"})
    assert jawab.status_code == 422
    assert "Masih kosong: indikator 1.1, indikator 1.2, anggaran program 1.1." in jawab.text
    assert "catatan tetap" in jawab.text
    with aplikasi.app_context():
        waktu = db.session.execute(
            select(Indikator).where(Indikator.uraian.contains("Waktu rata"))
        ).scalar_one()
    klien.post(tempat.indikator, data=tempat.medan(nilai="86"))
    klien.post(
        f"{tempat.isi}/indikator/{waktu.id}",
        data={f"i{waktu.id}-na": "y", f"i{waktu.id}-alasan_na": "Alat ukur rusak"},
    )
    klien.post(tempat.anggaran, data={f"p{tempat.program}-nilai": "0"})
    kesiapan = klien.get(f"{tempat.isi}/unit/{tempat.unit}/kesiapan", headers=HTMX).text
    assert "3 dari 3 sudah diisi" in kesiapan and "Belum berbukti: indikator 1.1" in kesiapan
    jawab = klien.post(tempat.kirim, data={}, headers=HTMX)
    assert jawab.status_code == 422
    assert "Indikator 1.1 belum punya bukti" in jawab.text
    jawab = klien.post(tempat.kirim, data={"tanpa_bukti": "y", "catatan": "Bukti menyusul"})
    assert (jawab.status_code, jawab.headers["Location"]) == (303, "/")
    (laporan,) = semua(aplikasi, LaporanProgres)
    assert (laporan.catatan, laporan.dikirim_oleh_nama) == ("Bukti menyusul", "Kasi Pelayanan Umum Uji")
    teks = klien.get(tempat.isi).text
    assert "Sudah dikirim oleh Kasi Pelayanan Umum Uji" in teks
    assert "Simpan" not in teks
    jawab = klien.post(tempat.indikator, data=tempat.medan(nilai="1", hambatan="terlambat"), headers=HTMX)
    assert jawab.status_code == 409
    assert "sudah dikirim oleh" in jawab.text and "terlambat" in jawab.text


def test_staf_reads_until_it_is_forwarded(masuk: Masuk, tempat: Tempat) -> None:
    klien = masuk("staf_pelayanan")
    teks = klien.get(tempat.isi).text
    assert "belum diteruskan kepada Anda" in teks
    assert "Kirim laporan progres" not in teks
    assert klien.post(tempat.indikator, data=tempat.medan(nilai="86")).status_code == 403
    assert klien.post(tempat.kirim).status_code == 403


def test_other_roles_and_other_units_are_refused(aplikasi: Flask, masuk: Masuk, tempat: Tempat) -> None:
    data = tempat.medan(nilai="86")
    for siapa, status in (
        ("camat", 403),
        ("sekretaris", 403),
        ("admin", 403),
        ("kasi_pmd", 404),
        ("kasubag_perencanaan", 404),
    ):
        klien = masuk(siapa)
        assert klien.post(tempat.indikator, data=data).status_code == status
        assert klien.post(tempat.anggaran, data={}).status_code == status
        assert klien.post(tempat.bukti, data={}).status_code == status
        assert klien.post(tempat.kirim).status_code == status
    assert not semua(aplikasi, Realisasi)


def test_a_unit_without_indicators_is_told_so(masuk: Masuk, tempat: Tempat) -> None:
    assert "tidak punya indikator" in masuk("kasubag_umum").get(tempat.isi).text


def test_the_predicate_is_chosen_from_its_scale(aplikasi: Flask, masuk: Masuk, tempat: Tempat) -> None:
    klien, url = masuk("kasubag_perencanaan"), f"{tempat.isi}/indikator/{tempat.sakip}"
    assert '<option value="BB">BB</option>' in klien.get(tempat.isi).text
    assert klien.post(url, data={f"i{tempat.sakip}-nilai": "ZZ"}).status_code == 422
    klien.post(url, data={f"i{tempat.sakip}-nilai": "BB"})
    assert semua(aplikasi, Realisasi)[0].nilai == "BB"


def test_get_does_not_change_anything(masuk: Masuk, tempat: Tempat) -> None:
    klien = masuk("kasi_pelayanan")
    for url in (tempat.indikator, tempat.anggaran, tempat.bukti, tempat.kirim):
        assert klien.get(url).status_code == 405


def test_the_list_of_triwulan_leads_on(masuk: Masuk, tempat: Tempat) -> None:
    assert tempat.isi in masuk("kasi_pelayanan").get("/realisasi/").text
    teks = masuk("camat").get("/realisasi/").text
    assert f"/laporan-progres/{tempat.periode}" in teks and f'href="{tempat.isi}"' not in teks


def test_only_a_triwulan_has_a_page(masuk: Masuk, tempat: Tempat) -> None:
    klien = masuk("kasi_pelayanan")
    for nomor in (5, 999_999, 10**17):
        assert klien.get(f"/realisasi/{nomor}").status_code == 404
        assert klien.get(f"/laporan-progres/{nomor}").status_code == 404

"""Every table of figures as a workbook: numbers stay numbers, words stay words, nobody sees more than before."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.models import db
from kinerja.models.laporan import Laporan
from kinerja.operations.laporan.verba import isi_laporan, laporan_kini
from tests.web.conftest import KantorPenuh, Masuk

JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ALAMAT = (
    "/tabel/laporan/{tw1}",
    "/tabel/laporan/{sem2}",
    "/tabel/laporan/{tahunan}",
    "/tabel/laporan-progres/{tw3}",
    "/tabel/perjanjian-kinerja/{tahun}",
    "/tabel/rencana-aksi/{tahun}",
    "/tabel/arsip",
    "/tabel/catatan",
    "/tabel/disposisi",
)


def buku(penuh: KantorPenuh, masuk: Masuk, alamat: str, siapa: str = "sekretaris") -> openpyxl.Workbook:
    jawab = masuk(siapa).get(penuh.alamat(alamat))
    assert jawab.status_code == 200
    assert jawab.content_type == JENIS
    assert "attachment" in jawab.headers["Content-Disposition"]
    return openpyxl.load_workbook(io.BytesIO(jawab.data))


def baris(ws: Worksheet) -> list[dict[str, object]]:
    """The rows under the head, by column title."""
    semua = list(ws.iter_rows(values_only=True))
    kepala = next(ke for ke, b in enumerate(semua) if ke > 2 and b[1] is not None)
    judul = [str(j) for j in semua[kepala]]
    return [dict(zip(judul, b, strict=True)) for b in semua[kepala + 1 :] if any(b)]


@pytest.mark.parametrize("alamat", ALAMAT)
def test_no_workbook_holds_a_formula_and_all_have_rows(penuh: KantorPenuh, masuk: Masuk, alamat: str) -> None:
    wb = buku(penuh, masuk, alamat)
    for ws in wb.worksheets:
        assert ws.freeze_panes
        assert not [sel.coordinate for b in ws.iter_rows() for sel in b if sel.data_type in ("f", "e")]
    assert any(len(baris(ws)) > 1 for ws in wb.worksheets)


@pytest.mark.parametrize("nama", ["tw1", "sem2", "tahunan"])
def test_a_report_gives_the_figures_stored_with_it(penuh: KantorPenuh, masuk: Masuk, nama: str) -> None:
    wb = buku(penuh, masuk, f"/tabel/laporan/{{{nama}}}")
    with penuh.app.app_context():
        laporan = laporan_kini(db.session(), penuh.nomor[nama])
        assert laporan is not None
        isi = isi_laporan(laporan)
    utama = isi.masa_utama
    semua = [i for s in isi.sasaran for i in s.indikator]
    tertulis = [b for b in baris(wb["Capaian indikator"]) if b["Indikator"]]
    assert len(tertulis) == len(semua)
    for b, i in zip(tertulis, semua, strict=True):
        capaian = i.pada(utama).capaian
        if capaian.nilai is None:
            assert b[f"Capaian {utama.label}"] == capaian.alasan
        else:
            ada = b[f"Capaian {utama.label}"]
            assert isinstance(ada, int | float) and abs(Decimal(str(ada)) - capaian.nilai) < Decimal("1e-10")
    jumlah = next(b for b in baris(wb["Anggaran"]) if b["No"] == "Jumlah")
    assert jumlah["Pagu (Rp)"] == isi.anggaran_pada(utama).pagu
    assert jumlah[f"Realisasi {utama.label} (Rp)"] == isi.anggaran_pada(utama).realisasi


def test_a_frozen_report_gives_the_same_bytes_again(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien, alamat = masuk("camat"), penuh.alamat("/tabel/laporan/{tw1}")
    assert klien.get(alamat).data == klien.get(alamat).data
    with penuh.app.app_context():
        laporan = laporan_kini(db.session(), penuh.nomor["tw1"])
        assert isinstance(laporan, Laporan) and laporan.dibekukan_pada
        pada = laporan.dibekukan_pada.replace(tzinfo=None, microsecond=0)
    assert buku(penuh, masuk, alamat).properties.modified == pada


def test_monev_has_the_columns_of_the_form_and_counts_money_once(penuh: KantorPenuh, masuk: Masuk) -> None:
    wb = buku(penuh, masuk, "/tabel/rencana-aksi/{tahun}", "staf_pelayanan")
    assert wb.sheetnames == ["Rencana aksi", *(f"Monev TW {r}" for r in ("I", "II", "III", "IV"))]
    semua = baris(wb["Monev TW III"])
    satu = next(b for b in semua if b["No"] == "1.1")
    assert (satu["Realisasi TW ini"], satu["Target TW III"], satu["Target tahun"]) == (86.4, 86, 85.5)
    assert satu["Hambatan"] == "Jarak antarnagari." and satu["Bukti"]
    assert satu["Penanggung jawab"] == "Seksi Pelayanan Umum"
    predikat = next(b for b in semua if b["No"] == "4.1")
    assert (predikat["Realisasi TW ini"], predikat["Target tahun"]) == ("BB", "BB")
    jumlah = next(b for b in semua if b["No"] == "Jumlah")
    assert jumlah["Pagu (Rp)"] == 125000000 + 80000000 + 96500000 + 60000000 + 1250000000


def test_a_secret_slip_is_in_nobody_elses_list(penuh: KantorPenuh, masuk: Masuk) -> None:
    for siapa, terlihat in (("camat", True), ("staf_perencanaan", False), ("kasubag_umum", False)):
        sifat = {b["Sifat"] for b in baris(buku(penuh, masuk, "/tabel/disposisi", siapa)["Disposisi"])}
        assert ("Rahasia" in sifat) is terlihat, siapa


def test_the_pages_offer_it(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("sekretaris")
    for halaman, tujuan in (
        ("/laporan/{tw1}", "/tabel/laporan/{tw1}"),
        ("/laporan-progres/{tw3}", "/tabel/laporan-progres/{tw3}"),
        ("/perjanjian-kinerja/{tahun}", "/tabel/perjanjian-kinerja/{tahun}"),
        ("/rencana-aksi/{tahun}", "/tabel/rencana-aksi/{tahun}"),
        ("/arsip/", "/tabel/arsip"),
        ("/catatan/", "/tabel/catatan"),
        ("/disposisi/", "/tabel/disposisi"),
    ):
        assert f'href="{penuh.alamat(tujuan)}' in klien.get(penuh.alamat(halaman)).text, halaman


@pytest.mark.parametrize(
    "alamat", ["/tabel/laporan/{tw4}", "/tabel/rencana-aksi/2031", "/tabel/perjanjian-kinerja/2031"]
)
def test_what_is_not_there_is_not_found(penuh: KantorPenuh, masuk: Masuk, alamat: str) -> None:
    assert masuk("camat").get(penuh.alamat(alamat)).status_code == 404

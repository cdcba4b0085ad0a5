from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from kinerja.documents.cetak import GagalCetak, cetak, cetak_html
from kinerja.documents.huruf import karakter_tak_tercetak
from kinerja.documents.templat import jadikan_html
from tests.documents.contoh import CAMAT, lembar_coba

KATA_BERSAMBUNG = "x" * 300
JAHAT = (
    "<script>alert(1)</script> {{7*191}} {% raw %} <td colspan=999999999>sel</td> "
    '<img src="file:///etc/passwd"> <img src="http://127.0.0.1:1/x.png"> '
    "<pdf:nextpage/> </div></body></html> &lt;b&gt; <!-- tutup -- --> <style>* {color: red}</style>"
)


def mentah(ganti: str = "", dengan: str = "", **ubah: object) -> str:
    html = jadikan_html("pdf/coba.html", lembar_coba(**ubah))
    assert ganti in html
    return html.replace(ganti, dengan, 1)


@pytest.fixture
def pendengar() -> Iterator[tuple[int, list[str]]]:
    """A web server on this machine that notes who calls."""
    panggilan: list[str] = []

    class Catat(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            panggilan.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    peladen = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Catat)
    threading.Thread(target=peladen.serve_forever, daemon=True).start()
    yield peladen.server_address[1], panggilan
    peladen.shutdown()
    peladen.server_close()


def test_a_document_has_its_text_its_pages_and_its_properties(baca) -> None:
    hasil = cetak("coba.html", lembar_coba(), penanda=["Uraian kedua.", CAMAT.nama])
    pdf = baca(hasil.pdf)
    assert hasil.halaman == len(pdf.pembaca.pages) == 2
    assert "PEMERINTAH KABUPATEN PESISIR SELATAN" in pdf.teks
    assert "Halaman 1 dari 2" in pdf.halaman[0]
    assert "Halaman 2 dari 2" in pdf.halaman[1]
    assert pdf.pembaca.metadata.title == "Contoh Dokumen"
    assert pdf.pembaca.metadata.author == "Kecamatan Koto XI Tarusan"
    assert pdf.pembaca.trailer["/Root"]["/Lang"] == "id"
    tegak, tidur = pdf.pembaca.pages
    assert tegak.mediabox.width < tegak.mediabox.height
    assert tidur.mediabox.width > tidur.mediabox.height


def test_every_letter_is_of_an_embedded_pt_sans_and_at_least_7_points(baca) -> None:
    # ReportLab opens each page by naming Helvetica, so it is always listed. It draws nothing: the fonts
    # here are those under which pypdf found text, and each of those carries its font file.
    pdf = baca(cetak("coba.html", lembar_coba()).pdf)
    assert pdf.huruf
    assert all(pdf.huruf.values())
    assert all("PTSans" in nama for nama in pdf.huruf)
    assert min(pdf.ukuran) >= 7


def test_the_same_data_gives_the_same_bytes_and_its_own_date() -> None:
    pada = datetime(2025, 10, 10, 3, 0, tzinfo=UTC)
    satu = cetak("coba.html", lembar_coba(), bertanggal=pada)
    dua = cetak("coba.html", lembar_coba(), bertanggal=pada)
    assert satu.pdf == dua.pdf
    assert satu.sha256 == dua.sha256
    assert b"D:20251010" in satu.pdf
    assert cetak("coba.html", lembar_coba(teks="lain"), bertanggal=pada).pdf != satu.pdf


def test_hostile_text_is_printed_as_text_and_calls_nobody(baca, pendengar) -> None:
    pintu, panggilan = pendengar
    jahat = JAHAT.replace("127.0.0.1:1", f"127.0.0.1:{pintu}")
    hasil = cetak("coba.html", lembar_coba(teks=jahat, judul=jahat, baris=[jahat], kode="kode"))
    pdf = baca(hasil.pdf)
    assert "{{7*191}}" in pdf.padat
    assert "<script>alert(1)</script>" in pdf.padat
    assert '<imgsrc="file:///etc/passwd">' in pdf.padat
    assert "root:" not in pdf.teks
    assert panggilan == []


@pytest.mark.parametrize("sumber", ["file:///etc/passwd", "/etc/passwd", "../../../../etc/passwd", "http"])
def test_markup_that_asks_for_a_resource_stops_the_print(sumber, pendengar) -> None:
    pintu, panggilan = pendengar
    sumber = f"http://127.0.0.1:{pintu}/x.png" if sumber == "http" else sumber
    with pytest.raises(GagalCetak) as gagal:
        cetak_html(mentah("Uraian pertama.", f'<img src="{sumber}"/>'))
    assert gagal.value.sebab == "peringatan"
    assert panggilan == []


def test_long_words_wrap_and_long_paragraphs_run_over_pages(baca) -> None:
    hasil = cetak(
        "coba.html", lembar_coba(teks=KATA_BERSAMBUNG + "\n" + "kata " * 4000, baris=[KATA_BERSAMBUNG])
    )
    pdf = baca(hasil.pdf)
    assert pdf.padat.count(KATA_BERSAMBUNG) == 2
    assert pdf.teks.count("kata ") >= 3990
    assert min(pdf.ukuran) >= 7


def test_a_cell_taller_than_a_page_is_refused_not_shrunk() -> None:
    with pytest.raises(GagalCetak, match="terlalu panjang untuk satu halaman"):
        cetak("coba.html", lembar_coba(baris=["kata " * 4000]))


def test_text_made_small_by_the_layout_is_refused() -> None:
    tinggi = "Uraian pertama.</p><table><tr><td>" + "baris " * 4000 + "</td></tr></table><p>"
    html = mentah("Uraian pertama.", tinggi).replace("frame-mode: error", "frame-mode: shrink")
    with pytest.raises(GagalCetak, match="tidak muat") as gagal:
        cetak_html(html)
    assert " pt" in gagal.value.rincian


def test_text_that_runs_off_the_page_is_refused() -> None:
    html = jadikan_html("pdf/coba.html", lembar_coba(teks=KATA_BERSAMBUNG)).replace(
        "overflow-wrap: anywhere", ""
    )
    with pytest.raises(GagalCetak) as gagal:
        cetak_html(html)
    assert "off the page" in gagal.value.rincian


def test_a_font_that_is_not_embedded_is_refused() -> None:
    with pytest.raises(GagalCetak) as gagal:
        cetak_html(mentah("<p>Uraian pertama.", '<p style="font-family: Helvetica">Uraian pertama.'))
    assert "not embedded" in gagal.value.rincian


@pytest.mark.parametrize(
    "ganti",
    [
        ('<p style="font-family: Tidakada">Uraian pertama.', "Tidakada".lower()),
        ('<p style="color: rgb(a,b">Uraian pertama.', ""),
    ],
)
def test_a_warning_of_the_library_stops_the_print(ganti) -> None:
    with pytest.raises(GagalCetak) as gagal:
        cetak_html(mentah("<p>Uraian pertama.", ganti[0]))
    assert gagal.value.sebab == "peringatan"
    assert ganti[1] in gagal.value.rincian


def test_a_missing_marker_stops_the_print() -> None:
    with pytest.raises(GagalCetak) as gagal:
        cetak("coba.html", lembar_coba(), penanda=["tidak pernah ditulis"])
    assert "marker missing" in gagal.value.rincian


def test_characters_the_typeface_lacks_are_found_and_named() -> None:
    assert karakter_tak_tercetak("Rp1.000 – “baik” √ ½ ≥") == []
    assert karakter_tak_tercetak("a😀b✓a😀") == ["😀", "✓"]
    assert karakter_tak_tercetak("nakal\u202eteks") == ["\u202e"]
    assert karakter_tak_tercetak("Jose\u0301") == []
    with pytest.raises(GagalCetak) as gagal:
        cetak("coba.html", lembar_coba(teks="Kegiatan selesai 😀 pada bulan ini"))
    assert "😀" in gagal.value.pesan
    assert "Kegiatan selesai" in gagal.value.pesan
    assert "<p>" not in gagal.value.pesan


@pytest.mark.parametrize(("bom", "sebab"), [("colspan", "waktu"), ("rowspan", "memori")])
def test_a_table_bomb_ends_at_the_limit(bom, sebab) -> None:
    html = mentah('<td class="nomor">', f'<td {bom}="999999999">')
    with pytest.raises(GagalCetak) as gagal:
        cetak_html(html, batas_detik=3 if sebab == "waktu" else 40)
    assert gagal.value.sebab in (sebab, "waktu")


def test_a_missing_value_is_a_mistake_of_the_template_not_an_empty_place() -> None:
    data = lembar_coba()
    del data["kode"]
    with pytest.raises(Exception, match="kode"):
        cetak("coba.html", data)
    with pytest.raises(TypeError):
        cetak("coba.html", lembar_coba(judul=None))

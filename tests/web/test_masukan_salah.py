"""Wrong input on every form: 422, a sentence by the field, the rest kept, nothing written, never silently mended."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import lxml.html
import pytest
from werkzeug.test import TestResponse

from kinerja.web.akses import PUBLIK, tanda
from kinerja.web.unggahan import BANYAK, KALI_BANYAK
from tests.data_uji_berkas import pdf, png
from tests.isian_formulir import PINTU, SEMUA, TOMBOL, Formulir, Isian, Kiriman, formulir, isi_nomor, kiriman
from tests.web.conftest import KantorPenuh, Masuk, terbaca

HX = {"HX-Request": "true"}
SKRIP = "<script>alert(1)</script>{{7*191}}"
TERLALU_PANJANG = "a" * 20_001
BUKAN_BULAT = ["dua puluh", "1.234,56", "-5", "9" * 40, "1_0", "٣"]
BUKAN_ANGKA = ["dua puluh", "1.2.3,4", "NaN", "1e999", "٣", "1_000", "9" * 40, SKRIP]
BUKAN_TANGGAL = ["2026-02-31", "31-02-2026", "0000-00-00", "besok"]
ASING = re.compile(r"\b(field|invalid|required|error|traceback|must be|not a valid)\b", re.IGNORECASE)


# Pages that only show what others typed.
DIBACA = (
    "/",
    "/catatan/",
    "/disposisi/?arah=semua",
    "/disposisi/{disposisi}",
    "/disposisi/{permintaan}",
    "/jabatan/",
    "/kantor/",
    "/laporan/",
    "/laporan/{lalu2}",
    "/laporan-progres/{tw3}",
    "/periode/",
    "/perjanjian-kinerja/{tahun}",
    "/perjanjian-kinerja/{tahun_draf}",
    "/rencana-aksi/{tahun}?unit=semua",
    "/sop/{tw2}",
    "/sosialisasi/{sosialisasi}",
    "/tugas/{lama1_3}",
    "/tugas/{sem1_6}",
)


class Pengisi:
    """One form, and what happens when it is sent."""

    def __init__(self, penuh: KantorPenuh, masuk: Masuk, satu: Isian) -> None:
        self.penuh, self.satu, self.klien = penuh, satu, masuk(satu.siapa)
        self.alamat = penuh.alamat(satu.alamat)
        self.benar, form, self.semula = terbaca(penuh, masuk, satu)
        penuh.pulihkan(self.semula)
        self.htmx = form is not None and form.htmx
        self.jenis = form.jenis if form else dict.fromkeys(self.benar, "textarea")
        self.nomor = set(isi_nomor(penuh.nomor, (*satu.bulat, *satu.angka)))
        self.pola = set(isi_nomor(penuh.nomor, satu.pola))

    def nama(self, *jenis: str) -> list[str]:
        return [n for n, j in self.jenis.items() if j in jenis]

    @property
    def teks(self) -> list[str]:
        return [n for n in self.nama("text", "textarea") if n not in self.nomor]

    def kirim(self, ubah: Kiriman, hx: bool = False) -> TestResponse:
        isi = {**self.benar, **ubah}
        return self.klien.post(self.alamat, data=isi, headers=HX if hx else {})

    def ditolak(self, ubah: Kiriman, hx: bool = False) -> Formulir:
        """Send; it must be refused as wrong input. The form as it comes back."""
        hx = hx and self.htmx
        jawab = self.kirim(ubah, hx)
        apa = (self.satu.titik, {k: [s[:40] for s in v] for k, v in ubah.items()})
        assert jawab.status_code == 422, (apa, jawab.status_code)
        assert self.penuh.isi() == self.semula, ("tertulis", apa)
        assert ("<html" in jawab.text) is not hx, ("htmx", apa)
        assert "<script>alert" not in jawab.text, apa
        kata = pesan(jawab.text)
        assert any(len(k) > 10 for k in kata), ("tanpa kata", apa)
        assert not any(ASING.search(k.replace(SKRIP, "")) for k in kata), (apa, kata)
        form = formulir(jawab.text, self.alamat)
        if form is None:
            assert self.satu.halaman is None, apa
            return Formulir(lxml.html.fromstring("<form></form>"))
        for nama, isi in {**self.benar, **ubah}.items():
            if self.jenis.get(nama) in ("text", "textarea", "date") and "\x00" not in isi[0]:
                assert form.nilai[nama] == [satu.replace("\r\n", "\n") for satu in isi], (apa, nama)
        return form

    def diterima(self, ubah: Kiriman) -> bool:
        """Send; True when it was written, False when refused properly. Nothing else is allowed."""
        jawab = self.kirim(ubah)
        apa = (self.satu.titik, {k: [s[:40] for s in v] for k, v in ubah.items()})
        assert jawab.status_code in (200, 303, 422), (apa, jawab.status_code)
        if jawab.status_code == 422:
            assert self.penuh.isi() == self.semula, apa
        return jawab.status_code != 422


def pesan(halaman: str) -> list[str]:
    """What a page says in its alerts and beside its fields."""
    akar = lxml.html.fromstring(f"<div>{halaman}</div>")
    letak = (
        "//*[@role='alert'] | //*[contains(@class, 'salah-medan')] | //section[contains(@class, 'galat')]/p"
    )
    return [" ".join(satu.text_content().split()) for satu in akar.xpath(letak)]


# Some ten seconds in all: every form many times.
pytestmark = pytest.mark.lambat
Pengulang = Callable[[Callable[[Pengisi], None]], None]


@pytest.fixture
def tiap(penuh: KantorPenuh, masuk: Masuk) -> Pengulang:
    """``tiap(uji)``: try every form, the office restored before each; all that fail are named at the end."""

    def ulangi(uji: Callable[[Pengisi], None]) -> None:
        gagal = []
        for satu in SEMUA:
            try:
                uji(Pengisi(penuh, masuk, satu))
            except AssertionError as salah:
                gagal.append(str(salah).partition("\nassert ")[0][:600])
        assert not gagal, "\n".join(gagal)

    return ulangi


def test_every_changing_route_is_in_the_list_of_forms(penuh: KantorPenuh) -> None:
    app = penuh.app
    mengubah = {a.endpoint for a in app.url_map.iter_rules() if "POST" in (a.methods or ())}
    daftar = [satu.titik for satu in SEMUA] + list(TOMBOL) + list(PINTU)
    assert sorted(daftar) == sorted(mengubah)
    assert {t for t in mengubah if tanda(app.view_functions[t]) == PUBLIK} < PINTU


def test_unseen_characters_and_endless_text_are_refused_beside_the_field(tiap: Pengulang) -> None:
    def uji(p: Pengisi) -> None:
        tak_terlihat = {n: [("satu\x00dua", "satu\u202edua")[ke % 2]] for ke, n in enumerate(p.teks)}
        for ubah in (tak_terlihat, {n: [TERLALU_PANJANG] for n in p.teks}) if p.teks else ():
            form = p.ditolak(ubah, hx=ubah is tak_terlihat)
            if p.satu.halaman:
                assert set(p.teks) <= set(form.salah), (p.satu.titik, set(p.teks) - set(form.salah))

    tiap(uji)


def test_a_right_filling_is_taken_and_a_field_sent_twice_is_read_once(tiap: Pengulang) -> None:
    def uji(p: Pengisi) -> None:
        if p.satu.lengkap and not p.satu.berkas:
            ganda = {n: [*p.benar.get(n, [""]), "selundupan"] for n in (*p.teks, *p.nomor)}
            assert p.diterima(ganda), p.satu.titik
            assert p.penuh.isi() != p.semula, p.satu.titik
            assert not p.penuh.memuat("selundupan"), p.satu.titik

    tiap(uji)


def test_empty_and_blank_are_the_same(tiap: Pengulang) -> None:
    def uji(p: Pengisi) -> None:
        if p.teks and p.satu.lengkap and not p.satu.berkas:
            kosong = p.diterima({n: [""] for n in p.teks})
            p.penuh.pulihkan(p.semula)
            assert p.diterima({n: ["  \t "] for n in p.teks}) == kosong, p.satu.titik
            assert not p.penuh.memuat("  \t "), p.satu.titik

    tiap(uji)


def test_letters_for_numbers(tiap: Pengulang) -> None:
    def uji(p: Pengisi) -> None:
        bulat = set(isi_nomor(p.penuh.nomor, p.satu.bulat))
        for ke, nama in enumerate(sorted(p.nomor)):
            semua = BUKAN_BULAT if nama in bulat else BUKAN_ANGKA
            for isi in semua if ke == 0 and ".ubah" not in p.satu.titik else semua[:1]:
                form = p.ditolak({nama: [isi]}, hx=True)
                assert nama in form.salah, (p.satu.titik, nama, isi, form.salah)

    tiap(uji)


def test_dates_that_are_none(tiap: Pengulang) -> None:
    def uji(p: Pengisi) -> None:
        hari = p.nama("date")
        for isi in BUKAN_TANGGAL if hari else ():
            form = p.ditolak({n: [isi] for n in hari}, hx=True)
            assert {n for n in hari if "penerima" not in n} <= set(form.salah), (p.satu.titik, isi)
        for isi in ("0001-01-01", "9999-12-31") if hari else ():
            if p.diterima({n: [isi] for n in hari}):
                p.penuh.pulihkan(p.semula)

    tiap(uji)


def test_choices_that_are_not_offered(tiap: Pengulang) -> None:
    def uji(p: Pengisi) -> None:
        pilihan = [n for n in p.nama("select", "radio") if n in p.jenis]
        pilihan += [n for n in p.nama("checkbox") if n in p.benar and p.benar[n] != ["y"]]
        for isi in ("tak-ada", SKRIP) if pilihan else ():
            form = p.ditolak({n: [isi] for n in pilihan}, hx=True)
            assert set(pilihan) <= set(form.salah), (p.satu.titik, set(pilihan) - set(form.salah))

    tiap(uji)


def test_text_of_twenty_thousand_characters_is_kept_whole_or_refused(tiap: Pengulang) -> None:
    panjang = ("kata " * 4000)[:19_999].rstrip() + "."

    def uji(p: Pengisi) -> None:
        uraian = [n for n in p.nama("textarea") if n not in p.pola and p.satu.lengkap]
        if uraian and p.diterima({n: [panjang] for n in uraian}):
            assert p.penuh.memuat(panjang), p.satu.titik

    tiap(uji)


# They would close what the next form needs.
MENUTUP = ("tugas.kembalikan", "orang.tutup", "perjanjian_kinerja.perubahan", "laporan_revisi_batal.batalkan")


def test_script_is_kept_as_text_and_shown_as_text(penuh: KantorPenuh, masuk: Masuk) -> None:
    """Fill every form with it, one after another, then read every page."""
    tersimpan = set()
    for satu in SEMUA:
        if satu.titik in MENUTUP:
            continue
        klien = masuk(satu.siapa)
        halaman = klien.get(penuh.alamat(satu.halaman)) if satu.halaman else None
        form = formulir(halaman.text, penuh.alamat(satu.alamat)) if halaman else None
        if form is None:
            continue  # closed by a form before it
        kirim, _ = kiriman(satu, penuh.nomor, klien)
        tetap = set(isi_nomor(penuh.nomor, (*satu.bulat, *satu.angka, *satu.pola)))
        kirim |= {n: [SKRIP] for n in form.nama("text", "textarea") if n not in tetap}
        jawab = klien.post(penuh.alamat(satu.alamat), data=kirim)
        assert jawab.status_code in (200, 303, 409, 422), satu.titik
        assert "<script>alert" not in jawab.text, satu.titik
        if jawab.status_code in (200, 303) and SKRIP in str(kirim):
            assert penuh.memuat(SKRIP), satu.titik
            tersimpan.add(satu.titik)
    assert len(tersimpan) > 25, tersimpan
    alamat = {(s.siapa, penuh.alamat(s.halaman)) for s in SEMUA if s.halaman} | {
        ("sekretaris", penuh.alamat(url)) for url in DIBACA
    }
    tampak = 0
    for siapa, url in sorted(alamat):
        jawab = masuk(siapa).get(url)
        assert jawab.status_code in (200, 404, 409), (siapa, url)  # a form sent above may have closed it
        assert "<script>alert" not in jawab.text, (siapa, url)
        assert not re.search(r"(?<![0-9a-f])1337(?![0-9a-f])", jawab.text), (siapa, url)  # not inside a hash
        tampak += "&lt;script&gt;alert(1)" in jawab.text
    assert tampak > 30


BUKAN_BERKAS: list[tuple[str, bytes]] = [
    ("laporan.pdf", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ("laporan.pdf", b"<!doctype html><html><body>bukan pdf</body></html>"),
    ("laporan.pdf", b""),
    ("laporan.pdf", png()),
    ("gambar.png", pdf()),
    ("lembar.xlsx", b"bukan zip"),
    ("program.exe", b"MZ\x90\x00"),
    ("gambar.svg", b"<svg/>"),
    ("halaman.html", b"<p>halo</p>"),
    ("tanpa_akhiran", pdf()),
    ('jahat"\r\nX-A: b.pdf', b"\x00" * 10),
]


def _kirim_berkas(p: Pengisi, isi: bytes, nama: str) -> TestResponse:
    medan = isi_nomor(p.penuh.nomor, p.satu.berkas)
    return p.klien.post(p.alamat, data={**p.benar, medan: (io.BytesIO(isi), nama)})


def test_a_file_that_is_not_what_its_name_says(tiap: Pengulang) -> None:
    def uji(p: Pengisi) -> None:
        if not p.satu.berkas:
            return
        for nama, isi in BUKAN_BERKAS if p.satu.titik == "bukti.unggah" else BUKAN_BERKAS[:4]:
            jawab = _kirim_berkas(p, isi, nama)
            assert jawab.status_code == 422, (p.satu.titik, nama, isi[:20])
            assert p.penuh.isi() == p.semula
            assert any("erkas" in k or nama.rpartition(".")[2] in k for k in pesan(jawab.text)), (
                p.satu.titik,
                nama,
            )
            for medan in p.teks:
                kembali = formulir(jawab.text, p.alamat)
                assert kembali is not None
                assert kembali.nilai[medan] == p.benar[medan]

    tiap(uji)


def test_thirty_megabytes_get_a_page_that_says_so(tiap: Pengulang) -> None:
    def uji(p: Pengisi) -> None:
        if p.satu.berkas:
            besar = 30_000_000 * (KALI_BANYAK if p.satu.titik == BANYAK else 1)
            jawab = p.klien.post(p.alamat, data=p.benar, environ_overrides={"CONTENT_LENGTH": str(besar)})
            assert jawab.status_code == 413, p.satu.titik
            assert "Berkas terlalu besar" in jawab.text
            assert "25 MB" in jawab.text
            assert "<h1>" in jawab.text
            assert p.penuh.isi() == p.semula

    tiap(uji)

"""The pages of disposisi: lists, new, one slip, its PDF; step 1's own page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.disposisi import Sifat
from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.pegawai import Penugasan
from tests.data_uji_disposisi import TENGGAT, bebas, cabang_untuk, jabatan_uji, minta_data, tugas_uji
from tests.data_uji_pk import bangun_pk

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def nomor(aplikasi: Flask) -> Callable[[str], int]:
    """Login name → id of the post."""

    def cari(nama_pengguna: str) -> int:
        with aplikasi.app_context():
            return jabatan_uji(db.session(), nama_pengguna).id

    return cari


@pytest.fixture
def langkah_1(aplikasi: Flask) -> int:
    """The open first step of triwulan III, with an approved PK behind it."""
    with aplikasi.app_context():
        bangun_pk(db.session())
        db.session.commit()
        return tugas_uji(db.session(), JenisPeriode.TRIWULAN, 3, "1").id


def kirim(aplikasi: Flask, dari: str, *kepada: str, **isi: object) -> int:
    """A free disposisi in the database; its id."""
    with aplikasi.app_context():
        d = bebas(db.session(), dari, *kepada, **isi)  # type: ignore[arg-type]
        db.session.commit()
        return d.id


def semua(aplikasi: Flask) -> list[Disposisi]:
    with aplikasi.app_context():
        return list(db.session.execute(select(Disposisi)).scalars())


# --- a free one --------------------------------------------------------------------------------------


def isian(penerima: int | list[int], **ubah: object) -> dict[str, object]:
    return {
        "hal": "Rapat Musrenbang",
        "sifat": "segera",
        "penerima": penerima,
        "instruksi": ["Hadiri/wakili"],
        "catatan": "Bawa data nagari.",
        **ubah,
    }


def test_the_form_offers_subordinates_only(masuk: Masuk) -> None:
    halaman = masuk("kasi_pelayanan").get("/disposisi/baru").text
    assert "Staf Pelayanan" in halaman
    assert "Kasi Kesejahteraan Sosial" not in halaman
    assert "Staf Perencanaan" not in halaman


def test_a_disposisi_is_sent_and_reaches_the_inbox(
    aplikasi: Flask, masuk: Masuk, nomor: Callable[[str], int]
) -> None:
    pmd, kesos = nomor("kasi_pmd"), nomor("kasi_kesos")
    data = isian([pmd, kesos], tenggat="2026-10-20", **{f"penerima-tenggat-{kesos}": "2026-10-12"})
    jawab = masuk("camat").post("/disposisi/baru", data=data)
    (d,) = semua(aplikasi)
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/disposisi/{d.id}")
    assert (d.hal, d.sifat, d.instruksi, d.catatan, d.nomor_agenda) == (
        "Rapat Musrenbang",
        Sifat.SEGERA,
        ["Hadiri/wakili"],
        "Bawa data nagari.",
        1,
    )
    with aplikasi.app_context():
        tenggat = {c.penerima_id: c.tenggat for c in db.session.execute(select(CabangDisposisi)).scalars()}
    assert {k: str(v) for k, v in tenggat.items()} == {pmd: "2026-10-20", kesos: "2026-10-12"}
    assert "Rapat Musrenbang" in masuk("kasi_pmd").get("/").text
    assert "Rapat Musrenbang" not in masuk("kasi_pelayanan").get("/").text


def test_htmx_is_sent_on_by_header(masuk: Masuk, nomor: Callable[[str], int]) -> None:
    jawab = masuk("camat").post("/disposisi/baru", data=isian(nomor("kasi_pmd")), headers=HTMX)
    assert jawab.status_code == 204
    assert jawab.headers["HX-Redirect"].startswith("/disposisi/")


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"hal": ""}, "Wajib diisi"),
        ({"hal": "x" * 501}, "Paling banyak 500 tanda"),
        ({"catatan": "x" * 20_001}, "Paling banyak 20000 tanda"),
        ({"sifat": "kilat"}, "Pilih"),
        ({"sifat": ""}, "Pilih sifatnya"),
        ({"instruksi": ["Bakar"]}, "Pilih dari daftar"),
        ({"tenggat": "besok"}, "Isi tanggal dengan benar"),
        ({"tenggat": "2026-10-07"}, "sudah lewat"),
        ({"tanggal_surat": "2026-12-31"}, "belum tiba"),
        ({"hal": "a\x00b"}, "tanda tak terlihat"),
    ],
)
def test_wrong_input_keeps_what_was_typed(
    aplikasi: Flask, masuk: Masuk, nomor: Callable[[str], int], ubah: dict[str, object], pesan: str
) -> None:
    data = isian(nomor("kasi_pmd"), nomor_surat="005/12/tetap", **ubah)
    jawab = masuk("camat").post("/disposisi/baru", data=data)
    assert jawab.status_code == 422
    assert pesan in jawab.text
    assert "005/12/tetap" in jawab.text
    assert f'value="{nomor("kasi_pmd")}" checked' in jawab.text
    assert not semua(aplikasi)


@pytest.mark.parametrize("pilihan", [[], ["999"], ["x"], ["1 OR 1=1"]])
def test_recipients_come_from_the_list(aplikasi: Flask, masuk: Masuk, pilihan: list[str]) -> None:
    jawab = masuk("camat").post("/disposisi/baru", data=isian(pilihan))  # type: ignore[arg-type]
    assert jawab.status_code == 422
    assert "penerima" in jawab.text
    assert not semua(aplikasi)


@pytest.mark.parametrize("tanggal", ["32-13-2026", "2026-02-30", "2020-01-01"])
def test_an_own_due_date_is_checked(
    aplikasi: Flask, masuk: Masuk, nomor: Callable[[str], int], tanggal: str
) -> None:
    j = nomor("kasi_pmd")
    jawab = masuk("camat").post("/disposisi/baru", data=isian(j, **{f"penerima-tenggat-{j}": tanggal}))
    assert jawab.status_code == 422
    assert "Tenggat Kasi Pemberdayaan Masyarakat" in jawab.text
    assert tanggal in jawab.text
    assert not semua(aplikasi)


def test_htmx_gets_the_form_as_fragment(masuk: Masuk) -> None:
    jawab = masuk("camat").post("/disposisi/baru", data={"hal": "tetap ada"}, headers=HTMX)
    assert jawab.status_code == 422
    assert "<html" not in jawab.text
    assert "tetap ada" in jawab.text


@pytest.mark.parametrize("siapa", ["staf_pelayanan", "admin"])
def test_who_gives_none_is_refused(aplikasi: Flask, masuk: Masuk, siapa: str) -> None:
    assert masuk(siapa).get("/disposisi/baru").status_code == 403
    assert masuk(siapa).post("/disposisi/baru", data={"hal": "x"}).status_code == 403
    assert not semua(aplikasi)


def test_script_is_shown_as_text(aplikasi: Flask, masuk: Masuk) -> None:
    jahat = "<script>alert(1)</script>{{7*191}}"
    d = kirim(aplikasi, "camat", "kasi_pmd", hal=jahat, catatan=jahat)
    for alamat in (f"/disposisi/{d}", "/disposisi/?arah=keluar"):
        halaman = masuk("camat").get(alamat).text
        assert "<script>alert" not in halaman
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{7*191}}" in halaman


# --- lists and the slip ------------------------------------------------------------------------------


def test_the_lists_show_what_came_and_what_went(aplikasi: Flask, masuk: Masuk) -> None:
    kirim(aplikasi, "camat", "kasi_pmd", hal="Dari camat")
    kirim(aplikasi, "kasi_pelayanan", "staf_pelayanan", hal="Dari kasi")
    assert "Dari camat" in masuk("kasi_pmd").get("/disposisi/").text
    assert "Dari kasi" not in masuk("kasi_pmd").get("/disposisi/").text
    assert "Dari kasi" in masuk("kasi_pelayanan").get("/disposisi/?arah=keluar").text
    assert "0 dari 1 sudah membalas" in masuk("camat").get("/disposisi/?arah=keluar").text
    halaman = masuk("camat").get("/disposisi/?arah=semua").text
    assert "Dari camat" in halaman and "Dari kasi" in halaman
    assert "Dari camat" not in masuk("kasi_pelayanan").get("/disposisi/?arah=semua").text


def test_the_list_comes_as_a_fragment_too(aplikasi: Flask, masuk: Masuk) -> None:
    jawab = masuk("camat").get("/disposisi/?arah=keluar", headers=HTMX)
    assert "<html" not in jawab.text
    assert 'id="daftar-disposisi"' in jawab.text
    assert "HX-Request" in jawab.headers["Vary"]


def test_the_menu_leads_to_the_list(masuk: Masuk) -> None:
    assert 'href="/disposisi/"' in masuk("kasi_pmd").get("/").text
    assert 'href="/disposisi/"' not in masuk("admin").get("/").text


@pytest.mark.parametrize("kueri", ["arah=salah", "arah=semua&sebelum=abc", "arah=keluar&sebelum=" + "9" * 30])
def test_odd_filters_do_no_harm(aplikasi: Flask, masuk: Masuk, kueri: str) -> None:
    assert masuk("camat").get(f"/disposisi/?{kueri}").status_code == 200


def test_the_list_pages_on_by_number(aplikasi: Flask, masuk: Masuk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.operations.disposisi.daftar.PER_HALAMAN", 2)
    nomor_d = [kirim(aplikasi, "camat", "kasi_pmd", hal=f"Hal ke-{i}") for i in range(3)]
    halaman = masuk("camat").get("/disposisi/?arah=keluar").text
    assert "Hal ke-2" in halaman and "Hal ke-0" not in halaman
    assert f"sebelum={nomor_d[1]}" in halaman
    lanjut = masuk("camat").get(f"/disposisi/?arah=keluar&sebelum={nomor_d[1]}").text
    assert "Hal ke-0" in lanjut and "Hal ke-1" not in lanjut


def test_the_list_of_a_periode_holds_what_its_steps_put_out(
    aplikasi: Flask, masuk: Masuk, langkah_1: int
) -> None:
    with aplikasi.app_context():
        minta_data(db.session())
        db.session.commit()
        periode = tugas_uji(db.session(), JenisPeriode.TRIWULAN, 3, "1").periode_id
    kirim(aplikasi, "camat", "kasi_pmd", hal="Urusan lain")
    for siapa in ("kasubag_perencanaan", "camat", "kasi_pmd"):
        halaman = masuk(siapa).get(f"/disposisi/periode/{periode}").text
        assert "Permintaan data kinerja Triwulan III 2026" in halaman
        assert "Urusan lain" not in halaman
    assert "Permintaan data" not in masuk("staf_pelayanan").get(f"/disposisi/periode/{periode}").text
    assert masuk("camat").get("/disposisi/periode/9999").status_code == 404
    assert masuk("admin").get(f"/disposisi/periode/{periode}").status_code == 403


def test_a_stranger_does_not_find_the_slip(aplikasi: Flask, masuk: Masuk) -> None:
    d = kirim(aplikasi, "camat", "kasi_pmd", sifat=Sifat.RAHASIA, hal="Perkara tertutup")
    for alamat in (f"/disposisi/{d}", f"/disposisi/{d}/lembar.pdf", "/disposisi/9999"):
        assert masuk("kasi_kesos").get(alamat).status_code == 404
        assert masuk("kasubag_umum").get(alamat).status_code == 404
    for siapa in ("camat", "sekretaris", "kasi_pmd"):
        assert "Perkara tertutup" in masuk(siapa).get(f"/disposisi/{d}").text


def test_the_slip_prints_as_pdf(aplikasi: Flask, masuk: Masuk, langkah_1: int) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    with aplikasi.app_context():
        d = minta_data(db.session()).id
        db.session.commit()
    jawab = masuk("kasubag_umum").get(f"/disposisi/{d}/lembar.pdf")
    assert jawab.status_code == 200
    assert jawab.mimetype == "application/pdf"
    assert jawab.headers["Content-Disposition"] == "attachment; filename=lembar-disposisi-2026-1.pdf"
    teks = " ".join(h.extract_text() for h in PdfReader(BytesIO(jawab.data)).pages)
    rapat = "".join(teks.split())
    assert "a.n.SEKRETARIS" in rapat
    assert "KasiPelayananUmum,palinglambat15Oktober2026" in rapat
    assert "1/2026" in rapat


# --- step 1 ------------------------------------------------------------------------------------------


def permintaan(klien: FlaskClient, tugas_id: int, penerima: list[int], **ubah: str) -> dict[str, object]:
    return {
        "minta-hal": "Permintaan data kinerja Triwulan III 2026",
        "minta-sifat": "segera",
        "minta-instruksi": ["Siapkan data"],
        "minta-catatan": "Mohon diisi.",
        "minta-tenggat": str(TENGGAT),
        "minta-penerima": penerima,
        **ubah,
    }


def test_step_1_comes_filled_in_so_that_one_click_sends_it(masuk: Masuk, langkah_1: int) -> None:
    halaman = masuk("kasubag_umum").get(f"/tugas/{langkah_1}").text
    assert 'value="Permintaan data kinerja Triwulan III 2026"' in halaman
    assert "0 dari 6 unit sudah dimintai data" in halaman
    assert halaman.count('name="minta-penerima"') == 6
    assert 'value="Siapkan data" checked' in halaman
    assert 'value="segera" checked' in halaman
    assert "Rahasia" not in halaman.partition('id="kumpulkan"')[2].partition("</form>")[0]
    assert 'name="minta-tenggat"' in halaman


def test_a_late_step_1_proposes_working_days_from_today(
    aplikasi: Flask, masuk: Masuk, langkah_1: int
) -> None:
    with aplikasi.app_context():
        lewat = tugas_uji(db.session(), JenisPeriode.TRIWULAN, 1, "1").id
        lanjut = tugas_uji(db.session(), JenisPeriode.TRIWULAN, 3, "2").tenggat
    umum = masuk("kasubag_umum")
    assert 'value="2026-10-13"' in umum.get(f"/tugas/{lewat}").text  # Thursday the 8th and three
    assert f'value="{lanjut}"' in umum.get(f"/tugas/{langkah_1}").text


def test_sending_writes_one_slip_with_a_branch_each(
    aplikasi: Flask, masuk: Masuk, nomor: Callable[[str], int], langkah_1: int
) -> None:
    klien = masuk("kasubag_umum")
    kepada = [nomor(k) for k in ("kasi_pmd", "kasi_pelayanan")]
    jawab = klien.post(f"/disposisi/permintaan/{langkah_1}", data=permintaan(klien, langkah_1, kepada))
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/tugas/{langkah_1}")
    (d,) = semua(aplikasi)
    assert (d.tugas_id, d.atas_nama_id) == (langkah_1, nomor("sekretaris"))
    halaman = klien.get(f"/tugas/{langkah_1}").text
    assert "2 dari 6 unit sudah dimintai data" in halaman
    assert f"/disposisi/{d.id}/lembar.pdf" in halaman
    assert "Kirim kepada unit yang terlewat" in halaman
    assert halaman.count('name="minta-penerima"') == 4
    belum = klien.post(f"/tugas/{langkah_1}/penyelesaian", data={"catatan": ""})
    assert belum.status_code == 422
    assert "Seksi Kesejahteraan Sosial" in belum.text

    sisa = [nomor(k) for k in ("kasi_pemerintahan", "kasi_trantib", "kasi_kesos", "kasubag_perencanaan")]
    klien.post(f"/disposisi/permintaan/{langkah_1}", data=permintaan(klien, langkah_1, sisa))
    assert [d.nomor_agenda for d in semua(aplikasi)] == [1, 2]
    assert klien.post(f"/tugas/{langkah_1}/penyelesaian", data={"catatan": ""}).status_code == 303


def test_a_wrong_request_keeps_the_text_on_the_step_page(
    aplikasi: Flask, masuk: Masuk, langkah_1: int
) -> None:
    klien = masuk("kasubag_umum")
    data = permintaan(klien, langkah_1, [], **{"minta-catatan": "kata-kata saya"})
    for tajuk in ({}, HTMX):
        jawab = klien.post(f"/disposisi/permintaan/{langkah_1}", data=data, headers=tajuk)
        assert jawab.status_code == 422
        assert "Pilih paling sedikit satu penerima" in jawab.text
        assert "kata-kata saya" in jawab.text
        assert ("<html" in jawab.text) is not bool(tajuk)
    rahasia = permintaan(klien, langkah_1, [], **{"minta-sifat": "rahasia"})
    assert klien.post(f"/disposisi/permintaan/{langkah_1}", data=rahasia).status_code == 422
    assert not semua(aplikasi)


def test_only_its_holder_sends_the_request(
    aplikasi: Flask, masuk: Masuk, nomor: Callable[[str], int], langkah_1: int
) -> None:
    for siapa, status in (
        ("kasubag_perencanaan", 403),
        ("camat", 403),
        ("staf_pelayanan", 403),
        ("admin", 403),
    ):
        klien = masuk(siapa)
        data = permintaan(klien, langkah_1, [nomor("kasi_pmd")])
        assert klien.post(f"/disposisi/permintaan/{langkah_1}", data=data).status_code == status, siapa
    umum = masuk("kasubag_umum")
    data = permintaan(umum, langkah_1, [nomor("kasi_pmd")])
    assert umum.post(f"/disposisi/permintaan/{langkah_1 + 1}", data=data).status_code == 404
    assert umum.get(f"/disposisi/permintaan/{langkah_1}").status_code == 405
    assert "minta-penerima" not in masuk("camat").get(f"/tugas/{langkah_1}").text
    assert not semua(aplikasi)


def test_a_head_post_without_holder_is_shown_with_a_warning(
    aplikasi: Flask, masuk: Masuk, nomor: Callable[[str], int], langkah_1: int
) -> None:
    with aplikasi.app_context():
        for p in db.session.execute(
            select(Penugasan).where(Penugasan.jabatan_id == nomor("kasi_trantib"))
        ).scalars():
            p.selesai = p.mulai
        db.session.commit()
    halaman = masuk("kasubag_umum").get(f"/tugas/{langkah_1}").text
    assert "belum ada pejabatnya hari ini" in halaman
    assert halaman.count('name="minta-penerima"') == 6


def test_without_a_pk_step_1_says_where_units_come_from(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        tugas_id = tugas_uji(db.session(), JenisPeriode.TRIWULAN, 3, "1").id
    halaman = masuk("kasubag_umum").get(f"/tugas/{tugas_id}").text
    assert "Belum ada unit yang dapat dimintai data" in halaman
    assert "minta-penerima" not in halaman


def test_others_see_progress_but_not_the_slips_of_step_1(
    aplikasi: Flask, masuk: Masuk, langkah_1: int
) -> None:
    with aplikasi.app_context():
        d = minta_data(db.session())
        cabang = cabang_untuk(d, jabatan_uji(db.session(), "kasi_pmd")).id
        db.session.commit()
    assert f"/disposisi/cabang/{cabang}" in masuk("kasubag_perencanaan").get(f"/tugas/{langkah_1}").text
    halaman = masuk("staf_pelayanan").get(f"/tugas/{langkah_1}").text
    assert "6 dari 6 unit sudah dimintai data" in halaman
    assert "/disposisi/cabang/" not in halaman

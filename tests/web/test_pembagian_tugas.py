"""The page of step 6: the recap of two triwulan, the lines per unit, one disposisi."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.disposisi import Disposisi
from kinerja.models.jabatan import Unit
from kinerja.models.laporan import PembagianTugas
from kinerja.models.tugas import Tugas
from tests.data_uji_sosialisasi import OKTOBER, buat_draf, pk_uji, tugas_uji

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def tugas_id(aplikasi: Flask) -> int:
    """The open step 6 of semester I; both triwulan have a frozen report."""
    with aplikasi.app_context():
        sesi = db.session()
        pk_uji(sesi)
        for ke in (1, 2):
            buat_draf(sesi, tugas_uji(sesi, JenisPeriode.TRIWULAN, ke, "5").periode, beku=True)
        tugas = tugas_uji(sesi, JenisPeriode.SEMESTER, 1, "6")
        tugas.dibuka_pada = OKTOBER
        sesi.commit()
        return tugas.id


def isian(aplikasi: Flask, uraian: str = "Siapkan data.", tenggat: str = "2026-10-15") -> dict[str, str]:
    with aplikasi.app_context():
        unit = db.session.execute(select(Unit.id).where(Unit.nama != "Subbag Umum dan Kepegawaian")).scalars()
        return {k: v for u in unit for k, v in ((f"bagi-uraian_{u}", uraian), (f"bagi-tenggat_{u}", tenggat))}


def test_the_figures_of_both_triwulan_stand_side_by_side(masuk: Masuk, tugas_id: int) -> None:
    halaman = " ".join(masuk("kasubag_perencanaan").get(f"/tugas/{tugas_id}").text.split())
    sel = re.findall(r'data-judul="(\w+ Triwulan II?) 2026">(?:<span class="redup">)?([^<]+)<', halaman)
    assert sel[:6] == [
        ("Target Triwulan I", "80"),
        ("Realisasi Triwulan I", "82,25"),
        ("Capaian Triwulan I", "102,81%"),
        ("Target Triwulan II", "84"),
        ("Realisasi Triwulan II", "n/a: survei tertunda"),
        ("Capaian Triwulan II", "n/a: survei tertunda"),
    ]
    assert "survei tertunda" in halaman
    assert "1.234" in halaman
    assert "205,67%" in halaman
    assert "Rp30.000.000" in halaman
    assert "20,00%" in halaman
    assert halaman.count(">Final</span>") == 2


def test_a_report_that_is_not_final_is_not_recapped(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        tugas = tugas_uji(db.session(), JenisPeriode.SEMESTER, 2, "6")
    halaman = masuk("kasubag_perencanaan").get(f"/tugas/{tugas.id}").text
    assert "Belum ada laporan triwulan yang final untuk direkap." in halaman
    assert "belum disetujui" in halaman


def test_the_lines_are_proposed_saved_and_sent(aplikasi: Flask, masuk: Masuk, tugas_id: int) -> None:
    klien = masuk("kasubag_perencanaan")
    halaman = klien.get(f"/tugas/{tugas_id}").text
    assert halaman.count("Usulan, belum tersimpan") == 6
    assert "Indikator: Indeks Kepuasan Masyarakat" in halaman
    simpan = klien.post(f"/pembagian-tugas/{tugas_id}", data=isian(aplikasi))
    assert (simpan.status_code, simpan.headers["Location"]) == (303, f"/tugas/{tugas_id}")
    kirim = klien.post(f"/pembagian-tugas/{tugas_id}/disposisi", headers=HTMX)
    assert kirim.status_code == 200
    assert "<html" not in kirim.text
    assert "Disposisi pembagian tugas terkirim." in kirim.text
    assert "6 bagian sudah dikirimi disposisi" in kirim.text
    assert "Pembagian tugas penyusunan laporan Semester I 2026" in masuk("kasi_pelayanan").get("/").text
    lagi = klien.post(f"/pembagian-tugas/{tugas_id}/disposisi")
    assert lagi.status_code == 409
    assert "sudah dikirim untuk semua bagian" in lagi.text
    assert klien.post(f"/tugas/{tugas_id}/penyelesaian", data={}).status_code == 303
    with aplikasi.app_context():
        assert db.session.get_one(Tugas, tugas_id).penyelesaian_id is not None


def test_saving_by_htmx_gives_the_step_anew(aplikasi: Flask, masuk: Masuk, tugas_id: int) -> None:
    jawab = masuk("kasubag_perencanaan").post(
        f"/pembagian-tugas/{tugas_id}", data=isian(aplikasi), headers=HTMX
    )
    assert jawab.status_code == 200
    assert "<html" not in jawab.text
    assert jawab.text.count("Tersimpan, belum dikirim") == 6
    assert "6 unit" in jawab.text


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"uraian": ""}, "Tuliskan apa yang dikerjakan bagian ini."),
        ({"uraian": "   "}, "Tuliskan apa yang dikerjakan bagian ini."),
        ({"uraian": "x" * 2_001}, "Paling banyak 2000 tanda"),
        ({"tenggat": "lusa"}, "Isi tanggal dengan benar"),
        ({"tenggat": ""}, "Isi tenggatnya."),
        ({"tenggat": "2026-10-01"}, "Tenggat ini sudah lewat."),
    ],
)
def test_a_wrong_line_writes_nothing_and_keeps_the_rest(
    aplikasi: Flask, masuk: Masuk, tugas_id: int, ubah: dict[str, str], kalimat: str
) -> None:
    baik = isian(aplikasi, "Kalimat yang tetap ada.")
    salah = isian(aplikasi, **ubah)
    satu = next(iter(baik)).removeprefix("bagi-uraian_")
    campur = baik | {k: v for k, v in salah.items() if k.endswith(f"_{satu}")}
    jawab = masuk("kasubag_perencanaan").post(f"/pembagian-tugas/{tugas_id}", data=campur)
    assert jawab.status_code == 422
    assert kalimat in jawab.text
    assert "Kalimat yang tetap ada." in jawab.text
    with aplikasi.app_context():
        assert not db.session.execute(select(PembagianTugas)).first()


def test_nothing_is_sent_before_it_is_saved(aplikasi: Flask, masuk: Masuk, tugas_id: int) -> None:
    jawab = masuk("kasubag_perencanaan").post(f"/pembagian-tugas/{tugas_id}/disposisi")
    assert jawab.status_code == 422
    assert "Simpan dahulu catatan pembagian tugas untuk" in jawab.text
    with aplikasi.app_context():
        assert not db.session.execute(select(Disposisi)).first()


def test_other_posts_read_and_do_not_write(aplikasi: Flask, masuk: Masuk, tugas_id: int) -> None:
    halaman = masuk("kasi_pelayanan").get(f"/tugas/{tugas_id}").text
    assert "Rekap dua triwulan" in halaman
    assert "bagi-uraian" not in halaman
    for alamat in (f"/pembagian-tugas/{tugas_id}", f"/pembagian-tugas/{tugas_id}/disposisi"):
        assert masuk("kasi_pelayanan").post(alamat, data=isian(aplikasi)).status_code == 403
        assert masuk("admin").post(alamat, data=isian(aplikasi)).status_code == 404
        assert masuk("kasubag_perencanaan").get(alamat).status_code == 405
    assert masuk("kasubag_perencanaan").post("/pembagian-tugas/999999").status_code == 404
    with aplikasi.app_context():
        assert db.session.execute(select(func.count()).select_from(PembagianTugas)).scalar_one() == 0


def test_the_step_of_another_page_takes_no_lines(aplikasi: Flask, masuk: Masuk, tugas_id: int) -> None:
    with aplikasi.app_context():
        ketujuh = tugas_uji(db.session(), JenisPeriode.SEMESTER, 1, "7")
    jawab = masuk("kasubag_perencanaan").post(f"/pembagian-tugas/{ketujuh.id}", data=isian(aplikasi))
    assert jawab.status_code == 404
    with aplikasi.app_context():
        assert not db.session.execute(select(PembagianTugas)).first()

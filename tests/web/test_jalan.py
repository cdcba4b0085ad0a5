"""Pages of runs and letters: start, list, page, the keputusan, refusals; other pages with a run's number."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from tests.web.conftest import KantorPenuh, Masuk


def test_starting_goes_on_to_the_first_step(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("kasi_pmd")
    alamat = penuh.alamat("/jalan/lembar/{lembar_surat}")
    assert "Menyusun konsep surat" in klien.get(alamat).text
    jabatan = str(penuh.nomor["jabatan_kasi_pmd"])
    kosong = klien.post(alamat, data={"judul": " ", "jabatan": jabatan})
    assert kosong.status_code == 422
    jawab = klien.post(alamat, data={"judul": "Undangan uji", "jabatan": jabatan})
    assert jawab.status_code == 303
    langkah = klien.get(jawab.headers["Location"]).text
    assert "Undangan uji" in langkah and "Simpan konsep surat" in langkah
    assert "Undangan uji" in klien.get("/").text  # the inbox


def test_a_post_of_another_is_refused(penuh: KantorPenuh, masuk: Masuk) -> None:
    alamat = penuh.alamat("/jalan/lembar/{lembar_surat}")
    data = {"judul": "Uji", "jabatan": str(penuh.nomor["jabatan_camat"])}
    assert masuk("kasi_pmd").post(alamat, data=data).status_code == 422


def test_the_list_is_searched_and_narrowed(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("camat")
    semua = klien.get("/jalan/").text
    assert "Konsep uji" in semua and "Penomoran uji" in semua
    assert "Mulai Surat Keluar" not in semua  # the Camat does not start it
    satu = klien.get("/jalan/?cari=konsep&keadaan=berjalan&lembar=surat-keluar").text
    assert "Konsep uji" in satu and "Penomoran uji" not in satu
    assert "Tidak ada yang cocok" in klien.get("/jalan/?keadaan=batal").text
    assert klien.get("/jalan/?keadaan=x&mulai=zz&lembar=%00").status_code == 200
    assert "Mulai Surat Keluar" in masuk("kasi_pmd").get("/jalan/").text


def test_the_page_of_a_run_draws_where_it_is(penuh: KantorPenuh, masuk: Masuk) -> None:
    halaman = masuk("kasi_pmd").get(penuh.alamat("/jalan/{jalan_nomor}")).text
    assert "Anda di sini" in halaman and "Memberi nomor dan mencetak surat" in halaman
    assert "dijawab Ya" in halaman and "bagan-gambar" in halaman
    assert "Kami mengundang Saudara" in halaman
    assert "Batalkan" not in halaman  # not the one who started it
    assert "Batalkan" in masuk("kasi_pelayanan").get(penuh.alamat("/jalan/{jalan_nomor}")).text


def test_a_run_given_up_says_why_and_its_steps_say_so(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("kasi_pelayanan")
    alamat = penuh.alamat("/jalan/{jalan}")
    assert klien.post(f"{alamat}/pembatalan", data={"alasan": " "}).status_code == 422
    assert klien.post(f"{alamat}/pembatalan", data={"alasan": "Ditunda."}).status_code == 303
    halaman = klien.get(alamat).text
    assert "Dibatalkan oleh Kasi Pelayanan Umum Uji" in halaman and "Ditunda." in halaman
    lagi = klien.post(f"{alamat}/pembatalan", data={"alasan": "Lagi."})
    assert lagi.status_code == 409 and "Sudah dibatalkan oleh" in lagi.text
    simpan = klien.post(
        penuh.alamat("/tugas/{jalan_1}/surat"), data={"surat-hal": "X", "surat-sifat": "biasa"}
    )
    assert simpan.status_code == 409
    assert "Konsep uji" not in klien.get("/").text


def test_a_keputusan_asks_for_its_answer_and_the_reason_of_a_tidak(penuh: KantorPenuh, masuk: Masuk) -> None:
    with penuh.app.app_context():
        periode = db.session.get_one(Periode, penuh.nomor["jalan_nomor"])
        empat, tiga = (
            db.session.execute(
                select(Tugas).where(Tugas.periode_id == periode.id, Tugas.kunci == kunci)
            ).scalar_one()
            for kunci in ("4", "3")
        )
        tiga_id, empat.dibuka_pada = tiga.id, None
        tiga.dibuka_pada, tiga.penyelesaian_id = periode.dibuka_pada, None
        db.session.commit()
    klien = masuk("sekretaris")
    alamat = f"/tugas/{tiga_id}/penyelesaian"
    assert "Pilih Ya atau Tidak." in klien.post(alamat, data={}).text
    tanpa = klien.post(alamat, data={"jawaban": "tidak", "catatan": ""})
    assert tanpa.status_code == 422 and "Tuliskan alasannya" in tanpa.text
    assert klien.post(alamat, data={"jawaban": "tidak", "catatan": "Keliru."}).status_code == 303
    pertama = masuk("kasi_pelayanan").get("/").text
    assert "Penomoran uji" in pertama and "Dikembalikan" in pertama


def test_a_letter_is_kept_with_its_faults_beside_the_fields(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("kasi_pelayanan")
    alamat = penuh.alamat("/tugas/{jalan_1}/surat")
    data = {
        "surat-hal": "Undangan",
        "surat-sifat": "biasa",
        "surat-klasifikasi": "undangan",
        "surat-isi": "Isi.",
    }
    salah = klien.post(alamat, data=data)
    assert salah.status_code == 422
    assert "Kode klasifikasi terdiri atas angka" in salah.text and ">\nIsi." in salah.text.replace("\r", "")
    rahasia = klien.post(alamat, data=data | {"surat-klasifikasi": "", "surat-sifat": "rahasia"})
    assert rahasia.status_code == 422
    benar = klien.post(alamat, data=data | {"surat-klasifikasi": "000.1.5"}, headers={"HX-Request": "true"})
    assert benar.status_code == 200 and "Konsep surat tersimpan" in benar.text


@pytest.mark.lambat
def test_a_concept_is_printed_and_the_number_is_given_once(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("kasubag_umum")
    pdf = klien.get(penuh.alamat("/surat-keluar/{jalan_nomor}/konsep.pdf"))
    assert pdf.data.startswith(b"%PDF") and pdf.mimetype == "application/pdf"
    assert "data:image/png" in klien.get(penuh.alamat("/surat-keluar/{jalan_nomor}/pratinjau")).text
    alamat = penuh.alamat("/tugas/{jalan_4}/surat/nomor")
    assert klien.post(alamat).status_code == 303
    halaman = klien.get(penuh.alamat("/tugas/{jalan_4}")).text
    assert "Bernomor" in halaman and "000.1.5/" in halaman
    lagi = klien.post(alamat)
    assert lagi.status_code == 409 and "Sudah diberi nomor" in lagi.text


def test_no_page_of_a_year_breaks_on_the_number_of_a_run(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = [masuk("kasubag_perencanaan"), masuk("kasubag_umum")]
    nomor = penuh.nomor["jalan"]
    for aturan in penuh.app.url_map.iter_rules():
        if aturan.arguments == {"periode_id"} and ".pdf" not in aturan.rule:
            for cara in sorted((aturan.methods or set()) & {"GET", "POST"}):
                url = aturan.build({"periode_id": nomor})
                assert url is not None
                for satu in klien:
                    status = satu.open(url[1], method=cara).status_code
                    assert status in (200, 303, 403, 404, 409, 422), (aturan.rule, cara, status)
    for umum in ("/periode/", "/laporan/", "/realisasi/", "/arsip/", "/catatan/", "/"):
        assert klien[0].get(umum).status_code in (200, 403), umum
    assert "Konsep uji" not in klien[0].get("/periode/").text


def test_the_archive_leads_back_to_the_run(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("kasi_pmd")
    assert "Undangan rapat koordinasi" in klien.get("/arsip/?jenis=surat_keluar").text
    halaman = klien.get(penuh.alamat("/arsip/{dokumen_surat}")).text
    assert penuh.alamat("/jalan/{jalan_arsip}") in halaman
    assert penuh.alamat('href="/pindai/?dokumen={dokumen_surat}"') not in halaman  # a Kasi hands nothing in
    halaman = masuk("kasubag_umum").get(penuh.alamat("/arsip/{dokumen_surat}")).text
    assert penuh.alamat('href="/pindai/?dokumen={dokumen_surat}"') in halaman

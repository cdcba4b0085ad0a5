"""The number of another's thing: 404 or 403, on the page and through htmx, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.isian_formulir import SEMUA, Kiriman, kiriman
from tests.web.conftest import KantorPenuh, Masuk

Baris = tuple[str, str, str, int]

# who tries, how, what, and what they are told
RAHASIA: tuple[Baris, ...] = tuple(
    (siapa, cara, url, 404)
    for siapa in ("kasi_pelayanan", "kasubag_umum", "kasubag_perencanaan", "staf_perencanaan")
    for cara, url in (
        ("GET", "/disposisi/{rahasia}"),
        ("GET", "/disposisi/{rahasia}/lembar.pdf"),
        ("GET", "/disposisi/cabang/{cabang_rahasia}"),
        ("POST", "/disposisi/cabang/{cabang_rahasia}/penyelesaian"),
        ("POST", "/disposisi/cabang/{cabang_rahasia}/tanpa-tindak-lanjut"),
        ("POST", "/disposisi/cabang/{cabang_rahasia}/penerusan"),
        ("POST", "/disposisi/cabang/{cabang_rahasia}/pembatalan"),
        ("GET", "/berkas/{berkas_rahasia}"),
    )
)
SURAT: tuple[Baris, ...] = tuple(
    (siapa, cara, url, 404)
    for siapa in ("kasi_pelayanan", "kasi_pmd", "kasubag_perencanaan", "staf_perencanaan")
    for cara, url in (
        ("GET", "/surat-masuk/{surat_masuk_rahasia}"),
        ("POST", "/surat-masuk/{surat_masuk_rahasia}/pengarsipan"),
        ("GET", "/berkas/{berkas_surat_rahasia}"),
        ("GET", "/berkas/{berkas_surat_rahasia}/halaman/1"),
    )
)
CABANG: tuple[Baris, ...] = (
    *(
        (siapa, "POST", f"/disposisi/cabang/{{cabang_pelayanan}}/{tindak}", status)
        for siapa, status in (("kasi_pmd", 403), ("camat", 403), ("kasi_trantib", 404), ("admin", 403))
        for tindak in ("penyelesaian", "tanpa-tindak-lanjut", "penerusan")
    ),
    ("kasi_pmd", "POST", "/disposisi/cabang/{cabang_pelayanan}/pembatalan", 403),
    ("kasi_pelayanan", "POST", "/disposisi/cabang/{cabang_pelayanan}/pembatalan", 403),
)
UNIT: tuple[Baris, ...] = (
    *(
        (siapa, cara, url, 404)
        for siapa in ("kasi_pmd", "kasubag_perencanaan")
        for cara, url in (
            ("POST", "/realisasi/{tw3}/indikator/{indikator}"),
            ("POST", "/realisasi/{tw3}/program/{program}"),
            ("POST", "/realisasi/{tw3}/indikator/{indikator}/bukti"),
            ("POST", "/realisasi/{tw3}/indikator/{indikator}/bukti/{bukti_indikator}/pencabutan"),
            ("GET", "/realisasi/{tw3}/unit/{unit_pelayanan}/kesiapan"),
            ("POST", "/realisasi/{tw3}/unit/{unit_pelayanan}/pengiriman"),
        )
    ),
    # a bukti of another unit under an indikator of one's own, and the other way round
    (
        "kasi_pelayanan",
        "POST",
        "/realisasi/{tw3}/indikator/{indikator}/bukti/{bukti_indikator_pmd}/pencabutan",
        404,
    ),
    (
        "kasi_pelayanan",
        "POST",
        "/realisasi/{tw3}/indikator/{indikator_pmd}/bukti/{bukti_indikator}/pencabutan",
        404,
    ),
    ("staf_pelayanan", "POST", "/realisasi/{tw3}/unit/{unit_pelayanan}/pengiriman", 403),
    ("kasi_pmd", "POST", "/rencana-aksi/kegiatan/{aksi}", 403),
    ("kasi_pmd", "POST", "/rencana-aksi/kegiatan/{aksi}/penghapusan", 403),
    ("kasi_pmd", "POST", "/rencana-aksi/indikator/{indikator}", 403),
)
LANGKAH: tuple[Baris, ...] = (
    *(
        (siapa, "POST", url, 403)
        for siapa in ("camat", "kasubag_umum", "kasi_pelayanan", "staf_pelayanan")
        for url in (
            "/tugas/{lama1_3}/penyelesaian",
            "/tugas/{lama1_3}/pengembalian",
            "/tugas/{tw3_2}/berkas",
            "/laporan-progres/{tw3}/unit/{unit_pelayanan}/pelewatan",
            "/laporan-progres/{tw3}/unit/{unit_pmd}/pengembalian",
            "/laporan/{lalu2}/narasi",
            "/laporan/{lalu1}/olahan",
            "/laporan/{lalu1}/penjelasan",
            "/laporan/{sem2}/penyampaian",
            "/laporan/koreksi/{koreksi}/tindak-lanjut",
            "/pembagian-tugas/{sem1_6}",
            "/pembagian-tugas/{sem1_6}/disposisi",
            "/sosialisasi/{sosialisasi}/undangan",
            "/sosialisasi/{sosialisasi}/notulen",
            "/sosialisasi/{sosialisasi}/penutupan",
            "/sosialisasi/tugas/{lama2_5}/undangan",
            "/sosialisasi/tanggapan/{tanggapan_pmd}/persetujuan",
            "/sosialisasi/tanggapan/{tanggapan_pmd}/koreksi",
        )
    ),
    ("sekretaris", "POST", "/tugas/{lalu4_pengesahan}/dokumen", 403),
    ("sekretaris", "POST", "/pindai/{pindaian}/kesesuaian", 403),
    ("sekretaris", "POST", "/pindai/{pindaian}/penolakan", 403),
    ("sekretaris", "POST", "/pindai/dokumen/{dokumen_lalu3}/penyelesaian", 403),
    ("kasi_pmd", "POST", "/pindai/", 403),
    ("kasi_pmd", "GET", "/pindai/{pindaian}", 404),
    ("kasi_pmd", "GET", "/berkas/{berkas_pindaian}", 404),
    ("kasi_pmd", "POST", "/pindai/{pindaian_gelap}/dokumen", 404),
    ("kasubag_perencanaan", "POST", "/disposisi/permintaan/{tw4_1}", 403),
    ("admin", "GET", "/tugas/{tw3_2}", 404),
    ("admin", "GET", "/berkas/{berkas_bukti}", 404),
    ("admin", "GET", "/berkas/{berkas_arsip}", 404),
)
# a thing of one's own, named under another that is not its parent
SILANG: tuple[Baris, ...] = (
    ("admin", "POST", "/orang/{pegawai_kasi_pmd}/penugasan/{penugasan}/akhir", 404),
    ("admin", "POST", "/orang/{pegawai_kasi_pmd}/sesi/{sesi_kasi_kesos}/akhir", 404),
    ("kasi_pelayanan", "POST", "/realisasi/{tw1}/indikator/{indikator_pmd}", 404),
    ("kasubag_perencanaan", "POST", "/laporan/{tw1}/penyampaian", 404),
    ("sekretaris", "POST", "/sosialisasi/tugas/{tw3_2}/undangan", 403),
    ("kasubag_umum", "POST", "/disposisi/permintaan/{tw3_2}", 404),
)


@pytest.fixture
def coba(penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]) -> Callable[[tuple[Baris, ...]], None]:
    """Send each with the right filling of its rightful owner; all surprises are named at the end."""
    benar = {penuh.alamat(satu.alamat): isian[satu.titik] for satu in SEMUA}

    def jalankan(semua: tuple[Baris, ...]) -> None:
        semula, beda = penuh.isi(), []
        for siapa, cara, pola, status in semua:
            url = penuh.alamat(pola)
            for kepala in ({}, {"HX-Request": "true"}):
                jawab = masuk(siapa).open(url, method=cara, data=benar.get(url), headers=kepala)
                if jawab.status_code != status or penuh.isi() != semula:
                    beda.append((siapa, pola, jawab.status_code, penuh.isi() != semula))
                    penuh.pulihkan(semula)
                assert "rahasia" not in jawab.text.lower(), (siapa, pola)
                assert ("<html" in jawab.text) is not kepala or jawab.status_code == 200
        assert not beda, "\n".join(map(str, beda))

    return jalankan


def test_a_secret_disposisi_and_its_file_do_not_exist_for_others(
    coba: Callable[[tuple[Baris, ...]], None],
) -> None:
    coba(RAHASIA + SURAT)


def test_another_units_figures_steps_answers_and_branches_stay_untouched(
    coba: Callable[[tuple[Baris, ...]], None],
) -> None:
    coba(CABANG + UNIT + LANGKAH + SILANG)


def test_those_it_concerns_do_see_the_secret_one(penuh: KantorPenuh, masuk: Masuk) -> None:
    for siapa in ("camat", "sekretaris", "kasi_pmd", "kasi_kesos"):
        for pola in (
            "/disposisi/{rahasia}",
            "/disposisi/cabang/{cabang_rahasia}",
            "/berkas/{berkas_rahasia}",
        ):
            with masuk(siapa).get(penuh.alamat(pola)) as jawab:
                assert jawab.status_code == 200, (siapa, pola)


def test_a_secret_disposisi_shows_on_no_list_of_others(penuh: KantorPenuh, masuk: Masuk) -> None:
    """Neither in lists, the inbox, the page of its period, nor in the audit page of the admin."""
    for siapa in ("kasubag_umum", "kasubag_perencanaan", "kasi_pelayanan", "staf_perencanaan", "admin"):
        for url in ("/", "/disposisi/?arah=semua", "/disposisi/?arah=keluar", "/catatan/", "/laporan/"):
            assert "Perihal rahasia" not in masuk(siapa).get(url).text, (siapa, url)
            assert "Balasan rahasia" not in masuk(siapa).get(url).text, (siapa, url)


def test_fields_nobody_asked_for_are_ignored(penuh: KantorPenuh, masuk: Masuk) -> None:
    """A Staf cannot set what only the head may: extra fields change nothing."""
    titipan = {
        "id": "1", "unit_id": "1", "peran": "camat", "status": "selesai", "dikirim_pada": "2026-10-08",
        "disetujui_pada": "2026-10-08", "target_tahun": "1", "nomor": "99", "is_admin": "1", "oleh_id": "2",
    }  # fmt: skip
    satu = next(s for s in SEMUA if s.titik == "realisasi.simpan")
    klien = masuk("staf_pelayanan")
    kirim, _ = kiriman(satu, penuh.nomor, klien)
    url = penuh.alamat(satu.alamat)
    semula = penuh.isi()
    assert klien.post(url, data=kirim).status_code == 303
    tanpa = penuh.isi()
    penuh.pulihkan(semula)
    assert klien.post(url, data={**titipan, **kirim}).status_code == 303
    assert penuh.isi() == tanpa

"""A Plh. for a week takes over in the middle of a step, and the report carries the right block."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader
from sqlalchemy import select

from kinerja import create_app
from kinerja.demo.kertas import tertanda
from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai
from kinerja.models.tugas import Penyelesaian
from tests.browser import halaman_kotak as kotak
from tests.browser import halaman_laporan as laporan
from tests.browser import halaman_orang as orang
from tests.browser import halaman_pengesahan as pengesahan
from tests.browser import halaman_tugas as tugas
from tests.browser.babak_triwulan import LANGKAH, putaran
from tests.browser.conftest import buka_orang, layani, siapkan_basis
from tests.browser.kantor_hidup import KantorHidup
from tests.data_uji_arsip import siap_disahkan
from tests.data_uji_laporan import bangun_tangan, periode, siapkan_draf
from tests.kantor_uji import PEMERAN, bangun, orang_uji

NIP = {"camat": "197001011995031001", "sekretaris": "197502022000032002"}
PLH = "Plh. (pejabatnya berhalangan)"
SK = "800/45/SPT-2026"
DUA = "Triwulan II 2026"


@pytest.fixture
def hidup(peramban: Browser, tmp_path: Path) -> Iterator[KantorHidup]:
    """Triwulan II stands at step 4; triwulan I is frozen and waits for its Pengesahan."""
    app = create_app(tmp_path, {"TESTING": False})

    def isi() -> None:
        sesi = db.session()
        bangun(sesi)
        kantor(sesi).tanggal_contoh = date(2026, 10, 8)
        for pegawai in sesi.execute(select(Pegawai)).scalars():
            pegawai.nip = NIP.get(pegawai.nama_pengguna, "")
        bangun_tangan(sesi)
        siap_disahkan(sesi, 1)
        milik = periode(sesi, JenisPeriode.TRIWULAN, 2)
        siapkan_draf(sesi, milik, "3", orang_uji(sesi, "staf_perencanaan"))
        _sampai_langkah_empat(milik.id)

    siapkan_basis(app, isi)
    for layanan in layani(app, tmp_path):
        for masuk in buka_orang(peramban, layanan):
            yield KantorHidup(layanan, masuk)


def _sampai_langkah_empat(periode_id: int) -> None:
    """Steps 1 to 3 are history."""
    from kinerja.models.tugas import Tugas
    from tests.data_uji_sosialisasi import selesaikan_langsung

    sesi, pada = db.session(), datetime(2026, 10, 7, 2, 0, tzinfo=UTC)
    for satu in sesi.execute(select(Tugas).where(Tugas.periode_id == periode_id)).scalars():
        if satu.kunci in ("1", "2", "3"):
            selesaikan_langsung(sesi, satu, pada)
        elif satu.kunci == "4":
            satu.dibuka_pada = pada
    sesi.flush()


def teks(pdf: bytes) -> str:
    """The words of a PDF without their spaces."""
    return "".join("".join(h.extract_text() for h in PdfReader(io.BytesIO(pdf)).pages).split())


def test_a_plh_for_a_week_takes_over_mid_step_and_the_report_carries_the_right_block(
    hidup: KantorHidup,
) -> None:
    k = hidup
    k.hari("2026-10-08")
    penyusun = k.sebagai("kasubag_perencanaan")
    kotak.buka(penyusun, LANGKAH[4], DUA)
    laporan.ubah_bagian(penyusun, "Ringkasan", "Ringkasan yang ditulis sebelum cuti.")

    admin, kasubag = k.sebagai("admin"), PEMERAN["kasubag_perencanaan"][0]
    for nama, jabatan in ((f"{PEMERAN['kasubag_umum'][0]} Uji", kasubag), ("Sekretaris Uji", "Camat")):
        orang.beri_jabatan(admin, nama, jabatan, PLH, "2026-10-09", "2026-10-15", SK)
    assert not [b for b in kotak.isi(k.sebagai("kasubag_umum")) if LANGKAH[4] in b]

    k.hari("2026-10-09")
    pengganti = k.sebagai("kasubag_umum")
    kotak.buka(pengganti, LANGKAH[4], DUA)
    ditulis = pengganti.locator("#bagian-ringkasan textarea")
    expect(ditulis).to_have_value("Ringkasan yang ditulis sebelum cuti.")
    assert laporan.tulis_wajib(pengganti, "Ditulis Plh.") >= 1
    tugas.selesaikan(pengganti)
    assert not [b for b in kotak.isi(penyusun) if LANGKAH[4] in b]

    sekretaris = k.sebagai("sekretaris")
    kotak.buka(sekretaris, LANGKAH[5], DUA)
    putaran(k, DUA, ("kasi_kesos",), LANGKAH[5])
    tugas.selesaikan(sekretaris)

    kotak.buka(pengganti, f"Pengesahan laporan {DUA}")
    pdf = pengesahan.terbitkan(pengganti)
    assert "Plh.CAMATKOTOXITARUSAN,SekretarisUji" in teks(pdf)
    assert "NIP197502022000032002" in teks(pdf).replace(".", "") and "CamatUji" not in teks(pdf)
    kotak.buka(sekretaris, f"Pengesahan laporan {DUA}")  # the Plh. Camat brings the signed one back
    pengesahan.unggah_tertanda(
        sekretaris, "tertanda.pdf", tertanda(pdf, "Sekretaris Uji"), "Lemari 2, map Laporan 2026"
    )

    k.hari("2026-10-16")
    kotak.buka(penyusun, "Pengesahan laporan Triwulan I 2026")
    berikut = teks(pengesahan.terbitkan(penyusun))
    assert "CAMATKOTOXITARUSAN,CamatUji" in berikut and "Plh." not in berikut
    assert "NIP197001011995031001" in berikut.replace(".", "")
    assert not [b for b in kotak.isi(pengganti) if "Pengesahan" in b]

    _arsip_tetap(k, pdf)
    _tercatat(k, kasubag)


def _arsip_tetap(k: KantorHidup, pdf: bytes) -> None:
    """The archived report is byte for byte the one the Plh. signed, and its page says who did."""
    with k.layanan.app.app_context():
        dokumen = db.session.execute(select(Dokumen).order_by(Dokumen.id)).scalars().first()
        assert dokumen is not None
        nomor, berkas = dokumen.id, dokumen.berkas_id
        assert (dokumen.penanda_nama, dokumen.penanda_jabatan) == ("Sekretaris Uji", "Plh. Camat")
    camat = k.sebagai("camat")
    assert camat.request.get(f"/berkas/{berkas}").body() == pdf
    camat.goto(f"/arsip/{nomor}")
    expect(camat.get_by_text("Plh. Camat").first).to_be_visible()
    camat.goto("/struktur/")
    camat.get_by_role("link", name="Camat", exact=True).click()
    expect(camat.get_by_text(SK)).to_be_visible()


def _tercatat(k: KantorHidup, kasubag: str) -> None:
    with k.layanan.app.app_context():
        selesai = db.session.execute(select(Penyelesaian).order_by(Penyelesaian.id)).scalars().all()
        umum = f"{PEMERAN['kasubag_umum'][0]} Uji"
        assert (umum, f"Plh. {kasubag}") in [(p.oleh_nama, p.jabatan_nama) for p in selesai]
        terbit = db.session.execute(select(Catatan).where(Catatan.tindakan == "terbitkan")).scalars().all()
        assert [(c.pelaku_nama, c.jabatan_nama) for c in terbit] == [
            (umum, f"Plh. {kasubag}"),
            (f"{kasubag} Uji", kasubag),
        ]

"""Take the pictures of docs/panduan.md: fill an example office, walk it through its year, photograph it.

    .venv/bin/python docs/ambil_gambar.py            # all of them, about two minutes, into docs/gambar/
    .venv/bin/python docs/ambil_gambar.py --ke /tmp/lihat

Everything happens in a folder of its own that is removed at the end. Look at every picture before you commit.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
from kamera import BENDERA, SANDI, Kamera, ikuti, melayani
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import select

from kinerja.cli.aplikasi import aplikasi, mutakhirkan
from kinerja.cli.verify import catat_hasil, periksa_kantor
from kinerja.demo import isi_contoh, lakon
from kinerja.demo.naskah import notulen
from kinerja.demo.panggung import WIB, Panggung
from kinerja.demo.sahkan import kembalikan_tertanda, terbitkan_final
from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.dokumen import Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import pk_berlaku
from kinerja.models.tugas import PENGESAHAN
from kinerja.operations import koreksi, sosialisasi, undangan
from kinerja.operations.laporan import verba as laporan
from kinerja.operations.laporan.progres import kirim
from kinerja.operations.pemasangan import admin_pertama, kode_siapkan, pasang
from kinerja.operations.realisasi.verba import Ketikan, simpan_realisasi
from kinerja.operations.tugas import selesaikan
from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat
from kinerja.web.laporan.pdf import cetak_laporan

TAHUN = 2026


@dataclass
class Tahun:
    """The example office and its camera: acts and pictures take turns."""

    p: Panggung
    kamera: Kamera

    def besok(self, pada: datetime) -> None:
        """Write what was done and let it be the day after in the office: what opened then is open now."""
        kantor(self.p.sesi).tanggal_contoh = pada.astimezone(WIB).date() + timedelta(days=1)
        self.p.babak()
        self.p.sesi.commit()

    def potret(self, nama: str, siapa: str, jalan: str, **apa: Any) -> None:
        """A picture, while nothing here holds the write lock."""
        self.p.sesi.commit()
        self.kamera.potret(nama, siapa, jalan, **apa)

    def potret_tugas(self, nama: str, siapa: str, periode: Periode, kunci: str, **apa: Any) -> None:
        """A picture of a step's work, without the menu and what stands beside it."""
        apa = {"pilih": "#kerja", "tinggi": 1200, **apa}
        self.potret(nama, siapa, f"/tugas/{self.p.tugas(periode, kunci).id}", **apa)

    @contextmanager
    def menyela(self, gambar: dict[str, tuple[tuple[str, str], ...]]) -> Iterator[None]:
        """Photograph these steps just before the example completes them."""
        selesai = lakon.selesai

        def lihat_selesai(
            p: Panggung, periode: Periode, kunci: str, siapa: str, mulai: datetime, menit: int
        ) -> None:
            self.besok(mulai)
            for nama, pilih in gambar.get(kunci, ()):
                self.potret_tugas(nama, siapa, periode, kunci, pilih=pilih, tinggi=720)
            selesai(p, periode, kunci, siapa, mulai, menit)

        lakon.selesai = lihat_selesai
        try:
            yield
        finally:
            lakon.selesai = selesai

    def sahkan(self, periode: Periode, pada: datetime) -> None:
        """Issue the final PDF and take it back signed."""
        terbitkan_final(self.p, periode, pada)
        kembalikan_tertanda(self.p, periode, pada, f"Lemari 2, map Laporan {TAHUN}")


def sepuluh_oktober(t: Tahun) -> None:
    """The office as ``make demo`` shows it."""
    foto, p = t.potret, t.p
    tw3 = p.periode(JenisPeriode.TRIWULAN, 3)
    tw3_id, tw2_id = tw3.id, p.periode(JenisPeriode.TRIWULAN, 2).id
    foto("masuk", "", "/masuk", tinggi=700)
    foto("kode", "", "/kode", pilih="main section", tinggi=700)
    foto("kotak", "perencanaan", "/", tinggi=720)
    foto("kotak-kosong", "kesos", "/", tinggi=640)
    foto("periode", "umum", "/periode/", tinggi=940)
    foto("realisasi", "pemberdayaan", f"/realisasi/{tw3_id}", tinggi=820)
    foto("realisasi-bukti", "pemberdayaan", f"/realisasi/{tw3_id}", pilih=".bukti", tinggi=420)
    foto("realisasi-kirim", "pemberdayaan", f"/realisasi/{tw3_id}", pilih="#kirim", tinggi=500)
    foto("disposisi", "pelayanan", "/", sebelum=ikuti("Permintaan data kinerja"), tinggi=780)
    foto("disposisi-baru", "camat", "/disposisi/baru", tinggi=1000)
    foto("pk", "perencanaan", f"/perjanjian-kinerja/{TAHUN}", tinggi=820)
    foto("rencana-aksi", "pelayanan", f"/rencana-aksi/{TAHUN}", tinggi=860)
    foto("laporan", "camat", f"/laporan/{tw2_id}", tinggi=900)
    foto("arsip", "camat", "/arsip/?cari=nagari", tinggi=760)
    foto("sop", "sekretaris", "/sop", tinggi=700)
    foto("sop-bagan", "sekretaris", f"/sop/{tw3_id}", lebar=1500, pilih=".bagan", tinggi=820)
    foto("catatan", "sekretaris", "/catatan/", tinggi=640)
    foto("kantor", "sekretaris", "/kantor/", tinggi=820)
    foto("pegawai", "admin", "/", sebelum=ikuti("Lengkapi pegawai"), tinggi=980)
    foto("jabatan", "admin", "/jabatan/", tinggi=760)
    t.potret_tugas("langkah", "perencanaan", tw3, "2", pilih="", tinggi=820)
    foto("unggah-tertanda", "perencanaan", "/pindai/", tinggi=740)
    foto("bandingkan", "perencanaan", "/pindai/", sebelum=ikuti(f"Perjanjian Kinerja {TAHUN}"), tinggi=860)
    foto("periksa", "", "/periksa/", sebelum=tanyakan(kode_terbit(p)), tinggi=720)


def triwulan_tiga(t: Tahun) -> None:
    """Steps 2 to 5 and Pengesahan of the triwulan that is running."""
    p = t.p
    tw = p.periode(JenisPeriode.TRIWULAN, 3)
    for siapa in ("pemberdayaan", "pelayanan", "perencanaan"):
        lakon.isi_unit(p, tw, siapa, p.jam(10, 12, 10))
    isi_dengan_temuan(p, tw, p.jam(10, 12, 11))
    t.besok(p.jam(10, 12))
    t.potret_tugas("langkah-2", "perencanaan", tw, "2", tinggi=800)
    lakon.isi_unit(p, tw, "trantib", p.jam(10, 12, 14))
    lakon.selesai(p, tw, "2", "perencanaan", p.jam(10, 12, 15), 25)
    t.besok(p.jam(10, 12))
    t.potret_tugas("langkah-3-awal", "staf.perencanaan", tw, "3")
    laporan.olah(p.sesi, tw, p.orang("staf.perencanaan"), p.jam(10, 13))
    t.besok(p.jam(10, 13))
    t.potret_tugas("langkah-3", "staf.perencanaan", tw, "3", tinggi=900)
    lakon.olah(p, tw, p.jam(10, 13, 10))
    t.besok(p.jam(10, 13))
    t.potret_tugas("langkah-4", "perencanaan", tw, "4", tinggi=1330)
    lakon.tulis(p, tw, p.jam(10, 14))
    t.besok(p.jam(10, 13))
    t.potret_tugas("selesaikan", "perencanaan", tw, "4", pilih="#selesaikan")
    t.potret_tugas("kembalikan", "perencanaan", tw, "4", pilih="#kembalikan", sebelum=buka_kembalikan)
    lakon.selesai(p, tw, "4", "perencanaan", p.jam(10, 14), 48)
    sosialisasi_triwulan(t, tw)
    t.potret_tugas("pengesahan", "perencanaan", tw, PENGESAHAN)
    t.sahkan(tw, p.jam(10, 20))


def isi_dengan_temuan(p: Panggung, tw: Periode, pada: datetime) -> None:
    """The Subbag Umum sends a position below the one before it, so that step 3 has something to ask."""
    lakon.isi_unit(p, tw, "umum", pada, kirimkan=False)
    pk = p.sesi.execute(pk_berlaku(p.tahun)).scalar_one()
    oleh, unit_id = p.orang("umum"), p.unit("umum")
    milik = next(i for s in pk.sasaran for i in s.indikator if i.unit_id == unit_id)
    isian = Ketikan(nilai="88,5", hambatan="Tiga pegawai pindah; datanya belum lengkap.")
    simpan_realisasi(p.sesi, tw.id, milik.identitas, isian, oleh, pada)
    kirim(p.sesi, tw.id, unit_id, "Data sudah diperiksa.", oleh, pada, tanpa_bukti=True)


def sosialisasi_triwulan(t: Tahun, tw: Periode) -> None:
    """Step 5 in its parts: the invitation, an answer, the minutes."""
    p, pada = t.p, t.p.jam(10, 15)
    oleh = p.orang("sekretaris")
    t.besok(p.jam(10, 14))
    t.potret_tugas("langkah-5-undangan", "sekretaris", tw, "5")
    tugas = p.tugas_penuh(p.tugas(tw, "5"))
    temu = undangan.undang(p.sesi, tugas.id, oleh, pada, undangan.undangan_awal(p.sesi, tugas, pada.date()))
    temu_id, tugas_id = temu.id, tugas.id
    t.besok(pada)
    daftar = sosialisasi.cari_sosialisasi(p.sesi, temu_id).tanggapan
    siapa = {p.jabatan(nama).id: nama for nama in ("camat", *lakon.KEPALA)}
    t.potret(
        "tanggapan", siapa[daftar[-1].jabatan_id], "/", sebelum=ikuti("draf"), pilih="#tanggapan", tinggi=1100
    )
    for satu in daftar[:4]:
        koreksi.setujui(p.sesi, satu.id, p.orang(siapa[satu.jabatan_id]), p.jam(10, 16))
    t.besok(p.jam(10, 16))
    t.potret_tugas("langkah-5-rapat", "sekretaris", tw, "5")
    for satu in daftar[4:]:
        koreksi.setujui(p.sesi, satu.id, p.orang(siapa[satu.jabatan_id]), p.jam(10, 16, 11))
    hadir = [satu.id for satu in daftar]
    sosialisasi.catat_rapat(p.sesi, temu_id, oleh, p.jam(10, 16, 12), hadir=hadir, notulen=notulen(tw.nama))
    sosialisasi.tutup_sosialisasi(p.sesi, temu_id, oleh, p.jam(10, 16, 12))
    selesaikan(p.sesi, tugas_id, oleh, p.jam(10, 16, 12))
    t.besok(p.jam(10, 16))


def akhir_tahun(t: Tahun) -> None:
    """Semester I comes back signed; then triwulan IV, the second semester and the year."""
    p = t.p
    kembalikan_tertanda(
        p, p.periode(JenisPeriode.SEMESTER, 1), p.jam(10, 20), f"Lemari 2, map Laporan {TAHUN}"
    )
    tw, mulai = p.periode(JenisPeriode.TRIWULAN, 4), p.jam(1, 4, tahun=TAHUN + 1)
    t.besok(mulai)
    t.potret_tugas("langkah-1", "umum", tw, "1")
    lakon.satu_triwulan(p, 4, mulai)
    t.sahkan(tw, p.jam(1, 18, tahun=TAHUN + 1))
    gambar = {
        "6": (("langkah-6", "#rekap"), ("langkah-6-bagi", "#pembagian")),
        "7": (("langkah-7", "#penyampaian"),),
        "9": (("langkah-9", "#kerja"),),
    }
    with t.menyela(gambar):
        t.sahkan(lakon.satu_semester(p, 2, p.jam(1, 19, tahun=TAHUN + 1)), p.jam(1, 29, tahun=TAHUN + 1))
        lakon.satu_tahun(p, p.jam(2, 8, tahun=TAHUN + 1))


def buka_kembalikan(halaman: Page) -> None:
    halaman.locator("#kembalikan > summary").click()


def kode_terbit(p: Panggung) -> str:
    """The code at the foot of the second triwulan's report."""
    judul = f"Laporan Kinerja Triwulan II {TAHUN}"
    return p.sesi.execute(select(Dokumen.kode).where(Dokumen.judul == judul)).scalar_one()


def tanyakan(kode: str) -> Callable[[Page], None]:
    """Type a code on the public page and send it."""

    def isi(halaman: Page) -> None:
        halaman.get_by_label("Kode dokumen").fill(kode)
        halaman.get_by_role("button", name="Periksa kode").click()
        halaman.wait_for_url("**/hasil/**")

    return isi


def kantor_baru(peramban: Browser, data: Path, ke: Path) -> None:
    """An office of which only the console was touched, and then its readiness list."""
    app = aplikasi(data)
    mutakhirkan(app)
    kini = datetime.now(UTC)
    with app.app_context():
        menulis.set(True)
        sesi = db.session()
        pasang(sesi, muat(), PENGUMPULAN_DATA_KINERJA, kini)
        sesi.commit()
        with melayani(data) as alamat:
            kamera = Kamera(peramban, alamat, ke)
            kamera.potret("siapkan", "", "/siapkan", pilih="main section", tinggi=1000)
            kode = kode_siapkan(sesi, kini)
            admin_pertama(sesi, kode, "Budi Contoh, S.Kom.", "budi", SANDI, kini, kini, kini.date())
            sesi.commit()
            kamera.potret("menyiapkan", "budi", "/menyiapkan", tinggi=800)
        menulis.set(False)


@click.command()
@click.option(
    "--ke", type=click.Path(file_okay=False, path_type=Path), default=Path(__file__).parent / "gambar"
)
def main(ke: Path) -> None:
    """Fill, walk, photograph."""
    ke.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as sementara, sync_playwright() as main_:
        program = os.environ.get("KINERJA_CHROMIUM") or shutil.which("chromium")
        peramban = main_.chromium.launch(executable_path=program, args=list(BENDERA))
        kantor_baru(peramban, Path(sementara) / "baru", ke)
        data = Path(sementara) / "contoh"
        app = aplikasi(data)
        mutakhirkan(app)
        with app.app_context():
            menulis.set(True)
            isi_contoh(db.session(), data, SANDI, TAHUN, cetak_laporan, click.echo)
            db.session.commit()
            menulis.set(False)
        catat_hasil(app, periksa_kantor(app), 1)  # as ``kinerja demo`` does
        with app.app_context():
            menulis.set(True)
            with melayani(data) as alamat:
                tahun = Tahun(
                    Panggung(db.session(), data, TAHUN, cetak_laporan), Kamera(peramban, alamat, ke)
                )
                for babak in (sepuluh_oktober, triwulan_tiga, akhir_tahun):
                    babak(tahun)
            menulis.set(False)
        peramban.close()


if __name__ == "__main__":
    main()

"""Eight at once on a real database file: one effect, the others learn who was first, no gap and no double."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, func, select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Hasil, Sifat
from kinerja.domain.kesalahan import Kesalahan, SudahDikerjakan, TidakDitemukan
from kinerja.models.basis_data import menulis
from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.disposisi import Disposisi, PenyelesaianCabang
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import Koreksi, Tanggapan
from kinerja.models.lembar_sop import lembar_terbaru
from kinerja.models.periode import Periode
from kinerja.models.tugas import Penyelesaian, Tugas
from kinerja.operations import koreksi
from kinerja.operations import tugas as verba
from kinerja.operations.arsip import unggah_tertanda
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.disposisi import cabang as disposisi_cabang
from kinerja.operations.disposisi.verba import buat_disposisi
from kinerja.operations.dokumen.terbit import CalonDokumen, calon, terbitkan
from kinerja.operations.laporan import progres as laporan_progres
from kinerja.operations.periode import buka_tahun
from kinerja.operations.perjanjian_kinerja.persetujuan import setujui_pk
from kinerja.sop import PENGUMPULAN_DATA_KINERJA
from tests.kantor_penuh import Nomor
from tests.kantor_uji import orang_uji

PADA = datetime(2026, 10, 8, 3, 0, tzinfo=UTC)
BANYAK = 8
Kerja = Callable[[Session], Any]


@pytest.fixture
def mesin(_penuh: Any, tmp_path: Path) -> Iterator[Engine]:
    """The filled office as a database file of its own."""
    cetakan: sqlite3.Connection = _penuh[0]
    with closing(sqlite3.connect(tmp_path / "kinerja.db")) as berkas:
        cetakan.backup(berkas)
    hasil = create_engine(f"sqlite:///{tmp_path / 'kinerja.db'}")
    yield hasil
    hasil.dispose()


@pytest.fixture
def n(_penuh: Any) -> Nomor:
    """The ids of its things."""
    hasil: Nomor = _penuh[2]
    return hasil


def serentak(mesin: Engine, *kerja: Kerja) -> list[Any]:
    """Run each in a thread and a session of its own, all at once, as a request that writes would.

    Gives what each returned, or the Kesalahan it was refused with.
    """
    garis = threading.Barrier(len(kerja))

    def satu(apa: Kerja) -> Any:
        menulis.set(True)
        garis.wait()
        with Session(mesin, expire_on_commit=False) as sesi:
            try:
                hasil = apa(sesi)
                sesi.commit()
            except Kesalahan as salah:
                sesi.rollback()
                return salah
            return hasil

    with ThreadPoolExecutor(len(kerja)) as kolam:
        return list(kolam.map(satu, kerja))


def menang(hasil: list[Any], pesan: str = "") -> list[Any]:
    """Those who got through; all others were told that it is done already."""
    kalah = [h for h in hasil if isinstance(h, Exception)]
    assert all(type(k) is SudahDikerjakan for k in kalah), kalah
    assert all(pesan in k.pesan for k in kalah), kalah
    return [h for h in hasil if not isinstance(h, Exception)]


def banyaknya(sesi: Session, model: Any, *syarat: Any) -> int:
    return sesi.execute(select(func.count()).select_from(model).where(*syarat)).scalar_one()


@pytest.fixture
def baca(mesin: Engine) -> Iterator[Session]:
    """A session to look at the end; the chain must be whole and gapless in every one of these tests."""
    with Session(mesin) as sesi:
        yield sesi
        assert periksa_rantai(sesi) is None
        assert list(sesi.execute(select(Catatan.seq).order_by(Catatan.seq)).scalars()) == list(
            range(1, banyaknya(sesi, Catatan) + 1)
        )


def test_eight_complete_the_same_step(mesin: Engine, n: Nomor, baca: Session) -> None:
    def kerja(sesi: Session) -> Penyelesaian:
        return verba.selesaikan(sesi, n["lama1_3"], orang_uji(sesi, "staf_perencanaan"), PADA, "selesai")

    pemenang = menang(serentak(mesin, *[kerja] * BANYAK), "Sudah diselesaikan oleh Staf Perencanaan Uji")
    assert len(pemenang) == 1
    assert banyaknya(baca, Penyelesaian, Penyelesaian.tugas_id == n["lama1_3"]) == 1
    assert banyaknya(baca, Catatan, Catatan.objek == f"tugas:{n['lama1_3']}") == 1
    terbuka = select(Tugas.kunci).where(
        Tugas.periode_id == n["lama1"], Tugas.penyelesaian_id.is_(None), Tugas.dibuka_pada.is_not(None)
    )
    assert list(baca.execute(terbuka).scalars()) == ["4"]


def test_eight_give_a_slip_at_once_and_get_eight_numbers_in_a_row(
    mesin: Engine, n: Nomor, baca: Session
) -> None:
    sebelum = banyaknya(baca, Disposisi, Disposisi.tahun == 2026)
    baca.rollback()

    def kerja(sesi: Session) -> Disposisi:
        return buat_disposisi(
            sesi,
            orang_uji(sesi, "camat"),
            PADA,
            hal="Rapat",
            sifat=Sifat.BIASA,
            instruksi=[],
            catatan="",
            penerima=[(n["jabatan_kasi_pmd"], None)],
        )

    assert len(menang(serentak(mesin, *[kerja] * BANYAK))) == BANYAK
    nomor = baca.execute(select(Disposisi.nomor_agenda).where(Disposisi.tahun == 2026))
    assert sorted(nomor.scalars()) == list(range(1, sebelum + BANYAK + 1))


def _berkas(sesi: Session, tanda: str) -> Berkas:
    berkas = Berkas(
        sha256=tanda.ljust(64, "0"), ukuran=1, jenis="application/pdf", nama="a.pdf", diterima_pada=PADA
    )
    sesi.add(berkas)
    sesi.flush()
    return berkas


def test_eight_issue_the_same_report_with_the_same_number(mesin: Engine, n: Nomor, baca: Session) -> None:
    """Number first, then the slow print, then the row: the number printed by seven is worth nothing."""
    tugas_id = n["lalu4_pengesahan"]
    rencana: dict[int, CalonDokumen] = {}

    def hitung(ke: int) -> Kerja:
        def kerja(sesi: Session) -> None:
            oleh = orang_uji(sesi, "kasubag_perencanaan")
            rencana[ke] = calon(sesi, verba.ambil(sesi, tugas_id), oleh, PADA, date(2026, 10, 8))

        return kerja

    def terbit(ke: int) -> Kerja:
        def kerja(sesi: Session) -> Dokumen:
            oleh = orang_uji(sesi, "kasubag_perencanaan")
            return terbitkan(sesi, tugas_id, rencana[ke], _berkas(sesi, str(ke)), 2, oleh, PADA, None)

        return kerja

    sebelum = banyaknya(baca, Dokumen)
    baca.rollback()
    menang(serentak(mesin, *[hitung(ke) for ke in range(BANYAK)]))
    assert len({r.nomor for r in rencana.values()}) == 1
    assert len(menang(serentak(mesin, *[terbit(ke) for ke in range(BANYAK)]))) == 1
    assert list(baca.execute(select(Dokumen.urut).order_by(Dokumen.urut)).scalars()) == list(
        range(1, sebelum + 2)
    )
    assert banyaknya(baca, Berkas, Berkas.nama == "a.pdf") == 1


def test_the_signed_file_comes_back_eight_times(mesin: Engine, n: Nomor, baca: Session) -> None:
    def unggah(ke: int) -> Kerja:
        siapa = ("camat", "kasubag_perencanaan")[ke % 2]

        def kerja(sesi: Session) -> Arsip:
            berkas = _berkas(sesi, str(ke))
            oleh = orang_uji(sesi, siapa)
            return unggah_tertanda(sesi, n["lalu3_pengesahan"], berkas, 2, "basah", "Lemari", "", oleh, PADA)

        return kerja

    assert len(menang(serentak(mesin, *[unggah(ke) for ke in range(BANYAK)]), "Sudah diselesaikan oleh")) == 1
    assert banyaknya(baca, Arsip, Arsip.dokumen_id == n["dokumen_lalu3"]) == 1
    assert banyaknya(baca, Berkas, Berkas.nama == "a.pdf") == 1
    assert banyaknya(baca, Periode, Periode.id == n["lalu3"], Periode.ditutup_pada.is_not(None)) == 1


def test_eight_answer_the_same_invitation(mesin: Engine, n: Nomor, baca: Session) -> None:
    def setuju(sesi: Session) -> Tanggapan:
        return koreksi.setujui(sesi, n["tanggapan_pelayanan"], orang_uji(sesi, "kasi_pelayanan"), PADA)

    def tidak(sesi: Session) -> Tanggapan:
        isi = [koreksi.IsianKoreksi("Bab I", "Angka keliru.")]
        return koreksi.koreksi(sesi, n["tanggapan_pelayanan"], orang_uji(sesi, "kasi_pelayanan"), PADA, isi)

    pemenang = menang(serentak(mesin, *[setuju, tidak] * (BANYAK // 2)), "Sudah dijawab oleh")
    assert len(pemenang) == 1
    jawaban = baca.execute(
        select(Tanggapan.jawaban).where(Tanggapan.id == n["tanggapan_pelayanan"])
    ).scalar_one()
    koreksi_ada = banyaknya(baca, Koreksi, Koreksi.tanggapan_id == n["tanggapan_pelayanan"])
    assert (jawaban, koreksi_ada) in (("setuju", 0), ("koreksi", 1))


def test_reply_and_taking_back_a_branch_never_both_happen(mesin: Engine, n: Nomor, baca: Session) -> None:
    cabang = n["cabang_pelayanan"]

    def balas(sesi: Session) -> str:
        oleh = orang_uji(sesi, "kasi_pelayanan")
        disposisi_cabang.selesaikan(sesi, cabang, oleh, PADA, Hasil.SELESAI, "Sudah.")
        return "balas"

    def batal(sesi: Session) -> str:
        disposisi_cabang.batalkan(sesi, cabang, orang_uji(sesi, "camat"), PADA)
        return "batal"

    hasil = serentak(mesin, *[balas, batal] * (BANYAK // 2))
    pemenang = [h for h in hasil if isinstance(h, str)]
    assert len(pemenang) == 1
    # a branch that was taken back is no longer there for its recipient
    assert {type(h) for h in hasil} <= {str, SudahDikerjakan, TidakDitemukan}
    balasan = banyaknya(baca, PenyelesaianCabang, PenyelesaianCabang.cabang_id == cabang)
    assert balasan == (pemenang == ["balas"])


def test_a_unit_sends_its_figures_once(mesin: Engine, n: Nomor, baca: Session) -> None:
    def kerja(sesi: Session) -> object:
        oleh = orang_uji(sesi, "kasi_pelayanan")
        return laporan_progres.kirim(sesi, n["tw3"], n["unit_pelayanan"], "Lengkap.", oleh, PADA)

    assert len(menang(serentak(mesin, *[kerja] * BANYAK), "sudah dikirim oleh")) == 1
    assert banyaknya(baca, Catatan, Catatan.tindakan == "kirim_laporan_progres") == 1


def test_a_year_is_opened_once_and_an_agreement_approved_once(mesin: Engine, n: Nomor, baca: Session) -> None:
    def buka(sesi: Session) -> object:
        lembar = sesi.execute(lembar_terbaru(PENGUMPULAN_DATA_KINERJA)).scalar_one()
        buka_tahun(sesi, lembar, 2030, orang_uji(sesi, "kasubag_umum"), PADA)
        return True

    def setujui(ke: int) -> Kerja:
        siapa = ("camat", "sekretaris")[ke % 2]
        return lambda sesi: setujui_pk(sesi, n["tahun_diajukan"], orang_uji(sesi, siapa), PADA)

    hasil = serentak(mesin, *[buka] * BANYAK)
    assert sum(h is True for h in hasil) == 1
    assert all(h is True or isinstance(h, Kesalahan) for h in hasil)
    assert banyaknya(baca, Periode, Periode.tahun == 2030) == 7
    baca.rollback()
    assert len(menang(serentak(mesin, *[setujui(ke) for ke in range(BANYAK)]))) == 1

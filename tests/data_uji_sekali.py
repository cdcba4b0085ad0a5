"""Runs of sheets for tests: the shipped Surat Keluar, a generic one, and taking a run some steps on."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.sop import Sop
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.surat import IsianSurat
from kinerja.models.dokumen import Dokumen
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.periode import Periode
from kinerja.models.tugas import Penyelesaian, Tugas
from kinerja.operations import tugas as verba
from kinerja.operations.lembar_muat import unggah_lembar
from kinerja.operations.lembar_sop import muat_lembar
from kinerja.operations.sekali import verba as sekali
from kinerja.operations.surat_keluar import arsipkan_surat, calon_surat, simpan_surat, terbitkan_surat
from kinerja.operations.surat_keluar_lihat import isian_surat, surat_jalan
from kinerja.sop import CONTOH, SURAT_KELUAR, muat, teks_sop
from tests.data_uji_arsip import pdf_uji, simpan_uji
from tests.kantor_uji import AWAL, orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
ISIAN = IsianSurat(
    hal="Undangan rapat koordinasi",
    klasifikasi="000.1.5",
    kepada="Wali Nagari se-Kecamatan Koto XI Tarusan",
    di="Tempat",
    isi="Dengan hormat.\n\nKami mengundang Saudara menghadiri rapat koordinasi.",
    tembusan="Arsip",
)


def lembar_surat(sesi: Session) -> LembarSop:
    """The shipped sheet, loaded."""
    return muat_lembar(sesi, SURAT_KELUAR, muat(teks_sop(SURAT_KELUAR)), None, AWAL)


def lembar_umum(sesi: Session) -> LembarSop:
    """The sheet to fill in: three generic steps, one of them a keputusan."""
    return muat_lembar(sesi, "nama-sop", muat(teks_sop(CONTOH)), None, AWAL)


def data_lembar() -> dict:  # type: ignore[type-arg]
    """The sheet to fill in as data, to be spoiled."""
    return tomllib.loads(teks_sop(CONTOH))


def mulai_uji(sesi: Session, lembar: LembarSop, siapa: str = "kasi_pelayanan", judul: str = "Uji") -> Periode:
    return sekali.mulai(sesi, lembar.id, judul, orang_uji(sesi, siapa), PADA)


def langkah(sesi: Session, periode: Periode, nomor: int) -> Tugas:
    kunci = select(Tugas).where(Tugas.periode_id == periode.id, Tugas.kunci == str(nomor))
    return sesi.execute(kunci).scalar_one()


def terbuka(sesi: Session, periode: Periode) -> list[int | None]:
    """The numbers of the open steps."""
    semua = sesi.execute(
        select(Tugas).where(Tugas.periode_id == periode.id).order_by(Tugas.langkah)
    ).scalars()
    return [t.langkah for t in semua if t.terbuka]


def selesai(
    sesi: Session,
    periode: Periode,
    nomor: int,
    siapa: str,
    jawaban: bool = True,
    catatan: str = "",
    pada: datetime = PADA,
) -> Penyelesaian:
    tugas_id = langkah(sesi, periode, nomor).id
    return verba.selesaikan(sesi, tugas_id, orang_uji(sesi, siapa), pada, catatan, jawaban)


def tulis(sesi: Session, periode: Periode, siapa: str = "kasi_pelayanan", pada: datetime = PADA) -> None:
    """Write the letter and hand the concept on."""
    simpan_surat(sesi, langkah(sesi, periode, 1).id, ISIAN, orang_uji(sesi, siapa), pada)
    selesai(sesi, periode, 1, siapa, pada=pada)


def sampai_penomoran(sesi: Session, periode: Periode, siapa: str = "kasi_pelayanan") -> None:
    tulis(sesi, periode, siapa)
    selesai(sesi, periode, 2, "kasubag_umum")
    selesai(sesi, periode, 3, "sekretaris")


def beri_nomor(sesi: Session, data: Path, periode: Periode, pada: datetime = PADA) -> Dokumen:
    """Issue the letter with a file of one page."""
    umum, tugas_id = orang_uji(sesi, "kasubag_umum"), langkah(sesi, periode, 4).id
    rencana = calon_surat(sesi, tugas_id, umum, pada, pada.date())
    surat = surat_jalan(sesi, periode.id)
    assert surat is not None
    berkas = simpan_uji(sesi, data, pdf_uji(1, rencana.nomor))
    return terbitkan_surat(sesi, tugas_id, rencana, isian_surat(surat), berkas, 1, umum, pada, None)


def arsipkan(sesi: Session, data: Path, periode: Periode) -> None:
    """File the signed letter and close the run."""
    umum, tugas_id = orang_uji(sesi, "kasubag_umum"), langkah(sesi, periode, 6).id
    berkas = simpan_uji(sesi, data, pdf_uji(1, f"tertanda {periode.id}"))
    arsipkan_surat(sesi, tugas_id, berkas, 1, "basah", "Lemari 1", "", umum, PADA)
    selesai(sesi, periode, 6, "kasubag_umum")


def sampai_akhir(sesi: Session, data: Path, periode: Periode, siapa: str = "kasi_pelayanan") -> None:
    """From the concept to the archive."""
    sampai_penomoran(sesi, periode, siapa)
    beri_nomor(sesi, data, periode)
    selesai(sesi, periode, 4, "kasubag_umum")
    selesai(sesi, periode, 5, "camat")
    arsipkan(sesi, data, periode)


def isi_jalan(sesi: Session, data: Path, n: dict[str, int]) -> None:
    """For the filled office: letters at their concept, their number and their archive; a sheet to load."""
    surat, umum = lembar_surat(sesi), lembar_umum(sesi)
    n["lembar_surat"], n["lembar_umum"] = surat.id, umum.id
    lembar_henti = muat_lembar(sesi, "henti", _bernama("Lembar henti"), None, AWAL)
    lembar_henti.dihentikan_pada = PADA
    n["lembar_henti"] = lembar_henti.id
    konsep = mulai_uji(sesi, surat, judul="Konsep uji")
    nomor = mulai_uji(sesi, surat, judul="Penomoran uji")
    sampai_penomoran(sesi, nomor)
    arsip = mulai_uji(sesi, surat, judul="Pengarsipan uji")
    sampai_penomoran(sesi, arsip)
    n["dokumen_surat"] = beri_nomor(sesi, data, arsip).id
    selesai(sesi, arsip, 4, "kasubag_umum")
    selesai(sesi, arsip, 5, "camat")
    for nama, periode in (("jalan", konsep), ("jalan_nomor", nomor), ("jalan_arsip", arsip)):
        n[nama] = periode.id
    n["jalan_1"] = langkah(sesi, konsep, 1).id
    n["jalan_4"] = langkah(sesi, nomor, 4).id
    n["jalan_6"] = langkah(sesi, arsip, 6).id
    n["rancangan_unggahan"] = unggah_lembar(
        sesi, _bernama("Lembar unggahan"), "unggahan.toml", orang_uji(sesi, "kasubag_umum"), PADA
    ).id


def _bernama(nama: str) -> Sop:
    isi = data_lembar()
    isi["identitas"]["nama"] = nama
    return baca_sop(isi)

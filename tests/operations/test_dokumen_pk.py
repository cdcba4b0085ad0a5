"""An approved Perjanjian Kinerja is issued once a version, with the next number of the year."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import BelumLengkap, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Dokumen
from kinerja.models.kantor import kantor
from kinerja.operations.dokumen import pk as verba
from kinerja.operations.dokumen.terbit import CalonDokumen
from kinerja.operations.perjanjian_kinerja.persetujuan import buat_perubahan
from kinerja.operations.perjanjian_kinerja.verba import ambil_pk
from tests.data_uji_arsip import PADA, pdf_uji, siap_disahkan, simpan_uji, terbit
from tests.data_uji_pk import bangun_pk
from tests.kantor_uji import TAHUN, orang_uji

HARI = PADA.date()


@pytest.fixture
def pk(sesi: Session) -> Any:
    bangun_pk(sesi)
    return ambil_pk(sesi, TAHUN, 1)


def rencana(sesi: Session, versi: int = 1, siapa: str = "kasubag_perencanaan") -> CalonDokumen:
    return verba.calon_pk(sesi, TAHUN, versi, orang_uji(sesi, siapa), HARI)


def terbitkan(sesi: Session, data: Path, calon: CalonDokumen, siapa: str = "kasubag_perencanaan") -> Dokumen:
    berkas = simpan_uji(sesi, data, pdf_uji(3, calon.kode))
    return verba.terbitkan_pk(sesi, TAHUN, 1, calon, berkas, 3, orang_uji(sesi, siapa), PADA)


def test_an_approved_version_becomes_a_numbered_document(sesi: Session, pk: Any, tmp_path: Path) -> None:
    dokumen = terbitkan(sesi, tmp_path, rencana(sesi))
    assert (dokumen.jenis, dokumen.nomor, dokumen.judul) == (
        "perjanjian_kinerja",
        "000.7.2.7/1/CMT-TRS/2026",
        f"Perjanjian Kinerja {TAHUN}",
    )
    assert (dokumen.perjanjian_kinerja_id, dokumen.periode_id, dokumen.laporan_id) == (pk.id, None, None)
    assert (dokumen.penanda_nama, dokumen.penanda_jabatan) == (
        pk.pihak_pertama_nama,
        pk.pihak_pertama_jabatan,
    )
    assert verba.dokumen_pk(sesi, pk.id) is dokumen
    catatan = sesi.execute(select(Catatan).where(Catatan.tindakan == "terbitkan")).scalar_one()
    assert (catatan.objek, catatan.jabatan_nama) == (
        f"dokumen:{dokumen.id}",
        "Kasubag Perencanaan Keuangan dan Pelaporan",
    )
    isi = json.loads(catatan.sesudah)
    assert (isi["digest"], isi["kode"], isi["nomor"]) == (dokumen.digest, dokumen.kode, dokumen.nomor)
    assert len(dokumen.digest) == 64


def test_a_version_is_issued_once(sesi: Session, pk: Any, tmp_path: Path) -> None:
    dua = rencana(sesi)
    terbitkan(sesi, tmp_path, rencana(sesi))
    with pytest.raises(SudahDikerjakan, match=r"sudah diterbitkan dengan nomor 000\.7\.2\.7/1"):
        terbitkan(sesi, tmp_path, dua)
    with pytest.raises(SudahDikerjakan, match="sudah diterbitkan"):
        rencana(sesi)
    assert len(sesi.execute(select(Dokumen)).all()) == 1


def test_only_what_is_approved_is_issued_and_only_by_who_writes_it(sesi: Session, pk: Any) -> None:
    buat_perubahan(sesi, TAHUN, "Pagu berubah.", orang_uji(sesi, "kasubag_perencanaan"), PADA)
    with pytest.raises(BelumLengkap, match="belum disetujui"):
        rencana(sesi, 2)
    with pytest.raises(TidakBerwenang, match="Kasubag Perencanaan"):
        rencana(sesi, 1, "camat")
    with pytest.raises(TidakDitemukan):
        rencana(sesi, 9)


def test_a_rencana_aksi_changed_while_printing_is_not_issued(sesi: Session, pk: Any, tmp_path: Path) -> None:
    calon = rencana(sesi)
    aksi = next(a for s in pk.sasaran for i in s.indikator for a in i.rencana_aksi)
    aksi.kegiatan = "Lain sama sekali"
    sesi.flush()
    with pytest.raises(SudahDikerjakan, match="Rencana aksinya baru saja diubah"):
        terbitkan(sesi, tmp_path, calon)


def test_one_series_of_numbers_serves_all_kinds(sesi: Session, pk: Any, tmp_path: Path) -> None:
    calon = rencana(sesi)
    terbit(sesi, tmp_path, siap_disahkan(sesi))
    with pytest.raises(SudahDikerjakan, match="Nomor dokumen baru saja dipakai"):
        terbitkan(sesi, tmp_path, calon)
    assert terbitkan(sesi, tmp_path, rencana(sesi)).nomor == "000.7.2.7/2/CMT-TRS/2026"


def test_the_office_chooses_the_class_of_a_kind(sesi: Session, pk: Any) -> None:
    kantor(sesi).klasifikasi_jenis = {"perjanjian_kinerja": "000.7.9.1"}
    sesi.flush()
    assert rencana(sesi).nomor == "000.7.9.1/1/CMT-TRS/2026"


def test_each_approved_version_has_its_own_number(sesi: Session, pk: Any, tmp_path: Path) -> None:
    terbitkan(sesi, tmp_path, rencana(sesi))
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    dua = buat_perubahan(sesi, TAHUN, "Pagu berubah.", oleh, PADA)
    dua.disetujui_pada = PADA + timedelta(days=1)
    sesi.flush()
    calon = rencana(sesi, 2)
    assert (calon.urut, calon.judul) == (2, f"Perjanjian Kinerja Perubahan ke-1 Tahun {TAHUN}")

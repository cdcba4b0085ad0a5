"""The letter of a run: written, numbered without a gap, changed after its number, filed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.operations import surat_keluar as verba
from kinerja.operations.pengembalian import kembalikan
from kinerja.operations.surat_keluar_lihat import dokumen_surat, isian_surat, surat_jalan
from tests.data_uji_arsip import pdf_uji, simpan_uji
from tests.data_uji_sekali import (
    ISIAN,
    PADA,
    beri_nomor,
    langkah,
    lembar_surat,
    lembar_umum,
    mulai_uji,
    sampai_akhir,
    sampai_penomoran,
    selesai,
    terbuka,
    tulis,
)
from tests.kantor_uji import orang_uji


def test_a_run_about_a_letter_begins_with_its_subject(sesi: Session) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi), judul="Undangan rapat")
    surat = surat_jalan(sesi, periode.id)
    assert surat is not None and surat.hal == "Undangan rapat"
    assert surat_jalan(sesi, mulai_uji(sesi, lembar_umum(sesi), "staf_pelayanan").id) is None


def test_the_concept_must_be_whole_before_it_goes_on(sesi: Session) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    satu, kasi = langkah(sesi, periode, 1).id, orang_uji(sesi, "kasi_pelayanan")
    verba.simpan_surat(sesi, satu, replace(ISIAN, isi=""), kasi, PADA)
    with pytest.raises(BelumLengkap, match="Belum diisi: isi surat"):
        selesai(sesi, periode, 1, "kasi_pelayanan")
    verba.simpan_surat(sesi, satu, ISIAN, kasi, PADA)
    selesai(sesi, periode, 1, "kasi_pelayanan")
    with pytest.raises(SudahDikerjakan):
        verba.simpan_surat(sesi, satu, ISIAN, kasi, PADA)


def test_only_the_writer_writes_and_only_at_the_step_for_it(sesi: Session) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    with pytest.raises(TidakBerwenang):
        verba.simpan_surat(sesi, langkah(sesi, periode, 1).id, ISIAN, orang_uji(sesi, "kasi_pmd"), PADA)
    with pytest.raises(TidakDitemukan):
        verba.simpan_surat(sesi, langkah(sesi, periode, 2).id, ISIAN, orang_uji(sesi, "kasubag_umum"), PADA)


def test_the_number_carries_the_class_of_the_letter_and_leaves_no_gap(sesi: Session, tmp_path: Path) -> None:
    lembar = lembar_surat(sesi)
    nomor = []
    for _ in range(3):
        periode = mulai_uji(sesi, lembar)
        sampai_penomoran(sesi, periode)
        nomor.append(beri_nomor(sesi, tmp_path, periode).nomor)
    assert nomor == [f"000.1.5/{n}/CMT-TRS/2026" for n in (1, 2, 3)]
    terbit = sesi.execute(select(Catatan).where(Catatan.tindakan == "terbitkan")).scalars().all()
    assert all(satu in str(c.sesudah) for satu, c in zip(nomor, terbit, strict=True))


def test_a_number_taken_meanwhile_is_not_given_twice(sesi: Session, tmp_path: Path) -> None:
    lembar, umum = lembar_surat(sesi), orang_uji(sesi, "kasubag_umum")
    satu, dua = mulai_uji(sesi, lembar), mulai_uji(sesi, lembar)
    for periode in (satu, dua):
        sampai_penomoran(sesi, periode)
    tugas_id = langkah(sesi, satu, 4).id
    rencana = verba.calon_surat(sesi, tugas_id, umum, PADA, PADA.date())
    beri_nomor(sesi, tmp_path, dua)
    berkas = simpan_uji(sesi, tmp_path, pdf_uji(1))
    with pytest.raises(SudahDikerjakan, match="Nomor dokumen baru saja dipakai"):
        verba.terbitkan_surat(sesi, tugas_id, rencana, ISIAN, berkas, 1, umum, PADA, None)
    with pytest.raises(SudahDikerjakan, match="Surat ini baru saja diubah"):
        verba.terbitkan_surat(
            sesi, tugas_id, rencana, replace(ISIAN, hal="Lain"), berkas, 1, umum, PADA, None
        )
    assert len(sesi.execute(select(Dokumen)).all()) == 1


def test_a_letter_is_numbered_once(sesi: Session, tmp_path: Path) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    sampai_penomoran(sesi, periode)
    with pytest.raises(BelumLengkap, match="Belum diberi nomor"):
        selesai(sesi, periode, 4, "kasubag_umum")
    beri_nomor(sesi, tmp_path, periode)
    with pytest.raises(SudahDikerjakan, match=r"Sudah diberi nomor 000\.1\.5/1"):
        beri_nomor(sesi, tmp_path, periode)


def test_a_letter_changed_after_its_number_gets_another(sesi: Session, tmp_path: Path) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    sampai_penomoran(sesi, periode)
    lama = beri_nomor(sesi, tmp_path, periode)
    selesai(sesi, periode, 4, "kasubag_umum")
    camat = orang_uji(sesi, "camat")
    kembalikan(sesi, langkah(sesi, periode, 5).id, "1", camat, PADA, "Ganti hari rapat.")
    assert terbuka(sesi, periode) == [1]
    surat = surat_jalan(sesi, periode.id)
    assert surat is not None and dokumen_surat(sesi, surat) is not None  # not changed yet
    nanti = PADA + timedelta(hours=1)
    tulis(sesi, periode, pada=nanti)
    assert dokumen_surat(sesi, surat) is None
    for nomor, siapa in ((2, "kasubag_umum"), (3, "sekretaris")):
        selesai(sesi, periode, nomor, siapa, pada=nanti)
    baru = beri_nomor(sesi, tmp_path, periode, nanti)
    assert (lama.urut, baru.urut) == (1, 2)
    assert dokumen_surat(sesi, surat) is baru


def test_the_signed_letter_is_filed_once_and_is_not_our_own_file(sesi: Session, tmp_path: Path) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    sampai_penomoran(sesi, periode)
    dokumen = beri_nomor(sesi, tmp_path, periode)
    selesai(sesi, periode, 4, "kasubag_umum")
    selesai(sesi, periode, 5, "camat")
    umum, enam = orang_uji(sesi, "kasubag_umum"), langkah(sesi, periode, 6).id
    with pytest.raises(BelumLengkap, match="Unggah hasil pindai"):
        selesai(sesi, periode, 6, "kasubag_umum")
    isian = ("basah", "Lemari 1", "")
    with pytest.raises(MasukanSalah, match="belum ditandatangani"):
        verba.arsipkan_surat(sesi, enam, dokumen.berkas, 1, *isian, umum, PADA)
    pindai = simpan_uji(sesi, tmp_path, pdf_uji(1, "tertanda"))
    verba.arsipkan_surat(sesi, enam, pindai, 1, *isian, umum, PADA)
    sesi.expire_all()
    with pytest.raises(SudahDikerjakan, match="sudah diarsipkan"):
        verba.arsipkan_surat(sesi, enam, pindai, 1, *isian, umum, PADA)
    assert len(sesi.execute(select(Arsip)).all()) == 1


def test_what_was_printed_is_what_the_row_says(sesi: Session, tmp_path: Path) -> None:
    periode = mulai_uji(sesi, lembar_surat(sesi))
    sampai_akhir(sesi, tmp_path, periode)
    surat = surat_jalan(sesi, periode.id)
    assert surat is not None and isian_surat(surat) == ISIAN
    dokumen = sesi.execute(select(Dokumen)).scalar_one()
    assert (dokumen.judul, dokumen.klasifikasi, dokumen.periode_id) == (ISIAN.hal, "000.1.5", periode.id)

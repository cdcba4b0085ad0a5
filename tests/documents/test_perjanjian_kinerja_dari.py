"""From the rows of the Perjanjian Kinerja to what is printed."""

from __future__ import annotations

from sqlalchemy.orm import Session

from kinerja.documents.perjanjian_kinerja.dari import perjanjian_kinerja_dari
from kinerja.models.kantor import kantor
from kinerja.models.perjanjian_kinerja import pk_terbaru
from tests.data_uji_pk import bangun_pk


def test_figures_are_printed_the_indonesian_way(sesi: Session) -> None:
    cetak = perjanjian_kinerja_dari(bangun_pk(sesi), kantor(sesi))
    target = [i.target for s in cetak.sasaran for i in s.indikator]
    assert target == ["85,5", "20–30", "87", "40", "80–90", "12", "15", "BB"]
    assert [p.anggaran for p in cetak.program][:1] == ["125.000.000"]
    assert cetak.jumlah_anggaran == "1.611.500.000"
    assert cetak.pihak_pertama.tempat_tanggal == "Tarusan, 20 Januari 2026"
    assert cetak.kantor.pemerintah_kabupaten == "Pemerintah Kabupaten Pesisir Selatan"
    assert len(cetak.aksi) == 8
    assert cetak.status == ""


def test_a_draf_is_marked_and_a_plt_keeps_the_prefix_as_written(sesi: Session) -> None:
    pk = bangun_pk(sesi, setujui=False)
    pk.pihak_pertama_jabatan = "Plt. Camat Koto XI Tarusan"
    sesi.flush()
    sesi.expire_all()
    cetak = perjanjian_kinerja_dari(sesi.execute(pk_terbaru(2026)).scalar_one(), kantor(sesi))
    assert cetak.status == "RANCANGAN – BELUM DISETUJUI"
    assert cetak.pihak_pertama.baris_jabatan == ("Plt. CAMAT KOTO XI TARUSAN,",)

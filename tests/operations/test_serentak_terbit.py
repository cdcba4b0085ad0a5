"""Documents of different kinds issued at the same moment: one gets the number, the others the next ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Dokumen
from kinerja.operations import tugas
from kinerja.operations.dokumen import pk as dokumen_pk
from kinerja.operations.dokumen import sop as dokumen_sop
from kinerja.operations.dokumen import terbit as laporan
from kinerja.operations.dokumen.terbit import CalonDokumen
from tests.kantor_penuh import Nomor
from tests.kantor_uji import orang_uji
from tests.operations.test_serentak import PADA, _berkas, baca, menang, mesin, n, serentak

__all__ = ["baca", "mesin", "n"]
HARI = date(2026, 10, 8)
Rencana = Callable[[Session, Pelaku], CalonDokumen]
Terbit = Callable[[Session, Pelaku, CalonDokumen, Berkas], Dokumen]


def cara(n: Nomor) -> dict[str, tuple[str, Rencana, Terbit]]:
    """Who issues each kind, how its number is worked out, and how its row is written."""
    tugas_id, tahun, lembar = n["lalu4_pengesahan"], n["tahun"], n["lembar_sop"]

    def tugas_laporan(s: Session, oleh: Pelaku) -> CalonDokumen:
        return laporan.calon(s, tugas.ambil(s, tugas_id), oleh, PADA, HARI)

    return {
        "laporan": (
            "kasubag_perencanaan",
            tugas_laporan,
            lambda s, oleh, r, b: laporan.terbitkan(s, tugas_id, r, b, 2, oleh, PADA, None),
        ),
        "pk": (
            "kasubag_perencanaan",
            lambda s, oleh: dokumen_pk.calon_pk(s, tahun, 1, oleh, HARI),
            lambda s, oleh, r, b: dokumen_pk.terbitkan_pk(s, tahun, 1, r, b, 2, oleh, PADA),
        ),
        "sop": (
            "sekretaris",
            lambda s, oleh: dokumen_sop.calon_lembar(s, lembar, oleh, HARI),
            lambda s, oleh, r, b: dokumen_sop.terbitkan_lembar(s, lembar, r, b, 2, oleh, PADA),
        ),
    }


def test_three_kinds_at_once_get_one_number_each_after_another(
    mesin: Engine, n: Nomor, baca: Session
) -> None:
    semua = cara(n)
    rencana: dict[str, CalonDokumen] = {}
    sebelum = sorted(baca.execute(select(Dokumen.urut).where(Dokumen.tahun == 2026)).scalars())
    baca.rollback()

    def satu(jenis: str, kerja: str) -> Callable[[Session], object]:
        siapa, hitung, tulis = semua[jenis]

        def hitung_satu(s: Session) -> None:
            rencana[jenis] = hitung(s, orang_uji(s, siapa))

        def tulis_satu(s: Session) -> Dokumen:
            return tulis(s, orang_uji(s, siapa), rencana[jenis], _berkas(s, f"{jenis}{rencana[jenis].urut}"))

        return hitung_satu if kerja == "hitung" else tulis_satu

    sisa, putaran = set(semua), 0
    while sisa:
        menang(serentak(mesin, *[satu(j, "hitung") for j in sorted(sisa)]))
        assert len({rencana[j].urut for j in sisa}) == 1
        hasil = menang(serentak(mesin, *[satu(j, "tulis") for j in sorted(sisa)]), "baru saja")
        assert len(hasil) == 1
        sisa -= {j for j in sisa if rencana[j].kode == hasil[0].kode}
        putaran += 1
    assert putaran == len(semua)
    urut = sorted(baca.execute(select(Dokumen.urut).where(Dokumen.tahun == 2026)).scalars())
    assert urut == [*sebelum, *range(sebelum[-1] + 1, sebelum[-1] + 4)]

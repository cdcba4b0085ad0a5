"""The pelaksana a revision names does the step with all that belongs to it, whoever did it before."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from kinerja.domain.jabatan import Peran
from kinerja.models import db
from kinerja.models.tugas import Tugas
from tests.isian_formulir import SEMUA, TOMBOL, Kiriman
from tests.web.conftest import KantorPenuh, Masuk

# step by step: the tugas of the filled office, its acts, a role that the shipped sheet does not give it
LANGKAH = [
    ("tw4_1", Peran.SEKRETARIS, "sekretaris", ("disposisi.minta",)),
    ("tw3_2", Peran.SEKRETARIS, "sekretaris", ("laporan_progres.kembalikan", "laporan_progres.lewati")),
    ("lalu1_3", Peran.SEKRETARIS, "sekretaris", ("penyusunan.penjelasan", "penyusunan.olah")),
    ("lama1_3", Peran.KASUBAG_UMUM, "kasubag_umum", ("tugas.selesaikan",)),
    ("lalu2_4", Peran.SEKRETARIS, "sekretaris", ("penyusunan.narasi", "penyusunan.tindak_lanjut")),
    ("lama2_5", Peran.KASUBAG_UMUM, "kasubag_umum", ("sosialisasi.undang",)),
    ("sem1_6", Peran.SEKRETARIS, "sekretaris", ("pembagian_tugas.simpan",)),
]


@pytest.mark.lambat
@pytest.mark.parametrize(("tugas", "peran", "baru", "titik"), LANGKAH, ids=[satu[0] for satu in LANGKAH])
def test_another_pelaksana_does_all_of_the_step_and_the_former_no_more(
    penuh: KantorPenuh,
    masuk: Masuk,
    isian: dict[str, Kiriman],
    tugas: str,
    peran: Peran,
    baru: str,
    titik: tuple[str, ...],
) -> None:
    with penuh.app.app_context():
        db.session.execute(
            update(Tugas).where(Tugas.id == penuh.nomor[tugas]).values(peran=peran, unit_id=None)
        )
        db.session.commit()
        db.session.remove()
    semula = penuh.isi()
    for satu in titik:
        dulu, alamat = next(
            ((s.siapa, s.alamat) for s in SEMUA if s.titik == satu), TOMBOL.get(satu, ("", ""))
        )
        data = isian.get(satu, {})
        assert masuk(dulu).post(penuh.alamat(alamat), data=data).status_code in (403, 404), satu
        assert penuh.isi() == semula, satu
        assert masuk(baru).post(penuh.alamat(alamat), data=data).status_code in (200, 204, 303), satu
        assert penuh.isi() != semula, satu
        penuh.pulihkan(semula)

"""The words of superiors for the monev: a step sent back, a correction; those of others are not among them."""

from __future__ import annotations

from datetime import timedelta

from kinerja.domain.jabatan import Peran
from kinerja.domain.periode import JenisPeriode
from kinerja.models.jabatan import jabatan_berperan
from kinerja.models.laporan import Koreksi, Sosialisasi, Tanggapan
from kinerja.models.tugas import Pengembalian
from kinerja.operations.tanggapan_atasan import tanggapan_atasan
from tests.data_uji_laporan import PADA, buka_langkah, periode
from tests.kantor_uji import orang_uji


def test_camat_and_sekretaris_are_heard_in_the_order_they_spoke(sesi):
    milik = periode(sesi, JenisPeriode.TRIWULAN, 2)
    camat = orang_uji(sesi, "camat")
    rapat = Sosialisasi(
        periode_id=milik.id, putaran=1, tanggal=PADA.date(), tempat="", agenda="", dibuat_pada=PADA
    )
    sesi.add(rapat)
    sesi.flush()
    for urut, peran in enumerate((Peran.KASUBAG_UMUM, Peran.CAMAT)):
        jabatan = sesi.execute(jabatan_berperan(peran)).scalar_one()
        jawab = Tanggapan(sosialisasi_id=rapat.id, jabatan_id=jabatan.id)
        sesi.add(jawab)
        sesi.flush()
        sesi.add(
            Koreksi(
                periode_id=milik.id,
                tanggapan_id=jawab.id,
                bagian="Angka",
                uraian=f"Perbaiki {urut}.",
                oleh_nama="",
                jabatan_nama=jabatan.nama,
                pada=PADA,
            )
        )
    for kunci, alasan in (("5", "Ulangi hitungannya."), ("3", "Bukan dari atasan.")):
        dari, ke = buka_langkah(sesi, milik, kunci), buka_langkah(sesi, milik, "2")
        sesi.add(
            Pengembalian(
                dari_id=dari.id,
                ke_id=ke.id,
                oleh_id=camat.pegawai_id,
                oleh_nama="",
                jabatan_nama="Sekretaris",
                pada=PADA - timedelta(days=1),
                alasan=alasan,
            )
        )
    sesi.flush()
    assert tanggapan_atasan(sesi, milik.id) == [
        ("Sekretaris", "Ulangi hitungannya."),
        ("Camat", "Perbaiki 1."),
    ]
    assert tanggapan_atasan(sesi, periode(sesi, JenisPeriode.TRIWULAN, 3).id) == []

"""All blueprints, in the order of the menu."""

from __future__ import annotations

from kinerja.web import (
    berkas,
    catatan,
    disposisi,
    kotak,
    laporan_progres,
    masuk,
    pembagian_tugas,
    periode,
    perjanjian_kinerja,
    pustaka,
    realisasi,
    realisasi_bukti,
    rencana_aksi,
    siapkan,
    sosialisasi,
    tugas,
)

SEMUA = (
    pustaka.bp,
    masuk.bp,
    siapkan.bp,
    kotak.bp,
    tugas.bp,
    disposisi.bp,
    periode.bp,
    perjanjian_kinerja.bp,
    rencana_aksi.bp,
    catatan.bp,
    berkas.bp,
    realisasi.bp,
    realisasi_bukti.bp,
    laporan_progres.bp,
    sosialisasi.bp,
    pembagian_tugas.bp,
)

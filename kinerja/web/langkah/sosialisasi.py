"""Steps 5 and 8: what the page of the Sekretaris shows besides every step's context."""

from __future__ import annotations

from typing import Any

from kinerja.domain.jabatan import Pelaku
from kinerja.models.basis_data import db
from kinerja.operations.laporan.koreksi import daftar_koreksi
from kinerja.operations.putaran import boleh_periksa_saja, langkah_penyusun, putaran_kini, semua_putaran
from kinerja.operations.tugas import Pekerjaan
from kinerja.web.jam import hari_ini
from kinerja.web.sosialisasi.formulir import FormPeriksa, form_rapat, form_tutup, form_undangan


def konteks(kerja: Pekerjaan, _pelaku: Pelaku) -> dict[str, Any]:
    """Rounds, corrections and the forms of the moment; a form that is not due is None."""
    sesi, tugas, hari = db.session(), kerja.tugas, hari_ini()
    semua = semua_putaran(sesi, tugas.periode_id)
    kini = putaran_kini(sesi, tugas)
    koreksi = daftar_koreksi(sesi, tugas.periode_id)
    penyusun = langkah_penyusun(sesi, tugas)
    berjalan = kini if kini is not None and kini.ditutup_pada is None else None
    periksa = berjalan is None and boleh_periksa_saja(sesi, tugas)
    return {
        "putaran_kini": kini,
        "putaran_lama": [p for p in semua if p is not kini],
        "berjalan": berjalan,
        "koreksi": koreksi,
        "koreksi_terbuka": [k for k in koreksi if k.ditindaklanjuti_pada is None],
        "nomor_penyusun": penyusun.langkah if penyusun else None,
        "form_undangan": form_undangan(sesi, tugas, hari, berjalan),
        "form_rapat": form_rapat(sesi, berjalan, hari) if berjalan else None,
        "form_tutup": form_tutup(berjalan) if berjalan else None,
        "form_periksa": FormPeriksa(formdata=None, prefix="periksa") if periksa else None,
    }

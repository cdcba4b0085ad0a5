"""The letterhead from the office's row."""

from __future__ import annotations

from kinerja.documents.kantor import Kantor
from kinerja.models import kantor as baris


def kop_dari(office: baris.Kantor) -> Kantor:
    return Kantor(
        f"Pemerintah Kabupaten {office.kabupaten}".rstrip(),
        f"Kecamatan {office.kecamatan}".rstrip(),
        alamat=office.alamat,
        telepon=office.telepon,
        laman=office.laman,
        pos_el=office.pos_el,
        kode_pos=office.kode_pos,
    )

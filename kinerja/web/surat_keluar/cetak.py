"""A letter as PDF: the concept as it stands, or the final one with number, date and code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from kinerja.documents.cetak import HasilCetak, cetak
from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.surat_keluar import TEMPLAT, SuratKeluar
from kinerja.documents.tanggal import tulis_tanggal
from kinerja.domain.disposisi import NAMA_SIFAT
from kinerja.domain.surat import IsianSurat, baris
from kinerja.models.basis_data import db, lepas
from kinerja.models.kantor import kantor
from kinerja.web.jam import hari_ini
from kinerja.web.laporan.pdf import penandatangan_camat

KONSEP = "KONSEP – BELUM BERNOMOR DAN BELUM DITANDATANGANI"


def cetak_surat(
    isian: IsianSurat, bertanggal: datetime, *, nomor: str = "", kode: str = "", tanggal: date | None = None
) -> HasilCetak:
    """Print a letter; without a number it is a concept and says so.

    Nothing may have been written in the running transaction: it ends here, before the slow rendering.
    """
    sesi = db.session()
    office = kantor(sesi)
    tempat = office.ibu_kota or office.kecamatan
    # place and date stand above the number of a letter, not over its signature
    penanda = replace(penandatangan_camat(sesi, office, tanggal or hari_ini()), tempat="", tanggal="")
    data = SuratKeluar(
        kantor=kop_dari(office),
        tempat_tanggal=f"{tempat}, {tulis_tanggal(tanggal) if tanggal else '.' * 30}",
        nomor=nomor,
        sifat=NAMA_SIFAT[isian.sifat],
        lampiran=isian.lampiran,
        hal=isian.hal,
        kepada=baris(isian.kepada),
        di=isian.di,
        isi=isian.isi,
        penandatangan=penanda,
        tembusan=baris(isian.tembusan),
        status="" if nomor else KONSEP,
        kode=kode,
    )
    lepas(sesi)
    return cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=bertanggal)

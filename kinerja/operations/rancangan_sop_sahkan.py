"""Ratifying a draft: it becomes the next revision of its sheet, with number, date, who and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_beda import beda_sop
from kinerja.domain.sop_ubah import isi_bagian, salah_sop, tanggal_data
from kinerja.models.kantor import kantor
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.operations.kantor import hari_kantor
from kinerja.operations.lembar_sop import muat_lembar, sop_dari
from kinerja.operations.rancangan_sop import jabatan_pengatur, pastikan_versi, penegas, untuk_diubah

PANJANG_ALASAN = 2000
PANJANG_NOMOR = 100


@dataclass(frozen=True)
class IsianPengesahan:
    """What stands on the ratified paper: its number and day; and why there is a revision."""

    nomor: str
    tanggal: date
    alasan: str


def sahkan_rancangan(
    sesi: Session, rancangan_id: int, versi: int, isian: IsianPengesahan, oleh: Pelaku, pada: datetime
) -> LembarSop:
    """Make the draft the next revision: running periode stay on theirs, new ones take this.

    Raises BelumLengkap for a sheet that cannot run or says nothing new, MasukanSalah for a field, 409 when
    somebody was first.
    """
    rancangan = untuk_diubah(sesi, rancangan_id, oleh)
    pastikan_versi(sesi, rancangan, versi)
    _periksa_isian(isian, hari_kantor(kantor(sesi), pada))
    terbaru: LembarSop | None = sesi.execute(lembar_terbaru(rancangan.kode)).scalar_one_or_none()
    if terbaru is None or terbaru.id != rancangan.dasar_id:
        raise SudahDikerjakan(
            f"Sudah ada revisi {terbaru.revisi if terbaru else 1} yang lebih baru daripada dasar rancangan "
            "ini. Buang rancangan ini, lalu mulai lagi dari revisi terbaru."
        )
    tanda = penegas(sesi, oleh, pada)
    isi = rancangan.isi
    lama = isi["identitas"]
    pengesahan = {
        "nomor": isian.nomor.strip(),
        "tanggal_pengesahan": tanggal_data(isian.tanggal, lama.get("tanggal_pengesahan")),
        "tanggal_revisi": tanggal_data(isian.tanggal, lama.get("tanggal_revisi")),
    }
    isi = isi_bagian(isi, "identitas", pengesahan, tanda)
    salah = salah_sop(isi)
    if salah:
        raise BelumLengkap("Rancangan ini belum dapat disahkan. " + " ".join(f"{satu}." for satu in salah))
    sop, sebelum = baca_sop(isi), sop_dari(terbaru)
    if not any(b.tempat not in _PENGESAHAN for b in beda_sop(sebelum, sop)):
        raise BelumLengkap("Rancangan ini sama dengan revisi yang berlaku; belum ada yang dapat disahkan.")
    baru = muat_lembar(sesi, rancangan.kode, sop, oleh, pada, isian.alasan.strip(), jabatan_pengatur(oleh))
    rancangan.isi = isi
    rancangan.lembar_id = baru.id
    rancangan.diubah_oleh_id, rancangan.diubah_oleh_nama = oleh.pegawai_id, oleh.nama
    rancangan.diubah_pada = pada
    sesi.flush()
    return baru


_PENGESAHAN = frozenset(
    f"{awal}identitas.{kunci}"
    for awal in ("", "catatan.", "konfirmasi.")
    for kunci in ("nomor", "tanggal_pengesahan", "tanggal_revisi")
)


def _periksa_isian(isian: IsianPengesahan, hari: date) -> None:
    nomor, alasan = isian.nomor.strip(), isian.alasan.strip()
    if not nomor:
        raise MasukanSalah("Isi nomor SOP seperti pada lembar yang disahkan.", "nomor")
    if len(nomor) > PANJANG_NOMOR or not nomor.isprintable():
        raise MasukanSalah(f"Nomor SOP paling panjang {PANJANG_NOMOR} huruf, satu baris.", "nomor")
    if isian.tanggal > hari:
        raise MasukanSalah("Tanggal pengesahan belum tiba.", "tanggal")
    if not alasan:
        raise MasukanSalah("Tuliskan alasan revisi ini.", "alasan")
    if len(alasan) > PANJANG_ALASAN:
        raise MasukanSalah(f"Alasan paling panjang {PANJANG_ALASAN} huruf.", "alasan")

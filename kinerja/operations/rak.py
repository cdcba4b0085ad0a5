"""Where the paper original stands: it moves, and each move is on record."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.operations.arsip import PANJANG_RAK, arsip_berlaku
from kinerja.operations.catatan import catat

TINDAKAN = "pindah_rak"


@dataclass(frozen=True)
class Pindah:
    """One move of a paper original."""

    pada: datetime
    oleh: str
    dari: str
    ke: str


def boleh_pindah(oleh: Pelaku) -> bool:
    """Those who file signed documents, and those who keep the office's settings."""
    return oleh.boleh(Wewenang.UNGGAH_TERTANDA) or oleh.boleh(Wewenang.ATUR_KANTOR)


def pindahkan(sesi: Session, dokumen: Dokumen, ke: str, semula: str, oleh: Pelaku, pada: datetime) -> Arsip:
    """The paper stands elsewhere now. ``semula`` is the place the page showed: it must still be that."""
    if not boleh_pindah(oleh):
        raise TidakBerwenang(
            "Tempat lembar asli diubah oleh jabatan yang mengarsipkan, atau pengatur kantor."
        )
    arsip = arsip_berlaku(sesi, dokumen.id)
    if arsip is None or arsip.cara != "basah":
        raise TidakDitemukan("Dokumen ini tidak mempunyai lembar asli di arsip.")
    baru = " ".join(ke.split())
    if not baru or len(baru) > PANJANG_RAK:
        raise MasukanSalah(f"Isi tempat lembar aslinya, paling panjang {PANJANG_RAK} tanda.", "lokasi_rak")
    if arsip.lokasi_rak != semula:
        akhir = riwayat_rak(sesi, arsip)[-1:]
        siapa = f" oleh {akhir[0].oleh}" if akhir else ""
        raise SudahDikerjakan(f"Tempatnya baru saja diubah{siapa} menjadi “{arsip.lokasi_rak}”.")
    if baru == arsip.lokasi_rak:
        raise MasukanSalah("Lembar aslinya memang sudah di sana.", "lokasi_rak")
    arsip.lokasi_rak = baru
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        TINDAKAN,
        f"arsip:{arsip.id}",
        f"Lembar asli {dokumen.judul} ({dokumen.nomor}) dipindahkan ke {baru}.",
        sebelum={"rak": semula},
        sesudah={"rak": baru},
    )
    return arsip


def riwayat_rak(sesi: Session, arsip: Arsip) -> list[Pindah]:
    """Every move of this paper, oldest first; where it stood at receipt is its first "dari"."""
    pilih = (
        select(Catatan)
        .where(Catatan.objek == f"arsip:{arsip.id}", Catatan.tindakan == TINDAKAN)
        .order_by(Catatan.seq)
    )
    return [
        Pindah(c.pada, c.pelaku_nama, json.loads(c.sebelum)["rak"], json.loads(c.sesudah)["rak"])
        for c in sesi.execute(pilih).scalars()
    ]

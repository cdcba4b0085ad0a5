"""Drafts: what a person typed into a form and has not sent yet. Not an act: no audit row, no validation.

A form that was saved leaves no text behind, only the mark of the sheet it was typed on, for a day: an
autosave of that very sheet that arrives late (it was on its way while the form was sent) is not kept again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, TidakDitemukan
from kinerja.models.draf import Draf

MAKS_KUNCI = 300
MAKS_MEDAN = 400
MAKS_HURUF = 200_000
MAKS_JUDUL = 200
SIMPAN_BEKAS = timedelta(days=1)
SIMPAN_DRAF = timedelta(days=90)


@dataclass(frozen=True)
class Ketikan:
    """One kept form; ``dasar`` is the fingerprint of what it showed before anybody typed ("": unknown)."""

    id: int
    kunci: str
    isian: tuple[tuple[str, str], ...]
    halaman: str
    dasar: str
    disimpan_pada: datetime
    judul: str = ""
    bagian: str = ""

    @property
    def cuplikan(self) -> str:
        """The longest text of the form: enough to know it again, or to copy it where the form is gone."""
        return max((nilai.strip() for _, nilai in self.isian), key=len, default="")


def simpan_draf(
    sesi: Session,
    kunci: str,
    isian: Sequence[tuple[str, str]],
    oleh: Pelaku,
    pada: datetime,
    *,
    halaman: str = "",
    dasar: str = "",
    lembar: str = "",
    judul: str = "",
    bagian: str = "",
) -> bool:
    """Keep the whole form as typed. False when this sheet was already sent and saved.

    ``halaman`` is the path of the page the form stands on, ``judul`` its title and ``bagian`` the heading
    over the form (both cut to MAKS_JUDUL); ``lembar`` names the opened sheet.

    Errors: MasukanSalah when it is too long or no form at all.
    """
    _periksa(kunci, isian, halaman)
    baris = _cari(sesi, oleh, kunci)
    if baris is not None and lembar and baris.isi.get("selesai") == lembar:
        return False
    lama = baris.isi if baris is not None else {}
    isi: dict[str, Any] = {
        "isian": [[nama, _rapikan(nilai)] for nama, nilai in isian],
        "halaman": halaman,
        "dasar": dasar or lama.get("dasar", ""),
        "judul": _sebaris(judul),
        "bagian": _sebaris(bagian),
    }
    if baris is None:
        baris = Draf(pegawai_id=oleh.pegawai_id, kunci=kunci)
        sesi.add(baris)
    baris.isi, baris.disimpan_pada = isi, pada
    _bersihkan(sesi, oleh, pada)
    sesi.flush()
    return True


def draf_saya(sesi: Session, oleh: Pelaku) -> dict[str, Ketikan]:
    """Every form of the person that waits unsent, by its key."""
    semua = sesi.execute(select(Draf).where(Draf.pegawai_id == oleh.pegawai_id)).scalars()
    return {satu.kunci: _ketikan(satu) for satu in semua if "isian" in satu.isi}


def draf_satu(sesi: Session, draf_id: int, oleh: Pelaku) -> Ketikan:
    """One draft of the person. Errors: TidakDitemukan, for those of others too."""
    return _ketikan(_milik(sesi, draf_id, oleh))


def buang_draf(sesi: Session, draf_id: int, oleh: Pelaku) -> None:
    """Throw a draft away. Errors: TidakDitemukan."""
    sesi.delete(_milik(sesi, draf_id, oleh))
    sesi.flush()


def form_tersimpan(
    sesi: Session, kunci: Collection[str], lembar: str, oleh: Pelaku, pada: datetime, terbuka: str = ""
) -> None:
    """The form was saved: its draft goes, whichever of ``kunci`` it was kept under.

    ``lembar`` names the sheet that was sent, ``terbuka`` its key, where the browser autosaves: a draft of it
    that is still on its way will not be kept.
    """
    pilih = select(Draf).where(Draf.pegawai_id == oleh.pegawai_id, Draf.kunci.in_(kunci))
    ada = {satu.kunci: satu for satu in sesi.execute(pilih).scalars()}
    if lembar and terbuka and terbuka not in ada:
        ada[terbuka] = Draf(pegawai_id=oleh.pegawai_id, kunci=terbuka)
        sesi.add(ada[terbuka])
    for satu in ada.values():
        if lembar and satu.kunci == terbuka:
            satu.isi, satu.disimpan_pada = {"selesai": lembar}, pada
        else:
            sesi.delete(satu)
    sesi.flush()


def _periksa(kunci: str, isian: Sequence[tuple[str, str]], halaman: str) -> None:
    for alamat in (kunci, halaman or "/"):
        polos = alamat.startswith("/") and not alamat.startswith(("//", "/\\")) and alamat.isprintable()
        if not polos or len(alamat) > MAKS_KUNCI:
            raise MasukanSalah("Formulir ini tidak dikenal.")
    panjang = sum(len(nama) + len(nilai) for nama, nilai in isian)
    if len(isian) > MAKS_MEDAN or panjang > MAKS_HURUF:
        raise MasukanSalah("Ketikan ini terlalu panjang untuk disimpan sementara.")


def _rapikan(teks: str) -> str:
    """Line ends as \\n; what no page can show goes."""
    rapi = teks.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(h for h in rapi if h in "\n\t" or not ("\x00" <= h < " " or "\ud800" <= h <= "\udfff"))


def _sebaris(teks: str) -> str:
    return " ".join(_rapikan(teks).split())[:MAKS_JUDUL]


def _bersihkan(sesi: Session, oleh: Pelaku, pada: datetime) -> None:
    tua = select(Draf).where(Draf.pegawai_id == oleh.pegawai_id, Draf.disimpan_pada < pada - SIMPAN_BEKAS)
    for satu in sesi.execute(tua).scalars():
        if "isian" not in satu.isi or satu.disimpan_pada < pada - SIMPAN_DRAF:
            sesi.delete(satu)


def _cari(sesi: Session, oleh: Pelaku, kunci: str) -> Draf | None:
    pilih = select(Draf).where(Draf.pegawai_id == oleh.pegawai_id, Draf.kunci == kunci)
    return sesi.execute(pilih).scalar_one_or_none()


def _milik(sesi: Session, draf_id: int, oleh: Pelaku) -> Draf:
    baris = sesi.get(Draf, draf_id)
    if baris is None or baris.pegawai_id != oleh.pegawai_id or "isian" not in baris.isi:
        raise TidakDitemukan("Ketikan itu sudah tidak ada.")
    return baris


def _ketikan(baris: Draf) -> Ketikan:
    isi = baris.isi
    isian = tuple((str(nama), str(nilai)) for nama, nilai in isi["isian"])
    return Ketikan(
        baris.id,
        baris.kunci,
        isian,
        isi["halaman"],
        isi["dasar"],
        baris.disimpan_pada,
        isi.get("judul", ""),
        isi.get("bagian", ""),
    )

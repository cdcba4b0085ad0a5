"""Documents and signed files against the audit rows of their issue and receipt, and their verdicts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, String, case, cast, func, literal, select
from sqlalchemy.orm import Session, aliased

from kinerja.domain.keutuhan import JenisTemuan, Temuan
from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.upkeep.bertahap import satu_satu

_KATA = {
    "nomor": "nomor",
    "kode": "kode dokumen",
    "sha256": "berkas",
    "halaman": "jumlah halaman",
    "digest": "data sumber",
    "judul": "judul",
    "tanggal": "tanggal",
    "penanda": "penanda tangan",
    "penanda_jabatan": "jabatan penanda tangan",
}

_KEMUDIAN = frozenset({"judul", "tanggal", "penanda", "penanda_jabatan"})  # not in older rows


def dokumen(sesi: Session) -> Iterator[Temuan]:
    """A row that is not what its audit row says: another file, number, code or digest."""
    yield from _terbitan(sesi)
    yield from _tertanda(sesi)
    yield from _cara_terima(sesi)


def _terbitan(sesi: Session) -> Iterator[Temuan]:
    terbit = _sesudah(_objek("dokumen", Dokumen.id), literal("terbitkan"))
    pilih = select(Dokumen.id, Dokumen, Berkas.sha256, terbit).join(Berkas, Berkas.id == Dokumen.berkas_id)
    for _, satu, sha256, sesudah in satu_satu(sesi, pilih, Dokumen.id):
        if sesudah is None:
            yield _beda(f"dokumen {satu.nomor} tanpa catatan penerbitan", sha256)
            continue
        tercatat = json.loads(sesudah)
        kini = {
            "nomor": satu.nomor,
            "kode": satu.kode,
            "sha256": sha256,
            "halaman": satu.halaman,
            "digest": satu.digest,
            "judul": satu.judul,
            "tanggal": satu.tanggal.isoformat(),
            "penanda": satu.penanda_nama,
            "penanda_jabatan": satu.penanda_jabatan,
        }
        for medan, nilai in kini.items():
            if medan in _KEMUDIAN and medan not in tercatat:
                continue
            if tercatat.get(medan, "") != nilai:  # a document issued earlier has no digest, its row neither
                yield _beda(
                    f"{_KATA[medan]} dokumen {satu.nomor} tidak sama dengan catatan penerbitannya", sha256
                )


def _tertanda(sesi: Session) -> Iterator[Temuan]:
    """The sha256 of every signed file is in the row of its receipt, or of its taking another's place."""
    lama = aliased(Arsip)
    jumlah = (
        select(func.count())
        .where(
            Catatan.objek == _objek("arsip", func.coalesce(lama.id, Arsip.id)),
            Catatan.sesudah.contains(Berkas.sha256),
            (Catatan.tindakan == "ganti_arsip") == lama.id.is_not(None),
        )
        .correlate(lama, Arsip, Berkas)
        .scalar_subquery()
    )
    pilih = (
        select(Arsip.id, Dokumen.nomor, Berkas.sha256)
        .join(Dokumen, Dokumen.id == Arsip.dokumen_id)
        .join(Berkas, Berkas.id == Arsip.berkas_id)
        .outerjoin(lama, lama.diganti_oleh_id == Arsip.id)
        .where(jumlah == 0)
    )
    for _, nomor, sha256 in satu_satu(sesi, pilih, Arsip.id):
        yield _beda(f"PDF tertanda dokumen {nomor} tidak sama dengan catatan penerimaannya", sha256)


def _cara_terima(sesi: Session) -> Iterator[Temuan]:
    """How it was signed and on how many pages, as the row of its receipt or replacement says."""
    lama = aliased(Arsip)
    tindakan = case((lama.id.is_(None), "unggah"), else_="ganti_arsip")
    masuk = _sesudah(_objek("arsip", func.coalesce(lama.id, Arsip.id)), tindakan)
    pilih = (
        select(Arsip.id, Arsip.cara, Arsip.halaman, Dokumen.nomor, Berkas.sha256, masuk)
        .join(Dokumen, Dokumen.id == Arsip.dokumen_id)
        .join(Berkas, Berkas.id == Arsip.berkas_id)
        .outerjoin(lama, lama.diganti_oleh_id == Arsip.id)
    )
    for _, cara, halaman, nomor, sha256, sesudah in satu_satu(sesi, pilih, Arsip.id):
        tercatat = json.loads(sesudah or "{}")  # no row at all: named above
        if (tercatat.get("cara", cara), tercatat.get("halaman", halaman)) != (cara, halaman):
            kata = f"cara atau jumlah halaman PDF tertanda dokumen {nomor}"
            yield _beda(f"{kata} tidak sama dengan catatan penerimaannya", sha256)


def verdict(sesi: Session) -> Iterator[Temuan]:
    """TTE files that came in through kinerja's reading of signatures and have no verdict."""
    yield from _tanpa_verdict(sesi, Arsip.pindaian_id.is_not(None), "tanpa hasil periksa tanda tangan")


def verdict_lama(sesi: Session) -> Iterator[Temuan]:
    """TTE files received before kinerja read signatures: worth a look, nothing broken."""
    yield from _tanpa_verdict(
        sesi, Arsip.pindaian_id.is_(None), "diarsipkan sebelum kinerja memeriksa tanda tangan"
    )


def _tanpa_verdict(sesi: Session, syarat: ColumnElement[bool], kata: str) -> Iterator[Temuan]:
    pilih = (
        select(Arsip.id, Dokumen.nomor, Berkas.sha256)
        .join(Dokumen, Dokumen.id == Arsip.dokumen_id)
        .join(Berkas, Berkas.id == Arsip.berkas_id)
        .where(Arsip.cara == "tte", syarat, Arsip.berkas_id.not_in(select(PeriksaTtd.berkas_id)))
    )
    for _, nomor, sha256 in satu_satu(sesi, pilih, Arsip.id):
        yield Temuan(JenisTemuan.TANPA_VERDICT, f"berkas TTE dokumen {nomor} {kata}", sha256)


def _sesudah(objek: ColumnElement[str], tindakan: ColumnElement[str]) -> ScalarSelect[str]:
    """What the first audit row of this act says. No join: SQLite would index all rows anew for each piece."""
    pilih = select(Catatan.sesudah).where(Catatan.objek == objek, Catatan.tindakan == tindakan)
    return pilih.order_by(Catatan.seq).limit(1).correlate_except(Catatan).scalar_subquery()


def _objek(kata: str, kunci: Any) -> ColumnElement[str]:
    return literal(f"{kata}:") + cast(kunci, String)


def _beda(pesan: str, sha256: str) -> Temuan:
    return Temuan(JenisTemuan.BEDA_CATATAN, pesan, sha256)

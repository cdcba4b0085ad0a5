"""Full text search over the archive: what was issued, found by any word that stands in it.

One interface, two ways behind it: FTS5 on SQLite; on another database LIKE over the same table (not exercised
by the tests). The words come from the text layer of the issued PDF; a scan that came back is a picture and is
not read (no OCR). What is Rahasia has no row here.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import (
    Float,
    Integer,
    Select,
    Subquery,
    and_,
    bindparam,
    false,
    func,
    literal,
    or_,
    select,
    text,
    true,
    union_all,
)
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.cari import AKHIR, AWAL, Potong, bersih, kata_cari, pecah, sekitar, tandai, ungkapan
from kinerja.domain.disposisi import Sifat
from kinerja.domain.kode_dokumen import rapikan_kode
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.periode import Periode
from kinerja.models.surat import SuratKeluar
from kinerja.models.teks_dokumen import KOLOM, TeksDokumen
from kinerja.operations.arsip_daftar import SEHALAMAN, Saringan, dokumen_berurut, syarat

_SEPOTONG = 3  # a part of a number or code is looked for from so many signs on
# The weights are of KOLOM in their order: a number weighs more than a word somewhere in the text.
_COCOK = text(
    "SELECT rowid AS id, bm25(cari_dokumen, 10, 10, 6, 3, 3, 1) AS nilai FROM cari_dokumen "
    "WHERE cari_dokumen MATCH :ungkapan"
).columns(id=Integer, nilai=Float)
_CUPLIKAN = text(
    "SELECT rowid, snippet(cari_dokumen, 5, :awal, :akhir, ' … ', 24), "
    "highlight(cari_dokumen, 0, :awal, :akhir), "
    "highlight(cari_dokumen, 1, :awal, :akhir), highlight(cari_dokumen, 2, :awal, :akhir), "
    "highlight(cari_dokumen, 3, :awal, :akhir), highlight(cari_dokumen, 4, :awal, :akhir) "
    "FROM cari_dokumen WHERE cari_dokumen MATCH :ungkapan AND rowid IN :id"
).bindparams(bindparam("id", expanding=True))


class Temuan(NamedTuple):
    """A document found. Each text is in pieces, the words found marked; ``cuplikan`` may be empty."""

    dokumen: Dokumen
    judul: tuple[Potong, ...]
    nomor: tuple[Potong, ...]
    kode: tuple[Potong, ...]
    cuplikan: tuple[Potong, ...]


class HasilCari(NamedTuple):
    """One page of what was found, and how many there are in all."""

    baris: list[Temuan]
    jumlah: int


def indeks(sesi: Session, dokumen: Dokumen, teks: str) -> None:
    """Put the words of an issued document into the index, or renew them; Rahasia is left out."""
    if _rahasia(sesi, dokumen):
        return
    periode = sesi.get(Periode, dokumen.periode_id) if dokumen.periode_id else None
    kata = {
        "nomor": bersih(dokumen.nomor),
        "kode": dokumen.kode,
        "judul": bersih(dokumen.judul),
        "masa": f"{periode.nama if periode else ''} {dokumen.tahun}".strip(),
        "nama": _nama(sesi, dokumen),
        "isi": bersih(teks),
    }
    sesi.merge(TeksDokumen(dokumen_id=dokumen.id, **kata))
    sesi.flush()


def sebut_penerima(sesi: Session, dokumen: Dokumen) -> None:
    """The signed PDF came back: who received it can be searched from now on."""
    baris = sesi.get(TeksDokumen, dokumen.id)
    if baris is not None:
        baris.nama = _nama(sesi, dokumen)
        sesi.flush()


def _nama(sesi: Session, dokumen: Dokumen) -> str:
    penerima = sesi.execute(
        select(Arsip.diterima_oleh_nama).where(Arsip.dokumen_id == dokumen.id).order_by(Arsip.id)
    ).scalars()
    semua = (dokumen.penanda_nama, dokumen.penanda_jabatan, dokumen.diterbitkan_oleh_nama, *penerima)
    return "; ".join(dict.fromkeys(bersih(satu) for satu in semua if satu))


def _rahasia(sesi: Session, dokumen: Dokumen) -> bool:
    if dokumen.periode_id is None:
        return False
    surat = select(SuratKeluar.sifat).where(SuratKeluar.periode_id == dokumen.periode_id)
    return sesi.execute(surat).scalar_one_or_none() is Sifat.RAHASIA


def belum_terindeks(sesi: Session) -> list[Dokumen]:
    """Documents issued before there was an index, with their files; oldest first."""
    rahasia = select(SuratKeluar.periode_id).where(SuratKeluar.sifat == Sifat.RAHASIA)
    pilih = (
        select(Dokumen)
        .options(joinedload(Dokumen.berkas))
        .where(
            Dokumen.id.not_in(select(TeksDokumen.dokumen_id)),
            or_(Dokumen.periode_id.is_(None), Dokumen.periode_id.not_in(rahasia)),
        )
        .order_by(Dokumen.id)
    )
    return list(sesi.execute(pilih).scalars())


def cari(
    sesi: Session,
    kata: str,
    *,
    saring: Saringan | None = None,
    batas: int = SEHALAMAN,
    dari: int = 0,
    **penyaring: Any,
) -> HasilCari:
    """Documents with all the words: an exact number or code first, then the best, then the newest.

    ``penyaring``: the fields of Saringan (``tahun``, ``jenis``, ``keadaan``, ``klasifikasi``, ``retensi``
    with ``hari``), or a whole one as ``saring``. Nothing that can be typed is an error.
    """
    dicari = kata_cari(kata)
    if not dicari:
        return HasilCari([], 0)
    saring = saring or Saringan(**penyaring)
    utuh = " ".join(dicari)
    cocok = _cocok(sesi, dicari, utuh)
    dasar = select(Dokumen.id).join(cocok, cocok.c.id == Dokumen.id).where(*syarat(saring))
    persis = or_(func.lower(Dokumen.nomor) == utuh.lower(), Dokumen.kode == (rapikan_kode(utuh) or ""))
    urut = dasar.order_by(persis.desc(), cocok.c.nilai, Dokumen.tahun.desc(), Dokumen.urut.desc())
    baris = sesi.execute(urut.add_columns(func.count().over()).limit(batas).offset(dari)).all()
    jumlah = baris[0][1] if baris else _hitung(sesi, dasar) if dari else 0  # counted on the way, else apart
    nomor = [satu[0] for satu in baris]
    cuplikan = _cuplikan(sesi, nomor, dicari)
    semua = dokumen_berurut(sesi, nomor)
    return HasilCari([_temuan(sesi, d, cuplikan.get(d.id), dicari) for d in semua], jumlah)


def _hitung(sesi: Session, dasar: Select[int]) -> int:
    return sesi.execute(select(func.count()).select_from(dasar.subquery())).scalar_one()


def _cuplikan(sesi: Session, nomor: list[int], dicari: tuple[str, ...]) -> dict[int, tuple[str, ...]]:
    """The marked texts of a page of documents, in one pass; none of those found by a part of a number."""
    if not nomor or not _fts(sesi):
        return {}
    isian = {"awal": AWAL, "akhir": AKHIR, "ungkapan": ungkapan(dicari), "id": nomor}
    return {baris[0]: tuple(baris[1:]) for baris in sesi.execute(_CUPLIKAN, isian)}


def _fts(sesi: Session) -> bool:
    return sesi.get_bind().dialect.name == "sqlite"


def _cocok(sesi: Session, dicari: tuple[str, ...], utuh: str) -> Subquery:
    """(id, nilai) of every document that fits, each once; the smaller ``nilai``, the better."""
    kata = (
        _COCOK.bindparams(ungkapan=ungkapan(dicari)).subquery() if _fts(sesi) else _mirip(dicari).subquery()
    )
    # Always two parts, be the second empty: SQLite would pull a lone first one up to where bm25 is not known.
    gabung = union_all(select(kata.c.id, kata.c.nilai), _sepotong(utuh)).subquery()
    return select(gabung.c.id, func.min(gabung.c.nilai).label("nilai")).group_by(gabung.c.id).subquery()


def _sepotong(utuh: str) -> Select[int, float]:
    """Number or code in part, also from the middle of a word: "BCD" of ABCD-EFGH."""
    kode = rapikan_kode(utuh)
    sama = [Dokumen.nomor.contains(utuh, autoescape=True), Dokumen.kode.contains(utuh, autoescape=True)]
    return select(Dokumen.id, literal(0.0).label("nilai")).where(
        or_(*sama, *([Dokumen.kode == kode] if kode else [])),
        Dokumen.id.in_(select(TeksDokumen.dokumen_id)),
        true() if len(utuh) >= _SEPOTONG else false(),
    )


def _mirip(dicari: tuple[str, ...]) -> Select[int, float]:
    kolom = [getattr(TeksDokumen, nama) for nama in KOLOM]
    semua = and_(*(or_(*(k.icontains(kata, autoescape=True) for k in kolom)) for kata in dicari))
    return select(TeksDokumen.dokumen_id.label("id"), literal(0.0).label("nilai")).where(semua)


def _temuan(
    sesi: Session, dokumen: Dokumen, baris: tuple[str, ...] | None, dicari: tuple[str, ...]
) -> Temuan:
    if baris is None:  # found by a part of its number or code, or on another database
        isi = "" if _fts(sesi) else sesi.get_one(TeksDokumen, dokumen.id).isi
        judul, nomor, kode = (tandai(t, dicari) for t in (dokumen.judul, dokumen.nomor, dokumen.kode))
        return Temuan(dokumen, judul, nomor, kode, sekitar(isi, dicari))
    isi, nomor_, kode_, judul_, masa, nama = baris
    cuplikan = next((c for c in (isi, nama, masa) if AWAL in c), "")
    return Temuan(dokumen, pecah(judul_), pecah(nomor_), pecah(kode_), pecah(cuplikan))


def polos(dokumen: Dokumen) -> Temuan:
    """A document of a list that nobody searched: nothing is marked."""
    judul, nomor, kode = (tandai(t, ()) for t in (dokumen.judul, dokumen.nomor, dokumen.kode))
    return Temuan(dokumen, judul, nomor, kode, ())

"""The child's part of reading a workbook: it is taken apart and held against limits before openpyxl sees it.

Only sheets that carry our mark are read, and of them only the known range. Whatever is found is given back as
plain words; nothing is computed, no link is followed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from kinerja.documents.anak import Tolak
from kinerja.domain.lembar_isian import BARIS_JUDUL, MAKS_BARIS, MAKS_KOLOM, huruf_kolom

MAKS_ANGGOTA = 300
MAKS_TERURAI = 24_000_000
MAKS_XML = 8_000_000
MAKS_SEL = 60_000
MAKS_LEMBAR = 30
# Tags an XML member may hold: openpyxl needs some 20 µs for each, much more for styles.
MAKS_TANDA = (("xl/worksheets/", 300_000), ("xl/sharedstrings", 160_000))
MAKS_TANDA_LAIN = 20_000
_ASING = (
    ("xl/vbaproject", "makro"),
    ("xl/macrosheets/", "makro"),
    ("xl/dialogsheets/", "makro"),
    ("xl/activex/", "makro"),
    ("xl/externallinks/", "tautan"),
    ("xl/connections", "tautan"),
    ("xl/querytables/", "tautan"),
    ("xl/embeddings/", "benda"),
)
_SEL = re.compile(rb"<(?:\w+:)?c\b([^<>]*?)(/?)>")
_ALAMAT = re.compile(rb"\br=[\"']([A-Za-z]{1,9})([0-9]{1,12})[\"']")
_SANDI = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how the format writes signs it cannot hold
_GABUNG = re.compile(rb"<(?:\w+:)?mergeCell\b[^<>]*?\bref=[\"']([A-Z0-9:$]{1,30})[\"']")


def baca_buku(_kepala: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """The marked sheets as plain data. Raises Tolak with ``alasan`` (and ``rincian``)."""
    isi = muatan[0]
    try:
        _periksa(isi)
        return {"lembar": _lembar(isi)}, []
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, OSError):
        raise Tolak(alasan="rusak") from None
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError, SyntaxError):
        raise Tolak(alasan="rusak") from None


def _periksa(isi: bytes) -> None:
    """Names, counts and real sizes of the members; no DTD, no far cell, no merged cell in the tables."""
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        anggota = zip_.infolist()
        nama = [satu.filename for satu in anggota]
        if len(anggota) > MAKS_ANGGOTA or sum(satu.file_size for satu in anggota) > MAKS_TERURAI:
            raise Tolak(alasan="besar")
        if any(satu.flag_bits & 1 for satu in anggota):
            raise Tolak(alasan="terkunci")
        if len(set(nama)) < len(nama):
            raise Tolak(alasan="rusak")
        for kata in nama:
            for awalan, alasan in _ASING:
                if kata.lower().lstrip("/").startswith(awalan):
                    raise Tolak(alasan=alasan)
        jumlah = 0
        for satu in anggota:
            jumlah += _anggota(zip_, satu)
            if jumlah > MAKS_TERURAI:
                raise Tolak(alasan="besar")


def _anggota(zip_: zipfile.ZipFile, satu: zipfile.ZipInfo) -> int:
    """Unpack one member as far as the limit and look at it; its real size in bytes."""
    xml = satu.filename.lower().endswith((".xml", ".rels", ".vml"))
    batas = MAKS_XML if xml else MAKS_TERURAI
    with zip_.open(satu) as aliran:
        isi = aliran.read(batas + 1)
    if len(isi) > batas:
        raise Tolak(alasan="besar")
    if xml:
        if isi.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00")) or b"<!DOCTYPE" in isi or b"<!ENTITY" in isi:
            raise Tolak(alasan="rusak")
        _isi_xml(satu.filename.lower(), isi)
    return len(isi)


def _isi_xml(nama: str, isi: bytes) -> None:
    if isi.count(b"<") > next((n for awalan, n in MAKS_TANDA if nama.startswith(awalan)), MAKS_TANDA_LAIN):
        raise Tolak(alasan="besar")
    if nama.endswith("content_types].xml") and b"macroEnabled" in isi:
        raise Tolak(alasan="makro")
    if not nama.startswith("xl/worksheets/"):
        return
    for ke, sel in enumerate(_SEL.finditer(isi)):
        alamat = _ALAMAT.search(sel[1])
        if alamat and not sel[2] and (len(alamat[1]) > 2 or len(alamat[2]) > 5):
            raise Tolak(alasan="jauh", rincian=(alamat[1] + alamat[2]).decode("ascii"))
        if ke >= MAKS_SEL:
            raise Tolak(alasan="besar")


def _lembar(isi: bytes) -> list[dict[str, Any]]:
    import openpyxl

    buku = openpyxl.load_workbook(io.BytesIO(isi), read_only=True, keep_links=False, data_only=False)
    if len(buku.worksheets) > MAKS_LEMBAR:
        raise Tolak(alasan="besar")
    hasil = []
    for ws in buku.worksheets:
        ws.reset_dimensions()
        baris = list(ws.iter_rows(1, BARIS_JUDUL, 1, MAKS_KOLOM))
        if not baris or not _kata(baris[0][0]).startswith("kinerja|"):
            continue
        _tolak_gabung(isi, ws)
        hasil.append(_baca_satu(ws, baris))
    return hasil


def _tolak_gabung(isi: bytes, ws: Any) -> None:
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        gabung = _GABUNG.search(zip_.read(ws._worksheet_path.lstrip("/")))
    if gabung:
        raise Tolak(alasan="gabung", rincian=f"{ws.title}: {gabung[1].decode('ascii')}")


def _baca_satu(ws: Any, atas: list[Any]) -> dict[str, Any]:
    judul = [_kata(sel) for sel in atas[BARIS_JUDUL - 1][1:]] if len(atas) >= BARIS_JUDUL else []
    while judul and not judul[-1]:
        judul.pop()
    baris = []
    for nomor, satu in enumerate(
        ws.iter_rows(BARIS_JUDUL + 1, MAKS_BARIS + 1, 1, MAKS_KOLOM), BARIS_JUDUL + 1
    ):
        sel = [_sel(s) for s in satu]
        if not any(sel):
            continue
        if nomor > MAKS_BARIS:
            raise Tolak(alasan="jauh", rincian=f"A{nomor}")
        for ke in range(len(judul) + 1, len(sel)):
            if sel[ke]:
                raise Tolak(alasan="jauh", rincian=f"{ws.title}!{huruf_kolom(ke + 1)}{nomor}")
        baris.append({"nomor": nomor, "kunci": _kata(satu[0])[:200], "sel": sel[1 : len(judul) + 1]})
    return {
        "nama": ws.title[:100],
        "tanda": _kata(atas[0][0])[:300],
        "sidik": _kata(atas[1][0])[:100],
        "judul": judul,
        "baris": baris,
    }


def _kata(sel: Any) -> str:
    nilai = getattr(sel, "value", None)
    return nilai.strip() if isinstance(nilai, str) and sel.data_type != "f" else ""


def _sel(sel: Any) -> list[str] | None:
    """[kind, text] of a cell; None for an empty one."""
    nilai = sel.value
    if nilai is None or (isinstance(nilai, str) and sel.data_type != "f" and not nilai.strip()):
        return None
    asing = _asing(sel, nilai)
    if asing:
        return [asing, ""]
    if isinstance(nilai, str):
        return ["teks", _SANDI.sub(lambda s: chr(int(s[1], 16)), nilai)]
    angka = Decimal(format(nilai, ".15g") if isinstance(nilai, float) else nilai)
    return ["angka", format(angka, "f")] if angka.is_finite() and angka.adjusted() < 40 else ["galat", ""]


def _asing(sel: Any, nilai: Any) -> str:
    """The name of what is neither plain text nor a plain number."""
    if sel.data_type == "f":
        return "rumus"
    if sel.data_type == "e":
        return "galat"
    if isinstance(nilai, bool):
        return "benar"
    if isinstance(nilai, date | datetime | time | timedelta):
        return "tanggal"
    if isinstance(nilai, int | float):
        return "persen" if "%" in (sel.number_format or "").replace('"%"', "") else ""
    return "" if isinstance(nilai, str) else "rumus"

"""In the child: what of the file a signature covers, and whether what came after it left the rest as it was.

pyHanko answers both, with gaps through which a signed file can be made to show other pages without any key:
it counts the bytes a signature leaves out and never looks at them, and it reads a table of objects that other
readers find broken. They then search the file for objects by themselves and find more than pyHanko does.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from kinerja.documents.anak import Tolak
from kinerja.documents.tanda_tangan.kaitan_anak import semua_sama

_NILAI = re.compile(rb"<((?:[0-9A-Fa-f]{2})+)>")
_BENDA = re.compile(rb"\b\d+\s+\d+\s+obj\b")
_AKHIR_BARIS = rb"[ \t]*(?:\r\n|\r|\n)"
_DAFTAR = re.compile(
    rb"xref%s(?:\d+ \d+%s(?:\d{10} \d{5} [nf](?: \r| \n|\r\n))*)+\s*trailer\b" % (_AKHIR_BARIS, _AKHIR_BARIS)
)
_TIDAK_DIHITUNG = ("/ModDate", "/Producer")
_XMP_TIDAK_DIHITUNG = (
    "{http://ns.adobe.com/xap/1.0/}",
    "{http://ns.adobe.com/xap/1.0/mm/}",
    "{http://ns.adobe.com/pdf/1.3/}Producer",
)
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def aturan_beda(terakhir: bool) -> Any:
    """pyHanko's rules for what may follow a signature, with two of ours.

    A signature that permits further ones permits a visible one; and behind the last one nobody may change
    how fields are drawn, nor leave objects that nothing refers to.
    """
    from pyhanko.sign.diff_analysis import (
        DEFAULT_DIFF_POLICY,
        FormUpdatingRule,
        GenericFieldModificationRule,
        SigFieldCreationRule,
        SigFieldModificationRule,
        StandardDiffPolicy,
    )

    medan: list[Any] = [
        SigFieldCreationRule(allow_new_visible_after_certify=True),  # type: ignore[no-untyped-call]
        SigFieldModificationRule(),
        GenericFieldModificationRule(),
    ]
    bebas = {"/Fields"} if terakhir else None
    return StandardDiffPolicy(
        DEFAULT_DIFF_POLICY.global_rules,
        FormUpdatingRule(medan, bebas),
        ignore_orphaned_objects=not terakhir,
    )


def lubang_pas(pdf: bytes, ttd: Any) -> bool:
    """Is the only gap in what was signed the signature's own value, and nothing else?"""
    rentang = list(ttd.byte_range)
    if len(rentang) != 4 or not all(isinstance(satu, int) for satu in rentang):
        return False
    awal, sampai, lanjut, sisa = rentang
    if awal or not 0 < sampai < lanjut or sisa < 0 or lanjut + sisa > len(pdf):
        return False
    lubang = _NILAI.fullmatch(pdf, sampai, lanjut)
    di_depan = pdf[max(0, sampai - 32) : sampai].rstrip()
    return bool(
        lubang and di_depan.endswith(b"/Contents") and bytes.fromhex(lubang[1].decode()) == ttd.pkcs7_content
    )


def sesudahnya_tetap(pdf: bytes, ttd: Any, terakhir: bool) -> bool:
    """Does what was added behind a signature leave title and pages alone, for every reader of PDF?

    Behind the last signature the annotations count too.
    """
    ujung = ttd.byte_range[2] + ttd.byte_range[3]
    if not (_tambahan_terdaftar(pdf, ttd, ujung) and _data_tetap(ttd)):
        return False
    try:
        return semua_sama(pdf[:ujung], pdf, catatan=terakhir)
    except Tolak:
        return False


def _tambahan_terdaftar(pdf: bytes, ttd: Any, ujung: int) -> bool:
    """Are the added tables written to the letter, and is every added object in one of them?"""
    daftar = ttd.reader.xrefs
    tempat = set()
    for ke in range(ttd.signed_revision + 1, daftar.total_revisions):
        mulai = daftar.get_startxref_for_revision(ke)
        if not (_DAFTAR.match(pdf, mulai) or _BENDA.match(pdf, mulai)):
            return False
        tempat.add(mulai)
        for benda in daftar.explicit_refs_in_revision(ke):
            di = daftar.get_historical_ref(benda, ke)
            if isinstance(di, int):
                tempat.add(di)
    return all(satu.start() in tempat for satu in _BENDA.finditer(pdf, ujung))


def _data_tetap(ttd: Any) -> bool:
    """Are title and metadata the same since this signature? pyHanko takes a new title for upkeep."""
    pembaca, saat_itu = ttd.reader, ttd.signed_revision
    lama = pembaca.get_historical_resolver(saat_itu)
    info_lama, info = _info(lama.trailer_view), _info(pembaca.trailer_view)
    xmp_lama, xmp = _xmp(pembaca, lama.root, saat_itu), _xmp(pembaca, pembaca.root, None)
    if xmp_lama is None and xmp is not None:  # written by the program that signed next, out of /Info
        return info_lama == info and {isi for _, isi in xmp} <= set(info.values())
    return (info_lama, xmp_lama) == (info, xmp)


def _info(ekor: Any) -> dict[str, str]:
    """Title, author and the like; the hour of the change and the program do not count."""
    info = {str(k): str(v) for k, v in ekor["/Info"].items()} if "/Info" in ekor else {}
    return {k: v for k, v in info.items() if k not in _TIDAK_DIHITUNG}


def _xmp(pembaca: Any, akar: Any, saat_itu: int | None) -> set[tuple[str, str]] | None:
    """What the XMP stream says, without the hour of the change and the program; None without one."""
    if "/Metadata" not in akar:
        return None
    isi = pembaca.get_object(akar.raw_get("/Metadata").reference, revision=saat_itu).data
    try:
        pohon = ElementTree.fromstring(isi)  # noqa: S314 (expat refuses entities that blow up)
    except ElementTree.ParseError:
        return {("", isi.hex())}
    hasil = set()
    for akar_uraian in pohon.iter(f"{_RDF}Description"):
        for sifat in akar_uraian:
            if not sifat.tag.startswith(_XMP_TIDAK_DIHITUNG):
                hasil |= {(sifat.tag, teks.strip()) for teks in sifat.itertext() if teks.strip()}
        for nama, teks in akar_uraian.attrib.items():
            if nama != f"{_RDF}about" and not nama.startswith(_XMP_TIDAK_DIHITUNG):
                hasil.add((nama, teks))
    return hasil

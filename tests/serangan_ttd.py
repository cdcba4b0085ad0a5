"""Attacks on signed files that need no key, and honest files of kinds that are easily taken for one.

Each with the verdict it deserves. What other readers find where pyHanko finds something else is written by
hand, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, append_signature_field

from kinerja.domain.tanda_tangan import Verdict
from tests.korpus_ttd import (
    ASING,
    BERUBAH,
    RUSAK,
    TANPA,
    baik,
    beri_dss,
    ganti_halaman,
    ganti_judul,
    polos,
    tambah_catatan,
    ubah,
)
from tests.penanda_uji import (
    SAAT,
    Penerbit,
    beri_cap,
    kunci,
    p12,
    penanda,
    pencap,
    penerbit,
    sertifikat_untuk,
    tanda_tangani,
)

_PALSU = b"BT /F1 24 Tf 72 720 Td (PALSU 99,99) Tj ET"
_JUDUL_XMP = (
    b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
    b'<rdf:li xml:lang="x-default">Laporan lain</rdf:li></rdf:Alt></dc:title></rdf:Description>'
)
_XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b"%s</rdf:RDF></x:xmpmeta>" % _JUDUL_XMP
)


def _aliran(isi: bytes, jenis: bytes = b"") -> bytes:
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (jenis, len(isi), isi)


def _nomor_isi(pdf: bytes) -> int:
    """The object with the drawing of page 1."""
    cocok = re.search(rb"/Contents (\d+) 0 R", pdf)
    assert cocok
    return int(cocok[1])


def tempel(
    pdf: bytes,
    *benda: tuple[int, int, bytes],
    tersembunyi: bytes = b"",
    geser: int = 0,
    pisah: bytes = b" \n",
    sebelum: int | None = None,
) -> bytes:
    """An incremental update by hand. ``tersembunyi`` stands in no table; ``geser`` and ``pisah`` spoil it."""
    keluar, tempat = bytearray(pdf), b""
    for nomor, turunan, isi in benda:
        tempat += b"%d 1\n%010d %05d n%s" % (nomor, len(keluar), turunan, pisah)
        keluar += b"%d %d obj\n%s\nendobj\n" % (nomor, turunan, isi)
    keluar += tersembunyi
    mulai = len(keluar)
    ekor = pdf[pdf.rindex(b"trailer") :]
    lama = sebelum or int(re.findall(rb"startxref\s+(\d+)", ekor)[0])
    baru = re.sub(rb"/Prev \d+|/Size \d+", b"", ekor[: ekor.index(b">>\nstartxref")]) + b"/Size 91 "
    keluar += b"xref\n%s%s/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (tempat, baru, lama, mulai + geser)
    return bytes(keluar)


def _akar_lagi() -> tuple[int, int, bytes]:
    """The catalogue once more, word for word: an update that changes nothing."""
    nomor = int(re.findall(rb"/Root (\d+) 0 R", baik())[-1])
    isi = re.findall(rb"\n%d 0 obj\s(.*?)\sendobj" % nomor, baik(), re.DOTALL)[-1]
    return nomor, 0, isi


def _tersembunyi() -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (_nomor_isi(baik()), _aliran(_PALSU))


def _berbayang() -> bytes:
    """Another page 1 lay in the file, in no table, before it was signed; now the table is spoilt for some.

    They search the file for objects, and the one that lay hidden comes last.
    """
    asli = polos()
    batas = asli.index(b"\nxref\n") + 1
    mulai = b"startxref\n%d\n" % (batas + len(_tersembunyi()))
    ekor = re.sub(rb"startxref\n\d+\n", mulai, asli[batas:])
    tertanda = tanda_tangani(asli[:batas] + _tersembunyi() + ekor)
    dss = beri_dss(tertanda)
    potong = dss.rindex(b">>\nstartxref")
    return dss[:potong] + b">8 1\n0000000000 00000 f \n>" + dss[potong + 2 :]


def _kurung(isi: bytes) -> bytes:
    """As a string in brackets: half as long as in hexadecimal."""
    for dari, ke in ((b"\\", b"\\\\"), (b"(", b"\\("), (b")", b"\\)"), (b"\r", b"\\r")):
        isi = isi.replace(dari, ke)
    return b"(" + isi + b")"


def _nilai(pdf: bytes) -> tuple[int, int, bytes]:
    """Where the value of the signature begins and ends, and what it is."""
    cocok = re.search(rb"/Contents (<[0-9a-fA-F]+>)", pdf)
    assert cocok
    return cocok.start(1), cocok.end(1), bytes.fromhex(cocok[1][1:-1].decode())


def lubang_berisi() -> bytes:
    """The value written shorter, something else in the room that leaves."""
    awal, akhir, nilai = _nilai(baik())
    isi = _kurung(nilai)
    return baik()[:awal] + isi + b"/Sisa (%s)" % (b"x" * (akhir - awal - len(isi) - 8)) + baik()[akhir:]


def lubang_dipindah() -> bytes:
    """Other words on page 1 without any key: the gap moved in front of the last revision.

    Every signed byte is there, in the same order; those behind the gap stand further back, and the offsets
    in the signed table lead into the gap, where copies of the objects lie with a page that was never signed.
    """
    asli = baik()
    awal, akhir, nilai = _nilai(asli)
    besar, isi_halaman = akhir - awal, _nomor_isi(asli)
    sela = int(re.findall(rb"/Prev (\d+)", asli)[-1])
    di = [(int(satu[1]), satu.start() + 1) for satu in re.finditer(rb"\n(\d+) 0 obj", asli)]
    lubang = bytearray(b" " * besar)

    def taruh(tempat: int, isi: bytes) -> None:
        assert not lubang[tempat - sela : tempat - sela + len(isi)].strip()
        lubang[tempat - sela : tempat - sela + len(isi)] = isi

    palsu = b"%d 0 obj\n%s\nendobj\n" % (isi_halaman, _aliran(_PALSU))
    di_palsu = sela + besar - len(palsu)
    lama = {nomor: tempat for nomor, tempat in di if tempat < sela} | {isi_halaman: di_palsu}
    baris = b"".join(b"%010d 00000 n \n" % lama[nomor] for nomor in sorted(lama))
    ekor = asli[asli.index(b"trailer", sela) : asli.index(b"startxref", sela)]
    taruh(sela, b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(lama) + 1, baris, ekor))
    taruh(di_palsu, palsu)
    for nomor, tempat in di:
        if tempat > sela and nomor != di[-1][0]:
            taruh(tempat, asli[tempat : asli.index(b"endobj", tempat) + 6])
    rentang = (sela, sela + besar, awal - sela + len(asli) - akhir)
    taruh(
        di[-1][1],
        b"%d 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
        b"/ByteRange [0 %d %d %d] /Contents %s >>\nendobj\n" % (di[-1][0], *rentang, _kurung(nilai)),
    )
    return asli[:sela] + bytes(lubang) + asli[sela:awal] + asli[akhir:]


def _benda_menyusul() -> bytes:
    """Page 1 refers to a drawing that is not there when it is signed."""

    def cara(tulis: IncrementalPdfFileWriter) -> None:
        halaman = tulis.root["/Pages"]["/Kids"][0]
        lama = halaman.raw_get("/Contents")
        halaman["/Contents"] = generic.ArrayObject([lama, generic.IndirectObject(60, 0, tulis)])
        tulis.update_container(halaman)

    return tempel(tanda_tangani(ubah(polos(), cara)), (60, 0, _aliran(_PALSU)))


def _formulir(tulis: IncrementalPdfFileWriter) -> None:
    """A text field on page 1."""
    medan = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name("/Tx"),
            pdf_name("/T"): pdf_string("nilai"),
            pdf_name("/V"): pdf_string("87,50"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (72, 600, 272, 630))),
        }
    )
    acuan = tulis.add_object(medan)
    semua = generic.ArrayObject([acuan])
    tulis.root["/AcroForm"] = tulis.add_object(generic.DictionaryObject({pdf_name("/Fields"): semua}))
    halaman = tulis.root["/Pages"]["/Kids"][0]
    halaman["/Annots"] = generic.ArrayObject([acuan])
    tulis.update_container(halaman)
    tulis.update_root()


def _isi_formulir(tulis: IncrementalPdfFileWriter) -> None:
    medan = tulis.root["/AcroForm"]["/Fields"][0]
    medan["/V"] = pdf_string("99,99")
    tulis.update_container(medan)


@cache
def formulir() -> bytes:
    return ubah(polos(), _formulir)


def _gambar_ulang(tulis: IncrementalPdfFileWriter) -> None:
    """Readers draw the fields anew, in the manner told here."""
    tulis.root["/AcroForm"]["/NeedAppearances"] = generic.BooleanObject(True)
    tulis.root["/AcroForm"]["/DA"] = pdf_string("/Helv 1 Tf 1 g")
    tulis.update_container(tulis.root["/AcroForm"])


def _buang_ttd(tulis: IncrementalPdfFileWriter) -> None:
    del tulis.root["/AcroForm"]
    tulis.update_root()


def _medan_siap(tulis: IncrementalPdfFileWriter) -> None:
    for nama, kiri in (("Camat", 330), ("Kedua", 50)):
        append_signature_field(tulis, SigFieldSpec(nama, box=(kiri, 120, kiri + 190, 190), on_page=-1))


def _beri_xmp(tulis: IncrementalPdfFileWriter) -> None:
    jenis = {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")}
    tulis.root["/Metadata"] = tulis.add_object(generic.StreamObject(jenis, stream_data=_XMP))
    tulis.update_root()


@cache
def ber_xmp() -> bytes:
    """Signed, with metadata as most programs write them."""
    return tanda_tangani(ubah(polos(), _beri_xmp))


def _xmp_lain(dari: bytes, ke: bytes) -> bytes:
    """The metadata of the signed file with something put in its place."""
    cocok = re.search(rb"/Metadata (\d+) 0 R", ber_xmp())
    assert cocok
    kini = re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", ber_xmp(), re.DOTALL)[-1]
    baru = re.sub(dari, ke, kini)
    assert baru != kini
    return tempel(ber_xmp(), (int(cocok[1]), 0, _aliran(baru, b"/Type /Metadata /Subtype /XML")))


def kedua(pdf: bytes, *, siap: bool = False) -> bytes:
    """A second person signs."""
    lain = p12("Sekretaris Contoh", ke=2)
    return tanda_tangani(pdf, lain, medan="Kedua", kotak=(50, 50, 200, 100), medan_siap=siap)


def _bersertifikat(izin: MDPPerm) -> bytes:
    return tanda_tangani(polos(), izin=izin)


def _habis() -> bytes:
    return p12(ke=4, sampai=SAAT - timedelta(days=3))


def _oleh(rahasia: object, sari: str = "sha256") -> bytes:
    return tanda_tangani(polos(), oleh=penanda("Penanda Lain", rahasia), sari=sari)


def _staf_menerbitkan() -> bytes:
    staf = sertifikat_untuk("Staf", kunci(1), penerbit(), seri=7)
    bupati = penanda("Bupati", kunci(2), Penerbit(kunci(1), staf), jalur=(staf,))
    return tanda_tangani(polos(), oleh=bupati)


def _lewat_antara() -> bytes:
    antara = sertifikat_untuk("CA Antara", kunci(1), penerbit(), seri=8, ca=True)
    camat = penanda("Camat", kunci(2), Penerbit(kunci(1), antara), jalur=(antara,))
    return tanda_tangani(polos(), oleh=camat)


def _cap_asing() -> bytes:
    return beri_cap(baik(), pencap(oleh=penerbit("Akar Lain", 6)))


SERANGAN: dict[str, tuple[Callable[[], bytes], Verdict]] = {
    "isi lain di lubang": (lubang_berisi, BERUBAH),
    "lubang dipindah, halaman diganti": (lubang_dipindah, BERUBAH),
    "benda tersembunyi, daftar digeser": (
        lambda: tempel(baik(), _akar_lagi(), tersembunyi=_tersembunyi(), geser=1),
        BERUBAH,
    ),
    "benda tersembunyi, baris daftar terlalu pendek": (
        lambda: tempel(baik(), _akar_lagi(), tersembunyi=_tersembunyi(), pisah=b"\n"),
        BERUBAH,
    ),
    "halaman bayangan, ekor daftar rusak": (_berbayang, BERUBAH),
    "benda yang tidak dipakai": (lambda: tempel(baik(), (90, 0, b"<< /X 1 >>")), BERUBAH),
    "benda yang tidak ada, lalu ada": (_benda_menyusul, BERUBAH),
    "benda tersembunyi saja": (
        lambda: tempel(baik(), _akar_lagi(), tersembunyi=_tersembunyi()),
        BERUBAH,
    ),
    "benda tersembunyi, lalu tanda tangan kedua": (
        lambda: kedua(tempel(baik(), _akar_lagi(), tersembunyi=_tersembunyi())),
        BERUBAH,
    ),
    "halaman diganti dengan nomor turunan lain": (
        lambda: tempel(baik(), (_nomor_isi(baik()), 1, _aliran(_PALSU))),
        BERUBAH,
    ),
    "tanpa daftar benda": (lambda: baik() + _tersembunyi() + b"%%EOF\n", RUSAK),
    "tanda tangan dilompati": (
        lambda: tempel(baik(), (90, 0, b"<< /X 1 >>"), sebelum=int(re.findall(rb"/Prev (\d+)", baik())[-1])),
        BERUBAH,
    ),
    "tanda tangan dibuang": (lambda: ubah(baik(), _buang_ttd), BERUBAH),
    "cara menggambar isian diubah": (lambda: ubah(baik(), _gambar_ulang), BERUBAH),
    "isian diubah": (lambda: ubah(tanda_tangani(formulir()), _isi_formulir), BERUBAH),
    "isian diubah, lalu tanda tangan kedua": (
        lambda: kedua(ubah(tanda_tangani(formulir()), _isi_formulir)),
        BERUBAH,
    ),
    "isian diubah, lalu cap waktu": (
        lambda: beri_cap(ubah(tanda_tangani(formulir()), _isi_formulir)),
        BERUBAH,
    ),
    "judul diganti, lalu cap waktu": (lambda: beri_cap(ganti_judul(baik())), BERUBAH),
    "halaman diganti, lalu cap waktu": (lambda: beri_cap(ganti_halaman(baik())), BERUBAH),
    "judul diganti, lalu tanda tangan kedua": (lambda: kedua(ganti_judul(baik())), BERUBAH),
    "judul XMP diganti": (lambda: _xmp_lain(rb"</rdf:RDF>", _JUDUL_XMP + b"</rdf:RDF>"), BERUBAH),
    "catatan meski catatan diizinkan": (
        lambda: tambah_catatan(_bersertifikat(MDPPerm.ANNOTATE)),
        BERUBAH,
    ),
    "RSA terlalu pendek": (lambda: _oleh(rsa.generate_private_key(65537, 1024)), ASING),
    "MD5": (lambda: tanda_tangani(polos(), sari="md5"), ASING),
    "penerbit menandatangani sendiri": (
        lambda: tanda_tangani(polos(), oleh=penanda("CA Antara", kunci(1), ca=True)),
        ASING,
    ),
    "pegawai menerbitkan sertifikat": (_staf_menerbitkan, ASING),
    "kedaluwarsa, cap waktu oleh yang bukan penyedianya": (
        lambda: tanda_tangani(polos(), _habis(), cap=pencap(sah=False)),
        ASING,
    ),
    "kedaluwarsa sebelum cap waktu": (
        lambda: tanda_tangani(polos(), _habis(), cap=pencap(SAAT - timedelta(days=1))),
        ASING,
    ),
    "cap waktu asing": (_cap_asing, ASING),
    "cap waktu dari masa depan": (
        lambda: tanda_tangani(polos(), cap=pencap(SAAT + timedelta(days=90))),
        ASING,
    ),
    "hanya cap waktu": (lambda: beri_cap(polos()), TANPA),
}
JUJUR: dict[str, Callable[[], bytes]] = {
    "metadata XMP": ber_xmp,
    "metadata XMP dan data pemeriksaan": lambda: beri_dss(ber_xmp()),
    "jam perubahan dalam XMP": lambda: _xmp_lain(rb"20\d\d-", b"2031-"),
    "kurva eliptis (menulis XMP)": lambda: _oleh(ec.generate_private_key(ec.SECP256R1())),
    "Ed25519": lambda: _oleh(ed25519.Ed25519PrivateKey.generate(), "sha512"),
    "kurva eliptis sesudah RSA": lambda: tanda_tangani(
        baik(),
        oleh=penanda("Kedua", ec.generate_private_key(ec.SECP256R1())),
        medan="Kedua",
        kotak=(50, 50, 200, 100),
    ),
    "lewat penerbit antara": _lewat_antara,
    "dengan cap waktu": lambda: tanda_tangani(polos(), cap=pencap()),
    "kedaluwarsa setelah cap waktu": lambda: tanda_tangani(polos(), _habis(), cap=pencap()),
    "B-LTA": lambda: beri_cap(beri_dss(baik())),
    "B-LTA, data pemeriksaan lagi": lambda: beri_dss(beri_cap(beri_dss(baik()))),
    "B-LTA, dua penanda tangan": lambda: beri_cap(beri_dss(kedua(beri_dss(baik())))),
    "medan disiapkan lebih dahulu": lambda: kedua(
        tanda_tangani(ubah(polos(), _medan_siap), medan_siap=True), siap=True
    ),
    "sertifikasi, lalu persetujuan": lambda: kedua(_bersertifikat(MDPPerm.FILL_FORMS)),
    "sertifikasi rapat dan data pemeriksaan": lambda: beri_dss(_bersertifikat(MDPPerm.NO_CHANGES)),
    "isian yang diizinkan, lalu persetujuan": lambda: kedua(
        ubah(tanda_tangani(formulir(), izin=MDPPerm.FILL_FORMS), _isi_formulir)
    ),
    "pembaruan tanpa perubahan": lambda: tempel(baik(), _akar_lagi()),
    "PDF 2.0": lambda: tanda_tangani(re.sub(rb"^%PDF-1\.\d", b"%PDF-2.0", polos())),
}

"""In the child: put photographs on pages."""

from __future__ import annotations

import io
import warnings
import zlib
from typing import Any

from kinerja.documents.anak import Tolak
from kinerja.documents.delapan_bit import delapan_bit

MAKS_PIKSEL = 25_000_000
_A4 = (595.28, 841.89)  # points
_ORIENTASI = 0x0112  # the EXIF tag
# EXIF orientation → (mirrored left to right, then turned clockwise by degrees)
_PUTAR = {2: (True, 0), 3: (False, 180), 4: (True, 180), 5: (True, 270), 6: (False, 90), 7: (True, 90),
          8: (False, 270)}  # fmt: skip
_WARNA = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}


def gabung_foto(permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """One PDF; ``format`` names the format of each photograph."""
    from PIL import Image
    from pypdf import PdfWriter

    Image.MAX_IMAGE_PIXELS = MAKS_PIKSEL
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    tulis = PdfWriter()
    try:
        for isi, nama_format in zip(muatan, permintaan["format"], strict=True):
            _halaman(tulis, isi, nama_format)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombWarning) as galat:
        raise Tolak(alasan="rusak", rincian=repr(galat)[:500]) from galat
    keluar = io.BytesIO()
    tulis.write(keluar)
    return {"halaman": len(muatan)}, [keluar.getvalue()]


def _halaman(tulis: Any, isi: bytes, nama_format: str) -> None:
    from PIL import Image
    from pypdf.generic import ContentStream, DictionaryObject, NameObject, NumberObject

    with Image.open(io.BytesIO(isi), formats=(nama_format,)) as gambar:
        if gambar.width * gambar.height > MAKS_PIKSEL:
            raise ValueError("too many pixels")
        gambar.load()
        cermin, putar = _PUTAR.get(gambar.getexif().get(_ORIENTASI, 1), (False, 0))
        lebar, tinggi = gambar.size
        benda = _benda(gambar, isi, nama_format)
    skala = min(_A4[1] / max(lebar, tinggi), _A4[0] / min(lebar, tinggi))
    w, h = lebar * skala, tinggi * skala
    halaman = tulis.add_blank_page(w, h)
    halaman[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/Foto"): tulis._add_object(benda)})}
    )
    aliran = ContentStream(None, tulis)
    letak = f"{-w:.4f} 0 0 {h:.4f} {w:.4f} 0" if cermin else f"{w:.4f} 0 0 {h:.4f} 0 0"
    aliran.set_data(f"q {letak} cm /Foto Do Q".encode())
    halaman[NameObject("/Contents")] = tulis._add_object(aliran)
    halaman[NameObject("/Rotate")] = NumberObject(putar)


def _benda(gambar: Any, isi: bytes, nama_format: str) -> Any:
    """The image object: a JPEG's own bytes, or the pixels of anything else, packed without loss.

    Many telephones write a small second picture behind the first; Pillow then calls a JPEG "MPO".
    """
    from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject, NumberObject

    benda = DecodedStreamObject()
    if nama_format == "JPEG" and gambar.mode in _WARNA:
        data, saring, mode = isi, "/DCTDecode", gambar.mode
    else:
        polos = _polos(gambar)
        data, saring, mode = zlib.compress(polos.tobytes(), 6), "/FlateDecode", polos.mode
    benda.set_data(data)
    benda.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(gambar.width),
            NameObject("/Height"): NumberObject(gambar.height),
            NameObject("/ColorSpace"): NameObject(_WARNA[mode]),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): NameObject(saring),
        }
    )
    if mode == "CMYK" and "adobe" in gambar.info:  # Adobe writes the four inks the other way round
        benda[NameObject("/Decode")] = ArrayObject([NumberObject(n) for n in (1, 0) * 4])
    return benda


def _polos(gambar: Any) -> Any:
    """Grey or RGB without transparency, on white."""
    from PIL import Image

    gambar = delapan_bit(gambar)
    if gambar.mode in ("1", "L"):
        return gambar.convert("L")
    lapis = gambar.convert("RGBA")
    kertas = Image.new("RGB", lapis.size, "#ffffff")
    kertas.paste(lapis, mask=lapis.getchannel("A"))
    return kertas

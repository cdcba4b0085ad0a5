"""How a returned file is tied to the issued document, and whether its pages still show the same."""

from __future__ import annotations

from kinerja.documents.baca_kode import baca_kode
from kinerja.documents.cetak import KOLAM
from kinerja.documents.kode_tertulis import kode_tertulis
from kinerja.documents.pekerja import Kolam, PekerjaGagal
from kinerja.documents.pratinjau import PratinjauGagal, gambar_halaman
from kinerja.domain.kaitan import Kaitan, kaitan_byte, kaitan_kode

_BATAS_DETIK = 60


def kaitan(terbit: bytes, kembali: bytes, kode: str, *, kolam: Kolam = KOLAM) -> Kaitan:
    """The tie of ``kembali`` to the issued PDF ``terbit`` with the document code ``kode``.

    DIAWALI says that the issued bytes are all there; what later parts of the file make of the pages is
    another question: ``halaman_sama``.

    Errors: PratinjauGagal when a page cannot be drawn or no child is free.
    """
    awal = kaitan_byte(terbit, kembali)
    if awal is not None:
        return awal
    halaman, _ = gambar_halaman(terbit, dari=1, sampai=0, kolam=kolam)
    terbaca = [satu.muatan for satu in baca_kode(kembali, "application/pdf", kolam=kolam)]
    return kaitan_kode(kode, halaman, terbaca, kode_tertulis(kembali, kolam=kolam))


def halaman_sama(terbit: bytes, kembali: bytes, *, kolam: Kolam = KOLAM) -> bool:
    """Do all pages show the same, apart from the block of a signature, with nothing else laid upon them?

    Guards against a file that begins with the issued bytes and then puts other pages in their place. False
    also where it cannot be told: a person looks then.
    """
    try:
        hasil, _ = kolam.jalankan("halaman_sama", {}, [terbit, kembali], batas_detik=_BATAS_DETIK)
    except PekerjaGagal as gagal:
        if gagal.sebab == "sibuk":
            raise PratinjauGagal("Beberapa berkas lain sedang diperiksa. Coba lagi sebentar lagi.") from gagal
        return False
    return bool(hasil["sama"])

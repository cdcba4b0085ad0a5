"""Read a workbook that came from outside: in a child, within limits, and only what we gave out ourselves."""

from __future__ import annotations

from typing import Any

from kinerja.documents.cetak import KOLAM
from kinerja.documents.pekerja import Kolam, PekerjaGagal
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.lembar_banding import BarisTerbaca, LembarTerbaca, SelTerbaca

BATAS_DETIK = 10
BATAS_MEMORI = 700_000_000
_SALIN = "Unduh lembar yang baru, salin isian Anda ke sana, lalu unggah lagi."
_ALASAN = {
    "rusak": f"Berkas ini rusak atau bukan berkas Excel yang wajar. {_SALIN}",
    "terkunci": "Berkas ini dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.",
    "besar": f"Isi berkas ini jauh lebih besar daripada lembar kinerja. {_SALIN}",
    "makro": "Berkas ini berisi makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.",
    "tautan": f"Berkas ini berisi tautan ke berkas atau sumber data lain. {_SALIN}",
    "benda": f"Berkas ini berisi benda yang disisipkan dari aplikasi lain. {_SALIN}",
    "jauh": f"Ada isi di luar tabel, yaitu pada sel {{rincian}}. Hapus isi itu, atau: {_SALIN}",
    "gabung": "Ada sel yang digabung ({rincian}). Batalkan penggabungannya, lalu unggah lagi.",
    "waktu": f"Berkas ini terlalu rumit untuk dibaca. {_SALIN}",
    "memori": f"Berkas ini terlalu besar untuk dibaca. {_SALIN}",
    "sibuk": "Beberapa dokumen lain sedang diolah. Coba lagi sebentar lagi.",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def tolak_bukan_xlsx(isi: bytes, nama: str, medan: str = "berkas") -> None:
    """What can be said from name and first bytes alone. Raises MasukanSalah."""
    if not isi:
        raise MasukanSalah("Pilih berkas Excel yang sudah diisi.", medan)
    akhiran = nama.strip().lower().rpartition(".")[2]
    if akhiran in ("xlsm", "xltm", "xlsb"):
        raise MasukanSalah(_ALASAN["makro"], medan)
    if isi.startswith(_OLE):
        pesan = (
            "Berkas ini format Excel lama (.xls). Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi."
            if akhiran == "xls"
            else _ALASAN["terkunci"]
        )
        raise MasukanSalah(pesan, medan)
    if akhiran != "xlsx" or not isi.startswith(b"PK\x03\x04"):
        raise MasukanSalah("Berkas ini bukan Excel (.xlsx). Unggah lembar yang diunduh dari sini.", medan)


def baca_lembar(
    isi: bytes, nama: str, *, medan: str = "berkas", kolam: Kolam = KOLAM
) -> tuple[LembarTerbaca, ...]:
    """The sheets of ``isi`` that carry our mark. Raises MasukanSalah on the field ``medan``."""
    tolak_bukan_xlsx(isi, nama, medan)
    try:
        hasil, _ = kolam.jalankan("baca_buku", {}, [isi], batas_detik=BATAS_DETIK, batas_memori=BATAS_MEMORI)
    except PekerjaGagal as gagal:
        alasan = gagal.kepala.get("alasan", gagal.sebab)
        rincian = str(gagal.kepala.get("rincian", ""))[:60] if alasan in ("jauh", "gabung") else ""
        pesan = _ALASAN.get(alasan, _ALASAN["rusak"]).format(rincian=rincian)
        raise MasukanSalah(pesan, medan) from gagal
    return tuple(_lembar(satu) for satu in hasil["lembar"])


def _lembar(data: dict[str, Any]) -> LembarTerbaca:
    return LembarTerbaca(
        data["nama"],
        data["tanda"],
        data["sidik"],
        tuple(data["judul"]),
        tuple(
            BarisTerbaca(b["nomor"], b["kunci"], tuple(SelTerbaca(*s) if s else None for s in b["sel"]))
            for b in data["baris"]
        ),
    )

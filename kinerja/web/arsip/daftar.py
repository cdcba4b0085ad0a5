"""The list of the archive: filters and words in the address, a page at a time."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.domain.cari import PANJANG_KATA
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.nomor import NAMA_JENIS
from kinerja.domain.retensi import NAMA_RETENSI
from kinerja.models.basis_data import db
from kinerja.models.dokumen import Dokumen
from kinerja.models.periode import Periode
from kinerja.operations.arsip_daftar import KEADAAN, SEHALAMAN, Saringan, halaman
from kinerja.operations.cari import HasilCari, cari, polos
from kinerja.operations.pindaian.dokumen import boleh_terima
from kinerja.operations.pindaian.lihat import dokumen_kembali
from kinerja.operations.retensi import semua_kelas, simpan_dokumen
from kinerja.web.akses import pelaku, perlu
from kinerja.web.arsip.rute import bp, dokumen_batal
from kinerja.web.jam import hari_ini
from kinerja.web.respond import respond

_ANGKA_TERPANJANG = 6


def angka_alamat(nama: str, bawaan: int) -> int:
    """A whole number of the address; ``bawaan`` for anything else."""
    teks = request.args.get(nama, "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) <= _ANGKA_TERPANJANG else bawaan


def saringan_alamat() -> Saringan:
    """The filters of the address; what is no choice narrows nothing."""

    def pilihan(nama: str, boleh: object) -> str:
        nilai = request.args.get(nama, "")
        return nilai if nilai in boleh else ""  # type: ignore[operator]

    tahun = angka_alamat("tahun", 0)
    return Saringan(
        tahun=tahun if len(str(tahun)) == len("2026") else None,
        jenis=pilihan("jenis", NAMA_JENIS),
        keadaan=pilihan("keadaan", KEADAAN),
        klasifikasi=pilihan("klasifikasi", _kelas_ada()),
        retensi=pilihan("retensi", set(NAMA_RETENSI)),
        hari=hari_ini(),
    )


def _kelas_ada() -> list[str]:
    """Classes of the schedule, and those on documents that it does not have."""
    dipakai = db.session.execute(select(Dokumen.klasifikasi).distinct()).scalars()
    return sorted({*semua_kelas(db.session()), *dipakai})


def cari_halaman() -> dict[str, Any]:
    """What the address asks for: the rows of its page, the counts, and the addresses around it."""
    saring = saringan_alamat()
    kata = " ".join(request.args.get("cari", "").split())[:PANJANG_KATA]
    nomor = max(1, angka_alamat("halaman", 1))
    hasil = _ambil(kata, saring, nomor)
    terakhir = max(1, -(-hasil.jumlah // SEHALAMAN))
    if nomor > terakhir:
        nomor = terakhir
        hasil = _ambil(kata, saring, nomor)
    alamat = {k: v for k, v in asdict(saring).items() if v and k != "hari"} | ({"cari": kata} if kata else {})
    return {
        "baris": hasil.baris,
        "jumlah": hasil.jumlah,
        "halaman_kini": nomor,
        "terakhir": terakhir,
        "saring": saring,
        "kata": kata,
        "alamat": alamat,
    }


def _ambil(kata: str, saring: Saringan, nomor: int) -> HasilCari:
    dari = (nomor - 1) * SEHALAMAN
    if kata:
        return cari(db.session(), kata, saring=saring, batas=SEHALAMAN, dari=dari)
    dokumen, jumlah = halaman(db.session(), saring, SEHALAMAN, dari)
    return HasilCari([polos(d) for d in dokumen], jumlah)


def pilihan_saringan() -> dict[str, Any]:
    """The choices of the filters."""
    tahun = {
        *db.session.execute(select(Periode.tahun).distinct()).scalars(),
        *db.session.execute(select(Dokumen.tahun).distinct()).scalars(),
    }
    return {
        "tahun_ada": sorted(tahun, reverse=True),
        "nama_jenis": NAMA_JENIS,
        "nama_keadaan": KEADAAN,
        "nama_retensi": NAMA_RETENSI,
        "kelas": semua_kelas(db.session()),
        "kelas_ada": _kelas_ada(),
    }


@bp.get("/")
@perlu(Wewenang.BACA)
def daftar() -> Response:
    """The list, narrowed by year, kind, state, class, retention and words; all of it lives in the URL."""
    isi, pilihan = cari_halaman(), pilihan_saringan()
    hari = hari_ini()
    return respond(
        "arsip/daftar.html",
        "arsip/_daftar.html",
        **isi,
        **pilihan,
        batal=dokumen_batal(),
        simpan={t.dokumen.id: simpan_dokumen(t.dokumen, pilihan["kelas"], hari) for t in isi["baris"]},
        boleh_terima=boleh_terima(db.session(), pelaku()),
        kembali=dokumen_kembali(db.session(), pelaku()),
        url_halaman=lambda n: url_for("arsip.daftar", **isi["alamat"], halaman=n),
    )

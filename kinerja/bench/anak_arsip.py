"""One step of ``bench arsip`` in a process of its own; the last line of what it prints is JSON.

``python -m kinerja.bench.anak_arsip (bangun|periksa|cari|halaman|balik) FOLDER JUMLAH``
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from flask import Flask
from sqlalchemy import func, or_, select

from kinerja import create_app
from kinerja.archive.gudang import hitung_sha256, semua
from kinerja.bench.arsip import JUMLAH, p95
from kinerja.bench.isi_arsip import bangun
from kinerja.bench.tanya_arsip import Tanya, alamat_halaman, semua_tanya
from kinerja.models import db
from kinerja.models.dokumen import Dokumen
from kinerja.models.sesi import Sesi
from kinerja.models.teks_dokumen import KOLOM, TeksDokumen
from kinerja.operations.arsip_daftar import SEHALAMAN, dokumen_berurut
from kinerja.operations.cari import cari
from kinerja.operations.masuk import hash_token
from kinerja.upkeep.verify import HasilPeriksa, periksa

_ULANG = 2
"""How often the largest archive is checked; a smaller one oftener, as its short times are disturbed more."""
_T = TypeVar("_T")
_BALIK = 12


def aplikasi(folder: Path) -> Flask:
    """The application on the folder of the measurement."""
    return create_app(folder, {"SECRET_KEY": "bukan rahasia, hanya untuk pengukuran"})


def langkah_bangun(folder: Path, jumlah: int) -> dict[str, Any]:
    """Fill the folder."""
    bangun(aplikasi(folder), jumlah)
    return {}


def langkah_periksa(folder: Path, jumlah: int) -> dict[str, Any]:
    """A full check and, in turn, only the sha256 of the same files; best of each, in CPU seconds."""
    app = aplikasi(folder)
    with app.app_context():
        db.session.execute(select(Dokumen).limit(1)).scalars().all()
    dasar = _puncak()
    _periksa(app)  # the files are in the memory of the system then
    waktu: dict[str, list[float]] = {"verify": [], "verify_jam": [], "sha": []}
    for _ in range(max(_ULANG, min(10, _ULANG * JUMLAH // jumlah))):
        cpu, jam = time.process_time(), time.monotonic()
        hasil = _periksa(app)
        waktu["verify"].append(time.process_time() - cpu)
        waktu["verify_jam"].append(time.monotonic() - jam)
        cpu = time.process_time()
        for satu in semua(folder):
            hitung_sha256(satu)
        waktu["sha"].append(time.process_time() - cpu)
    if not hasil.utuh:
        raise RuntimeError(f"arsip buatan tidak utuh: {hasil.rusak[:3]}")
    return {k: min(v) for k, v in waktu.items()} | {
        "berkas": hasil.berkas,
        "bita": hasil.bita,
        "memori": _puncak() - dasar,
    }


def _periksa(app: Flask) -> HasilPeriksa:
    with app.app_context():
        return periksa(db.session(), app.config["DATA"])


def _puncak() -> float:
    """Highest memory of this process so far, MB (0 where the system does not tell)."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def langkah_cari(folder: Path, jumlah: int) -> dict[str, Any]:
    """Two hundred mixed queries, each by the search and by LIKE in turn, CPU milliseconds."""
    app = aplikasi(folder)
    cepat: list[float] = []
    lambat: list[float] = []
    with app.app_context():
        tanya = semua_tanya(db.session(), random.Random(jumlah))
        for satu in (*tanya[:5], *tanya):  # the first ones once more, to warm up
            cepat.append(_detik(_cari, satu))
            lambat.append(_detik(_like, satu))
    return _persentil("cari", cepat[5:]) | _persentil("like", lambat[5:])


def _cari(satu: Tanya) -> int:
    hasil = cari(db.session(), satu.kata, tahun=satu.tahun, jenis=satu.jenis)
    db.session.rollback()
    db.session.expunge_all()
    return hasil.jumlah


def _like(satu: Tanya) -> int:
    """What a plain implementation does: every word somewhere in one of the columns, newest first."""
    kolom = [getattr(TeksDokumen, nama) for nama in KOLOM]
    pilih = select(Dokumen.id).join(TeksDokumen, TeksDokumen.dokumen_id == Dokumen.id)
    for kata in satu.kata.split():
        pilih = pilih.where(or_(*(k.icontains(kata, autoescape=True) for k in kolom)))
    if satu.tahun is not None:
        pilih = pilih.where(Dokumen.tahun == satu.tahun)
    if satu.jenis:
        pilih = pilih.where(Dokumen.jenis == satu.jenis)
    sesi = db.session()
    jumlah = sesi.execute(select(func.count()).select_from(pilih.subquery())).scalar_one()
    urut = pilih.order_by(Dokumen.tahun.desc(), Dokumen.urut.desc()).limit(SEHALAMAN)
    dokumen_berurut(sesi, list(sesi.execute(urut).scalars()))
    db.session.rollback()
    db.session.expunge_all()
    return jumlah


def langkah_halaman(folder: Path, jumlah: int) -> dict[str, Any]:
    """The archive's page as a person opens it: lists, filters, searches; CPU milliseconds."""
    app = aplikasi(folder)
    klien = app.test_client()
    token = "token-pengukuran"
    with app.app_context():
        from kinerja.demo.kantor_contoh import PEMERAN
        from kinerja.models.pegawai import Pegawai
        from kinerja.web.jam import waktu_nyata

        siapa = next(iter(PEMERAN))
        pegawai = db.session.execute(select(Pegawai.id).where(Pegawai.nama_pengguna == siapa)).scalar_one()
        kini = waktu_nyata()
        db.session.add(
            Sesi(token_hash=hash_token(token), pegawai_id=pegawai, dibuat_pada=kini, terlihat_pada=kini)
        )
        db.session.commit()
        semua_alamat = alamat_halaman(db.session(), random.Random(jumlah))
        db.session.rollback()
    with klien.session_transaction() as kue:
        kue["_user_id"] = token

    def buka(alamat: str) -> None:
        jawab = klien.get(alamat)
        if jawab.status_code != 200:
            raise RuntimeError(f"{alamat}: {jawab.status_code}")

    detik = [_detik(buka, alamat) for alamat in (*semua_alamat[:3], *semua_alamat)]
    return _persentil("halaman", detik[3:])


def langkah_balik(folder: Path, jumlah: int) -> dict[str, Any]:
    """Flip a bit in the first, last, middle and other files: exactly these are named, afterwards none."""
    acak = random.Random(jumlah)
    app = aplikasi(folder)
    berkas = list(semua(folder))
    dipilih = {berkas[0], berkas[-1], berkas[len(berkas) // 2]}
    while len(dipilih) < min(_BALIK, len(berkas)):
        dipilih.add(acak.choice(berkas))
    tempat = {satu: _letak(n, satu, acak) for n, satu in enumerate(sorted(dipilih))}
    for satu, di in tempat.items():
        _balik(satu, di)
    disebut = {temuan.sha256 for temuan in _periksa(app).rusak}
    for satu, di in tempat.items():
        _balik(satu, di)
    sisa = len(_periksa(app).rusak)
    nama = {satu.name for satu in dipilih}
    return {"dibalik": len(nama), "luput": len(nama - disebut), "keliru": len(disebut - nama) + sisa}


def _letak(ke: int, berkas: Path, acak: random.Random) -> tuple[int, int]:
    """Byte and bit: the first byte, the last, or any."""
    panjang = berkas.stat().st_size
    return (0, panjang - 1, acak.randrange(panjang))[ke % 3], acak.randrange(8)


def _balik(berkas: Path, di: tuple[int, int]) -> None:
    isi = bytearray(berkas.read_bytes())
    isi[di[0]] ^= 1 << di[1]
    berkas.write_bytes(bytes(isi))


def _detik(kerja: Callable[[_T], object], apa: _T) -> float:
    """CPU seconds: everything happens in this process, the database too."""
    awal = time.process_time()
    kerja(apa)
    return time.process_time() - awal


def _persentil(nama: str, detik: list[float]) -> dict[str, float]:
    ms = [1000 * satu for satu in detik]
    return {f"{nama}_p50": statistics.median(ms), f"{nama}_p95": p95(ms)}


KERJA: dict[str, Callable[[Path, int], dict[str, Any]]] = {
    "bangun": langkah_bangun,
    "periksa": langkah_periksa,
    "cari": langkah_cari,
    "halaman": langkah_halaman,
    "balik": langkah_balik,
}


if __name__ == "__main__":
    print(json.dumps(KERJA[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))))

"""A made-up archive of any size, built fast: rows, audit chain, words for the search, small distinct files.

Ten years of an office. Every document has its issued file and the signed one that came back, so an archive of
n documents holds 2n files. The same size gives the same archive, byte for byte, except for the office's key.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from kinerja.archive.gudang import jalur
from kinerja.bench.kata_arsip import BOBOT, KATA, TEMPAT
from kinerja.demo.kantor_contoh import isi_kantor, isi_orang
from kinerja.domain.nomor import KLASIFIKASI, NAMA_JENIS, tulis_kode, tulis_nomor
from kinerja.models import db
from kinerja.models.basis_data import json_kanonik, menulis
from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.pegawai import Pegawai
from kinerja.models.teks_dokumen import TeksDokumen
from kinerja.operations.catatan import hitung_hash
from kinerja.operations.pemasangan import pasang
from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat

TAHUN_AWAL, BANYAK_TAHUN = 2017, 10
AWAL = datetime(TAHUN_AWAL, 1, 2, 2, 0, tzinfo=UTC)
KATA_TEKS = (120, 420)  # words on a document
BITA = (900, 6000)  # of a file
_SEKALI = 500
_GANJIL = 2_654_435_761  # times an odd number: spread over all codes, none twice
_JENIS = ("surat_keluar",) * 12 + ("laporan_triwulan",) * 4 + tuple(NAMA_JENIS)
_HAL = (
    "Undangan rapat koordinasi {}",
    "Permintaan data {}",
    "Rekomendasi bantuan sosial {}",
    "Laporan hasil monitoring {}",
    "Penyampaian rencana kerja {}",
    "Keterangan domisili usaha {}",
    "Pemberitahuan jadwal apel gabungan {}",
)
_JUMLAH_BOBOT = list(accumulate(BOBOT))
_ROMAWI = ("I", "II", "III", "IV")


def bangun(app: Flask, jumlah: int) -> None:
    """Fill the empty data folder and database of ``app`` with ``jumlah`` archived documents."""
    acak = random.Random(jumlah)
    with app.app_context():
        menulis.set(True)
        try:
            db.create_all()
            sesi = db.session()
            office = pasang(sesi, muat(), PENGUMPULAN_DATA_KINERJA, AWAL, contoh=True)
            isi_kantor(office, AWAL)
            isi_orang(sesi, "hanya untuk pengukuran", AWAL)
            sesi.flush()
            _isi(sesi, app.config["DATA"], office.pola_nomor, jumlah, acak)
            db.session.commit()
        finally:
            menulis.set(False)


def _isi(sesi: Session, data: Path, pola: str, jumlah: int, acak: random.Random) -> None:
    siapa = sesi.execute(select(Pegawai.id, Pegawai.nama).order_by(Pegawai.id).limit(1)).one()
    rantai = _Rantai(sesi)
    tabel: dict[type[Any], list[dict[str, Any]]] = {
        satu: [] for satu in (Berkas, Dokumen, Arsip, TeksDokumen, Catatan)
    }
    for n, satu in enumerate(_dokumen(jumlah, pola, acak), start=1):
        teks, judul = satu.pop("teks"), satu["judul"]
        terbit = _berkas(data, 2 * n - 1, f"{judul}.pdf", satu["diterbitkan_pada"], acak)
        pulang = satu["diterbitkan_pada"] + timedelta(days=2)
        tertanda = _berkas(data, 2 * n, f"{judul} tertanda.pdf", pulang, acak)
        tabel[Berkas] += [terbit, tertanda]
        tabel[Dokumen].append({"id": n, "berkas_id": 2 * n - 1, "halaman": 2, **satu})
        tabel[Arsip].append(
            {
                "id": n,
                "dokumen_id": n,
                "berkas_id": 2 * n,
                "halaman": 2,
                "cara": "basah",
                "lokasi_rak": f"Lemari {n % 7 + 1}, map {satu['tahun']}",
                "diterima_pada": pulang,
                "diterima_oleh_id": siapa.id,
                "diterima_oleh_nama": siapa.nama,
            }
        )
        kepala = {"nomor": satu["nomor"], "kode": satu["kode"]}
        tabel[TeksDokumen].append(
            {
                "dokumen_id": n,
                **kepala,
                "judul": judul,
                "masa": str(satu["tahun"]),
                "nama": satu["penanda_nama"],
                "isi": teks,
            }
        )
        sesudah = {**kepala, "sha256": terbit["sha256"], "halaman": 2, "digest": satu["digest"]}
        tabel[Catatan] += [
            rantai.sambung("terbitkan", f"dokumen:{n}", judul, sesudah, satu["diterbitkan_pada"]),
            rantai.sambung("unggah", f"arsip:{n}", judul, {"sha256": tertanda["sha256"]}, pulang),
        ]
        if n % _SEKALI == 0 or n == jumlah:
            for model, baris in tabel.items():
                sesi.execute(insert(model), baris)
                baris.clear()


def _dokumen(jumlah: int, pola: str, acak: random.Random) -> Iterator[dict[str, Any]]:
    """The documents in the order of their issue, their text among the values."""
    for n in range(jumlah):
        tahun = TAHUN_AWAL + n * BANYAK_TAHUN // jumlah
        urut = n - -(-(tahun - TAHUN_AWAL) * jumlah // BANYAK_TAHUN) + 1
        jenis = acak.choice(_JENIS)
        hari = date(tahun, 1, 2) + timedelta(days=acak.randrange(340))
        teks = _teks(acak)
        yield {
            "jenis": jenis,
            "judul": _judul(jenis, tahun, acak),
            "klasifikasi": KLASIFIKASI[jenis],
            "tahun": tahun,
            "urut": urut,
            "nomor": tulis_nomor(pola, KLASIFIKASI[jenis], urut, "CMT-TRS", tahun),
            "kode": tulis_kode(bytes(n * _GANJIL >> 5 * ke & 31 for ke in range(8))),
            "digest": hashlib.sha256(teks.encode()).hexdigest(),
            "tanggal": hari,
            "penanda_nama": acak.choice(("Nurhayati Contoh, S.Sos.", "Syafril Contoh, S.IP.")),
            "penanda_jabatan": "Camat",
            "diterbitkan_pada": datetime(hari.year, hari.month, hari.day, 3, tzinfo=UTC),
            "diterbitkan_oleh_nama": "Kasubag Contoh",
            "teks": teks,
        }


def _judul(jenis: str, tahun: int, acak: random.Random) -> str:
    if jenis == "surat_keluar":
        return f"Surat: {acak.choice(_HAL).format(acak.choice(TEMPAT))} {tahun}"
    if jenis == "laporan_triwulan":
        return f"Laporan Kinerja Triwulan {acak.choice(_ROMAWI)} {tahun}"
    return f"{NAMA_JENIS[jenis]} {tahun}"


def _teks(acak: random.Random) -> str:
    """Words as often as in a language (few of them most of the time), places and figures between them."""
    banyak = acak.randint(*KATA_TEKS)
    kata = acak.choices(KATA, cum_weights=_JUMLAH_BOBOT, k=banyak)
    for _ in range(banyak // 30):
        kata.insert(acak.randrange(len(kata)), acak.choice(TEMPAT))
        kata.insert(acak.randrange(len(kata)), str(acak.randrange(100_000)))
    return " ".join(kata)


def _berkas(data: Path, nomor: int, nama: str, pada: datetime, acak: random.Random) -> dict[str, Any]:
    """A small file of its own in the store (not synced: nobody will miss it)."""
    isi = b"%PDF-1.7\n% " + str(nomor).encode() + b"\n" + acak.randbytes(acak.randint(*BITA))
    sha256 = hashlib.sha256(isi).hexdigest()
    tempat = jalur(data, sha256)
    tempat.parent.mkdir(parents=True, exist_ok=True)
    tempat.write_bytes(isi)
    return {
        "id": nomor,
        "sha256": sha256,
        "ukuran": len(isi),
        "jenis": "application/pdf",
        "nama": nama,
        "diterima_pada": pada,
    }


class _Rantai:
    """The audit chain after its last row, without asking the database for it each time."""

    def __init__(self, sesi: Session) -> None:
        akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
        self._seq, self._hash = akhir.seq, akhir.hash

    def sambung(
        self, tindakan: str, objek: str, uraian: str, sesudah: dict[str, Any], pada: datetime
    ) -> dict[str, Any]:
        isi: dict[str, Any] = {
            "seq": self._seq + 1,
            "pada": pada,
            "pelaku_id": None,
            "pelaku_nama": "sistem",
            "jabatan_nama": "",
            "sesi": "",
            "tindakan": tindakan,
            "objek": objek,
            "uraian": uraian,
            "sebelum": "null",
            "sesudah": json_kanonik(sesudah),
            "prev": self._hash,
        }
        self._seq += 1
        self._hash = hitung_hash(Catatan(**isi))
        return {**isi, "hash": self._hash}

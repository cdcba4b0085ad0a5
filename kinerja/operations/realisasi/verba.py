"""Filling in: an indicator's realisasi and a program's money, each saved by itself with before and after."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.angka import baca_rupiah, kanonik, tulis_angka, tulis_rupiah
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.domain.nisbah import baca_dua, hitung
from kinerja.domain.target import JenisTarget, baca_realisasi, tulis_realisasi
from kinerja.models.basis_data import json_kanonik
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import Indikator
from kinerja.models.realisasi import Realisasi, RealisasiAnggaran
from kinerja.operations.catatan import catat
from kinerja.operations.perjanjian_kinerja.periksa import nisbah_kartu
from kinerja.operations.realisasi.cari import indikator_berlaku, program_berlaku, realisasi_satu, triwulan
from kinerja.operations.realisasi.hak import pastikan_boleh_isi
from kinerja.operations.tugas import jam_kantor

PANJANG_URAIAN = 20_000
PANJANG_ALASAN = 500


@dataclass(frozen=True)
class Ketikan:
    """What a person typed for one indicator; ``nilai`` in Indonesian notation or a label of the scale.

    An indicator that is a part of a whole takes ``pembilang`` and ``penyebut`` instead of ``nilai``.
    """

    nilai: str = ""
    na: bool = False
    alasan_na: str = ""
    faktor_pendukung: str = ""
    hambatan: str = ""
    tindak_lanjut: str = ""
    pembilang: str = ""
    penyebut: str = ""


def sidik(realisasi: Realisasi | None) -> str:
    """A short mark of what is stored, carried by the form: a stale form is told, never obeyed."""
    if realisasi is None or not any(v for v in _isi(realisasi).values()):
        return ""
    return hashlib.sha256(json_kanonik(_isi(realisasi)).encode()).hexdigest()[:16]


def _isi(realisasi: Realisasi) -> dict[str, Any]:
    dua = {"pembilang": realisasi.pembilang, "penyebut": realisasi.penyebut}
    return (dua if any(dua.values()) else {}) | {
        "nilai": realisasi.nilai,
        "na": realisasi.na,
        "alasan_na": realisasi.alasan_na,
        "faktor_pendukung": realisasi.faktor_pendukung,
        "hambatan": realisasi.hambatan,
        "tindak_lanjut": realisasi.tindak_lanjut,
    }


def baris_realisasi(
    sesi: Session, periode: Periode, identitas: int, oleh: Pelaku, pada: datetime
) -> Realisasi:
    """The row of an indicator in this triwulan, made empty (not filled) where there is none."""
    ke = periode.murni.triwulan[-1]
    ada = realisasi_satu(sesi, identitas, periode.tahun, ke, kunci=True)
    if ada is not None:
        return ada
    baru = Realisasi(
        indikator_id=identitas,
        tahun=periode.tahun,
        triwulan=ke,
        nilai=None,
        na=False,
        alasan_na="",
        faktor_pendukung="",
        hambatan="",
        tindak_lanjut="",
        diisi_pada=pada,
        diisi_oleh_id=oleh.pegawai_id,
        diisi_oleh_nama=oleh.nama,
        bukti=[],
    )
    sesi.add(baru)
    sesi.flush()
    return baru


def simpan_realisasi(
    sesi: Session,
    periode_id: int,
    identitas: int,
    ketikan: Ketikan,
    oleh: Pelaku,
    pada: datetime,
    dilihat: str | None = None,
) -> Realisasi:
    """Store what was typed for one indicator. The same content again writes nothing.

    ``dilihat``: ``sidik`` of what the form showed; when another has changed it since, SudahDikerjakan says
    who and what, and nothing is overwritten. Raises MasukanSalah beside the field.
    """
    periode = triwulan(sesi, periode_id)
    indikator = indikator_berlaku(sesi, periode, identitas)
    if indikator is None:
        raise TidakDitemukan("Indikator itu tidak ada dalam Perjanjian Kinerja yang dipakai triwulan ini.")
    jabatan = pastikan_boleh_isi(sesi, periode, indikator.unit_id, oleh, identitas)
    baru = _baru(ketikan, _baca_angka(indikator, ketikan))
    lama = realisasi_satu(sesi, identitas, periode.tahun, periode.ke, kunci=True)
    if dilihat is not None and lama is not None and sidik(lama) != dilihat:
        tertulis = sebut_nilai(indikator, _isi(lama))
        raise SudahDikerjakan(
            f"Indikator ini baru saja diubah oleh {lama.diisi_oleh_nama} pukul "
            f"{jam_kantor(lama.diisi_pada, kantor(sesi).zona)}: realisasinya kini {tertulis}. "
            "Isian Anda masih di bawah; tekan Simpan sekali lagi bila isian Anda yang benar."
        )
    if lama is not None and _isi(lama) == baru:
        return lama
    sebelum = _isi(lama) if lama is not None else None
    dua = {"pembilang": None, "penyebut": None}
    baris = baris_realisasi(sesi, periode, identitas, oleh, pada)
    for medan, isi in (dua | baru).items():
        setattr(baris, medan, isi)
    baris.diisi_pada, baris.diisi_oleh_id, baris.diisi_oleh_nama = pada, oleh.pegawai_id, oleh.nama
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "isi_realisasi",
        f"realisasi:{baris.id}",
        f"{periode.nama}: realisasi “{indikator.uraian}” diisi {sebut_nilai(indikator, baru)}.",
        sebelum=sebelum,
        sesudah=baru,
        jabatan=jabatan.nama_lengkap,
    )
    return baris


def _baca_angka(indikator: Indikator, ketikan: Ketikan) -> dict[str, str | None]:
    """The figure as stored: as typed, or worked out from the two numbers (``nilai`` None: penyebut 0)."""
    nisbah = nisbah_kartu(indikator)
    if nisbah is None:
        jenis, skala = JenisTarget(indikator.jenis_target), tuple(indikator.skala or ())
        return {"nilai": baca_realisasi(ketikan.nilai, jenis, skala, "nilai")}
    dua = baca_dua(ketikan.pembilang, ketikan.penyebut)
    if dua is None:
        if ketikan.nilai.strip():
            pesan = f"Realisasi indikator ini dihitung sendiri: isi {nisbah.pembilang} dan {nisbah.penyebut}."
            raise MasukanSalah(pesan, "pembilang")
        return {"nilai": None}
    hasil = hitung(nisbah, Decimal(dua[0]), Decimal(dua[1]))
    return {"nilai": hasil.nilai, "pembilang": dua[0], "penyebut": dua[1]}


def sebut_nilai(indikator: Indikator, isi: Mapping[str, Any]) -> str:
    """A stored figure in words, with the two numbers it comes from."""
    if isi["na"]:
        return "n/a"
    jenis, nisbah = JenisTarget(indikator.jenis_target), nisbah_kartu(indikator)
    pembilang, penyebut = isi.get("pembilang"), isi.get("penyebut")
    if nisbah is None or not pembilang or not penyebut:
        return tulis_realisasi(isi["nilai"], jenis)
    dua = f"{tulis_angka(Decimal(pembilang), None)} dari {tulis_angka(Decimal(penyebut), None)}"
    return f"{tulis_realisasi(isi['nilai'], jenis)} ({dua})" if isi["nilai"] else nisbah.penyebut_nol


def _baru(ketikan: Ketikan, angka: dict[str, str | None]) -> dict[str, Any]:
    """The stored form of what was typed, checked field by field."""
    rapi = {k: v.strip() if isinstance(v, str) else v for k, v in asdict(ketikan).items()}
    del rapi["pembilang"], rapi["penyebut"]
    for medan in ("faktor_pendukung", "hambatan", "tindak_lanjut"):
        if len(rapi[medan]) > PANJANG_URAIAN:
            raise MasukanSalah(f"Paling panjang {PANJANG_URAIAN} tanda.", medan)
    if len(rapi["alasan_na"]) > PANJANG_ALASAN:
        raise MasukanSalah(f"Paling panjang {PANJANG_ALASAN} tanda.", "alasan_na")
    if ketikan.na and any(angka.values()):
        medan = "pembilang" if "pembilang" in angka else "nilai"
        raise MasukanSalah("Pilih salah satu: isi angkanya, atau tandai datanya tidak tersedia.", medan)
    if ketikan.na and not rapi["alasan_na"]:
        raise MasukanSalah("Tuliskan mengapa datanya tidak tersedia.", "alasan_na")
    return {**rapi, "alasan_na": rapi["alasan_na"] if ketikan.na else "", **angka}


def anggaran_satu(sesi: Session, identitas: int, tahun: int, ke: int) -> RealisasiAnggaran | None:
    """The money row of one program and triwulan."""
    return sesi.execute(
        select(RealisasiAnggaran).where(
            RealisasiAnggaran.program_id == identitas,
            RealisasiAnggaran.tahun == tahun,
            RealisasiAnggaran.triwulan == ke,
        )
    ).scalar_one_or_none()


def simpan_anggaran(
    sesi: Session, periode_id: int, identitas: int, teks: str, oleh: Pelaku, pada: datetime
) -> RealisasiAnggaran:
    """Store the rupiah spent on a program in this triwulan alone; empty takes the figure back."""
    periode = triwulan(sesi, periode_id)
    program = program_berlaku(sesi, periode, identitas)
    if program is None:
        raise TidakDitemukan("Program itu tidak ada dalam Perjanjian Kinerja yang dipakai triwulan ini.")
    jabatan = pastikan_boleh_isi(sesi, periode, program.unit_id, oleh)
    nilai = baca_rupiah(teks, "nilai") if teks.strip() else None
    baris = anggaran_satu(sesi, identitas, periode.tahun, periode.ke)
    sebelum = baris.nilai if baris is not None else None
    if baris is not None and sebelum == nilai:
        return baris
    if baris is None:
        baris = RealisasiAnggaran(program_id=identitas, tahun=periode.tahun, triwulan=periode.ke)
        sesi.add(baris)
    baris.nilai, baris.diisi_pada, baris.diisi_oleh_id = nilai, pada, oleh.pegawai_id
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "isi_anggaran",
        f"realisasi_anggaran:{baris.id}",
        f"{periode.nama}: realisasi anggaran “{program.nama}” diisi "
        f"{tulis_rupiah(nilai) if nilai is not None else 'kosong'}.",
        sebelum=None if sebelum is None else kanonik(sebelum),
        sesudah=None if nilai is None else kanonik(nilai),
        jabatan=jabatan.nama_lengkap,
    )
    return baris

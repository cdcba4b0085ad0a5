"""The files of an inspection pack that lie in the store: issued and signed documents, letters, evidence."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from kinerja.archive import gudang
from kinerja.archive.gudang import BerkasHilang
from kinerja.archive.jenis_berkas import AKHIRAN
from kinerja.documents.paket.zip import Butir, TakTerambil
from kinerja.documents.tanggal import tulis_saat, tulis_tanggal
from kinerja.domain.paket import Bagian
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.operations.arsip import CARA, dokumen_batal
from kinerja.operations.paket_isi import (
    balasan_tahun,
    bukti_tahun,
    dokumen_tahun,
    lampiran_tahun,
    surat_masuk_tahun,
    verdict_dokumen,
)
from kinerja.web.jam import zona

BAGIAN_JENIS = {
    "surat_keluar": Bagian.SURAT,
    "perjanjian_kinerja": Bagian.PERJANJIAN_KINERJA,
    "lembar_sop": Bagian.SOP,
}
_ROMAWI = ("", "I", "II", "III", "IV")
_AKHIRAN = {str(jenis): akhiran[1:] for akhiran, jenis in reversed(AKHIRAN.items())}
_RUSAK = "berkasnya hilang dari penyimpanan, atau berubah. Minta admin menjalankan pemeriksaan arsip."


def dari_gudang(data: Path, berkas: Berkas) -> Callable[[], bytes]:
    """How to take a file out of the store when it is its turn: whole and unchanged, or not at all."""
    sha256, ukuran = berkas.sha256, berkas.ukuran

    def ambil() -> bytes:
        try:
            if gudang.hitung_sha256(gudang.jalur(data, sha256)) != sha256:
                raise TakTerambil(_RUSAK)
            with gudang.buka(data, sha256) as aliran:
                return aliran.read(ukuran + 1)
        except (OSError, ValueError, BerkasHilang) as salah:  # ValueError: the row names no sha256
            raise TakTerambil(_RUSAK) from salah

    return ambil


def butir_dokumen(sesi: Session, data: Path, tahun: int) -> Iterator[Butir]:
    """Every issued document of the year, with all that came back for it."""
    dokumen = dokumen_tahun(sesi, tahun)
    verdict = verdict_dokumen(sesi, dokumen)
    batal = set(sesi.execute(dokumen_batal()).scalars())
    for d in dokumen:
        bagian = BAGIAN_JENIS.get(d.jenis, Bagian.LAPORAN)
        terbit = "diterbitkan untuk ditandatangani"
        if d.id in batal or (d.periode is not None and d.periode.dibatalkan_pada):
            terbit = "dibatalkan, tidak berlaku"
        for a in reversed(d.arsip):
            kata = _kata_arsip(a, verdict.get(a.berkas_id, []))
            yield _dokumen(data, bagian, d, a.berkas, kata, "bertanda tangan")
        yield _dokumen(data, bagian, d, d.berkas, terbit, "terbitan")
    if verdict:
        isi = _tabel_verdict(dokumen, verdict, kantor(sesi).zona)
        yield Butir(
            Bagian.CATATAN,
            "tanda tangan elektronik",
            "csv",
            "Hasil pemeriksaan tanda tangan elektronik",
            lambda: isi,
            keterangan="verdict saat diterima dan setiap pemeriksaan ulang",
        )


def _dokumen(data: Path, bagian: Bagian, d: Dokumen, berkas: Berkas, kata: str, ujung: str) -> Butir:
    return Butir(
        bagian,
        f"{d.urut:03d} {d.judul[:60]} {ujung}",
        _AKHIRAN.get(berkas.jenis, "bin"),
        f"{d.judul} ({ujung})",
        dari_gudang(data, berkas),
        nomor=d.nomor,
        tanggal=tulis_tanggal(d.tanggal),
        penanda=", ".join(k for k in (d.penanda_nama, d.penanda_jabatan) if k),
        keterangan=kata,
    )


def _kata_arsip(a: Arsip, verdict: Sequence[PeriksaTtd]) -> str:
    kata = [CARA.get(a.cara, a.cara), f"diterima {tulis_tanggal(a.diterima_pada.astimezone(zona()).date())}"]
    if verdict:
        kata.append(f"saat diterima: {verdict[0].verdict}")
    if a.diganti_oleh_id is not None:
        kata.append(f"sudah diganti: {a.diganti_alasan}")
    return "; ".join(kata)


def _tabel_verdict(dokumen: Sequence[Dokumen], verdict: dict[int, list[PeriksaTtd]], jam: int) -> bytes:
    keluar = io.StringIO()
    tulis = csv.writer(keluar, delimiter=";", lineterminator="\r\n")
    tulis.writerow(("Nomor dokumen", "Sidik berkas (sha256)", "Diperiksa", "Saat", "Oleh", "Verdict"))
    for d in dokumen:
        for a in d.arsip:
            for v in verdict.get(a.berkas_id, []):
                kali = "pemeriksaan ulang" if v.ulang else "saat diterima"
                saat = tulis_saat(v.pada, jam)
                tulis.writerow((d.nomor, a.berkas.sha256, saat, kali, v.oleh_nama, v.verdict))
    return b"\xef\xbb\xbf" + keluar.getvalue().encode()


def butir_surat_masuk(sesi: Session, data: Path, tahun: int) -> Iterator[Butir]:
    """The scans of incoming letters."""
    for s in surat_masuk_tahun(sesi, tahun):
        if s.berkas is None:
            continue
        yield Butir(
            Bagian.SURAT,
            f"masuk agenda {s.nomor_agenda:04d} {s.hal[:60]}",
            _AKHIRAN.get(s.berkas.jenis, "bin"),
            f"Surat masuk: {s.hal}",
            dari_gudang(data, s.berkas),
            nomor=s.nomor_surat,
            tanggal=tulis_tanggal(s.tanggal_surat),
            penanda=s.surat_dari,
            keterangan=f"agenda {s.nomor_agenda}/{s.tahun}" + (", dibatalkan" if s.dibatalkan_pada else ""),
        )


def butir_balasan(sesi: Session, data: Path, tahun: int) -> Iterator[Butir]:
    """The files beside replies to disposisi."""
    for d, p, berkas in balasan_tahun(sesi, tahun):
        yield Butir(
            Bagian.DISPOSISI,
            f"agenda {d.nomor_agenda:04d} berkas balasan",
            _AKHIRAN.get(berkas.jenis, "bin"),
            f"Berkas balasan: {berkas.nama}",
            dari_gudang(data, berkas),
            nomor=f"{d.nomor_agenda}/{d.tahun}",
            tanggal=tulis_tanggal(p.pada.astimezone(zona()).date()),
            penanda=f"{p.oleh_nama}, {p.jabatan_nama}",
            keterangan=f"balasan atas “{d.hal}”",
        )


def butir_bukti(sesi: Session, data: Path, tahun: int) -> Iterator[Butir]:
    """Evidence by triwulan, then by indicator as the PK numbers them."""
    for b, r, i, s in bukti_tahun(sesi, tahun):
        kata = f"Triwulan {_ROMAWI[r.triwulan]}; {s.urut}.{i.urut} {i.uraian}; {i.unit.nama}"
        yield Butir(
            Bagian.BUKTI,
            f"{s.urut}-{i.urut} {b.berkas.nama.rpartition('.')[0][:75]}",
            _AKHIRAN.get(b.berkas.jenis, "bin"),
            b.berkas.nama,
            dari_gudang(data, b.berkas),
            tanggal=tulis_tanggal(b.berkas.diterima_pada.astimezone(zona()).date()),
            keterangan=f"{kata}; {b.keterangan}" if b.keterangan else kata,
            folder=f"triwulan-{r.triwulan}",
        )


def butir_lampiran(sesi: Session, data: Path, tahun: int) -> Iterator[Butir]:
    """What was put beside the steps of the SOP, by period and step."""
    for _, t, periode, berkas in lampiran_tahun(sesi, tahun):
        langkah = f"langkah {t.langkah}" if t.langkah is not None else t.nama
        batal = "; dibatalkan" if periode.dibatalkan_pada else ""
        yield Butir(
            Bagian.SOP,
            f"{periode.nama[:40]} {langkah[:20]} {berkas.nama.rpartition('.')[0][:40]}",
            _AKHIRAN.get(berkas.jenis, "bin"),
            berkas.nama,
            dari_gudang(data, berkas),
            tanggal=tulis_tanggal(berkas.diterima_pada.astimezone(zona()).date()),
            keterangan=f"dilampirkan pada {t.nama}, {periode.nama}{batal}",
            folder="lampiran",
        )

"""The sheet's matrix with words in it: what is supposed or settled, and where a periode stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from kinerja.documents.bagan_sop import Bagan, bagan
from kinerja.documents.bagan_svg import Keadaan
from kinerja.documents.lembar_sop.bukti import BuktiPeriode, RincianLangkah
from kinerja.domain.jabatan import AWALAN_PENUGASAN, NAMA_PERAN
from kinerja.domain.periode import tanggal_panjang
from kinerja.domain.sop import Dasar, Sop
from kinerja.domain.usia import kata_umur, umur_hari_kerja
from kinerja.models.basis_data import db
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.pegawai import Penugasan, penugasan_berlaku
from kinerja.models.tugas import Tugas
from kinerja.operations.kalender import libur
from kinerja.web.bola import pemegang
from kinerja.web.jam import hari_ini, kantor_kini, sekarang, zona
from kinerja.web.kata_waktu import kata_tugas, lama

_ZONA = {7: "WIB", 8: "WITA", 9: "WIT"}


def bagan_lembar(sop: Sop, berubah: Mapping[int, frozenset[str]] | None = None) -> Bagan:
    """The chart of the sheet itself; a supposed or settled pelaksana says so under its symbol."""
    isi = {}
    for satu in sop.langkah_semua:
        kata = sop.konfirmasi_untuk(f"langkah.{satu.nomor}.pelaksana")
        if satu.dasar is Dasar.ASUMSI:
            isi[satu.nomor] = ("perlu dikonfirmasi",)
        elif kata and kata.tanggal.tanggal:
            isi[satu.nomor] = (f"dikonfirmasi {tanggal_ringkas(kata.tanggal.tanggal)}",)
    return bagan(sop, isi=isi, berubah=berubah)


def keadaan_tugas(tugas: Tugas) -> Keadaan:
    """How far a step is now; ``tugas.penyelesaian`` must be loaded."""
    if tugas.penyelesaian is not None:
        return Keadaan.SELESAI
    if tugas.dibuka_pada is not None and tugas.dibuka_pada <= sekarang():
        return Keadaan.BERJALAN
    return Keadaan.MENUNGGU


def bagan_periode(sop: Sop, tugas: Sequence[Tugas]) -> Bagan:
    """The chart of a periode: under each symbol who, since when, how far; and the same in a sentence."""
    per_langkah = {t.langkah: t for t in tugas if t.langkah is not None}
    penugasan = list(db.session.execute(penugasan_berlaku(hari_ini())).scalars())
    keadaan = {nomor: keadaan_tugas(t) for nomor, t in per_langkah.items()}
    hasil = bagan(sop, keadaan, {nomor: kata_sel(t, penugasan) for nomor, t in per_langkah.items()})
    return replace(
        hasil,
        baris=tuple(
            replace(b, kata_keadaan=_kalimat(per_langkah[b.langkah.nomor], penugasan))
            if b.langkah.nomor in per_langkah
            else b
            for b in hasil.baris
        ),
    )


def kata_sel(tugas: Tugas, penugasan: list[Penugasan]) -> tuple[str, ...]:
    """Short lines for the cell of the step's pelaksana: state, person, age."""
    if tugas.penyelesaian is not None:
        p = tugas.penyelesaian
        jawab = f", {p.jawaban}" if p.jawaban else ""
        return f"Selesai{jawab}", p.oleh_nama, saat_ringkas(p.pada)
    orang = nama_pemegang(tugas, penugasan)
    if keadaan_tugas(tugas) is Keadaan.MENUNGGU or tugas.dibuka_pada is None:
        return "Menunggu", orang
    awal = tugas.dibuka_pada.astimezone(zona()).date()
    lewat = (hari_ini() - tugas.tenggat).days
    baris = ("Anda di sini", orang, f"sejak {tanggal_ringkas(awal)}, {kata_umur(umur(awal))}")
    return (*baris, f"terlambat {lewat} hari") if lewat > 0 else baris


def umur(awal: date) -> int:
    """Working days from ``awal`` to today."""
    office, kini = kantor_kini(), hari_ini()
    tahun = range(awal.year, kini.year + 1)
    return umur_hari_kerja(awal, kini, {h for t in tahun for h in libur(office, t)} if office else ())


def nama_pemegang(tugas: Tugas, penugasan: list[Penugasan]) -> str:
    """The people who hold the step's post today, by name, a Plt. or Plh. said so; else that nobody does."""
    orang = [
        p.pegawai.nama + (f" ({AWALAN_PENUGASAN[p.jenis].strip()})" if AWALAN_PENUGASAN[p.jenis] else "")
        for p in penugasan
        if p.jabatan.peran is tugas.peran and tugas.unit_id in (None, p.jabatan.unit_id)
    ]
    return ", ".join(orang) or "belum ada pejabatnya"


def tanggal_ringkas(hari: date) -> str:
    """ "8 Okt 2026"."""
    tanggal, bulan, tahun = tanggal_panjang(hari).split(" ")
    return f"{tanggal} {bulan[:3]} {tahun}"


def saat_ringkas(pada: datetime) -> str:
    """ "8 Okt 2026 09.00" in the office's zone."""
    setempat = pada.astimezone(zona())
    return f"{tanggal_ringkas(setempat.date())} {setempat:%H.%M}"


def _kalimat(t: Tugas, penugasan: list[Penugasan]) -> str:
    if t.penyelesaian is not None:
        p = t.penyelesaian
        pukul = p.pada.astimezone(zona())
        return (
            f"Selesai oleh {p.oleh_nama} ({p.jabatan_nama}), {tanggal_panjang(pukul.date())} "
            f"pukul {pukul:%H.%M}; pengerjaan {lama(_menit(t))}"
        )
    if keadaan_tugas(t) is Keadaan.BERJALAN and t.dibuka_pada is not None:
        awal = t.dibuka_pada.astimezone(zona()).date()
        return (
            f"Anda di sini: pada {pemegang(t, penugasan)}, sejak {tanggal_panjang(awal)}, "
            f"{kata_umur(umur(awal))}; tenggat {tanggal_panjang(t.tenggat)}"
        )
    return f"Menunggu; tenggat {tanggal_panjang(t.tenggat)}"


def _menit(t: Tugas) -> int | None:
    if t.penyelesaian is None:
        return None
    p = t.penyelesaian
    return p.koreksi_menit if p.koreksi_menit is not None else p.pengerjaan_menit


def bukti_periode(nama: str, lembar: LembarSop, tugas: Sequence[Tugas], dicetak_oleh: str) -> BuktiPeriode:
    """What the evidence on paper says about a periode, as of now."""
    penugasan = list(db.session.execute(penugasan_berlaku(hari_ini())).scalars())
    per_langkah = {t.langkah: t for t in tugas if t.langkah is not None}
    office = kantor_kini()
    kini = sekarang().astimezone(zona())
    label = _ZONA.get(office.zona if office else 7, "")
    return BuktiPeriode(
        periode=nama,
        revisi=lembar.revisi,
        digest=lembar.digest,
        dicetak=f"{tanggal_panjang(kini.date())} pukul {kini:%H.%M} {label}".strip(),
        dicetak_oleh=dicetak_oleh,
        keadaan={nomor: keadaan_tugas(t) for nomor, t in per_langkah.items()},
        isi={nomor: kata_sel(t, penugasan) for nomor, t in per_langkah.items()},
        rincian=tuple(_rincian(t, penugasan) for t in tugas),
    )


def _rincian(t: Tugas, penugasan: list[Penugasan]) -> RincianLangkah:
    p = t.penyelesaian
    terbuka = t.dibuka_pada is not None and t.dibuka_pada <= sekarang()
    akhir = p.pada.astimezone(zona()).date() if p else hari_ini()
    lewat = (akhir - t.tenggat).days
    return RincianLangkah(
        nomor=str(t.langkah or "–"),
        kegiatan=t.nama,
        jabatan=p.jabatan_nama if p else NAMA_PERAN[t.peran],
        orang=p.oleh_nama if p else nama_pemegang(t, penugasan),
        keadaan="Selesai" if p else kata_tugas(t).kata,
        dibuka=saat_ringkas(t.dibuka_pada) if t.dibuka_pada and terbuka else "–",
        selesai=saat_ringkas(p.pada) if p else "–",
        lama=lama(_menit(t)),
        tenggat=tanggal_ringkas(t.tenggat),
        ketepatan=(f"lewat {lewat} hari" if lewat > 0 else "tepat waktu" if p else ""),
    )

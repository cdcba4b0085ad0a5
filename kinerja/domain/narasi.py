"""The parts of a report that people write, and which figures stand beside each.

The order is the order of print. Bab I–IV and the seven analyses per sasaran follow PermenPANRB 53/2014,
Lampiran II; the triwulan and semester reports are the office's own shorter form. Causes and solutions are
written by people; nothing here or elsewhere makes them up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kinerja.domain.laporan_isi import BarisSasaran, IsiLaporan, JenisLaporan

PANJANG_NARASI = 20_000


class Angka(StrEnum):
    """The computed figures that stand beside a section."""

    TANPA = "tanpa"
    RINGKASAN = "ringkasan"  # capaian and predikat of every sasaran
    PK = "pk"  # sasaran, indikator and target of the Perjanjian Kinerja, program and pagu
    SASARAN = "sasaran"  # target, realisasi and capaian of one sasaran
    URAIAN = "uraian"  # what the units wrote about one sasaran
    TAHUN_LALU = "tahun_lalu"
    RENSTRA = "renstra"
    STANDAR = "standar"
    EFISIENSI = "efisiensi"
    PROGRAM = "program"
    ANGGARAN = "anggaran"


@dataclass(frozen=True)
class Bagian:
    """One section. ``kunci`` is stored and stays; ``kelompok`` is the heading it stands under.

    ``sasaran`` is the nomor of the sasaran it is about, "" for the whole office. ``petunjuk`` tells the one
    who writes what belongs here.
    """

    kunci: str
    judul: str
    kelompok: str
    wajib: bool
    petunjuk: str
    angka: Angka = Angka.TANPA
    sasaran: str = ""


def bagian_narasi(isi: IsiLaporan) -> tuple[Bagian, ...]:
    """The sections of this report, in order."""
    return tuple(_tahunan(isi) if isi.jenis is JenisLaporan.TAHUNAN else _berkala(isi))


def narasi_kosong(isi: IsiLaporan, narasi: Mapping[str, str]) -> tuple[Bagian, ...]:
    """The required sections that have no text yet."""
    return tuple(b for b in bagian_narasi(isi) if b.wajib and not narasi.get(b.kunci, "").strip())


def narasi_lepas(isi: IsiLaporan, narasi: Mapping[str, str]) -> dict[str, str]:
    """Texts whose section is no longer in the report (its sasaran left the PK): kept, shown, not printed."""
    dikenal = {b.kunci for b in bagian_narasi(isi)}
    return {kunci: teks for kunci, teks in narasi.items() if kunci not in dikenal and teks.strip()}


def pindah_narasi(narasi: Mapping[str, str], lama: IsiLaporan, baru: IsiLaporan) -> dict[str, str]:
    """Let the texts of a sasaran follow it when a new version of the PK gave it another number.

    A sasaran is known again by its words. Where the number now belongs to another one, the old text is kept
    under a key of its own, so none is lost and none stands under the wrong sasaran.
    """
    tujuan = {_kata(satu.uraian): satu.nomor for satu in baru.sasaran}
    asal = {satu.nomor: satu for satu in lama.sasaran}
    hasil: dict[str, str] = {}
    for kunci, teks in narasi.items():
        kepala, _, sisa = kunci.partition("-")
        nomor, _, ekor = sisa.partition("-")
        if kepala != "sasaran" or nomor not in asal:
            hasil[kunci] = teks
            continue
        ke = tujuan.get(_kata(asal[nomor].uraian), "")
        calon = _kunci(ke, ekor) if ke else f"lepas-{kunci}"
        while calon in hasil:
            calon = f"lepas-{calon}"
        hasil[calon] = teks
    return hasil


def _kata(teks: str) -> str:
    return " ".join(teks.split()).casefold()


def _kunci(nomor: str, ekor: str) -> str:
    return f"sasaran-{nomor}-{ekor}"


def _berkala(isi: IsiLaporan) -> Iterator[Bagian]:
    """The triwulan and the semester report."""
    sebutan = "triwulan" if isi.jenis is JenisLaporan.TRIWULAN else "semester"
    umum = "Ringkasan"
    yield Bagian(
        "ringkasan",
        "Ringkasan",
        umum,
        True,
        f"Dalam satu atau dua alinea: bagaimana kinerja kecamatan {sebutan} ini, apa yang paling menonjol.",
        Angka.RINGKASAN,
    )
    if isi.jenis is JenisLaporan.SEMESTER:
        yield Bagian(
            "perkembangan",
            "Perkembangan dari dua triwulan",
            umum,
            False,
            "Apa yang membaik, menurun, atau tetap antara kedua triwulan, dan mengapa.",
        )
    for satu in isi.sasaran:
        kelompok = _kelompok_sasaran(satu)
        yield Bagian(
            _kunci(satu.nomor, "analisis"),
            "Penyebab keberhasilan atau kegagalan, dan solusinya",
            kelompok,
            True,
            "Mengapa tercapai atau tidak tercapai, dan apa yang sudah dilakukan untuk mengatasinya.",
            Angka.SASARAN,
            satu.nomor,
        )
    yield Bagian(
        "anggaran",
        "Penjelasan realisasi anggaran",
        "Realisasi anggaran",
        False,
        "Bila ada serapan yang jauh dari rencana, jelaskan sebabnya.",
        Angka.ANGGARAN,
    )
    yield Bagian(
        "hambatan",
        "Hambatan umum",
        "Hambatan dan tindak lanjut",
        False,
        "Hambatan yang menyangkut beberapa sasaran atau seluruh kecamatan. Kosongkan bila tidak ada.",
    )
    yield Bagian(
        "tindak_lanjut",
        "Tindak lanjut",
        "Hambatan dan tindak lanjut",
        True,
        f"Apa yang akan dilakukan sesudah {sebutan} ini, oleh siapa, dan kapan.",
    )
    yield Bagian("penutup", "Penutup", "Penutup", False, "Kesimpulan singkat dan harapan.")


def _kelompok_sasaran(satu: BarisSasaran) -> str:
    return f"Sasaran {satu.nomor}. {satu.uraian}"


KATA_PENGANTAR = "kata-pengantar"
_BAB_I, _BAB_II, _BAB_IV = "Bab I Pendahuluan", "Bab II Perencanaan Kinerja", "Bab IV Penutup"
_BAB_III = "Bab III Akuntabilitas Kinerja"
_BAB_III_B = f"{_BAB_III}, B. Realisasi Anggaran"


def kelompok_analisis(satu: BarisSasaran) -> str:
    """The heading of a sasaran in Bab III.A of the yearly report."""
    return f"{_BAB_III}, A. Capaian Kinerja Organisasi, Sasaran {satu.nomor}. {satu.uraian}"


# key, title, required, help, figures: the seven analyses of Bab III.A, for each sasaran.
_ANALISIS: tuple[tuple[str, str, bool, str, Angka], ...] = (
    (
        "target",
        "1. Target dan realisasi tahun ini",
        False,
        "Jelaskan angka yang perlu dijelaskan; tabelnya dihitung dari data.",
        Angka.SASARAN,
    ),
    (
        "tahun-lalu",
        "2. Dibandingkan tahun lalu dan beberapa tahun sebelumnya",
        False,
        "Apakah membaik atau menurun, dan mengapa. Sebut juga tahun-tahun sebelumnya bila ada datanya.",
        Angka.TAHUN_LALU,
    ),
    (
        "renstra",
        "3. Sampai tahun ini dibandingkan target jangka menengah (Renstra)",
        False,
        "Masih seberapa jauh dari target akhir Renstra, dan apakah akan tercapai.",
        Angka.RENSTRA,
    ),
    (
        "standar",
        "4. Dibandingkan standar nasional",
        False,
        "Jelaskan letak kinerja terhadap standar itu. Kosongkan bila tidak ada standar nasional.",
        Angka.STANDAR,
    ),
    (
        "penyebab",
        "5. Penyebab keberhasilan atau kegagalan, dan solusi yang sudah dilakukan",
        True,
        "Mengapa tercapai atau tidak tercapai, dan apa yang sudah dilakukan untuk mengatasinya.",
        Angka.URAIAN,
    ),
    (
        "efisiensi",
        "6. Efisiensi penggunaan sumber daya",
        False,
        "Jelaskan perbandingan capaian dengan serapan anggaran, tenaga, dan waktu.",
        Angka.EFISIENSI,
    ),
    (
        "program",
        "7. Program dan kegiatan yang menunjang atau menghambat",
        False,
        "Program atau kegiatan mana yang paling menunjang, mana yang menghambat, dan mengapa.",
        Angka.PROGRAM,
    ),
)


def _tahunan(isi: IsiLaporan) -> Iterator[Bagian]:
    """The yearly Laporan Kinerja: kata pengantar, then Bab I–IV."""
    yield Bagian(
        KATA_PENGANTAR,
        "Kata pengantar",
        "Kata pengantar",
        False,
        "Pengantar dari Camat: maksud laporan, ucapan terima kasih, harapan. Dicetak sebelum daftar isi dan "
        "ditandatangani Camat. Kosongkan bila tidak dipakai.",
    )
    for kunci, judul, petunjuk in (
        ("umum", "A. Gambaran umum", "Kedudukan, tugas, fungsi, dan susunan organisasi kecamatan."),
        (
            "aspek-strategis",
            "B. Aspek strategis organisasi",
            "Keadaan wilayah, jumlah nagari, penduduk, dan hal lain yang menentukan kinerja kecamatan.",
        ),
        (
            "isu-utama",
            "C. Permasalahan utama (isu strategis)",
            "Masalah utama yang dihadapi kecamatan pada tahun ini.",
        ),
    ):
        yield Bagian(kunci, judul, _BAB_I, True, petunjuk)
    yield Bagian(
        "perencanaan",
        "Ringkasan Perjanjian Kinerja",
        _BAB_II,
        False,
        "Pengantar singkat; tabel sasaran, indikator, target, dan program diambil dari Perjanjian Kinerja.",
        Angka.PK,
    )
    for satu in isi.sasaran:
        for ekor, judul, wajib, petunjuk, angka in _ANALISIS:
            kunci = _kunci(satu.nomor, ekor)
            yield Bagian(kunci, judul, kelompok_analisis(satu), wajib, petunjuk, angka, satu.nomor)
    yield Bagian(
        "anggaran",
        "Penjelasan realisasi anggaran",
        _BAB_III_B,
        False,
        "Jelaskan serapan anggaran tahun ini dan sebabnya bila jauh dari rencana.",
        Angka.ANGGARAN,
    )
    yield Bagian(
        "kesimpulan",
        "A. Kesimpulan",
        _BAB_IV,
        True,
        "Kesimpulan umum atas capaian kinerja kecamatan tahun ini.",
        Angka.RINGKASAN,
    )
    yield Bagian(
        "langkah-ke-depan",
        "B. Langkah ke depan",
        _BAB_IV,
        True,
        "Apa yang akan dilakukan tahun depan untuk memperbaiki kinerja.",
    )

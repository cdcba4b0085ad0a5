"""The reviu of a Laporan Kinerja as a self-check: 23 items in our own words, answered where data decide.

After PermenPANRB 53/2014, Lampiran III: format (6), mekanisme penyusunan (7), substansi (10). An answer that
data cannot give stays open for a person; the system never makes one up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kinerja.domain.laporan_isi import BarisIndikator, IsiLaporan, JenisLaporan
from kinerja.domain.narasi import Bagian, bagian_narasi

PANJANG_CATATAN_REVIU = 500


class Jawaban(StrEnum):
    """An answer; "belum" is open: nobody can or did say yet."""

    YA = "ya"
    TIDAK = "tidak"
    TERBUKA = "belum"

    @property
    def label(self) -> str:
        """The word on the page and in the annex."""
        return {"ya": "Ya", "tidak": "Tidak"}.get(self.value, "Belum dijawab")


@dataclass(frozen=True)
class FaktaReviu:
    """What data know about a report. Pairs are (how many, of how many)."""

    isi: IsiLaporan
    narasi: Mapping[str, str]
    lampiran: tuple[str, ...]
    penyusun: str
    unit_kirim: tuple[int, int]
    unit_berpejabat: tuple[int, int]
    temuan_terjawab: tuple[int, int]
    tanggapan: tuple[int, int]

    @property
    def indikator(self) -> tuple[BarisIndikator, ...]:
        """All of the report."""
        return tuple(i for s in self.isi.sasaran for i in s.indikator)


@dataclass(frozen=True)
class Usul:
    """What the data say to one item: an answer or none, and from what it follows, as a sentence."""

    jawaban: Jawaban
    dari: str


@dataclass(frozen=True)
class ButirReviu:
    """One item; ``kunci`` is stored and stays."""

    kunci: str
    kelompok: str
    nomor: int
    pernyataan: str
    usul: Callable[[FaktaReviu], Usul]


def _nisbah(ada: int, semua: int, kalimat: str) -> Usul:
    """ "Ya" when all are, "tidak" when some are missing, open when there is nothing to count."""
    if not semua:
        return Usul(Jawaban.TERBUKA, f"{kalimat}: tidak ada yang dapat dihitung.")
    return Usul(Jawaban.YA if ada == semua else Jawaban.TIDAK, f"{kalimat}: {ada} dari {semua}.")


def _terbuka(kalimat: str) -> Callable[[FaktaReviu], Usul]:
    return lambda _: Usul(Jawaban.TERBUKA, kalimat)


def _bagian(f: FaktaReviu, *kunci: str) -> tuple[int, int]:
    """How many of these sections (all required ones without a name) have a text."""
    pilih: list[Bagian] = [b for b in bagian_narasi(f.isi) if (b.kunci in kunci if kunci else b.wajib)]
    return sum(bool(f.narasi.get(b.kunci, "").strip()) for b in pilih), len(pilih)


def _tahunan(f: FaktaReviu) -> bool:
    return f.isi.jenis is JenisLaporan.TAHUNAN


def _data_penting(f: FaktaReviu) -> Usul:
    kunci = ("umum", "aspek-strategis", "isu-utama") if _tahunan(f) else ("ringkasan",)
    return _nisbah(*_bagian(f, *kunci), "Bagian gambaran umum yang sudah ditulis")


def _target_tampil(f: FaktaReviu) -> Usul:
    ada = sum(i.target_tahun not in (None, "", "0") for i in f.indikator)
    return _nisbah(ada, len(f.indikator), "Indikator yang targetnya ditampilkan")


def _capaian_tampil(f: FaktaReviu) -> Usul:
    hasil = [i.pada(f.isi.masa_utama) for i in f.indikator]
    ada = sum(u.realisasi is not None or (u.alasan or "").startswith("n/a") for u in hasil)
    return _nisbah(ada, len(hasil), "Indikator yang realisasinya terisi atau dinyatakan n/a beserta alasan")


def _lampiran(f: FaktaReviu) -> Usul:
    if not f.lampiran:
        return Usul(Jawaban.TIDAK, "Laporan ini tidak mempunyai lampiran.")
    return Usul(Jawaban.YA, f"Lampiran: {'; '.join(f.lampiran)}.")


def _perbaikan(f: FaktaReviu) -> Usul:
    kunci = "langkah-ke-depan" if _tahunan(f) else "tindak_lanjut"
    return _nisbah(*_bagian(f, kunci), "Bagian upaya perbaikan yang sudah ditulis")


def _keuangan(f: FaktaReviu) -> Usul:
    uang = [p.pada(f.isi.masa_utama) for s in f.isi.sasaran for p in s.program]
    return _nisbah(
        sum(not a.belum_diisi for a in uang), len(uang), "Program yang realisasi anggarannya lengkap"
    )


def _penyusun(f: FaktaReviu) -> Usul:
    if not f.penyusun:
        return Usul(Jawaban.TERBUKA, "Lembar SOP tidak menyebut siapa yang menyusun laporan ini.")
    return Usul(Jawaban.YA, f"Menurut lembar SOP laporan ini disusun oleh {f.penyusun}.")


def _data_dukung(f: FaktaReviu) -> Usul:
    ada = sum(any(u.jumlah_bukti for u in i.uraian_triwulan) for i in f.indikator)
    return _nisbah(ada, len(f.indikator), "Indikator yang mempunyai berkas bukti")


def _andal(f: FaktaReviu) -> Usul:
    ada, semua = f.temuan_terjawab
    if not semua:
        return Usul(Jawaban.YA, "Pemeriksaan data tidak menemukan apa pun yang perlu dijelaskan.")
    return _nisbah(ada, semua, "Temuan pemeriksaan data yang sudah dijelaskan")


def _diketahui(f: FaktaReviu) -> Usul:
    return _nisbah(*f.tanggapan, "Jabatan yang menjawab pada sosialisasi draf")


def _bukan_gabungan(f: FaktaReviu) -> Usul:
    ada, semua = _bagian(f)
    return _nisbah(ada, semua, "Uraian wajib yang ditulis penyusun, di luar isian unit")


def _renstra(f: FaktaReviu) -> Usul:
    return _nisbah(
        sum(_ada_renstra(i) for i in f.indikator),
        len(f.indikator),
        "Indikator dengan target Renstra pada kartunya",
    )


def _ada_renstra(i: BarisIndikator) -> bool:
    return i.renstra is not None


def _renstra_dijelaskan(f: FaktaReviu) -> Usul:
    if _renstra(f).jawaban is Jawaban.YA:
        return Usul(Jawaban.YA, "Tidak perlu: semua indikator sudah mempunyai target Renstra.")
    if not _tahunan(f):
        return Usul(Jawaban.TERBUKA, "Dijelaskan pada laporan tahunan.")
    kunci = [f"sasaran-{s.nomor}-renstra" for s in f.isi.sasaran if not all(map(_ada_renstra, s.indikator))]
    return _nisbah(*_bagian(f, *kunci), "Penjelasan tentang Renstra pada sasaran yang belum selaras")


def _pembanding(f: FaktaReviu) -> Usul:
    ada = sum(i.banding is not None or i.standar is not None for i in f.indikator)
    if not _tahunan(f):
        return Usul(Jawaban.TERBUKA, "Pembandingan dengan tahun lalu dan standar ada pada laporan tahunan.")
    return _nisbah(
        ada, len(f.indikator), "Indikator yang dibandingkan dengan tahun lalu atau standar nasional"
    )


def _mengukur(f: FaktaReviu) -> Usul:
    ada, semua = sum(bool(s.indikator) for s in f.isi.sasaran), len(f.isi.sasaran)
    if ada < semua:
        return Usul(Jawaban.TIDAK, f"Sasaran yang mempunyai indikator: {ada} dari {semua}.")
    return Usul(
        Jawaban.TERBUKA, f"Semua {semua} sasaran mempunyai indikator; nilailah apakah tepat mengukurnya."
    )


def _smart(f: FaktaReviu) -> Usul:
    ada = sum(bool(i.satuan and i.penanggung_jawab and i.target_tahun) for i in f.indikator)
    jumlah = len(f.indikator)
    kalimat = f"Indikator dengan satuan, target, dan penanggung jawab: {ada} dari {jumlah}"
    if ada < jumlah:
        return Usul(Jawaban.TIDAK, f"{kalimat}.")
    return Usul(Jawaban.TERBUKA, f"{kalimat}; nilailah kekhususan dan relevansinya.")


FORMAT, MEKANISME, SUBSTANSI = "Format", "Mekanisme penyusunan", "Substansi"
_DARI_PK = "Sasaran dan target laporan diambil langsung dari {}."
_ISI: tuple[tuple[str, str, tuple[tuple[str, Callable[[FaktaReviu], Usul]], ...]], ...] = (
    (
        "f",
        FORMAT,
        (
            ("Laporan menampilkan data penting kecamatan.", _data_penting),
            ("Laporan menyajikan target kinerja.", _target_tampil),
            ("Laporan menyajikan capaian kinerja secara memadai.", _capaian_tampil),
            ("Laporan dilengkapi lampiran yang mendukung isinya.", _lampiran),
            ("Laporan menyajikan upaya perbaikan ke depan.", _perbaikan),
            ("Laporan menyajikan akuntabilitas keuangan.", _keuangan),
        ),
    ),
    (
        "m",
        MEKANISME,
        (
            ("Laporan disusun oleh unit yang memang bertugas menyusunnya.", _penyusun),
            ("Isi laporan didukung data yang memadai.", _data_dukung),
            (
                "Ada cara bagi unit kerja untuk menyampaikan data, dan dijalankan.",
                lambda f: _nisbah(*f.unit_kirim, "Laporan progres unit yang sudah dikirim"),
            ),
            (
                "Setiap unit kerja mempunyai penanggung jawab data.",
                lambda f: _nisbah(*f.unit_berpejabat, "Unit pemilik indikator yang ada pejabatnya"),
            ),
            ("Data yang disampaikan diyakini keandalannya.", _andal),
            ("Analisis dalam laporan diketahui unit kerja terkait.", _diketahui),
            ("Laporan bukan sekadar gabungan laporan unit kerja.", _bukan_gabungan),
        ),
    ),
    (
        "s",
        SUBSTANSI,
        (
            (
                "Tujuan dan sasaran dalam laporan sesuai Perjanjian Kinerja.",
                lambda f: Usul(Jawaban.YA, _DARI_PK.format(f.isi.versi_pk)),
            ),
            ("Tujuan dan sasaran dalam laporan selaras dengan Renstra.", _renstra),
            ("Bila tidak selaras dengan Renstra, ada penjelasan yang memadai.", _renstra_dijelaskan),
            (
                "Target dalam laporan sesuai Perjanjian Kinerja.",
                lambda f: Usul(Jawaban.YA, _DARI_PK.format(f.isi.versi_pk)),
            ),
            (
                "Indikator kinerja utama dalam laporan sesuai dokumen indikator kinerja utama.",
                _terbuka("Dokumen indikator kinerja utama tidak ada dalam sistem; bandingkan sendiri."),
            ),
            (
                "Bila indikator kinerja utama tidak sesuai, ada penjelasan yang memadai.",
                _terbuka("Jawab sesudah membandingkan dengan dokumen indikator kinerja utama."),
            ),
            ("Ada pembandingan dengan tahun lalu atau standar yang bermanfaat.", _pembanding),
            ("Indikator kinerja cukup mengukur tujuan dan sasaran.", _mengukur),
            (
                "Bila indikator belum cukup mengukur, ada penjelasan yang memadai.",
                _terbuka("Jawab sesudah menilai butir sebelumnya."),
            ),
            ("Indikator kinerja khusus, terukur, dapat dicapai, relevan, dan berbatas waktu.", _smart),
        ),
    ),
)
BUTIR: tuple[ButirReviu, ...] = tuple(
    ButirReviu(f"{awal}{nomor}", kelompok, nomor, pernyataan, usul)
    for awal, kelompok, isi in _ISI
    for nomor, (pernyataan, usul) in enumerate(isi, start=1)
)


def usulan(fakta: FaktaReviu) -> dict[str, Usul]:
    """What the data say to each of the 23 items."""
    return {butir.kunci: butir.usul(fakta) for butir in BUTIR}

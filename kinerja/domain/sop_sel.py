"""A sheet as a list of named cells, in the order of the sheet: what is compared, confirmed and shown.

``tempat`` names a cell for good: ``identitas.nomor``, ``pelaksana.staf.nama``, ``langkah.3.waktu_tertulis``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.domain.naskah import Naskah
from kinerja.domain.sop import Catatan, Dasar, Jenis, Langkah, Pelaksana, Pengesah, Sop
from kinerja.domain.sop_konfirmasi import Cara, Konfirmasi

NAMA_JENIS = {
    Jenis.MULAI: "Mulai (kapsul)",
    Jenis.PROSES: "Proses (kotak)",
    Jenis.KEPUTUSAN: "Keputusan (belah ketupat)",
    Jenis.SELESAI: "Selesai (kapsul)",
}
NAMA_DASAR = {
    Dasar.FAKTA: "Tercetak pada lembar",
    Dasar.ASUMSI: "Perkiraan, perlu dikonfirmasi kantor",
    Dasar.KONFIRMASI: "Dikonfirmasi kantor",
}
NAMA_CARA = {Cara.BENAR: "Dinyatakan benar", Cara.DIUBAH: "Ditetapkan"}


@dataclass(frozen=True)
class Sel:
    """One cell: its name, the part of the sheet and the column in words, and what it says ("" when blank)."""

    tempat: str
    bagian: str
    kolom: str
    teks: str


def sel_sop(sop: Sop) -> tuple[Sel, ...]:
    """Return every cell, remarks and confirmations too: two sheets differ exactly where these do."""
    return tuple(_semua(sop))


def baris_teks(isi: tuple[str, ...]) -> str:
    return "\n".join(isi)


def kata_konfirmasi(satu: Konfirmasi) -> str:
    """ "Dinyatakan benar oleh Nama (Jabatan), 8 Oktober 2026"."""
    return f"{NAMA_CARA[satu.cara]} oleh {satu.oleh} ({satu.jabatan}), {satu.tanggal.tertulis}"


def kata_menit(menit: int | None) -> str:
    return f"{menit} menit" if menit else "tanpa waktu baku"


def _semua(sop: Sop) -> Iterator[Sel]:
    sel = [*_identitas(sop), *_kolom(sop), *_langkah(sop), *_tanda_tangan(sop)]
    nama = {satu.tempat: satu for satu in sel}
    yield from sel
    for tempat, catatan in _catatan(sop):
        asal = nama.get(tempat)
        yield Sel(
            f"catatan.{tempat}",
            asal.bagian if asal else "Lembar",
            f"Catatan: {asal.kolom if asal else tempat}",
            catatan.teks,
        )
    for satu in sop.konfirmasi:
        asal = nama.get(satu.tempat)
        yield Sel(
            f"konfirmasi.{satu.tempat}",
            asal.bagian if asal else "Lembar",
            f"Konfirmasi: {asal.kolom if asal else satu.tempat}",
            kata_konfirmasi(satu),
        )


def _identitas(sop: Sop) -> Iterator[Sel]:
    i = sop.identitas
    for kunci, kolom, teks in (
        ("kop", "Kepala lembar", baris_teks(i.kop)),
        ("nomor", "Nomor SOP", i.nomor),
        ("tanggal_pembuatan", "Tanggal Pembuatan", i.tanggal_pembuatan.tertulis),
        ("tanggal_revisi", "Tanggal Revisi", i.tanggal_revisi.tertulis),
        ("tanggal_efektif", "Tanggal Efektif", i.tanggal_efektif.tertulis),
        ("tanggal_pengesahan", "Tanggal Pengesahan", i.tanggal_pengesahan.tertulis),
    ):
        yield Sel(f"identitas.{kunci}", "Identitas", kolom, teks)
    yield from _pengesah("identitas.disahkan_oleh", "Disahkan Oleh", i.disahkan_oleh)
    for kunci, kolom, teks in (
        ("nama", "Nama SOP", i.nama),
        ("dasar_hukum", "Dasar Hukum", baris_teks(i.dasar_hukum)),
        ("kualifikasi", "Kualifikasi Pelaksana", baris_teks(i.kualifikasi)),
        ("keterkaitan", "Keterkaitan", baris_teks(i.keterkaitan)),
        ("peralatan", "Peralatan/Perlengkapan", baris_teks(i.peralatan)),
        ("peringatan", "Peringatan", baris_teks(i.peringatan)),
        ("pencatatan", "Pencatatan dan pendataan", baris_teks(i.pencatatan)),
    ):
        yield Sel(f"identitas.{kunci}", "Identitas", kolom, teks)


def _pengesah(awal: str, bagian: str, p: Pengesah) -> Iterator[Sel]:
    yield Sel(f"{awal}.jabatan", bagian, "Jabatan", p.jabatan)
    yield Sel(f"{awal}.nama", bagian, "Nama", p.nama)
    yield Sel(f"{awal}.nip_tertulis", bagian, "NIP", p.nip_tertulis)


def _kolom(sop: Sop) -> Iterator[Sel]:
    for p in sop.pelaksana_semua:
        bagian = f"Kolom {p.nama}"
        yield Sel(f"pelaksana.{p.kode}.nama", bagian, "Judul kolom", p.nama)
        yield Sel(f"pelaksana.{p.kode}.staf_dari", bagian, "Staf dari", _nama_pelaksana(sop, p.staf_dari))
    urutan = ", ".join(p.nama for p in sop.pelaksana_semua)
    yield Sel("pelaksana.urutan", "Kolom pelaksana", "Urutan kolom", urutan)


def _nama_pelaksana(sop: Sop, kode: str | None) -> str:
    return sop.pelaksana(kode).nama if kode else ""


def _langkah(sop: Sop) -> Iterator[Sel]:
    for satu in sop.langkah_semua:
        for kunci, kolom, teks in _sel_langkah(satu, sop.pelaksana(satu.pelaksana)):
            yield Sel(f"langkah.{satu.nomor}.{kunci}", f"Langkah {satu.nomor}", kolom, teks)


def _sel_langkah(satu: Langkah, pelaksana: Pelaksana) -> tuple[tuple[str, str, str], ...]:
    dasar = NAMA_DASAR[satu.dasar] + (f" (keyakinan {satu.keyakinan})" if satu.keyakinan else "")
    return (
        ("kegiatan", "Kegiatan", satu.kegiatan),
        ("pelaksana", "Pelaksana", pelaksana.nama),
        ("dasar", "Dasar pelaksana", dasar),
        ("kelengkapan_tertulis", "Kelengkapan", satu.kelengkapan_tertulis),
        ("kelengkapan", "Kelengkapan yang diperiksa aplikasi", _nama_naskah(satu.kelengkapan)),
        ("waktu_tertulis", "Waktu", satu.waktu_tertulis),
        ("waktu", "Waktu baku yang dipakai", kata_menit(satu.waktu)),
        ("output_tertulis", "Output", satu.output_tertulis),
        ("output", "Output yang diperiksa aplikasi", _nama_naskah(satu.output)),
        ("ket_tertulis", "Ket", satu.ket_tertulis),
        ("jenis", "Simbol", NAMA_JENIS[satu.jenis]),
        ("daur", "Daur", satu.daur.value.capitalize()),
        ("berikut", "Panah ke langkah", _angka(satu.berikut)),
        ("ya", "Panah Ya ke langkah", _angka(satu.ya)),
        ("tidak", "Panah Tidak ke langkah", _angka(satu.tidak)),
        ("menunggu", "Menunggu selesainya", satu.menunggu or ""),
        ("halaman", "Halaman kerja", satu.halaman or ""),
    )


def _nama_naskah(isi: tuple[Naskah, ...]) -> str:
    return ", ".join(satu.label for satu in isi)


def _angka(nomor: int | None) -> str:
    return str(nomor) if nomor else ""


def _tanda_tangan(sop: Sop) -> Iterator[Sel]:
    if sop.tanda_tangan is None:
        return
    t = sop.tanda_tangan
    yield Sel("tanda_tangan.tempat", "Tanda tangan", "Tempat", t.tempat)
    yield Sel("tanda_tangan.tanggal", "Tanda tangan", "Tanggal", t.tanggal.tertulis)
    yield from _pengesah("tanda_tangan", "Tanda tangan", t)


def _catatan(sop: Sop) -> Iterator[tuple[str, Catatan]]:
    """Every remark with the name of the cell it stands beside."""
    wadah: list[tuple[str, tuple[Catatan, ...]]] = [
        ("", sop.catatan),
        ("identitas.", sop.identitas.catatan),
        ("identitas.disahkan_oleh.", sop.identitas.disahkan_oleh.catatan),
        *((f"pelaksana.{p.kode}.", p.catatan) for p in sop.pelaksana_semua),
        *((f"langkah.{satu.nomor}.", satu.catatan) for satu in sop.langkah_semua),
    ]
    if sop.tanda_tangan:
        wadah.append(("tanda_tangan.", sop.tanda_tangan.catatan))
    for awal, semua in wadah:
        for satu in semua:
            yield awal + satu.kunci, satu

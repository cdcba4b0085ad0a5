"""The sheets of a triwulan from what the units entered: the rekap, and the monev form of domain.md §4."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.documents.xlsx.laporan import nilai_capaian, nilai_target
from kinerja.documents.xlsx.tabel import PEMBULATAN, Isi, Tabel
from kinerja.domain.aturan import DESIMAL
from kinerja.domain.capaian import BELUM_DIISI
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.lembar_isian import JenisKolom, Kolom
from kinerja.domain.masa import ROMAWI
from kinerja.models.periode import Periode
from kinerja.operations.realisasi.isian import IsianIndikator, IsianUnit

_ANGKA, _PERSEN, _RUPIAH = JenisKolom.ANGKA, JenisKolom.PERSEN, JenisKolom.RUPIAH
_MONEV = (
    Kolom("No", lebar=6),
    Kolom("Sasaran", lebar=34),
    Kolom("Indikator", lebar=42),
    Kolom("Satuan", lebar=12),
    Kolom("Target tahun", _ANGKA),
    *(Kolom(f"Target TW {romawi}", _ANGKA) for romawi in ROMAWI),
    Kolom("Realisasi TW ini", _ANGKA),
    Kolom("Capaian TW ini", _PERSEN),
    Kolom("Capaian s.d. TW ini", _PERSEN),
    Kolom("Program/kegiatan", lebar=44),
    Kolom("Pagu (Rp)", _RUPIAH, lebar=18),
    Kolom("Realisasi s.d. TW ini (Rp)", _RUPIAH, lebar=18),
    Kolom("Faktor pendukung", lebar=36),
    Kolom("Hambatan", lebar=36),
    Kolom("Tindak lanjut", lebar=36),
    Kolom("Penanggung jawab", lebar=28),
    Kolom("Bukti", lebar=36),
    Kolom("Tanggapan atasan", lebar=36),
)


def tabel_rekap(periode: Periode, semua: Sequence[IsianUnit]) -> list[Tabel]:
    """What every unit has sent or not yet sent, figures and money."""
    kolom = (
        Kolom("Unit", lebar=34),
        Kolom("Keadaan", lebar=26),
        Kolom("No", lebar=6),
        Kolom("Indikator", lebar=42),
        Kolom("Satuan", lebar=12),
        Kolom("Target", _ANGKA),
        Kolom("Realisasi", _ANGKA),
        Kolom("Capaian", _PERSEN),
        Kolom("Faktor pendukung", lebar=36),
        Kolom("Hambatan", lebar=36),
        Kolom("Tindak lanjut", lebar=36),
        Kolom("Bukti", _ANGKA, lebar=8),
    )
    baris = [
        (
            u.unit.nama,
            _keadaan(u),
            i.nomor,
            i.indikator.uraian,
            i.indikator.satuan,
            nilai_target(i.indikator.target_triwulan[i.triwulan - 1] or None, i.jenis),
            _realisasi(i),
            nilai_capaian(i.capaian),
            *_uraian(i),
            len(i.bukti),
        )
        for u in semua
        for i in u.indikator
    ]
    uang = [
        (
            u.unit.nama,
            p.nomor,
            p.program.nama,
            p.program.pagu,
            BELUM_DIISI if p.nilai is None else p.nilai,
            p.terpakai,
        )
        for u in semua
        for p in u.program
    ]
    kolom_uang = (
        Kolom("Unit", lebar=34),
        Kolom("No", lebar=6),
        Kolom("Program", lebar=52),
        Kolom("Pagu (Rp)", _RUPIAH, lebar=20),
        Kolom("Realisasi triwulan ini (Rp)", _RUPIAH, lebar=22),
        Kolom("Realisasi s.d. triwulan ini (Rp)", _RUPIAH, lebar=22),
    )
    desimal = next((i.desimal for u in semua for i in u.indikator), DESIMAL)
    return [
        Tabel(
            "Indikator",
            f"Laporan progres {periode.nama}",
            kolom,
            baris,
            catatan=(PEMBULATAN,),
            desimal=desimal,
        ),
        Tabel("Anggaran", f"Anggaran {periode.nama}", kolom_uang, uang, frozenset({3, 4, 5})),
    ]


def tabel_monev(periode: Periode, semua: Sequence[IsianUnit], isi: IsiLaporan) -> Tabel:
    """One triwulan in the columns of the monev form; ``isi`` is reckoned from the present data.

    The programs of a sasaran stand beside its first indicators, each once, so that their sums are right.
    """
    isian = {i.indikator.identitas: (u, i) for u in semua for i in u.indikator}
    tw, sampai = isi.masa
    baris: list[Sequence[Isi]] = []
    for s in isi.sasaran:
        program = list(s.program)
        for ke in range(max(len(s.indikator), len(program))):
            p = program[ke] if ke < len(program) else None
            kini = p.pada(sampai).realisasi if p else None
            uang: tuple[Isi, ...] = (
                (f"{p.nomor} {p.nama}", p.pagu, BELUM_DIISI if kini is None else kini)
                if p
                else (None, None, None)
            )
            if ke >= len(s.indikator):
                baris.append((None, s.uraian, *[None] * 10, *uang, *[None] * 6))
                continue
            satu = s.indikator[ke]
            unit, i = isian[satu.id]
            target = [nilai_target(t or None, i.jenis) for t in (satu.target_tahun, *satu.target_triwulan)]
            capaian = (nilai_capaian(satu.pada(tw).capaian), nilai_capaian(satu.pada(sampai).capaian))
            baris.append(
                (
                    *(satu.nomor, s.uraian, satu.uraian, satu.satuan, *target, _realisasi(i), *capaian),
                    *uang,
                    *_uraian(i),
                    satu.penanggung_jawab,
                    "\n".join(b.berkas.nama for b in i.bukti) or "belum ada",
                    "\n".join(k.alasan for k in unit.pengembalian if satu.id in unit.ditandai) or None,
                )
            )
    judul = f"Monitoring dan evaluasi rencana aksi, {periode.nama}"
    nama, jumlah = f"Monev TW {ROMAWI[periode.ke - 1]}", frozenset({13, 14})
    return Tabel(nama, judul, _MONEV, baris, jumlah, (PEMBULATAN,), isi.aturan.desimal)


def _realisasi(i: IsianIndikator) -> Isi:
    r = i.realisasi
    if r is None or r.na or not r.nilai:
        return f"n/a: {r.alasan_na}" if r is not None and r.na else BELUM_DIISI if r is None else i.nilai
    return nilai_target(r.nilai, i.jenis) if not i.nisbah else Decimal(r.nilai)


def _uraian(i: IsianIndikator) -> tuple[str, str, str]:
    r = i.realisasi
    return (r.faktor_pendukung, r.hambatan, r.tindak_lanjut) if r else ("", "", "")


def _keadaan(u: IsianUnit) -> str:
    if u.dilewati:
        return "dilewati"
    return "sudah dikirim" if u.terkirim else "belum dikirim"

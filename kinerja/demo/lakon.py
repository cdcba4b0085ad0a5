"""The acts of the example year, each done by the official whose it is, through the same verbs as the pages."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select

from kinerja.demo.kertas import bukti
from kinerja.demo.naskah import notulen, tulisan
from kinerja.demo.panggung import Panggung
from kinerja.demo.pk_contoh import TUJUAN, Ukur
from kinerja.domain.disposisi import Sifat
from kinerja.domain.narasi import bagian_narasi
from kinerja.domain.periode import JenisPeriode
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_berlaku
from kinerja.operations import koreksi, pembagian_tugas, sosialisasi, undangan
from kinerja.operations.disposisi.cabang import selesaikan as selesaikan_cabang
from kinerja.operations.disposisi.permintaan import unit_diminta
from kinerja.operations.disposisi.verba import buat_disposisi
from kinerja.operations.laporan import narasi
from kinerja.operations.laporan import verba as laporan
from kinerja.operations.laporan.penyampaian import sampaikan_draf
from kinerja.operations.laporan.progres import kirim
from kinerja.operations.laporan.temuan import daftar_temuan, jelaskan
from kinerja.operations.perjanjian_kinerja.baris import IsianProgram, tambah_program, tambah_sasaran
from kinerja.operations.perjanjian_kinerja.indikator import IsianIndikator, tambah_indikator
from kinerja.operations.perjanjian_kinerja.persetujuan import ajukan_pk, setujui_pk
from kinerja.operations.perjanjian_kinerja.verba import buat_pk
from kinerja.operations.realisasi.bukti import tambah_bukti
from kinerja.operations.realisasi.verba import Ketikan, simpan_anggaran, simpan_realisasi
from kinerja.operations.rencana_aksi import IsianAksi, tambah_aksi
from kinerja.operations.tugas import lihat, selesaikan

KEPALA = ("umum", "perencanaan", "pemerintahan", "pemberdayaan", "trantib", "kesos", "pelayanan")


def pk_setahun(p: Panggung) -> PerjanjianKinerja:
    """Write, submit and approve the PK, then the rencana aksi of every unit."""
    oleh, pada = p.orang("perencanaan"), p.jam(1, 12)
    buat_pk(p.sesi, p.tahun, oleh, pada)
    for tujuan in TUJUAN:
        sasaran = tambah_sasaran(p.sesi, p.tahun, tujuan.uraian, oleh, pada)
        for u in tujuan.ukur:
            isian = IsianIndikator(
                u.uraian, u.satuan, u.metode, u.tipe, u.jenis, p.unit(u.unit), u.target, *u.triwulan,
                target_renstra=u.renstra, sumber=u.sumber, skala=u.skala, definisi=u.definisi, rumus=u.rumus,
                medium=u.medium, frekuensi="Tiap triwulan", pembilang=u.dua[0], penyebut=u.dua[1],
                standar_nasional=u.standar[0], standar_sumber=u.standar[1],
                riwayat=tuple((p.tahun - ke, *dua) for ke, dua in enumerate(u.lalu, start=1)),
            )  # fmt: skip
            tambah_indikator(p.sesi, sasaran.id, isian, oleh, pada)
        for d in tujuan.dana:
            tambah_program(
                p.sesi, sasaran.id, IsianProgram(d.nama, d.pagu, d.keterangan, p.unit(d.unit)), oleh, pada
            )
    p.babak()
    ajukan_pk(p.sesi, p.tahun, oleh, p.jam(1, 14))
    setujui_pk(p.sesi, p.tahun, p.orang("camat"), p.jam(1, 16))
    p.babak()
    pk = p.sesi.execute(pk_berlaku(p.tahun)).scalar_one()
    for sasaran, tujuan in zip(pk.sasaran, TUJUAN, strict=True):
        for indikator, u in zip(sasaran.indikator, tujuan.ukur, strict=True):
            aksi = IsianAksi(
                u.aksi, "1 kegiatan", "1 kegiatan", "1 kegiatan", "1 kegiatan", p.jabatan(u.unit).nama
            )
            tambah_aksi(p.sesi, indikator.id, aksi, p.orang(u.unit), p.jam(1, 20))
    p.babak()
    p.lapor(f"Perjanjian Kinerja {p.tahun}")
    return pk


def selesai(
    p: Panggung, periode: Periode, kunci: str, siapa: str, mulai: datetime, menit: int, catatan: str = ""
) -> None:
    """Complete a step that was first looked at ``menit`` minutes before."""
    p.babak()
    tugas = p.tugas(periode, kunci)
    oleh = p.orang(siapa)
    lihat(tugas, oleh, mulai)
    selesaikan(p.sesi, tugas.id, oleh, mulai + timedelta(minutes=menit), catatan)


def kumpulkan(p: Panggung, ke: int, pada: datetime, tenggat: date) -> Periode:
    """Step 1: the request for data to every unit."""
    periode = p.periode(JenisPeriode.TRIWULAN, ke)
    tugas = p.tugas(periode, "1")
    umum = p.orang("umum")
    lihat(tugas, umum, pada)
    penerima = [
        (u.kepala.id, tenggat) for u in unit_diminta(p.sesi, p.tugas_penuh(tugas)) if u.kepala is not None
    ]
    buat_disposisi(
        p.sesi,
        umum,
        pada,
        hal=f"Permintaan data kinerja {periode.nama}",
        sifat=Sifat.SEGERA,
        instruksi=["Siapkan data"],
        catatan="Mohon realisasi indikator beserta buktinya diisi sebelum tenggat.",
        penerima=penerima,
        tugas=p.tugas_penuh(tugas),
    )
    selesai(p, periode, "1", "umum", pada, 12)
    return periode


def isi_unit(p: Panggung, periode: Periode, siapa: str, pada: datetime, kirimkan: bool = True) -> None:
    """A unit fills its realisasi and money with bukti, and sends."""
    p.babak()
    ke, unit_id, oleh = periode.ke, p.unit(siapa), p.orang(siapa)
    pk = p.sesi.execute(pk_berlaku(p.tahun)).scalar_one()
    for sasaran, tujuan in zip(pk.sasaran, TUJUAN, strict=True):
        for indikator, u in zip(sasaran.indikator, tujuan.ukur, strict=True):
            if u.unit != siapa:
                continue
            nilai = u.realisasi[ke - 1]
            simpan_realisasi(
                p.sesi,
                periode.id,
                indikator.identitas,
                Ketikan(
                    **_angka(u, nilai),
                    na=not nilai,
                    alasan_na="" if nilai else "Dinilai sekali setahun pada triwulan IV.",
                    faktor_pendukung=f"{u.aksi} berjalan sesuai rencana.",
                    hambatan=u.kendala,
                    tindak_lanjut=f"{u.aksi} dilanjutkan pada triwulan berikutnya.",
                ),
                oleh,
                pada,
            )
            if nilai:
                nama = f"Bukti {u.sumber} {periode.nama}.pdf"
                isi = bukti(
                    u.sumber,
                    f"{u.uraian}\n{periode.nama}\nRealisasi: {nilai}{'' if u.dua[0] else f' {u.satuan}'}",
                )
                berkas = p.berkas(isi, nama, oleh, pada)
                tambah_bukti(p.sesi, periode.id, indikator.identitas, [berkas], u.sumber, oleh, pada)
        for program, d in zip(sasaran.program, tujuan.dana, strict=True):
            if d.unit == siapa:
                simpan_anggaran(p.sesi, periode.id, program.identitas, d.belanja[ke - 1], oleh, pada)
    if kirimkan:
        kirim(p.sesi, periode.id, unit_id, "Data sudah diperiksa.", oleh, pada, tanpa_bukti=True)


def _angka(u: Ukur, nilai: str) -> dict[str, str]:
    """The figure as typed: itself, or the two numbers of "16 dari 23"."""
    if not u.dua[0]:
        return {"nilai": nilai}
    pembilang, _, penyebut = nilai.partition(" dari ")
    return {"pembilang": pembilang, "penyebut": penyebut}


def olah(p: Panggung, periode: Periode, pada: datetime) -> None:
    """Step 3: compute, explain what stands out."""
    staf = p.orang("staf.perencanaan")
    laporan.olah(p.sesi, periode, staf, pada)
    for baris in daftar_temuan(p.sesi, periode):
        if baris.terbuka:
            jelaskan(
                p.sesi,
                periode,
                baris.temuan.kunci,
                "Sudah diperiksa bersama unit; angkanya benar.",
                staf,
                pada,
            )
    selesai(p, periode, "3", "staf.perencanaan", pada, 35)


def tulis(p: Panggung, periode: Periode, pada: datetime) -> None:
    """The texts of a report, by the Kasubag Perencanaan."""
    oleh = p.orang("perencanaan")
    kini = laporan.draf_terbuka(p.sesi, periode.id)
    isi = laporan.isi_laporan(kini)
    for bagian in bagian_narasi(isi):
        teks = tulisan(bagian, isi, periode.nama)
        if teks:
            narasi.simpan_narasi(p.sesi, periode, bagian.kunci, teks, oleh, pada)


def sosialisasikan(p: Panggung, periode: Periode, kunci: str, pada: datetime, menit: int = 30) -> None:
    """Steps 5 and 8: invite, answer, minute, close, complete."""
    sekretaris = p.orang("sekretaris")
    tugas = p.tugas_penuh(p.tugas(periode, kunci))
    lihat(tugas, sekretaris, pada)
    awal = undangan.undangan_awal(p.sesi, tugas, pada.date())
    temu = undangan.undang(p.sesi, tugas.id, sekretaris, pada, awal)
    p.babak()
    rapat = datetime.combine(awal.tanggal, (pada + timedelta(hours=1)).timetz())
    for tanggapan in sosialisasi.cari_sosialisasi(p.sesi, temu.id).tanggapan:
        siapa = next(m for m in ("camat", *KEPALA) if p.jabatan(m).id == tanggapan.jabatan_id)
        koreksi.setujui(p.sesi, tanggapan.id, p.orang(siapa), rapat)
    hadir = [t.id for t in sosialisasi.cari_sosialisasi(p.sesi, temu.id).tanggapan]
    sosialisasi.catat_rapat(p.sesi, temu.id, sekretaris, rapat, hadir=hadir, notulen=notulen(periode.nama))
    sosialisasi.tutup_sosialisasi(p.sesi, temu.id, sekretaris, rapat + timedelta(minutes=menit))
    selesaikan(p.sesi, tugas.id, sekretaris, rapat + timedelta(minutes=menit))


def balas(p: Panggung, tugas_id: int, pada: datetime, balasan: str) -> None:
    """Every recipient of a step's disposisi answers and finishes the branch."""
    p.babak()
    cabang = p.sesi.execute(
        select(CabangDisposisi.id, CabangDisposisi.penerima_id)
        .join(CabangDisposisi.disposisi)
        .where(Disposisi.tugas_id == tugas_id, CabangDisposisi.penyelesaian_id.is_(None))
    ).all()
    for cabang_id, penerima_id in cabang:
        siapa = next(m for m in ("sekretaris", *KEPALA) if p.jabatan(m).id == penerima_id)
        selesaikan_cabang(p.sesi, cabang_id, p.orang(siapa), pada, balasan=balasan)


def satu_triwulan(p: Panggung, ke: int, mulai: datetime) -> Periode:
    """A whole triwulan up to its Pengesahan; ``mulai`` is a working morning after its end."""
    periode = kumpulkan(p, ke, mulai, (mulai + timedelta(days=6)).date())
    for nomor, siapa in enumerate(KEPALA, start=1):
        isi_unit(p, periode, siapa, mulai + timedelta(days=1 + nomor // 2, hours=nomor % 5))
    selesai(p, periode, "2", "perencanaan", mulai + timedelta(days=6), 25)
    olah(p, periode, mulai + timedelta(days=7))
    tulis(p, periode, mulai + timedelta(days=8))
    selesai(p, periode, "4", "perencanaan", mulai + timedelta(days=8), 48)
    sosialisasikan(p, periode, "5", mulai + timedelta(days=9))
    p.lapor(f"{periode.nama} disusun")
    return periode


def satu_semester(p: Panggung, ke: int, mulai: datetime) -> Periode:
    """Steps 6 to 8 of a semester whose two triwulan are closed."""
    periode = p.periode(JenisPeriode.SEMESTER, ke)
    oleh = p.orang("perencanaan")
    tugas = p.tugas_penuh(p.tugas(periode, "6"))
    lihat(tugas, oleh, mulai)
    baris = {
        b.unit.id: pembagian_tugas.IsianBagian(
            f"Menyiapkan uraian capaian, hambatan, dan tindak lanjut {b.unit.nama}.",
            (mulai + timedelta(days=3)).date(),
        )
        for b in pembagian_tugas.daftar_bagian(p.sesi, tugas, mulai.date())
    }
    pembagian_tugas.simpan_pembagian(p.sesi, tugas.id, oleh, mulai, baris)
    pembagian_tugas.kirim_pembagian(p.sesi, tugas.id, oleh, mulai)
    selesai(p, periode, "6", "perencanaan", mulai, 40)
    balas(p, tugas.id, mulai + timedelta(days=2), "Uraian unit kami sudah diserahkan.")
    susun = mulai + timedelta(days=3)
    laporan.olah(p.sesi, periode, oleh, susun)
    tulis(p, periode, susun)
    sampaikan_draf(p.sesi, periode, oleh, susun)
    selesai(p, periode, "7", "perencanaan", susun, 75)
    balas(p, p.tugas(periode, "7").id, susun + timedelta(hours=3), "Draf diterima dan akan dibahas.")
    sosialisasikan(p, periode, "8", mulai + timedelta(days=5))
    p.lapor(f"{periode.nama} disusun")
    return periode


def satu_tahun(p: Panggung, mulai: datetime) -> Periode:
    """Step 9: the yearly report."""
    periode = p.periode(JenisPeriode.TAHUNAN, 1)
    lihat(p.tugas(periode, "9"), p.orang("perencanaan"), mulai)
    laporan.olah(p.sesi, periode, p.orang("perencanaan"), mulai)
    tulis(p, periode, mulai)
    selesai(p, periode, "9", "perencanaan", mulai, 180)
    p.lapor(f"{periode.nama} disusun")
    return periode

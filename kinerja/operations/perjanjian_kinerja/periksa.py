"""What a PK still lacks before it can be submitted, and what the system warns of without blocking."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.aturan import Aturan
from kinerja.domain.capaian import JenisTarget, Metode, Tipe, baca_target
from kinerja.domain.jabatan import KEPALA_UNIT, peringatan_nip
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.laporan_data import DataIndikator, DataLaporan, DataProgram, DataSasaran
from kinerja.domain.nisbah import PENGALI, Nisbah
from kinerja.domain.pemeriksaan import periksa
from kinerja.domain.target import tulis_target
from kinerja.models.jabatan import Jabatan
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, Program


def data_indikator(indikator: Indikator, nomor: str) -> DataIndikator:
    """The card as the domain knows it, under its identity, without realisasi. ``unit`` must be loaded."""
    tw1, tw2, tw3, tw4 = (teks or None for teks in indikator.target_triwulan)
    return DataIndikator(
        id=indikator.identitas,
        nomor=nomor,
        uraian=indikator.uraian,
        satuan=indikator.satuan,
        metode=Metode(indikator.metode),
        tipe=Tipe(indikator.tipe),
        jenis_target=JenisTarget(indikator.jenis_target),
        penanggung_jawab=indikator.unit.nama,
        target_tahun=indikator.target_tahun or None,
        target_triwulan=(tw1, tw2, tw3, tw4),
        skala=tuple(indikator.skala or ()),
        target_renstra=indikator.target_renstra or None,
        standar_nasional=indikator.standar_nasional or None,
        nisbah=nisbah_kartu(indikator),
    )


def nisbah_kartu(indikator: Indikator) -> Nisbah | None:
    """What is divided by what, where the card counts a part of a whole."""
    if not indikator.pembilang or not indikator.penyebut:
        return None
    return Nisbah(indikator.pembilang, indikator.penyebut, indikator.pengali or PENGALI)


def data_program(program: Program, nomor: str, sasaran_id: int) -> DataProgram:
    return DataProgram(
        program.identitas, nomor, program.nama, sasaran_id, program.pagu, keterangan=program.keterangan
    )


def data_pk(pk: PerjanjianKinerja) -> DataLaporan:
    """The whole PK as facts without realisasi; numbers are "1", "1.2" as the lampiran prints them."""
    sasaran = tuple(
        DataSasaran(
            s.id,
            str(s.urut),
            s.uraian,
            tuple(data_indikator(i, f"{s.urut}.{i.urut}") for i in s.indikator),
            tuple(data_program(p, f"{s.urut}.{p.urut}", s.id) for p in s.program),
        )
        for s in pk.sasaran
    )
    return DataLaporan(pk.tahun, pk.nama, sasaran, Aturan())


def kekurangan_pk(pk: PerjanjianKinerja) -> tuple[str, ...]:
    """What stands in the way of submitting, a sentence each; empty when nothing does."""
    kurang: list[str] = []
    for medan, nama in (
        ("pihak_pertama_nama", "nama pihak pertama"),
        ("pihak_pertama_jabatan", "jabatan pihak pertama"),
        ("pihak_kedua_jabatan", "jabatan pihak kedua"),
        ("tempat", "tempat penandatanganan"),
    ):
        if not getattr(pk, medan):
            kurang.append(f"Isi {nama}.")
    if pk.tanggal is None:
        kurang.append("Isi tanggal penandatanganan.")
    if not pk.sasaran:
        kurang.append("Tambahkan paling sedikit satu sasaran dengan indikatornya.")
    for sasaran in pk.sasaran:
        if not sasaran.indikator:
            kurang.append(f"Sasaran {sasaran.urut} belum mempunyai indikator.")
        for indikator in sasaran.indikator:
            kurang.extend(_kekurangan_kartu(indikator, f"Indikator {sasaran.urut}.{indikator.urut}"))
    return tuple(kurang)


def _kekurangan_kartu(indikator: Indikator, nama: str) -> list[str]:
    kurang = [] if indikator.unit.aktif else [f"{nama}: unit {indikator.unit.nama} sudah tidak aktif."]
    jenis, skala = JenisTarget(indikator.jenis_target), tuple(indikator.skala or ())
    if not indikator.target_tahun:
        kurang.append(f"{nama}: target setahun belum diisi.")
    for teks in (indikator.target_tahun, *indikator.target_triwulan):
        try:
            baca_target(tulis_target(teks, jenis) if teks else "", jenis, skala)
        except MasukanSalah as salah:
            kurang.append(f"{nama}: target “{teks}” tidak terbaca. {salah.pesan}")
    return kurang


def peringatan_pk(sesi: Session, pk: PerjanjianKinerja) -> tuple[str, ...]:
    """What is worth a second look; it never blocks."""
    pesan = [temuan.pesan for temuan in periksa(data_pk(pk), 1)]
    if not pk.pihak_kedua_nama:
        pesan.append("Nama pihak kedua belum diisi; pada lembar cetak tempatnya kosong.")
    nip = peringatan_nip(pk.pihak_pertama_nip)
    if nip:
        pesan.append(f"NIP pihak pertama: {nip}")
    berkepala = set(
        sesi.execute(select(Jabatan.unit_id).where(Jabatan.peran.in_(KEPALA_UNIT), Jabatan.aktif)).scalars()
    )
    for sasaran in pk.sasaran:
        if not sasaran.program:
            pesan.append(f"Sasaran {sasaran.urut} belum mempunyai program dan anggaran.")
        for indikator in sasaran.indikator:
            if indikator.target_tahun == "0":
                pesan.append(
                    f"Indikator {sasaran.urut}.{indikator.urut}: target 0 berarti belum ditargetkan, "
                    "sehingga capaiannya tidak dihitung."
                )
            if indikator.unit_id not in berkepala:
                pesan.append(
                    f"Indikator {sasaran.urut}.{indikator.urut}: {indikator.unit.nama} "
                    "belum mempunyai jabatan kepala."
                )
    return tuple(pesan)

"""A triwulan or semester at its sosialisasi, with a draft on the table, for tests of whoever builds on it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.capaian import Metode, Tipe
from kinerja.domain.laporan import susun_semester, susun_triwulan
from kinerja.domain.laporan_data import DataIndikator, DataLaporan, DataProgram, DataRealisasi, DataSasaran
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.target import JenisTarget
from kinerja.models.jabatan import Jabatan
from kinerja.models.laporan import Laporan, Sosialisasi, Tanggapan
from kinerja.models.pegawai import Pegawai
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_berlaku
from kinerja.models.tugas import Penyelesaian, Tugas
from kinerja.operations.undangan import Undangan, undang
from tests.data_uji_pk import bangun_pk
from tests.kantor_uji import PEMERAN, TAHUN, orang_uji

OKTOBER = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
RAPAT = date(2026, 10, 8)
PENYUSUN = {"5": "4", "8": "7"}


def tugas_uji(sesi: Session, jenis: JenisPeriode, ke: int, kunci: str) -> Tugas:
    """A step with its periode and sheet loaded."""
    periode = sesi.execute(periode_satu(TAHUN, jenis, ke)).scalar_one()
    return sesi.execute(
        select(Tugas)
        .options(joinedload(Tugas.periode).joinedload(Periode.lembar_sop), joinedload(Tugas.penyelesaian))
        .where(Tugas.periode_id == periode.id, Tugas.kunci == kunci)
    ).scalar_one()


def selesaikan_langsung(sesi: Session, tugas: Tugas, pada: datetime = OKTOBER) -> Penyelesaian:
    """Complete a step without its kelengkapan, as history."""
    pegawai = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == "kasubag_perencanaan")).scalar_one()
    jabatan = sesi.execute(select(Jabatan).where(Jabatan.peran == tugas.peran).limit(1)).scalar_one()
    selesai = Penyelesaian(
        tugas_id=tugas.id,
        oleh_id=pegawai.id,
        oleh_nama=pegawai.nama,
        jabatan_id=jabatan.id,
        jabatan_nama=jabatan.nama,
        pada=pada,
        pengerjaan_menit=1,
    )
    sesi.add(selesai)
    sesi.flush()
    tugas.dibuka_pada = tugas.dibuka_pada or pada
    tugas.penyelesaian_id = selesai.id
    sesi.flush()
    sesi.refresh(tugas, ["penyelesaian"])
    return selesai


def pk_uji(sesi: Session) -> PerjanjianKinerja:
    """The approved PK of the year, made where it is missing."""
    ada = sesi.execute(pk_berlaku(TAHUN)).scalar_one_or_none()
    return ada or bangun_pk(sesi, TAHUN)


def data_uji() -> DataLaporan:
    """Two indikator and a program with figures for triwulan I and II."""
    ikm = DataIndikator(
        id=1,
        nomor="1.1",
        uraian="Indeks Kepuasan Masyarakat",
        satuan="Indeks",
        metode=Metode.POSITIF,
        tipe=Tipe.RATA_RATA,
        jenis_target=JenisTarget.ANGKA,
        penanggung_jawab="Seksi Pelayanan Umum",
        target_tahun="85.5",
        target_triwulan=("80", "84", "85", "85.5"),
        realisasi={1: DataRealisasi("82.25"), 2: DataRealisasi(None, na=True, alasan_na="survei tertunda")},
    )
    lembaga = DataIndikator(
        id=2,
        nomor="1.2",
        uraian="Jumlah lembaga yang dibina",
        satuan="Lembaga",
        metode=Metode.POSITIF,
        tipe=Tipe.KUMULATIF,
        jenis_target=JenisTarget.ANGKA,
        penanggung_jawab="Seksi Pemberdayaan Masyarakat",
        target_tahun="1200",
        target_triwulan=("0", "600", "0", "600"),
        realisasi={1: DataRealisasi("10"), 2: DataRealisasi("1234")},
    )
    program = DataProgram(
        id=1,
        nomor="1",
        nama="Program Pelayanan Publik",
        sasaran_id=1,
        pagu=Decimal(150000000),
        realisasi_anggaran={1: Decimal(30000000), 2: Decimal(45000000)},
    )
    sasaran = DataSasaran(1, "1", "Meningkatnya kualitas pelayanan publik", (ikm, lembaga), (program,))
    return DataLaporan(TAHUN, f"Perjanjian Kinerja {TAHUN}", (sasaran,))


def buat_draf(sesi: Session, periode: Periode, beku: bool = False) -> Laporan:
    """A report of the periode made from ``data_uji``; ``beku``: frozen."""
    susun = susun_triwulan if periode.jenis is JenisPeriode.TRIWULAN else susun_semester
    isi = susun(data_uji(), periode.ke)
    laporan = Laporan(
        periode_id=periode.id,
        versi=1,
        pk_id=pk_uji(sesi).id,
        isi=isi.ke_data(),
        digest=isi.digest(),
        narasi={},
        diolah_pada=OKTOBER,
        dibekukan_pada=OKTOBER if beku else None,
    )
    sesi.add(laporan)
    sesi.flush()
    return laporan


def siapkan_sosialisasi(
    sesi: Session, jenis: JenisPeriode = JenisPeriode.TRIWULAN, ke: int = 3, kunci: str = "5"
) -> Tugas:
    """The step of the Sekretaris is open, the composing step before it done, the draft there."""
    for lain in range(1, int(kunci)):
        if jenis is JenisPeriode.TRIWULAN or lain >= 6:
            selesaikan_langsung(sesi, tugas_uji(sesi, jenis, ke, str(lain)))
    tugas = tugas_uji(sesi, jenis, ke, kunci)
    tugas.dibuka_pada = OKTOBER
    buat_draf(sesi, tugas.periode)
    sesi.flush()
    return tugas


def undangan_uji(sesi: Session, *siapa: str) -> Undangan:
    """An invitation for today to these people of the cast (default: two Kasi)."""
    nama = [PEMERAN[s][0] for s in siapa or ("kasi_pemerintahan", "kasi_pmd")]
    jabatan = {j.nama: j.id for j in sesi.execute(select(Jabatan)).scalars()}
    return Undangan(RAPAT, "09.00", "Aula Kantor Camat", "Pembahasan draf", tuple(jabatan[n] for n in nama))


def undang_uji(sesi: Session, tugas: Tugas, *siapa: str) -> Sosialisasi:
    """A running round for these people of the cast."""
    return undang(sesi, tugas.id, orang_uji(sesi, "sekretaris"), OKTOBER, undangan_uji(sesi, *siapa))


def tanggapan_uji(sesi: Session, temu: Sosialisasi, siapa: str) -> Tanggapan:
    """The invitation of one of the cast in a round."""
    jabatan = sesi.execute(select(Jabatan).where(Jabatan.nama == PEMERAN[siapa][0])).scalar_one()
    return sesi.execute(
        select(Tanggapan).where(Tanggapan.sosialisasi_id == temu.id, Tanggapan.jabatan_id == jabatan.id)
    ).scalar_one()

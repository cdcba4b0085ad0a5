"""Starting a sheet on demand, and giving a run up."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Jabatan, Pelaku, Peran, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.sekali import PANJANG_JUDUL
from kinerja.domain.sop import HALAMAN_SURAT, Daur, Langkah, Sop
from kinerja.domain.surat import IsianSurat
from kinerja.models.jabatan import jabatan_berperan
from kinerja.models.kantor import kantor
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.kantor import hari_kantor
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.sekali.alur import atur_tenggat
from kinerja.operations.surat_keluar_lihat import siapkan_surat

PANJANG_ALASAN = 2_000


def lembar_sekali(sesi: Session) -> list[LembarSop]:
    """The newest revision of every sheet that runs on demand, stopped ones too, by name."""
    semua: dict[str, LembarSop] = {}
    for lembar in sesi.execute(select(LembarSop).order_by(LembarSop.revisi)).scalars():
        semua[lembar.kode] = lembar
    sekali = [satu for satu in semua.values() if sop_dari(satu).urutan_daur == (Daur.SEKALI,)]
    return sorted(sekali, key=lambda satu: satu.nama.casefold())


def jabatan_mulai(sop: Sop, oleh: Pelaku) -> tuple[Jabatan, ...]:
    """The posts under which the person may start this sheet: those in the column of its first step."""
    peran = sop.pelaksana(sop.mulai.pelaksana).peran_semua
    return tuple(j for j in oleh.jabatan if j.peran in peran)


def lembar_dapat_dimulai(sesi: Session, oleh: Pelaku) -> list[LembarSop]:
    """The sheets in use that this person may start."""
    return [
        satu
        for satu in lembar_sekali(sesi)
        if satu.dihentikan_pada is None and jabatan_mulai(sop_dari(satu), oleh)
    ]


def cari_lembar_sekali(sesi: Session, lembar_id: int) -> LembarSop:
    """The newest revision of the sheet of which ``lembar_id`` is one. Raises TidakDitemukan."""
    satu = sesi.get(LembarSop, lembar_id)
    if satu is None or sop_dari(satu).urutan_daur != (Daur.SEKALI,):
        raise TidakDitemukan("Lembar SOP itu tidak ada.")
    return sesi.execute(lembar_terbaru(satu.kode)).scalar_one()


def mulai(
    sesi: Session,
    lembar_id: int,
    judul: str,
    oleh: Pelaku,
    pada: datetime,
    jabatan_id: int | None = None,
    surat: IsianSurat | None = None,
    laporan_id: int | None = None,
) -> Periode:
    """Start a run: its periode, all its tugas, the first of them open, the letter if the sheet is about one.

    ``jabatan_id`` says as which post, where the person holds several that may; ``surat`` is what the letter
    begins with, ``laporan_id`` the report it will send along.
    """
    lembar = cari_lembar_sekali(sesi, lembar_id)
    sop = sop_dari(lembar)
    jabatan = _sebagai(sop, oleh, jabatan_id)
    if lembar.dihentikan_pada is not None:
        raise SudahDikerjakan(f"SOP {lembar.nama} sudah dihentikan pemakaiannya.")
    if not judul.strip():
        raise MasukanSalah("Tuliskan perihalnya, supaya mudah dikenali.", "judul")
    if len(judul.strip()) > PANJANG_JUDUL:
        raise MasukanSalah(f"Paling panjang {PANJANG_JUDUL} tanda.", "judul")
    tahun = hari_kantor(kantor(sesi), pada).year
    periode = Periode(
        lembar_sop_id=lembar.id,
        tahun=tahun,
        jenis=JenisPeriode.SEKALI,
        ke=_ke_berikut(sesi, lembar.kode, tahun),
        dibuka_pada=pada,
        dibuka_oleh=oleh.pegawai_id,
        judul=" ".join(judul.split()),
    )
    periode.lembar_sop = lembar
    sesi.add(periode)
    sesi.flush()
    for langkah in sop.langkah_semua:
        tugas = _tugas(sesi, sop, langkah, periode, jabatan, pada)
        if langkah is sop.mulai:
            tugas.dibuka_pada = pada
    if any(satu.halaman in HALAMAN_SURAT for satu in sop.langkah_semua):
        siapkan_surat(sesi, periode, surat or IsianSurat(hal=periode.judul), oleh, pada, laporan_id)
    catat(
        sesi,
        oleh,
        pada,
        "mulai_jalan",
        f"periode:{periode.id}",
        f"{lembar.nama} nomor {periode.ke} tahun {tahun} dimulai: {periode.judul}",
        sesudah={"lembar_sop": lembar.id, "revisi": lembar.revisi, "laporan": laporan_id},
        jabatan=jabatan.nama_lengkap,
    )
    sesi.flush()
    return periode


def _sebagai(sop: Sop, oleh: Pelaku, jabatan_id: int | None) -> Jabatan:
    boleh = jabatan_mulai(sop, oleh)
    if not boleh:
        nama = sop.pelaksana(sop.mulai.pelaksana).nama
        raise TidakBerwenang(f"SOP {sop.nama} dimulai oleh {nama}.")
    if jabatan_id is None:
        return boleh[0]
    terpilih = next((j for j in boleh if j.id == jabatan_id), None)
    if terpilih is None:
        raise MasukanSalah("Pilih jabatan yang Anda pegang.", "jabatan")
    return terpilih


def _ke_berikut(sesi: Session, kode: str, tahun: int) -> int:
    """The running number within a year, over all revisions of the sheet."""
    tertinggi = sesi.execute(
        select(func.max(Periode.ke))
        .join(LembarSop, LembarSop.id == Periode.lembar_sop_id)
        .where(LembarSop.kode == kode, Periode.tahun == tahun, Periode.jenis == JenisPeriode.SEKALI)
    ).scalar_one()
    return (tertinggi or 0) + 1


def _tugas(
    sesi: Session, sop: Sop, langkah: Langkah, periode: Periode, pemulai: Jabatan, pada: datetime
) -> Tugas:
    peran, unit_id = _untuk(sesi, sop, langkah, pemulai)
    tugas = Tugas(
        periode_id=periode.id,
        kunci=str(langkah.nomor),
        langkah=langkah.nomor,
        nama=langkah.kegiatan,
        peran=peran,
        unit_id=unit_id,
        tenggat=periode.murni.akhir,
    )
    atur_tenggat(sesi, sop, periode, tugas, pada)
    sesi.add(tugas)
    sesi.flush()
    return tugas


def _untuk(sesi: Session, sop: Sop, langkah: Langkah, pemulai: Jabatan) -> tuple[Peran, int | None]:
    """Whose a step is: the starter's column is the starter's post; Staf and Kasi are of the unit meant."""
    pelaksana = sop.pelaksana(langkah.pelaksana)
    if langkah.pelaksana == sop.mulai.pelaksana:
        return pemulai.peran, pemulai.unit_id
    peran = Peran(pelaksana.peran_semua[0])
    if pelaksana.staf_dari is not None:
        kepala = sop.pelaksana(pelaksana.staf_dari)
        if pelaksana.staf_dari == sop.mulai.pelaksana:
            return peran, pemulai.unit_id
        return peran, _unit(sesi, Peran(kepala.peran_semua[0]), None)
    if peran in (Peran.KASI, Peran.STAF):
        return peran, _unit(sesi, peran, pemulai.unit_id) if pemulai.unit_id is not None else None
    return peran, None


def _unit(sesi: Session, peran: Peran, unit_id: int | None) -> int | None:
    jabatan = sesi.execute(jabatan_berperan(peran, unit_id).limit(1)).scalar_one_or_none()
    return jabatan.unit_id if jabatan else None


def cari_jalan(sesi: Session, periode_id: int, kunci: bool = False) -> Periode:
    """A run with its sheet. Raises TidakDitemukan for everything else, periods of a year too."""
    pilih = select(Periode).options(joinedload(Periode.lembar_sop)).where(Periode.id == periode_id)
    if kunci:
        pilih = pilih.with_for_update(of=Periode).execution_options(populate_existing=True)
    periode = sesi.execute(pilih).scalar_one_or_none()
    if periode is None or not periode.sekali:
        raise TidakDitemukan("Jalannya SOP itu tidak ada.")
    return periode


def boleh_batalkan(periode: Periode, oleh: Pelaku) -> bool:
    """Who started it, and the officials who keep the sheets (Sekretaris, Kasubag Umum)."""
    return periode.dibuka_oleh == oleh.pegawai_id or oleh.boleh(Wewenang.ATUR_KANTOR)


def batalkan(sesi: Session, periode_id: int, alasan: str, oleh: Pelaku, pada: datetime) -> Periode:
    """Give a run up, with the reason; its rows, files and number stay."""
    periode = cari_jalan(sesi, periode_id, kunci=True)
    if not boleh_batalkan(periode, oleh):
        raise TidakBerwenang("Pembatalan dilakukan oleh yang memulainya, Sekretaris, atau Kasubag Umum.")
    if periode.dibatalkan_pada is not None:
        raise SudahDikerjakan(f"Sudah dibatalkan oleh {periode.dibatalkan_oleh_nama}.")
    if periode.ditutup_pada is not None:
        raise SudahDikerjakan("Sudah selesai, jadi tidak dapat dibatalkan.")
    if not alasan.strip():
        raise MasukanSalah("Tuliskan alasan pembatalan.", "alasan")
    if len(alasan) > PANJANG_ALASAN:
        raise MasukanSalah(f"Paling panjang {PANJANG_ALASAN} tanda.", "alasan")
    periode.dibatalkan_pada = periode.ditutup_pada = pada
    periode.dibatalkan_alasan, periode.dibatalkan_oleh_nama = alasan.strip(), oleh.nama
    terbuka = select(Tugas).where(Tugas.periode_id == periode.id, Tugas.penyelesaian_id.is_(None))
    for tugas in sesi.execute(terbuka).scalars():
        tugas.dibuka_pada = tugas.pertama_dilihat_pada = None
    catat(
        sesi,
        oleh,
        pada,
        "batalkan_jalan",
        f"periode:{periode.id}",
        f"{periode.lembar_sop.nama} nomor {periode.ke} tahun {periode.tahun} “{periode.nama}” dibatalkan. "
        f"Alasan: {alasan.strip()}",
    )
    sesi.flush()
    return periode

"""Who holds which post: giving a post, ending it, and that an admin who can log in always remains."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import AWALAN_PENUGASAN, JenisPenugasan, Pelaku, Peran, Wewenang, berlaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai, Penugasan, pemegang_peran
from kinerja.operations.catatan import catat

# A Plh. stands in for a holder, one at a time; definitif and Plt. exclude each other and themselves.
_UTAMA = (JenisPenugasan.DEFINITIF, JenisPenugasan.PLT)
_BERSAMA = frozenset({Peran.STAF, Peran.ADMIN})  # posts that several people hold at once
PANJANG_DASAR = 150
ADMIN_TERAKHIR = "Harus selalu ada admin yang dapat masuk. Beri dahulu jabatan admin kepada orang lain."


def tugaskan(
    sesi: Session,
    pegawai: Pegawai,
    jabatan: Jabatan,
    mulai: date,
    oleh: Pelaku | None,
    pada: datetime,
    jenis: JenisPenugasan = JenisPenugasan.DEFINITIF,
    selesai: date | None = None,
    dasar: str = "",
) -> Penugasan:
    """Let a person hold a post from ``mulai`` to ``selesai`` (inclusive, open end allowed).

    ``oleh`` None is the system itself. A post other than Staf and admin has one definitive holder or one
    Plt. at a time; one Plh. may stand beside a holder. ``dasar`` is the number of the SK or order.
    """
    if oleh is not None and not oleh.boleh(Wewenang.ATUR_ORANG):
        raise TidakBerwenang("Jabatan pegawai diatur oleh admin sistem.")
    if selesai is not None and selesai < mulai:
        raise MasukanSalah("Tanggal selesai tidak boleh sebelum tanggal mulai.", "selesai")
    dasar = " ".join(dasar.split())
    if len(dasar) > PANJANG_DASAR:
        raise MasukanSalah(f"Paling panjang {PANJANG_DASAR} tanda.", "dasar")
    if not pegawai.aktif:
        raise MasukanSalah("Pegawai ini tidak aktif; aktifkan dahulu.")
    if not jabatan.aktif:
        raise MasukanSalah("Jabatan itu tidak aktif lagi; pilih yang lain.", "jabatan_id")
    _tolak_rangkap(sesi, pegawai, jabatan, mulai, selesai, jenis)
    penugasan = Penugasan(
        pegawai_id=pegawai.id,
        jabatan_id=jabatan.id,
        jenis=jenis,
        mulai=mulai,
        selesai=selesai,
        dasar=dasar,
    )
    sesi.add(penugasan)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "tugaskan",
        f"jabatan:{jabatan.id}",
        f"{pegawai.nama} bertugas sebagai {AWALAN_PENUGASAN[jenis]}{jabatan.nama} mulai {mulai:%d-%m-%Y}"
        + (f" berdasarkan {dasar}." if dasar else "."),
        sesudah={"pegawai": pegawai.id, "selesai": selesai, "dasar": dasar},
    )
    return penugasan


def _tolak_rangkap(
    sesi: Session,
    pegawai: Pegawai,
    jabatan: Jabatan,
    mulai: date,
    selesai: date | None,
    jenis: JenisPenugasan,
) -> None:
    """Refuse a second spell that overlaps: of the same person, or of another chief holder."""
    bersamaan = (
        select(Penugasan)
        .options(joinedload(Penugasan.pegawai))
        .where(
            Penugasan.jabatan_id == jabatan.id,
            or_(Penugasan.selesai.is_(None), Penugasan.selesai >= mulai),
        )
    )
    if selesai is not None:
        bersamaan = bersamaan.where(Penugasan.mulai <= selesai)
    ada_pejabat = False
    for lain in sesi.execute(bersamaan).scalars():
        if lain.selesai is not None and lain.selesai < lain.mulai:
            continue  # cancelled before it began
        if lain.pegawai_id == pegawai.id:
            raise MasukanSalah(
                f"{pegawai.nama} sudah memegang jabatan itu pada masa yang sama.", "jabatan_id"
            )
        if jabatan.peran in _BERSAMA:
            continue
        ada_pejabat = ada_pejabat or (lain.jenis in _UTAMA and berlaku(lain.mulai, lain.selesai, mulai))
        if jenis is JenisPenugasan.PLH and lain.jenis is JenisPenugasan.PLH:
            raise MasukanSalah(
                f"Pada masa yang sama sudah ada Plh.: {lain.pegawai.nama}. Akhiri dahulu penugasannya, atau "
                "ubah tanggalnya.",
                "jabatan_id",
            )
        if jenis in _UTAMA and lain.jenis in _UTAMA:
            raise MasukanSalah(
                f"Jabatan itu pada masa yang sama dipegang {lain.pegawai.nama}. Akhiri dahulu penugasannya, "
                "atau pilih Plh. bila ia hanya berhalangan.",
                "jabatan_id",
            )
    if jenis is JenisPenugasan.PLH and jabatan.peran not in _BERSAMA and not ada_pejabat:
        raise MasukanSalah(
            f"Jabatan itu kosong pada {mulai:%d-%m-%Y}. Plh. mengganti pejabat yang berhalangan; untuk "
            "jabatan kosong pilih Plt.",
            "jenis",
        )


def ambil_penugasan(sesi: Session, penugasan_id: int) -> Penugasan:
    """With person and post. Raises TidakDitemukan."""
    penugasan = sesi.execute(
        select(Penugasan)
        .options(joinedload(Penugasan.pegawai), joinedload(Penugasan.jabatan))
        .where(Penugasan.id == penugasan_id)
    ).scalar_one_or_none()
    if penugasan is None:
        raise TidakDitemukan("Penugasan itu tidak ada.")
    return penugasan


def akhiri_penugasan(
    sesi: Session, penugasan_id: int, selesai: date, oleh: Pelaku, pada: datetime, hari: date
) -> Penugasan:
    """Set the last day of an assignment; the day before its first cancels one made by mistake."""
    if not oleh.boleh(Wewenang.ATUR_ORANG):
        raise TidakBerwenang("Jabatan pegawai diatur oleh admin sistem.")
    penugasan = ambil_penugasan(sesi, penugasan_id)
    if penugasan.selesai is not None and penugasan.selesai < hari:
        raise SudahDikerjakan("Penugasan itu sudah berakhir.")
    if selesai < penugasan.mulai - timedelta(days=1):
        raise MasukanSalah("Hari terakhir tidak boleh sebelum mulai bertugas.", "selesai")
    if penugasan.jabatan.peran is Peran.ADMIN and not ada_admin_lain(sesi, penugasan.pegawai_id, hari):
        raise MasukanSalah(ADMIN_TERAKHIR, "selesai")
    lama, penugasan.selesai = penugasan.selesai, selesai
    sesi.flush()
    nama = f"{AWALAN_PENUGASAN[penugasan.jenis]}{penugasan.jabatan.nama}"
    uraian = (
        f"Penugasan {penugasan.pegawai.nama} sebagai {nama} dibatalkan."
        if selesai < penugasan.mulai
        else f"{penugasan.pegawai.nama} bertugas sebagai {nama} sampai {selesai:%d-%m-%Y}."
    )
    catat(
        sesi,
        oleh,
        pada,
        "akhiri_penugasan",
        f"jabatan:{penugasan.jabatan_id}",
        uraian,
        sebelum={"selesai": lama},
        sesudah={"pegawai": penugasan.pegawai_id, "selesai": selesai},
    )
    return penugasan


def ada_admin_lain(sesi: Session, pegawai_id: int, hari: date) -> bool:
    """Is there, without this person, an admin with a login and no end in sight (so no Plh.)?"""
    lain = pemegang_peran(Peran.ADMIN, hari).where(
        Penugasan.pegawai_id != pegawai_id,
        Penugasan.selesai.is_(None),
        Penugasan.jenis != JenisPenugasan.PLH,
        Pegawai.aktif,
        Pegawai.sandi.is_not(None),
    )
    return sesi.execute(lain).first() is not None


def adalah_admin(sesi: Session, pegawai_id: int, hari: date) -> bool:
    dipegang = pemegang_peran(Peran.ADMIN, hari).where(Penugasan.pegawai_id == pegawai_id)
    return sesi.execute(dipegang).first() is not None

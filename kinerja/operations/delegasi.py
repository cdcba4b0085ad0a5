"""Delegasi: a holder, or the Sekretaris for them, lets a colleague do a post's work for a stated time.

The holder keeps the post; both see its work. A delegation is never passed on, and ends with its last day,
with the holder's own assignment, or when it is revoked.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import AWALAN_PENUGASAN, Pelaku, Peran, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.delegasi import Delegasi
from kinerja.models.pegawai import Pegawai, Penugasan, penugasan_berlaku, penugasan_pegawai
from kinerja.operations.catatan import catat

PANJANG_ALASAN = 300


def mengatur_semua(oleh: Pelaku) -> bool:
    """May the person delegate the posts of others? The Sekretaris by assignment, not a stand-in."""
    return any(j.peran is Peran.SEKRETARIS for j in oleh.jabatan_sendiri)


def dapat_didelegasikan(sesi: Session, oleh: Pelaku, hari: date) -> list[Penugasan]:
    """The assignments in force that ``oleh`` may delegate: the own ones; for the Sekretaris everybody's."""
    pilih = penugasan_berlaku(hari) if mengatur_semua(oleh) else penugasan_pegawai(oleh.pegawai_id, hari)
    return [p for p in sesi.execute(pilih).scalars() if p.jabatan.peran is not Peran.ADMIN]


def calon_penerima(sesi: Session, hari: date) -> list[Pegawai]:
    """People who can stand in: active, and holding a post of the office (not only the admin's) today."""
    orang: dict[int, Pegawai] = {}
    for p in sesi.execute(penugasan_berlaku(hari)).scalars():
        if p.pegawai.aktif and p.jabatan.peran is not Peran.ADMIN:
            orang.setdefault(p.pegawai_id, p.pegawai)
    return list(orang.values())


def delegasikan(
    sesi: Session,
    penugasan_id: int,
    penerima_id: int,
    mulai: date,
    selesai: date,
    alasan: str,
    oleh: Pelaku,
    pada: datetime,
    hari: date,
) -> Delegasi:
    """Let ``penerima_id`` stand in for the holder of an assignment from ``mulai`` to ``selesai`` (inclusive).

    Raises TidakBerwenang, or MasukanSalah (medan: a field of the form).
    """
    if not oleh.boleh(Wewenang.BACA):
        raise TidakBerwenang("Delegasi diberikan pemegang jabatan atau Sekretaris.")
    asal = next((p for p in dapat_didelegasikan(sesi, oleh, hari) if p.id == penugasan_id), None)
    if asal is None:
        raise MasukanSalah(
            "Pilih jabatan yang Anda pegang sendiri; jabatan yang didelegasikan kepada Anda tidak dapat "
            "didelegasikan lagi.",
            "penugasan_id",
        )
    alasan = " ".join(alasan.split())
    _periksa_masa(asal, mulai, selesai, alasan, hari)
    penerima = _penerima(sesi, asal, penerima_id, mulai, selesai, hari)
    _tolak_bersamaan(sesi, asal, mulai, selesai)
    delegasi = Delegasi(
        jabatan_id=asal.jabatan_id,
        pemegang_id=asal.pegawai_id,
        penerima_id=penerima.id,
        mulai=mulai,
        selesai=selesai,
        alasan=alasan,
        diberikan_oleh_id=oleh.pegawai_id,
        diberikan_oleh_nama=oleh.nama,
        diberikan_pada=pada,
    )
    sesi.add(delegasi)
    sesi.flush()
    nama = AWALAN_PENUGASAN[asal.jenis] + asal.jabatan.nama
    catat(
        sesi,
        oleh,
        pada,
        "delegasikan",
        f"delegasi:{delegasi.id}",
        f"Tugas {nama} ({asal.pegawai.nama}) didelegasikan kepada {penerima.nama} "
        f"dari {mulai:%d-%m-%Y} sampai {selesai:%d-%m-%Y}. Alasan: {alasan}",
        sesudah={
            "jabatan": asal.jabatan_id,
            "pemegang": asal.pegawai_id,
            "penerima": penerima.id,
            "mulai": mulai,
            "selesai": selesai,
        },
    )
    return delegasi


def _periksa_masa(asal: Penugasan, mulai: date, selesai: date, alasan: str, hari: date) -> None:
    if mulai < hari:
        raise MasukanSalah("Delegasi tidak dapat dimulai sebelum hari ini.", "mulai")
    if selesai < mulai:
        raise MasukanSalah("Hari terakhir tidak boleh sebelum hari pertama.", "selesai")
    if asal.selesai is not None and selesai > asal.selesai:
        raise MasukanSalah(
            f"{asal.pegawai.nama} memegang jabatan itu hanya sampai {asal.selesai:%d-%m-%Y}.", "selesai"
        )
    if not alasan:
        raise MasukanSalah("Tuliskan alasannya, misalnya dinas luar atau cuti.", "alasan")
    if len(alasan) > PANJANG_ALASAN:
        raise MasukanSalah(f"Paling panjang {PANJANG_ALASAN} tanda.", "alasan")


def _penerima(
    sesi: Session, asal: Penugasan, penerima_id: int, mulai: date, selesai: date, hari: date
) -> Pegawai:
    penerima = next((o for o in calon_penerima(sesi, hari) if o.id == penerima_id), None)
    if penerima is None:
        raise MasukanSalah("Pilih pegawai dari daftar.", "penerima_id")
    if penerima.id == asal.pegawai_id:
        raise MasukanSalah("Jabatan tidak dapat didelegasikan kepada pemegangnya sendiri.", "penerima_id")
    sudah = select(Penugasan.id).where(
        Penugasan.jabatan_id == asal.jabatan_id,
        Penugasan.pegawai_id == penerima.id,
        Penugasan.mulai <= selesai,
        or_(Penugasan.selesai.is_(None), Penugasan.selesai >= mulai),
    )
    if sesi.execute(sudah).first():
        raise MasukanSalah(f"{penerima.nama} sudah memegang jabatan itu pada masa itu.", "penerima_id")
    return penerima


def _tolak_bersamaan(sesi: Session, asal: Penugasan, mulai: date, selesai: date) -> None:
    """One stand-in at a time for what one holder holds."""
    lain = (
        sesi.execute(
            select(Delegasi)
            .options(joinedload(Delegasi.penerima))
            .where(
                Delegasi.jabatan_id == asal.jabatan_id,
                Delegasi.pemegang_id == asal.pegawai_id,
                Delegasi.dicabut_pada.is_(None),
                Delegasi.mulai <= selesai,
                Delegasi.selesai >= mulai,
            )
        )
        .scalars()
        .first()
    )
    if lain is not None:
        raise MasukanSalah(
            f"Pada masa itu jabatan ini sudah didelegasikan kepada {lain.penerima.nama} "
            f"({lain.mulai:%d-%m-%Y} sampai {lain.selesai:%d-%m-%Y}). Cabut dahulu, atau ubah tanggalnya.",
            "mulai",
        )


def daftar_delegasi(sesi: Session, oleh: Pelaku) -> Sequence[Delegasi]:
    """Given and received by the person, the newest first; for the Sekretaris all of the office."""
    pilih = (
        select(Delegasi)
        .options(joinedload(Delegasi.jabatan), joinedload(Delegasi.pemegang), joinedload(Delegasi.penerima))
        .order_by(Delegasi.mulai.desc(), Delegasi.id.desc())
    )
    if not mengatur_semua(oleh):
        pilih = pilih.where(
            or_(Delegasi.pemegang_id == oleh.pegawai_id, Delegasi.penerima_id == oleh.pegawai_id)
        )
    return sesi.execute(pilih).scalars().all()


def boleh_cabut(delegasi: Delegasi, oleh: Pelaku, hari: date) -> bool:
    """The holder and the Sekretaris, while it has not run out."""
    miliknya = delegasi.pemegang_id == oleh.pegawai_id or mengatur_semua(oleh)
    return miliknya and delegasi.dicabut_pada is None and delegasi.selesai >= hari


def cabut_delegasi(sesi: Session, delegasi_id: int, oleh: Pelaku, pada: datetime, hari: date) -> Delegasi:
    """End a delegation at once; what was done under it stays as it was done."""
    delegasi = next((d for d in daftar_delegasi(sesi, oleh) if d.id == delegasi_id), None)
    if delegasi is None:
        raise TidakDitemukan("Delegasi itu tidak ada, atau bukan milik Anda.")
    if delegasi.pemegang_id != oleh.pegawai_id and not mengatur_semua(oleh):
        raise TidakBerwenang("Delegasi dicabut pemegang jabatannya atau Sekretaris.")
    if delegasi.dicabut_pada is not None:
        raise SudahDikerjakan(f"Sudah dicabut oleh {delegasi.dicabut_oleh_nama}.")
    if delegasi.selesai < hari:
        raise SudahDikerjakan("Delegasi itu sudah berakhir.")
    delegasi.dicabut_pada, delegasi.dicabut_oleh_nama = pada, oleh.nama
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "cabut_delegasi",
        f"delegasi:{delegasi.id}",
        f"Delegasi {delegasi.jabatan.nama} dari {delegasi.pemegang.nama} kepada {delegasi.penerima.nama} "
        "dicabut.",
        sebelum={"selesai": delegasi.selesai},
    )
    return delegasi

"""The invitation to a sosialisasi: proposed, sent to posts, changed while the round runs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan
from kinerja.domain.mutu_baku import tambah_hari_kerja
from kinerja.domain.periode import tanggal_panjang
from kinerja.domain.sosialisasi import (
    DAPAT_DIUNDANG,
    PANJANG_BARIS,
    PEJABAT_TERKAIT,
    PUKUL_AWAL,
    TEMPAT_AWAL,
    agenda_awal,
    baca_pukul,
    baca_teks,
)
from kinerja.models.jabatan import Jabatan
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Sosialisasi, Tanggapan, laporan_terbaru
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.operations.kalender import libur
from kinerja.operations.putaran import draf_kini, putaran_kini, semua_putaran
from kinerja.operations.sosialisasi import (
    berjalan,
    catat_sosialisasi,
    hari_kantor,
    langkah_sosialisasi,
)
from kinerja.operations.tugas import pastikan_dapat_dikerjakan


@dataclass(frozen=True)
class Undangan:
    """What an invitation says; ``jabatan_id`` are the invited posts."""

    tanggal: date
    pukul: str
    tempat: str
    agenda: str
    jabatan_id: tuple[int, ...]


def jabatan_diundang(sesi: Session) -> list[Jabatan]:
    """The active posts that can be invited, in the order of the office."""
    return list(
        sesi.execute(
            select(Jabatan).where(Jabatan.aktif, Jabatan.peran.in_(DAPAT_DIUNDANG)).order_by(Jabatan.id)
        ).scalars()
    )


def undangan_awal(sesi: Session, tugas: Tugas, hari: date) -> Undangan:
    """The proposed invitation: next working day, the hall, all pejabat terkait. ``tugas.periode`` loaded."""
    pejabat = [j for j in jabatan_diundang(sesi) if j.peran in PEJABAT_TERKAIT]
    return Undangan(
        tanggal=tambah_hari_kerja(hari, 1, libur(kantor(sesi), hari.year)),
        pukul=PUKUL_AWAL,
        tempat=TEMPAT_AWAL,
        agenda=agenda_awal(tugas.periode.nama),
        jabatan_id=tuple(j.id for j in pejabat),
    )


def undang(sesi: Session, tugas_id: int, oleh: Pelaku, pada: datetime, undangan: Undangan) -> Sosialisasi:
    """Invite to the next round: one Tanggapan a post, each an item in the inbox of who holds it.

    A round that a return cut off stays as it was; one that still runs is not doubled (SudahDikerjakan).
    """
    tugas = langkah_sosialisasi(sesi, tugas_id)
    jabatan = pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    _pastikan_draf(sesi, tugas.periode)
    kini = putaran_kini(sesi, tugas)
    if kini is not None and kini.ditutup_pada is None:
        raise SudahDikerjakan(f"Undangan putaran {kini.putaran} sudah dikirim dan belum ditutup.")
    rapi = _periksa_undangan(sesi, undangan, hari_kantor(sesi, pada))
    semua = semua_putaran(sesi, tugas.periode_id)
    temu = Sosialisasi(
        periode_id=tugas.periode_id,
        putaran=semua[0].putaran + 1 if semua else 1,
        tanggal=rapi.tanggal,
        pukul=rapi.pukul,
        tempat=rapi.tempat,
        agenda=rapi.agenda,
        draf_id=draf_kini(sesi, tugas),
        dibuat_pada=pada,
        tanggapan=[Tanggapan(jabatan_id=j) for j in rapi.jabatan_id],
    )
    sesi.add(temu)
    sesi.flush()
    catat_sosialisasi(
        sesi,
        oleh,
        pada,
        jabatan,
        "undang",
        temu,
        f"{tugas.periode.nama}: undangan sosialisasi putaran {temu.putaran} untuk {len(rapi.jabatan_id)} "
        f"pejabat, {tanggal_panjang(temu.tanggal)} pukul {temu.pukul} di {temu.tempat}.",
        sesudah=_isi(temu, rapi.jabatan_id),
    )
    return temu


def _pastikan_draf(sesi: Session, periode: Periode) -> None:
    if sesi.execute(laporan_terbaru(periode.id)).scalar_one_or_none() is None:
        raise BelumLengkap(f"Draf laporan {periode.nama} belum ada, jadi belum dapat ditanggapi.")


def ubah_undangan(
    sesi: Session, sosialisasi_id: int, oleh: Pelaku, pada: datetime, undangan: Undangan
) -> Sosialisasi:
    """Change date, time, place or agenda of a running round, or invite more posts; none is uninvited."""
    temu, tugas, jabatan = berjalan(sesi, sosialisasi_id, oleh, pada)
    lama = tuple(t.jabatan_id for t in temu.tanggapan)
    paling_awal = min(temu.tanggal, hari_kantor(sesi, pada))
    rapi = _periksa_undangan(sesi, undangan, paling_awal, lama)
    sebelum = _isi(temu, lama)
    temu.tanggal, temu.pukul = rapi.tanggal, rapi.pukul
    temu.tempat, temu.agenda = rapi.tempat, rapi.agenda
    temu.tanggapan.extend(Tanggapan(jabatan_id=j) for j in rapi.jabatan_id if j not in lama)
    sesi.flush()
    catat_sosialisasi(
        sesi,
        oleh,
        pada,
        jabatan,
        "ubah_undangan",
        temu,
        f"{tugas.periode.nama}: undangan sosialisasi putaran {temu.putaran} diubah menjadi "
        f"{tanggal_panjang(temu.tanggal)} pukul {temu.pukul} di {temu.tempat}.",
        sebelum,
        _isi(temu, tuple(t.jabatan_id for t in temu.tanggapan)),
    )
    return temu


def _periksa_undangan(sesi: Session, undangan: Undangan, hari: date, sudah: Collection[int] = ()) -> Undangan:
    if undangan.tanggal < hari:
        raise MasukanSalah("Tanggal rapat sudah lewat.", "tanggal")
    boleh = {j.id for j in jabatan_diundang(sesi)} | set(sudah)
    dipilih = tuple(dict.fromkeys((*sudah, *undangan.jabatan_id)))
    if not dipilih:
        raise MasukanSalah("Pilih sedikitnya satu pejabat yang diundang.", "jabatan_id")
    if not set(dipilih) <= boleh:
        raise MasukanSalah("Ada jabatan yang tidak dapat diundang.", "jabatan_id")
    return Undangan(
        tanggal=undangan.tanggal,
        pukul=baca_pukul(undangan.pukul, "pukul"),
        tempat=baca_teks(undangan.tempat, "Isi tempat rapat.", "tempat", PANJANG_BARIS),
        agenda=baca_teks(undangan.agenda, "Isi agenda rapat.", "agenda", PANJANG_BARIS),
        jabatan_id=dipilih,
    )


def _isi(temu: Sosialisasi, jabatan_id: Collection[int]) -> dict[str, object]:
    return {
        "tanggal": temu.tanggal,
        "pukul": temu.pukul,
        "tempat": temu.tempat,
        "agenda": temu.agenda,
        "jabatan_id": sorted(jabatan_id),
    }

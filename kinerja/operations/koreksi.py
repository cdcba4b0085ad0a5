"""The answer of an invited post to a draft: setuju, or koreksi with one or more corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Jabatan, Pelaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.sosialisasi import MAKS_KOREKSI, PANJANG_BARIS, PANJANG_NASKAH, Jawaban, baca_teks
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Koreksi, Sosialisasi, Tanggapan
from kinerja.models.periode import Periode
from kinerja.operations.catatan import catat
from kinerja.operations.putaran import masih_berlaku
from kinerja.operations.tugas import jam_kantor


@dataclass(frozen=True)
class IsianKoreksi:
    """One correction as typed: which section or figure (``bagian``) and what is wrong with it."""

    bagian: str
    uraian: str


def cari_tanggapan(sesi: Session, tanggapan_id: int, kunci: bool = False) -> Tanggapan:
    """An invited post with its round; ``kunci`` locks its row where the database can."""
    pilih = (
        select(Tanggapan)
        .options(joinedload(Tanggapan.jabatan), joinedload(Tanggapan.sosialisasi))
        .where(Tanggapan.id == tanggapan_id)
    )
    if kunci:
        pilih = pilih.with_for_update(of=Tanggapan).execution_options(populate_existing=True)
    tanggapan = sesi.execute(pilih).scalar_one_or_none()
    if tanggapan is None:
        raise TidakDitemukan("Undangan itu tidak ada.")
    return tanggapan


def jabatan_penjawab(oleh: Pelaku, tanggapan: Tanggapan) -> Jabatan | None:
    """The held post that was invited, or None."""
    return next((j for j in oleh.jabatan if j.id == tanggapan.jabatan_id), None)


def setujui(sesi: Session, tanggapan_id: int, oleh: Pelaku, pada: datetime) -> Tanggapan:
    """Agree to the draft in the name of the invited post."""
    return _jawab(sesi, tanggapan_id, oleh, pada, Jawaban.SETUJU, ())


def koreksi(
    sesi: Session, tanggapan_id: int, oleh: Pelaku, pada: datetime, isian: Sequence[IsianKoreksi]
) -> Tanggapan:
    """Ask for corrections; each becomes a row that step 4 or 7 has to follow up.

    Errors name the field ``bagian_0``, ``uraian_0`` … of the line they belong to.
    """
    if not isian:
        raise MasukanSalah("Tulis sedikitnya satu koreksi, atau pilih Setuju.", "uraian_0")
    if len(isian) > MAKS_KOREKSI:
        raise MasukanSalah(f"Paling banyak {MAKS_KOREKSI} koreksi sekali kirim.", "uraian_0")
    rapi = [
        IsianKoreksi(
            baca_teks(satu.bagian, "Tulis bagian mana yang dikoreksi.", f"bagian_{ke}", PANJANG_BARIS),
            baca_teks(satu.uraian, "Tulis apa yang perlu diperbaiki.", f"uraian_{ke}", PANJANG_NASKAH),
        )
        for ke, satu in enumerate(isian)
    ]
    return _jawab(sesi, tanggapan_id, oleh, pada, Jawaban.KOREKSI, rapi)


def _jawab(
    sesi: Session,
    tanggapan_id: int,
    oleh: Pelaku,
    pada: datetime,
    jawaban: Jawaban,
    isian: Sequence[IsianKoreksi],
) -> Tanggapan:
    tanggapan = cari_tanggapan(sesi, tanggapan_id, kunci=True)
    jabatan = jabatan_penjawab(oleh, tanggapan)
    if jabatan is None:
        raise TidakBerwenang(f"Tanggapan ini diminta dari {tanggapan.jabatan.nama}.")
    _pastikan_terbuka(sesi, tanggapan)
    periode = sesi.get_one(Periode, tanggapan.sosialisasi.periode_id)
    tanggapan.jawaban = jawaban.value
    tanggapan.dijawab_pada = pada
    tanggapan.dijawab_oleh_id = oleh.pegawai_id
    tanggapan.dijawab_oleh_nama = oleh.nama
    sesi.add_all(
        Koreksi(
            periode_id=periode.id,
            tanggapan_id=tanggapan.id,
            bagian=satu.bagian,
            uraian=satu.uraian,
            oleh_nama=oleh.nama,
            jabatan_nama=jabatan.nama_lengkap,
            pada=pada,
        )
        for satu in isian
    )
    sesi.flush()
    hasil = "setuju" if jawaban is Jawaban.SETUJU else f"memberi {len(isian)} koreksi"
    catat(
        sesi,
        oleh,
        pada,
        "tanggapi",
        f"tanggapan:{tanggapan.id}",
        f"{periode.nama}: {jabatan.nama_lengkap} {hasil} atas draf laporan.",
        sesudah={
            "sosialisasi": tanggapan.sosialisasi_id,
            "jawaban": jawaban.value,
            "koreksi": [{"bagian": satu.bagian, "uraian": satu.uraian} for satu in isian],
        },
        jabatan=jabatan.nama_lengkap,
    )
    return tanggapan


def _pastikan_terbuka(sesi: Session, tanggapan: Tanggapan) -> None:
    """SudahDikerjakan when answered, when the round is closed, or when the draft went back."""
    if tanggapan.dijawab_pada is not None:
        jam = jam_kantor(tanggapan.dijawab_pada, kantor(sesi).zona)
        raise SudahDikerjakan(f"Sudah dijawab oleh {tanggapan.dijawab_oleh_nama} pukul {jam}.")
    if tanggapan.sosialisasi.ditutup_pada is not None:
        jam = jam_kantor(tanggapan.sosialisasi.ditutup_pada, kantor(sesi).zona)
        raise SudahDikerjakan(f"Sosialisasi ini sudah ditutup pukul {jam}.")
    if not masih_dapat_dijawab(sesi, tanggapan):
        raise SudahDikerjakan(
            "Draf ini sedang diperbaiki, jadi tidak ditanggapi lagi. Anda diundang lagi bila diperlukan."
        )


def masih_dapat_dijawab(sesi: Session, tanggapan: Tanggapan) -> bool:
    """Not answered yet, in a round that still runs about the draft on the table."""
    if tanggapan.jawaban is not None:
        return False
    pilih = masih_berlaku().where(Sosialisasi.id == tanggapan.sosialisasi_id)
    return sesi.execute(pilih).scalar_one_or_none() is not None

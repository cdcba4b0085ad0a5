"""Putting out a disposisi: agenda number, branches, one audit row.

This module is used by the rules of steps (operations.langkah), so it never imports operations.tugas.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.disposisi import (
    Sifat,
    pemberi_bebas,
    peran_penerima,
    periksa_isi,
    periksa_penerima,
)
from kinerja.domain.jabatan import WEWENANG_PERAN, Pelaku, Peran, Wewenang
from kinerja.domain.jabatan import Jabatan as JabatanMurni
from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.domain.sop import Halaman
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.jabatan import Jabatan
from kinerja.models.kantor import Kantor
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.pk_periode import mulai_dengan_pk

Penerima = Sequence[tuple[int, date | None]]


def buat_disposisi(
    sesi: Session,
    oleh: Pelaku,
    pada: datetime,
    *,
    hal: str,
    sifat: Sifat,
    instruksi: Sequence[str],
    catatan: str,
    penerima: Penerima,
    tugas: Tugas | None = None,
    surat_dari: str = "",
    nomor_surat: str = "",
    tanggal_surat: date | None = None,
    diterima: date | None = None,
    surat_masuk_id: int | None = None,
    pemberi_id: int | None = None,
) -> Disposisi:
    """Write the slip with a branch for each (jabatan_id, due date) of ``penerima``.

    Without ``tugas`` it is a free one: only down the structure from one of the giver's posts. With an open
    ``tugas`` of the giver it goes to the posts that step names and is printed "a.n." the Sekretaris or Camat.
    ``pemberi_id``: the one post of the giver that may give it (an incoming letter, ``surat_masuk_id``).
    The returned row has its ``cabang`` loaded. Raises MasukanSalah (medan: a field or "penerima"),
    TidakBerwenang, SudahDikerjakan or BelumLengkap.
    """
    periksa_isi(hal, instruksi, {"surat_dari": surat_dari, "nomor_surat": nomor_surat}, catatan)
    periksa_penerima([j for j, _ in penerima])
    jabatan = jabatan_aktif(sesi)
    tujuan = pilih_penerima(jabatan, [j for j, _ in penerima])
    if tugas is None:
        pemberi = _pemberi_bebas(oleh, tujuan, jabatan, pemberi_id)
    else:
        pemberi = _pemberi_langkah(sesi, tugas, oleh, pada, tujuan)
    # The office's row is the lock that makes agenda numbers gapless where the database has row locks.
    office = sesi.execute(select(Kantor).with_for_update()).scalar_one()
    tahun = pada.astimezone(timezone(timedelta(hours=office.zona))).year
    disposisi = Disposisi(
        tahun=tahun,
        nomor_agenda=_nomor_berikut(sesi, tahun),
        tugas_id=tugas.id if tugas else None,
        pemberi_id=oleh.pegawai_id,
        pemberi_nama=oleh.nama,
        pemberi_jabatan_id=pemberi.id,
        pemberi_jabatan_nama=pemberi.nama_lengkap,
        atas_nama_id=_atas_nama(office, jabatan, pemberi, tujuan) if tugas else None,
        surat_dari=surat_dari.strip(),
        nomor_surat=nomor_surat.strip(),
        tanggal_surat=tanggal_surat,
        diterima=diterima,
        sifat=sifat,
        hal=hal.strip(),
        instruksi=list(instruksi),
        catatan=catatan.strip(),
        dibuat_pada=pada,
        surat_masuk_id=surat_masuk_id,
        cabang=[CabangDisposisi(penerima_id=j, tenggat=tenggat, dibuat_pada=pada) for j, tenggat in penerima],
    )
    sesi.add(disposisi)
    sesi.flush()
    if tugas is not None:
        mulai_dengan_pk(sesi, tugas.periode)
    catat(
        sesi,
        oleh,
        pada,
        "buat_disposisi",
        f"disposisi:{disposisi.id}",
        f"{sebutan(disposisi)} dibuat untuk {', '.join(j.nama for j in tujuan)}.",
        sesudah={
            "nomor_agenda": disposisi.nomor_agenda,
            "tahun": tahun,
            "sifat": sifat,
            "tugas": disposisi.tugas_id,
            **({"surat_masuk": surat_masuk_id} if surat_masuk_id else {}),
            "cabang": [c.id for c in disposisi.cabang],
        },
        jabatan=pemberi.nama_lengkap,
    )
    return disposisi


def sebutan(disposisi: Disposisi) -> str:
    """The slip in an audit sentence; a Rahasia one without its hal, for the admin reads that page too."""
    nomor = f"agenda {disposisi.nomor_agenda} tahun {disposisi.tahun}"
    if disposisi.sifat is Sifat.RAHASIA:
        return f"Disposisi rahasia {nomor}"
    return f"Disposisi {nomor} “{disposisi.hal}”"


def jabatan_aktif(sesi: Session) -> dict[int, Jabatan]:
    """The active posts by id."""
    return {j.id: j for j in sesi.execute(select(Jabatan).where(Jabatan.aktif)).scalars()}


def atasan_dari(jabatan: dict[int, Jabatan]) -> dict[int, int | None]:
    """Post → superior, for ``domain.disposisi.bawahan``."""
    return {j.id: j.atasan_id for j in jabatan.values()}


def pilih_penerima(jabatan: dict[int, Jabatan], pilihan: Sequence[int]) -> list[Jabatan]:
    """The posts chosen; each must be active and of a role that takes disposisi."""
    tujuan = [jabatan[j] for j in pilihan if j in jabatan]
    if len(tujuan) != len(pilihan) or not all(
        Wewenang.TERIMA_DISPOSISI in WEWENANG_PERAN[j.peran] for j in tujuan
    ):
        raise MasukanSalah("Pilih penerima dari daftar.", "penerima")
    return tujuan


def _pemberi_bebas(
    oleh: Pelaku, tujuan: list[Jabatan], jabatan: dict[int, Jabatan], hanya: int | None
) -> JabatanMurni:
    pemberi = {
        j.id: j
        for j in oleh.jabatan
        if Wewenang.BUAT_DISPOSISI in WEWENANG_PERAN[j.peran] and hanya in (None, j.id)
    }
    if not pemberi:
        raise TidakBerwenang("Jabatan Anda tidak membuat disposisi.")
    terpilih = pemberi_bebas(list(pemberi), {j.id for j in tujuan}, atasan_dari(jabatan))
    if terpilih is None:
        raise MasukanSalah("Disposisi hanya dapat diberikan kepada bawahan.", "penerima")
    return pemberi[terpilih]


def _pemberi_langkah(
    sesi: Session, tugas: Tugas, oleh: Pelaku, pada: datetime, tujuan: list[Jabatan]
) -> JabatanMurni:
    """The post under which the giver does this open step; the recipients must be those the step names."""
    pemberi = oleh.sebagai(tugas.peran, tugas.unit_id)
    if pemberi is None:
        raise TidakBerwenang("Langkah ini bukan tugas jabatan Anda.")
    if tugas.penyelesaian_id is not None:
        raise SudahDikerjakan("Langkah ini sudah selesai; disposisinya tidak dapat ditambah.")
    if tugas.dibuka_pada is None or tugas.dibuka_pada > pada:
        raise BelumLengkap("Langkah ini belum terbuka: langkah sebelumnya belum selesai.")
    boleh = peran_penerima(_halaman(sesi, tugas))
    if not all(j.peran in boleh for j in tujuan):
        raise MasukanSalah("Disposisi langkah ini bukan untuk jabatan itu.", "penerima")
    return pemberi


def _halaman(sesi: Session, tugas: Tugas) -> Halaman | None:
    if tugas.langkah is None:
        return None
    periode = sesi.execute(
        select(Periode).options(joinedload(Periode.lembar_sop)).where(Periode.id == tugas.periode_id)
    ).scalar_one()
    return sop_dari(periode.lembar_sop).langkah(tugas.langkah).halaman


def _atas_nama(
    office: Kantor, jabatan: dict[int, Jabatan], pemberi: JabatanMurni, tujuan: list[Jabatan]
) -> int | None:
    """The post printed after "a.n.": the office's choice, else the Camat; never giver or recipient."""
    for peran in (office.atas_nama, Peran.CAMAT):
        for j in jabatan.values():
            if j.peran == peran and j.id != pemberi.id and j not in tujuan:
                return j.id
    return None


def _nomor_berikut(sesi: Session, tahun: int) -> int:
    terakhir = sesi.execute(
        select(func.max(Disposisi.nomor_agenda)).where(Disposisi.tahun == tahun)
    ).scalar_one()
    return (terakhir or 0) + 1

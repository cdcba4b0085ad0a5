"""The report of a period: computing its draft, freezing it, thawing a copy when Pengesahan sends it back.

Used by the rules of steps (operations.langkah), so it never imports operations.tugas at its top.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import BelumLengkap, Kesalahan, SudahDikerjakan
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.narasi import pindah_narasi
from kinerja.domain.periode import JUMLAH, JenisPeriode
from kinerja.domain.rujukan import sidik_data
from kinerja.models.basis_data import json_kanonik
from kinerja.models.laporan import Laporan, laporan_terbaru
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_lengkap
from kinerja.operations.catatan import catat
from kinerja.operations.laporan.data import hitung_isi, pk_laporan
from kinerja.operations.laporan.langkah import MENGOLAH, pastikan_langkah
from kinerja.operations.laporan.rujukan import susun_rujukan
from kinerja.operations.laporan.temuan import temuan_laporan

ANGKA_BERUBAH = "Angka berubah sejak draf diolah; olah lagi."
BELUM_DIOLAH = "Draf laporan belum diolah."


def laporan_kini(sesi: Session, periode_id: int, kunci: bool = False) -> Laporan | None:
    """The newest version of a period's report; ``kunci`` locks the row where the database can."""
    pilih = laporan_terbaru(periode_id)
    if kunci:
        pilih = pilih.with_for_update().execution_options(populate_existing=True)
    return sesi.execute(pilih).scalar_one_or_none()


def laporan_versi(sesi: Session, periode_id: int, nomor: int) -> Laporan | None:
    """The version people know by this number, a cancelled revision too; None where there is none."""
    pilih = select(Laporan).where(Laporan.periode_id == periode_id, func.abs(Laporan.versi) == nomor)
    return sesi.execute(pilih).scalar_one_or_none()


def draf_terbuka(sesi: Session, periode_id: int) -> Laporan:
    """The draft that may still be written in. Raises BelumLengkap or SudahDikerjakan."""
    laporan = laporan_kini(sesi, periode_id, kunci=True)
    if laporan is None:
        raise BelumLengkap(BELUM_DIOLAH)
    _pastikan_cair(laporan)
    return laporan


def isi_laporan(laporan: Laporan) -> IsiLaporan:
    """The stored figures. Raises Kesalahan when they cannot be read."""
    return IsiLaporan.dari_data(laporan.isi)


def narasi_laporan(laporan: Laporan) -> dict[str, str]:
    """The stored texts by section key."""
    return dict(laporan.narasi or {})


def angka_terkini(sesi: Session, periode: Periode, laporan: Laporan) -> bool:
    """Do the present data still give exactly the stored figures?"""
    try:
        return hitung_isi(sesi, periode).digest() == laporan.digest
    except Kesalahan:
        return False


def olah(sesi: Session, periode: Periode, oleh: Pelaku, pada: datetime) -> Laporan:
    """Compute the figures from the present data and store them as the draft.

    By the holder of the open step that processes them (3, 7 or 9). Before freezing the same version is
    computed anew in place and keeps its texts. In semester II the yearly draft is opened with it (step 7
    of the sheet: "semester dan tahunan"). Raises BelumLengkap without an approved PK.
    """
    jabatan = pastikan_langkah(sesi, periode.id, MENGOLAH, oleh, pada)
    laporan = _simpan_angka(sesi, periode, oleh, pada, jabatan.nama_lengkap)
    tahunan = tahunan_ikut(sesi, periode)
    if tahunan is not None:
        _simpan_angka(sesi, tahunan, oleh, pada, jabatan.nama_lengkap)
    return laporan


def tahunan_ikut(sesi: Session, periode: Periode) -> Periode | None:
    """The yearly period whose draft opens together with this one: only with the last semester."""
    if periode.jenis is not JenisPeriode.SEMESTER or periode.ke != JUMLAH[JenisPeriode.SEMESTER]:
        return None
    return sesi.execute(periode_satu(periode.tahun, JenisPeriode.TAHUNAN, 1)).scalar_one_or_none()


def _simpan_angka(sesi: Session, periode: Periode, oleh: Pelaku, pada: datetime, jabatan: str) -> Laporan:
    pk = pk_laporan(sesi, periode)
    isi = hitung_isi(sesi, periode, pk)
    rujukan = susun_rujukan(sesi, periode, pk).ke_data()
    laporan = laporan_kini(sesi, periode.id, kunci=True)
    sebelum = None
    if laporan is None:
        laporan = Laporan(
            periode_id=periode.id,
            versi=1,
            pk_id=pk.id,
            isi=isi.ke_data(),
            digest=isi.digest(),
            narasi={},
            rujukan=rujukan,
            diolah_pada=pada,
        )
        sesi.add(laporan)
    else:
        _pastikan_cair(laporan)
        sebelum = {"digest": laporan.digest, "pk": laporan.pk_id}
        if laporan.pk_id != pk.id:
            laporan.narasi = pindah_narasi(narasi_laporan(laporan), isi_laporan(laporan), isi)
        laporan.pk_id, laporan.isi, laporan.digest = pk.id, isi.ke_data(), isi.digest()
        laporan.rujukan, laporan.diolah_pada = rujukan, pada
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "olah",
        f"laporan:{laporan.id}",
        f"{periode.nama}: angka laporan diolah menurut {pk.nama}.",
        sebelum,
        {"versi": laporan.versi, "digest": laporan.digest, "pk": pk.id},
        jabatan=jabatan,
    )
    return laporan


def _pastikan_cair(laporan: Laporan) -> None:
    if laporan.dibekukan_pada is not None:
        raise SudahDikerjakan("Laporan ini sudah selesai disusun dan dibekukan; tidak dapat diubah lagi.")


def sidik_narasi(narasi: Mapping[str, str]) -> str:
    """SHA-256 (hex) of the texts; the audit row of the freeze holds it."""
    return hashlib.sha256(json_kanonik(dict(narasi)).encode()).hexdigest()


def bekukan(
    sesi: Session, periode: Periode, oleh: Pelaku, pada: datetime, jabatan: str | None = None
) -> Laporan:
    """Freeze the report: its figures and texts are final. Called when the last step of a daur is done.

    The trail of its figures and the findings with their explanations are kept with it, as they are now.
    One that is frozen already stays as it is. Raises BelumLengkap without a report.
    """
    laporan = laporan_kini(sesi, periode.id, kunci=True)
    if laporan is None:
        raise BelumLengkap(BELUM_DIOLAH)
    if laporan.dibekukan_pada is not None:
        return laporan
    laporan.rujukan = susun_rujukan(sesi, periode, _pk_dari(sesi, laporan)).ke_data()
    laporan.temuan = temuan_laporan(sesi, periode)
    laporan.dibekukan_pada = pada
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "bekukan",
        f"laporan:{laporan.id}",
        f"{periode.nama}: laporan versi {laporan.versi} selesai disusun dan dibekukan.",
        sesudah={
            "versi": laporan.versi,
            "digest": laporan.digest,
            "narasi": sidik_narasi(narasi_laporan(laporan)),
            "rujukan": sidik_data(laporan.rujukan),
            "temuan": sidik_data(laporan.temuan),
        },
        jabatan=jabatan,
    )
    return laporan


def _pk_dari(sesi: Session, laporan: Laporan) -> PerjanjianKinerja:
    """The version of the PK the report was made from, with all under it."""
    return sesi.execute(pk_lengkap().where(PerjanjianKinerja.id == laporan.pk_id)).scalar_one()


def cairkan(sesi: Session, periode: Periode, oleh: Pelaku, pada: datetime) -> Laporan | None:
    """When Pengesahan sends a report back: a new version with the same content, open for writing.

    The frozen version stays as a row. A report that is not frozen stays as it is, none gives None. Raises
    SudahDikerjakan when the period is closed.
    """
    if periode.ditutup_pada is not None:
        raise SudahDikerjakan(f"Laporan {periode.nama} sudah disahkan dan diarsipkan.")
    lama = laporan_kini(sesi, periode.id, kunci=True)
    if lama is None or lama.dibekukan_pada is None:
        return lama
    baru = Laporan(
        periode_id=periode.id,
        versi=lama.versi + 1,
        pk_id=lama.pk_id,
        isi=lama.isi,
        digest=lama.digest,
        narasi=narasi_laporan(lama),
        diolah_pada=lama.diolah_pada,
        disimpan_pada=lama.disimpan_pada,
        rujukan=lama.rujukan,
        lampirkan_reviu=lama.lampirkan_reviu,
    )
    sesi.add(baru)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "cairkan",
        f"laporan:{baru.id}",
        f"{periode.nama}: laporan versi {lama.versi} dibuka kembali sebagai versi {baru.versi}.",
        {"laporan": lama.id, "versi": lama.versi},
        {"laporan": baru.id, "versi": baru.versi, "digest": baru.digest},
    )
    return baru

"""What the page of a run shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from kinerja.documents.bagan_sop import Bagan, bagan
from kinerja.documents.bagan_svg import Keadaan
from kinerja.domain.periode import tanggal_panjang
from kinerja.domain.sop import Sop
from kinerja.models.basis_data import db
from kinerja.models.berkas import Berkas, Lampiran
from kinerja.models.laporan import Laporan
from kinerja.models.pegawai import Pegawai, penugasan_berlaku
from kinerja.models.periode import Periode
from kinerja.models.surat import SuratKeluar
from kinerja.models.tugas import Pengembalian, Penyelesaian, Tugas, tugas_periode
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.sekali.daftar import keadaan_jalan
from kinerja.web.bola import pemegang
from kinerja.web.jam import hari_ini, sekarang, zona
from kinerja.web.kata_waktu import Kata, kata_tenggat, menunggu
from kinerja.web.langkah.surat import konteks_surat

_KATA = {
    "berjalan": Kata("Sedang berjalan", "info", "panah"),
    "selesai": Kata("Selesai", "baik", "centang"),
    "batal": Kata("Dibatalkan", "netral", "silang"),
}


def pemegang_semua(tugas: Sequence[Tugas]) -> dict[int, str]:
    """By tugas, in words, with whom it is (or will be) today."""
    if not tugas:
        return {}
    semua = list(db.session.execute(penugasan_berlaku(hari_ini())).scalars())
    return {t.id: pemegang(t, semua) for t in tugas}


def konteks_jalan(periode: Periode) -> dict[str, Any]:
    """The run on its sheet, its course so far, its letter, its files."""
    sesi = db.session()
    sop = sop_dari(periode.lembar_sop)
    tugas = list(sesi.execute(tugas_periode(periode.id)).unique().scalars())
    nomor_tugas = [t.id for t in tugas]
    pembuka = sesi.get(Pegawai, periode.dibuka_oleh) if periode.dibuka_oleh else None
    pegang = pemegang_semua(tugas)
    surat = konteks_surat(periode.id)
    return {
        "periode": periode,
        "lembar": periode.lembar_sop,
        "kata": _KATA[keadaan_jalan(periode)],
        "pembuka": pembuka,
        "tugas": tugas,
        "di_sini": [t for t in tugas if _keadaan(t) is Keadaan.BERJALAN],
        "pemegang": pegang,
        "bagan": _bagan(sop, tugas, pegang),
        "riwayat": _riwayat(tugas),
        "lampiran": list(
            sesi.execute(
                select(Lampiran.tugas_id, Berkas)
                .join(Berkas, Berkas.id == Lampiran.berkas_id)
                .where(Lampiran.tugas_id.in_(nomor_tugas))
                .order_by(Lampiran.id)
            )
        ),
        "nama_tugas": {t.id: f"{t.langkah}. {t.nama}" for t in tugas},
        "laporan_diantar": _laporan(surat["surat"]),
        **surat,
    }


def _laporan(surat: SuratKeluar | None) -> int | None:
    """The periode whose report the letter sends along."""
    if surat is None or surat.laporan_id is None:
        return None
    return db.session.execute(select(Laporan.periode_id).where(Laporan.id == surat.laporan_id)).scalar_one()


def _riwayat(tugas: list[Tugas]) -> list[Penyelesaian | Pengembalian]:
    """Completions, answers and returns of the whole run, oldest first."""
    nomor = [t.id for t in tugas]
    selesai = db.session.execute(select(Penyelesaian).where(Penyelesaian.tugas_id.in_(nomor))).scalars()
    kembali = db.session.execute(select(Pengembalian).where(Pengembalian.ke_id.in_(nomor))).scalars()
    semua: list[Penyelesaian | Pengembalian] = [*selesai, *kembali]
    return sorted(semua, key=lambda s: (s.pada, isinstance(s, Pengembalian), s.id))


def _keadaan(tugas: Tugas) -> Keadaan:
    if tugas.penyelesaian is not None:
        return Keadaan.SELESAI
    if tugas.dibuka_pada is not None and tugas.dibuka_pada <= sekarang():
        return Keadaan.BERJALAN
    return Keadaan.MENUNGGU


def _bagan(sop: Sop, tugas: list[Tugas], pegang: dict[int, str]) -> Bagan:
    """The drawn sheet with the state of each step, and in words with whom it is."""
    per_langkah = {t.langkah: t for t in tugas if t.langkah is not None}
    hasil = bagan(sop, {nomor: _keadaan(t) for nomor, t in per_langkah.items()})

    def kata(t: Tugas) -> str:
        if t.penyelesaian is not None:
            p = t.penyelesaian
            jawab = f", dijawab {p.jawaban.capitalize()}" if p.jawaban else ""
            pukul = p.pada.astimezone(zona())
            saat = f"{tanggal_panjang(pukul.date())} pukul {pukul:%H.%M}"
            return f"Selesai oleh {p.oleh_nama} ({p.jabatan_nama}), {saat}{jawab}"
        if t.dibuka_pada is not None and _keadaan(t) is Keadaan.BERJALAN:
            return (
                f"Anda di sini: pada {pegang[t.id]}; {menunggu(t.dibuka_pada)}, "
                f"{kata_tenggat(t.tenggat).kata.lower()}"
            )
        return "Menunggu giliran"

    isi = tuple(
        replace(b, kata_keadaan=kata(per_langkah[b.langkah.nomor])) if b.langkah.nomor in per_langkah else b
        for b in hasil.baris
    )
    return replace(hasil, baris=isi)

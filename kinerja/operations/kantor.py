"""The office's settings: letterhead, superior, zone, numbering, caps and due dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.aturan import DESIMAL
from kinerja.domain.capaian import Metode
from kinerja.domain.jabatan import WEWENANG_PERAN, Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, TidakBerwenang
from kinerja.domain.mutu_baku import TENGGAT_CONTOH, TENGGAT_LAIN, tenggat
from kinerja.domain.nomor import periksa_kode_unit, periksa_pola
from kinerja.domain.predikat import PERMENDAGRI_86_2017, SkalaPredikat
from kinerja.domain.sop import Daur, Sop
from kinerja.models.kantor import Kantor, kantor
from kinerja.models.pegawai import Pegawai, penugasan_berlaku
from kinerja.models.tugas import PENGESAHAN, Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.kalender import libur
from kinerja.operations.kantor_aturan import simpan_skala

Tenggat = dict[str, dict[str, int]]

ZONA: dict[int, str] = {7: "WIB", 8: "WITA", 9: "WIT"}
ATAS_NAMA: tuple[str, ...] = ("sekretaris", "camat")  # peran whose "a.n." may be printed
TENGGAT_TERLAMA = 250
DIGIT = (0, 1, 2)
#: Settings of the arithmetic whose rule is written beside them.
BERSUMBER = ("batas_capaian", "pin_negatif_b", "serapan_rendah", "desimal", "metode_negatif")
_WAJIB = {
    "kabupaten": "Isi nama kabupaten.",
    "kecamatan": "Isi nama kecamatan.",
    "ibu_kota": "Isi nama tempat yang dicetak di atas tanda tangan.",
}


@dataclass(frozen=True)
class IsianKantor:
    """The settings as filled in. Figures in percent, ``desimal`` in digits, ``tenggat`` in working days.

    ``sumber_aturan``: setting (a key of ``BERSUMBER``) → the rule it follows, in words.
    """

    kabupaten: str
    kecamatan: str
    ibu_kota: str
    alamat: str = ""
    telepon: str = ""
    laman: str = ""
    pos_el: str = ""
    kode_pos: str = ""
    jabatan_atasan: str = ""
    nama_atasan: str = ""
    zona: int = 7
    kode_unit: str = ""
    pola_nomor: str = "{klasifikasi}/{urut}/{unit}/{tahun}"
    atas_nama: str = "sekretaris"
    batas_capaian: Decimal | None = None
    pin_negatif_b: Decimal | None = None
    serapan_rendah: Decimal = Decimal(50)
    desimal: int = DESIMAL
    metode_negatif: str = Metode.NEGATIF_A.value
    skala_predikat: SkalaPredikat = PERMENDAGRI_86_2017
    sumber_aturan: Mapping[str, str] = field(default_factory=dict)
    tenggat: Tenggat | None = None


def hari_kantor(office: Kantor, pada: datetime) -> date:
    """The day of ``pada`` in the office's zone."""
    return pada.astimezone(timezone(timedelta(hours=office.zona))).date()


def boleh_atur_kantor(sesi: Session, oleh: Pelaku, hari: date) -> bool:
    """Sekretaris and Kasubag Umum; the admin only while none of them can log in (a new office)."""
    if oleh.boleh(Wewenang.ATUR_KANTOR):
        return True
    return oleh.boleh(Wewenang.ATUR_ORANG) and not _ada_pengatur(sesi, hari)


def _ada_pengatur(sesi: Session, hari: date) -> bool:
    berlaku = penugasan_berlaku(hari).where(Pegawai.aktif, Pegawai.sandi.is_not(None))
    return any(
        Wewenang.ATUR_KANTOR in WEWENANG_PERAN[p.jabatan.peran] for p in sesi.execute(berlaku).scalars()
    )


def simpan_kantor(sesi: Session, isian: IsianKantor, oleh: Pelaku, pada: datetime) -> int:
    """Save all settings with one audit row; returns how many due dates moved.

    Due dates follow new settings only where the step has not been opened: an open one keeps its own.
    """
    office = kantor(sesi)
    if not boleh_atur_kantor(sesi, oleh, hari_kantor(office, pada)):
        raise TidakBerwenang("Pengaturan kantor diubah oleh Sekretaris atau Kasubag Umum dan Kepegawaian.")
    baru = _periksa(isian)
    sebelum = {kunci: _polos(getattr(office, kunci)) for kunci in baru}
    for kunci, nilai in baru.items():
        setattr(office, kunci, nilai)
    sesudah = {kunci: _polos(nilai) for kunci, nilai in baru.items()}
    berubah = {kunci for kunci in baru if sebelum[kunci] != sesudah[kunci]}
    office.disimpan_pada = pada
    sesi.flush()
    digeser = geser_tenggat(sesi, office, pada) if "tenggat" in berubah else 0
    if digeser:
        sesudah["tenggat_digeser"] = digeser
    catat(
        sesi,
        oleh,
        pada,
        "atur_kantor",
        f"kantor:{office.id}",
        "Pengaturan kantor disimpan"
        + (f": {len(berubah)} isian berubah." if berubah else " tanpa perubahan."),
        sebelum={kunci: sebelum[kunci] for kunci in sorted(berubah)},
        sesudah={k: v for k, v in sesudah.items() if k in berubah or k == "tenggat_digeser"},
    )
    return digeser


def _periksa(isian: IsianKantor) -> dict[str, Any]:
    """The values as stored, or MasukanSalah on the field that cannot be taken."""
    hasil = {k: " ".join(v.split()) if isinstance(v, str) else v for k, v in vars(isian).items()}
    for kunci, pesan in _WAJIB.items():
        if not hasil[kunci]:
            raise MasukanSalah(pesan, kunci)
    if hasil["pos_el"] and (hasil["pos_el"].count("@") != 1 or " " in hasil["pos_el"]):
        raise MasukanSalah("Pos-el ditulis seperti nama@contoh.go.id.", "pos_el")
    if hasil["zona"] not in ZONA:
        raise MasukanSalah("Pilih zona waktu WIB, WITA, atau WIT.", "zona")
    if hasil["atas_nama"] not in ATAS_NAMA:
        raise MasukanSalah("Pilih Sekretaris atau Camat.", "atas_nama")
    hasil["pola_nomor"] = periksa_pola(isian.pola_nomor)
    hasil["kode_unit"] = periksa_kode_unit(isian.kode_unit, hasil["pola_nomor"])
    _periksa_perhitungan(isian)
    hasil["skala_predikat"] = simpan_skala(isian.skala_predikat)
    hasil["sumber_aturan"] = {
        kunci: rapi for kunci in BERSUMBER if (rapi := " ".join(isian.sumber_aturan.get(kunci, "").split()))
    }
    hasil["tenggat"] = _periksa_tenggat(isian.tenggat)
    return hasil


def _periksa_perhitungan(isian: IsianKantor) -> None:
    batas, pin = isian.batas_capaian, isian.pin_negatif_b
    if batas is not None and not Decimal(50) <= batas <= Decimal(1000):
        raise MasukanSalah(
            "Batas capaian lazimnya 100 atau 120 persen; isi antara 50 dan 1000.", "batas_capaian"
        )
    if pin is not None and not 0 <= pin <= 1000:
        raise MasukanSalah("Isi persen antara 0 dan 1000, misalnya 100 atau 200.", "pin_negatif_b")
    if not 0 <= isian.serapan_rendah <= 100:
        raise MasukanSalah("Isi persen antara 0 dan 100, misalnya 50.", "serapan_rendah")
    if isian.desimal not in DIGIT:
        raise MasukanSalah("Pilih 0, 1, atau 2 angka di belakang koma.", "desimal")
    if isian.metode_negatif not in (Metode.NEGATIF_A, Metode.NEGATIF_B):
        raise MasukanSalah("Pilih cara A atau cara B.", "metode_negatif")


def _periksa_tenggat(isian: Mapping[str, Mapping[str, int]] | None) -> Tenggat | None:
    if isian is None:
        return None
    for daur, per_langkah in isian.items():
        for kunci, jumlah in per_langkah.items():
            if not 0 <= jumlah <= TENGGAT_TERLAMA:
                raise MasukanSalah(
                    f"Isi hari kerja antara 0 dan {TENGGAT_TERLAMA}.", medan_tenggat(daur, kunci)
                )
    return {daur: dict(isi) for daur, isi in isian.items()}


def medan_tenggat(daur: str, kunci: str) -> str:
    """The form field of one due date."""
    return f"tenggat_{daur}_{kunci}"


@dataclass(frozen=True)
class BarisTenggat:
    """One due date of the settings, in working days after the period's end; ``contoh`` is the example."""

    daur: str
    kunci: str
    nama: str
    contoh: int
    hari: int


def baris_tenggat(office: Kantor, sop: Sop) -> tuple[BarisTenggat, ...]:
    """Every step of the sheet with its Pengesahan, in the order of the year."""
    hasil = []
    for daur in sop.urutan_daur:
        if daur is Daur.SEKALI:
            continue
        langkah = [(str(satu.nomor), f"{satu.nomor}. {satu.kegiatan}") for satu in sop.langkah_daur(daur)]
        for kunci, nama in (*langkah, (PENGESAHAN, "Pengesahan laporan")):
            contoh = TENGGAT_CONTOH.get(daur, {}).get(kunci, TENGGAT_LAIN)
            kini = (office.tenggat or {}).get(daur, {}).get(kunci, contoh)
            hasil.append(BarisTenggat(daur.value, kunci, nama, contoh, kini))
    return tuple(hasil)


def geser_tenggat(sesi: Session, office: Kantor, pada: datetime) -> int:
    """Work out anew the due dates of steps not opened yet."""
    belum = (
        select(Tugas)
        .options(joinedload(Tugas.periode))
        .where(Tugas.penyelesaian_id.is_(None), or_(Tugas.dibuka_pada.is_(None), Tugas.dibuka_pada > pada))
    )
    digeser = 0
    for tugas in sesi.execute(belum).scalars():
        if tugas.periode.sekali:  # due from its own opening (operations.sekali_alur)
            continue
        murni = tugas.periode.murni
        baru = tenggat(murni, tugas.kunci, libur(office, murni.tahun), office.tenggat)
        if baru != tugas.tenggat:
            tugas.tenggat, digeser = baru, digeser + 1
    sesi.flush()
    return digeser


def _polos(nilai: Any) -> Any:
    return str(nilai) if isinstance(nilai, Decimal) else nilai

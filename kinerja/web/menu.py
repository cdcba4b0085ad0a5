"""The main menu as data: an entry shows when its page exists and the person may open it."""

from __future__ import annotations

from typing import NamedTuple

from flask import current_app, request, url_for

from kinerja.domain.jabatan import Pelaku
from kinerja.web.akses import MASUK, PUBLIK, tanda
from kinerja.web.jam import hari_ini


class Butir(NamedTuple):
    """An entry: ``bagian`` is a blueprint. Who may open it is the mark of its view, never repeated here."""

    label: str
    bagian: str
    ikon: str
    kelompok: str = ""


class Tautan(NamedTuple):
    """An entry as drawn; ``kini`` marks the part of the site being read."""

    label: str
    url: str
    ikon: str
    kini: bool


# The first page of a part of the site, by the name of its view.
HALAMAN_AWAL = ("beranda", "daftar", "tampil")

# In the order of the work. A part that does not exist is left out.
MENU: tuple[Butir, ...] = (
    Butir("Kotak masuk", "kotak", "kotak"),
    Butir("Ringkasan kantor", "ringkasan", "grafik"),
    Butir("Periode", "periode", "kalender", "Pekerjaan"),
    Butir("Disposisi", "disposisi", "disposisi", "Pekerjaan"),
    Butir("Surat masuk", "surat_masuk", "surat", "Pekerjaan"),
    Butir("Surat keluar, SOP lain", "jalan", "surat", "Pekerjaan"),
    Butir("Realisasi", "realisasi", "pena", "Pekerjaan"),
    Butir("Perjanjian Kinerja", "perjanjian_kinerja", "sasaran", "Kinerja"),
    Butir("Rencana aksi", "rencana_aksi", "rencana", "Kinerja"),
    Butir("Laporan", "laporan", "laporan", "Kinerja"),
    Butir("Arsip", "arsip", "arsip", "Kinerja"),
    Butir("Paket inspeksi", "paket", "unduh", "Kinerja"),
    Butir("Lembar SOP", "sop", "sop", "Kantor"),
    Butir("Struktur kantor", "struktur", "orang", "Kantor"),
    Butir("Delegasi", "delegasi", "panah", "Kantor"),
    Butir("Evaluasi SOP", "evaluasi", "grafik", "Kantor"),
    Butir("Catatan", "catatan", "catatan", "Kantor"),
    Butir("Pemeriksaan arsip", "pemeriksaan", "gembok", "Kantor"),
    Butir("Akar tepercaya", "tanda_tangan", "gembok", "Kantor"),
    Butir("Pegawai", "orang", "orang", "Kantor"),
    Butir("Jabatan", "jabatan", "rencana", "Kantor"),
    Butir("Surel keluar", "surel", "surat", "Kantor"),
    Butir("Pengaturan kantor", "kantor", "setelan", "Kantor"),
    Butir("Kalender kerja", "kalender", "kalender", "Kantor"),
    Butir("Menyiapkan kantor", "kesiapan", "kantor", "Kantor"),
)


def menu(pelaku: Pelaku) -> dict[str, list[Tautan]]:
    """The entries for this person, by group in the order of MENU."""
    bagian = (request.endpoint or "").partition(".")[0]
    hasil: dict[str, list[Tautan]] = {}
    for b in MENU:
        url = _url(b.bagian, pelaku)
        if url is not None:
            hasil.setdefault(b.kelompok, []).append(Tautan(b.label, url, b.ikon, b.bagian == bagian))
    return hasil


def boleh_buka(endpoint: str, pelaku: Pelaku) -> bool:
    """Is there such a page, and may the person open it? Templates use it before they show a link."""
    view = current_app.view_functions.get(endpoint)
    if view is None:
        return False
    syarat = tanda(view)
    return syarat in (PUBLIK, MASUK) or bool(syarat and any(pelaku.boleh(w) for w in syarat))


def _url(bagian: str, pelaku: Pelaku) -> str | None:
    """The first page of a part that needs no argument, or only a year (then this year's)."""
    for view in HALAMAN_AWAL:
        endpoint = f"{bagian}.{view}"
        if not boleh_buka(endpoint, pelaku):
            continue
        butuh = {nama for aturan in current_app.url_map.iter_rules(endpoint) for nama in aturan.arguments}
        if butuh <= {"tahun"}:
            return url_for(endpoint, tahun=hari_ini().year) if butuh else url_for(endpoint)
    return None

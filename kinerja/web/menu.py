"""The main menu as data: an entry shows when its page exists and the person may open it."""

from __future__ import annotations

from typing import NamedTuple

from flask import current_app, request, url_for

from kinerja.domain.jabatan import Pelaku
from kinerja.web.akses import MASUK, PUBLIK, tanda
from kinerja.web.jam import hari_ini


class Butir(NamedTuple):
    """An entry; who may open it is the mark of the view itself, never repeated here."""

    label: str
    endpoint: str
    ikon: str
    kelompok: str = ""


class Tautan(NamedTuple):
    """An entry as drawn; ``kini`` marks the part of the site being read."""

    label: str
    url: str
    ikon: str
    kini: bool


# In the order of the work. An endpoint that does not exist (yet) is left out.
MENU: tuple[Butir, ...] = (
    Butir("Kotak masuk", "kotak.beranda", "kotak"),
    Butir("Periode", "periode.daftar", "kalender", "Pekerjaan"),
    Butir("Disposisi", "disposisi.beranda", "disposisi", "Pekerjaan"),
    Butir("Realisasi", "realisasi.beranda", "pena", "Pekerjaan"),
    Butir("Perjanjian Kinerja", "perjanjian_kinerja.beranda", "sasaran", "Kinerja"),
    Butir("Rencana aksi", "rencana_aksi.beranda", "rencana", "Kinerja"),
    Butir("Laporan", "laporan.beranda", "laporan", "Kinerja"),
    Butir("Arsip", "arsip.beranda", "arsip", "Kinerja"),
    Butir("Lembar SOP", "sop.tampil", "sop", "Kantor"),
    Butir("Catatan", "catatan.daftar", "catatan", "Kantor"),
    Butir("Pegawai", "orang.daftar", "orang", "Kantor"),
    Butir("Kantor", "kantor.tampil", "kantor", "Kantor"),
)


def menu(pelaku: Pelaku) -> dict[str, list[Tautan]]:
    """The entries for this person, by group in the order of MENU."""
    bagian = (request.endpoint or "").partition(".")[0]
    hasil: dict[str, list[Tautan]] = {}
    for b in MENU:
        if boleh_buka(b.endpoint, pelaku):
            kini = b.endpoint.partition(".")[0] == bagian
            hasil.setdefault(b.kelompok, []).append(Tautan(b.label, _url(b.endpoint), b.ikon, kini))
    return hasil


def boleh_buka(endpoint: str, pelaku: Pelaku) -> bool:
    """Is there such a page, and may the person open it? Templates use it before they show a link."""
    view = current_app.view_functions.get(endpoint)
    if view is None:
        return False
    syarat = tanda(view)
    return syarat in (PUBLIK, MASUK) or bool(syarat and any(pelaku.boleh(w) for w in syarat))


def _url(endpoint: str) -> str:
    """The page's URL; one that asks for a year opens on this year."""
    butuh = {nama for aturan in current_app.url_map.iter_rules(endpoint) for nama in aturan.arguments}
    return url_for(endpoint, **({"tahun": hari_ini().year} if butuh == {"tahun"} else {}))

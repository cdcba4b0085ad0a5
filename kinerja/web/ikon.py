"""The icons of the interface: one path each on a 24 × 24 grid, drawn with the colour of the text around."""

from __future__ import annotations

JALUR_IKON: dict[str, str] = {
    "arsip": "M3 4h18v5H3zM5 9v11h14V9M10 13h4",
    "awas": "M12 3.5 22 20.5H2zM12 10v4.5M12 17.4v.2",
    "berkas": "M14 3H6v18h12V7zM14 3v4h4M9 12.5h6M9 16.5h6",
    "buku": ("M4 5.5A2.5 2.5 0 0 1 6.5 3H20v15H6.5A2.5 2.5 0 0 0 4 20.5zM4 20.5A2.5 2.5 0 0 0 6.5 21H20v-3"),
    "cari": "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16.2 16.2 21 21",
    "catatan": "M5 3h14v18H5zM9 8h6M9 12h6M9 16h4",
    "centang": "m4.5 12.5 5 5 10-11",
    "cetak": "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
    "disposisi": "M3 12 21 4l-6 17-4-7zM11 14 21 4",
    "gembok": "M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 14.5v2",
    "grafik": "M4 4v16h16M8 16v-4M12.5 16V7M17 16v-6",
    "hapus": "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6",
    "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6v.2",
    "jam": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.2l3.4 2",
    "kalender": "M4 6h16v15H4zM4 10.5h16M8.5 3v5M15.5 3v5",
    "kantor": "M4 21V8l8-5 8 5v13M2 21h20M9 21v-6h6v6M8 11h.2M12 11h.2M16 11h.2",
    "keluar": "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
    "kembali": "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1",
    "kotak": "M3 13 6 4h12l3 9v7H3zM3 13h5.5a3.5 3.5 0 0 0 7 0H21",
    "kunci": "M15 4a5 5 0 1 0-4.6 7L4 17.4V21h3.6v-2.5H10V16l2.9-2.9A5 5 0 0 0 15 4zM16 8h.2",
    "laporan": "M5 3h14v18H5zM9 17v-3M12 17V9M15 17v-5",
    "lonceng": "M6 17V10.5a6 6 0 0 1 12 0V17l2 2H4zM10 21h4",
    "mata": (
        "M2 12c2.5-4.7 5.8-7 10-7s7.5 2.3 10 7c-2.5 4.7-5.8 7-10 7S4.5 16.7 2 12z"
        "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"
    ),
    "menu": "M4 6.5h16M4 12h16M4 17.5h16",
    "orang": (
        "M9 4a3.8 3.8 0 1 0 0 7.6A3.8 3.8 0 0 0 9 4zM2 20.5c.5-3.8 3-6 7-6s6.5 2.2 7 6"
        "M15.5 4.2a3.8 3.8 0 0 1 0 7.2M18 14.9c2.3.8 3.7 2.8 4 5.6"
    ),
    "panah": "M4 12h16M14 6l6 6-6 6",
    "pena": "M4 20l1-5L16.5 3.5l4 4L9 19zM14 6l4 4",
    "rencana": "M4 5h16v15H4zM4 10h16M10 10v10M8 2.5v4M16 2.5v4",
    "sasaran": ("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM12 12h.1"),
    "setelan": (
        "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z"
        "M9 14.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z"
    ),
    "silang": "M6 6l12 12M18 6 6 18",
    "sop": "M4 3h7v5H4zM13 16h7v5h-7zM7.5 8v5.5h9V16M16.5 3.5l3.5 3-3.5 3-3.5-3z",
    "surat": "M3 5.5h18v13H3zM3 6.5l9 7 9-7",
    "tambah": "M12 5v14M5 12h14",
    "tanda_tangan": "M3 17c3-1 6-9 8-12 1.5 3-3 11-1 11s2.5-3 4-3 .5 3 2 3 2.5-1 5-1M3 21h18",
    "titik": "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
    "unduh": "M12 3v12M7 10.5l5 5 5-5M4 20.5h16",
    "unggah": "M12 16V4M7 8.5l5-5 5 5M4 20.5h16",
}

"""A workbook to be filled and sent back: grey context, white input cells, a hidden column naming each row.

The protection has no password: it keeps fingers off the context, it hides nothing. What comes back is checked
cell by cell anyway.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.documents.xlsx.baku import (
    ABU,
    KEPALA,
    TEPI,
    buku_kosong,
    halaman,
    isi_angka,
    isi_teks,
    sel_pada,
    sifat,
    simpan,
)
from kinerja.domain.lembar_isian import (
    BARIS_JUDUL,
    Baris,
    BukuIsian,
    JenisKolom,
    Kolom,
    Lembar,
    huruf_kolom,
)

_ISIAN_KEPALA = PatternFill("solid", fgColor="FF2E6B4F")
_BUNGKUS = Alignment(wrap_text=True, vertical="top")
_TERBUKA = Protection(locked=False)

PETUNJUK = (
    "Isi hanya sel yang berlatar putih. Sel abu-abu adalah keterangan dan tidak dibaca.",
    "Sel yang dikosongkan tidak mengubah apa pun. Untuk mengosongkan isian, pakai halaman kinerja.",
    "Angka: ketik seperti biasa di Excel, atau sebagai teks 1.234,56 (titik ribuan, koma desimal).",
    "Yang tidak jelas, misalnya teks 84.28, ditanyakan kembali; tidak pernah ditebak.",
    "Jangan memakai rumus atau tanda %. Tempel hasilnya sebagai nilai.",
    "Jangan menambah, menghapus, atau memindah kolom. Baris boleh diurutkan atau disaring.",
    "Simpan sebagai .xlsx tanpa kata sandi, lalu unggah di halaman tempat lembar ini diunduh.",
    "Sebelum disimpan, setiap perubahan ditampilkan: isi lama, isi baru, dan yang perlu diperbaiki.",
)
PETUNJUK_PK = (
    "Baris baru: tulis pada baris putih di bawah tabel lembar Sasaran, Indikator, atau Program.",
    "Nomor sasaran: isi nomor dari lembar Sasaran, juga untuk sasaran yang baru ditulis di sana.",
    "Sasaran baru diisi berurutan dari atas, tanpa melompati baris.",
    "Bentuk target, penanggung jawab, dan cara menghitung dipilih dari daftar pada selnya.",
    "Pada baris lama isian itu diubah di halaman Perjanjian Kinerja.",
    "Target berupa rentang ditulis 60–70; bila Excel mengubahnya menjadi tanggal, formatkan selnya Teks.",
    "Menghapus baris di Excel tidak menghapus apa pun. Hapus baris di halaman Perjanjian Kinerja.",
)
PETUNJUK_REALISASI = (
    "Bila datanya memang tidak ada, tulis n/a pada kolom Realisasi dan alasannya pada kolom Alasan n/a.",
    "Indikator yang dihitung dari pembilang dan penyebut: isi kedua angka itu, bukan realisasinya.",
    "Setelah diterapkan, unggah bukti dan kirim laporan progres di halaman Realisasi.",
)


def tulis_isian(buku: BukuIsian, kantor: str, pada: datetime, petunjuk: tuple[str, ...] = ()) -> bytes:
    """The workbook of ``buku`` with a sheet "Petunjuk" behind it; ``pada`` stands in its properties."""
    wb = buku_kosong()
    sidik = buku.sidik()
    daftar: dict[tuple[str, ...], int] = {}
    for lembar in buku.lembar:
        _lembar(wb.create_sheet(lembar.nama), buku, lembar, sidik, daftar)
    _petunjuk(wb.create_sheet("Petunjuk"), buku, petunjuk, daftar)
    sifat(wb, buku.judul, kantor, pada)
    return simpan(wb, pada)


def _lembar(
    ws: Worksheet, buku: BukuIsian, lembar: Lembar, sidik: str, daftar: dict[tuple[str, ...], int]
) -> None:
    isi_teks(ws["A1"], buku.tanda(lembar))
    isi_teks(ws["A2"], sidik)
    ws.column_dimensions["A"].hidden = True
    isi_teks(ws["B1"], f"{buku.judul}: {lembar.nama}")
    ws["B1"].font = Font(bold=True, size=13)
    isi_teks(ws["B2"], buku.keterangan)
    for ke, kolom in enumerate(lembar.kolom, 2):
        sel = sel_pada(ws, BARIS_JUDUL, ke)
        isi_teks(sel, kolom.judul)
        sel.font = Font(bold=True, color="FFFFFFFF")
        sel.fill = _ISIAN_KEPALA if kolom.medan else KEPALA
        sel.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        sel.border = TEPI
        ws.column_dimensions[huruf_kolom(ke)].width = kolom.lebar
        ws.column_dimensions[huruf_kolom(ke)].hidden = kolom.bila_ada and not any(
            baris.sel[ke - 2] or (kolom.medan and kolom.medan not in baris.terkunci) for baris in lembar.baris
        )
    for nomor, baris in enumerate(lembar.baris, BARIS_JUDUL + 1):
        isi_teks(sel_pada(ws, nomor, 1), baris.kunci)
        for ke, kolom in enumerate(lembar.kolom):
            _sel(ws, nomor, ke, kolom, baris)
    _bantu(ws, lembar, daftar)
    _halaman(ws, lembar)


def _sel(ws: Worksheet, nomor: int, ke: int, kolom: Kolom, baris: Baris) -> None:
    sel = sel_pada(ws, nomor, ke + 2)
    nilai = baris.sel[ke]
    terbuka = bool(kolom.medan) and kolom.medan not in baris.terkunci
    angka = kolom.jenis is not JenisKolom.TEKS and not isinstance(nilai, str)
    if isinstance(nilai, Decimal):
        isi_angka(sel, nilai, kolom.jenis)
    elif nilai:
        isi_teks(sel, nilai)
    if angka and terbuka:
        sel.number_format = "#,##0" if kolom.jenis is JenisKolom.RUPIAH and _bulat(nilai) else "General"
    elif not angka:
        sel.number_format = "@"
    sel.alignment = (
        Alignment(vertical="top", horizontal="right" if angka else "left", wrap_text=True)
        if kolom.jenis is not JenisKolom.TEKS
        else _BUNGKUS
    )
    sel.border = TEPI
    if terbuka:
        sel.protection = _TERBUKA
    else:
        sel.fill = ABU


def _bulat(nilai: object) -> bool:
    return not isinstance(nilai, Decimal) or nilai == nilai.to_integral_value()


def _bantu(ws: Worksheet, lembar: Lembar, daftar: dict[tuple[str, ...], int]) -> None:
    """A hint beside the cell, and lists to choose from; neither refuses, the preview does."""
    awal, akhir = BARIS_JUDUL + 1, BARIS_JUDUL + max(1, len(lembar.baris))
    for ke, kolom in enumerate(lembar.kolom, 2):
        if kolom.medan and kolom.petunjuk:
            bantu = DataValidation(showInputMessage=True, showErrorMessage=False)
            bantu.promptTitle, bantu.prompt = kolom.judul[:32], kolom.petunjuk[:255]
            bantu.add(f"{huruf_kolom(ke)}{awal}:{huruf_kolom(ke)}{akhir}")
            if not any(pilihan for baris in lembar.baris for pilihan in baris.pilihan):
                ws.add_data_validation(bantu)
    medan = {kolom.medan: ke for ke, kolom in enumerate(lembar.kolom, 2) if kolom.medan}
    for nomor, baris in enumerate(lembar.baris, awal):
        for nama, kata in baris.pilihan:
            if nama not in medan or not kata:
                continue
            pilih = DataValidation(type="list", formula1=_pilihan(kata, daftar), allow_blank=True)
            pilih.showErrorMessage = False
            pilih.add(f"{huruf_kolom(medan[nama])}{nomor}")
            ws.add_data_validation(pilih)


def _pilihan(kata: tuple[str, ...], daftar: dict[tuple[str, ...], int]) -> str:
    """The words themselves, or, too long or with a comma, a column of the sheet Petunjuk (from C on)."""
    sebaris = ",".join(kata)
    if len(sebaris) <= 250 and not any("," in k or '"' in k for k in kata):
        return f'"{sebaris}"'
    huruf = huruf_kolom(daftar.setdefault(kata, len(daftar) + 3))
    return f"Petunjuk!${huruf}$4:${huruf}${len(kata) + 3}"


def _halaman(ws: Worksheet, lembar: Lembar) -> None:
    """Frozen head, protection without a password, a landscape page as wide as the table."""
    konteks = next((ke for ke, kolom in enumerate(lembar.kolom, 2) if kolom.medan), 2)
    halaman(ws, BARIS_JUDUL, f"{huruf_kolom(min(konteks, 4))}{BARIS_JUDUL + 1}")
    ws.protection.sheet = True
    for boleh in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(ws.protection, boleh, False)  # False: not forbidden


def _petunjuk(
    ws: Worksheet, buku: BukuIsian, tambahan: tuple[str, ...], daftar: dict[tuple[str, ...], int]
) -> None:
    isi_teks(ws["A1"], "Petunjuk mengisi")
    ws["A1"].font = Font(bold=True, size=13)
    isi_teks(ws["A2"], buku.judul)
    for nomor, kalimat in enumerate((*PETUNJUK, *tambahan), 1):
        isi_teks(sel_pada(ws, nomor + 3, 1), f"{nomor}. {kalimat}")
        sel_pada(ws, nomor + 3, 1).alignment = _BUNGKUS
    ws.column_dimensions["A"].width = 100
    for kata, ke in daftar.items():
        isi_teks(sel_pada(ws, 3, ke), "Pilihan")
        ws.column_dimensions[huruf_kolom(ke)].width = 44
        for nomor, satu in enumerate(kata, 4):
            isi_teks(sel_pada(ws, nomor, ke), satu)
    ws.protection.sheet = True

"""``kinerja bench``: what things cost, side by side in one run; exit 0 only when the bars hold."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def bench() -> None:
    """Ukur kecepatan kinerja pada komputer ini."""


@bench.command()
@click.option("--tulis", is_flag=True, help="Simpan hasilnya pada docs/kinerja-terukur.md.")
@click.option(
    "--docs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="docs",
    help="Folder tempat kinerja-terukur.md disimpan.",
)
@click.option("--tanpa-polos", is_flag=True, help="Lewati xhtml2pdf polos, yang memakan waktu semenit.")
def pdf(tulis: bool, docs: Path, tanpa_polos: bool) -> None:
    """Cetak laporan yang sama dengan tiga cara dan bandingkan biayanya."""
    from kinerja.bench.laporan_ukur import bagian_pdf
    from kinerja.bench.laporan_ukur import tulis as simpan
    from kinerja.bench.pdf import mesin_ini, palang, ringkasan, tabel, ukur_semua

    hasil = ukur_semua(lambda baris: click.echo(f"  … {baris}", err=True), polos=not tanpa_polos)
    for baris in (*tabel(hasil), "", *ringkasan(hasil), mesin_ini(), ""):
        click.echo(baris)
    semua = palang(hasil)
    for satu in semua:
        click.echo(str(satu))
    if tulis:
        click.echo(f"Disimpan: {simpan(docs, 'pdf', bagian_pdf(hasil))}")
    if not all(satu.lulus for satu in semua):
        raise SystemExit(1)


@bench.command()
@click.option("--tulis", is_flag=True, help="Simpan hasilnya pada docs/kinerja-terukur.md.")
@click.option(
    "--docs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="docs",
    help="Folder tempat kinerja-terukur.md disimpan.",
)
@click.option(
    "--jumlah",
    default=10_000,
    show_default=True,
    type=click.IntRange(30),
    help="Banyaknya dokumen arsip terbesar; diukur pula sepersepuluh dan tiga persepuluhnya.",
)
def arsip(tulis: bool, docs: Path, jumlah: int) -> None:
    """Periksa dan cari dalam arsip buatan yang besar."""
    from kinerja.bench.arsip import palang, ringkasan, tabel, ukur_semua
    from kinerja.bench.laporan_arsip import bagian_arsip
    from kinerja.bench.laporan_ukur import tulis as simpan
    from kinerja.bench.pdf import mesin_ini

    hasil = ukur_semua(lambda baris: click.echo(f"  … {baris}", err=True), jumlah)
    for baris in (*tabel(hasil), "", *ringkasan(hasil), mesin_ini(), ""):
        click.echo(baris)
    semua = palang(hasil)
    for satu in semua:
        click.echo(str(satu))
    if tulis:
        click.echo(f"Disimpan: {simpan(docs, 'arsip', bagian_arsip(hasil))}")
    if not all(satu.lulus for satu in semua):
        raise SystemExit(1)

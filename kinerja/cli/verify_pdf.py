"""``kinerja verify-pdf``: the verdict on a signed PDF, on the command line; exit 0 only for *sah*."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import click

from kinerja.domain.tanda_tangan import HasilTtd, TandaTangan, Verdict

_BERKAS = click.Path(path_type=Path)


@click.command(name="verify-pdf")
@click.argument("berkas", type=_BERKAS, metavar="FILE")
@click.option("--ca", "ca", type=_BERKAS, multiple=True, help="Sertifikat akar tepercaya (PEM atau DER).")
@click.option("--crl", "crl", type=_BERKAS, multiple=True, help="Daftar pencabutan (PEM atau DER).")
@click.option("--json", "sebagai_json", is_flag=True, help="Tulis hasilnya sebagai JSON.")
@click.option(
    "--data",
    type=_BERKAS,
    metavar="FOLDER",
    default=None,
    help="Folder data; akarnya dipakai bila tanpa --ca.",
)
def verify_pdf(
    berkas: Path, ca: tuple[Path, ...], crl: tuple[Path, ...], sebagai_json: bool, data: Path | None
) -> None:
    """Periksa tanda tangan elektronik sebuah PDF.

    Tanpa --ca dipakai akar tepercaya kantor (folder trust di folder data).
    """
    from kinerja.archive.akar_tepercaya import SertifikatSalah, akar_tepercaya, baca_akar, baca_crl
    from kinerja.documents.pratinjau import PratinjauGagal
    from kinerja.documents.tanda_tangan.periksa import periksa_ttd

    kantor = data or Path(os.environ.get("KINERJA_DATA", "instance"))
    try:
        akar = [a.der for satu in ca for a in baca_akar(_isi(satu), satu.name)]
        daftar = [d for satu in crl for d in baca_crl(_isi(satu))]
        if not ca:
            akar = [satu.der for satu in akar_tepercaya(kantor)]
        hasil = periksa_ttd(_isi(berkas), akar, daftar)
    except SertifikatSalah as salah:
        nama = "Daftar pencabutan" if str(salah) == "crl" else f"Sertifikat {salah}"
        raise click.ClickException(f"{nama} tidak dapat dibaca. Berikan berkas PEM atau DER.") from None
    except OSError as salah:
        raise click.ClickException(
            f"{salah.filename}: berkas itu tidak ada atau tidak dapat dibaca."
        ) from None
    except PratinjauGagal as salah:
        raise click.ClickException(salah.pesan) from None
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name may have letters this console does not know
        sys.stdout.reconfigure(errors="replace")
    click.echo(json.dumps(hasil.ke_data()) if sebagai_json else _uraian(hasil))
    if hasil.verdict is not Verdict.SAH:
        raise SystemExit(1)


def _isi(berkas: Path) -> bytes:
    return berkas.read_bytes()


def _uraian(hasil: HasilTtd) -> str:
    baris = [str(hasil.verdict), hasil.kalimat(), *(f"Perhatian: {satu}" for satu in hasil.peringatan)]
    for ke, satu in enumerate(hasil.tanda_tangan, start=1):
        baris.extend(["", f"Tanda tangan {ke}: {satu.verdict}", *_satu(satu)])
    if hasil.tanda_tangan and not hasil.akar:
        baris.extend(["", "Tidak ada akar tepercaya. Berikan --ca, atau simpan di folder trust."])
    return "\n".join(baris)


def _satu(ttd: TandaTangan) -> list[str]:
    isian = (
        ("Penandatangan", ttd.nama),
        ("Waktu menurut penandatangan", ttd.waktu),
        ("Waktu menurut cap waktu", ttd.cap_waktu),
        ("Penerbit sertifikat", ttd.penerbit),
        ("Nomor seri", ttd.seri),
        ("Sertifikat berlaku", f"{ttd.berlaku_dari} sampai {ttd.berlaku_sampai}" if ttd.berlaku_dari else ""),
        ("Mencakup", ttd.cakupan),
        ("Pencabutan", ttd.pencabutan),
        ("Sebab", " ".join(ttd.alasan)),
    )
    return [f"  {nama}: {nilai}" for nama, nilai in isian if nilai]

"""``kinerja init``: an empty data folder becomes an office that can be set up in the browser."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click
from sqlalchemy.orm import Session

from kinerja.cli.aplikasi import aplikasi, dalam_transaksi, mutakhirkan, pilihan_data


@click.command()
@pilihan_data
def init(data: Path | None) -> None:
    """Siapkan folder data dan cetak kode penyiapan (berlaku satu jam, sekali pakai)."""
    from kinerja.operations.pemasangan import ada_admin, kode_siapkan, pasang
    from kinerja.operations.sekali.pasang import muat_tambahan
    from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat, tambahan

    app = aplikasi(data)
    mutakhirkan(app)

    def kerja(sesi: Session, kini: datetime) -> str | None:
        if pasang(sesi, muat(), PENGUMPULAN_DATA_KINERJA, kini).disimpan_pada is None:
            muat_tambahan(
                sesi, tambahan(), kini
            )  # an office that runs already is asked, not given (docs/keputusan.md)
        return None if ada_admin(sesi) else kode_siapkan(sesi, kini)

    kode = dalam_transaksi(app, kerja)
    click.echo(f"Folder data: {app.config['DATA']}")
    if kode is None:
        click.echo("Kantor ini sudah punya admin; tidak ada yang diubah.")
        return
    click.echo(f"Kode penyiapan: {kode}")
    click.echo(
        "Jalankan `kinerja serve`, buka alamatnya di peramban, lalu masukkan kode ini (berlaku satu jam)."
    )

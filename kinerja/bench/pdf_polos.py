"""The same report as plain HTML for xhtml2pdf: its table as ``<table>``, its foot as a static frame."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html import escape

from kinerja.bench.isi_pdf import KOLOM, IsiUji, laporan_uji
from kinerja.documents.huruf import folder_huruf
from kinerja.documents.teks_tampak import KAKI, TABEL
from kinerja.documents.templat import jadikan_html
from kinerja.documents.toleransi import beri_toleransi

BATAS_DETIK = 600
_BINGKAI = {
    "@frame isi {": "@frame kaki_a { -pdf-frame-content: kaki; left: 2.5cm; top: 27.6cm; width: 16.5cm; "
    "height: 1.2cm; } @frame isi {",
    "@frame isi_tidur {": "@frame kaki_b { -pdf-frame-content: kaki; left: 2cm; top: 19cm; width: 25.7cm; "
    "height: 1.2cm; } @frame isi_tidur {",
}
_KAKI = (
    '<div id="kaki" style="font-size: 7.5pt"><table><tr><td width="80%">Laporan kinerja</td><td width="20%">'
    "Halaman <pdf:pagenumber/> dari <pdf:pagecount/></td></tr></table></div>"
)


def html_polos(isi: IsiUji) -> str:
    """Our document with its own tags written out in the HTML that xhtml2pdf knows."""
    html = jadikan_html("pdf/laporan.html", laporan_uji(isi)).replace("<ikat></ikat>", "")
    for lama, baru in _BINGKAI.items():
        html = html.replace(lama, baru, 1)
    for tag, ganti in ((KAKI, _KAKI), (TABEL, _tabel(isi))):
        potong = re.split(f"<{tag} .*?</{tag}>", html, maxsplit=1, flags=re.DOTALL)
        html = ganti.join(potong)
    return html


def cetak_polos(isi: IsiUji) -> bytes:
    """Render it the plain way."""
    from xhtml2pdf.config.resources import ResourceAccessPolicy
    from xhtml2pdf.document import pisaDocument

    beri_toleransi()
    akar = folder_huruf()
    keluar = io.BytesIO()
    kebijakan = ResourceAccessPolicy.server(base_dir=akar, allow_remote=False)
    pisaDocument(
        html_polos(isi),
        keluar,
        path=str(akar / "dokumen.html"),
        encoding="utf-8",
        resource_policy=replace(kebijakan, max_render_seconds=BATAS_DETIK),
    )
    return keluar.getvalue()


def _tabel(isi: IsiUji) -> str:
    kepala = "".join(f'<th width="{k.lebar}%">{escape(k.judul)}</th>' for k in KOLOM)
    baris = "".join(
        "<tr>"
        + "".join(f'<td class="{k.rata}">{escape(teks)}</td>' for k, teks in zip(KOLOM, satu, strict=True))
        + "</tr>"
        for satu in isi.baris
    )
    return f'<table class="data rapat"><thead><tr>{kepala}</tr></thead>{baris}</table>'

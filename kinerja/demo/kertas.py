"""Paper of the example: small PDFs that stand in for bukti and for a signed, scanned report."""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def bukti(judul: str, isi: str) -> bytes:
    """One page that says what it would be."""
    aliran = io.BytesIO()
    kanvas = Canvas(aliran, pagesize=A4, invariant=1)
    kanvas.setFont("Helvetica-Bold", 14)
    kanvas.drawString(72, 760, judul[:70])
    kanvas.setFont("Helvetica", 11)
    for ke, baris in enumerate(isi.splitlines()):
        kanvas.drawString(72, 730 - 16 * ke, baris[:90])
    kanvas.drawString(72, 90, "Berkas contoh, bukan dokumen resmi.")
    kanvas.showPage()
    kanvas.save()
    return aliran.getvalue()


def tertanda(pdf: bytes, siapa: str) -> bytes:
    """The issued PDF as it would come back: the same pages, each stamped as an example of a signed one."""
    cap = io.BytesIO()
    kanvas = Canvas(cap, pagesize=A4, invariant=1)
    kanvas.setFont("Helvetica-Oblique", 8)
    kanvas.setFillGray(0.35)
    kanvas.drawRightString(A4[0] - 40, 14, f"Contoh PDF bertanda tangan: {siapa}")
    kanvas.save()
    cap.seek(0)
    lapis = PdfReader(cap).pages[0]
    tulis = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for halaman in tulis.pages:
        halaman.merge_page(lapis)
    aliran = io.BytesIO()
    tulis.write(aliran)
    return aliran.getvalue()

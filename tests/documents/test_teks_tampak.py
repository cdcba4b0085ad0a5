from __future__ import annotations

from kinerja.documents.blok import Baris, Kolom, Tabel
from kinerja.documents.tabel_data import jadikan_data
from kinerja.documents.teks_tampak import teks_tampak


def test_text_of_body_footer_and_tables_is_seen_and_that_of_the_head_is_not() -> None:
    import html

    data = html.escape(jadikan_data(Tabel((Kolom("Kepala", 100),), (Baris(('a < b & "c"',)),), judul="J")))
    dokumen = (
        "<html><head><title>judul</title><style>p {}</style></head><body><p>isi &amp; sisa</p>"
        f'<kakihalaman teks="kaki"></kakihalaman><tabelpanjang data="{data}"></tabelpanjang></body></html>'
    )
    assert teks_tampak(dokumen).split() == [
        "isi",
        "&",
        "sisa",
        "kaki",
        "J",
        "Kepala",
        "a",
        "<",
        "b",
        "&",
        '"c"',
    ]

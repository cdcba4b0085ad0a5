"""What the archive holds stays: the database itself refuses to delete it, or to exchange a file's bytes.

Stops mistakes, not a person with the database in hand: for that there are ``verify`` and the audit chain.
"""

from __future__ import annotations

from sqlalchemy import DDL, event

from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.models.pindaian import LembarPindaian, Pindaian

KEKAL = (Dokumen, Arsip, Berkas, PeriksaTtd, Pindaian, LembarPindaian)
#: Table → columns that are written once: which bytes, of which document.
TETAP = {
    Berkas: ("sha256", "ukuran"),
    Arsip: ("dokumen_id", "berkas_id"),
    PeriksaTtd: ("berkas_id", "verdict", "hasil"),
}


def _tolak(tabel: str, kapan: str, nama: str) -> str:
    return (
        f"CREATE TRIGGER {tabel}_tolak_{nama} BEFORE {kapan} ON {tabel} "
        f"BEGIN SELECT RAISE(ABORT, '{tabel} tidak dapat di{nama}'); END"
    )


TOLAK_HAPUS = {model.__tablename__: _tolak(model.__tablename__, "DELETE", "hapus") for model in KEKAL}
TOLAK_GANTI = {
    model.__tablename__: _tolak(model.__tablename__, f"UPDATE OF {', '.join(kolom)}", "ganti")
    for model, kolom in TETAP.items()
}
for _model in KEKAL:
    for _ddl in (TOLAK_HAPUS[_model.__tablename__], TOLAK_GANTI.get(_model.__tablename__)):
        if _ddl:
            event.listen(_model.__table__, "after_create", DDL(_ddl).execute_if(dialect="sqlite"))

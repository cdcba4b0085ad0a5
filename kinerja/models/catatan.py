"""Catatan: the append-only, hash-chained record of every official act (reliability.md §7)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DDL, Text, event
from sqlalchemy.orm import Mapped, mapped_column

from kinerja.models.basis_data import Model, Waktu


class Catatan(Model):
    """One act. ``seq`` is gapless and is the order; the clock is evidence only."""

    __tablename__ = "catatan"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    pada: Mapped[datetime] = mapped_column(Waktu, index=True)
    pelaku_id: Mapped[int | None]
    pelaku_nama: Mapped[str]
    jabatan_nama: Mapped[str]
    sesi: Mapped[str]
    tindakan: Mapped[str]  # "selesaikan", "teruskan", "unggah" …
    objek: Mapped[str] = mapped_column(index=True)  # "tugas:12"
    uraian: Mapped[str]  # the sentence shown on the page
    sebelum: Mapped[str] = mapped_column(Text)  # canonical JSON
    sesudah: Mapped[str] = mapped_column(Text)
    prev: Mapped[str]
    hash: Mapped[str]


# Stops mistakes, not a person with the file in hand: the chain is for that.
TOLAK_UBAH = tuple(
    f"CREATE TRIGGER catatan_tolak_{kata.lower()} BEFORE {kata} ON catatan "
    "BEGIN SELECT RAISE(ABORT, 'catatan tidak dapat diubah'); END"
    for kata in ("UPDATE", "DELETE")
)
for _ddl in TOLAK_UBAH:
    event.listen(Catatan.__table__, "after_create", DDL(_ddl).execute_if(dialect="sqlite"))

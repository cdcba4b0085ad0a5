"""What the units wrote, word for word: faktor pendukung, hambatan, tindak lanjut of each indikator."""

from __future__ import annotations

from kinerja.documents.blok import Blok, Judul, Keterangan, Uraian
from kinerja.domain.laporan_isi import BarisSasaran, UraianTriwulan
from kinerja.domain.masa import ROMAWI

_LABEL = (
    ("faktor_pendukung", "Faktor pendukung"),
    ("hambatan", "Hambatan"),
    ("tindak_lanjut", "Tindak lanjut"),
)


def uraian_sasaran(sasaran: BarisSasaran, *, sebut_triwulan: bool) -> list[Blok]:
    """The texts of a sasaran's indikator; silent where a unit wrote nothing.

    ``sebut_triwulan`` names the triwulan of each text, for reports on more than one.
    """
    hasil: list[Blok] = []
    for indikator in sasaran.indikator:
        isi = [b for u in indikator.uraian_triwulan for b in _uraian(u, sebut_triwulan)]
        hasil.append(Judul(f"Indikator {indikator.nomor} {indikator.uraian}", 4))
        bukti = _bukti(indikator.uraian_triwulan)
        hasil.append(Keterangan((f"Penanggung jawab: {indikator.penanggung_jawab}. {bukti}",)))
        hasil.extend(isi)
    return hasil


def _uraian(satu: UraianTriwulan, sebut_triwulan: bool) -> list[Blok]:
    ekor = f" (triwulan {ROMAWI[satu.triwulan - 1]})" if sebut_triwulan else ""
    pasangan = ((label + ekor, getattr(satu, nama)) for nama, label in _LABEL)
    return [Uraian(label, teks) for label, teks in pasangan if teks.strip()]


def _bukti(semua: tuple[UraianTriwulan, ...]) -> str:
    jumlah = sum(u.jumlah_bukti for u in semua)
    return f"Bukti: {jumlah} berkas." if jumlah else "Bukti: belum ada."

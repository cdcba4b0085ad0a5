"""The signed PDF comes back: received untouched, put on record, and the period closes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Jabatan, Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import laporan_terbaru
from kinerja.models.periode import Periode
from kinerja.operations.arsip_daftar import dokumen_batal as dokumen_batal  # noqa: PLC0414
from kinerja.operations.cari import sebut_penerima
from kinerja.operations.catatan import catat
from kinerja.operations.dokumen.terbit import dokumen_laporan
from kinerja.operations.tugas import ambil, pastikan_dapat_dikerjakan, tutup, tutup_periode

CARA = {"basah": "Tanda tangan basah (dipindai)", "tte": "Tanda tangan elektronik (TTE)"}
PANJANG_RAK = 200
BUKAN_PENGGANTI = "Berkas arsip diganti oleh jabatan yang mengarsipkannya."
# Kinds of document that are filed by those who keep the office's numbers and settings; others by whom signs.
_JENIS_KANTOR = frozenset({"surat_keluar", "lembar_sop"})


@dataclass(frozen=True)
class Lewat:
    """The receipt a signed PDF came through: its row, its kaitan, and who held its pages side by side."""

    pindaian_id: int
    kaitan: str = ""
    dibandingkan_oleh: str = ""  # "" when nobody had to: the file begins with the issued bytes


def unggah_tertanda(
    sesi: Session,
    tugas_id: int,
    berkas: Berkas,
    halaman: int,
    cara: str,
    lokasi_rak: str,
    keterangan: str,
    oleh: Pelaku,
    pada: datetime,
) -> Arsip:
    """File the signed report of a Pengesahan; completes it and closes the period.

    ``halaman`` is the page count read from the received file. The file issued by kinerja itself is refused
    (it bears no signature); another page count is refused unless ``keterangan`` explains it.
    """
    tugas = ambil(sesi, tugas_id, kunci=True)
    jabatan = pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    if tugas.langkah is not None:
        raise TidakDitemukan("PDF tertanda diunggah pada langkah pengesahan.")
    laporan = sesi.execute(laporan_terbaru(tugas.periode_id)).scalar_one_or_none()
    dokumen = dokumen_laporan(sesi, laporan) if laporan else None
    if dokumen is None:
        raise MasukanSalah("Terbitkan PDF final lebih dahulu, lalu tanda tangani berkas itu.", "berkas")
    arsip = terima_tertanda(sesi, dokumen, jabatan, berkas, halaman, cara, lokasi_rak, keterangan, oleh, pada)
    tutup(sesi, tugas, jabatan, oleh, pada, keterangan)
    periode = sesi.get_one(Periode, tugas.periode_id)
    if periode.ditutup_pada is None:  # a revision is filed beside the first; the period closed then
        tutup_periode(sesi, periode, pada)
    return arsip


def terima_tertanda(
    sesi: Session,
    dokumen: Dokumen,
    jabatan: Jabatan,
    berkas: Berkas,
    halaman: int,
    cara: str,
    lokasi_rak: str,
    keterangan: str,
    oleh: Pelaku,
    pada: datetime,
    lewat: Lewat | None = None,
) -> Arsip:
    """Put the signed PDF of an issued document on record, with its audit row. Another one is superseded."""
    if arsip_berlaku(sesi, dokumen.id) is not None:
        raise SudahDikerjakan("PDF tertanda dokumen ini sudah diarsipkan. Bila keliru, ganti dengan alasan.")
    _periksa(dokumen, berkas, halaman, cara, lokasi_rak, keterangan)
    arsip = _tulis(sesi, dokumen, berkas, halaman, cara, lokasi_rak, keterangan, oleh, pada, lewat)
    catat(
        sesi,
        oleh,
        pada,
        "unggah",
        f"arsip:{arsip.id}",
        f"PDF tertanda {dokumen.judul} ({dokumen.nomor}) diterima dan diarsipkan.",
        sesudah={"sha256": berkas.sha256, "cara": cara, "halaman": halaman, "rak": lokasi_rak.strip()},
        jabatan=jabatan.nama_lengkap,
    )
    return arsip


def periksa_isian(cara: str, lokasi_rak: str) -> None:
    """What can be said about the form before the file is received. Raises MasukanSalah."""
    if cara not in CARA:
        raise MasukanSalah("Pilih cara penandatanganan.", "cara")
    if cara == "basah" and not lokasi_rak.strip():
        raise MasukanSalah(
            "Isi tempat penyimpanan lembar aslinya, misalnya “Lemari 2, map LKj 2026”.", "lokasi_rak"
        )
    if len(lokasi_rak) > PANJANG_RAK:
        raise MasukanSalah(f"Paling panjang {PANJANG_RAK} tanda.", "lokasi_rak")


def _periksa(
    dokumen: Dokumen, berkas: Berkas, halaman: int, cara: str, lokasi_rak: str, keterangan: str
) -> None:
    periksa_isian(cara, lokasi_rak)
    if berkas.sha256 == dokumen.berkas.sha256:
        raise MasukanSalah(
            "Ini berkas terbitan kinerja yang belum ditandatangani. Unggah hasil pindai atau berkas TTE.",
            "berkas",
        )
    if halaman != dokumen.halaman and not keterangan.strip():
        raise MasukanSalah(
            f"Dokumen yang diterbitkan {dokumen.halaman} halaman, berkas ini {halaman} halaman. "
            "Periksa kembali; bila memang begitu, tuliskan sebabnya di Keterangan.",
            "keterangan",
        )


def _tulis(
    sesi: Session,
    dokumen: Dokumen,
    berkas: Berkas,
    halaman: int,
    cara: str,
    lokasi_rak: str,
    keterangan: str,
    oleh: Pelaku,
    pada: datetime,
    lewat: Lewat | None,
) -> Arsip:
    arsip = Arsip(
        dokumen_id=dokumen.id,
        berkas_id=berkas.id,
        halaman=halaman,
        cara=cara,
        lokasi_rak=lokasi_rak.strip(),
        keterangan=keterangan.strip(),
        diterima_pada=pada,
        diterima_oleh_id=oleh.pegawai_id,
        diterima_oleh_nama=oleh.nama,
        pindaian_id=lewat.pindaian_id if lewat else None,
        kaitan=lewat.kaitan if lewat else "",
        dibandingkan_pada=pada if lewat and lewat.dibandingkan_oleh else None,
        dibandingkan_oleh_nama=lewat.dibandingkan_oleh if lewat else "",
    )
    sesi.add(arsip)
    sesi.flush()
    sebut_penerima(sesi, dokumen)
    return arsip


def arsip_berlaku(sesi: Session, dokumen_id: int) -> Arsip | None:
    """The signed PDF in force, with its file; superseded ones are not."""
    pilih = (
        select(Arsip)
        .options(joinedload(Arsip.berkas))
        .where(Arsip.dokumen_id == dokumen_id, Arsip.diganti_oleh_id.is_(None))
        .order_by(Arsip.id.desc())
        .limit(1)
    )
    return sesi.execute(pilih).scalar_one_or_none()


def wewenang_arsip(dokumen: Dokumen) -> Wewenang:
    """What it takes to put the signed PDF of such a document on record, or to supersede it."""
    return Wewenang.ATUR_KANTOR if dokumen.jenis in _JENIS_KANTOR else Wewenang.UNGGAH_TERTANDA


def boleh_ganti(oleh: Pelaku, dokumen: Dokumen) -> bool:
    """May this person supersede its signed PDF? A letter is filed by those who keep the office's numbers."""
    return oleh.boleh(wewenang_arsip(dokumen))


def ganti(
    sesi: Session,
    arsip_id: int,
    berkas: Berkas,
    halaman: int,
    cara: str,
    lokasi_rak: str,
    alasan: str,
    oleh: Pelaku,
    pada: datetime,
    lewat: Lewat | None = None,
) -> Arsip:
    """Supersede a wrong upload by another, with the reason; the wrong one stays in the archive."""
    lama = sesi.execute(
        select(Arsip)
        .options(joinedload(Arsip.dokumen).joinedload(Dokumen.berkas), joinedload(Arsip.berkas))
        .where(Arsip.id == arsip_id)
        .with_for_update(of=Arsip)
    ).scalar_one_or_none()
    if lama is None or lama.diganti_oleh_id is not None:
        raise TidakDitemukan("Berkas arsip itu tidak ada atau sudah diganti.")
    if not boleh_ganti(oleh, lama.dokumen):
        raise TidakBerwenang(BUKAN_PENGGANTI)
    if not alasan.strip():
        raise MasukanSalah("Tuliskan mengapa berkas ini diganti.", "keterangan")
    if berkas.sha256 == lama.berkas.sha256:
        raise MasukanSalah("Ini berkas yang sama dengan yang sudah diarsipkan.", "berkas")
    _periksa(lama.dokumen, berkas, halaman, cara, lokasi_rak, alasan)
    baru = _tulis(sesi, lama.dokumen, berkas, halaman, cara, lokasi_rak, alasan, oleh, pada, lewat)
    lama.diganti_oleh_id, lama.diganti_alasan = baru.id, alasan.strip()
    catat(
        sesi,
        oleh,
        pada,
        "ganti_arsip",
        f"arsip:{lama.id}",
        f"Berkas arsip {lama.dokumen.judul} diganti. Alasan: {alasan.strip()}",
        sebelum={"sha256": lama.berkas.sha256},
        sesudah={"sha256": berkas.sha256, "arsip": baru.id, "cara": cara, "halaman": halaman},
    )
    return baru

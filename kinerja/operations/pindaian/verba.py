"""What came back and its way into the archive: received, given its document, held side by side, decided.

The file lies in the store before any of these is called. Only ``operations.arsip`` writes the archive itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.pindaian import Bacaan, Lembar, selisih
from kinerja.domain.tanda_tangan import Verdict
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.pindaian import LembarPindaian, Pindaian
from kinerja.operations import arsip as verba_arsip
from kinerja.operations.catatan import catat
from kinerja.operations.periksa_ttd import verdict_berkas
from kinerja.operations.pindaian.dokumen import (
    boleh_putuskan,
    boleh_terima,
    kalimat_batal,
    pastikan_diterima,
    tidak_berlaku,
)
from kinerja.operations.pindaian.tutup import dapat_ditutup, jabatan_arsip, penutup, tutup_langkah
from kinerja.operations.tugas import jam_kantor

PEMINDAI = "Pemindai (folder)"
ASAL = {"unggah": "diunggah", "folder": "dari folder pemindai"}
PANJANG_ALASAN = 2000
BUKAN_PENERIMA = "Dokumen tertanda diterima oleh Camat, Sekretaris, dan kedua Kasubag."


@dataclass(frozen=True)
class Kiriman:
    """A file in the store and what was seen in it. ``lembar``: the photographs it was joined from."""

    berkas: Berkas
    bacaan: Bacaan  # a reading for each page
    cara: str = "basah"
    asal: str = "unggah"
    kaitan: str = ""
    lembar: tuple[Berkas, ...] = ()


def terima(
    sesi: Session,
    kiriman: Kiriman,
    dokumen: Dokumen | None,
    oleh: Pelaku | None,
    pada: datetime,
    ditolak: str = "",
) -> Pindaian:
    """Put a receipt on record; ``oleh`` None: the scanner's folder.

    It waits for a person's eye, or for its document where ``dokumen`` is None. ``ditolak`` is the reason
    where what was found in it ends it here; the file stays on record.
    """
    if oleh is not None and not boleh_terima(sesi, oleh, dokumen):
        raise TidakBerwenang(BUKAN_PENERIMA)
    if not ditolak:
        pastikan_diterima(sesi, dokumen, kiriman.berkas.sha256)
    nama = oleh.nama if oleh else PEMINDAI
    pindaian = Pindaian(
        berkas_id=kiriman.berkas.id,
        halaman=len(kiriman.bacaan),
        cara=kiriman.cara,
        asal=kiriman.asal,
        kode=[{"kode": b.kode, "halaman": b.halaman} if b else None for b in kiriman.bacaan],
        kaitan=kiriman.kaitan,
        dokumen_id=dokumen.id if dokumen else None,
        keadaan="ditolak" if ditolak else "putusan" if dokumen else "dokumen",
        alasan=ditolak,
        diterima_pada=pada,
        diterima_oleh_id=oleh.pegawai_id if oleh else None,
        diterima_oleh_nama=nama,
    )
    sesi.add(pindaian)
    sesi.flush()
    for urut, berkas in enumerate(kiriman.lembar, 1):
        sesi.add(LembarPindaian(pindaian_id=pindaian.id, urut=urut, berkas_id=berkas.id))
    untuk = f"untuk {dokumen.judul} ({dokumen.nomor})" if dokumen else "yang dokumennya belum diketahui"
    catat(
        sesi,
        oleh,
        pada,
        "terima_pindaian",
        f"pindaian:{pindaian.id}",
        f"“{kiriman.berkas.nama}” {untuk} {ASAL[kiriman.asal]} oleh {nama}"
        + (f", ditolak: {ditolak}" if ditolak else "" if nama.endswith(".") else "."),
        sesudah={"sha256": kiriman.berkas.sha256, "cara": kiriman.cara, "halaman": pindaian.halaman}
        | ({"kaitan": kiriman.kaitan} if kiriman.kaitan else {}),
    )
    return pindaian


def pilih_dokumen(
    sesi: Session, pindaian_id: int, dokumen: Dokumen, kaitan: str, oleh: Pelaku, pada: datetime
) -> Pindaian:
    """A person says which document it is, where no code could be read."""
    pindaian = _terbuka(sesi, pindaian_id, oleh, "dokumen")
    if not boleh_terima(sesi, oleh, dokumen):
        raise TidakBerwenang(BUKAN_PENERIMA)
    pastikan_diterima(sesi, dokumen, pindaian.berkas.sha256, kecuali=pindaian.id)
    pindaian.dokumen_id, pindaian.keadaan, pindaian.kaitan = dokumen.id, "putusan", kaitan
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "pilih_dokumen",
        f"pindaian:{pindaian.id}",
        f"“{pindaian.berkas.nama}” dinyatakan sebagai {dokumen.judul} ({dokumen.nomor}).",
        sesudah={"dokumen": dokumen.id, "sha256": pindaian.berkas.sha256},
    )
    return pindaian


def sesuai(
    sesi: Session,
    pindaian_id: int,
    lokasi_rak: str,
    keterangan: str,
    oleh: Pelaku,
    pada: datetime,
    *,
    selesaikan: bool = False,
    dibandingkan: bool = True,
) -> Arsip:
    """The pages are those that were issued: archive it, or supersede the one in force with the reason.

    ``selesaikan`` completes the closing step of the document as well, where it is open and this person's.
    ``dibandingkan`` False: nobody compared, the file begins with the issued bytes.
    """
    pindaian = _terbuka(sesi, pindaian_id, oleh, "putusan")
    dokumen = pindaian.dokumen
    if dokumen is None:
        raise MasukanSalah("Pilih dahulu dokumen berkas ini.", "dokumen")
    _pastikan_putus(sesi, oleh, dokumen)
    if tidak_berlaku(sesi, dokumen):  # cancelled after the file came in
        raise MasukanSalah(f"{kalimat_batal(dokumen)} Tolak berkas ini dengan alasannya.")
    beda = selisih(dokumen.halaman, bacaan(pindaian))
    if beda and not keterangan.strip():
        raise MasukanSalah(
            f"{' '.join(beda)} Bila memang begitu, tuliskan sebabnya di Keterangan.", "keterangan"
        )
    _pastikan_ttd(sesi, pindaian, keterangan)
    lewat = verba_arsip.Lewat(pindaian.id, pindaian.kaitan, oleh.nama if dibandingkan else "")
    isi = (pindaian.berkas, pindaian.halaman, pindaian.cara, lokasi_rak, keterangan, oleh, pada, lewat)
    lama = verba_arsip.arsip_berlaku(sesi, dokumen.id)
    tugas = penutup(sesi, dokumen, pada)
    if lama is not None:
        arsip = verba_arsip.ganti(sesi, lama.id, *isi)
    else:
        arsip = verba_arsip.terima_tertanda(sesi, dokumen, jabatan_arsip(oleh, dokumen, tugas), *isi)
    pindaian.keadaan, pindaian.lokasi_rak, pindaian.keterangan = "diarsipkan", arsip.lokasi_rak, keterangan
    pindaian.diputus_pada, pindaian.diputus_oleh_nama = pada, oleh.nama
    sesi.flush()
    sesi.expire(dokumen, ["arsip"])  # the checklist of the step looks at it anew
    if selesaikan and tugas is not None and dapat_ditutup(sesi, tugas, oleh):
        tutup_langkah(sesi, tugas.id, oleh, pada, keterangan)
    return arsip


def tidak_sesuai(sesi: Session, pindaian_id: int, alasan: str, oleh: Pelaku, pada: datetime) -> Pindaian:
    """It is not what was issued, or cannot be used: refused, on record with the reason."""
    pindaian = _terbuka(sesi, pindaian_id, oleh, "putusan", "dokumen")
    if pindaian.dokumen is not None:
        _pastikan_putus(sesi, oleh, pindaian.dokumen)
    elif not boleh_terima(sesi, oleh):
        raise TidakBerwenang(BUKAN_PENERIMA)
    if not alasan.strip():
        raise MasukanSalah("Tuliskan apa yang tidak sesuai.", "alasan")
    if len(alasan) > PANJANG_ALASAN:
        raise MasukanSalah(f"Alasan paling panjang {PANJANG_ALASAN} tanda.", "alasan")
    pindaian.keadaan, pindaian.alasan = "ditolak", alasan.strip()
    pindaian.diputus_pada, pindaian.diputus_oleh_nama = pada, oleh.nama
    sesi.flush()
    dok = pindaian.dokumen
    untuk = f" untuk {dok.judul} ({dok.nomor})" if dok else ""
    catat(
        sesi,
        oleh,
        pada,
        "tolak_pindaian",
        f"pindaian:{pindaian.id}",
        f"“{pindaian.berkas.nama}”{untuk} ditolak. Alasan: {alasan.strip()}",
        sesudah={"sha256": pindaian.berkas.sha256},
    )
    return pindaian


def bacaan(pindaian: Pindaian) -> tuple[Lembar | None, ...]:
    """What was read on its pages."""
    return tuple(Lembar(b["kode"], b["halaman"]) if b else None for b in pindaian.kode)


def cari(sesi: Session, pindaian_id: int, kunci: bool = False) -> Pindaian:
    """A receipt with its file, photographs and document, or TidakDitemukan."""
    pilih = (
        select(Pindaian)
        .options(
            joinedload(Pindaian.berkas),
            joinedload(Pindaian.dokumen).joinedload(Dokumen.berkas),
            joinedload(Pindaian.dokumen).joinedload(Dokumen.periode),
            selectinload(Pindaian.lembar).joinedload(LembarPindaian.berkas),
        )
        .where(Pindaian.id == pindaian_id)
    )
    if kunci:
        pilih = pilih.with_for_update(of=Pindaian).execution_options(populate_existing=True)
    pindaian = sesi.execute(pilih).unique().scalar_one_or_none()
    if pindaian is None:
        raise TidakDitemukan("Berkas itu tidak ada.")
    return pindaian


def _terbuka(sesi: Session, pindaian_id: int, oleh: Pelaku, *keadaan: str) -> Pindaian:
    """The locked receipt, if it still waits; otherwise who decided and when."""
    pindaian = cari(sesi, pindaian_id, kunci=True)
    if pindaian.keadaan in keadaan:
        return pindaian
    if pindaian.keadaan == "putusan":
        raise SudahDikerjakan("Dokumen berkas ini sudah dipilih. Muat ulang halaman.")
    if pindaian.keadaan == "dokumen":
        raise MasukanSalah("Pilih dahulu dokumen berkas ini.", "dokumen")
    kata = "diarsipkan" if pindaian.keadaan == "diarsipkan" else "ditolak"
    siapa = pindaian.diputus_oleh_nama or pindaian.diterima_oleh_nama
    saat = jam_kantor(pindaian.diputus_pada or pindaian.diterima_pada, kantor(sesi).zona)
    raise SudahDikerjakan(f"Berkas ini sudah {kata} oleh {siapa} pukul {saat}.")


def _pastikan_ttd(sesi: Session, pindaian: Pindaian, keterangan: str) -> None:
    """What the verdict at receipt allows: a changed file never, an untrusted signer with the reason."""
    verdict = verdict_berkas(sesi, pindaian.berkas_id) if pindaian.cara == "tte" else []
    if not verdict:
        return
    if verdict[0].verdict in (Verdict.BERUBAH, Verdict.RUSAK):
        raise MasukanSalah("Berkas yang berubah atau rusak tidak dapat diarsipkan.")
    if verdict[0].verdict == Verdict.TIDAK_DIPERCAYA and not keterangan.strip():
        raise MasukanSalah(
            "Tanda tangannya tidak dapat dipercaya. Bila tetap diarsipkan, tuliskan sebabnya, misalnya "
            "sertifikat induk penerbitnya belum dipasang di kantor ini.",
            "keterangan",
        )


def _pastikan_putus(sesi: Session, oleh: Pelaku, dokumen: Dokumen) -> None:
    if not boleh_putuskan(sesi, oleh, dokumen):
        raise TidakBerwenang("Berkas ini dibandingkan dan diputuskan oleh jabatan yang mengarsipkannya.")

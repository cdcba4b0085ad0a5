"""Sosialisasi of a draft (SOP steps 5 and 8), as the Sekretaris runs it: attendance, minutes, closing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta, timezone

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Jabatan as JabatanMurni
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.domain.sop import Halaman
from kinerja.domain.sosialisasi import AGENDA_PERIKSA, PANJANG_BARIS, PANJANG_NASKAH, Jawaban, baca_teks
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Sosialisasi
from kinerja.models.tugas import Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.laporan.langkah import tugas_berhalaman
from kinerja.operations.putaran import boleh_periksa_saja, draf_kini, putaran_lengkap, semua_putaran
from kinerja.operations.tugas import ambil, pastikan_dapat_dikerjakan

HALAMAN = frozenset({Halaman.SOSIALISASI, Halaman.SOSIALISASI_SEMESTER})


def hari_kantor(sesi: Session, pada: datetime) -> date:
    """The day of ``pada`` in the office's zone."""
    return pada.astimezone(timezone(timedelta(hours=kantor(sesi).zona))).date()


def cari_sosialisasi(sesi: Session, sosialisasi_id: int, kunci: bool = False) -> Sosialisasi:
    """A round with its invited posts; ``kunci`` locks its row where the database can."""
    pilih = putaran_lengkap().where(Sosialisasi.id == sosialisasi_id)
    if kunci:
        pilih = pilih.with_for_update(of=Sosialisasi).execution_options(populate_existing=True)
    temu = sesi.execute(pilih).scalar_one_or_none()
    if temu is None:
        raise TidakDitemukan("Sosialisasi itu tidak ada.")
    return temu


def tugas_sosialisasi(sesi: Session, periode_id: int) -> Tugas:
    """The step of this period's sheet that is worked on the sosialisasi page."""
    return tugas_berhalaman(sesi, periode_id, HALAMAN)


def langkah_sosialisasi(sesi: Session, tugas_id: int) -> Tugas:
    """The step, locked; another step of the sheet is not one to invite from."""
    tugas = ambil(sesi, tugas_id, kunci=True)
    if tugas_sosialisasi(sesi, tugas.periode_id).id != tugas.id:
        raise TidakDitemukan("Sosialisasi tidak diadakan pada langkah ini.")
    return tugas


def catat_rapat(
    sesi: Session,
    sosialisasi_id: int,
    oleh: Pelaku,
    pada: datetime,
    *,
    hadir: Collection[int],
    notulen: str,
    tanggal: date | None = None,
) -> Sosialisasi:
    """Record who came (``hadir``: ids of Tanggapan; all others were absent) and the minutes so far.

    ``tanggal`` is the day the meeting was held, never one to come; None: the invited day, or today when
    that is still ahead.
    """
    temu, tugas, jabatan = berjalan(sesi, sosialisasi_id, oleh, pada)
    hari = hari_kantor(sesi, pada)
    diadakan = tanggal or min(temu.tanggal, hari)
    if diadakan > hari:
        raise MasukanSalah("Tanggal rapat belum tiba; isi tanggal rapat dilaksanakan.", "tanggal")
    if len(notulen) > PANJANG_NASKAH:
        raise MasukanSalah(f"Notulen paling panjang {PANJANG_NASKAH} tanda.", "notulen")
    if not set(hadir) <= {t.id for t in temu.tanggapan}:
        raise MasukanSalah("Daftar hadir memuat orang yang tidak diundang.", "hadir")
    temu.tanggal = diadakan
    temu.notulen = notulen.strip()
    for tanggapan in temu.tanggapan:
        tanggapan.hadir = tanggapan.id in hadir
    sesi.flush()
    catat_sosialisasi(
        sesi,
        oleh,
        pada,
        jabatan,
        "catat_rapat",
        temu,
        f"{tugas.periode.nama}: daftar hadir dan notulen sosialisasi putaran {temu.putaran} disimpan, "
        f"{len(set(hadir))} dari {len(temu.tanggapan)} pejabat hadir.",
        sesudah={
            "tanggal": temu.tanggal,
            "hadir": sorted(t.jabatan_id for t in temu.tanggapan if t.hadir),
            "notulen": temu.notulen,
        },
    )
    return temu


def tutup_sosialisasi(
    sesi: Session,
    sosialisasi_id: int,
    oleh: Pelaku,
    pada: datetime,
    tanpa_jawaban: Mapping[int, str] | None = None,
) -> Sosialisasi:
    """Close a round: minutes and attendance are there, every post answered or is closed without.

    ``tanpa_jawaban``: id of Tanggapan → why it stays unanswered; the reason is added to the minutes.
    A reason for a post that answered meanwhile is left aside: the answer counts.
    """
    temu, tugas, jabatan = berjalan(sesi, sosialisasi_id, oleh, pada)
    alasan = {kunci: isi.strip() for kunci, isi in (tanpa_jawaban or {}).items() if isi.strip()}
    terbuka = [t for t in temu.tanggapan if t.jawaban is None]
    if any(t.hadir is None for t in temu.tanggapan):
        raise BelumLengkap("Isi dan simpan daftar hadir dahulu.")
    if not temu.notulen:
        raise BelumLengkap("Tulis dan simpan notulen dahulu.")
    kurang = [t.jabatan.nama for t in terbuka if t.id not in alasan]
    if kurang:
        raise BelumLengkap(
            "Belum menjawab: "
            + ", ".join(kurang)
            + ". Tunggu jawabannya, atau tulis alasan menutup tanpa itu."
        )
    for tanggapan in terbuka:
        baca_teks(alasan[tanggapan.id], "", f"alasan_{tanggapan.id}", PANJANG_BARIS)
        tanggapan.jawaban = Jawaban.TANPA_JAWABAN.value
        temu.notulen += f"\nTanpa jawaban: {tanggapan.jabatan.nama}. Alasan: {alasan[tanggapan.id]}"
    temu.ditutup_pada = pada
    sesi.flush()
    hitung = {j.value: sum(t.jawaban == j for t in temu.tanggapan) for j in Jawaban}
    catat_sosialisasi(
        sesi,
        oleh,
        pada,
        jabatan,
        "tutup_sosialisasi",
        temu,
        f"{tugas.periode.nama}: sosialisasi putaran {temu.putaran} ditutup; {hitung['setuju']} setuju, "
        f"{hitung['koreksi']} memberi koreksi, {hitung['tanpa_jawaban']} tanpa jawaban.",
        sesudah={"jawaban": hitung, "notulen": temu.notulen},
    )
    return temu


def periksa_koreksi(sesi: Session, tugas_id: int, oleh: Pelaku, pada: datetime, uraian: str) -> Sosialisasi:
    """Put on record that the mended draft was checked against the corrections, without a new meeting.

    Allowed as ``boleh_periksa_saja`` says. It is a round of its own without invited posts, closed at once;
    ``uraian`` says what was checked and becomes its minutes.
    """
    tugas = langkah_sosialisasi(sesi, tugas_id)
    jabatan = pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    if not boleh_periksa_saja(sesi, tugas):
        raise BelumLengkap(
            "Tanpa rapat baru hanya dapat setelah rapat sebelumnya ditutup, draf diperbaiki, dan semua "
            "koreksi ditindaklanjuti."
        )
    isi = baca_teks(uraian, "Tuliskan apa yang diperiksa.", "uraian")
    temu = Sosialisasi(
        periode_id=tugas.periode_id,
        putaran=semua_putaran(sesi, tugas.periode_id)[0].putaran + 1,
        tanggal=hari_kantor(sesi, pada),
        tempat="",
        agenda=AGENDA_PERIKSA,
        notulen=isi,
        draf_id=draf_kini(sesi, tugas),
        dibuat_pada=pada,
        ditutup_pada=pada,
        tanggapan=[],
    )
    sesi.add(temu)
    sesi.flush()
    catat_sosialisasi(
        sesi,
        oleh,
        pada,
        jabatan,
        "periksa_koreksi",
        temu,
        f"{tugas.periode.nama}: draf yang diperbaiki diperiksa terhadap koreksi, tanpa rapat baru.",
        sesudah={"uraian": isi},
    )
    return temu


def berjalan(
    sesi: Session, sosialisasi_id: int, oleh: Pelaku, pada: datetime
) -> tuple[Sosialisasi, Tugas, JabatanMurni]:
    """A round the Sekretaris may still write in, with its step and the post that writes."""
    temu = cari_sosialisasi(sesi, sosialisasi_id, kunci=True)
    tugas = tugas_sosialisasi(sesi, temu.periode_id)
    jabatan = pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    if temu.ditutup_pada is not None:
        raise SudahDikerjakan(f"Sosialisasi putaran {temu.putaran} sudah ditutup.")
    if temu.draf_id != draf_kini(sesi, tugas):
        raise SudahDikerjakan(
            f"Sosialisasi putaran {temu.putaran} terhenti karena laporan dikembalikan; kirim undangan baru."
        )
    return temu, tugas, jabatan


def catat_sosialisasi(
    sesi: Session,
    oleh: Pelaku,
    pada: datetime,
    jabatan: JabatanMurni,
    tindakan: str,
    temu: Sosialisasi,
    uraian: str,
    sebelum: object = None,
    sesudah: object = None,
) -> None:
    catat(
        sesi,
        oleh,
        pada,
        tindakan,
        f"sosialisasi:{temu.id}",
        uraian,
        sebelum,
        sesudah,
        jabatan=jabatan.nama_lengkap,
    )

"""The verbs of a branch: finish, forward, cancel. Ending one branch never ends another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import NAMA_HASIL, Hasil, Sifat, bawahan, periksa_penerima, periksa_teks
from kinerja.domain.jabatan import WEWENANG_PERAN, Pelaku, Wewenang
from kinerja.domain.jabatan import Jabatan as JabatanMurni
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.models.disposisi import CabangDisposisi, Disposisi, PenyelesaianCabang
from kinerja.models.kantor import kantor
from kinerja.models.surat import SuratMasuk
from kinerja.operations.catatan import catat
from kinerja.operations.disposisi.lihat import ambil_cabang, lihat
from kinerja.operations.disposisi.verba import Penerima, atasan_dari, jabatan_aktif, pilih_penerima, sebutan


def selesaikan(
    sesi: Session,
    cabang_id: int,
    oleh: Pelaku,
    pada: datetime,
    hasil: Hasil = Hasil.SELESAI,
    balasan: str = "",
    berkas_id: int | None = None,
) -> PenyelesaianCabang:
    """End a branch: answered (the reply is required), or no follow-up needed (a reason is welcome).

    Raises TidakDitemukan, TidakBerwenang, SudahDikerjakan or MasukanSalah (medan "balasan").
    """
    cabang = ambil_cabang(sesi, cabang_id, oleh, kunci=True)
    jabatan = pemegang_terbuka(sesi, cabang, oleh)
    if hasil is Hasil.SELESAI and not balasan.strip():
        raise MasukanSalah("Tuliskan balasannya.", "balasan")
    periksa_teks(balasan, "balasan")
    return tutup_cabang(sesi, cabang, jabatan.nama_lengkap, oleh, pada, hasil, balasan, berkas_id)


def tutup_cabang(
    sesi: Session,
    cabang: CabangDisposisi,
    jabatan_nama: str,
    oleh: Pelaku,
    pada: datetime,
    hasil: Hasil,
    balasan: str,
    berkas_id: int | None = None,
) -> PenyelesaianCabang:
    """Write the ending and point the branch at it. ``cabang.disposisi`` and ``.penerima`` are loaded."""
    lihat(cabang, oleh, pada)
    selesai = PenyelesaianCabang(
        cabang_id=cabang.id,
        hasil=hasil,
        balasan=balasan.strip(),
        berkas_id=berkas_id,
        oleh_id=oleh.pegawai_id,
        oleh_nama=oleh.nama,
        jabatan_nama=jabatan_nama,
        pada=pada,
    )
    sesi.add(selesai)
    sesi.flush()
    cabang.penyelesaian = selesai
    rahasia = cabang.disposisi.sifat is Sifat.RAHASIA
    catat(
        sesi,
        oleh,
        pada,
        "selesaikan_disposisi" if hasil is Hasil.SELESAI else "tanpa_tindak_lanjut",
        f"cabang:{cabang.id}",
        f"{sebutan(cabang.disposisi)} untuk {cabang.penerima.nama}: {NAMA_HASIL[hasil].lower()}.",
        sesudah={
            "penyelesaian": selesai.id,
            "hasil": hasil,
            "berkas": berkas_id,
            **({} if rahasia else {"balasan": selesai.balasan}),
        },
        jabatan=jabatan_nama,
    )
    sesi.flush()
    return selesai


def teruskan(
    sesi: Session, cabang_id: int, oleh: Pelaku, pada: datetime, penerima: Penerima, pesan: str = ""
) -> list[CabangDisposisi]:
    """Forward to subordinates: a child branch each, with message and due date. The own branch stays open.

    Raises as ``selesaikan``; medan "penerima" or "pesan".
    """
    cabang = ambil_cabang(sesi, cabang_id, oleh, kunci=True)
    jabatan = pemegang_terbuka(sesi, cabang, oleh)
    periksa_teks(pesan, "pesan")
    pilihan = [j for j, _ in penerima]
    periksa_penerima(pilihan)
    semua = jabatan_aktif(sesi)
    tujuan = pilih_penerima(semua, pilihan)
    if not set(pilihan) <= bawahan(jabatan.id, atasan_dari(semua)):
        raise MasukanSalah("Disposisi hanya dapat diteruskan kepada bawahan.", "penerima")
    sudah = _memegang(sesi, cabang.disposisi_id) & set(pilihan)
    if sudah:
        nama = ", ".join(j.nama for j in tujuan if j.id in sudah)
        raise MasukanSalah(f"Sudah memegang disposisi ini: {nama}.", "penerima")
    lihat(cabang, oleh, pada)
    baru = [
        CabangDisposisi(
            disposisi_id=cabang.disposisi_id,
            induk_id=cabang.id,
            penerima_id=j,
            pesan=pesan.strip(),
            tenggat=tenggat,
            diteruskan_oleh_id=oleh.pegawai_id,
            dibuat_pada=pada,
        )
        for j, tenggat in penerima
    ]
    sesi.add_all(baru)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "teruskan_disposisi",
        f"cabang:{cabang.id}",
        f"{sebutan(cabang.disposisi)} diteruskan kepada {', '.join(j.nama for j in tujuan)}.",
        sesudah={"cabang": [c.id for c in baru]},
        jabatan=jabatan.nama_lengkap,
    )
    return baru


def batalkan(sesi: Session, cabang_id: int, oleh: Pelaku, pada: datetime) -> CabangDisposisi:
    """Take back a branch while it is unread: by the post that gave it (for a child: that forwarded it)."""
    cabang = ambil_cabang(sesi, cabang_id, oleh, kunci=True)
    jabatan = pemberi_cabang(sesi, cabang, oleh)
    if jabatan is None:
        raise TidakBerwenang("Hanya pemberinya yang dapat membatalkan disposisi ini.")
    pastikan_terbuka(sesi, cabang)
    if cabang.dibaca_pada is not None:
        raise SudahDikerjakan(
            f"Sudah dibaca pukul {_jam(sesi, cabang.dibaca_pada)}; tidak dapat dibatalkan lagi."
        )
    cabang.dibatalkan_pada = pada
    _surat_menunggu_lagi(sesi, cabang)
    catat(
        sesi,
        oleh,
        pada,
        "batalkan_disposisi",
        f"cabang:{cabang.id}",
        f"{sebutan(cabang.disposisi)} untuk {cabang.penerima.nama} dibatalkan sebelum dibaca.",
        jabatan=jabatan.nama_lengkap,
    )
    sesi.flush()
    return cabang


def _surat_menunggu_lagi(sesi: Session, cabang: CabangDisposisi) -> None:
    """When the last branch about an incoming letter is taken back, the letter waits for its post again."""
    surat_id = cabang.disposisi.surat_masuk_id
    if surat_id is None:
        return
    sesi.flush()
    berlaku = (
        select(CabangDisposisi.id)
        .join(CabangDisposisi.disposisi)
        .where(Disposisi.surat_masuk_id == surat_id, CabangDisposisi.dibatalkan_pada.is_(None))
    )
    if sesi.execute(berlaku.limit(1)).first() is None:
        sesi.get_one(SuratMasuk, surat_id).selesai_pada = None


def pemegang_terbuka(sesi: Session, cabang: CabangDisposisi, oleh: Pelaku) -> JabatanMurni:
    """The post under which ``oleh`` holds this open branch; otherwise the fitting Kesalahan."""
    jabatan = next((j for j in oleh.jabatan if j.id == cabang.penerima_id), None)
    if jabatan is None:
        raise TidakBerwenang(f"Disposisi ini ada pada {cabang.penerima.nama}.")
    pastikan_terbuka(sesi, cabang)
    return jabatan


def pemberi_cabang(sesi: Session, cabang: CabangDisposisi, oleh: Pelaku) -> JabatanMurni | None:
    """The held post that gave this branch, or None."""
    pemberi = cabang.disposisi.pemberi_jabatan_id
    if cabang.induk_id is not None:
        pemberi = sesi.execute(
            select(CabangDisposisi.penerima_id).where(CabangDisposisi.id == cabang.induk_id)
        ).scalar_one()
    return next((j for j in oleh.jabatan if j.id == pemberi), None)


def dapat_diteruskan(sesi: Session, cabang: CabangDisposisi, oleh: Pelaku) -> Sequence[tuple[int, str]]:
    """(id, name) of the subordinates this branch may be forwarded to by its holder, in structure order."""
    if cabang.penerima_id not in oleh.jabatan_id:
        return ()
    semua = jabatan_aktif(sesi)
    bawah = bawahan(cabang.penerima_id, atasan_dari(semua)) - _memegang(sesi, cabang.disposisi_id)
    return tuple(
        (j.id, j.nama)
        for j in semua.values()
        if j.id in bawah and Wewenang.TERIMA_DISPOSISI in WEWENANG_PERAN[j.peran]
    )


def _memegang(sesi: Session, disposisi_id: int) -> set[int]:
    """Posts with an open branch of this disposisi."""
    return set(
        sesi.execute(
            select(CabangDisposisi.penerima_id).where(
                CabangDisposisi.disposisi_id == disposisi_id,
                CabangDisposisi.penyelesaian_id.is_(None),
                CabangDisposisi.dibatalkan_pada.is_(None),
            )
        ).scalars()
    )


def pastikan_terbuka(sesi: Session, cabang: CabangDisposisi) -> None:
    """Raise SudahDikerjakan, with who and when, for a branch that ended."""
    if cabang.dibatalkan_pada is not None:
        raise SudahDikerjakan(f"Sudah dibatalkan pemberinya pukul {_jam(sesi, cabang.dibatalkan_pada)}.")
    if cabang.penyelesaian is not None:
        selesai = cabang.penyelesaian
        raise SudahDikerjakan(
            f"Sudah diselesaikan oleh {selesai.oleh_nama} ({selesai.jabatan_nama}) "
            f"pukul {_jam(sesi, selesai.pada)}."
        )


def _jam(sesi: Session, waktu: datetime) -> str:
    setempat = waktu.astimezone(timezone(timedelta(hours=kantor(sesi).zona)))
    return setempat.strftime("%H.%M tanggal %d-%m-%Y")

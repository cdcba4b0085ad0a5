"""The lembar disposisi as PDF, from its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.documents.cetak import cetak
from kinerja.documents.kantor import Penandatangan
from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.lembar_disposisi import TEMPLAT, Balasan, Centang, LembarDisposisi
from kinerja.documents.tanggal import tulis_saat, tulis_tanggal
from kinerja.domain.disposisi import INSTRUKSI, NAMA_HASIL, NAMA_SIFAT, Sifat
from kinerja.domain.jabatan import Wewenang, urai_jabatan
from kinerja.models import kantor as baris_kantor
from kinerja.models.basis_data import db, lepas
from kinerja.models.disposisi import CabangDisposisi, Disposisi, PenyelesaianCabang
from kinerja.models.jabatan import Jabatan
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai
from kinerja.models.surat import SuratMasuk
from kinerja.operations.disposisi.lihat import ambil
from kinerja.operations.penandatangan import jabatan_sendiri
from kinerja.web.akses import pelaku, perlu
from kinerja.web.disposisi.alamat import bp
from kinerja.web.jam import zona
from kinerja.web.penandatangan import AWALAN

# In the order of the paper form.
SIFAT = (Sifat.SANGAT_SEGERA, Sifat.SEGERA, Sifat.RAHASIA, Sifat.BIASA)


@bp.get("/<nomor:disposisi_id>/lembar.pdf")
@perlu(Wewenang.TERIMA_DISPOSISI)
def lembar(disposisi_id: int) -> Response:
    """The slip to print, with what each recipient answered so far."""
    disposisi = ambil(db.session(), disposisi_id, pelaku())
    data = lembar_dari(disposisi)
    lepas(db.session())
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=disposisi.dibuat_pada)
    jawab = Response(hasil.pdf, mimetype="application/pdf")
    nama = f"lembar-disposisi-{disposisi.tahun}-{disposisi.nomor_agenda}.pdf"
    jawab.headers.set("Content-Disposition", "attachment", filename=nama)
    return jawab


def lembar_dari(disposisi: Disposisi) -> LembarDisposisi:
    """``disposisi`` as ``ambil`` loads it. A cancelled branch is not on the slip."""
    office = kantor(db.session())
    cabang = [c for c in disposisi.cabang if c.dibatalkan_pada is None]
    jawaban = any(c.penyelesaian or c.induk_id for c in cabang)
    return LembarDisposisi(
        kantor=kop_dari(office),
        nomor_agenda=f"{disposisi.nomor_agenda}/{disposisi.tahun}",
        hal=disposisi.hal,
        sifat=tuple(Centang(NAMA_SIFAT[s], s is disposisi.sifat) for s in SIFAT),
        diteruskan_kepada=tuple(Centang(_kepada(c), True) for c in cabang if c.induk_id is None),
        dengan_hormat_harap=tuple(Centang(i, i in disposisi.instruksi) for i in INSTRUKSI),
        pemberi=_pemberi(disposisi, office),
        surat_dari=disposisi.surat_dari,
        nomor_surat=disposisi.nomor_surat,
        tanggal_surat=tulis_tanggal(disposisi.tanggal_surat),
        diterima=tulis_tanggal(disposisi.diterima),
        catatan=disposisi.catatan,
        disiapkan_oleh=_penyiap(disposisi),
        agenda_surat=_agenda_surat(disposisi),
        balasan=tuple(_balasan(cabang, None, "", office.zona)) if jawaban else (),
    )


def _kepada(cabang: CabangDisposisi) -> str:
    tenggat = f", paling lambat {tulis_tanggal(cabang.tenggat)}" if cabang.tenggat else ""
    return cabang.penerima.nama + tenggat


def _penyiap(disposisi: Disposisi) -> str:
    if disposisi.atas_nama_id is None:
        return ""
    return f"{disposisi.pemberi_jabatan_nama}, {disposisi.pemberi_nama}"


def _pemberi(disposisi: Disposisi, office: baris_kantor.Kantor) -> Penandatangan:
    """Who gives it, as what on that day; a step's slip is signed "a.n." the Sekretaris or Camat.

    A stand-in signs "a.n." the delegated post, over the own post of that day and the holder's name.
    """
    orang = db.session.get_one(Pegawai, disposisi.pemberi_id)
    hari = disposisi.dibuat_pada.astimezone(zona()).date()
    sebutan, atas_nama = urai_jabatan(disposisi.pemberi_jabatan_nama), ""
    awalan, jabatan = AWALAN[sebutan.awalan], sebutan.nama
    if disposisi.atas_nama_id is not None:
        awalan, jabatan = "a.n.", f"{sebutan.awalan} {sebutan.nama}".strip()
        atas_nama = db.session.execute(
            select(Jabatan.nama).where(Jabatan.id == disposisi.atas_nama_id)
        ).scalar_one()
    elif sebutan.delegasi_dari:
        awalan, atas_nama = "a.n.", f"{sebutan.awalan} {sebutan.nama}".strip()
        jabatan = jabatan_sendiri(db.session(), orang.id, hari)
    return Penandatangan(
        jabatan,
        disposisi.pemberi_nama,
        pangkat=orang.pangkat,
        nip=orang.nip,
        awalan=awalan,
        atas_nama=atas_nama,
        tempat=office.ibu_kota or office.kecamatan,
        tanggal=tulis_tanggal(hari),
        delegasi_dari=sebutan.delegasi_dari,
    )


def _agenda_surat(disposisi: Disposisi) -> str:
    if disposisi.surat_masuk_id is None:
        return ""
    surat = db.session.get_one(SuratMasuk, disposisi.surat_masuk_id)
    return f"{surat.nomor_agenda}/{surat.tahun}"


def _balasan(
    cabang: Sequence[CabangDisposisi],
    induk: CabangDisposisi | None,
    awalan: str,
    nomor_zona: int,
) -> Iterator[Balasan]:
    """The branches as a chain of hops: what was forwarded follows the branch it came from, numbered 2.1."""
    anak = [c for c in cabang if c.induk_id == (induk.id if induk else None)]
    for ke, c in enumerate(anak, start=1):
        nomor = f"{awalan}{ke}"
        yield _satu_balasan(c, nomor, induk, nomor_zona)
        yield from _balasan(cabang, c, f"{nomor}.", nomor_zona)


def _satu_balasan(
    cabang: CabangDisposisi, nomor: str, induk: CabangDisposisi | None, nomor_zona: int
) -> Balasan:
    kepada, selesai, perjalanan = cabang.penerima.nama, cabang.penyelesaian, ""
    if induk is not None:
        bagian = [f"Diteruskan oleh {induk.penerima.nama}, {tulis_saat(cabang.dibuat_pada, nomor_zona)}"]
        if cabang.tenggat:
            bagian.append(f"paling lambat {tulis_tanggal(cabang.tenggat)}")
        perjalanan = ", ".join(bagian)
    if selesai is None:
        keadaan = "Sudah dibaca, belum dijawab" if cabang.dibaca_pada else "Belum dibaca"
        return Balasan(kepada, keadaan, pesan=cabang.pesan, nomor=nomor, perjalanan=perjalanan)
    return Balasan(
        kepada,
        NAMA_HASIL[selesai.hasil],
        oleh=_penjawab(selesai),
        pada=tulis_saat(selesai.pada, nomor_zona),
        teks=selesai.balasan,
        pesan=cabang.pesan,
        nomor=nomor,
        perjalanan=perjalanan,
    )


def _penjawab(selesai: PenyelesaianCabang) -> str:
    """Who answered, with "Plt.", "Plh." or the holder they stood in for."""
    sebutan = urai_jabatan(selesai.jabatan_nama)
    nama = f"{selesai.oleh_nama} ({sebutan.awalan})" if sebutan.awalan else selesai.oleh_nama
    return f"{nama}, delegasi dari {sebutan.delegasi_dari}" if sebutan.delegasi_dari else nama

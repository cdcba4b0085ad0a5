"""The paper original moves; its label for the folder or box is printed."""

from __future__ import annotations

from flask import flash, request, url_for
from werkzeug.wrappers import Response

from kinerja.documents.cetak import cetak
from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.label_arsip import (
    PANJANG_JUDUL,
    PANJANG_KELAS,
    PANJANG_RAK,
    TEMPLAT,
    Label,
    pendek,
    susun_label,
)
from kinerja.documents.tanggal import tulis_tanggal
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.retensi import Nasib
from kinerja.models.basis_data import db, lepas
from kinerja.models.dokumen import Dokumen
from kinerja.models.kantor import kantor
from kinerja.operations.arsip_daftar import dokumen_berurut
from kinerja.operations.rak import pindahkan
from kinerja.operations.retensi import Simpan, semua_kelas, simpan_dokumen
from kinerja.web.akses import pelaku, perlu
from kinerja.web.arsip.daftar import cari_halaman, pilihan_saringan
from kinerja.web.arsip.retensi import rak
from kinerja.web.arsip.rute import bp, cari_dokumen, konteks
from kinerja.web.arsip.simpan import FormRak
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.respond import pindah, respond

__all__ = ["bp"]
LABEL_TERBANYAK = 100
_ANGKA_TERPANJANG = 9


@bp.post("/<nomor:dokumen_id>/rak")
@perlu(Wewenang.UNGGAH_TERTANDA, Wewenang.ATUR_KANTOR)
def pindah_rak(dokumen_id: int) -> Response:
    """Write down where the paper stands now."""
    dokumen, form = cari_dokumen(dokumen_id), FormRak()
    if form.validate():
        with form.menerima():
            ke, semula = form.lokasi_rak.data or "", form.semula.data or ""
            arsip = pindahkan(db.session(), dokumen, ke, semula, pelaku(), sekarang())
            db.session.commit()
            flash(f"Lembar asli dipindahkan ke {arsip.lokasi_rak}. Tempat lamanya tetap tercatat.", "sukses")
            return pindah(url_for("arsip.dokumen", dokumen_id=dokumen_id))
    lepas(db.session())
    return respond("arsip/dokumen.html", status=form.status, **konteks(cari_dokumen(dokumen_id), form))


@bp.get("/label")
@perlu(Wewenang.BACA)
def label() -> Response:
    """Choose the documents whose labels are printed; the filters are those of the list."""
    return _pilih_label()


def _pilih_label(status: int = 200, salah: str = "") -> Response:
    isi = cari_halaman()
    return respond(
        "arsip/label.html",
        "arsip/_label.html",
        status=status,
        **isi,
        **pilihan_saringan(),
        rak={t.dokumen.id: rak(t.dokumen) for t in isi["baris"]},
        salah=salah,
        url_halaman=lambda n: url_for("arsip.label", **isi["alamat"], halaman=n),
    )


@bp.get("/label.pdf")
@perlu(Wewenang.BACA)
def label_pdf() -> Response:
    """The labels of ``?d=1&d=2`` on sheets of A4, ten on each."""
    nomor = [
        int(n)
        for n in request.args.getlist("d")
        if n.isascii() and n.isdigit() and len(n) <= _ANGKA_TERPANJANG
    ]
    if not nomor:
        return _pilih_label(422, "Pilih paling sedikit satu dokumen.")
    if len(nomor) > LABEL_TERBANYAK:
        return _pilih_label(422, f"Paling banyak {LABEL_TERBANYAK} label sekali cetak.")
    semua = dokumen_berurut(db.session(), list(dict.fromkeys(nomor)))
    if not semua:
        raise TidakDitemukan("Dokumen itu tidak ada.")
    kelas, hari = semua_kelas(db.session()), hari_ini()
    data = susun_label(
        kop_dari(kantor(db.session())), [_label(d, simpan_dokumen(d, kelas, hari)) for d in semua]
    )
    lepas(db.session())
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=sekarang())
    jawab = Response(hasil.pdf, mimetype="application/pdf")
    jawab.headers.set("Content-Disposition", "attachment", filename="label-arsip.pdf")
    return jawab


def _label(dokumen: Dokumen, simpan: Simpan) -> Label:
    nama = f"{dokumen.klasifikasi} {simpan.kelas.nama}" if simpan.kelas else dokumen.klasifikasi
    return Label(
        nomor=dokumen.nomor,
        judul=pendek(dokumen.judul, PANJANG_JUDUL),
        tahun=str(dokumen.tahun),
        kelas=pendek(nama, PANJANG_KELAS),
        simpan=kata_simpan(simpan),
        rak=pendek(rak(dokumen), PANJANG_RAK) or "Tempat: …………………………",
        kode=dokumen.kode,
    )


def kata_simpan(simpan: Simpan) -> str:
    """Until when it is kept, as a label says it."""
    if simpan.masa is None:
        return "Masa simpan belum dijadwalkan"
    sampai = tulis_tanggal(simpan.masa.inaktif_sampai)
    akhir = {
        Nasib.MUSNAH: "lalu musnah",
        Nasib.PERMANEN: "lalu permanen",
        Nasib.NILAI: "lalu dinilai kembali",
    }
    return f"Disimpan sampai {sampai}, {akhir[simpan.masa.nasib]}"

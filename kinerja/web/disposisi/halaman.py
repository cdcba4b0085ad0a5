"""What the page of a disposisi shows: the slip, the tree of who holds it, and what this person may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from kinerja.domain.disposisi import NAMA_HASIL, NAMA_SIFAT, Hasil
from kinerja.domain.jabatan import Pelaku
from kinerja.models.basis_data import db
from kinerja.models.berkas import Berkas
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.jabatan import Jabatan
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.models.surat import SuratMasuk
from kinerja.models.tugas import Tugas
from kinerja.operations.disposisi import cabang as verba
from kinerja.operations.disposisi.ingatkan import boleh_lagi
from kinerja.operations.disposisi.permintaan import tugas_permintaan
from kinerja.operations.realisasi.hak import hak_isi
from kinerja.operations.surat_masuk_lihat import ambil as ambil_surat
from kinerja.web.akses import pelaku
from kinerja.web.disposisi.formulir import FormBalas, FormTanpa, FormTeruskan
from kinerja.web.disposisi.penerima import Calon, pejabat_kini
from kinerja.web.jam import hari_ini, zona
from kinerja.web.kata_waktu import Kata
from kinerja.web.unggahan import PETUNJUK, TERIMA


@dataclass(frozen=True)
class Simpul:
    """A branch in the tree. ``dari``: the post that gave or forwarded it; ``pejabat``: who holds the
    recipient's post today; ``terlambat``: days after its due date, of the reply or by now."""

    cabang: CabangDisposisi
    kata: Kata
    dari: str
    pejabat: str
    terlambat: int
    boleh_batal: bool
    boleh_ingatkan: bool
    berkas: Berkas | None
    anak: tuple[Simpul, ...]


def kata_cabang(cabang: CabangDisposisi) -> Kata:
    """Where a branch stands, in words. ``cabang.penyelesaian`` must be loaded."""
    if cabang.dibatalkan_pada is not None:
        return Kata("Dibatalkan", "netral", "silang")
    if cabang.penyelesaian is not None:
        hasil = cabang.penyelesaian.hasil
        kata = "Sudah dibalas" if hasil is Hasil.SELESAI else NAMA_HASIL[hasil]
        return Kata(kata, "baik", "centang")
    if cabang.tenggat is not None and cabang.tenggat < hari_ini():
        kata = "Belum dibalas" if cabang.dibaca_pada else "Belum dibaca"
        return Kata(f"{kata}, terlambat {(hari_ini() - cabang.tenggat).days} hari", "bahaya", "awas")
    if cabang.dibaca_pada is None:
        return Kata("Belum dibaca", "awas", "jam")
    return Kata("Sudah dibaca, belum dibalas", "info", "mata")


def terbuka(cabang: CabangDisposisi) -> bool:
    return cabang.penyelesaian is None and cabang.dibatalkan_pada is None


def konteks(
    disposisi: Disposisi,
    cabang: CabangDisposisi | None = None,
    balas: FormBalas | None = None,
    tanpa: FormTanpa | None = None,
    teruskan: FormTeruskan | None = None,
    salah: str = "",
) -> dict[str, Any]:
    """Page and fragment alike. ``disposisi.cabang`` is loaded with recipients and replies (``ambil``).

    ``cabang``: the branch this page is about; ``salah``: an act that came too late, in words.
    """
    saya = pelaku()
    pegang = cabang is not None and cabang.penerima_id in saya.jabatan_id
    dapat_dikerjakan = pegang and cabang is not None and terbuka(cabang)
    periode = _periode_permintaan(disposisi)
    if teruskan is None:
        teruskan = form_teruskan(cabang, kosong=True)
    return {
        "disposisi": disposisi,
        "cabang": cabang,
        "pohon": pohon(disposisi, saya),
        "surat_masuk": _surat_masuk(disposisi, saya),
        "pengingat": _pengingat(disposisi, cabang),
        "nama_sifat": NAMA_SIFAT,
        "atas_nama": _atas_nama(disposisi),
        "periode": periode,
        "isian_tertutup": _isian_tertutup(periode, cabang) if cabang and dapat_dikerjakan else "",
        "dari_tugas": _tugas(disposisi),
        "dapat_dikerjakan": dapat_dikerjakan,
        "cabang_saya": [c for c in disposisi.cabang if c.penerima_id in saya.jabatan_id and terbuka(c)],
        "form_balas": balas or FormBalas(prefix="balas", formdata=None),
        "form_tanpa": tanpa or FormTanpa(prefix="tanpa", formdata=None),
        "form_teruskan": teruskan,
        "salah": salah,
        "petunjuk_berkas": PETUNJUK,
        "terima_berkas": TERIMA,
    }


def form_teruskan(cabang: CabangDisposisi | None, kosong: bool = False) -> FormTeruskan:
    """The forwarding form with the subordinates to choose from; ``kosong``: not from the request."""
    awal = {"tenggat": cabang.tenggat if cabang and (cabang.tenggat or hari_ini()) >= hari_ini() else None}
    argumen: dict[str, Any] = {"formdata": None, "data": awal} if kosong else {}
    form = FormTeruskan(prefix="terus", **argumen)
    if cabang is not None:
        pejabat = pejabat_kini()
        form.penerima.calon = [
            Calon(j, nama, pejabat.get(j, ""))
            for j, nama in verba.dapat_diteruskan(db.session(), cabang, pelaku())
        ]
    return form


def pohon(disposisi: Disposisi, saya: Pelaku, bertindak: bool = True) -> tuple[Simpul, ...]:
    """The tree; ``bertindak`` False: to look at only, on another page."""
    pejabat = pejabat_kini()
    penerima = {c.id: c.penerima for c in disposisi.cabang}
    berkas = _berkas(disposisi)
    office = kantor(db.session())

    def simpul(cabang: CabangDisposisi) -> Simpul:
        induk = penerima[cabang.induk_id] if cabang.induk_id else None
        pemberi = bertindak and (induk.id if induk else disposisi.pemberi_jabatan_id) in saya.jabatan_id
        selesai = cabang.penyelesaian
        return Simpul(
            cabang,
            kata_cabang(cabang),
            induk.nama if induk else disposisi.pemberi_jabatan_nama,
            pejabat.get(cabang.penerima_id, ""),
            _terlambat(cabang),
            pemberi and terbuka(cabang) and cabang.dibaca_pada is None,
            pemberi and terbuka(cabang) and boleh_lagi(office, cabang.diingatkan_pada, hari_ini()),
            berkas.get(selesai.berkas_id or 0) if selesai else None,
            tuple(simpul(c) for c in disposisi.cabang if c.induk_id == cabang.id),
        )

    return tuple(simpul(c) for c in disposisi.cabang if c.induk_id is None)


def _terlambat(cabang: CabangDisposisi) -> int:
    if cabang.tenggat is None or cabang.dibatalkan_pada is not None:
        return 0
    selesai = cabang.penyelesaian
    sampai = selesai.pada.astimezone(zona()).date() if selesai else hari_ini()
    return max(0, (sampai - cabang.tenggat).days)


def _pengingat(disposisi: Disposisi, cabang: CabangDisposisi | None) -> str:
    """The post that reminded of this branch last; empty when nobody did."""
    if cabang is None or cabang.diingatkan_pada is None:
        return ""
    induk = next((c for c in disposisi.cabang if c.id == cabang.induk_id), None)
    return induk.penerima.nama if induk else disposisi.pemberi_jabatan_nama


def _surat_masuk(disposisi: Disposisi, saya: Pelaku) -> SuratMasuk | None:
    """The incoming letter it is about."""
    if disposisi.surat_masuk_id is None:
        return None
    return ambil_surat(db.session(), disposisi.surat_masuk_id, saya)


def _berkas(disposisi: Disposisi) -> Mapping[int, Berkas]:
    nomor = {c.penyelesaian.berkas_id for c in disposisi.cabang if c.penyelesaian} - {None}
    if not nomor:
        return {}
    return {b.id: b for b in db.session.execute(select(Berkas).where(Berkas.id.in_(nomor))).scalars()}


def _atas_nama(disposisi: Disposisi) -> str:
    if disposisi.atas_nama_id is None:
        return ""
    return db.session.execute(select(Jabatan.nama).where(Jabatan.id == disposisi.atas_nama_id)).scalar_one()


def _tugas(disposisi: Disposisi) -> Tugas | None:
    return db.session.get(Tugas, disposisi.tugas_id) if disposisi.tugas_id else None


def _periode_permintaan(disposisi: Disposisi) -> Periode | None:
    """The period whose data this disposisi asks for; None when it is not the request of step 1."""
    tugas = _tugas(disposisi)
    if tugas is None:
        return None
    asal = tugas_permintaan(db.session(), tugas.periode_id)
    return asal.periode if asal is not None and asal.id == tugas.id else None


def _isian_tertutup(periode: Periode | None, cabang: CabangDisposisi) -> str:
    """Why the realisasi asked for can no longer be filled by who holds this branch; empty while it can."""
    if periode is None or cabang.penerima.unit_id is None:
        return ""
    return hak_isi(db.session(), periode, cabang.penerima.unit_id, pelaku()).alasan

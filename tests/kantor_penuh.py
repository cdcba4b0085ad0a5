"""An office in the middle of its work: a thing of every kind, in every state a page or a form needs.

2026: triwulan I is archived, II is at its sosialisasi, III is being filled, IV waits for its request.
2025: triwulan I is being processed, II composed, III waits for its signature, IV for its number; both semester
and the year run. 2024: triwulan I can finish its step, II invites to its sosialisasi. 2027: just opened.
Perjanjian Kinerja: 2024 to 2026 approved, 2027 a draft, 2028 submitted.
"""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.archive import gudang
from kinerja.domain.disposisi import Hasil, Sifat
from kinerja.domain.jabatan import Peran
from kinerja.domain.lembar_banding import BarisTerbaca, LembarTerbaca, SelTerbaca
from kinerja.domain.lembar_isian import JenisBuku
from kinerja.domain.periode import JenisPeriode
from kinerja.models.dokumen import Dokumen
from kinerja.models.draf import Draf
from kinerja.models.jabatan import Jabatan, Unit
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Koreksi
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.models.pemberitahuan import SurelKeluar
from kinerja.models.pemeriksaan import PaketInspeksi
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_berlaku
from kinerja.models.realisasi import Bukti, LaporanProgres, Realisasi
from kinerja.models.sesi import Sesi
from kinerja.models.tugas import PENGESAHAN, Tugas
from kinerja.operations.arsip import unggah_tertanda
from kinerja.operations.berkas import catat_berkas
from kinerja.operations.delegasi import delegasikan
from kinerja.operations.disposisi.cabang import selesaikan, teruskan
from kinerja.operations.impor import verba as impor
from kinerja.operations.impor.sumber import Sumber
from kinerja.operations.koreksi import IsianKoreksi, koreksi
from kinerja.operations.laporan.revisi import buka_revisi
from kinerja.operations.laporan.temuan import daftar_temuan, jelaskan
from kinerja.operations.masuk import hash_token
from kinerja.operations.periode import buka_tahun
from kinerja.operations.pindaian.verba import terima
from kinerja.operations.sosialisasi import catat_rapat
from kinerja.operations.struktur import buat_jabatan
from kinerja.operations.tugas import ambil
from tests.data_uji_arsip import pdf_uji, simpan_uji, terbit
from tests.data_uji_berkas import pdf
from tests.data_uji_daftar_arsip import jadwal
from tests.data_uji_disposisi import TENGGAT, bebas, cabang_untuk, jabatan_uji, minta_data
from tests.data_uji_laporan import buka_langkah, perjanjian_perubahan, siapkan_draf, tulis_narasi
from tests.data_uji_pindaian import kiriman_uji, terima_uji
from tests.data_uji_pk import bangun_pk
from tests.data_uji_realisasi import isi_semua, triwulan_uji
from tests.data_uji_sekali import isi_jalan
from tests.data_uji_sosialisasi import selesaikan_langsung, tanggapan_uji, undang_uji
from tests.data_uji_surat_masuk import surat_uji
from tests.kantor_penuh_sop import isi_sop
from tests.kantor_uji import AWAL, PEMERAN, TAHUN, orang_uji

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
Nomor = dict[str, int]


def bangun_penuh(sesi: Session, data: Path) -> Nomor:
    """Fill the office of ``tests.kantor_uji``; the names of the answer are what ``tests/data`` calls things."""
    nomor: Nomor = {"tahun": TAHUN, "tahun_draf": 2027, "tahun_diajukan": 2028, "tahun_kosong": 2029}
    _orang(sesi, nomor)
    _perjanjian_kinerja(sesi, nomor)
    _tahun_ini(sesi, data, nomor)
    _tahun_lalu(sesi, data, nomor)
    _tahun_lain(sesi, data, nomor)
    _tahun_revisi(sesi, data, nomor)
    _disposisi(sesi, data, nomor)
    _impor(sesi, nomor)
    isi_jalan(sesi, data, nomor)
    _kembali(sesi, data, nomor)
    kantor(sesi).libur_lokal = [["2026-10-27", "Hari jadi kabupaten"]]
    isi_sop(sesi, nomor)
    _paket(sesi, data, nomor)
    jadwal(sesi)
    sesi.flush()
    return nomor


def _paket(sesi: Session, data: Path, n: Nomor) -> None:
    """A finished inspection pack of 2025."""
    jalur = data / "paket" / "paket-inspeksi-2025-1.zip"
    jalur.parent.mkdir()
    jalur.write_bytes(b"PK")
    paket = PaketInspeksi(
        tahun=2025,
        diminta_pada=PADA,
        diminta_oleh_nama="Sekretaris Uji",
        keadaan="siap",
        sha256=hashlib.sha256(b"PK").hexdigest(),
        ukuran=2,
    )
    sesi.add(paket)
    sesi.flush()
    n["paket"] = paket.id


def _orang(sesi: Session, n: Nomor) -> None:
    for nama in PEMERAN:
        pegawai = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama)).scalar_one()
        n[f"pegawai_{nama}"] = pegawai.id
        masuk = Sesi(
            token_hash=hash_token(f"token-uji-{nama}"),
            pegawai_id=pegawai.id,
            dibuat_pada=PADA,
            terlihat_pada=PADA,
        )
        sesi.add(masuk)
        sesi.flush()
        n[f"sesi_{nama}"] = masuk.id
        n[f"jabatan_{nama}"] = jabatan_uji(sesi, nama).id
    isi = {"isian": [["hal", "Rapat"]], "halaman": "/disposisi/baru", "dasar": ""}
    draf = Draf(pegawai_id=n["pegawai_camat"], kunci="/disposisi/baru", isi=isi, disimpan_pada=PADA)
    sesi.add(draf)
    sesi.flush()
    n["draf"] = draf.id
    surel = SurelKeluar(
        kunci=f"{n['pegawai_camat']}:uji",
        kepada="camat@kantor.test",
        perihal="kinerja: uji",
        isi="Uji",
        dibuat_pada=PADA,
        coba_lagi_pada=PADA,
    )
    sesi.add(surel)
    sesi.flush()
    n["surel"] = surel.id
    n["penugasan"] = sesi.execute(
        select(Penugasan.id).where(Penugasan.pegawai_id == n["pegawai_kasi_kesos"])
    ).scalar_one()
    titipan = delegasikan(
        sesi,
        n["penugasan"],
        n["pegawai_kasi_trantib"],
        PADA.date(),
        PADA.date(),
        "Dinas luar.",
        orang_uji(sesi, "kasi_kesos"),
        PADA,
        PADA.date(),
    )
    n["delegasi"] = titipan.id
    unit = {u.nama: u.id for u in sesi.execute(select(Unit)).scalars()}
    n["unit_pelayanan"], n["unit_pmd"] = unit["Seksi Pelayanan Umum"], unit["Seksi Pemberdayaan Masyarakat"]
    kosong = Unit(nama="Seksi Cadangan")
    sesi.add(kosong)
    sesi.flush()
    n["unit_kosong"] = kosong.id
    n["jabatan_kosong"] = buat_jabatan(
        sesi, "Staf Cadangan", Peran.STAF, None, AWAL, n["unit_pmd"], n["jabatan_kasi_pmd"]
    ).id


def _perjanjian_kinerja(sesi: Session, n: Nomor) -> None:
    for tahun in (2024, 2025, 2026, 2027, 2028):
        pk = bangun_pk(sesi, tahun, setujui=tahun <= TAHUN)
        awalan = {2025: "lalu_", 2026: "", 2027: "draf_"}.get(tahun)
        if awalan is None:
            continue
        n[f"{awalan}sasaran"] = pk.sasaran[0].id
        n[f"{awalan}indikator"] = pk.sasaran[0].indikator[0].id
        n[f"{awalan}program"] = pk.sasaran[0].program[0].id
        n[f"{awalan}aksi"] = pk.sasaran[0].indikator[0].rencana_aksi[0].id
        n[f"{awalan}indikator_pmd"] = pk.sasaran[1].indikator[1].id
        n[f"{awalan}aksi_pmd"] = pk.sasaran[1].indikator[1].rencana_aksi[0].id
        n[f"{awalan}program_pmd"] = pk.sasaran[1].program[1].id
        n[f"{awalan}indikator_predikat"] = pk.sasaran[3].indikator[0].id
    ajuan = sesi.execute(select(PerjanjianKinerja).where(PerjanjianKinerja.tahun == 2028)).scalar_one()
    ajuan.diajukan_pada, ajuan.diajukan_oleh_id = PADA, n["pegawai_kasubag_perencanaan"]
    sesi.flush()


def _periode(sesi: Session, n: Nomor, nama: str, jenis: JenisPeriode, ke: int, tahun: int) -> Periode:
    """The period, with its id and the ids of its steps in ``n`` (``tw3``, ``tw3_2``, ``tw3_pengesahan``)."""
    periode = sesi.execute(periode_satu(tahun, jenis, ke)).scalar_one()
    n[nama] = periode.id
    for tugas in sesi.execute(select(Tugas).where(Tugas.periode_id == periode.id)).scalars():
        n[f"{nama}_{tugas.kunci}"] = tugas.id
    return periode


def _tugas(sesi: Session, n: Nomor, nama: str, selesai: int, buka: str | None = None) -> None:
    """Steps 1 to ``selesai`` of a triwulan are done, ``buka`` is open."""
    for ke in range(1, selesai + 1):
        selesaikan_langsung(sesi, ambil(sesi, n[f"{nama}_{ke}"]), PADA)
    if buka:
        ambil(sesi, n[f"{nama}_{buka}"]).dibuka_pada = PADA
    sesi.flush()


def _tahun_ini(sesi: Session, data: Path, n: Nomor) -> None:
    tw = JenisPeriode.TRIWULAN
    staf = orang_uji(sesi, "staf_perencanaan")
    for ke in (1, 2, 3):
        isi_semua(sesi, _periode(sesi, n, f"tw{ke}", tw, ke, TAHUN), PADA, data=data)
    _periode(sesi, n, "tw4", tw, 4, TAHUN)
    ambil(sesi, n["tw4_1"]).dibuka_pada = PADA
    _disahkan(sesi, data, n, "tw1", triwulan_uji(sesi, 1))
    arsip = unggah_tertanda(
        sesi,
        n["tw1_pengesahan"],
        simpan_uji(sesi, data, pdf_uji(2, "tertanda")),
        2,
        "basah",
        "Lemari 2",
        "",
        orang_uji(sesi, "camat"),
        PADA,
    )
    n["arsip"], n["berkas_arsip"] = arsip.id, arsip.berkas_id
    siapkan_draf(sesi, triwulan_uji(sesi, 2), "3", staf)
    _tugas(sesi, n, "tw2", 4, "5")
    temu = undang_uji(sesi, ambil(sesi, n["tw2_5"]), "kasi_pelayanan", "kasi_pmd", "kasubag_perencanaan")
    n["sosialisasi"] = temu.id
    n["tanggapan_pelayanan"] = tanggapan_uji(sesi, temu, "kasi_pelayanan").id
    n["tanggapan_pmd"] = tanggapan_uji(sesi, temu, "kasi_pmd").id
    _diisi(sesi, n)


def _impor(sesi: Session, n: Nomor) -> None:
    """A workbook of Pelayanan, looked at and waiting: one cell changes."""
    oleh = orang_uji(sesi, "kasi_pelayanan")
    sumber = Sumber(JenisBuku.REALISASI, TAHUN, n["tw3"], n["unit_pelayanan"])
    buku = impor.buku(sesi, sumber, oleh)
    lembar = buku.lembar[0]
    baris = lembar.baris[0]
    sel = tuple(SelTerbaca("angka", "86.75") if k.medan == "nilai" else None for k in lembar.kolom)
    terbaca = LembarTerbaca(
        lembar.nama,
        buku.tanda(lembar),
        buku.sidik(),
        tuple(k.judul for k in lembar.kolom),
        (BarisTerbaca(5, baris.kunci, sel),),
    )
    n["impor"] = impor.periksa(sesi, sumber, (terbaca,), "lembar.xlsx", "0" * 64, oleh, PADA).id


def _diisi(sesi: Session, n: Nomor) -> None:
    """Triwulan III: every unit has sent, but Pelayanan; its Staf may fill, too."""
    permintaan = minta_data(sesi, 3)
    n["permintaan"] = permintaan.id
    cabang = cabang_untuk(permintaan, sesi.get_one(Jabatan, n["jabatan_kasi_pelayanan"]))
    n["cabang_permintaan"] = cabang.id
    teruskan(
        sesi,
        cabang.id,
        orang_uji(sesi, "kasi_pelayanan"),
        PADA,
        [(n["jabatan_staf_pelayanan"], TENGGAT)],
        "Tolong diisi.",
    )
    _tugas(sesi, n, "tw3", 1, "2")
    laporan = sesi.execute(
        select(LaporanProgres).where(
            LaporanProgres.periode_id == n["tw3"], LaporanProgres.unit_id == n["unit_pelayanan"]
        )
    ).scalar_one()
    laporan.dikirim_pada = None
    for nama in ("indikator", "indikator_pmd"):
        bukti = sesi.execute(
            select(Bukti)
            .join(Realisasi, Realisasi.id == Bukti.realisasi_id)
            .where(Realisasi.indikator_id == n[nama], Realisasi.triwulan == 3)
        ).scalar_one()
        n[f"bukti_{nama}"], n["berkas_bukti"] = bukti.id, bukti.berkas_id
    sesi.flush()


def _disahkan(sesi: Session, data: Path, n: Nomor, nama: str, periode: Periode) -> None:
    """All steps of a triwulan done, its report frozen and issued."""
    laporan = siapkan_draf(sesi, periode, "3", orang_uji(sesi, "staf_perencanaan"))
    tulis_narasi(sesi, laporan)
    laporan.dibekukan_pada = PADA
    _tugas(sesi, n, nama, 5, PENGESAHAN)
    sesi.expire_all()
    dokumen = terbit(sesi, data, ambil(sesi, n[f"{nama}_pengesahan"]))
    n[f"dokumen_{nama}"] = dokumen.id


def _kembali(sesi: Session, data: Path, n: Nomor) -> None:
    """The signed report of triwulan III of last year came back, and a file whose code nobody could read."""
    dokumen = sesi.get_one(Dokumen, n["dokumen_lalu3"])
    pindaian = terima_uji(sesi, data, dokumen, 1, 2, tanda="kembali")
    n["pindaian"], n["berkas_pindaian"] = pindaian.id, pindaian.berkas_id
    gelap = kiriman_uji(sesi, data, dokumen, 0, tanda="gelap")
    n["pindaian_gelap"] = terima(sesi, gelap, None, orang_uji(sesi, "kasubag_umum"), PADA).id


def _tahun_revisi(sesi: Session, data: Path, n: Nomor) -> None:
    """Triwulan IV of 2024: signed, closed, and being revised."""
    periode = _periode(sesi, n, "revisi", JenisPeriode.TRIWULAN, 4, 2024)
    isi_semua(sesi, periode, PADA, data=data)
    _disahkan(sesi, data, n, "revisi", periode)
    periode = sesi.get_one(Periode, n["revisi"])
    periode.ditutup_pada = PADA
    sesi.flush()
    buka_revisi(sesi, periode, "Salah ketik.", orang_uji(sesi, "kasubag_perencanaan"), PADA)
    sah = select(Realisasi).where(Realisasi.tahun == TAHUN, Realisasi.triwulan == 1)
    berubah = sesi.execute(sah.order_by(Realisasi.id).limit(1)).scalar_one()
    berubah.hambatan = "Hujan."  # the signed report of tw1 says otherwise
    sesi.flush()


def _tahun_lalu(sesi: Session, data: Path, n: Nomor) -> None:
    lembar = sesi.execute(select(LembarSop)).scalar_one()
    buka_tahun(sesi, lembar, 2025, orang_uji(sesi, "kasubag_umum"), AWAL)
    tw, staf, kasubag = (
        JenisPeriode.TRIWULAN,
        orang_uji(sesi, "staf_perencanaan"),
        orang_uji(sesi, "kasubag_perencanaan"),
    )
    lalu = {ke: _periode(sesi, n, f"lalu{ke}", tw, ke, 2025) for ke in (1, 2, 3, 4)}
    semester = {ke: _periode(sesi, n, f"sem{ke}", JenisPeriode.SEMESTER, ke, 2025) for ke in (1, 2)}
    tahunan = _periode(sesi, n, "tahunan", JenisPeriode.TAHUNAN, 1, 2025)
    for ke, periode in lalu.items():
        isi_semua(sesi, periode, PADA, data=data, bukti=ke > 1)
    _disahkan(sesi, data, n, "lalu3", lalu[3])
    _tugas(sesi, n, "lalu1", 2, "3")
    siapkan_draf(sesi, lalu[1], "3", staf)
    siapkan_draf(sesi, lalu[2], "3", staf)
    _tugas(sesi, n, "lalu2", 3, "4")
    beku = siapkan_draf(sesi, lalu[4], "3", staf)
    tulis_narasi(sesi, beku)
    beku.dibekukan_pada = PADA
    _tugas(sesi, n, "lalu4", 5, PENGESAHAN)
    buka_langkah(sesi, semester[1], "6")
    tulis_narasi(sesi, siapkan_draf(sesi, semester[2], "7", kasubag))
    siapkan_draf(sesi, tahunan, "9", kasubag)
    _dikoreksi(sesi, n)


def _tahun_lain(sesi: Session, data: Path, n: Nomor) -> None:
    lembar = sesi.execute(select(LembarSop)).scalar_one()
    for tahun in (2024, 2027):
        buka_tahun(sesi, lembar, tahun, orang_uji(sesi, "kasubag_umum"), AWAL)
    staf = orang_uji(sesi, "staf_perencanaan")
    lama1, lama2 = (_periode(sesi, n, f"lama{ke}", JenisPeriode.TRIWULAN, ke, 2024) for ke in (1, 2))
    for periode in (lama1, lama2):
        isi_semua(sesi, periode, PADA, data=data)
        siapkan_draf(sesi, periode, "3", staf)
    _tugas(sesi, n, "lama1", 2)
    sesi.flush()
    sesi.expire_all()
    for baris in daftar_temuan(sesi, lama1):
        if baris.temuan.perlu_penjelasan:
            jelaskan(sesi, lama1, baris.temuan.kunci, "Memang begitu.", staf, PADA)
    _tugas(sesi, n, "lama2", 4, "5")
    _periode(sesi, n, "depan1", JenisPeriode.TRIWULAN, 1, 2027)
    _perubahan_menyusul(sesi, n)


def _perubahan_menyusul(sesi: Session, n: Nomor) -> None:
    """A change of the PK 2024 after three of its triwulan had begun; these stay with the first version."""
    pk = sesi.execute(pk_berlaku(2024)).scalar_one()
    for ke in (1, 2, 3):
        _periode(sesi, n, f"lama{ke}", JenisPeriode.TRIWULAN, ke, 2024)
        sesi.execute(periode_satu(2024, JenisPeriode.TRIWULAN, ke)).scalar_one().pk_id = pk.id
    perjanjian_perubahan(sesi, pk, tuple(range(len(pk.sasaran))))


def _dikoreksi(sesi: Session, n: Nomor) -> None:
    """Triwulan II of last year had a round; its correction waits in the composing step."""
    kelima = ambil(sesi, n["lalu2_5"])
    _tugas(sesi, n, "lalu2", 4, "5")
    temu = undang_uji(sesi, kelima, "kasi_pmd")
    jawaban = tanggapan_uji(sesi, temu, "kasi_pmd")
    koreksi(sesi, jawaban.id, orang_uji(sesi, "kasi_pmd"), PADA, [IsianKoreksi("Bab I", "Angka keliru.")])
    catat_rapat(
        sesi, temu.id, orang_uji(sesi, "sekretaris"), PADA, hadir=[jawaban.id], notulen="Dibahas.",
        tanggal=temu.tanggal,
    )  # fmt: skip
    n["sosialisasi_lalu"] = temu.id
    n["koreksi"] = sesi.execute(select(Koreksi.id)).scalar_one()
    kelima.dibuka_pada = None
    keempat = ambil(sesi, n["lalu2_4"])
    keempat.penyelesaian_id = None
    sesi.flush()


def _disposisi(sesi: Session, data: Path, n: Nomor) -> None:
    rahasia = bebas(sesi, "camat", "kasi_pmd", "kasi_kesos", sifat=Sifat.RAHASIA, hal="Perihal rahasia")
    biasa = bebas(sesi, "camat", "kasi_pelayanan", "kasi_pmd", hal="Perihal biasa")
    n["rahasia"], n["disposisi"] = rahasia.id, biasa.id
    pmd, kesos = (sesi.get_one(Jabatan, n[f"jabatan_{x}"]) for x in ("kasi_pmd", "kasi_kesos"))
    n["cabang_rahasia"] = cabang_untuk(rahasia, kesos).id
    isi = pdf(1, "balasan rahasia")
    tersimpan = gudang.simpan(data, io.BytesIO(isi), len(isi))
    assert tersimpan.sha256 == hashlib.sha256(isi).hexdigest()
    oleh = orang_uji(sesi, "kasi_pmd")
    berkas = catat_berkas(sesi, tersimpan, "balasan.pdf", "application/pdf", oleh, PADA)
    selesaikan(sesi, cabang_untuk(rahasia, pmd).id, oleh, PADA, Hasil.SELESAI, "Balasan rahasia.", berkas.id)
    n["berkas_rahasia"] = berkas.id
    n["cabang_pelayanan"] = cabang_untuk(biasa, sesi.get_one(Jabatan, n["jabatan_kasi_pelayanan"])).id
    n["cabang_pmd"] = cabang_untuk(biasa, pmd).id
    n["surat_masuk"] = surat_uji(sesi).id
    pindaian = simpan_uji(sesi, data, pdf(1, "surat rahasia"))
    gaib = surat_uji(sesi, hal="Pemeriksaan khusus", sifat=Sifat.RAHASIA, berkas=pindaian)
    n["surat_masuk_rahasia"], n["berkas_surat_rahasia"] = gaib.id, pindaian.id

"""Delegasi: given by the holder or the Sekretaris, for a stated time, with both names on record."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import Sifat
from kinerja.domain.jabatan import JenisPenugasan, Pelaku, Peran, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.delegasi import Delegasi
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.operations.delegasi import (
    boleh_cabut,
    cabut_delegasi,
    calon_penerima,
    daftar_delegasi,
    dapat_didelegasikan,
    delegasikan,
)
from kinerja.operations.disposisi.cabang import selesaikan as balas
from kinerja.operations.disposisi.daftar import keluar, masuk_terbuka
from kinerja.operations.disposisi.lihat import ambil as ambil_disposisi
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.orang import pelaku_dari
from kinerja.operations.penandatangan import penanda
from kinerja.operations.penugasan import akhiri_penugasan, tugaskan
from tests.data_uji_disposisi import OKTOBER, bebas, cabang_untuk, jabatan_uji, minta_data, tugas_uji
from tests.data_uji_laporan import bangun_tangan
from tests.kantor_uji import orang_uji

HARI = OKTOBER.date()
AKHIR = HARI + timedelta(days=4)


def pegawai(sesi: Session, nama: str) -> Pegawai:
    return sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama)).scalar_one()


def penugasan(sesi: Session, nama: str) -> Penugasan:
    return (
        sesi.execute(
            select(Penugasan).where(Penugasan.pegawai_id == pegawai(sesi, nama).id).order_by(Penugasan.id)
        )
        .scalars()
        .all()[0]
    )


def orang(sesi: Session, nama: str, hari: date = HARI) -> Pelaku:
    return pelaku_dari(sesi, pegawai(sesi, nama), hari)


def beri(sesi: Session, dari: str, kepada: str, oleh: str = "", **ubah: Any) -> Delegasi:
    isi = {"mulai": HARI, "selesai": AKHIR, "alasan": "Dinas luar.", **ubah}
    return delegasikan(
        sesi,
        penugasan(sesi, dari).id,
        pegawai(sesi, kepada).id,
        isi["mulai"],
        isi["selesai"],
        isi["alasan"],
        orang(sesi, oleh or dari),
        OKTOBER,
        HARI,
    )


def terakhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def test_the_stand_in_holds_the_post_from_the_first_to_the_last_day_and_the_holder_keeps_it(
    sesi: Session,
) -> None:
    beri(sesi, "kasubag_umum", "kasubag_perencanaan", mulai=HARI + timedelta(days=1))
    nama = {
        hari: [j.nama_lengkap for j in orang(sesi, "kasubag_perencanaan", hari).jabatan][1:]
        for hari in (HARI, HARI + timedelta(days=1), AKHIR, AKHIR + timedelta(days=1))
    }
    titipan = "a.n. Kasubag Umum dan Kepegawaian – delegasi dari Kasubag Umum dan Kepegawaian Uji"
    assert list(nama.values()) == [[], [titipan], [titipan], []]
    assert orang(sesi, "kasubag_umum", AKHIR).berperan(Peran.KASUBAG_UMUM)


def test_the_inbox_says_whose_work_it_is_and_the_act_carries_both_names(sesi: Session) -> None:
    bangun_tangan(sesi)
    minta_data(sesi)
    beri(sesi, "kasi_pelayanan", "kasi_pmd")
    kotak = isi_kotak(sesi, orang(sesi, "kasi_pmd"), OKTOBER)
    titipan = [b for b in kotak if b.delegasi_dari]
    assert {b.delegasi_dari for b in titipan} == {"Kasi Pelayanan Umum Uji"}
    milik = isi_kotak(sesi, orang(sesi, "kasi_pelayanan"), OKTOBER)
    assert [b.tempat for b in milik] == [b.tempat for b in titipan]
    assert not [b for b in milik if b.delegasi_dari]
    (cabang,) = [b for b in titipan if b.jenis == "disposisi"]
    selesai = balas(sesi, cabang.tempat[1], orang(sesi, "kasi_pmd"), OKTOBER, balasan="Sudah.")
    harapan = "a.n. Kasi Pelayanan Umum – delegasi dari Kasi Pelayanan Umum Uji"
    assert (selesai.oleh_nama, selesai.jabatan_nama) == ("Kasi Pemberdayaan Masyarakat Uji", harapan)
    assert (terakhir(sesi).pelaku_nama, terakhir(sesi).jabatan_nama) == (selesai.oleh_nama, harapan)


def test_work_that_is_also_the_own_post_s_stands_once_and_as_the_own(sesi: Session) -> None:
    """Camat and Kasubag Perencanaan both see Pengesahan: the Kasubag standing in for the Camat sees it once."""
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, 1, "pengesahan")
    tugas.dibuka_pada = OKTOBER
    sesi.flush()
    beri(sesi, "camat", "kasubag_perencanaan")
    kotak = isi_kotak(sesi, orang(sesi, "kasubag_perencanaan"), OKTOBER)
    assert [(b.tempat, b.delegasi_dari) for b in kotak if b.jenis == "pengesahan"] == [
        (("tugas", tugas.id), "")
    ]


def test_both_names_are_in_the_audit_row_of_the_grant(sesi: Session) -> None:
    d = beri(sesi, "kasi_kesos", "kasi_pmd", alasan="  Cuti\n tahunan. ")
    baris = terakhir(sesi)
    assert baris.tindakan == "delegasikan" and baris.objek == f"delegasi:{d.id}"
    assert "Kasi Kesejahteraan Sosial Uji" in baris.uraian
    assert "Kasi Pemberdayaan Masyarakat Uji" in baris.uraian
    assert "dari 08-10-2026 sampai 12-10-2026. Alasan: Cuti tahunan." in baris.uraian


def test_the_sekretaris_delegates_anybody_s_post_and_others_only_their_own(sesi: Session) -> None:
    d = beri(sesi, "kasi_kesos", "kasi_pmd", oleh="sekretaris")
    assert (d.pemegang_id, d.diberikan_oleh_nama) == (pegawai(sesi, "kasi_kesos").id, "Sekretaris Uji")
    with pytest.raises(MasukanSalah) as salah:
        beri(sesi, "kasi_trantib", "kasi_pmd", oleh="kasi_pelayanan")
    assert salah.value.medan == "penugasan_id"
    with pytest.raises(TidakBerwenang):
        beri(sesi, "kasi_trantib", "kasi_pmd", oleh="admin")


def test_a_stand_in_cannot_delegate_on_nor_act_as_the_sekretaris_who_grants(sesi: Session) -> None:
    beri(sesi, "sekretaris", "kasi_pmd")
    pengganti = orang(sesi, "kasi_pmd")
    assert pengganti.berperan(Peran.SEKRETARIS)
    assert [p.jabatan.peran for p in dapat_didelegasikan(sesi, pengganti, HARI)] == [Peran.KASI]
    with pytest.raises(MasukanSalah, match="tidak dapat didelegasikan lagi"):
        beri(sesi, "sekretaris", "kasi_kesos", oleh="kasi_pmd")
    assert len(daftar_delegasi(sesi, pengganti)) == 1
    beri(sesi, "kasi_kesos", "kasi_trantib", oleh="sekretaris")
    assert len(daftar_delegasi(sesi, pengganti)) == 1
    assert len(daftar_delegasi(sesi, orang(sesi, "sekretaris"))) == 2


def test_the_admin_s_post_is_never_delegated_and_an_admin_only_stands_in_for_nobody(sesi: Session) -> None:
    assert Peran.ADMIN not in {
        p.jabatan.peran for p in dapat_didelegasikan(sesi, orang(sesi, "sekretaris"), HARI)
    }
    assert pegawai(sesi, "admin") not in calon_penerima(sesi, HARI)
    with pytest.raises(MasukanSalah) as salah:
        beri(sesi, "camat", "admin")
    assert salah.value.medan == "penerima_id"


@pytest.mark.parametrize(
    ("ubah", "medan"),
    [
        ({"mulai": HARI - timedelta(days=1)}, "mulai"),
        ({"selesai": HARI - timedelta(days=1)}, "selesai"),
        ({"alasan": "  "}, "alasan"),
        ({"alasan": "x" * 301}, "alasan"),
    ],
)
def test_the_time_is_stated_and_not_past_and_there_is_a_reason(
    sesi: Session, ubah: dict[str, Any], medan: str
) -> None:
    with pytest.raises(MasukanSalah) as salah:
        beri(sesi, "camat", "sekretaris", **ubah)
    assert salah.value.medan == medan


def test_not_to_oneself_not_to_a_fellow_holder_and_not_beyond_the_own_assignment(sesi: Session) -> None:
    with pytest.raises(MasukanSalah, match="pemegangnya sendiri"):
        beri(sesi, "camat", "camat")
    admin = orang(sesi, "admin")
    plh = tugaskan(
        sesi,
        pegawai(sesi, "sekretaris"),
        jabatan_uji(sesi, "camat"),
        HARI,
        admin,
        OKTOBER,
        JenisPenugasan.PLH,
        AKHIR,
    )
    with pytest.raises(MasukanSalah, match="sudah memegang"):
        beri(sesi, "camat", "sekretaris")
    with pytest.raises(MasukanSalah, match="hanya sampai 12-10-2026"):
        delegasikan(
            sesi,
            plh.id,
            pegawai(sesi, "kasi_pmd").id,
            HARI,
            AKHIR + timedelta(days=1),
            "Rapat.",
            orang(sesi, "sekretaris"),
            OKTOBER,
            HARI,
        )


def test_one_post_is_not_delegated_to_two_people_at_once(sesi: Session) -> None:
    pertama = beri(sesi, "camat", "sekretaris")
    with pytest.raises(MasukanSalah, match="sudah didelegasikan kepada Sekretaris Uji"):
        beri(sesi, "camat", "kasi_pmd", mulai=AKHIR, selesai=AKHIR + timedelta(days=3))
    beri(sesi, "camat", "kasi_pmd", mulai=AKHIR + timedelta(days=1), selesai=AKHIR + timedelta(days=3))
    cabut_delegasi(sesi, pertama.id, orang(sesi, "camat"), OKTOBER, HARI)
    beri(sesi, "camat", "kasi_kesos")


def test_revoking_ends_it_at_once_but_not_for_the_days_before(sesi: Session) -> None:
    d = beri(sesi, "camat", "sekretaris")
    besok, lusa = OKTOBER + timedelta(days=1), HARI + timedelta(days=2)
    cabut_delegasi(sesi, d.id, orang(sesi, "camat"), besok, besok.date())
    assert "dicabut" in terakhir(sesi).uraian and "Sekretaris Uji" in terakhir(sesi).uraian
    berperan = {h: orang(sesi, "sekretaris", h).berperan(Peran.CAMAT) for h in (HARI, besok.date(), lusa)}
    assert list(berperan.values()) == [True, False, False]
    with pytest.raises(SudahDikerjakan, match="Camat Uji"):
        cabut_delegasi(sesi, d.id, orang(sesi, "camat"), besok, besok.date())
    assert not boleh_cabut(d, orang(sesi, "camat"), HARI)


def test_only_holder_and_sekretaris_revoke(sesi: Session) -> None:
    d = beri(sesi, "kasi_kesos", "kasi_pmd")
    with pytest.raises(TidakBerwenang):
        cabut_delegasi(sesi, d.id, orang(sesi, "kasi_pmd"), OKTOBER, HARI)
    with pytest.raises(TidakDitemukan):
        cabut_delegasi(sesi, d.id, orang(sesi, "kasi_trantib"), OKTOBER, HARI)
    with pytest.raises(SudahDikerjakan, match="berakhir"):
        cabut_delegasi(sesi, d.id, orang(sesi, "kasi_kesos"), OKTOBER, AKHIR + timedelta(days=1))
    assert boleh_cabut(d, orang(sesi, "sekretaris"), HARI)
    cabut_delegasi(sesi, d.id, orang(sesi, "sekretaris"), OKTOBER, HARI)


def test_it_ends_with_the_holder_s_own_assignment(sesi: Session) -> None:
    beri(sesi, "kasi_kesos", "kasi_pmd")
    akhiri_penugasan(sesi, penugasan(sesi, "kasi_kesos").id, HARI, orang(sesi, "admin"), OKTOBER, HARI)
    assert len(orang(sesi, "kasi_pmd", HARI).jabatan) == 2
    assert len(orang(sesi, "kasi_pmd", HARI + timedelta(days=1)).jabatan) == 1


def test_powers_travel_with_the_post_but_what_is_rahasia_stays_with_the_holder(sesi: Session) -> None:
    rahasia = bebas(sesi, "camat", "kasi_pelayanan", sifat=Sifat.RAHASIA)
    biasa = bebas(sesi, "camat", "kasi_pelayanan")
    beri(sesi, "kasi_pelayanan", "kasi_pmd")
    beri(sesi, "camat", "kasi_kesos")
    pengganti, camat = orang(sesi, "kasi_pmd"), orang(sesi, "kasi_kesos")
    assert [c.disposisi_id for c in masuk_terbuka(sesi, pengganti)] == [biasa.id]
    assert {b.tempat[1] for b in isi_kotak(sesi, pengganti, OKTOBER) if b.jenis == "disposisi"} == {
        cabang_untuk(biasa, jabatan_uji(sesi, "kasi_pelayanan")).id
    }
    assert camat.boleh(Wewenang.SETUJUI_PK)
    assert [d.id for d in keluar(sesi, camat)] == [biasa.id]
    for siapa in (pengganti, camat):
        assert ambil_disposisi(sesi, biasa.id, siapa) is biasa
        with pytest.raises(TidakDitemukan):
            ambil_disposisi(sesi, rahasia.id, siapa)
    assert len(masuk_terbuka(sesi, orang(sesi, "kasi_pelayanan"))) == 2


def test_the_stand_in_of_the_camat_signs_an_with_both_names(sesi: Session) -> None:
    beri(sesi, "camat", "sekretaris")
    siapa = penanda(sesi, Peran.CAMAT, HARI)
    assert siapa is not None
    assert (siapa.nama, siapa.awalan, siapa.jabatan, siapa.atas_nama, siapa.delegasi_dari) == (
        "Sekretaris Uji",
        "a.n.",
        "Sekretaris",
        "Camat",
        "Camat Uji",
    )
    assert siapa.jabatan_lengkap == "a.n. Camat (Sekretaris) – delegasi dari Camat Uji"
    sesudah = penanda(sesi, Peran.CAMAT, AKHIR + timedelta(days=1))
    assert sesudah is not None and sesudah.jabatan_lengkap == "Camat"


def test_the_cast_is_untouched_without_a_delegation(sesi: Session) -> None:
    assert orang(sesi, "camat") == orang_uji(sesi, "camat")

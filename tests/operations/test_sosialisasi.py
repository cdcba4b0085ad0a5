"""Sosialisasi of a draft: invitation, answers, minutes, closing, and what a return leaves behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import JenisPenugasan, Pelaku
from kinerja.domain.kesalahan import (
    BelumLengkap,
    Kesalahan,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.sop import Halaman
from kinerja.models.catatan import Catatan
from kinerja.models.jabatan import Jabatan
from kinerja.models.laporan import Koreksi, Sosialisasi, Tanggapan
from kinerja.models.pegawai import Pegawai
from kinerja.models.tugas import Tugas
from kinerja.operations import koreksi as jawab
from kinerja.operations import sosialisasi as verba
from kinerja.operations import tugas as langkah
from kinerja.operations import undangan as undang
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.kelengkapan import periksa
from kinerja.operations.koreksi import IsianKoreksi
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.langkah import ATURAN
from kinerja.operations.laporan.koreksi import daftar_koreksi
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.pengembalian import kembalikan
from kinerja.operations.putaran import boleh_periksa_saja
from kinerja.operations.struktur import tugaskan
from tests.data_uji_sosialisasi import (
    OKTOBER,
    RAPAT,
    selesaikan_langsung,
    siapkan_sosialisasi,
    tanggapan_uji,
    tugas_uji,
    undang_uji,
    undangan_uji,
)
from tests.kantor_uji import orang_uji

SATU = [IsianKoreksi("Angka realisasi", "Nagari yang dibina 23, bukan 22.")]
BESOK = OKTOBER + timedelta(days=1)


@pytest.fixture
def tugas(sesi: Session) -> Tugas:
    """Step 5 of triwulan III with a draft."""
    return siapkan_sosialisasi(sesi)


def sekretaris(sesi: Session) -> Pelaku:
    return orang_uji(sesi, "sekretaris")


def tanggapi_semua(sesi: Session, temu: Sosialisasi) -> None:
    for siapa in ("kasi_pemerintahan", "kasi_pmd"):
        jawab.setujui(sesi, tanggapan_uji(sesi, temu, siapa).id, orang_uji(sesi, siapa), OKTOBER)


def rapat(sesi: Session, temu: Sosialisasi) -> None:
    hadir = [t.id for t in verba.cari_sosialisasi(sesi, temu.id).tanggapan]
    verba.catat_rapat(sesi, temu.id, sekretaris(sesi), OKTOBER, hadir=hadir, notulen="Draf dibahas.")


def butir(sesi: Session, tugas: Tugas) -> list[tuple[str, bool]]:
    halaman = Halaman.SOSIALISASI if tugas.kunci == "5" else Halaman.SOSIALISASI_SEMESTER
    return [(b.label, b.ada) for b in ATURAN[halaman].hasil(sesi, tugas)]


def pesan(sesi: Session, tugas: Tugas) -> str:
    return " ".join(b.keterangan for b in ATURAN[Halaman.SOSIALISASI].hasil(sesi, tugas))


def kembali_dan_susun_lagi(sesi: Session, tugas: Tugas, pada: datetime = BESOK) -> None:
    """Back to step 4, corrections followed up, step 4 completed again."""
    kembalikan(sesi, tugas.id, "4", sekretaris(sesi), pada, "ada koreksi")
    for satu in daftar_koreksi(sesi, tugas.periode_id):
        if satu.ditindaklanjuti_pada is None:
            satu.tindak_lanjut, satu.ditindaklanjuti_pada = "Sudah diperbaiki.", pada
    selesaikan_langsung(sesi, tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "4"), pada)
    tugas.dibuka_pada = pada
    sesi.flush()


# --- the invitation ---------------------------------------------------------------------------------------


def test_the_proposed_invitation_names_the_pejabat_terkait_and_the_next_working_day(
    sesi: Session, tugas: Tugas
) -> None:
    awal = undang.undangan_awal(sesi, tugas, date(2026, 10, 9))  # a Friday
    assert (awal.tanggal, awal.pukul, awal.tempat) == (date(2026, 10, 12), "09.00", "Aula Kantor Camat")
    assert awal.agenda == "Pembahasan draf laporan kinerja Triwulan III 2026"
    nama = set(sesi.execute(select(Jabatan.nama).where(Jabatan.id.in_(awal.jabatan_id))).scalars())
    assert {"Camat", "Kasubag Umum dan Kepegawaian", "Kasi Pelayanan Umum"} <= nama
    assert not {"Sekretaris", "Staf Perencanaan", "Admin sistem"} & nama
    assert len(nama) == 8


def test_inviting_makes_an_inbox_item_for_each_post(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    assert (temu.putaran, len(temu.tanggapan)) == (1, 2)
    (satu,) = isi_kotak(sesi, orang_uji(sesi, "kasi_pmd"), OKTOBER)
    assert (satu.jenis, satu.judul, satu.tenggat) == (
        "tanggapan",
        "Tanggapi draf laporan Triwulan III 2026",
        RAPAT,
    )
    assert satu.tempat == ("tanggapan", tanggapan_uji(sesi, temu, "kasi_pmd").id)
    assert satu.keterangan == "Sosialisasi 8 Oktober 2026 pukul 09.00, Aula Kantor Camat"
    assert not isi_kotak(sesi, orang_uji(sesi, "kasi_kesos"), OKTOBER)
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert (akhir.tindakan, akhir.objek) == ("undang", f"sosialisasi:{temu.id}")
    assert periksa_rantai(sesi) is None


def test_only_the_holder_of_the_step_invites(sesi: Session, tugas: Tugas) -> None:
    with pytest.raises(TidakBerwenang):
        undang.undang(sesi, tugas.id, orang_uji(sesi, "kasi_pmd"), OKTOBER, undangan_uji(sesi))
    assert not sesi.execute(select(Sosialisasi)).first()


def test_another_step_is_not_one_to_invite_from(sesi: Session, tugas: Tugas) -> None:
    lain = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "4")
    with pytest.raises(TidakDitemukan):
        undang.undang(sesi, lain.id, sekretaris(sesi), OKTOBER, undangan_uji(sesi))


def test_no_invitation_before_there_is_a_draft(sesi: Session) -> None:
    kosong = tugas_uji(sesi, JenisPeriode.TRIWULAN, 2, "5")
    kosong.dibuka_pada = OKTOBER
    with pytest.raises(BelumLengkap, match="Draf laporan Triwulan II 2026 belum ada"):
        undang.undang(sesi, kosong.id, sekretaris(sesi), OKTOBER, undangan_uji(sesi))


def test_a_running_round_is_not_invited_to_twice(sesi: Session, tugas: Tugas) -> None:
    undang_uji(sesi, tugas)
    with pytest.raises(SudahDikerjakan, match="putaran 1 sudah dikirim"):
        undang_uji(sesi, tugas)


@pytest.mark.parametrize(
    ("ubah", "medan"),
    [
        ({"tanggal": date(2026, 10, 7)}, "tanggal"),
        ({"pukul": "pagi"}, "pukul"),
        ({"pukul": "25.00"}, "pukul"),
        ({"pukul": "٠٩.٠٠"}, "pukul"),
        ({"tempat": "  "}, "tempat"),
        ({"agenda": "x" * 501}, "agenda"),
        ({"jabatan_id": ()}, "jabatan_id"),
        ({"jabatan_id": (999_999,)}, "jabatan_id"),
    ],
)
def test_a_wrong_invitation_is_named_by_its_field(
    sesi: Session, tugas: Tugas, ubah: dict[str, object], medan: str
) -> None:
    salah_isi = replace(undangan_uji(sesi), **ubah)  # type: ignore[arg-type]
    with pytest.raises(MasukanSalah) as salah:
        undang.undang(sesi, tugas.id, sekretaris(sesi), OKTOBER, salah_isi)
    assert salah.value.medan == medan
    assert not sesi.execute(select(Sosialisasi)).first()


def test_the_admin_and_the_sekretaris_cannot_be_invited(sesi: Session, tugas: Tugas) -> None:
    for siapa in ("admin", "sekretaris"):
        with pytest.raises(MasukanSalah, match="tidak dapat diundang"):
            undang_uji(sesi, tugas, siapa)


def test_an_invitation_can_be_moved_and_widened_but_uninvites_nobody(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    baru = replace(undangan_uji(sesi, "camat"), tanggal=RAPAT + timedelta(days=4), pukul="13:30")
    undang.ubah_undangan(sesi, temu.id, sekretaris(sesi), OKTOBER, baru)
    assert (temu.tanggal, temu.pukul) == (date(2026, 10, 12), "13.30")
    assert len(temu.tanggapan) == 3
    assert isi_kotak(sesi, orang_uji(sesi, "camat"), OKTOBER)[0].tenggat == date(2026, 10, 12)


# --- the answers ------------------------------------------------------------------------------------------


def test_agreeing_takes_the_item_out_of_the_inbox(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    kasi = orang_uji(sesi, "kasi_pmd")
    jawab.setujui(sesi, tanggapan_uji(sesi, temu, "kasi_pmd").id, kasi, OKTOBER)
    baris = tanggapan_uji(sesi, temu, "kasi_pmd")
    assert (baris.jawaban, baris.dijawab_oleh_nama, baris.dijawab_pada) == ("setuju", kasi.nama, OKTOBER)
    assert not isi_kotak(sesi, kasi, OKTOBER)
    assert isi_kotak(sesi, orang_uji(sesi, "kasi_pemerintahan"), OKTOBER)


def test_a_correction_is_kept_with_who_asked_for_it(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    kasi = orang_uji(sesi, "kasi_pmd")
    dua = [*SATU, IsianKoreksi(" Hambatan ", " Tambahkan cuaca. ")]
    jawab.koreksi(sesi, tanggapan_uji(sesi, temu, "kasi_pmd").id, kasi, OKTOBER, dua)
    baris = daftar_koreksi(sesi, tugas.periode_id)
    assert [(k.bagian, k.uraian, k.oleh_nama, k.jabatan_nama) for k in baris] == [
        ("Angka realisasi", "Nagari yang dibina 23, bukan 22.", kasi.nama, "Kasi Pemberdayaan Masyarakat"),
        ("Hambatan", "Tambahkan cuaca.", kasi.nama, "Kasi Pemberdayaan Masyarakat"),
    ]
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert (
        akhir.uraian == "Triwulan III 2026: Kasi Pemberdayaan Masyarakat memberi 2 koreksi atas draf laporan."
    )


@pytest.mark.parametrize(
    ("isian", "medan"),
    [
        ([], "uraian_0"),
        ([IsianKoreksi("", "salah")], "bagian_0"),
        ([*SATU, IsianKoreksi("Angka", " ")], "uraian_1"),
        ([IsianKoreksi("x" * 501, "salah")], "bagian_0"),
        ([IsianKoreksi("Angka", "x" * 20_001)], "uraian_0"),
        (SATU * 21, "uraian_0"),
    ],
)
def test_a_wrong_correction_writes_nothing(
    sesi: Session, tugas: Tugas, isian: list[IsianKoreksi], medan: str
) -> None:
    temu = undang_uji(sesi, tugas)
    baris = tanggapan_uji(sesi, temu, "kasi_pmd")
    with pytest.raises(MasukanSalah) as salah:
        jawab.koreksi(sesi, baris.id, orang_uji(sesi, "kasi_pmd"), OKTOBER, isian)
    assert salah.value.medan == medan
    assert baris.jawaban is None
    assert not daftar_koreksi(sesi, tugas.periode_id)


def test_only_the_invited_post_answers(sesi: Session, tugas: Tugas) -> None:
    baris = tanggapan_uji(sesi, undang_uji(sesi, tugas), "kasi_pmd")
    for siapa in ("kasi_pemerintahan", "sekretaris", "camat", "admin"):
        with pytest.raises(TidakBerwenang):
            jawab.setujui(sesi, baris.id, orang_uji(sesi, siapa), OKTOBER)
    with pytest.raises(TidakDitemukan):
        jawab.setujui(sesi, 999_999, orang_uji(sesi, "kasi_pmd"), OKTOBER)


def test_two_persons_for_one_post_the_second_learns_who_was_first(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    baris = tanggapan_uji(sesi, temu, "kasi_pmd")
    pengganti = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == "kasi_kesos")).scalar_one()
    jabatan = sesi.get_one(Jabatan, baris.jabatan_id)
    tugaskan(sesi, pengganti, jabatan, date(2026, 1, 1), None, OKTOBER, JenisPenugasan.PLH)
    plh = orang_uji(sesi, "kasi_kesos", RAPAT)
    assert len(isi_kotak(sesi, plh, OKTOBER)) == 1
    jawab.koreksi(sesi, baris.id, plh, OKTOBER, SATU)
    assert daftar_koreksi(sesi, tugas.periode_id)[0].jabatan_nama == "Plh. Kasi Pemberdayaan Masyarakat"
    assert not isi_kotak(sesi, orang_uji(sesi, "kasi_pmd"), OKTOBER)
    with pytest.raises(SudahDikerjakan) as salah:
        jawab.setujui(sesi, baris.id, orang_uji(sesi, "kasi_pmd"), OKTOBER)
    assert salah.value.pesan == (
        "Sudah dijawab oleh Kasi Kesejahteraan Sosial Uji pukul 09.00 tanggal 08-10-2026."
    )


# --- minutes and closing ----------------------------------------------------------------------------------


def test_closing_needs_attendance_minutes_and_every_answer(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    with pytest.raises(BelumLengkap, match="daftar hadir"):
        verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER)
    verba.catat_rapat(sesi, temu.id, sekretaris(sesi), OKTOBER, hadir=[], notulen="  ")
    with pytest.raises(BelumLengkap, match="notulen"):
        verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER)
    rapat(sesi, temu)
    with pytest.raises(BelumLengkap, match="Kasi Pemerintahan, Kasi Pemberdayaan Masyarakat"):
        verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER)
    tanggapi_semua(sesi, temu)
    verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER)
    assert temu.ditutup_pada == OKTOBER
    assert butir(sesi, tugas) == [("Sosialisasi draf", True), ("Hasil Koreksi Laporan Kinerja", True)]


def test_a_post_without_answer_is_closed_with_its_reason_in_the_minutes(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    rapat(sesi, temu)
    jawab.setujui(sesi, tanggapan_uji(sesi, temu, "kasi_pmd").id, orang_uji(sesi, "kasi_pmd"), OKTOBER)
    diam = tanggapan_uji(sesi, temu, "kasi_pemerintahan")
    dijawab = tanggapan_uji(sesi, temu, "kasi_pmd")
    with pytest.raises(BelumLengkap):
        verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER, {diam.id: " "})
    verba.tutup_sosialisasi(
        sesi, temu.id, sekretaris(sesi), OKTOBER, {diam.id: "dinas luar", dijawab.id: "tidak dipakai"}
    )
    assert (diam.jawaban, dijawab.jawaban) == ("tanpa_jawaban", "setuju")
    assert temu.notulen.splitlines() == [
        "Draf dibahas.",
        "Tanpa jawaban: Kasi Pemerintahan. Alasan: dinas luar",
    ]
    assert not isi_kotak(sesi, orang_uji(sesi, "kasi_pemerintahan"), OKTOBER)


def test_attendance_is_stored_for_everybody_and_never_for_a_day_to_come(sesi: Session, tugas: Tugas) -> None:
    temu = undang.undang(
        sesi, tugas.id, sekretaris(sesi), OKTOBER, replace(undangan_uji(sesi), tanggal=date(2026, 10, 12))
    )
    satu = temu.tanggapan[0]
    with pytest.raises(MasukanSalah) as salah:
        verba.catat_rapat(
            sesi,
            temu.id,
            sekretaris(sesi),
            OKTOBER,
            hadir=[satu.id],
            notulen="x",
            tanggal=date(2026, 10, 9),
        )
    assert salah.value.medan == "tanggal"
    verba.catat_rapat(sesi, temu.id, sekretaris(sesi), OKTOBER, hadir=[satu.id], notulen="x")
    assert temu.tanggal == RAPAT  # held earlier than invited
    assert [t.hadir for t in temu.tanggapan] == [True, False]
    with pytest.raises(MasukanSalah, match="tidak diundang"):
        verba.catat_rapat(sesi, temu.id, sekretaris(sesi), OKTOBER, hadir=[999], notulen="x")


def test_after_closing_nobody_answers_and_nothing_changes(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    rapat(sesi, temu)
    diam = tanggapan_uji(sesi, temu, "kasi_pemerintahan")
    jawab.setujui(sesi, tanggapan_uji(sesi, temu, "kasi_pmd").id, orang_uji(sesi, "kasi_pmd"), OKTOBER)
    verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER, {diam.id: "cuti"})
    with pytest.raises(SudahDikerjakan, match="ditutup pukul"):
        jawab.koreksi(sesi, diam.id, orang_uji(sesi, "kasi_pemerintahan"), OKTOBER, SATU)
    with pytest.raises(SudahDikerjakan):
        rapat(sesi, temu)
    with pytest.raises(SudahDikerjakan):
        verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER)
    assert not daftar_koreksi(sesi, tugas.periode_id)


def test_only_the_sekretaris_takes_minutes_and_closes(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    for siapa in ("camat", "kasi_pmd"):
        with pytest.raises(TidakBerwenang):
            verba.catat_rapat(sesi, temu.id, orang_uji(sesi, siapa), OKTOBER, hadir=[], notulen="x")
        with pytest.raises(TidakBerwenang):
            verba.tutup_sosialisasi(sesi, temu.id, orang_uji(sesi, siapa), OKTOBER)


# --- corrections and the return ---------------------------------------------------------------------------


def minta_koreksi(sesi: Session, tugas: Tugas) -> Sosialisasi:
    """A closed round that brought one correction."""
    temu = undang_uji(sesi, tugas)
    rapat(sesi, temu)
    jawab.koreksi(sesi, tanggapan_uji(sesi, temu, "kasi_pmd").id, orang_uji(sesi, "kasi_pmd"), OKTOBER, SATU)
    pemerintahan = tanggapan_uji(sesi, temu, "kasi_pemerintahan")
    jawab.setujui(sesi, pemerintahan.id, orang_uji(sesi, "kasi_pemerintahan"), OKTOBER)
    return verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER)


def test_an_open_correction_blocks_the_step_and_says_where_to_send_it(sesi: Session, tugas: Tugas) -> None:
    minta_koreksi(sesi, tugas)
    assert butir(sesi, tugas) == [("Sosialisasi draf", True), ("Hasil Koreksi Laporan Kinerja", False)]
    assert "1 koreksi belum ditindaklanjuti. Kembalikan ke langkah 4" in pesan(sesi, tugas)
    with pytest.raises(BelumLengkap, match="Kembalikan ke langkah 4"):
        langkah.selesaikan(sesi, tugas.id, sekretaris(sesi), OKTOBER)


def test_a_return_keeps_round_and_corrections_and_asks_for_a_new_look(sesi: Session, tugas: Tugas) -> None:
    pertama = minta_koreksi(sesi, tugas)
    kembali_dan_susun_lagi(sesi, tugas)
    assert [k.uraian for k in daftar_koreksi(sesi, tugas.periode_id)] == [SATU[0].uraian]
    assert butir(sesi, tugas) == [("Sosialisasi draf", False), ("Hasil Koreksi Laporan Kinerja", True)]
    assert "nyatakan koreksi sudah diperiksa" in pesan(sesi, tugas)
    kedua = undang.undang(
        sesi, tugas.id, sekretaris(sesi), BESOK, replace(undangan_uji(sesi), tanggal=date(2026, 10, 9))
    )
    assert (pertama.putaran, kedua.putaran) == (1, 2)
    assert sesi.get_one(Sosialisasi, pertama.id).notulen == "Draf dibahas."
    assert len(isi_kotak(sesi, orang_uji(sesi, "kasi_pmd"), BESOK)) == 1


def test_checked_corrections_may_be_put_on_record_without_a_new_meeting(sesi: Session, tugas: Tugas) -> None:
    minta_koreksi(sesi, tugas)
    with pytest.raises(BelumLengkap):
        verba.periksa_koreksi(sesi, tugas.id, sekretaris(sesi), OKTOBER, "sudah")
    kembali_dan_susun_lagi(sesi, tugas)
    with pytest.raises(MasukanSalah):
        verba.periksa_koreksi(sesi, tugas.id, sekretaris(sesi), BESOK, "  ")
    kedua = verba.periksa_koreksi(sesi, tugas.id, sekretaris(sesi), BESOK, "Angka 23 sudah tertulis.")
    assert (kedua.putaran, kedua.tanggapan, kedua.ditutup_pada) == (2, [], BESOK)
    assert butir(sesi, tugas) == [("Sosialisasi draf", True), ("Hasil Koreksi Laporan Kinerja", True)]
    assert not boleh_periksa_saja(sesi, tugas)
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert akhir.tindakan == "periksa_koreksi"


def test_an_open_correction_cannot_be_waved_through(sesi: Session, tugas: Tugas) -> None:
    minta_koreksi(sesi, tugas)
    kembali_dan_susun_lagi(sesi, tugas)
    daftar_koreksi(sesi, tugas.periode_id)[0].ditindaklanjuti_pada = None
    sesi.flush()
    with pytest.raises(BelumLengkap):
        verba.periksa_koreksi(sesi, tugas.id, sekretaris(sesi), BESOK, "sudah")


def test_a_round_cut_off_by_a_return_ends_by_itself_and_needs_a_meeting(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    baris = tanggapan_uji(sesi, temu, "kasi_pmd")
    kembalikan(sesi, tugas.id, "4", sekretaris(sesi), OKTOBER, "salah unggah")
    assert not isi_kotak(sesi, orang_uji(sesi, "kasi_pmd"), OKTOBER)
    with pytest.raises(SudahDikerjakan, match="sedang diperbaiki"):
        jawab.setujui(sesi, baris.id, orang_uji(sesi, "kasi_pmd"), OKTOBER)
    # the same minute: no clock decides which draft a round was about
    selesaikan_langsung(sesi, tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "4"))
    tugas.dibuka_pada = OKTOBER
    assert not boleh_periksa_saja(sesi, tugas)
    with pytest.raises(SudahDikerjakan, match="terhenti"):
        rapat(sesi, temu)
    baru = undang_uji(sesi, tugas)
    assert baru.putaran == 2
    assert isi_kotak(sesi, orang_uji(sesi, "kasi_pmd"), OKTOBER)[0].tempat != ("tanggapan", baris.id)


def test_a_return_from_pengesahan_to_the_meeting_keeps_the_agreed_round(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    rapat(sesi, temu)
    tanggapi_semua(sesi, temu)
    verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER)
    selesaikan_langsung(sesi, tugas)
    sah = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "pengesahan")
    sah.dibuka_pada = OKTOBER
    kembalikan(sesi, sah.id, "5", orang_uji(sesi, "camat"), OKTOBER, "undang juga Kasi Kesos")
    assert butir(sesi, tugas)[0] == ("Sosialisasi draf", True)
    assert undang_uji(sesi, tugas, "kasi_kesos").putaran == 2
    assert butir(sesi, tugas)[0] == ("Sosialisasi draf", False)


# --- step 8 -----------------------------------------------------------------------------------------------


def test_step_8_makes_its_own_kelengkapan_on_the_page(sesi: Session) -> None:
    tugas = siapkan_sosialisasi(sesi, JenisPeriode.SEMESTER, 1, "8")
    baris = sop_dari(tugas.periode.lembar_sop).langkah(8)

    def lengkap() -> tuple[list[bool], list[tuple[str, bool]]]:
        return [b.ada for b in periksa(sesi, tugas, baris)], butir(sesi, tugas)

    assert lengkap() == ([False], [("Sosialisasi draf", False)])
    temu = undang_uji(sesi, tugas)
    assert isi_kotak(sesi, orang_uji(sesi, "kasi_pmd"), OKTOBER)[0].judul == (
        "Tanggapi draf laporan Semester I 2026"
    )
    rapat(sesi, temu)
    tanggapi_semua(sesi, temu)
    verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER)
    assert lengkap() == ([True], [("Sosialisasi draf", True)])


def test_every_act_leaves_one_catatan_and_the_chain_holds(sesi: Session, tugas: Tugas) -> None:
    awal = sesi.execute(select(func.max(Catatan.seq))).scalar_one()
    minta_koreksi(sesi, tugas)
    tindakan = list(
        sesi.execute(select(Catatan.tindakan).where(Catatan.seq > awal).order_by(Catatan.seq)).scalars()
    )
    assert tindakan == ["undang", "catat_rapat", "tanggapi", "tanggapi", "tutup_sosialisasi"]
    assert periksa_rantai(sesi) is None


def test_refused_acts_leave_no_row_behind(sesi: Session, tugas: Tugas) -> None:
    temu = undang_uji(sesi, tugas)
    awal = sesi.execute(select(func.max(Catatan.seq))).scalar_one()
    for coba in (
        lambda: jawab.setujui(sesi, temu.tanggapan[0].id, orang_uji(sesi, "camat"), OKTOBER),
        lambda: verba.tutup_sosialisasi(sesi, temu.id, sekretaris(sesi), OKTOBER),
        lambda: verba.periksa_koreksi(sesi, tugas.id, sekretaris(sesi), OKTOBER, "x"),
        lambda: verba.cari_sosialisasi(sesi, 999_999),
    ):
        with pytest.raises(Kesalahan):
            coba()
    assert sesi.execute(select(func.max(Catatan.seq))).scalar_one() == awal
    assert not sesi.execute(select(Koreksi)).first()
    assert sesi.execute(select(func.count()).where(Tanggapan.jawaban.is_not(None))).scalar_one() == 0


def test_a_round_of_another_time_zone_day_is_the_offices_day(sesi: Session, tugas: Tugas) -> None:
    larut = datetime(2026, 10, 8, 17, 30, tzinfo=UTC)  # 00.30 WIB on the 9th
    with pytest.raises(MasukanSalah, match="sudah lewat"):
        undang.undang(sesi, tugas.id, sekretaris(sesi), larut, undangan_uji(sesi))

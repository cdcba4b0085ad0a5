"""What stands beside the sheet on paper."""

from datetime import date

from kinerja.documents.lembar_sop.catatan import perlu_dikonfirmasi, semua_catatan, semua_penegasan
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_tinjau import tinjauan
from kinerja.domain.sop_ubah import Penegas, benarkan
from kinerja.sop import muat

SOP = muat()


def dikonfirmasi(*tempat):
    data = SOP.ke_dict()
    for satu in tempat:
        data = benarkan(data, satu, Penegas("Ani", "Sekretaris", date(2026, 10, 8)))
    return baca_sop(data)


def test_supposed_pelaksana_are_counted_in_words():
    assert perlu_dikonfirmasi(SOP) == "Pelaksana langkah 2 sampai 9 pada bagan ini perlu dikonfirmasi kantor."
    satu = dikonfirmasi("langkah.3.pelaksana", *(f"langkah.{n}.pelaksana" for n in range(5, 9)))
    assert (
        perlu_dikonfirmasi(satu) == "Pelaksana langkah 2, 4 dan 9 pada bagan ini perlu dikonfirmasi kantor."
    )


def test_once_settled_the_sheet_says_by_whom_and_the_remark_is_gone():
    semua = dikonfirmasi(*(t.tempat for t in tinjauan(SOP)))
    assert perlu_dikonfirmasi(semua) == ""
    assert semua_catatan(semua) == ()
    kata = {satu.tempat: satu.teks for satu in semua_penegasan(semua)}
    assert len(kata) == 26
    assert kata["Langkah 3, Waktu"] == "Dinyatakan benar oleh Ani (Sekretaris), 8 Oktober 2026"


def test_a_remark_at_several_steps_is_told_once():
    tempat = [satu.tempat for satu in semua_catatan(SOP)]
    assert "Langkah 6 sampai 9" in tempat
    assert semua_penegasan(SOP) == ()

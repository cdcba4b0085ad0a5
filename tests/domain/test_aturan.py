"""The office's settings of the arithmetic, told in words with their source, and frozen."""

from __future__ import annotations

from decimal import Decimal

from kinerja.domain.aturan import Aturan, kalimat_aturan, kalimat_skala
from kinerja.domain.laporan import susun_triwulan
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.predikat import PERMENDAGRI_86_2017

KANTOR = Aturan(
    batas=Decimal(120),
    pin_negatif_b=Decimal(100),
    desimal=0,
    sumber=(("batas_capaian", "Perbup 12/2024"), ("desimal", "Pedoman bupati")),
)


def test_every_setting_is_told_with_its_source():
    kalimat = " ".join(kalimat_aturan(KANTOR))
    assert "paling tinggi 120% (Perbup 12/2024)." in kalimat
    assert "realisasi 0, capaian ditetapkan 100% (ketetapan kantor)." in kalimat
    assert "menjadi bilangan bulat; 5 dibulatkan ke atas (Pedoman bupati)." in kalimat
    assert "Permendagri Nomor 86 Tahun 2017): Sangat Tinggi mulai 91; Tinggi mulai 76;" in kalimat


def test_without_settings_the_defaults_are_told():
    kalimat = kalimat_aturan(Aturan())
    assert kalimat[0] == "Capaian indikator tidak dibatasi."
    assert "2 angka di belakang koma; 5 dibulatkan ke atas." in kalimat[1]
    assert len(kalimat) == 3
    assert kalimat_skala(PERMENDAGRI_86_2017).endswith("Rendah mulai 51; di bawahnya Sangat Rendah.")


def test_settings_are_frozen_with_the_report(buat_indikator, buat_data):
    isi = susun_triwulan(buat_data(buat_indikator(), aturan=KANTOR), 1)
    assert IsiLaporan.dari_json(isi.ke_json()).aturan == KANTOR


def test_a_pin_above_the_cap_is_said_to_stand_beside_it():
    aturan = Aturan(batas=Decimal(100), pin_negatif_b=Decimal(200))
    assert any(
        "ditetapkan 200%" in k and k.endswith("juga bila melampaui batas itu.")
        for k in kalimat_aturan(aturan)
    )
    di_bawah = Aturan(batas=Decimal(100), pin_negatif_b=Decimal(100))
    assert not any("melampaui batas" in k for k in kalimat_aturan(di_bawah))

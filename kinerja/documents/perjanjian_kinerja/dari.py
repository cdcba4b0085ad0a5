"""The Perjanjian Kinerja as printed, from its rows."""

from __future__ import annotations

from decimal import Decimal

from kinerja.documents.kantor import Awalan, Penandatangan
from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.perjanjian_kinerja.naskah import (
    BarisAksi,
    IndikatorPK,
    PerjanjianKinerja,
    ProgramPK,
    SasaranPK,
)
from kinerja.documents.tanggal import tulis_tanggal
from kinerja.domain.angka import tulis_angka
from kinerja.domain.capaian import JenisTarget, tulis_target
from kinerja.models import kantor as baris_kantor
from kinerja.models import perjanjian_kinerja as baris

_AWALAN: tuple[Awalan, ...] = ("Plt.", "Plh.")


def perjanjian_kinerja_dari(
    pk: baris.PerjanjianKinerja, office: baris_kantor.Kantor, *, nomor: str = "", kode: str = ""
) -> PerjanjianKinerja:
    """Everything below ``pk`` must be loaded (``pk_lengkap``). Not approved: marked as such on top.

    ``nomor`` and ``kode`` are those of the document it is issued as.
    """
    awalan, jabatan = _pisah_awalan(pk.pihak_pertama_jabatan)
    program = [p for s in pk.sasaran for p in s.program]
    return PerjanjianKinerja(
        kantor=kop_dari(office),
        tahun=pk.tahun,
        versi=pk.versi,
        pihak_pertama=Penandatangan(
            jabatan,
            pk.pihak_pertama_nama,
            pangkat=pk.pihak_pertama_pangkat,
            nip=pk.pihak_pertama_nip,
            awalan=awalan,
            tempat=pk.tempat,
            tanggal=tulis_tanggal(pk.tanggal),
        ),
        pihak_kedua=Penandatangan(pk.pihak_kedua_jabatan, pk.pihak_kedua_nama),
        sasaran=tuple(
            SasaranPK(
                s.uraian,
                tuple(IndikatorPK(i.uraian, i.satuan, _target(i.target_tahun, i)) for i in s.indikator),
            )
            for s in pk.sasaran
        ),
        program=tuple(ProgramPK(p.nama, tulis_angka(p.pagu, None), p.keterangan) for p in program),
        jumlah_anggaran=tulis_angka(sum((p.pagu for p in program), Decimal(0)), None),
        aksi=tuple(
            BarisAksi(
                i.uraian,
                a.kegiatan,
                (a.target_tw1, a.target_tw2, a.target_tw3, a.target_tw4),
                a.pelaksana,
            )
            for s in pk.sasaran
            for i in s.indikator
            for a in i.rencana_aksi
        ),
        alasan=pk.alasan_perubahan if pk.versi > 1 else "",
        status="" if pk.disetujui_pada else "RANCANGAN – BELUM DISETUJUI",
        nomor=nomor,
        kode=kode,
    )


def _target(teks: str, indikator: baris.Indikator) -> str:
    return tulis_target(teks, JenisTarget(indikator.jenis_target))


def _pisah_awalan(jabatan: str) -> tuple[Awalan, str]:
    """ "Plt. Camat X" → ("Plt.", "Camat X"): the block prints the prefix as it is written."""
    for awalan in _AWALAN:
        if jabatan.startswith(f"{awalan} "):
            return awalan, jabatan.removeprefix(f"{awalan} ")
    return "", jabatan

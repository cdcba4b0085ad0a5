"""In the child: judge the signatures of a PDF with pyHanko. Nothing is fetched; only given roots count.

What pyHanko says is not taken as it stands (reliability.md §4.4): ``domain.tanda_tangan.nilai`` asks of every
signature that it be intact, trusted and followed by nothing, and revocation lists are looked at by ourselves,
because pyHanko overlooks a list for a certificate that names none.
"""

from __future__ import annotations

import hashlib
import io
import logging
import re
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from kinerja.documents.pratinjau_anak import AKTIF, nama_aktif
from kinerja.documents.tanda_tangan.pencabutan import Pencabutan
from kinerja.documents.tanda_tangan.susunan import aturan_beda, lubang_pas, sesudahnya_tetap
from kinerja.domain.tanda_tangan import HasilTtd, TandaTangan, Temuan, Verdict, nilai, simpulkan

_RENTANG = re.compile(rb"/ByteRange\s*\[")
_DIBUANG = "Tanda tangan yang pernah ada di dalamnya sudah dibuang."
_EKOR = re.compile(rb"%%EOF\s*\Z")
_MASA = "Sertifikat penandatangan tidak berlaku pada waktu berkas ini diperiksa."
_MASALAH = {
    "OUT_OF_BOUNDS_NO_POE": "Sertifikat penerbitnya tidak berlaku pada waktu berkas ini diperiksa.",
    "NO_CERTIFICATE_CHAIN_FOUND": "Penerbit sertifikatnya tidak ada di daftar akar tepercaya.",
    "CHAIN_CONSTRAINTS_FAILURE": "Sertifikatnya tidak dibuat untuk menandatangani dokumen.",
    "CRYPTO_CONSTRAINTS_FAILURE": "Cara penandatanganannya sudah tidak aman (misalnya SHA-1).",
    "CRYPTO_CONSTRAINTS_FAILURE_NO_POE": "Cara penandatanganannya sudah tidak aman (misalnya SHA-1).",
    "REVOKED_NO_POE": "Sertifikat penandatangan sudah dicabut oleh penerbitnya.",
    "REVOKED_CA_NO_POE": "Sertifikat penerbitnya sudah dicabut.",
}
_CAKUPAN = {
    "ENTIRE_FILE": "seluruh berkas",
    "ENTIRE_REVISION": "seluruh isi pada saat ditandatangani",
    "CONTIGUOUS_BLOCK_FROM_START": "hanya sebagian berkas",
    "UNCLEAR": "tidak jelas",
}
_PEMBARUAN = {"NONE": "tidak ada", "LTA_UPDATES": "data pemeriksaan", "FORM_FILLING": "isian"}
JAM_MELESET = timedelta(days=1)
"""How far behind the clock of an office without internet may be."""
TANPA_NAMA = "Penandatangan tanpa nama"


def periksa_ttd(permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """``ttd``: HasilTtd as data. ``muatan``: the PDF, then ``akar`` roots, then revocation lists, all DER."""
    from importlib.metadata import version

    for nama in ("pyhanko", "pyhanko_certvalidator"):  # they tell their log what the verdict says better
        logging.getLogger(nama).setLevel(logging.CRITICAL)
    pdf, banyak = muatan[0], permintaan["akar"]
    akar, crl = muatan[1 : 1 + banyak], muatan[1 + banyak :]
    saat = datetime.fromisoformat(permintaan["pada"])
    verdict, alasan, semua, peringatan = _periksa(pdf, akar, crl, saat)
    hasil = HasilTtd(
        verdict,
        alasan,
        semua,
        peringatan,
        akar=tuple(hashlib.sha256(satu).hexdigest() for satu in akar),
        crl=len(crl),
        pada=saat.isoformat(),
        versi=version("pyhanko"),
    )
    return {"ttd": hasil.ke_data()}, []


_Hasil = tuple[Verdict, tuple[str, ...], tuple[TandaTangan, ...], tuple[str, ...]]


def _rusak(alasan: str) -> _Hasil:
    return Verdict.RUSAK, (alasan,), (), ()


def _periksa(pdf: bytes, akar: Sequence[bytes], crl: Sequence[bytes], saat: datetime) -> _Hasil:
    if not pdf.startswith(b"%PDF-"):
        return _rusak("Berkas ini bukan PDF." if pdf else "Berkas ini kosong.")
    try:
        semua = _tanda_tangan(pdf, akar, crl, saat)
    except (Exception, RecursionError) as salah:  # pyHanko leaks errors of many kinds for broken files
        return _rusak("Berkas terkunci." if "ncrypt" in repr(salah) else "Susunan berkasnya tidak terbaca.")
    if not semua:
        dibuang = _RENTANG.search(pdf) is not None and b"/UR3" not in pdf  # that one gives leave to fill in
        return (
            (Verdict.BERUBAH, (_DIBUANG,), (), _peringatan(pdf)) if dibuang else (Verdict.TANPA, (), (), ())
        )
    verdict = simpulkan(semua)
    alasan = tuple(dict.fromkeys(a for satu in semua if satu.verdict is verdict for a in satu.alasan))
    if verdict is not Verdict.RUSAK and not _EKOR.search(pdf[-2048:]):
        verdict, alasan = Verdict.BERUBAH, ("Ada byte lain di belakang akhir dokumen.",)
    return verdict, alasan, semua, _peringatan(pdf)


def _peringatan(pdf: bytes) -> tuple[str, ...]:
    """Active content is no matter of the signature, and has to be told all the same."""
    import pypdf

    try:
        aktif = sorted({AKTIF[nama] for nama in nama_aktif(pypdf.PdfReader(io.BytesIO(pdf), strict=False))})
    except Exception:
        return ("Isi berkas ini tidak dapat ditelusuri seluruhnya; buka hanya di komputer yang aman.",)
    if not aktif:
        return ()
    return (f"Berkas ini berisi {', '.join(aktif)} yang dapat bekerja sendiri saat dibuka.",)


def _tanda_tangan(
    pdf: bytes, akar: Sequence[bytes], crl: Sequence[bytes], saat: datetime
) -> tuple[TandaTangan, ...]:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    pembaca = PdfFileReader(io.BytesIO(pdf), strict=False)
    if pembaca.encrypted:
        raise ValueError("encrypted")
    semua = pembaca.embedded_signatures
    terisi = len(list(enumerate_sig_fields(pembaca, filled_status=True)))
    orang = [ke for ke, ttd in enumerate(semua) if ttd.sig_object_type != "/DocTimeStamp"]
    terakhir = max(orang, default=0)  # behind the last person only upkeep may follow, time stamps too
    cabut = Pencabutan(crl)
    hasil = [_satu(pdf, ttd, akar, cabut, saat, ke >= terakhir) for ke, ttd in enumerate(semua)]
    for _ in range(terisi - len(semua)):
        asing = ("Jenis tanda tangan ini tidak dikenal, jadi tidak dapat diperiksa.",)
        hasil.append(TandaTangan(TANPA_NAMA, Verdict.TIDAK_DIPERCAYA, asing))
    return tuple(hasil)


def _satu(
    pdf: bytes, ttd: Any, akar: Sequence[bytes], pencabutan: Pencabutan, saat: datetime, terakhir: bool
) -> TandaTangan:
    from pyhanko.sign.validation.pdf_embedded import (
        async_validate_pdf_signature,
        async_validate_pdf_timestamp,
    )

    beda, hanya_cap = aturan_beda(terakhir), ttd.sig_object_type == "/DocTimeStamp"
    if hanya_cap:
        status = _jalan(async_validate_pdf_timestamp(ttd, _konteks(akar, saat), diff_policy=beda))
        cap = status
    else:
        status = _jalan(async_validate_pdf_signature(ttd, _konteks(akar, saat), diff_policy=beda))
        cap = status.timestamp_validity
    masalah_cap = _masalah_cap(cap, pencabutan, saat) if cap is not None and not hanya_cap else ""
    dicap = cap.timestamp if cap is not None and _lulus(cap) and not masalah_cap else None
    if dicap is not None and not status.trusted and not hanya_cap:  # expired since, but stamped in its time
        di, lama = _konteks(akar, dicap), _konteks(akar, saat)
        status = _jalan(async_validate_pdf_signature(ttd, di, ts_validation_context=lama, diff_policy=beda))
    jalur = list(status.validation_path) if status.validation_path is not None else []
    kata, dicabut = pencabutan.periksa(jalur, saat, None if hanya_cap else dicap)
    sertifikat = status.signing_cert
    temuan = _temuan(pdf, ttd, status, terakhir, masalah_cap)
    if not sertifikat.not_valid_before <= (dicap or saat) <= sertifikat.not_valid_after:
        temuan = replace(temuan, dipercaya=False, masalah=_MASA)
    elif sertifikat.ca:
        temuan = replace(temuan, dipercaya=False, masalah=_MASALAH["CHAIN_CONSTRAINTS_FAILURE"])
    verdict, alasan = nilai(replace(temuan, dicabut=dicabut))
    return TandaTangan(
        nama=_nama(sertifikat.subject),
        verdict=verdict,
        alasan=alasan,
        waktu=_iso(getattr(status, "signer_reported_dt", None)),
        cap_waktu=_iso(dicap),
        penerbit=_nama(sertifikat.issuer),
        seri=f"{sertifikat.serial_number:x}",
        berlaku_dari=_iso(sertifikat.not_valid_before),
        berlaku_sampai=_iso(sertifikat.not_valid_after),
        cakupan=_CAKUPAN[status.coverage.name],
        pencabutan=kata,
        hanya_cap=hanya_cap,
    )


def _lulus(status: Any) -> bool:
    return bool(status.intact and status.valid and status.trusted)


def _masalah_cap(cap: Any, pencabutan: Pencabutan, saat: datetime) -> str:
    """Why the time stamp in a signature proves nothing; "" when it does."""
    if not _lulus(cap):
        return "Cap waktunya tidak dipercaya; penerbit cap waktu tidak ada di daftar akar tepercaya."
    if pencabutan.periksa(list(cap.validation_path or ()), saat, None)[1]:
        return "Cap waktunya tidak dipercaya; sertifikat penerbit cap waktu sudah dicabut."
    if cap.timestamp > saat + JAM_MELESET:
        return "Cap waktunya lebih lambat daripada jam komputer ini; periksa jam komputer ini."
    return ""


def _temuan(pdf: bytes, ttd: Any, status: Any, terakhir: bool, masalah_cap: str) -> Temuan:
    masalah = masalah_cap
    if not status.trusted:
        kode = getattr(status.trust_problem_indic, "name", "")
        masalah = _MASALAH.get(kode, _MASALAH["NO_CERTIFICATE_CHAIN_FOUND"])
    pas = lubang_pas(pdf, ttd)
    seluruhnya = pas and status.coverage.name == "ENTIRE_FILE"
    bagian = seluruhnya or (pas and status.coverage.name == "ENTIRE_REVISION")
    tingkat = status.modification_level
    pembaruan = _PEMBARUAN.get(tingkat.name, "lain") if tingkat is not None else ""
    diteruskan = status.intact and bagian and not seluruhnya and pembaruan != "lain"
    if diteruskan and (_isian_orang(ttd, status) or not sesudahnya_tetap(pdf, ttd, terakhir)):
        pembaruan = "lain"
    return Temuan(
        utuh=status.intact,
        benar=status.valid,
        dipercaya=_lulus(status) and getattr(status, "bottom_line", True) and not masalah,
        seluruhnya=seluruhnya,
        bagian=bagian,
        pembaruan=pembaruan,
        aturan=status.docmdp_ok is not False,
        terakhir=terakhir,
        dicabut=False,
        masalah=masalah,
    )


def _isian_orang(ttd: Any, status: Any) -> bool:
    """Was a field filled in afterwards that is no signature, though the signature does not permit it?"""
    from pyhanko.sign.fields import enumerate_sig_fields

    diubah = getattr(status.diff_result, "changed_form_fields", ())
    ttd_saja = {medan[0] for medan in enumerate_sig_fields(ttd.reader)}
    return ttd.docmdp_level is None and not ttd_saja.issuperset(diubah)


def _konteks(akar: Sequence[bytes], saat: datetime) -> Any:
    from asn1crypto.x509 import Certificate
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(
        trust_roots=[Certificate.load(satu) for satu in akar], allow_fetching=False, moment=saat
    )


def _jalan(coro: Coroutine[Any, Any, Any]) -> Any:
    """Run to its end what waits for nothing: without a network there is nothing to wait for.

    An event loop would open a socket pair on Windows, which the child's guard refuses.
    """
    try:
        coro.send(None)
    except StopIteration as selesai:
        return selesai.value
    coro.close()
    raise RuntimeError("the check waits for something outside")


def _nama(nama: Any) -> str:
    """On one line, without signs that steer a screen: whoever made the certificate chose it."""
    isi = nama.native
    biasa = isi.get("common_name") or isi.get("organization_name") or nama.human_friendly
    teks = str(biasa[0] if isinstance(biasa, list) else biasa)
    return " ".join("".join(c if c.isprintable() else " " for c in teks).split())[:200] or TANPA_NAMA


def _iso(waktu: datetime | None) -> str:
    return waktu.astimezone(UTC).isoformat() if waktu is not None else ""

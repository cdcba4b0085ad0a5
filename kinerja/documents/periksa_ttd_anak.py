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
from datetime import UTC, datetime
from typing import Any

from kinerja.documents.pratinjau_anak import AKTIF, nama_aktif
from kinerja.documents.ttd_pencabutan import Pencabutan
from kinerja.domain.tanda_tangan import HasilTtd, TandaTangan, Temuan, Verdict, nilai, simpulkan

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
        return Verdict.TANPA, (), (), ()
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
    hasil = [_satu(ttd, akar, Pencabutan(crl), saat, ke == len(semua)) for ke, ttd in enumerate(semua, 1)]
    for _ in range(terisi - len(semua)):
        asing = ("Jenis tanda tangan ini tidak dikenal, jadi tidak dapat diperiksa.",)
        hasil.append(TandaTangan(TANPA_NAMA, Verdict.TIDAK_DIPERCAYA, asing))
    return tuple(hasil)


def _data_tetap(ttd: Any) -> bool:
    """Are title and metadata the same since this signature? pyHanko takes a new title for upkeep."""
    lama, kini = ttd.reader.get_historical_resolver(ttd.signed_revision), ttd.reader
    return _data_dokumen(lama.trailer_view, lama.root) == _data_dokumen(kini.trailer_view, kini.root)


def _data_dokumen(ekor: Any, akar: Any) -> tuple[dict[str, str], bytes | None]:
    """Title, author and the like, and the XMP stream; the hour of the change and the program do not count."""
    info = {str(k): str(v) for k, v in ekor["/Info"].items()} if "/Info" in ekor else {}
    meta = akar["/Metadata"].data if "/Metadata" in akar else None
    return {k: v for k, v in info.items() if k not in ("/ModDate", "/Producer")}, meta


def _satu(
    ttd: Any, akar: Sequence[bytes], pencabutan: Pencabutan, saat: datetime, terakhir: bool
) -> TandaTangan:
    from pyhanko.sign.validation.pdf_embedded import (
        async_validate_pdf_signature,
        async_validate_pdf_timestamp,
    )

    if ttd.sig_object_type == "/DocTimeStamp":
        status = _jalan(async_validate_pdf_timestamp(ttd, _konteks(akar, saat)))
        cap = status
    else:
        status = _jalan(async_validate_pdf_signature(ttd, _konteks(akar, saat)))
        cap = status.timestamp_validity
        if cap is not None and cap.trusted and not status.trusted:  # expired since, but stamped in its time
            di = _konteks(akar, cap.timestamp)
            lama = _konteks(akar, saat)
            status = _jalan(async_validate_pdf_signature(ttd, di, ts_validation_context=lama))
    dicap = cap.timestamp if cap is not None and cap.trusted else None
    jalur = list(status.validation_path) if status.validation_path is not None else []
    kata, dicabut, periksa = pencabutan.periksa(jalur, status.signing_cert, saat, dicap)
    sertifikat = status.signing_cert
    temuan = _temuan(status, terakhir, dicabut, terakhir and _data_tetap(ttd))
    if temuan.masalah and not sertifikat.not_valid_before <= (dicap or saat) <= sertifikat.not_valid_after:
        temuan = replace(temuan, masalah=_MASA)
    verdict, alasan = nilai(temuan)
    return TandaTangan(
        nama=_nama(sertifikat.subject),
        verdict=verdict,
        alasan=(*alasan, *periksa),
        waktu=_iso(getattr(status, "signer_reported_dt", None)),
        cap_waktu=_iso(dicap),
        penerbit=_nama(sertifikat.issuer),
        seri=f"{sertifikat.serial_number:x}",
        berlaku_dari=_iso(sertifikat.not_valid_before),
        berlaku_sampai=_iso(sertifikat.not_valid_after),
        cakupan=_CAKUPAN[status.coverage.name],
        pencabutan=kata,
        hanya_cap=ttd.sig_object_type == "/DocTimeStamp",
    )


def _temuan(status: Any, terakhir: bool, dicabut: bool, data_tetap: bool) -> Temuan:
    kode = status.trust_problem_indic
    cap = getattr(status, "timestamp_validity", None)
    masalah = ""
    if not status.trusted:
        masalah = _MASALAH.get(getattr(kode, "name", ""), _MASALAH["NO_CERTIFICATE_CHAIN_FOUND"])
    elif not status.bottom_line and cap is not None:
        masalah = "Cap waktunya tidak dipercaya; penerbit cap waktu tidak ada di daftar akar tepercaya."
    tingkat = status.modification_level
    pembaruan = _PEMBARUAN.get(tingkat.name, "lain") if tingkat is not None else ""
    if terakhir and pembaruan == "data pemeriksaan" and not data_tetap:
        pembaruan = "lain"
    return Temuan(
        utuh=status.intact,
        benar=status.valid,
        dipercaya=status.trusted and status.bottom_line,
        seluruhnya=status.coverage.name == "ENTIRE_FILE",
        bagian=status.coverage.name in ("ENTIRE_FILE", "ENTIRE_REVISION"),
        pembaruan=pembaruan,
        aturan=status.docmdp_ok is not False,
        terakhir=terakhir,
        dicabut=dicabut,
        masalah=masalah,
    )


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
    isi = nama.native
    biasa = isi.get("common_name") or isi.get("organization_name") or nama.human_friendly
    return str(biasa[0] if isinstance(biasa, list) else biasa) or TANPA_NAMA


def _iso(waktu: datetime | None) -> str:
    return waktu.astimezone(UTC).isoformat() if waktu is not None else ""

"""Sending the outbox: one round after another in a thread of ``kinerja serve``, never anywhere else."""

from __future__ import annotations

import logging
import smtplib
import ssl
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from email.message import EmailMessage
from email.utils import format_datetime

from sqlalchemy.orm import Session

from kinerja.domain.surel import PeladenSurel
from kinerja.models.pemberitahuan import SurelKeluar
from kinerja.operations import surel as verba

_log = logging.getLogger("kinerja.surel")
DETIK = 60  # between two rounds; notices of due dates and new work are looked for in each
BATAS_DETIK = 20  # for each answer of the mail server
SEKALI_PUTAR = 200

Buka = Callable[[bool], AbstractContextManager[Session]]  # True: a writing transaction, committed at its end
Jam = Callable[[], tuple[datetime, date]]


def putaran(
    buka: Buka, peladen: PeladenSurel, alamat: str, kantor_kini: Jam, nyata: Callable[[], datetime]
) -> int:
    """Queue what is new, send what is due; returns how many mails were handed over.

    Nothing is sent inside a transaction: a mail is claimed, sent, then marked.
    """
    pada, hari = kantor_kini()
    with buka(False) as sesi:
        semua = verba.rencana(sesi, pada, hari)
    if semua:
        with buka(True) as sesi:
            verba.antrekan(sesi, semua, nyata(), alamat)
    jumlah = 0
    for _ in range(SEKALI_PUTAR):
        with buka(False) as sesi:
            surel_id = verba.siap(sesi, nyata())
        if surel_id is None:
            break
        with buka(True) as sesi:
            surel = verba.klaim(sesi, surel_id, nyata())
        if surel is not None:
            jumlah += _satu(buka, peladen, surel, nyata)
    return jumlah


def _satu(buka: Buka, peladen: PeladenSurel, surel: SurelKeluar, nyata: Callable[[], datetime]) -> bool:
    try:
        serahkan(peladen, pesan(peladen, surel))
    except smtplib.SMTPRecipientsRefused as salah:
        kode, kata = next(iter(salah.recipients.values()))
        with buka(True) as sesi:
            verba.gagal(sesi, surel.id, f"Alamat ditolak: {kode} {_teks(kata)}", nyata(), tetap=kode >= 500)
        return False
    except (OSError, smtplib.SMTPException, UnicodeError) as salah:
        _log.warning("surel %s belum terkirim: %s", surel.id, salah)
        with buka(True) as sesi:
            verba.gagal(sesi, surel.id, _sebab(salah), nyata())
        return False
    with buka(True) as sesi:
        verba.terkirim(sesi, surel.id, nyata())
    return True


def _teks(kata: bytes | str) -> str:
    return kata.decode("utf-8", "replace") if isinstance(kata, bytes) else kata


def _sebab(salah: Exception) -> str:
    if isinstance(salah, smtplib.SMTPAuthenticationError):
        return "Peladen surel menolak nama pengguna atau kata sandi."
    if isinstance(salah, smtplib.SMTPResponseException):
        return f"Peladen surel menjawab: {salah.smtp_code} {_teks(salah.smtp_error)}"
    if isinstance(salah, ssl.SSLError):
        return "Sambungan terenkripsi ke server surel gagal."
    return f"Peladen surel tidak dapat dihubungi ({type(salah).__name__})."


def pesan(peladen: PeladenSurel, surel: SurelKeluar) -> EmailMessage:
    """The mail of a row. A second copy of it has the same Message-ID, so that mail programs know it."""
    isi = EmailMessage()
    isi["From"], isi["To"], isi["Subject"] = peladen.dari, surel.kepada, surel.perihal
    isi["Date"] = format_datetime(surel.dibuat_pada)
    isi["Message-ID"] = (
        f"<kinerja-{surel.id}-{surel.dibuat_pada:%Y%m%d%H%M%S}@{peladen.dari.rpartition('@')[2]}>"
    )
    isi["Auto-Submitted"] = "auto-generated"
    isi.set_content(surel.isi)
    return isi


def serahkan(peladen: PeladenSurel, isi: EmailMessage) -> None:
    """Hand one mail to the server: encrypted where it can be, never with a password in the clear."""
    aman = ssl.create_default_context()
    buka: Callable[[], smtplib.SMTP]
    if peladen.langsung_tls:
        buka = lambda: smtplib.SMTP_SSL(peladen.host, peladen.port, timeout=BATAS_DETIK, context=aman)  # noqa: E731
    else:
        buka = lambda: smtplib.SMTP(peladen.host, peladen.port, timeout=BATAS_DETIK)  # noqa: E731
    with buka() as smtp:
        smtp.ehlo()
        if not peladen.langsung_tls and smtp.has_extn("starttls"):
            smtp.starttls(context=aman)
            smtp.ehlo()
        elif not peladen.langsung_tls and peladen.pengguna:
            raise smtplib.SMTPNotSupportedError("tanpa enkripsi, kata sandi tidak dikirim")
        if peladen.pengguna:
            smtp.login(peladen.pengguna, peladen.sandi)
        smtp.send_message(isi)

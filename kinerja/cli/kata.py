"""Click's own words in Bahasa Indonesia: usage, help, and what it says of a wrong command line.

Click asks gettext for every sentence. A catalogue of gettext would be a binary file chosen by the language of
the console; the office's language is fixed, so its own function stands in the place of gettext's.
"""

from __future__ import annotations

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

KATA = {
    "Usage:": "Pemakaian:",
    "Options": "Pilihan",
    "Commands": "Perintah",
    "Show the version and exit.": "Tampilkan versi, lalu keluar.",
    "Show this message and exit.": "Tampilkan bantuan ini, lalu keluar.",
    "%(prog)s, version %(version)s": "%(prog)s, versi %(version)s",
    "default: {default}": "bawaan: {default}",
    "required": "wajib",
    "Error: {message}": "Keliru: {message}",
    "Try '{command} {option}' for help.": "Bantuan: {command} {option}",
    "Aborted!": "Dihentikan.",
    "Missing command.": "Perintahnya belum disebut.",
    "Missing argument": "Belum diisi:",
    "Missing option": "Belum diisi: pilihan",
    "No such command {name!r}.": "Tidak ada perintah {name!r}.",
    "No such option {name!r}.": "Tidak ada pilihan {name!r}.",
    "Did you mean {possibility}?": "Maksud Anda {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Maksud Anda salah satu dari: {possibilities}?",
    "Invalid value: {message}": "Isian salah: {message}",
    "Invalid value for {param_hint}: {message}": "Isian {param_hint} salah: {message}",
    "Got unexpected extra argument ({args})": "Ada kata yang tidak dikenal: {args}",
    "Got unexpected extra arguments ({args})": "Ada kata yang tidak dikenal: {args}",
    "Option {name!r} requires an argument.": "Pilihan {name!r} belum diberi isi.",
    "Option {name!r} does not take a value.": "Pilihan {name!r} tidak memakai isi.",
    "{value!r} is not a valid {number_type}.": "{value!r} bukan {number_type}.",
    "{value} is not in the range {range}.": "{value} di luar {range}.",
    "{name} {filename!r} does not exist.": "{name} {filename!r} tidak ada.",
    "{name} {filename!r} is a file.": "{filename!r} sebuah berkas, bukan folder.",
    "{name} {filename!r} is a directory.": "{filename!r} sebuah folder, bukan berkas.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} tidak dapat dibaca.",
    "{name} {filename!r} is not writable.": "{name} {filename!r} tidak dapat ditulisi.",
    "Could not open file {filename!r}: {message}": "Berkas {filename!r} tidak dapat dibuka: {message}",
    "file": "berkas",
    "directory": "folder",
    "path": "berkas",
}


def _kata(kalimat: str) -> str:
    return KATA.get(kalimat, kalimat)


def _menurut_jumlah(satu: str, banyak: str, jumlah: int) -> str:
    return _kata(satu if jumlah == 1 else banyak)


def pasang() -> None:
    """Before the first verb is declared: some of the words are asked for there."""
    for modul in (core, decorators, exceptions, formatting, parser, termui, types):
        modul.__dict__.update(_=_kata, ngettext=_menurut_jumlah)
    types.StringParamType.name = "teks"
    types.IntParamType.name = types.IntRange.name = "angka"


def sebut(perintah: click.Command) -> None:
    """The words of the usage line, of this verb and those under it."""
    perintah.options_metavar = "[PILIHAN]"
    if isinstance(perintah, click.Group):
        perintah.subcommand_metavar = "PERINTAH [ISIAN]..."
        for anak in perintah.commands.values():
            sebut(anak)

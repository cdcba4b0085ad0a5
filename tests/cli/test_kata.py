"""What Click itself says on the console: in Bahasa Indonesia, whatever the verb and whatever is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kinerja.cli import kata, main

INGGRIS = re.compile(
    r"\b(usage|options?|commands?|args|errors?|try|help for|show|message|exit|missing|invalid|value|valid|no such|did you"
    r"|default|required|range|text|integer|directory|path|exist|unexpected|version)\b",
    re.IGNORECASE,
)
BUKAN_KALIMAT = re.compile(r"--[a-z-]+")


def semua(perintah: click.Command, *jalan: str) -> Iterator[tuple[str, ...]]:
    yield jalan
    if isinstance(perintah, click.Group):
        for nama, anak in perintah.commands.items():
            yield from semua(anak, *jalan, nama)


def ucapan(*isi: str) -> str:
    return CliRunner().invoke(main, list(isi), prog_name="kinerja").output


@pytest.mark.parametrize("jalan", list(semua(main)), ids=lambda jalan: " ".join(jalan) or "kinerja")
def test_the_help_of_every_verb_has_no_english_word(jalan: tuple[str, ...]) -> None:
    hasil = ucapan(*jalan, "--help")
    assert hasil.startswith(f"Pemakaian: {' '.join(('kinerja', *jalan))} [PILIHAN]")
    assert not INGGRIS.findall(BUKAN_KALIMAT.sub("", hasil))


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ("tidak-ada", "Keliru: Tidak ada perintah 'tidak-ada'."),
        ("serve --prot 1", "Tidak ada pilihan '--prot'. Maksud Anda salah satu dari: '--host', '--port'?"),
        ("serve --port", "Keliru: Pilihan '--port' belum diberi isi."),
        ("serve --port abc", "Keliru: Isian '--port' salah: 'abc' bukan angka."),
        ("serve --port 0", "Keliru: Isian '--port' salah: 0 di luar 1<=x<=65535."),
        ("verify --json=ya", "Keliru: Pilihan '--json' tidak memakai isi."),
        ("verify a b", "Keliru: Ada kata yang tidak dikenal: a b"),
        ("user add siti", "Keliru: Belum diisi: pilihan '--nama'."),
        ("scan", "Bantuan: kinerja scan --help\n\nKeliru: Belum diisi: 'FOLDER'."),
        ("scan /tidak/ada", "Keliru: Isian 'FOLDER' salah: Folder '/tidak/ada' tidak ada."),
        (f"scan {Path(__file__).name}", f"Folder '{Path(__file__).name}' tidak ada."),
        ("--version", "kinerja, versi "),
    ],
)
def test_a_wrong_command_line_is_answered_in_one_indonesian_sentence(isi: str, kalimat: str) -> None:
    hasil = ucapan(*isi.split())
    assert kalimat in hasil
    assert not INGGRIS.findall(BUKAN_KALIMAT.sub("", hasil))


def test_every_sentence_is_one_that_click_still_says() -> None:
    sumber = "".join(berkas.read_text("utf-8") for berkas in Path(click.__file__).parent.glob("*.py"))
    assert [kalimat for kalimat in kata.KATA if f'"{kalimat}"' not in sumber] == []

"""The documents name what there is, and point at what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kinerja import models
from kinerja.cli import main
from kinerja.models import db

AKAR = Path(__file__).parents[2]
NASKAH = [AKAR / "README.md", AKAR / "CHANGELOG.md", *sorted((AKAR / "docs").glob("*.md"))]


def test_the_glossary_names_every_model() -> None:
    assert models.__all__
    istilah = (AKAR / "docs/istilah.md").read_text(encoding="utf-8")
    kurang = [m.class_.__name__ for m in db.Model.registry.mappers if f"`{m.class_.__name__}`" not in istilah]
    assert not kurang


def test_the_readme_names_both_commands_and_every_verb() -> None:
    isi = (AKAR / "README.md").read_text(encoding="utf-8")
    for kata in (
        "make demo",
        "make test",
        "make test-cepat",
        *(f"kinerja {verba}" for verba in main.commands),
    ):
        assert kata in isi, kata


def test_the_decisions_name_every_dependency() -> None:
    isi = (AKAR / "docs/keputusan.md").read_text(encoding="utf-8")
    baris = re.findall(
        r'^  "([a-z0-9-]+)[\[>=<]', (AKAR / "pyproject.toml").read_text(encoding="utf-8"), re.M
    )
    perlu = baris[: baris.index("pytest")]
    assert "flask" in perlu
    assert not [nama for nama in perlu if nama not in isi]


@pytest.mark.parametrize("berkas", NASKAH, ids=lambda p: p.name)
def test_links_and_pictures_exist(berkas: Path) -> None:
    for tujuan in re.findall(r"\]\(([^)#]+)", berkas.read_text(encoding="utf-8")):
        if "://" not in tujuan:
            assert (berkas.parent / tujuan).exists(), tujuan


def test_pictures_are_small() -> None:
    semua = list((AKAR / "docs/gambar").glob("*.png"))
    assert semua
    assert all(satu.stat().st_size < 120_000 for satu in semua)

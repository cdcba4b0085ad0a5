"""The templates and static files keep the rules of the page: local, without inline script or style, one root."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask

from kinerja.web.ikon import JALUR_IKON

AKAR = Path(__file__).resolve().parents[2]
TEMPLAT = AKAR / "templates"
STATIS = AKAR / "static"
LAYAR = sorted(p for p in TEMPLAT.rglob("*.html") if "pdf" not in p.relative_to(TEMPLAT).parts)
NAMA = [p.relative_to(TEMPLAT).as_posix() for p in LAYAR]
# A partial that a view sends alone is a swap target; one that is only included may be any piece of markup.
_WEB = "".join(p.read_text(encoding="utf-8") for p in (AKAR / "kinerja" / "web").rglob("*.py"))
_SENDIRI = set(re.findall(r'respond\(\s*"[^"]+",\s*"([^"]+)"|templat = "([^"]+)"', _WEB))
POTONGAN = [n for n in NAMA if any(n in pasangan for pasangan in _SENDIRI)]
HTMX_BOLEH = {
    "hx-get", "hx-post", "hx-target", "hx-swap", "hx-trigger", "hx-push-url", "hx-confirm", "hx-disabled-elt",
    "hx-indicator", "hx-headers", "hx-swap-oob", "hx-encoding", "hx-sync", "hx-include",
}  # fmt: skip
TANPA_ISI = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
    "path",
}
INGGRIS = set(
    """the and please submit save cancel delete edit search error click upload download login logout password
    username required next previous back home settings user users loading yes view view close open show hide file
    files task tasks inbox due late overdue report reports loading send reply forward approve reject""".split()
)


def tulisan(nama: str) -> str:
    return (TEMPLAT / nama).read_text(encoding="utf-8")


def polos(nama: str) -> str:
    """The markup with Jinja's own marks taken out; an expression becomes one letter."""
    teks = re.sub(r"{#.*?#}", "", tulisan(nama), flags=re.S)
    return re.sub(r"{{.*?}}", "X", re.sub(r"{%.*?%}", "", teks, flags=re.S), flags=re.S)


class Pembaca(HTMLParser):
    """Top-level elements, all tags with their attributes, and the words people read."""

    def __init__(self, teks: str) -> None:
        super().__init__()
        self.dalam = 0
        self.akar: list[dict[str, str]] = []
        self.tanda: list[tuple[str, dict[str, str]]] = []
        self.kata: list[str] = []
        self.feed(teks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isi = {k: v or "" for k, v in attrs}
        self.tanda.append((tag, isi))
        self.kata += [isi[k] for k in ("aria-label", "placeholder", "title", "alt") if k in isi]
        if self.dalam == 0:
            self.akar.append(isi)
        self.dalam += tag not in TANPA_ISI

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tanda.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self.dalam -= tag not in TANPA_ISI

    def handle_data(self, data: str) -> None:
        self.kata.append(data)


@pytest.mark.parametrize("nama", NAMA)
def test_every_template_compiles(nama: str, _aplikasi: Flask) -> None:
    _aplikasi.jinja_env.get_template(nama)


@pytest.mark.parametrize("nama", POTONGAN)
def test_a_swap_target_has_one_root_named_after_its_file(nama: str) -> None:
    akar = [a for a in Pembaca(polos(nama)).akar if "hx-swap-oob" not in a]
    assert len(akar) == 1
    berkas = Path(nama)
    inti = berkas.stem.lstrip("_").replace("_", "-")
    folder = berkas.parent.name.replace("_", "-")
    boleh = {inti, f"{folder}-{inti}", f"{inti}-{folder}", berkas.stem.lstrip("_")}
    assert akar[0].get("id", "").removesuffix("-X") in boleh


@pytest.mark.parametrize("nama", NAMA)
def test_no_inline_script_or_style(nama: str) -> None:
    for tag, atribut in Pembaca(polos(nama)).tanda:
        assert "style" not in atribut
        assert tag != "style"
        assert tag != "script" or atribut.get("src")
        assert not [k for k in atribut if k.startswith(("on", "hx-on"))]
        assert {k for k in atribut if k.startswith("hx-")} <= HTMX_BOLEH
        assert not [v for v in atribut.values() if "javascript:" in v.lower() or v.startswith("js:")]


@pytest.mark.parametrize("nama", NAMA)
def test_everything_works_without_htmx(nama: str) -> None:
    for tag, atribut in Pembaca(polos(nama)).tanda:
        if "hx-post" in atribut:
            assert tag == "form"
            assert atribut.get("method") == "post"
            assert atribut.get("action")
        if "hx-get" in atribut and "hx-trigger" not in atribut:
            assert atribut.get("href") or atribut.get("action")
        if tag == "form":
            assert atribut.get("action")


@pytest.mark.parametrize("nama", NAMA)
def test_nothing_is_loaded_from_elsewhere(nama: str) -> None:
    for tag, atribut in Pembaca(polos(nama)).tanda:
        for kunci in ("src", "href", "action", "srcset"):
            nilai = atribut.get(kunci, "")
            assert "//" not in nilai
            if tag in ("script", "link", "img"):
                assert not nilai or nilai.startswith(("X", "data:image/png;base64,"))


@pytest.mark.parametrize("nama", NAMA)
def test_people_read_indonesian(nama: str) -> None:
    tertulis = " ".join(Pembaca(polos(nama)).kata)
    for ungkapan in re.findall(
        r"{[{%](.*?)[%}]}", re.sub(r"{#.*?#}", "", tulisan(nama), flags=re.S), flags=re.S
    ):
        tertulis += " " + " ".join(re.findall(r'"([A-Z][^"]*)"', ungkapan))
    assert not {k for k in re.findall(r"[a-z]+", tertulis.lower()) if k in INGGRIS}


@pytest.mark.parametrize("nama", NAMA)
def test_every_named_icon_is_drawn(nama: str) -> None:
    disebut = set(re.findall(r"\bikon\(\"(\w+)\"", tulisan(nama)))
    assert disebut <= set(JALUR_IKON)


def test_static_files_stay_small_and_local() -> None:
    gaya = (STATIS / "kinerja.css").read_text(encoding="utf-8")
    skrip = (STATIS / "kinerja.js").read_text(encoding="utf-8")
    assert len(gaya.splitlines()) < 500
    assert len(skrip.splitlines()) <= 200
    assert "@import" not in gaya
    assert not re.search(r"url\(|https?:", gaya + skrip)
    assert not re.search(r"innerHTML|eval\(|document\.write", skrip)


def _terang(warna: str) -> float:
    """Relative luminance of #rgb or #rrggbb (WCAG 2)."""
    hex6 = "".join(h * 2 for h in warna[1:]) if len(warna) == 4 else warna[1:]
    bagian = [int(hex6[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    lurus = [b / 12.92 if b <= 0.03928 else ((b + 0.055) / 1.055) ** 2.4 for b in bagian]
    return 0.2126 * lurus[0] + 0.7152 * lurus[1] + 0.0722 * lurus[2]


@pytest.mark.parametrize(
    ("huruf", "alas", "batas"),
    [(h, a, 4.5) for h in ("tinta", "redup", "utama", "bahaya") for a in ("kertas", "dasar", "utama-muda")]
    + [(n, f"{n}-muda", 4.5) for n in ("baik", "awas", "bahaya", "info")]
    + [
        ("redup", "abu", 4.5),
        ("garis-kuat", "kertas", 3.0),
        ("kertas", "utama", 4.5),
        ("kertas", "baik", 4.5),
    ],
)
def test_text_stands_out_from_its_ground(huruf: str, alas: str, batas: float) -> None:
    gaya = (STATIS / "kinerja.css").read_text(encoding="utf-8")
    warna = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})\b", gaya))
    a, b = sorted((_terang(warna[huruf]), _terang(warna[alas])), reverse=True)
    assert (a + 0.05) / (b + 0.05) >= batas

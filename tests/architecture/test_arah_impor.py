"""The arrows of the house: which room may import which."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

PAKET = Path(__file__).parents[2] / "kinerja"
BOLEH: dict[str, set[str]] = {
    "domain": {"domain"},
    "sop": {"sop", "domain"},
    "models": {"models", "domain"},
    "archive": {"archive", "models", "domain"},
    "operations": {"operations", "models", "domain", "archive"},
    "documents": {"documents", "models", "domain"},
    "upkeep": {"upkeep", "models", "domain", "archive", "operations"},
    "web": {"web", "operations", "documents", "archive", "upkeep", "models", "domain", "sop"},
    "demo": {"demo", "operations", "documents", "archive", "models", "domain", "sop"},
    "migrations": {"models"},
}
FLASK_BOLEH = {
    "web",
    "cli",
    "__init__",
    "config",
    "bench",
}  # a bench builds the application, as the command line does


def berkas() -> list[Path]:
    return sorted(p for p in PAKET.rglob("*.py") if "versions" not in p.parts)


def impor(jalur: Path) -> set[str]:
    """Every module a file imports, at its top or inside a function."""
    hasil: set[str] = set()
    for simpul in ast.walk(ast.parse(jalur.read_text(encoding="utf-8"))):
        if isinstance(simpul, ast.Import):
            hasil |= {a.name for a in simpul.names}
        elif isinstance(simpul, ast.ImportFrom) and simpul.module:
            hasil.add(simpul.module)
            hasil |= {f"{simpul.module}.{a.name}" for a in simpul.names}
    return hasil


def kamar(jalur: Path) -> str:
    return jalur.relative_to(PAKET).parts[0].removesuffix(".py")


@pytest.mark.parametrize("jalur", berkas(), ids=lambda p: str(p.relative_to(PAKET)))
def test_imports_follow_the_arrows(jalur: Path) -> None:
    asal = kamar(jalur)
    if asal not in BOLEH:
        return
    tujuan = {m.split(".")[1] for m in impor(jalur) if m.startswith("kinerja.")} - {"sumber"}
    assert tujuan <= BOLEH[asal], f"{jalur} imports {sorted(tujuan - BOLEH[asal])}"


@pytest.mark.parametrize("jalur", berkas(), ids=lambda p: str(p.relative_to(PAKET)))
def test_only_the_web_layer_imports_flask(jalur: Path) -> None:
    dipakai = {m.split(".")[0] for m in impor(jalur)}
    if kamar(jalur) in FLASK_BOLEH:
        return
    dilarang = {m for m in dipakai if m.startswith("flask") or m in {"wtforms", "werkzeug"}}
    if kamar(jalur) in {"models", "migrations"}:
        dilarang -= {"flask_sqlalchemy"}
        if kamar(jalur) == "migrations":
            dilarang -= {"flask"}
    if jalur.name == "orang.py":
        dilarang -= {"werkzeug"}  # its scrypt
    assert not dilarang


def test_the_domain_is_standard_library_only() -> None:
    for jalur in (PAKET / "domain").rglob("*.py"):
        luar = (
            {m.split(".")[0] for m in impor(jalur)} - {"kinerja", "__future__"} - set(sys.stdlib_module_names)
        )
        assert not luar, f"{jalur.name}: {luar}"


def test_the_domain_has_no_clock_and_no_files() -> None:
    for jalur in (PAKET / "domain").rglob("*.py"):
        for simpul in ast.walk(ast.parse(jalur.read_text(encoding="utf-8"))):
            if isinstance(simpul, ast.Call):
                nama = ast.unparse(simpul.func)
                assert nama not in {"open", "date.today", "datetime.now", "datetime.utcnow", "time.time"}, (
                    jalur
                )


def test_nothing_evaluates_text_or_starts_a_shell() -> None:
    for jalur in berkas():
        dipakai = {m.split(".")[0] for m in impor(jalur)}
        assert not dipakai & {"pickle", "marshal", "shelve", "yaml"}, jalur
        for simpul in ast.walk(ast.parse(jalur.read_text(encoding="utf-8"))):
            if not isinstance(simpul, ast.Call):
                continue
            nama = ast.unparse(simpul.func)
            assert nama not in {"eval", "exec", "os.system", "os.popen", "render_template_string"}, jalur
            assert not any(k.arg == "shell" for k in simpul.keywords), jalur


def test_sql_text_is_never_glued_together() -> None:
    for jalur in berkas():
        for simpul in ast.walk(ast.parse(jalur.read_text(encoding="utf-8"))):
            if isinstance(simpul, ast.Call) and ast.unparse(simpul.func).split(".")[-1] in {
                "text",
                "exec_driver_sql",
            }:
                assert not any(isinstance(a, ast.JoinedStr | ast.BinOp) for a in simpul.args), jalur


def test_files_stay_small() -> None:
    akar = PAKET.parent
    semua = [*berkas(), *(akar / "templates").rglob("*.html"), *(akar / "static").glob("*.js")]
    panjang = {
        str(p.relative_to(akar)): n
        for p in semua
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not panjang

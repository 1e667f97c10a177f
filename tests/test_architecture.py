"""What import-linter cannot say: the entry point, file sizes, and what may never be called."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [*sorted((ROOT / "geo").rglob("*.py")), ROOT / "app.py"]
FORBIDDEN_CALLS = {"html", "eval", "exec", "loads_pickle"}
TOP = {"app.py", "requirements.txt", "geo", "data", "tests", "seeds", "README.md", "CHANGELOG.md", "LICENSE"} | {
    "pyproject.toml",
    "docs",
    "Makefile",
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_the_entry_knows_streamlit_and_the_pages_only() -> None:
    assert all(name == "streamlit" or name.startswith("geo.ui") for name in imports(ROOT / "app.py"))
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 60


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_stay_readable(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 400


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_text_reaches_html_or_code(path: Path) -> None:
    """st.html, components.html, unsafe_allow_html, eval and exec would let a report's words run."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert name not in FORBIDDEN_CALLS, f"{path}:{node.lineno} calls {name}"
            assert all(keyword.arg != "unsafe_allow_html" for keyword in node.keywords), f"{path}:{node.lineno}"


def test_two_files_alone_can_reach_the_network() -> None:
    """Everything else works offline because it cannot do otherwise. Both are off until an operator switches them on."""
    networks = ("socket", "http", "urllib.request", "requests", "aiohttp", "geopy.geocoders.nominatim")
    reaching = {
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        for name in imports(path)
        if any(name == one or name.startswith(f"{one}.") for one in networks)
    }
    assert reaching == {"geo/geocoding/online.py", "geo/services/model_extractor.py"}


def test_the_top_of_the_house_is_as_agreed() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - {"var", "__pycache__"} <= TOP, "a new name at the top must be placed in the house first"


def test_only_numbers_and_ids_can_reach_folium() -> None:
    """Words would be re-rendered as a Jinja template by branca; render therefore knows no claims and no wording."""
    for path in (ROOT / "geo" / "render").rglob("*.py"):
        assert not {"geo.model.claim", "geo.model.report", "geo.services.wording"} & set(imports(path)), path

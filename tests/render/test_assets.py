"""The map's own files: all there, all ours or Leaflet's, none of them asking outside."""

import re
from pathlib import Path

import pytest

from geo.render import assets
from geo.render.assets import STATIC_FOLDER

OURS = sorted(path for path in STATIC_FOLDER.glob("*") if path.suffix in (".js", ".css"))


def test_every_script_of_ours_is_loaded_and_every_one_loaded_exists() -> None:
    loaded = {*assets.SCRIPTS, *assets.STYLES, "standalone.js", "standalone.css"}  # the last two: of the one-file page
    assert {path.name for path in OURS} <= loaded
    assert all((STATIC_FOLDER / name).is_file() for name in loaded)


@pytest.mark.parametrize(("found", "parts"), [(assets.script(), assets.SCRIPTS), (assets.style(), assets.STYLES)])
def test_all_files_are_served_as_one(found: tuple[str, str], parts: tuple[str, ...]) -> None:
    match = re.fullmatch(r"\.\./geo\.render\.assets\.bundle/(launch_map-[0-9a-f]{12}\.(js|css))", found[1])
    assert match is not None
    bundle = (Path(assets._bundle_folder().name) / match[1]).read_text(encoding="utf-8")
    starts = [bundle.index((STATIC_FOLDER / part).read_text(encoding="utf-8")[:60]) for part in parts]
    assert starts == sorted(starts)
    assert "url(images/" not in bundle  # relative to Leaflet's own folder, which the bundle is not in


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_scripts_ask_nothing_outside_and_write_no_markup(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if path.name == "online_tiles.js":  # asked only once the user has switched them on
        source = source.replace("https://tile.openstreetmap.org/{z}/{x}/{y}.png", "")
    assert not re.search(r"https?://|//[a-z]+\.", source)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", source)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_scripts_are_readable(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) < 400
    assert max(map(len, lines)) <= 140


def test_leaflet_comes_with_its_licence() -> None:
    assert "Redistribution and use" in (STATIC_FOLDER / "leaflet-1.9.4/LICENSE").read_text(encoding="utf-8")

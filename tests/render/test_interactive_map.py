"""What enters folium: a script that never changes, and commands of numbers and ids."""

import json
import re
from dataclasses import replace

import pytest
from folium import Figure
from streamlit_folium import _get_feature_group_string, generate_leaflet_string

from geo.model.errors import ModelError
from geo.render.assets import STATIC_FOLDER
from geo.render.interactive_map import LAYERS, THEMES, USUAL_LAYERS, Command, CommandChannel, LaunchMap

FILE_NAME = f"{'0123456789abcdef' * 2}.json"
COMMAND = Command(FILE_NAME, axis=(18_628, 20_453), days=(18_628, 20_453), selected="kp-1")


def script_of(launch_map: LaunchMap) -> str:
    launch_map.get_root().render()
    return str(generate_leaflet_string(launch_map))


def command_script(command: Command) -> str:
    launch_map = LaunchMap()
    script_of(launch_map)
    return str(_get_feature_group_string(CommandChannel(command), map=launch_map))


def test_the_script_is_the_same_bytes_every_time() -> None:
    # streamlit-folium loads the map anew, for ever, when its script changes between reruns (its issue 239)
    assert script_of(LaunchMap()) == script_of(LaunchMap())


def test_nothing_is_asked_of_another_host() -> None:
    launch_map = LaunchMap()
    figure = launch_map.get_root()
    assert isinstance(figure, Figure)
    page = figure.render()
    links = re.findall(r"""(?:src|href)\s*=\s*["']?([^"'\s>]+)""", page)
    assert len(links) == 2
    assert all(link.startswith("../geo.render.assets.bundle/") for link in links)
    assert not re.search(r"https?://|['\"(]//", page)


def arguments(command: Command) -> dict[str, object]:
    found = re.search(r"window\.launchMap\.command\((.*)\);", command_script(command))
    assert found is not None
    told: dict[str, object] = json.loads(found[1])
    return told


def test_a_command_says_what_the_map_is_to_show() -> None:
    assert arguments(COMMAND) == {
        "file": FILE_NAME,
        "axis": [18_628, 20_453],
        "days": [18_628, 20_453],
        "selected": "kp-1",
        "acknowledged": [0, 0, 0, 0],
        "view": None,
        "layers": None,
        "theme": "light",
    }


def test_a_command_can_say_where_to_look_and_which_layers() -> None:
    told = arguments(replace(COMMAND, selected=None, view=(400_300, 1_281_800, 750), layers=("sites",), theme="dark"))
    assert (told["selected"], told["view"]) == (None, [400_300, 1_281_800, 750])
    assert (told["layers"], told["theme"]) == (["sites"], "dark")


def test_the_script_knows_the_same_layers_and_themes() -> None:
    control = (STATIC_FOLDER / "layers_control.js").read_text(encoding="utf-8")
    assert tuple(re.findall(r"\{ id: \"(\w+)\"", control)) == LAYERS
    usual = re.search(r"USUAL = (\[.*\]);", control)
    assert usual is not None
    assert tuple(json.loads(usual[1])) == USUAL_LAYERS
    themes = (STATIC_FOLDER / "themes.js").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^    (\w+): \{$", themes, re.MULTILINE)) == THEMES


@pytest.mark.parametrize(
    "hostile",
    [
        "{{7*7}}",
        "{% for i in 1 %}",
        "{# note #}",
        '"); alert(1); ("',
        "</script>",
        "${alert(1)}",
        "`",
        "kp-1\n",
        "",
    ],
)
def test_a_hostile_id_never_reaches_folium(hostile: str) -> None:
    with pytest.raises(ModelError, match="must not reach the map"):
        CommandChannel(replace(COMMAND, selected=hostile))


@pytest.mark.parametrize("hostile", ["../../etc/passwd", "{{7*7}}.json", "0.json", FILE_NAME + "x", ""])
def test_a_file_name_is_a_hash_and_nothing_else(hostile: str) -> None:
    with pytest.raises(ModelError, match="is not the name of a file"):
        CommandChannel(replace(COMMAND, file_name=hostile))


@pytest.mark.parametrize("hostile", ["{{7*7}}", 1.5, True, None])
def test_a_day_is_a_whole_number(hostile: object) -> None:
    with pytest.raises(ModelError, match="is not a whole number"):
        CommandChannel(replace(COMMAND, days=(18_628, hostile)))  # type: ignore[arg-type]


@pytest.mark.parametrize("hostile", ["{{7*7}}", "names ", "", "scale\n", "everything"])
def test_a_layer_or_theme_is_one_we_have(hostile: str) -> None:
    with pytest.raises(ModelError, match="is no layer"):
        CommandChannel(replace(COMMAND, layers=("names", hostile)))
    with pytest.raises(ModelError, match="is no theme"):
        CommandChannel(replace(COMMAND, theme=hostile))


def test_a_view_is_whole_numbers() -> None:
    with pytest.raises(ModelError, match="is not a whole number"):
        CommandChannel(replace(COMMAND, view=(40.03, 128.18, 7)))  # type: ignore[arg-type]

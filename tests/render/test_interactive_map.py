"""What enters folium: a script that never changes, and commands of numbers and ids."""

import re
from dataclasses import replace

import pytest
from folium import Figure
from streamlit_folium import _get_feature_group_string, generate_leaflet_string

from geo.model.errors import ModelError
from geo.render.interactive_map import Command, CommandChannel, LaunchMap

FILE_NAME = f"{'0123456789abcdef' * 2}.json"
COMMAND = Command(FILE_NAME, axis=(18_628, 20_453), days=(18_628, 20_453), selected="kp-1", acknowledged=(0, 0))


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


def test_a_command_says_file_days_and_selection() -> None:
    expected = f'window.launchMap.command("{FILE_NAME}", [18628, 20453], [18628, 20453], "kp-1", [0, 0]);'
    assert expected in command_script(COMMAND)


def test_no_selection_is_null() -> None:
    assert "[18628, 20453], null, [0, 0]" in command_script(replace(COMMAND, selected=None))


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

"""data/comparison: what it must hold, and how a wrong row is reported."""

import shutil
from pathlib import Path

import pytest

from geo.catalogue.comparison import load_comparison, load_tables
from geo.catalogue.package import DATA_FOLDER, seal
from geo.model.claim import Attribute
from geo.model.errors import DataPackageError
from geo.model.place import Point
from geo.model.quantity import Qualifier
from geo.model.weapon import MissileClass, OutcomeKind, PlatformKind

RULES = load_comparison()


@pytest.mark.parametrize(
    ("attribute", "larger", "width", "words"),
    [
        (Attribute.LAUNCH_TIME, 0, 1, "1 min"),
        (Attribute.RANGE, 100, 10, "the greater of 10 km and 5 % of the larger figure"),
        (Attribute.APOGEE, 800, 40, "the greater of 10 km and 5 % of the larger figure"),
        (Attribute.FLIGHT_TIME, 100, 2, "the greater of 1 min and 2 % of the larger figure"),
        (Attribute.COUNT, 200, 0, "0"),
    ],
)
def test_tolerances_are_the_specified_ones(attribute: Attribute, larger: float, width: float, words: str) -> None:
    tolerance = RULES.tolerances[attribute]
    assert (tolerance.at(larger), tolerance.words) == (width, words)


def test_every_code_of_the_model_has_its_place_in_a_taxonomy() -> None:
    assert set(RULES.missiles.label) == set(MissileClass)
    assert set(RULES.platforms.label) == set(PlatformKind)
    assert set(RULES.outcomes.label) == set(OutcomeKind)
    assert set(RULES.tolerances) == set(Attribute)


def test_an_slbm_is_a_ballistic_missile_a_missile_and_a_projectile() -> None:
    assert RULES.missiles.ancestors("SLBM") == {"SLBM", "BALLISTIC", "MISSILE", "PROJECTILE"}


@pytest.mark.parametrize(
    ("one", "other", "exclude"),
    [
        ("SRBM", "SLBM", False),  # how far, from what
        ("SRBM", "ICBM", True),
        ("SLCM", "SLBM", True),  # by what they are a kind of
        ("MLRS", "SRBM", False),  # the largest rockets are called both
        ("SLV", "BALLISTIC", False),  # purpose and path are two questions
        ("DRONE", "CRUISE", True),
    ],
)
def test_codes_exclude_each_other_only_on_one_axis(one: str, other: str, exclude: bool) -> None:
    assert RULES.missiles.exclude(one, other) is exclude
    assert RULES.missiles.exclude(other, one) is exclude


def test_about_widens_a_count_and_no_distance() -> None:
    assert RULES.hedges[Attribute.COUNT, Qualifier.ABOUT].absolute == 1
    assert RULES.hedges[Attribute.RANGE, Qualifier.ABOUT].absolute == 0


def test_the_preference_orders_stand_in_their_positions() -> None:
    assert RULES.preference.stances == ("asserted", "hedged")
    assert RULES.preference.speakers == ("named", "joint", "outlet", "anonymous")
    assert RULES.preference.families[:2] == ("ROK", "JAPAN")


@pytest.mark.parametrize(
    ("file", "found", "written", "message"),
    [
        ("tolerances.csv", "count,0", "counts,0", r"tolerances\.csv:7: 'counts' is not a valid Attribute"),
        ("tolerances.csv", "launch_time,1,", "launch_time,wide,", r"tolerances\.csv:2: could not convert"),
        ("tolerances.csv", "range,10,", "range,-10,", r"tolerances\.csv:3: '-10' is no width or share"),
        ("tolerances.csv", "0.02,larger figure", "0.02,mean", r"tolerances\.csv:5: a share of 'mean' is not known"),
        ("hedges.csv", "count,about", "count,roughly", r"hedges\.csv:2: 'roughly' is not a valid Qualifier"),
        ("severity.csv", "place,km", "region,km", r"severity\.csv has no row for 'place'"),
        ("missile_taxonomy.csv", "ICBM,BALLISTIC", "ICBM,BALISTIC", r"missile_taxonomy\.csv:10: .*'BALISTIC'"),
        ("parts.csv", "apart,15", "asunder,15", r"parts\.csv has no row for 'apart'"),
        ("physics.csv", "speed_slack,0.2", "speed_slack,much", r"physics\.csv:6: could not convert"),
        ("waters.csv", "PACIFIC,1,51", "PACIFIC,1,151", r"waters\.csv:\d+: .*is not on the globe"),
        ("missile_names.csv", "Hwasong-15,Hwasong-15,", "Hwasong-15,Nothing,", r"'Nothing' has no row of its own"),
    ],
)
def test_a_wrong_row_is_refused_with_file_line_and_reason(
    tmp_path: Path, file: str, found: str, written: str, message: str
) -> None:
    shutil.copytree(DATA_FOLDER / "comparison", tmp_path / "comparison")
    path = tmp_path / "comparison" / file
    text = path.read_text(encoding="utf-8")
    assert found in text
    path.write_text(text.replace(found, written), encoding="utf-8")
    seal("comparison", tmp_path)
    with pytest.raises(DataPackageError, match=message):
        load_comparison(tmp_path)


def test_a_file_changed_without_its_manifest_is_refused(tmp_path: Path) -> None:
    shutil.copytree(DATA_FOLDER / "comparison", tmp_path / "comparison")
    with (tmp_path / "comparison" / "hedges.csv").open("a", encoding="utf-8") as file:
        file.write("count,exact,5,0,wide,no reason\n")
    with pytest.raises(DataPackageError, match="is not the file its manifest describes"):
        load_comparison(tmp_path)


def test_every_body_of_water_of_the_table_has_an_outline_with_its_own_middle_in_it() -> None:
    """A point everybody would put in that water lies in its outline and in no other."""
    middles = {
        "SEA_OF_JAPAN": Point(40, 135),
        "YELLOW_SEA": Point(36, 123.5),
        "EAST_CHINA_SEA": Point(29, 125),
        "PACIFIC": Point(38, 150),
    }
    assert set(RULES.shapes) == set(RULES.waters.label) == set(middles)
    for area, middle in middles.items():
        inside = [name for name, water in RULES.shapes.items() if water.distances_km(middle)[0] == 0]
        assert inside == [area]


def test_the_tables_for_readers_are_the_files_with_their_titles() -> None:
    tables = load_tables()
    assert set(tables) >= {"tolerances", "hedges", "severity", "rules", "classes", "parts", "physics", "preference"}
    assert all(table.title and table.rows and all(note for _, note in table.columns) for table in tables.values())

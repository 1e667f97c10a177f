"""data/comparison to the rules of geo.discrepancy."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from geo.catalogue.package import DATA_FOLDER, DataPackage, Row, open_package
from geo.discrepancy.rules import Comparison, Flight, Hedge, PartLimits, Preference, Taxonomy, Tolerance
from geo.discrepancy.weapon import designation_key
from geo.geocoding.waters import Water
from geo.model.claim import Attribute
from geo.model.errors import DataPackageError, ModelError
from geo.model.place import Point
from geo.model.quantity import Qualifier

Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class Table:
    """A file of data/comparison to be read by people: `columns` are names and what they hold, `rows` cells in order."""

    name: str
    title: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


@cache
def load_tables(folder: Path = DATA_FOLDER) -> dict[str, Table]:
    """Every file of the package by name, as its manifest describes it; DataPackageError if one is damaged."""
    package = open_package("comparison", folder)
    return {entry["name"]: _table(package, entry) for entry in package.manifest["resources"]}


def _table(package: DataPackage, entry: Mapping[str, Any]) -> Table:
    columns = tuple((field["name"], field["description"]) for field in entry["schema"]["fields"])
    rows = tuple(tuple(row[name] for name, _ in columns) for row in package.rows(entry["name"]))
    return Table(entry["name"], entry["title"], columns, rows)


def load_comparison(folder: Path = DATA_FOLDER) -> Comparison:
    """The rules of comparison; DataPackageError with file, line and reason on a row that makes no sense."""
    package = open_package("comparison", folder)
    minor = dict(_each(package, "severity", lambda row: (row["kind"], _number(row["limit"]))))
    for kind in ("quantity", "time", "place"):
        if kind not in minor:
            raise DataPackageError(f"{package.folder}/severity.csv has no row for {kind!r}; add it.")
    tolerances = dict(_each(package, "tolerances", _tolerance))
    if missing := [attribute for attribute in Attribute if attribute not in tolerances]:
        raise DataPackageError(f"{package.folder}/tolerances.csv has no row for {', '.join(missing)}; add it.")
    return Comparison(
        tolerances=tolerances,
        hedges=dict(_each(package, "hedges", _hedge)),
        minor_share=minor["quantity"],
        minor_minutes=minor["time"],
        minor_km=minor["place"],
        missiles=_taxonomy(package, "missile_taxonomy", "class"),
        platforms=_taxonomy(package, "platform_taxonomy", "kind"),
        outcomes=_taxonomy(package, "outcome_taxonomy", "kind"),
        waters=_taxonomy(package, "landing_areas", "area"),
        flight=_flight(package),
        names=_names(package),
        preference=_preference(package),
        parts=_parts(package),
        shapes=_shapes(package),
    )


def _each(package: DataPackage, name: str, parse: Callable[[Row], Parsed]) -> list[Parsed]:
    """Every row parsed; the first that cannot be is reported with file and line."""
    parsed = []
    for line, row in enumerate(package.rows(name), start=2):
        try:
            parsed.append(parse(row))
        except (ValueError, KeyError) as error:
            path = package.folder / package.resource(name)["path"]
            raise DataPackageError(f"{path}:{line}: {error}; correct the row.") from error
    return parsed


def _tolerance(row: Row) -> tuple[Attribute, Tolerance]:
    if _number(row["relative"]) and row["relative_of"] != "larger figure":
        raise ValueError(f"a share of {row['relative_of']!r} is not known, only of the 'larger figure'")
    tolerance = Tolerance(_number(row["absolute"]), row["unit"], _number(row["relative"]), row["reason"])
    return Attribute(row["attribute"]), tolerance


def _hedge(row: Row) -> tuple[tuple[Attribute, Qualifier], Hedge]:
    key = Attribute(row["attribute"]), Qualifier(row["qualifier"])
    return key, Hedge(_number(row["absolute"]), _number(row["relative"]), row["flag"])


def _number(text: str) -> float:
    number = float(text)
    if not 0 <= number < 1e6:
        raise ValueError(f"{text!r} is no width or share")
    return number


def _taxonomy(package: DataPackage, name: str, column: str) -> Taxonomy:
    rows = _each(package, name, lambda row: (row[column], row))
    codes = {code for code, _ in rows}

    def parents(row: Row) -> tuple[str, tuple[str, ...]]:
        wider = tuple(row["parents"].split())
        if unknown := [each for each in wider if each not in codes]:
            raise ValueError(f"{row[column]} is a kind of {unknown[0]!r}, which has no row")
        return row[column], wider

    return Taxonomy(
        parents=dict(_each(package, name, parents)),
        axis={code: row["axis"] for code, row in rows},
        label={code: row["label"] for code, row in rows},
    )


_FLIGHT = (
    "least_excess",
    "most_excess",
    "least_apogee",
    "least_ratio",
    "speed_slack",
    "landing_slack",
    "coast_slack",
)


def _flight(package: DataPackage) -> Flight:
    return Flight(*_limits(package, "physics", _FLIGHT))


def _parts(package: DataPackage) -> PartLimits:
    return PartLimits(*_limits(package, "parts", ("least_missiles", "apart")))


def _limits(package: DataPackage, name: str, wanted: tuple[str, ...]) -> list[float]:
    limits = dict(_each(package, name, lambda row: (row["name"], _number(row["value"]))))
    try:
        return [limits[each] for each in wanted]
    except KeyError as error:
        raise DataPackageError(f"{package.folder}/{name}.csv has no row for {error}; add it.") from error


def _shapes(package: DataPackage) -> dict[str, Water]:
    """Outlines of waters by area code, their corners in the declared order."""
    corners: dict[str, list[tuple[int, Point]]] = {}
    for area, number, point in _each(package, "waters", _corner):
        corners.setdefault(area, []).append((number, point))
    return {area: Water([point for _, point in sorted(each, key=lambda c: c[0])]) for area, each in corners.items()}


def _corner(row: Row) -> tuple[str, int, Point]:
    try:
        return row["area"], int(row["corner"]), Point(float(row["latitude"]), float(row["longitude"]))
    except ModelError as error:
        raise ValueError(str(error)) from error


def _names(package: DataPackage) -> dict[str, str]:
    """Designation key to canonical name; every canonical name must itself be a designation."""
    names = dict(_each(package, "missile_names", lambda row: (designation_key(row["designation"]), row["canonical"])))
    for canonical in names.values():
        if names.get(designation_key(canonical)) != canonical:
            raise DataPackageError(f"{package.folder}/missile_names.csv: {canonical!r} has no row of its own; add it.")
    return names


def _preference(package: DataPackage) -> Preference:
    rows = _each(package, "preference", lambda row: (row["criterion"], int(row["position"]), row["value"]))

    def order(criterion: str) -> tuple[str, ...]:
        return tuple(value for name, _, value in sorted(rows) if name == criterion)

    return Preference(
        stances=order("stance"), speakers=order("speaker"), families=order("family"), precise=order("precision")
    )

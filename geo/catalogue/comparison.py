"""data/comparison to the rules of geo.discrepancy."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from geo.catalogue.package import DATA_FOLDER, DataPackage, Row, open_package
from geo.discrepancy.rules import Comparison, Flight, Hedge, Preference, Taxonomy, Tolerance
from geo.discrepancy.weapon import designation_key
from geo.model.claim import Attribute
from geo.model.errors import DataPackageError
from geo.model.quantity import Qualifier

Parsed = TypeVar("Parsed")


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


def _flight(package: DataPackage) -> Flight:
    limits = dict(_each(package, "physics", lambda row: (row["name"], _number(row["value"]))))
    try:
        names = ("least_excess", "most_excess", "least_apogee", "least_ratio")
        return Flight(*(limits[name] for name in names))
    except KeyError as error:
        raise DataPackageError(f"{package.folder}/physics.csv has no row for {error}; add it.") from error


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

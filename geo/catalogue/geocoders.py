"""data/geocoders: the online services and how wide their answers are."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.catalogue.package import DATA_FOLDER, Row, open_package
from geo.geocoding.online_hits import ClassRule, ClassRules, Provider
from geo.model.errors import DataPackageError
from geo.model.place import FeatureClass


@dataclass(frozen=True, slots=True)
class Geocoders:
    providers: Mapping[str, Provider]
    rules: ClassRules


def load_geocoders(folder: Path = DATA_FOLDER) -> Geocoders:
    """Providers by id, and the rules of every scheme; DataPackageError names the line of a bad row."""
    package = open_package("geocoders", folder)
    providers = {row["id"]: _provider(row) for row in package.rows("providers")}
    rules = {}
    for line, row in enumerate(package.rows("classes"), start=2):
        try:
            rules[row["scheme"], row["key"], row["value"]] = _rule(row)
        except ValueError as error:
            raise DataPackageError(f"{package.folder}/classes.csv:{line}: {error}; correct the row.") from error
    for provider in providers.values():
        if (provider.scheme, "", "") not in rules:
            raise DataPackageError(f"{package.folder}/classes.csv has no last row ('', '') for {provider.scheme!r}.")
    return Geocoders(providers, rules)


def _provider(row: Row) -> Provider:
    return Provider(
        id=row["id"],
        title=row["title"],
        address=row["address"],
        scheme=row["scheme_of_classes"],
        needs_username=row["needs_username"] == "yes",
        seconds_between=float(row["seconds_between"]),
        attribution=row["attribution"],
        licence=row["licence"],
        terms_url=row["terms_url"],
    )


def _rule(row: Row) -> ClassRule:
    return ClassRule(FeatureClass(row["feature_class"]), row["is_area"] == "yes", float(row["least_radius_m"]))

"""Lines of GeoNames tables for tests: places made up, columns as geonames.org/export describes them."""


def place(
    n: int,
    name: str,
    code: str = "PPL",
    country: str = "KP",
    latitude: float = 40.0,
    longitude: float = 127.0,
    people: int = 0,
    province: str = "",
    names: str = "",
) -> str:
    """A line of KP.txt; `code` is the feature code, its class follows from it."""
    kind = "P" if code.startswith("PP") else "A" if code.startswith("ADM") else "T"
    cells = [str(n), name, name, names, str(latitude), str(longitude), kind, code, country, "", province]
    return "\t".join([*cells, "", "", "", str(people), "", "10", "Asia/Pyongyang", "2026-01-01"])


def alternate(n: int, of: int, language: str, name: str) -> str:
    """A line of alternateNamesV2."""
    return "\t".join([str(n), str(of), language, name, "", "", "", "", "", ""])

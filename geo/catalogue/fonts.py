"""data/fonts: the fonts of the printed maps."""

from functools import cache
from pathlib import Path

from geo.catalogue.package import DATA_FOLDER, open_package


@cache
def fonts_folder(folder: Path = DATA_FOLDER) -> Path:
    """The folder of the fonts, every file checked against its hash; DataPackageError if one fails."""
    package = open_package("fonts", folder)
    for entry in package.manifest["resources"]:
        package.bytes_of(entry["name"])
    return package.folder

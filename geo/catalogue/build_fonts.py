"""Cuts the fonts of data/fonts out of the families they come from: python -m geo.catalogue.build_fonts FOLDER.

FOLDER holds the unpacked packages that data/fonts/README.md names. A cut font takes a name of
ours, for the licences reserve the families' own names for whole fonts. The same inputs give
the same bytes.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from geo.catalogue.package import DATA_FOLDER

_LATIN = ((0x20, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x206F))
_SIGNS = ((0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x215F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF))
_KOREAN = ((0x3000, 0x30FF), (0x3131, 0x318E), (0x31F0, 0x31FF), (0xAC00, 0xD7A3), (0xFF01, 0xFFEE))
_HAN_CODES = ("euc_kr", "euc_jp", "gb2312")  # the Han of KS X 1001, JIS X 0208 and GB 2312
_HAN = ((0x4E00, 0x9FFF), (0xF900, 0xFAFF))


@dataclass(frozen=True, slots=True)
class Cut:
    """`file` in data/fonts with a family name of ours, out of `source` in the folder of packages.

    Each is the regular style of its own family: no other weight is ever looked for.
    """

    file: str
    family: str
    source: str
    ranges: tuple[tuple[int, int], ...]
    features: tuple[str, ...] = ()
    only_standard: bool = False


_SANS, _SERIF = "source-sans-3/package", "source-serif-4/package"
_SETTING = ("kern",)
_NANUM = "fonts-nanum/usr/share/fonts/truetype/nanum/NanumBarunGothic.ttf"
_DROID = "fonts-droid-fallback/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"
CUTS = (
    Cut("sans.ttf", "Atlas Sans", f"{_SANS}/400Regular/SourceSans3_400Regular.ttf", (*_LATIN, *_SIGNS), _SETTING),
    Cut("sans-bold.ttf", "Atlas Sans Bold", f"{_SANS}/600SemiBold/SourceSans3_600SemiBold.ttf", _LATIN, _SETTING),
    Cut("serif-bold.ttf", "Atlas Serif Bold", f"{_SERIF}/600SemiBold/SourceSerif4_600SemiBold.ttf", _LATIN, _SETTING),
    Cut(
        "serif-italic.ttf",
        "Atlas Serif Italic",
        f"{_SERIF}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
        _LATIN,
        _SETTING,
    ),
    Cut("hangul.ttf", "Atlas Hangul", _NANUM, _KOREAN),
    Cut("han.ttf", "Atlas Han", _DROID, _HAN, only_standard=True),
)


def build(packages: Path, target: Path = DATA_FOLDER / "fonts") -> None:
    for cut in CUTS:
        font = _cut(packages / cut.source, cut)
        _rename(font, cut)
        font.save(target / cut.file)


def _cut(source: Path, cut: Cut) -> TTFont:
    options = subset.Options()
    options.hinting = False
    options.layout_features = list(cut.features)
    options.drop_tables += ["TSI0", "TSI1", "TSI2", "TSI3", "TSI5", "FFTM"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=set(_wanted(cut)))
    subsetter.subset(font)
    return font


def _wanted(cut: Cut) -> Iterable[int]:
    points = (point for first, last in cut.ranges for point in range(first, last + 1))
    return filter(_is_standard, points) if cut.only_standard else points


def _is_standard(point: int) -> bool:
    return any(_encodes(point, code) for code in _HAN_CODES)


def _encodes(point: int, code: str) -> bool:
    try:
        return len(chr(point).encode(code)) == 2  # three bytes would be of JIS X 0212, rare Han
    except UnicodeEncodeError:
        return False


def _rename(font: TTFont, cut: Cut) -> None:
    """Family, style, unique id, full and PostScript name are ours; copyright and licence (0, 13, 14) stay."""
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    names = {1: cut.family, 2: "Regular", 3: cut.family, 4: cut.family, 6: cut.family.replace(" ", "-")}
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0


if __name__ == "__main__":
    build(Path(sys.argv[1]))

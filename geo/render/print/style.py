"""How the printed map looks: colours, weights in points, type sizes. As the light theme on screen, for paper."""

from dataclasses import dataclass

from geo.render.print.sheet import Size

SEA = "#dce8ee"
WATER_LINES = (
    (3.4, "#d3e2ea"),
    (2.1, "#c9dbe5"),
    (1.0, "#bdd3df"),
)  # width in mm, colour: the sea deepens to the coast
LAND = "#f6f2e8"
FOCUS = "#ece2c8"  # North Korea
COAST = "#5f7f90"
BORDER = "#8a7468"
PROVINCE = "#b9a996"
GRATICULE = "#9db6c4"
INK = "#1d2126"
QUIET = "#5b5a55"
SEA_NAME = "#3f6f8c"
LAND_NAME = "#6d6153"
TOWN = "#45413b"
PAPER = "#ffffff"
RULE = "#b8b2a6"
CIRCLE = "#32465a"
RANGE = "#3b4a57"

COAST_WIDTH, BORDER_WIDTH, PROVINCE_WIDTH, LINE_WIDTH = 0.45, 0.7, 0.4, 0.35

SANS, BOLD, SERIF, ITALIC = "Atlas Sans", "Atlas Sans Bold", "Atlas Serif Bold", "Atlas Serif Italic"


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of type in points and radii of symbols in millimetres, by the paper."""

    title: float
    subtitle: float
    text: float
    small: float
    name: float
    symbol: float


TYPES = {
    Size.COLUMN: Type(title=12, subtitle=7.5, text=6.5, small=5.2, name=5.6, symbol=0.85),
    Size.PAGE: Type(title=19, subtitle=10, text=8.5, small=6.4, name=7.4, symbol=1.25),
    Size.SLIDE: Type(title=24, subtitle=13, text=11, small=8.2, name=9, symbol=1.5),
    Size.SQUARE: Type(title=19, subtitle=11, text=9, small=7, name=8, symbol=1.3),
}

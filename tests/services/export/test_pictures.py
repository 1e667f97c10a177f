"""Printed maps as other programs read them: PNG, SVG, PDF, the sheet of years, the film."""

import io
import re
import string
from datetime import date
from typing import Any

import pytest
from defusedxml import ElementTree
from PIL import Image
from pypdf import PdfReader

from geo.model.errors import ExportError
from geo.services.atlas import Atlas
from geo.services.browse import LaunchFilter
from geo.services.export.estimating import bytes_of
from geo.services.export.extents import SCREEN, of_screen
from geo.services.export.making import make
from geo.services.export.request import Format, Request
from geo.services.opening import opened
from tests.services.export.conftest import HOSTILE, IN_2021, Making

NOTHING = LaunchFilter(first=date(1990, 1, 1), last=date(1990, 1, 2))
SVG = "{http://www.w3.org/2000/svg}"


def words_of(svg: bytes) -> str:
    return "\n".join("".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text"))


def pages_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


@pytest.mark.parametrize(("size", "dpi", "dots"), [("page", 150, (1754, 1240)), ("square", 144, (1080, 1080))])
def test_a_png_has_the_dots_of_its_paper(making: Making, size: str, dpi: int, dots: tuple[int, int]) -> None:
    picture = Image.open(io.BytesIO(making(Format.PNG, size=size, dpi=dpi).content))
    assert all(abs(seen - wanted) <= 1 for seen, wanted in zip(picture.size, dots, strict=True))
    assert round(picture.info["dpi"][0]) == dpi


def test_transparent_means_that_the_corner_shows_what_is_behind(making: Making) -> None:
    clear = Image.open(io.BytesIO(making(Format.PNG, transparent=True).content)).convert("RGBA")
    white = Image.open(io.BytesIO(making(Format.PNG).content)).convert("RGBA")
    assert (clear.getpixel((2, 2)), white.getpixel((2, 2))) == ((255, 255, 255, 0), (255, 255, 255, 255))


@pytest.mark.parametrize("kind", list(Format))
def test_the_same_request_gives_the_same_bytes(atlas: Atlas, making: Making, kind: Format, sinpo: str) -> None:
    chosen = sinpo if kind is Format.BUNDLE else None
    first = making(kind, selected=chosen)
    again = make(Request(kind, IN_2021, chosen), atlas, opened().catalogue)
    assert again.content == first.content
    assert len(first.sha256) == 64


@pytest.mark.parametrize(
    "said",
    [
        "1 Jan 2021 – 31 Dec 2021",
        "8 launches: 5 with a place, 3 without a place",
        "4 of 8 launches have contradictory claims",
        "East Sea /",
        "Sea of Japan",
        "Yellow Sea /",
        "West Sea",
        "Data version 1.0.0",
        "Natural Earth, public domain",
        "GeoNames, CC BY 4.0",
        "Sources: ",
        "claims contradict each other",
        "short-range ballistic (2)",
        "Every launch on record in this range",
    ],
)
def test_what_must_stand_on_a_map_stands_on_it_as_text(making: Making, said: str) -> None:
    assert said in words_of(making(Format.SVG).content)
    assert said in pages_of(making(Format.PDF).content).replace("\n", " ") or said.endswith("/")


def test_the_selected_launch_shows_its_places_and_ranges(making: Making, sinpo: str) -> None:
    words = words_of(making(Format.SVG, selected=sinpo).content)
    assert "A Sinpo, within 40 km" in words
    assert "B Sinpo South Shipyard, within 3 km (1 claim)" in words
    assert "Ranges claimed: 430–450 km" in words
    assert re.search(r"^at least 579 km$", words, re.MULTILINE), "the figure stands on its line"


def test_an_empty_selection_is_a_map_that_says_so(making: Making) -> None:
    assert words_of(making(Format.SVG, chosen=NOTHING).content).count("No launch passes these filters") == 2


@pytest.mark.parametrize("size", ["column", "page", "slide", "square"])
def test_hostile_titles_stay_text_and_fit(making: Making, size: str) -> None:
    svg = making(Format.SVG, title=HOSTILE, subtitle=HOSTILE[::-1], size=size).content
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}
    assert not tags & {"script", "foreignObject", "a", "image"}
    words = words_of(svg)
    assert "$x^2$ {{7*7}} <script>" in words
    assert "\u202e" not in words
    assert "…" in words, "what finds no room is cut off visibly"


def test_every_script_has_letters_of_its_own(making: Making) -> None:
    """Every font named in an SVG comes with it; Hangul, Han and kana are in ours, Arabic in matplotlib's."""
    svg = making(Format.SVG, title=HOSTILE).content.decode()
    assert {"Atlas Serif Bold", "Atlas Hangul", "Atlas Han"} <= set(
        re.findall(r"@font-face\{font-family:'([^']+)'", svg)
    )
    assert not re.search(r"(?:href|src)\s*=\s*[\"']?https?:", svg)


def test_a_pdf_brings_its_fonts_and_its_words(making: Making) -> None:
    content = making(Format.PDF, title="신포 東海 ミサイル $x^2$").content
    reader = PdfReader(io.BytesIO(content))
    resources: Any = reader.pages[0]["/Resources"]
    fonts = [font.get_object() for font in resources["/Font"].values()]
    assert fonts
    for font in fonts:
        below = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert below["/Subtype"] in ("/CIDFontType2", "/TrueType")
        assert "/FontFile2" in below["/FontDescriptor"].get_object()
    assert "신포 東海 ミサイル $x^2$" in pages_of(content)
    assert "/CreationDate" not in (reader.metadata or {})


def test_the_sheet_has_a_map_for_each_year(making: Making) -> None:
    text = pages_of(making(Format.SHEET, chosen=LaunchFilter(date(2017, 3, 1), date(2020, 2, 1))).content)
    assert all(year in text for year in ("2017", "2018", "2019", "2020"))
    assert making(Format.SHEET).name.endswith("_years.pdf")


@pytest.mark.parametrize("kind", [Format.GIF, Format.APNG])
def test_the_film_plays_the_range_month_by_month(making: Making, kind: Format) -> None:
    film = Image.open(io.BytesIO(making(kind).content))
    assert (film.format, getattr(film, "n_frames", 1)) == ("GIF" if kind is Format.GIF else "PNG", 12)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"chosen": LaunchFilter(date(2021, 2, 1), date(2021, 1, 1))}, "backwards"),
        ({"dpi": 72}, "72 dots per inch cannot be printed; choose 144 to 600"),
        ({"dpi": 20_000}, "dots per inch"),
        ({"size": "poster"}, "size of paper"),
        ({"selected": "no-such-launch"}, "There is no launch"),
        ({"bounds": (140.0, 30.0, 120.0, 40.0)}, "west,south,east,north"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_reason(making: Making, fields: dict[str, object], said: str) -> None:
    with pytest.raises(ExportError, match=said):
        making(Format.PNG, **fields)


@pytest.mark.parametrize("kind", list(Format))
@pytest.mark.parametrize("chosen", [IN_2021, LaunchFilter(date(2017, 3, 1), date(2020, 2, 1))])
def test_the_size_is_guessed_to_a_factor_of_two(
    making: Making, atlas: Atlas, kind: Format, chosen: LaunchFilter
) -> None:
    rows, size = atlas.selection(chosen).rows, len(making(kind, chosen=chosen).content)
    assert 0.5 < bytes_of(Request(kind, chosen), rows, atlas) / size < 2


@pytest.mark.parametrize(("size", "dpi"), [("column", 144), ("square", 300), ("slide", 600)])
def test_the_size_of_a_picture_is_guessed_for_every_paper(making: Making, atlas: Atlas, size: str, dpi: int) -> None:
    request = Request(Format.PNG, IN_2021, size=size, dpi=dpi)
    guess = bytes_of(request, atlas.selection(IN_2021).rows, atlas)
    assert 0.5 < guess / len(making(Format.PNG, size=size, dpi=dpi).content) < 2


def test_the_part_on_screen_is_what_the_slider_leaves() -> None:
    """At zoom 8 and 39 N a pixel is 475 m; the slider hides 120 of 680, so what is seen lies 60 pixels to the north."""
    whole, seen = of_screen((390_000, 1_270_000, 800), SCREEN), of_screen((390_000, 1_270_000, 800), (900, 680, 120))
    assert whole.latitude == pytest.approx(39.0)
    assert whole.longitude == 127.0
    assert whole.width_m == pytest.approx(760 * 475.2, rel=1e-3)
    assert (seen.latitude - 39.0) * 111_195 == pytest.approx(60 * 475, rel=0.01)
    assert seen.width_m / seen.height_m == pytest.approx(900 / 560)


def test_a_file_name_tells_range_and_version(making: Making) -> None:
    name = making(Format.PNG).name
    assert name == "launches_2021-01-01_2021-12-31_v1.0.0.png"
    assert set(name) <= set(string.ascii_letters + string.digits + "-_.")

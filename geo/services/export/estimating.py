"""How large a file will be, roughly, before it is made."""

from geo.render.print.sheet import MILLIMETRES, Size
from geo.services.atlas import Atlas
from geo.services.export.making import size_in_words
from geo.services.export.request import Format, Request
from geo.services.wording import launches_in_words

# Measured on the whole catalogue: kilobytes whatever is shown, and for each launch.
_WEIGHTS = {
    Format.SVG: (1_300, 1.5),
    Format.PDF: (550, 0.6),
    Format.SHEET: (600, 16.0),
    Format.GIF: (500, 2.5),
    Format.APNG: (450, 2.0),
    Format.HTML: (2_400, 22.0),
    Format.GEOJSON: (3, 1.6),
    Format.KML: (3, 2.4),
    Format.CSV: (1, 0.35),
    Format.CSV_LONG: (1, 9.0),
    Format.JSON: (3, 60.0),
    Format.PARQUET: (15, 0.3),
    Format.BUNDLE: (1_200, 20.0),
}
_PNG_BYTES_PER_DOT = 0.27


def size_guess(request: Request, atlas: Atlas) -> str:
    """ "about 600 kB, 12 launches"; the guess is right to a factor of two for usual selections."""
    count = len(atlas.selection(request.chosen).rows)
    if request.format is Format.PNG:
        width, height = MILLIMETRES[Size(request.size)]
        size = width * height * (request.dpi / 25.4) ** 2 * _PNG_BYTES_PER_DOT
    else:
        fixed, each = _WEIGHTS[request.format]
        size = 1000 * (fixed + each * (1 if request.selected and request.format is Format.BUNDLE else count))
    return f"about {size_in_words(size)}, {launches_in_words(count)}"

"""The map as one self-contained page: scripts, styles and data inside it, nothing fetched, words as text nodes only."""

import base64
import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.render.assets import LEAFLET, SCRIPTS, STATIC_FOLDER, STYLES
from geo.render.font_faces import east_asian_faces

_BASEMAP_FILES = (
    "world.geojson",
    "north_east_asia.geojson",
    "north_korea.geojson",
    "neighbours.geojson",
    "seas.geojson",
    "place_names.geojson",
    "launch_sites.geojson",
)


@dataclass(frozen=True, slots=True)
class Page:
    """`lines` stand under the title, `footer` below the table; both are plain text. `columns` are those of
    geo.render.launch_columns, `dossiers` the panel's words by launch id, `opening` what is shown first.
    """

    title: str
    lines: Sequence[str]
    footer: Sequence[str]
    header: Sequence[str]
    columns: Mapping[str, Any]
    dossiers: Mapping[str, Any]
    opening: Mapping[str, Any]


def html_page(page: Page, basemap_folder: Path, fonts_folder: Path) -> bytes:
    """UTF-8. Its Content-Security-Policy lets run this very script and nothing else, and load nothing.

    Hangul, kana and Han in its words come with it, cut out of the fonts of `fonts_folder`.
    """
    script = _script()
    files = {name: json.loads((basemap_folder / name).read_text(encoding="utf-8")) for name in _BASEMAP_FILES}
    blocks = {
        "map-files": files,
        "launch-columns": page.columns,
        "launch-dossiers": page.dossiers,
        "opening": page.opening,
    }
    body = (
        f"<header><h1>{_text(page.title)}</h1>{_paragraphs(page.lines)}</header>"
        '<main><div id="map" role="application" aria-label="Map of launches"></div>'
        '<aside id="panel" aria-live="polite"><h2>Who said what</h2>'
        "<p>Choose a launch on the map or in the table to read every claim and where claims contradict each other.</p>"
        '</aside></main><section id="table"><p id="count"></p><table><thead><tr>'
        f"{''.join(f'<th scope=col>{_text(name)}</th>' for name in page.header)}"
        f'</tr></thead><tbody id="rows"></tbody></table></section><footer>{_paragraphs(page.footer)}</footer>'
        "<noscript><p>The map needs JavaScript; every word of the launches is in the data of this file.</p></noscript>"
        f"{''.join(_data(name, value) for name, value in blocks.items())}<script>{script}</script>"
    )
    style = east_asian_faces(body, fonts_folder) + _style()
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(script, style)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{_text(page.title)}</title><style>{style}</style></head>\n<body>{body}</body></html>\n"
    ).encode()


def policy(script: str, style: str) -> str:
    """The policy by hashes (CSP Level 3, 2.3.1): Leaflet sets styles by script, which needs no leave."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        f"img-src data: blob:; {'font-src data:; ' if '@font-face' in style else ''}base-uri 'none'; form-action 'none'"
    )


def _script() -> str:
    paths = (*SCRIPTS, "standalone.js")
    text = "\n;\n".join((STATIC_FOLDER / path).read_text(encoding="utf-8") for path in paths)
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _style() -> str:
    text = "\n".join((STATIC_FOLDER / path).read_text(encoding="utf-8") for path in (*STYLES, "standalone.css"))
    for picture in sorted((STATIC_FOLDER / LEAFLET / "images").glob("*.png")):
        data = base64.b64encode(picture.read_bytes()).decode()
        text = text.replace(f"url(images/{picture.name})", f"url(data:image/png;base64,{data})")
    return text


def _data(name: str, value: object) -> str:
    return f'<script type="application/json" id="{name}">{json_text(value)}</script>'


def json_text(value: object) -> str:
    """JSON that cannot end the element it stands in, or begin another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>{_text(line)}</p>" for line in lines)


def _text(text: str) -> str:
    return html.escape(text.replace("\x00", ""), quote=True)


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"

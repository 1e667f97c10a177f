"""The letters an SVG uses, inside it: a reader needs none of our fonts and no network."""

import re
from pathlib import Path
from xml.etree import ElementTree

from geo.render.font_faces import face
from geo.render.print.fonts import FALLBACKS, register

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_FAMILY = re.compile(r"font(?:-family)?: *[^;']*'([^']+)'")


def embed(content: bytes, fonts_folder: Path) -> bytes:
    """Puts an @font-face for each family used in front of the drawing, cut to the characters written in it."""
    used = _used(content)
    known = register(fonts_folder)
    faces = [face(family, known[family], used[family]) for family in sorted(used) if family in known]
    style = f"<defs><style>{''.join(filter(None, faces))}</style></defs>".encode()
    at = content.index(b">", content.index(b"<svg ")) + 1
    return content[:at] + b"\n " + style + content[at:]


def _used(content: bytes) -> dict[str, set[int]]:
    """Family ─► the code points of all texts that may be set in it."""
    used: dict[str, set[int]] = {}
    # A file of our own, made a moment ago: no entity of others can stand in it.
    for text in ElementTree.fromstring(content).iter(f"{_NAMESPACE}text"):  # noqa: S314
        found = _FAMILY.search(text.get("style", ""))
        for family in (found.group(1) if found else "", *FALLBACKS):
            used.setdefault(family, set()).update(map(ord, "".join(text.itertext())))
    return used

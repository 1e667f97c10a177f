"""KML 2.3 (OGC 12-007r2) with a time span for each place, written through an XML writer."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from geo.render.files.feature import Feature, Ring
from geo.render.files.geojson import right_handed

NAMESPACE = "http://www.opengis.net/kml/2.2"  # also that of version 2.3
_HALF = "80"  # opacity of an area


def kml(names: Sequence[str], features: Sequence[Feature], title: str, metadata: Mapping[str, Any]) -> bytes:
    """A document with a folder for each kind of launch; what XML 1.0 cannot hold is left out. `names` are those of the
    features' values."""
    ElementTree.register_namespace("", NAMESPACE)
    root = Element(_tag("kml"), {"version": "2.3"})
    document = SubElement(root, _tag("Document"))
    _text(document, "name", title)
    _text(document, "description", "\n".join(f"{name}: {_words(value)}" for name, value in metadata.items()))
    for colour in sorted({feature.colour for feature in features}):
        _style(document, colour)
    _data(document, {name: _words(value) for name, value in metadata.items()})
    for folder in dict.fromkeys(feature.folder for feature in features):
        element = SubElement(document, _tag("Folder"))
        _text(element, "name", folder)
        for feature in features:
            if feature.folder == folder:
                _placemark(element, names, feature)
    file = io.BytesIO()
    ElementTree.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)
    return file.getvalue() + b"\n"


def _placemark(parent: Element, names: Sequence[str], feature: Feature) -> None:
    mark = SubElement(parent, _tag("Placemark"), {"id": _name(feature.id)})
    _text(mark, "name", feature.name)
    if feature.first:
        span = SubElement(mark, _tag("TimeSpan"))
        _text(span, "begin", feature.first)
        _text(span, "end", feature.last)
    _text(mark, "styleUrl", f"#{_style_id(feature.colour)}")
    _data(mark, dict(zip(names, map(_words, feature.values), strict=True)))
    if feature.point:
        point = SubElement(mark, _tag("Point"))
        _text(point, "coordinates", f"{feature.point[0]!r},{feature.point[1]!r}")
    elif feature.polygons:
        several = SubElement(mark, _tag("MultiGeometry"))
        for rings in feature.polygons:
            _polygon(several, rings)


def _polygon(parent: Element, rings: Sequence[Ring]) -> None:
    polygon = SubElement(parent, _tag("Polygon"))
    for i, ring in enumerate(rings):
        boundary = SubElement(polygon, _tag("outerBoundaryIs" if i == 0 else "innerBoundaryIs"))
        line = SubElement(boundary, _tag("LinearRing"))
        _text(line, "coordinates", " ".join(f"{x!r},{y!r}" for x, y in right_handed(ring, i == 0)))


def _style(document: Element, colour: str) -> None:
    style = SubElement(document, _tag("Style"), {"id": _style_id(colour)})
    bgr = colour[5:7] + colour[3:5] + colour[1:3]
    for kind, opacity in (("IconStyle", "ff"), ("LineStyle", "ff"), ("PolyStyle", _HALF)):
        _text(SubElement(style, _tag(kind)), "color", opacity + bgr)


def _data(parent: Element, values: Mapping[str, str]) -> None:
    extended = SubElement(parent, _tag("ExtendedData"))
    for name, value in values.items():
        _text(SubElement(extended, _tag("Data"), {"name": name}), "value", value)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, _tag(tag)).text = xml_text(text)


def xml_text(text: str) -> str:
    """Without the characters that no XML 1.0 document may hold (controls, surrogates, U+FFFE, U+FFFF)."""
    return "".join(each for each in text if each in "\t\n\r" or (each >= " " and not _is_forbidden(ord(each))))


def _is_forbidden(point: int) -> bool:
    return 0xD800 <= point <= 0xDFFF or point in (0xFFFE, 0xFFFF)


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_words(each)}" for name, each in value.items())
    if isinstance(value, Iterable) and not isinstance(value, str):
        return " | ".join(map(_words, value))
    return "" if value is None else str(value)


def _name(text: str) -> str:
    return f"launch-{text}".replace("/", ".")


def _style_id(colour: str) -> str:
    return f"colour-{colour[1:]}"


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"

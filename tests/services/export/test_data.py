"""Data files as other programs read them: GDAL, strict XML, a JSON Schema, pyarrow."""

import csv
import hashlib
import html
import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow.parquet
import pyogrio
import pytest
from defusedxml import ElementTree
from lxml import etree

from geo.catalogue.package import DATA_FOLDER
from geo.services.atlas import Atlas
from geo.services.browse import LaunchFilter
from geo.services.export.making import make
from geo.services.export.request import Format, Request
from geo.services.opening import opened
from tests.services.export.conftest import IN_2021, Making

SCHEMA = json.loads((DATA_FOLDER / "schema" / "launches.schema.json").read_text(encoding="utf-8"))
EVERYTHING = LaunchFilter()
DESCRIBED = {"data_version", "filters", "licence", "citation", "sources"}


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.mark.parametrize("kind", [Format.GEOJSON, Format.KML, Format.PARQUET])
def test_gdal_reads_every_place_of_every_launch(making: Making, atlas: Atlas, tmp_path: Path, kind: Format) -> None:
    if kind is Format.PARQUET and "Parquet" not in pyogrio.list_drivers():
        pytest.skip("this GDAL has no Parquet driver; pyarrow reads it in the next test")
    export = making(kind, chosen=EVERYTHING)
    path = tmp_path / export.name
    path.write_bytes(export.content)
    layers = [name for name, _ in pyogrio.list_layers(path)]
    count = sum(pyogrio.read_info(path, layer=layer, force_feature_count=True)["features"] for layer in layers)
    view = atlas.map_view(EVERYTHING)
    undated = len(atlas.rows) - len(view.symbols)
    assert count == sum(max(1, len(symbol.marks)) for symbol in view.symbols) + undated


def test_geoparquet_has_geometry_and_description(making: Making) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(making(Format.PARQUET).content))
    geo = json.loads(table.schema.metadata[b"geo"])
    assert geo["columns"][geo["primary_column"]]["encoding"] == "WKB"
    assert set(json.loads(table.schema.metadata[b"launch_map"])) >= DESCRIBED
    points = [cell for cell in table["geometry"].to_pylist() if cell is not None]
    assert all(cell[:5] in (b"\x01\x01\x00\x00\x00", b"\x01\x06\x00\x00\x00") for cell in points)


def test_geojson_is_as_the_standard_wants_it(making: Making) -> None:
    collection = json.loads(making(Format.GEOJSON, chosen=EVERYTHING).content)
    assert set(collection["metadata"]) >= DESCRIBED
    assert "crs" not in collection
    ids = [feature["id"] for feature in collection["features"]]
    assert len(ids) == len(set(ids))
    for feature in collection["features"]:
        geometry = feature["geometry"]
        if geometry and geometry["type"] == "Point":
            longitude, latitude = geometry["coordinates"]
            assert 120 < longitude < 135 and 30 < latitude < 50, "longitude comes first"
        for polygon in geometry["coordinates"] if geometry and geometry["type"] == "MultiPolygon" else ():
            assert polygon[0][0] == polygon[0][-1]


def test_competing_places_are_features_of_their_own(making: Making, sinpo: str) -> None:
    features = json.loads(making(Format.GEOJSON).content)["features"]
    mine = [each for each in features if each["properties"]["launch"] == sinpo]
    assert [each["properties"]["place_role"] for each in mine] == ["preferred", "competing", "competing", "competing"]
    assert mine[1]["properties"]["radius_km"] == 3


def test_kml_is_strict_xml_with_time_spans(making: Making) -> None:
    content = making(Format.KML).content
    root = ElementTree.fromstring(content, forbid_dtd=True)
    etree.fromstring(content, etree.XMLParser(recover=False, resolve_entities=False))
    marks = list(root.iter("{http://www.opengis.net/kml/2.2}Placemark"))
    spans = [mark.find(".//{http://www.opengis.net/kml/2.2}begin") for mark in marks]
    assert marks
    assert all(span is not None and date.fromisoformat(span.text).year == 2021 for span in spans)


def test_a_row_for_each_launch_and_a_row_for_each_claim(making: Making, atlas: Atlas) -> None:
    chosen = atlas.selection(IN_2021).rows
    assert len(rows_of(making(Format.CSV).content)) == len(chosen)
    assert len(rows_of(making(Format.CSV_LONG).content)) == sum(len(row.event.claims) for row in chosen)


@pytest.mark.parametrize("kind", [Format.CSV, Format.CSV_LONG])
def test_no_cell_begins_a_formula(making: Making, kind: Format) -> None:
    for row in rows_of(making(kind, chosen=EVERYTHING).content):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "@", "\t")) and not (cell.startswith("-") and not _is_number(cell))


@pytest.mark.parametrize("kind", [Format.CSV, Format.CSV_LONG])
def test_a_table_has_its_description_beside_it(making: Making, kind: Format) -> None:
    export = making(kind)
    assert export.sidecar is not None
    name, content = export.sidecar
    assert name.startswith(export.name.removesuffix(".csv"))
    assert set(json.loads(content)) >= DESCRIBED


def test_json_keeps_its_published_schema(making: Making) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    document = json.loads(making(Format.JSON, chosen=EVERYTHING).content)
    assert next(validator.iter_errors(document), None) is None
    assert document["schema"] == SCHEMA["$id"]
    del document["launches"][0]["id"]
    assert next(validator.iter_errors(document), None) is not None


def test_the_filter_decides_what_is_in_a_file(making: Making, atlas: Atlas) -> None:
    chosen = LaunchFilter(facets=(("classes", ("cruise",)),))
    found = {row["launch"] for row in rows_of(making(Format.CSV, chosen=chosen).content)}
    assert found == {row.event.id for row in atlas.selection(chosen).rows}
    described: dict[str, Any] = json.loads(making(Format.GEOJSON, chosen=chosen).content)["metadata"]
    assert described["filters"] == ["Class: cruise"]


def test_an_empty_selection_is_an_empty_file_that_says_so(atlas: Atlas) -> None:
    nothing = LaunchFilter(first=date(1990, 1, 1), last=date(1990, 1, 2))
    for kind in (Format.GEOJSON, Format.KML, Format.CSV, Format.JSON, Format.PARQUET, Format.HTML, Format.BUNDLE):
        export = make(Request(kind, nothing), atlas, opened().catalogue)
        assert export.content
        assert export.sentence.startswith("No launch passes")


def test_a_bundle_holds_what_it_says_and_its_sums_are_right(making: Making, sinpo: str) -> None:
    archive = zipfile.ZipFile(io.BytesIO(making(Format.BUNDLE, selected=sinpo).content))
    lines = [line.split("  ") for line in archive.read("SHA256SUMS").decode().splitlines()]
    sums = {name: digest for digest, name in lines}
    assert set(sums) == set(archive.namelist()) - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    document = json.loads(archive.read("launches.json"))
    assert [each["id"] for each in document["launches"]] == [sinpo]
    assert all(len(report["sha256_of_text"]) == 64 for report in document["reports"]) and document["reports"]
    page = archive.read("evidence.html").decode()
    found = [one for each in document["launches"][0]["attributes"].values() for one in each["findings"]]
    assert found and all(f"rule {finding['rule']}" in html.unescape(page) for finding in found)
    assert any(claim["words"] and claim["words"] in html.unescape(page) for claim in _claims(document))


def _claims(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [claim for each in document["launches"] for one in each["attributes"].values() for claim in one["claims"]]


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True

"""GeoParquet 1.1 (geoparquet.org): geometry as WKB in WGS 84, description in the file's own metadata."""

import io
import json
import struct
from collections.abc import Mapping, Sequence
from typing import Any

from geo.model.errors import ExportError
from geo.render.files.feature import Feature, Ring
from geo.render.files.geojson import right_handed

_POINT, _POLYGON, _MULTIPOLYGON = 1, 3, 6  # OGC 06-103r4, 8.2.3
_LITTLE_ENDIAN = b"\x01"


def is_available() -> bool:
    """Whether pyarrow, which writes Parquet, is installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        return False
    return True


def geoparquet(names: Sequence[str], features: Sequence[Feature], metadata: Mapping[str, Any]) -> bytes:
    """One row a feature, a column for each of `names`; ExportError where pyarrow is not installed."""
    if not is_available():
        raise ExportError(
            "Parquet needs pyarrow, which is not installed: 'pip install pyarrow', or choose csv or geojson."
        )
    import pyarrow as pa
    import pyarrow.parquet as pq

    values = zip(*(feature.values for feature in features), strict=True) if features else [()] * len(names)
    columns: dict[str, Any] = {name: pa.array(column) for name, column in zip(names, values, strict=True)}
    columns["geometry"] = pa.array([wkb(feature) for feature in features], pa.binary())
    described = {b"geo": _geo(features), b"launch_map": json.dumps(metadata, ensure_ascii=False).encode()}
    file = io.BytesIO()
    pq.write_table(pa.table(columns).replace_schema_metadata(described), file, compression="zstd")
    return file.getvalue()


def wkb(feature: Feature) -> bytes | None:
    """Well-known binary; None for a launch nobody placed."""
    if feature.point:
        return _LITTLE_ENDIAN + struct.pack("<Idd", _POINT, *feature.point)
    if not feature.polygons:
        return None
    parts = b"".join(map(_polygon, feature.polygons))
    return _LITTLE_ENDIAN + struct.pack("<II", _MULTIPOLYGON, len(feature.polygons)) + parts


def _polygon(rings: Sequence[Ring]) -> bytes:
    body = b"".join(_ring(right_handed(ring, i == 0)) for i, ring in enumerate(rings))
    return _LITTLE_ENDIAN + struct.pack("<II", _POLYGON, len(rings)) + body


def _ring(points: Sequence[Sequence[float]]) -> bytes:
    return struct.pack("<I", len(points)) + b"".join(struct.pack("<dd", *point) for point in points)


def _geo(features: Sequence[Feature]) -> bytes:
    kinds = sorted({"Point" if each.point else "MultiPolygon" for each in features if each.point or each.polygons})
    column = {"encoding": "WKB", "geometry_types": kinds, "orientation": "counterclockwise"}
    geo = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
    return json.dumps(geo).encode()

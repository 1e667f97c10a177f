"""A bundle of evidence: the picture, every claim with its words, links and hashes, every finding with its rule."""

import hashlib
import html
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from geo.catalogue.fonts import fonts_folder
from geo.model.report import Report
from geo.render.files.csv_table import csv_table
from geo.render.font_faces import east_asian_faces
from geo.services.export import describing
from geo.services.export.documents import as_bytes, document
from geo.services.export.panels import panel_as_json
from geo.services.export.pictures import printed
from geo.services.export.request import Format
from geo.services.export.shown import Shown
from geo.services.export.tables import LONG, long_rows

Progress = Callable[[float, str], None]
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest day a zip can hold: no clock in it
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_STYLE = (
    "body{font:15px/1.5 system-ui,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans CJK KR','Noto Sans KR',"
    "'Nanum Gothic','Atlas Hangul','Atlas Han',sans-serif;"
    "max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}"
    "img{max-width:100%}blockquote{border-left:3px solid #bbb;margin:.3rem 0;padding-left:.6rem}"
    "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2rem .5rem;text-align:left;vertical-align:top}"
    ".c{background:#fdf1e7}.s{color:#555;font-size:.9em}"
)


def bundle(shown: Shown, progress: Progress) -> bytes:
    """A zip; SHA256SUMS in it has the hash of every other file, as `sha256sum --check` reads it."""
    progress(0.1, "drawing the map")
    files = {
        "map.png": printed(_as(shown, Format.PNG), Format.PNG),
        "map.pdf": printed(_as(shown, Format.PDF), Format.PDF),
    }
    progress(0.6, "writing claims and findings")
    files["launches.json"] = as_bytes({**document(shown), "reports": [_report(each) for each in _reports(shown)]})
    files["claims.csv"] = b"".join(csv_table(LONG, ([row[name] for name in LONG] for row in long_rows(shown))))
    files["evidence.html"] = _html(shown)
    files["README.txt"] = _readme(shown).encode()
    files["SHA256SUMS"] = sums(files).encode()
    progress(1.0, "packing")
    return packed(files)


def sums(files: Mapping[str, bytes]) -> str:
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files by name; the same files give the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, files[name])
    return file.getvalue()


def _as(shown: Shown, kind: Format) -> Shown:
    return replace(shown, request=replace(shown.request, format=kind))


def _reports(shown: Shown) -> list[Report]:
    found = {report.id: report for row in shown.rows for report in shown.atlas.dossier(row.event.id).reports}
    return [found[name] for name in sorted(found)]


def _report(report: Report) -> dict[str, Any]:
    """What identifies a report: whoever has its text can check the hash. The text itself is its publisher's."""
    return {
        "id": report.id,
        "sha256_of_text": report.sha256,
        "publisher": report.outlet or None,
        "published": report.published.day.isoformat() if report.published else None,
        "link": report.url or None,
        "licence": report.licence or None,
    }


def _readme(shown: Shown) -> str:
    described = describing.description(shown)
    terms = "\n".join(f"- {each['title']} ({each['link']}): {each['terms']}" for each in described["sources"])
    return (
        f"{described['title']}\n{describing.count_in_words(shown)}.\n{describing.disagreements_in_words(shown)}.\n\n"
        "map.png, map.pdf   the launches on a map\n"
        "evidence.html      claims with words and links, findings with rules\n"
        "launches.json      the same as data\nclaims.csv         one row a claim\n"
        "SHA256SUMS         hashes of these files: sha256sum --check SHA256SUMS\n\n"
        f"{described['licence']}\n{terms}\n{described['basemap']}\n\n{described['citation']}\n"
    )


def _html(shown: Shown) -> bytes:
    body = [f"<h1>{_text(shown.request.title or describing.description(shown)['title'])}</h1>"]
    facts = [
        describing.range_in_words(shown),
        describing.count_in_words(shown),
        describing.disagreements_in_words(shown),
    ]
    body += [f"<p>{_text(line)}</p>" for line in (*facts, *describing.filters_in_words(shown)) if line]
    body.append('<p><img src="map.png" alt="Map of the launches"></p>')
    for row in shown.rows:
        body.append(_launch(row.event.id, panel_as_json(shown.atlas.dossier(row.event.id))))
    body.append(_report_table(_reports(shown)))
    body.append(f"<p class=s>{_text(_readme(shown))}</p>")
    style = east_asian_faces("".join(body), fonts_folder()) + _STYLE
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<meta name="referrer" content="no-referrer"><title>Evidence</title><style>{style}</style>'
    )
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body>{"".join(body)}</body></html>\n'.encode()


def _launch(event_id: str, panel: Mapping[str, Any]) -> str:
    parts = [f"<h2>{_text(panel['label'])}</h2><p class=s>{_text(event_id)}</p><p>{_text(panel['summary'])}</p>"]
    parts.append(f"<p>{_text(panel['day_reasoning'])}</p>")
    for block in panel["blocks"]:
        parts.append(f"<h3>{_text(block['title'])}</h3><ul>{''.join(map(_claim, block['rows']))}</ul>")
        for each in block["findings"]:
            gap = f" Gap: {each['gap']}." if each["gap"] else ""
            told = f"{_text(each['class'])}: {_text(each['sentence'])}{_text(gap)}"
            parts.append(f"<p class=c>{told} <span class=s>{_text(each['detail'])}</span></p>")
    return "".join(parts)


def _claim(row: Mapping[str, Any]) -> str:
    notes = f"{', preferred' if row['preferred'] else ''}{', superseded' if row['superseded'] else ''}"
    words = f"<blockquote>{_text(row['words'])}</blockquote>" if row["words"] else ""
    links = " ".join(_link(each["label"], each["url"]) for each in row["references"])
    detail = f"<br><span class=s>{_text(row['detail'])}</span>" if row["detail"] else ""
    return (
        f"<li><b>{_text(row['value'])}</b> — {_text(row['speaker'])}{notes}{detail}{words}"
        f"<br>{links} <span class=s>{_text(row['claim'])}</span></li>"
    )


def _link(label: str, url: str) -> str:
    if not url.lower().startswith(("http://", "https://")):
        return f"<span class=s>{_text(label)}</span>"
    return f'<a rel="noopener noreferrer" href="{_text(url)}">{_text(label)}</a>'


def _report_table(reports: list[Report]) -> str:
    if not reports:
        return ""
    rows = "".join(
        f"<tr><td>{_text(each.outlet or 'publisher unknown')}</td><td>{_link(each.url or 'no link', each.url)}</td>"
        f"<td>{_text(each.sha256)}</td></tr>"
        for each in reports
    )
    return f"<h2>Reports read</h2><table><tr><th>Publisher<th>Link<th>SHA-256 of the text</tr>{rows}</table>"


def _text(text: str) -> str:
    return html.escape(text.replace("\x00", ""), quote=True)

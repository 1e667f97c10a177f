"""The export panel: what is shown as a picture, data, a page or a bundle of evidence, made when asked for."""

from dataclasses import dataclass, replace

import streamlit as st

from geo.model.errors import LaunchMapError
from geo.services.atlas import Atlas
from geo.services.export.estimating import size_guess
from geo.services.export.extents import SCREEN
from geo.services.export.making import Export, make, preview
from geo.services.export.request import LEAST_DPI, PICTURES, Format, Request
from geo.services.opening import Catalogue

KINDS = {
    Format.PNG: "Map as a picture (PNG)",
    Format.SVG: "Map to edit (SVG)",
    Format.PDF: "Map to print (PDF)",
    Format.SHEET: "A map for each year (PDF)",
    Format.GIF: "The range played (GIF)",
    Format.APNG: "The range played (APNG)",
    Format.HTML: "Interactive page (HTML)",
    Format.GEOJSON: "GeoJSON",
    Format.KML: "KML",
    Format.CSV: "Table, a row for each launch (CSV)",
    Format.CSV_LONG: "Table, a row for each claim (CSV)",
    Format.JSON: "Claims and findings (JSON)",
    Format.PARQUET: "GeoParquet",
    Format.BUNDLE: "Bundle of evidence (ZIP)",
}
SIZES = {"page": "page (A4)", "column": "column (89 mm)", "slide": "slide (16 : 9)", "square": "square (social)"}
_ON_PAPER = PICTURES | {Format.SHEET, Format.GIF, Format.APNG}
_WITH_WORDS = _ON_PAPER | {Format.HTML, Format.BUNDLE}
_MADE = "export-made"
_PREVIEWED = "export-previewed"


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was made of a request, of the launches known then."""

    request: Request
    atlas: Atlas
    export: Export

    def answers(self, request: Request, atlas: Atlas) -> bool:
        return self.request == request and self.atlas is atlas


def show(request: Request, atlas: Atlas, catalogue: Catalogue) -> None:
    """`request` says what is on screen: launches, place, selection and address; the panel adds the rest."""
    asked = _asked(request)
    st.text(f"Size: {size_guess(asked, atlas)}")
    if asked.format in PICTURES and st.toggle("Preview", key="export-preview"):
        _preview(asked, atlas, catalogue)
    if st.button("Make the file", type="primary", key="export-make"):
        _make(asked, atlas, catalogue)
    kept = st.session_state.get(_MADE)
    if isinstance(kept, _Kept) and kept.answers(asked, atlas):
        _offer(kept.export)


def _asked(request: Request) -> Request:
    kind = st.selectbox("What", list(KINDS), format_func=KINDS.__getitem__, key="export-format")
    words = {"title": "", "subtitle": ""}
    if kind in _WITH_WORDS:
        words["title"] = st.text_input("Title", max_chars=500, key="export-title", placeholder="as the launches are")
        words["subtitle"] = st.text_input("Subtitle", max_chars=500, key="export-subtitle")
    asked = replace(request, format=kind, title=words["title"], subtitle=words["subtitle"])
    if kind not in _ON_PAPER:
        return asked
    size = st.segmented_control(
        "Paper", list(SIZES), format_func=SIZES.__getitem__, default="page", required=True, key="export-size"
    )
    dpi = 150
    if kind is Format.PNG:
        dpi = int(st.select_slider("Dots per inch", (144, 150, 300, 600), value=150, key="export-dpi"))
    clear = kind in (Format.PNG, Format.SVG) and st.checkbox("Transparent ground", key="export-transparent")
    place = request.place if _is_as_seen(request) else None
    return replace(asked, size=size or "page", dpi=dpi, transparent=clear, place=place)


def _is_as_seen(request: Request) -> bool:
    """Whether the picture is to show what the live map shows; says what else it shows, and what is not known."""
    if request.place is None:
        what = "the selected launch with its claimed ranges" if request.selected else "all launches in range"
        st.text(f"The picture shows {what}; move the map to choose a part of it.")
        return False
    as_seen = st.checkbox("The part of the map on screen", value=True, key="export-seen")
    if as_seen and request.frame is None:
        st.text("The map is taken to be {} × {} pixels until it is moved.".format(*SCREEN))
    return as_seen


def _preview(asked: Request, atlas: Atlas, catalogue: Catalogue) -> None:
    wanted = replace(asked, format=Format.PNG, dpi=LEAST_DPI)  # of whatever format and dots it is the same
    kept = st.session_state.get(_PREVIEWED)
    if not isinstance(kept, _Kept) or not kept.answers(
        wanted, atlas
    ):  # drawn a second ago, it is not drawn at the next click
        try:
            with st.spinner("Drawing the preview …"):
                kept = _Kept(wanted, atlas, preview(wanted, atlas, catalogue))
        except LaunchMapError as error:
            _refuse(error)
            return
        st.session_state[_PREVIEWED] = kept
    st.image(kept.export.content, caption="Preview, coarser than the file")


def _make(asked: Request, atlas: Atlas, catalogue: Catalogue) -> None:
    bar = st.progress(0.0, text="beginning")

    def tell(share: float, words: str) -> None:
        bar.progress(min(share, 1.0), text=words)

    try:
        export = make(asked, atlas, catalogue, tell)
    except LaunchMapError as error:
        _refuse(error)
        return
    finally:
        bar.empty()
    st.session_state[_MADE] = _Kept(asked, atlas, export)


def _refuse(error: LaunchMapError) -> None:
    st.error("The file could not be made.")
    st.text(str(error))


def _offer(export: Export) -> None:
    st.text(f"{export.name}\n{export.sentence}\nSHA-256 {export.sha256}")
    st.download_button("Save", export.content, export.name, export.media_type, on_click="ignore", key="export-save")
    if export.sidecar:
        name, content = export.sidecar
        st.text("The data version, filters, terms and citation of a table stand in a file beside it:")
        st.download_button(
            "Save the description", content, name, "application/json", on_click="ignore", key="export-sidecar"
        )

"""How the dashboard is served: the record is being opened while the first browser loads the page, with our letters."""

import gc
import logging
import sys
import threading
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from streamlit.components.v1 import declare_component

from geo.model.errors import DataPackageError

_BRIEFLY = 0.0002  # seconds a thread keeps the interpreter while others wait
_log = logging.getLogger(__name__)
_warm = threading.Event()
_warming = threading.Lock()


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncGenerator[None, None]:
    """For streamlit.App: starts to open everything at once, without keeping the server from answering."""
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    yield


def serve_letters() -> None:
    """Hangul, kana and Han for systems without them, where .streamlit/config.toml says; to be called in each run.

    A browser asks for a font only when the page has such a letter. Without our fonts the system's are used.
    """
    from geo.catalogue.fonts import fonts_folder

    try:
        declare_component("fonts", path=str(fonts_folder()))
    except DataPackageError:
        _log.exception("Letters of the system's own fonts are used.")


def is_warm() -> bool:
    """Whether the pages can be imported and drawn at once."""
    return _warm.is_set()


def warm_up() -> None:
    """Imports the parts of the pages and opens what they share, once; who calls meanwhile waits.

    What fails here is shown by the page that needs it. The map comes first, which the browser
    can load before there is anything on it. streamlit-folium, and what imports it, are left
    out: Streamlit knows a component only when the run of a page has declared it.
    """
    with _warming:
        if is_warm():
            return
        with _making_way():
            _open_everything()
        _warm.set()


def _open_everything() -> None:
    try:
        import folium.plugins  # noqa: F401 - what streamlit-folium will ask for

        import geo.render.interactive_map
        import geo.ui.components.panel
        import geo.ui.record

        geo.ui.record.library()
    except Exception:
        _log.exception("Opening ahead failed; the page will say why.")


@contextmanager
def _making_way() -> Iterator[None]:
    """Lets other threads in often, else each of the hundred files of the page waits behind this one.

    Nothing of what is opened is garbage: looking for it would take a third of the time, now and ever after.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_BRIEFLY)
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(usual)

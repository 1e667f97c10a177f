"""Opening ahead: what the first page needs is ready, and a failure leaves the page to say it."""

import asyncio
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from geo.model.errors import DataPackageError
from geo.ui import serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def cold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_warm", threading.Event())


def test_the_server_starts_opening_and_answers_meanwhile() -> None:
    async def serve() -> None:
        async with serving.lifespan(None):
            pass

    server = threading.Thread(
        target=asyncio.run, args=(serve(),)
    )  # a thread of its own, as other tests keep a loop here
    server.start()
    server.join()
    serving.warm_up()  # waits for the opening
    assert serving.is_warm()


def test_a_failure_is_left_to_the_page(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr("geo.ui.record.library", fail)
    usual = sys.getswitchinterval()
    serving.warm_up()
    assert serving.is_warm()
    assert "the disk is gone" in caplog.text
    assert sys.getswitchinterval() == usual


def test_damaged_fonts_leave_the_letters_to_the_system(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse() -> Path:
        raise DataPackageError("hangul.ttf has changed")

    monkeypatch.setattr("geo.catalogue.fonts.fonts_folder", refuse)
    serving.serve_letters()
    assert "hangul.ttf has changed" in caplog.text


def test_streamlit_folium_is_left_for_the_page_to_declare() -> None:
    # imported before a page runs, its frame would be answered with 404
    program = "import sys; from geo.ui.serving import warm_up; warm_up(); sys.exit('streamlit_folium' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False, timeout=120).returncode == 0


def test_a_cold_server_draws_the_map_before_the_rest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LAUNCH_MAP_STORE", f"sqlite:///{tmp_path / 'store.db'}")
    head_starts: list[int] = []
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    waits = SimpleNamespace(sleep=lambda _: head_starts.append(1))
    monkeypatch.setattr("geo.ui.pages.launches.time", waits)
    app.run()
    assert len(head_starts) == 1, "once, before the filters are drawn"
    assert len(app.get("multiselect")) > 3
    assert not app.exception

"""Each way to draw launches, loaded, stepped through time and clicked in a real Chromium."""

import time
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Error, Frame, Page, TimeoutError, ViewportSize, WebSocket, expect

VIEWPORT: ViewportSize = {"width": 1280, "height": 900}
LOAD_SECONDS = 120
PAUSE_MILLISECONDS = 700  # between clicks, which would else be a double click

# How many launches the page's map shows: markers as elements, GeoJson as layers on a canvas.
SHOWN = {
    "markers": "() => document.querySelectorAll('.leaflet-marker-icon').length",
    "geojson": "() => { let n = 0; window.map && window.map.eachLayer((l) => { n += l.feature ? 1 : 0; }); return n; }",
    "ours": "() => window.launchMap?.state?.()?.inRange ?? 0",
}
# From the movement of the hand until a frame after the new state has been drawn.
STEP = """(share) => new Promise((resolve) => {
    const track = document.querySelector('[data-testid="slider-track"]');
    const box = track.getBoundingClientRect();
    const before = window.launchMap.state().last;
    const started = performance.now();
    track.dispatchEvent(new PointerEvent("pointermove", { clientX: box.left + share * box.width, bubbles: true }));
    if (window.launchMap.state().last === before) throw new Error("the slider did not move");
    requestAnimationFrame(() => {
        const channel = new MessageChannel(); // after this frame has been drawn
        channel.port1.onmessage = () => resolve(performance.now() - started);
        channel.port2.postMessage(0);
    });
})"""


# folium's popups ask for jQuery, from a host nobody reaches here; this much of it is all they use.
JQUERY = """window.$ = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html.trim();
    return [template.content.firstChild];
};"""


@dataclass
class Own:
    milliseconds: list[float] = field(default_factory=list)
    bytes_sent: int = 0


@dataclass
class Plain:
    """`is_capped` when the last figure is only the time after which it was given up."""

    milliseconds: list[float] = field(default_factory=list)
    is_capped: bool = False


def open_page(browser: Browser, url: str, way: str, count: int, seconds: float = LOAD_SECONDS) -> Page:
    """The page of a way once it shows all launches."""
    page = browser.new_page(viewport=VIEWPORT)
    page.add_init_script(JQUERY)
    page.goto(f"{url}/?way={way}&count={count}")
    _wait_until_whole(page, way, count, seconds)
    return page


def loads(browser: Browser, url: str, way: str, count: int, repetitions: int, cap: float) -> Plain:
    """Loading the page again, from a server and in a browser that have shown it before."""
    found = Plain()
    try:
        page = open_page(browser, url, way, count, cap)
    except (TimeoutError, AssertionError):
        return Plain([cap * 1000], True)
    for _ in range(repetitions):
        page.wait_for_timeout(PAUSE_MILLISECONDS)
        started = time.perf_counter()
        page.reload(wait_until="commit")
        _wait_until_whole(page, way, count, LOAD_SECONDS)
        found.milliseconds.append((time.perf_counter() - started) * 1000)
    page.close()
    return found


def _wait_until_whole(page: Page, way: str, count: int, seconds: float) -> None:
    page.wait_for_function("() => document.body?.innerText.includes('panel:')", timeout=seconds * 1000)
    if way in SHOWN:
        _wait_until_shown(_frame(page, seconds), way, f"=== {count}", seconds)


def our_steps(browser: Browser, url: str, count: int, repetitions: int) -> Own:
    """Steps of a drag of the last day towards the first, and what went to the server while the hand held it."""
    page = browser.new_page(viewport=VIEWPORT)
    sent: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: sent.append(len(payload)))

    page.on("websocket", listen)
    page.on("request", lambda request: sent.append(len(request.url)))
    page.goto(f"{url}/?way=ours&count={count}")
    frame = _frame(page, LOAD_SECONDS)
    _wait_until_shown(frame, "ours", f"=== {count}", LOAD_SECONDS)
    page.wait_for_timeout(1500)
    handle = frame.get_by_test_id("slider-last").bounding_box()
    assert handle is not None
    page.mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    page.mouse.down()
    frame.evaluate(STEP, 0.99)
    sent.clear()
    found = Own([float(frame.evaluate(STEP, 0.98 - 0.9 * step / repetitions)) for step in range(repetitions)])
    found.bytes_sent = sum(sent)
    page.close()
    return found


def plain_steps(browser: Browser, url: str, way: str, count: int, repetitions: int, cap: float) -> Plain:
    """Steps of the Streamlit slider beside the map, until the map shows fewer launches."""
    found = Plain()
    page = open_page(browser, url, way, count)
    slider = page.get_by_role("slider", name="until")
    shown = count
    for _ in range(repetitions):
        started = time.perf_counter()
        slider.press("ArrowLeft")
        try:
            shown = _wait_for_fewer(page, way, shown, cap)
        except TimeoutError:
            page.close()
            return Plain([*found.milliseconds, cap * 1000], True)
        found.milliseconds.append((time.perf_counter() - started) * 1000)
    page.close()
    return found


def our_clicks(browser: Browser, url: str, count: int, repetitions: int) -> list[float]:
    """From a click on a symbol until the page names the launch; another launch each time."""
    page = open_page(browser, url, "ours", count)
    page.wait_for_timeout(1500)
    frame = _frame(page, LOAD_SECONDS)
    box = page.locator("iframe").bounding_box()
    assert box is not None
    found: list[float] = []
    for number in range(repetitions + 1):
        at = frame.evaluate("id => window.launchMap.screenPosition(id)", f"ev{count - 1 - 7 * number:06d}")
        before = page.get_by_text("panel:").inner_text()
        started = time.perf_counter()
        page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
        expect(page.get_by_text("panel:")).not_to_have_text(before, timeout=10_000)
        found.append((time.perf_counter() - started) * 1000)
        frame.evaluate("() => { document.querySelector('.launch-stack').hidden = true; }")
        page.wait_for_timeout(PAUSE_MILLISECONDS)
    page.close()
    return found[1:]


def empty_reruns(browser: Browser, url: str, repetitions: int) -> list[float]:
    """From a click on a button until the page says so, with nothing else on it."""
    page = open_page(browser, url, "empty", 0)
    found: list[float] = []
    for _ in range(repetitions + 1):
        before = page.get_by_text("panel:").inner_text()
        box = page.get_by_role("button", name="rerun").bounding_box()
        assert box is not None
        started = time.perf_counter()
        page.mouse.click(box["x"] + 10, box["y"] + 10)
        expect(page.get_by_text("panel:")).not_to_have_text(before, timeout=10_000)
        found.append((time.perf_counter() - started) * 1000)
        page.wait_for_timeout(PAUSE_MILLISECONDS)
    page.close()
    return found[1:]


def _frame(page: Page, seconds: float) -> Frame:
    handle = page.wait_for_selector("iframe[title*='st_folium']", timeout=seconds * 1000)
    frame = handle.content_frame() if handle else None
    if frame is None:
        raise Error("The frame of the map is being replaced.")
    return frame


def _wait_until_shown(frame: Frame, way: str, condition: str, seconds: float) -> None:
    frame.wait_for_function(f"() => ({SHOWN[way]})() {condition}", timeout=seconds * 1000)


def _shown(page: Page, way: str, seconds: float) -> int:
    """How many launches the map shows; none while its frame is being replaced."""
    try:
        return int(_frame(page, seconds).evaluate(SHOWN[way]))
    except Error:
        return 0


def _wait_for_fewer(page: Page, way: str, shown: int, cap: float) -> int:
    """The map may be loaded anew meanwhile, in a frame of its own."""
    deadline = time.monotonic() + cap
    while time.monotonic() < deadline:
        now = _shown(page, way, cap)
        if 0 < now < shown and page.locator("[data-testid=stStatusWidget]").count() == 0:
            return now
        time.sleep(0.01)
    raise TimeoutError(f"{way} took longer than {cap:g} s")

"""What a click on the map sends and is sent: little, and the first words of the panel before all else."""

import pytest
from playwright.sync_api import Page, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.pages import PATIENCE, SINPO, SINPO_LABEL, at_rest, click_launch, map_state, open_map, panel

pytestmark = pytest.mark.browser


class Wire:
    """What goes over the page's websocket; made before the page is opened."""

    def __init__(self, page: Page) -> None:
        self.sent = 0
        self.received: list[ForwardMsg] = []
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda _: self._count())
        socket.on("framereceived", lambda data: self.received.append(ForwardMsg.FromString(data)))

    def _count(self) -> None:
        self.sent += 1

    def clear(self) -> None:
        self.sent = 0
        self.received.clear()

    @property
    def elements(self) -> list[str]:
        """Kinds of the elements drawn, in the order they came in."""
        drawn = (message.delta.new_element for message in self.received if message.delta.HasField("new_element"))
        return [str(element.WhichOneof("type")) for element in drawn]

    @property
    def messages(self) -> list[str]:
        return [str(message.WhichOneof("type")) for message in self.received]


def test_a_click_on_the_map_draws_the_first_words_first_and_the_map_not_at_all(page: Page, dashboard: str) -> None:
    wire = Wire(page)
    frame = open_map(page, dashboard)
    at_rest(page)
    page.wait_for_timeout(1000)
    wire.clear()
    click_launch(page, frame)
    expect(panel(page).get_by_text("Which day")).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    page.wait_for_timeout(500)
    assert wire.sent == 1
    assert wire.elements[0] == "markdown"
    heading = next(each for each in wire.received if each.delta.HasField("new_element"))
    assert SINPO_LABEL in heading.delta.new_element.markdown.body.replace("\\", "")
    assert "component_instance" not in wire.elements  # the map shows the click already
    assert "multiselect" not in wire.elements  # nor do the filters stand in its way
    address = wire.messages.index("page_info_changed")
    assert wire.messages.index("delta") < address
    assert wire.elements.count("arrow_data_frame") + wire.elements.count("dataframe") == 1  # the row is marked
    assert map_state(frame)["selected"] == SINPO


def test_what_is_opened_in_the_panel_is_drawn_in_the_panel_alone(page: Page, dashboard: str) -> None:
    wire = Wire(page)
    open_map(page, dashboard, view=f"from=2021-10-01&to=2021-10-31&event={SINPO}")
    history = panel(page).get_by_role("button", name="History")
    expect(history).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    page.wait_for_timeout(500)
    wire.clear()
    history.click()
    at_rest(page)
    page.wait_for_timeout(500)
    assert wire.sent == 1
    assert "component_instance" not in wire.elements
    assert "arrow_data_frame" not in wire.elements
    assert "dataframe" not in wire.elements

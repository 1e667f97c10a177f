"""The second extractor against a local server that plays a language model: what it invents is refused."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from geo.model.claim import Attribute, Claim
from geo.model.errors import LaunchMapError
from geo.model.launch import NoticeKind
from geo.model.quantity import Quantity, Unit
from geo.services.ingest import make_report
from geo.services.library import open_library
from geo.services.model_extractor import ModelSettings, ask, proposals_in, settings_from, with_model
from geo.services.preview import preview
from geo.services.reading import rules_of

SENTENCE = "On the chart, 430 km lay between pad and splash, a general in Seoul told us over coffee."
TEXT = f"North Korea fired a missile on Tuesday, the Joint Chiefs of Staff said. {SENTENCE}"


@contextmanager
def model(answer: bytes, status: int = 200, heard: list[dict[str, Any]] | None = None) -> Iterator[ModelSettings]:
    """A server on this machine that answers every request alike."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if heard is not None:
                heard.append({"path": self.path, "key": self.headers.get("Authorization"), **json.loads(body)})
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield ModelSettings(f"http://127.0.0.1:{server.server_port}/v1", "played", "secret")
    finally:
        server.shutdown()
        server.server_close()


def reply(*claims: dict[str, str]) -> bytes:
    content = "Here it is:\n```json\n" + json.dumps({"claims": claims}) + "\n```"
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def proposed(
    attribute: str = "range", value: str = "430 km", evidence: str = SENTENCE, speaker: str = ""
) -> dict[str, str]:
    return {"attribute": attribute, "value": value, "evidence": evidence, "speaker": speaker}


def read_with(settings: ModelSettings) -> tuple[list[Claim], list[str]]:
    """Claims the model added, and what was said of those refused."""
    library = open_library()
    extractor = with_model(rules_of(library), settings, library.lexicon)
    shown = preview(make_report(TEXT, date(2021, 10, 19)), library, (), extractor)
    added = [claim for claim in shown.reading.claims if claim.extractor.startswith("model")]
    return added, [n.sentence for n in shown.reading.notices if n.kind is NoticeKind.REFUSED_CLAIMS]


def test_a_verbatim_claim_that_parses_is_added_with_its_place_and_its_rule() -> None:
    heard: list[dict[str, Any]] = []
    with model(reply(proposed(value="a general", attribute="outcome"), proposed()), heard=heard) as settings:
        added, refused = read_with(settings)
    assert [(claim.attribute, claim.extractor) for claim in added] == [(Attribute.RANGE, "model played")]
    for claim in added:
        assert isinstance(claim.value, Quantity) and (claim.value.lower, claim.value.unit) == (430, Unit.KILOMETRES)
        assert claim.value_span is not None and TEXT[claim.value_span.start : claim.value_span.end] == "430 km"
        assert claim.rules[0] == "proposed/verbatim-and-parsed"
    assert refused and "does not read as outcome" in refused[0]
    assert heard[0]["path"] == "/v1/chat/completions" and heard[0]["key"] == "Bearer secret"
    assert heard[0]["messages"][1]["content"] == TEXT


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (proposed(evidence="It flew 430 km."), "evidence does not stand"),
        (proposed(evidence=SENTENCE.lower()), "evidence does not stand"),  # letter for letter
        (proposed(value="431 km"), "value does not stand"),
        (proposed(value="coffee"), "does not read as range"),
        (proposed(attribute="flight_time"), "does not read as flight time"),  # kilometres are no time
        (proposed(attribute="payload"), "is no attribute"),
        (proposed(speaker="the White House"), "speaker does not stand"),
        (proposed(value=""), "value does not stand"),
    ],
)
def test_what_the_model_invents_is_refused(claim: dict[str, str], why: str) -> None:
    with model(reply(claim)) as settings:
        added, refused = read_with(settings)
    assert added == []
    assert why in refused[0]


@pytest.mark.parametrize(
    ("attribute", "value"),
    [("missile_type", "missile"), ("count", "Seoul"), ("launch_place", "coffee"), ("landing_area", "Seoul")],
)
def test_a_value_must_be_of_its_attribute(attribute: str, value: str) -> None:
    evidence = TEXT if value == "missile" else SENTENCE
    with model(reply(proposed(attribute, value, evidence))) as settings:
        assert read_with(settings)[0] == []


@pytest.mark.parametrize("answer", [b"", b"not JSON", b"[]", b'{"choices": []}', b"{" * 5000])
def test_a_broken_answer_leaves_the_rules_alone(answer: bytes) -> None:
    with model(answer) as settings:
        added, _ = read_with(settings)
    assert added == []


def test_a_refusing_server_is_told() -> None:
    with model(b"{}", status=500) as settings, pytest.raises(LaunchMapError, match="status 500"):
        ask(settings, TEXT)


def test_nobody_listening_is_told() -> None:
    with model(b"{}") as settings:
        pass
    with pytest.raises(LaunchMapError, match="only the rules were used"):
        ask(settings, TEXT)


@pytest.mark.parametrize("answer", ["", "no claims", '{"claims": 3}', '{"claims": {}}', "[1]"])
def test_an_answer_without_claims_is_refused_or_empty(answer: str) -> None:
    try:
        assert proposals_in(answer) == ()
    except LaunchMapError as error:
        assert "holds no list" in str(error)


def test_it_is_off_unless_the_operator_sets_it() -> None:
    assert settings_from({}) is None
    assert settings_from({"LAUNCH_MAP_MODEL_URL": "http://127.0.0.1/v1"}) is None
    set_up = settings_from({"LAUNCH_MAP_MODEL_URL": "http://127.0.0.1/v1", "LAUNCH_MAP_MODEL": "m"})
    assert set_up == ModelSettings("http://127.0.0.1/v1", "m")
    with pytest.raises(LaunchMapError, match="http"):
        settings_from({"LAUNCH_MAP_MODEL_URL": "file:///etc/passwd", "LAUNCH_MAP_MODEL": "m"})

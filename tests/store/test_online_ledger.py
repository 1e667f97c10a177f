"""One turn a second for the whole application, over threads and processes; answers outlive the process."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from geo.store.database import open_database
from geo.store.online_ledger import OnlineLedger

ROOT = Path(__file__).resolve().parents[2]
TAKE_TURNS = """
import sys, time
from geo.store.database import open_database
from geo.store.online_ledger import OnlineLedger
ledger = OnlineLedger(open_database(sys.argv[1]))
for _ in range(2):
    now = time.time()
    while wait := ledger.take_turn(now, 0.3):
        time.sleep(wait)
        now = time.time()
    print(now, flush=True)
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/store.db"


def ledger(url: str) -> OnlineLedger:
    return OnlineLedger(open_database(url))


def test_an_answer_is_kept_for_the_next_process_and_goes_out_of_date(url: str) -> None:
    ledger(url).keep("k", "[1]", now=100.0)
    assert ledger(url).recall("k", since=100.0) == "[1]"
    assert ledger(url).recall("k", since=100.1) is None
    assert ledger(url).recall("other", since=0.0) is None
    ledger(url).keep("k", "[2]", now=200.0)
    assert ledger(url).recall("k", since=150.0) == "[2]"


def test_turns_are_a_second_apart(url: str) -> None:
    turns = ledger(url)
    assert turns.take_turn(1000.0, 1.0) == 0
    assert turns.take_turn(1000.4, 1.0) == pytest.approx(0.65)  # a little over the second
    assert turns.take_turn(1001.1, 1.0) == 0
    assert turns.take_turn(1001.0, 1.0) == pytest.approx(1.15)  # asked first, but was kept waiting for the lock


def test_a_clock_set_back_does_not_stop_the_turns_for_good(url: str) -> None:
    turns = ledger(url)
    assert turns.take_turn(900_000.0, 1.0) == 0
    turns.rest(900_000.0 + 80_000, "asked for fewer requests")
    assert turns.take_turn(1000.0, 1.0) == 0
    assert turns.resting(1000.0) is None


def test_the_longer_rest_counts_and_ends(url: str) -> None:
    turns = ledger(url)
    turns.rest(1060.0, "asked for fewer requests (429)")
    turns.rest(1010.0, "did not answer")
    assert "429" in (turns.resting(1059.0) or "")
    assert turns.resting(1060.0) is None


def test_the_first_of_many_processes_makes_the_row(url: str) -> None:
    engine = open_database(url)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: OnlineLedger(engine), range(8)))
    assert sum(one.take_turn(1000.0, 1.0) == 0 for one in made) == 1


def test_threads_share_the_turns(url: str) -> None:
    turns = ledger(url)
    given: list[float] = []

    def take(_: int) -> None:
        now = time.time()
        while wait := turns.take_turn(now, 0.2):
            time.sleep(wait)
            now = time.time()
        given.append(now)  # when it asked: a busy machine may come back from the answer late

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(take, range(4)))
    given.sort()
    assert all(later - earlier >= 0.19 for earlier, later in pairwise(given))


def test_processes_share_the_turns(url: str) -> None:
    ledger(url)
    command = [sys.executable, "-c", TAKE_TURNS, url]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    given = sorted(float(line) for one in running for line in one.communicate(timeout=120)[0].splitlines())
    assert len(given) == 4
    assert all(later - earlier >= 0.29 for earlier, later in pairwise(given))

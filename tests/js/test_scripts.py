"""The scripts of the map under node: their syntax, and the unit tests of their pure parts beside this file."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from geo.render.assets import STATIC_FOLDER

HERE = Path(__file__).parent
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(
    NODE is None, reason="node is not installed; the scripts still run in the browser tests"
)


def node(*arguments: str) -> str:
    # NODE_TEST_CONTEXT would make node report to a test runner around it instead of exiting non-zero
    environment = {name: value for name, value in os.environ.items() if name != "NODE_TEST_CONTEXT"}
    command = [str(NODE), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("path", sorted(STATIC_FOLDER.glob("*.js")), ids=lambda path: path.name)
def test_a_script_is_valid(path: Path) -> None:
    node("--check", str(path))


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name)
def test_the_unit_tests_pass_and_there_are_some(path: Path) -> None:
    report = node("--test", "--test-reporter=tap", str(path))
    assert "# fail 0" in report
    assert "# pass 0" not in report

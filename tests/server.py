"""A Streamlit script on a server of its own, for browser tests and benches."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 60
AS_DELIVERED = {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "true"}  # Streamlit's own default, where our .streamlit/ has another


@contextmanager
def streamlit_server(
    script: str, settings: Mapping[str, str] | None = None, base_path: str = ""
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """(address without a last slash, process) of the script, below ROOT, on a free port of this machine.

    `settings` are further environment variables. The process is ended afterwards. RuntimeError
    with the end of its log when it does not answer within START_SECONDS.
    """
    port = _free_port()
    options = [f"--server.port={port}", "--server.headless=true", f"--server.baseUrlPath={base_path}"]
    command = [sys.executable, "-m", "streamlit", "run", script, *options]
    address = f"http://127.0.0.1:{port}/{base_path}".rstrip("/")
    with TemporaryDirectory() as folder, Path(folder, "server.log").open("w+", encoding="utf-8") as log:
        environment = {**os.environ, **(settings or {})}
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            if not _answers(f"{address}/_stcore/health", process):
                raise RuntimeError(f"{script} did not start: {Path(log.name).read_text(encoding='utf-8')[-2000:]}")
            yield address, process
        finally:
            process.terminate()
            process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return True
        except OSError:
            time.sleep(0.2)
    return False

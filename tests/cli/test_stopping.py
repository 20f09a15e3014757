"""Ctrl-C: the command ends within a second with exit code 130, and the film can be continued."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROMPT = "Artisan coffee that starts your morning right"


def _start(home: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "reelwright", "make", PROMPT, "--size", "320x180", "--duration", "6", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=home.parent,
        env={**os.environ, "REELWRIGHT_HOME": str(home)},
        start_new_session=True,
    )


def _stop_at_first_sign(process: subprocess.Popen[str]) -> tuple[float, str, str]:
    """Waits until the film has begun, presses Ctrl-C; returns seconds until the end, and both outputs."""
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        if " %  " in line:
            break
    else:
        pytest.fail(f"the film never began: {said}")
    os.killpg(process.pid, signal.SIGINT)
    began = time.monotonic()
    out, err = process.communicate(timeout=20)
    return time.monotonic() - began, out, said + err


def test_ctrl_c_ends_soon_and_says_how_to_go_on(own_home: Path) -> None:
    process = _start(own_home)
    took_s, out, said = _stop_at_first_sign(process)
    assert process.returncode == 130, said
    assert took_s < 1.5, "one second, and half a one for a busy machine"
    assert out == ""
    match = re.search(r"`reelwright resume (\w+)` goes on", said)
    assert match, said
    assert "Traceback" not in said
    environment = {**os.environ, "REELWRIGHT_HOME": str(own_home)}
    listed = subprocess.run(
        [sys.executable, "-P", "-m", "reelwright", "show", match[1], "--json"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert json.loads(listed.stdout)["status"] != "completed"


def test_ctrl_c_is_one_json_object_for_programs(own_home: Path) -> None:
    process = _start(own_home, "--json")
    _, out, said = _stop_at_first_sign(process)
    assert process.returncode == 130, said
    assert json.loads(out)["error"]["kind"] == "Cancelled"

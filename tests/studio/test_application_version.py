"""The order of a film's steps, as the engine records it, against the order of the version that the engine is told.

``REELWRIGHT_WRITE_GOLDEN=1 python3 reel test tests/studio/test_application_version.py`` writes the orders anew.
"""

import contextlib
import difflib
import json
import os
import re
import sqlite3
from collections.abc import Generator
from pathlib import Path
from typing import Any, cast

import pytest
from tests.backlot import Backlot
from tests.studio.command import Made
from tests.workflows.fleet import Fleet

from reelwright.workflows.engine import APPLICATION_VERSION

GOLDEN = Path(__file__).parents[1] / "golden" / "workflows"
REPEATED = {"speak line", "settle timing"}
"""As often as the words ask for it."""
WRITES = bool(os.environ.get("REELWRIGHT_WRITE_GOLDEN"))
SILENT = ("--duration", "6", "--size", "320x180", "--no-voice", "--no-music", "--no-effects")
TO_DO = f"""
A film that an older Reelwright began cannot be continued in this order. If that is meant:
1. raise APPLICATION_VERSION (now {APPLICATION_VERSION!r}) in src/reelwright/workflows/engine.py, unless that was done
   since the last release: unfinished films then restart their stage, which costs nothing;
2. REELWRIGHT_WRITE_GOLDEN=1 python3 reel test tests/studio/test_application_version.py
"""


def shape(value: Any) -> str:
    """A JSON value's form, as far as a workflow that goes on in other code relies on it."""
    if isinstance(value, dict):
        return "{" + ", ".join(sorted(cast("dict[str, Any]", value))) + "}"
    return "null" if value is None else type(value).__name__


def recorded(database: Path, film_id: str) -> str:
    """For each workflow of a film its arguments, and what it recorded in order; shots of one kind are told once."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        shots = [row[0] for row in connection.execute("SELECT id FROM shots WHERE film_id = ?", [film_id])]
        begun = connection.execute(
            "SELECT s.workflow_uuid, s.name, i.inputs FROM workflow_status s JOIN workflow_input i USING"
            " (workflow_uuid) WHERE s.workflow_uuid LIKE ? ORDER BY 1",
            [f"{film_id}.%"],
        ).fetchall()
        steps = "SELECT function_name, child_workflow_id, output FROM operation_outputs WHERE workflow_uuid = ?"
        steps += " ORDER BY function_id"
        blocks: dict[str, None] = {}
        for workflow_id, name, inputs in begun:
            arguments = ", ".join(shape(value) for value in json.loads(inputs)["positionalArgs"])
            head = f"{named(workflow_id, film_id, shots)}: {name}({arguments})"
            lines = [line(row, film_id, shots) for row in connection.execute(steps, [workflow_id])]
            blocks["\n".join([head, *told_once(lines)])] = None
    return "\n\n".join(blocks) + "\n"


def named(workflow_id: str, film_id: str, shots: list[str]) -> str:
    """A workflow's id without what differs between films and shots."""
    pattern = "|".join(map(re.escape, shots))
    bare = re.sub(r"(?<=[.]enhance[.]r1[.])\w+", "ID", workflow_id.replace(film_id, "FILM"))
    return re.sub(pattern, "SHOT", bare)


def line(row: tuple[str, str | None, str | None], film_id: str, shots: list[str]) -> str:
    """One recorded step in words: a child that is started or waited for, or a step and the form of its result."""
    name, child, output = row
    if child is not None:
        verb = "wait for" if name == "DBOS.getResult" else f"start {name} as"
        return f"    {verb} {named(child, film_id, shots)}"
    return f"    {name} -> {shape(json.loads(output or 'null')['value'])}"


def told_once(lines: list[str]) -> list[str]:
    """What is repeated for every shot or every line of the script, told once."""
    told: list[str] = []
    for step in lines:
        is_repeated = step.strip().partition(" ->")[0] in REPEATED
        if not (is_repeated and step in told) and not ("SHOT" in step and told[-1:] == [step]):
            told.append(step)
    return told


def compare(name: str, now: str) -> None:
    """Fails when the order is another one than that of the version."""
    file, text = GOLDEN / f"{name}.txt", f"{APPLICATION_VERSION}\n\n{now}"
    if WRITES:
        file.write_text(text, "utf-8")
    before = file.read_text("utf-8")
    assert before == text, f"{difference(before, text)}\n{TO_DO}"


def difference(before: str, now: str) -> str:
    """The lines that differ."""
    return "\n".join(difflib.unified_diff(before.splitlines(), now.splitlines(), "before", "now", lineterm="", n=2))


def test_a_film_of_our_own_keeps_its_order(coffee: Made) -> None:
    compare("own", recorded(coffee.command.home / "reelwright.db", str(coffee.report["film_id"])))


def test_an_enhancement_keeps_its_order(coffee: Made) -> None:
    ran = coffee.command("enhance", "--prompt", "A red bicycle leans on a white wall at dusk", "--json")
    assert ran.code == 0, ran.err
    compare("enhance", recorded(coffee.command.home / "reelwright.db", str(ran.json["film_id"])))


@pytest.fixture
def fleet(tmp_path: Path) -> Generator[Fleet]:
    with Backlot() as lot:
        fleet = Fleet(tmp_path, "", lot.url)
        yield fleet
        fleet.close()


@pytest.mark.slow
def test_a_film_of_providers_that_waits_for_a_person_keeps_its_order(fleet: Fleet) -> None:
    models = ("--image-model", "backlot:image", "--video-model", "backlot:video", "--budget", "none")
    ways = ("--variations", "2", "--takes", "2", "--pause-after", "frames")
    made = fleet.start("make", "Red kites over the sea", *SILENT, *models, *ways, "--json")
    assert made.ended() == 0, made.said
    (film,) = fleet.films()
    for arguments in (("approve", film.id), ("resume", film.id)):
        process = fleet.start(*arguments)
        assert process.ended() == 0, process.said
    compare("provided", recorded(Path(fleet.address), film.id))

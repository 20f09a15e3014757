"""Imports go down only, public names are sorted, and files and functions stay small."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import reelwright

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "reelwright"
FILES = sorted(path for path in SOURCE.rglob("*.py") if "/data/" not in path.as_posix())
BANNED = re.compile(r"(^|_)(services?|managers?|helpers?|utils?|data)(_|$)|^enhanced_", re.IGNORECASE)
WIRE_NAMES = {"stage_data"}
"""Named after ``multi_stage_data``, which other programs know."""
HEAVY = {"av", "dbos", "httpx", "numpy", "onnxruntime", "pydantic", "rich", "skia", "sqlalchemy"}


def test_imports_go_down_only() -> None:
    command = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([command, "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_only_the_workflows_know_the_engine() -> None:
    knowing = {
        path.relative_to(SOURCE).parts[0]
        for path in FILES
        if re.search(r"^\s*(from|import) dbos", path.read_text(), re.M)
    }
    assert knowing <= {"workflows"}


def test_only_media_codes() -> None:
    allowed = {"media", "doctor.py"}
    coding = {
        path.relative_to(SOURCE).parts[0]
        for path in FILES
        if re.search(r"^\s*(from|import) av\b", path.read_text(), re.M)
    }
    assert coding <= allowed


def test_the_command_line_starts_light() -> None:
    code = "import sys, reelwright, reelwright.cli.app; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split()), "the command line imports these before it needs them"


def test_no_names_that_say_nothing() -> None:
    assert not [f"{path.name}: {name}" for path in FILES for name in _names(path) if BANNED.search(name)]


def _names(path: Path) -> Iterator[str]:
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.name not in WIRE_NAMES:
            yield node.name


def test_lists_of_public_names_are_sorted() -> None:
    for path in FILES:
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
                names = ast.literal_eval(node.value)
                assert list(names) == sorted(names), path


def test_the_package_offers_what_it_lists() -> None:
    assert all(getattr(reelwright, name) for name in reelwright.__all__)


def test_every_module_can_be_imported() -> None:
    for module in pkgutil.walk_packages([str(SOURCE)], "reelwright."):
        if not module.name.endswith("__main__") and ".migrations" not in module.name:
            importlib.import_module(module.name)


def test_no_module_needs_itself() -> None:
    """So that each can be imported first: what only the right order hides is a cycle."""
    modules = {_module(path): path for path in FILES}
    try:
        TopologicalSorter({name: set(_needed(name, modules)) for name in modules}).prepare()
    except CycleError as error:
        pytest.fail(f"these import each other in a circle: {' -> '.join(error.args[1])}")


def _module(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


def _needed(name: str, modules: dict[str, Path]) -> Iterator[str]:
    """What a module imports while it is imported itself, with the packages around that."""
    for node in _at_once(ast.parse(modules[name].read_text()).body):
        said = [one.name for one in node.names]
        if isinstance(node, ast.ImportFrom):
            said = [one if (one := f"{node.module}.{part}") in modules else str(node.module) for part in said]
        for one in said:
            around = [one.rsplit(".", count)[0] for count in range(1, one.count(".") + 1)]
            # The packages around it have begun before the module does.
            yield from ({one} | {outer for outer in around if not f"{name}.".startswith(f"{outer}.")}) & modules.keys()


def _at_once(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports outside of functions, and outside of what only a checker of types reads."""
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.Try) or (isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.unparse(node.test)):
            yield from _at_once([*node.body, *node.orelse])


def test_files_stay_small() -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in FILES}
    assert not {str(path): length for path, length in lengths.items() if length > 500}


def test_functions_stay_short() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    if not lengths:
        pytest.fail("no functions were found; the test looks in the wrong place")
    assert lengths[len(lengths) // 2] <= 15
    assert lengths[int(len(lengths) * 0.9)] <= 35

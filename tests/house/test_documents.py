"""The documents say what is so: settings, commands, links, terms; and no file names this machine or a registry."""

import re
import subprocess
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import typer

from reelwright.cli.app import app
from reelwright.providers.catalogue.prices import load_prices
from reelwright.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_OUTSIDE = ("http://", "https://", "mailto:", "#")


def _tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", _text(page))
    inside = [link.split("#")[0] for link in links if not link.startswith(_OUTSIDE)]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_every_setting_is_documented() -> None:
    shown = _text(ROOT / ".env.example")
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias
        variable = f"{PREFIX}{name.upper()}" if alias is None else name.upper()
        if name == "base_urls":
            variable = "_BASE_URL"
        assert variable in shown, f"{variable} is missing from .env.example"


def test_every_variable_shown_is_a_setting() -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} | {
        name.upper() for name in Settings.model_fields
    }
    shown = re.findall(r"^#?\s?([A-Z][A-Z0-9_]+)=", _text(ROOT / ".env.example"), re.M)
    assert shown
    assert [name for name in shown if name not in known and not name.endswith("_BASE_URL")] == []


def test_every_provider_is_documented() -> None:
    pages = "".join(_text(page) for page in PAGES)
    names = [point.name for point in entry_points(group="reelwright.providers")]
    assert names
    assert [name for name in names if f"`{name}`" not in pages] == []


def test_what_writing_costs_is_told_as_measured() -> None:
    """The tokens that were measured, with the forms, at the prices that ship."""
    measured = re.search(r"^\| four stages \(.*", _text(ROOT / "docs/measurements.md"), re.M)
    assert measured
    _, asked, _, answered, form = (int(cell.replace(",", "")) for cell in measured[0].split("|")[2:7])
    prices = load_prices()
    told = re.findall(r"^\| `([a-z]+:[^`]+)` \| ([\d.]+) \|$", _text(ROOT / "docs/writing.md"), re.M)
    assert len(told) > 5
    for name, cost in told:
        units = prices[name].units_usd
        expected = (asked + form) * units["input_tokens"] + answered * units["output_tokens"]
        assert float(cost) == float(f"{expected:.2g}"), name


def test_the_readme_names_every_command_and_no_other() -> None:
    commands = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]  # a group: it has commands
    readme = _text(ROOT / "README.md")
    used = set(re.findall(r"(?:^ *|`)(?:python3 reel|reelwright) ([a-z]+)", readme, re.M))
    assert used - {"test"} == commands


def test_options_in_the_readme_exist() -> None:
    group: Any = typer.main.get_command(app)
    known = {option for command in group.commands.values() for parameter in command.params for option in parameter.opts}
    used = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]+)", _text(ROOT / "README.md")))
    assert used - known - {"--slow", "--help", "--install-completion"} == set()


def test_nothing_is_left_undone() -> None:
    word = "TO" + "DO"
    assert [
        str(path)
        for path in _tracked()
        if path.suffix == ".py" and re.search(rf"\b({word}|FIX" + r"ME)\b", _text(path))
    ] == []


def test_no_file_names_this_machine_or_a_registry() -> None:
    hosts = "|".join(("files[.]pythonhosted", "pypi[.]org", "registry[.]npmjs", "deb[.]debian"))
    paths = r"(?<![\w/.])/(?:root|work)/\w+"
    pattern = re.compile(f"{hosts}|{paths}")
    found = {str(path.relative_to(ROOT)): match[0] for path in _tracked() if (match := pattern.search(_text(path)))}
    assert found == {}


def test_the_glossary_has_the_words_of_the_house() -> None:
    glossary = _text(ROOT / "docs/glossary.md")
    words = (
        "Film",
        "Brief",
        "Story template",
        "Story",
        "Beat",
        "Scene",
        "Shot",
        "Frame",
        "Take",
        "Cut",
        "Splice",
        "Slate",
        "Review",
        "Score",
    )
    assert [word for word in words if f"**{word}**" not in glossary] == []


def test_decision_records_are_numbered_without_a_gap() -> None:
    names = sorted(path.name for path in (ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    assert all(f"decisions/{name}" in _text(ROOT / "docs/README.md") for name in names)


def test_locks_hold_hashes_and_no_addresses() -> None:
    for name in ("requirements.lock", "requirements-test.lock", "requirements-slow.lock"):
        text = _text(ROOT / name)
        pins = re.findall(r"^[a-z0-9][\w.-]*==", text, re.M)
        assert pins
        assert text.count("\n    --hash=sha256:") >= len(pins)
        assert "://" not in text
        assert "--index" not in text

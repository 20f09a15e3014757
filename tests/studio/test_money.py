"""Films made by a provider that takes money: nothing beyond the budget, every cent in the books."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.backlot import Backlot, Fault
from tests.studio.command import PROMPT, SMALL, Command, Ran

ROOT = Path(__file__).parents[2]
MODELS = ("--image-model", "backlot:image", "--video-model", "backlot:video", "--takes", "1")
QUIET = ("--no-voice", "--no-music", "--no-effects")
PROVIDER = """
from reelwright.film.call import CallProfile
from tests.backlot.models import BacklotProvider


def listed():
    return BacklotProvider()


def bare():
    return BacklotProvider(CallProfile(is_remote=True, timeout_s=2))
"""


@pytest.fixture(scope="module")
def lot() -> Generator[Backlot]:
    with Backlot() as running:
        yield running


@dataclass(frozen=True)
class House:
    """A studio with the backlot as a provider, and the backlot's own books."""

    lot: Backlot
    command: Command

    def make(self, *arguments: str) -> Ran:
        return self.command("make", PROMPT, *SMALL, *MODELS, *QUIET, *arguments)

    def charged(self) -> list[Decimal]:
        """What the backlot charged, which must be what our books say."""
        theirs = [charge.amount_usd for charge in self.lot.books().charges]
        assert sum(theirs, Decimal(0)) == Decimal(str(self.costs()["total"]["spent_usd"]))
        return theirs

    def costs(self, *arguments: str) -> dict[str, Any]:
        return self.command("costs", *arguments, "--json").json


@pytest.fixture
def house(
    lot: Backlot, new_command: Callable[[str], Command], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., House]:
    """Opens a house whose backlot registers as any provider does: by an entry point of an installed package."""

    def opened(kind: str = "listed", **profile: Any) -> House:
        lot.reset(**profile)
        site = tmp_path / "site"
        info = site / "backlot-0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: backlot\nVersion: 0\n")
        (info / "entry_points.txt").write_text(f"[reelwright.providers]\nbacklot = far_provider:{kind}\n")
        (site / "far_provider.py").write_text(PROVIDER)
        before = os.environ.get("PYTHONPATH")
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), str(ROOT), *([before] if before else [])]))
        monkeypatch.setenv("REELWRIGHT_BACKLOT_BASE_URL", lot.url)
        monkeypatch.setenv("REELWRIGHT_WORKERS", "1")
        return House(lot, new_command("house"))

    return opened


def test_a_whole_film_costs_what_was_estimated(house: Callable[..., House]) -> None:
    at = house()
    estimate = at.make("--estimate", "--json").json
    assert (estimate["low_usd"], estimate["high_usd"], estimate["cap_usd"]) == (0.3, 0.3, 0.36)
    assert [(line["step"], line["high_calls"]) for line in estimate["lines"]] == [("frames", 4), ("takes", 2)]
    assert at.charged() == []
    ran = at.make("--json")
    assert ran.code == 0, ran.err
    assert "expected to cost $0.30; its budget is $0.36" in ran.err
    assert at.charged() == [Decimal("0.05")] * 6
    report = ran.json
    assert (report["cost_usd"], report["reserved_usd"], report["cap_usd"]) == (0.3, 0.0, 0.36)
    manifest = json.loads((Path(report["path"]) / "manifest.json").read_text("utf-8"))
    money = {name: manifest[name] for name in ("cost_usd", "reserved_usd", "estimate_usd", "cap_usd")}
    assert money == {"cost_usd": "0.30", "reserved_usd": "0", "estimate_usd": "0.30", "cap_usd": "0.36"}
    assert {call["cost_source"] for call in manifest["calls"] if call["model"].startswith("backlot")} == {"reported"}
    assert "cost    $0.30 (budget $0.36)" in at.command("show", report["film_id"]).out
    again = at.make("--new", "--json").json
    assert (again["cost_usd"], len(at.charged())) == (0.0, 6)
    assert {line["name"]: line["spent_usd"] for line in at.costs("--by", "step")["lines"]} == {
        "image": 0.2,
        "video": 0.1,
    }
    at.command("rm", report["film_id"], "--yes")
    assert at.costs("--film", report["film_id"])["total"]["spent_usd"] == 0.3
    assert "(removed)" in at.command("costs").out


def test_a_small_budget_stops_before_anything_is_sent_and_a_higher_one_finishes(house: Callable[..., House]) -> None:
    at = house()
    ran = at.make("--budget", "0.04", "--json")
    assert ran.code == 4
    error = ran.json["error"]
    assert error["kind"] == "OverBudget"
    assert error["details"]["next_step_usd"] == "0.05"
    assert "--budget" in error["hint"]
    assert at.charged() == []
    (film,) = at.command("films", "--json").json["films"]
    assert film["status"] == "failed"
    ran = at.command("resume", "--budget", "0.12", "--json")
    assert (ran.code, len(at.charged())) == (4, 2)
    refused = at.command("resume", "--budget", "0.09", "--json")
    assert (refused.code, refused.json["error"]["kind"]) == (2, "BadInput")
    assert "$0.10 is spent" in refused.json["error"]["message"]
    done = at.make("--budget", "none", "--json")
    assert done.code == 0, done.err
    assert done.json["film_id"] == film["film_id"], "another budget is the same film"
    assert done.json["cap_usd"] is None
    assert len(at.charged()) == 6


@pytest.mark.slow
def test_going_further_raises_a_budget_that_nobody_set(house: Callable[..., House]) -> None:
    at = house()
    assert at.make("--until", "frames", "--json").json["cap_usd"] == 0.24
    done = at.make("--json")
    assert "expected to cost $0.30, of which $0.20 is spent; its budget is $0.36" in done.err
    assert (done.code, done.json["cap_usd"]) == (0, 0.36), done.err
    assert len(at.charged()) == 6


@pytest.mark.slow
def test_a_call_in_doubt_is_adopted_and_the_film_goes_on(house: Callable[..., House]) -> None:
    at = house("bare", listing=False)
    at.lot.plan(Fault(on="create", fault="lost_response"))
    ran = at.make("--until", "frames", "--json")
    assert (ran.code, ran.json["error"]["kind"]) == (3, "OutcomeUnknown")
    (call,) = (one for one in at.command("calls", "--open", "--json").json["calls"] if one["state"] == "unknown")
    assert (call["estimate_usd"], call["remote_id"]) == (0.05, None)
    assert f"calls settle {call['key'][:12]}" in at.command("calls").out
    assert at.costs()["total"]["reserved_usd"] == 0.05
    known = {one["remote_id"] for one in at.command("calls", "--json").json["calls"]}
    (lost,) = (charge.job for charge in at.lot.books().charges if charge.job not in known)
    settled = at.command("calls", "settle", call["key"][:12], "--remote-id", lost, "--json")
    assert settled.json["state"] == "submitted"
    done = at.command("resume", "--json")
    assert done.code == 0, done.err
    assert len(at.charged()) == 4
    refused = at.command("calls", "settle", call["key"], "--not-charged", "--json")
    assert (refused.code, refused.json["error"]["kind"]) == (75, "Conflict")


@pytest.mark.slow
def test_a_call_that_was_charged_and_lost_is_bought_again(house: Callable[..., House]) -> None:
    at = house("bare", listing=False)
    at.lot.plan(Fault(on="create", fault="lost_response"))
    assert at.make("--until", "frames", "--budget", "1").code == 3
    (call,) = (one for one in at.command("calls", "--json").json["calls"] if one["state"] == "unknown")
    assert "$0.05 estimate" in at.command("calls", "settle", call["key"], "--charged").out
    assert at.command("resume").code == 0
    assert len(at.charged()) == 5
    assert at.costs()["total"]["by_source"] == {"reported": 0.2, "estimate": 0.05}


def test_a_model_without_a_price_needs_one_or_no_budget(house: Callable[..., House]) -> None:
    at = house()
    (at.command.home / "prices.toml").write_text('[[price]]\nprovider = "backlot"\nmodel = "image"\ninput_tokens = 1\n')
    ran = at.make("--json")
    assert (ran.code, ran.json["error"]["kind"]) == (2, "BadInput")
    assert "backlot:image" in ran.json["error"]["message"]
    (at.command.home / "prices.toml").write_text('[[price]]\nprovider = "backlot"\nmodel = "image"\nimages = "0.07"\n')
    assert at.make("--estimate", "--json").json["high_usd"] == 0.38
    (at.command.home / "prices.toml").write_text('[[price]]\nprovider = "backlot"\nmodel = "image"\nimage = 1\n')
    ran = at.make("--json")
    assert (ran.code, ran.json["error"]["kind"]) == (78, "ConfigurationError")
    assert at.charged() == []


@pytest.mark.parametrize(("answer", "code"), [("n\n", 130), ("y\n", 4)])
def test_at_a_terminal_the_first_film_that_costs_is_asked_for(
    house: Callable[..., House], answer: str, code: int
) -> None:
    at = house()
    ours, theirs = pty.openpty()
    arguments = ["make", PROMPT, *SMALL, *MODELS, *QUIET, "--budget", "0.01"]
    environment = {**os.environ, "REELWRIGHT_HOME": str(at.command.home)}
    os.write(ours, answer.encode())
    ran = subprocess.run(
        [sys.executable, "-m", "reelwright", *arguments],
        stdin=theirs,
        capture_output=True,
        text=True,
        env=environment,
        cwd=at.command.folder,
        timeout=120,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert ran.returncode == code, ran.stderr
    assert "expected to cost $0.30; its budget is $0.01" in ran.stderr
    assert "[y/N]" in ran.stderr
    assert at.charged() == []

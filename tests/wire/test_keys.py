"""No key is ever shown: not in output, errors, logs, the database or any file, whatever a vendor says back."""

import logging
from pathlib import Path

import pytest
from tests.studio.command import PROMPT, SMALL, Command
from tests.wire import KEYS, Case, Simulator, Vendor
from tests.wire.recorded import answers_for
from tests.wire.said import Seen
from tests.wire.shapes import error_of

from reelwright import Studio, Until
from reelwright.errors import ReelwrightError
from reelwright.film.brief import Brief, Models

MODELS: dict[Vendor, str] = {
    "openrouter": "openrouter:anthropic/claude-haiku-5.5",
    "openai": "openai:gpt-6-luna",
    "anthropic": "anthropic:claude-haiku-5-5",
    "google": "google:gemini-3.5-flash-lite",
    "local": "local:small-model",
}


def _told(studio_home: Path) -> bytes:
    """Everything that the studio has written."""
    return b"".join(path.read_bytes() for path in sorted(studio_home.rglob("*")) if path.is_file())


@pytest.mark.parametrize(
    "vendor", [vendor if vendor == "openrouter" else pytest.param(vendor, marks=pytest.mark.slow) for vendor in MODELS]
)
def test_a_key_is_nowhere_to_be_found(
    simulator: Simulator,
    vendor: Vendor,
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    key, brief = KEYS[vendor], Brief(prompt=PROMPT, duration_s=6, template="emotional-arc")
    for name, value in simulator.environment(vendor).items():
        monkeypatch.setenv(name, value)
    answers = answers_for(brief)

    def indiscreet(seen: Seen) -> str:
        return answers[seen.prompt].replace('"title":"', f'"title":"{key} ', 1)

    echoing = f"the request with {key} (Bearer {key}) was wrong"
    simulator.writer = indiscreet
    simulator.plan += [
        Case(status=400, error=error_of(vendor, 400, echoing)),
        Case(status=401, error=error_of(vendor, 401, echoing)),
        Case(f"I cannot write JSON for {key}."),
        Case(f'{{"title": "{key}"}}', end="cut"),
        Case(echoing, end="refused"),
    ]
    said: list[str] = []
    with Studio() as studio:
        models = Models(text=MODELS[vendor])
        for seed in range(5):
            try:
                report = studio.make(
                    PROMPT,
                    duration_s=6,
                    template="emotional-arc",
                    until=Until.STORY,
                    models=models,
                    seed=seed,
                    new=True,
                )
                said.append(report.model_dump_json())
            except ReelwrightError as problem:
                said += [str(problem.to_json()), repr(problem)]
        said += [call.model_dump_json() for call in studio.calls()]
        said += [film.model_dump_json() for film in studio.films()]
        said += [offer.model_dump_json() for offer in studio.models()]
        said += [check.model_dump_json() for check in studio.doctor()]
    assert not simulator.plan, "every case has happened"
    assert "(key)" in "".join(said), "the vendor did say it back"
    assert key not in "".join(said) + caplog.text
    assert key.encode() not in _told(own_home)


@pytest.mark.slow
def test_the_command_line_shows_none(simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = KEYS["openrouter"]
    for name, value in simulator.environment("openrouter").items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("REELWRIGHT_DEBUG", "1")
    simulator.plan.append(Case(status=400, error=error_of("openrouter", 400, f"the key {key} is odd")))
    command = Command(tmp_path / "shown", tmp_path)
    ran = command("make", PROMPT, *SMALL, "--template", "aida", "--text-model", MODELS["openrouter"])
    assert ran.code == 3, ran.err
    assert "the key (key) is odd" in ran.err
    assert key not in ran.out + ran.err
    assert key.encode() not in _told(tmp_path / "shown")

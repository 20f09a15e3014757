"""What a model says beside its reply reaches the person, and a label is no warning."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from reelwright.crew import Crew, Premises
from reelwright.film.brief import Brief
from reelwright.film.cut import Card, CutPlan, Splice
from reelwright.film.film import Film
from reelwright.film.shot import Shot, Staging
from reelwright.media.wav import write_wav
from reelwright.ports import MediaFile, MediaReply, ModelCard, MusicRequest
from reelwright.settings import load_settings
from reelwright.workflows import engine
from reelwright.workflows.assemble_cut import compose
from reelwright.workflows.ledger import Ledger
from reelwright.workflows.point_out import point_out
from reelwright.workflows.production import Production
from reelwright.workflows.progress import Reporter, warnings_of

CARDS = (
    Card(kind="title", heading="مرحبا", frame_count=30),
    Card(kind="end", heading="Чай 茶", line="Olá!", frame_count=30),
)
FILM = Film(id="film1", brief=Brief(prompt="tea"), created_at=datetime.now(UTC))


class SilentComposer:
    """Another studio's composer, which says something about what it made."""

    card = ModelCard(provider="p", model="hush", modality="music", title="t", version="1", reads=("duration_s",))

    async def compose(self, request: MusicRequest) -> MediaReply:
        path = request.workdir / "music.wav"
        write_wav(path, np.zeros((round(request.duration_s * 48_000), 2), np.float32), 48_000)
        return MediaReply(MediaFile(path, "audio/wav"), notes=("the mood was too long",), label="silence")


@pytest.fixture
def crew(tmp_path: Path) -> Iterator[Crew]:
    premises = Premises(load_settings(home=tmp_path))
    crew = premises.crew(FILM.brief.models)
    crew.vault.films.add_film(FILM)
    crew.vault.films.save_shots("film1", (Shot(id="sh01", number=1, frame_count=72),))
    yield crew
    premises.close()


@dataclass(frozen=True)
class HouseOfOne:
    """Stands in for a house whose crew a test has chosen."""

    at_work: Production

    def production(self, film_id: str) -> Production:
        return self.at_work


@pytest.mark.parametrize("times", [1, 2])
async def test_a_composers_notes_are_warnings_also_when_reused(
    crew: Crew, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = crew.vault
    for _ in range(times):
        reporter = Reporter(vault.films, vault.films.film("film1"))
        ledger = Ledger(vault.calls, vault.media, crew.scratch)
        at_work = Production(replace(crew, music=SilentComposer()), ledger, reporter)
        monkeypatch.setattr(engine, "_house", HouseOfOne(at_work))
        await compose("film1")
    events = vault.films.events("film1")
    assert warnings_of(events, FILM.run) == ("the mood was too long",)
    assert "score silence" in [event.body.get("what") for event in events]


def test_a_note_is_told_with_the_shot_it_is_about(crew: Crew) -> None:
    reporter = Reporter(crew.vault.films, FILM)
    reporter.notes(["too fast", "too loud"], about="sh02")
    reporter.notes(["too fast"])
    assert warnings_of(crew.vault.films.events("film1"), FILM.run) == ("sh02: too fast", "sh02: too loud", "too fast")


async def test_what_a_list_asks_for_in_vain_is_told_before_anything_is_made(
    crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = crew.vault
    plan = CutPlan(splices=(Splice(), Splice()), cards=CARDS)
    film = FILM.model_copy(update={"supplied_shots": True, "cut_plan": plan})
    vault.films.save_film(film)
    vault.films.save_shots("film1", (Shot(id="sh01", number=1, frame_count=72, staging=Staging(effects=("stem",))),))
    ledger = Ledger(vault.calls, vault.media, crew.scratch)
    monkeypatch.setattr(engine, "_house", HouseOfOne(Production(crew, ledger, Reporter(vault.films, film))))
    await point_out("film1")
    unknown, title, end = warnings_of(vault.films.events("film1"), film.run)
    assert "'stem'" in unknown
    assert "'مرحبا' on the title card; the whole card is left out" in title
    assert "'Чай 茶' on the end card; 'Чай' stays" in end

"""What a film tells about itself while it is made: events in the store, and to whoever listens."""

import time
from collections.abc import Callable, Mapping

from reelwright.film.film import Event
from reelwright.ports import FilmStore

Body = Mapping[str, str | int | float | bool | None]
TITLES = {
    "story": "Stage 1: Story",
    "shots": "Stage 2: Scene Division",
    "voice": "Voice-over",
    "frames": "Stage 3: Storyboard",
    "takes": "Takes",
    "score": "Music",
    "cut": "Cut",
}
_WEIGHTS = {"story": 1, "shots": 1, "voice": 26, "frames": 14, "score": 6, "takes": 46, "cut": 6}
"""Shares of the work of a built-in film, from the bench; they only shape the progress bar."""


class Reporter:
    """Turns finished pieces of work into percent, time left and events."""

    def __init__(self, films: FilmStore, film_id: str, listen: Callable[[Event], None] | None = None) -> None:
        self._films, self._film_id, self._listen = films, film_id, listen
        self._stages: tuple[str, ...] = ()
        self._done: dict[str, float] = {}
        self._started_s = time.monotonic()

    def plan(self, stages: tuple[str, ...]) -> None:
        """The stages this run goes through."""
        self._stages = stages

    def event(self, kind: str, **body: str | int | float | bool | None) -> None:
        """Records an event and tells it."""
        event = self._films.add_event(self._film_id, kind, body)
        if self._listen is not None:
            self._listen(event)

    def stage_started(self, stage: str) -> None:
        """A stage begins."""
        self.event("stage_started", stage=stage, title=TITLES[stage])

    def stage_done(self, stage: str) -> None:
        """A stage is complete."""
        self._done[stage] = 1.0
        self.event("stage_done", stage=stage, title=TITLES[stage])

    def piece_done(self, stage: str, total: int, what: str, *, reused: bool) -> None:
        """One of ``total`` pieces of a stage is there, made or found."""
        self._done[stage] = min(1.0, self._done.get(stage, 0.0) + 1 / max(1, total))
        whole = sum(_WEIGHTS[name] for name in self._stages) or 1
        share = sum(_WEIGHTS[name] * self._done.get(name, 0.0) for name in self._stages) / whole
        elapsed_s = time.monotonic() - self._started_s
        eta_s = elapsed_s * (1 - share) / share if share > 0.03 else None
        self.event(
            "progress",
            percent=round(100 * share, 1),
            current_step=TITLES[stage],
            what=what,
            reused=reused,
            eta_s=None if eta_s is None else round(eta_s, 1),
        )

    def warning(self, message: str) -> None:
        """A fallback or another fact that a person should see; kept with the film, once."""
        film = self._films.film(self._film_id)
        if message not in film.warnings:
            self._films.save_film(film.model_copy(update={"warnings": (*film.warnings, message)}))
            self.event("warning", message=message)

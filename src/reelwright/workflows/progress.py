"""What a film tells about itself while it is made: events in the store, and to whoever listens."""

import time
from collections.abc import Callable, Iterable

from reelwright.film.film import Event, Film
from reelwright.keepers import FilmStore

TITLES = {
    "story": "Stage 1: Story",
    "shots": "Stage 2: Scene Division",
    "voice": "Voice-over",
    "frames": "Stage 3: Storyboard",
    "takes": "Takes",
    "score": "Music",
    "cut": "Cut",
    "sheet": "Contact sheet",
}
_WEIGHTS = {"story": 1, "shots": 1, "voice": 26, "frames": 14, "score": 6, "takes": 46, "cut": 6, "sheet": 3}
"""Shares of the work of a built-in film, from the bench; they only shape the progress bar."""


class Reporter:
    """Turns finished pieces of work into percent, time left and events."""

    def __init__(self, films: FilmStore, film: Film, listen: Callable[[Event], None] | None = None) -> None:
        self._films, self._film_id, self._run, self._listen = films, film.id, film.run, listen
        self._warned = set(warnings_of(films.events(film.id), film.run))
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
        """A fallback or another fact that a person should see; told once a run."""
        if message not in self._warned:
            self._warned.add(message)
            self.event("warning", message=message, run=self._run)

    def notes(self, notes: Iterable[str], about: str = "") -> None:
        """What a model said beside its reply, each as a warning; ``about`` names the shot where the note does not."""
        for note in notes:
            self.warning(f"{about}: {note}" if about else note)


def warnings_of(events: Iterable[Event], run: int) -> tuple[str, ...]:
    """The warnings of a film's run, each once, in order."""
    told = (str(event.body["message"]) for event in events if event.kind == "warning" and event.body.get("run") == run)
    return tuple(dict.fromkeys(told))

"""What a film tells about itself while it is made: events in the store, and to whoever listens."""

import threading
import time
from collections.abc import Callable, Iterable
from decimal import Decimal

from reelwright.film.brief import FilmKind
from reelwright.film.film import Event, Film, Until
from reelwright.keepers import FilmStore

TITLES = {
    "scenario": "Scenario",
    "story": "Stage 1: Story",
    "shots": "Stage 2: Scene Division",
    "voice": "Voice-over",
    "frames": "Stage 3: Storyboard",
    "takes": "Takes",
    "score": "Music",
    "cut": "Cut",
    "sheet": "Contact sheet",
}
STAGES: dict[Until, tuple[str, ...]] = {
    Until.STORY: ("story",),
    Until.SHOTS: ("story", "shots"),
    Until.FRAMES: ("story", "shots", "frames", "sheet"),
    Until.FILM: ("story", "shots", "voice", "frames", "takes", "score", "cut"),
}
_SCENARIO: dict[Until, tuple[str, ...]] = {
    until: ("scenario", *(stage for stage in stages if stage not in ("story", "shots")))
    for until, stages in STAGES.items()
}
_BOARD: dict[Until, tuple[str, ...]] = {
    until: tuple(stage for stage in stages if stage != "story") for until, stages in STAGES.items()
}
_OF_KIND = {FilmKind.SCENARIO: _SCENARIO, FilmKind.STORYBOARD: _BOARD}
_WEIGHTS = {
    "scenario": 2,
    "story": 1,
    "shots": 1,
    "voice": 26,
    "frames": 14,
    "score": 6,
    "takes": 46,
    "cut": 6,
    "sheet": 3,
}
"""Shares of the work of a built-in film, from the bench; they only shape the progress bar."""


class Reporter:
    """Turns finished pieces of work into percent, time left and events.

    What is done is read from the events themselves, so that it is right also after a crash, and when several processes
    work on one film.
    """

    def __init__(self, films: FilmStore, film: Film, listen: Callable[[Event], None] | None = None) -> None:
        self._films, self._film_id, self._listen = films, film.id, listen
        self._all_stages = _OF_KIND.get(film.brief.kind, STAGES)
        self._changing = threading.Lock()
        self.begin(film.run, film.until)

    def begin(self, run: int, until: Until) -> None:
        """A run begins, or goes on."""
        self._run, self._stages, self._read_to = run, self._all_stages[until], 0
        self._pieces: dict[str, dict[str, float]] = {}
        self._started: dict[str, bool] = {}
        self._warned: set[str] = set()
        self._money = ("0", "0")
        self._catch_up()
        self._share_before = self._share()
        self._started_s = time.monotonic()

    @property
    def under_way(self) -> tuple[str, ...]:
        """Stages of this run that have begun and are not complete."""
        return tuple(stage for stage, is_done in self._started.items() if not is_done)

    def event(self, kind: str, **body: str | int | float | bool | None) -> None:
        """Records an event of this run and tells it."""
        self.told(self._films.add_event(self._film_id, kind, {**body, "run": self._run}))

    def told(self, event: Event) -> None:
        """Passes an event on that is recorded already."""
        if self._listen is not None:
            self._listen(event)

    def stage_started(self, stage: str) -> None:
        """A stage begins; one that is complete in this run is not told again when the film goes on after a gate."""
        if not self._is_done(stage):
            self.event("stage_started", stage=stage, title=TITLES[stage], percent=round(100 * self._share(), 1))

    def stage_done(self, stage: str) -> None:
        """A stage is complete."""
        if not self._is_done(stage):
            self.event("stage_done", stage=stage, title=TITLES[stage])

    def _is_done(self, stage: str) -> bool:
        with self._changing:
            self._catch_up()
            return self._started.get(stage, False)

    def piece_done(self, stage: str, total: int, what: str, *, reused: bool) -> None:
        """One of ``total`` pieces of a stage is there, made or found; ``what`` tells it from the others."""
        with self._changing:
            self._catch_up()
            self._pieces.setdefault(stage, {})[what] = 1 / max(1, total)
            share = self._share()
        elapsed_s, gained = time.monotonic() - self._started_s, share - self._share_before
        eta_s = elapsed_s * (1 - share) / gained if gained > 0.03 else None
        self.event(
            "progress",
            percent=round(100 * share, 1),
            current_step=TITLES[stage],
            stage=stage,
            what=what,
            weight=round(1 / max(1, total), 6),
            reused=reused,
            eta_s=None if eta_s is None else round(eta_s, 1),
        )

    def _catch_up(self) -> None:
        """Takes in what this run has told since we last looked, whoever told it."""
        for event in self._films.events(self._film_id, after=self._read_to):
            self._read_to = event.id
            body = event.body
            if body.get("run") != self._run:
                continue
            stage = str(body.get("stage", ""))
            if event.kind == "progress":
                self._pieces.setdefault(stage, {})[str(body["what"])] = float(body["weight"] or 0)
            elif event.kind in ("stage_started", "stage_done"):
                self._started[stage] = event.kind == "stage_done"
            elif event.kind == "money":
                self._money = (str(body["spent_usd"]), str(body["reserved_usd"]))
            elif event.kind == "warning":
                self._warned.add(str(body["message"]))

    def _share(self) -> float:
        """How much of the film is done, 0 to 1."""
        whole = sum(_WEIGHTS[stage] for stage in self._stages) or 1
        done = {stage: 1.0 if self._started.get(stage) else self._part(stage) for stage in self._stages}
        return sum(_WEIGHTS[stage] * part for stage, part in done.items()) / whole

    def _part(self, stage: str) -> float:
        return min(1.0, sum(self._pieces.get(stage, {}).values()))

    def money(self, spent_usd: Decimal, reserved_usd: Decimal) -> None:
        """What the film has cost and has set aside, told when that has changed."""
        told = (f"{spent_usd:f}", f"{reserved_usd:f}")
        with self._changing:
            if told == self._money:
                return
            self._money = told
        self.event("money", spent_usd=told[0], reserved_usd=told[1])

    def call_progress(self, model: str, progress: float) -> None:
        """How far a provider says it is with a call."""
        self.event("call_progress", model=model, progress=round(progress, 3))

    def call_waits(self, model: str, wait_s: float, message: str) -> None:
        """That a model is asked again after a wait, and why."""
        self.event("call_waits", model=model, wait_s=round(wait_s, 1), message=message)

    def warning(self, message: str) -> None:
        """A fallback or another fact that a person should see; told once a run."""
        if message not in self._warned:
            self._warned.add(message)
            self.event("warning", message=message)

    def notes(self, notes: Iterable[str], about: str = "") -> None:
        """What a model said beside its reply, each as a warning; ``about`` names the shot where the note does not."""
        for note in notes:
            self.warning(f"{about}: {note}" if about else note)


def warnings_of(events: Iterable[Event], run: int) -> tuple[str, ...]:
    """The warnings of a film's run, each once, in order."""
    told = (str(event.body["message"]) for event in events if event.kind == "warning" and event.body.get("run") == run)
    return tuple(dict.fromkeys(told))

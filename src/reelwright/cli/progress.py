"""Shows a film being made, on standard error: a live bar for a person, now and then a line for a log."""

import time
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from reelwright.cli.screen import Screen

if TYPE_CHECKING:
    from reelwright.film.film import Event

_LINE_EVERY_S = 5.0
_TOLD_WAIT_S = 3.0
"""Shorter waits are not worth a line."""


class Display(Protocol):
    """Where progress appears."""

    def stage(self, title: str, percent: float) -> None:
        """A stage begins when so much of the whole is done."""
        ...

    def percent(self, percent: float, step: str, eta_s: float | None) -> None:
        """So much of the whole is done; ``eta_s`` is an estimate of what is left, if there is one."""
        ...

    def told(self, text: str) -> None:
        """Something that a person should read now."""
        ...

    def close(self) -> None:
        """Nothing more will come."""
        ...


class Watch:
    """Listens to a film's events and shows them; a context around the making."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._warnings: list[str] = []
        self._display: Display | None = None

    def __enter__(self) -> Self:
        self._display = LiveBar() if self._screen.is_live else Lines(self._screen)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._display is not None:
            self._display.close()
        for warning in self._warnings:
            self._screen.note(f"note: {warning}")

    def __call__(self, event: "Event") -> None:
        """Shows one event."""
        self._screen.film_id = event.film_id
        display, body = self._display, event.body
        if display is None:
            return
        if event.kind == "stage_started":
            display.stage(str(body.get("title") or body.get("stage") or ""), float(body.get("percent") or 0))
        elif event.kind == "progress":
            eta_s = body.get("eta_s")
            step = str(body.get("current_step") or "")
            display.percent(float(body.get("percent") or 0), step, None if eta_s is None else float(eta_s))
        elif event.kind == "call_waits" and float(body.get("wait_s") or 0) >= _TOLD_WAIT_S:
            display.told(f"{body.get('message')}; asked again in {time_left(float(body.get('wait_s') or 0))}")
        elif event.kind == "warning" and str(body.get("message")) not in self._warnings:
            self._warnings.append(str(body.get("message")))


class Lines:
    """A line when a stage begins and every few seconds; for logs and pipes."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._percent = 0.0
        self._eta_s: float | None = None
        self._last_s = 0.0

    def stage(self, title: str, percent: float) -> None:
        """A line for the stage."""
        if percent < self._percent:  # another run
            self._eta_s = None
        self._percent = percent
        self._line(title)

    def percent(self, percent: float, step: str, eta_s: float | None) -> None:
        """A line, unless one was written just now."""
        self._percent, self._eta_s = percent, eta_s
        if time.monotonic() - self._last_s >= _LINE_EVERY_S:
            self._line(step)

    def told(self, text: str) -> None:
        """A line of its own."""
        self._screen.note(f"       {text}")

    def close(self) -> None:
        """Nothing is open."""

    def _line(self, title: str) -> None:
        self._last_s = time.monotonic()
        left = "" if self._eta_s is None else f", about {time_left(self._eta_s)} left"
        self._screen.note(f"{self._percent:3.0f} %  {title}{left}")


class LiveBar:
    """One moving line."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

        self._open = ExitStack()
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=32),
            TextColumn("{task.percentage:3.0f} %"),
            TextColumn("[dim]{task.fields[left]}"),
        )
        self._bar = self._open.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
        self._task: Any = self._bar.add_task("Getting ready", total=100, left="")

    def stage(self, title: str, percent: float) -> None:
        """Names the stage beside the bar."""
        self._bar.update(self._task, description=title, completed=percent)

    def percent(self, percent: float, step: str, eta_s: float | None) -> None:
        """Moves the bar."""
        left = "" if eta_s is None else f"about {time_left(eta_s)} left"
        self._bar.update(self._task, completed=percent, description=step, left=left)

    def told(self, text: str) -> None:
        """A line above the bar, which stays."""
        self._bar.console.print(text, markup=False, highlight=False)

    def close(self) -> None:
        """Takes the bar away."""
        self._open.close()


def time_left(eta_s: float) -> str:
    """A rough time for people: ``8 s``, ``3 min``, ``1 h 20 min``."""
    if eta_s < 90:
        return f"{max(1, round(eta_s))} s"
    minutes = round(eta_s / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"

"""Runs the studio for the commands that make something: progress, Ctrl-C, the report, the film opened at the end."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from reelwright.cli.progress import Watch
from reelwright.cli.screen import Screen

if TYPE_CHECKING:
    from reelwright.film.film import Film
    from reelwright.film.report import Authorship, FilmReport
    from reelwright.studio import Studio

_GRACE_S = 0.6
"""How long the studio may tidy up after Ctrl-C; then the process ends anyway, which loses nothing either."""


def shoot(screen: Screen, verb: "Callable[[Studio], Coroutine[Any, Any, FilmReport]]", *, opens: bool = False) -> None:
    """Lets the studio make something while a person watches, then shows what came of it."""
    report = shoot_report(screen, verb)

    def show() -> None:
        show_report(screen, report)
        if not report.shots:
            from reelwright.settings import load_settings
            from reelwright.studio import Desk

            show_story(screen, Desk(load_settings()).find(report.film_id))

    screen.result(report.model_dump(mode="json"), show)
    if opens and report.path:
        open_film(screen, Path(report.path))


def shoot_report(screen: Screen, verb: "Callable[[Studio], Coroutine[Any, Any, FilmReport]]") -> "FilmReport":
    """Lets the studio make something while a person watches; what came of it."""
    with stoppable(screen), Watch(screen) as watch:
        from reelwright.studio import Studio

        return asyncio.run(verb(Studio(on_event=watch)))


def show_report(screen: Screen, report: "FilmReport") -> None:
    """The report for a person."""
    shots = "1 shot" if report.shots == 1 else f"{report.shots} shots" if report.shots else ""
    facts = [f"{report.duration_s:g} s", shots, report.template]
    screen.say(f"{report.title}  ({', '.join(fact for fact in facts if fact)})")
    if report.path and Path(report.path).exists():
        film = Path(report.path) / "film.mp4"
        screen.say(f"  film    {film}" if film.exists() else f"  folder  {report.path}")
    cost = cost_of(report)
    screen.say(f"  made    in {report.elapsed_s:.1f} s, cost {cost}" if report.elapsed_s else f"  cost    {cost}")
    if any(not one.model.startswith("builtin:") for one in report.writers):
        for one in report.writers:
            screen.say(f"  written {share_of(one)}")
    screen.say(f"  id      {report.film_id}")
    if report.waits_after:
        screen.say(f"  waits   for you after its {report.waits_after}: `reelwright approve {report.film_id}`,")
        screen.say(f"          or `reelwright reject {report.film_id} --note TEXT`")


def show_story(screen: Screen, film: "Film") -> None:
    """Why this structure, and the story line by line."""
    if film.choice:
        screen.say(f"  why     {film.choice.reasoning}")
    if film.story and not film.brief.prompt.startswith(film.story.narrative.logline.removesuffix("...")):
        screen.say(f"  story   {film.story.narrative.logline}")
        for line in film.story.lines:
            screen.say(f"          {line.beat}: {line.text}")


def share_of(writer: "Authorship") -> str:
    """What a model wrote and took."""
    from reelwright.film.money import dollars

    answers = "1 answer" if writer.calls == 1 else f"{writer.calls} answers"
    cost = f", {dollars(writer.cost_usd)}" if writer.cost_usd else ""
    return f"{', '.join(writer.stages)} by {writer.model} ({answers}{cost})"


def cost_of(report: "FilmReport") -> str:
    """What the film has cost, and of one that may cost something what is set aside and what it may cost."""
    from reelwright.film.money import dollars

    if report.unknown_calls:
        known = f"{dollars(report.cost_usd)} and " if report.cost_usd else ""
        return f"{known}what nobody knows of {report.unknown_calls} calls (`reelwright costs`)"
    if not report.cost_usd and not report.reserved_usd and not report.cap_usd:
        return "nothing"
    aside = f", {dollars(report.reserved_usd)} set aside" if report.reserved_usd else ""
    cap = "no budget" if report.cap_usd is None else f"budget {dollars(report.cap_usd)}"
    return f"{dollars(report.cost_usd)}{aside} ({cap})"


def open_film(screen: Screen, folder: Path) -> None:
    """Opens the film, or the folder if there is no film yet, with whatever the system uses for it."""
    film = folder / "film.mp4"
    target = film if film.exists() else folder
    if sys.platform == "win32":
        os.startfile(target)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen([opener, str(target)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        screen.note(f"note: {opener!r} is not there to open it; the file is {target}")


@contextmanager
def stoppable(screen: Screen) -> Generator[None]:
    """Ctrl-C ends the command within a second, even if something does not let go; a second one ends it at once."""

    def end_now() -> None:
        screen.cancelled()
        sys.stderr.flush()
        os._exit(130)

    def interrupted(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, lambda number, frame: end_now())
        timer = threading.Timer(_GRACE_S, end_now)
        timer.daemon = True
        timer.start()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is interrupted:
            signal.signal(signal.SIGINT, before)

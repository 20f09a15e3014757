"""The public verbs, async with a blocking face: make, film, resume, and those of the desk."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, Unpack
from uuid import uuid4

from reelwright.awaited_desk import AwaitedDesk
from reelwright.blocking import finish
from reelwright.briefing import (
    BoardOptions,
    Budget,
    EnhanceOptions,
    MakeOptions,
    PauseAfter,
    PromptOptions,
    board_brief_of,
    board_until,
    brief_of,
    cap_of,
    gates_of,
    until_of,
)
from reelwright.desk import Desk
from reelwright.errors import NotFound
from reelwright.film.brief import Brief
from reelwright.film.craft import Enhancement, PromptChange
from reelwright.film.estimate import Estimate
from reelwright.film.film import Event, Film, FilmStatus, Gate, GateStage, Until
from reelwright.film.publishing import Publishing
from reelwright.film.report import Check, Cleaned, FilmReport
from reelwright.film.score import Score, ScoreFailure
from reelwright.film.shot import Shot
from reelwright.settings import Settings, load_settings

Listener = Callable[[Event], None]


class Studio(AwaitedDesk):
    """The studio. ``async with Studio() as studio`` gives these verbs, ``with Studio() as studio`` blocking ones.

    Args:
        settings: Read from the environment and ``config.toml`` if None.
        on_event: Called with every event of a film while it is made.
    """

    def __init__(self, settings: Settings | None = None, on_event: Listener | None = None) -> None:
        super().__init__(settings or load_settings())
        self._on_event = on_event

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *problem: object) -> None:
        return None

    def __enter__(self) -> "BlockingStudio":
        return BlockingStudio(self, self._settings)

    def __exit__(self, *problem: object) -> None:
        return None

    async def make(self, prompt: str, **options: Unpack[MakeOptions]) -> FilmReport:
        """Makes a film of a prompt.

        The same request again continues an unfinished film, extends one that was made up to an earlier point, and
        otherwise makes a new film in which everything already made is reused at no cost. A new film may cost its
        estimate and a fifth more, unless ``budget`` says otherwise.

        Raises:
            BadInput: If the prompt or an option is wrong; nothing was started.
            Conflict: If another process is making a film, or this one waits for a person.
            Cancelled: If a person cancels it meanwhile.
            OverBudget: If the next step does not fit the film's budget or the day's; ``resume`` takes a higher one.
            ReelwrightError: What stopped the film; ``resume`` continues it.
        """
        options.setdefault("models", self._settings.models)
        track = options.pop("music", None)
        brief = brief_of(prompt, options)
        if track is not None:
            from reelwright.workflows.supplied import with_track

            brief = with_track(self._settings, brief, track)
        until = until_of(options)
        gates = gates_of(options.get("pause_after"))
        film = self._new_or_known(brief, until, options.get("budget"), gates, new=bool(options.get("new")))
        return await self._produce(film, until, options.get("out"))

    async def storyboard(self, story: str, **options: Unpack[BoardOptions]) -> FilmReport:
        """Breaks a story into 6 to 10 panels and draws them; with ``dry_run`` it stops before any picture.

        As with ``make``, the same request continues what was stopped, and what was made is never made again.

        Raises:
            BadInput: If the story or an option is wrong; nothing was started.
            ReelwrightError: What stopped it; ``resume`` continues it. One panel that fails stops nothing.
        """
        options.setdefault("models", self._settings.models)
        until, budget = board_until(options), options.get("budget")
        film = self._new_or_known(board_brief_of(story, options), until, budget, None, new=bool(options.get("new")))
        return await self._produce(film, until, options.get("out"))

    def _new_or_known(
        self, brief: Brief, until: Until, budget: Budget, gates: tuple[GateStage, ...] | None, *, new: bool
    ) -> Film:
        """The film of a request: one that goes on, or a new one; with its budget."""
        self._desk.check(brief)
        film = None if new else self._desk.film_like(brief, until)
        if film is not None:
            return self._rebudgeted(self._desk.go_on(film.id, gates), until, budget)
        self._desk.check_keys(brief)
        film = Film(id=_new_id(), brief=brief, until=until, pause_after=gates or (), created_at=datetime.now(UTC))
        return self._budgeted(film, until, budget)

    async def film(
        self,
        shot_list: str | Path,
        *,
        out: str | Path | None = None,
        until: Until = Until.FILM,
        budget: Budget = None,
        pause_after: PauseAfter = None,
    ) -> FilmReport:
        """Shoots a shot list exactly: no shot added, dropped, reworded or re-timed.

        Args:
            shot_list: A ``shots.json`` as written beside every film, edited or not.
            out: Output folder.
            until: ``frames`` or ``film``.
            budget: What it may cost in US dollars, or ``"none"``; its estimate and a fifth more if None.
            pause_after: Stages after which it waits for a person: ``"frames,takes"``.

        Raises:
            BadInput: If the list is not readable; names the field.
        """
        from reelwright.workflows.supplied import film_from_list

        film, shots = film_from_list(Path(shot_list), _new_id())
        film = film.model_copy(update={"pause_after": gates_of(pause_after) or ()})
        self._desk.check(film.brief)
        return await self._produce(self._budgeted(film, until, budget, shots), until, out, shots)

    async def resume(
        self,
        film_id: str | None = None,
        *,
        out: str | Path | None = None,
        budget: Budget = None,
        pause_after: PauseAfter = None,
    ) -> FilmReport:
        """Continues an unfinished film: the named one, or the latest.

        Args:
            film_id: Its id, or a start of it.
            out: Output folder.
            budget: What it may cost in all from now on, in US dollars, or ``"none"``; as before if None.
            pause_after: Stages after which it waits for a person; as before if None.

        Raises:
            NotFound: If there is none.
            Conflict: If it waits for a person: ``approve`` lets it go on.
            BadInput: If more than the budget is spent and set aside already.
        """
        with self._desk.look() as vault:
            if film_id:
                film = vault.films.film(film_id)
            else:
                unfinished = vault.films.unfinished() or vault.films.films(FilmStatus.WAITING, limit=1)
                if not unfinished:
                    raise NotFound("there is no unfinished film", hint="`reelwright films` lists all films.")
                film = unfinished[0]
        film = self._desk.go_on(film.id, gates_of(pause_after))
        film = self._desk.set_budget(film.id, budget) if budget is not None else film
        return await self._produce(film, film.until, out)

    async def retake(self, film_id: str, shot: str, *, out: str | Path | None = None) -> FilmReport:
        """Shoots one more take of a shot, selects it, and makes the cut again; all other takes are kept.

        Args:
            film_id: Its id, or a start of it.
            shot: The shot's number (``3``), slate (``sh03``) or id.
            out: Output folder; where it was made if None.

        Raises:
            NotFound: If there is no such film or shot.
            Conflict: If the film is being made.
            BadInput: If it has no takes yet.
            OverBudget: If the take does not fit the daily cap.
        """
        from reelwright.workflows.retake import order_retake

        film = await asyncio.to_thread(order_retake, self._settings, film_id, shot)
        return await self._produce(film, Until.FILM, out)

    async def rewrite(
        self, film_id: str, stage: str, *, note: str = "", budget: Budget = None, out: str | Path | None = None
    ) -> FilmReport:
        """Writes a stage once more, and makes anew what follows from it; all else is reused.

        Args:
            film_id: Its id, or a start of it.
            stage: ``template``, ``story``, ``shots`` or ``pictures``.
            note: What should be different, in words: ``make it funnier``. The built-in writer takes no notes: it
                writes another version of story and shots, and chooses the same template and pictures again.
            budget: What the film may cost in all from now on; as before if None.
            out: Output folder; where it was made if None.

        Raises:
            NotFound: If there is no such film.
            Conflict: If the film is being made.
            BadInput: If there is no such stage, the film was not written in stages, or its brief names the template.
        """
        from reelwright.workflows.rewrite import order_rewrite

        film = await asyncio.to_thread(order_rewrite, self._settings, film_id, stage, note)
        film = self._desk.set_budget(film.id, budget) if budget is not None else film
        return await self._produce(film, film.until, out)

    async def enhance(self, film_id: str, shot: str | int, **options: Unpack[EnhanceOptions]) -> Enhancement:
        """Lets a cinematographer rewrite a shot's picture prompt and a critic judge it, until it is good enough.

        The film pays. A shot is named by its number (``3``), slate (``sh03``) or id.

        Raises:
            NotFound: If there is no such film or shot.
            Conflict: If the film is being made.
            BadInput: If an option is wrong; see ``EnhanceOptions``.
            OverBudget: If the next answer does not fit.
        """
        from reelwright.workflows.enhancing import enhance_for

        return await enhance_for(self._settings, film_id, str(shot), options, self._on_event)

    async def enhance_prompt(self, prompt: str, **options: Unpack[PromptOptions]) -> Enhancement:
        """The same for a prompt without a film; a film of the kind ``prompt`` pays.

        Raises:
            BadInput: If the prompt or an option is wrong.
            OverBudget: If the next answer does not fit.
        """
        from reelwright.workflows.enhancing import enhance_shot, order_of_prompt

        order = order_of_prompt(self._settings, _new_id(), prompt, options)
        self._desk.check(order.film.brief)
        return await enhance_shot(self._settings, order, self._on_event, keep_trace=options.get("keep_trace"))

    async def suggest(
        self, film_id: str, shot: str | int, scores: Iterable[Score | ScoreFailure], *, budget: Budget = None
    ) -> tuple[PromptChange, ...]:
        """Changes of a shot's prompts that should mend low scores; ``decide_changes`` accepts or rejects them.

        The film pays, as for ``enhance``; what could not be measured asks for nothing.

        Raises:
            ProviderError: If the writer fails; nothing stands in for it.
        """
        from reelwright.workflows.enhancing import suggest_for

        cap = cap_of(budget)
        return await suggest_for(self._settings, film_id, str(shot), tuple(scores), cap, self._on_event)

    async def decide_changes(self, film_id: str, ids: Iterable[str], *, accepts: bool) -> tuple[PromptChange, ...]:
        """Accepts or rejects changes of a film's prompts; see ``Desk.decide_changes``."""
        return await asyncio.to_thread(self._desk.decide_changes, film_id, tuple(ids), accepts=accepts)

    async def prompt_changes(self, film_id: str) -> tuple[PromptChange, ...]:
        """How a film's prompts evolved; see ``Desk.prompt_changes``."""
        return await asyncio.to_thread(self._desk.prompt_changes, film_id)

    async def publish(self, film_id: str) -> Publishing:
        """Suggests title, description, tags and the mood of the music; the film's own text model writes them.

        Raises:
            NotFound: If there is no such film.
            BadInput: If it has no shots yet.
            Conflict: If it is being made.
        """
        from reelwright.workflows.publish import publish_film

        _, made = await publish_film(self._settings, film_id, self._on_event)
        return made

    async def films(self) -> tuple[Film, ...]:
        """All films, the newest first."""
        return await asyncio.to_thread(self._desk.films)

    async def show(self, film_id: str) -> FilmReport:
        """What became of a film."""
        return await asyncio.to_thread(self._desk.show, film_id)

    async def find(self, film_id: str) -> Film:
        """The film itself."""
        return await asyncio.to_thread(self._desk.find, film_id)

    async def remove(self, film_id: str) -> Film:
        """Deletes a film with all media that nothing else uses; the output folder stays.

        Raises:
            NotFound: If there is no such film.
            Conflict: If a film is being made.
        """
        return await asyncio.to_thread(self._desk.remove, film_id)

    async def approve(self, film_id: str, *, note: str = "", by: str = "") -> Gate:
        """Lets a film go on that waits for a person; see ``Desk.approve``."""
        return await asyncio.to_thread(self._desk.approve, film_id, note=note, by=by)

    async def reject(self, film_id: str, *, note: str, by: str = "") -> Gate:
        """Keeps a film from going on as it is; see ``Desk.reject``."""
        return await asyncio.to_thread(self._desk.reject, film_id, note=note, by=by)

    async def cancel(self, film_id: str, *, by: str = "") -> Film:
        """Stops a film, whichever process makes it; see ``Desk.cancel``."""
        return await asyncio.to_thread(self._desk.cancel, film_id, by=by)

    async def follow(self, film_id: str, *, after: int = 0) -> AsyncGenerator[Event]:
        """The events of a film as they happen, whichever process makes it, until it ends or waits for a person.

        Args:
            film_id: Its id, or a start of it.
            after: The last event that is known already; a follower that comes back with it misses nothing and is told
                nothing twice.

        Raises:
            NotFound: If there is no such film.
        """
        from reelwright.workflows.following import follow_events

        async with aclosing(follow_events(self._settings, film_id, after)) as events:
            async for event in events:
                yield event

    async def estimate(self, prompt: str, **options: Unpack[MakeOptions]) -> Estimate:
        """What a film of this prompt would cost; nothing is begun. It takes what ``make`` takes.

        Raises:
            BadInput: If the prompt or an option is wrong.
        """
        return await asyncio.to_thread(self._desk.estimate, prompt, **options)

    async def estimate_list(self, shot_list: str | Path, *, until: Until = Until.FILM) -> Estimate:
        """What shooting a shot list would cost; see ``Desk.estimate_list``."""
        return await asyncio.to_thread(self._desk.estimate_list, shot_list, until=until)

    async def set_budget(self, film_id: str, budget: Budget) -> Film:
        """Changes what a film may cost in all, also while it is made; see ``Desk.set_budget``."""
        return await asyncio.to_thread(self._desk.set_budget, film_id, budget)

    def _budgeted(self, film: Film, until: Until, budget: Budget, shots: tuple[Shot, ...] | None = None) -> Film:
        """A new film with its estimate and its cap."""
        from reelwright.workflows.quote import budgeted, quote

        return budgeted(film, quote(self._settings, film.brief, until, shots), cap_of(budget))

    def _rebudgeted(self, film: Film, until: Until, budget: Budget) -> Film:
        """A film that goes on, with the budget that it then has written down."""
        going_on = self._desk.going_on(film, until, budget)
        if going_on != film:
            cap = "none" if going_on.cap_usd is None else going_on.cap_usd
            self._desk.set_budget(film.id, cap, estimate_usd=going_on.estimate_usd)
        return going_on

    async def _produce(self, film: Film, until: Until, out: str | Path | None, shots: Any = None) -> FilmReport:
        from reelwright.reporting import report_on
        from reelwright.workflows.run import produce

        started_s = time.monotonic()
        folder = await produce(self._settings, film, until, Path(out) if out else None, shots, self._on_event)
        with self._desk.look() as vault:
            report = report_on(vault, vault.films.film(film.id), elapsed_s=round(time.monotonic() - started_s, 2))
        return report.model_copy(update={"path": str(folder) if folder else None})


class BlockingStudio(Desk):
    """The studio's verbs for code that is not async."""

    def __init__(self, studio: Studio, settings: Settings) -> None:
        super().__init__(settings)
        self._studio = studio

    def make(self, prompt: str, **options: Unpack[MakeOptions]) -> FilmReport:
        """See ``Studio.make``."""
        return finish(self._studio.make(prompt, **options))

    def storyboard(self, story: str, **options: Unpack[BoardOptions]) -> FilmReport:
        """See ``Studio.storyboard``."""
        return finish(self._studio.storyboard(story, **options))

    def film(
        self,
        shot_list: str | Path,
        *,
        out: str | Path | None = None,
        until: Until = Until.FILM,
        budget: Budget = None,
        pause_after: PauseAfter = None,
    ) -> FilmReport:
        """See ``Studio.film``."""
        return finish(self._studio.film(shot_list, out=out, until=until, budget=budget, pause_after=pause_after))

    def enhance(self, film_id: str, shot: str | int, **options: Unpack[EnhanceOptions]) -> Enhancement:
        """See ``Studio.enhance``."""
        return finish(self._studio.enhance(film_id, shot, **options))

    def suggest(
        self, film_id: str, shot: str | int, scores: Iterable[Score | ScoreFailure], *, budget: Budget = None
    ) -> tuple[PromptChange, ...]:
        """See ``Studio.suggest``."""
        return finish(self._studio.suggest(film_id, shot, scores, budget=budget))

    def enhance_prompt(self, prompt: str, **options: Unpack[PromptOptions]) -> Enhancement:
        """See ``Studio.enhance_prompt``."""
        return finish(self._studio.enhance_prompt(prompt, **options))

    def retake(self, film_id: str, shot: str, *, out: str | Path | None = None) -> FilmReport:
        """See ``Studio.retake``."""
        return finish(self._studio.retake(film_id, shot, out=out))

    def publish(self, film_id: str) -> Publishing:
        """See ``Studio.publish``."""
        return finish(self._studio.publish(film_id))

    def rewrite(
        self, film_id: str, stage: str, *, note: str = "", budget: Budget = None, out: str | Path | None = None
    ) -> FilmReport:
        """See ``Studio.rewrite``."""
        return finish(self._studio.rewrite(film_id, stage, note=note, budget=budget, out=out))

    def resume(
        self,
        film_id: str | None = None,
        *,
        out: str | Path | None = None,
        budget: Budget = None,
        pause_after: PauseAfter = None,
    ) -> FilmReport:
        """See ``Studio.resume``."""
        return finish(self._studio.resume(film_id, out=out, budget=budget, pause_after=pause_after))


def _new_id() -> str:
    return uuid4().hex[:12]


__all__ = ["BlockingStudio", "Budget", "Check", "Cleaned", "Desk", "FilmReport", "MakeOptions", "Studio", "brief_of"]

"""The verbs that make nothing: look, decide, cancel, remove, clean, estimate, count costs, settle, doctor."""

import getpass
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from reelwright.briefing import (
    BoardOptions,
    Budget,
    MakeOptions,
    PromptOptions,
    board_brief_of,
    board_until,
    brief_of,
    cap_of,
    rounds_of,
    until_of,
)
from reelwright.errors import BadInput
from reelwright.film.board import Storyboard
from reelwright.film.brief import Brief
from reelwright.film.call import Call
from reelwright.film.costs import Costs, CostsBy
from reelwright.film.craft import PromptChange
from reelwright.film.estimate import Estimate
from reelwright.film.film import Film, FilmStatus, Gate, GateStage, Until
from reelwright.film.money import cap_for
from reelwright.film.offer import ModelOffer
from reelwright.film.report import Check, Cleaned, FilmReport
from reelwright.film.scenario import Scenario
from reelwright.ports import Voice
from reelwright.template_desk import TemplateDesk

if TYPE_CHECKING:
    from reelwright.crew import Vault

_MOST_DAYS = 36_500


class Desk(TemplateDesk):
    """The verbs that only look or tidy; they block, but not for long."""

    def films(self) -> tuple[Film, ...]:
        """All films, the newest first."""
        with self.look() as vault:
            return vault.films.films()

    def show(self, film_id: str) -> FilmReport:
        """What became of a film."""
        from reelwright.reporting import report_on

        with self.look() as vault:
            return report_on(vault, vault.films.film(film_id), elapsed_s=0.0)

    def scenario(self, film_id: str) -> Scenario:
        """A written scenario, or any film's shots as one.

        Raises:
            NotFound: If there is no such film.
        """
        from reelwright.reporting import scenario_of

        with self.look() as vault:
            return scenario_of(vault, vault.films.film(film_id))

    def estimate_publishing(self, film_id: str) -> Estimate:
        """What the texts to publish a film with would cost.

        Raises:
            NotFound: If there is no such film.
        """
        from reelwright.workflows.publish import quote_publishing

        return quote_publishing(self._settings, film_id)

    def find(self, film_id: str) -> Film:
        """The film itself."""
        with self.look() as vault:
            return vault.films.film(film_id)

    def remove(self, film_id: str) -> Film:
        """Deletes a film with all media that nothing else uses; the output folder stays.

        Raises:
            NotFound: If there is no such film.
            Conflict: If a film is being made.
            StorageError: If its media cannot be deleted; then the film is still there. If the disk or bucket fails only
                half way, ``clean`` deletes the rest.
        """
        from reelwright.crew import open_vault
        from reelwright.workflows.lock import studio_lock

        with studio_lock(self._settings.home, "remove"), open_vault(self._settings) as vault:
            film = vault.films.film(film_id)
            vault.media.probe()
            for sha256 in vault.films.remove_film(film.id):
                vault.media.remove(sha256)
            return film

    def approve(self, film_id: str, *, note: str = "", by: str = "") -> Gate:
        """Lets a film go on that waits for a person, also while nothing runs; ``resume`` or a worker continues it.

        Args:
            film_id: Its id, or a start of it.
            note: What to remember about it.
            by: Who decides; the user of this computer if empty.

        Raises:
            NotFound: If there is no such film.
            Conflict: If it does not wait, or somebody has decided already; says who and when.
        """
        return self._decide(film_id, approves=True, by=by, note=note)

    def reject(self, film_id: str, *, note: str, by: str = "") -> Gate:
        """Keeps a film from going on as it is. ``resume`` brings it to its gate again, with what was changed made anew.

        Args:
            film_id: Its id, or a start of it.
            note: What is wrong with it.
            by: Who decides; the user of this computer if empty.

        Raises:
            NotFound: If there is no such film.
            Conflict: If it does not wait, or somebody has decided already; says who and when.
        """
        return self._decide(film_id, approves=False, by=by, note=note)

    def _decide(self, film_id: str, *, approves: bool, by: str, note: str) -> Gate:
        from reelwright.crew import open_vault

        with open_vault(self._settings) as vault:
            film = vault.films.film(film_id)
            return vault.turns.decide(film.id, approves=approves, by=by or _user(), note=note)

    def go_on(self, film_id: str, pause_after: tuple[GateStage, ...] | None = None) -> Film:
        """Makes a film ready to go on, and says where it is to wait for a person, unless that is None.

        Raises:
            NotFound: If there is no such film.
            Conflict: If it waits for a person now.
        """
        from reelwright.crew import open_vault

        with open_vault(self._settings) as vault:
            film = vault.turns.go_on(vault.films.film(film_id).id)
            if pause_after is not None and film.pause_after != pause_after:
                film = vault.films.change_film(film.id, pause_after=pause_after)
            return film

    def cancel(self, film_id: str, *, by: str = "") -> Film:
        """Stops a film, whichever process makes it: no further call of it begins, and what was bought is kept.

        Args:
            film_id: Its id, or a start of it.
            by: Who cancels; the user of this computer if empty.

        Raises:
            NotFound: If there is no such film.
            BadInput: If it is complete.
        """
        from reelwright.crew import open_vault

        with open_vault(self._settings) as vault:
            return vault.turns.cancel(vault.films.film(film_id).id, by or _user())

    def prompt_changes(self, film_id: str) -> tuple[PromptChange, ...]:
        """Every change that was proposed for a film's prompts, in order, with what was decided: how they evolved.

        Raises:
            NotFound: If there is no such film.
        """
        with self.look() as vault:
            return vault.prompts.changes(vault.films.film(film_id).id)

    def decide_changes(self, film_id: str, ids: Iterable[str], *, accepts: bool) -> tuple[PromptChange, ...]:
        """Accepts changes of a film's prompts, so that its next run makes what depends on them; or rejects them.

        Args:
            film_id: Its id, or a start of it.
            ids: The changes: ``c1``.
            accepts: Whether they are written into their shots.

        Raises:
            NotFound: If there is no such film or change.
            Conflict: If one is decided already, if its prompt has changed since, or while the film is being made.
        """
        from reelwright.crew import open_vault

        with open_vault(self._settings) as vault:
            return vault.prompts.decide(vault.films.film(film_id).id, ids, accepts=accepts)

    def acceptance(self, film_id: str | None = None) -> dict[str, dict[str, int]]:
        """How many changes of prompts were ``accepted``, ``rejected`` and left ``open``, by what they came from.

        Raises:
            NotFound: If there is no such film.
        """
        with self.look() as vault:
            return vault.prompts.acceptance(None if film_id is None else vault.films.film(film_id).id)

    def estimate_enhancing(self, film_id: str | None = None, **options: Unpack[PromptOptions]) -> Estimate:
        """What enhancing a prompt would cost, by a film's writers, or by others.

        Raises:
            NotFound: If there is no such film.
            BadInput: If a model does not exist.
        """
        from reelwright.workflows.enhancing import quote_enhancing

        writers = self.find(film_id).brief.models if film_id else options.get("models", self._settings.models)
        return quote_enhancing(self._settings, writers, rounds_of(options))

    def models(self) -> tuple[ModelOffer, ...]:
        """The models that can be chosen by name, what each costs and is good for, and whether its key is set."""
        from reelwright.providers.catalogue.offers import offers

        return offers(self._settings)

    def voices(self) -> tuple[Voice, ...]:
        """The voices of the chosen speech model."""
        from reelwright.crew import voices_of

        return voices_of(self._settings)

    def doctor(self) -> tuple[Check, ...]:
        """Whether everything that a film needs is in order."""
        from reelwright.doctor import examine
        from reelwright.workflows.rounds import examine_work

        found = examine(self._settings)
        if any(check.name == "database" and check.state == "blocked" for check in found):
            return found
        return (*found, *examine_work(self._settings))

    def clean(self, *, days: float | None = None, dry_run: bool = False, sure: bool = False) -> Cleaned:
        """Deletes what nothing needs any more; films, their media and their costs stay.

        Args:
            days: How long the engine's rows of a completed film are kept; as set if None.
            dry_run: Only tells what would be deleted.
            sure: Deletes also when most of the media belongs to no film here.

        Raises:
            BadInput: If the days are negative.
            Conflict: If most of the media would go; nothing was deleted.
            StorageError: If the database, the disk or the bucket fails.
        """
        from reelwright.workflows.cleaning import clean

        if days is not None and not 0 <= days <= _MOST_DAYS:
            raise BadInput(f"{days:g} days are no time to keep anything", hint=f"Write 0 to {_MOST_DAYS}.")
        return clean(self._settings, days=days, dry_run=dry_run, sure=sure)

    def look(self) -> "Vault":
        """The store, to read from."""
        from reelwright.crew import open_vault

        return open_vault(self._settings, read_only=True)

    def check(self, brief: Brief) -> None:
        """Refuses what could only fail later."""
        from reelwright.crew import check_models
        from reelwright.prompts.templates import template
        from reelwright.stages.refuse_brief import refuse_brief

        refuse_brief(brief.prompt)
        if brief.template is not None:
            template(brief.template, self._template_dir)
        check_models(brief, self._settings)
        if brief.music is not None:
            with self.look() as vault:
                if not vault.media.has(brief.music):
                    raise BadInput(
                        f"the film's own track {brief.music.sha256[:12]}... is not kept in this studio",
                        hint="Make the film with --music FILE here, or set `music` to null in the shot list.",
                    )

    def check_keys(self, brief: Brief) -> None:
        """Refuses to begin a film whose writers lack a key."""
        from reelwright.crew import check_keys

        check_keys(brief, self._settings)

    def estimate(self, prompt: str, **options: Unpack[MakeOptions]) -> Estimate:
        """What a film of this prompt would cost; nothing is begun.

        Raises:
            BadInput: If the prompt or an option is wrong.
        """
        from reelwright.workflows.quote import quote

        options.setdefault("models", self._settings.models)
        if options.pop("music", None) is not None:
            options["wants_music"] = False  # a track of one's own costs what silence does
        brief = brief_of(prompt, options)
        self.check(brief)
        return quote(self._settings, brief, until_of(options))

    def estimate_storyboard(self, story: str, **options: Unpack[BoardOptions]) -> Estimate:
        """What a storyboard of this story would cost; nothing is begun.

        Raises:
            BadInput: If the story or an option is wrong.
        """
        from reelwright.workflows.quote import quote

        options.setdefault("models", self._settings.models)
        brief = board_brief_of(story, options)
        self.check(brief)
        return quote(self._settings, brief, board_until(options))

    def board_goes_on_with(self, story: str, **options: Unpack[BoardOptions]) -> Film | None:
        """The storyboard that ``storyboard`` would continue, with its budget then; None for a new one."""
        if options.get("new"):
            return None
        options.setdefault("models", self._settings.models)
        until = board_until(options)
        film = self.film_like(board_brief_of(story, options), until)
        return film and self.going_on(film, until, options.get("budget"))

    def storyboard_of(self, film_id: str) -> Storyboard:
        """The panels of a storyboard in words.

        Raises:
            NotFound: If there is no such film.
            BadInput: If it is none, or not broken into panels yet.
        """
        from reelwright.workflows.deliver import kept_storyboard

        with self.look() as vault:
            return kept_storyboard(vault, film_id)

    def goes_on_with(self, prompt: str, **options: Unpack[MakeOptions]) -> Film | None:
        """The film that ``make`` would continue, with its budget then; None for a new one or a track of one's own."""
        if options.get("new") or options.get("music") is not None:
            return None
        options.setdefault("models", self._settings.models)
        until = until_of(options)
        film = self.film_like(brief_of(prompt, options), until)
        return film and self.going_on(film, until, options.get("budget"))

    def going_on(self, film: Film, until: Until, budget: Budget) -> Film:
        """A film that goes on, with the budget given, or with a new one when it goes further than was estimated."""
        from reelwright.workflows.quote import budgeted, quote

        cap = cap_of(budget)
        if cap is not None:
            return film.model_copy(update={"cap_usd": None if cap == "none" else cap})
        if goes_further(film, until) and film.cap_usd == cap_for(film.estimate_usd):
            return budgeted(film, quote(self._settings, film.brief, until), None)
        return film

    def film_like(self, brief: Brief, until: Until) -> Film | None:
        """An unfinished film of the same request, or a finished one that was not made as far."""
        with self.look() as vault:
            for film in vault.films.films(limit=1000):
                if film.brief.identity != brief.identity or film.supplied_shots:
                    continue
                if film.status is not FilmStatus.COMPLETED or goes_further(film, until):
                    return film
                return None
        return None

    def estimate_list(self, shot_list: str | Path, *, until: Until = Until.FILM) -> Estimate:
        """What shooting a shot list would cost; nothing is begun.

        Raises:
            BadInput: If the list is not readable; names the field.
        """
        from reelwright.workflows.quote import quote
        from reelwright.workflows.supplied import film_from_list

        film, shots = film_from_list(Path(shot_list), "estimate")
        self.check(film.brief)
        return quote(self._settings, film.brief, until, shots)

    def set_budget(self, film_id: str, budget: Budget, *, estimate_usd: Decimal | None = None) -> Film:
        """Changes what a film may cost in all, also while it is made.

        Args:
            film_id: The film.
            budget: US dollars, or ``"none"`` for no limit.
            estimate_usd: What it is expected to cost now, if that has changed too.

        Raises:
            NotFound: If there is no such film.
            BadInput: If it is no amount, or more than that is spent and set aside already.
        """
        from reelwright.crew import open_vault

        cap = cap_of(budget)
        with open_vault(self._settings) as vault:
            film = vault.films.film(film_id)
            if cap is not None:
                vault.books.set_cap(film.id, None if cap == "none" else cap, estimate_usd)
            return vault.films.film(film.id)

    def costs(
        self, film_id: str | None = None, *, by: CostsBy | str = CostsBy.FILM, since: date | None = None
    ) -> Costs:
        """What was spent and what is set aside; films that were removed are still in the books.

        Args:
            film_id: One film alone.
            by: What to add up by: ``film``, ``provider``, ``model``, ``step`` or ``day``.
            since: Only from this day of UTC on.

        Raises:
            NotFound: If no film and no charge has this id.
        """
        from reelwright.workflows.costs import add_up

        with self.look() as vault:
            cap = self._settings.daily_cap_usd
            return add_up(vault, by=CostsBy(by), film_id=film_id, since=since, daily_cap_usd=cap)

    def calls(self, film_id: str | None = None, *, only_open: bool = False) -> tuple[Call, ...]:
        """The paid calls, the oldest first; of one film, or only those that are under way or in doubt.

        Raises:
            NotFound: If there is no such film.
        """
        with self.look() as vault:
            found = vault.calls.open_calls() if only_open else vault.calls.paid_calls()
            if film_id is None:
                return found
            used = {call.key for call in vault.calls.used_by(vault.films.film(film_id).id)}
            return tuple(call for call in found if call.key in used)

    def settle(self, key: str, found: str) -> Call:
        """Says what became of a call in doubt; ``resume`` then goes on with its film.

        Args:
            key: The call's key, or a start of it.
            found: ``not-charged``, ``charged``, or the provider's id of the call.

        Raises:
            NotFound: If there is no such call.
            Conflict: If it is not in doubt.
        """
        from reelwright.crew import open_vault
        from reelwright.workflows.settle import settle_call

        with open_vault(self._settings) as vault:
            return settle_call(vault, key, found)


def goes_further(film: Film, until: Until) -> bool:
    """Whether a film would be made further than it was."""
    order = list(Until)
    return order.index(until) > order.index(film.until)


def _user() -> str:
    """Who uses this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user id without a name, as in containers
        return "somebody"

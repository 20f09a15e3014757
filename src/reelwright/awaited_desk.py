"""The desk's verbs about templates, storyboards, costs and what there is, to be awaited."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Unpack

from reelwright.briefing import BoardOptions
from reelwright.desk import Desk
from reelwright.film.board import Storyboard
from reelwright.film.call import Call
from reelwright.film.costs import Costs, CostsBy
from reelwright.film.estimate import Estimate
from reelwright.film.offer import ModelOffer
from reelwright.film.report import Check, Cleaned
from reelwright.film.story import StoryTemplate
from reelwright.film.template_file import TemplateFile, TemplatePreview
from reelwright.ports import Voice
from reelwright.settings import Settings


class AwaitedDesk:
    """Verbs that block on the desk, each in a thread of its own."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._desk = Desk(settings)

    async def templates(self) -> tuple[StoryTemplate, ...]:
        """The story templates, built-in ones and your own."""
        return await asyncio.to_thread(self._desk.templates)

    async def check_templates(self, named: str | Path | None = None) -> tuple[TemplateFile, ...]:
        """What is wrong with your own story templates; see ``Desk.check_templates``."""
        return await asyncio.to_thread(self._desk.check_templates, named)

    async def new_template(self, slug: str, source: str = "aida") -> Path:
        """Writes a story template of your own, to be changed; see ``Desk.new_template``."""
        return await asyncio.to_thread(self._desk.new_template, slug, source)

    async def preview_template(self, slug: str, duration_s: float = 15.0) -> TemplatePreview:
        """A story template with the shots that it makes; see ``Desk.preview_template``."""
        return await asyncio.to_thread(self._desk.preview_template, slug, duration_s)

    async def estimate_storyboard(self, story: str, **options: Unpack[BoardOptions]) -> Estimate:
        """What a storyboard would cost; nothing is begun. It takes what ``storyboard`` takes."""
        return await asyncio.to_thread(self._desk.estimate_storyboard, story, **options)

    async def storyboard_of(self, film_id: str) -> Storyboard:
        """The panels of a storyboard in words; see ``Desk.storyboard_of``."""
        return await asyncio.to_thread(self._desk.storyboard_of, film_id)

    async def voices(self) -> tuple[Voice, ...]:
        """The voices of the chosen speech model."""
        return await asyncio.to_thread(self._desk.voices)

    async def models(self) -> tuple[ModelOffer, ...]:
        """The models that can be chosen by name, what each costs and is good for, and whether its key is set."""
        return await asyncio.to_thread(self._desk.models)

    async def doctor(self) -> tuple[Check, ...]:
        """Whether everything that a film needs is in order."""
        return await asyncio.to_thread(self._desk.doctor)

    async def costs(
        self, film_id: str | None = None, *, by: CostsBy | str = CostsBy.FILM, since: date | None = None
    ) -> Costs:
        """What was spent and what is set aside; see ``Desk.costs``."""
        return await asyncio.to_thread(self._desk.costs, film_id, by=by, since=since)

    async def calls(self, film_id: str | None = None, *, only_open: bool = False) -> tuple[Call, ...]:
        """The paid calls, of one film or only the open ones; see ``Desk.calls``."""
        return await asyncio.to_thread(self._desk.calls, film_id, only_open=only_open)

    async def settle(self, key: str, found: str) -> Call:
        """Says what became of a call in doubt; see ``Desk.settle``."""
        return await asyncio.to_thread(self._desk.settle, key, found)

    async def clean(self, *, days: float | None = None, dry_run: bool = False, sure: bool = False) -> Cleaned:
        """Deletes what nothing needs any more; see ``Desk.clean``."""
        return await asyncio.to_thread(self._desk.clean, days=days, dry_run=dry_run, sure=sure)

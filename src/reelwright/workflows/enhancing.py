"""Enhancing a shot's prompt because a person asks for it: what it should cost, who pays, and the exchange itself."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

from reelwright.briefing import EnhanceOptions, MakeOptions, PromptOptions, brief_of, cap_of, rounds_of
from reelwright.crew import Vault, open_vault, writing_cards
from reelwright.errors import BadInput, Conflict
from reelwright.exports.trace import check_trace_folder, write_trace
from reelwright.film.brief import Brief, FilmKind, Models
from reelwright.film.craft import Enhancement, PromptChange
from reelwright.film.estimate import Estimate, EstimateLine
from reelwright.film.film import Event, Film, FilmStatus, Until
from reelwright.film.money import CostSource, cap_for
from reelwright.film.score import Score, ScoreFailure
from reelwright.film.shot import Angle, Camera, Framing, Prompts, Shot
from reelwright.film.story import Narrative, Story, Subject
from reelwright.ports import ModelCard
from reelwright.settings import Settings
from reelwright.stages.enhance_prompt import ENHANCE_TOKENS, JUDGE_TOKENS
from reelwright.stages.stage_shot import stage_shots
from reelwright.stages.suggest_changes import SUGGEST_TOKENS
from reelwright.stages.write_motion import MOTION_TOKENS
from reelwright.workflows.engine import Engine, Stage
from reelwright.workflows.enhance import enhance, suggest
from reelwright.workflows.house import House
from reelwright.workflows.lease import Lease
from reelwright.workflows.lock import studio_lock
from reelwright.workflows.pricing import price_of
from reelwright.workflows.quote import budgeted
from reelwright.workflows.retake import named_shot
from reelwright.workflows.scratch import clear_scratch

_TOKENS = {
    "enhance_prompt": ENHANCE_TOKENS,
    "judge_prompt": JUDGE_TOKENS,
    "write_motion": MOTION_TOKENS,
    "suggest_changes": SUGGEST_TOKENS,
}
Cap = Decimal | Literal["none"] | None
Listener = Callable[[Event], None] | None


@dataclass(frozen=True)
class EnhancingOrder:
    """What a person asks for."""

    film: Film
    shot_name: str
    """The shot's number, slate or id."""
    max_rounds: int
    cap: Cap = None
    """What the film may cost in all from now on; None lets the enhancement come on top of what it may cost."""
    new_shots: tuple[Shot, ...] | None = None
    """The shots of a film that is not kept yet."""


def quote_enhancing(settings: Settings, models: Models, max_rounds: int) -> Estimate:
    """What an enhancement should cost: one round at the least, every round at the most.

    Raises:
        BadInput: If a model does not exist.
    """
    cards = writing_cards(settings, models)
    counts = {"enhance_prompt": (1, max_rounds), "judge_prompt": (2, max_rounds + 1), "write_motion": (1, 1)}
    lines = [_line(cards[task], task, *numbers) for task, numbers in counts.items() if cards[task].is_paid]
    unpriced = {
        card.name for card in map(cards.__getitem__, counts) if card.is_paid and _usd(card, "judge_prompt") is None
    }
    return Estimate(lines=tuple(lines), unpriced=tuple(sorted(unpriced)))


def _usd(card: ModelCard, task: str) -> Decimal | None:
    asked, answered = _TOKENS[task]
    price = price_of(card, {"input_tokens": float(asked), "output_tokens": float(answered), "calls": 1.0})
    return None if price.source is CostSource.UNKNOWN else price.cost_usd


def _line(card: ModelCard, task: str, low: int, high: int) -> EstimateLine:
    each = _usd(card, task) or Decimal(0)
    return EstimateLine(
        step=task.replace("_", " "),
        modality="text",
        model=card.name,
        low_calls=low,
        high_calls=high,
        low_usd=each * low,
        high_usd=each * high,
    )


async def enhance_for(
    settings: Settings, film_id: str, shot_name: str, options: EnhanceOptions, listen: Listener = None
) -> Enhancement:
    """The exchange over a prompt of a film, accepted if the options say so; raises what ``enhance_shot`` does."""
    film, shot = await asyncio.to_thread(known_film, settings, film_id, shot_name)
    order = EnhancingOrder(film, shot.id, rounds_of(options), cap_of(options.get("budget")))
    made = await enhance_shot(settings, order, listen, keep_trace=options.get("keep_trace"))
    if not (options.get("accept") and made.changes):
        return made
    with open_vault(settings) as vault:
        changes = vault.prompts.decide(film.id, [change.id for change in made.changes], accepts=True)
    return made.model_copy(update={"changes": changes})


async def enhance_shot(
    settings: Settings, order: EnhancingOrder, listen: Listener = None, *, keep_trace: str | Path | None = None
) -> Enhancement:
    """The exchange over a shot's prompt, paid by its film, which afterwards stands where it stood.

    Args:
        settings: Where it is kept.
        order: What is asked for.
        listen: Told every event.
        keep_trace: Folder for the exchange as files.

    Raises:
        BadInput: If that folder holds anything else.
        NotFound: If there is no such film or shot.
        Conflict: If the film, or on one computer any film, is being made.
        OverBudget: If the next answer does not fit the film's budget or the day's.
        OutcomeUnknown: If an answer may have been paid, and only a person can find out.
    """
    price = quote_enhancing(settings, order.film.brief.models, order.max_rounds)
    if keep_trace is not None:
        check_trace_folder(Path(keep_trace))
    wanted = {"id": uuid4().hex[:12], "max_rounds": order.max_rounds}
    made = Enhancement.model_validate(await _beside(settings, order, enhance, wanted, price, listen))
    if keep_trace is not None:
        write_trace(Path(keep_trace), made)
    return made


async def suggest_for(
    settings: Settings,
    film_id: str,
    shot_name: str,
    scores: Sequence[Score | ScoreFailure],
    cap: Cap = None,
    listen: Listener = None,
) -> tuple[PromptChange, ...]:
    """Changes that should mend a shot's low scores, kept open for a person; raises what ``enhance_shot`` does."""
    film, shot = await asyncio.to_thread(known_film, settings, film_id, shot_name)
    order = EnhancingOrder(film, shot.id, max_rounds=1, cap=cap)
    card = writing_cards(settings, order.film.brief.models)["suggest_changes"]
    price = Estimate(lines=(_line(card, "suggest_changes", 1, 2),) if card.is_paid else ())
    wanted = {"id": uuid4().hex[:12], "scores": [one.model_dump(mode="json") for one in scores]}
    found = await _beside(settings, order, suggest, wanted, price, listen)
    return tuple(PromptChange.model_validate(one) for one in found["changes"])


async def _beside(
    settings: Settings,
    order: EnhancingOrder,
    stage: Stage,
    wanted: dict[str, Any],
    price: Estimate,
    listen: Listener,
) -> Any:
    """The value of a stage beside a film's own making; the film then stands as it stood."""
    with ExitStack() as open_:
        if not settings.is_shared:
            open_.enter_context(studio_lock(settings.home, f"the prompts of film {order.film.id}"))
        clear_scratch(settings)
        lease = open_.enter_context(Lease(settings))
        house = open_.enter_context(House(settings, lease, listen))
        if order.new_shots is not None:
            house.vault.films.add_film(order.film, order.new_shots)
        film = house.vault.films.film(order.film.id)
        shot = named_shot(house.vault.films.shots(film.id), order.shot_name)
        _refuse_at_work(film, is_new=order.new_shots is not None)
        ending = _Ending(house, film, FilmStatus.FAILED if order.new_shots is not None else film.status)
        house.leases.claim(film.id, film.until)
        open_.callback(ending.stand)
        open_.enter_context(_Purse(house.vault, film, price, order))
        with Engine(house):
            name = f"{film.id}.{stage.name.partition(' ')[0]}.r{film.run}.{wanted['id']}"
            running = await stage.start(name, film.id, film.run, wanted | {"shot_id": shot.id})
            value = await running.result()
        if order.new_shots is not None:
            ending.status = FilmStatus.COMPLETED
        return value


@dataclass
class _Ending:
    """How the film stands afterwards: as it stood, unless a person has cancelled it meanwhile."""

    house: House
    film: Film
    status: FilmStatus

    def stand(self) -> None:
        """Gives the film back."""
        self.house.leases.give_back(self.film.id, self.status)
        self.house.vault.films.change_film(self.film.id, finished_at=self.film.finished_at or datetime.now(UTC))


class _Purse:
    """The film's budget while a prompt of it is enhanced: raised by its price, afterwards by what it cost."""

    def __init__(self, vault: Vault, film: Film, estimate: Estimate, order: EnhancingOrder) -> None:
        self._vault, self._film, self._estimate, self._order = vault, film, estimate, order
        self._spent_usd = Decimal(0)

    def __enter__(self) -> None:
        film, books, cap = self._film, self._vault.books, self._order.cap
        self._spent_usd = self._vault.cost_of(film.id)
        if cap is not None:
            books.set_cap(film.id, None if cap == "none" else cap)
        elif film.cap_usd is not None and self._order.new_shots is None:
            books.set_cap(film.id, film.cap_usd + cap_for(self._estimate.high_usd))

    def __exit__(self, *problem: object) -> None:
        film = self._film
        if self._order.cap is None and film.cap_usd is not None and self._order.new_shots is None:
            taken = self._vault.cost_of(film.id) - self._spent_usd + self._vault.books.reserved(film.id)
            self._vault.books.set_cap(film.id, film.cap_usd + taken)


def _refuse_at_work(film: Film, *, is_new: bool) -> None:
    if film.status in (FilmStatus.QUEUED, FilmStatus.PROCESSING) and not is_new:
        raise Conflict(f"the film {film.id}, {film.title!r}, is {film.status.value}", hint="Ask again when it is done.")


def known_film(settings: Settings, film_id: str, shot_name: str) -> tuple[Film, Shot]:
    """A film and one of its shots, before anything is begun.

    Raises:
        NotFound: If there is no such film or shot.
        Conflict: If the film is being made.
    """
    with open_vault(settings, read_only=True) as vault:
        film = vault.films.film(film_id)
        _refuse_at_work(film, is_new=False)
        return film, named_shot(vault.films.shots(film.id), shot_name)


def order_of_prompt(settings: Settings, film_id: str, prompt: str, options: PromptOptions) -> EnhancingOrder:
    """The order for a prompt without a film: a film of the kind ``prompt`` pays, whose one shot nobody makes.

    Raises:
        BadInput: If the prompt or an option is wrong.
    """
    words: MakeOptions = {"style": options.get("style", ""), "mood": options.get("mood", "")}
    words["models"] = options.get("models", settings.models)
    brief = brief_of(prompt, words).model_copy(update={"kind": FilmKind.PROMPT})
    rounds = rounds_of(options)
    film, shot = film_of_prompt(brief, options.get("subject", ""), film_id)
    film = budgeted(film, quote_enhancing(settings, brief.models, rounds), cap_of(options.get("budget")))
    return EnhancingOrder(film, shot.id, rounds, new_shots=(shot,))


def film_of_prompt(brief: Brief, subject: str, film_id: str) -> tuple[Film, Shot]:
    """The film that pays for a prompt without a film, and its one shot, which nobody makes.

    Args:
        brief: Its brief, whose prompt is enhanced.
        subject: A description in it that stays word for word; may be empty.
        film_id: Its id.

    Raises:
        BadInput: If the description does not stand in the prompt.
    """
    text = brief.prompt
    if subject and subject not in text:
        raise BadInput(
            f"--subject {subject[:60]!r} does not stand in the prompt word for word",
            hint="Copy it from the prompt as it is written there.",
        )
    size = next((one for one in sorted(Framing, key=len, reverse=True) if one.value in text.lower()), Framing.MEDIUM)
    angle = next((one for one in Angle if one.value.lower() in text.lower()), Angle.EYE_LEVEL)
    described = Subject(type="character" if subject else "none", character_description=subject)
    shot = Shot(
        id="prompt",
        number=1,
        frame_count=96,
        action_description=text,
        camera=Camera(framing=size, angle=angle),
        prompts=Prompts(image_prompt=text),
    )
    (staged,) = stage_shots((shot,), described, brief, setting="", template="")
    nothing = Narrative(logline="", setup="", development="", climax="", resolution="")
    story = Story(title=text[:60], narrative=nothing, subject=described, lines=()) if subject else None
    now = datetime.now(UTC)
    film = Film(id=film_id, brief=brief, story=story, until=Until.SHOTS, supplied_shots=True, created_at=now)
    return film, staged

"""``enhance``: the exchange of cinematographer and critic over a prompt, round by round, and what it changes."""

import asyncio
import sys
from typing import TYPE_CHECKING, Any, cast

from reelwright.cli.screen import Screen
from reelwright.errors import BadInput, Cancelled

if TYPE_CHECKING:
    from reelwright.briefing import EnhanceOptions, PromptOptions
    from reelwright.film.craft import Critique, Enhancement
    from reelwright.film.estimate import Estimate
    from reelwright.film.film import Event
    from reelwright.studio import Studio

_BY_PROMPT = ("subject", "style", "mood", "models")
"""Options that only a prompt without a film takes: a film has its own."""


def enhance(
    screen: Screen,
    film_id: str | None,
    shot: str | None,
    prompt: str | None,
    options: dict[str, Any],
    *,
    only_prices: bool,
    may_ask: bool,
) -> None:
    """Enhances a shot's prompt, or one without a film.

    Raises:
        BadInput: If neither or both are named.
    """
    given = {name: value for name, value in options.items() if value not in (None, False, {})}
    _check(film_id, shot, prompt, given)
    if "models" in given:
        from reelwright.briefing import chosen_models
        from reelwright.settings import load_settings

        given["models"] = chosen_models(load_settings().models, given["models"])
    estimate = _estimate(film_id, given)
    if only_prices:
        screen.result(estimate.model_dump(mode="json"), lambda: screen.say(_price(estimate)))
        return
    _tell(screen, estimate, may_ask=may_ask)

    async def work(studio: "Studio") -> "Enhancement":
        if prompt is not None:
            return await studio.enhance_prompt(prompt, **cast("PromptOptions", given))
        return await studio.enhance(film_id or "", shot or "", **cast("EnhanceOptions", given))

    from reelwright.studio import Studio

    def listen(event: "Event") -> None:
        if event.kind == "round" and not screen.as_json:
            name = f"round {event.body['number']}" if event.body["number"] else "the original"
            screen.note(f"{name}: {event.body['score']:g} of 100")
        elif event.kind == "warning":
            screen.note(f"note: {event.body['message']}")

    made = asyncio.run(work(Studio(on_event=listen)))

    def show() -> None:
        _show(screen, made, prompt is None)
        if not estimate.is_free:
            _show_cost(screen, made)

    screen.result(_value(made), show)


def _check(film_id: str | None, shot: str | None, prompt: str | None, given: dict[str, Any]) -> None:
    example = 'Write `reelwright enhance FILM_ID SHOT`, or `reelwright enhance --prompt "..."`.'
    if (prompt is None) == (film_id is None):
        raise BadInput("name a film and its shot, or give a prompt", hint=example)
    if film_id is not None and shot is None:
        raise BadInput(f"which shot of the film {film_id!r}?", hint=f"Write `reelwright enhance {film_id} 1`.")
    foreign = [name for name in _BY_PROMPT if name in given] if film_id else ["accept"] if "accept" in given else []
    if foreign:
        option = "--text-model" if foreign[0] == "models" else f"--{foreign[0]}"
        why = "the film has its own" if film_id else "there is no shot to write it into"
        raise BadInput(f"{option} does not go with {'a film' if film_id else '--prompt'}: {why}", hint=example)


def _estimate(film_id: str | None, given: dict[str, Any]) -> "Estimate":
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    return Desk(load_settings()).estimate_enhancing(film_id, **cast("PromptOptions", given))


def _price(estimate: "Estimate") -> str:
    from reelwright.film.money import dollars

    if estimate.is_free:
        return "This enhancement costs nothing."
    unknown = "".join(f" Nobody knows what {name} costs." for name in estimate.unpriced)
    return f"Enhancing is expected to cost {dollars(estimate.low_usd)} to {dollars(estimate.high_usd)}.{unknown}"


def _tell(screen: Screen, estimate: "Estimate", *, may_ask: bool) -> None:
    """Says the price, and asks before the first that costs."""
    if estimate.is_free:
        return
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    screen.note(_price(estimate))
    is_first = may_ask and not screen.as_json and sys.stdin.isatty()
    if is_first and Desk(load_settings()).costs().total.calls == 0:
        sys.stderr.write("It is the first that costs money. Go on? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            raise Cancelled("nothing was begun, and nothing spent")


def _show(screen: Screen, made: "Enhancement", of_film: bool) -> None:
    from reelwright.stages.word_diff import marked

    rows = [("original", *_row(made.original_critique))]
    rows += [(f"round {one.number}" + _mark(made, one.number), *_row(one.critique)) for one in made.rounds]
    screen.table(("", "SCORE", "WEAK"), rows)
    if made.fell_back:
        screen.say(f"It ended early: {made.fell_back}.")
    elif made.best is None:
        screen.say("No round is better than the original, which stays.")
    for change in made.changes if of_film else ():
        screen.say()
        screen.say(f"{change.field.value} ({change.reason})" + (f": {change.decision}" if change.decision else ""))
        screen.say(f"  {marked(change.old, change.new)}")
    if not of_film:
        screen.say()
        screen.say(made.final)
    elif made.changes and made.changes[0].decision is None:
        screen.say()
        screen.say("Nothing is changed yet: the same command with --accept writes it into the shot.")
    elif made.changes:
        screen.say(f"`reelwright resume {made.film_id}` makes what depends on it.")


def _show_cost(screen: Screen, made: "Enhancement") -> None:
    """What the film that pays has cost by now, and who wrote for it."""
    from reelwright.cli.shooting import cost_of, share_of
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    report = Desk(load_settings()).show(made.film_id)
    screen.say()
    screen.say(f"The film {made.film_id} has cost {cost_of(report)} so far:")
    for one in report.writers:
        screen.say(f"  {share_of(one)}")


def _mark(made: "Enhancement", number: int) -> str:
    return " (best)" if made.best and made.best.number == number else ""


def _row(critique: "Critique | None") -> tuple[str, str]:
    if critique is None:
        return "", "nobody judged it"
    weak = "; ".join(f"{mark.criterion.value}: {mark.weak}" for mark in critique.weak)
    return f"{critique.score:g}", weak or "nothing"


def _value(made: "Enhancement") -> dict[str, Any]:
    """For a program: the exchange, with what follows from it."""
    rounds = [one.model_dump(mode="json") | {"score": one.critique.score} for one in made.rounds]
    original = made.original_critique
    return made.model_dump(mode="json") | {
        "original_score": original.score if original else None,
        "rounds": rounds,
        "best_round": made.best.number if made.best else 0,
        "final": made.final,
        "stopped_early": made.stopped_early,
    }

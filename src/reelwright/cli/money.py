"""``costs``, ``calls`` and ``calls settle``; and the price of a film before it is made."""

import re
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reelwright.cli.options import COSTS_BY, one_of
from reelwright.cli.progress import time_left
from reelwright.cli.screen import Screen
from reelwright.errors import BadInput, Cancelled

if TYPE_CHECKING:
    from reelwright.film.call import Call
    from reelwright.film.costs import CostLine, Costs
    from reelwright.film.estimate import Estimate
    from reelwright.film.film import Film
    from reelwright.studio import Desk

_MOST_CALLS = 100
"""Calls that a person is shown."""
_SOURCES = {"reported": "reported by providers", "computed": "counted", "estimate": "estimated"}


def _desk() -> "Desk":
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    return Desk(load_settings())


def show_price(screen: Screen, estimate_of: "Callable[[Desk], Estimate]", budget: str | None) -> None:
    """The estimate as the result of a command that does nothing else."""
    estimate = estimate_of(_desk())
    cap = _cap(estimate, budget)

    def show() -> None:
        if estimate.is_free:
            screen.say("This film costs nothing.")
            return
        rows = [
            (
                line.step,
                line.model,
                _range(str, line.low_calls, line.high_calls),
                "unknown" if line.model in estimate.unpriced else _usd(line.low_usd, line.high_usd),
            )
            for line in estimate.lines
        ]
        screen.table(("STEP", "MODEL", "CALLS", "COST"), rows)
        screen.say(_told(estimate, cap))
        for note in _notes(estimate):
            screen.say(note)

    value = estimate.model_dump(mode="json") | {
        "low_usd": float(estimate.low_usd),
        "high_usd": float(estimate.high_usd),
        "cap_usd": None if cap is None else float(cap),
    }
    screen.result(value, show)


def tell_price(
    screen: Screen,
    estimate_of: "Callable[[Desk], Estimate]",
    budget: str | None,
    *,
    may_ask: bool,
    known_of: "Callable[[Desk], Film | None]" = lambda desk: None,
) -> None:
    """Says what a film will cost before it is begun, and asks before the first paid one; of a free one says nothing.

    Args:
        screen: Where to say it.
        estimate_of: The estimate.
        budget: The budget that was given.
        may_ask: Whether a person at a terminal is asked.
        known_of: The film that goes on, if it is not a new one.

    Raises:
        Cancelled: If the person does not want it.
    """
    desk = _desk()
    estimate = estimate_of(desk)
    if estimate.is_free:
        return
    known = known_of(desk)
    spent = desk.show(known.id).cost_usd if known else Decimal(0)
    screen.note(_told(estimate, known.cap_usd if known else _cap(estimate, budget), spent))
    for note in _notes(estimate):
        screen.note(f"note: {note}")
    if may_ask and not screen.as_json and sys.stdin.isatty() and desk.costs().total.calls == 0:
        sys.stderr.write("It is the first that costs money. Make it? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            raise Cancelled("nothing was begun, and nothing spent")


def _told(estimate: "Estimate", cap: Decimal | None, spent: Decimal = Decimal(0)) -> str:
    from reelwright.film.money import dollars

    budget = "it has no budget." if cap is None else f"its budget is {dollars(cap)}."
    if cap is not None and cap < estimate.high_usd:
        budget += " It may stop there; `reelwright resume --budget USD` goes on."
    if estimate.unpriced:
        known = f", but for {_usd(estimate.low_usd, estimate.high_usd)} of it" if estimate.high_usd else ""
        return f"Nobody knows what the film will cost{known}{'; it has no budget' if cap is None else ''}."
    already = f", of which {dollars(spent)} is spent" if spent else ""
    return f"The film is expected to cost {_usd(estimate.low_usd, estimate.high_usd)}{already}; {budget}"


def _notes(estimate: "Estimate") -> tuple[str, ...]:
    unpriced = tuple(f"Nobody knows what {name} costs; it is not in the sum." for name in estimate.unpriced)
    return (*unpriced, *estimate.notes)


def _cap(estimate: "Estimate", budget: str | None) -> Decimal | None:
    from reelwright.briefing import cap_of
    from reelwright.film.money import cap_for

    cap = cap_of(budget)
    return cap_for(estimate.high_usd) if cap is None else None if cap == "none" else cap


def _usd(low: Decimal, high: Decimal) -> str:
    from reelwright.film.money import dollars

    return _range(dollars, low, high)


def _range(shown: Callable[[Any], str], low: Any, high: Any) -> str:
    return shown(high) if low == high else f"{shown(low)} to {shown(high)}"


def show_costs(screen: Screen, film_id: str | None, by: str, since: str | None) -> None:
    """What was spent and what is set aside."""
    costs = _desk().costs(film_id, by=one_of("--by", by, COSTS_BY, "film"), since=_day(since))
    screen.result(costs.model_dump(mode="json"), lambda: _show_costs(screen, costs))


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text.strip())
    except ValueError as problem:
        raise BadInput(f"--since {text!r} is no date", hint="Write it like `--since 2026-11-01`.") from problem


def _show_costs(screen: Screen, costs: "Costs") -> None:
    from reelwright.film.money import dollars

    if not costs.lines:
        screen.say("Nothing has been spent.")
        return
    by_film = costs.by == "film"
    names = ("FILM", "TITLE", "SPENT", "SET ASIDE", "EXPECTED", "BUDGET", "CALLS")
    rows = [_film_row(line) if by_film else _row(line) for line in costs.lines]
    screen.table(names if by_film else (costs.by.upper(), "SPENT", "SET ASIDE", "CALLS"), rows)
    total = costs.total
    screen.say(f"In all {dollars(total.spent_usd)} spent{_aside(total.reserved_usd)}, {total.calls} calls.")
    sources = [f"{dollars(amount)} {_SOURCES[source]}" for source, amount in total.by_source.items() if amount]
    if sources:
        screen.say(f"Where the figures come from: {', '.join(sources)}.")
    if total.unknown_calls:
        screen.say(f"{total.unknown_calls} calls took money that nobody can name; their providers' pages show it.")
    cap = "" if costs.daily_cap_usd is None else f" of {dollars(costs.daily_cap_usd)}"
    screen.say(f"Today (UTC): {dollars(costs.today_usd)}{cap}.")


def _film_row(line: "CostLine") -> tuple[str, ...]:
    from reelwright.film.money import dollars

    is_there = line.estimate_usd is not None
    expected = dollars(line.estimate_usd) if line.estimate_usd is not None else ""
    budget = "" if not is_there else "none" if line.cap_usd is None else dollars(line.cap_usd)
    title = line.title if is_there else "(removed)"
    return (line.name, title, dollars(line.spent_usd), dollars(line.reserved_usd), expected, budget, str(line.calls))


def _row(line: "CostLine") -> tuple[str, ...]:
    from reelwright.film.money import dollars

    return (line.name, dollars(line.spent_usd), dollars(line.reserved_usd), str(line.calls))


def _aside(reserved: Decimal) -> str:
    from reelwright.film.money import dollars

    return f" and {dollars(reserved)} set aside" if reserved else ""


def list_calls(screen: Screen, film_id: str | None, *, only_open: bool) -> None:
    """The paid calls."""
    calls = _desk().calls(film_id, only_open=only_open)
    screen.result({"calls": [_call(call) for call in calls]}, lambda: _show_calls(screen, calls, only_open))


def _show_calls(screen: Screen, calls: "tuple[Call, ...]", only_open: bool) -> None:
    if not calls:
        screen.say("No call is open." if only_open else "No call has cost anything.")
        return
    shown = calls[-_MOST_CALLS:]
    rows = [
        (
            call.key[:12],
            call.film_id or "(removed)",
            f"{call.provider}:{call.model}",
            call.state.value,
            _price(call),
            time_left(_age_s(call)),
            call.remote_id or "",
        )
        for call in shown
    ]
    screen.table(("CALL", "FILM", "MODEL", "STATE", "PRICE", "AGE", "AT THE PROVIDER"), rows)
    if len(shown) < len(calls):
        screen.say(
            f"{len(calls) - len(shown)} older calls are not shown; `reelwright calls --film FILM_ID` or --json does."
        )
    doubtful = [call for call in calls if call.state == "unknown"]
    if doubtful:
        screen.say(
            "Nobody can tell whether those that are unknown were accepted. Look at the provider's page, then"
            f" `reelwright calls settle {doubtful[0].key[:12]}` with --not-charged, --charged or --remote-id ID."
        )


def _price(call: "Call") -> str:
    from reelwright.film.call import RESERVING
    from reelwright.film.money import dollars

    if call.state in RESERVING:
        return f"{dollars(call.estimate_usd or Decimal(0))} set aside"
    if call.usage is None or call.usage.source == "free":
        return "nothing"
    return "unknown" if call.usage.source == "unknown" else f"{dollars(call.usage.cost_usd)} {call.usage.source}"


def _age_s(call: "Call") -> float:
    return max(0.0, (datetime.now(UTC) - call.intent_at).total_seconds())


def _call(call: "Call") -> dict[str, Any]:
    usage = call.usage
    return {
        "key": call.key,
        "film_id": call.film_id,
        "provider": call.provider,
        "model": call.model,
        "step": call.modality,
        "state": call.state.value,
        "cost_usd": None if usage is None else float(usage.cost_usd),
        "cost_source": None if usage is None else usage.source.value,
        "estimate_usd": None if call.estimate_usd is None else float(call.estimate_usd),
        "age_s": round(_age_s(call), 1),
        "remote_id": call.remote_id,
        "attempts": call.attempts,
        "begun_at": call.intent_at.isoformat(),
        "error": call.error,
    }


def settle(screen: Screen, key: str, *, not_charged: bool, charged: bool, remote_id: str | None) -> None:
    """Says what became of a call in doubt."""
    if not_charged + charged + (remote_id is not None) != 1:
        raise BadInput(
            "say one of --not-charged, --charged and --remote-id ID",
            hint="The provider's page of recent calls tells which: `reelwright calls --open` shows when it was sent.",
        )
    if not re.fullmatch(r"[0-9a-f]{6,64}", key):
        raise BadInput(f"{key!r} is no call's key", hint="`reelwright calls --open` lists those in doubt.")
    found = "not-charged" if not_charged else "charged" if charged else str(remote_id)
    call = _desk().settle(key, found)

    def show() -> None:
        screen.say(f"{call.provider}:{call.model} {call.key[:12]} is {call.state.value} now: {_price(call)}.")
        if call.film_id:
            screen.say(f"`reelwright resume {call.film_id}` goes on with its film.")

    screen.result(_call(call), show)

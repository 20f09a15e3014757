"""One row for each vendor and each thing that can happen: our error, its hint, and what it cost."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest
from tests.wire import KEYS, Case, Simulator, Vendor
from tests.wire.asking import GOOD, Answer, request
from tests.wire.shapes import error_of

from reelwright.errors import (
    Busy,
    InvalidRequest,
    Missing,
    OutcomeUnknown,
    PaymentRequired,
    ProviderError,
    RateLimited,
    Refused,
    ReplyUnreadable,
    TimedOut,
    Unauthorised,
)
from reelwright.film.money import CostSource
from reelwright.ports import TextModel, TextReply

VENDORS: tuple[Vendor, ...] = ("openrouter", "openai", "anthropic", "google", "local")
PAID: tuple[Vendor, ...] = tuple(vendor for vendor in VENDORS if vendor != "local")


@dataclass(frozen=True)
class Row:
    """What happens, and what comes of it. ``paid``: the vendor has charged, and the answer is kept with its price."""

    name: str
    vendor: Vendor
    case: Case
    error: type[ProviderError] | None
    said: str = ""
    hint: str = ""
    paid: bool = False


def _failing(vendor: Vendor, status: int, message: str = "no", **facts: object) -> Case:
    return Case(status=status, error=error_of(vendor, status, message, **facts))


def _common(vendor: Vendor) -> list[Row]:
    """What happens with every vendor."""
    unknown = TimedOut if vendor == "local" else OutcomeUnknown
    doubt = Busy if vendor == "local" else OutcomeUnknown
    rows = [
        Row("good", vendor, Case(GOOD), None, paid=True),
        Row("fenced", vendor, Case(f"Sure!\n```json\n{GOOD}\n```\nEnjoy."), None, paid=True),
        Row("trailing comma", vendor, Case(GOOD.replace("]", ",]")), None, paid=True),
        Row("more fields", vendor, Case(GOOD.replace("{", '{"mood": "x", ')), None, paid=True),
        Row("wrapped", vendor, Case(f'{{"film": {GOOD}}}'), None, paid=True),
        Row("no usage", vendor, Case(GOOD, end="silent"), None, paid=True),
        Row("prose", vendor, Case("I would call it Dawn."), ReplyUnreadable, "holds no JSON", paid=True),
        Row("wrong shape", vendor, Case('{"name": 3, "lines": []}'), ReplyUnreadable, "name: ", paid=True),
        Row("too long", vendor, Case(GOOD.replace("Dawn", "D" * 99)), ReplyUnreadable, "at most 40", paid=True),
        Row("missing field", vendor, Case('{"name": "Dawn"}'), ReplyUnreadable, "lines: Field required", paid=True),
        Row("nothing", vendor, Case(""), ReplyUnreadable, "empty", paid=True),
        Row("no choices", vendor, Case(GOOD, end="empty"), ReplyUnreadable, "empty", paid=True),
        Row("cut off", vendor, Case(GOOD[:30], end="cut"), ReplyUnreadable, "cut off", paid=True),
        Row("ends at the bound", vendor, Case(GOOD, end="cut"), None, paid=True),
        Row("refused", vendor, Case("I will not.", end="refused"), Refused, "refused", "Change the prompt", paid=True),
        Row("filtered", vendor, Case("", end="filtered"), Refused, "refused", "Change the prompt", paid=True),
        Row("400", vendor, _failing(vendor, 400, "bad field"), InvalidRequest, "bad field", "Nothing was charged"),
        Row("401", vendor, _failing(vendor, 401), Unauthorised, hint="_API_KEY"),
        Row("402", vendor, _failing(vendor, 402), PaymentRequired, hint="Add credit"),
        Row("403", vendor, _failing(vendor, 403), Unauthorised, hint="key"),
        Row("404", vendor, _failing(vendor, 404, "no such model"), Missing, "no such model", "model"),
        Row("422", vendor, _failing(vendor, 422), InvalidRequest),
        Row("429", vendor, _failing(vendor, 429), RateLimited),
        Row("500", vendor, _failing(vendor, 500), doubt),
        Row("500 after", vendor, Case(GOOD, status=500, error=error_of(vendor, 500, "x"), is_charged=True), doubt),
        Row("503", vendor, _failing(vendor, 503, "overloaded"), Busy, "overloaded"),
        Row("504", vendor, _failing(vendor, 504), doubt),
        Row("dropped before", vendor, Case(drop="before"), unknown),
        Row("dropped after", vendor, Case(GOOD, drop="after"), unknown),
        Row("cut reply", vendor, Case(GOOD, drop="cut"), unknown),
        Row("a page instead", vendor, Case(GOOD, drop="html"), unknown),
    ]
    return rows


def _hidden(name: str, kind: str, error: type[ProviderError], code: int, **more: object) -> Row:
    """A failure inside OpenRouter's success, which costs nothing."""
    body = error_of("openrouter", code, f"it says {kind}", error_type=kind, **more)["error"]
    return Row(f"200 with {name}", "openrouter", Case("", end="silent", error=body, cost_usd=Decimal(0)), error, kind)


def _openrouter(status: int, error: type[ProviderError], **facts: object) -> Row:
    case = _failing("openrouter", status, "no", **facts)
    return Row(f"{status} {'/'.join(map(str, facts.values()))}", "openrouter", case, error)


_BUDGET = {"limit_source": "openrouter_in_flight_budget"}
_CHOICE = error_of("openrouter", 502, "the host is gone", error_type="provider_unavailable")["error"]
_PAID_CHOICE = Case('{"name": "Da', end="error", error=_CHOICE, in_choice=True)

ROWS: list[Row] = [
    *[row for vendor in VENDORS for row in _common(vendor)],
    _hidden("overload", "provider_overloaded", Busy, 529),
    _hidden("a limit", "rate_limit_exceeded", RateLimited, 429),
    _hidden("a refusal", "refusal", Refused, 403),
    _hidden("a policy", "content_policy_violation", Refused, 400),
    _hidden("a long prompt", "context_length_exceeded", InvalidRequest, 400),
    _hidden("no credit", "payment_required", PaymentRequired, 402),
    _hidden("a failure", "server", Busy, 500),
    _hidden("a time-out", "timeout", Busy, 408),
    _hidden("something new", "unmapped", Busy, 500),
    Row("failed choice, charged", "openrouter", _PAID_CHOICE, ReplyUnreadable, "the host is gone", paid=True),
    Row(
        "failed choice, free",
        "openrouter",
        Case("", end="error", error=_CHOICE, in_choice=True, cost_usd=Decimal(0)),
        Busy,
        "the host is gone",
    ),
    _openrouter(402, RateLimited, **_BUDGET),
    _openrouter(403, Refused, reasons=["violence"]),
    _openrouter(413, InvalidRequest, error_type="payload_too_large"),
    _openrouter(408, TimedOut, error_type="timeout"),
    _openrouter(502, Busy, error_type="provider_unavailable"),
    _openrouter(502, OutcomeUnknown),
    _openrouter(524, OutcomeUnknown),
    _openrouter(529, Busy, error_type="provider_overloaded"),
    Row("no such slug", "openrouter", _failing("openrouter", 400, "x is not a valid model ID"), Missing, hint="models"),
    Row("no credit", "openai", _failing("openai", 429, code="insufficient_quota"), PaymentRequired, hint="Add credit"),
    Row("policy", "openai", _failing("openai", 400, code="content_policy_violation"), Refused),
    Row(
        "long prompt", "openai", _failing("openai", 400, code="context_length_exceeded"), InvalidRequest, hint="context"
    ),
    Row("529", "anthropic", _failing("anthropic", 529, "overloaded"), Busy, "overloaded"),
    Row("low balance", "anthropic", _failing("anthropic", 400, "Your credit balance is too low"), PaymentRequired),
    Row("long", "anthropic", _failing("anthropic", 400, "prompt is too long: 3 > 2"), InvalidRequest, hint="context"),
    Row("paused", "anthropic", Case(GOOD[:9], end="error"), ReplyUnreadable, "stopped", paid=True),
    Row("wrong key", "google", _failing("google", 400, "API key not valid."), Unauthorised, hint="GEMINI_API_KEY"),
    Row("long", "google", _failing("google", 400, "The token count exceeds the limit"), InvalidRequest, hint="context"),
    Row("broken", "google", Case(GOOD[:9], end="error"), ReplyUnreadable, "MALFORMED", paid=True),
    Row("a string", "local", Case(status=400, error={"error": "'response_format.type' is odd"}), None),
    Row("small context", "local", _failing("local", 400, "exceeds the context size"), InvalidRequest, hint="context"),
    Row("loading", "local", _failing("local", 503, "Loading model"), Busy, hint="wait"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.vendor}: {row.name}")
async def test_each_case_is_told_as_what_it_is(
    simulator: Simulator, opened: Callable[..., TextModel], row: Row
) -> None:
    simulator.plan.append(row.case)
    simulator.writer = lambda seen: GOOD
    model = opened(row.vendor)
    found: ProviderError | None
    reply: TextReply[Answer] | None = None
    try:
        reply = await model.write(request())
        found = reply.error
    except ProviderError as raised:
        found = raised
    assert type(found) is (row.error or type(None)), found
    if found is not None:
        assert row.said.lower() in found.message.lower()
        assert row.hint.lower() in found.hint.lower()
        assert KEYS[row.vendor] not in json.dumps(found.to_json()) + repr(found)
    assert (reply is not None) == (row.paid or row.error is None)
    if reply is not None:
        assert (reply.output is None) == (reply.error is not None)
        _check_books(simulator, reply, row)


def _check_books(simulator: Simulator, reply: TextReply[Answer], row: Row) -> None:
    charge = simulator.charges[-1]
    if row.case.end == "silent":
        assert not reply.usage.units
        return
    assert reply.usage.units == {"input_tokens": charge.input_tokens, "output_tokens": charge.output_tokens}
    if row.vendor == "openrouter":
        assert (reply.usage.source, reply.usage.cost_usd) == (CostSource.REPORTED, charge.cost_usd)


@pytest.mark.parametrize("vendor", PAID)
async def test_a_limit_says_when_to_come_back(
    simulator: Simulator, opened: Callable[..., TextModel], vendor: Vendor
) -> None:
    case = Case(status=429, error=error_of(vendor, 429, "slow down"), headers={"Retry-After": "7"})
    simulator.plan.append(case)
    with pytest.raises(RateLimited) as told:
        await opened(vendor).write(request())
    assert told.value.details["retry_after_s"] == 7


async def test_google_says_in_the_body_when_to_come_back(
    simulator: Simulator, opened: Callable[..., TextModel]
) -> None:
    simulator.plan.append(_failing("google", 429, details=[{"@type": "RetryInfo", "retryDelay": "34.5s"}]))
    with pytest.raises(RateLimited) as told:
        await opened("google").write(request())
    assert told.value.details["retry_after_s"] == 34.5


@pytest.mark.parametrize("vendor", PAID)
async def test_a_wrong_key_is_told_by_its_variable_and_never_shown(
    simulator: Simulator, opened: Callable[..., TextModel], vendor: Vendor
) -> None:
    wrong = "sk-wrong-canary"
    with pytest.raises(Unauthorised) as told:
        await opened(vendor, key=wrong).write(request())
    assert "Incorrect API key provided: (key)" in told.value.message
    assert wrong not in json.dumps(told.value.to_json()) + repr(told.value)
    assert "_API_KEY" in told.value.hint


async def test_a_model_without_forms_is_asked_in_words(simulator: Simulator, opened: Callable[..., TextModel]) -> None:
    turned_down = error_of("openrouter", 404, "No endpoints found that can handle the requested parameters.")
    simulator.plan += [Case(status=404, error=turned_down), Case(GOOD)]
    reply = await opened("openrouter").write(request())
    first, second = simulator.seen
    assert first.schema is not None
    assert second.schema is None
    assert '"lines"' in second.prompt
    assert reply.output is not None
    assert "in words" in reply.notes[0]
    assert len(simulator.charges) == 1


@pytest.mark.parametrize("vendor", VENDORS)
async def test_answers_are_bounded_with_room_to_think(
    simulator: Simulator, opened: Callable[..., TextModel], vendor: Vendor
) -> None:
    simulator.plan.append(Case(GOOD))
    await opened(vendor).write(request())
    names = {"openai": "max_completion_tokens", "google": "maxOutputTokens"}
    bound = f'"{names.get(vendor, "max_tokens")}": {400 if vendor == "local" else 4400}'
    assert bound in json.dumps(simulator.seen[-1].body)


async def test_what_is_sent_is_not_kept_by_hosts(simulator: Simulator, opened: Callable[..., TextModel]) -> None:
    simulator.writer = lambda seen: GOOD
    await opened("openrouter", "a/model").write(request())
    await opened("openrouter", "a/model:free").write(request())
    await opened("openai").write(request())
    paid, free, openai = (seen.body for seen in simulator.seen)
    assert paid["provider"] == {"data_collection": "deny", "require_parameters": True}
    assert free["provider"] == {"require_parameters": True}
    assert openai["store"] is False

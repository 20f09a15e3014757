"""Adds up the books: what was spent and set aside, by film, provider, model, step or day."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal

from reelwright.crew import Vault
from reelwright.errors import NotFound
from reelwright.film.call import RESERVING, Call, Charge
from reelwright.film.costs import CostLine, Costs, CostsBy
from reelwright.film.film import Film
from reelwright.film.money import CostSource

REMOVED = "removed film"


def add_up(
    vault: Vault,
    *,
    by: CostsBy,
    film_id: str | None = None,
    since: date | None = None,
    daily_cap_usd: Decimal | None = None,
) -> Costs:
    """The books; they outlive the films.

    Args:
        vault: What is kept.
        by: What to add up by.
        film_id: One film alone; the start of its id is enough, also when it has been removed.
        since: Charges from this day of UTC on, and what was set aside since then.
        daily_cap_usd: What the settings allow a day.

    Raises:
        NotFound: If no film and no charge has this id.
    """
    whole_id = film_id and _film_id(vault, film_id)
    charges, aside = vault.books.charges(whole_id, since), _aside(vault, whole_id, since)
    at = datetime.now(UTC)
    today = sum((charge.usage.cost_usd for charge in vault.books.charges(since=at.date())), vault.books.reserved())
    names = sorted({_name(by, one) for one in (*charges, *aside)})
    lines = [
        _line(
            name, [one for one in charges if _name(by, one) == name], [one for one in aside if _name(by, one) == name]
        )
        for name in names
    ]
    if by is CostsBy.FILM:
        films = {film.id: film for film in vault.films.films(limit=100_000)} if names else {}
        lines = [_of_film(line, films.get(line.name)) for line in lines]
    total = _line("total", charges, aside)
    return Costs(by=by, lines=tuple(lines), total=total, today_usd=today, daily_cap_usd=daily_cap_usd, at=at)


def _aside(vault: Vault, film_id: str | None, since: date | None) -> list[Call]:
    """The calls whose money is set aside."""
    return [
        call
        for call in vault.calls.open_calls()
        if call.state in RESERVING
        and (film_id is None or call.film_id == film_id)
        and (since is None or call.intent_at.date() >= since)
    ]


def _film_id(vault: Vault, film_id: str) -> str:
    try:
        return vault.films.film(film_id).id
    except NotFound:
        known = {charge.film_id for charge in vault.books.charges() if charge.film_id}
        found = [one for one in known if one.startswith(film_id)]
        if len(found) != 1 or len(film_id) < 4:
            raise
        return found[0]


def _name(by: CostsBy, one: Charge | Call) -> str:
    match by:
        case CostsBy.FILM:
            return one.film_id or REMOVED
        case CostsBy.PROVIDER:
            return one.provider
        case CostsBy.MODEL:
            return f"{one.provider}:{one.model}"
        case CostsBy.STEP:
            return one.modality
        case CostsBy.DAY:
            return f"{(one.at if isinstance(one, Charge) else one.intent_at).astimezone(UTC):%Y-%m-%d}"


def _line(name: str, charges: Iterable[Charge], aside: Iterable[Call]) -> CostLine:
    by_source: dict[CostSource, Decimal] = {}
    calls = unknown = 0
    for charge in charges:
        source = charge.usage.source
        calls += 1
        unknown += source is CostSource.UNKNOWN
        by_source[source] = by_source.get(source, Decimal(0)) + charge.usage.cost_usd
    return CostLine(
        name=name,
        calls=calls,
        spent_usd=sum(by_source.values(), Decimal(0)),
        reserved_usd=sum((call.estimate_usd or Decimal(0) for call in aside), Decimal(0)),
        by_source=by_source,
        unknown_calls=unknown,
    )


def _of_film(line: CostLine, film: Film | None) -> CostLine:
    if film is None:
        return line
    return line.model_copy(update={"title": film.title, "estimate_usd": film.estimate_usd, "cap_usd": film.cap_usd})

"""The books added up, budgets changed, and calls in doubt settled by a person."""

from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from reelwright.crew import Vault, open_vault
from reelwright.errors import BadInput, Conflict, NotFound, OverBudget
from reelwright.film.brief import Brief
from reelwright.film.call import CallEvent, CallState
from reelwright.film.costs import CostsBy
from reelwright.film.film import Film
from reelwright.film.money import CostSource, Usage
from reelwright.settings import load_settings
from reelwright.store.calls import Begun, Intent
from reelwright.store.charges import Caps
from reelwright.workflows.costs import add_up
from reelwright.workflows.settle import Verdict, settle_call


@pytest.fixture
def vault(address: str, tmp_path: Path) -> Generator[Vault]:
    where = address if "://" in address else ""
    with open_vault(load_settings(home=tmp_path / "home", database_url=where)) as opened:
        yield opened


def new_film(vault: Vault, film_id: str, cap_usd: str | None = None) -> Film:
    film = Film(
        id=film_id,
        brief=Brief(prompt=f"About {film_id}"),
        created_at=datetime.now(UTC),
        cap_usd=Decimal(cap_usd) if cap_usd else None,
    )
    vault.films.add_film(film)
    return film


def begin(vault: Vault, key: str, film_id: str, price: str = "0.10", cap_usd: Decimal | None = None) -> None:
    intent = Intent(
        key=key * 8,
        film_id=film_id,
        provider="far",
        model="still" if key < "m" else "clip",
        modality="image" if key < "m" else "video",
        request={},
        estimate_usd=Decimal(price),
        caps=Caps(film_usd=cap_usd),
    )
    begun = vault.calls.begin(intent)
    assert isinstance(begun, Begun)
    assert begun.is_mine


def pay(vault: Vault, key: str, film_id: str, price: str, source: CostSource = CostSource.REPORTED) -> None:
    begin(vault, key, film_id, price)
    vault.calls.move(key * 8, CallEvent.ACCEPTED, remote_id=f"job-{key}")
    vault.calls.move(key * 8, CallEvent.FINISHED, usage=Usage(cost_usd=Decimal(price), source=source), output=None)


def lose(vault: Vault, key: str, film_id: str, price: str = "0.10") -> None:
    begin(vault, key, film_id, price)
    vault.calls.move(key * 8, CallEvent.LOST)


def test_costs_add_up_by_anything(vault: Vault) -> None:
    new_film(vault, "film-one", "2.00")
    new_film(vault, "film-two")
    pay(vault, "a", "film-one", "0.10")
    pay(vault, "b", "film-one", "0.20", CostSource.COMPUTED)
    pay(vault, "v", "film-two", "0.30")
    begin(vault, "c", "film-two", "0.40")
    lines = {by: {line.name: line for line in add_up(vault, by=by).lines} for by in CostsBy}
    assert {name: line.spent_usd for name, line in lines[CostsBy.FILM].items()} == {
        "film-one": Decimal("0.30"),
        "film-two": Decimal("0.30"),
    }
    assert lines[CostsBy.FILM]["film-one"].cap_usd == Decimal("2.00")
    assert lines[CostsBy.FILM]["film-two"].reserved_usd == Decimal("0.40")
    assert lines[CostsBy.PROVIDER]["far"].calls == 3
    assert lines[CostsBy.MODEL]["far:clip"].spent_usd == Decimal("0.30")
    assert lines[CostsBy.STEP]["image"].reserved_usd == Decimal("0.40")
    assert lines[CostsBy.DAY][f"{datetime.now(UTC):%Y-%m-%d}"].spent_usd == Decimal("0.60")
    total = add_up(vault, by=CostsBy.STEP).total
    assert total.by_source == {CostSource.REPORTED: Decimal("0.40"), CostSource.COMPUTED: Decimal("0.20")}
    assert add_up(vault, by=CostsBy.FILM).today_usd == Decimal("1.00")


def test_costs_of_one_film_and_since_a_day(vault: Vault) -> None:
    new_film(vault, "film-one")
    pay(vault, "a", "film-one", "0.10")
    today = datetime.now(UTC).date()
    assert add_up(vault, by=CostsBy.FILM, film_id="film-o", since=today).total.spent_usd == Decimal("0.10")
    assert add_up(vault, by=CostsBy.FILM, since=today + timedelta(days=1)).lines == ()
    with pytest.raises(NotFound):
        add_up(vault, by=CostsBy.FILM, film_id="film-three")


def test_the_books_outlive_the_film(vault: Vault) -> None:
    new_film(vault, "film-one")
    pay(vault, "a", "film-one", "0.10")
    assert add_up(vault, by=CostsBy.FILM).lines[0].title == "About film-one"
    vault.films.remove_film("film-one")
    found = add_up(vault, by=CostsBy.FILM, film_id="film-one")
    assert (found.lines[0].title, found.total.spent_usd) == ("", Decimal("0.10"))


def test_what_nobody_can_name_is_counted_apart(vault: Vault) -> None:
    new_film(vault, "film-one")
    pay(vault, "a", "film-one", "0", CostSource.UNKNOWN)
    total = add_up(vault, by=CostsBy.FILM).total
    assert (total.spent_usd, total.calls, total.unknown_calls) == (Decimal(0), 1, 1)


def test_a_budget_below_what_is_taken_is_refused(vault: Vault) -> None:
    film = new_film(vault, "film-one", "1.00")
    pay(vault, "a", "film-one", "0.10")
    begin(vault, "b", "film-one", "0.20")
    with pytest.raises(BadInput, match=r"\$0.10 is spent and \$0.20 set aside") as told:
        vault.books.set_cap("film-one", Decimal("0.29"))
    assert "$0.30 or more" in told.value.hint
    assert vault.films.film("film-one") == film
    vault.books.set_cap("film-one", Decimal("0.30"))
    assert vault.films.film("film-one") == film.model_copy(update={"cap_usd": Decimal("0.30")})
    vault.books.set_cap("film-one", None)
    assert vault.films.film("film-one").cap_usd is None
    with pytest.raises(NotFound):
        vault.books.set_cap("film-two", None)


def test_calls_that_cost_are_listed(vault: Vault) -> None:
    new_film(vault, "film-one")
    pay(vault, "b", "film-one", "0.10")
    begin(vault, "a", "film-one")
    vault.calls.begin(Intent("f" * 8, "film-one", "builtin", "mixer", "cut", {}))
    assert [call.key for call in vault.calls.paid_calls()] == ["b" * 8, "a" * 8]


def test_over_budget_names_the_next_step_and_the_way_on(vault: Vault) -> None:
    new_film(vault, "film-one")
    pay(vault, "a", "film-one", "0.10")
    with pytest.raises(
        OverBudget, match=r"would cost \$0.125, and the film's budget is \$0.20: \$0.10 is spent"
    ) as told:
        begin(vault, "b", "film-one", "0.125", Decimal("0.20"))
    assert "`reelwright resume film-one --budget USD` goes on with $0.23 or more" in told.value.hint
    assert told.value.details["next_step_usd"] == "0.125"
    assert vault.calls.find("b" * 8) is None


def test_not_charged_gives_the_money_back(vault: Vault) -> None:
    new_film(vault, "film-one")
    lose(vault, "a", "film-one")
    assert vault.books.reserved("film-one") == Decimal("0.10")
    assert settle_call(vault, "aaaaaa", Verdict.NOT_CHARGED).state is CallState.FAILED
    assert vault.books.reserved() == 0
    assert vault.books.charges() == ()
    begin(vault, "a", "film-one")


def test_charged_goes_on_the_books_as_an_estimate(vault: Vault) -> None:
    new_film(vault, "film-one")
    lose(vault, "a", "film-one")
    settle_call(vault, "aaaaaaaa", "charged")
    (charge,) = vault.books.charges()
    assert (charge.usage.cost_usd, charge.usage.source) == (Decimal("0.10"), CostSource.ESTIMATE)
    assert vault.books.reserved() == 0


def test_a_providers_id_is_taken_once(vault: Vault) -> None:
    new_film(vault, "film-one")
    lose(vault, "a", "film-one")
    pay(vault, "b", "film-one", "0.10")
    with pytest.raises(BadInput, match="'job-b' at 'far' is another call"):
        settle_call(vault, "aaaaaaaa", "job-b")
    with pytest.raises(BadInput, match="empty"):
        settle_call(vault, "aaaaaaaa", " ")
    call = settle_call(vault, "aaaaaaaa", " job-a ")
    assert (call.state, call.remote_id) == (CallState.SUBMITTED, "job-a")


@pytest.mark.parametrize("found", ["charged", "not-charged", "job-9"])
def test_only_calls_in_doubt_are_settled(vault: Vault, found: str) -> None:
    new_film(vault, "film-one")
    begin(vault, "a", "film-one")
    pay(vault, "b", "film-one", "0.10")
    vault.calls.move("b" * 8, CallEvent.KEPT, reply={})
    for key in ("a" * 8, "b" * 8):
        before = vault.calls.get(key)
        with pytest.raises(Conflict, match="waits for a verdict") as told:
            settle_call(vault, key, found)
        assert told.value.hint
        assert vault.calls.get(key) == before
    with pytest.raises(NotFound):
        settle_call(vault, "cccccc", found)

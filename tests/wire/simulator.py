"""The server: each vendor under a path of its own, in a thread of the test, so that it outlives what a test kills."""

import asyncio
import json
import threading
from collections import deque
from collections.abc import Callable
from decimal import Decimal
from types import TracebackType
from typing import Self, cast, get_args

from tests.backlot.wire import Call, Drop, Outcome, Reply, listen, told
from tests.wire.said import Case, Charge, Seen, Vendor, tokens_of
from tests.wire.shapes import answer_of, error_of, misused, seen_of

KEYS: dict[Vendor, str] = {
    "openrouter": "sk-or-v1-canary0a1b2c3d",
    "openai": "sk-proj-canary4e5f6a7b",
    "anthropic": "sk-ant-canary8c9d0e1f",
    "google": "AIzaCanary2a3b4c5d6e",
    "local": "local-canary7f8a9b0c",
}
PRICES = (Decimal("0.000003"), Decimal("0.000015"))
"""US dollars a token, in and out, of every model whose price a test does not set."""
_SLOW_S = 30.0


def _nothing_to_say(seen: Seen) -> str:
    raise AssertionError(f"nobody wrote an answer to: {seen.prompt[:200]}")


class Simulator:
    """The vendors' servers. ``plan`` says what happens to the next requests, ``writer`` answers all others."""

    def __init__(self) -> None:
        self.plan: deque[Case] = deque()
        self.always: dict[Vendor, Case] = {}
        """What happens to every request to a vendor that nothing else is planned for."""
        self.writer: Callable[[Seen], str] = _nothing_to_say
        self.prices: dict[str, tuple[Decimal, Decimal]] = {}
        """By model."""
        self.factors: dict[str, tuple[float, float]] = {}
        """By model: tokens that it counts for each of ours, in and out; those it thinks in are in the second."""
        self.served: tuple[str, ...] = ("small-model",)
        """What the local server offers."""
        self.seen: list[Seen] = []
        self.charges: list[Charge] = []
        self.before: Callable[[Seen], None] = lambda seen: None
        """Told of each request before anything happens to it."""
        self.after: Callable[[Charge], None] = lambda charge: None
        """Told of each charge, before the answer leaves."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def address(self, vendor: Vendor) -> str:
        """The vendor's base address."""
        return f"http://127.0.0.1:{self.port}/{vendor}/v1"

    @property
    def spent_usd(self) -> Decimal:
        """All that was charged."""
        return sum((charge.cost_usd for charge in self.charges), Decimal(0))

    def environment(self, *vendors: Vendor) -> dict[str, str]:
        """Addresses and keys as a person sets them."""
        found: dict[str, str] = {}
        for vendor in vendors or cast(tuple[Vendor, ...], get_args(Vendor)):
            found[f"REELWRIGHT_{vendor.upper()}_BASE_URL"] = self.address(vendor)
            name = {"google": "GEMINI_API_KEY", "local": "REELWRIGHT_LOCAL_API_KEY"}.get(vendor)
            found[name or f"{vendor.upper()}_API_KEY"] = KEYS[vendor]
        return found

    def __enter__(self) -> Self:
        self._thread.start()
        opening = asyncio.run_coroutine_threadsafe(listen(self._answer, lambda: 5.0), self._loop)
        self._server, self.port = opening.result(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        asyncio.run_coroutine_threadsafe(self._hang_up(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _hang_up(self) -> None:
        self._server.close()
        talks = asyncio.all_tasks() - {cast("asyncio.Task[None]", asyncio.current_task())}
        for talk in talks:
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)
        await asyncio.sleep(0)  # their sockets close in the next round

    async def _answer(self, call: Call) -> Outcome:
        _, named, *rest = call.path.split("/", 3)
        vendor, path = cast(Vendor, named), "/" + (rest[1] if len(rest) > 1 else "")
        if not _knows(vendor, call):
            return told(error_of(vendor, 401, f"Incorrect API key provided: {_key_of(call)}"), 401)
        if call.method == "GET":
            return told({"object": "list", "data": [{"id": name, "object": "model"} for name in self.served]})
        seen = seen_of(vendor, path, json.loads(call.body), call.headers)
        self.seen.append(seen)
        self.before(seen)
        wrong = misused(seen)
        if wrong:
            return told(error_of(vendor, 400, wrong), 400)
        case = self.plan.popleft() if self.plan else self.always.get(vendor, Case())
        if case.drop == "before":
            return Drop(reset=True)
        if case.status != 200 and not case.is_charged:
            return _with(told(case.error, case.status), case)
        return await self._made(seen, case)

    async def _made(self, seen: Seen, case: Case) -> Outcome:
        """The model has run, and its price is on the books, whatever becomes of the reply."""
        text = self.writer(seen) if case.text is None else case.text
        schema = json.dumps(seen.schema) if seen.schema and seen.vendor in ("anthropic", "google") else ""
        factor_in, factor_out = self.factors.get(seen.model, (1.0, 1.0))
        asked = round((tokens_of(seen.prompt) + tokens_of(schema)) * factor_in)
        tokens = (asked, round(tokens_of(text) * factor_out))
        price_in, price_out = self.prices.get(seen.model, PRICES)
        cost = case.cost_usd if case.cost_usd is not None else tokens[0] * price_in + tokens[1] * price_out
        if seen.vendor == "local":
            cost = Decimal(0)
        charge = Charge(seen.vendor, seen.model, *tokens, cost)
        self.charges.append(charge)
        self.after(charge)
        body = json.dumps(answer_of(seen, case, text, tokens, cost)).encode()
        match case.drop:
            case "after":
                return Drop(reset=True)
            case "cut":
                return Reply(body=body, sent=len(body) // 2)
            case "html":
                return Reply(body=b"<html>gateway</html>", content_type="text/html")
            case "slow":
                await asyncio.sleep(_SLOW_S)
            case _:
                pass
        if case.status != 200:
            return _with(told(case.error, case.status), case)
        return Reply(body=body, headers=case.headers)


def _with(reply: Reply, case: Case) -> Reply:
    return Reply(reply.status, reply.body, headers=case.headers)


def _key_of(call: Call) -> str:
    return call.headers.get("x-goog-api-key") or call.bearer or ""


def _knows(vendor: Vendor, call: Call) -> bool:
    """Whether the request brought the vendor's key in the vendor's way, and no other vendor's."""
    given = call.headers.get("x-goog-api-key") if vendor == "google" else call.bearer
    return given == KEYS[vendor] and (vendor == "google") == ("authorization" not in call.headers)

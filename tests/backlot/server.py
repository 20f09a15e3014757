"""The server: two ports, the keys, the admin's desk and the clock. ``__main__`` runs it as a process."""

import asyncio
import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from pydantic import Field, TypeAdapter, ValidationError
from tests.backlot import doors, files
from tests.backlot.account import Account
from tests.backlot.floor import now
from tests.backlot.profile import Fault, Profile, Value
from tests.backlot.wire import Call, Drop, Outcome, Reply, failure, listen, told

_FAULTS = TypeAdapter(tuple[Fault, ...])
CRASHED = 70


class Opening(Value):
    """What the process is started with, as JSON in its only argument."""

    profile: Profile = Field(default_factory=Profile)
    books: Path | None = None
    """The file of charges, appended to; none is kept without it."""
    key: str = "backlot-key"
    secret: str = "backlot-secret"
    """The admin's key."""


class Addresses(Value):
    """What the process prints first, as one line of JSON."""

    url: str
    files_url: str
    pid: int


class Server:
    """The two ports and the account behind them."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._files_url = ""
        self._account: Account

    async def run(self) -> None:
        """Opens the ports, says where they are, and answers for ever."""
        asyncio.get_running_loop().set_exception_handler(_crash)
        _, port = await listen(self._answer, self._keep_alive_s)
        _, files_port = await listen(self._hand_over, self._keep_alive_s)
        self._files_url = f"http://127.0.0.1:{files_port}"
        self._account = self._fresh(self._opening.profile)
        addresses = Addresses(url=f"http://127.0.0.1:{port}", files_url=self._files_url, pid=os.getpid())
        sys.stdout.write(addresses.model_dump_json() + "\n")
        sys.stdout.flush()
        await self._keep_time()

    def _keep_alive_s(self) -> float:
        return self._account.profile.keep_alive_s

    def _fresh(self, profile: Profile) -> Account:
        return Account(profile, self._opening.books, self._files_url)

    async def _keep_time(self) -> None:
        """Ends jobs on time even if nobody asks, for webhooks and for calls that wait for their result."""
        while True:
            account = self._account
            account.news.clear()
            account.advance()
            end = account.floor.next_end
            try:
                async with asyncio.timeout(None if end is None else max(0.0, end - now())):
                    await account.news.wait()
            except TimeoutError:
                continue

    async def _answer(self, call: Call) -> Outcome:
        account = self._account
        if call.path.startswith("/_admin/"):
            return self._administer(call)
        if call.bearer != self._opening.key:
            account.keeper.counts["unauthorised"] += 1
            outcome: Outcome = failure(401, "unauthorized", "bring the key as a bearer token")
        else:
            outcome = await doors.answer(account, call)
        return _counted(account, outcome)

    async def _hand_over(self, call: Call) -> Outcome:
        account = self._account
        return _counted(account, await files.answer(account, call))

    def _administer(self, call: Call) -> Reply:
        if call.bearer != self._opening.secret:
            return failure(401, "unauthorized", "this desk has a key of its own")
        account = self._account
        try:
            match call.method, call.path.removeprefix("/_admin/"):
                case "GET", "books":
                    return Reply(body=account.books().model_dump_json().encode())
                case "POST", "profile":
                    account.set_profile(_changed(account.profile, call.body))
                    return Reply(body=account.profile.model_dump_json().encode())
                case "POST", "faults":
                    account.plan.faults = list(_FAULTS.validate_json(call.body))
                    return told({"faults": len(account.plan.faults)})
                case "POST", "reset":
                    profile = _changed(self._opening.profile, call.body)
                    account.close()
                    self._account = self._fresh(profile)
                    account.news.set()
                    return told({})
                case _:
                    return failure(404, "not_found", f"the desk does not answer {call.method} {call.path}")
        except ValidationError as problem:
            return failure(422, "invalid", str(problem))


def _changed(profile: Profile, body: bytes) -> Profile:
    changes: dict[str, Any] = json.loads(body or b"{}")
    return Profile.model_validate({**profile.model_dump(), **changes})


def _counted(account: Account, outcome: Outcome) -> Outcome:
    account.keeper.answers[0 if isinstance(outcome, Drop) else outcome.status] += 1
    return outcome


def _crash(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """A mistake in the server must not look like a provider's fault: it ends the process, loudly."""
    problem = context.get("exception")
    if isinstance(problem, ConnectionError):
        return
    sys.stderr.write(f"the backlot crashed: {context.get('message')}\n")
    if isinstance(problem, BaseException):
        traceback.print_exception(problem)
    sys.stderr.flush()
    os._exit(CRASHED)

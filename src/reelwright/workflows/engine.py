"""The door to the durable engine: start it, run a stage under a fixed id, record each step's outcome once.

Rules kept here, with the reasons in decision record 0002: values are JSON; the application version is ours and changes
only when the order of a workflow's steps changes; errors travel as data, since an exception that crosses the engine
comes back without its type; one process at a time owns a database file.
"""

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from typing import Any, ParamSpec, cast

from dbos import DBOS, DBOSConfig, SetWorkflowID, WorkflowStatus
from dbos._serialization import DBOSPortableJSONSerializer  # no public name in 3.4
from sqlalchemy import text

from reelwright.errors import ConfigurationError, ErrorJson, ReelwrightError, from_json
from reelwright.store.database import STANDSTILL_S
from reelwright.store.faults import database_faults
from reelwright.workflows import old_sqlite
from reelwright.workflows.house import House
from reelwright.workflows.production import Production

APPLICATION_VERSION = "rw-3"
"""Raise the number when a workflow gains, loses or reorders steps, or when what a stage takes or a step gives changes
its form; unfinished films of the old number then restart the stage they are in, at no cost, because every call is found
in the ledger. ``tests/golden/workflows/`` holds the order that goes with the number."""

Json = dict[str, Any]
Parameters = ParamSpec("Parameters")
_ENDED_BADLY = {"ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"}
_UNDER_WAY = ("PENDING", "ENQUEUED", "DELAYED")
_QUEUE_POLL_S = 0.2
_house: House | None = None
_tasks: dict[asyncio.Task[Any], str] = {}
"""The stages that run, with their films."""


def house() -> House:
    """The house that this process's workflows work in."""
    if _house is None:
        raise ConfigurationError("the engine is not running", hint="Start it through `Studio`.")
    return _house


def production(film_id: str) -> Production:
    """What the steps of a film work with."""
    return house().production(film_id)


class Engine:
    """The engine while it runs, in the running event loop; a context manager."""

    def __init__(self, house: House) -> None:
        self._own = house
        self._loop = asyncio.get_running_loop()
        self._loops_own_threads: object = getattr(self._loop, "_default_executor", None)

    def __enter__(self) -> "Engine":
        global _house
        logging.getLogger("dbos").setLevel(logging.CRITICAL)  # what goes wrong there comes to us as an exception
        config = DBOSConfig(
            name="reelwright",
            system_database_url=self._own.settings.database,
            application_version=APPLICATION_VERSION,
            executor_id=self._own.owner,
            serializer=DBOSPortableJSONSerializer(),
            log_level="CRITICAL",
            sys_db_idle_transaction_timeout_sec=STANDSTILL_S,
            notification_listener_polling_interval_sec=0.05,
        )
        _house = self._own
        old_sqlite.teach()
        with _database_faults():
            DBOS(config=config)
            DBOS.listen_queues([self._own.owner])
            DBOS.launch()
            _aside(lambda: DBOS.register_queue(self._own.owner, polling_interval_sec=_QUEUE_POLL_S))
        return self

    def __exit__(self, *problem: object) -> None:
        global _house
        with suppress(Exception):  # the database may be what ended us; whoever clears up after the dead deletes it
            forget_queue(self._own.owner)
        DBOS.destroy(workflow_completion_timeout_sec=0)
        _house = None
        # The engine made its own pool, which has now ended, the default of the caller's loop: `to_thread` would fail.
        kept = self._loops_own_threads
        self._loop.set_default_executor(kept if isinstance(kept, ThreadPoolExecutor) else ThreadPoolExecutor())


def _database_faults() -> AbstractContextManager[None]:
    """The engine keeps its tables in our database: what goes wrong there is a person's disk or file, and said so."""
    database = house().vault.database
    return database_faults(database.name, database.path)


def _aside(work: Callable[[], object]) -> None:
    """Lets the engine's blocking door do something; it refuses to on a thread that runs an event loop."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(work).result()


def forget_queue(owner: str) -> None:
    """Deletes the queue of a process that works no more."""
    _aside(lambda: DBOS.delete_queue(owner))


def adopt(film_id: str) -> None:
    """Takes what other processes left unfinished of a film that is ours: it goes on here.

    Each process has a queue of its own, so that nobody runs what another one took; the engine's own door for resuming
    would do it to running work as well. One transaction makes sure that the film is ours, and changes only work whose
    executor is another: that one is dead, since two processes never hold one film.

    Raises:
        Conflict: If the film is another process's by now.
    """
    leases = house().leases
    with leases.holding(film_id) as connection:
        table = "dbos.workflow_status" if connection.dialect.name == "postgresql" else "workflow_status"
        connection.execute(
            text(
                f"UPDATE {table} SET status = 'ENQUEUED', queue_name = :own, owner_xid = NULL,"
                " started_at_epoch_ms = NULL, recovery_attempts = 0"
                " WHERE workflow_uuid LIKE :film AND ((status = 'PENDING' AND executor_id <> :own)"
                " OR (status = 'ENQUEUED' AND queue_name <> :own))"
            ),
            {"own": leases.own_id, "film": f"{film_id}.%"},
        )


def _failed(problem: Exception) -> Json:
    known: Exception = problem
    if type(problem).__module__.startswith(("sqlalchemy.", "sqlite3")):
        try:
            with _database_faults():
                raise problem
        except ReelwrightError as said:
            known = said
    return {"state": "failed", "error": ReelwrightError.wrap(known).to_json()}


def _value(outcome: Json) -> Any:
    """The value of an outcome; its error is raised with its type."""
    if outcome["state"] == "failed":
        raise from_json(cast(ErrorJson, outcome["error"]))
    return outcome["value"]


def _as_outcome(
    function: Callable[Parameters, Awaitable[Any]],
) -> Callable[Parameters, Coroutine[Any, Any, Json]]:
    @functools.wraps(function)
    async def guarded(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Json:
        try:
            return {"state": "done", "value": await function(*args, **kwargs)}
        except Exception as problem:  # the one place where any failure becomes data
            if type(problem).__module__.startswith("dbos."):
                raise  # the engine's own signals (cancelled, taken over) are not the film's failures
            return _failed(problem)

    return guarded


def _noted(
    function: Callable[Parameters, Coroutine[Any, Any, Json]],
) -> Callable[Parameters, Coroutine[Any, Any, Json]]:
    """Remembers the task of a stage while it runs."""

    @functools.wraps(function)
    async def noted(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Json:
        task = asyncio.current_task()
        assert task is not None, "a coroutine runs in a task"
        _tasks[task] = str(args[0])
        try:
            return await function(*args, **kwargs)
        finally:
            _tasks.pop(task)

    return noted


async def stop_stages(grace_s: float, film_id: str | None = None) -> None:
    """Ends all stages of this process, or of one film, where they stand, for another process or a later day.

    Requests that have left come to their end first, for as long as the grace lasts: what is paid must be written down.
    """
    stopped = [task for task, of_film in _tasks.items() if film_id in (None, of_film)]
    for task in stopped:
        task.cancel()
    if stopped:
        await asyncio.wait(stopped, timeout=grace_s)


def step(name: str) -> Callable[[Callable[Parameters, Awaitable[Any]]], Callable[Parameters, Awaitable[Any]]]:
    """Makes an async function with JSON arguments and result a step that is recorded once."""

    def wrap(function: Callable[Parameters, Awaitable[Any]]) -> Callable[Parameters, Awaitable[Any]]:
        recorded = DBOS.step(name=name)(_as_outcome(function))

        @functools.wraps(function)
        async def call(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Any:
            return _value(await recorded(*args, **kwargs))

        return call

    return wrap


class Stage:
    """A workflow that ends with an outcome as data, started under ids of our choosing."""

    def __init__(self, name: str, function: Callable[..., Awaitable[Any]]) -> None:
        self.name = name
        self._workflow = DBOS.workflow(name=name)(_noted(_as_outcome(function)))

    async def start(self, workflow_id: str, *arguments: Any) -> "Running":
        """Starts the stage, or attaches to it when it runs or has ended under that id."""
        with _database_faults(), SetWorkflowID(workflow_id):
            handle: Any = await DBOS.start_workflow_async(self._workflow, *arguments)
        return Running(handle)


class Running:
    """A started stage."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    async def result(self) -> Any:
        """The stage's value.

        Raises:
            ReelwrightError: The error the stage ended in, with its type.
        """
        with _database_faults():
            outcome = await self._handle.get_result(polling_interval_sec=0.1)
        return _value(outcome)


async def failure_of(running: Running) -> ReelwrightError | None:
    """Waits until it has ended; what it failed with, if it did."""
    try:
        await running.result()
    except ReelwrightError as problem:
        return problem
    return None


async def all_ended(stages: Sequence[Running]) -> None:
    """Waits until every one has ended: none goes on unseen beside the run that follows a failure.

    Raises:
        ReelwrightError: The first failure in the order given.
    """
    failures = [problem for running in stages if (problem := await failure_of(running)) is not None]
    if failures:
        raise failures[0]


def stage(name: str) -> Callable[[Callable[..., Awaitable[Any]]], Stage]:
    """Makes an async function with JSON arguments a stage."""
    return lambda function: Stage(name, function)


async def failed_runs(film_id: str) -> set[int]:
    """The runs of a film that cannot be continued: a stage, or a part of one, ended in a failure, or was begun by
    another version of the workflows.
    """
    with _database_faults():
        listed = await DBOS.list_workflows_async(workflow_id_prefix=f"{film_id}.", load_input=False)
    return {run_of(found.workflow_id) for found in listed if _cannot_go_on(found)}


async def leave_runs_before(film_id: str, run: int) -> None:
    """Cancels what earlier runs left unfinished, so that it does not go on beside this one."""
    with _database_faults():
        listed = await DBOS.list_workflows_async(
            workflow_id_prefix=f"{film_id}.", status=list(_UNDER_WAY), load_input=False, load_output=False
        )
        for found in listed:
            if run_of(found.workflow_id) < run:
                await DBOS.cancel_workflow_async(found.workflow_id)


def run_of(workflow_id: str) -> int:
    """The run in an id: 3 in ``film.stage.r3`` and in ``film.stage.r3.shot``."""
    return int(workflow_id.split(".")[2].removeprefix("r"))


def _cannot_go_on(found: WorkflowStatus) -> bool:
    if found.status in _ENDED_BADLY or (found.status in _UNDER_WAY and found.app_version != APPLICATION_VERSION):
        return True
    output: Any = found.output
    return isinstance(output, dict) and cast(Json, output).get("state") == "failed"


async def stop_film(film_id: str) -> None:
    """Cancels everything of a film that is under way."""
    with _database_faults():
        listed = await DBOS.list_workflows_async(
            workflow_id_prefix=f"{film_id}.", status=list(_UNDER_WAY), load_input=False, load_output=False
        )
        for found in listed:
            await DBOS.cancel_workflow_async(found.workflow_id)

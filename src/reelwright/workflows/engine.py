"""The door to the durable engine: start it, run a stage under a fixed id, record each step's outcome once.

Rules kept here, with the reasons in decision record 0004: values are JSON; the application version is ours and changes
only when the order of a workflow's steps changes; errors travel as data, since an exception that crosses the engine
comes back without its type; one process at a time owns a database file.
"""

import functools
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, ParamSpec, cast

from dbos import DBOS, DBOSConfig, SetWorkflowID
from dbos._serialization import DBOSPortableJSONSerializer  # no public name in 3.4

from reelwright.errors import ConfigurationError, ErrorJson, ReelwrightError, from_json
from reelwright.workflows.production import Production

APPLICATION_VERSION = "rw-1"
"""Raise the number when a workflow gains, loses or reorders steps; unfinished films of the old number then restart
the stage they are in, at no cost, because every call is found in the ledger."""

Json = dict[str, Any]
Parameters = ParamSpec("Parameters")
_ENDED_BADLY = {"ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"}
_bound: Production | None = None


def production() -> Production:
    """What this process's workflows work with."""
    if _bound is None:
        raise ConfigurationError("the engine is not running", hint="Start it through `Studio`.")
    return _bound


class Engine:
    """The engine while it runs; a context manager."""

    def __init__(self, production: Production, executor_id: str) -> None:
        self._production = production
        self._executor_id = executor_id

    def __enter__(self) -> "Engine":
        global _bound
        logging.getLogger("dbos").setLevel(logging.ERROR)
        config = DBOSConfig(
            name="reelwright",
            system_database_url=self._production.crew.database_url,
            application_version=APPLICATION_VERSION,
            executor_id=self._executor_id,
            serializer=DBOSPortableJSONSerializer(),
            log_level="ERROR",
            notification_listener_polling_interval_sec=0.05,
        )
        _bound = self._production
        DBOS(config=config)
        DBOS.launch()
        return self

    def __exit__(self, *problem: object) -> None:
        global _bound
        DBOS.destroy(workflow_completion_timeout_sec=0)
        _bound = None


def _failed(problem: BaseException) -> Json:
    return {"state": "failed", "error": ReelwrightError.wrap(problem).to_json()}


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
        self._workflow = DBOS.workflow(name=name)(_as_outcome(function))

    async def start(self, workflow_id: str, *arguments: Any) -> "Running":
        """Starts the stage, or attaches to it when it runs or has ended under that id."""
        with SetWorkflowID(workflow_id):
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
        return _value(await self._handle.get_result(polling_interval_sec=0.05))


async def all_ended(stages: Sequence[Running]) -> None:
    """Waits until every one has ended: none goes on unseen beside the run that follows a failure.

    Raises:
        ReelwrightError: The first failure in the order given.
    """
    failures: list[ReelwrightError] = []
    for running in stages:
        try:
            await running.result()
        except ReelwrightError as problem:
            failures.append(problem)
    if failures:
        raise failures[0]


def stage(name: str) -> Callable[[Callable[..., Awaitable[Any]]], Stage]:
    """Makes an async function with JSON arguments a stage."""
    return lambda function: Stage(name, function)


async def ended_badly(workflow_id: str) -> bool:
    """Whether a workflow ended in a way that it cannot be continued from under the same id."""
    status = await DBOS.get_workflow_status_async(workflow_id)
    return status is not None and status.status in _ENDED_BADLY

"""Gates as steps: the film's workflow ends at one; what continues after it is another workflow of the same run."""

from reelwright.film.film import Gate, GateStage
from reelwright.workflows.engine import house, production, step

_NEXT = {
    GateStage.STORY: "Is the story right?",
    GateStage.FRAMES: "Are the frames right?",
    GateStage.TAKES: "Are the takes right?",
}


@step("is to wait")
async def is_to_wait(film_id: str, stage: str) -> bool:
    """Whether a person wants to see the film after a stage, and has not approved it yet."""
    if GateStage(stage) not in production(film_id).film(film_id).pause_after:
        return False
    passed = {gate.stage for gate in house().vault.turns.gates(film_id) if gate.decision == "approved"}
    return GateStage(stage) not in passed


@step("open gate")
async def open_gate(film_id: str, stage: str) -> None:
    """Lets the film wait for a person; nothing keeps running for it."""
    at_work = house()
    event = at_work.vault.turns.wait(film_id, at_work.owner, GateStage(stage), _NEXT[GateStage(stage)])
    if event is not None:
        at_work.told(event)


async def wait_at(film_id: str, stage: GateStage) -> bool:
    """Lets the film wait after a stage if a person wants that; whether it waits."""
    waits = await is_to_wait(film_id, stage.value)
    if waits:
        await open_gate(film_id, stage.value)
    return waits


def last_passed(gates: tuple[Gate, ...]) -> str:
    """What tells the ids of a film's workflows apart: ``.after-frames`` once its frames were approved."""
    passed = [gate for gate in gates if gate.decision == "approved"]
    order = list(GateStage)
    return f".after-{max(passed, key=lambda gate: order.index(gate.stage)).stage.value}" if passed else ""

"""A scene description becomes a shot list, as a stage of its film."""

from reelwright.stages.plan_cards import plan_cards
from reelwright.stages.plan_cut import plan_cut
from reelwright.stages.stage_shot import stage_shots
from reelwright.stages.write_scenario import read_scenario, write_scenario_request
from reelwright.workflows.engine import production, stage, step
from reelwright.workflows.writing import written_or_built_in


@stage("scenario")
async def scenario(film_id: str, run: int) -> None:
    """Writes the shot list of a scene."""
    await write_scenario(film_id)


@step("write scenario")
async def write_scenario(film_id: str) -> int:
    """The shots with cast and prompts, staged, the cut planned; the number of shots."""
    at_work = production(film_id)
    brief = at_work.film(film_id).brief
    made = await written_or_built_in(
        film_id,
        "scenario",
        lambda complaint: write_scenario_request(brief, complaint=complaint),
        lambda output: read_scenario(output, brief),
    )
    story = made.story
    shots = stage_shots(made.shots, story.subject, brief, setting=story.setting, cast=made.cast)
    plan = plan_cut(shots, brief.rate).model_copy(update={"cards": plan_cards(story, shots, brief, "")})
    at_work.crew.vault.films.save_shots(film_id, shots)
    at_work.change(film_id, story=story, cast=made.cast, soundtrack_mood=made.soundtrack_mood, cut_plan=plan)
    at_work.reporter.notes(made.notes)
    at_work.reporter.piece_done("scenario", 1, f"{len(shots)} shots", reused=False)
    return len(shots)

"""Who is drawn and how: traits from the description, and company where the action speaks of it."""

from collections.abc import Sequence

from reelwright.film.brief import Brief
from reelwright.film.shot import Angle, Framing, Person, Shot
from reelwright.film.story import Character, Subject
from reelwright.stages.stage_acting import acting, line_side
from reelwright.stages.stage_cast import cast_in, described
from reelwright.stages.stage_company import TOGETHER, among, company_of
from reelwright.stages.stage_together import together


def people_in(
    shot: Shot, subject: Subject, brief: Brief, setting: str = "", cast: Sequence[Character] = ()
) -> tuple[Person, ...]:
    """The people in the picture: those of the cast whom the shot names, else the lead as described, with company where
    the action speaks of it.
    """
    if not shot.presence.character_visible:
        return ()
    named = [one for name in shot.characters for one in cast if one.name == name]
    if named:
        return together(cast_in(shot, named, cast, brief), shot)
    side = line_side(brief)
    lead = acting(described(subject.character_description), shot, side)
    others = company_of(shot, lead, brief, side, setting)
    if not others:
        return (_over_own_shoulder(lead, shot),)
    return together((among(lead, len(others), side, setting), *others), shot)


def _over_own_shoulder(lead: Person, shot: Shot) -> Person:
    """Alone in an over-the-shoulder shot, it is the lead's own shoulder that we look over."""
    is_over = shot.camera.angle is Angle.OVER_SHOULDER and shot.camera.framing in (*TOGETHER, Framing.MEDIUM_CLOSE)
    return lead.model_copy(update={"seen_from": "behind"}) if is_over else lead

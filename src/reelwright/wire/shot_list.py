"""The shot list: all that it takes to shoot a film again, written for people to edit, and read with care."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, cast

from pydantic import Field

from reelwright.errors import BadInput
from reelwright.film.base import Noun, derived_seed
from reelwright.film.brief import Brief
from reelwright.film.clock import frames_for, seconds
from reelwright.film.cut import CutPlan, Splice, SpliceKind, plain_cuts
from reelwright.film.shot import SHOTS_SCHEMA_VERSION, Shot
from reelwright.film.story import Character, ConsistencyMarkers, Story, Subject, TemplateChoice
from reelwright.wire.checking import HINT, Json, checked
from reelwright.wire.scenario_list import as_shot_list, is_scenario_list

_MAX_SHOT_S = 600


class SuppliedShots(Noun):
    """A shot list as it was read: what is needed to shoot the film again."""

    brief: Brief
    title: str
    template: str
    choice: TemplateChoice | None = None
    story: Story | None = None
    markers: ConsistencyMarkers | None = None
    cast: tuple[Character, ...] = ()
    soundtrack_mood: str = ""
    cut_plan: CutPlan | None = None
    shots: tuple[Shot, ...] = Field(min_length=1)

    @property
    def plan(self) -> CutPlan:
        """The splices and cards, fitted to the number of shots."""
        return self.cut_plan.fitted(len(self.shots)) if self.cut_plan else plain_cuts(len(self.shots))

    @property
    def subject(self) -> Subject:
        """Who and what it is about; nobody and nothing where the list has no story."""
        return self.story.subject if self.story else Subject(type="none")


def write_shot_list(
    brief: Brief,
    shots: Sequence[Shot],
    *,
    title: str = "",
    template: str = "",
    choice: TemplateChoice | None = None,
    story: Story | None = None,
    markers: ConsistencyMarkers | None = None,
    cut_plan: CutPlan | None = None,
    cast: Sequence[Character] = (),
    soundtrack_mood: str = "",
) -> Json:
    """``shots.json``: all it takes to shoot the film again, to be edited by hand and read by ``read_shot_list``."""
    return {
        "schema_version": SHOTS_SCHEMA_VERSION,
        "brief": brief.model_dump(mode="json"),
        "title": title or (story.title if story else ""),
        "template": template or (choice.selected_template if choice else ""),
        "choice": choice.model_dump(mode="json") if choice else None,
        "story": story.model_dump(mode="json") if story else None,
        "markers": markers.model_dump(mode="json") if markers else None,
        "cut_plan": cut_plan.model_dump(mode="json") if cut_plan else None,
        **({"cast": [one.model_dump(mode="json") for one in cast]} if cast else {}),
        **({"soundtrack_mood": soundtrack_mood} if soundtrack_mood else {}),
        "shots": [shot.model_dump(mode="json") for shot in shots],
    }


def read_shot_list(text: str) -> SuppliedShots:
    """A shot list, ours, a scenario list, or made by hand.

    A shot may give ``duration_s`` instead of ``frame_count``; a missing ``id`` gets a new stable one; numbers follow
    the order; of the rest only ``brief.prompt`` (or ``prompt``) and one shot with an action are needed.

    Raises:
        BadInput: If it does not parse; names the field and what is allowed.
    """
    whole = _parsed(text)
    version = whole.pop("schema_version", SHOTS_SCHEMA_VERSION)
    if version != SHOTS_SCHEMA_VERSION:
        raise BadInput(
            f"shot list, field 'schema_version': {version!r}; allowed is {SHOTS_SCHEMA_VERSION}",
            hint="It was written by another version of Reelwright; `reelwright --version` shows this one.",
        )
    if is_scenario_list(whole):
        whole = as_shot_list(whole)
    whole["brief"] = _brief(whole)
    brief = checked(Brief, whole["brief"], "brief")
    whole["shots"] = _shots(whole.get("shots"), brief)
    whole.setdefault("title", brief.prompt[:60])
    whole.setdefault("template", "")
    read = checked(SuppliedShots, whole | {"brief": brief}, "")
    _check_splices(read)
    _check_cards(read)
    _check_lines(read)
    return read


def _check_splices(read: SuppliedShots) -> None:
    """Refuses splices that the shots do not hold, before anything is made for them."""
    plan, last = read.plan, len(read.shots)
    for at in (0, last):
        if plan.splices[at].kind is SpliceKind.DISSOLVE:
            raise BadInput(
                f"shot list, field 'cut_plan.splices.{at}': a film cannot {'end' if at else 'begin'} with a dissolve",
                hint=f"Write 'fade {'out' if at else 'in'}' or 'cut' there.",
            )
    for index, shot in enumerate(read.shots):
        head, tail = plan.used_frames(index)
        if head + tail <= shot.frame_count:
            continue
        ends = ((index, head), (index + 1, tail))
        said = [_splice_said(plan.splices[at], at, last, used) for at, used in ends if used]
        raise BadInput(
            f"shot list, field 'cut_plan.splices.{index if head else index + 1}': shot {shot.number} has "
            f"{shot.frame_count} frames, but {' and '.join(said)} of it",
            hint=f"Shorten the splices to {shot.frame_count} of its frames together, or lengthen shot {shot.number}.",
        )


def _splice_said(splice: Splice, at: int, last: int, used: int) -> str:
    where = "that opens the film" if at == 0 else "that closes it" if at == last else f"from shot {at} to shot {at + 1}"
    return f"the {splice.kind.value} {where} takes {used}"


_MOST_WORDS_PER_S, _MOST_SIGNS_PER_S = 6.0, 45.0
"""Nobody speaks faster than that; what is slower is settled by the recording."""


def _check_lines(read: SuppliedShots) -> None:
    """Refuses a line that no voice could speak within its shot, before it is recorded."""
    if not read.brief.wants_voice:
        return
    for shot in read.shots:
        text, length_s = shot.spoken, seconds(shot.frame_count, read.brief.rate)
        words = len(text.split())
        if words > 1 + _MOST_WORDS_PER_S * length_s or len(text) > 10 + _MOST_SIGNS_PER_S * length_s:
            where = "dialogue" if shot.dialogue else "voice_over.text"
            shown = text if len(text) <= 60 else text[:60] + "..."
            raise BadInput(
                f"shot list, field 'shots.{shot.number - 1}.{where}': {shown!r} has {words} words and "
                f"{len(text)} characters; no voice speaks them in the {length_s:.1f} s of shot {shot.number}",
                hint=f"About {max(1, int(2.2 * length_s))} words fit. Shorten the line, lengthen the shot, or set "
                "`brief.wants_voice` to false.",
            )


def _check_cards(read: SuppliedShots) -> None:
    """Refuses a card that could not be lettered: the second of its kind, or one that its shot does not hold."""
    cards = read.plan.cards
    for at, card in enumerate(cards):
        where = f"cut_plan.cards.{at}"
        if any(card.kind == other.kind for other in cards[:at]):
            raise BadInput(f"shot list, field '{where}.kind': there is a {card.kind} card already", hint=HINT)
        lead, shot = (card.lead_frames, read.shots[0]) if card.kind == "title" else (0, read.shots[-1])
        if lead + card.frame_count > shot.frame_count:
            after = f" after {lead}" if lead else ""
            raise BadInput(
                f"shot list, field '{where}.frame_count': {card.frame_count} frames{after} do not fit into the "
                f"{shot.frame_count} frames of shot {shot.number}",
                hint=f"Give it at most {max(1, shot.frame_count - lead)}, lengthen the shot, or remove the card.",
            )


def _parsed(text: str) -> Json:
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as problem:
        raise BadInput(f"the shot list is no JSON: {problem}", hint=HINT) from problem
    if isinstance(value, list):
        strange = next((at for at, shot in enumerate(cast(list[object], value)) if not isinstance(shot, dict)), None)
        if strange is not None:
            raise BadInput(f"shot list, field 'shots.{strange}': it must be an object", hint=HINT)
        return {"shots": value}
    if not isinstance(value, dict):
        raise BadInput(f"the shot list is {json.dumps(value)[:40]}; it must be an object with 'shots'", hint=HINT)
    return cast(Json, value)


def _brief(whole: Json) -> Json:
    given = whole.get("brief", {})
    if not isinstance(given, dict):
        raise BadInput(f"shot list, field 'brief': a {type(given).__name__}; it must be an object", hint=HINT)
    brief = cast(Json, given)
    prompt = whole.pop("prompt", None)
    return brief if "prompt" in brief or prompt is None else brief | {"prompt": prompt}


def _shots(given: object, brief: Brief) -> list[Json]:
    if not isinstance(given, list) or not given:
        raise BadInput("shot list, field 'shots': it must be a list of at least one shot", hint=HINT)
    shots = cast(list[object], given)
    completed = [_completed(shot, number, brief) for number, shot in enumerate(shots, start=1)]
    _check_ids(completed)
    return completed


def _completed(given: object, number: int, brief: Brief) -> Json:
    """A shot with its number, an id and whole frames."""
    where = f"shots.{number - 1}"
    if not isinstance(given, dict):
        raise BadInput(f"shot list, field {where!r}: a {type(given).__name__}; it must be an object", hint=HINT)
    shot = dict(cast(Json, given))
    duration = shot.pop("duration_s", None)
    if duration is not None or "frame_count" not in shot:
        frame_count = _frame_count(duration, where, brief.rate)
        if shot.setdefault("frame_count", frame_count) != frame_count:
            raise BadInput(
                f"shot list, field '{where}': frame_count {shot['frame_count']!r} and duration_s {duration!r} disagree",
                hint=f"At {brief.rate} frames per second {duration} s are {frame_count} frames. Keep one of the two.",
            )
    longest = frames_for(_MAX_SHOT_S, brief.rate)
    if isinstance(shot["frame_count"], int | float) and shot["frame_count"] > longest:
        raise BadInput(
            f"shot list, field '{where}.frame_count': {shot['frame_count']!r}; at most {longest} are allowed",
            hint=f"A shot lasts at most {_MAX_SHOT_S} s.",
        )
    if not shot.get("id"):
        words = [shot.get(name) for name in ("action_description", "story_beat", "scene_heading")]
        shot["id"] = f"s{derived_seed('supplied', number, *words):08x}"
    return shot | {"number": number}


def _frame_count(duration: object, where: str, rate: Fraction) -> int:
    if isinstance(duration, bool) or not isinstance(duration, int | float) or not 0 < duration <= _MAX_SHOT_S:
        raise BadInput(
            f"shot list, field '{where}.duration_s': {duration!r}; "
            f"allowed are seconds above 0 and up to {_MAX_SHOT_S}, or a 'frame_count' in its place",
            hint=HINT,
        )
    return max(1, frames_for(duration, rate))


def _check_ids(shots: Sequence[Mapping[str, Any]]) -> None:
    seen: set[object] = set()
    for index, shot in enumerate(shots):
        if str(shot["id"]) in seen:
            raise BadInput(f"shot list, field 'shots.{index}.id': {shot['id']!r} stands there twice", hint=HINT)
        seen.add(str(shot["id"]))

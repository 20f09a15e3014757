"""The built-in critic: counts what a picture prompt states, and judges nothing that it cannot find."""

import re
from collections.abc import Callable, Sequence

from reelwright.film.craft import SHARES, Criterion, Mark
from reelwright.film.crafting import CritiqueDraft, JudgePromptInputs
from reelwright.providers.builtin.writer.words import found, lexicon

_A_SLIP = 4
"""Points for each word of passing time or of praise."""


def judge(inputs: JudgePromptInputs) -> CritiqueDraft:
    """The marks; the subject's own descriptions are left out of what is read."""
    text = inputs.prompt
    for one in inputs.subject:
        text = text.replace(one, " ")
    return CritiqueDraft(marks=tuple(_mark(one, *_JUDGES[one](text)) for one in inputs.criteria if one in _JUDGES))


def _mark(criterion: Criterion, points: int, weak: str) -> Mark:
    return Mark(criterion=criterion, points=max(0, min(points, SHARES[criterion])), weak=weak)


def _camera(text: str) -> tuple[int, str]:
    return (10, "") if found(text, _words("camera", "body")) else (0, "no camera body is named")


def _lens(text: str) -> tuple[int, str]:
    data = lexicon("critic")["lens"]
    return _counted(
        (4, "the focal length", bool(re.search(data["focal"], text))),
        (3, "the make of the lens", bool(found(text, data["make"]))),
        (3, "the aperture", bool(re.search(data["aperture"], text))),
    )


def _light(text: str) -> tuple[int, str]:
    return _counted(
        (6, "a source in the place", _has(text, "light", "source")),
        (5, "where the light comes from", _has(text, "light", "direction")),
        (4, "whether the light is hard or soft", _has(text, "light", "quality")),
    )


def _composition(text: str) -> tuple[int, str]:
    return _counted(
        (5, "where in the frame the subject stands", _has(text, "composition", "placing")),
        (5, "what stands before and behind", _has(text, "composition", "depth")),
    )


def _colour(text: str) -> tuple[int, str]:
    return _counted(
        (5, "a film stock or colour science", _has(text, "colour", "stock")),
        (5, "the palette", _has(text, "colour", "palette")),
    )


def _instant(text: str) -> tuple[int, str]:
    return _without(text, _words("instant", "time"), Criterion.INSTANT, "time passes")


def _concrete(text: str) -> tuple[int, str]:
    return _without(text, _words("concrete", "empty"), Criterion.CONCRETE, "no lens sees")


def _agreement(text: str) -> tuple[int, str]:
    for one, other in lexicon("critic")["agreement"]["pairs"]:
        here, there = found(text, one), found(text, other)
        if here and there:
            return 0, f"{here[0]!r} and {there[0]!r} contradict each other"
    return SHARES[Criterion.AGREEMENT], ""


def _counted(*parts: tuple[int, str, bool]) -> tuple[int, str]:
    """The points of what is there, and what is missing in words."""
    missing = [name for _, name, is_there in parts if not is_there]
    return sum(points for points, _, is_there in parts if is_there), f"missing: {', '.join(missing)}" if missing else ""


def _without(text: str, words: Sequence[str], criterion: Criterion, said: str) -> tuple[int, str]:
    slips = list(dict.fromkeys(found(text, words)))
    named = ", ".join(repr(one) for one in slips[:4])
    return SHARES[criterion] - _A_SLIP * len(slips), f"{said}: {named}" if slips else ""


def _has(text: str, table: str, name: str) -> bool:
    return bool(found(text, _words(table, name)))


def _words(table: str, name: str) -> list[str]:
    return lexicon("critic")[table][name]


_JUDGES: dict[Criterion, Callable[[str], tuple[int, str]]] = {
    Criterion.CAMERA: _camera,
    Criterion.LENS: _lens,
    Criterion.LIGHT: _light,
    Criterion.COMPOSITION: _composition,
    Criterion.COLOUR: _colour,
    Criterion.INSTANT: _instant,
    Criterion.AGREEMENT: _agreement,
    Criterion.CONCRETE: _concrete,
}

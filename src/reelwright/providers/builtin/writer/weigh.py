"""Stage 0: weighing the evidence for each story template."""

import re

from reelwright.film.story import TemplateChoice
from reelwright.film.writing import ChooseTemplateInputs, TemplateSummary
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.words import found, lexicon

_NARRATIVE = {"heros-journey": 1.0, "emotional-arc": 1.1, "teaser-reveal": 0.2, "sensory-experience": 0.0}
_PRICE = re.compile(
    r"\d\s?% off|(?<!save )(?<!saves )[$€£]\s?\d|\d (?:euros|dollars|pounds|tenge)\b|half price", re.IGNORECASE
)


def choose(inputs: ChooseTemplateInputs) -> TemplateChoice:
    """The template with the strongest evidence, with the words that spoke for it."""
    reading = analyse(inputs.prompt)
    weights = {one.slug: _weight(one, inputs, reading) for one in inputs.templates}
    ranked = sorted(weights, key=lambda slug: -weights[slug][0])
    first, second = ranked[0], ranked[1] if len(ranked) > 1 else ranked[0]
    best, runner_up = weights[first][0], weights[second][0]
    chosen = next(one for one in inputs.templates if one.slug == first)
    return TemplateChoice(
        selected_template=first,
        confidence=round(min(0.97, 0.4 + 0.55 * (best - runner_up) / best), 2) if best > 0.7 else 0.35,
        reasoning=_reason(chosen, weights[first][1], reading),
        alternative_template=second,
        narrative_focus=reading.sign_off or (f"the path of {reading.hero}" if reading.is_story else reading.name),
        emotional_goal=f"leave the viewer {chosen.tone[0]}" if chosen.tone else "",
        product_type="" if reading.is_story else reading.noun_phrase,
        target_audience=reading.audience or ("everyone who likes a story" if reading.is_story else "adults 25 to 45"),
    )


def _weight(one: TemplateSummary, inputs: ChooseTemplateInputs, reading: Reading) -> tuple[float, list[str]]:
    """How much speaks for a template, and which words."""
    evidence: dict[str, float] = lexicon("evidence").get(one.slug, {})
    words = list(dict.fromkeys(found(_affirmed(inputs.prompt), evidence)))
    weight = sum(evidence[word] for word in words)
    weight += 1.5 * len(found(inputs.mood, [*evidence, *one.tone]))
    if one.slug not in lexicon("evidence"):
        # A user's own template has no word list: what it says it is best for speaks for it.
        own = found(
            inputs.prompt, [word for phrase in one.best_for for word in phrase.lower().split() if len(word) > 3]
        )
        words, weight = own, weight + 1.2 * len(own)
    if reading.is_story:
        # A story sells nothing: what speaks to buyers has no say in it.
        own = one.slug not in lexicon("evidence") or one.slug in _NARRATIVE
        return (weight + _NARRATIVE.get(one.slug, 0.0), words) if own else (0.0, [])
    if (
        one.slug == "social-proof"
        and reading.numbers
        and found(inputs.prompt, ("users", "members", "customers", "people"))
    ):
        weight += 2.0
    weight += sum(more for name, more in _signs(reading) if name == one.slug)
    return weight + reading.facts["templates"].get(one.slug, 0.0), words


def _affirmed(prompt: str) -> str:
    """The prompt without what it denies: ``rest is not a luxury`` speaks of no luxury."""
    return re.sub(
        r"\b(?:not|isn['’]t|nor|zero|no(?! more\b| hidden\b)) (?:an? |the )?\w+", " ", prompt, flags=re.IGNORECASE
    )


def _signs(reading: Reading) -> list[tuple[str, float]]:
    """What the reading itself says beside its words: prices, questions, a problem, a line without a product."""
    signs: list[tuple[str, float]] = []
    if _PRICE.search(reading.prompt):
        signs.append(("aida", 2.4))
    if reading.problem:
        signs.append(("problem-agitate-solve", 1.2))
    if reading.is_question and not reading.brand:
        signs.append(("problem-agitate-solve", 1.4))
    if reading.kind == "generic" and reading.sign_off and not reading.is_question:
        signs.append(("emotional-arc", 0.8))
    return signs


def _reason(chosen: TemplateSummary, words: list[str], reading: Reading) -> str:
    """One sentence a strategist could say."""
    said = " and ".join(f"“{word}”" for word in words[:3])
    subject = f"a story about {reading.hero}" if reading.is_story else reading.name
    best = ", ".join(chosen.best_for[:2])
    if said:
        return f"{said} in the brief call for {chosen.name}, which suits {best}."
    return f"Nothing in the brief points elsewhere: {chosen.name} suits {subject}, as it does {best}."

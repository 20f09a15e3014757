"""Stage 0: weighing the evidence for each story template."""

import re

from reelwright.film.story import TemplateChoice
from reelwright.film.writing import ChooseTemplateInputs, TemplateSummary
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.words import capitalised, found, lexicon

_NARRATIVE = {"heros-journey": 1.0, "emotional-arc": 1.1, "teaser-reveal": 0.2, "sensory-experience": 0.0}
"""What fits a story that sells nothing; what speaks to buyers has no say in it."""
_PRICE = re.compile(
    r"\d\s?% off|(?<!save )(?<!saves )[$€£]\s?\d|\d (?:euros|dollars|pounds|tenge)\b|half price", re.IGNORECASE
)
_MANY = re.compile(
    r"(?:\d{1,3}(?:[,. ]\d{3})+|\d{3,}|\d+ ?(?:M|k|K|million|thousand))\+? (?:[\w-]+ )?"
    r"(?:users|members|people|\w+(?:ers|ors|ists|ents|ants|ies)|parents|teams|fans|women|men|families|\w+s)\b"
)
_DENIED = re.compile(r"\b(?:not|isn['’]t|nor|zero|no(?! more\b| hidden\b)) (?:an? |the )?\w+", re.IGNORECASE)


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
    """How much speaks for a template, and what: words of the brief in quotes, else what was read in it."""
    if reading.is_story and one.slug in lexicon("evidence") and one.slug not in _NARRATIVE:
        return 0.0, []
    weight, words = _by_words(one, inputs)
    if reading.is_story:
        return weight + _NARRATIVE.get(one.slug, 0.0), words
    for slug, more, why in _signs(reading):
        if slug == one.slug:
            weight += more
            words.append(why)
    return weight + reading.facts["templates"].get(one.slug, 0.0), words


def _by_words(one: TemplateSummary, inputs: ChooseTemplateInputs) -> tuple[float, list[str]]:
    """The words of the brief and its mood; for a person's own template those of what it is best for."""
    lists = lexicon("evidence")
    own = {word: 1.2 for phrase in one.best_for for word in phrase.lower().split() if len(word) > 3}
    evidence: dict[str, float] = lists.get(one.slug, own)
    # What is denied is no evidence: "rest is not a luxury" speaks of no luxury.
    words = list(dict.fromkeys(found(_DENIED.sub(" ", inputs.prompt), evidence)))
    weight = sum(evidence[word] for word in words)
    weight += 1.5 * len(found(inputs.mood, [*evidence, *one.tone]))
    return weight, [f"“{word}”" for word in sorted(words, key=lambda word: -evidence[word])]


def _signs(reading: Reading) -> list[tuple[str, float, str]]:
    """What the reading says beside single words: slug, weight and how to say it."""
    signs: list[tuple[str, float, str]] = []
    if _MANY.search(reading.prompt):
        signs.append(("social-proof", 2.6, "the number of people"))
    if _PRICE.search(reading.prompt):
        signs.append(("aida", 2.4, "the price"))
    if reading.problem:
        signs.append(("problem-agitate-solve", 1.2, f"the problem, {reading.problem},"))
    if reading.is_question and not reading.brand:
        signs.append(("problem-agitate-solve", 1.4, "the question"))
    if reading.kind == "generic" and reading.sign_off and not reading.is_question:
        signs.append(("emotional-arc", 0.8, "the line"))
    return signs


def _reason(chosen: TemplateSummary, words: list[str], reading: Reading) -> str:
    """One sentence a strategist could say."""
    subject = f"a story about {reading.hero}" if reading.is_story else reading.name
    suits = f" for {subject}" if reading.is_story else f", which suits {', '.join(chosen.best_for[:2])}"
    if words:
        said = " and ".join(words[:3])
        verb = "call" if len(words[:3]) > 1 else "calls"
        return capitalised(f"{said} in the brief {verb} for {chosen.name}{suits}.")
    return f"Nothing in the brief points elsewhere: {chosen.name} suits {subject}, as it does {chosen.best_for[0]}."

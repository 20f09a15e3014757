"""Stage 0: weighing the evidence for each story template."""

import re
from functools import lru_cache

from reelwright.film.story import TemplateChoice
from reelwright.film.writing import ChooseTemplateInputs, TemplateSummary
from reelwright.providers.builtin.writer import judged, learned
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.casting import is_played
from reelwright.providers.builtin.writer.nouns import facts_of, forms, noun_class
from reelwright.providers.builtin.writer.words import capitalised, found, lexicon

_NARRATIVE = {"heros-journey": 1.0, "emotional-arc": 1.1, "teaser-reveal": 0.2, "sensory-experience": 0.0}
"""What fits a story that sells nothing; what speaks to buyers has no say in it."""
_STRONG, _PLAIN, _WEAK, _FADING = 2.2, 1.3, 0.6, 0.7
"""How much a word weighs by its level in the evidence lexicon, and what is left of each further word's weight."""
_NAMED_ALREADY, _AUDIENCE = 0.4, 0.7
_NUMBER = r"(?:(?i:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty))"
_TASTY = ("food", "sauce", "dessert", "sweet", "dairy", "noodles", "snack", "produce", "oil", "bread", "frozen_dessert")
_DENIED = re.compile(
    r"\b(?:not|isn['’]t|nor|zero|no(?! more\b| hidden\b)) (?:an? |the )?\w+|\w+ of nothing", re.IGNORECASE
)


def choose(inputs: ChooseTemplateInputs) -> TemplateChoice:
    """The template with the strongest evidence, with the words that spoke for it."""
    reading = analyse(inputs.prompt)
    weights = weigh(inputs, reading)
    ranked = sorted(weights, key=lambda slug: -weights[slug][0])
    first = _judged({slug: weight for slug, (weight, _) in weights.items()}, ranked[0], reading)
    second = next((slug for slug in ranked if slug != first), first)
    best, runner_up = weights[first][0], weights[second][0]
    chosen = next(one for one in inputs.templates if one.slug == first)
    return TemplateChoice(
        selected_template=first,
        confidence=_confidence(best, runner_up),
        reasoning=_reason(chosen, weights[first][1], reading),
        alternative_template=second,
        narrative_focus=reading.sign_off or (f"the path of {reading.hero}" if reading.is_story else reading.name),
        emotional_goal=f"leave the viewer {chosen.tone[0]}" if chosen.tone else "",
        product_type="" if reading.is_story else reading.noun_phrase,
        target_audience=reading.audience or ("everyone who likes a story" if reading.is_story else "adults 25 to 45"),
    )


def weigh(inputs: ChooseTemplateInputs, reading: Reading) -> dict[str, tuple[float, list[str]]]:
    """How much the lexicon's evidence speaks for each template, by slug, and its words."""
    return {one.slug: _weight(one, inputs, reading) for one in inputs.templates}


def _judged(weights: dict[str, float], first: str, reading: Reading) -> str:
    """The template that briefs like it were labelled with; the evidence's first where that is a person's own."""
    offered = [slug for slug in learned.TEMPLATES if slug in weights and (slug in _NARRATIVE or not reading.is_story)]
    if first not in offered or len(weights) < 2 or not reading.signs:
        return first
    certain = [slug for slug, pattern in _certain() if slug in offered and pattern.search(reading.prompt)]
    if certain and not reading.is_story:
        return certain[0]
    signs = judged.template_signs(reading.signs, weights, reading.kind, is_story=reading.is_story)
    suits = learned.suited(signs, reading.direction)
    return max(offered, key=lambda slug: suits[slug])


def _confidence(best: float, runner_up: float) -> float:
    """In [0.35, 0.97]: how far the evidence for the chosen is ahead; less than 0.4 where it is behind."""
    if best <= 0.7:
        return 0.35
    return round(max(0.35, min(0.97, 0.4 + 0.55 * (best - runner_up) / best)), 2)


def _weight(one: TemplateSummary, inputs: ChooseTemplateInputs, reading: Reading) -> tuple[float, list[str]]:
    """How much speaks for a template, and what: words of the brief in quotes, else what was read in it."""
    if reading.is_story and one.slug in lexicon("evidence") and one.slug not in _NARRATIVE:
        return 0.0, []
    weight, words = _by_words(one, inputs, reading)
    if reading.is_story:
        for more, why, pattern in _tale_turns().get(one.slug, ()):
            if pattern.search(inputs.prompt):
                weight += more
                words.append(why)
        return weight + _NARRATIVE.get(one.slug, 0.0), words
    for slug, more, why in _signs(reading):
        if slug == one.slug:
            weight += more
            words.append(why)
    return weight + reading.facts["templates"].get(one.slug, 0.0), words


def _by_words(one: TemplateSummary, inputs: ChooseTemplateInputs, reading: Reading) -> tuple[float, list[str]]:
    """The words of the brief and its mood; for a person's own template those of what it is best for."""
    own = {word: _PLAIN for phrase in one.best_for for word in phrase.lower().split() if len(word) > 3}
    evidence = _evidence().get(one.slug) or own
    # What is denied is no evidence: "rest is not a luxury" speaks of no luxury.
    told = _weights_in(_DENIED.sub(" ", inputs.prompt), evidence)
    # What a thing is made of may well be felt: of silk pillowcases only the pillowcases are known already.
    phrase = reading.noun_phrase.split()[-1] if one.slug == "sensory-experience" else reading.noun_phrase
    for said, left in () if reading.is_story else ((phrase, _NAMED_ALREADY), (reading.audience, _AUDIENCE)):
        for word in set(said.lower().split()) & told.keys():
            # The product's kind has been weighed already: a car alone is no secret, a cat no family.
            told[word] *= 1.0 if told[word] >= _STRONG else left
    words = sorted(told, key=lambda word: -told[word])
    weight = sum(told[word] * _FADING**at for at, word in enumerate(words))
    weight += 1.5 * len(_weights_in(inputs.mood, {**evidence, **dict.fromkeys(one.tone, _PLAIN)}))
    return weight, [f"“{word}”" for word in words]


@lru_cache(maxsize=1)
def _evidence() -> dict[str, dict[str, float]]:
    """Every word and phrase of each template with its weight."""
    levels = {"strong": _STRONG, "plain": _PLAIN, "weak": _WEAK}
    return {
        slug: {word: weight for level, weight in reversed(levels.items()) for word in lists.get(level, ())}
        for slug, lists in lexicon("evidence").items()
    }


def _weights_in(text: str, evidence: dict[str, float]) -> dict[str, float]:
    """The words of the text that weigh, as they stand there; a phrase hides the words inside it."""
    told = {
        phrase: max(evidence[phrase], *(evidence.get(word, 0.0) for word in phrase.split()))
        for phrase in found(text, _phrases(frozenset(evidence)))
    }
    inside = {word for phrase in told for word in phrase.split()}
    for word in re.findall(r"[a-z0-9][a-z0-9'-]*", text.lower().replace("’", "'")):
        weight = max((evidence.get(form, 0.0) for form in forms(word)), default=0.0)
        if weight and word not in inside:
            told.setdefault(word, weight)
    return told


@lru_cache(maxsize=16)
def _phrases(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in words if not re.fullmatch(r"[a-z0-9'-]+", word)))


def _signs(reading: Reading) -> list[tuple[str, float, str]]:
    """What the reading says beside single words: slug, weight and how to say it."""
    text = reading.prompt.replace("’", "'")
    signs = [
        (slug, weight, said)
        for slug, weight, said, pattern in _turns()
        if pattern.search(text) and not (said == "the question" and reading.brand)
    ]
    if reading.problem:
        slug = "before-after-bridge" if reading.category == "beauty" else "problem-agitate-solve"
        signs.append((slug, 1.2, f"the problem, {reading.problem},"))
    if reading.kind == "generic" and reading.sign_off and not reading.is_question:
        signs.append(("emotional-arc", 0.8, "the line"))
    classes = [noun_class(word) for word in re.findall(r"[a-z]{3,}", text.lower())]
    troubles = sum(bool(facts_of(one).get("problem")) for one in classes if one in ("ailment", "pest"))
    if troubles and reading.category not in ("food", "drink"):
        signs.append(("problem-agitate-solve", 1.2, "what it takes away"))
    tasty = sum(one in _TASTY for one in classes)
    if tasty > 1:
        signs.append(("sensory-experience", min(1.8, 0.6 * (tasty - 1)), "all there is to taste"))
    return signs


@lru_cache(maxsize=1)
def _turns() -> tuple[tuple[str, float, str, re.Pattern[str]], ...]:
    """Turns of phrase that speak for a template: slug, weight, how to say it, pattern."""
    rows = [(slug, row) for slug, lists in lexicon("evidence").items() for row in lists.get("turns", ())]
    return tuple((slug, float(row["weight"]), str(row["said"]), _turn(str(row["pattern"]))) for slug, row in rows)


@lru_cache(maxsize=1)
def _tale_turns() -> dict[str, tuple[tuple[float, str, re.Pattern[str]], ...]]:
    """Turns of phrase that speak for a template where a story is told: weight, how to say it, pattern."""
    return {
        slug: tuple((float(row["weight"]), str(row["said"]), _turn(str(row["pattern"]))) for row in lists["tale_turns"])
        for slug, lists in lexicon("evidence").items()
        if "tale_turns" in lists
    }


@lru_cache(maxsize=1)
def _certain() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Turns of phrase that decide: ``4.9 stars``, ``do not show the``."""
    return tuple(
        (slug, re.compile(one)) for slug, lists in lexicon("evidence").items() for one in lists.get("certain", ())
    )


def _turn(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{number}", _NUMBER))


def _reason(chosen: TemplateSummary, words: list[str], reading: Reading) -> str:
    """One sentence a strategist could say."""
    subject = f"a story about {reading.hero}" if reading.is_story else reading.name
    if reading.is_story and is_played(reading.hero):
        subject += ", whom a person plays,"
    elif reading.noun_class and facts_of(reading.noun_class).get("kind"):
        subject += f", {facts_of(reading.noun_class)['said']},"
    suits = f" for {subject}" if reading.is_story else f", which suits {', '.join(chosen.best_for[:2])}"
    if words:
        said = " and ".join(words[:3])
        verb = "call" if len(words[:3]) > 1 else "calls"
        return capitalised(f"{said} in the brief {verb} for {chosen.name}{suits}".rstrip(",") + ".")
    subject = subject.rstrip(",")
    return f"Nothing in the brief points elsewhere: {chosen.name} suits {subject}, as it does {chosen.best_for[0]}."

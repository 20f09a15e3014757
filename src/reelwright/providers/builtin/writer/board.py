"""A storyboard: the story's own sentences in order, and between them what the built-in writer's deeds can show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reelwright.film.board import PanelCamera
from reelwright.film.shot import Framing, Movement
from reelwright.film.story import Narrative, Story, Subject
from reelwright.film.writing import (
    BoardDraft,
    BreakIntoShotsInputs,
    BreakStoryboardInputs,
    PanelDraft,
    PlannedShot,
    ShotDraft,
)
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.casting import describe_person, pronouns
from reelwright.providers.builtin.writer.deeds import PARTS
from reelwright.providers.builtin.writer.premise import premise
from reelwright.providers.builtin.writer.shots import draft_shots
from reelwright.providers.builtin.writer.story import describe_product
from reelwright.providers.builtin.writer.words import capitalised, uncapitalised

_BEATS = ("Call", "Struggle", "Breakthrough", "Triumph")
_OF_AN_ADVERTISEMENT = ("Problem", "Agitate", "Solve", "Relief")
_CAMERAS = {
    Framing.EXTREME_WIDE: PanelCamera.EXTREME_WIDE,
    Framing.WIDE: PanelCamera.WIDE,
    Framing.MEDIUM_WIDE: PanelCamera.LOW,
    Framing.MEDIUM: PanelCamera.MEDIUM,
    Framing.MEDIUM_CLOSE: PanelCamera.CLOSE_UP,
    Framing.CLOSE_UP: PanelCamera.CLOSE_UP,
    Framing.EXTREME_CLOSE_UP: PanelCamera.EXTREME_CLOSE_UP,
    Framing.INSERT: PanelCamera.EXTREME_CLOSE_UP,
}
_ROUND = (
    PanelCamera.WIDE,
    PanelCamera.MEDIUM,
    PanelCamera.CLOSE_UP,
    PanelCamera.LOW,
    PanelCamera.HIGH,
    PanelCamera.OVER_SHOULDER,
)
_LONGEST_WORDS = 34
_FEWEST_WORDS = 4
_FRAME_COUNT = 72


@dataclass(frozen=True)
class _Event:
    """Something that the story itself tells."""

    words: str
    mood: str
    lead: bool


def draft_board(inputs: BreakStoryboardInputs, seed: int) -> BoardDraft:
    """The panels: what the story tells, and where that is too little, its hero's deeds or nearer looks at it."""
    reading = analyse(inputs.story)
    character = describe_person(reading, seed)
    events = _events(inputs.story, reading, character, inputs.token) if reading.is_story else []
    if len(events) < 2:
        told = [_of_deed(deed) for deed in _deeds(inputs, reading, character, seed)]
        at = max(2, round(0.6 * len(told)))
        panels = [*told[:at], _through_own_eyes(told[at - 1], reading, character), *told[at + 1 :]]
    else:
        panels = _laid(events, inputs.panel_count, reading, character)
    panels = _seen(panels)
    if inputs.token:
        panels = [_named(panel, reading, character, inputs.token) for panel in panels]
    product = "" if reading.is_story else describe_product(reading)[:300]
    return BoardDraft(character=character[:400], product=product, panels=tuple(panels))


def _deeds(inputs: BreakStoryboardInputs, reading: Reading, character: str, seed: int) -> Sequence[ShotDraft]:
    """What the hero does, panel by panel, from the prompt's verbs, things and world."""
    subject = Subject(
        type="character" if reading.is_story else "both",
        character_description=character,
        product_description="" if reading.is_story else describe_product(reading),
    )
    empty = Narrative(logline=inputs.story[:200], setup="", development="", climax="", resolution="")
    asked = BreakIntoShotsInputs(
        prompt=inputs.story,
        mood=inputs.mood,
        style=inputs.style,
        template="heros-journey" if reading.is_story else "problem-agitate-solve",
        story=Story(title="", narrative=empty, subject=subject, lines=()),
        plan=tuple(_slot(number, inputs.panel_count, reading) for number in range(1, inputs.panel_count + 1)),
    )
    return draft_shots(asked, seed).shots


def _slot(number: int, count: int, reading: Reading) -> PlannedShot:
    part = min(len(PARTS) - 1, (number - 1) * len(PARTS) // count)
    beat = (_BEATS if reading.is_story else _OF_AN_ADVERTISEMENT)[part]
    return PlannedShot(
        number=number,
        beat=beat,
        covers=(beat,),
        part=number - 1,
        parts=count,
        purpose="",
        emotion="",
        framing=Framing.MEDIUM,
        movement=Movement.STATIC,
        frame_count=_FRAME_COUNT,
        duration_s=3.0,
        max_words=6,
        product="hidden" if not reading.is_story and part < 2 else "free",
        carries_call=not reading.is_story and number == count,
    )


def _of_deed(deed: ShotDraft) -> PanelDraft:
    """A deed as a panel, with its place where its words do not name it."""
    place = re.sub(r"^(?:INT|EXT)\. ", "", deed.heading)
    where, _, time = place.rpartition(" - ")
    own = where.split(", ")[-1].lower()
    told = deed.action.rstrip(".")
    if own and not re.search(rf"\b{re.escape(own.split()[-1])}\b", told, re.IGNORECASE):
        told = f"{told}, {'on' if own in ('steppe', 'city street', 'beach', 'field', 'road') else 'in'} the {own}"
    light = "" if time.lower() in told.lower() or "light" in told.lower() else f", {_light(time)}"
    camera = PanelCamera.POV if deed.angle.value == "POV" else _CAMERAS[deed.framing]
    return PanelDraft(description=f"{told}{light}.", camera=camera, mood=deed.tone, lead=deed.person)


def _light(time: str) -> str:
    said = {
        "GOLDEN HOUR": "in golden hour light",
        "NIGHT": "at night",
        "DAY": "in daylight",
        "MORNING": "in morning light",
    }
    return said.get(time, f"at {time.lower()}" if time else "in soft light")


def _events(story: str, reading: Reading, character: str, token: str) -> list[_Event]:
    """What the story tells, sentence by sentence, long ones by their clauses, each with its hero by name; where a token
    stands for the clothes, without what the hero does with them.
    """
    hero, pronoun = reading.hero, pronouns(character)[1]
    found: list[_Event] = []
    thing = ""
    for sentence in re.split(r"(?<=[.!?])\s+", story.strip()):
        for clause in _clauses(sentence.strip(" .!?")):
            words = _with_thing(_with_hero(clause, hero, pronoun), thing)
            before, names, _ = words.lower().partition(hero.removeprefix("the ").lower())
            lead = bool(names) and not _SOMEBODY.search(before)
            thing = _thing(words, lead=lead) or thing
            if len(words.split()) >= _FEWEST_WORDS and not (token and lead and _DRESSING.search(words)):
                found.append(_Event(words, _mood(words, reading), lead))
    return found


_DRESSING = re.compile(
    r"\b(?:his|her)\s+(?:\w+\s+){0,2}(?:coat|hat|robe|jacket|cloak|scarf|boots|gloves|dress|shirt|apron|helmet|cap)\b",
    re.IGNORECASE,
)
_SAID_THING = re.compile(
    r"\b(?:an?|the)\s+((?:[\w-]+\s+)??[\w-]+)(?=\s+(?:lies|stands|in|on|at|and|under|by|to)\b|[.,]|$)"
)


def _thing(words: str, *, lead: bool) -> str:
    """What a clause is about besides its hero: ``the letter`` of ``A letter lies on the desk``."""
    rest = words.split(" ", 2)[-1] if lead else words
    found = _SAID_THING.search(rest if lead else uncapitalised(words))
    return f"the {found.group(1)}" if found and found.group(1).split()[-1] not in _PEOPLE else ""


_SOMEBODY = re.compile(
    r"\b(?:man|woman|girl|boy|customer|bai|stranger|king|queen|friend|people|crowd|merchant|guard|mother|father|child)\b"
)
_PEOPLE = ("man", "woman", "girl", "boy", "customer", "bai", "stranger", "king", "queen", "friend", "people", "crowd")


def _with_thing(words: str, thing: str) -> str:
    """A clause that stands alone: its ``it`` after a verb is what was told of last."""
    if not thing or thing.removeprefix("the ") in words:
        return words
    return re.sub(r"(?<=[a-z]s )it\b(?! is\b)", thing, words, count=1)


_JOINTS = re.compile(r"(?:;|,?\s+(?:but|and then|then|until|and)|,)\s+(?=\S)")


def _clauses(sentence: str) -> list[str]:
    """A sentence in the parts in which something new happens: each begins with a verb or with somebody of its own."""
    parts = [sentence]
    pieces = _JOINTS.split(sentence)
    joints = _JOINTS.findall(sentence)
    if len(pieces) > 1:
        parts = [pieces[0]]
        for joint, piece in zip(joints, pieces[1:], strict=True):
            if _tells(piece) and len(parts[-1].split()) >= _FEWEST_WORDS - 1:
                parts.append(piece)
            else:
                parts[-1] += joint + piece
    return [part.strip(" ,;") for part in parts]


def _tells(piece: str) -> bool:
    """Whether a part of a sentence begins with a verb, or with somebody and a verb."""
    words = piece.split()
    starts = bool(re.match(r"[a-z]{2,}[^s\W]s$", words[0])) and words[0] not in (
        "his",
        "its",
        "this",
        "always",
        "perhaps",
    )
    subject = len(words) > 2 and re.match(r"(?:he|she|they|it|the|a|an|[A-Z])", words[0]) is not None
    return len(words) > 1 and (starts or (subject and any(re.match(r"[a-z]{2,}[^s\W]s$", one) for one in words[1:4])))


def _with_hero(clause: str, hero: str, pronoun: str) -> str:
    """A clause that stands alone: its pronoun, or its missing subject, is the hero."""
    if re.match(r"(?:he|she|they)\b", clause, re.IGNORECASE):
        said = clause.split()[0].lower()
        clause = hero + clause[len(said) :] if said == pronoun else clause
    elif re.match(r"[a-z]{2,}[^s\W]s\b", clause) and not re.match(r"(?:his|its|this|always)\b", clause):
        clause = f"{hero} {clause}"
    at_first = re.match(r"((?:at|by|in|on|under|before|after)\s[^,]{2,30}?),?\s+(he|she)\b", clause, re.IGNORECASE)
    if at_first and at_first.group(2).lower() == pronoun:
        clause = f"{hero}{clause[at_first.end() :]}, {at_first.group(1).lower()}"
    elif pronoun == "he" and hero not in clause:
        clause = re.sub(r"\bhim\b", hero, clause, count=1)
    return capitalised(" ".join(clause.split()[:_LONGEST_WORDS]))


_MOODS = {
    "joyful": r"smil\w*|laugh\w*|joy\w*|happ\w*|celebrat\w*|danc\w*|cheer\w*|win\w*|love\w*|hug\w*",
    "tense": r"run\w*|chas\w*|rac\w*|escap\w*|flee\w*|hurr\w*|fight\w*|attack\w*|knife|gun|storm\w*|danger\w*",
    "mysterious": r"dark\w*|night|letter|secret\w*|shadow\w*|wait\w*|fog\w*|hidden|strange\w*|stranger|lamp",
    "sad": r"alone|cr(?:y|ies)\w*|tear\w*|sad\w*|tired|grie\w*|funeral|goodbye",
    "wonder": r"star\w*|magic\w*|find\w*|discover\w*|glow\w*|sky|light\w*|dream\w*",
    "warm": r"home|fire\w*|sunset|dawn|morning|mother|father|child\w*|bread|tea|coffee|yurt",
}


def _mood(words: str, reading: Reading) -> str:
    for mood, pattern in _MOODS.items():
        if re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE):
            return mood
    return reading.mood or "calm"


def _laid(events: list[_Event], count: int, reading: Reading, character: str) -> list[PanelDraft]:
    """Events in their order over the panels: joined where there are more of them than panels, seen a second time from
    nearer, from behind or through the hero's eyes where there are fewer.
    """
    while len(events) > count:
        at = min(range(len(events) - 1), key=lambda index: len(f"{events[index].words} {events[index + 1].words}"))
        first, second = events[at], events[at + 1]
        joined = f"{first.words.rstrip('.')}; {second.words[:1].lower()}{second.words[1:]}"
        events = [*events[:at], _Event(joined[:480], second.mood, first.lead or second.lead), *events[at + 2 :]]
    spare = count - len(events)
    panels: list[PanelDraft] = []
    looks = 0
    for at, event in enumerate(events):
        place = _ground(events[: at + 1], reading)
        panels.append(_of_event(event, place, reading, seen=[one.camera for one in panels]))
        for _ in range(spare * (at + 1) // len(events) - spare * at // len(events)):
            panels.append(_nearer(_LOOKS[looks % len(_LOOKS)], event, place, reading, character))
            looks += 1
    return panels


def _of_event(event: _Event, place: str, reading: Reading, *, seen: list[PanelCamera]) -> PanelDraft:
    """What the story tells; where nobody is in it, as its hero sees it, the first time."""
    camera, words, lead = PanelCamera.MEDIUM, event.words, event.lead
    if not lead and reading.hero and not _SOMEBODY.search(words.lower()) and PanelCamera.POV not in seen:
        camera, words, lead = PanelCamera.POV, f"Through the eyes of {reading.hero}: {uncapitalised(words)}", True
    if place != "there" and not _PLACE.search(words):
        words = f"{words}, {place}" if not _TIME.search(words) else f"{words}, {place.partition(' at ')[0]}"
    return PanelDraft(description=f"{words}.", camera=camera, mood=event.mood, lead=lead)


_LOOKS = ("reaction", "eyes", "behind", "hands", "below", "place", "far", "shoulder", "ground")
_REACTIONS = {
    "joyful": "a smile opening",
    "tense": "jaw set, eyes on the way ahead",
    "mysterious": "eyes narrow, listening",
    "sad": "eyes lowered, head bowed",
    "wonder": "eyes wide, a glow on the cheek",
    "warm": "a soft smile",
}


def _ground(events: list[_Event], reading: Reading) -> str:
    """Where and when the latest of the events plays, in words: ``in the office at night``."""
    told = [one.words for one in reversed(events)] + [reading.prompt]
    own = next((one.group(1).lower() for words in told if (one := _PLACE.search(words))), "")
    place = "at home" if own == "home" else f"{'on' if own in _ON else 'in'} the {own}" if own else "there"
    time = next((one.group(1).lower() for words in told if (one := _TIME.search(words))), "")
    return f"{place} {_light(time.upper())}" if time else place


_ON = (
    "street",
    "steppe",
    "beach",
    "road",
    "stage",
    "rooftop",
    "mountain",
    "mountains",
    "farm",
    "river",
    "bridge",
    "sea",
)
_PLACE = re.compile(
    r"\b(home|office|street|forest|woods|bakery|kitchen|bazaar|market|steppe|yurt|village|city|house|room|beach|sea|harbour|"
    r"harbor|mountains?|field|garden|park|school|library|shop|cafe|train|station|castle|palace|cave|desert|road|river|"
    r"snow|rain|stage|theatre|gym|hospital|bar|restaurant|workshop|studio|rooftop|farm|barn|attic|cellar|bridge|boat)\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(dawn|morning|noon|dusk|night|midnight|sunset|evening)\b", re.IGNORECASE)


def _nearer(look: str, event: _Event, place: str, reading: Reading, character: str) -> PanelDraft:
    """The same moment once more, seen in another way."""
    hero = reading.hero or uncapitalised(pronouns(character)[0])
    reaction = _REACTIONS.get(event.mood, "a steady look")
    told = {
        "reaction": (f"{hero} {place}, {reaction}", PanelCamera.CLOSE_UP, True),
        "eyes": (f"Through the eyes of {hero}: the way ahead {place}, own hands in view", PanelCamera.POV, True),
        "behind": (
            f"Seen from behind, {hero} stands still {place}, small under the light",
            PanelCamera.EXTREME_WIDE,
            True,
        ),
        "hands": (f"The hands of {hero} {place}, fingers closed, very near", PanelCamera.EXTREME_CLOSE_UP, True),
        "place": (f"Nobody moves {place}; the place lies still, a little light left", PanelCamera.HIGH, False),
        "below": (f"From below, {hero} {place} looks up, chin raised", PanelCamera.LOW, True),
        "far": (f"Far away, {hero} walks {place}, a small figure between light and shadow", PanelCamera.WIDE, True),
        "shoulder": (
            f"Over the shoulder of {hero}, who stops {place} and looks ahead",
            PanelCamera.OVER_SHOULDER,
            True,
        ),
        "ground": (f"Footprints {place}, long shadows beside them, nobody near", PanelCamera.HIGH, False),
    }
    words, camera, lead = told[look]
    return PanelDraft(description=f"{capitalised(words)}.", camera=camera, mood=event.mood, lead=lead)


def _through_own_eyes(panel: PanelDraft, reading: Reading, character: str) -> PanelDraft:
    """What the hero sees at the moment of a panel."""
    parts = premise(reading)
    ahead = parts["goal"] or parts["object"] or "the way ahead"
    path = f" {parts['path']}" if parts["path"] else ""
    time = f" {parts['when']}" if parts["when"] else ""
    if not reading.is_story:
        ahead, path, time = f"the {reading.facts.get('thing') or reading.noun_phrase}", " held near", ""
    hero = reading.hero or uncapitalised(pronouns(character)[0])
    if ahead.startswith(("his ", "her ", "their ")):
        ahead = f"the {ahead.partition(' ')[2]}"
    rides = " over the horse's neck" if re.search(r"\brid(?:es|ing)\b", panel.description) else ""
    words = f"Through the eyes of {hero}{rides}: {ahead}{path}{time}, own hands in view."
    return PanelDraft(description=words, camera=PanelCamera.POV, mood=panel.mood, lead=True)


def _seen(panels: list[PanelDraft]) -> list[PanelDraft]:
    """Cameras in turn: wide at the beginning, a POV in the second half, no two neighbours alike."""
    kept: list[PanelDraft] = []
    for at, panel in enumerate(panels):
        used = [one.camera for one in kept]
        wished = PanelCamera.WIDE if at == 0 else panel.camera
        free = [one for one in _ROUND if not used or one is not used[-1]]
        is_stale = bool(used) and (wished is used[-1] or used.count(wished) > 1)
        camera = min(free, key=lambda one: (used.count(one), one is not wished)) if is_stale else wished
        kept.append(panel.model_copy(update={"camera": camera}))
    return kept


def _named(panel: PanelDraft, reading: Reading, character: str, token: str) -> PanelDraft:
    """The panel with the token in place of the hero."""
    hero, who = reading.hero.removeprefix("the "), pronouns(character)[0].removeprefix("The ")
    named = rf"\b(?:(?:the|an?|one of the)\s+)?(?:(?:little|old|young)\s+)?{re.escape(hero)}\b" if hero else ""
    text = re.sub(named, token, panel.description, flags=re.IGNORECASE) if named else panel.description
    if not reading.is_story and panel.lead:
        text = re.sub(rf"\b[Tt]he {who}\b", token, text)
    return panel.model_copy(update={"description": text[:500], "lead": panel.lead or token in text})

"""Who is in a described scene: characters by noun or name, pronouns resolved, looks that the text gives."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from reelwright.film.base import derived_seed
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.capitals import is_place
from reelwright.providers.builtin.writer.casting import describe_person
from reelwright.providers.builtin.writer.nouns import cast_of, noun_class, usual_part, verb_stem
from reelwright.providers.builtin.writer.tokens import Token, tokens
from reelwright.providers.builtin.writer.words import capitalised, lexicon

_PEOPLE = ("person", "relative", "doctor", "traveller", "athlete", "fighter", "advocate", "tutor", "musician", "child",
           "cook", "craftsman", "rogue")  # fmt: skip
_DETERMINERS = ("a", "an", "the", "his", "her", "their", "another", "one", "my", "our", "its")
_MOST_MODIFIERS = 3
_SHE, _HE, _THEY = ("she", "her", "hers", "herself"), ("he", "his", "him", "himself"), ("they", "them", "their")
_MOST_CHARACTERS = 6
_WOMENS_ENDS = ("a", "ie", "elle", "ette", "ine", "lyn", "beth")


@dataclass
class Somebody:
    """A character of a scene."""

    name: str
    """As the list names it: ``Detective``, ``Clara``."""
    called: str
    """Within a sentence: ``the detective``, ``Clara``."""
    noun: str
    sex: str = ""
    """``woman``, ``man`` or empty while nothing tells."""
    age: int = 34
    looks: list[str] = field(default_factory=list[str])
    """What the text says the person wears or is: ``old``, ``a red jacket``."""

    @property
    def her(self) -> str:
        """The possessive pronoun."""
        return {"woman": "her", "man": "his"}.get(self.sex, "their")


@dataclass
class Company:
    """All who are in a scene, in the order in which the text names them."""

    known: list[Somebody] = field(default_factory=list[Somebody])
    recent: list[Somebody] = field(default_factory=list[Somebody])

    def read(self, sentence: str) -> tuple[Somebody | None, tuple[Somebody, ...]]:
        """Who does what a sentence says, and all whom it speaks of; new ones join."""
        line = tokens(sentence)
        said = self._named(line)
        subject = self._subject(line, said)
        self._learn_sex(line, subject)
        present = list(dict.fromkeys(id(one) for one in ([subject] if subject else []) + [one for _, one in said]))
        people = [one for one in self.known if id(one) in present]
        people += [one for one in self._meant(line, subject) if one not in people]
        people.sort(key=lambda one: one is not subject)
        for one in reversed(people):
            if one in self.recent:
                self.recent.remove(one)
            self.recent.insert(0, one)
        return subject, tuple(people)

    def plain(self, sentence: str, subject: Somebody | None, people: tuple[Somebody, ...]) -> str:
        """The sentence as it stands alone: who is only a pronoun is named."""
        text = sentence
        opening = tokens(sentence)[:1]
        if opening and opening[0].low in ("he", "she", "they", "it") and people:
            named = subject.called if subject else " and ".join(one.called for one in people[:2])
            if opening[0].low == "they" and len(people) > 1:
                named = f"{people[0].called} and {people[1].called}"
            if opening[0].low != "it" and (opening[0].low != "they" or len(people) > 1):
                text = re.sub(r"^\W*\w+", lambda match: capitalised(named), text, count=1)
        others = [one for one in people if one is not subject]
        for pronoun, sex in (("him", "man"), ("her", "woman")):
            meant = [one for one in others if one.sex == sex]
            if len(meant) == 1 and (subject is None or subject.sex != sex):
                text = re.sub(rf"\b{pronoun}(?=\s*(?:[.,;!?]|$| and | from | by | with ))", meant[0].called, text)
        return text

    def _named(self, line: list[Token]) -> list[tuple[int, Somebody]]:
        found: list[tuple[int, Somebody]] = []
        at = 0
        while at < len(line):
            who, end = self._name_at(line, at)
            if who is None:
                who, end = self._noun_at(line, at), at + 1
            if who is not None:
                found.append((at, who))
                self._dress(who, line[end:], line[max(0, at - _MOST_MODIFIERS) : at])
            at = max(end, at + 1)
        return found

    def _name_at(self, line: list[Token], at: int) -> tuple[Somebody | None, int]:
        """A proper name: with a title, after a noun for a person, or before a verb."""
        titles: dict[str, str] = lexicon("scene")["people"]["titles"]
        end = at
        while end < len(line) and line[end].text[:1].isupper() and not (end > at and line[end - 1].after):
            end += 1
        words = line[at:end]
        never = lexicon("scene")["people"]["no_names"]
        if (
            not words
            or is_place(words[0].low)
            or words[0].low in never
            or words[0].low in (*_DETERMINERS, *_SHE, *_HE, *_THEY, "it", "i", "you")
        ):
            return None, at + 1
        titled = words[0].low in titles and len(words) > 1
        ahead = line[end].low if end < len(line) else ""
        does = (ahead.endswith("s") and bool(verb_stem(ahead))) or ahead in lexicon("scene")["people"]["says"]
        does = does or (at > 0 and line[at - 1].low in lexicon("scene")["people"]["says"])
        after_noun = at > 0 and person_noun(line[at - 1].low) is not None
        known = next((one for one in self.known if one.name == " ".join(word.text for word in words)), None)
        if known:
            return known, end
        known_name = words[0].low in (*lexicon("scene")["people"]["women"], *lexicon("scene")["people"]["men"])
        is_word = (
            (not known_name and bool(noun_class(words[0].low)))
            or bool(verb_stem(words[0].low))
            or person_noun(words[0].low)
        )
        if not (titled or after_noun or (does and len(words) < 3 and not (is_word and words[0].opens))):
            return None, at + 1
        name = " ".join(word.text for word in words)
        if after_noun and self.known and self.known[-1].noun == line[at - 1].low:
            who = self.known[-1]  # "her niece Clara" is one person
            who.name = who.called = name
            return who, end
        sex = titles.get(words[0].low, "") if titled else _sex_of_name(words[0].low)
        return self._add(Somebody(name, name, "", sex=sex)), end

    def _noun_at(self, line: list[Token], at: int) -> Somebody | None:
        low = line[at].low
        cast = person_noun(low)
        if cast is None or (
            low in lexicon("scene")["people"]["titles"]
            and at + 1 < len(line)
            and (line[at + 1].text[:1].isupper() and not line[at].after)
        ):
            return None
        if at + 1 < len(line) and not line[at].after and person_noun(line[at + 1].low):
            return None  # "police officer": the head comes next
        start = next((back for back in range(at - 1, max(-1, at - 2 - _MOST_MODIFIERS), -1)
                      if line[back].low in _DETERMINERS), -1)  # fmt: skip
        if start < 0:
            return None
        known = next((one for one in self.known if one.noun == low), None) or self._meant_by(low, line[start].low)
        if known:
            return known
        sex = _sex_of(low)
        own = [word.low for word in line[start + 1 : at]]
        double = any(one.noun == low for one in self.known)
        name = capitalised(" ".join([*own[-1:], low]) if double and own else low)
        return self._add(Somebody(name, f"the {name.lower()}", low, sex, int(cast[1]), [*own]))

    def _meant_by(self, low: str, determiner: str) -> Somebody | None:
        """``the boy`` is the grandson that was named before."""
        people = lexicon("scene")["people"]
        if determiner != "the" or low not in people["girls_and_boys"]:
            return None
        wants_child = low in people["children"]
        fitting = [one for one in self.recent if (one.noun in people["children"]) == wants_child]
        return next((one for one in fitting if one.sex in ("", _sex_of(low))), None)

    def _add(self, who: Somebody) -> Somebody | None:
        if len(self.known) >= _MOST_CHARACTERS:
            return None
        self.known.append(who)
        return who

    def _subject(self, line: list[Token], said: list[tuple[int, Somebody]]) -> Somebody | None:
        """Who the sentence begins with."""
        if not line:
            return None
        first = line[0].low
        if first in ("she", "he"):
            return self._by_pronoun(first)
        if first == "they":
            return None
        early = [one for at, one in said if at <= 1 + _MOST_MODIFIERS and not any(
            token.after or token.low in ("of", "in", "on", "by", "with") for token in line[:at]
        )]  # fmt: skip
        return early[0] if early else None

    def _by_pronoun(self, pronoun: str) -> Somebody | None:
        sex = "woman" if pronoun in _SHE else "man"
        return next((one for one in self.recent if one.sex == sex), None) or next(
            (one for one in self.recent if not one.sex), None
        )

    def _learn_sex(self, line: list[Token], subject: Somebody | None) -> None:
        lows = [token.low for token in line]
        who = subject or (self.recent[0] if self.recent else None)
        if who and not who.sex:
            said = next((low for low in lows if low in (*_SHE, *_HE)), "")
            who.sex = "" if not said else "woman" if said in _SHE else "man"

    def _meant(self, line: list[Token], subject: Somebody | None) -> list[Somebody]:
        """Those whom only a pronoun speaks of."""
        found: list[Somebody] = []
        for at, token in enumerate(line):
            if token.low in ("they", "them", "together"):
                found += [one for one in self.recent[:2] if one not in found]
            elif token.low == "him" or (token.low == "her" and _is_object(line, at)):
                one = self._by_pronoun("she" if token.low == "her" else "he")
                found += [one] if one and one is not subject and one not in found else []
        return found

    def _dress(self, who: Somebody, after: list[Token], before: list[Token]) -> None:
        """What the text says the person wears, and whether old or young."""
        ages: dict[str, list[int]] = lexicon("cast")["told"]["ages"]
        for token in before:
            if token.low in ages:
                low, high = ages[token.low]
                who.age = min(max(who.age, low), high)
        clothes: list[str] = lexicon("scene")["people"]["clothes"]
        if not after or after[0].low not in ("in", "with", "wearing"):
            return
        for count in range(2, min(6, len(after))):
            if after[count].low in clothes and after[1].low in _DETERMINERS:
                who.looks.append(" ".join(token.text for token in after[2 : count + 1]))
                return


def _sex_of_name(low: str) -> str:
    people = lexicon("scene")["people"]
    is_hers = low in people["women"] or (low not in people["men"] and low.endswith(_WOMENS_ENDS))
    return "woman" if is_hers else "man"


def _is_object(line: list[Token], at: int) -> bool:
    """Whether ``her`` stands for a person rather than before what is hers."""
    return bool(line[at].after) or at + 1 == len(line) or line[at + 1].low in ("and", "from", "by", "with", "to", "on")


def person_noun(low: str) -> tuple[str, int] | None:
    """Who is cast for a noun, if it names one person."""
    people = lexicon("scene")["people"]
    if low in people["never"] or (low.endswith("s") and not low.endswith("ss") and low not in people["also"]):
        return None
    if low in people["also"]:
        return str(people["also"][low][0]), int(people["also"][low][1])
    if low in people["female"] or low in people["male"]:
        found = cast_of(low)
        return (_sex_of(low), int(found[1]) if found else 36)
    if usual_part(low) != "n":
        return None
    lead = lexicon("people")["leads"].get(low)
    if noun_class(low) in _PEOPLE:
        return cast_of(low)
    return (str(lead[0]), int(lead[1])) if lead and not noun_class(low) else None


def named_hero(reading: Reading) -> Somebody | None:
    """The lead whom a story calls by a name; others are found where they stand."""
    if not reading.is_story or not reading.hero or reading.hero.startswith("the ") or reading.hero == "somebody":
        return None
    if " and " in reading.hero:
        return None
    sex, age = reading.cast or ("", 34)
    return Somebody(reading.hero, reading.hero, "", sex if sex in ("woman", "man") else "", age)


def describe(who: Somebody, reading: Reading, style: str, seed: int, number: int = 0) -> str:
    """What a character looks like, in at least ten identifiers; what the text says itself comes first.

    Args:
        who: The character.
        reading: The whole description, read.
        style: Slug of the style preset, which dresses people; may be empty.
        seed: The film's.
        number: Position in the cast: neighbours wear different clothes.
    """
    sex = who.sex or ("woman", "man")[derived_seed("sex", seed, who.name) % 2]
    who.sex = sex
    if who.noun in ("girl", "boy") and who.age > 9 and _is_grown(reading.prompt):
        who.age = _GROWN_AGE
    child = who.age < 15
    cast = ({"woman": "girl", "man": "boy"}[sex] if child else sex, who.age)
    alone = replace(
        reading,
        prompt=f"{who.name} {who.noun}",
        is_story=True,
        hero=f"the {who.noun or sex}",
        cast=cast,
        kind="generic",
    )
    said = describe_person(alone, derived_seed(seed, who.name)).split(", ")
    own = next((look for look in who.looks if " " in look or look in lexicon("scene")["people"]["clothes"]), "")
    dress: dict[str, Any] = lexicon("scene")["clothes"].get(style, {})
    if own:
        # "dark" is no colour that can be painted.
        said[-2] = re.sub(r"^dark\b", "black", own)
    elif sex in dress and not child and who.noun not in lexicon("cast")["story_clothes"]:
        said[-2] = dress[sex][(derived_seed("wardrobe", seed) + number) % len(dress[sex])]
    return ", ".join(said)


_GROWN_AGE = 22


def _is_grown(scene: str) -> bool:
    """Whether a scene is one of grown people, who call each other girls and boys."""
    return bool({token.low for token in tokens(scene)} & set(lexicon("scene")["people"]["grown"]))


_YEARS = re.compile(r"\b(\d{1,2})(s)?\b")


def describe_named(name: str, told: str, style: str, seed: int, number: int = 0) -> str:
    """What somebody looks like of whom only a name and a few words are known; those words stay at the end.

    Args:
        name: ``Mary Ann``, ``Old Man``.
        told: What a screenplay says in brackets: ``30s, tired``.
        style: Slug of the style preset; may be empty.
        seed: The film's.
        number: Position in the cast.
    """
    low = name.lower().split()
    noun = next((word for word in low if person_noun(word)), "")
    years = _YEARS.search(told)
    age = int(years[1]) + 4 * bool(years[2]) if years else 70 if "old" in low else 34
    said = told.lower()
    sex = _sex_of(noun) or ("woman" if re.search(r"\b(?:she|her|woman|female)\b", said) else "")
    sex = sex or ("man" if re.search(r"\b(?:he|his|man|male)\b", said) else "")
    sex = sex or ("" if noun else _sex_of_name(low[0] if low else ""))
    clothes = (*lexicon("scene")["people"]["clothes"], "coat")
    worn = [part.strip() for part in re.split("[,;]", told) if part.strip().lower().endswith(tuple(clothes))]
    who = Somebody(name, name, noun, sex, min(max(age, 5), 95), worn[:1])
    looks = describe(who, analyse(f"{name} waits"), style, seed, number)
    return f"{looks.rstrip('.')}; {told}." if told else looks


def _sex_of(low: str) -> str:
    people = lexicon("scene")["people"]
    return "woman" if low in people["female"] else "man" if low in people["male"] else ""

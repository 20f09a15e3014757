"""Who plays: forensic descriptions with at least ten identifiers, in words the staging reads back."""

import random

from reelwright.providers.builtin.writer.analyse import Reading

_SKIN = (
    ("very fair skin (Fitzpatrick type I)", ("red", "copper", "blonde"), ("green", "blue")),
    ("fair skin (Fitzpatrick type II)", ("blonde", "chestnut", "auburn"), ("blue", "hazel")),
    ("light skin with a warm undertone (Fitzpatrick type III)", ("brown", "chestnut", "black"), ("brown", "hazel")),
    ("olive skin (Fitzpatrick type IV)", ("black", "dark brown"), ("brown", "hazel")),
    ("brown skin (Fitzpatrick type V)", ("black", "dark brown"), ("brown", "amber")),
    ("deep brown skin (Fitzpatrick type VI)", ("black",), ("brown",)),
)
_WOMEN_HAIR = ("shoulder-length {c} hair, wavy with a side parting", "long {c} hair, straight with a centre parting", "chin-length {c} hair, curly with a side parting", "long {c} hair tied back in a ponytail with a low parting", "long {c} hair pinned up in a bun with a centre parting")  # fmt: skip
_MEN_HAIR = (
    "short {c} hair, swept back with a side parting",
    "short {c} hair, curly with no parting",
    "short {c} hair, straight with a side parting",
)
_FACES = (
    "oval face",
    "heart-shaped face",
    "square face with a clear jawline",
    "round face",
    "long face with high cheekbones",
)
_MARKS = (
    "a small mole on the left cheek",
    "light freckles across the nose",
    "a dimple in the right cheek",
    "a fine scar through the left eyebrow",
)
_CLOTHES = {
    "fitness": ("coral sportswear top of ribbed jersey with navy piping", "teal sportswear top of ribbed jersey with grey piping"),
    "scent": ("black silk dress with a gold clasp", "burgundy velvet dress with a gold clasp"),
    "office": ("navy wool blazer over an ivory collar", "charcoal wool blazer over a white collar"),
    "home": ("cream wool sweater with rust cuffs", "sage knitted sweater with ivory cuffs", "mustard wool sweater with brown cuffs", "dusty rose cotton shirt with white buttons", "teal linen shirt with ivory buttons"),
    "wear": ("camel wool coat with black buttons", "navy wool coat with ivory lining"),
}  # fmt: skip
_MEN_SCENT = ("black wool suit with a gold pin", "burgundy velvet suit with a gold pin")
_WARDROBE = {
    "fitness": "fitness",
    "scent": "scent",
    "tech": "office",
    "service": "office",
    "wear": "wear",
    "auto": "wear",
}
_STORY_CLOTHES = {
    "detective": "charcoal wool coat with a tan collar and a grey fedora",
    "rider": "burgundy felt robe with gold trim and a fur hat",
    "king": "crimson velvet robe with gold trim and a crown",
    "queen": "indigo velvet robe with gold trim and a crown",
    "fisherman": "navy wool sweater with grey cuffs and a knitted beanie",
    "sailor": "navy wool coat with brass buttons and a cap",
    "farmer": "olive linen shirt with brown buttons and a felt hat",
    "shepherd": "brown felt coat with cream lining and a felt hat",
}


def describe_person(reading: Reading, seed: int) -> str:
    """The lead of the film, as a police report would have it."""
    dice = random.Random(f"cast {seed} {reading.prompt}")
    who, age = reading.cast or ("any", dice.choice((27, 31, 34, 38, 42)))
    if who == "any":
        who = dice.choice(("woman", "woman", "man")) if age > 12 else dice.choice(("girl", "boy"))
    if reading.cast and 16 < age < 60:
        age += dice.choice((-2, -1, 0, 1, 2))
    skin, hair_colors, eye_colors = dice.choice(_SKIN[2:4] if "steppe" in reading.prompt.lower() else _SKIN)
    color = dice.choice(("silver", "grey")) if age >= 58 else dice.choice(hair_colors)
    male = who in ("man", "boy")
    hair = dice.choice(_MEN_HAIR if male else _WOMEN_HAIR).format(c=color)
    marks = dice.choice(
        ("short stubble", "a trimmed beard", "a clean-shaven chin with a small scar") if who == "man" else _MARKS
    )
    build = (
        dice.choice(("athletic", "slim"))
        if reading.facts["category"] == "fitness"
        else dice.choice(("slim", "average", "average", "athletic"))
    )
    name = f"{reading.hero}, a {who}" if reading.hero and not reading.hero.startswith("the ") else f"A {who}"
    return (
        f"{name} aged {age}, {_height(who, age, dice)} tall, {build} build, {hair}, {dice.choice(_FACES)}, "
        f"{dice.choice(eye_colors)} eyes, {skin}, {marks}, {_clothes(reading, who, dice)}, open and calm expression."
    )


def pronouns(description: str) -> tuple[str, str]:
    """How the lead is called in an action: at first, and as a pronoun."""
    head = description.split(",")[0] + description.split(" aged")[0]
    for word in ("woman", "girl"):
        if word in head:
            return f"The {word}", "she"
    return ("The boy", "he") if "boy" in head else ("The man", "he")


def _height(who: str, age: int, dice: random.Random) -> str:
    if who in ("girl", "boy") and age < 15:
        return f"{95 + age * 4 + dice.randrange(5)} cm"
    low = 162 if who == "woman" else 174
    return f"{low + dice.randrange(14)} cm"


def _clothes(reading: Reading, who: str, dice: random.Random) -> str:
    text = reading.prompt.lower()
    if reading.is_story:
        key = (
            "rider" if any(word in text for word in ("steppe", "nomad", "yurt")) else reading.hero.removeprefix("the ")
        )
        if key in _STORY_CLOTHES:
            return _STORY_CLOTHES[key]
        return dice.choice((*_CLOTHES["home"], *_CLOTHES["wear"]))
    wardrobe = _WARDROBE.get(reading.facts["category"], "home")
    if wardrobe == "scent" and who == "man":
        return dice.choice(_MEN_SCENT)
    return dice.choice(_CLOTHES[wardrobe])

"""Texts of a known form as what they say: forms of fields, mails, chats, recipes, screenplays, corrections."""

import re

_KEYS = {
    "thing": ("product name", "product", "service", "solution", "topic", "subject", "theme", "what"),
    "brand": ("brand name", "brand", "company", "client", "sender", "advertiser"),
    "people": ("target audience", "audience", "target group", "target", "tg", "customers",
               "for whom"),
    "said": ("description", "about", "message", "key message", "usp", "benefit", "benefits", "features", "slogan",
             "tagline"),
    "mood": ("tone", "mood", "tone of voice", "feeling"),
    "call": ("call to action", "cta"),
    "aim": ("objective", "goal", "task", "campaign", "brief", "assignment"),
    "unsaid": ("mandatory", "mandatories", "mandatory elements", "insight", "proof", "proof point", "rtb",
               "reason to believe", "problem", "issue", "deliverable", "deliverables", "timing", "background",
               "protagonist", "end line", "avoid", "media", "channel", "channels", "legal", "market", "category",
               "length", "duration", "format", "platform", "budget", "language", "voice", "music", "style", "genre",
               "client name", "price", "title", "name", "setting", "color", "colour"),
}  # fmt: skip
_OWNER = {key: slot for slot, keys in _KEYS.items() for key in keys}
_KEY = re.compile(
    rf"(?:^|(?<=[\s\"'{{,<;*|-]))[\"'*]{{0,2}}({'|'.join(sorted(map(re.escape, _OWNER), key=len, reverse=True))})"
    r"[\"'*]{0,2}\s*[:=>]\**(?!/)\s*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?,]{0,40}[,.!]\s+|^(?:user|human|prompt)\s*:\s*",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:make|create|write|produce|shoot|film|need|want|like|have)\b[^.!?;:]{0,40}?\b(?:ad|advert|commercial|film|video|spot|trailer|promo|clip|reel)\s+(?:for|about|on|of|promoting)\s+",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"(?:\b(?:many thanks|thanks|thank you|cheers|best|best regards|kind regards|regards|best wishes|sincerely|yours)"
    r"[!,.]?\s+(?=[A-Z]|$)|\bsent from my\b|\b(?:assistant|ai)\s*:).*$",
    re.IGNORECASE | re.DOTALL,
)
_UNWANTED = re.compile(
    r"^(?:please\s+)?(?:do not|don['’]t|never)\s+(?:make|do|film|create|write)\b[^.,;!?]*[.,;!?]\s*(?:but\s+)?"
    r"(?:please\s+)?(?:make|do|film|create|write)\s+(?:it|one|an?\s+\w+)\s+(?:about|for|on)\s+",
    re.IGNORECASE,
)
_RECIPE = re.compile(r"^\W*([^.:!?]{3,60}?)[\s.,-]+ingredients\s*:", re.IGNORECASE)
_SCENE = re.compile(
    r"^\W*(?:fade in:?\s*)?(?:int|ext)\.?(?:/(?:int|ext)\.?)?\s+([A-Z][\w '’.]+?)\s*[-–—]\s*"
    r"(day|night|dawn|dusk|morning|evening|afternoon|continuous|later)\b\.?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_CUE = re.compile(r"(?<=[.!?])\s+(?:[A-Z]{3,}(?:'S)?\s+){1,2}(?=[A-Z(][a-z('’]|\()|\b(?:CUT TO|FADE OUT|INT\.|EXT\.)")
_HOURS = {"continuous": "", "later": "", "day": ""}


def said_in(text: str) -> str:
    """The text, or what it says where it is a form, mail, chat, recipe, screenplay or corrects itself at its start."""
    return _of_form(text) or _of_recipe(text) or _of_scene(text) or _UNWANTED.sub("", _of_mail(text))


def _of_form(text: str) -> str:
    """What a form of two fields or more says, as sentences; empty for all other texts."""
    found = list(_KEY.finditer(text))
    if len({match.group(1).lower() for match in found}) < 2 or len(text[: found[0].start()].split()) > 4:
        return ""
    slots: dict[str, str] = {}
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        value = re.sub(r"</?[^>]*>?|[\"{}\[\]|*]|</?\w*$", " ", text[match.end() : end])
        slots.setdefault(_OWNER[match.group(1).lower()], " ".join(value.split()).strip(" ,;.'-•#<>"))
    head = ": ".join(slots[slot] for slot in ("brand", "thing") if slots.get(slot)) or slots.get("aim", "")
    if not head:
        # "Title: ... Genre: noir. A detective walks home": the text follows its fields.
        rest = text[found[-1].end() :].partition(". ")[2]
        return rest if len(rest.split()) > 3 else ""
    if slots.get("people"):
        head += f" for {slots['people']}"
    slots["mood"] = slots.get("mood", "").partition(". ")[0]
    return ". ".join([head, *(slots[slot] for slot in ("said", "mood", "call") if slots.get(slot))])


def _of_mail(text: str) -> str:
    """A mail or a chat from its request on, up to its signature; a text that greets nobody stays."""
    bare = _GREETING.sub("", text)
    if bare == text:
        return text
    asked = _ASKED.search(bare)
    if not asked:
        return text
    return _FAREWELL.sub("", bare[asked.end() :])


def _of_recipe(text: str) -> str:
    """The dish that a list of ingredients makes."""
    dish = _RECIPE.match(text)
    return dish.group(1) if dish else ""


def _of_scene(text: str) -> str:
    """The first action of a screenplay, with where and when it plays."""
    scene = _SCENE.match(text)
    if not scene:
        return ""
    action = _CUE.split(re.sub(r"\([^)]*\)", "", scene.group(3)))[0].strip()
    first, stop, rest = action.partition(".")
    if not first.strip():
        return ""
    hour = _HOURS.get(scene.group(2).lower(), f" at {scene.group(2).lower()}")
    told = f"{first.strip()} in the {scene.group(1).strip().lower()}{hour}{stop}{rest}"
    return " ".join(re.sub(r"\b[A-Z]{3,}\b", lambda name: name.group().capitalize(), told).replace(" ,", ",").split())

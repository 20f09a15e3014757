"""The main character by its trigger token: in place of its name, and once a panel."""

import re

from reelwright.stages.lexicon import table

_ROLE = re.compile(
    r"\b(?:the|our)\s+(?:(?:main|lead|young|old|lone)\s+)?(?:character|protagonist|hero|heroine)\b", re.IGNORECASE
)
_PLAIN = ("they", "them", "their")


def token_for_name(text: str, token: str, *, is_seen: bool) -> str:
    """The text with the token where it names the character, once; later on a pronoun stands for it.

    Args:
        text: A panel's words.
        token: ``aldar_kose_man``: its words but the last are the character's name.
        is_seen: Whether the character is in the picture; then a pronoun that comes first is the character's too.
    """
    text = _ROLE.sub(token, text)
    name = name_of(token)
    if name:
        spaced = r"[\s_-]+".join(re.escape(part) for part in name.split())
        text = re.sub(rf"\b(?<!_){spaced}(?!_)\b", token, text, flags=re.IGNORECASE)
    text = re.sub(rf"\b{re.escape(token)}\b", token, text, flags=re.IGNORECASE)
    if token not in text and is_seen:
        text = _first_pronoun(text, token)
    return _once(text, token)


def name_of(token: str) -> str:
    """The name in a token, empty where it holds none: ``aldar kose`` in ``aldar_kose_man``."""
    parts = re.split(r"[_-]", token)
    return " ".join(parts[:-1]) if parts[-1].lower() in table("appearance")["kinds"] else " ".join(parts)


def pronouns_of(token: str) -> tuple[str, str, str]:
    """How the character is called a second time: ``he``, ``him``, ``his``."""
    kinds: dict[str, list[str]] = table("appearance")["kinds"]
    subject, object_, owner = kinds.get(re.split(r"[_-]", token)[-1].lower(), list(_PLAIN))
    return subject, object_, owner


def _first_pronoun(text: str, token: str) -> str:
    """The first pronoun as the token, where nobody else is named before it."""
    found = re.search(r"\b(he|she|his|her|him)\b", text, re.IGNORECASE)
    others = "|".join(re.escape(word) for word in table("appearance")["others"])
    if not found or re.search(rf"\b(?:{others})\b", text[: found.start()], re.IGNORECASE):
        return text
    owns = found.group(1).lower() in ("his", "her")
    return text[: found.start()] + token + ("'s" if owns else "") + text[found.end() :]


def _once(text: str, token: str) -> str:
    """The token the first time; afterwards a pronoun in the form that its place asks for."""
    subject, object_, owner = pronouns_of(token)
    parts = re.split(rf"(\b{re.escape(token)}\b(?:['’]s)?)", text)
    seen = False
    for at in range(1, len(parts), 2):
        if not seen:
            seen = True
            continue
        if parts[at].endswith("s") and not token.endswith("s"):
            parts[at] = owner
        else:
            follows_verb = bool(
                re.match(r"\s*(?:[.,;!?]|$|(?:in|on|at|from|with|by|to|across|under|over)\b)", parts[at + 1])
            )
            parts[at] = object_ if follows_verb and parts[at - 1].strip() else subject
        if re.search(r"(?:^|[.!?])\s*$", parts[at - 1]):
            parts[at] = parts[at].capitalize()
    return "".join(parts)
